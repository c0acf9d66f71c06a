/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs are edited: what is saved, what is kept, and what is said of it. */
#define G_SETTINGS_ENABLE_BACKEND
#include "jug-code-view.h"
#include "jug-console.h"
#include "jug-input-row.h"
#include "jug-no-timeline.h"
#include "jug-program-error.h"
#include "jug-program-view.h"
#include "jug-run-options.h"
#include "jug-test-folder.h"
#include "jug-test-signals.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-trusted-folders.h"
#include "jug-variables-view.h"

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>
#include <string.h>

#define PROGRAM "import asyncio\n\nasync def main():\n    pass\n\nasyncio.run(main())\n"

typedef struct
{
  JugTestFolder *folder;
  JugSession *session;
  JugDraft *draft;
  GFile *file; /* (nullable): the own program */
} Fixture;

static void
set_up_lesson (Fixture *self, gconstpointer data)
{
  self->folder = jug_test_folder_new ();
  self->session = jug_test_window_lesson_session ("coroutines/together");
  self->draft = jug_draft_new (self->session);
}

static gboolean
is_recorded (gpointer data)
{
  JugSessionState state = jug_session_get_state (data);

  return state == JUG_SESSION_READY || state == JUG_SESSION_FAILED;
}

static gboolean
exists (gpointer data)
{
  return jug_draft_exists (data);
}

static void
set_up_program (Fixture *self, gconstpointer data)
{
  const char *text = data ? data : PROGRAM;

  self->folder = jug_test_folder_new ();
  jug_test_folder_write (self->folder, "chat.py", text);
  self->file = jug_test_folder_get_file (self->folder, "chat.py");
  self->session = jug_test_window_session (NULL);
  self->draft = jug_draft_new (self->session);
  jug_session_open_program (self->session, self->file);
  jug_test_window_wait (exists, self->draft);
  jug_test_window_wait (is_recorded, self->session);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->draft);
  g_assert_finalize_object (self->session);
  g_clear_object (&self->file);
  jug_test_folder_free (self->folder);
}

static void
write_more (Fixture *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (jug_draft_get_buffer (self->draft));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

static char *
dup_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_load_contents (self->file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The draft of a lesson */

static void
test_version_begins_with_the_program (Fixture *self, gconstpointer data)
{
  const char *source = jug_session_get_python_source (self->session);
  g_autofree char *text = NULL;

  g_assert_false (jug_draft_exists (self->draft));
  g_assert_true (jug_draft_can_begin (self->draft));
  jug_draft_begin (self->draft, source);
  g_assert_true (jug_draft_exists (self->draft));
  text = jug_draft_dup_text (self->draft);
  g_assert_cmpstr (text, ==, source);
  g_assert_false (jug_draft_is_stale (self->draft));
  g_assert_false (jug_draft_is_changed (self->draft));
  write_more (self, "# more\n");
  g_assert_true (jug_draft_is_stale (self->draft));
  g_assert_true (jug_draft_is_changed (self->draft));
  /* it is kept, so nothing would be lost */
  g_assert_false (jug_draft_is_unsaved (self->draft));
  jug_draft_reset (self->draft);
  jug_test_window_wait (is_recorded, self->session);
}

static gboolean
is_kept (gpointer data)
{
  const char *version = jug_session_get_version (data);

  return version && g_str_has_suffix (version, "# more\n");
}

static void
test_version_is_kept_as_it_is_written (Fixture *self, gconstpointer data)
{
  jug_draft_begin (self->draft, PROGRAM);
  write_more (self, "# more\n");
  jug_test_window_wait (is_kept, self->session);
  jug_draft_reset (self->draft);
  g_assert_null (jug_session_get_version (self->session));
  g_assert_false (jug_draft_exists (self->draft));
  jug_test_window_wait (is_recorded, self->session);
}

/* What was written right before another lesson is opened is not lost. */
static void
test_version_is_there_again (Fixture *self, gconstpointer data)
{
  JugCatalogue *catalogue = jug_session_get_catalogue (self->session);
  JugLesson *first = g_object_ref (jug_session_get_lesson (self->session));
  g_autofree char *text = NULL;

  jug_draft_begin (self->draft, PROGRAM);
  write_more (self, "# mine\n");
  jug_session_open_lesson (self->session,
                           jug_catalogue_get_neighbour (catalogue, first, 1));
  g_assert_false (jug_draft_exists (self->draft));
  jug_session_open_lesson (self->session, first);
  g_assert_true (jug_draft_exists (self->draft));
  text = jug_draft_dup_text (self->draft);
  g_assert_cmpstr (text, ==, PROGRAM "# mine\n");
  jug_draft_reset (self->draft);
  jug_test_window_wait (is_recorded, self->session);
  g_object_unref (first);
}

static void
test_same_program_however_lines_end (void)
{
  g_assert_true (jug_draft_is_same_program ("a\nb\n", "a\r\nb\r\n"));
  g_assert_true (jug_draft_is_same_program ("\xef\xbb\xbf"
                                            "a",
                                            "a"));
  g_assert_true (jug_draft_is_same_program (NULL, NULL));
  g_assert_false (jug_draft_is_same_program ("a", NULL));
  g_assert_false (jug_draft_is_same_program ("a\n", "a"));
  g_assert_false (jug_draft_is_same_program ("a\rb", "ab"));
}

/* The draft of an own program */

static void
test_reset_can_be_undone (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  write_more (self, "# more\n");
  jug_draft_reset (self->draft);
  text = jug_draft_dup_text (self->draft);
  g_assert_cmpstr (text, ==, PROGRAM);
  g_assert_false (jug_draft_is_unsaved (self->draft));
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (jug_draft_get_buffer (self->draft)));
  again = jug_draft_dup_text (self->draft);
  g_assert_cmpstr (again, ==, PROGRAM "# more\n");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(int *) data = jug_draft_save_finish (JUG_DRAFT (source), result, NULL);
}

static gboolean
is_answered (gpointer data)
{
  return *(int *) data >= 0;
}

static void
test_program_is_saved_and_run (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int is_saved_now = -1;

  g_assert_false (jug_draft_is_unsaved (self->draft));
  write_more (self, "print('more')\n");
  g_assert_true (jug_draft_is_unsaved (self->draft));
  g_assert_true (jug_draft_is_stale (self->draft));
  before = dup_file (self);
  g_assert_cmpstr (before, ==, PROGRAM);
  jug_draft_save_async (self->draft, JUG_DRAFT_SAVE, saved_cb, &is_saved_now);
  jug_test_window_wait (is_answered, &is_saved_now);
  g_assert_cmpint (is_saved_now, ==, TRUE);
  g_assert_false (jug_draft_is_unsaved (self->draft));
  jug_draft_run (self->draft);
  jug_test_window_wait (is_recorded, self->session);
  after = dup_file (self);
  g_assert_cmpstr (after, ==, PROGRAM "print('more')\n");
  g_assert_false (jug_draft_is_stale (self->draft));
}

static void
refused_cb (JugDraft *draft, const char *message, gpointer data)
{
  g_assert_nonnull (strstr (message, "chat.py"));
  (*(guint *) data)++;
}

static void
test_what_cannot_be_saved_stays (Fixture *self, gconstpointer data)
{
  guint n_refused = 0;
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (self->file));
  g_autofree char *moved = g_strconcat (folder, "-moved", NULL);
  int is_saved_now = -1;

  write_more (self, "# more\n");
  g_signal_connect (self->draft, "refused", G_CALLBACK (refused_cb), &n_refused);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  jug_draft_save_async (self->draft, JUG_DRAFT_SAVE, saved_cb, &is_saved_now);
  jug_test_window_wait (is_answered, &is_saved_now);
  g_assert_cmpint (g_rename (moved, folder), ==, 0);
  g_assert_cmpint (is_saved_now, ==, FALSE);
  g_assert_cmpuint (n_refused, ==, 1);
  g_assert_true (jug_draft_is_unsaved (self->draft));
}

/* The view */

typedef struct
{
  GtkWindow *window;
  JugCodeView *code;
} View;

static View
show (Fixture *self)
{
  View view;

  view.code = g_object_new (JUG_TYPE_CODE_VIEW, NULL);
  jug_code_view_set_draft (view.code, self->draft);
  jug_code_view_set_settings (view.code, NULL);
  view.window = jug_test_window_show (GTK_WIDGET (view.code), 600, 500);
  return view;
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
says (gpointer root, const char *text)
{
  GtkWidget *child;

  if (is_label (root, text))
    return TRUE;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static GtkTextView *
get_text_view (View *view)
{
  return GTK_TEXT_VIEW (
      jug_test_window_find (GTK_WIDGET (view->code), GTK_SOURCE_TYPE_VIEW));
}

static void
test_edit_shows_the_version (Fixture *self, gconstpointer data)
{
  View view = show (self);

  g_assert_false (gtk_text_view_get_editable (get_text_view (&view)));
  g_assert_false (says (view.code, "Yours"));
  jug_code_view_edit (view.code);
  g_assert_true (jug_code_view_is_editing (view.code));
  g_assert_true (gtk_text_view_get_editable (get_text_view (&view)));
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_true (says (view.code, "Yours"));
  g_assert_false (says (view.code, "Not run yet"));
  write_more (self, "# more\n");
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_true (says (view.code, "Not run yet"));
  gtk_widget_activate_action (GTK_WIDGET (get_text_view (&view)), "code.language", "s",
                              "python");
  g_assert_false (gtk_text_view_get_editable (get_text_view (&view)));
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_false (says (view.code, "Not run yet"));
  jug_draft_reset (self->draft);
  jug_test_window_wait (is_recorded, self->session);
  jug_test_window_close (view.window);
}

static void
test_compares_with_the_original (Fixture *self, gconstpointer data)
{
  View view = show (self);

  jug_code_view_edit (view.code);
  write_more (self, "# more\n");
  jug_code_view_set_comparing (view.code, TRUE);
  g_assert_true (jug_code_view_is_comparing (view.code));
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_true (says (view.code, "Original"));
  /* the original comes first, and cannot be changed */
  g_assert_false (gtk_text_view_get_editable (get_text_view (&view)));
  jug_code_view_set_comparing (view.code, FALSE);
  g_assert_true (gtk_text_view_get_editable (get_text_view (&view)));
  jug_code_view_set_comparing (view.code, TRUE);
  /* with the version goes what there was to compare */
  jug_draft_reset (self->draft);
  jug_test_window_wait (is_recorded, self->session);
  g_assert_false (jug_code_view_is_comparing (view.code));
  jug_test_window_close (view.window);
}

static void
test_error_stands_at_its_line (Fixture *self, gconstpointer data)
{
  View view = show (self);

  g_assert_true (jug_code_view_is_editing (view.code));
  g_assert_true (says (view.code, "Line 4: ZeroDivisionError: division by zero"));
  gtk_widget_activate_action (GTK_WIDGET (get_text_view (&view)), "code.go-to-error",
                              NULL);
  g_assert_cmpuint (jug_program_view_get_line (JUG_PROGRAM_VIEW (jug_test_window_find (
                        GTK_WIDGET (view.code), JUG_TYPE_PROGRAM_VIEW))),
                    ==, 4);
  write_more (self, "# mended\n");
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_false (says (view.code, "ZeroDivisionError"));
  g_assert_true (says (view.code, "Changed since it ran"));
  jug_test_window_close (view.window);
}

/* Lines and steps */

static void
test_line_leads_to_its_steps (Fixture *self, gconstpointer data)
{
  View view = show (self);
  JugTestSignals *signals = jug_test_signals_new ();
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  JugProgramView *program = JUG_PROGRAM_VIEW (
      jug_test_window_find (GTK_WIDGET (view.code), JUG_TYPE_PROGRAM_VIEW));
  JugTrace *trace = jug_session_get_trace (self->session);
  const JugEvent *event;
  guint32 first;

  jug_program_view_go_to_line (program, 5);
  jug_code_view_go_along_line (view.code, 1);
  first = jug_playhead_get_event (playhead);
  event = jug_trace_get_event (trace, first);
  g_assert_cmpint (event->kind, ==, JUG_EVENT_LINE);
  g_assert_cmpuint (event->object, ==, 5);
  g_assert_cmpuint (jug_session_get_selected_task (self->session), ==, event->task);
  g_assert_cmpint (
      jug_trace_get_event (trace, jug_session_get_selected_event (self->session))->kind,
      ==, JUG_EVENT_STEP);
  jug_code_view_go_along_line (view.code, 1);
  jug_code_view_go_along_line (view.code, -1);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, first);

  jug_test_signals_watch (signals, view.code, "told");
  jug_program_view_go_to_line (program, 2);
  jug_code_view_go_along_line (view.code, 1);
  jug_test_signals_assert (signals, "told(No step is known to have come to line 2.)");
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, first);
  jug_test_signals_free (signals);
  jug_test_window_close (view.window);
}

/* Remembering */

static GSettings *
new_settings (void)
{
  GSettingsBackend *backend = g_memory_settings_backend_new ();
  GSettings *settings = g_settings_new_with_backend (JUG_APP_ID, backend);

  g_object_unref (backend);
  return settings;
}

static void
test_trusts_folders (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  g_autoptr (GFile) first = g_file_new_for_path ("/some/folder/a.py");
  g_autoptr (GFile) beside = g_file_new_for_path ("/some/folder/b.py");
  g_autoptr (GFile) below = g_file_new_for_path ("/some/folder/below/a.py");
  g_auto (GStrv) known = NULL;

  g_assert_false (jug_trusted_folders_has (settings, first));
  jug_trusted_folders_add (settings, first);
  g_assert_true (jug_trusted_folders_has (settings, first));
  g_assert_true (jug_trusted_folders_has (settings, beside));
  g_assert_false (jug_trusted_folders_has (settings, below));
  g_assert_false (jug_trusted_folders_has (NULL, first));
  for (guint i = 0; i < JUG_TRUSTED_FOLDERS_MAX; i++)
    {
      g_autofree char *path = g_strdup_printf ("/other/%u/a.py", i);
      g_autoptr (GFile) other = g_file_new_for_path (path);

      jug_trusted_folders_add (settings, other);
    }
  known = g_settings_get_strv (settings, "trusted-folders");
  g_assert_cmpuint (g_strv_length (known), ==, JUG_TRUSTED_FOLDERS_MAX);
  g_assert_false (jug_trusted_folders_has (settings, first));
}

static void
test_remembers_options_by_folder (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  g_autoptr (GFile) file = g_file_new_for_path ("/some/folder/a.py");
  g_autoptr (GFile) other = g_file_new_for_path ("/other/a.py");
  g_autoptr (JugRunOptions) plain = jug_run_options_load (settings, file);
  g_autoptr (JugRunOptions) options = NULL;
  g_autoptr (JugRunOptions) others = NULL;
  g_autoptr (GVariant) all = NULL;

  g_assert_cmpstr (plain->arguments, ==, "");
  g_assert_cmpstr (plain->interpreter, ==, "");
  g_free (plain->arguments);
  plain->arguments = g_strdup ("--port 8000");
  plain->virtual_time = TRUE;
  jug_run_options_save (plain, settings, file);
  options = jug_run_options_load (settings, file);
  g_assert_cmpstr (options->arguments, ==, "--port 8000");
  g_assert_true (options->virtual_time);
  g_assert_false (options->without_locals);
  others = jug_run_options_load (settings, other);
  g_assert_cmpstr (others->arguments, ==, "");
  for (guint i = 0; i < JUG_RUN_OPTIONS_MAX_FOLDERS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/other/%u/a.py", i);
      g_autoptr (GFile) each = g_file_new_for_path (path);

      jug_run_options_save (options, settings, each);
    }
  all = g_settings_get_value (settings, "run-options");
  g_assert_cmpuint (g_variant_n_children (all), ==, JUG_RUN_OPTIONS_MAX_FOLDERS);
}

static void
test_reads_arguments_as_a_shell (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) none = jug_run_options_parse ("  ", &error);
  g_auto (GStrv) some = jug_run_options_parse ("-a 'two words' x\\ y", &error);
  const char *const expected[] = { "-a", "two words", "x y", NULL };

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpstrv (some, expected);
  g_assert_null (jug_run_options_parse ("it's", &error));
  g_assert_error (error, G_SHELL_ERROR, G_SHELL_ERROR_BAD_QUOTING);
}

/* Instead of a timeline */

static JugTrace *
new_python_trace (const char *key, const char *value, const char *text)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);

  jug_trace_set_property (trace, JUG_TRACE_ENGINE, "python");
  if (key)
    jug_trace_set_property (trace, key, value);
  if (text)
    jug_trace_set_property (trace, JUG_TRACE_FAILURE_TEXT, text);
  return jug_test_trace_finish (t);
}

static void
check_sentence (const char *key,
                const char *value,
                const char *text,
                gboolean packaged,
                const char *sentence)
{
  g_autoptr (JugTrace) trace = new_python_trace (key, value, text);
  JugSession *session = jug_test_window_session (trace);
  GtkWidget *instead = g_object_new (JUG_TYPE_NO_TIMELINE, "packaged", packaged, NULL);
  GtkWindow *window;
  gboolean needed;

  jug_no_timeline_set_session (JUG_NO_TIMELINE (instead), session);
  window = jug_test_window_show (instead, 500, 300);
  g_object_get (instead, "needed", &needed, NULL);
  g_assert_cmpint (needed, ==, sentence != NULL);
  if (sentence)
    g_assert_true (says (instead, sentence));
  g_assert_cmpint (says (instead, "Save the Recorder"), ==, packaged);
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

static void
test_says_why_there_are_no_tasks (void)
{
  check_sentence (NULL, NULL, NULL, FALSE, "never started an event loop");
  check_sentence ("started", "yes", NULL, FALSE, NULL);
  check_sentence ("unobserved", "uvloop.Loop", NULL, FALSE,
                  "The event loop uvloop.Loop cannot be observed");
  check_sentence (JUG_TRACE_FAILURE, "syntax", "x", FALSE, "did not start");
  check_sentence (JUG_TRACE_FAILURE, "missing-module", "No module named 'x'", FALSE,
                  "No module named 'x'");
  check_sentence (JUG_TRACE_FAILURE, "missing-module", "No module named 'x'", TRUE,
                  "python3 juggler_shim.py program.py");
}

/* Variables */

static void
test_shows_frames_and_variables (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = jug_trace_ref (jug_test_trace_get_trace (t));
  guint32 main = jug_test_trace_create (t, "main");
  JugSession *session;
  GtkWidget *view;
  GtkWindow *window;

  jug_trace_set_property (trace, JUG_TRACE_ENGINE, "python");
  jug_test_trace_step (t, main, NULL);
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_FRAMES,
                     .task = main,
                     .cause = JUG_NO_EVENT,
                     .text = jug_trace_intern (
                         trace, "main\t20\t/a/chat.py\nClient.read\t7\t/a/net.py") });
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_LOCALS,
                     .task = main,
                     .object = 1,
                     .cause = JUG_NO_EVENT,
                     .text = jug_trace_intern (trace, "size\t1024\nname\t'Ada\tL.'") });
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_trace_unref (jug_test_trace_finish (t));
  session = jug_test_window_session (trace);
  view = g_object_new (JUG_TYPE_VARIABLES_VIEW, NULL);
  jug_variables_view_set_session (JUG_VARIABLES_VIEW (view), session);
  window = jug_test_window_show (view, 400, 400);
  g_assert_true (says (view, "No task runs here"));
  jug_session_select (session, main, JUG_NO_EVENT);
  g_assert_true (says (view, "main-1 does not exist yet"));
  jug_playhead_go_to_end (jug_session_get_playhead (session));
  jug_test_window_settle (view);
  g_assert_true (says (view, "Client.read"));
  g_assert_true (says (view, "net.py:7"));
  g_assert_true (says (view, "chat.py:20"));
  g_assert_true (says (view, "no local variables"));
  g_assert_true (says (view, "size = 1024"));
  g_assert_true (says (view, "name = 'Ada\tL.'"));
  jug_session_select (session, JUG_TASK_LOOP, JUG_NO_EVENT);
  g_assert_true (says (view, "The event loop has no variables"));
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

/* Output and input */

static void
test_standard_error_is_marked (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = jug_trace_ref (jug_test_trace_get_trace (t));
  GtkWidget *console = g_object_new (JUG_TYPE_CONSOLE, NULL);
  JugSession *session;
  GtkWindow *window;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_print (t, "fine");
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_PRINT,
                                           .detail = JUG_STREAM_STDERR,
                                           .task = 1,
                                           .cause = JUG_NO_EVENT,
                                           .text = jug_trace_intern (trace, "wrong") });
  jug_trace_unref (jug_test_trace_finish (t));
  session = jug_test_window_session (trace);
  jug_console_set_session (JUG_CONSOLE (console), session);
  window = jug_test_window_show (console, 400, 300);
  jug_playhead_go_to_end (jug_session_get_playhead (session));
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (jug_test_window_find (console, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, "0.000 fine\n0.000 stderr wrong");
  /* a trace takes no input */
  g_assert_false (
      gtk_widget_get_visible (jug_test_window_find (console, JUG_TYPE_INPUT_ROW)));
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

static void
add_tests (void)
{
#define LESSON(path, function)                                                           \
  g_test_add ("/juggler/ui/editing/" path, Fixture, NULL, set_up_lesson, function,       \
              tear_down)
#define PROGRAM_TEST(path, text, function)                                               \
  g_test_add ("/juggler/ui/editing/" path, Fixture, text, set_up_program, function,      \
              tear_down)
#define ADD(path, function) g_test_add_func ("/juggler/ui/editing/" path, function)
  LESSON ("version-begins-with-the-program", test_version_begins_with_the_program);
  LESSON ("version-is-kept-as-it-is-written", test_version_is_kept_as_it_is_written);
  LESSON ("version-is-there-again", test_version_is_there_again);
  LESSON ("edit-shows-the-version", test_edit_shows_the_version);
  LESSON ("compares-with-the-original", test_compares_with_the_original);
  LESSON ("line-leads-to-its-steps", test_line_leads_to_its_steps);
  PROGRAM_TEST ("program-is-saved-and-run", NULL, test_program_is_saved_and_run);
  PROGRAM_TEST ("reset-can-be-undone", NULL, test_reset_can_be_undone);
  PROGRAM_TEST ("what-cannot-be-saved-stays", NULL, test_what_cannot_be_saved_stays);
  PROGRAM_TEST ("error-stands-at-its-line",
                "import asyncio\n\nasync def main():\n    1 / 0\n\nasyncio.run(main())\n",
                test_error_stands_at_its_line);
  ADD ("same-program-however-lines-end", test_same_program_however_lines_end);
  ADD ("trusts-folders", test_trusts_folders);
  ADD ("remembers-options-by-folder", test_remembers_options_by_folder);
  ADD ("reads-arguments-as-a-shell", test_reads_arguments_as_a_shell);
  ADD ("says-why-there-are-no-tasks", test_says_why_there_are_no_tasks);
  ADD ("shows-frames-and-variables", test_shows_frames_and_variables);
  ADD ("standard-error-is-marked", test_standard_error_is_marked);
#undef ADD
#undef PROGRAM_TEST
#undef LESSON
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
