/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records each native twin and compares its event log with CPython's, line by line. */
#include <glib/gstdio.h>
#include <locale.h>

#include "jug-event-log.h"
#include "jug-recorder.h"
#include "jug-test-chrome.h"
#include "twin-table.h"

/* What CPython wrote: NAME.events, made by ./regenerate. */
static char *
load_expected (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".events", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "conformance", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
print_difference (const char *expected, const char *actual)
{
  g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) b = g_strsplit (actual, "\n", -1);
  guint i = 0;

  while (a[i] && b[i] && g_str_equal (a[i], b[i]))
    g_test_message ("  %s", a[i++]);
  g_test_message ("- %s", a[i] ? a[i] : "(the end)");
  g_test_message ("+ %s", b[i] ? b[i] : "(the end)");
}

/* Every wake-up knows its cause: what is queued, runs, fires or is completed. */
static void
check_causes (JugTrace *trace, const char *name)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if ((event->kind == JUG_EVENT_STEP || event->kind == JUG_EVENT_CALLBACK_QUEUE ||
           event->kind == JUG_EVENT_CALLBACK_RUN || event->kind == JUG_EVENT_TIMER_FIRE ||
           event->kind == JUG_EVENT_FUTURE_DONE) &&
          jug_event_get_cause (event) == JUG_NO_EVENT)
        g_test_fail_printf ("%s: event %u, %s, has no cause", name, i,
                            jug_event_kind_get_name (event->kind));
    }
}

static JugTrace *
record (const JugProgram *twin)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  JugTrace *trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;

  jug_record (twin, &options, trace, NULL, &error);
  g_assert_no_error (error);
  return trace;
}

static void
test_twin (gconstpointer data)
{
  const JugProgram *twin = data;
  g_autoptr (JugTrace) trace = record (twin);
  g_autofree char *name = g_strdelimit (g_strdup (twin->id), "_", '-');
  g_autofree char *expected = load_expected (name);
  g_autofree char *actual = jug_event_log_to_string (trace);

  if (!g_str_equal (expected, actual))
    {
      print_difference (expected, actual);
      g_test_fail_printf ("%s differs from CPython", name);
    }
  check_causes (trace, name);
}

/* Whatever asyncio can do, other viewers can show. */
static void
test_as_trace_events (void)
{
  JugTestChrome *files = jug_test_chrome_new ();

  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autoptr (JugTrace) trace = record (twins[i]);

      jug_test_chrome_add (files, trace, twins[i]->id);
    }
  jug_test_chrome_check (files);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (twins[i]->id), "_", '-');
      g_autofree char *path = g_strconcat ("/juggler/conformance/", name, NULL);

      g_test_add_data_func (path, twins[i], test_twin);
    }
  g_test_add_func ("/juggler/conformance/as-trace-events", test_as_trace_events);
  return g_test_run ();
}
