/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in every width, in both directions of writing, and when it changes. */
#include "jug-code-view.h"
#include "jug-panes.h"
#include "jug-room.h"
#include "jug-test-trace.h"
#include "jug-test-whole.h"
#include "jug-transport.h"
#include "jug-workspace.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

static void
assert_size (JugTestWhole *fixture, int width, JugRoomSize size)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 850);
  jug_test_window_settle (fixture->window);
  g_assert_cmpint (
      jug_room_get_size (JUG_ROOM (jug_test_whole_find (fixture, JUG_TYPE_ROOM))), ==,
      size);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, width + 2);
}

static void
test_has_room_for_every_width (JugTestWhole *fixture, gconstpointer data)
{
  assert_size (fixture, 1300, JUG_ROOM_WIDE);
  assert_size (fixture, 700, JUG_ROOM_MEDIUM);
  assert_size (fixture, 360, JUG_ROOM_NARROW);
  assert_size (fixture, 1000, JUG_ROOM_WIDE);
  assert_size (fixture, 500, JUG_ROOM_NARROW);
  assert_size (fixture, 800, JUG_ROOM_MEDIUM);
}

static void
test_buttons_work_after_a_move (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *code = jug_test_whole_find (fixture, JUG_TYPE_CODE_VIEW);
  GtkWidget *button;

  assert_size (fixture, 700, JUG_ROOM_MEDIUM);
  button = jug_test_window_find (code, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (button));
}

/* What is being written is written on when the window becomes narrow. */
static void
test_focus_stays_in_a_move (JugTestWhole *fixture, gconstpointer data)
{
  GtkWidget *view;

  g_assert_true (jug_test_whole_activate (fixture, "win.edit-program"));
  jug_test_window_settle (fixture->window);
  view = jug_test_window_find (jug_test_whole_find (fixture, JUG_TYPE_CODE_VIEW),
                               GTK_SOURCE_TYPE_VIEW);
  g_assert_true (gtk_widget_is_focus (view));
  assert_size (fixture, 700, JUG_ROOM_MEDIUM);
  g_assert_true (gtk_widget_is_focus (view));
  /* one pane at a time: this one */
  assert_size (fixture, 500, JUG_ROOM_NARROW);
  g_assert_true (gtk_widget_is_focus (view));
  g_assert_true (gtk_widget_get_mapped (view));
}

static void
test_stands_right_to_left (void)
{
  JugTestWhole fixture;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  jug_test_whole_set_up (&fixture, NULL);
  jug_test_whole_activate (&fixture, "player.page-forward");
  assert_size (&fixture, 1300, JUG_ROOM_WIDE);
  assert_size (&fixture, 400, JUG_ROOM_NARROW);
  /* Time and programs run from left to right all the same. */
  g_assert_cmpint (
      gtk_widget_get_direction (jug_test_whole_find (&fixture, JUG_TYPE_TIMELINE_CHART)),
      ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (
      gtk_widget_get_direction (jug_test_whole_find (&fixture, JUG_TYPE_PANES)), ==,
      GTK_TEXT_DIR_RTL);
  jug_test_whole_tear_down (&fixture, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static int
get_least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_a_live_run_fits_a_narrow_window (void)
{
  JugTestWhole fixture = { .session = jug_test_window_session (NULL) };

  jug_test_whole_show (&fixture, 400, 600);
  jug_test_whole_start_live_run (&fixture);
  g_assert_cmpint (
      jug_room_get_size (JUG_ROOM (jug_test_whole_find (&fixture, JUG_TYPE_ROOM))), ==,
      JUG_ROOM_NARROW);
  /* What shows that it is live, and stops it, is there too. */
  g_assert_cmpint (get_least_width (jug_test_whole_find (&fixture, JUG_TYPE_TRANSPORT)),
                   <=, 350);
  g_assert_cmpint (get_least_width (jug_test_whole_find (&fixture, ADW_TYPE_HEADER_BAR)),
                   <=, 350);
  jug_test_whole_stop (&fixture);
  jug_test_whole_tear_down (&fixture, NULL);
}

/* The buttons of a wide window shall not keep it from becoming a narrow one. */
static void
test_a_live_run_becomes_narrow_at_once (void)
{
  JugTestWhole fixture = { .session = jug_test_window_session (NULL) };

  jug_test_whole_show (&fixture, 1000, 850);
  jug_test_whole_start_live_run (&fixture);
  g_assert_cmpint (get_least_width (jug_test_whole_find (&fixture, JUG_TYPE_WORKSPACE)),
                   <=, 350);
  assert_size (&fixture, 360, JUG_ROOM_NARROW);
  jug_test_whole_stop (&fixture);
  jug_test_whole_tear_down (&fixture, NULL);
}

/* A task with such a name, as they are in programs of every day. */
static JugTrace *
make_long_names (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  guint32 task = jug_test_trace_create (
      t, "download_everything_from_the_archive_of_the_national_library_in_one_go");

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, task, NULL);
  jug_test_trace_print (t, "a_word_that_is_so_long_that_it_has_to_be_broken_somewhere");
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "TheArchiveIsClosedOnMondaysError");
  return jug_test_trace_finish (t);
}

static void
test_long_names_fit_a_narrow_window (void)
{
  g_autoptr (JugTrace) trace = make_long_names ();
  JugTestWhole fixture = { .session = jug_test_window_session (trace) };

  jug_test_whole_show (&fixture, 400, 600);
  jug_playhead_go_to_end (jug_session_get_playhead (fixture.session));
  jug_test_window_settle (fixture.window);
  g_assert_cmpint (get_least_width (jug_test_whole_find (&fixture, JUG_TYPE_ROOM)), <=,
                   350);
  jug_test_whole_tear_down (&fixture, NULL);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/window-room/" name, JugTestWhole, NULL,                       \
              jug_test_whole_set_up, func, jug_test_whole_tear_down)

static void
add_tests (void)
{
  ADD ("has-room-for-every-width", test_has_room_for_every_width);
  ADD ("buttons-work-after-a-move", test_buttons_work_after_a_move);
  ADD ("focus-stays-in-a-move", test_focus_stays_in_a_move);
  g_test_add_func ("/juggler/ui/window-room/stands-right-to-left",
                   test_stands_right_to_left);
  g_test_add_func ("/juggler/ui/window-room/a-live-run-fits-a-narrow-window",
                   test_a_live_run_fits_a_narrow_window);
  g_test_add_func ("/juggler/ui/window-room/a-live-run-becomes-narrow-at-once",
                   test_a_live_run_becomes_narrow_at_once);
  g_test_add_func ("/juggler/ui/window-room/long-names-fit-a-narrow-window",
                   test_long_names_fit_a_narrow_window);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
