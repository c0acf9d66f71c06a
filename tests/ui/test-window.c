/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as a whole: it comes, follows its session, and leaves nothing behind. */
#include "jug-window.h"

#include "jug-caption.h"
#include "jug-code-view.h"
#include "jug-console.h"
#include "jug-lesson-list.h"
#include "jug-lesson-view.h"
#include "jug-output-pane.h"
#include "jug-playhead-scale.h"
#include "jug-recent.h"
#include "jug-shortcuts-window.h"
#include "jug-shortcuts.h"
#include "jug-test-whole.h"
#include "jug-transport.h"
#include "jug-workspace.h"

#include <gtksourceview/gtksource.h>

/* The page of the workspace that is shown. */
static const char *
get_page (JugTestWhole *fixture)
{
  GtkWidget *stack = gtk_widget_get_ancestor (
      jug_test_whole_find (fixture, JUG_TYPE_TRANSPORT), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static char *
dup_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_comes_and_goes (JugTestWhole *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   jug_session_get_title (fixture->session));
}

static void
test_goes_while_it_plays (JugTestWhole *fixture, gconstpointer data)
{
  g_assert_true (jug_test_whole_activate (fixture, "player.play"));
  g_assert_true (jug_playhead_is_playing (jug_session_get_playhead (fixture->session)));
}

static void
test_goes_while_it_records (JugTestWhole *fixture, gconstpointer data)
{
  jug_session_run (fixture->session, NULL);
}

static void
test_every_shortcut_has_its_action (JugTestWhole *fixture, gconstpointer data)
{
  guint n_shortcuts;
  const JugShortcut *shortcuts = jug_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      const char *action = shortcuts[i].action;
      const char *name = strchr (action, '.') + 1;

      if (g_str_has_prefix (action, "app.") || g_str_has_prefix (action, "window."))
        continue;
      if (g_str_has_prefix (action, "win."))
        g_assert_true (
            g_action_group_has_action (G_ACTION_GROUP (fixture->window), name));
      else if (!g_str_has_prefix (action, "player.") &&
               !g_str_has_prefix (action, "timeline.") &&
               !g_str_has_prefix (action, "lanes.") &&
               !g_str_has_prefix (action, "notes."))
        g_test_fail_printf ("%s is in no group", action);
      if (shortcuts[i].scope != JUG_SHORTCUT_PLACE)
        {
          g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);

          for (guint j = 0; accels[j] != NULL; j++)
            {
              g_autoptr (GtkShortcutTrigger) trigger =
                  gtk_shortcut_trigger_parse_string (accels[j]);

              g_assert_nonnull (trigger);
            }
        }
    }
}

static void
test_everything_follows_the_playhead (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *console = jug_test_whole_find (fixture, JUG_TYPE_CONSOLE);
  GtkWidget *code = jug_test_whole_find (fixture, GTK_SOURCE_TYPE_VIEW);
  GtkWidget *output = jug_test_window_find (console, GTK_TYPE_TEXT_VIEW);
  g_autofree char *at_end = NULL;
  g_autofree char *at_start = NULL;

  g_assert_true (jug_test_whole_activate (fixture, "player.end"));
  at_end = dup_text (output);
  g_assert_true (g_str_has_prefix (at_end, "0.000 one after the other\n"));
  g_assert_true (g_str_has_suffix (at_end, "\n7.000 everybody was greeted"));
  g_assert_true (jug_test_whole_activate (fixture, "player.start"));
  at_start = dup_text (output);
  g_assert_cmpstr (at_start, ==, "");
  for (guint i = 0; i < 4; i++)
    g_assert_true (jug_test_whole_activate (fixture, "player.step-forward"));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (jug_test_window_find (
          jug_test_whole_find (fixture, JUG_TYPE_CODE_VIEW), GTK_SOURCE_TYPE_VIEW)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "main: line 10. ");
  g_assert_nonnull (code);
}

static void
test_console_goes_back_line_by_line (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *output = jug_test_window_find (
      jug_test_whole_find (fixture, JUG_TYPE_CONSOLE), GTK_TYPE_TEXT_VIEW);
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  while (jug_playhead_step (playhead, JUG_UNIT_OUTPUT, 1))
    g_ptr_array_add (seen, dup_text (output));
  g_assert_cmpuint (seen->len, ==, 9);
  for (guint i = seen->len - 1; i > 0; i--)
    {
      g_autofree char *text = NULL;

      g_assert_true (jug_playhead_step (playhead, JUG_UNIT_OUTPUT, -1));
      text = dup_text (output);
      g_assert_cmpstr (text, ==, g_ptr_array_index (seen, i - 1));
    }
}

static void
test_shows_the_program_in_c (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *code = jug_test_whole_find (fixture, JUG_TYPE_CODE_VIEW);
  GtkWidget *view = jug_test_window_find (code, GTK_SOURCE_TYPE_VIEW);
  g_autofree char *python = dup_text (view);
  g_autofree char *native = NULL;

  g_assert_true (gtk_widget_activate_action (view, "code.language", "s", "c"));
  native = dup_text (view);
  g_assert_cmpstr (python, ==, jug_session_get_python_source (fixture->session));
  g_assert_cmpstr (native, ==, jug_session_get_native_source (fixture->session));
}

static void
test_turns_pages_to_the_last (JugTestWhole *fixture, gconstpointer data)
{
  guint n_pages = jug_lesson_get_n_pages (jug_session_get_lesson (fixture->session));
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  for (guint i = 1; i < n_pages; i++)
    {
      g_assert_true (g_action_group_get_action_enabled (actions, "next-page"));
      g_action_group_activate_action (actions, "next-page", NULL);
      jug_test_window_settle (fixture->window);
    }
  g_assert_false (g_action_group_get_action_enabled (actions, "next-page"));
  g_assert_cmpuint (jug_session_get_page (fixture->session), ==, n_pages - 1);
}

static void
test_shows_every_page_of_every_lesson (JugTestWhole *fixture, gconstpointer data)
{
  JugCatalogue *catalogue = jug_session_get_catalogue (fixture->session);
  guint n_lessons = g_list_model_get_n_items (G_LIST_MODEL (catalogue));

  for (guint i = 0; i < n_lessons; i++)
    {
      g_autoptr (JugLesson) lesson = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      jug_session_open_lesson (fixture->session, lesson);
      jug_test_window_wait (jug_test_window_is_at_rest, fixture->session);
      for (guint page = 0; page < jug_lesson_get_n_pages (lesson); page++)
        {
          jug_session_set_page (fixture->session, page);
          jug_test_whole_activate (fixture, "player.step-forward");
          jug_test_window_settle (fixture->window);
        }
      g_assert_true (jug_test_whole_activate (fixture, "player.end"));
      jug_test_window_settle (fixture->window);
    }
}

static void
test_failure_is_told (JugTestWhole *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.jug");

  /* What is open would stay. */
  jug_session_close (fixture->session);
  jug_session_open_file (fixture->session, file);
  jug_test_window_wait (jug_test_window_is_at_rest, fixture->session);
  jug_test_window_settle (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "failed");
  /* What is wrong may hold characters that are marks elsewhere. */
  g_assert_nonnull (jug_session_get_error_message (fixture->session));
}

static gboolean
is_refused (gpointer window)
{
  return jug_test_window_says (window, "is neither");
}

/* Dropped onto the window: what is neither leaves everything as it is. */
static void
test_takes_files_that_are_dropped (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *split =
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (split);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("jug-test-XXXXXX.txt", &stream, NULL);
  JugLesson *lesson = jug_session_get_lesson (fixture->session);
  GSList files = { file, NULL };
  GValue value = G_VALUE_INIT;
  guint n_targets = 0;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_static_boxed (&value, &files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
      g_assert_true (is_taken);
      n_targets++;
    }
  g_value_unset (&value);
  g_assert_cmpuint (n_targets, ==, 1);
  jug_test_window_wait (is_refused, fixture->window);
  g_assert_true (jug_session_get_lesson (fixture->session) == lesson);
  g_assert_cmpint (jug_session_get_state (fixture->session), ==, JUG_SESSION_READY);
  g_file_delete (file, NULL, NULL);
}

static gboolean
is_listed (gpointer data)
{
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (
      data, 0, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE_STRING);

  return target && g_str_has_suffix (g_variant_get_string (target, NULL), "/a_b.jug");
}

static void
test_lists_what_was_open (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/some/folder/a_b.jug");
  g_autofree char *label = NULL;

  jug_recent_fill_menu (menu);
  jug_recent_add (file, "application/x-juggler-trace");
  jug_test_window_wait (is_listed, menu);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, G_MENU_ATTRIBUTE_LABEL, "s",
                                   &label);
  g_assert_cmpstr (label, ==, "a__b.jug");
}

static void
test_lists_every_lesson (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *list = jug_test_window_find (
      jug_test_whole_find (fixture, JUG_TYPE_LESSON_LIST), GTK_TYPE_LIST_BOX);
  JugCatalogue *catalogue = jug_session_get_catalogue (fixture->session);
  /* Each unit has a heading. */
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (catalogue)) +
                 jug_catalogue_get_n_units (catalogue);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));

  g_assert_nonnull (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n_rows - 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n_rows));
  g_assert_nonnull (selected);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (selected), GTK_ACCESSIBLE_PROPERTY_LABEL,
      jug_lesson_get_title (jug_session_get_lesson (fixture->session)));
}

static void
test_caption_is_a_status (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *label = jug_test_window_find (
      jug_test_whole_find (fixture, JUG_TYPE_CAPTION), GTK_TYPE_LABEL);
  GtkWidget *status = gtk_widget_get_parent (gtk_widget_get_parent (label));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_ROLE_LABEL);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
  jug_test_whole_activate (fixture, "player.end");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==,
                   jug_narration_get_text (jug_session_get_narration (fixture->session)));
}

/* Whether the focus comes to a widget of that type, or into one, and goes round. */
static gboolean
tab_reaches (JugTestWhole *fixture, GType type)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  GtkWidget *first, *focus;
  gboolean is_reached = FALSE;
  guint n_stops = 0;

  gtk_root_set_focus (root, NULL);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  first = focus = gtk_root_get_focus (root);
  do
    {
      GtkWidget *before = focus;

      is_reached = is_reached || gtk_widget_get_ancestor (focus, type) != NULL;
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (root);
      /* Whoever keeps it for himself locks everybody else out. */
      g_assert_true (focus != before);
      g_assert_cmpuint (n_stops++, <, 100);
    }
  while (focus != first);
  return is_reached;
}

static void
test_tab_goes_everywhere (JugTestWhole *fixture, gconstpointer data)
{
  JugLesson *lesson = jug_session_get_lesson (fixture->session);

  for (guint i = 0; i < jug_lesson_get_n_pages (lesson); i++)
    {
      jug_session_set_page (fixture->session, i);
      jug_test_window_settle (fixture->window);
      g_assert_true (tab_reaches (fixture, ADW_TYPE_HEADER_BAR));
      g_assert_true (tab_reaches (fixture, JUG_TYPE_LESSON_VIEW));
      g_assert_true (tab_reaches (fixture, JUG_TYPE_CODE_VIEW));
      g_assert_true (tab_reaches (fixture, JUG_TYPE_OUTPUT_PANE));
      g_assert_true (tab_reaches (fixture, JUG_TYPE_CAPTION));
      g_assert_true (tab_reaches (fixture, JUG_TYPE_PLAYHEAD_SCALE));
    }
}

/* The button over the timeline, not the one that says whether it is so. */
static GtkWidget *
find_follow (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "follow"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_follow (child);
  return found;
}

static void
test_who_looks_away_can_follow_again (void)
{
  JugTestWhole fixture = { .session = jug_test_window_session (NULL) };
  JugPlayhead *playhead = jug_session_get_playhead (fixture.session);
  GtkWidget *follow;

  jug_test_whole_show (&fixture, 1000, 850);
  jug_test_whole_start_live_run (&fixture);
  follow = find_follow (fixture.window);
  g_assert_nonnull (follow);
  g_assert_false (gtk_widget_get_visible (follow));
  jug_playhead_set_following (playhead, FALSE);
  g_assert_true (gtk_widget_get_visible (follow));
  g_assert_true (jug_test_whole_activate (&fixture, "player.end"));
  g_assert_false (gtk_widget_get_visible (follow));
  jug_test_whole_stop (&fixture);
  jug_test_whole_tear_down (&fixture, NULL);
}

static void
test_comes_with_nothing_open (void)
{
  JugTestWhole fixture = { .session = jug_test_window_session (NULL) };

  jug_test_whole_show (&fixture, 900, 600);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture.window)), ==, "Juggler");
  g_assert_cmpstr (get_page (&fixture), ==, "empty");
  jug_window_open_something (JUG_WINDOW (fixture.window));
  g_assert_nonnull (jug_session_get_lesson (fixture.session));
  jug_test_window_wait (jug_test_window_is_at_rest, fixture.session);
  jug_test_whole_tear_down (&fixture, NULL);
}

static void
test_help_lists_the_table (void)
{
  GtkWidget *window = jug_shortcuts_window_new (NULL);
  guint n_shortcuts;
  const JugShortcut *shortcuts = jug_shortcuts_get (&n_shortcuts);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (window));
  jug_test_window_settle (window);
  row = jug_test_window_find (window, ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   shortcuts[0].title);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Play or pause, Space");
  jug_test_window_close (GTK_WINDOW (window));
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/window/" name, JugTestWhole, NULL, jug_test_whole_set_up,     \
              func, jug_test_whole_tear_down)

static void
add_tests (void)
{
  ADD ("comes-and-goes", test_comes_and_goes);
  ADD ("goes-while-it-plays", test_goes_while_it_plays);
  ADD ("goes-while-it-records", test_goes_while_it_records);
  ADD ("every-shortcut-has-its-action", test_every_shortcut_has_its_action);
  ADD ("everything-follows-the-playhead", test_everything_follows_the_playhead);
  ADD ("console-goes-back-line-by-line", test_console_goes_back_line_by_line);
  ADD ("shows-the-program-in-c", test_shows_the_program_in_c);
  ADD ("turns-pages-to-the-last", test_turns_pages_to_the_last);
  ADD ("shows-every-page-of-every-lesson", test_shows_every_page_of_every_lesson);
  ADD ("failure-is-told", test_failure_is_told);
  ADD ("takes-files-that-are-dropped", test_takes_files_that_are_dropped);
  ADD ("lists-every-lesson", test_lists_every_lesson);
  ADD ("caption-is-a-status", test_caption_is_a_status);
  ADD ("tab-goes-everywhere", test_tab_goes_everywhere);
  g_test_add_func ("/juggler/ui/window/who-looks-away-can-follow-again",
                   test_who_looks_away_can_follow_again);
  g_test_add_func ("/juggler/ui/window/comes-with-nothing-open",
                   test_comes_with_nothing_open);
  g_test_add_func ("/juggler/ui/window/lists-what-was-open", test_lists_what_was_open);
  g_test_add_func ("/juggler/ui/window/help-lists-the-table", test_help_lists_the_table);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
