/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workloads W1 to W6 on the native task layer: spawn, yield, sleep, queue, idle,
 * gather. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "jug-gather.h"
#include "jug-queue.h"
#include "jug-run.h"
#include "jug-sleep.h"

enum
{
  SPAWNED = 1000000,
  ALIVE = 10000,
  YIELDS = 10000000,
  SLEEPERS = 100000,
  ITEMS = 1000000,
  IDLE = 100000,
  CHILDREN = 100000,
  REPEATS = 5,
  WARM_UP = 10 /* before it is measured, a tenth of a workload is run */
};

typedef struct
{
  gint64 number;
} Number;

static gint64 sink;
static double result_ns;
static gint64 n_yields = YIELDS;
static guint part = WARM_UP; /* what is run now is the whole divided by this */

static gint64
cpu_ns (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * JUG_NS_PER_SECOND +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * G_GINT64_CONSTANT (1000);
}

/* Bytes of a "Name:  123 kB" line of /proc/self/status. */
static gint64
status_bytes (const char *name)
{
  g_autofree char *status = NULL;
  char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);
  return line ? g_ascii_strtoll (line + strlen (name) + 1, NULL, 10) * 1024 : 0;
}

/* The delays that every peer uses: 0 to 999,999 microseconds. */
static guint32
next_delay_us (guint32 *state)
{
  *state = (*state * 1103515245u + 12345u) & 0x7fffffffu;
  return (*state >> 8) % 1000000u;
}

static JugTask *
spawn (const char *name, JugCoroutineFunc func, gint64 number)
{
  Number arguments = { number };

  return jug_task_new (jug_loop_get_current (),
                       jug_coroutine_new (name, func, &arguments, sizeof arguments, NULL),
                       NULL, NULL);
}

static gboolean
await_and_drop (JugTask *task, GError **error)
{
  gboolean ok = jug_await (task, NULL, error);

  jug_task_unref (task);
  return ok;
}

static gboolean
trivial (gpointer data, JugValue *result, GError **error)
{
  sink += ((Number *) data)->number;
  return TRUE;
}

static gboolean
run_w1 (gpointer data, JugValue *result, GError **error)
{
  g_autofree JugTask **tasks = g_new (JugTask *, ALIVE);
  gint64 start = jug_clock_system_ns ();

  for (guint done = 0; done < SPAWNED / part; done += ALIVE)
    {
      for (guint i = 0; i < ALIVE; i++)
        tasks[i] = spawn ("trivial", trivial, i);
      for (guint i = 0; i < ALIVE; i++)
        if (!await_and_drop (tasks[i], error))
          return FALSE;
    }
  result_ns = (double) (jug_clock_system_ns () - start) / SPAWNED;
  return TRUE;
}

static gboolean
yielder (gpointer data, JugValue *result, GError **error)
{
  for (gint64 left = ((Number *) data)->number; left > 0; left--)
    if (!jug_await (jug_sleep (0), NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
yield_among (guint n_tasks, GError **error)
{
  g_autofree JugTask **tasks = g_new (JugTask *, n_tasks);
  gint64 start = jug_clock_system_ns ();

  for (guint i = 0; i < n_tasks; i++)
    tasks[i] = spawn ("yielder", yielder, n_yields / part / n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    if (!await_and_drop (tasks[i], error))
      return FALSE;
  result_ns = (double) (jug_clock_system_ns () - start) / n_yields;
  return TRUE;
}

static gboolean
run_w2a (gpointer data, JugValue *result, GError **error)
{
  return yield_among (2, error);
}

static gboolean
run_w2b (gpointer data, JugValue *result, GError **error)
{
  return yield_among (1000, error);
}

static gboolean
sleeper (gpointer data, JugValue *result, GError **error)
{
  return jug_await (jug_sleep (((Number *) data)->number / 1e6), NULL, error);
}

static gboolean
run_w3 (gpointer data, JugValue *result, GError **error)
{
  g_autofree JugTask **tasks = g_new (JugTask *, SLEEPERS);
  guint32 state = 12345;
  gint64 start = cpu_ns ();

  for (guint i = 0; i < SLEEPERS; i++)
    tasks[i] = spawn ("sleeper", sleeper, next_delay_us (&state));
  for (guint i = 0; i < SLEEPERS; i++)
    if (!await_and_drop (tasks[i], error))
      return FALSE;
  result_ns = (double) (cpu_ns () - start) / SLEEPERS;
  return TRUE;
}

typedef struct
{
  JugQueue *queue;
} End;

static gboolean
producer (gpointer data, JugValue *result, GError **error)
{
  JugQueue *queue = ((End *) data)->queue;

  for (guint i = 0; i < ITEMS / part; i++)
    if (!jug_await (jug_queue_put (queue, JUG_INT (i)), NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
consumer (gpointer data, JugValue *result, GError **error)
{
  JugQueue *queue = ((End *) data)->queue;

  for (guint i = 0; i < ITEMS / part; i++)
    {
      JugValue item = JUG_NONE;

      if (!jug_await (jug_queue_get (queue), &item, error))
        return FALSE;
      sink += item.i;
    }
  return TRUE;
}

static gboolean
pass_items (guint capacity, GError **error)
{
  JugLoop *loop = jug_loop_get_current ();
  End end = { jug_queue_new (loop, capacity, NULL) };
  gint64 start = jug_clock_system_ns ();
  JugTask *out = jug_task_new (
      loop, jug_coroutine_new ("consumer", consumer, &end, sizeof end, NULL), NULL, NULL);
  JugTask *in = jug_task_new (
      loop, jug_coroutine_new ("producer", producer, &end, sizeof end, NULL), NULL, NULL);
  gboolean ok = await_and_drop (in, error) && await_and_drop (out, error);

  result_ns = (double) (jug_clock_system_ns () - start) / ITEMS;
  jug_queue_unref (end.queue);
  return ok;
}

static gboolean
run_w4a (gpointer data, JugValue *result, GError **error)
{
  return pass_items (1, error);
}

static gboolean
run_w4b (gpointer data, JugValue *result, GError **error)
{
  return pass_items (128, error);
}

static gboolean
run_w5 (gpointer data, JugValue *result, GError **error)
{
  g_autofree JugTask **tasks = g_new (JugTask *, IDLE);
  gint64 before = status_bytes ("VmRSS:");

  for (guint i = 0; i < IDLE; i++)
    tasks[i] = spawn ("sleeper", sleeper, G_GINT64_CONSTANT (3600) * 1000000);
  if (!jug_await (jug_sleep (0), NULL, error))
    return FALSE;
  result_ns = (double) (status_bytes ("VmRSS:") - before) / IDLE;
  for (guint i = 0; i < IDLE; i++)
    jug_task_unref (tasks[i]);
  return TRUE;
}

static int
compare_doubles (const void *a, const void *b)
{
  return (*(const double *) a > *(const double *) b) -
         (*(const double *) a < *(const double *) b);
}

static gboolean
run_w6 (gpointer data, JugValue *result, GError **error)
{
  JugLoop *loop = jug_loop_get_current ();
  g_autofree gpointer *children = g_new (gpointer, CHILDREN);
  double times[REPEATS];

  for (guint repeat = 0; repeat < REPEATS; repeat++)
    {
      gint64 start = jug_clock_system_ns ();
      g_autoptr (JugFuture) all = NULL;

      for (guint i = 0; i < CHILDREN; i++)
        {
          Number arguments = { i };

          children[i] =
              jug_coroutine_new ("trivial", trivial, &arguments, sizeof arguments, NULL);
        }
      all = jug_gather (loop, CHILDREN, children, FALSE, NULL);
      if (!jug_await (all, NULL, error))
        return FALSE;
      times[repeat] = (double) (jug_clock_system_ns () - start) / CHILDREN;
    }
  qsort (times, REPEATS, sizeof *times, compare_doubles);
  result_ns = times[REPEATS / 2];
  return TRUE;
}

/* W6 warms up by itself; W3 and W5 are about what is done for the first time. */
static const struct
{
  const char *name;
  JugCoroutineFunc func;
  gboolean needs_warm_up;
} workloads[] = {
  { "W1", run_w1, TRUE },  { "W2a", run_w2a, TRUE }, { "W2b", run_w2b, TRUE },
  { "W3", run_w3, FALSE }, { "W4a", run_w4a, TRUE }, { "W4b", run_w4b, TRUE },
  { "W5", run_w5, FALSE }, { "W6", run_w6, FALSE },
};

/* Runs a part of the workload, then all of it; the last one's figure counts.  A trace has
 * no room for more than all of it. */
static gboolean
run_workload (gpointer data, JugValue *result, GError **error)
{
  guint index = *(guint *) data;

  if (workloads[index].needs_warm_up && !JUG_LOOP_FRONT (jug_loop_get_current ())->trace)
    {
      part = WARM_UP;
      if (!workloads[index].func (NULL, result, error))
        return FALSE;
    }
  part = 1;
  return workloads[index].func (NULL, result, error);
}

/* Prints "WORKLOAD FIGURE"; one workload a process, so that none pays for another's
 * memory. */
int
main (int argc, char **argv)
{
  gboolean is_traced = argc > 2 && g_str_equal (argv[2], "--traced");

  for (guint i = 0; i < G_N_ELEMENTS (workloads); i++)
    {
      g_autoptr (GMainContext) context = NULL;
      g_autoptr (JugLoop) loop = NULL;
      g_autoptr (JugTrace) trace = NULL;
      g_autoptr (GError) error = NULL;
      JugClock *clock;

      if (argc < 2 || !g_str_equal (argv[1], workloads[i].name))
        continue;
      if (is_traced)
        n_yields = YIELDS / 10; /* a trace has room for some thirty million events */
      context = g_main_context_new ();
      trace = is_traced ? jug_trace_new () : NULL;
      /* Traced runs of lessons are under a virtual clock; sleepers show the real one's
       * price. */
      clock = is_traced && !g_str_equal (argv[1], "W3") ? jug_clock_new_virtual ()
                                                        : jug_clock_new_real ();
      loop = jug_loop_new (context, clock, trace);
      jug_loop_set_current (loop);
      if (!jug_run (loop, jug_coroutine_new ("main", run_workload, &i, sizeof i, NULL),
                    NULL, &error))
        {
          fprintf (stderr, "%s: %s\n", argv[1], error->message);
          return EXIT_FAILURE;
        }
      printf ("%s %.2f\n", argv[1], result_ns);
      if (trace)
        printf ("events %u\n", jug_trace_get_n_events (trace));
      return EXIT_SUCCESS;
    }
  fprintf (stderr, "usage: bench-tasks WORKLOAD [--traced]\n");
  return EXIT_FAILURE;
}
