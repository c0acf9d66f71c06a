/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what asyncio and Python report of a program, event by event. */
#include "jug-python.h"
#include "jug-test-program.h"

/* Each text is what CPython 3.13 says, without the places in files ("running at …",
 * "created at …") and the `wait_for=` and `cb=` of a task. */

#define N_REPORTS_MAX 8

typedef struct
{
  JugTrace *trace;
  const JugEvent *reports[N_REPORTS_MAX];
  guint n_reports;
} Run;

static Run
record (void (*module) (void))
{
  Run run = { .trace = jug_test_program_record (module) };

  for (guint32 i = 0; i < jug_trace_get_n_events (run.trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (run.trace, i);

      if (event->kind != JUG_EVENT_REPORT)
        continue;
      g_assert_cmpuint (run.n_reports, <, N_REPORTS_MAX);
      run.reports[run.n_reports++] = event;
    }
  return run;
}

/* The number of the one task whose coroutine is called so. */
static guint32
find_task (Run *run, const char *name)
{
  guint32 task = JUG_TASK_LOOP;

  for (guint32 i = 0; i < jug_trace_get_n_events (run->trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (run->trace, i);

      if (event->kind == JUG_EVENT_TASK_CREATE &&
          g_str_equal (jug_trace_get_string (run->trace, event->text), name))
        {
          g_assert_cmpuint (task, ==, JUG_TASK_LOOP);
          task = event->task;
        }
    }
  g_assert_cmpuint (task, !=, JUG_TASK_LOOP);
  return task;
}

static void
assert_report (Run *run, guint i, JugReport report, guint32 task, const char *text)
{
  const JugEvent *event;

  g_assert_cmpuint (i, <, run->n_reports);
  event = run->reports[i];
  g_assert_cmpstr (jug_trace_get_string (run->trace, event->text), ==, text);
  g_assert_cmpuint (event->detail, ==, report);
  g_assert_cmpuint (event->task, ==, task);
}

static void
end (Run *run, guint n_reports)
{
  g_assert_cmpuint (run->n_reports, ==, n_reports);
  jug_trace_unref (run->trace);
}

ASYNC (child)
{
  print ("child");
}

ASYNC (forgetful)
{
  child ();
  await (asyncio_sleep (1));
}

TEST_MAIN (forgets)
{
  await (asyncio_create_task (forgetful ()));
}

static void
test_never_awaited (void)
{
  Run run = record (forgets);

  assert_report (&run, 0, JUG_REPORT_NEVER_AWAITED, find_task (&run, "forgetful"),
                 "coroutine 'child' was never awaited");
  end (&run, 1);
}

ASYNC (late)
{
  await (asyncio_sleep (9));
}

ASYNC (cleans_up)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      asyncio_create_task (late ());
      await (asyncio_sleep (0));
    }
  END_TRY
}

TEST_MAIN (leaves_one_behind)
{
  asyncio_create_task (cleans_up ());
  await (asyncio_sleep (1));
  RAISE (ValueError, "main fails");
}

static void
test_destroyed_pending (void)
{
  Run run = record (leaves_one_behind);
  guint32 n = jug_trace_get_n_events (run.trace);

  assert_report (&run, 0, JUG_REPORT_DESTROYED_PENDING, find_task (&run, "late"),
                 "Task was destroyed but it is pending!");
  /* Python says so when all is over: behind the traceback, and last of all. */
  g_assert_true (run.reports[0] == jug_trace_get_event (run.trace, n - 1));
  g_assert_cmpuint (jug_trace_get_event (run.trace, n - 2)->kind, ==, JUG_EVENT_EXIT);
  end (&run, 1);
}

TEST_MAIN (waits_for_ever)
{
  asyncio_create_task (late ());
  await (loop_create_future ());
}

/* CPython would go on waiting, and say nothing. */
static void
test_nothing_is_destroyed_by_a_deadlock (void)
{
  Run run = record (waits_for_ever);

  end (&run, 0);
}

DEF (blocks)
{
  time_sleep (0.1);
}

ASYNC_VALUE (culprit)
{
  time_sleep (0.15);
  return JUG_INT (7);
}

ASYNC (fails)
{
  time_sleep (0.5);
  RAISE (ValueError, "too late");
}

ASYNC (gives_up)
{
  time_sleep (0.25);
  task_cancel (asyncio_current_task ());
  await (asyncio_sleep (1));
}

ASYNC (stops)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      time_sleep (0.3);
    }
  END_TRY
  await (asyncio_sleep (1));
}

ASYNC (is_slow)
{
  JugTask *task;

  time_sleep (0.2);
  task = asyncio_create_task_named (culprit (), "culprit");
  loop_call_soon (blocks);
  await (task);
  await (asyncio_gather_exceptions (asyncio_create_task (fails ())));
  task = asyncio_create_task (stops ());
  await (asyncio_sleep (0));
  task_cancel (task);
  await (task);
}

static void
is_slow_in_debug_mode (void)
{
  asyncio_run_debug (is_slow ());
}

static void
is_slow_unwatched (void)
{
  asyncio_run (is_slow ());
}

static void
test_slow_callback (void)
{
  Run run = record (is_slow_in_debug_mode);

  assert_report (&run, 0, JUG_REPORT_SLOW_CALLBACK, find_task (&run, "is_slow"),
                 "Executing <Task pending name='Task-1' coro=<is_slow() running>> "
                 "took 0.200 seconds");
  assert_report (&run, 1, JUG_REPORT_SLOW_CALLBACK, find_task (&run, "culprit"),
                 "Executing <Task finished name='culprit' coro=<culprit() done> "
                 "result=7> took 0.150 seconds");
  assert_report (&run, 2, JUG_REPORT_SLOW_CALLBACK, JUG_TASK_LOOP,
                 "Executing <Handle blocks()> took 0.100 seconds");
  assert_report (&run, 3, JUG_REPORT_SLOW_CALLBACK, find_task (&run, "fails"),
                 "Executing <Task finished name='Task-2' coro=<fails() done> "
                 "exception=ValueError('too late')> took 0.500 seconds");
  assert_report (&run, 4, JUG_REPORT_SLOW_CALLBACK, find_task (&run, "stops"),
                 "Executing <Task cancelling name='Task-3' coro=<stops() running>> "
                 "took 0.300 seconds");
  end (&run, 5);

  run = record (is_slow_unwatched);
  end (&run, 0);
}

TEST_MAIN (gives_up_slowly)
{
  await (asyncio_gather_exceptions (asyncio_create_task (gives_up ())));
}

static void
runs_twice (void)
{
  asyncio_run_debug (gives_up_slowly_main ());
  gives_up_slowly ();
}

static void
test_debug_mode_lasts_one_run (void)
{
  Run run = record (runs_twice);

  g_assert_cmpuint (run.n_reports, ==, 1);
  g_assert_cmpstr (jug_trace_get_string (run.trace, run.reports[0]->text), ==,
                   "Executing <Task cancelling name='Task-2' coro=<gives_up() running>> "
                   "took 0.250 seconds");
  end (&run, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/task/report/s11-never-awaited", test_never_awaited);
  g_test_add_func ("/juggler/task/report/s24-destroyed-pending", test_destroyed_pending);
  g_test_add_func ("/juggler/task/report/nothing-is-destroyed-by-a-deadlock",
                   test_nothing_is_destroyed_by_a_deadlock);
  g_test_add_func ("/juggler/task/report/s61-slow-callback", test_slow_callback);
  g_test_add_func ("/juggler/task/report/s61-debug-mode-lasts-one-run",
                   test_debug_mode_lasts_one_run);
  return g_test_run ();
}
