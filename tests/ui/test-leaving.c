/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person has written is not lost without a question, whatever they do next. */
#include "jug-lesson-list.h"
#include "jug-test-folder.h"
#include "jug-test-whole.h"
#include "jug-workspace.h"

#include <string.h>

#define PROGRAM "import asyncio\n\nasync def main():\n    pass\n\nasyncio.run(main())\n"

typedef struct
{
  JugTestFolder *folder;
  JugTestWhole whole;
  GFile *file;       /* (nullable): the own program */
  JugDraft *draft;   /* (nullable): that of the window */
  JugTrace *trace;   /* the run with notes */
  JugLesson *lesson; /* (nullable): the one that is open */
} Fixture;

static void
set_up_lesson (Fixture *self, gconstpointer data)
{
  self->folder = jug_test_folder_new ();
  jug_test_whole_set_up (&self->whole, data);
  self->lesson = jug_session_get_lesson (self->whole.session);
  self->trace = jug_trace_ref (jug_session_get_trace (self->whole.session));
}

static gboolean
has_draft (gpointer data)
{
  Fixture *self = data;

  return jug_draft_exists (self->draft);
}

static void
set_up_program (Fixture *self, gconstpointer data)
{
  self->folder = jug_test_folder_new ();
  jug_test_folder_write (self->folder, "chat.py", PROGRAM);
  self->file = jug_test_folder_get_file (self->folder, "chat.py");
  self->whole.session = jug_test_window_session (NULL);
  jug_test_whole_show (&self->whole, 1300, 850);
  self->draft = jug_workspace_get_draft (
      JUG_WORKSPACE (jug_test_whole_find (&self->whole, JUG_TYPE_WORKSPACE)));
  jug_session_open_program (self->whole.session, self->file);
  jug_test_window_wait (has_draft, self);
  jug_test_window_wait (jug_test_window_is_at_rest, self->whole.session);
  self->trace = jug_trace_ref (jug_session_get_trace (self->whole.session));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jug_trace_unref (self->trace);
  jug_test_window_wait (jug_test_window_is_at_rest, self->whole.session);
  jug_test_whole_tear_down (&self->whole, data);
  g_clear_object (&self->file);
  jug_test_folder_free (self->folder);
}

/* Questions: newer libadwaita shows them in the window, older in one of their own. */

static gboolean
is_called (GtkWidget *widget, GType type, const char *text)
{
  const char *label = NULL;

  if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, type) || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    label = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  return label != NULL && strstr (label, text) != NULL;
}

static GtkWidget *
find_in (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *found = is_called (root, type, text) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_in (child, type, text);
  return found;
}

static GtkWidget *
find_anywhere (GType type, const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find_in (window, type, text);
    }
  return found;
}

static gboolean
is_asked (gpointer heading)
{
  return find_anywhere (GTK_TYPE_LABEL, heading) != NULL;
}

static gboolean
is_not_asked (gpointer heading)
{
  return !is_asked (heading);
}

static void
answer (const char *heading, const char *reply)
{
  GtkWidget *button;

  jug_test_window_wait (is_asked, (gpointer) heading);
  button = find_anywhere (GTK_TYPE_BUTTON, reply);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  jug_test_window_wait (is_not_asked, (gpointer) heading);
}

/* Notes */

#define NOTES "Save the Notes?"

static void
note (Fixture *self)
{
  g_assert_true (jug_notes_set (jug_session_get_notes (self->whole.session), 2, "mine"));
}

static void
assert_kept (Fixture *self)
{
  jug_test_window_settle (self->whole.window);
  g_assert_true (jug_session_get_trace (self->whole.session) == self->trace);
  g_assert_true (jug_session_get_lesson (self->whole.session) == self->lesson);
  g_assert_true (jug_notes_has (jug_session_get_notes (self->whole.session), 2));
  g_assert_true (jug_notes_is_unsaved (jug_session_get_notes (self->whole.session)));
}

static gboolean
is_left (gpointer data)
{
  Fixture *self = data;
  JugTrace *trace = jug_session_get_trace (self->whole.session);

  return trace != NULL && trace != self->trace &&
         jug_test_window_is_at_rest (self->whole.session);
}

/* Asked twice: the first time nothing happens, the second time it does. */
static void
check_way (Fixture *self, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) target = parameter ? g_variant_ref_sink (parameter) : NULL;

  note (self);
  gtk_widget_activate_action_variant (self->whole.window, action, target);
  answer (NOTES, "Cancel");
  assert_kept (self);
  gtk_widget_activate_action_variant (self->whole.window, action, target);
  answer (NOTES, "Discard");
  jug_test_window_wait (is_left, self);
  g_assert_cmpuint (jug_notes_get_n_notes (jug_session_get_notes (self->whole.session)),
                    ==, 0);
}

static void
test_asks_before_another_lesson (Fixture *self, gconstpointer data)
{
  check_way (self, "win.open-lesson", g_variant_new_string ("coroutines/calling"));
  g_assert_true (jug_session_get_lesson (self->whole.session) != self->lesson);
}

static void
test_asks_before_the_next_lesson (Fixture *self, gconstpointer data)
{
  check_way (self, "win.next-lesson", NULL);
  g_assert_true (jug_session_get_lesson (self->whole.session) != self->lesson);
}

static void
test_asks_before_a_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "other.jug");
  g_autoptr (GError) error = NULL;

  jug_trace_save (self->trace, file, NULL, &error);
  g_assert_no_error (error);
  check_way (self, "win.open-file", g_variant_new_take_string (g_file_get_uri (file)));
  g_assert_null (jug_session_get_lesson (self->whole.session));
}

static void
test_asks_before_a_run (Fixture *self, gconstpointer data)
{
  check_way (self, data,
             g_str_equal (data, "win.run-with") ? g_variant_new ("a{sd}", NULL) : NULL);
  g_assert_true (jug_session_get_lesson (self->whole.session) == self->lesson);
}

static void
test_asks_before_a_version_is_given_up (Fixture *self, gconstpointer data)
{
  JugWorkspace *workspace =
      JUG_WORKSPACE (jug_test_whole_find (&self->whole, JUG_TYPE_WORKSPACE));

  jug_draft_begin (jug_workspace_get_draft (workspace), PROGRAM);
  note (self);
  jug_test_whole_activate (&self->whole, "win.reset-program");
  answer ("Discard Your Changes?", "Reset");
  answer (NOTES, "Cancel");
  assert_kept (self);
  g_assert_true (jug_draft_exists (jug_workspace_get_draft (workspace)));
  jug_test_whole_activate (&self->whole, "win.reset-program");
  answer ("Discard Your Changes?", "Reset");
  answer (NOTES, "Discard");
  jug_test_window_wait (is_left, self);
  g_assert_false (jug_draft_exists (jug_workspace_get_draft (workspace)));
}

static void
test_asks_nothing_without_notes (Fixture *self, gconstpointer data)
{
  jug_test_whole_activate (&self->whole, "win.run-again");
  jug_test_window_wait (is_left, self);
  g_assert_false (is_asked ((gpointer) NOTES));
}

static void
test_the_open_lesson_stays_selected (Fixture *self, gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (jug_test_window_find (
      jug_test_whole_find (&self->whole, JUG_TYPE_LESSON_LIST), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  GtkListBoxRow *next =
      gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + 1);

  note (self);
  /* As a click does. */
  gtk_list_box_select_row (list, next);
  g_signal_emit_by_name (list, "row-activated", next);
  answer (NOTES, "Cancel");
  assert_kept (self);
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
}

static gboolean
is_closed (gpointer data)
{
  Fixture *self = data;

  return self->whole.window == NULL;
}

static void
test_asks_before_it_closes (Fixture *self, gconstpointer data)
{
  note (self);
  gtk_window_close (GTK_WINDOW (self->whole.window));
  answer (NOTES, "Cancel");
  assert_kept (self);
  gtk_window_close (GTK_WINDOW (self->whole.window));
  answer (NOTES, "Discard");
  jug_test_window_wait (is_closed, self);
}

/* The program */

#define CHANGED "The File Has Changed on Disk"

static void
write_more (Fixture *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (jug_draft_get_buffer (self->draft));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

static void
assert_file (Fixture *self, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_load_contents (self->file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* Somebody else writes to it; the clock of the file system may be too slow to tell. */
static void
change_on_disk (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  jug_test_folder_write (self->folder, "chat.py", "# others\n");
  g_file_set_attribute_uint64 (self->file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000,
                               G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_saved (gpointer data)
{
  Fixture *self = data;

  return !jug_draft_is_unsaved (self->draft);
}

static void
test_asks_before_it_overwrites (Fixture *self, gconstpointer data)
{
  write_more (self, "# mine\n");
  change_on_disk (self);
  jug_test_whole_activate (&self->whole, "win.save");
  answer (CHANGED, "Cancel");
  jug_test_window_settle (self->whole.window);
  assert_file (self, "# others\n");
  g_assert_true (jug_draft_is_unsaved (self->draft));
  jug_test_whole_activate (&self->whole, "win.save");
  answer (CHANGED, "Overwrite");
  jug_test_window_wait (is_saved, self);
  assert_file (self, PROGRAM "# mine\n");
  /* From now on that is what it was. */
  write_more (self, "# more\n");
  jug_test_whole_activate (&self->whole, "win.save");
  jug_test_window_wait (is_saved, self);
  assert_file (self, PROGRAM "# mine\n# more\n");
}

static void
test_asks_before_a_run_overwrites (Fixture *self, gconstpointer data)
{
  write_more (self, "# mine\n");
  change_on_disk (self);
  jug_test_whole_activate (&self->whole, "win.run-again");
  answer (CHANGED, "Cancel");
  jug_test_window_settle (self->whole.window);
  assert_file (self, "# others\n");
  g_assert_true (jug_session_get_trace (self->whole.session) == self->trace);
  jug_test_whole_activate (&self->whole, "win.run-again");
  answer (CHANGED, "Overwrite");
  jug_test_window_wait (is_left, self);
  assert_file (self, PROGRAM "# mine\n");
}

/* The question that comes first is whether to save at all. */
static void
test_asks_before_leaving_overwrites (Fixture *self, gconstpointer data)
{
  write_more (self, "# mine\n");
  change_on_disk (self);
  gtk_widget_activate_action (self->whole.window, "win.open-lesson", "s",
                              "coroutines/together");
  answer ("Save the Program?", "Save");
  answer (CHANGED, "Cancel");
  jug_test_window_settle (self->whole.window);
  assert_file (self, "# others\n");
  g_assert_nonnull (jug_session_get_program (self->whole.session));
  gtk_widget_activate_action (self->whole.window, "win.open-lesson", "s",
                              "coroutines/together");
  answer ("Save the Program?", "Save");
  answer (CHANGED, "Overwrite");
  jug_test_window_wait (is_left, self);
  assert_file (self, PROGRAM "# mine\n");
  g_assert_nonnull (jug_session_get_lesson (self->whole.session));
}

static void
test_both_are_asked_for (Fixture *self, gconstpointer data)
{
  write_more (self, "# mine\n");
  note (self);
  gtk_widget_activate_action (self->whole.window, "win.open-lesson", "s",
                              "coroutines/together");
  answer ("Save the Program?", "Discard");
  answer (NOTES, "Cancel");
  assert_kept (self);
  g_assert_true (jug_draft_is_unsaved (self->draft));
  gtk_widget_activate_action (self->whole.window, "win.open-lesson", "s",
                              "coroutines/together");
  answer ("Save the Program?", "Discard");
  answer (NOTES, "Discard");
  jug_test_window_wait (is_left, self);
  assert_file (self, PROGRAM);
}

static void
add_tests (void)
{
#define LESSON(path, data, function)                                                     \
  g_test_add ("/juggler/ui/leaving/" path, Fixture, data, set_up_lesson, function,       \
              tear_down)
#define OWN(path, function)                                                              \
  g_test_add ("/juggler/ui/leaving/" path, Fixture, NULL, set_up_program, function,      \
              tear_down)
  LESSON ("asks-before-another-lesson", NULL, test_asks_before_another_lesson);
  LESSON ("asks-before-the-next-lesson", NULL, test_asks_before_the_next_lesson);
  LESSON ("asks-before-a-file", NULL, test_asks_before_a_file);
  LESSON ("asks-before-it-runs-again", "win.run-again", test_asks_before_a_run);
  LESSON ("asks-before-it-runs-edited", "win.run-edited", test_asks_before_a_run);
  LESSON ("asks-before-it-runs-as-written", "win.run-as-written", test_asks_before_a_run);
  LESSON ("asks-before-it-runs-with-others", "win.run-with", test_asks_before_a_run);
  LESSON ("asks-before-a-version-is-given-up", NULL,
          test_asks_before_a_version_is_given_up);
  LESSON ("asks-nothing-without-notes", NULL, test_asks_nothing_without_notes);
  LESSON ("the-open-lesson-stays-selected", NULL, test_the_open_lesson_stays_selected);
  LESSON ("asks-before-it-closes", NULL, test_asks_before_it_closes);
  OWN ("asks-before-it-overwrites", test_asks_before_it_overwrites);
  OWN ("asks-before-a-run-overwrites", test_asks_before_a_run_overwrites);
  OWN ("asks-before-leaving-overwrites", test_asks_before_leaving_overwrites);
  OWN ("both-are-asked-for", test_both_are_asked_for);
#undef OWN
#undef LESSON
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
