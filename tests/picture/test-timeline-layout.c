/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline consists of: the boxes first, by hand; then what must hold for any. */
#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_SEEDS 14

static guint32
get_span_begin (JugPictureFixture *f, guint32 task, guint32 span)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (f->index, task, &n_spans);

  g_assert_cmpuint (span, <, n_spans);
  return spans[span].begin;
}

/* The item of the given kind for a span. */
static const JugDisplayItem *
find_bar (JugPictureFixture *f, guint32 task, guint32 span, JugItemKind kind)
{
  JugPictureRef ref = { JUG_PICTURE_SPAN, task, get_span_begin (f, task, span) };

  return jug_picture_fixture_find (f, ref, kind);
}

static void
assert_box (const JugDisplayItem *item, double x, double y, double width, double height)
{
  g_assert_nonnull (item);
  g_assert_cmpfloat_with_epsilon (item->x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (item->y, y, 0.01);
  g_assert_cmpfloat_with_epsilon (item->width, width, 0.01);
  g_assert_cmpfloat_with_epsilon (item->height, height, 0.01);
}

/* Geometry by hand, at 300 px a second: see test-timeline-axis.c for x.  The ruler is 30
 * px high, the loop's lane 48, each task's 38; bars are 24, waits 19, ready ones 16 px
 * high. */
static void
test_bars_by_hand (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugDisplayItem *item;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  jug_picture_fixture_draw (&f);

  /* main runs for no time at 0 s, in the first lane. */
  item = find_bar (&f, 1, 1, JUG_ITEM_BOX);
  assert_box (item, 114, 78 + 7, 24, 24);
  g_assert_cmpuint (item->fill.role, ==, JUG_COLOR_TASK);
  g_assert_cmpuint (item->fill.hue, ==, 0);
  /* hello-1 is ready from within main's step on: dotted, in the warning tint. */
  item = find_bar (&f, 2, 0, JUG_ITEM_PATTERN);
  g_assert_nonnull (item);
  g_assert_cmpfloat (item->x, >, 114);
  g_assert_cmpfloat_with_epsilon (item->x + item->width, 138, 0.01);
  g_assert_cmpuint (item->stroke.role, ==, JUG_COLOR_READY);
  g_assert_cmpuint (item->style, ==, JUG_PATTERN_DOTS);
  /* It runs, and then waits until its timer's callback queues its step, at two thirds of
   * it. */
  assert_box (find_bar (&f, 2, 1, JUG_ITEM_BOX), 138, 78 + 38 + 7, 24, 24);
  item = find_bar (&f, 2, 2, JUG_ITEM_BOX);
  assert_box (item, 162.5, 78 + 38 + 9 + 0.5, 514 - 162 - 1, 19 - 1);
  g_assert_cmpuint (item->fill.role, ==, JUG_COLOR_TASK_TINT);
  /* The reason is written in it. */
  item = jug_picture_fixture_find_label (&f, "sleep(1)");
  g_assert_nonnull (item);
  g_assert_cmpfloat (item->x, >, 162);
  g_assert_cmpfloat_with_epsilon (item->y, 78 + 38 + 9, 0.01);
  /* The end has a sign and the value beside it. */
  item = jug_picture_fixture_find (
      &f,
      (JugPictureRef){ JUG_PICTURE_EVENT, 2, jug_trace_get_task (f.trace, 2)->end_event },
      JUG_ITEM_MARKER);
  g_assert_nonnull (item);
  g_assert_cmpuint (item->style, ==, JUG_MARKER_CHECK);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "1"));
}

static void
test_names_stand_beside_lanes (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugDisplayItem *parent, *child;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  jug_picture_fixture_draw (&f);
  parent = jug_picture_fixture_find_label (&f, "main-1");
  child = jug_picture_fixture_find_label (&f, "hello-2");
  g_assert_nonnull (parent);
  g_assert_nonnull (child);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "event loop"));
  g_assert_cmpfloat_with_epsilon (child->x - parent->x, 14, 0.01);
  g_assert_cmpfloat_with_epsilon (child->y - parent->y, 2 * 38, 0.01);
  g_assert_cmpfloat (child->x + child->width, <=, 100);
}

static const char *
label_task (guint32 task, gpointer data)
{
  return task == 2 ? data : NULL;
}

static void
test_names_can_be_given (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  char name[] = "rice";

  jug_picture_fixture_init (&f, jug_test_trace_gather (2));
  f.view.label = label_task;
  f.view.label_data = name;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "rice"));
  g_assert_null (jug_picture_fixture_find_label (&f, "hello-1"));
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "hello-2"));
}

static void
test_gather_tells_how_many_are_done (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugDisplayItem *first, *second;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  jug_picture_fixture_draw (&f);
  first = jug_picture_fixture_find_label (&f, "1 of 3");
  second = jug_picture_fixture_find_label (&f, "2 of 3");
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "gather of 3"));
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpfloat_with_epsilon (second->x - first->x, 300 + 24 + 12, 0.01);
}

/* Also of tasks made long before, one of which has ended before the wait. */
static void
test_wait_tells_how_many_are_done (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_auto (JugPictureFixture) f = { 0 };
  guint32 wait;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  for (guint i = 0; i < 3; i++)
    jug_test_trace_create (t, "a");
  jug_test_trace_step (t, 3, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  jug_test_trace_set_time (t, 1000000000);
  wait = jug_test_trace_future (t, JUG_PURPOSE_WAIT, "ALL_COMPLETED", 0);
  for (guint32 task = 2; task <= 4; task++)
    jug_test_trace_child (t, wait, task);
  jug_test_trace_add (t, JUG_EVENT_WAIT, 1, wait, JUG_WAIT_FUTURE);
  jug_test_trace_set_time (t, 2000000000);
  jug_test_trace_step (t, 4, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  jug_test_trace_set_time (t, 3000000000);
  jug_test_trace_iteration (t);

  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  f.view.zoom = 300;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "wait(ALL_COMPLETED)"));
  g_assert_null (jug_picture_fixture_find_label (&f, "1 of 3"));
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "2 of 3"));
}

/* A failed, a cancelled and a blocking task. */
static JugTrace *
make_trouble (void)
{
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_create (t, "main");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_create (t, "fails");
  jug_test_trace_create (t, "dies");
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_cancel (t, 3);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "42");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, 2, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  jug_test_trace_step (t, 3, "CancelledError");
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, NULL);
  return jug_test_trace_finish (t);
}

static void
test_ends_differ_in_shape_and_text (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugDisplayItem *item;

  jug_picture_fixture_init (&f, make_trouble ());
  jug_picture_fixture_draw (&f);
  /* Failed: a box with a cross and the type. */
  item = jug_picture_fixture_find (
      &f,
      (JugPictureRef){ JUG_PICTURE_EVENT, 2, jug_trace_get_task (f.trace, 2)->end_event },
      JUG_ITEM_BOX);
  g_assert_nonnull (item);
  g_assert_cmpuint (item->fill.role, ==, JUG_COLOR_FAILED);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "ValueError"));
  g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_MARKER, JUG_MARKER_CROSS), ==,
                    1);
  /* Cancelled: cut off at a slant. */
  g_assert_nonnull (find_bar (&f, 3, 1, JUG_ITEM_POLYGON));
  g_assert_null (find_bar (&f, 3, 1, JUG_ITEM_BOX));
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "cancelled"));
  /* The call of cancel() has a sign. */
  g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_MARKER, JUG_MARKER_SLASH), ==,
                    1);
  /* A step that blocks the loop is hatched from 100 ms on and says so. */
  g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_PATTERN, JUG_PATTERN_HATCH),
                    ==, 1);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "blocks the loop"));
  /* The error is marked on the loop's lane as well. */
  g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_MARKER, JUG_MARKER_FLASH), ==,
                    1);
}

static void
test_the_loop_shows_iterations_and_idleness (void)
{
  g_auto (JugPictureFixture) f = { 0 };

  jug_picture_fixture_init (&f, jug_test_trace_gather (1));
  f.view.axis = JUG_AXIS_STEPS;
  f.view.width = 2000;
  f.view.zoom = 0;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "until 1.0 s"));
  f.view.zoom = 200;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "waiting until 1.0 s"));
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "7"));
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "0.0 s"));
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "1.0 s"));
}

static void
test_ruler_labels_do_not_overlap (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      const JugDisplayItem *items;
      double last = 0;
      guint n_items;

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 1000));
      f.view.axis = seed % 2;
      f.view.zoom *= 1 + seed;
      jug_picture_fixture_draw (&f);
      items = jug_display_list_get_items (f.list, &n_items);
      for (guint i = 0; i < n_items; i++)
        if (items[i].kind == JUG_ITEM_LABEL && items[i].y < 1 && items[i].height < 30)
          {
            g_assert_cmpfloat (items[i].x, >=, last);
            last = items[i].x + items[i].width;
          }
      g_assert_cmpfloat (last, >, 0);
    }
}

/* Pick */

static void
test_picks_what_is_drawn (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      guint n_picked = 0;

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 600));
      f.view.zoom *= 3;
      f.view.height = 3000;
      jug_picture_fixture_apply (&f);
      for (guint32 row = 1; row < jug_span_index_get_n_rows (f.index); row++)
        {
          guint32 task = jug_span_index_get_row_task (f.index, row), n_spans;
          const JugSpan *spans = jug_span_index_get_spans (f.index, task, &n_spans);
          double y = jug_timeline_layout_row_to_y (f.layout, row) + 19;

          for (guint32 i = 0; i < n_spans; i++)
            {
              guint32 end = jug_span_index_get_span_end (f.index, task, i);
              double x0 = jug_timeline_layout_event_to_x (f.layout, spans[i].begin);
              double x1 = jug_timeline_layout_event_to_x (f.layout, end);
              JugPictureRef ref;
              JugRect bounds;

              if (x1 - x0 < 1 || x0 < 101 || x1 > 999)
                continue;
              n_picked++;
              g_assert_true (jug_timeline_layout_pick (f.layout, (x0 + x1) / 2, y, &ref));
              g_assert_cmpint (ref.kind, ==, JUG_PICTURE_SPAN);
              g_assert_cmpuint (ref.task, ==, task);
              g_assert_cmpuint (ref.event, ==, spans[i].begin);
              g_assert_true (jug_timeline_layout_get_bounds (f.layout, &ref, &bounds));
              g_assert_cmpfloat_with_epsilon (bounds.x, x0, 0.01);
              g_assert_cmpfloat_with_epsilon (bounds.width, x1 - x0, 0.01);
            }
        }
      g_assert_cmpuint (n_picked, >, 0);
    }
}

static void
test_picks_the_parts_around_the_lanes (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugPictureRef ref;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  /* Without a playhead there is nothing but the ruler. */
  g_assert_true (jug_timeline_layout_pick (f.layout, 500, 10, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_RULER);
  f.view.zoom = 300;
  f.view.show_playhead = TRUE;
  f.view.playhead = get_span_begin (&f, 2, 2);
  jug_picture_fixture_apply (&f);

  g_assert_true (jug_timeline_layout_pick (f.layout, 50, 90, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_LANE);
  g_assert_cmpuint (ref.task, ==, 1);
  g_assert_true (jug_timeline_layout_pick (f.layout, 500, 10, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_RULER);
  g_assert_true (jug_timeline_layout_pick (f.layout, 163, 10, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_PLAYHEAD);
  g_assert_true (jug_timeline_layout_pick (f.layout, 120, 65, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_RUN);
  g_assert_cmpuint (ref.task, ==, 1);
  g_assert_true (jug_timeline_layout_pick (f.layout, 300, 65, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_IDLE);
  g_assert_true (jug_timeline_layout_pick (f.layout, 300, 35, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_ITERATION);
  g_assert_false (jug_timeline_layout_pick (f.layout, 300, 390, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_NONE);
}

/* Layers, selection, future */

static void
test_chart_does_not_depend_on_the_playhead (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autofree JugDisplayItem *before = NULL;
  const JugDisplayItem *items;
  guint n_items, n_before;

  jug_picture_fixture_init (&f, jug_random_trace_new (1, 1000));
  jug_timeline_layout_draw (f.layout, f.list);
  items = jug_display_list_get_items (f.list, &n_before);
  before = g_memdup2 (items, n_before * sizeof *items);

  f.view.playhead = 300;
  f.view.show_playhead = TRUE;
  f.view.future = JUG_FUTURE_HIDDEN;
  f.view.selection = (JugPictureRef){ JUG_PICTURE_LANE, 1, JUG_NO_EVENT };
  jug_picture_fixture_apply (&f);
  jug_display_list_clear (f.list);
  jug_timeline_layout_draw (f.layout, f.list);
  items = jug_display_list_get_items (f.list, &n_items);
  g_assert_cmpmem (before, n_before * sizeof *items, items, n_items * sizeof *items);
}

static void
test_flows_of_the_selection (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 n_spans;
  const JugSpan *spans;
  const JugDisplayItem *item;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  jug_picture_fixture_draw (&f);
  g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_CURVE, -1), ==, 0);

  /* main was created by the loop, creates three tasks, and is woken by the last of
   * them. */
  f.view.selection = (JugPictureRef){ JUG_PICTURE_LANE, 1, JUG_NO_EVENT };
  jug_picture_fixture_draw (&f);
  g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_CURVE, -1), ==, 5);
  for (guint32 task = 2; task <= 4; task++)
    g_assert_nonnull (jug_picture_fixture_find (
        &f,
        (JugPictureRef){ JUG_PICTURE_FLOW, task,
                         jug_trace_get_task (f.trace, task)->create_event },
        JUG_ITEM_CURVE));
  spans = jug_span_index_get_spans (f.index, 1, &n_spans);
  item = jug_picture_fixture_find (
      &f, (JugPictureRef){ JUG_PICTURE_FLOW, 1, spans[3].begin }, JUG_ITEM_CURVE);
  g_assert_nonnull (item);
  g_assert_true (item->arrow);
  /* It goes up, from hello-3 to main. */
  g_assert_cmpfloat (jug_display_list_get_points (f.list, item)[0].y, >,
                     jug_display_list_get_points (f.list, item)[3].y);
}

static void
test_future_is_veiled (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugDisplayItem *items;
  guint n_items, n_veils = 0;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  f.view.show_playhead = TRUE;
  f.view.playhead = get_span_begin (&f, 2, 2);
  f.view.future = JUG_FUTURE_FAINT;
  jug_picture_fixture_draw (&f);
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].fill.role == JUG_COLOR_VEIL && items[i].x > 100)
      {
        n_veils++;
        g_assert_cmpfloat_with_epsilon (items[i].x, 162, 0.01);
        g_assert_cmpfloat_with_epsilon (items[i].x + items[i].width, 1000, 0.01);
      }
  g_assert_cmpuint (n_veils, ==, 1);
  /* The playhead is on top of all. */
  g_assert_cmpuint (items[n_items - 1].style, ==, JUG_MARKER_KNOB);
}

static void
test_playhead_moves_while_nothing_happens (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugPictureRef ref;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  f.view.show_playhead = TRUE;
  f.view.future = JUG_FUTURE_HIDDEN;
  /* The loop begins to wait at 0 s, and hears of the first timer at 1 s. */
  f.view.playhead = jug_trace_find_time (f.trace, SECOND) - 1;
  f.view.playhead_ns = SECOND / 2;
  jug_picture_fixture_apply (&f);
  /* See test-timeline-axis.c: half a second after four marks. */
  g_assert_true (jug_timeline_layout_pick (f.layout, 114 + 96 + 150, 10, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_PLAYHEAD);
  g_assert_true (jug_timeline_layout_pick (f.layout, 114 + 96 + 149, 140, &ref));
  g_assert_cmpint (ref.kind, ==, JUG_PICTURE_SPAN);
  g_assert_false (jug_timeline_layout_pick (f.layout, 114 + 96 + 152, 140, &ref));
}

static void
test_hidden_future_is_told_to_nobody (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint n_items, n_texts = 0;
  guint32 playhead;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  playhead = get_span_begin (&f, 2, 2);
  f.view.zoom = 300;
  f.view.playhead = playhead;
  f.view.future = JUG_FUTURE_HIDDEN;
  jug_picture_fixture_draw (&f);

  for (double y = 0; y < 400; y += 3)
    for (double x = 170; x < 1000; x += 11)
      {
        JugPictureRef ref;

        if (jug_timeline_layout_pick (f.layout, x, y, &ref))
          g_assert_cmpint (ref.kind, ==, JUG_PICTURE_RULER);
      }
  jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const JugDisplayItem *item = &jug_display_list_get_items (f.list, &n_items)[i];
      g_autofree char *text = jug_display_list_dup_accessible_text (f.list, i);

      if (item->ref.event != JUG_NO_EVENT && item->ref.event > playhead)
        g_assert_null (text);
      if (text == NULL)
        continue;
      n_texts++;
      g_assert_null (strstr (text, "1.000"));
      g_assert_null (strstr (text, "3.000"));
      g_assert_null (strstr (text, "done"));
    }
  g_assert_cmpuint (n_texts, >, 5);
}

static void
test_a_task_not_yet_created_has_no_name (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugPictureRef ref;

  jug_picture_fixture_init (&f, jug_test_trace_gather (2));
  f.view.playhead = jug_trace_get_task (f.trace, 3)->create_event - 1;
  f.view.future = JUG_FUTURE_HIDDEN;
  jug_picture_fixture_apply (&f);
  g_assert_true (jug_timeline_layout_pick (
      f.layout, 50, jug_timeline_layout_row_to_y (f.layout, 2) + 9, &ref));
  g_assert_cmpuint (ref.task, ==, 2);
  g_assert_false (jug_timeline_layout_pick (
      f.layout, 50, jug_timeline_layout_row_to_y (f.layout, 3) + 9, &ref));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/timeline-layout/bars-by-hand", test_bars_by_hand);
  g_test_add_func ("/juggler/picture/timeline-layout/names-stand-beside-lanes",
                   test_names_stand_beside_lanes);
  g_test_add_func ("/juggler/picture/timeline-layout/names-can-be-given",
                   test_names_can_be_given);
  g_test_add_func ("/juggler/picture/timeline-layout/gather-tells-how-many-are-done",
                   test_gather_tells_how_many_are_done);
  g_test_add_func ("/juggler/picture/timeline-layout/wait-tells-how-many-are-done",
                   test_wait_tells_how_many_are_done);
  g_test_add_func ("/juggler/picture/timeline-layout/ends-differ-in-shape-and-text",
                   test_ends_differ_in_shape_and_text);
  g_test_add_func (
      "/juggler/picture/timeline-layout/the-loop-shows-iterations-and-idleness",
      test_the_loop_shows_iterations_and_idleness);
  g_test_add_func ("/juggler/picture/timeline-layout/ruler-labels-do-not-overlap",
                   test_ruler_labels_do_not_overlap);
  g_test_add_func ("/juggler/picture/timeline-layout/picks-what-is-drawn",
                   test_picks_what_is_drawn);
  g_test_add_func ("/juggler/picture/timeline-layout/picks-the-parts-around-the-lanes",
                   test_picks_the_parts_around_the_lanes);
  g_test_add_func (
      "/juggler/picture/timeline-layout/chart-does-not-depend-on-the-playhead",
      test_chart_does_not_depend_on_the_playhead);
  g_test_add_func ("/juggler/picture/timeline-layout/flows-of-the-selection",
                   test_flows_of_the_selection);
  g_test_add_func ("/juggler/picture/timeline-layout/future-is-veiled",
                   test_future_is_veiled);
  g_test_add_func (
      "/juggler/picture/timeline-layout/playhead-moves-while-nothing-happens",
      test_playhead_moves_while_nothing_happens);
  g_test_add_func ("/juggler/picture/timeline-layout/hidden-future-is-told-to-nobody",
                   test_hidden_future_is_told_to_nobody);
  g_test_add_func ("/juggler/picture/timeline-layout/a-task-not-yet-created-has-no-name",
                   test_a_task_not_yet_created_has_no_name);
  return g_test_run ();
}
