/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card beside the pointer: when it comes and goes, and where it is. */
#include "jug-hover-card.h"

#include "jug-picture-item.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-selection.h"

#define WIDTH 900
#define HEIGHT 300

typedef struct
{
  JugSession *session;
  JugTimelineChart *chart;
  JugHoverCard *card;
  GtkWindow *window;
} Fixture;

static gboolean
has_items (gpointer data)
{
  return jug_test_window_find (data, JUG_TYPE_PICTURE_ITEM) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->session = jug_test_window_session (trace);
  fixture->chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  jug_timeline_chart_set_session (fixture->chart, fixture->session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (fixture->chart));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scrolled);
  jug_hover_card_add (GTK_OVERLAY (overlay), fixture->chart);
  fixture->card = JUG_HOVER_CARD (jug_test_window_find (overlay, JUG_TYPE_HOVER_CARD));
  fixture->window = jug_test_window_show (overlay, WIDTH, HEIGHT);
  jug_test_window_wait (has_items, fixture->chart);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static gboolean
is_shown (gpointer data)
{
  return jug_hover_card_is_shown (data);
}

static gboolean
is_hidden (gpointer data)
{
  return !jug_hover_card_is_shown (data);
}

/* The middle of a bar. */
static void
point_at (Fixture *fixture, guint32 task, guint32 span)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  guint32 n_spans;
  const JugSpan *spans =
      jug_span_index_get_spans (jug_timeline_layout_get_index (layout), task, &n_spans);
  const JugPictureRef ref = { JUG_PICTURE_SPAN, task, spans[span].begin };
  JugRect bounds;

  g_assert_true (jug_timeline_layout_get_bounds (layout, &ref, &bounds));
  jug_timeline_chart_set_hover (fixture->chart, (double) bounds.x + bounds.width / 2,
                                (double) bounds.y + bounds.height / 2);
}

static void
test_comes_when_the_pointer_rests (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  point_at (fixture, 2, 2);
  g_assert_false (jug_hover_card_is_shown (fixture->card));
  jug_test_window_wait (is_shown, fixture->card);
  g_assert_cmpstr (jug_hover_card_get_text (fixture->card), ==,
                   "hello-1 waits: sleep(1), from 0.000 s to 1.000 s");
  /* It takes neither the focus nor the pointer. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
  g_assert_false (gtk_widget_get_can_target (GTK_WIDGET (fixture->card)));
  g_assert_false (gtk_widget_get_can_focus (GTK_WIDGET (fixture->card)));
}

static void
test_goes_from_thing_to_thing (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, 2, 2);
  jug_test_window_wait (is_shown, fixture->card);
  point_at (fixture, 3, 2);
  g_assert_true (jug_hover_card_is_shown (fixture->card));
  g_assert_cmpstr (jug_hover_card_get_text (fixture->card), ==,
                   "hello-2 waits: sleep(2), from 0.000 s to 2.000 s");
  jug_timeline_chart_set_hover (fixture->chart, -1, 0);
  /* Not at once, so that it does not flicker between two bars. */
  g_assert_true (jug_hover_card_is_shown (fixture->card));
  jug_test_window_wait (is_hidden, fixture->card);
}

static void
test_does_not_flicker_beside_a_bar (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, 2, 2);
  jug_test_window_wait (is_shown, fixture->card);
  jug_timeline_chart_set_hover (fixture->chart, -1, 0);
  point_at (fixture, 2, 2);
  jug_test_window_settle (GTK_WIDGET (fixture->chart));
  g_assert_true (jug_hover_card_is_shown (fixture->card));
}

static void
test_goes_when_the_view_moves (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, 2, 2);
  jug_test_window_wait (is_shown, fixture->card);
  jug_timeline_viewport_zoom (jug_timeline_chart_get_viewport (fixture->chart), 2, 400);
  g_assert_false (jug_hover_card_is_shown (fixture->card));
}

static void
test_is_inside_the_window (Fixture *fixture, gconstpointer data)
{
  for (guint32 task = 1; task <= 4; task++)
    {
      graphene_rect_t bounds;
      guint32 n_spans;
      JugSpanIndex *index = jug_session_get_span_index (fixture->session);

      jug_span_index_get_spans (index, task, &n_spans);
      point_at (fixture, task, n_spans - 1);
      jug_test_window_wait (is_shown, fixture->card);
      jug_test_window_settle (GTK_WIDGET (fixture->chart));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->card),
                                                GTK_WIDGET (fixture->window), &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, WIDTH);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, HEIGHT);
      g_assert_cmpfloat (bounds.size.height, >, 40);
    }
}

static void
test_selection_has_the_same_text (Fixture *fixture, gconstpointer data)
{
  JugSpanIndex *index = jug_session_get_span_index (fixture->session);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, 2, &n_spans);
  GtkWidget *focus;

  jug_session_select (fixture->session, 2, spans[2].begin);
  jug_timeline_chart_focus_selection (fixture->chart);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Waited: 1.0 s for sleep(1); Because: a timer wakes hello-1 at 1.000 s; "
      "Was ready: 0.0 s; Ran: 0.0 s; Result: 1");
}

static void
test_points_at_arrows (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  const JugDisplayItem *items;
  guint n_items, n_found = 0;
  double x;

  jug_session_select (fixture->session, 2, JUG_NO_EVENT);
  jug_test_window_settle (GTK_WIDGET (fixture->chart));
  jug_timeline_layout_draw_overlay (layout, list);
  items = jug_display_list_get_items (list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].ref.kind == JUG_PICTURE_FLOW)
      {
        const JugPoint *points = jug_display_list_get_points (list, &items[i]);
        JugPictureRef hover;

        /* The middle of a curve that bends as much at both ends. */
        jug_timeline_chart_set_hover (fixture->chart,
                                      (double) (points[0].x + points[3].x) / 2,
                                      (double) (points[0].y + points[3].y) / 2);
        hover = jug_timeline_chart_get_hover (fixture->chart, &x);
        n_found += hover.kind == JUG_PICTURE_FLOW;
      }
  g_assert_cmpuint (n_found, >, 0);
}

static void
assert_place (GdkRectangle thing, int pointer_x, GdkRectangle wanted)
{
  const GdkRectangle room = { 8, 8, 400, 300 };
  GdkRectangle place = jug_hover_card_place (&thing, pointer_x, 200, 100, &room);

  g_assert_cmpint (place.x, ==, wanted.x);
  g_assert_cmpint (place.y, ==, wanted.y);
  g_assert_cmpint (place.width, ==, wanted.width);
  g_assert_cmpint (place.height, ==, wanted.height);
}

static void
test_finds_a_place (void)
{
  /* Above, where the pointer came to it. */
  assert_place ((GdkRectangle){ 100, 200, 50, 20 }, 120,
                (GdkRectangle){ 20, 92, 200, 100 });
  /* Not over the edges. */
  assert_place ((GdkRectangle){ 0, 200, 50, 20 }, 10, (GdkRectangle){ 8, 92, 200, 100 });
  assert_place ((GdkRectangle){ 390, 200, 50, 20 }, 395,
                (GdkRectangle){ 208, 92, 200, 100 });
  /* Below where there is no room above. */
  assert_place ((GdkRectangle){ 100, 50, 50, 20 }, 120,
                (GdkRectangle){ 20, 78, 200, 100 });
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/hover-card/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("comes-when-the-pointer-rests", test_comes_when_the_pointer_rests);
  ADD ("goes-from-thing-to-thing", test_goes_from_thing_to_thing);
  ADD ("does-not-flicker-beside-a-bar", test_does_not_flicker_beside_a_bar);
  ADD ("goes-when-the-view-moves", test_goes_when_the_view_moves);
  ADD ("is-inside-the-window", test_is_inside_the_window);
  ADD ("selection-has-the-same-text", test_selection_has_the_same_text);
  ADD ("points-at-arrows", test_points_at_arrows);
  g_test_add_func ("/juggler/ui/hover-card/finds-a-place", test_finds_a_place);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
