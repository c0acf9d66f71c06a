/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small blocks of memory that a loop's coroutines and tasks use again and again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#if defined(__SANITIZE_ADDRESS__)
#  define JUG_BLOCK_POOL_IS_OFF 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define JUG_BLOCK_POOL_IS_OFF 1 /* it shall see each use after the end */
#  endif
#endif

/**
 * JugBlockPool:
 * @first: (nullable): the block given back last; each begins with the address of the next
 *
 * Blocks of one size, used last in, first out: a program that makes and ends a task a
 * million times touches the same few lines of the cache.  The allocator's own way to a
 * block costs more than all the rest of making a coroutine.
 */
typedef struct
{
  gpointer first;
} JugBlockPool;

/**
 * jug_block_pool_take:
 * @self: a pool
 * @size: the size of its blocks
 *
 * Returns: (transfer full): a block of unknown contents, to be given back or freed with
 * g_free()
 */
G_GNUC_WARN_UNUSED_RESULT static inline gpointer
jug_block_pool_take (JugBlockPool *self, gsize size)
{
  gpointer block = self->first;

  if (G_UNLIKELY (!block))
    return g_malloc (size);
  self->first = *(gpointer *) block;
  return block;
}

/**
 * jug_block_pool_give:
 * @self: a pool
 * @block: (transfer full): a block of its size
 */
static inline void
jug_block_pool_give (JugBlockPool *self, gpointer block)
{
#ifdef JUG_BLOCK_POOL_IS_OFF
  g_free (block);
#else
  *(gpointer *) block = self->first;
  self->first = block;
#endif
}

/**
 * jug_block_pool_clear:
 * @self: a pool
 *
 * Frees what was given back to it.
 */
static inline void
jug_block_pool_clear (JugBlockPool *self)
{
  while (self->first)
    {
      gpointer block = self->first;

      self->first = *(gpointer *) block;
      g_free (block);
    }
}

G_END_DECLS
