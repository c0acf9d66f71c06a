/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a session saves, and of what it opens from a file. */
#include "jug-session-scene.h"

#include <string.h>

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (JugSessionScene *self, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jug_session_save_async (self->session, file, NULL, saved_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  return jug_session_save_finish (self->session, result, error);
}

static void
test_saves_and_opens_again (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "saved.jug");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  guint32 n_events;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  n_events = jug_trace_get_n_events (jug_session_get_trace (self->session));
  g_assert_true (save (self, file, &error));
  g_assert_no_error (error);

  jug_session_open_file (self->session, file);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_OPENING);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_null (jug_session_get_lesson (self->session));
  g_assert_cmpuint (jug_trace_get_n_events (jug_session_get_trace (self->session)), ==,
                    n_events);
  g_assert_cmpstr (jug_session_get_title (self->session), ==, "About it");
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(3)\n");
  label = jug_session_dup_task_label (self->session, 3);
  g_assert_cmpstr (label, ==, "the other");
}

static void
test_what_cannot_be_saved_is_told (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "no/such/folder.jug");
  g_autoptr (GError) error = NULL;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_false (save (self, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_a_broken_file_fails (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "broken.jug");

  jug_test_folder_write (self->folder, "broken.jug", "this is no trace");
  jug_session_open_file (self->session, file);
  jug_session_scene_wait (self, JUG_SESSION_FAILED);
  g_assert_nonnull (strstr (jug_session_get_error_message (self->session), "broken.jug"));
  g_assert_cmpstr (jug_session_get_title (self->session), ==, "broken.jug");
}

static void
keep_message_cb (char **kept, const char *message)
{
  g_assert_null (*kept);
  *kept = g_strdup (message);
}

static void
test_a_broken_file_takes_nothing_away (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "broken.jug");
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  g_autofree char *message = NULL;
  JugTrace *trace;
  guint32 event;

  jug_test_folder_write (self->folder, "broken.jug", "this is no trace");
  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_playhead_go_to_end (playhead);
  trace = jug_session_get_trace (self->session);
  event = jug_playhead_get_event (playhead);
  g_signal_connect_swapped (self->session, "file-refused", G_CALLBACK (keep_message_cb),
                            &message);

  jug_session_open_file (self->session, file);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "broken.jug"));
  g_assert_nonnull (jug_session_get_lesson (self->session));
  g_assert_true (jug_session_get_trace (self->session) == trace);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, event);
}

static void
test_notes_are_saved_with_the_trace (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "noted.jug");
  JugNotes *notes = jug_session_get_notes (self->session);
  g_autoptr (GError) error = NULL;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  jug_notes_set (notes, 4, "here");
  jug_notes_set (notes, 9, NULL);
  g_assert_true (jug_notes_is_unsaved (notes));
  g_assert_true (save (self, file, &error));
  g_assert_no_error (error);
  g_assert_false (jug_notes_is_unsaved (notes));
  /* The trace that was saved knows nothing of them. */
  g_assert_null (
      jug_trace_get_property (jug_session_get_trace (self->session), JUG_TRACE_NOTES));

  jug_session_close (self->session);
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 0);
  jug_session_open_file (self->session, file);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 2);
  g_assert_cmpstr (jug_notes_get_text (notes, 0), ==, "here");
  g_assert_false (jug_notes_is_unsaved (notes));

  /* Once they are all taken away, the file has none. */
  jug_notes_remove (notes, 4);
  jug_notes_remove (notes, 9);
  g_assert_true (save (self, file, &error));
  jug_session_close (self->session);
  jug_session_open_file (self->session, file);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 0);
}

static void
test_broken_notes_are_left_out (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "noted.jug");
  const JugTraceAddition bad = { JUG_TRACE_NOTES, "juggler-notes 1\n4000000000\n" };
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  jug_session_scene_open (self, "sleeping");
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_true (jug_trace_save_with (jug_session_get_trace (self->session), &bad, 1,
                                      file, NULL, &error));
  g_signal_connect_swapped (self->session, "notes-refused", G_CALLBACK (keep_message_cb),
                            &message);
  jug_session_open_file (self->session, file);
  jug_session_scene_wait (self, JUG_SESSION_READY);
  g_assert_nonnull (message);
  g_assert_cmpuint (jug_notes_get_n_notes (jug_session_get_notes (self->session)), ==, 0);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/session/session-files/" name, JugSessionScene, NULL,             \
              jug_session_scene_set_up, func, jug_session_scene_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("saves-and-opens-again", test_saves_and_opens_again);
  ADD ("what-cannot-be-saved-is-told", test_what_cannot_be_saved_is_told);
  ADD ("a-broken-file-fails", test_a_broken_file_fails);
  ADD ("a-broken-file-takes-nothing-away", test_a_broken_file_takes_nothing_away);
  ADD ("notes-are-saved-with-the-trace", test_notes_are_saved_with_the_trace);
  ADD ("broken-notes-are-left-out", test_broken_notes_are_left_out);
  return g_test_run ();
}
