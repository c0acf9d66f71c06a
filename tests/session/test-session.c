/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the session: opening, recording, following. */
#include "jug-session-scene.h"

static void
test_is_empty_at_first (JugSessionScene *self, gconstpointer data)
{
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_EMPTY);
  g_assert_null (jug_session_get_trace (self->session));
  g_assert_null (jug_session_get_cursor (self->session));
  g_assert_null (jug_session_get_narration (self->session));
  g_assert_null (jug_session_get_title (self->session));
  g_assert_false (jug_session_step (self->session, 1));
  g_assert_cmpuint (jug_session_get_selected_task (self->session), ==,
                    JUG_SESSION_NO_TASK);
}

static void
test_records_a_lesson (JugSessionScene *self, gconstpointer data)
{
  JugTrace *trace;

  jug_session_scene_open (self, "sleeping");
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
  g_assert_null (jug_session_get_trace (self->session));
  g_assert_cmpstr (jug_session_get_title (self->session), ==, "About it");
  jug_session_scene_wait (self, JUG_SESSION_READY);

  trace = jug_session_get_trace (self->session);
  g_assert_true (jug_trace_is_sealed (trace));
  g_assert_cmpint (jug_trace_get_end_time (trace), ==, G_GINT64_CONSTANT (4000000000));
  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_TITLE), ==, "About it");
  g_assert_cmpuint (
      jug_span_index_get_n_events (jug_session_get_span_index (self->session)), ==,
      jug_trace_get_n_events (trace));
  g_assert_true (jug_playhead_is_at_start (jug_session_get_playhead (self->session)));
  g_assert_cmpuint (jug_cursor_get_index (jug_session_get_cursor (self->session)), ==,
                    JUG_NO_EVENT);
  g_assert_nonnull (jug_session_get_narration (self->session));
}

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
test_cursor_and_narration_follow_the_playhead (JugSessionScene *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint n_moves = 0;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  before = g_strdup (jug_narration_get_text (jug_session_get_narration (self->session)));
  g_signal_connect_swapped (self->session, "moved", G_CALLBACK (count_cb), &n_moves);
  g_assert_true (jug_session_step (self->session, 1));
  g_assert_cmpuint (n_moves, ==, 1);
  g_assert_cmpuint (jug_cursor_get_index (jug_session_get_cursor (self->session)), ==,
                    jug_playhead_get_position (playhead));
  g_assert_cmpstr (jug_narration_get_text (jug_session_get_narration (self->session)), !=,
                   before);
  jug_playhead_go_to_end (playhead);
  g_assert_cmpuint (n_moves, ==, 2);
  g_assert_cmpint (jug_cursor_get_phase (jug_session_get_cursor (self->session)), ==,
                   JUG_PHASE_STOPPED);
}

static void
test_pages_move_the_playhead (JugSessionScene *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  const JugEvent *event;
  guint32 index;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_session_set_page (self->session, 1);
  index = jug_playhead_get_event (playhead);
  event = jug_trace_get_event (jug_session_get_trace (self->session), index);
  g_assert_cmpint (event->kind, ==, JUG_EVENT_PRINT);
  g_assert_cmpuint (event->task, ==, 2);
  jug_session_set_page (self->session, 2);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, index);
  jug_session_set_page (self->session, 0);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, index);
}

static void
test_runs_again_with_settings (JugSessionScene *self, gconstpointer data)
{
  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_session_set_page (self->session, 1);
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 5.0}"));
  g_assert_null (jug_session_get_trace (self->session));
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), ==,
                   G_GINT64_CONSTANT (6000000000));
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(5)\n");
  g_assert_cmpuint (jug_session_get_page (self->session), ==, 1);
  g_assert_false (jug_playhead_is_at_start (jug_session_get_playhead (self->session)));

  jug_session_run (self->session, NULL);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(5)\n");
  jug_session_scene_open (self, "sleeping");
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(3)\n");
  g_assert_cmpuint (jug_session_get_page (self->session), ==, 0);
}

static void
test_the_last_run_counts (JugSessionScene *self, gconstpointer data)
{
  jug_session_scene_open (self, "spinning");
  jug_session_scene_open (self, "sleeping");
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 1.0}"));
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 2.0}"));
  jug_session_scene_wait (self, JUG_SESSION_READY);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), ==,
                   G_GINT64_CONSTANT (3000000000));
}

static void
test_labels_tasks (JugSessionScene *self, gconstpointer data)
{
  static const char *const labels[] = { "loop", "main-1", "Mr. One", "the other" };

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = jug_session_dup_task_label (self->session, i);

      g_assert_cmpstr (label, ==, labels[i]);
    }
  g_assert_null (jug_session_lookup_task_label (1, self->session));
  g_assert_cmpstr (jug_session_lookup_task_label (3, self->session), ==, "the other");
}

static void
test_a_program_that_fails_makes_a_trace (JugSessionScene *self, gconstpointer data)
{
  JugCursor *cursor;

  jug_session_scene_open (self, "failing");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_playhead_go_to_end (jug_session_get_playhead (self->session));
  cursor = jug_session_get_cursor (self->session);
  g_assert_cmpuint (jug_cursor_get_exit_event (cursor), !=, JUG_NO_EVENT);
}

static void
test_a_lesson_without_a_program_fails (JugSessionScene *self, gconstpointer data)
{
  jug_session_scene_open (self, "missing");
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_FAILED);
  g_assert_nonnull (strstr (jug_session_get_error_message (self->session), "Missing"));
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(3)\n");
  jug_session_scene_open (self, "sleeping");
  g_assert_null (jug_session_get_error_message (self->session));
}

static void
test_cancel_stops_a_run (JugSessionScene *self, gconstpointer data)
{
  jug_session_scene_open (self, "spinning");
  jug_session_cancel (self->session);
  jug_session_scene_wait (self, JUG_SESSION_FAILED);
  g_assert_nonnull (strstr (jug_session_get_error_message (self->session), "stopped"));
  g_assert_null (jug_session_get_trace (self->session));
}

static void
test_is_dropped_while_recording (JugSessionScene *self, gconstpointer id)
{
  jug_session_scene_open (self, id);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
}

static void
test_follows_a_live_run (JugSessionScene *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint n_grown = 0;
  JugTrace *trace;

  g_signal_connect_swapped (self->session, "trace-grown", G_CALLBACK (count_cb),
                            &n_grown);
  jug_session_scene_open (self, "waiting");
  trace = jug_session_get_trace (self->session);
  g_assert_nonnull (trace);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
  while (jug_cursor_get_n_output (jug_session_get_cursor (self->session)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_grown, >, 0);
  g_assert_true (jug_playhead_is_following (playhead));

  jug_session_cancel (self->session);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_true (jug_session_get_trace (self->session) == trace);
  g_assert_true (jug_trace_is_sealed (trace));
  g_assert_false (jug_playhead_is_following (playhead));
  g_assert_true (jug_playhead_is_at_end (playhead));
  g_assert_cmpuint (
      jug_span_index_get_n_events (jug_session_get_span_index (self->session)), ==,
      jug_trace_get_n_events (trace));
}

static void
test_close_leaves_nothing (JugSessionScene *self, gconstpointer data)
{
  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_session_close (self->session);
  test_is_empty_at_first (self, NULL);
  g_assert_null (jug_session_get_lesson (self->session));
  g_assert_null (jug_session_get_python_source (self->session));
}

static void
test_selection_is_followed (JugSessionScene *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_session_select (self->session, 3, 7);
  g_assert_cmpuint (jug_session_get_selected_task (self->session), ==, 3);
  g_assert_cmpuint (jug_session_get_selected_event (self->session), ==, 7);
  g_assert_cmpuint (jug_playhead_get_followed (playhead), ==, 3);
  jug_session_set_follow_task (self->session, TRUE);
  g_assert_true (jug_session_step (self->session, 1));
  g_assert_cmpuint (jug_trace_get_event (jug_session_get_trace (self->session),
                                         jug_playhead_get_event (playhead))
                        ->task,
                    ==, 3);
  jug_session_run (self->session, NULL);
  g_assert_cmpuint (jug_session_get_selected_task (self->session), ==,
                    JUG_SESSION_NO_TASK);
  g_assert_cmpuint (jug_session_get_selected_event (self->session), ==, JUG_NO_EVENT);
}

static void
test_properties_notify_only_changes (JugSessionScene *self, gconstpointer data)
{
  guint n_notified = 0;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_signal_connect_swapped (self->session, "notify", G_CALLBACK (count_cb), &n_notified);
  jug_session_set_steps_axis (self->session, FALSE);
  jug_session_set_follow_task (self->session, FALSE);
  jug_session_set_page (self->session, 0);
  jug_session_select (self->session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
  g_assert_cmpuint (n_notified, ==, 0);
  jug_session_set_steps_axis (self->session, TRUE);
  jug_session_set_follow_task (self->session, TRUE);
  jug_session_set_page (self->session, 2);
  jug_session_select (self->session, 1, JUG_NO_EVENT);
  g_assert_cmpuint (n_notified, ==, 4);
}

/* Whoever is told that the trace has grown may open something else at once. */
static void
open_another_cb (JugSessionScene *self)
{
  g_signal_handlers_disconnect_by_func (self->session, open_another_cb, self);
  jug_session_scene_open (self, "sleeping");
}

static void
test_another_is_opened_while_following (JugSessionScene *self, gconstpointer data)
{
  g_signal_connect_swapped (self->session, "trace-grown", G_CALLBACK (open_another_cb),
                            self);
  jug_session_scene_open (self, "waiting");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), ==,
                   G_GINT64_CONSTANT (4000000000));
}

#define ADD(name, data, func)                                                            \
  g_test_add ("/juggler/session/session/" name, JugSessionScene, data,                   \
              jug_session_scene_set_up, func, jug_session_scene_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-empty-at-first", NULL, test_is_empty_at_first);
  ADD ("records-a-lesson", NULL, test_records_a_lesson);
  ADD ("cursor-and-narration-follow-the-playhead", NULL,
       test_cursor_and_narration_follow_the_playhead);
  ADD ("pages-move-the-playhead", NULL, test_pages_move_the_playhead);
  ADD ("runs-again-with-settings", NULL, test_runs_again_with_settings);
  ADD ("the-last-run-counts", NULL, test_the_last_run_counts);
  ADD ("labels-tasks", NULL, test_labels_tasks);
  ADD ("a-program-that-fails-makes-a-trace", NULL,
       test_a_program_that_fails_makes_a_trace);
  ADD ("a-lesson-without-a-program-fails", NULL, test_a_lesson_without_a_program_fails);
  ADD ("cancel-stops-a-run", NULL, test_cancel_stops_a_run);
  ADD ("is-dropped-while-recording", "sleeping", test_is_dropped_while_recording);
  ADD ("is-dropped-while-it-spins", "spinning", test_is_dropped_while_recording);
  ADD ("is-dropped-while-it-is-live", "waiting", test_is_dropped_while_recording);
  ADD ("follows-a-live-run", NULL, test_follows_a_live_run);
  ADD ("another-is-opened-while-following", NULL, test_another_is_opened_while_following);
  ADD ("close-leaves-nothing", NULL, test_close_leaves_nothing);
  ADD ("selection-is-followed", NULL, test_selection_is_followed);
  ADD ("properties-notify-only-changes", NULL, test_properties_notify_only_changes);
  return g_test_run ();
}
