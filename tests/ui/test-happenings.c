/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened": which events are listed, and what a row does. */
#include "jug-happenings-view.h"
#include "jug-happenings.h"
#include "jug-stop.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"

typedef struct
{
  JugSession *session;
  JugHappeningsView *view;
  GtkListView *list;
  GtkWindow *window;
} Fixture;

static void
set_up_with (Fixture *fixture, JugTrace *trace)
{
  fixture->session = jug_test_window_session (trace);
  fixture->view = g_object_new (JUG_TYPE_HAPPENINGS_VIEW, NULL);
  jug_happenings_view_set_session (fixture->view, fixture->session);
  fixture->window = jug_test_window_show (GTK_WIDGET (fixture->view), 400, 400);
  fixture->list = GTK_LIST_VIEW (
      jug_test_window_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);

  set_up_with (fixture, trace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
}

static guint32
get_event_at (Fixture *fixture, guint position)
{
  g_autoptr (JugHappening) item = g_list_model_get_item (get_model (fixture), position);

  g_assert_nonnull (item);
  return jug_happening_get_event (item);
}

static guint32
get_playhead (Fixture *fixture)
{
  return jug_playhead_get_event (jug_session_get_playhead (fixture->session));
}

static guint
get_selected (Fixture *fixture)
{
  return gtk_single_selection_get_selected (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (fixture->list)));
}

/* What Return and a double click do. */
static void
test_row_takes_the_playhead_there (Fixture *fixture, gconstpointer data)
{
  guint32 event = get_event_at (fixture, 7);

  g_assert_cmpuint (get_playhead (fixture), !=, event);
  g_signal_emit_by_name (fixture->list, "activate", 7u);
  g_assert_cmpuint (get_playhead (fixture), ==, event);
  g_assert_cmpuint (get_selected (fixture), ==, 7);
}

static void
test_selection_follows_the_playhead (Fixture *fixture, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);

  g_assert_cmpuint (get_selected (fixture), ==, GTK_INVALID_LIST_POSITION);
  jug_playhead_step (playhead, JUG_UNIT_EVENT, 1);
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  jug_playhead_step (playhead, JUG_UNIT_EVENT, 1);
  g_assert_cmpuint (get_selected (fixture), ==, 1);
  jug_playhead_go_to_event (playhead, get_event_at (fixture, 9));
  g_assert_cmpuint (get_selected (fixture), ==, 9);
}

static void
test_can_tell_of_one_task_alone (Fixture *fixture, gconstpointer data)
{
  JugTrace *trace = jug_session_get_trace (fixture->session);
  guint n_all = g_list_model_get_n_items (get_model (fixture));
  guint n_of_task = 0, n;

  for (guint i = 0; i < n_all; i++)
    n_of_task += jug_stop_is_about (trace, get_event_at (fixture, i), 2);
  g_assert_cmpuint (n_of_task, >, 2);
  g_assert_cmpuint (n_of_task, <, n_all);

  /* As long as no task is selected, all are told of. */
  jug_happenings_view_set_only_selected (fixture->view, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, n_all);
  jug_session_select (fixture->session, 2, JUG_NO_EVENT);
  n = g_list_model_get_n_items (get_model (fixture));
  g_assert_cmpuint (n, ==, n_of_task);
  for (guint i = 0; i < n; i++)
    g_assert_true (jug_stop_is_about (trace, get_event_at (fixture, i), 2));

  /* Where the playhead stands on another task, the last row before it is selected. */
  jug_playhead_go_to_event (jug_session_get_playhead (fixture->session),
                            get_event_at (fixture, 2) + 1);
  g_assert_cmpuint (get_selected (fixture), ==, 2);
  jug_happenings_view_set_only_selected (fixture->view, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, n_all);
}

static gboolean
has_all (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (get_model (fixture)) ==
         jug_trace_get_n_events (jug_session_get_trace (fixture->session));
}

/* What the loop of the window does at a time, until the list has settled. */
static gint64
settle (Fixture *fixture)
{
  gint64 longest = 0;

  for (guint i = 0; i < 12; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, g_get_monotonic_time () - begin);
    }
  return longest;
}

/* A million rows come in while the window is idle, and each can be gone to. */
static void
test_a_million_events (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (50, 1000000);
  JugPlayhead *playhead;
  gint64 longest = 0;

  set_up_with (fixture, trace);
  playhead = jug_session_get_playhead (fixture->session);
  jug_playhead_set_detail (playhead, JUG_DETAIL_EVERYTHING);
  jug_test_window_wait (has_all, fixture);
  for (guint i = 1; i < 5; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      jug_playhead_go_to_event (playhead, i * 199991);
      longest = MAX (longest, g_get_monotonic_time () - begin);
      longest = MAX (longest, settle (fixture));
      g_assert_cmpuint (get_selected (fixture), ==, i * 199991);
    }
  g_test_message ("longest turn after a jump: %d ms", (int) (longest / 1000));
  g_signal_emit_by_name (fixture->list, "activate", 777777u);
  g_assert_cmpuint (get_playhead (fixture), ==, 777777);
  jug_happenings_view_set_only_selected (fixture->view, TRUE);
  jug_session_select (fixture->session, 3, JUG_NO_EVENT);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), <, 100000);
}

#define ADD(name, set_up, test)                                                          \
  g_test_add ("/juggler/ui/happenings/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("row-takes-the-playhead-there", set_up, test_row_takes_the_playhead_there);
  ADD ("selection-follows-the-playhead", set_up, test_selection_follows_the_playhead);
  ADD ("can-tell-of-one-task-alone", set_up, test_can_tell_of_one_task_alone);
  ADD ("a-million-events", NULL, test_a_million_events);
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
