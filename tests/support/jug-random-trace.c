/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces of runs that nobody wrote: whatever tasks might do, chosen by chance. */
#include "jug-random-trace.h"

#include "jug-test-trace.h"

#define MS G_GINT64_CONSTANT (1000000)
#define MAX_TASKS 60

/* A sleeping task. */
typedef struct
{
  guint32 task;
  guint32 timer;
  gint64 deadline_ns;
} Sleeper;

typedef struct
{
  JugTestTrace *t;
  GRand *rand;
  GQueue ready;      /* of task numbers */
  GArray *sleepers;  /* of Sleeper */
  GArray *cancelled; /* of gboolean, by task */
  gboolean is_timeless;
  gboolean is_ending;
} Run;

static gboolean
chance (Run *run, double probability)
{
  return g_rand_double (run->rand) < probability;
}

static void
create (Run *run)
{
  const char *const names[] = { "fetch", "parse", "a_coroutine_with_a_very_long_name",
                                "x" };
  guint32 task;

  if (run->is_ending ||
      jug_trace_get_n_tasks (jug_test_trace_get_trace (run->t)) >= MAX_TASKS)
    return;
  task = jug_test_trace_create (
      run->t, names[g_rand_int_range (run->rand, 0, G_N_ELEMENTS (names))]);
  g_array_set_size (run->cancelled, task + 1);
  g_queue_push_tail (&run->ready, GUINT_TO_POINTER (task));
}

/* Cancels a sleeper, which wakes at once. */
static void
cancel_sleeper (Run *run)
{
  guint i = (guint) g_rand_int_range (run->rand, 0, (gint32) run->sleepers->len);
  Sleeper sleeper = g_array_index (run->sleepers, Sleeper, i);
  guint32 event = jug_test_trace_cancel (run->t, sleeper.task);

  jug_test_trace_add (run->t, JUG_EVENT_TIMER_CANCEL, 0, sleeper.timer, 0);
  jug_test_trace_queue (run->t, sleeper.task, NULL, event);
  g_array_index (run->cancelled, gboolean, sleeper.task) = TRUE;
  g_array_remove_index (run->sleepers, i);
  g_queue_push_tail (&run->ready, GUINT_TO_POINTER (sleeper.task));
}

/* How a step ends. */
static void
end_step (Run *run, guint32 task)
{
  double dice = g_rand_double (run->rand);

  if (g_array_index (run->cancelled, gboolean, task))
    jug_test_trace_done (run->t, JUG_OUTCOME_CANCELLED, NULL);
  else if (run->is_ending || dice < 0.04)
    jug_test_trace_done (run->t, JUG_OUTCOME_RESULT, "'a value'");
  else if (dice < 0.06)
    jug_test_trace_done (run->t, JUG_OUTCOME_EXCEPTION, "ValueError");
  else if (dice < 0.5 || run->is_timeless)
    {
      jug_test_trace_wait (run->t, JUG_WAIT_YIELD, 0);
      g_queue_push_tail (&run->ready, GUINT_TO_POINTER (task));
    }
  else
    {
      gint64 length_ns = g_rand_int_range (run->rand, 1, 2000) * MS;
      Sleeper sleeper = { task, 0, jug_test_trace_get_time (run->t) + length_ns };

      sleeper.timer = jug_test_trace_sleep (run->t, length_ns);
      g_array_append_val (run->sleepers, sleeper);
    }
}

static void
step (Run *run, guint32 task)
{
  jug_test_trace_step (run->t, task,
                       g_array_index (run->cancelled, gboolean, task) ? "CancelledError"
                                                                      : NULL);
  if (chance (run, 0.3))
    jug_test_trace_line (run->t, 7);
  if (chance (run, 0.2))
    jug_test_trace_print (run->t, "hello");
  if (chance (run, 0.1))
    create (run);
  if (chance (run, 0.05) && !run->is_timeless)
    jug_test_trace_set_time (run->t, jug_test_trace_get_time (run->t) +
                                         g_rand_int_range (run->rand, 1, 400000000));
  if (chance (run, 0.03) && run->sleepers->len > 0)
    cancel_sleeper (run);
  end_step (run, task);
}

/* The first timers fire: all that are due at the earliest deadline. */
static void
fire (Run *run, GArray *fired)
{
  gint64 first_ns = G_MAXINT64;

  for (guint i = 0; i < run->sleepers->len; i++)
    first_ns = MIN (first_ns, g_array_index (run->sleepers, Sleeper, i).deadline_ns);
  if (first_ns > jug_test_trace_get_time (run->t))
    {
      if (!g_queue_is_empty (&run->ready))
        return;
      jug_test_trace_poll (run->t, first_ns);
    }
  for (guint i = run->sleepers->len; i-- > 0;)
    {
      Sleeper sleeper = g_array_index (run->sleepers, Sleeper, i);

      if (sleeper.deadline_ns > jug_test_trace_get_time (run->t))
        continue;
      jug_test_trace_fire (run->t, sleeper.timer, FALSE);
      g_array_append_val (fired, sleeper);
      g_array_remove_index (run->sleepers, i);
    }
}

static void
iterate (Run *run)
{
  g_autoptr (GArray) fired = g_array_new (FALSE, FALSE, sizeof (Sleeper));
  guint n;

  jug_test_trace_iteration (run->t);
  if (run->sleepers->len > 0)
    fire (run, fired);
  jug_test_trace_run (run->t);
  n = g_queue_get_length (&run->ready);
  for (guint i = 0; i < n; i++)
    step (run, GPOINTER_TO_UINT (g_queue_pop_head (&run->ready)));
  for (guint i = 0; i < fired->len; i++)
    {
      const Sleeper *sleeper = &g_array_index (fired, Sleeper, i);

      jug_test_trace_wake (run->t, sleeper->timer);
      g_queue_push_tail (&run->ready, GUINT_TO_POINTER (sleeper->task));
    }
}

JugTrace *
jug_random_trace_new (guint32 seed, guint32 n_events)
{
  Run run = {
    .t = jug_test_trace_new (),
    .rand = g_rand_new_with_seed (seed),
    .ready = G_QUEUE_INIT,
    .sleepers = g_array_new (FALSE, FALSE, sizeof (Sleeper)),
    .cancelled = g_array_new (FALSE, TRUE, sizeof (gboolean)),
    .is_timeless = seed % 7 == 3,
  };
  JugTrace *trace = jug_test_trace_get_trace (run.t);

  jug_test_trace_add (run.t, JUG_EVENT_LOOP_START, 0, 0, 0);
  for (guint i = 0; i < 3; i++)
    create (&run);
  while (!g_queue_is_empty (&run.ready) || run.sleepers->len > 0)
    {
      run.is_ending = jug_trace_get_n_events (trace) >= n_events;
      iterate (&run);
    }
  jug_test_trace_add (run.t, JUG_EVENT_LOOP_STOP, 0, 0, 0);

  g_queue_clear (&run.ready);
  g_array_unref (run.sleepers);
  g_array_unref (run.cancelled);
  g_rand_free (run.rand);
  return jug_test_trace_finish (run.t);
}
