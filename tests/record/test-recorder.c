/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recording promises, whatever the program does. */
#include <locale.h>

#include "jug-event-log.h"
#include "jug-python.h"
#include "jug-recorder.h"

static const JugParameter parameters[] = { { "turns", 3 }, { "seconds", 1 } };

ASYNC (count, (double, turns), (double, seconds))
{
  for (int turn = 0; turn < turns; turn++)
    {
      AT (3) print ("turn %d", turn);
      AT (4) await (asyncio_sleep (seconds));
    }
}

static void
run_count (void)
{
  asyncio_run (
      count (jug_program_get_parameter ("turns"), jug_program_get_parameter ("seconds")));
}

static const JugProgram counting = {
  .id = "test/count", .module = run_count, .parameters = parameters, .n_parameters = 2
};

ASYNC (spin)
{
  for (;;)
    await (asyncio_sleep (0));
}

static void
run_spin (void)
{
  asyncio_run (spin ());
}

static const JugProgram spinning = { .id = "test/spin", .module = run_spin };

ASYNC (wait_for_ever)
{
  await (loop_create_future ());
}

static void
run_deadlock (void)
{
  asyncio_run (wait_for_ever ());
  print ("never");
}

static const JugProgram deadlocked = { .id = "test/deadlock", .module = run_deadlock };

static void
run_failure (void)
{
  print ("before");
  RAISE (ValueError, "on purpose");
}

static const JugProgram failing = { .id = "test/fail", .module = run_failure };

static JugTrace *
record (const JugProgram *program, const JugRecordOptions *options)
{
  JugTrace *trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_record (program, options, trace, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (jug_trace_is_sealed (trace));
  return trace;
}

static char *
record_log (const JugProgram *program, const JugRecordOptions *options)
{
  g_autoptr (JugTrace) trace = record (program, options);

  return jug_event_log_to_string (trace);
}

static void
test_says_what_it_recorded (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = record (&counting, &options);

  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_PROGRAM), ==, "test/count");
  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_ENGINE), ==, "native");
  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_CLOCK), ==, "virtual");
}

static void
test_equal_options_make_equal_traces (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) first = record (&counting, &options);
  g_autoptr (JugTrace) second = record (&counting, &options);
  g_autoptr (GBytes) first_bytes = jug_trace_to_bytes (first);
  g_autoptr (GBytes) second_bytes = jug_trace_to_bytes (second);

  g_assert_true (g_bytes_equal (first_bytes, second_bytes));
}

static void
test_values_reach_the_program (void)
{
  const double one_turn[] = { 1, 1 };
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL, .values = one_turn };
  g_autofree char *log = record_log (&counting, &options);

  g_assert_cmpstr (log, ==,
                   "0.000000 0 create count-1 by loop\n"
                   "0.000000 1 step count-1\n"
                   "0.000000 1 print count-1 turn 0\n"
                   "0.000000 1 wait count-1 future\n"
                   "1.000000 3 step count-1\n"
                   "1.000000 3 done count-1 result\n");
}

static void
test_marks_lines (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = record (&counting, &options);
  guint n_marks = 0;

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind != JUG_EVENT_LINE)
        continue;
      n_marks++;
      g_assert_cmpuint (event->task, ==, 1);
      g_assert_true (event->object == 3 || event->object == 4);
      g_assert_cmpuint (event->extra, >, 0);
    }
  g_assert_cmpuint (n_marks, ==, 6);
}

static const JugEvent *
get_last (JugTrace *trace)
{
  return jug_trace_get_event (trace, jug_trace_get_n_events (trace) - 1);
}

static void
test_an_endless_program_stops_at_the_limit (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL, .event_limit = 500 };
  g_autoptr (JugTrace) trace = record (&spinning, &options);

  g_assert_cmpuint (get_last (trace)->kind, ==, JUG_EVENT_LIMIT);
  g_assert_cmpuint (jug_trace_get_n_events (trace), >=, 500);
  g_assert_cmpuint (jug_trace_get_n_events (trace), <, 520);
}

static gpointer
cancel_when_it_runs (gpointer data)
{
  gpointer *both = data;

  while (jug_trace_get_n_events (both[0]) < 1000)
    g_thread_yield ();
  g_cancellable_cancel (both[1]);
  return NULL;
}

static void
test_cancelling_keeps_what_there_is (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gpointer both[] = { trace, cancellable };
  g_autoptr (GError) error = NULL;
  GThread *other = g_thread_new ("cancel", cancel_when_it_runs, both);

  g_assert_true (jug_record (&spinning, &options, trace, cancellable, &error));
  g_thread_join (other);
  g_assert_no_error (error);
  g_assert_true (jug_trace_is_sealed (trace));
  g_assert_cmpuint (jug_trace_get_n_events (trace), >=, 1000);
  g_assert_cmpuint (get_last (trace)->kind, ==, JUG_EVENT_LIMIT);
}

static void
test_a_cancelled_recording_does_not_run (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *log = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (jug_record (&counting, &options, trace, cancellable, NULL));
  log = jug_event_log_to_string (trace);
  g_assert_cmpstr (log, ==, "0.000000 0 create count-1 by loop\n");
}

static void
test_a_deadlock_ends_the_program (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autofree char *log = record_log (&deadlocked, &options);

  g_assert_cmpstr (log, ==,
                   "0.000000 0 create wait_for_ever-1 by loop\n"
                   "0.000000 1 step wait_for_ever-1\n"
                   "0.000000 1 wait wait_for_ever-1 future\n"
                   "0.000000 2 exit program deadlock\n");
}

static void
test_a_failure_is_a_trace_like_any_other (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autofree char *log = record_log (&failing, &options);

  g_assert_cmpstr (log, ==,
                   "0.000000 0 print loop before\n"
                   "0.000000 0 exit program ValueError\n");
}

ASYNC (fail)
{
  RAISE (ValueError, "on purpose");
}

static void
run_failing_task (void)
{
  asyncio_run (fail ());
}

static const JugProgram failing_task = { .id = "test/fail-task",
                                         .module = run_failing_task };

/* Of a task and of the program that it ends. */
static void
test_exceptions_say_what_they_say (void)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = record (&failing_task, &options);
  guint n_seen = 0;

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      g_autofree char *text = jug_trace_dup_exception (trace, i);

      if (event->kind != JUG_EVENT_DONE && event->kind != JUG_EVENT_EXIT)
        continue;
      g_assert_cmpstr (text, ==, "ValueError: on purpose");
      n_seen++;
    }
  g_assert_cmpuint (n_seen, ==, 2);
}

static void
test_real_time_passes (void)
{
  const double short_turn[] = { 1, 0.01 };
  const JugRecordOptions options = { .clock = JUG_CLOCK_REAL, .values = short_turn };
  g_autoptr (JugTrace) trace = record (&counting, &options);

  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_CLOCK), ==, "real");
  g_assert_cmpint (jug_trace_get_end_time (trace), >=, JUG_NS_PER_SECOND / 100);
}

static void
test_refuses_a_journal_that_it_cannot_follow (void)
{
  const JugIntervention cancel = { .event = 3,
                                   .kind = JUG_INTERVENTION_CANCEL,
                                   .task = 1 };
  g_autoptr (JugJournal) journal = jug_journal_new ();
  g_autoptr (JugTrace) trace = jug_trace_new ();
  JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL, .journal = journal };
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_record (&counting, &options, trace, NULL, &error));
  g_assert_no_error (error);
  jug_trace_unref (trace);
  trace = jug_trace_new ();
  jug_journal_add (journal, &cancel);
  g_assert_false (jug_record (&counting, &options, trace, NULL, &error));
  g_assert_error (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_JOURNAL);
  g_assert_cmpuint (jug_trace_get_n_events (trace), ==, 0);
}

static void
test_journal_is_in_the_order_of_events (void)
{
  g_autoptr (JugJournal) journal = jug_journal_new ();
  const guint32 events[] = { 7, 3, 7, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    jug_journal_add (journal, &(JugIntervention){ .event = events[i], .task = i });
  g_assert_cmpuint (jug_journal_get_length (journal), ==, 4);
  g_assert_cmpuint (jug_journal_get (journal, 0)->task, ==, 1);
  g_assert_cmpuint (jug_journal_get (journal, 1)->task, ==, 3);
  g_assert_cmpuint (jug_journal_get (journal, 2)->task, ==, 0);
  g_assert_cmpuint (jug_journal_get (journal, 3)->task, ==, 2);
}

#define ADD(name, function) g_test_add_func ("/juggler/record/" name, function)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("recorder/says-what-it-recorded", test_says_what_it_recorded);
  ADD ("recorder/equal-options-make-equal-traces", test_equal_options_make_equal_traces);
  ADD ("recorder/values-reach-the-program", test_values_reach_the_program);
  ADD ("recorder/marks-lines", test_marks_lines);
  ADD ("recorder/an-endless-program-stops-at-the-limit",
       test_an_endless_program_stops_at_the_limit);
  ADD ("recorder/cancelling-keeps-what-there-is", test_cancelling_keeps_what_there_is);
  ADD ("recorder/a-cancelled-recording-does-not-run",
       test_a_cancelled_recording_does_not_run);
  ADD ("recorder/a-deadlock-ends-the-program", test_a_deadlock_ends_the_program);
  ADD ("recorder/a-failure-is-a-trace-like-any-other",
       test_a_failure_is_a_trace_like_any_other);
  ADD ("recorder/exceptions-say-what-they-say", test_exceptions_say_what_they_say);
  ADD ("recorder/real-time-passes", test_real_time_passes);
  ADD ("recorder/refuses-a-journal-that-it-cannot-follow",
       test_refuses_a_journal_that_it_cannot_follow);
  ADD ("journal/is-in-the-order-of-events", test_journal_is_in_the_order_of_events);
  return g_test_run ();
}
