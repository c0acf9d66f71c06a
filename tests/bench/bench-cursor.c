/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a seek takes in a long trace, and what the keyframes cost. */
#include "jug-cursor.h"

#include "jug-test-trace.h"

#include <locale.h>
#include <malloc.h>
#include <time.h>

enum
{
  N_EVENTS = 1000000,
  N_TASKS = 1000,
  N_SEEKS = 2000
};

/* Of this thread alone: the machine may be busy with other things. */
static double
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_row (const char *what, double value, const char *unit)
{
  g_print ("%-44s %10.1f %s\n", what, value, unit);
}

/* A window asks these things at each place where the playhead halts. */
static void
ask (JugCursor *cursor)
{
  JugCursorReady ready;
  JugCursorTimer timer;

  jug_cursor_get_ready (cursor, 0, &ready);
  jug_cursor_get_timer (cursor, 0, &timer);
  for (guint32 task = 1; task <= jug_cursor_get_n_tasks (cursor); task++)
    jug_cursor_get_task (cursor, task);
}

int
main (int argc, char *argv[])
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (N_TASKS, N_EVENTS);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree double *times = g_new (double, N_SEEKS);
  gsize before = mallinfo2 ().uordblks;
  double start;

  setlocale (LC_ALL, "");
  start = now_us ();

  while (jug_cursor_prepare (cursor, 100000))
    ;
  g_print ("Cursor over %d events of %d tasks\n", N_EVENTS, N_TASKS);
  print_row ("keyframes made, first time through", (now_us () - start) / 1e3, "ms");
  print_row ("memory of keyframes and facts",
             (double) (mallinfo2 ().uordblks - before) / N_EVENTS, "bytes/event");

  for (guint i = 0; i < N_SEEKS; i++)
    {
      guint32 index = g_rand_int_range (rand, 0, N_EVENTS);

      start = now_us ();
      jug_cursor_seek (cursor, index);
      ask (cursor);
      times[i] = now_us () - start;
    }
  qsort (times, N_SEEKS, sizeof *times, compare_doubles);
  print_row ("seek anywhere, median", times[N_SEEKS / 2], "µs");
  print_row ("seek anywhere, worst (goal: 5000)", times[N_SEEKS - 1], "µs");

  jug_cursor_seek (cursor, N_EVENTS / 2);
  start = now_us ();
  for (guint i = 1; i <= N_SEEKS; i++)
    jug_cursor_seek (cursor, N_EVENTS / 2 + i);
  print_row ("one event forward", (now_us () - start) * 1e3 / N_SEEKS, "ns");
  return 0;
}
