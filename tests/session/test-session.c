/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the session: opening, recording, following, saving. */
#include "jug-session.h"

#include "jug-python.h"
#include "jug-test-folder.h"

/* Lessons of the test's own: one that sleeps, one that never ends, one without a
 * program. */

ASYNC (child, (const char *, name))
{
  AT (2) await (asyncio_sleep (1));
  AT (3) print ("%s is done", name);
}

ASYNC_MAIN
{
  AT (6) JugTask *named = asyncio_create_task_named (child ("first"), "Mr. One");
  AT (7) JugTask *other = asyncio_create_task (child ("second"));
  AT (8) await (named);
  AT (9) await (other);
  AT (10) await (asyncio_sleep (jug_program_get_parameter ("rest")));
}

static void
sleeping (void)
{
  asyncio_run (main_ ());
}

ASYNC (spin)
{
  for (;;)
    await (asyncio_sleep (0));
}

static void
spinning (void)
{
  asyncio_run (spin ());
}

/* In real time, until it is told to stop */
ASYNC (wait_long)
{
  print ("waiting");
  await (asyncio_sleep (1000));
}

static void
waiting (void)
{
  asyncio_run (wait_long ());
}

static void
failing (void)
{
  print ("going down");
  RAISE (ValueError, "no");
}

static const JugParameter sleeping_parameters[] = { { "rest", 3 } };
static const JugProgram sleeping_program = { "a/sleeping", sleeping, sleeping_parameters,
                                             1 };
static const JugProgram spinning_program = { "a/spinning", spinning, NULL, 0 };
static const JugProgram waiting_program = { "a/waiting", waiting, NULL, 0 };
static const JugProgram failing_program = { "a/failing", failing, NULL, 0 };
static const JugProgram *const programs[] = { &sleeping_program, &spinning_program,
                                              &waiting_program, &failing_program, NULL };

#define TEXT(clock, more)                                                                \
  "<lesson clock=\"" clock "\"><title>About it</title><summary>S</summary>" more         \
  "<page><title>P</title><p>x</p></page>"                                                \
  "<page at=\"print child-1 first is done\"><title>P</title><p>x</p></page>"             \
  "<page at=\"print nobody-1 nothing\"><title>P</title><p>x</p></page></lesson>"

typedef struct
{
  JugTestFolder *folder;
  JugCatalogue *catalogue;
  JugSession *session;
} Fixture;

static void
write_lesson (JugTestFolder *folder, const char *name, const char *text)
{
  g_autofree char *xml = g_strdup_printf ("a/%s/lesson.xml", name);
  g_autofree char *program = g_strdup_printf ("a/%s/program.py", name);

  jug_test_folder_write (folder, xml, text);
  jug_test_folder_write (folder, program, "rest(3)\n");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = jug_test_folder_new ();
  write_lesson (
      self->folder, "sleeping",
      TEXT ("virtual",
            "<label task=\"child-1\">never shown</label>"
            "<label task=\"child-2\">the other</label>"
            "<param name=\"rest\" type=\"float\" min=\"0\" max=\"9\" default=\"3\""
            " code=\"rest({})\"><label>Rest</label></param>"));
  write_lesson (self->folder, "spinning", TEXT ("virtual", ""));
  write_lesson (self->folder, "waiting", TEXT ("real", ""));
  write_lesson (self->folder, "failing", TEXT ("virtual", ""));
  write_lesson (self->folder, "missing", TEXT ("virtual", ""));
  jug_test_folder_write (
      self->folder, "catalogue.xml",
      "<catalogue><unit id=\"a\"><title>A</title><lesson id=\"sleeping\"/>"
      "<lesson id=\"spinning\"/><lesson id=\"waiting\"/><lesson id=\"failing\"/>"
      "<lesson id=\"missing\"/></unit></catalogue>");
  file = jug_test_folder_get_file (self->folder, ".");
  self->catalogue = jug_catalogue_load (file, &error);
  g_assert_no_error (error);
  self->session = jug_session_new (self->catalogue, programs);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer session = self->session;

  /* A thread that saved for it may let go of it a moment after it has said that it is
   * done; whoever holds it for ever lets the test time out. */
  g_object_add_weak_pointer (session, &session);
  g_object_unref (self->session);
  while (g_atomic_pointer_get (&session))
    g_thread_yield ();
  /* Threads that were told to stop hold nothing of it, but answer still. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->catalogue);
  jug_test_folder_free (self->folder);
}

static void
wait_until (Fixture *self, JugSessionState state)
{
  while (jug_session_get_state (self->session) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_lesson (Fixture *self, const char *id)
{
  jug_session_open_lesson (self->session, jug_catalogue_find (self->catalogue, id, NULL));
}

static void
test_is_empty_at_first (Fixture *self, gconstpointer data)
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
test_records_a_lesson (Fixture *self, gconstpointer data)
{
  JugTrace *trace;

  open_lesson (self, "sleeping");
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
  g_assert_null (jug_session_get_trace (self->session));
  g_assert_cmpstr (jug_session_get_title (self->session), ==, "About it");
  wait_until (self, JUG_SESSION_READY);

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
test_cursor_and_narration_follow_the_playhead (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint n_moves = 0;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
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
test_pages_move_the_playhead (Fixture *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  const JugEvent *event;
  guint32 index;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
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
test_runs_again_with_settings (Fixture *self, gconstpointer data)
{
  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  jug_session_set_page (self->session, 1);
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 5.0}"));
  g_assert_null (jug_session_get_trace (self->session));
  wait_until (self, JUG_SESSION_READY);
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), ==,
                   G_GINT64_CONSTANT (6000000000));
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(5)\n");
  g_assert_cmpuint (jug_session_get_page (self->session), ==, 1);
  g_assert_false (jug_playhead_is_at_start (jug_session_get_playhead (self->session)));

  jug_session_run (self->session, NULL);
  wait_until (self, JUG_SESSION_READY);
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(5)\n");
  open_lesson (self, "sleeping");
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(3)\n");
  g_assert_cmpuint (jug_session_get_page (self->session), ==, 0);
}

static void
test_the_last_run_counts (Fixture *self, gconstpointer data)
{
  open_lesson (self, "spinning");
  open_lesson (self, "sleeping");
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 1.0}"));
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 2.0}"));
  wait_until (self, JUG_SESSION_READY);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), ==,
                   G_GINT64_CONSTANT (3000000000));
}

static void
test_labels_tasks (Fixture *self, gconstpointer data)
{
  static const char *const labels[] = { "loop", "main-1", "Mr. One", "the other" };

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = jug_session_dup_task_label (self->session, i);

      g_assert_cmpstr (label, ==, labels[i]);
    }
  g_assert_null (jug_session_lookup_task_label (1, self->session));
  g_assert_cmpstr (jug_session_lookup_task_label (3, self->session), ==, "the other");
}

static void
test_a_program_that_fails_makes_a_trace (Fixture *self, gconstpointer data)
{
  JugCursor *cursor;

  open_lesson (self, "failing");
  wait_until (self, JUG_SESSION_READY);
  jug_playhead_go_to_end (jug_session_get_playhead (self->session));
  cursor = jug_session_get_cursor (self->session);
  g_assert_cmpuint (jug_cursor_get_exit_event (cursor), !=, JUG_NO_EVENT);
}

static void
test_a_lesson_without_a_program_fails (Fixture *self, gconstpointer data)
{
  open_lesson (self, "missing");
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_FAILED);
  g_assert_nonnull (strstr (jug_session_get_error_message (self->session), "About it"));
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(3)\n");
  open_lesson (self, "sleeping");
  g_assert_null (jug_session_get_error_message (self->session));
}

static void
test_cancel_stops_a_run (Fixture *self, gconstpointer data)
{
  open_lesson (self, "spinning");
  jug_session_cancel (self->session);
  wait_until (self, JUG_SESSION_FAILED);
  g_assert_nonnull (strstr (jug_session_get_error_message (self->session), "stopped"));
  g_assert_null (jug_session_get_trace (self->session));
}

static void
test_is_dropped_while_recording (Fixture *self, gconstpointer id)
{
  open_lesson (self, id);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
}

static void
test_follows_a_live_run (Fixture *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint n_grown = 0;
  JugTrace *trace;

  g_signal_connect_swapped (self->session, "trace-grown", G_CALLBACK (count_cb),
                            &n_grown);
  open_lesson (self, "waiting");
  trace = jug_session_get_trace (self->session);
  g_assert_nonnull (trace);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
  while (jug_cursor_get_n_output (jug_session_get_cursor (self->session)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_grown, >, 0);
  g_assert_true (jug_playhead_is_following (playhead));

  jug_session_cancel (self->session);
  wait_until (self, JUG_SESSION_READY);
  g_assert_true (jug_session_get_trace (self->session) == trace);
  g_assert_true (jug_trace_is_sealed (trace));
  g_assert_false (jug_playhead_is_following (playhead));
  g_assert_true (jug_playhead_is_at_end (playhead));
  g_assert_cmpuint (
      jug_span_index_get_n_events (jug_session_get_span_index (self->session)), ==,
      jug_trace_get_n_events (trace));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (Fixture *self, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jug_session_save_async (self->session, file, NULL, saved_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  return jug_session_save_finish (self->session, result, error);
}

static void
test_saves_and_opens_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "saved.jug");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  guint32 n_events;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  n_events = jug_trace_get_n_events (jug_session_get_trace (self->session));
  g_assert_true (save (self, file, &error));
  g_assert_no_error (error);

  jug_session_open_file (self->session, file);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_OPENING);
  wait_until (self, JUG_SESSION_READY);
  g_assert_null (jug_session_get_lesson (self->session));
  g_assert_cmpuint (jug_trace_get_n_events (jug_session_get_trace (self->session)), ==,
                    n_events);
  g_assert_cmpstr (jug_session_get_title (self->session), ==, "About it");
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, "rest(3)\n");
  label = jug_session_dup_task_label (self->session, 3);
  g_assert_cmpstr (label, ==, "the other");
}

static void
test_what_cannot_be_saved_is_told (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "no/such/folder.jug");
  g_autoptr (GError) error = NULL;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  g_assert_false (save (self, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_a_broken_file_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "broken.jug");

  jug_test_folder_write (self->folder, "broken.jug", "this is no trace");
  jug_session_open_file (self->session, file);
  wait_until (self, JUG_SESSION_FAILED);
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
test_a_broken_file_takes_nothing_away (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "broken.jug");
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  g_autofree char *message = NULL;
  JugTrace *trace;
  guint32 event;

  jug_test_folder_write (self->folder, "broken.jug", "this is no trace");
  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  jug_playhead_go_to_end (playhead);
  trace = jug_session_get_trace (self->session);
  event = jug_playhead_get_event (playhead);
  g_signal_connect_swapped (self->session, "file-refused", G_CALLBACK (keep_message_cb),
                            &message);

  jug_session_open_file (self->session, file);
  wait_until (self, JUG_SESSION_READY);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "broken.jug"));
  g_assert_nonnull (jug_session_get_lesson (self->session));
  g_assert_true (jug_session_get_trace (self->session) == trace);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, event);
}

static void
test_notes_are_saved_with_the_trace (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "noted.jug");
  JugNotes *notes = jug_session_get_notes (self->session);
  g_autoptr (GError) error = NULL;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
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
  wait_until (self, JUG_SESSION_READY);
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 2);
  g_assert_cmpstr (jug_notes_get_text (notes, 0), ==, "here");
  g_assert_false (jug_notes_is_unsaved (notes));

  /* Once they are all taken away, the file has none. */
  jug_notes_remove (notes, 4);
  jug_notes_remove (notes, 9);
  g_assert_true (save (self, file, &error));
  jug_session_close (self->session);
  jug_session_open_file (self->session, file);
  wait_until (self, JUG_SESSION_READY);
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 0);
}

static void
test_broken_notes_are_left_out (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "noted.jug");
  const JugTraceAddition bad = { JUG_TRACE_NOTES, "juggler-notes 1\n4000000000\n" };
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  g_assert_true (jug_trace_save_with (jug_session_get_trace (self->session), &bad, 1,
                                      file, NULL, &error));
  g_signal_connect_swapped (self->session, "notes-refused", G_CALLBACK (keep_message_cb),
                            &message);
  jug_session_open_file (self->session, file);
  wait_until (self, JUG_SESSION_READY);
  g_assert_nonnull (message);
  g_assert_cmpuint (jug_notes_get_n_notes (jug_session_get_notes (self->session)), ==, 0);
}

static void
test_close_leaves_nothing (Fixture *self, gconstpointer data)
{
  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
  jug_session_close (self->session);
  test_is_empty_at_first (self, NULL);
  g_assert_null (jug_session_get_lesson (self->session));
  g_assert_null (jug_session_get_python_source (self->session));
}

static void
test_selection_is_followed (Fixture *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
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
test_properties_notify_only_changes (Fixture *self, gconstpointer data)
{
  guint n_notified = 0;

  open_lesson (self, "sleeping");
  wait_until (self, JUG_SESSION_READY);
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
open_another_cb (Fixture *self)
{
  g_signal_handlers_disconnect_by_func (self->session, open_another_cb, self);
  open_lesson (self, "sleeping");
}

static void
test_another_is_opened_while_following (Fixture *self, gconstpointer data)
{
  g_signal_connect_swapped (self->session, "trace-grown", G_CALLBACK (open_another_cb),
                            self);
  open_lesson (self, "waiting");
  wait_until (self, JUG_SESSION_READY);
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), ==,
                   G_GINT64_CONSTANT (4000000000));
}

#define ADD(name, data, func)                                                            \
  g_test_add ("/juggler/session/session/" name, Fixture, data, set_up, func, tear_down)

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
  ADD ("saves-and-opens-again", NULL, test_saves_and_opens_again);
  ADD ("what-cannot-be-saved-is-told", NULL, test_what_cannot_be_saved_is_told);
  ADD ("a-broken-file-fails", NULL, test_a_broken_file_fails);
  ADD ("a-broken-file-takes-nothing-away", NULL, test_a_broken_file_takes_nothing_away);
  ADD ("close-leaves-nothing", NULL, test_close_leaves_nothing);
  ADD ("selection-is-followed", NULL, test_selection_is_followed);
  ADD ("notes-are-saved-with-the-trace", NULL, test_notes_are_saved_with_the_trace);
  ADD ("broken-notes-are-left-out", NULL, test_broken_notes_are_left_out);
  ADD ("properties-notify-only-changes", NULL, test_properties_notify_only_changes);
  return g_test_run ();
}
