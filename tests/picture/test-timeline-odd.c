/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timelines that are empty, tiny, crowded, or full of what nobody expects. */
#include "jug-event-private.h"
#include "jug-loop-layout.h"
#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"
#include "jug-text-timeline.h"

#include <math.h>
#include <string.h>

#define MS G_GINT64_CONSTANT (1000000)

/* Draws it in many sizes and scales, on both axes, with everything switched on. */
static void
draw_in_all_ways (JugPictureFixture *f)
{
  const double widths[] = { 0, 1, 50, 360, 1920 };
  const double heights[] = { 0, 20, 90, 1080 };
  const double scales[] = { 0.5, 1, 2, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heights); j++)
      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
          {
            guint n_items;
            const JugDisplayItem *items;

            f->view = JUG_TIMELINE_VIEW_INIT;
            f->view.width = widths[i];
            f->view.height = heights[j];
            f->view.font_scale = scales[k];
            f->view.axis = axis;
            f->view.zoom = k == 1 ? 1e6 : 0;
            f->view.scroll_x = k == 2 ? 1e9 : 0;
            f->view.playhead = 2;
            f->view.show_playhead = TRUE;
            f->view.future = (JugFutureView) (k % 3);
            f->view.selection = (JugPictureRef){ JUG_PICTURE_LANE, 1, JUG_NO_EVENT };
            jug_picture_fixture_draw (f);
            items = jug_display_list_get_items (f->list, &n_items);
            for (guint n = 0; n < n_items; n++)
              {
                g_assert_true (isfinite (items[n].x));
                g_assert_true (isfinite (items[n].y));
                g_assert_true (isfinite (items[n].width));
                g_assert_true (isfinite (items[n].height));
              }
          }
}

static void
test_an_empty_trace (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugTrace *trace = jug_trace_new ();
  JugPictureRef ref;

  jug_trace_seal (trace);
  jug_picture_fixture_init (&f, trace);
  draw_in_all_ways (&f);
  g_assert_false (jug_timeline_layout_pick (f.layout, 500, 100, &ref));
  g_assert_cmpuint (jug_timeline_layout_x_to_event (f.layout, 500), ==, JUG_NO_EVENT);
  g_assert_false (jug_timeline_layout_reveal (f.layout, &f.view, 0, 1));
}

static void
test_one_event (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  draw_in_all_ways (&f);
  g_assert_cmpuint (jug_timeline_layout_x_to_event (f.layout, 500), ==, 0);
}

static void
test_one_task_that_never_runs (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_create (t, "main");
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  draw_in_all_ways (&f);
}

static void
test_names_long_and_from_right_to_left (void)
{
  const char *const names[] = {
    "a_coroutine_whose_name_is_longer_than_any_column_of_names_can_be_on_any_screen_at_"
    "all",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",                    /* Hebrew */
    "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 x \xd8\xb9", /* Arabic and Latin */
    "\xe2\x80\xae"
    "evil",                             /* an override of direction */
    "\xf0\x9f\xa4\xb9\xf0\x9f\xa4\xb9", /* jugglers */
    "",
    "line\nbreak\ttab",
  };
  g_auto (JugPictureFixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint32 task = jug_test_trace_create (t, names[i]);

      jug_test_trace_step (t, task, NULL);
      if (i % 2 == 0)
        jug_test_trace_sleep (t, 1500 * MS);
      else
        jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, names[i]);
    }
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  draw_in_all_ways (&f);
  f.view = JUG_TIMELINE_VIEW_INIT;
  f.view.width = 360;
  f.view.height = 400;
  jug_picture_fixture_draw (&f);
  /* Long names leave most of the width to the chart. */
  g_assert_cmpfloat (jug_timeline_layout_get_chart (f.layout).width, >=, 360 * 0.65 - 1);
}

static void
test_random_traces_in_all_ways (void)
{
  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 1500));
      draw_in_all_ways (&f);
    }
}

static void
test_times_at_the_end_of_time (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_set_time (t, JUG_EVENT_MAX_TIME_NS);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  draw_in_all_ways (&f);
}

/* A number within a limit of an event's field. */
static guint32
choose (GRand *rand, JugLimit limit, guint32 n_tasks, guint32 index)
{
  switch (limit)
    {
    case JUG_LIMIT_ZERO:
      return 0;
    case JUG_LIMIT_TASK:
      return (guint32) g_rand_int_range (rand, 0, (gint32) n_tasks + 1);
    case JUG_LIMIT_TEXT:
      return (guint32) g_rand_int_range (rand, 0, 2);
    case JUG_LIMIT_CAUSE:
      return (guint32) g_rand_int_range (rand, 0, (gint32) index + 1);
    case JUG_LIMIT_NONE:
    case JUG_LIMIT_OBJECT:
    case JUG_LIMIT_LINE:
      return (guint32) g_rand_int_range (rand, 0, 8);
    case JUG_N_LIMITS:
      break;
    }
  g_assert_not_reached ();
}

/* Events that are each valid by themselves, in an order that no loop would produce. */
static JugTrace *
make_nonsense (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  JugTrace *trace = jug_trace_new ();
  gint64 time_ns = 0;

  jug_trace_intern (trace, "3");
  for (guint32 i = 0; i < 3000; time_ns += g_rand_int_range (rand, 0, 4) * 100 * MS)
    {
      guint32 n_tasks = jug_trace_get_n_tasks (trace);
      guint8 kind = (guint8) g_rand_int_range (rand, 1, 64);
      const JugEventKindInfo *info = &jug_event_kinds[kind];
      JugEvent event = { .time_ns = time_ns, .iteration = i / 40, .kind = kind };

      if (!info->known || (info->min_task > 0 && n_tasks == 0))
        continue;
      event.detail = (guint8) g_rand_int_range (rand, 0, info->max_detail + 1);
      event.task = MAX (info->min_task, choose (rand, info->task, n_tasks, i));
      event.object = choose (rand, info->object, n_tasks, i);
      if (info->deadline_mask != 0)
        event.deadline_ns = g_rand_int_range (rand, -1, G_MAXINT32);
      else
        {
          event.text = choose (rand, info->first, n_tasks, i);
          event.cause = choose (rand, info->second, n_tasks, i) - info->second_bias;
        }

      if (kind == JUG_EVENT_TASK_CREATE)
        event.task = n_tasks + 1;
      else if (kind == JUG_EVENT_WAIT && event.detail == JUG_WAIT_TASK)
        event.object = MIN (MAX (event.object, 1), n_tasks);
      else if (kind == JUG_EVENT_DONE &&
               jug_trace_get_task (trace, event.task)->end_event != JUG_NO_EVENT)
        continue;
      g_assert_cmpuint (jug_trace_append (trace, &event), ==, i);
      i++;
    }
  jug_trace_seal (trace);
  return trace;
}

static void
test_nonsense_makes_no_trouble (void)
{
  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      g_autoptr (JugCursor) cursor = NULL;
      g_autofree char *text = NULL;
      JugLoopView loop_view = { .width = 400, .height = 300, .font_scale = 1 };
      guint n_items;

      jug_picture_fixture_init (&f, make_nonsense (seed));
      draw_in_all_ways (&f);
      f.view.height = 3000;
      f.view.future = JUG_FUTURE_FULL;
      jug_picture_fixture_draw (&f);
      jug_display_list_get_items (f.list, &n_items);
      for (guint i = 0; i < n_items; i++)
        g_free (jug_display_list_dup_accessible_text (f.list, i));

      cursor = jug_cursor_new (f.trace);
      for (guint32 event = 0; event < 3000; event += 97)
        {
          jug_cursor_seek (cursor, event);
          jug_display_list_clear (f.list);
          jug_loop_layout_draw (cursor, &loop_view, f.list);
          jug_display_list_get_items (f.list, &n_items);
          for (guint i = 0; i < n_items; i++)
            g_free (jug_display_list_dup_accessible_text (f.list, i));
        }
      jug_display_list_clear (f.list);
      text = jug_text_timeline_to_string (f.trace, NULL);
      g_assert_cmpuint (strlen (text), >, 0);
    }
}

/* A hundred thousand events on 50 lanes, of which one fails somewhere in the middle. */
static JugTrace *
make_crowd (guint32 *failure)
{
  JugTestTrace *t = jug_test_trace_new ();
  const guint32 n_tasks = 50;

  for (guint32 i = 0; i < n_tasks; i++)
    jug_test_trace_create (t, "busy");
  for (guint turn = 0; turn < 500; turn++)
    {
      jug_test_trace_iteration (t);
      jug_test_trace_run (t);
      for (guint32 task = 1; task <= n_tasks; task++)
        {
          if (task == 37 && turn > 250)
            continue;
          jug_test_trace_set_time (t, jug_test_trace_get_time (t) + 3000);
          jug_test_trace_step (t, task, NULL);
          if (task == 37 && turn == 250)
            *failure = jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
          else
            jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
        }
    }
  return jug_test_trace_finish (t);
}

static void
test_a_crowd_is_merged_but_no_error_is_lost (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 failure = 0;
  JugPictureRef ref = { JUG_PICTURE_EVENT, 37, 0 };

  jug_picture_fixture_init (&f, make_crowd (&failure));
  ref.event = failure;
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    {
      guint n_items;
      const JugDisplayItem *item;

      f.view.axis = axis;
      f.view.zoom = 0;
      f.view.width = 1920;
      f.view.height = 400;
      f.view.scroll_y = 0;
      jug_picture_fixture_draw (&f);
      /* Far fewer items than the 2,000 bars of each lane. */
      jug_display_list_get_items (f.list, &n_items);
      g_assert_cmpuint (n_items, <, 400);
      g_assert_cmpuint (jug_picture_fixture_count (&f, JUG_ITEM_DENSITY, -1), >=, 8);
      /* The lane that failed is out of sight; the loop's shows the error all the same. */
      item = jug_picture_fixture_find (&f, ref, JUG_ITEM_MARKER);
      g_assert_nonnull (item);
      g_assert_cmpuint (item->style, ==, JUG_MARKER_FLASH);
      g_assert_cmpfloat_with_epsilon (item->x + item->width / 2,
                                      jug_timeline_layout_event_to_x (f.layout, failure),
                                      1);
      /* Scrolled to, the lane has its end, though all of its bars are merged. */
      f.view.scroll_y = jug_span_index_get_task_row (f.index, 37) * 38 - 100;
      jug_picture_fixture_draw (&f);
      g_assert_nonnull (jug_picture_fixture_find (&f, ref, JUG_ITEM_BOX));
    }
}

static void
test_many_errors_are_marked_wherever_there_is_room (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();
  const guint32 n_tasks = 3000;
  const JugDisplayItem *items;
  double last = 0;
  guint n_items, n_marks = 0;

  for (guint32 i = 1; i <= n_tasks; i++)
    {
      jug_test_trace_create (t, "fails");
      jug_test_trace_set_time (t, i * MS);
      jug_test_trace_step (t, i, NULL);
      jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
    }
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  jug_picture_fixture_draw (&f);
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_MARKER && items[i].style == JUG_MARKER_FLASH)
      {
        /* Side by side without a gap. */
        if (n_marks++ > 0)
          g_assert_cmpfloat (items[i].x - last, <, 8);
        last = items[i].x;
      }
  g_assert_cmpuint (n_marks, >, 80);
  g_assert_cmpuint (n_marks, <, 200);
}

static void
test_merged_bars_keep_their_share (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();
  const JugDisplayItem *items;
  guint n_items, n_strips = 0;

  /* One task that runs a quarter of the time, in 4,000 steps, and is ready for the
   * rest. */
  jug_test_trace_create (t, "main");
  for (guint i = 0; i < 4000; i++)
    {
      jug_test_trace_set_time (t, i * 8 * MS + 6 * MS);
      jug_test_trace_step (t, 1, NULL);
      jug_test_trace_set_time (t, (i + 1) * 8 * MS);
      jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
    }
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  jug_picture_fixture_draw (&f);
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_DENSITY && items[i].fill.role == JUG_COLOR_TASK)
      {
        const guint8 *levels = jug_display_list_get_levels (f.list, &items[i]);
        guint sum = 0;

        n_strips++;
        g_assert_cmpuint (items[i].n, >, 100);
        for (guint j = 0; j < items[i].n; j++)
          sum += levels[j];
        /* Half of the room is for the steps as such, the other half for the time, of
         * which they take a quarter: five eighths are 160; but no column is fainter than
         * what can be seen. */
        g_assert_cmpuint (sum / items[i].n, >=, 160);
        g_assert_cmpuint (sum / items[i].n, <=, 208);
      }
  g_assert_cmpuint (n_strips, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/timeline-odd/an-empty-trace", test_an_empty_trace);
  g_test_add_func ("/juggler/picture/timeline-odd/one-event", test_one_event);
  g_test_add_func ("/juggler/picture/timeline-odd/one-task-that-never-runs",
                   test_one_task_that_never_runs);
  g_test_add_func ("/juggler/picture/timeline-odd/names-long-and-from-right-to-left",
                   test_names_long_and_from_right_to_left);
  g_test_add_func ("/juggler/picture/timeline-odd/random-traces-in-all-ways",
                   test_random_traces_in_all_ways);
  g_test_add_func ("/juggler/picture/timeline-odd/times-at-the-end-of-time",
                   test_times_at_the_end_of_time);
  g_test_add_func ("/juggler/picture/timeline-odd/nonsense-makes-no-trouble",
                   test_nonsense_makes_no_trouble);
  g_test_add_func ("/juggler/picture/timeline-odd/a-crowd-is-merged-but-no-error-is-lost",
                   test_a_crowd_is_merged_but_no_error_is_lost);
  g_test_add_func (
      "/juggler/picture/timeline-odd/many-errors-are-marked-wherever-there-is-room",
      test_many_errors_are_marked_wherever_there_is_room);
  g_test_add_func ("/juggler/picture/timeline-odd/merged-bars-keep-their-share",
                   test_merged_bars_keep_their_share);
  return g_test_run ();
}
