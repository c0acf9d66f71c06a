/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacks for tasks, and the switch between them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugStack:
 *
 * A stack of its own for a function that can be left in the middle and entered again.
 * Belongs to a pool and to one thread.
 */
typedef struct _JugStack JugStack;

/**
 * JugStackPool:
 *
 * Where stacks come from.  They are reused last in, first out, so that a task which never
 * waits runs on one that is still in the cache.
 */
typedef struct _JugStackPool JugStackPool;

/**
 * JugStackFunc:
 * @data: what was given with it
 *
 * What runs on a stack; when it returns, the stack has ended.
 */
typedef void (*JugStackFunc) (gpointer data);

/**
 * JugStackGuard:
 * @JUG_STACK_GUARD_LIGHT: guard regions of Linux 6.13, which cost no mapping
 * @JUG_STACK_GUARD_PAGE: a protected page each, for the first 16,000
 * @JUG_STACK_GUARD_CANARY: a word at the end, looked at whenever the stack is left
 *
 * How a stack notices that it overflows.
 */
typedef enum
{
  JUG_STACK_GUARD_LIGHT,
  JUG_STACK_GUARD_PAGE,
  JUG_STACK_GUARD_CANARY,
} JugStackGuard;

JugStackPool *jug_stack_pool_new (void) G_GNUC_WARN_UNUSED_RESULT;
JugStackPool *jug_stack_pool_new_with_guard (JugStackGuard guard)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_stack_pool_free (JugStackPool *self);
gsize jug_stack_get_size (void);

JugStack *jug_stack_pool_take (JugStackPool *self, JugStackFunc func, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_stack_pool_give (JugStackPool *self, JugStack *stack);

G_END_DECLS
