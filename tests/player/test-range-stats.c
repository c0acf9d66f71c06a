/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in a stretch of a run: against a walk over all of its events. */
#include "jug-range-stats.h"

#include "jug-random-trace.h"
#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_SEEDS 12
#define N_RANGES 40

typedef enum
{
  NOT_THERE,
  READY,
  RUNNING,
  WAITING
} State;

typedef struct
{
  State state;
  gboolean is_queued;
  gint64 since_ns;
  guint32 n_steps;
  gint64 in_ns[4];
  gboolean is_there;
} Walk;

static JugSpanIndex *
make_index (JugTrace *trace)
{
  JugSpanIndex *index = jug_span_index_new (trace);

  g_assert_false (jug_span_index_update (index, G_MAXUINT32));
  return index;
}

static void
change (Walk *walk, const JugRange *range, State state, gint64 now_ns)
{
  gint64 from_ns = MAX (walk->since_ns, range->from_ns);
  gint64 to_ns = MIN (now_ns, range->to_ns);

  if (to_ns > from_ns)
    {
      walk->in_ns[walk->state] += to_ns - from_ns;
      walk->is_there = walk->is_there || walk->state != NOT_THERE;
    }
  walk->state = state;
  walk->since_ns = now_ns;
}

/* What one task does, told event by event. */
static Walk
walk_over (JugTrace *trace, const JugRange *range, guint32 task)
{
  guint32 n_events = jug_trace_get_n_events (trace);
  Walk walk = { .state = NOT_THERE };

  for (guint32 i = 0; i < n_events; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      gboolean is_in = i >= range->first && i < range->end;

      if (is_in && walk.state != NOT_THERE)
        walk.is_there = TRUE;
      if (event->task != task)
        continue;
      switch (event->kind)
        {
        case JUG_EVENT_TASK_CREATE:
          change (&walk, range, READY, event->time_ns);
          break;
        case JUG_EVENT_STEP:
          change (&walk, range, RUNNING, event->time_ns);
          walk.is_queued = FALSE;
          walk.n_steps += is_in;
          break;
        case JUG_EVENT_WAIT:
          change (&walk, range,
                  event->detail == JUG_WAIT_YIELD || walk.is_queued ? READY : WAITING,
                  event->time_ns);
          break;
        case JUG_EVENT_CALLBACK_QUEUE:
          if (walk.state == WAITING)
            change (&walk, range, READY, event->time_ns);
          else if (walk.state == RUNNING)
            walk.is_queued = TRUE;
          break;
        case JUG_EVENT_DONE:
          walk.is_there = walk.is_there || is_in;
          change (&walk, range, NOT_THERE, event->time_ns);
          break;
        default:
          break;
        }
      walk.is_there = walk.is_there || (is_in && walk.state != NOT_THERE);
    }
  change (&walk, range, NOT_THERE, jug_trace_get_event (trace, n_events - 1)->time_ns);
  return walk;
}

static JugRange
make_range (JugTrace *trace, GRand *rand)
{
  gint32 n_events = (gint32) jug_trace_get_n_events (trace);
  guint32 a = (guint32) g_rand_int_range (rand, 1, n_events);
  guint32 b = (guint32) g_rand_int_range (rand, 1, n_events);
  JugRange range = { .first = MIN (a, b), .end = MAX (a, b) };

  /* Somewhere between the event and the one before. */
  range.from_ns = jug_trace_get_event (trace, range.first)->time_ns;
  range.from_ns -=
      (range.from_ns - jug_trace_get_event (trace, range.first - 1)->time_ns) / 3;
  range.to_ns = jug_trace_get_event (trace, range.end)->time_ns;
  range.to_ns -= (range.to_ns - jug_trace_get_event (trace, range.end - 1)->time_ns) / 2;
  range.to_ns = MAX (range.to_ns, range.from_ns);
  return range;
}

static void
test_lanes_equal_a_walk_over_the_events (void)
{
  guint n_there = 0;

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 3000);
      g_autoptr (JugSpanIndex) index = make_index (trace);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      for (guint i = 0; i < N_RANGES; i++)
        {
          JugRange range = make_range (trace, rand);

          for (guint32 task = 1; task < jug_span_index_get_n_rows (index); task += 3)
            {
              Walk walk = walk_over (trace, &range, task);
              JugRangeLane lane;
              gboolean is_there = jug_range_stats_get_lane (index, &range, task, &lane);

              g_assert_cmpint (is_there, ==, walk.is_there);
              if (!is_there)
                continue;
              n_there++;
              g_assert_cmpuint (lane.task, ==, task);
              g_assert_cmpuint (lane.n_steps, ==, walk.n_steps);
              g_assert_cmpint (lane.running_ns, ==, walk.in_ns[RUNNING]);
              g_assert_cmpint (lane.ready_ns, ==, walk.in_ns[READY]);
              g_assert_cmpint (lane.waiting_ns, ==, walk.in_ns[WAITING]);
            }
        }
    }
  g_assert_cmpuint (n_there, >, 1000);
}

/* While something runs the loop is busy: steps, and callbacks that are none. */
static void
test_sums_equal_a_walk_over_the_events (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 3000);
      g_autoptr (JugSpanIndex) index = make_index (trace);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      for (guint i = 0; i < N_RANGES; i++)
        {
          JugRange range = make_range (trace, rand);
          JugRangeStats stats = jug_range_stats_get (index, &range);
          guint32 n_steps = 0, n_iterations = 0;
          gint64 busy_ns = 0;

          for (guint32 j = range.first; j < range.end; j++)
            {
              const JugEvent *event = jug_trace_get_event (trace, j);

              n_steps += event->kind == JUG_EVENT_STEP;
              n_iterations += event->kind == JUG_EVENT_ITERATION;
            }
          for (guint32 j = 0; j < jug_span_index_get_n_runs (index); j++)
            {
              const JugRun *run = jug_span_index_get_run (index, j);
              gint64 from_ns = MAX (run->begin_ns, range.from_ns);
              gint64 to_ns =
                  MIN (jug_trace_get_event (trace, run->end)->time_ns, range.to_ns);

              if (run->kind != JUG_RUN_IDLE && to_ns > from_ns)
                busy_ns += to_ns - from_ns;
            }
          g_assert_cmpuint (stats.n_events, ==, range.end - range.first);
          g_assert_cmpuint (stats.n_steps, ==, n_steps);
          g_assert_cmpuint (stats.n_iterations, ==, n_iterations);
          g_assert_cmpint (stats.duration_ns, ==, range.to_ns - range.from_ns);
          g_assert_cmpint (stats.busy_ns, ==, busy_ns);
        }
    }
}

static void
test_half_a_sleep (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugSpanIndex) index = make_index (trace);
  guint32 after = jug_trace_find_time (trace, SECOND / 2);
  const JugRange range = { SECOND / 2, SECOND * 3 / 4, after, after };
  JugRangeStats stats = jug_range_stats_get (index, &range);
  JugRangeLane lane;

  g_assert_false (jug_range_is_empty (&range));
  g_assert_cmpint (stats.duration_ns, ==, SECOND / 4);
  g_assert_cmpint (stats.busy_ns, ==, 0);
  g_assert_cmpuint (stats.n_events, ==, 0);
  g_assert_true (jug_range_stats_get_lane (index, &range, 2, &lane));
  g_assert_cmpint (lane.waiting_ns, ==, SECOND / 4);
  g_assert_cmpint (lane.running_ns + lane.ready_ns, ==, 0);
  g_assert_cmpuint (lane.n_steps, ==, 0);
}

static void
test_range_beyond_the_run_is_cut (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (JugSpanIndex) index = make_index (trace);
  guint32 n_events = jug_trace_get_n_events (trace);
  const JugRange range = { 0, G_MAXINT64, 0, G_MAXUINT32 };
  const JugRange beyond = { G_MAXINT64 - 1, G_MAXINT64, G_MAXUINT32 - 1, G_MAXUINT32 };
  JugRangeStats stats = jug_range_stats_get (index, &range);
  JugRangeLane lane;

  g_assert_cmpuint (stats.n_events, ==, n_events);
  g_assert_cmpint (stats.duration_ns, ==, 2 * SECOND);
  g_assert_false (jug_range_stats_get_lane (index, &range, 99, &lane));
  stats = jug_range_stats_get (index, &beyond);
  g_assert_cmpuint (stats.n_events, ==, 0);
  g_assert_cmpint (stats.duration_ns, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/player/range-stats/lanes-equal-a-walk-over-the-events",
                   test_lanes_equal_a_walk_over_the_events);
  g_test_add_func ("/juggler/player/range-stats/sums-equal-a-walk-over-the-events",
                   test_sums_equal_a_walk_over_the_events);
  g_test_add_func ("/juggler/player/range-stats/half-a-sleep", test_half_a_sleep);
  g_test_add_func ("/juggler/player/range-stats/range-beyond-the-run-is-cut",
                   test_range_beyond_the_run_is_cut);
  return g_test_run ();
}
