/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session announces: views need no more than that, and are told nothing twice. */
#include "jug-session-scene.h"
#include "jug-test-signals.h"

typedef struct
{
  JugSessionScene scene;
  JugTestSignals *signals;
} Fixture;

static void
set_up (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  jug_session_scene_set_up (&self->scene, NULL);
  self->signals = jug_test_signals_new ();
  jug_test_signals_watch (self->signals, self->scene.session, "notify moved trace-grown");
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  jug_test_signals_assert (self->signals, "");
  jug_test_signals_free (self->signals);
  jug_session_scene_tear_down (&self->scene, NULL);
}

/* With a run of the lesson in it */
static void
open_ready (Fixture *self)
{
  jug_session_scene_open (&self->scene, "sleeping");
  jug_test_signals_assert (
      self->signals,
      "notify::lesson notify::python-source notify::state notify::title moved");
  jug_session_scene_wait (&self->scene, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_opens_lessons (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_scene_open (&self->scene, "other");
  jug_test_signals_assert (self->signals, "notify::lesson notify::state "
                                          "notify::title notify::trace moved");
  jug_session_scene_wait (&self->scene, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_opens_the_same_lesson_again (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_scene_open (&self->scene, "sleeping");
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
  jug_session_scene_wait (&self->scene, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_runs_with_other_values (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_run (self->scene.session, g_variant_new_parsed ("{'rest': 5.0}"));
  jug_test_signals_assert (
      self->signals,
      "notify::python-source notify::settings notify::state notify::trace moved");
  /* A run that is replaced before its end is not heard of again. */
  jug_session_run (self->scene.session, g_variant_new_parsed ("{'rest': 5.0}"));
  jug_test_signals_assert (self->signals, "moved");
  jug_session_scene_wait (&self->scene, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_fails (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  jug_session_scene_open (&self->scene, "missing");
  jug_test_signals_assert (self->signals,
                           "notify::error-message notify::lesson notify::python-source "
                           "notify::state notify::title moved");
  jug_session_scene_open (&self->scene, "spinning");
  jug_test_signals_assert (self->signals, "notify::error-message notify::lesson "
                                          "notify::state notify::title moved");
  jug_session_cancel (self->scene.session);
  jug_session_scene_wait (&self->scene, JUG_SESSION_FAILED);
  jug_test_signals_assert (self->signals, "notify::error-message notify::state");
}

static void
test_moves (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;
  JugPlayhead *playhead = jug_session_get_playhead (self->scene.session);

  open_ready (self);
  jug_session_step (self->scene.session, 1);
  jug_test_signals_assert (self->signals, "moved");
  jug_playhead_go_to_end (playhead);
  jug_test_signals_assert (self->signals, "moved");
  jug_playhead_go_to_end (playhead);
  g_assert_false (jug_session_step (self->scene.session, 1));
  jug_playhead_set_speed (playhead, 2);
  jug_test_signals_assert (self->signals, "");
}

static void
test_turns_pages (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_set_page (self->scene.session, 1);
  jug_test_signals_assert (self->signals, "notify::page moved");
  jug_session_set_page (self->scene.session, 1);
  jug_test_signals_assert (self->signals, "");
  /* This one begins nowhere in particular. */
  jug_session_set_page (self->scene.session, 2);
  jug_test_signals_assert (self->signals, "notify::page");
  /* The playhead stands there already. */
  jug_session_set_page (self->scene.session, 1);
  jug_test_signals_assert (self->signals, "notify::page");
  jug_session_scene_open (&self->scene, "sleeping");
  jug_test_signals_assert (self->signals,
                           "notify::page notify::state notify::trace moved");
  jug_session_scene_wait (&self->scene, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_selects (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_select (self->scene.session, 1, 4);
  jug_test_signals_assert (self->signals, "notify::selected-event notify::selected-task");
  jug_session_select (self->scene.session, 1, 6);
  jug_test_signals_assert (self->signals, "notify::selected-event");
  jug_session_select (self->scene.session, 1, 6);
  jug_test_signals_assert (self->signals, "");
  jug_session_set_follow_task (self->scene.session, TRUE);
  jug_session_set_follow_task (self->scene.session, TRUE);
  jug_session_set_steps_axis (self->scene.session, TRUE);
  jug_test_signals_assert (self->signals, "notify::follow-task notify::steps-axis");
  jug_session_close (self->scene.session);
  jug_test_signals_assert (self->signals,
                           "notify::lesson notify::python-source "
                           "notify::selected-event notify::selected-task "
                           "notify::state notify::title notify::trace moved");
}

static void
test_opens_a_file_that_is_none (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;
  g_autoptr (GFile) file = jug_test_folder_get_file (self->scene.folder, "broken.jug");

  jug_test_folder_write (self->scene.folder, "broken.jug", "nothing");
  jug_session_open_file (self->scene.session, file);
  jug_test_signals_assert (self->signals, "notify::state notify::title moved");
  jug_session_scene_wait (&self->scene, JUG_SESSION_FAILED);
  jug_test_signals_assert (self->signals, "notify::error-message notify::state");
}

static void
test_follows_a_live_run (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  jug_session_scene_open (&self->scene, "waiting");
  jug_test_signals_assert (self->signals,
                           "notify::lesson notify::python-source notify::state "
                           "notify::title notify::trace moved");
  while (jug_cursor_get_n_output (jug_session_get_cursor (self->scene.session)) == 0)
    g_main_context_iteration (NULL, TRUE);
  /* Each time that there is more, the playhead goes first; how often is not known. */
  jug_test_signals_assert_pattern (self->signals,
                                   "^moved trace-grown( (moved )?trace-grown)*$");
  jug_session_cancel (self->scene.session);
  jug_session_scene_wait (&self->scene, JUG_SESSION_READY);
  jug_test_signals_assert_pattern (self->signals,
                                   "^((moved )?trace-grown )+notify::state$");
}

#define ADD(name, func)                                                                  \
  jug_test_signals_add ("/juggler/session/session-signals/" name, sizeof (Fixture),      \
                        set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("opens-lessons", test_opens_lessons);
  ADD ("opens-the-same-lesson-again", test_opens_the_same_lesson_again);
  ADD ("runs-with-other-values", test_runs_with_other_values);
  ADD ("fails", test_fails);
  ADD ("moves", test_moves);
  ADD ("turns-pages", test_turns_pages);
  ADD ("selects", test_selects);
  ADD ("opens-a-file-that-is-none", test_opens_a_file_that_is_none);
  ADD ("follows-a-live-run", test_follows_a_live_run);
  return g_test_run ();
}
