/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of loops on contexts that others use too, in real time, and side by side. */
#include "jug-handle.h"

enum
{
  REDRAW_PRIORITY = G_PRIORITY_HIGH_IDLE + 20, /* GDK_PRIORITY_REDRAW */
  FRAMES = 5,
  THREADS = 4,
  TURNS = 2000
};

typedef struct
{
  JugLoop *loop;
  guint n_frames;
  guint n_turns;
} Spinning;

static gboolean
draw_frame (gpointer data)
{
  Spinning *self = data;

  if (++self->n_frames < FRAMES)
    return G_SOURCE_CONTINUE;
  jug_loop_stop (self->loop);
  return G_SOURCE_REMOVE;
}

static void
spin (gpointer data)
{
  Spinning *self = data;

  self->n_turns++;
  jug_loop_call_soon (self->loop, "spin", spin, self, NULL);
}

/* As `while True: await sleep(0)` on the context of a window. */
static void
test_spinning_starves_no_window (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  Spinning spinning = { .loop = loop };
  g_autoptr (GSource) window = g_timeout_source_new (1);

  g_source_set_priority (window, REDRAW_PRIORITY);
  g_source_set_callback (window, draw_frame, &spinning, NULL);
  g_source_attach (window, context);
  jug_loop_call_soon (loop, "spin", spin, &spinning, NULL);
  g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_cmpuint (spinning.n_frames, ==, FRAMES);
  g_assert_cmpuint (spinning.n_turns, >=, FRAMES);
}

static void
test_goes_before_idle_sources (void)
{
  g_assert_cmpint (JUG_LOOP_PRIORITY, >, REDRAW_PRIORITY);
  g_assert_cmpint (JUG_LOOP_PRIORITY, <, G_PRIORITY_DEFAULT_IDLE);
}

static void
stop (gpointer data)
{
  jug_loop_stop (data);
}

static void
test_real_timers_wait_and_are_never_early (void)
{
  const gint64 delay = 2 * 1000 * 1000;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_real (), NULL);
  gint64 deadline = jug_loop_get_time (loop) + delay;

  jug_loop_call_at (loop, deadline, "stop", stop, loop, NULL);
  g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_cmpint (jug_loop_get_time (loop), >=, deadline);
  g_assert_cmpuint (jug_loop_get_iteration (loop), ==, 1);
}

static void
test_real_time_without_anything_is_a_deadlock_too (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_real (), NULL);

  g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_DEADLOCK);
}

/* Another source of the context arms a timer while an iteration waits. */
static gboolean
arm_an_earlier_timer (gpointer data)
{
  jug_loop_call_later (data, 0, "stop", stop, data, NULL);
  return G_SOURCE_REMOVE;
}

static void
test_an_earlier_timer_shortens_the_wait (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_real (), NULL);
  g_autoptr (GSource) outside = g_idle_source_new ();

  jug_loop_call_later (loop, 3600 * JUG_NS_PER_SECOND, "stop", stop, loop, NULL);
  g_source_set_callback (outside, arm_an_earlier_timer, loop, NULL);
  g_source_attach (outside, context);
  g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_cmpint (jug_loop_get_time (loop), <, 3600 * JUG_NS_PER_SECOND);
}

/* Held, virtual time stands still until the outside world has answered. */
static gboolean
answer (gpointer data)
{
  JugLoop *loop = data;

  g_assert_cmpint (jug_loop_get_time (loop), ==, 0);
  jug_loop_release (loop);
  return G_SOURCE_REMOVE;
}

static void
test_virtual_time_waits_for_who_holds_it (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (GSource) outside = g_idle_source_new ();

  jug_loop_call_at (loop, 10, "stop", stop, loop, NULL);
  jug_loop_hold (loop);
  g_source_set_callback (outside, answer, loop, NULL);
  g_source_attach (outside, context);
  g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_STOPPED);
  g_assert_cmpint (jug_loop_get_time (loop), ==, 10);
}

static void
take_turn (gpointer data)
{
  Spinning *self = data;

  g_assert_true (jug_loop_get_current () == self->loop);
  if (++self->n_turns == TURNS)
    jug_loop_stop (self->loop);
  else
    jug_loop_call_later (self->loop, self->n_turns % 3, "turn", take_turn, self, NULL);
}

/* Returns the trace of a loop of the thread's own. */
static gpointer
run_a_loop (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  JugTrace *trace = jug_trace_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), trace);
  JugLoop *previous = jug_loop_set_current (loop);
  Spinning spinning = { .loop = loop };

  g_assert_null (previous);
  jug_loop_call_soon (loop, "turn", take_turn, &spinning, NULL);
  g_assert_cmpint (jug_loop_run_forever (loop), ==, JUG_LOOP_END_STOPPED);
  return trace;
}

static void
test_threads_have_loops_of_their_own (void)
{
  GThread *threads[THREADS];
  g_autoptr (JugTrace) expected = run_a_loop (NULL);
  g_autoptr (GBytes) expected_bytes = NULL;

  jug_trace_seal (expected);
  expected_bytes = jug_trace_to_bytes (expected);
  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("loop", run_a_loop, NULL);
  for (guint i = 0; i < THREADS; i++)
    {
      g_autoptr (JugTrace) trace = g_thread_join (threads[i]);
      g_autoptr (GBytes) bytes = NULL;

      jug_trace_seal (trace);
      bytes = jug_trace_to_bytes (trace);
      g_assert_true (g_bytes_equal (bytes, expected_bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/loop/loop-source/spinning-starves-no-window",
                   test_spinning_starves_no_window);
  g_test_add_func ("/juggler/loop/loop-source/goes-before-idle-sources",
                   test_goes_before_idle_sources);
  g_test_add_func ("/juggler/loop/loop-source/real-timers-wait-and-are-never-early",
                   test_real_timers_wait_and_are_never_early);
  g_test_add_func (
      "/juggler/loop/loop-source/real-time-without-anything-is-a-deadlock-too",
      test_real_time_without_anything_is_a_deadlock_too);
  g_test_add_func ("/juggler/loop/loop-source/an-earlier-timer-shortens-the-wait",
                   test_an_earlier_timer_shortens_the_wait);
  g_test_add_func ("/juggler/loop/loop-source/virtual-time-waits-for-who-holds-it",
                   test_virtual_time_waits_for_who_holds_it);
  g_test_add_func ("/juggler/loop/loop-source/threads-have-loops-of-their-own",
                   test_threads_have_loops_of_their_own);
  return g_test_run ();
}
