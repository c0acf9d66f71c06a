/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacks for tasks: with its private header, the only place that knows how they are
 * switched. */
#include "jug-stack-private.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_GUARD_INSTALL
#  define MADV_GUARD_INSTALL 102 /* Linux 6.13; older headers do not name it */
#endif

enum
{
  STACKS_PER_SLAB = 16 * 1024 * 1024 / JUG_STACK_SIZE,
  MAX_GUARD_PAGES = 16000, /* each splits a mapping in two, and Linux allows 65,530 */
  COLOURS = 8, /* stack tops are spread over this many places of their page… */
  COLOUR_STEP =
      192, /* …this far apart, or they would share the same lines of the cache */
  ALTERNATE_SIZE = 64 * 1024
};

static const guint64 CANARY = G_GUINT64_CONSTANT (0x6a7567676c65724a);

struct _JugStackPool
{
  GPtrArray *slabs;
  JugStack *free; /* (unowned) first of a list */
  char *next;
  char *end;
  guint n_stacks;
  guint n_guard_pages;
  JugStackGuard guard;
  void *alternate; /* for the handler of SIGSEGV, which cannot run on a full stack */
  stack_t old_alternate;
};

#ifndef JUG_STACK_UCONTEXT
void jug_stack_begin (void);
void jug_stack_run (JugStack *self) __attribute__ ((used)); /* by assembly */
#endif

#if defined(JUG_STACK_UCONTEXT)
/* Nothing to prepare: makecontext does. */
#elif defined(__x86_64__)
/* Where a new stack begins: the switch has popped this address, and the JugStack is
 * next. */
__asm__(".text\n"
        ".p2align 4\n"
        ".hidden jug_stack_begin\n"
        ".globl jug_stack_begin\n"
        ".type jug_stack_begin,@function\n"
        "jug_stack_begin:\n"
        "  pop %rdi\n"
        "  xor %ebp,%ebp\n"
        "  call jug_stack_run\n"
        "  ud2\n"
        ".size jug_stack_begin,.-jug_stack_begin\n");

static void *
prepare_frame (char *top, JugStack *stack)
{
  void **sp = (void **) ((guintptr) top & ~(guintptr) 15);

  *--sp = stack;
  *--sp = (void *) jug_stack_begin;
  return sp;
}
#elif defined(__aarch64__)
__asm__(".text\n"
        ".p2align 4\n"
        ".hidden jug_stack_switch\n"
        ".globl jug_stack_switch\n"
        ".type jug_stack_switch,%function\n"
        "jug_stack_switch:\n"
        "  sub sp,sp,#160\n"
        "  stp x19,x20,[sp,#0]\n"
        "  stp x21,x22,[sp,#16]\n"
        "  stp x23,x24,[sp,#32]\n"
        "  stp x25,x26,[sp,#48]\n"
        "  stp x27,x28,[sp,#64]\n"
        "  stp x29,x30,[sp,#80]\n"
        "  stp d8,d9,[sp,#96]\n"
        "  stp d10,d11,[sp,#112]\n"
        "  stp d12,d13,[sp,#128]\n"
        "  stp d14,d15,[sp,#144]\n"
        "  mov x9,sp\n"
        "  str x9,[x0]\n"
        "  mov sp,x1\n"
        "  ldp x19,x20,[sp,#0]\n"
        "  ldp x21,x22,[sp,#16]\n"
        "  ldp x23,x24,[sp,#32]\n"
        "  ldp x25,x26,[sp,#48]\n"
        "  ldp x27,x28,[sp,#64]\n"
        "  ldp x29,x30,[sp,#80]\n"
        "  ldp d8,d9,[sp,#96]\n"
        "  ldp d10,d11,[sp,#112]\n"
        "  ldp d12,d13,[sp,#128]\n"
        "  ldp d14,d15,[sp,#144]\n"
        "  add sp,sp,#160\n"
        "  br x30\n"
        ".size jug_stack_switch,.-jug_stack_switch\n"
        /* Where a new stack begins: its JugStack waits in a register that switches
           preserve. */
        ".p2align 4\n"
        ".hidden jug_stack_begin\n"
        ".globl jug_stack_begin\n"
        ".type jug_stack_begin,%function\n"
        "jug_stack_begin:\n"
        "  mov x0,x19\n"
        "  mov x29,#0\n"
        "  bl jug_stack_run\n"
        "  brk #1\n"
        ".size jug_stack_begin,.-jug_stack_begin\n");

static void *
prepare_frame (char *top, JugStack *stack)
{
  void **sp = (void **) ((guintptr) top & ~(guintptr) 15) - 20;

  memset (sp, 0, 20 * sizeof (void *));
  sp[0] = stack;                     /* x19 */
  sp[11] = (void *) jug_stack_begin; /* x30 */
  return sp;
}
#endif

static void
overflowed (void)
{
  static const char message[] = "juggler: a task's stack overflowed: it calls too "
                                "deeply, or keeps too much in local "
                                "variables\n";

  if (write (STDERR_FILENO, message, sizeof message - 1) < 0)
    _exit (134);
  abort ();
}

/* Whether an address that could not be touched lies in the guard of a stack of ours:
 * guards are the first page of each stack, and slabs are aligned to the size of stacks.
 */
static gboolean
is_guard (JugStackPool *pool, guintptr address)
{
  for (guint i = 0; i < pool->slabs->len; i++)
    {
      guintptr slab = (guintptr) pool->slabs->pdata[i];

      if (address >= slab && address < slab + (gsize) JUG_STACK_SIZE * STACKS_PER_SLAB)
        return (address - slab) % JUG_STACK_SIZE < JUG_STACK_GUARD_SIZE;
    }
  return FALSE;
}

/* For the signal handler, which is told nothing but an address. */
static _Thread_local JugStackPool *pool_of_thread;

G_GNUC_UNUSED static void
segv_cb (int number, siginfo_t *info, void *context)
{
  if (pool_of_thread && is_guard (pool_of_thread, (guintptr) info->si_addr))
    overflowed ();
  signal (number,
          SIG_DFL); /* the fault happens again, and ends the process as it should */
}

/* Once per process: everybody's overflow is told by the same handler. */
static void
install_handler (void)
{
#if !defined(JUG_ASAN) && !defined(JUG_TSAN)
  static gsize installed;

  if (g_once_init_enter (&installed))
    {
      struct sigaction action = { .sa_sigaction = segv_cb,
                                  .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };
      struct sigaction old;

      sigaction (SIGSEGV, NULL, &old);
      if (old.sa_handler == SIG_DFL)
        sigaction (SIGSEGV, &action, NULL);
      g_once_init_leave (&installed, 1);
    }
#endif
}

static gboolean
can_guard_lightly (void)
{
  void *page = mmap (NULL, JUG_STACK_GUARD_SIZE, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  gboolean can =
      page != MAP_FAILED && madvise (page, JUG_STACK_GUARD_SIZE, MADV_GUARD_INSTALL) == 0;

  if (page != MAP_FAILED)
    munmap (page, JUG_STACK_GUARD_SIZE);
  return can;
}

/**
 * jug_stack_pool_new:
 *
 * Returns: (transfer full): a pool for the calling thread, with the best guard that the
 * kernel has
 */
JugStackPool *
jug_stack_pool_new (void)
{
  return jug_stack_pool_new_with_guard (can_guard_lightly () ? JUG_STACK_GUARD_LIGHT
                                                             : JUG_STACK_GUARD_PAGE);
}

/**
 * jug_stack_pool_new_with_guard:
 * @guard: how its stacks notice an overflow
 *
 * Returns: (transfer full): a pool for the calling thread
 */
JugStackPool *
jug_stack_pool_new_with_guard (JugStackGuard guard)
{
  JugStackPool *self = g_new0 (JugStackPool, 1);
  stack_t alternate = { .ss_size = ALTERNATE_SIZE };

  self->slabs = g_ptr_array_new ();
  self->guard = guard;
  install_handler ();
  self->alternate = alternate.ss_sp = g_malloc (ALTERNATE_SIZE);
  sigaltstack (&alternate, &self->old_alternate);
  pool_of_thread = self;
  return self;
}

/**
 * jug_stack_pool_free:
 * @self: (transfer full): a pool whose stacks have all been given back
 */
void
jug_stack_pool_free (JugStackPool *self)
{
#if defined(JUG_TSAN) || defined(HAVE_VALGRIND)
  for (JugStack *stack = self->free; stack; stack = stack->next_free)
    {
#  ifdef JUG_TSAN
      if (stack->own_fiber)
        __tsan_destroy_fiber (stack->own_fiber);
#  endif
#  ifdef HAVE_VALGRIND
      VALGRIND_STACK_DEREGISTER (stack->valgrind_id);
#  endif
    }
#endif
  for (guint i = 0; i < self->slabs->len; i++)
    munmap (self->slabs->pdata[i], (gsize) JUG_STACK_SIZE * STACKS_PER_SLAB);
  g_ptr_array_unref (self->slabs);
  if (pool_of_thread == self)
    {
      sigaltstack (&self->old_alternate, NULL);
      pool_of_thread = NULL;
    }
  g_free (self->alternate);
  g_free (self);
}

/**
 * jug_stack_get_size:
 *
 * Returns: bytes of a stack, its guard included
 */
gsize
jug_stack_get_size (void)
{
  return JUG_STACK_SIZE;
}

/* The first function of each stack; not static, as assembly calls it. */
#ifdef JUG_STACK_UCONTEXT
static
#endif
    void
    jug_stack_run (JugStack *self)
{
#ifdef JUG_ASAN
  __sanitizer_finish_switch_fiber (NULL, &self->caller_bottom, &self->caller_size);
#endif
  for (;;)
    {
      self->func (self->data);
      self->has_ended = TRUE;
      jug_stack_leave (self);
    }
}

#ifdef JUG_STACK_UCONTEXT
/* makecontext passes integers only. */
static void
run_halves (guint high, guint low)
{
  jug_stack_run ((JugStack *) (guintptr) (((guint64) high << 32) | low));
}
#endif

static char *
get_top (JugStack *self)
{
  return (char *) self -
         COLOUR_STEP * (((guintptr) self->low / JUG_STACK_SIZE) % COLOURS);
}

/* Makes the stack begin anew at its next entry. */
static void
rewind_stack (JugStack *self)
{
  self->has_ended = FALSE;
#ifdef JUG_STACK_UCONTEXT
  getcontext (&self->own);
  self->own.uc_stack.ss_sp = self->low + JUG_STACK_GUARD_SIZE;
  self->own.uc_stack.ss_size = get_top (self) - self->low - JUG_STACK_GUARD_SIZE;
  self->own.uc_link = NULL;
  makecontext (&self->own, (void (*) (void)) run_halves, 2,
               (guint) ((guint64) (guintptr) self >> 32), (guint) (guintptr) self);
#else
  self->own_sp = prepare_frame (get_top (self), self);
#endif
#ifdef JUG_ASAN
  self->own_fake = NULL;
#endif
#ifdef JUG_TSAN
  if (!self->own_fiber)
    self->own_fiber = __tsan_create_fiber (0);
#endif
}

static gboolean
install_guard (JugStackPool *self, char *low)
{
  if (self->guard == JUG_STACK_GUARD_LIGHT)
    return madvise (low, JUG_STACK_GUARD_SIZE, MADV_GUARD_INSTALL) == 0;
  if (self->guard == JUG_STACK_GUARD_PAGE && self->n_guard_pages < MAX_GUARD_PAGES)
    {
      self->n_guard_pages++;
      return mprotect (low, JUG_STACK_GUARD_SIZE, PROT_NONE) == 0;
    }
  return FALSE;
}

static void
add_slab (JugStackPool *self)
{
  gsize size = (gsize) JUG_STACK_SIZE * STACKS_PER_SLAB;
  char *slab = mmap (NULL, size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (slab == MAP_FAILED)
    g_error ("No memory for more tasks: %s", g_strerror (errno));
#ifdef MADV_NOHUGEPAGE
  madvise (slab, size, MADV_NOHUGEPAGE); /* one page a task, not five hundred */
#endif
  g_ptr_array_add (self->slabs, slab);
  self->next = slab;
  self->end = slab + size;
}

G_GNUC_NO_INLINE static JugStack *
carve_stack (JugStackPool *self)
{
  JugStack *stack;
  char *low;

  if (self->next == self->end)
    add_slab (self);
  low = self->next;
  self->next += JUG_STACK_SIZE;
  stack = (JugStack *) (low + JUG_STACK_SIZE - ((sizeof (JugStack) + 63) & ~(gsize) 63));
  memset (stack, 0, sizeof (JugStack));
  stack->pool = self;
  stack->low = low;
  stack->is_guarded = install_guard (self, low);
  if (!stack->is_guarded)
    memcpy (low + JUG_STACK_GUARD_SIZE, &CANARY, sizeof CANARY);
#ifdef HAVE_VALGRIND
  stack->valgrind_id = VALGRIND_STACK_REGISTER (low, low + JUG_STACK_SIZE);
#endif
  self->n_stacks++;
  return stack;
}

/**
 * jug_stack_pool_take:
 * @self: a pool
 * @func: what will run on the stack
 * @data: for @func
 *
 * Returns: (transfer full): a stack, to be given back to the pool when @func has returned
 */
JugStack *
jug_stack_pool_take (JugStackPool *self, JugStackFunc func, gpointer data)
{
  JugStack *stack = self->free;

  if (stack)
    self->free = stack->next_free;
  else
    stack = carve_stack (self);
  stack->func = func;
  stack->data = data;
  rewind_stack (stack);
  return stack;
}

/**
 * jug_stack_pool_give:
 * @self: a pool
 * @stack: (transfer full): a stack of it that has ended, or was never entered
 */
void
jug_stack_pool_give (JugStackPool *self, JugStack *stack)
{
  stack->next_free = self->free;
  self->free = stack;
}

/* For stacks without a guard that the processor watches. */
void
jug_stack_check (JugStack *self)
{
  if (memcmp (self->low + JUG_STACK_GUARD_SIZE, &CANARY, sizeof CANARY) != 0)
    overflowed ();
}
