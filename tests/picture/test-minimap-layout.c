/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole run in a strip: where things are, and that nothing bad is lost. */
#include "jug-minimap-layout.h"

#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

#include <math.h>

#define N_SEEDS 10
#define WIDTH 1000
#define MARK 9
#define COLUMN 2

typedef struct
{
  JugPictureFixture timeline;
  JugMinimapLayout *minimap;
  JugDisplayList *list;
} Fixture;

static void
follow (Fixture *f)
{
  jug_picture_fixture_apply (&f->timeline);
  jug_minimap_layout_follow (f->minimap, f->timeline.layout, WIDTH);
}

static void
fixture_init (Fixture *f, JugTrace *trace)
{
  jug_picture_fixture_init (&f->timeline, trace);
  f->minimap = jug_minimap_layout_new (f->timeline.index);
  f->list = jug_display_list_new ();
  follow (f);
}

static void
fixture_clear (Fixture *f)
{
  g_clear_pointer (&f->list, jug_display_list_free);
  g_clear_pointer (&f->minimap, jug_minimap_layout_free);
  jug_picture_fixture_clear (&f->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static guint
count (Fixture *f, JugItemKind kind, int style)
{
  guint n_items, n = 0;
  const JugDisplayItem *items = jug_display_list_get_items (f->list, &n_items);

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == kind && (style < 0 || items[i].style == style);
  return n;
}

static void
test_lies_over_the_chart_that_shows_all (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (Fixture) f = { 0 };
        guint32 n_events;
        JugRect frame;

        fixture_init (&f, jug_random_trace_new (seed, 2000));
        f.timeline.view.axis = axis;
        f.timeline.view.zoom = 0;
        follow (&f);
        n_events = jug_trace_get_n_events (f.timeline.trace);
        for (guint32 i = 0; i < n_events; i += 97)
          {
            double x = jug_timeline_layout_event_to_x (f.timeline.layout, i);

            g_assert_cmpfloat_with_epsilon (
                jug_minimap_layout_place_to_x (
                    f.minimap, jug_timeline_layout_x_to_place (f.timeline.layout, x)),
                x, 0.01);
          }
        frame = jug_minimap_layout_get_frame (f.minimap);
        g_assert_cmpfloat_with_epsilon (frame.x, 100, 0.01);
        g_assert_cmpfloat_with_epsilon (frame.x + frame.width, WIDTH, 0.01);
      }
}

static void
test_places_are_the_same_in_both (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (Fixture) f = { 0 };

        fixture_init (&f, jug_random_trace_new (seed, 2000));
        f.timeline.view.axis = axis;
        f.timeline.view.zoom = 0;
        follow (&f);
        f.timeline.view.zoom *= 7;
        f.timeline.view.scroll_x = 900;
        follow (&f);
        for (double x = -20; x < WIDTH + 20; x += 23.7)
          {
            JugTimelinePlace place = jug_minimap_layout_x_to_place (f.minimap, x);

            g_assert_cmpfloat_with_epsilon (
                jug_minimap_layout_place_to_x (f.minimap, place), x, 0.01);
          }
      }
}

/* What a drag of the frame's edges does: shown from here to there, it is so. */
static void
test_shows_what_it_is_told (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (Fixture) f = { 0 };
        JugTimelinePlace from, to;
        JugRect frame;
        double length;

        fixture_init (&f, jug_random_trace_new (seed, 2000));
        f.timeline.view.axis = axis;
        f.timeline.view.zoom = 0;
        follow (&f);
        length = jug_timeline_layout_event_to_x (
                     f.timeline.layout, jug_trace_get_n_events (f.timeline.trace) - 1) -
                 114;
        from = jug_minimap_layout_x_to_place (f.minimap, 114 + length * 0.3);
        to = jug_minimap_layout_x_to_place (f.minimap, 114 + length * 0.7);
        jug_timeline_layout_show (f.timeline.layout, &f.timeline.view, from, to);
        follow (&f);
        frame = jug_minimap_layout_get_frame (f.minimap);
        g_assert_cmpfloat_with_epsilon (frame.x, 114 + length * 0.3, 0.5);
        g_assert_cmpfloat_with_epsilon (frame.x + frame.width, 114 + length * 0.7, 0.5);

        /* The same stretch from another place on. */
        from = jug_minimap_layout_x_to_place (f.minimap, 114 + length * 0.1);
        jug_timeline_layout_scroll_to (f.timeline.layout, &f.timeline.view, from, 100);
        follow (&f);
        frame = jug_minimap_layout_get_frame (f.minimap);
        g_assert_cmpfloat_with_epsilon (frame.x, 114 + length * 0.1, 0.5);
      }
}

static void
test_hit_tells_edges_from_the_window (void)
{
  g_auto (Fixture) f = { 0 };
  JugTimelineLayout *layout;
  JugRect frame;

  fixture_init (&f, jug_test_trace_gather (3));
  layout = f.timeline.layout;
  jug_timeline_layout_show (layout, &f.timeline.view,
                            jug_timeline_layout_x_to_place (layout, 300),
                            jug_timeline_layout_x_to_place (layout, 600));
  follow (&f);
  frame = jug_minimap_layout_get_frame (f.minimap);
  g_assert_cmpfloat_with_epsilon (frame.x, 300, 0.5);
  g_assert_cmpfloat_with_epsilon (frame.width, 300, 0.5);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 300, 16), ==, JUG_MINIMAP_START);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 600, 16), ==, JUG_MINIMAP_END);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 450, 16), ==, JUG_MINIMAP_WINDOW);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 200, 16), ==, JUG_MINIMAP_RUN);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 800, 16), ==, JUG_MINIMAP_RUN);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 50, 16), ==, JUG_MINIMAP_NOTHING);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 450, 99), ==, JUG_MINIMAP_NOTHING);
}

static void
test_frame_can_be_taken_however_near_one_looks (void)
{
  g_auto (Fixture) f = { 0 };
  JugRect frame;

  fixture_init (&f, jug_test_trace_gather (3));
  jug_timeline_layout_zoom_about (f.timeline.layout, &f.timeline.view, 1e9, 500);
  follow (&f);
  frame = jug_minimap_layout_get_frame (f.minimap);
  g_assert_cmpfloat_with_epsilon (frame.width, 12, 0.01);
  g_assert_cmpfloat_with_epsilon (frame.x + frame.width / 2, 500, 1);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, frame.x + frame.width / 2, 16), ==,
                   JUG_MINIMAP_WINDOW);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, frame.x - 2, 16), ==,
                   JUG_MINIMAP_START);
}

/* Whether the loop runs anything within a column, found run by run. */
static gboolean
is_busy (Fixture *f, double x0, double x1)
{
  JugSpanIndex *index = f->timeline.index;

  for (guint32 i = 0; i < jug_span_index_get_n_runs (index); i++)
    {
      const JugRun *run = jug_span_index_get_run (index, i);

      if (run->kind != JUG_RUN_IDLE &&
          jug_timeline_layout_event_to_x (f->timeline.layout, run->begin) < x1 - 0.01 &&
          jug_timeline_layout_event_to_x (f->timeline.layout, run->end) > x0 + 0.01)
        return TRUE;
    }
  return FALSE;
}

static void
test_column_is_empty_where_the_loop_waits (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (Fixture) f = { 0 };
        const JugDisplayItem *items, *density = NULL;
        const guint8 *levels;
        guint n_items;

        fixture_init (&f, jug_random_trace_new (seed, 400));
        f.timeline.view.axis = axis;
        f.timeline.view.zoom = 0;
        follow (&f);
        jug_minimap_layout_draw (f.minimap, f.list);
        items = jug_display_list_get_items (f.list, &n_items);
        for (guint i = 0; i < n_items && density == NULL; i++)
          if (items[i].kind == JUG_ITEM_DENSITY)
            density = &items[i];
        g_assert_nonnull (density);
        levels = jug_display_list_get_levels (f.list, density);
        for (guint i = 0; i < density->n; i++)
          if (is_busy (&f, density->x + i * COLUMN, density->x + (i + 1) * COLUMN))
            g_assert_cmpuint (levels[i], >=, 72);
          else if (axis == JUG_AXIS_TIME)
            g_assert_cmpuint (levels[i], ==, 0);
      }
}

/* Marks may stand for each other, but only if they would touch. */
static void
assert_all_marked (Fixture *f, const guint32 *events, guint32 n, JugMarker marker)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (f->list, &n_items);

  for (guint32 i = 0; i < n; i++)
    {
      double x = jug_timeline_layout_event_to_x (f->timeline.layout, events[i]);
      gboolean is_marked = FALSE;

      for (guint j = 0; j < n_items && !is_marked; j++)
        is_marked = items[j].kind == JUG_ITEM_MARKER &&
                    (items[j].style == marker || items[j].style == JUG_MARKER_FLASH) &&
                    fabs (items[j].x + items[j].width / 2.0 - x) <= MARK + 0.01;
      g_assert_true (is_marked);
    }
}

static void
test_no_error_and_no_cancel_is_lost (void)
{
  guint n_seen = 0;

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Fixture) f = { 0 };
      guint32 n;
      const guint32 *events;

      fixture_init (&f, jug_random_trace_new (seed, 4000));
      jug_minimap_layout_draw (f.minimap, f.list);
      events = jug_span_index_get_errors (f.timeline.index, &n);
      assert_all_marked (&f, events, n, JUG_MARKER_FLASH);
      n_seen += n;
      events = jug_span_index_get_cancels (f.timeline.index, &n);
      assert_all_marked (&f, events, n, JUG_MARKER_SLASH);
      n_seen += n;
      /* However many there are, they are no more than have room. */
      g_assert_cmpuint (count (&f, JUG_ITEM_MARKER, -1), <=, 2 * WIDTH / (MARK / 2));
    }
  g_assert_cmpuint (n_seen, >, 100);
}

static void
test_hatches_what_blocks_the_loop (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_auto (Fixture) f = { 0 };
  const JugDisplayItem *items;
  guint n_items;
  guint32 task = jug_test_trace_create (t, "busy");

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, task, NULL);
  jug_test_trace_set_time (t, 2 * JUG_SLOW_RUN_NS);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, task, NULL);
  jug_test_trace_set_time (t, 2 * JUG_SLOW_RUN_NS + JUG_SLOW_RUN_NS / 2);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  fixture_init (&f, jug_test_trace_finish (t));
  jug_minimap_layout_draw (f.minimap, f.list);
  g_assert_cmpuint (count (&f, JUG_ITEM_PATTERN, JUG_PATTERN_HATCH), ==, 1);
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_PATTERN)
      {
        const JugRun *run = jug_span_index_get_run (f.timeline.index, 0);

        g_assert_cmpfloat_with_epsilon (
            items[i].x, jug_timeline_layout_event_to_x (f.timeline.layout, run->begin),
            0.01);
        g_assert_cmpfloat_with_epsilon (
            items[i].x + items[i].width,
            jug_timeline_layout_event_to_x (f.timeline.layout, run->end), 0.01);
      }
}

static void
test_draws_playhead_and_range (void)
{
  g_auto (Fixture) f = { 0 };
  guint n_lines;

  fixture_init (&f, jug_test_trace_gather (3));
  jug_minimap_layout_draw_overlay (f.minimap, f.list);
  g_assert_cmpuint (count (&f, JUG_ITEM_MARKER, JUG_MARKER_KNOB), ==, 0);
  n_lines = count (&f, JUG_ITEM_LINE, -1);
  f.timeline.view.show_playhead = TRUE;
  f.timeline.view.playhead = 40;
  f.timeline.view.range = (JugRange){ 0, JUG_SLOW_RUN_NS, 3, 30 };
  follow (&f);
  jug_display_list_clear (f.list);
  jug_minimap_layout_draw_overlay (f.minimap, f.list);
  g_assert_cmpuint (count (&f, JUG_ITEM_MARKER, JUG_MARKER_KNOB), ==, 1);
  g_assert_cmpuint (count (&f, JUG_ITEM_LINE, -1), ==, n_lines + 3);
}

static void
test_says_what_is_shown_and_marked (void)
{
  g_auto (Fixture) f = { 0 };
  g_autofree char *value = NULL, *text = NULL, *hidden = NULL;
  JugTestTrace *t = jug_test_trace_new ();
  guint32 task = jug_test_trace_create (t, "fails");

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, task, NULL);
  jug_test_trace_set_time (t, 3 * JUG_SLOW_RUN_NS);
  jug_test_trace_cancel (t, task);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  fixture_init (&f, jug_test_trace_finish (t));
  value = jug_minimap_layout_dup_value_text (f.minimap);
  g_assert_cmpstr (value, ==, "0.000 s to 0.300 s of 0.300 s");
  text = jug_minimap_layout_dup_description (f.minimap);
  g_assert_cmpstr (text, ==, "Errors: 1, cancels: 1, blocked stretches: 1");

  f.timeline.view.future = JUG_FUTURE_HIDDEN;
  f.timeline.view.playhead = 1;
  follow (&f);
  hidden = jug_minimap_layout_dup_description (f.minimap);
  g_assert_cmpstr (hidden, ==, "Errors: 0, cancels: 0, blocked stretches: 0");
}

static void
test_is_empty_without_events (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_init (&f, jug_trace_new ());
  jug_minimap_layout_draw (f.minimap, f.list);
  jug_minimap_layout_draw_overlay (f.minimap, f.list);
  g_assert_cmpuint (count (&f, JUG_ITEM_DENSITY, -1), ==, 0);
  g_assert_cmpuint (count (&f, JUG_ITEM_BOX, -1), ==, 0);
  g_assert_cmpint (jug_minimap_layout_hit (f.minimap, 500, 16), ==, JUG_MINIMAP_NOTHING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/picture/minimap-layout/lies-over-the-chart-that-shows-all",
                   test_lies_over_the_chart_that_shows_all);
  g_test_add_func ("/juggler/picture/minimap-layout/places-are-the-same-in-both",
                   test_places_are_the_same_in_both);
  g_test_add_func ("/juggler/picture/minimap-layout/shows-what-it-is-told",
                   test_shows_what_it_is_told);
  g_test_add_func ("/juggler/picture/minimap-layout/hit-tells-edges-from-the-window",
                   test_hit_tells_edges_from_the_window);
  g_test_add_func ("/juggler/picture/minimap-layout/frame-can-be-taken-from-near",
                   test_frame_can_be_taken_however_near_one_looks);
  g_test_add_func ("/juggler/picture/minimap-layout/column-is-empty-where-the-loop-waits",
                   test_column_is_empty_where_the_loop_waits);
  g_test_add_func ("/juggler/picture/minimap-layout/no-error-and-no-cancel-is-lost",
                   test_no_error_and_no_cancel_is_lost);
  g_test_add_func ("/juggler/picture/minimap-layout/hatches-what-blocks-the-loop",
                   test_hatches_what_blocks_the_loop);
  g_test_add_func ("/juggler/picture/minimap-layout/draws-playhead-and-range",
                   test_draws_playhead_and_range);
  g_test_add_func ("/juggler/picture/minimap-layout/says-what-is-shown-and-marked",
                   test_says_what_is_shown_and_marked);
  g_test_add_func ("/juggler/picture/minimap-layout/is-empty-without-events",
                   test_is_empty_without_events);
  return g_test_run ();
}
