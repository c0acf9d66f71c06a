/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs of one's own: how they run is remembered, and what is shown of a run. */
#define G_SETTINGS_ENABLE_BACKEND
#include "jug-console.h"
#include "jug-input-row.h"
#include "jug-no-timeline.h"
#include "jug-program-error.h"
#include "jug-run-options.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-trusted-folders.h"
#include "jug-variables-view.h"

#include <gio/gsettingsbackend.h>

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
  g_autoptr (GFile) other = g_file_new_for_path ("/other/63/b.py");
  g_autoptr (GFile) known = g_file_new_for_path ("/other/0/a.py");
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
  /* Whoever is among them pushes nobody out. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (JugRunOptions) first = NULL;

      jug_run_options_save (options, settings, other);
      first = jug_run_options_load (settings, known);
      g_assert_cmpstr (first->arguments, ==, "--port 8000");
    }
  jug_run_options_save (others, settings, other);
  g_variant_unref (all);
  all = g_settings_get_value (settings, "run-options");
  g_assert_cmpuint (g_variant_n_children (all), ==, JUG_RUN_OPTIONS_MAX_FOLDERS - 1);
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
    g_assert_true (jug_test_window_says (instead, sentence));
  g_assert_cmpint (jug_test_window_says (instead, "Save the Recorder"), ==, packaged);
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
  g_assert_true (jug_test_window_says (view, "No task runs here"));
  jug_session_select (session, main, JUG_NO_EVENT);
  g_assert_true (jug_test_window_says (view, "main-1 does not exist yet"));
  jug_playhead_go_to_end (jug_session_get_playhead (session));
  jug_test_window_settle (view);
  g_assert_true (jug_test_window_says (view, "Client.read"));
  g_assert_true (jug_test_window_says (view, "net.py:7"));
  g_assert_true (jug_test_window_says (view, "chat.py:20"));
  g_assert_true (jug_test_window_says (view, "no local variables"));
  g_assert_true (jug_test_window_says (view, "size = 1024"));
  g_assert_true (jug_test_window_says (view, "name = 'Ada\tL.'"));
  jug_session_select (session, JUG_TASK_LOOP, JUG_NO_EVENT);
  g_assert_true (jug_test_window_says (view, "The event loop has no variables"));
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
#define ADD(path, function) g_test_add_func ("/juggler/ui/own-programs/" path, function)
  ADD ("trusts-folders", test_trusts_folders);
  ADD ("remembers-options-by-folder", test_remembers_options_by_folder);
  ADD ("reads-arguments-as-a-shell", test_reads_arguments_as_a_shell);
  ADD ("says-why-there-are-no-tasks", test_says_why_there_are_no_tasks);
  ADD ("shows-frames-and-variables", test_shows_frames_and_variables);
  ADD ("standard-error-is-marked", test_standard_error_is_marked);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
