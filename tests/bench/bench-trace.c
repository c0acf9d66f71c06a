/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to record an event, and to save and open a million of them. */
#include "jug-event-log.h"
#include "jug-test-trace.h"
#include "jug-trace-json.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum
{
  N_EVENTS = 1000000,
  N_TASKS = 1000,
  N_FEW = 1000,
  N_REPEATS = 9
};

typedef struct
{
  JugTrace *few;     /* as many events as fit into the cache */
  JugTrace *many;    /* a million */
  GFile *file;       /* of @many */
  JugTrace *written; /* what a row leaves behind, to be freed outside the measurement */
  guint64 sum;       /* so that nothing that is read is optimised away */
} Bench;

static double
now_ns (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e9 + (double) time.tv_nsec;
}

/* A new trace that has all strings of another. */
static JugTrace *
prepare (JugTrace *like)
{
  JugTrace *trace = jug_trace_new ();

  for (guint32 i = 1; i < jug_trace_get_n_strings (like); i++)
    jug_trace_intern (trace, jug_trace_get_string (like, i));
  return trace;
}

static void
append_all (Bench *bench, JugTrace *from)
{
  guint32 n_events = jug_trace_get_n_events (from);

  for (guint32 i = 0; i < n_events; i++)
    jug_trace_append (bench->written, jug_trace_get_event (from, i));
}

static void
append_few (Bench *bench)
{
  append_all (bench, bench->few);
}

static void
append_many (Bench *bench)
{
  append_all (bench, bench->many);
}

static void
intern_known (Bench *bench)
{
  static const char *const names[] = { "hello", "None", "main", "TimeoutError" };

  for (guint i = 0; i < N_EVENTS; i++)
    bench->sum += jug_trace_intern (bench->written, names[i % G_N_ELEMENTS (names)]);
}

static void
intern_new (Bench *bench)
{
  char text[] = "line 000000";

  for (guint i = 0; i < N_EVENTS; i++)
    {
      guint number = i;

      for (gsize k = sizeof text - 2; k >= sizeof text - 7; k--, number /= 10)
        text[k] = (char) ('0' + number % 10);
      bench->sum += jug_trace_intern (bench->written, text);
    }
}

static void
read_many (Bench *bench)
{
  for (guint32 i = 0; i < N_EVENTS; i++)
    bench->sum += jug_trace_get_event (bench->many, i)->iteration;
}

static void
save (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  if (!jug_trace_save (bench->many, bench->file, NULL, &error))
    g_error ("%s", error->message);
}

static void
open_file (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  jug_trace_unref (bench->written);
  bench->written = jug_trace_open (bench->file, NULL, &error);
  if (bench->written == NULL)
    g_error ("%s", error->message);
}

static void
open_mapped (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) mapped =
      g_mapped_file_new (g_file_peek_path (bench->file), FALSE, &error);
  g_autoptr (GBytes) bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;

  jug_trace_unref (bench->written);
  bench->written = bytes != NULL ? jug_trace_new_from_bytes (bytes, &error) : NULL;
  if (bench->written == NULL)
    g_error ("%s", error->message);
}

static void
write_log (Bench *bench)
{
  g_autofree char *log = jug_event_log_to_string (bench->many);

  bench->sum += (guint64) log[0];
}

static void
write_json (Bench *bench)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr (GFileOutputStream) stream =
      g_file_append_to (file, G_FILE_CREATE_NONE, NULL, NULL);

  jug_trace_json_write (bench->many, G_OUTPUT_STREAM (stream), NULL, NULL);
}

static const struct
{
  const char *what;
  void (*run) (Bench *bench);
  gboolean few; /* prepare for the short trace */
  double per;   /* the time is divided by that, in ns */
  const char *unit;
} rows[] = {
  { "append an event, memory in the cache", append_few, TRUE, N_FEW, "ns" },
  { "append an event, a million in all", append_many, FALSE, N_EVENTS, "ns" },
  { "intern a string that is known", intern_known, TRUE, N_EVENTS, "ns" },
  { "intern a string that is new", intern_new, TRUE, N_EVENTS, "ns" },
  { "read an event", read_many, TRUE, N_EVENTS, "ns" },
  { "save 1,000,000 events", save, TRUE, 1e6, "ms" },
  { "open 1,000,000 events", open_file, TRUE, 1e6, "ms" },
  { "open them as a mapped file", open_mapped, TRUE, 1e6, "ms" },
  { "write their event log", write_log, TRUE, 1e6, "ms" },
  { "write them as JSON", write_json, TRUE, 1e6, "ms" },
};

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
measure (Bench *bench, guint row)
{
  double times[N_REPEATS];

  for (guint i = 0; i < N_REPEATS; i++)
    {
      double start;

      bench->written = prepare (rows[row].few ? bench->few : bench->many);
      start = now_ns ();
      rows[row].run (bench);
      times[i] = (now_ns () - start) / rows[row].per;
      g_clear_pointer (&bench->written, jug_trace_unref);
    }
  qsort (times, N_REPEATS, sizeof *times, compare_doubles);
  g_print ("%-44s %10.1f %10.1f %10.1f %s\n", rows[row].what, times[0],
           times[N_REPEATS / 2], times[N_REPEATS - 1], rows[row].unit);
}

static gsize
get_resident_bytes (void)
{
  g_autofree char *contents = NULL;
  gulong pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &contents, NULL, NULL) &&
      sscanf (contents, "%*u %lu", &pages) != 1)
    pages = 0;
  return pages * (gsize) sysconf (_SC_PAGESIZE);
}

/* Before anything else: memory that was used before would not be counted. */
static void
measure_memory (Bench *bench)
{
  gsize before = get_resident_bytes ();
  g_autoptr (GBytes) bytes = NULL;

  bench->many = jug_test_trace_large (N_TASKS, N_EVENTS);
  g_print ("%-44s %32.1f bytes\n", "memory of an event, with all that is kept",
           (double) (get_resident_bytes () - before) / N_EVENTS);
  bytes = jug_trace_to_bytes (bench->many);
  g_print ("%-44s %32.1f bytes\n", "an event in the file, with all strings",
           (double) g_bytes_get_size (bytes) / N_EVENTS);
}

int
main (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "juggler-XXXXXX", NULL);
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  close (g_mkstemp (path));
  bench.file = g_file_new_for_path (path);
  bench.few = jug_test_trace_large (10, N_FEW);
  measure_memory (&bench);
  save (&bench);

  g_print ("%-44s %10s %10s %10s\n", "", "best", "median", "worst");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    measure (&bench, i);

  g_remove (path);
  g_clear_object (&bench.file);
  g_clear_pointer (&bench.few, jug_trace_unref);
  g_clear_pointer (&bench.many, jug_trace_unref);
  return 0;
}
