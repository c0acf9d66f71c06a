/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of awaiting what GIO does. */
#include "jug-io.h"

#include "jug-python.h"
#include "jug-recorder.h"

/* An operation that a test has in its hand. */
typedef struct
{
  GTask *task; /* until it is ended */
  guint n_freed;
  gboolean ends_at_once;
  GError *error; /* (nullable): it ends with this */
} Operation;

static Operation operation;

static void
end_operation (void)
{
  g_autoptr (GTask) task = g_steal_pointer (&operation.task);

  if (operation.error)
    g_task_return_error (task, g_steal_pointer (&operation.error));
  else
    g_task_return_int (task, 42);
}

/* As libraries do it: the operation notices that it was cancelled, and ends. */
static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  if (operation.task)
    end_operation ();
}

static void
start_operation (JugIo *io, gpointer data)
{
  GCancellable *cancellable = jug_io_get_cancellable (io);

  operation.task = g_task_new (NULL, cancellable, jug_io_ready_cb, io);
  g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), NULL);
  jug_io_report_bytes (io, 10);
  jug_io_report_bytes (io, 30);
  jug_io_set_outcome (io, "forty-two");
  if (operation.ends_at_once)
    end_operation ();
}

static gboolean
finish_operation (
    gpointer data, GObject *source, GAsyncResult *result, JugValue *value, GError **error)
{
  gssize number = g_task_propagate_int (G_TASK (result), error);

  if (number < 0)
    return FALSE;
  *value = JUG_INT (number);
  return TRUE;
}

static void
free_operation (gpointer data)
{
  ((Operation *) data)->n_freed++;
}

static JugCoroutine *
operate (void)
{
  return jug_scope_own_coroutine (jug_io_new ("operate", "something", start_operation,
                                              finish_operation, &operation,
                                              free_operation));
}

static JugTrace *
record_with (void (*module) (void), JugClockKind clock, GCancellable *cancellable)
{
  const JugProgram program = { "test", module, NULL, 0 };
  const JugRecordOptions options = { .clock = clock };
  JugTrace *trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;

  jug_record (&program, &options, trace, cancellable, &error);
  g_assert_no_error (error);
  g_assert_null (operation.task);
  return trace;
}

static JugTrace *
record (void (*module) (void))
{
  return record_with (module, JUG_CLOCK_REAL, NULL);
}

/* The @nth event of a kind, from 0; JUG_NO_EVENT if there are fewer */
static guint32
find (JugTrace *trace, JugEventKind kind, guint nth)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == kind && nth-- == 0)
      return i;
  return JUG_NO_EVENT;
}

static const JugEvent *
get (JugTrace *trace, JugEventKind kind, guint nth)
{
  guint32 index = find (trace, kind, nth);

  g_assert_cmpuint (index, !=, JUG_NO_EVENT);
  return jug_trace_get_event (trace, index);
}

static const char *
get_text (JugTrace *trace, JugEventKind kind, guint nth)
{
  return jug_trace_get_string (trace, jug_event_get_text (get (trace, kind, nth)));
}

ASYNC (await_operation)
{
  print ("%d", (int) await (operate ()).i);
}

static void
await_module (void)
{
  asyncio_run (await_operation ());
}

static void
test_gives_the_result (void)
{
  g_autoptr (JugTrace) trace = NULL;

  operation = (Operation){ .ends_at_once = TRUE };
  trace = record (await_module);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_PRINT, 0), ==, "42");
  g_assert_cmpuint (operation.n_freed, ==, 1);
  g_assert_cmpuint (find (trace, JUG_EVENT_EXIT, 0), ==, JUG_NO_EVENT);
}

static void
test_the_trace_tells_it (void)
{
  g_autoptr (JugTrace) trace = NULL;
  const JugEvent *done;
  guint32 start;

  operation = (Operation){ .ends_at_once = TRUE };
  trace = record (await_module);
  start = find (trace, JUG_EVENT_IO_START, 0);
  done = get (trace, JUG_EVENT_IO_DONE, 0);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_IO_START, 0), ==, "something");
  g_assert_cmpuint (jug_trace_get_event (trace, start)->task, ==, 1);
  g_assert_cmpuint (get (trace, JUG_EVENT_IO_DATA, 0)->value, ==, 10);
  g_assert_cmpuint (get (trace, JUG_EVENT_IO_DATA, 1)->value, ==, 30);
  g_assert_cmpuint (get (trace, JUG_EVENT_IO_DATA, 1)->cause, ==, start);
  g_assert_cmpuint (done->object, ==, jug_trace_get_event (trace, start)->object);
  g_assert_cmpuint (done->cause, ==, start);
  g_assert_cmpint (done->detail, ==, JUG_OUTCOME_RESULT);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_IO_DONE, 0), ==, "forty-two");
}

static void
test_the_wait_says_for_what (void)
{
  g_autoptr (JugTrace) trace = NULL;
  const JugEvent *future;

  operation = (Operation){ .ends_at_once = TRUE };
  trace = record (await_module);
  future = get (trace, JUG_EVENT_FUTURE_CREATE, 0);
  g_assert_cmpint (future->detail, ==, JUG_PURPOSE_IO);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_FUTURE_CREATE, 0), ==, "something");
  g_assert_cmpuint (get (trace, JUG_EVENT_WAIT, 0)->object, ==, future->object);
  /* It is the outside that wakes the task. */
  g_assert_cmpuint (get (trace, JUG_EVENT_FUTURE_DONE, 0)->cause, ==,
                    find (trace, JUG_EVENT_IO_DONE, 0));
}

ASYNC (await_failing)
{
  TRY
    {
      await (operate ());
    }
  EXCEPT (FileNotFoundError)
    {
      print ("caught %s", EXCEPTION->message);
    }
  END_TRY
}

static void
failing_module (void)
{
  asyncio_run (await_failing ());
}

static void
test_errors_are_exceptions (void)
{
  g_autoptr (JugTrace) trace = NULL;

  operation = (Operation){ .ends_at_once = TRUE };
  operation.error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "nothing there");
  trace = record (failing_module);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_PRINT, 0), ==, "caught nothing there");
  g_assert_cmpint (get (trace, JUG_EVENT_IO_DONE, 0)->detail, ==, JUG_OUTCOME_EXCEPTION);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_IO_DONE, 0), ==, "FileNotFoundError");
}

static void
test_errors_have_pythons_names (void)
{
  static const struct
  {
    int code;
    const char *name;
  } rows[] = {
    { G_IO_ERROR_CONNECTION_REFUSED, "ConnectionRefusedError" },
    { G_IO_ERROR_BROKEN_PIPE, "ConnectionResetError" },
    { G_IO_ERROR_TIMED_OUT, "TimeoutError" },
    { G_IO_ERROR_PERMISSION_DENIED, "PermissionError" },
    { G_IO_ERROR_NO_SPACE, "OSError" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, rows[i].code, "why");
      g_autoptr (GError) exception = jug_io_exception_new (error);

      g_assert_cmpstr (jug_exception_get_name (exception), ==, rows[i].name);
      g_assert_cmpstr (exception->message, ==, "why");
    }
}

ASYNC (await_with_timeout)
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (0.001))
        {
          await (operate ());
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("too late");
    }
  END_TRY
}

static void
timeout_module (void)
{
  asyncio_run (await_with_timeout ());
}

static void
test_cancelling_stops_the_operation (void)
{
  g_autoptr (JugTrace) trace = NULL;

  operation = (Operation){ 0 };
  trace = record (timeout_module);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_PRINT, 0), ==, "too late");
  g_assert_cmpuint (operation.n_freed, ==, 1);
  g_assert_cmpint (get (trace, JUG_EVENT_IO_DONE, 0)->detail, ==, JUG_OUTCOME_CANCELLED);
}

DEF (end_later)
{
  print ("ending it");
  end_operation ();
}

ASYNC (await_across_a_sleep)
{
  JugTask *task = asyncio_create_task (await_operation ());

  loop_call_later (0, end_later);
  await (task);
}

static void
deadlock_module (void)
{
  asyncio_run (await_across_a_sleep ());
}

/* Nothing is ready and no timer is armed, yet there is no deadlock: an answer will
 * come. */
static void
test_waiting_for_the_outside_is_no_deadlock (void)
{
  g_autoptr (JugTrace) trace = NULL;

  operation = (Operation){ 0 };
  trace = record (deadlock_module);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_PRINT, 1), ==, "42");
  g_assert_cmpuint (find (trace, JUG_EVENT_EXIT, 0), ==, JUG_NO_EVENT);
}

ASYNC (sleep_beside_it)
{
  JugTask *task = asyncio_create_task (await_operation ());

  await (asyncio_sleep (0));
  asyncio_create_task (asyncio_sleep (1000));
  await (task);
}

static void
jump_module (void)
{
  asyncio_run (sleep_beside_it ());
}

static void
test_virtual_time_stands_still_meanwhile (void)
{
  g_autoptr (JugTrace) trace = NULL;

  operation = (Operation){ .ends_at_once = TRUE };
  trace = record_with (jump_module, JUG_CLOCK_VIRTUAL, NULL);
  g_assert_cmpint (get (trace, JUG_EVENT_IO_DONE, 0)->time_ns, ==, 0);
  g_assert_cmpstr (get_text (trace, JUG_EVENT_PRINT, 0), ==, "42");
}

ASYNC (never_await)
{
  operate ();
  print ("done");
}

static void
never_module (void)
{
  asyncio_run (never_await ());
}

static void
test_what_is_never_awaited_never_begins (void)
{
  g_autoptr (JugTrace) trace = NULL;

  operation = (Operation){ 0 };
  trace = record (never_module);
  g_assert_cmpuint (find (trace, JUG_EVENT_IO_START, 0), ==, JUG_NO_EVENT);
  g_assert_cmpuint (operation.n_freed, ==, 1);
}

static gpointer
cancel_thread (gpointer cancellable)
{
  while (!g_atomic_pointer_get (&operation.task))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_a_run_is_stopped_while_it_waits (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (JugTrace) trace = NULL;
  GThread *thread;

  operation = (Operation){ 0 };
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  trace = record_with (await_module, JUG_CLOCK_REAL, cancellable);
  g_thread_join (thread);
  g_assert_cmpuint (find (trace, JUG_EVENT_LIMIT, 0), !=, JUG_NO_EVENT);
  g_assert_cmpuint (operation.n_freed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/io/io/gives-the-result", test_gives_the_result);
  g_test_add_func ("/juggler/io/io/the-trace-tells-it", test_the_trace_tells_it);
  g_test_add_func ("/juggler/io/io/the-wait-says-for-what", test_the_wait_says_for_what);
  g_test_add_func ("/juggler/io/io/errors-are-exceptions", test_errors_are_exceptions);
  g_test_add_func ("/juggler/io/io/errors-have-pythons-names",
                   test_errors_have_pythons_names);
  g_test_add_func ("/juggler/io/io/cancelling-stops-the-operation",
                   test_cancelling_stops_the_operation);
  g_test_add_func ("/juggler/io/io/waiting-for-the-outside-is-no-deadlock",
                   test_waiting_for_the_outside_is_no_deadlock);
  g_test_add_func ("/juggler/io/io/virtual-time-stands-still-meanwhile",
                   test_virtual_time_stands_still_meanwhile);
  g_test_add_func ("/juggler/io/io/what-is-never-awaited-never-begins",
                   test_what_is_never_awaited_never_begins);
  g_test_add_func ("/juggler/io/io/a-run-is-stopped-while-it-waits",
                   test_a_run_is_stopped_while_it_waits);
  return g_test_run ();
}
