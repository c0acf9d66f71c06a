/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hidden lane: who asks for something in it sees it again, who comes by is told. */
#include "jug-happenings-view.h"
#include "jug-hidden-lanes.h"
#include "jug-test-whole.h"

#include <string.h>

typedef struct
{
  JugTestWhole whole;
  JugLanes *lanes;
  guint32 task;  /* Grace's, whose lane is hidden */
  guint32 event; /* one of hers */
} Fixture;

static guint32
find_task (JugSession *session, const char *name)
{
  guint32 n_tasks = jug_trace_get_n_tasks (jug_session_get_trace (session));

  for (guint32 task = 1; task <= n_tasks; task++)
    {
      g_autofree char *label = jug_session_dup_task_label (session, task);

      if (g_str_equal (label, name))
        return task;
    }
  g_assert_not_reached ();
}

static guint32
find_step (JugSession *session, guint32 task)
{
  JugTrace *trace = jug_session_get_trace (session);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_STEP && event->task == task)
        return i;
    }
  g_assert_not_reached ();
}

static JugTimelineChart *
get_chart (Fixture *self)
{
  return JUG_TIMELINE_CHART (jug_test_whole_find (&self->whole, JUG_TYPE_TIMELINE_CHART));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  JugTimelineViewport *viewport;

  jug_test_whole_set_up (&self->whole, data);
  self->task = find_task (self->whole.session, "Grace");
  self->event = find_step (self->whole.session, self->task);
  viewport = jug_timeline_chart_get_viewport (get_chart (self));
  self->lanes = jug_timeline_viewport_get_lanes (viewport);
  jug_session_select (self->whole.session, self->task, JUG_NO_EVENT);
  jug_test_whole_activate (&self->whole, "lanes.hide");
  jug_session_select (self->whole.session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
  jug_test_window_settle (self->whole.window);
  g_assert_true (jug_lanes_is_hidden (self->lanes, self->task));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jug_test_whole_tear_down (&self->whole, data);
}

static void
assert_shown (Fixture *self)
{
  JugPictureRef ref = { JUG_PICTURE_LANE, self->task, JUG_NO_EVENT };
  JugRect bounds;

  g_assert_false (jug_lanes_is_hidden (self->lanes, self->task));
  g_assert_true (jug_timeline_layout_get_bounds (
      jug_timeline_chart_get_layout (get_chart (self)), &ref, &bounds));
  g_assert_false (
      gtk_widget_get_visible (jug_test_whole_find (&self->whole, JUG_TYPE_HIDDEN_LANES)));
}

static const char *
get_offer (Fixture *self)
{
  GtkWidget *offer = jug_test_whole_find (&self->whole, JUG_TYPE_HIDDEN_LANES);

  g_assert_true (gtk_widget_get_visible (offer));
  return gtk_button_get_label (GTK_BUTTON (offer));
}

static void
go_to (Fixture *self, guint32 event)
{
  jug_playhead_go_to_event (jug_session_get_playhead (self->whole.session), event);
  jug_test_window_settle (self->whole.window);
}

static void
test_steps_leave_it_hidden (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (get_offer (self), ==, "1 lane hidden: show it");
  go_to (self, self->event - 1);
  while (jug_playhead_get_event (jug_session_get_playhead (self->whole.session)) !=
         self->event)
    jug_test_whole_activate (&self->whole, "player.step-forward");
  jug_test_window_settle (self->whole.window);
  g_assert_true (jug_lanes_is_hidden (self->lanes, self->task));
  g_assert_cmpstr (get_offer (self), ==,
                   "What happens here is hidden with the lane of Grace: show it");
  jug_test_whole_activate (&self->whole, "player.end");
  jug_test_window_settle (self->whole.window);
  g_assert_cmpstr (get_offer (self), ==, "1 lane hidden: show it");
}

/* However long the name of the task is. */
static void
test_offer_fits_a_narrow_window (Fixture *self, gconstpointer data)
{
  GtkWidget *offer = jug_test_whole_find (&self->whole, JUG_TYPE_HIDDEN_LANES);
  int minimum;

  go_to (self, self->event);
  g_assert_nonnull (strstr (get_offer (self), "Grace"));
  gtk_widget_measure (offer, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 100);
}

static void
test_offer_shows_that_lane (Fixture *self, gconstpointer data)
{
  guint32 other = find_task (self->whole.session, "Ada");

  jug_session_select (self->whole.session, other, JUG_NO_EVENT);
  jug_test_whole_activate (&self->whole, "lanes.hide");
  go_to (self, self->event);
  g_signal_emit_by_name (jug_test_whole_find (&self->whole, JUG_TYPE_HIDDEN_LANES),
                         "clicked");
  jug_test_window_settle (self->whole.window);
  g_assert_false (jug_lanes_is_hidden (self->lanes, self->task));
  g_assert_true (jug_lanes_is_hidden (self->lanes, other));
  g_assert_cmpstr (get_offer (self), ==, "1 lane hidden: show it");
}

/* What it is about would be another lane at each moment. */
static void
test_offer_keeps_still_while_it_plays (Fixture *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->whole.session);

  go_to (self, self->event);
  jug_playhead_play (playhead);
  g_assert_cmpstr (get_offer (self), ==, "1 lane hidden: show it");
  jug_playhead_pause (playhead);
  g_assert_nonnull (strstr (get_offer (self), "Grace"));
}

static void
test_showing_it_does_not_stop_the_playhead (Fixture *self, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->whole.session);

  go_to (self, self->event);
  jug_playhead_play (playhead);
  jug_test_whole_activate (&self->whole, "lanes.show-here");
  g_assert_true (jug_playhead_is_playing (playhead));
  jug_playhead_pause (playhead);
  jug_test_window_settle (self->whole.window);
  assert_shown (self);
}

static void
test_bookmark_shows_it (Fixture *self, gconstpointer data)
{
  g_assert_true (
      jug_notes_set (jug_session_get_notes (self->whole.session), self->event, NULL));
  jug_test_whole_activate (&self->whole, "notes.next");
  jug_test_window_settle (self->whole.window);
  assert_shown (self);
  g_assert_true (jug_timeline_viewport_get_hidden_task (jug_timeline_chart_get_viewport (
                     get_chart (self))) == JUG_SESSION_NO_TASK);
}

/* Also one at which the playhead is already. */
static void
test_bookmark_here_shows_it (Fixture *self, gconstpointer data)
{
  g_assert_true (
      jug_notes_set (jug_session_get_notes (self->whole.session), self->event, NULL));
  go_to (self, self->event);
  jug_test_whole_activate (&self->whole, "notes.next");
  jug_test_window_settle (self->whole.window);
  assert_shown (self);
}

static void
test_list_of_events_shows_it (Fixture *self, gconstpointer data)
{
  GtkListView *list = GTK_LIST_VIEW (jug_test_window_find (
      jug_test_whole_find (&self->whole, JUG_TYPE_HAPPENINGS_VIEW), GTK_TYPE_LIST_VIEW));
  GtkSingleSelection *rows = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));

  go_to (self, self->event);
  g_assert_true (jug_lanes_is_hidden (self->lanes, self->task));
  g_signal_emit_by_name (list, "activate", gtk_single_selection_get_selected (rows));
  jug_test_window_settle (self->whole.window);
  assert_shown (self);
}

static void
test_selection_shows_it (Fixture *self, gconstpointer data)
{
  jug_session_select (self->whole.session, self->task, self->event);
  jug_test_window_settle (self->whole.window);
  assert_shown (self);
}

static void
add_tests (void)
{
#define ADD(path, function)                                                              \
  g_test_add ("/juggler/ui/hidden-lanes/" path, Fixture, NULL, set_up, function,         \
              tear_down)
  ADD ("steps-leave-it-hidden", test_steps_leave_it_hidden);
  ADD ("offer-fits-a-narrow-window", test_offer_fits_a_narrow_window);
  ADD ("offer-shows-that-lane", test_offer_shows_that_lane);
  ADD ("offer-keeps-still-while-it-plays", test_offer_keeps_still_while_it_plays);
  ADD ("showing-it-does-not-stop-the-playhead",
       test_showing_it_does_not_stop_the_playhead);
  ADD ("bookmark-shows-it", test_bookmark_shows_it);
  ADD ("bookmark-here-shows-it", test_bookmark_here_shows_it);
  ADD ("list-of-events-shows-it", test_list_of_events_shows_it);
  ADD ("selection-shows-it", test_selection_shows_it);
#undef ADD
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
