/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What widgets announce: once, and only what happened. */
#include "jug-happenings.h"
#include "jug-lesson-list.h"
#include "jug-page-view.h"
#include "jug-picture-item.h"
#include "jug-room.h"
#include "jug-test-signals.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-chart.h"

typedef struct
{
  JugTestSignals *signals;
} Fixture;

static void
set_up (gpointer fixture, gconstpointer data)
{
  ((Fixture *) fixture)->signals = jug_test_signals_new ();
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;

  jug_test_signals_assert (signals, "");
  jug_test_signals_free (signals);
}

static void
test_item_is_activated_once (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  const JugPictureRef ref = { JUG_PICTURE_LANE, 1, JUG_NO_EVENT };
  GtkWidget *item = g_object_ref_sink (jug_picture_item_new (&ref));

  jug_test_signals_watch (signals, item, "activated");
  gtk_widget_activate_action (item, "item.choose", NULL);
  jug_test_signals_assert (signals, "activated");
  jug_picture_item_set_label (JUG_PICTURE_ITEM (item), "main");
  jug_test_signals_assert (signals, "");
  g_assert_finalize_object (item);
}

static void
test_lesson_is_chosen_and_open_by_then (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  JugSession *session = jug_test_window_lesson_session ("coroutines/together");
  GtkWidget *list = g_object_new (JUG_TYPE_LESSON_LIST, NULL);
  GtkWindow *window;
  GtkListBox *box;

  jug_lesson_list_set_session (JUG_LESSON_LIST (list), session);
  window = jug_test_window_show (list, 300, 600);
  box = GTK_LIST_BOX (jug_test_window_find (list, GTK_TYPE_LIST_BOX));
  jug_test_signals_watch (signals, list, "chosen");
  jug_test_signals_watch (signals, session, "notify::lesson");

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (box, 2)));
  jug_test_signals_assert (signals, "notify::lesson chosen");
  /* The one that is open is chosen, but not opened again. */
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (box, 2)));
  jug_test_signals_assert (signals, "chosen");
  /* A lesson that is opened elsewhere is selected, not chosen. */
  jug_session_close (session);
  jug_test_signals_assert (signals, "notify::lesson");
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

static void
test_link_names_its_lesson (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  JugSession *session = jug_test_window_lesson_session ("coroutines/together");
  JugLesson *lesson = jug_session_get_lesson (session);
  GtkWidget *view = jug_page_view_new ();
  GtkWindow *window;
  GtkWidget *label;
  gboolean is_done = FALSE;

  jug_page_view_set_page (JUG_PAGE_VIEW (view), jug_lesson_get_page (lesson, 0));
  window = jug_test_window_show (view, 400, 600);
  jug_test_signals_watch (signals, view, "lesson-chosen");
  label = jug_test_window_find (view, GTK_TYPE_LABEL);
  label = gtk_widget_get_next_sibling (label);
  g_signal_emit_by_name (label, "activate-link", "lesson:tasks/turns", &is_done);
  g_assert_true (is_done);
  jug_test_signals_assert (signals, "lesson-chosen(tasks/turns)");
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

static void
test_room_arranges_when_its_size_is_another (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  GtkWidget *room =
      g_object_new (JUG_TYPE_ROOM, "child", gtk_label_new ("content"), NULL);
  GtkWindow *window;

  jug_test_signals_watch (signals, room, "arrange");
  window = jug_test_window_show (room, 1000, 300);
  jug_test_signals_assert (signals, "arrange");
  gtk_window_set_default_size (window, 980, 300);
  jug_test_window_settle (room);
  jug_test_signals_assert (signals, "");
  gtk_window_set_default_size (window, 400, 300);
  jug_test_window_settle (room);
  jug_test_signals_assert (signals, "arrange");
  jug_test_window_close (window);
}

static void
test_chart_tells_another_view (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  JugSession *session = jug_test_window_session (trace);
  JugTimelineChart *chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  JugTimelineViewport *viewport = jug_timeline_chart_get_viewport (chart);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWindow *window;

  jug_timeline_chart_set_session (chart, session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (chart));
  window = jug_test_window_show (scrolled, 900, 260);
  jug_test_signals_watch (signals, chart, "view-changed");

  /* The chart stays while the playhead moves over it. */
  jug_playhead_go_to_end (jug_session_get_playhead (session));
  jug_session_select (session, 1, JUG_NO_EVENT);
  jug_test_window_settle (GTK_WIDGET (chart));
  jug_test_signals_assert (signals, "");

  jug_timeline_viewport_zoom (viewport, 4, 300);
  jug_test_window_settle (GTK_WIDGET (chart));
  jug_test_signals_assert (signals, "view-changed");
  jug_timeline_viewport_scroll_by (viewport, 40, 0);
  jug_test_window_settle (GTK_WIDGET (chart));
  jug_test_signals_assert (signals, "view-changed");
  jug_timeline_viewport_fit_all (viewport);
  jug_test_window_settle (GTK_WIDGET (chart));
  jug_test_signals_assert (signals, "view-changed");
  jug_timeline_viewport_fit_all (viewport);
  jug_test_window_settle (GTK_WIDGET (chart));
  jug_test_signals_assert (signals, "");
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

static void
test_happenings_come_and_go (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  JugHappenings *happenings = jug_happenings_new ();
  g_autofree char *filled = NULL;
  g_autofree char *refilled = NULL;
  guint n_items;

  jug_test_signals_watch (signals, happenings, "items-changed");
  jug_happenings_set_trace (happenings, trace, JUG_DETAIL_LEARNER);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (happenings));
  g_assert_cmpuint (n_items, >, 10);
  filled = g_strdup_printf ("items-changed(0,0,%u)", n_items);
  jug_test_signals_assert (signals, filled);
  jug_happenings_trace_grown (happenings);
  jug_test_signals_assert (signals, "");

  jug_happenings_set_trace (happenings, trace, JUG_DETAIL_EVERYTHING);
  refilled = g_strdup_printf ("items-changed(0,%u,0) items-changed(0,0,%u)", n_items,
                              jug_trace_get_n_events (trace));
  jug_test_signals_assert (signals, refilled);
  jug_happenings_set_trace (happenings, NULL, JUG_DETAIL_LEARNER);
  g_free (filled);
  filled = g_strdup_printf ("items-changed(0,%u,0)", jug_trace_get_n_events (trace));
  jug_test_signals_assert (signals, filled);
  g_assert_finalize_object (happenings);
}

static void
test_happenings_grow (gpointer fixture, gconstpointer data)
{
  JugTestSignals *signals = ((Fixture *) fixture)->signals;
  JugTestTrace *growing = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (growing);
  JugHappenings *happenings = jug_happenings_new ();
  g_autofree char *more = NULL;
  g_autofree char *yet_more = NULL;
  guint32 n_events;

  jug_happenings_set_trace (happenings, trace, JUG_DETAIL_EVERYTHING);
  jug_test_signals_watch (signals, happenings, "items-changed");
  jug_happenings_trace_grown (happenings);
  jug_test_signals_assert (signals, "");
  jug_test_trace_create (growing, "main");
  n_events = jug_trace_get_n_events (trace);
  more = g_strdup_printf ("items-changed(0,0,%u)", n_events);
  jug_happenings_trace_grown (happenings);
  jug_test_signals_assert (signals, more);

  jug_test_trace_iteration (growing);
  jug_happenings_trace_grown (happenings);
  yet_more = g_strdup_printf ("items-changed(%u,0,%u)", n_events,
                              jug_trace_get_n_events (trace) - n_events);
  jug_test_signals_assert (signals, yet_more);
  g_assert_finalize_object (happenings);
  jug_trace_unref (jug_test_trace_finish (growing));
}

#define ADD(name, func)                                                                  \
  jug_test_signals_add ("/juggler/ui/widget-signals/" name, sizeof (Fixture), set_up,    \
                        func, tear_down)

static void
add_tests (void)
{
  ADD ("item-is-activated-once", test_item_is_activated_once);
  ADD ("lesson-is-chosen-and-open-by-then", test_lesson_is_chosen_and_open_by_then);
  ADD ("link-names-its-lesson", test_link_names_its_lesson);
  ADD ("room-arranges-when-its-size-is-another",
       test_room_arranges_when_its_size_is_another);
  ADD ("chart-tells-another-view", test_chart_tells_another_view);
  ADD ("happenings-come-and-go", test_happenings_come_and_go);
  ADD ("happenings-grow", test_happenings_grow);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
