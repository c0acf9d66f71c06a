/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The switch between stacks, inline for the few functions in which tasks suspend and
 * resume. */
#pragma once

#include "jug-stack.h"

#if !defined(__x86_64__) && !defined(__aarch64__) && !defined(JUG_STACK_UCONTEXT)
#  define JUG_STACK_UCONTEXT                                                             \
    1 /* about fifty times slower: it asks the kernel for the signal mask */
#endif

#ifdef JUG_STACK_UCONTEXT
#  include <ucontext.h>
#endif

#if defined(__SANITIZE_ADDRESS__)
#  define JUG_ASAN 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define JUG_ASAN 1
#  endif
#endif
#if defined(__SANITIZE_THREAD__)
#  define JUG_TSAN 1
#elif defined(__has_feature)
#  if __has_feature(thread_sanitizer)
#    define JUG_TSAN 1
#  endif
#endif

#ifdef JUG_ASAN
#  include <sanitizer/common_interface_defs.h>
#endif
#ifdef JUG_TSAN
#  include <sanitizer/tsan_interface.h>
#endif
#ifdef HAVE_VALGRIND
#  include <valgrind/valgrind.h>
#endif

G_BEGIN_DECLS

enum
{
#if defined(JUG_ASAN) || defined(JUG_TSAN)
  JUG_STACK_SIZE = 512 * 1024, /* instrumented frames are several times as large */
#else
  JUG_STACK_SIZE = 64 * 1024,
#endif
  JUG_STACK_GUARD_SIZE = 4096
};

/* Stands at the top of its own stack, on the page that is touched anyway. */
struct _JugStack
{
#ifdef JUG_STACK_UCONTEXT
  ucontext_t own;
  ucontext_t caller;
#else
  void *own_sp;
  void *caller_sp;
#endif
  JugStackPool *pool;  /* (unowned) */
  JugStack *next_free; /* (unowned) */
  JugStackFunc func;
  gpointer data;
  char *low;
  guint8 is_guarded;
  guint8 has_ended;
#ifdef JUG_ASAN
  void *own_fake;
  void *caller_fake;
  const void *caller_bottom;
  size_t caller_size;
#endif
#ifdef JUG_TSAN
  void *own_fiber;
  void *caller_fiber;
#endif
#ifdef HAVE_VALGRIND
  unsigned valgrind_id;
#endif
};

void jug_stack_check (JugStack *self);

#if defined(JUG_STACK_UCONTEXT)
/* The functions of the C library do it all. */
#elif defined(__x86_64__)
/*
 * Saves the frame pointer and where to go on, changes the stack pointer, and jumps; the
 * compiler saves what else is alive.  It jumps as a return that does not match its call
 * costs a branch miss; and for the same reason it is inline, in functions that are inline
 * as well: each return behind a switch is one that the processor did not see the call of.
 * The 128 bytes are the red zone, which belongs to the function around.  The
 * floating-point control words are not saved: nothing here changes them.
 */
G_ALWAYS_INLINE static inline void
jug_stack_switch (void **save_sp, void *load_sp)
{
  __asm__ volatile("lea -128(%%rsp),%%rsp\n\t"
                   "push %%rbp\n\t"
                   "push %%rbx\n\t"
                   "lea 1f(%%rip),%%rax\n\t"
                   "push %%rax\n\t"
                   "mov %%rsp,(%0)\n\t"
                   "mov %1,%%rsp\n\t"
                   "pop %%rax\n\t"
                   "jmp *%%rax\n"
                   "1:\n\t"
                   "pop %%rbx\n\t"
                   "pop %%rbp\n\t"
                   "lea 128(%%rsp),%%rsp"
                   : "+D"(save_sp), "+S"(load_sp)
                   :
                   : "rax", "rcx", "rdx", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
                     "r15", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
                     "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14",
                     "xmm15", "memory", "cc");
}
#elif defined(__aarch64__)
void jug_stack_switch (void **save_sp, void *load_sp);
#endif

/**
 * jug_stack_enter:
 * @self: a stack that has not ended
 *
 * Runs on it until it is left or ends.
 *
 * Returns: whether it has ended
 */
G_ALWAYS_INLINE static inline gboolean
jug_stack_enter (JugStack *self)
{
#ifdef JUG_ASAN
  __sanitizer_start_switch_fiber (&self->caller_fake, self->low + JUG_STACK_GUARD_SIZE,
                                  JUG_STACK_SIZE - JUG_STACK_GUARD_SIZE);
#endif
#ifdef JUG_TSAN
  self->caller_fiber = __tsan_get_current_fiber ();
  __tsan_switch_to_fiber (self->own_fiber, 0);
#endif
#ifdef JUG_STACK_UCONTEXT
  swapcontext (&self->caller, &self->own);
#else
  jug_stack_switch (&self->caller_sp, self->own_sp);
#endif
#ifdef JUG_ASAN
  __sanitizer_finish_switch_fiber (self->caller_fake, NULL, NULL);
#endif
  if (G_UNLIKELY (!self->is_guarded))
    jug_stack_check (self);
  return self->has_ended;
}

/**
 * jug_stack_leave:
 * @self: the stack that runs
 *
 * Goes back to whoever entered it; returns when it is entered again.
 */
G_ALWAYS_INLINE static inline void
jug_stack_leave (JugStack *self)
{
#ifdef JUG_ASAN
  __sanitizer_start_switch_fiber (self->has_ended ? NULL : &self->own_fake,
                                  self->caller_bottom, self->caller_size);
#endif
#ifdef JUG_TSAN
  __tsan_switch_to_fiber (self->caller_fiber, 0);
#endif
#ifdef JUG_STACK_UCONTEXT
  swapcontext (&self->own, &self->caller);
#else
  jug_stack_switch (&self->own_sp, self->caller_sp);
#endif
#ifdef JUG_ASAN
  __sanitizer_finish_switch_fiber (self->own_fake, &self->caller_bottom,
                                   &self->caller_size);
#endif
}

G_END_DECLS
