/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of iterations: what runs in which, when a run ends, and why. */
#include "jug-handle.h"

#define DAY_NS (24 * 3600 * JUG_NS_PER_SECOND)

typedef struct
{
  GMainContext *context;
  JugTrace *trace;
  JugLoop *loop;
  GString *log;
} Fixture;

/* Writes its letter and the iteration; may do more. */
typedef struct
{
  Fixture *fixture;
  char letter;
  void (*then) (Fixture *fixture);
} Note;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->context = g_main_context_new ();
  self->trace = jug_trace_new ();
  self->loop = jug_loop_new (self->context, jug_clock_new_virtual (), self->trace);
  self->log = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->loop, jug_loop_free);
  jug_trace_unref (self->trace);
  g_string_free (self->log, TRUE);
  g_main_context_unref (self->context);
}

static void
write_note (gpointer data)
{
  Note *self = data;

  g_string_append_printf (self->fixture->log, "%c%u ", self->letter,
                          jug_loop_get_iteration (self->fixture->loop));
  if (self->then)
    self->then (self->fixture);
}

static Note *
note_new (Fixture *fixture, char letter, void (*then) (Fixture *fixture))
{
  Note *self = g_new (Note, 1);

  *self = (Note){ fixture, letter, then };
  return self;
}

static void
call_soon (Fixture *self, char letter, void (*then) (Fixture *self))
{
  jug_loop_call_soon (self->loop, "note", write_note, note_new (self, letter, then),
                      g_free);
}

static void
call_at (Fixture *self, gint64 deadline_ns, char letter, void (*then) (Fixture *self))
{
  jug_loop_call_at (self->loop, deadline_ns, "note", write_note,
                    note_new (self, letter, then), g_free);
}

static void
stop (Fixture *self)
{
  jug_loop_stop (self->loop);
}

static guint
count_events (Fixture *self, JugEventKind kind)
{
  guint n = 0;

  for (guint32 i = 0; i < jug_trace_get_n_events (self->trace); i++)
    n += jug_trace_get_event (self->trace, i)->kind == kind;
  return n;
}

static void
block_and_call_soon (Fixture *self)
{
  jug_loop_block (self->loop, 10);
  call_soon (self, 'r', NULL);
}

static void
test_ready_callbacks_come_before_due_timers (Fixture *self, gconstpointer data)
{
  call_at (self, 5, 't', stop);
  call_soon (self, 'b', block_and_call_soon);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "b1 r2 t2 ");
}

static void
test_an_iteration_waits_a_day_at_most (Fixture *self, gconstpointer data)
{
  call_at (self, 2 * DAY_NS + DAY_NS / 2, 't', stop);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "t3 ");
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 2 * DAY_NS + DAY_NS / 2);
}

static void
test_a_day_is_waited_in_one_iteration (Fixture *self, gconstpointer data)
{
  call_at (self, DAY_NS, 't', stop);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "t1 ");
}

static void
call_a_and_b (Fixture *self)
{
  call_soon (self, 'a', NULL);
  call_soon (self, 'b', stop);
}

static void
test_what_callbacks_schedule_runs_an_iteration_later (Fixture *self, gconstpointer data)
{
  call_soon (self, 'x', call_a_and_b);
  call_soon (self, 'y', NULL);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "x1 y1 a2 b2 ");
}

static void
test_timers_are_never_early (Fixture *self, gconstpointer data)
{
  call_at (self, 7, 'b', stop);
  call_at (self, 6, 'a', NULL);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 b2 ");
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 7);
}

static void
test_ties_are_marked (Fixture *self, gconstpointer data)
{
  guint n_ties = 0;

  call_at (self, 5, 'a', NULL);
  call_at (self, 5, 'b', NULL);
  call_at (self, 5, 'c', NULL);
  call_at (self, 6, 'd', stop);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 b1 c1 d2 ");
  for (guint32 i = 0; i < jug_trace_get_n_events (self->trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      n_ties += event->kind == JUG_EVENT_TIMER_FIRE && event->detail == 1;
    }
  g_assert_cmpuint (n_ties, ==, 3);
}

static void
escape (Fixture *self)
{
  jug_loop_escape (self->loop, g_error_new_literal (G_FILE_ERROR, 0, "out of here"));
}

static void
test_what_escapes_ends_the_run_in_the_middle (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  call_soon (self, 'a', escape);
  call_soon (self, 'b', stop);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_ESCAPED);
  error = jug_loop_steal_escaped (self->loop);
  g_assert_error (error, G_FILE_ERROR, 0);
  g_assert_null (jug_loop_steal_escaped (self->loop));
  g_assert_cmpstr (self->log->str, ==, "a1 ");

  /* What was ready stays ready. */
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_cmpstr (self->log->str, ==, "a1 b2 ");
}

static void
stop_and_call_soon (Fixture *self)
{
  g_assert_true (jug_loop_is_running (self->loop));
  jug_loop_stop (self->loop);
  call_soon (self, 'z', stop);
}

static void
test_stop_lets_the_iteration_finish (Fixture *self, gconstpointer data)
{
  call_soon (self, 'a', stop_and_call_soon);
  call_soon (self, 'b', NULL);
  g_assert_false (jug_loop_is_running (self->loop));
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_false (jug_loop_is_running (self->loop));
  g_assert_cmpstr (self->log->str, ==, "a1 b1 ");
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 b1 z2 ");
}

static void
test_stopped_before_it_runs_one_iteration (Fixture *self, gconstpointer data)
{
  call_soon (self, 'a', block_and_call_soon);
  call_at (self, 100, 't', NULL);
  jug_loop_stop (self->loop);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_cmpstr (self->log->str, ==, "a1 ");
}

static void
test_nothing_to_wait_for_is_a_deadlock (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_DEADLOCK);
  g_assert_cmpuint (jug_loop_get_iteration (self->loop), ==, 1);
}

static void
test_a_timer_for_the_end_of_time_keeps_nothing_alive (Fixture *self, gconstpointer data)
{
  call_at (self, JUG_CLOCK_NEVER_NS, 'n', NULL);
  call_at (self, jug_loop_get_time (self->loop) + JUG_CLOCK_NEVER_NS, 'n', NULL);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_DEADLOCK);
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 0);
  g_assert_cmpstr (self->log->str, ==, "");
}

static void
test_the_limit_of_events_ends_a_run (Fixture *self, gconstpointer data)
{
  jug_loop_set_event_limit (self->loop, 100);
  call_soon (self, 'a', call_a_and_b);
  for (guint i = 0; i < 200; i++)
    call_soon (self, '-', NULL);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_LIMIT);
  g_assert_cmpuint (jug_loop_get_iteration (self->loop), ==, 1);
}

static void
test_numbers_go_on_through_runs (Fixture *self, gconstpointer data)
{
  call_soon (self, 'a', stop);
  jug_loop_run_forever (self->loop);
  jug_loop_block (self->loop, 5);
  jug_loop_close (self->loop);
  call_at (self, 7, 'b', stop);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 b2 ");
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 7);
  g_assert_cmpuint (count_events (self, JUG_EVENT_LOOP_START), ==, 2);
  g_assert_cmpuint (count_events (self, JUG_EVENT_LOOP_STOP), ==, 2);
}

static void
test_blocking_moves_virtual_time (Fixture *self, gconstpointer data)
{
  jug_loop_block (self->loop, 5);
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 5);
  jug_loop_block (self->loop, -5);
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 5);
  g_assert_cmpuint (count_events (self, JUG_EVENT_BLOCK), ==, 2);
}

/* An owner that embeds a callback and goes away with it queued. */
static void
run_never (JugLoop *loop, JugCallback *callback)
{
  g_assert_not_reached ();
}

static void
test_an_unscheduled_callback_leaves_its_place (Fixture *self, gconstpointer data)
{
  JugCallback callback = { .run = run_never };

  call_soon (self, 'a', NULL);
  jug_loop_schedule (self->loop, &callback, JUG_NO_EVENT);
  call_soon (self, 'b', stop);
  jug_loop_unschedule (self->loop, &callback);
  g_assert_false (callback.is_queued);
  jug_loop_unschedule (self->loop, &callback);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 b1 ");
}

static void
test_a_disarmed_timer_does_not_run_even_if_it_is_due (Fixture *self, gconstpointer data)
{
  JugTimer timer = { .callback.run = run_never };

  jug_loop_arm (self->loop, &timer, 5);
  jug_loop_disarm (self->loop, &timer);
  jug_loop_disarm (self->loop, &timer);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_DEADLOCK);
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 0);
}

static void
block_for_long (Fixture *self)
{
  jug_loop_block (self->loop, JUG_NS_PER_SECOND / 10);
}

static void
block_for_less (Fixture *self)
{
  jug_loop_block (self->loop, JUG_NS_PER_SECOND / 10 - 1);
}

static void
assert_last_report (Fixture *self, const char *text)
{
  const JugEvent *last = NULL;

  for (guint32 i = 0; i < jug_trace_get_n_events (self->trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == JUG_EVENT_REPORT)
        last = event;
    }
  g_assert_nonnull (last);
  g_assert_cmpuint (last->detail, ==, JUG_REPORT_SLOW_CALLBACK);
  g_assert_cmpuint (last->task, ==, JUG_TASK_LOOP);
  g_assert_cmpuint (last->object, !=, 0);
  g_assert_cmpstr (jug_trace_get_string (self->trace, last->text), ==, text);
}

static void
test_debug_mode_tells_on_slow_callbacks (Fixture *self, gconstpointer data)
{
  g_assert_false (jug_loop_get_debug (self->loop));
  call_soon (self, 'a', block_for_long);
  jug_loop_run_forever (self->loop);
  g_assert_cmpuint (count_events (self, JUG_EVENT_REPORT), ==, 0);

  jug_loop_set_debug (self->loop, TRUE);
  call_soon (self, 'b', block_for_less);
  jug_loop_run_forever (self->loop);
  g_assert_cmpuint (count_events (self, JUG_EVENT_REPORT), ==, 0);

  call_soon (self, 'c', block_for_long);
  jug_loop_run_forever (self->loop);
  g_assert_cmpuint (count_events (self, JUG_EVENT_REPORT), ==, 1);
  assert_last_report (self, "Executing <Handle note()> took 0.100 seconds");

  jug_loop_call_soon (self->loop, "several words", write_note,
                      note_new (self, 'd', block_for_long), g_free);
  jug_loop_call_soon (self->loop, NULL, write_note, note_new (self, 'e', block_for_long),
                      g_free);
  jug_loop_run_forever (self->loop);
  g_assert_cmpuint (count_events (self, JUG_EVENT_REPORT), ==, 3);
  assert_last_report (self, "Executing <Handle callback> took 0.100 seconds");
}

static void
test_each_iteration_is_in_the_trace (Fixture *self, gconstpointer data)
{
  call_soon (self, 'a', block_and_call_soon);
  call_at (self, 50, 't', stop);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 r2 t3 ");
  g_assert_cmpuint (count_events (self, JUG_EVENT_ITERATION), ==, 3);
  g_assert_cmpuint (count_events (self, JUG_EVENT_RUN), ==, 3);
  g_assert_cmpuint (count_events (self, JUG_EVENT_POLL), ==, 1);
  g_assert_cmpuint (count_events (self, JUG_EVENT_CALLBACK_RUN), ==, 3);
  g_assert_cmpuint (count_events (self, JUG_EVENT_CALLBACK_END), ==, 3);
  g_assert_cmpuint (count_events (self, JUG_EVENT_TIMER_ARM), ==, 1);
  g_assert_cmpuint (count_events (self, JUG_EVENT_TIMER_FIRE), ==, 1);
}

static void
test_nothing_is_recorded_after_the_end (Fixture *self, gconstpointer data)
{
  guint32 n_events;

  call_soon (self, 'a', stop);
  jug_loop_run_forever (self->loop);
  n_events = jug_trace_get_n_events (self->trace);
  jug_loop_stop_recording (self->loop);
  call_soon (self, 'b', stop);
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a1 b2 ");
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, n_events);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/loop/loop/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("s2-ready-callbacks-come-before-due-timers",
       test_ready_callbacks_come_before_due_timers);
  ADD ("s2-an-iteration-waits-a-day-at-most", test_an_iteration_waits_a_day_at_most);
  ADD ("s2-a-day-is-waited-in-one-iteration", test_a_day_is_waited_in_one_iteration);
  ADD ("s3-what-callbacks-schedule-runs-an-iteration-later",
       test_what_callbacks_schedule_runs_an_iteration_later);
  ADD ("s5-timers-are-never-early", test_timers_are_never_early);
  ADD ("s6-ties-are-marked", test_ties_are_marked);
  ADD ("s8-what-escapes-ends-the-run-in-the-middle",
       test_what_escapes_ends_the_run_in_the_middle);
  ADD ("s9-stop-lets-the-iteration-finish", test_stop_lets_the_iteration_finish);
  ADD ("s9-stopped-before-it-runs-one-iteration",
       test_stopped_before_it_runs_one_iteration);
  ADD ("nothing-to-wait-for-is-a-deadlock", test_nothing_to_wait_for_is_a_deadlock);
  ADD ("a-timer-for-the-end-of-time-keeps-nothing-alive",
       test_a_timer_for_the_end_of_time_keeps_nothing_alive);
  ADD ("the-limit-of-events-ends-a-run", test_the_limit_of_events_ends_a_run);
  ADD ("numbers-go-on-through-runs", test_numbers_go_on_through_runs);
  ADD ("blocking-moves-virtual-time", test_blocking_moves_virtual_time);
  ADD ("an-unscheduled-callback-leaves-its-place",
       test_an_unscheduled_callback_leaves_its_place);
  ADD ("a-disarmed-timer-does-not-run-even-if-it-is-due",
       test_a_disarmed_timer_does_not_run_even_if_it_is_due);
  ADD ("s61-debug-mode-tells-on-slow-callbacks", test_debug_mode_tells_on_slow_callbacks);
  ADD ("each-iteration-is-in-the-trace", test_each_iteration_is_in_the_trace);
  ADD ("nothing-is-recorded-after-the-end", test_nothing_is_recorded_after_the_end);
  return g_test_run ();
}
