/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a playhead announces: every change, once, and nothing else. */
#include "jug-playhead.h"

#include "jug-test-signals.h"
#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct
{
  JugTrace *trace;
  JugPlayhead *playhead;
  JugTestSignals *signals;
} Fixture;

static void
set_up (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  self->trace = jug_test_trace_gather (2);
  self->playhead = jug_playhead_new ();
  self->signals = jug_test_signals_new ();
  jug_test_signals_watch (self->signals, self->playhead, "notify");
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  jug_test_signals_assert (self->signals, "");
  jug_test_signals_free (self->signals);
  g_assert_finalize_object (self->playhead);
  jug_trace_unref (self->trace);
}

static void
set_trace (Fixture *self)
{
  jug_playhead_set_trace (self->playhead, self->trace);
  jug_test_signals_assert (self->signals, "notify::at-end");
}

static void
test_takes_a_trace (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_set_trace (self->playhead, self->trace);
  jug_test_signals_assert (self->signals, "");
  jug_playhead_set_trace (self->playhead, NULL);
  jug_test_signals_assert (self->signals, "notify::at-end");
}

static void
test_steps (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_step (self->playhead, JUG_UNIT_EVENT, 1);
  jug_test_signals_assert (self->signals,
                           "notify::at-start notify::event notify::position");
  jug_playhead_step (self->playhead, JUG_UNIT_EVENT, 1);
  jug_test_signals_assert (self->signals, "notify::event notify::position");
  jug_playhead_go_to_event (self->playhead, jug_playhead_get_event (self->playhead));
  jug_test_signals_assert (self->signals, "");
  jug_playhead_go_to_start (self->playhead);
  jug_test_signals_assert (self->signals,
                           "notify::at-start notify::event notify::position");
  g_assert_false (jug_playhead_step (self->playhead, JUG_UNIT_EVENT, -1));
}

static void
test_goes_to_the_end (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_go_to_end (self->playhead);
  jug_test_signals_assert (self->signals, "notify::at-end notify::at-start "
                                          "notify::event notify::position notify::time");
  jug_playhead_go_to_end (self->playhead);
}

static void
test_seeks_within_idle_time (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_go_to_time (self->playhead, SECOND / 4);
  jug_test_signals_assert (
      self->signals, "notify::at-start notify::event notify::position notify::time");
  /* The loop waits: the event stays. */
  jug_playhead_go_to_time (self->playhead, SECOND / 2);
  jug_test_signals_assert (self->signals, "notify::time");
  jug_playhead_go_to_time (self->playhead, SECOND / 2);
}

static void
test_plays (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_play (self->playhead);
  jug_test_signals_assert (self->signals, "notify::playing");
  jug_playhead_play (self->playhead);
  jug_test_signals_assert (self->signals, "");
  /* Many stops at once are one move. */
  jug_playhead_advance (self->playhead, 2 * SECOND);
  jug_test_signals_assert (self->signals,
                           "notify::at-start notify::event notify::position");
  jug_playhead_pause (self->playhead);
  jug_test_signals_assert (self->signals, "notify::playing");
  jug_playhead_pause (self->playhead);
  g_assert_false (jug_playhead_advance (self->playhead, SECOND));
}

static void
test_plays_to_the_end (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_play (self->playhead);
  jug_test_signals_assert (self->signals, "notify::playing");
  jug_playhead_advance (self->playhead, 1000 * SECOND);
  jug_test_signals_assert (self->signals,
                           "notify::at-end notify::at-start notify::event "
                           "notify::playing notify::position notify::time");
  /* From the start again */
  jug_playhead_play (self->playhead);
  jug_test_signals_assert (self->signals,
                           "notify::at-end notify::at-start notify::event "
                           "notify::playing notify::position notify::time");
}

static void
test_changes_its_settings (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  set_trace (self);
  jug_playhead_set_speed (self->playhead, 4);
  jug_test_signals_assert (self->signals, "notify::speed");
  jug_playhead_set_speed (self->playhead, 100);
  jug_test_signals_assert (self->signals, "notify::speed");
  jug_playhead_set_speed (self->playhead, 200); /* as fast as it goes already */
  jug_test_signals_assert (self->signals, "");
  jug_playhead_set_followed (self->playhead, 2);
  jug_playhead_set_followed (self->playhead, 2);
  jug_test_signals_assert (self->signals, "notify::followed");
  jug_playhead_set_following (self->playhead, TRUE); /* the trace does not grow */
  jug_test_signals_assert (self->signals, "");
  jug_playhead_set_detail (self->playhead, JUG_DETAIL_EVERYTHING);
  jug_test_signals_assert (self->signals, "notify::detail");
}

static void
test_follows_what_grows (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;
  JugTestTrace *growing = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = jug_trace_ref (jug_test_trace_get_trace (growing));

  jug_test_trace_create (growing, "main");
  jug_playhead_set_trace (self->playhead, trace);
  jug_test_signals_assert (self->signals, "notify::at-end");
  jug_playhead_set_following (self->playhead, TRUE);
  jug_test_signals_assert (self->signals, "notify::at-end notify::at-start notify::event "
                                          "notify::following notify::position");
  jug_test_trace_iteration (growing);
  jug_test_trace_run (growing);
  jug_test_trace_step (growing, 1, NULL);
  jug_playhead_trace_grown (self->playhead);
  jug_test_signals_assert (self->signals, "notify::event notify::position");
  jug_playhead_trace_grown (self->playhead);
  jug_test_signals_assert (self->signals, "");
  jug_trace_unref (jug_test_trace_finish (growing));
  jug_playhead_trace_grown (self->playhead);
  jug_test_signals_assert (self->signals, "notify::following");
}

#define ADD(name, func)                                                                  \
  jug_test_signals_add ("/juggler/player/playhead-signals/" name, sizeof (Fixture),      \
                        set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("takes-a-trace", test_takes_a_trace);
  ADD ("steps", test_steps);
  ADD ("goes-to-the-end", test_goes_to_the_end);
  ADD ("seeks-within-idle-time", test_seeks_within_idle_time);
  ADD ("plays", test_plays);
  ADD ("plays-to-the-end", test_plays_to_the_end);
  ADD ("changes-its-settings", test_changes_its_settings);
  ADD ("follows-what-grows", test_follows_what_grows);
  return g_test_run ();
}
