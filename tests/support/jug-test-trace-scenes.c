/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole traces for tests. */
#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static const char gather_source[] = "import asyncio\n"
                                    "\n"
                                    "async def hello(i):\n"
                                    "    print(\"hello\", i)\n"
                                    "    await asyncio.sleep(i)\n"
                                    "    print(\"bye\", i)\n"
                                    "    return i\n"
                                    "\n"
                                    "async def main():\n"
                                    "    await asyncio.gather(*[hello(i) for i in N])\n"
                                    "\n"
                                    "asyncio.run(main())\n";

/* The loop runs `main` until its first suspension, and is told to stop at its end. */
static guint32
start_main (JugTestTrace *t, const char *program)
{
  JugTrace *trace = jug_test_trace_get_trace (t);
  guint32 task;

  jug_trace_set_property (trace, JUG_TRACE_PROGRAM, program);
  jug_trace_set_property (trace, JUG_TRACE_TITLE, program);
  jug_trace_set_property (trace, JUG_TRACE_ENGINE, "native");
  jug_trace_set_property (trace, JUG_TRACE_CLOCK, "virtual");
  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  task = jug_test_trace_create (t, "main");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, task, NULL);
  return task;
}

/* `main` is done: its callback stops the loop one iteration later. */
static void
stop_loop (JugTestTrace *t, guint32 cause)
{
  guint32 stop = jug_test_trace_queue (t, JUG_TASK_LOOP, "stop", cause);

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_callback (t, stop);
  jug_test_trace_callback_end (t, stop);
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
}

static void
print_number (JugTestTrace *t, const char *word, guint number)
{
  g_autofree char *line = g_strdup_printf ("%s %u", word, number);

  jug_test_trace_print (t, line);
}

/* hello number @i wakes, ends, and tells the gather: returns the callback that does
 * so. */
static guint32
end_hello (JugTestTrace *t, guint32 task, guint i)
{
  g_autofree char *result = g_strdup_printf ("%u", i);
  guint32 event;

  jug_test_trace_step (t, task, NULL);
  jug_test_trace_line (t, 6);
  print_number (t, "bye", i);
  jug_test_trace_line (t, 7);
  event = jug_test_trace_done (t, JUG_OUTCOME_RESULT, result);
  return jug_test_trace_queue (t, JUG_TASK_LOOP, "gather", event);
}

/* The gather hears of a child; after the last one `main` goes on. */
static void
tell_gather (
    JugTestTrace *t, guint32 callback, gboolean last, guint32 future, guint32 task)
{
  guint32 event = jug_test_trace_callback (t, callback);

  if (last)
    {
      event = jug_test_trace_future_done (t, future, JUG_OUTCOME_RESULT, "[…]", event);
      jug_test_trace_queue (t, task, NULL, event);
    }
  jug_test_trace_callback_end (t, callback);
}

JugTrace *
jug_test_trace_gather (guint n_children)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autofree char *label = g_strdup_printf ("%u", n_children);
  g_autofree guint32 *tasks = g_new (guint32, n_children);
  g_autofree guint32 *timers = g_new (guint32, n_children);
  guint32 main_task, gather, told = 0;

  g_assert (n_children > 0);
  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_SOURCE, gather_source);
  main_task = start_main (t, "gather");
  jug_test_trace_line (t, 10);
  for (guint i = 0; i < n_children; i++)
    tasks[i] = jug_test_trace_create (t, "hello");
  gather = jug_test_trace_future (t, JUG_PURPOSE_GATHER, label, 0);
  for (guint i = 0; i < n_children; i++)
    jug_test_trace_child (t, gather, tasks[i]);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, gather);

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  for (guint i = 0; i < n_children; i++)
    {
      jug_test_trace_step (t, tasks[i], NULL);
      jug_test_trace_line (t, 4);
      print_number (t, "hello", i + 1);
      jug_test_trace_line (t, 5);
      timers[i] = jug_test_trace_sleep (t, (i + 1) * SECOND);
    }

  for (guint i = 0; i < n_children; i++)
    {
      jug_test_trace_iteration (t);
      jug_test_trace_poll (t, (i + 1) * SECOND);
      jug_test_trace_fire (t, timers[i], FALSE);
      jug_test_trace_run (t);
      jug_test_trace_wake (t, timers[i]);

      jug_test_trace_iteration (t);
      jug_test_trace_run (t);
      told = end_hello (t, tasks[i], i + 1);

      jug_test_trace_iteration (t);
      jug_test_trace_run (t);
      tell_gather (t, told, i + 1 == n_children, gather, main_task);
    }

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, main_task, NULL);
  stop_loop (t, jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None"));
  return jug_test_trace_finish (t);
}

/* One task of a large trace wakes, works for a while, and sleeps again. */
static guint32
take_turn (JugTestTrace *t, guint32 task, guint32 timer, gint64 deadline_ns, guint turn)
{
  jug_test_trace_iteration (t);
  jug_test_trace_poll (t, deadline_ns);
  jug_test_trace_fire (t, timer, FALSE);
  jug_test_trace_run (t);
  jug_test_trace_wake (t, timer);

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, task, NULL);
  jug_test_trace_line (t, 3 + turn % 5);
  if (turn % 10 == 0)
    print_number (t, "turn", turn);
  return jug_test_trace_sleep (t, SECOND);
}

JugTrace *
jug_test_trace_large (guint n_tasks, guint32 n_events)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autofree guint32 *timers = g_new (guint32, n_tasks);
  guint32 first;

  g_assert (n_tasks > 0);
  start_main (t, "large");
  jug_test_trace_line (t, 1);
  first = jug_trace_get_n_tasks (trace) + 1;
  for (guint i = 0; i < n_tasks; i++)
    jug_test_trace_create (t, i % 2 == 0 ? "even" : "odd");
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  for (guint i = 0; i < n_tasks; i++)
    {
      jug_test_trace_step (t, first + i, NULL);
      timers[i] = jug_test_trace_sleep (t, (i + 1) * SECOND / (n_tasks + 1));
    }
  g_assert (jug_trace_get_n_events (trace) < n_events);

  /* The rest of a turn that no longer fits is left out. */
  for (guint turn = 1; jug_trace_get_n_events (trace) + 40 < n_events; turn++)
    for (guint i = 0; i < n_tasks && jug_trace_get_n_events (trace) + 40 < n_events; i++)
      timers[i] =
          take_turn (t, first + i, timers[i],
                     (turn - 1) * SECOND + (i + 1) * SECOND / (n_tasks + 1), turn);
  while (jug_trace_get_n_events (trace) + 1 < n_events)
    jug_test_trace_iteration (t);
  jug_test_trace_add_event (t, (JugEvent){
                                   .kind = JUG_EVENT_LIMIT,
                                   .text = jug_trace_intern (trace, "events"),
                                   .cause = JUG_NO_EVENT,
                               });
  return jug_test_trace_finish (t);
}

/* Primitives: `main` makes each of them and does everything to the last. */
static void
show_primitives (JugTestTrace *t)
{
  guint32 sync = 0;

  for (guint kind = JUG_SYNC_LOCK; kind <= JUG_SYNC_QUEUE; kind++)
    sync =
        jug_test_trace_sync_create (t, kind, kind == JUG_SYNC_QUEUE ? "jobs" : NULL, 3);
  for (guint op = JUG_SYNC_ACQUIRE; op <= JUG_SYNC_RESET; op++)
    jug_test_trace_sync (t, sync, op, op);
  for (guint purpose = JUG_PURPOSE_PLAIN; purpose <= JUG_PURPOSE_EXECUTOR; purpose++)
    jug_test_trace_future (t, purpose, "label",
                           purpose == JUG_PURPOSE_QUEUE_GET ? sync : 0);
}

/* Callbacks and timers that are cancelled, and one that is due together with another. */
static void
show_cancelled_callbacks (JugTestTrace *t, guint32 cause)
{
  guint32 callback = jug_test_trace_queue (t, JUG_TASK_LOOP, "say hello", cause);
  guint32 timer = callback + 1;

  jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, callback, 0);
  jug_test_trace_add_event (t, (JugEvent){
                                   .kind = JUG_EVENT_TIMER_ARM,
                                   .object = timer,
                                   .deadline_ns = 9 * SECOND,
                               });
  jug_test_trace_add (t, JUG_EVENT_TIMER_CANCEL, 0, timer, 0);
}

/* The outside world brings something, and fails, and is given up. */
static void
show_operations (JugTestTrace *t, guint32 task, guint32 operation)
{
  JugTrace *trace = jug_test_trace_get_trace (t);
  static const char *const results[] = { "200 OK", "TimeoutError", NULL };

  for (guint outcome = JUG_OUTCOME_RESULT; outcome <= JUG_OUTCOME_CANCELLED; outcome++)
    {
      JugEvent start = { .kind = JUG_EVENT_IO_START,
                         .task = task,
                         .cause = JUG_NO_EVENT };
      JugEvent data = { .kind = JUG_EVENT_IO_DATA, .cause = JUG_NO_EVENT };
      JugEvent done = { .kind = JUG_EVENT_IO_DONE, .detail = (guint8) outcome };

      start.object = data.object = done.object = operation + outcome;
      start.text = jug_trace_intern (trace, "GET /page");
      data.value = 1024;
      done.text = jug_trace_intern (trace, results[outcome]);
      done.cause = jug_test_trace_add_event (t, start);
      jug_test_trace_add_event (t, data);
      jug_test_trace_add_event (t, done);
    }
}

/* A number, or a text, of a kind that has nothing else. */
static void
add_plain (JugTestTrace *t, JugEventKind kind, guint32 task, guint detail, guint32 value)
{
  jug_test_trace_add_event (t, (JugEvent){
                                   .kind = (guint8) kind,
                                   .task = task,
                                   .detail = (guint8) detail,
                                   .value = value,
                                   .cause = JUG_NO_EVENT,
                               });
}

/* The child waits for everything that one can wait for, and is cancelled. */
static void
show_waits (JugTestTrace *t, guint32 child, guint32 eager)
{
  jug_test_trace_step (t, child, NULL);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, child, NULL);
  jug_test_trace_wait (t, JUG_WAIT_TASK, eager);
  jug_test_trace_queue (t, child, NULL, jug_test_trace_cancel (t, child));
  jug_test_trace_step (t, child, "CancelledError");
  add_plain (t, JUG_EVENT_UNCANCEL, child, 0, 0);
  jug_test_trace_queue (t, eager, NULL, jug_test_trace_cancel (t, eager));
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, NULL);
  jug_test_trace_step (t, eager, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "42");
}

/* A wait for a task and a future, with a timeout. */
static void
show_children (JugTestTrace *t, guint32 task, guint32 future)
{
  guint32 outer = jug_test_trace_future (t, JUG_PURPOSE_WAIT, "ALL_COMPLETED", 0);

  jug_test_trace_child (t, outer, task);
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_FUTURE_CHILD,
                                           .object = outer,
                                           .value = future,
                                           .cause = JUG_NO_EVENT });
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                           .task = task,
                                           .object = outer + 1,
                                           .detail = JUG_TIMER_CANCELS,
                                           .deadline_ns = jug_test_trace_get_time (t) });
}

JugTrace *
jug_test_trace_every_kind (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  guint32 main_task = start_main (t, "every kind");
  guint32 child, eager, first, second, future;

  jug_test_trace_line (t, 1);
  child = jug_test_trace_create (t, "child");
  add_plain (t, JUG_EVENT_TASK_NAME, child, 0,
             jug_trace_intern (trace, "the \"first\" one"));
  eager = jug_trace_get_n_tasks (trace) + 1;
  jug_test_trace_add_event (t, (JugEvent){
                                   .kind = JUG_EVENT_TASK_CREATE,
                                   .task = eager,
                                   .object = main_task,
                                   .detail = 1,
                                   .text = jug_trace_intern (trace, "child"),
                                   .cause = JUG_NO_EVENT,
                               });
  show_primitives (t);
  jug_test_trace_add_event (t, (JugEvent){
                                   .kind = JUG_EVENT_BLOCK,
                                   .task = main_task,
                                   .deadline_ns = SECOND / 2,
                               });
  jug_test_trace_set_time (t, SECOND / 2);
  jug_test_trace_print (t, "a line\twith \"everything\" \\ é");
  jug_test_trace_print (t, "");
  add_plain (t, JUG_EVENT_PRINT, main_task, JUG_STREAM_STDERR,
             jug_trace_intern (trace, "a warning"));
  add_plain (t, JUG_EVENT_FRAMES, main_task, 0,
             jug_trace_intern (trace, "main\t9\tprogram.py\nsleep\t7\ttasks.py"));
  add_plain (t, JUG_EVENT_LOCALS, main_task, 0, jug_trace_intern (trace, "n\t3"));
  first = jug_test_trace_sleep (t, SECOND);
  show_waits (t, child, eager);
  show_operations (t, main_task, 100);
  jug_test_trace_add (t, JUG_EVENT_INTERVENTION, 0, 1, 0);

  jug_test_trace_iteration (t);
  jug_test_trace_poll (t, jug_test_trace_get_time (t) + SECOND);
  jug_test_trace_fire (t, first, FALSE);
  jug_test_trace_run (t);
  jug_test_trace_wake (t, first);
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, main_task, NULL);
  second = jug_test_trace_sleep (t, SECOND);
  jug_test_trace_iteration (t);
  jug_test_trace_poll (t, jug_test_trace_get_time (t) + SECOND);
  jug_test_trace_fire (t, second, TRUE);
  jug_test_trace_poll (t, -1);
  jug_test_trace_wake (t, second);
  show_cancelled_callbacks (t, 0);

  future = jug_test_trace_future (t, JUG_PURPOSE_PLAIN, NULL, 0);
  show_children (t, main_task, future);
  jug_test_trace_future_done (t, future, JUG_OUTCOME_EXCEPTION, "OSError", JUG_NO_EVENT);
  jug_test_trace_future_done (t, future, JUG_OUTCOME_CANCELLED, NULL, JUG_NO_EVENT);
  jug_test_trace_step (t, main_task, "OSError");
  add_plain (t, JUG_EVENT_EXCEPTION, main_task, 0, jug_trace_intern (trace, "no route"));
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "OSError");
  add_plain (t, JUG_EVENT_SHUTDOWN, 0, 0, 1);
  for (guint what = JUG_UNORDERED_GROUP; what <= JUG_UNORDERED_COMPLETED; what++)
    add_plain (t, JUG_EVENT_UNORDERED, 0, what, 2);
  for (guint report = JUG_REPORT_NEVER_RETRIEVED; report <= JUG_REPORT_SHUTDOWN_ERROR;
       report++)
    add_plain (t, JUG_EVENT_REPORT, child, report, jug_trace_intern (trace, "look here"));
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
  add_plain (t, JUG_EVENT_EXIT, 0, 0, jug_trace_intern (trace, "OSError"));
  add_plain (t, JUG_EVENT_LIMIT, 0, 0, jug_trace_intern (trace, "events"));
  return jug_test_trace_finish (t);
}
