/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of a trace's lanes: what is in it, and that it does not matter how it is
 * built. */
#include "jug-span-index.h"

#include "jug-random-trace.h"
#include "jug-test-trace.h"

#define N_SEEDS 12

static JugSpanIndex *
make_index (JugTrace *trace)
{
  JugSpanIndex *index = jug_span_index_new (trace);

  g_assert_false (jug_span_index_update (index, G_MAXUINT32));
  return index;
}

static const JugEvent *
get_event (JugSpanIndex *index, guint32 event)
{
  return jug_trace_get_event (jug_span_index_get_trace (index), event);
}

/* A lane as letters: ready, running, waiting. */
static char *
dup_states (JugSpanIndex *index, guint32 task)
{
  GString *states = g_string_new (NULL);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, task, &n_spans);

  for (guint32 i = 0; i < n_spans; i++)
    g_string_append_c (states, "rRw"[spans[i].state]);
  return g_string_free (states, FALSE);
}

static void
assert_states (JugSpanIndex *index, guint32 task, const char *expected)
{
  g_autofree char *states = dup_states (index, task);

  g_assert_cmpstr (states, ==, expected);
}

static void
test_is_empty_without_events (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (JugSpanIndex) index = make_index (trace);
  guint32 n;

  g_assert_cmpuint (jug_span_index_get_n_events (index), ==, 0);
  g_assert_cmpuint (jug_span_index_get_n_rows (index), ==, 1);
  g_assert_cmpuint (jug_span_index_get_n_runs (index), ==, 0);
  g_assert_cmpuint (jug_span_index_find_run (index, 0), ==, G_MAXUINT32);
  g_assert_cmpfloat_with_epsilon (jug_span_index_get_units (index, 0, TRUE), 0, 1e-9);
  g_assert_null (jug_span_index_get_spans (index, 1, &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_follows_tasks_through_their_states (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugSpanIndex) index = make_index (trace);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, 2, &n_spans);

  /* main is ready, runs, waits for the gather, is ready, runs to its end; so do its
   * children. */
  assert_states (index, 1, "rRwrR");
  assert_states (index, 2, "rRwrR");
  g_assert_cmpuint (get_event (index, spans[0].begin)->kind, ==, JUG_EVENT_TASK_CREATE);
  g_assert_cmpuint (get_event (index, spans[1].begin)->kind, ==, JUG_EVENT_STEP);
  g_assert_cmpuint (get_event (index, spans[2].begin)->kind, ==, JUG_EVENT_WAIT);
  g_assert_cmpuint (get_event (index, spans[3].begin)->kind, ==,
                    JUG_EVENT_CALLBACK_QUEUE);
  g_assert_cmpint (spans[3].begin_ns, ==, 1000000000);
  g_assert_cmpuint (jug_span_index_get_span_end (index, 2, 4), ==,
                    jug_trace_get_task (trace, 2)->end_event);
}

static void
test_counts_runs_of_the_loop (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugSpanIndex) index = make_index (trace);
  guint counts[3] = { 0 };
  guint32 n;

  for (guint32 i = 0; i < jug_span_index_get_n_runs (index); i++)
    counts[jug_span_index_get_run (index, i)->kind]++;
  /* Two steps of each task; a timer and a callback of the gather per child, one stop. */
  g_assert_cmpuint (counts[JUG_RUN_STEP], ==, 8);
  g_assert_cmpuint (counts[JUG_RUN_CALLBACK], ==, 7);
  g_assert_cmpuint (counts[JUG_RUN_IDLE], ==, 3);
  g_assert_cmpuint (jug_span_index_get_n_iterations (index), ==, 13);
  jug_span_index_get_prints (index, &n);
  g_assert_cmpuint (n, ==, 6);
  jug_span_index_get_errors (index, &n);
  g_assert_cmpuint (n, ==, 0);
  /* No step took time, so each has room on the time axis: 4 units, a callback 1. */
  g_assert_cmpuint (jug_span_index_get_total_units (index, TRUE), ==, 8 * 4 + 7);
  /* On the steps axis idle time has room as well. */
  g_assert_cmpuint (jug_span_index_get_total_units (index, FALSE), ==,
                    8 * 4 + 7 * 2 + 3 * 4);
}

static void
test_puts_children_below_their_parent (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugSpanIndex) index = NULL;
  const guint32 expected[] = { 0, 1, 2, 4, 3, 5 };
  const guint32 depths[] = { 0, 0, 1, 2, 1, 0 };

  jug_test_trace_create (t, "first");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_create (t, "child");
  jug_test_trace_create (t, "other_child");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, 2, NULL);
  jug_test_trace_create (t, "grandchild");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_create (t, "second");
  trace = jug_test_trace_finish (t);
  index = make_index (trace);

  g_assert_cmpuint (jug_span_index_get_n_rows (index), ==, G_N_ELEMENTS (expected));
  for (guint32 row = 0; row < G_N_ELEMENTS (expected); row++)
    {
      guint32 task = jug_span_index_get_row_task (index, row);

      g_assert_cmpuint (task, ==, expected[row]);
      g_assert_cmpuint (jug_span_index_get_task_row (index, task), ==, row);
      g_assert_cmpuint (jug_span_index_get_depth (index, task), ==, depths[row]);
    }
  g_assert_true (jug_span_index_has_children (index, 2));
  g_assert_false (jug_span_index_has_children (index, 3));
  g_assert_cmpuint (jug_span_index_get_task_row (index, 6), ==, JUG_NO_ROW);
}

static void
test_a_yield_makes_ready_at_once (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugSpanIndex) index = NULL;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  trace = jug_test_trace_finish (t);
  index = make_index (trace);
  assert_states (index, 1, "rRrR");
}

static void
test_an_eager_task_runs_inside_its_creator (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugSpanIndex) index = NULL;
  const guint32 tasks[] = { 1, 2, 1 };
  JugSpanSum sum;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TASK_CREATE,
                     .task = 2,
                     .object = 1,
                     .detail = 1,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), "eager"),
                     .cause = JUG_NO_EVENT });
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_STEP, .task = 2, .cause = JUG_NO_EVENT });
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_DONE, .task = 2, .cause = JUG_NO_EVENT });
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_DONE, .task = 1, .cause = JUG_NO_EVENT });
  trace = jug_test_trace_finish (t);
  index = make_index (trace);

  assert_states (index, 1, "rR");
  assert_states (index, 2, "rR");
  g_assert_cmpuint (jug_span_index_get_n_runs (index), ==, G_N_ELEMENTS (tasks));
  for (guint32 i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_assert_cmpuint (jug_span_index_get_run (index, i)->task, ==, tasks[i]);
  /* The creator's step has the room of all three parts. */
  jug_span_index_sum_spans (index, 1, 0, 2, &sum);
  g_assert_cmpint (sum.running_marks, ==, 3 * JUG_SPAN_STEP_UNITS);
  jug_span_index_sum_spans (index, 2, 0, 2, &sum);
  g_assert_cmpint (sum.running_marks, ==, JUG_SPAN_STEP_UNITS);
}

static void
test_follows_causes_to_their_origin (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (JugSpanIndex) index = make_index (trace);
  guint32 n_spans, origin;
  const JugSpan *spans = jug_span_index_get_spans (index, 1, &n_spans);

  /* main goes on because of the last child's end, by way of the gather. */
  origin = jug_span_index_get_origin (index, spans[3].begin);
  g_assert_cmpuint (get_event (index, origin)->kind, ==, JUG_EVENT_DONE);
  g_assert_cmpuint (get_event (index, origin)->task, ==, 3);
  /* A sleeper goes on because of its timer. */
  spans = jug_span_index_get_spans (index, 2, &n_spans);
  origin = jug_span_index_get_origin (index, spans[3].begin);
  g_assert_cmpuint (get_event (index, origin)->kind, ==, JUG_EVENT_TIMER_FIRE);
  /* What it waited for was made by sleep(1). */
  origin = jug_span_index_get_future (index, spans[2].begin);
  g_assert_cmpuint (get_event (index, origin)->kind, ==, JUG_EVENT_FUTURE_CREATE);
  g_assert_cmpuint (get_event (index, origin)->detail, ==, JUG_PURPOSE_SLEEP);
}

static void
test_a_yield_has_no_origin (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugSpanIndex) index = NULL;
  guint32 n_spans;
  const JugSpan *spans;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_create (t, "child");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, 2, NULL);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  trace = jug_test_trace_finish (t);
  index = make_index (trace);
  spans = jug_span_index_get_spans (index, 2, &n_spans);
  g_assert_cmpuint (n_spans, ==, 3);
  g_assert_cmpuint (jug_span_index_get_origin (index, spans[2].begin), ==, JUG_NO_EVENT);
}

static void
test_remembers_errors_and_cancels (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugSpanIndex) index = NULL;
  const guint32 *found;
  guint32 n;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_create (t, "child");
  jug_test_trace_cancel (t, 2);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  jug_test_trace_step (t, 2, "CancelledError");
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, NULL);
  trace = jug_test_trace_finish (t);
  index = make_index (trace);

  found = jug_span_index_get_errors (index, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (found[0], ==, jug_trace_get_task (trace, 1)->end_event);
  found = jug_span_index_get_cancels (index, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (get_event (index, found[0])->kind, ==, JUG_EVENT_CANCEL);
}

/* Properties, on random traces */

static void
assert_equal (JugSpanIndex *a, JugSpanIndex *b)
{
  g_assert_cmpuint (jug_span_index_get_n_rows (a), ==, jug_span_index_get_n_rows (b));
  g_assert_cmpuint (jug_span_index_get_n_runs (a), ==, jug_span_index_get_n_runs (b));
  for (guint32 i = 0; i < jug_span_index_get_n_runs (a); i++)
    g_assert_cmpmem (jug_span_index_get_run (a, i), sizeof (JugRun),
                     jug_span_index_get_run (b, i), sizeof (JugRun));
  for (guint32 row = 0; row < jug_span_index_get_n_rows (a); row++)
    {
      guint32 task = jug_span_index_get_row_task (a, row), n_a, n_b;
      const JugSpan *spans_a = jug_span_index_get_spans (a, task, &n_a);
      const JugSpan *spans_b = jug_span_index_get_spans (b, task, &n_b);

      g_assert_cmpuint (task, ==, jug_span_index_get_row_task (b, row));
      g_assert_cmpuint (n_a, ==, n_b);
      if (n_a > 0)
        g_assert_cmpmem (spans_a, n_a * sizeof (JugSpan), spans_b,
                         n_b * sizeof (JugSpan));
    }
}

static void
test_growing_makes_no_difference (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 3000);
      g_autoptr (JugSpanIndex) whole = make_index (trace);
      g_autoptr (JugSpanIndex) grown = jug_span_index_new (trace);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      while (jug_span_index_update (grown, (guint32) g_rand_int_range (rand, 1, 97)))
        ;
      assert_equal (whole, grown);
    }
}

static void
test_lanes_have_no_gaps (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 3000);
      g_autoptr (JugSpanIndex) index = make_index (trace);

      for (guint32 task = 1; task < jug_span_index_get_n_rows (index); task++)
        {
          guint32 n_spans;
          const JugSpan *spans = jug_span_index_get_spans (index, task, &n_spans);

          g_assert_cmpuint (n_spans, >, 0);
          for (guint32 i = 0; i < n_spans; i++)
            {
              guint32 end = jug_span_index_get_span_end (index, task, i);

              g_assert_cmpuint (spans[i].begin, <, end);
              g_assert_cmpuint (jug_span_index_find_span (index, task, spans[i].begin),
                                ==, i);
              g_assert_cmpuint (jug_span_index_find_span (index, task, end - 1), ==, i);
              g_assert_cmpuint (jug_span_index_lower_span (index, task, spans[i].begin),
                                ==, i);
              if (i > 0)
                g_assert_cmpuint (spans[i].state, !=, spans[i - 1].state);
            }
          g_assert_cmpuint (jug_span_index_find_span (
                                index, task, jug_span_index_get_end_event (index, task)),
                            ==, G_MAXUINT32);
        }
    }
}

static void
test_units_never_go_back (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 3000);
      g_autoptr (JugSpanIndex) index = make_index (trace);
      guint32 n_events = jug_span_index_get_n_events (index);

      for (guint marks = 0; marks < 2; marks++)
        {
          double last = 0;

          for (guint32 i = 0; i < n_events; i++)
            {
              double units = jug_span_index_get_units (index, i, marks == 1);

              g_assert_cmpfloat (units, >=, last);
              last = units;
            }
          g_assert_cmpfloat_with_epsilon (
              last, jug_span_index_get_total_units (index, marks == 1), 1e-9);
        }
    }
}

static void
test_sums_equal_what_they_sum_up (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 20000);
      g_autoptr (JugSpanIndex) index = make_index (trace);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint32 n_spans;
      guint32 task = 1 + seed % 3;

      jug_span_index_get_spans (index, task, &n_spans);
      for (guint i = 0; i < 50; i++)
        {
          guint32 first = (guint32) g_rand_int_range (rand, 0, (gint32) n_spans + 1);
          guint32 last =
              (guint32) g_rand_int_range (rand, (gint32) first, (gint32) n_spans + 1);
          JugSpanSum sum, one, plain = { 0 };

          jug_span_index_sum_spans (index, task, first, last, &sum);
          for (guint32 j = first; j < last; j++)
            {
              jug_span_index_sum_spans (index, task, j, j + 1, &one);
              plain.running_ns += one.running_ns;
              plain.ready_ns += one.ready_ns;
              plain.running_marks += one.running_marks;
              plain.running_rooms += one.running_rooms;
              plain.n_running += one.n_running;
              plain.n_ready += one.n_ready;
            }
          g_assert_cmpmem (&sum, sizeof sum, &plain, sizeof plain);
        }
    }
}

/* All that a run says of itself, without a sum that was kept. */
static gint64
sum_busy_plainly (JugSpanIndex *index, guint32 event, gint64 time_ns)
{
  gint64 busy_ns = 0;

  for (guint32 i = 0; i < jug_span_index_get_n_runs (index); i++)
    {
      const JugRun *run = jug_span_index_get_run (index, i);

      if (run->kind == JUG_RUN_IDLE || run->begin > event)
        continue;
      busy_ns -= run->begin_ns;
      busy_ns += event >= run->end ? get_event (index, run->end)->time_ns : time_ns;
    }
  return busy_ns;
}

static void
test_busy_time_equals_what_it_sums_up (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 3000);
      g_autoptr (JugSpanIndex) index = make_index (trace);
      guint32 n_events = jug_span_index_get_n_events (index), n_steps = 0;

      for (guint32 i = 0; i < n_events; i += 7)
        {
          gint64 now_ns = get_event (index, i)->time_ns;
          gint64 next_ns = i + 1 < n_events ? get_event (index, i + 1)->time_ns : now_ns;
          gint64 time_ns = now_ns + (next_ns - now_ns) / 3;

          g_assert_cmpuint (jug_span_index_count_steps (index, i), ==, n_steps);
          for (guint32 j = i; j < MIN (i + 7, n_events); j++)
            n_steps += get_event (index, j)->kind == JUG_EVENT_STEP;
          g_assert_cmpint (jug_span_index_get_busy_time (index, i, now_ns), ==,
                           sum_busy_plainly (index, i, now_ns));
          g_assert_cmpint (jug_span_index_get_busy_time (index, i, time_ns), ==,
                           sum_busy_plainly (index, i, time_ns));
        }
    }
}

/* Steps of 99 ms, 100 ms and 3 s, and a wait of 5 s. */
static void
test_tells_what_blocks_the_loop (void)
{
  const gint64 lengths_ns[] = { JUG_SLOW_RUN_NS - 1, JUG_SLOW_RUN_NS,
                                30 * JUG_SLOW_RUN_NS };
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugSpanIndex) index = NULL;
  g_autoptr (JugTrace) trace = NULL;
  guint32 tasks[G_N_ELEMENTS (lengths_ns)], n_slow;
  const guint32 *slow;

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = jug_test_trace_create (t, "busy");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      jug_test_trace_step (t, tasks[i], NULL);
      jug_test_trace_set_time (t, jug_test_trace_get_time (t) + lengths_ns[i]);
      jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
    }
  jug_test_trace_iteration (t);
  jug_test_trace_poll (t, jug_test_trace_get_time (t) + 50 * JUG_SLOW_RUN_NS);
  jug_test_trace_run (t);
  trace = jug_test_trace_finish (t);
  index = make_index (trace);

  slow = jug_span_index_get_slow_runs (index, &n_slow);
  g_assert_cmpuint (n_slow, ==, 2);
  g_assert_cmpuint (jug_span_index_get_run (index, slow[0])->task, ==, tasks[1]);
  g_assert_cmpuint (jug_span_index_get_run (index, slow[1])->task, ==, tasks[2]);
  g_assert_cmpint (jug_span_index_get_busy_time (index,
                                                 jug_span_index_get_n_events (index) - 1,
                                                 jug_span_index_get_end_time (index)),
                   ==, 32 * JUG_SLOW_RUN_NS - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/trace/span-index/is-empty-without-events",
                   test_is_empty_without_events);
  g_test_add_func ("/juggler/trace/span-index/follows-tasks-through-their-states",
                   test_follows_tasks_through_their_states);
  g_test_add_func ("/juggler/trace/span-index/counts-runs-of-the-loop",
                   test_counts_runs_of_the_loop);
  g_test_add_func ("/juggler/trace/span-index/puts-children-below-their-parent",
                   test_puts_children_below_their_parent);
  g_test_add_func ("/juggler/trace/span-index/a-yield-makes-ready-at-once",
                   test_a_yield_makes_ready_at_once);
  g_test_add_func ("/juggler/trace/span-index/an-eager-task-runs-inside-its-creator",
                   test_an_eager_task_runs_inside_its_creator);
  g_test_add_func ("/juggler/trace/span-index/follows-causes-to-their-origin",
                   test_follows_causes_to_their_origin);
  g_test_add_func ("/juggler/trace/span-index/a-yield-has-no-origin",
                   test_a_yield_has_no_origin);
  g_test_add_func ("/juggler/trace/span-index/remembers-errors-and-cancels",
                   test_remembers_errors_and_cancels);
  g_test_add_func ("/juggler/trace/span-index/growing-makes-no-difference",
                   test_growing_makes_no_difference);
  g_test_add_func ("/juggler/trace/span-index/lanes-have-no-gaps",
                   test_lanes_have_no_gaps);
  g_test_add_func ("/juggler/trace/span-index/units-never-go-back",
                   test_units_never_go_back);
  g_test_add_func ("/juggler/trace/span-index/sums-equal-what-they-sum-up",
                   test_sums_equal_what_they_sum_up);
  g_test_add_func ("/juggler/trace/span-index/busy-time-equals-what-it-sums-up",
                   test_busy_time_equals_what_it_sums_up);
  g_test_add_func ("/juggler/trace/span-index/tells-what-blocks-the-loop",
                   test_tells_what_blocks_the_loop);
  return g_test_run ();
}
