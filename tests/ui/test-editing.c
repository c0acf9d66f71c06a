/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs are edited: what is saved, what is kept, and what is said of it. */
#include "jug-code-view.h"
#include "jug-program-view.h"
#include "jug-test-folder.h"
#include "jug-test-signals.h"
#include "jug-test-window.h"

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
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
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
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
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
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
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
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
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
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
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

/* The second knows the file as the first leaves it. */
static void
test_saves_one_after_the_other (Fixture *self, gconstpointer data)
{
  int is_first_saved = -1, is_second_saved = -1;

  write_more (self, "# more\n");
  jug_draft_save_async (self->draft, JUG_DRAFT_SAVE, saved_cb, &is_first_saved);
  write_more (self, "# still more\n");
  jug_draft_save_async (self->draft, JUG_DRAFT_SAVE, saved_cb, &is_second_saved);
  jug_test_window_wait (is_answered, &is_second_saved);
  g_assert_cmpint (is_first_saved, ==, TRUE);
  g_assert_cmpint (is_second_saved, ==, TRUE);
  g_assert_false (jug_draft_is_unsaved (self->draft));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The view */

typedef struct
{
  GtkWindow *window;
  JugCodeView *code;
  JugDraft *draft;
} View;

static View
show (Fixture *self)
{
  View view;

  view.code = g_object_new (JUG_TYPE_CODE_VIEW, NULL);
  view.draft = self->draft;
  jug_code_view_set_draft (view.code, self->draft);
  jug_code_view_set_settings (view.code, NULL);
  view.window = jug_test_window_show (GTK_WIDGET (view.code), 600, 500);
  return view;
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
  g_assert_false (jug_test_window_says (GTK_WIDGET (view.code), "Yours"));
  jug_code_view_edit (view.code);
  g_assert_true (jug_code_view_is_editing (view.code));
  g_assert_true (gtk_text_view_get_editable (get_text_view (&view)));
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_true (jug_test_window_says (GTK_WIDGET (view.code), "Yours"));
  g_assert_false (jug_test_window_says (GTK_WIDGET (view.code), "Not run yet"));
  write_more (self, "# more\n");
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_true (jug_test_window_says (GTK_WIDGET (view.code), "Not run yet"));
  gtk_widget_activate_action (GTK_WIDGET (get_text_view (&view)), "code.language", "s",
                              "python");
  g_assert_false (gtk_text_view_get_editable (get_text_view (&view)));
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_false (jug_test_window_says (GTK_WIDGET (view.code), "Not run yet"));
  jug_draft_reset (self->draft);
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
  jug_test_window_close (view.window);
}

/* Whether a line of the program is. */
static gboolean
is_tinted (View *view, const char *name)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (jug_draft_get_buffer (view->draft));
  GtkTextTag *tag =
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  return gtk_text_iter_starts_tag (&iter, tag) ||
         gtk_text_iter_forward_to_tag_toggle (&iter, tag);
}

static void
test_compares_with_the_original (Fixture *self, gconstpointer data)
{
  View view = show (self);
  guint n_changes = 0;

  jug_code_view_edit (view.code);
  write_more (self, "# more\n");
  g_signal_connect_swapped (view.code, "comparing-changed", G_CALLBACK (count_cb),
                            &n_changes);
  jug_code_view_set_comparing (view.code, TRUE);
  g_assert_true (jug_code_view_is_comparing (view.code));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (is_tinted (&view, "jug-different"));
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_true (jug_test_window_says (GTK_WIDGET (view.code), "Original"));
  /* the original comes first, and cannot be changed */
  g_assert_false (gtk_text_view_get_editable (get_text_view (&view)));
  jug_code_view_set_comparing (view.code, FALSE);
  g_assert_true (gtk_text_view_get_editable (get_text_view (&view)));
  jug_code_view_set_comparing (view.code, TRUE);
  g_assert_cmpuint (n_changes, ==, 3);
  /* it ends by itself where something else is shown, and leaves no trace */
  gtk_widget_activate_action (GTK_WIDGET (get_text_view (&view)), "code.language", "s",
                              "python");
  g_assert_false (jug_code_view_is_comparing (view.code));
  g_assert_cmpuint (n_changes, ==, 4);
  jug_code_view_edit (view.code);
  g_assert_false (is_tinted (&view, "jug-different"));
  jug_code_view_set_comparing (view.code, TRUE);
  /* with the version goes what there was to compare */
  jug_draft_reset (self->draft);
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
  g_assert_false (jug_code_view_is_comparing (view.code));
  jug_test_window_close (view.window);
}

static void
test_error_stands_at_its_line (Fixture *self, gconstpointer data)
{
  View view = show (self);

  g_assert_true (jug_code_view_is_editing (view.code));
  g_assert_true (jug_test_window_says (GTK_WIDGET (view.code),
                                       "Line 4: ZeroDivisionError: division by zero"));
  gtk_widget_activate_action (GTK_WIDGET (get_text_view (&view)), "code.go-to-error",
                              NULL);
  g_assert_cmpuint (jug_program_view_get_line (JUG_PROGRAM_VIEW (jug_test_window_find (
                        GTK_WIDGET (view.code), JUG_TYPE_PROGRAM_VIEW))),
                    ==, 4);
  write_more (self, "# mended\n");
  jug_test_window_settle (GTK_WIDGET (view.code));
  g_assert_false (jug_test_window_says (GTK_WIDGET (view.code), "ZeroDivisionError"));
  g_assert_true (jug_test_window_says (GTK_WIDGET (view.code), "Changed since it ran"));
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
  PROGRAM_TEST ("saves-one-after-the-other", NULL, test_saves_one_after_the_other);
  PROGRAM_TEST ("error-stands-at-its-line",
                "import asyncio\n\nasync def main():\n    1 / 0\n\nasyncio.run(main())\n",
                test_error_stands_at_its_line);
  ADD ("same-program-however-lines-end", test_same_program_however_lines_end);
#undef ADD
#undef PROGRAM_TEST
#undef LESSON
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
