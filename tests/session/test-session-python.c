/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the session with Python programs: a person's own, and versions of lessons. */
#include "jug-sandbox.h"
#include "jug-session.h"
#include "jug-test-folder.h"
#include "jug-versions.h"

#include <string.h>

#define LESSON                                                                           \
  "<lesson clock=\"virtual\"><title>T</title><summary>S</summary>"                       \
  "<label task=\"main-1\">Ada</label><page><title>P</title><p>x</p></page></lesson>"

#define HEAD "import asyncio, sys\nasync def main():\n"
#define RUN "\nasyncio.run(main())\n"

static const JugProgram *const programs[] = { NULL };

typedef struct
{
  JugTestFolder *folder;
  JugCatalogue *catalogue;
  JugSession *session;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = jug_test_folder_new ();
  jug_test_folder_write (self->folder, "a/one/lesson.xml", LESSON);
  jug_test_folder_write (self->folder, "a/one/program.py", "print('as written')\n");
  jug_test_folder_write (self->folder, "catalogue.xml",
                         "<catalogue><unit id=\"a\"><title>A</title>"
                         "<lesson id=\"one\"/></unit></catalogue>");
  file = jug_test_folder_get_file (self->folder, ".");
  self->catalogue = jug_catalogue_load (file, &error);
  g_assert_no_error (error);
  self->session = jug_session_new (self->catalogue, programs);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->catalogue);
  jug_test_folder_free (self->folder);
}

static GFile *
write_program (Fixture *self, const char *text)
{
  jug_test_folder_write (self->folder, "own.py", text);
  return jug_test_folder_get_file (self->folder, "own.py");
}

static void
wait_for (Fixture *self, JugSessionState state)
{
  while (jug_session_get_state (self->session) != state)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_printed (Fixture *self, guint line)
{
  JugTrace *trace = jug_session_get_trace (self->session);

  for (guint32 i = 0; trace && i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_PRINT && event->detail == JUG_STREAM_STDOUT &&
          line-- == 0)
        return jug_trace_get_string (trace, event->text);
    }
  return NULL;
}

static void
wait_for_line (Fixture *self, guint line, const char *text)
{
  while (!get_printed (self, line))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_printed (self, line), ==, text);
}

static void
test_runs_a_program (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_program (self, HEAD "    print('own')" RUN);

  jug_session_open_program (self->session, file);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
  g_assert_true (jug_session_get_program (self->session) == file);
  g_assert_cmpstr (jug_session_get_title (self->session), ==, "own.py");
  wait_for (self, JUG_SESSION_READY);
  g_assert_cmpstr (get_printed (self, 0), ==, "own");
  g_assert_true (g_str_has_prefix (jug_session_get_python_source (self->session), HEAD));
  g_assert_null (jug_session_get_native_source (self->session));
  g_assert_false (jug_session_get_takes_input (self->session));
  /* In real time the playhead goes along. */
  g_assert_true (jug_playhead_is_at_end (jug_session_get_playhead (self->session)));

  jug_session_close (self->session);
  g_assert_null (jug_session_get_program (self->session));
  g_assert_null (jug_session_get_python_source (self->session));
}

static void
test_virtual_time_begins_at_the_start (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file =
      write_program (self, HEAD "    await asyncio.sleep(5000); print('own')" RUN);
  const JugSessionPython python = { .virtual_time = TRUE };

  jug_session_set_python (self->session, &python);
  jug_session_open_program (self->session, file);
  wait_for (self, JUG_SESSION_READY);
  g_assert_cmpstr (get_printed (self, 0), ==, "own");
  g_assert_cmpint (jug_trace_get_end_time (jug_session_get_trace (self->session)), >=,
                   5000 * (gint64) 1000000000);
  g_assert_cmpuint (jug_cursor_get_index (jug_session_get_cursor (self->session)), ==,
                    JUG_NO_EVENT);
}

static void
wait_for_question (Fixture *self, const char *question)
{
  while (g_strcmp0 (jug_session_get_question (self->session), question) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_gives_arguments_and_input (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_program (
      self,
      HEAD "    print(sys.argv[1:]); print(input('Name? ') + input('Age? '))\n"
           "    print(end='Well?', flush=True); print(); print(sys.stdin.read())" RUN);
  const char *arguments[] = { "one", "two words", NULL };
  const JugSessionPython python = { .arguments = arguments };

  jug_session_set_python (self->session, &python);
  jug_session_open_program (self->session, file);
  wait_for_line (self, 0, "['one', 'two words']");
  g_assert_true (jug_session_get_takes_input (self->session));
  wait_for_question (self, "Name? ");
  g_assert_true (jug_session_write_input (self->session, "typed\n"));
  g_assert_null (jug_session_get_question (self->session));
  /* In the same line: of it, what has no answer yet. */
  wait_for_question (self, "Age? ");
  g_assert_true (jug_session_write_input (self->session, "36\n"));
  wait_for_line (self, 1, "Name? Age? typed36");
  wait_for_line (self, 2, "Well?");
  wait_for_question (self, NULL);
  g_assert_true (jug_session_write_input (self->session, "more"));
  jug_session_close_input (self->session);
  wait_for (self, JUG_SESSION_READY);
  g_assert_cmpstr (get_printed (self, 3), ==, "more");
}

static void
test_is_stopped_and_keeps_what_happened (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file =
      write_program (self, HEAD "    print('here')\n    while True: pass" RUN);

  jug_session_open_program (self->session, file);
  wait_for_line (self, 0, "here");
  jug_session_cancel (self->session);
  wait_for (self, JUG_SESSION_READY);
  g_assert_cmpstr (get_printed (self, 0), ==, "here");
}

typedef struct
{
  gboolean is_over;
  char *etag;
  GError *error;
} Saved;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saved *saved = data;

  jug_session_save_program_finish (JUG_SESSION (source), result, &saved->etag,
                                   &saved->error);
  saved->is_over = TRUE;
}

static void
save (Fixture *self, const char *text, Saved *saved)
{
  g_autofree char *etag = g_steal_pointer (&saved->etag);

  saved->is_over = FALSE;
  jug_session_save_program_async (self->session, text, etag, saved_cb, saved);
  while (!saved->is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_saves_a_program (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_program (self, HEAD "    print('first')" RUN);
  Saved saved = { 0 };
  g_autofree char *text = NULL;

  jug_session_open_program (self->session, file);
  wait_for (self, JUG_SESSION_READY);
  save (self, HEAD "    print('second')" RUN, &saved);
  g_assert_no_error (saved.error);
  g_assert_nonnull (saved.etag);
  g_assert_cmpstr (get_printed (self, 0), ==, "first");
  jug_session_run (self->session, NULL);
  wait_for (self, JUG_SESSION_READY);
  g_assert_cmpstr (get_printed (self, 0), ==, "second");
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "second"));
  g_free (saved.etag);
}

static void
test_saves_over_nobody_elses_work (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_program (self, HEAD "    pass" RUN);
  g_autoptr (GError) error = NULL;
  Saved saved = { 0 };
  g_autofree char *text = NULL;

  jug_session_open_program (self->session, file);
  wait_for (self, JUG_SESSION_READY);
  save (self, "mine", &saved);
  g_assert_no_error (saved.error);
  g_assert_true (
      g_file_replace_contents (file, "others", 6, NULL, FALSE, 0, NULL, NULL, &error));
  /* Clocks of file systems may be too slow to tell the two apart. */
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000,
                                              G_FILE_QUERY_INFO_NONE, NULL, &error));
  save (self, "mine again", &saved);
  g_assert_error (saved.error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_null (saved.etag);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "others");
  g_clear_error (&saved.error);
}

static void
test_says_that_there_is_no_python (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_program (self, "print(1)\n");
  const JugSessionPython python = { .interpreter = "there-is-no-such-python" };

  jug_session_set_python (self->session, &python);
  jug_session_open_program (self->session, file);
  /* First there is a trace, which then turns out to stay empty. */
  wait_for (self, JUG_SESSION_FAILED);
  g_assert_nonnull (strstr (jug_session_get_error_message (self->session),
                            "There is no Python interpreter"));
  g_assert_null (jug_session_get_trace (self->session));
  g_assert_false (jug_session_can_run_unprotected (self->session));
}

static void
open_lesson (Fixture *self)
{
  jug_session_open_lesson (self->session,
                           jug_catalogue_find (self->catalogue, "a/one", NULL));
}

static void
test_keeps_a_version_of_a_lesson (Fixture *self, gconstpointer data)
{
  const char *mine = HEAD "    await asyncio.sleep(1); print('mine')" RUN;

  if (jug_sandbox_find (NULL) == JUG_SANDBOX_NONE)
    {
      g_test_skip ("nothing here can isolate a program (bubblewrap, user namespaces)");
      return;
    }
  open_lesson (self);
  g_assert_null (jug_session_get_version (self->session));
  g_assert_false (jug_session_is_version (self->session));

  jug_session_run_version (self->session, mine);
  wait_for (self, JUG_SESSION_READY);
  g_assert_true (jug_session_is_version (self->session));
  g_assert_cmpstr (get_printed (self, 0), ==, "mine");
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==, mine);
  g_assert_cmpstr (jug_session_lookup_task_label (1, self->session), ==, "Ada");

  /* It is there again, but the lesson begins as it was written. */
  open_lesson (self);
  g_assert_cmpstr (jug_session_get_version (self->session), ==, mine);
  g_assert_false (jug_session_is_version (self->session));
  g_assert_cmpstr (jug_session_get_python_source (self->session), ==,
                   "print('as written')\n");

  jug_session_forget_version (self->session);
  g_assert_null (jug_session_get_version (self->session));
  open_lesson (self);
  g_assert_null (jug_session_get_version (self->session));
}

static void
test_versions_are_bounded_text (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = jug_test_folder_get_file (self->folder, "versions");
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (JugVersions) versions = jug_versions_new (path);
  g_autofree char *large = g_strnfill (JUG_VERSIONS_MAX_SIZE + 1, 'x');
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (jug_versions_load (versions, "a/one"));
  g_assert_true (jug_versions_save (versions, "a/one", "text", &error));
  g_assert_no_error (error);
  kept = jug_versions_load (versions, "a/one");
  g_assert_cmpstr (kept, ==, "text");
  g_assert_null (jug_versions_load (versions, "a/two"));
  g_assert_false (jug_versions_save (versions, "a/one", large, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (jug_versions_save (versions, "a/one", NULL, NULL));
  g_assert_null (jug_versions_load (versions, "a/one"));

  /* What somebody else has put there */
  jug_test_folder_write (self->folder, "versions/a-one.py", "\xff\xfe");
  g_assert_null (jug_versions_load (versions, "a/one"));
  jug_test_folder_write (self->folder, "versions/a-one.py", large);
  g_assert_null (jug_versions_load (versions, "a/one"));
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/session/session-python/" name, Fixture, NULL, set_up, func,      \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("runs-a-program", test_runs_a_program);
  ADD ("virtual-time-begins-at-the-start", test_virtual_time_begins_at_the_start);
  ADD ("gives-arguments-and-input", test_gives_arguments_and_input);
  ADD ("is-stopped-and-keeps-what-happened", test_is_stopped_and_keeps_what_happened);
  ADD ("saves-a-program", test_saves_a_program);
  ADD ("saves-over-nobody-elses-work", test_saves_over_nobody_elses_work);
  ADD ("says-that-there-is-no-python", test_says_that_there_is_no_python);
  ADD ("keeps-a-version-of-a-lesson", test_keeps_a_version_of_a_lesson);
  ADD ("versions-are-bounded-text", test_versions_are_bounded_text);
  return g_test_run ();
}
