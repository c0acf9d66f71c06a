/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of stacks: switching, reuse, and what happens when one is too small. */
#include <string.h>

#include "jug-stack-private.h"

enum
{
  MANY = 1000,
  ROUNDS = 5
};

static const char *program; /* this one's file */

/* What runs on a stack: adds its number in each round. */
typedef struct
{
  JugStack *stack;
  guint number;
  guint *sum;
} Worker;

static void
work (gpointer data)
{
  Worker *self = data;
  double kept = self->number * 0.5;
  guint values[64];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = self->number + i;
  for (guint round = 0; round < ROUNDS; round++)
    {
      *self->sum += self->number;
      jug_stack_leave (self->stack);

      /* Its own variables are as it left them, whoever ran meanwhile. */
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        g_assert_cmpuint (values[i], ==, self->number + i);
      g_assert_cmpfloat_with_epsilon (kept, self->number * 0.5, 1e-9);
    }
}

static void
test_stacks_take_turns (gconstpointer data)
{
  JugStackPool *pool = jug_stack_pool_new_with_guard (GPOINTER_TO_INT (data));
  g_autofree Worker *workers = g_new0 (Worker, MANY);
  guint sum = 0;

  for (guint i = 0; i < MANY; i++)
    {
      workers[i] = (Worker){ .number = i, .sum = &sum };
      workers[i].stack = jug_stack_pool_take (pool, work, &workers[i]);
    }
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < MANY; i++)
      g_assert_false (jug_stack_enter (workers[i].stack));
  for (guint i = 0; i < MANY; i++)
    {
      g_assert_true (jug_stack_enter (workers[i].stack));
      jug_stack_pool_give (pool, workers[i].stack);
    }
  g_assert_cmpuint (sum, ==, ROUNDS * (MANY * (MANY - 1) / 2));
  jug_stack_pool_free (pool);
}

static void
do_nothing (gpointer data)
{
}

static void
test_the_last_given_back_is_the_next (void)
{
  JugStackPool *pool = jug_stack_pool_new ();
  JugStack *first = jug_stack_pool_take (pool, do_nothing, NULL);
  JugStack *second = jug_stack_pool_take (pool, do_nothing, NULL);

  g_assert_true (first != second);
  g_assert_true (jug_stack_enter (first));
  g_assert_true (jug_stack_enter (second));
  jug_stack_pool_give (pool, first);
  jug_stack_pool_give (pool, second);
  g_assert_true (jug_stack_pool_take (pool, do_nothing, NULL) == second);
  g_assert_true (jug_stack_pool_take (pool, do_nothing, NULL) == first);
  g_assert_true (jug_stack_enter (first));
  jug_stack_pool_give (pool, first);
  jug_stack_pool_give (pool, second);
  jug_stack_pool_free (pool);
}

typedef struct
{
  JugStackPool *pool;
  GString *log;
  guint depth;
} Nesting;

/* As an eager task's first step: entered from another stack. */
static void
nest (gpointer data)
{
  Nesting *self = data;

  g_string_append_printf (self->log, "%u", self->depth);
  if (self->depth < 3)
    {
      Nesting inner = { self->pool, self->log, self->depth + 1 };
      JugStack *stack = jug_stack_pool_take (self->pool, nest, &inner);

      g_assert_true (jug_stack_enter (stack));
      jug_stack_pool_give (self->pool, stack);
    }
  g_string_append_printf (self->log, "%u", self->depth);
}

static void
test_stacks_are_entered_from_stacks (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  Nesting nesting = { jug_stack_pool_new (), log, 1 };
  JugStack *stack = jug_stack_pool_take (nesting.pool, nest, &nesting);

  g_assert_true (jug_stack_enter (stack));
  jug_stack_pool_give (nesting.pool, stack);
  g_assert_cmpstr (log->str, ==, "123321");
  jug_stack_pool_free (nesting.pool);
}

/* Goes beyond the end: a page is touched each time, so no guard is jumped over. */
__attribute__ ((noinline)) static guint
call_deeply (guint depth, volatile char *above)
{
  volatile char room[2048];

  memset ((char *) room, (int) depth, sizeof room);
  if (depth == 0)
    return above[0];
  return call_deeply (depth - 1, room) + room[7];
}

static void
overflow (gpointer data)
{
  volatile char start[1] = { 0 };

  call_deeply (4096, start);
}

/* Without a page that stops it, it must not get far: the word at the end is enough. */
static void
overwrite_the_end (gpointer data)
{
  volatile char start[1] = { 0 };

  call_deeply ((guint) (jug_stack_get_size () / 2200), start);
}

/* A program for another processor can't just be started: what g_test_trap_subprocess()
 * does, by the emulator. */
static void
assert_emulated_overflow (const char *emulator)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (emulator, NULL, &words, &error));
  g_strv_builder_addv (arguments, (const char **) words);
  g_strv_builder_add_many (arguments, program, "-q", "-p", g_test_get_path (),
                           "--GTestSubprocess", NULL);
  command = g_strv_builder_end (arguments);
  g_assert_true (g_spawn_sync (NULL, command, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                               NULL, NULL, &told, &status, &error));
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (told, "a task's stack overflowed"));
}

static void
test_overflow (gconstpointer data)
{
  JugStackGuard guard = GPOINTER_TO_INT (data);

#if defined(JUG_ASAN) || defined(JUG_TSAN)
  g_test_skip ("a sanitizer tells of it in its own words");
  return;
#endif
  if (g_test_subprocess ())
    {
      JugStackPool *pool = jug_stack_pool_new_with_guard (guard);

      /* Below it lies another one, which may be overwritten. */
      jug_stack_pool_give (pool, jug_stack_pool_take (pool, do_nothing, NULL));
      jug_stack_enter (jug_stack_pool_take (
          pool, guard == JUG_STACK_GUARD_CANARY ? overwrite_the_end : overflow, NULL));
      return;
    }
  if (g_getenv ("MESON_EXE_WRAPPER"))
    {
      assert_emulated_overflow (g_getenv ("MESON_EXE_WRAPPER"));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*a task's stack overflowed*");
}

int
main (int argc, char **argv)
{
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/juggler/task/stack/take-turns-with-guard-pages",
                        GINT_TO_POINTER (JUG_STACK_GUARD_PAGE), test_stacks_take_turns);
  g_test_add_data_func ("/juggler/task/stack/take-turns-with-a-word-at-the-end",
                        GINT_TO_POINTER (JUG_STACK_GUARD_CANARY), test_stacks_take_turns);
  g_test_add_func ("/juggler/task/stack/the-last-given-back-is-the-next",
                   test_the_last_given_back_is_the_next);
  g_test_add_func ("/juggler/task/stack/are-entered-from-stacks",
                   test_stacks_are_entered_from_stacks);
  g_test_add_data_func ("/juggler/task/stack/an-overflow-into-a-page-is-told",
                        GINT_TO_POINTER (JUG_STACK_GUARD_PAGE), test_overflow);
  g_test_add_data_func ("/juggler/task/stack/an-overflow-over-the-word-is-told",
                        GINT_TO_POINTER (JUG_STACK_GUARD_CANARY), test_overflow);
  return g_test_run ();
}
