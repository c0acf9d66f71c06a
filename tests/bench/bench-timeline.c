/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to index a long trace and to lay out what a window shows of it. */
#include "jug-minimap-layout.h"
#include "jug-test-trace.h"
#include "jug-timeline-layout.h"

#include <malloc.h>
#include <time.h>

enum
{
  N_EVENTS = 1000000,
  N_TASKS = 1000,
  N_FRAMES = 40,
  WIDTH = 1920,
  HEIGHT = 1080
};

/* Time of this program alone: what else the machine does would only blur it. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* A run in which every task only yields: as many bars as there can be. */
static JugTrace *
make_busy_trace (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  guint32 first;

  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  first = jug_test_trace_create (t, "busy");
  for (guint i = 1; i < N_TASKS; i++)
    jug_test_trace_create (t, "busy");
  while (jug_trace_get_n_events (trace) + 8 * N_TASKS < N_EVENTS)
    {
      jug_test_trace_iteration (t);
      jug_test_trace_run (t);
      for (guint i = 0; i < N_TASKS; i++)
        {
          jug_test_trace_set_time (t,
                                   jug_test_trace_get_time (t) + 1000 + 137 * (i % 13));
          jug_test_trace_step (t, first + i, NULL);
          jug_test_trace_set_time (t, jug_test_trace_get_time (t) + 900 + 731 * (i % 7));
          jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
        }
    }
  return jug_test_trace_finish (t);
}

typedef struct
{
  JugTimelineLayout *layout;
  JugDisplayList *list;
  guint most_items;
} Bench;

/* One frame: what a window does when the view has changed. */
static double
lay_out (Bench *bench, const JugTimelineView *view)
{
  double start = now_ms ();
  guint n_items;

  jug_display_list_clear (bench->list);
  jug_timeline_layout_set_view (bench->layout, view);
  jug_timeline_layout_draw (bench->layout, bench->list);
  jug_timeline_layout_draw_overlay (bench->layout, bench->list);
  start = now_ms () - start;
  jug_display_list_get_items (bench->list, &n_items);
  bench->most_items = MAX (bench->most_items, n_items);
  return start;
}

static void
print_frames (Bench *bench, const char *what, double *times)
{
  qsort (times, N_FRAMES, sizeof *times, compare_doubles);
  g_print ("  %-34s %6.2f ms median, %6.2f ms worst, %6u items at most\n", what,
           times[N_FRAMES / 2], times[N_FRAMES - 1], bench->most_items);
  bench->most_items = 0;
}

static void
measure_views (JugSpanIndex *index, JugAxis axis)
{
  g_autoptr (JugTimelineLayout) layout = jug_timeline_layout_new (index);
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  Bench bench = { layout, list, 0 };
  JugTimelineView view = JUG_TIMELINE_VIEW_INIT;
  double times[N_FRAMES];
  double fit;

  view.axis = axis;
  view.width = WIDTH;
  view.height = HEIGHT;
  view.show_playhead = TRUE;
  view.playhead = N_EVENTS / 2;
  view.future = JUG_FUTURE_FAINT;
  view.selection = (JugPictureRef){ JUG_PICTURE_LANE, N_TASKS / 2, JUG_NO_EVENT };
  view.scroll_y = 12345;
  jug_timeline_layout_set_view (layout, &view);
  fit = jug_timeline_layout_get_fit_zoom (layout);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double middle = jug_timeline_layout_get_chart (layout).x + WIDTH / 2;

      times[i] = lay_out (&bench, &view);
      view = *jug_timeline_layout_get_view (layout);
      jug_timeline_layout_zoom_about (layout, &view, 1.35, middle);
    }
  print_frames (&bench, "zoom, from all to the closest", times);

  for (guint level = 0; level < 3; level++)
    {
      const double factors[] = { 1, 30, 1000 };
      g_autofree char *what =
          g_strdup_printf ("pan along time, at %g times fit", factors[level]);

      view.zoom = fit * factors[level];
      for (guint i = 0; i < N_FRAMES; i++)
        {
          view.scroll_x = jug_timeline_layout_get_content_width (layout) * i / N_FRAMES;
          times[i] = lay_out (&bench, &view);
        }
      print_frames (&bench, what, times);
    }

  view.zoom = fit * 3;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      view.scroll_y = jug_timeline_layout_get_content_height (layout) * i / N_FRAMES;
      times[i] = lay_out (&bench, &view);
    }
  print_frames (&bench, "pan over tasks", times);
}

/* The run in a strip: its two layers, of which the first is kept while one scrolls. */
static void
measure_minimap (JugSpanIndex *index, JugAxis axis)
{
  g_autoptr (JugTimelineLayout) layout = jug_timeline_layout_new (index);
  g_autoptr (JugMinimapLayout) minimap = jug_minimap_layout_new (index);
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  JugTimelineView view = JUG_TIMELINE_VIEW_INIT;
  Bench bench = { layout, list, 0 };
  double times[2][N_FRAMES];

  view.axis = axis;
  view.width = WIDTH;
  view.height = HEIGHT;
  jug_timeline_layout_set_view (layout, &view);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = now_ms ();

      jug_display_list_clear (list);
      jug_minimap_layout_follow (minimap, layout, WIDTH);
      jug_minimap_layout_draw (minimap, list);
      times[0][i] = now_ms () - start;
      jug_display_list_get_items (list, &bench.most_items);
      start = now_ms ();
      jug_display_list_clear (list);
      jug_minimap_layout_follow (minimap, layout, WIDTH);
      jug_minimap_layout_draw_overlay (minimap, list);
      times[1][i] = now_ms () - start;
    }
  print_frames (&bench, "minimap: the run", times[0]);
  print_frames (&bench, "minimap: what lies over it", times[1]);
}

static void
measure (const char *name, JugTrace *trace)
{
  gsize before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  double start = now_ms ();
  g_autoptr (JugSpanIndex) index = jug_span_index_new (trace);
  double bytes;

  jug_span_index_update (index, G_MAXUINT32);
  start = now_ms () - start;
  bytes = (double) (mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before);
  g_print ("%s: %u events, %u tasks, %u runs\n", name, jug_trace_get_n_events (trace),
           jug_trace_get_n_tasks (trace), jug_span_index_get_n_runs (index));
  g_print ("  index: %.0f ms, %.1f bytes per event\n", start,
           bytes / jug_trace_get_n_events (trace));
  g_print (" time axis\n");
  measure_views (index, JUG_AXIS_TIME);
  measure_minimap (index, JUG_AXIS_TIME);
  g_print (" steps axis\n");
  measure_views (index, JUG_AXIS_STEPS);
  measure_minimap (index, JUG_AXIS_STEPS);
}

int
main (int argc, char *argv[])
{
  g_autoptr (JugTrace) sleepers = jug_test_trace_large (N_TASKS, N_EVENTS);
  g_autoptr (JugTrace) busy = make_busy_trace ();

  g_print ("Timeline at %dx%d, processor time of one layout per frame\n", WIDTH, HEIGHT);
  measure ("sleepers", sleepers);
  measure ("busy", busy);
  return 0;
}
