/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of tasks: their steps, their names, eager ones, and those that nobody minds. */
#include "jug-python.h"
#include "jug-test-program.h"

ASYNC_VALUE (child, (const char *, name))
{
  print ("child %s", name);
  return string (name);
}

TEST_MAIN (starts_later)
{
  JugTask *task = asyncio_create_task (child ("A"));

  print ("made %s", truth (task_done (task)));
  await (asyncio_sleep (0));
  print ("done %s %s", truth (task_done (task)), str (task_result (task)));
}

ASYNC (fail)
{
  RAISE (ValueError, "on purpose");
}

ASYNC (wait_for_ever)
{
  await (loop_create_future ());
}

TEST_MAIN (ends_in_each_way)
{
  JugTask *cancelled = asyncio_create_task (wait_for_ever ());

  asyncio_create_task (child ("A"));
  asyncio_create_task (fail ());
  await (asyncio_sleep (0));
  task_cancel (cancelled);
}

ASYNC (yield_twice, (const char *, name))
{
  for (int turn = 0; turn < 2; turn++)
    {
      print ("%s%d", name, turn);
      await (asyncio_sleep (0));
    }
}

TEST_MAIN (takes_turns)
{
  await (asyncio_gather (yield_twice ("a"), yield_twice ("b")));
}

TEST_MAIN (awaits_itself)
{
  FOR_EACH (int, turn, 1, 2)
    {
      TRY
        {
          await (asyncio_current_task ());
        }
      EXCEPT (RuntimeError)
        {
          print ("%d %s", turn, EXCEPTION->message);
        }
      END_TRY
    }
}

TEST_MAIN (is_awaited_twice)
{
  JugTask *task = asyncio_create_task (child ("A"));

  print_value (await (task));
  print_value (await (task));
}

ASYNC (suspend, (const char *, name))
{
  print ("%s starts", name);
  await (asyncio_sleep (0));
  print ("%s ends", name);
}

TEST_MAIN (is_eager)
{
  JugTask *quick = asyncio_create_eager_task (child ("quick"));
  JugTask *slow = asyncio_create_eager_task (suspend ("slow"));

  print ("main %s %s", truth (task_done (quick)), truth (task_done (slow)));
  await (slow);
}

TEST_MAIN (eager_for_one_run)
{
  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  asyncio_create_task (child ("eager"));
  print ("first main");
}

TEST_MAIN (not_eager)
{
  asyncio_create_task (child ("not eager"));
  print ("second main");
}

static void
is_eager_in_one_run (void)
{
  eager_for_one_run ();
  not_eager ();
}

/* Its task is told apart from its creator's while it runs inside that one's step. */
ASYNC (say_who, (JugTask *, creator))
{
  print ("inside %s", truth (asyncio_current_task () == creator));
  await (asyncio_sleep (0));
}

TEST_MAIN (is_itself)
{
  JugTask *self = asyncio_current_task ();

  asyncio_create_eager_task (say_who (self));
  print ("outside %s", truth (asyncio_current_task () == self));
}

ASYNC (quit)
{
  RAISE (SystemExit, "3");
}

TEST_MAIN (gets_what_an_eager_one_quits_with)
{
  TRY
    {
      asyncio_create_eager_task (quit ());
    }
  EXCEPT (SystemExit)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
  await (asyncio_sleep (0));
  print ("goes on");
}

TEST_MAIN (has_names)
{
  JugTask *first = asyncio_create_task (child ("a"));
  JugTask *named = asyncio_create_task_named (child ("b"), "kettle");
  JugTask *second = asyncio_create_task (child ("c"));

  print ("%s %s %s %s", task_get_name (asyncio_current_task ()), task_get_name (first),
         task_get_name (named), task_get_name (second));
  task_set_name (first, "renamed");
  print ("%s", task_get_name (first));
}

static void
has_names_in_two_runs (void)
{
  has_names ();
  has_names ();
}

TEST_MAIN (lists_all)
{
  JugTask *first = asyncio_create_task (child ("a"));

  asyncio_create_task_named (wait_for_ever (), "b");
  asyncio_create_task_named (wait_for_ever (), "c");
  await (first);
  FOR_TASKS (task, asyncio_all_tasks ())
    {
      print ("%s", task_get_name (task));
    }
}

TEST_MAIN (loses_an_exception)
{
  JugTask *asked = asyncio_create_task (fail ());

  asyncio_create_task (fail ());
  await (asyncio_sleep (0));
  print ("%s", exception_name (task_exception (asked)));
}

static const JugTestProgram programs[] = {
  { "s13-starts-later-and-its-creator-goes-on", starts_later,
    "made False\nchild A\ndone True A\n" },
  { "s14-ends-by-return-exception-or-cancellation", ends_in_each_way, NULL,
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 create wait_for_ever-1 by main-1\n"
    "0.000000 1 create child-1 by main-1\n"
    "0.000000 1 create fail-1 by main-1\n"
    "0.000000 1 wait main-1 yield\n"
    "0.000000 2 step wait_for_ever-1\n"
    "0.000000 2 wait wait_for_ever-1 future\n"
    "0.000000 2 step child-1\n"
    "0.000000 2 print child-1 child A\n"
    "0.000000 2 done child-1 result\n"
    "0.000000 2 step fail-1\n"
    "0.000000 2 done fail-1 exception ValueError\n"
    "0.000000 2 step main-1\n"
    "0.000000 2 cancel wait_for_ever-1 by main-1\n"
    "0.000000 2 done main-1 result\n"
    "0.000000 3 step wait_for_ever-1 throw CancelledError\n"
    "0.000000 3 done wait_for_ever-1 cancelled\n" },
  { "s15-a-bare-yield-goes-to-the-back-once", takes_turns, "a0\nb0\na1\nb1\n" },
  { "s15-awaiting-itself-is-refused", awaits_itself,
    "1 Task cannot await on itself: Task-1\n2 await wasn't used with future\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 wait main-1 task main-1\n"
    "0.000000 2 step main-1 throw RuntimeError\n"
    "0.000000 2 print main-1 1 Task cannot await on itself: Task-1\n"
    "0.000000 2 print main-1 2 await wasn't used with future\n"
    "0.000000 2 done main-1 result\n" },
  { "s21-can-be-awaited-twice", is_awaited_twice, "child A\nA\nA\n" },
  { "s22-eager-it-starts-inside-its-creators-step", is_eager,
    "child quick\nslow starts\nmain True False\nslow ends\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 create child-1 by main-1\n"
    "0.000000 1 step child-1\n"
    "0.000000 1 print child-1 child quick\n"
    "0.000000 1 done child-1 result\n"
    "0.000000 1 create suspend-1 by main-1\n"
    "0.000000 1 step suspend-1\n"
    "0.000000 1 print suspend-1 slow starts\n"
    "0.000000 1 wait suspend-1 yield\n"
    "0.000000 1 print main-1 main True False\n"
    "0.000000 1 wait main-1 task suspend-1\n"
    "0.000000 2 step suspend-1\n"
    "0.000000 2 print suspend-1 slow ends\n"
    "0.000000 2 done suspend-1 result\n"
    "0.000000 3 step main-1\n"
    "0.000000 3 done main-1 result\n" },
  { "s22-eager-by-default-ends-with-the-run", is_eager_in_one_run,
    "child eager\nfirst main\nsecond main\nchild not eager\n" },
  { "s22-eager-it-is-the-current-task", is_itself, "inside False\noutside True\n" },
  { "s22-what-an-eager-one-quits-with-goes-to-its-creator",
    gets_what_an_eager_one_quits_with, "3\ngoes on\n",
    .reported = "Task exception was never retrieved: SystemExit: 3\n" },
  { "s23-names-are-numbered-through-all-runs", has_names_in_two_runs,
    "Task-1 Task-2 kettle Task-3\nrenamed\nchild a\nchild b\nchild c\n"
    "Task-6 Task-7 kettle Task-8\nrenamed\nchild a\nchild b\nchild c\n" },
  { "lists-those-that-are-not-done-oldest-first", lists_all, "child a\nTask-1\nb\nc\n" },
  { "s20-an-exception-that-nobody-asked-for-is-reported", loses_an_exception,
    "ValueError\n",
    .reported = "Task exception was never retrieved: ValueError: on purpose\n" },
};

static gboolean
run_for_ever (gpointer data, JugValue *result, GError **error)
{
  g_autoptr (JugFuture) future = jug_future_new (jug_loop_get_current ());

  return jug_future_await (future, result, error);
}

static void
test_a_pending_task_is_reported_when_its_loop_goes (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugTrace) trace = jug_trace_new ();
  JugLoop *loop = jug_loop_new (context, jug_clock_new_virtual (), trace);
  JugLoop *previous = jug_loop_set_current (loop);
  g_autofree char *reports = NULL;

  for (guint i = 0; i < 2; i++) /* one that waits, one that never started */
    {
      jug_task_unref (jug_task_new (
          loop, jug_coroutine_new ("for_ever", run_for_ever, NULL, 0, NULL), NULL, NULL));
      if (i == 0)
        g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_DEADLOCK);
    }
  jug_loop_free (loop);
  reports = jug_test_program_get_lines (trace, JUG_EVENT_REPORT);
  g_assert_cmpstr (reports, ==,
                   "Task was destroyed but it is pending!\n"
                   "Task was destroyed but it is pending!\n");
  jug_loop_set_current (previous);
}

static gboolean
run_quickly (gpointer data, JugValue *result, GError **error)
{
  *result = JUG_INT (7);
  return TRUE;
}

static void
test_is_a_future_that_lives_as_long_as_it_is_wanted (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (JugTask) task = jug_task_new (
      loop, jug_coroutine_new ("quickly", run_quickly, NULL, 0, NULL), "mine", NULL);
  g_autofree char *name = jug_task_dup_name (task);
  JugValue result = JUG_NONE;

  g_assert_cmpstr (name, ==, "mine");
  g_assert_cmpstr (jug_task_get_coroutine_name (task), ==, "quickly");
  g_assert_cmpuint (jug_task_get_number (task), ==, 1);
  g_assert_null (jug_task_get_current (loop));
  jug_loop_run_forever (loop);
  g_assert_true (jug_future_get_result (JUG_FUTURE (task), &result, NULL));
  g_assert_cmpint (result.i, ==, 7);
}

/* Before the loop runs there is no step to be inside of. */
static void
test_eager_without_a_running_loop_is_not (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (JugTask) task = jug_task_new_eager (
      loop, jug_coroutine_new ("quickly", run_quickly, NULL, 0, NULL), NULL, NULL);

  g_assert_false (jug_future_is_done (JUG_FUTURE (task)));
  jug_loop_run_forever (loop);
  g_assert_true (jug_future_is_done (JUG_FUTURE (task)));
}

static void
test_ensure_future_keeps_futures (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (JugFuture) future = jug_future_new (loop);
  g_autoptr (JugFuture) same = jug_ensure_future (loop, future, NULL);
  g_autoptr (JugFuture) task = jug_ensure_future (
      loop, jug_coroutine_new ("quickly", run_quickly, NULL, 0, NULL), NULL);

  g_assert_true (same == future);
  jug_loop_run_forever (loop);
  g_assert_true (jug_future_is_done (task));
  g_assert_false (jug_future_is_done (future));
}

typedef struct
{
  GString *log;
  char letter;
} Noter;

static void
note (Noter *self, char letter)
{
  g_string_append_printf (self->log, "%c%u ", letter,
                          jug_loop_get_iteration (jug_loop_get_current ()));
}

static void
note_callback (gpointer data)
{
  note (data, '!');
}

static gboolean
run_noter (gpointer data, JugValue *result, GError **error)
{
  Noter *self = data;
  JugLoop *loop = jug_loop_get_current ();

  for (guint turn = 0; turn < 200; turn++)
    {
      note (self, self->letter);
      if (turn % 40 == 20)
        jug_loop_call_later (loop, 0, NULL, note_callback, self, NULL);
      if (turn % 40 == 30)
        jug_loop_call_soon (loop, NULL, note_callback, self, NULL);
      if (turn == 155)
        jug_loop_stop (loop);
      if (!jug_yield (error))
        return FALSE;
    }
  return TRUE;
}

/* What two tasks note that take turns, with callbacks and timers between them. */
static char *
note_turns (JugTrace *trace)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), trace);
  GString *log = g_string_new (NULL);
  JugLoop *previous = jug_loop_set_current (loop);

  for (char letter = 'a'; letter <= 'b'; letter++)
    {
      Noter noter = { log, letter };

      jug_task_unref (jug_task_new (
          loop, jug_coroutine_new ("noter", run_noter, &noter, sizeof noter, NULL), NULL,
          NULL));
    }
  while (jug_loop_run_forever (loop) == JUG_LOOP_END_STOPPED)
    g_string_append (log, "| ");
  jug_loop_set_current (previous);
  return g_string_free (log, FALSE);
}

/* Without a trace to tell, and without timers, iterations follow each other more simply;
 * they are the same ones. */
static void
test_iterations_are_the_same_unrecorded (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autofree char *recorded = note_turns (trace);
  g_autofree char *unrecorded = note_turns (NULL);

  g_assert_cmpstr (unrecorded, ==, recorded);
  g_assert_true (g_str_has_prefix (unrecorded, "a1 b1 a2 b2 "));
  g_assert_nonnull (strstr (unrecorded, "a156 b156 | a157 b157 "));
  g_assert_nonnull (strstr (unrecorded, "a22 b22 !22 !22 a23 "));
  g_assert_true (g_str_has_suffix (unrecorded, "a200 b200 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/task", programs, G_N_ELEMENTS (programs));
  g_test_add_func ("/juggler/task/task/s20-a-pending-one-is-reported-when-its-loop-goes",
                   test_a_pending_task_is_reported_when_its_loop_goes);
  g_test_add_func ("/juggler/task/task/lives-as-long-as-it-is-wanted",
                   test_is_a_future_that_lives_as_long_as_it_is_wanted);
  g_test_add_func ("/juggler/task/task/s22-eager-without-a-running-loop-it-is-not",
                   test_eager_without_a_running_loop_is_not);
  g_test_add_func ("/juggler/task/task/iterations-are-the-same-unrecorded",
                   test_iterations_are_the_same_unrecorded);
  g_test_add_func ("/juggler/task/task/ensure-future-keeps-futures",
                   test_ensure_future_keeps_futures);
  return g_test_run ();
}
