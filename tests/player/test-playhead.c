/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stepping, seeking, playing, following. */
#include "jug-playhead.h"

#include "jug-test-trace.h"

#define MS G_GINT64_CONSTANT (1000000)
#define SECOND (1000 * MS)

/* The @n-th event of a kind, from 1. */
static guint32
find_event (JugTrace *trace, JugEventKind kind, guint n)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == kind && --n == 0)
      return i;
  g_assert_not_reached ();
}

static JugPlayhead *
gather_playhead (guint n_children)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (n_children);
  JugPlayhead *playhead = jug_playhead_new ();

  jug_playhead_set_trace (playhead, trace);
  return playhead;
}

static void
assert_at (JugPlayhead *playhead, JugEventKind kind, guint n)
{
  JugTrace *trace = jug_playhead_get_trace (playhead);

  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, find_event (trace, kind, n));
}

static void
go_to (JugPlayhead *playhead, JugEventKind kind, guint n)
{
  jug_playhead_go_to_event (playhead,
                            find_event (jug_playhead_get_trace (playhead), kind, n));
}

static void
step_to (JugPlayhead *playhead, JugUnit unit, int direction, JugEventKind kind, guint n)
{
  g_assert_true (jug_playhead_can_step (playhead, unit, direction));
  g_assert_true (jug_playhead_step (playhead, unit, direction));
  assert_at (playhead, kind, n);
}

static void
test_without_a_trace_nothing_moves (void)
{
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_playhead_play (playhead);
  g_assert_false (jug_playhead_is_playing (playhead));
  g_assert_false (jug_playhead_advance (playhead, SECOND));
  g_assert_false (jug_playhead_step (playhead, JUG_UNIT_EVENT, 1));
  jug_playhead_go_to_event (playhead, 7);
  jug_playhead_go_to_time (playhead, SECOND);
  jug_playhead_go_by_fraction (playhead, 0.1);
  jug_playhead_go_to_end (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, JUG_NO_EVENT);
  g_assert_true (jug_playhead_is_at_start (playhead));
  g_assert_true (jug_playhead_is_at_end (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_steps_from_stop_to_stop (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  step_to (playhead, JUG_UNIT_EVENT, 1, JUG_EVENT_LOOP_START, 1);
  step_to (playhead, JUG_UNIT_EVENT, 1, JUG_EVENT_TASK_CREATE, 1);
  step_to (playhead, JUG_UNIT_EVENT, 1, JUG_EVENT_STEP, 1);
  step_to (playhead, JUG_UNIT_EVENT, 1, JUG_EVENT_TASK_CREATE, 2);
  step_to (playhead, JUG_UNIT_EVENT, -1, JUG_EVENT_STEP, 1);
  step_to (playhead, JUG_UNIT_EVENT, -1, JUG_EVENT_TASK_CREATE, 1);
  step_to (playhead, JUG_UNIT_EVENT, -1, JUG_EVENT_LOOP_START, 1);
  g_assert_true (jug_playhead_step (playhead, JUG_UNIT_EVENT, -1));
  g_assert_true (jug_playhead_is_at_start (playhead));
  g_assert_false (jug_playhead_step (playhead, JUG_UNIT_EVENT, -1));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_position_takes_the_bookkeeping_along (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  go_to (playhead, JUG_EVENT_TASK_CREATE, 1);
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==,
                    jug_playhead_get_event (playhead) + 1);
  jug_playhead_set_detail (playhead, JUG_DETAIL_EVERYTHING);
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==,
                    jug_playhead_get_event (playhead));
  step_to (playhead, JUG_UNIT_EVENT, 1, JUG_EVENT_CALLBACK_QUEUE, 1);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_steps_by_iteration (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  step_to (playhead, JUG_UNIT_ITERATION, 1, JUG_EVENT_ITERATION, 1);
  step_to (playhead, JUG_UNIT_ITERATION, 1, JUG_EVENT_ITERATION, 2);
  go_to (playhead, JUG_EVENT_STEP, 3);
  step_to (playhead, JUG_UNIT_ITERATION, -1, JUG_EVENT_ITERATION, 2);
  step_to (playhead, JUG_UNIT_ITERATION, -1, JUG_EVENT_ITERATION, 1);
  g_assert_false (jug_playhead_step (playhead, JUG_UNIT_ITERATION, -1));
  assert_at (playhead, JUG_EVENT_ITERATION, 1);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_steps_by_task_step_and_by_output (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  step_to (playhead, JUG_UNIT_STEP, 1, JUG_EVENT_STEP, 1);
  step_to (playhead, JUG_UNIT_STEP, 1, JUG_EVENT_STEP, 2);
  step_to (playhead, JUG_UNIT_OUTPUT, 1, JUG_EVENT_PRINT, 1);
  step_to (playhead, JUG_UNIT_STEP, -1, JUG_EVENT_STEP, 2);
  step_to (playhead, JUG_UNIT_OUTPUT, 1, JUG_EVENT_PRINT, 1);
  step_to (playhead, JUG_UNIT_OUTPUT, 1, JUG_EVENT_PRINT, 2);
  step_to (playhead, JUG_UNIT_OUTPUT, -1, JUG_EVENT_PRINT, 1);
  g_assert_false (jug_playhead_can_step (playhead, JUG_UNIT_OUTPUT, -1));
  go_to (playhead, JUG_EVENT_PRINT, 4);
  g_assert_false (jug_playhead_can_step (playhead, JUG_UNIT_OUTPUT, 1));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

/* hello-1 of two: made by main, runs, sleeps, is ready, runs, ends. */
static void
test_follows_one_task_across_its_awaits (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  jug_playhead_set_followed (playhead, 2);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_TASK_CREATE, 2);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_STEP, 2);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_PRINT, 1);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_WAIT, 2);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_FUTURE_DONE, 1);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_STEP, 4);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_PRINT, 3);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_DONE, 1);
  g_assert_false (jug_playhead_can_step (playhead, JUG_UNIT_FOLLOWED, 1));
  step_to (playhead, JUG_UNIT_FOLLOWED, -1, JUG_EVENT_PRINT, 3);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

/* What main does to others is part of its own story. */
static void
test_a_creator_is_followed_through_its_creations (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  jug_playhead_set_followed (playhead, 1);
  go_to (playhead, JUG_EVENT_STEP, 1);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_TASK_CREATE, 2);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_TASK_CREATE, 3);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_WAIT, 1);
  step_to (playhead, JUG_UNIT_FOLLOWED, 1, JUG_EVENT_FUTURE_DONE, 3); /* the gather's */
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_goes_to_places (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);
  guint32 last = jug_trace_get_n_events (jug_playhead_get_trace (playhead)) - 1;

  jug_playhead_go_to_end (playhead);
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==, last);
  g_assert_true (jug_playhead_is_at_end (playhead));
  g_assert_false (jug_playhead_is_following (playhead));
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 2 * SECOND);
  g_assert_false (jug_playhead_step (playhead, JUG_UNIT_EVENT, 1));
  jug_playhead_go_to_start (playhead);
  g_assert_true (jug_playhead_is_at_start (playhead));
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==, JUG_NO_EVENT);
  jug_playhead_go_to_event (playhead, last + 100);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, last);
  go_to (playhead, JUG_EVENT_ITERATION, 2); /* no stop */
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==,
                    jug_playhead_get_event (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_goes_by_parts_of_the_whole (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (5);
  guint32 before = JUG_NO_EVENT;
  guint n = 0;

  for (; !jug_playhead_is_at_end (playhead); n++)
    {
      jug_playhead_go_by_fraction (playhead, 0.1);
      g_assert_cmpuint (jug_playhead_get_event (playhead) + 1, >, before + 1);
      before = jug_playhead_get_event (playhead);
    }
  g_assert_cmpuint (n, >=, 8);
  g_assert_cmpuint (n, <=, 10);
  for (n = 0; !jug_playhead_is_at_start (playhead); n++)
    {
      jug_playhead_go_by_fraction (playhead, -0.1);
      g_assert_cmpuint (jug_playhead_get_event (playhead) + 1, <, before + 1);
      before = jug_playhead_get_event (playhead);
    }
  g_assert_cmpuint (n, >=, 8);
  g_assert_cmpuint (n, <=, 10);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

/* A tenth of very few events is still a step. */
static void
test_a_part_of_little_is_one_step (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_test_trace_print (t, "a");
  jug_test_trace_print (t, "b");
  jug_trace_seal (jug_test_trace_get_trace (t));
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_go_by_fraction (playhead, 0.1);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 0);
  jug_playhead_go_by_fraction (playhead, 0.1);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 1);
  jug_playhead_go_by_fraction (playhead, 0.1);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 1);
  jug_playhead_go_by_fraction (playhead, -0.1);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 0);
  jug_playhead_go_by_fraction (playhead, -0.1);
  g_assert_true (jug_playhead_is_at_start (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_scrubbing_stands_between_events (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (2);

  jug_playhead_go_to_time (playhead, SECOND / 2);
  assert_at (playhead, JUG_EVENT_POLL, 1);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, SECOND / 2);
  jug_playhead_go_to_time (playhead, SECOND); /* the last stop at that very time */
  assert_at (playhead, JUG_EVENT_POLL, 2);
  jug_playhead_go_to_time (playhead, -5);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 0);
  assert_at (playhead, JUG_EVENT_POLL, 1);
  jug_playhead_go_to_time (playhead, 99 * SECOND);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 2 * SECOND);
  g_assert_true (jug_playhead_is_at_end (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_stops_without_time_are_shown_a_while (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (1);

  jug_playhead_play (playhead);
  g_assert_true (jug_playhead_is_playing (playhead));
  g_assert_false (jug_playhead_advance (playhead, 399 * MS));
  g_assert_true (jug_playhead_is_at_start (playhead));
  g_assert_true (jug_playhead_advance (playhead, 1 * MS));
  assert_at (playhead, JUG_EVENT_LOOP_START, 1);
  g_assert_true (jug_playhead_advance (playhead, 400 * MS));
  assert_at (playhead, JUG_EVENT_TASK_CREATE, 1);
  g_assert_true (jug_playhead_advance (playhead, 800 * MS)); /* a slow frame */
  assert_at (playhead, JUG_EVENT_TASK_CREATE, 2);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_idle_time_passes_evenly (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (1);

  go_to (playhead, JUG_EVENT_POLL, 1);
  jug_playhead_play (playhead);
  g_assert_true (jug_playhead_advance (playhead, 250 * MS));
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 250 * MS);
  assert_at (playhead, JUG_EVENT_POLL, 1);
  jug_playhead_set_speed (playhead, 2.0);
  g_assert_true (jug_playhead_advance (playhead, 250 * MS));
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 750 * MS);
  g_assert_true (jug_playhead_advance (playhead, 125 * MS));
  assert_at (playhead, JUG_EVENT_FUTURE_DONE, 1);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, SECOND);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_playing_goes_on_where_it_was_paused (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (1);

  jug_playhead_go_to_time (playhead, SECOND / 2);
  jug_playhead_play (playhead);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, SECOND / 2);
  jug_playhead_advance (playhead, 100 * MS);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 600 * MS);
  jug_playhead_pause (playhead);
  jug_playhead_play (playhead);
  jug_playhead_advance (playhead, 100 * MS);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 700 * MS);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

/* More of a live trace comes in while somebody looks at a time between two events. */
static void
test_growth_does_not_move_who_looks_elsewhere (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_test_trace_print (t, "a");
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_print (t, "b");
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_go_to_time (playhead, SECOND / 2);
  jug_test_trace_print (t, "c");
  jug_playhead_trace_grown (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 0);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, SECOND / 2);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_long_idle_time_is_shortened (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_test_trace_print (t, "a");
  jug_test_trace_set_time (t, 3600 * SECOND);
  jug_test_trace_print (t, "b");
  jug_trace_seal (jug_test_trace_get_trace (t));
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_go_to_event (playhead, 0);
  jug_playhead_play (playhead);
  jug_playhead_advance (playhead, 1500 * MS);
  g_assert_cmpint (jug_playhead_get_time (playhead), ==, 1800 * SECOND);
  jug_playhead_advance (playhead, 1500 * MS);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

/* 3,000 stops without time share the ten minutes that 1,500 may take. */
static void
test_many_stops_are_shown_faster (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  for (guint i = 0; i < 3000; i++)
    jug_test_trace_print (t, "a");
  jug_trace_seal (jug_test_trace_get_trace (t));
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_play (playhead);
  jug_playhead_advance (playhead, 200 * MS);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 0);
  jug_playhead_advance (playhead, 600 * SECOND);
  g_assert_true (jug_playhead_is_at_end (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_playing_ends_at_the_end_and_starts_over (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (1);

  jug_playhead_play (playhead);
  jug_playhead_advance (playhead, 100 * SECOND);
  g_assert_false (jug_playhead_is_playing (playhead));
  g_assert_true (jug_playhead_is_at_end (playhead));
  jug_playhead_play (playhead);
  g_assert_true (jug_playhead_is_at_start (playhead));
  g_assert_true (jug_playhead_is_playing (playhead));
  jug_playhead_step (playhead, JUG_UNIT_EVENT, 1);
  g_assert_false (jug_playhead_is_playing (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_speed_stays_within_its_limits (void)
{
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_playhead_set_speed (playhead, 100);
  g_assert_cmpfloat_with_epsilon (jug_playhead_get_speed (playhead), 16.0, 1e-9);
  jug_playhead_set_speed (playhead, 0);
  g_assert_cmpfloat_with_epsilon (jug_playhead_get_speed (playhead), 0.1, 1e-9);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_follows_the_live_edge (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_test_trace_print (t, "a");
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_set_following (playhead, TRUE);
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==, 0);
  jug_test_trace_create (t, "a");
  jug_playhead_trace_grown (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 1);
  g_assert_cmpuint (jug_playhead_get_position (playhead), ==, 2);
  jug_playhead_step (playhead, JUG_UNIT_EVENT, -1);
  g_assert_false (jug_playhead_is_following (playhead));
  jug_test_trace_print (t, "b");
  jug_playhead_trace_grown (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 0);
  jug_playhead_go_to_end (playhead);
  g_assert_true (jug_playhead_is_following (playhead));
  jug_test_trace_print (t, "c");
  jug_trace_seal (jug_test_trace_get_trace (t));
  jug_playhead_trace_grown (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 4);
  g_assert_false (jug_playhead_is_following (playhead));
  jug_playhead_set_following (playhead, TRUE);
  g_assert_false (jug_playhead_is_following (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
end_meanwhile_cb (JugPlayhead *playhead, GParamSpec *pspec, gpointer data)
{
  JugTestTrace *t = data;

  g_signal_handlers_disconnect_by_data (playhead, t);
  jug_test_trace_print (t, "c");
  jug_trace_seal (jug_test_trace_get_trace (t));
}

/* A run goes on in another thread while everybody is told what has come. */
static void
test_follows_to_the_end_that_comes_meanwhile (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_test_trace_print (t, "a");
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_set_following (playhead, TRUE);
  jug_test_trace_print (t, "b");
  g_signal_connect (playhead, "notify::event", G_CALLBACK (end_meanwhile_cb), t);
  jug_playhead_trace_grown (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 1);
  g_assert_true (jug_playhead_is_following (playhead));
  jug_playhead_trace_grown (playhead);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 2);
  g_assert_false (jug_playhead_is_following (playhead));
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
test_playing_waits_at_the_live_edge (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugPlayhead) playhead = jug_playhead_new ();

  jug_test_trace_print (t, "a");
  jug_playhead_set_trace (playhead, jug_test_trace_get_trace (t));
  jug_playhead_play (playhead);
  jug_playhead_advance (playhead, 10 * SECOND);
  g_assert_true (jug_playhead_is_playing (playhead));
  jug_test_trace_print (t, "b");
  jug_playhead_trace_grown (playhead);
  g_assert_true (jug_playhead_advance (playhead, 400 * MS));
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

static void
count_cb (JugPlayhead *playhead, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_tells_what_changed (void)
{
  g_autoptr (JugPlayhead) playhead = gather_playhead (1);
  guint n_positions = 0, n_playing = 0, n_starts = 0;

  g_signal_connect (playhead, "notify::position", G_CALLBACK (count_cb), &n_positions);
  g_signal_connect (playhead, "notify::playing", G_CALLBACK (count_cb), &n_playing);
  g_signal_connect (playhead, "notify::at-start", G_CALLBACK (count_cb), &n_starts);
  jug_playhead_play (playhead);
  jug_playhead_advance (playhead, 4000 * MS); /* ten stops, one change */
  g_assert_cmpuint (n_positions, ==, 1);
  g_assert_cmpuint (n_playing, ==, 1);
  g_assert_cmpuint (n_starts, ==, 1);
  jug_playhead_step (playhead, JUG_UNIT_EVENT, 1);
  g_assert_cmpuint (n_positions, ==, 2);
  g_assert_cmpuint (n_playing, ==, 2);
  g_assert_cmpuint (n_starts, ==, 1);
  g_assert_finalize_object (g_steal_pointer (&playhead));
}

#define PATH "/juggler/player/playhead/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "without-a-trace-nothing-moves",
                   test_without_a_trace_nothing_moves);
  g_test_add_func (PATH "steps-from-stop-to-stop", test_steps_from_stop_to_stop);
  g_test_add_func (PATH "position-takes-the-bookkeeping-along",
                   test_position_takes_the_bookkeeping_along);
  g_test_add_func (PATH "steps-by-iteration", test_steps_by_iteration);
  g_test_add_func (PATH "steps-by-task-step-and-by-output",
                   test_steps_by_task_step_and_by_output);
  g_test_add_func (PATH "follows-one-task-across-its-awaits",
                   test_follows_one_task_across_its_awaits);
  g_test_add_func (PATH "a-creator-is-followed-through-its-creations",
                   test_a_creator_is_followed_through_its_creations);
  g_test_add_func (PATH "goes-to-places", test_goes_to_places);
  g_test_add_func (PATH "goes-by-parts-of-the-whole", test_goes_by_parts_of_the_whole);
  g_test_add_func (PATH "a-part-of-little-is-one-step",
                   test_a_part_of_little_is_one_step);
  g_test_add_func (PATH "scrubbing-stands-between-events",
                   test_scrubbing_stands_between_events);
  g_test_add_func (PATH "stops-without-time-are-shown-a-while",
                   test_stops_without_time_are_shown_a_while);
  g_test_add_func (PATH "idle-time-passes-evenly", test_idle_time_passes_evenly);
  g_test_add_func (PATH "playing-goes-on-where-it-was-paused",
                   test_playing_goes_on_where_it_was_paused);
  g_test_add_func (PATH "growth-does-not-move-who-looks-elsewhere",
                   test_growth_does_not_move_who_looks_elsewhere);
  g_test_add_func (PATH "long-idle-time-is-shortened", test_long_idle_time_is_shortened);
  g_test_add_func (PATH "many-stops-are-shown-faster", test_many_stops_are_shown_faster);
  g_test_add_func (PATH "playing-ends-at-the-end-and-starts-over",
                   test_playing_ends_at_the_end_and_starts_over);
  g_test_add_func (PATH "speed-stays-within-its-limits",
                   test_speed_stays_within_its_limits);
  g_test_add_func (PATH "follows-the-live-edge", test_follows_the_live_edge);
  g_test_add_func (PATH "follows-to-the-end-that-comes-meanwhile",
                   test_follows_to_the_end_that_comes_meanwhile);
  g_test_add_func (PATH "playing-waits-at-the-live-edge",
                   test_playing_waits_at_the_live_edge);
  g_test_add_func (PATH "tells-what-changed", test_tells_what_changed);
  return g_test_run ();
}
