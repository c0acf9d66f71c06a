/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes that a person has arranged: by themselves, and as they are drawn. */
#include "jug-lanes.h"
#include "jug-picture-fixture.h"
#include "jug-test-trace.h"

/* The tasks of all rows, as "0 1 2". */
static char *
dup_rows (JugLanes *lanes)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 row = 0; row < jug_lanes_get_n_rows (lanes); row++)
    {
      guint32 task = jug_lanes_get_row_task (lanes, row);

      g_string_append_printf (out, row > 0 ? " %u" : "%u", task);
      g_assert_cmpuint (jug_lanes_get_task_row (lanes, task), ==, row);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_rows (JugLanes *lanes, const char *expected)
{
  g_autofree char *rows = dup_rows (lanes);

  g_assert_cmpstr (rows, ==, expected);
}

static JugSpanIndex *
index_of (JugTrace *trace)
{
  JugSpanIndex *index = jug_span_index_new (trace);

  jug_span_index_update (index, G_MAXUINT32);
  return index;
}

static void
test_are_as_the_index_has_them (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugSpanIndex) index = index_of (trace);
  g_autoptr (JugLanes) lanes = jug_lanes_new (index);

  assert_rows (lanes, "0 1 2 3 4");
  g_assert_cmpuint (jug_lanes_get_n_pinned (lanes), ==, 0);
  g_assert_cmpuint (jug_lanes_get_n_hidden (lanes), ==, 0);
  g_assert_cmpuint (jug_lanes_get_task_row (lanes, 5), ==, JUG_NO_ROW);
}

static void
test_pin_and_hide (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugSpanIndex) index = index_of (trace);
  g_autoptr (JugLanes) lanes = jug_lanes_new (index);

  jug_lanes_set_pinned (lanes, 4, TRUE);
  jug_lanes_set_pinned (lanes, 2, TRUE);
  assert_rows (lanes, "0 4 2 1 3");
  g_assert_cmpuint (jug_lanes_get_n_pinned (lanes), ==, 2);
  g_assert_true (jug_lanes_is_pinned (lanes, 2));

  /* A hidden parent leaves its children. */
  jug_lanes_set_hidden (lanes, 1, TRUE);
  assert_rows (lanes, "0 4 2 3");
  g_assert_cmpuint (jug_lanes_get_task_row (lanes, 1), ==, JUG_NO_ROW);
  jug_lanes_set_hidden (lanes, 4, TRUE);
  assert_rows (lanes, "0 2 3");
  g_assert_cmpuint (jug_lanes_get_n_pinned (lanes), ==, 1);
  g_assert_cmpuint (jug_lanes_get_n_hidden (lanes), ==, 2);

  /* Shown again, each is where it was; pinning shows as well. */
  jug_lanes_set_hidden (lanes, 4, FALSE);
  assert_rows (lanes, "0 4 2 3");
  jug_lanes_set_pinned (lanes, 1, TRUE);
  assert_rows (lanes, "0 4 2 1 3");
  jug_lanes_set_pinned (lanes, 4, FALSE);
  jug_lanes_set_pinned (lanes, 2, FALSE);
  jug_lanes_set_pinned (lanes, 1, FALSE);
  assert_rows (lanes, "0 1 2 3 4");
  jug_lanes_set_hidden (lanes, 2, TRUE);
  jug_lanes_set_hidden (lanes, 3, TRUE);
  jug_lanes_show_all (lanes);
  assert_rows (lanes, "0 1 2 3 4");
}

static void
test_move (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (4);
  g_autoptr (JugSpanIndex) index = index_of (trace);
  g_autoptr (JugLanes) lanes = jug_lanes_new (index);

  assert_rows (lanes, "0 1 2 3 4 5");
  g_assert_true (jug_lanes_move (lanes, 3, -1));
  assert_rows (lanes, "0 1 3 2 4 5");
  g_assert_true (jug_lanes_move (lanes, 3, -1));
  assert_rows (lanes, "0 3 1 2 4 5");
  /* Never above the loop, nor below the last. */
  g_assert_false (jug_lanes_move (lanes, 3, -1));
  g_assert_false (jug_lanes_move (lanes, 5, 1));

  /* Over what is hidden in one go. */
  jug_lanes_set_hidden (lanes, 1, TRUE);
  g_assert_true (jug_lanes_move (lanes, 3, 1));
  assert_rows (lanes, "0 2 3 4 5");
  jug_lanes_show_all (lanes);
  assert_rows (lanes, "0 1 2 3 4 5");

  /* Those that are pinned among themselves. */
  jug_lanes_set_pinned (lanes, 5, TRUE);
  jug_lanes_set_pinned (lanes, 4, TRUE);
  g_assert_false (jug_lanes_move (lanes, 4, 1));
  g_assert_true (jug_lanes_move (lanes, 4, -1));
  assert_rows (lanes, "0 4 5 1 2 3");
  g_assert_false (jug_lanes_move (lanes, 1, -1));
}

static void
test_take_up_new_tasks (void)
{
  g_autoptr (JugTestTrace) writer = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (writer);
  g_autoptr (JugSpanIndex) index = jug_span_index_new (trace);
  g_autoptr (JugLanes) lanes = jug_lanes_new (index);

  assert_rows (lanes, "0");
  jug_test_trace_create (writer, "one");
  jug_test_trace_create (writer, "two");
  jug_span_index_update (index, G_MAXUINT32);
  assert_rows (lanes, "0 1 2");
  jug_lanes_move (lanes, 2, -1);
  jug_lanes_set_hidden (lanes, 1, TRUE);
  jug_test_trace_create (writer, "three");
  jug_span_index_update (index, G_MAXUINT32);
  /* Behind the one before it in the index, wherever that was moved to. */
  assert_rows (lanes, "0 2 3");
  jug_lanes_show_all (lanes);
  assert_rows (lanes, "0 2 3 1");
}

static double
get_name_y (JugPictureFixture *f, const char *name)
{
  const JugDisplayItem *label = jug_picture_fixture_find_label (f, name);

  return label != NULL ? (double) label->y : -1;
}

static void
test_are_drawn_in_their_order (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autoptr (JugLanes) lanes = NULL;
  JugPictureRef ref = { JUG_PICTURE_SPAN, 3, JUG_NO_EVENT }, picked;
  const JugSpan *spans;
  guint32 n_spans;
  JugRect bounds;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.lanes = lanes = jug_lanes_new (f.index);
  jug_lanes_move (lanes, 4, -1);
  jug_lanes_set_hidden (lanes, 2, TRUE);
  jug_picture_fixture_draw (&f);
  g_assert_cmpfloat_with_epsilon (get_name_y (&f, "main-1"), 78, 0.01);
  g_assert_cmpfloat_with_epsilon (get_name_y (&f, "hello-3"), 78 + 38, 0.01);
  g_assert_cmpfloat_with_epsilon (get_name_y (&f, "hello-2"), 78 + 2 * 38, 0.01);
  g_assert_null (jug_picture_fixture_find_label (&f, "hello-1"));

  /* Bars go with their names, and are where they can be clicked. */
  spans = jug_span_index_get_spans (f.index, 3, &n_spans);
  ref.event = spans[1].begin;
  g_assert_true (jug_timeline_layout_get_bounds (f.layout, &ref, &bounds));
  g_assert_cmpfloat (bounds.y, >, 78 + 2 * 38);
  g_assert_true (jug_timeline_layout_pick (f.layout, (double) bounds.x + 2,
                                           (double) bounds.y + 3, &picked));
  g_assert_cmpuint (picked.task, ==, 3);
  /* What is hidden has no place, but still its words. */
  ref = (JugPictureRef){ JUG_PICTURE_LANE, 2, JUG_NO_EVENT };
  g_assert_false (jug_timeline_layout_get_bounds (f.layout, &ref, &bounds));
  g_free (jug_timeline_layout_dup_description (f.layout, &ref));
}

/* What is pinned stays where it is while the others scroll under it. */
static void
test_pinned_lanes_do_not_scroll (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autoptr (JugLanes) lanes = NULL;
  JugPictureRef ref = { JUG_PICTURE_LANE, 28, JUG_NO_EVENT }, picked;
  const JugDisplayItem *items;
  guint n_items;
  JugRect chart;

  jug_picture_fixture_init (&f, jug_test_trace_gather (30));
  f.view.lanes = lanes = jug_lanes_new (f.index);
  jug_lanes_set_pinned (lanes, 28, TRUE);
  jug_lanes_set_pinned (lanes, 5, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      f.view.scroll_y = i * 400;
      jug_picture_fixture_draw (&f);
      g_assert_cmpfloat_with_epsilon (f.view.scroll_y, i * 400, 0.01);
      g_assert_cmpfloat_with_epsilon (get_name_y (&f, "hello-27"), 78, 0.01);
      g_assert_cmpfloat_with_epsilon (get_name_y (&f, "hello-4"), 78 + 38, 0.01);
      g_assert_true (jug_timeline_layout_pick (f.layout, 5, 80, &picked));
      g_assert_true (jug_picture_ref_equal (&picked, &ref));
    }
  chart = jug_timeline_layout_get_chart (f.layout);
  g_assert_cmpfloat_with_epsilon (chart.y, 78 + 2 * 38, 0.01);
  g_assert_cmpfloat_with_epsilon (chart.y + chart.height, 400, 0.01);

  /* Nothing of those that scroll is drawn over them. */
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].ref.kind == JUG_PICTURE_SPAN && items[i].ref.task != 28 &&
        items[i].ref.task != 5)
      g_assert_cmpfloat (jug_timeline_layout_row_to_y (
                             f.layout, jug_lanes_get_task_row (lanes, items[i].ref.task)),
                         >, 78 + 38);
  /* To reveal one of them scrolls nothing. */
  g_assert_false (jug_timeline_layout_reveal (f.layout, &f.view, 0, 28));
}

/* Pinning everything leaves room to scroll. */
static void
test_too_many_pinned_lanes_scroll (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autoptr (JugLanes) lanes = NULL;
  JugRect chart;

  jug_picture_fixture_init (&f, jug_test_trace_gather (30));
  f.view.lanes = lanes = jug_lanes_new (f.index);
  for (guint32 task = 1; task <= 31; task++)
    jug_lanes_set_pinned (lanes, task, TRUE);
  jug_picture_fixture_draw (&f);
  chart = jug_timeline_layout_get_chart (f.layout);
  g_assert_cmpfloat (chart.height, >=, 100);
  f.view.scroll_y = 1e9;
  jug_picture_fixture_draw (&f);
  g_assert_cmpfloat (get_name_y (&f, "hello-30"), >, chart.y);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/picture/lanes/are-as-the-index-has-them",
                   test_are_as_the_index_has_them);
  g_test_add_func ("/juggler/picture/lanes/pin-and-hide", test_pin_and_hide);
  g_test_add_func ("/juggler/picture/lanes/move", test_move);
  g_test_add_func ("/juggler/picture/lanes/take-up-new-tasks", test_take_up_new_tasks);
  g_test_add_func ("/juggler/picture/lanes/are-drawn-in-their-order",
                   test_are_drawn_in_their_order);
  g_test_add_func ("/juggler/picture/lanes/pinned-lanes-do-not-scroll",
                   test_pinned_lanes_do_not_scroll);
  g_test_add_func ("/juggler/picture/lanes/too-many-pinned-lanes-scroll",
                   test_too_many_pinned_lanes_scroll);
  return g_test_run ();
}
