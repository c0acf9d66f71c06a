/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the table of event kinds. */
#include "jug-event.h"

static void
test_knows_its_kinds (void)
{
  guint n_known = 0;

  for (guint kind = 0; kind < 1000; kind++)
    n_known += jug_event_kind_is_known (kind);

  g_assert_cmpuint (n_known, ==, 39);
  g_assert_false (jug_event_kind_is_known (JUG_EVENT_NONE));
  g_assert_true (jug_event_kind_is_known (JUG_EVENT_LOCALS));
}

/* The names are read by other programs, and written to be read. */
static void
test_names_are_kebab_case_and_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < 256; kind++)
    {
      const char *name;

      if (!jug_event_kind_is_known (kind))
        continue;
      name = jug_event_kind_get_name (kind);
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
      g_assert_true (g_hash_table_add (seen, (gpointer) name));
    }
  g_assert_cmpstr (jug_event_kind_get_name (JUG_EVENT_TASK_CREATE), ==, "task-create");
  g_assert_cmpstr (jug_event_kind_get_name (JUG_EVENT_IO_DATA), ==, "io-data");
}

/* Text and value share a place, as do cause and extra number, and a deadline takes
 * both. */
static void
test_shapes_do_not_overlap (void)
{
  for (guint kind = 0; kind < 256; kind++)
    {
      guint shape;

      if (!jug_event_kind_is_known (kind))
        continue;
      shape = jug_event_kind_get_shape (kind);
      g_assert_false ((shape & JUG_EVENT_HAS_TEXT) && (shape & JUG_EVENT_HAS_VALUE));
      g_assert_false ((shape & JUG_EVENT_HAS_CAUSE) && (shape & JUG_EVENT_HAS_EXTRA));
      if (shape & JUG_EVENT_HAS_DEADLINE)
        g_assert_cmpuint (shape, ==, JUG_EVENT_HAS_DEADLINE);
    }
  g_assert_cmpuint (jug_event_kind_get_shape (JUG_EVENT_STEP), ==,
                    JUG_EVENT_HAS_TEXT | JUG_EVENT_HAS_CAUSE);
  g_assert_cmpuint (jug_event_kind_get_shape (JUG_EVENT_LOOP_START), ==, 0);
}

static void
test_has_text_and_cause_only_by_its_kind (void)
{
  JugEvent step = { .kind = JUG_EVENT_STEP, .text = 3, .cause = 7 };
  JugEvent line = { .kind = JUG_EVENT_LINE, .text = 3, .extra = 7 };
  JugEvent timer = { .kind = JUG_EVENT_TIMER_ARM, .deadline_ns = G_GINT64_CONSTANT (-1) };

  g_assert_cmpuint (jug_event_get_text (&step), ==, 3);
  g_assert_cmpuint (jug_event_get_cause (&step), ==, 7);
  g_assert_cmpuint (jug_event_get_text (&line), ==, 0);
  g_assert_cmpuint (jug_event_get_cause (&line), ==, JUG_NO_EVENT);
  g_assert_cmpuint (jug_event_get_text (&timer), ==, 0);
  g_assert_cmpuint (jug_event_get_cause (&timer), ==, JUG_NO_EVENT);
}

static void
test_names_its_detail (void)
{
  const struct
  {
    JugEventKind kind;
    guint detail;
    const char *name;
  } rows[] = {
    { JUG_EVENT_WAIT, JUG_WAIT_YIELD, "yield" },
    { JUG_EVENT_WAIT, JUG_WAIT_FUTURE, "future" },
    { JUG_EVENT_DONE, JUG_OUTCOME_EXCEPTION, "exception" },
    { JUG_EVENT_FUTURE_CREATE, JUG_PURPOSE_EXECUTOR, "executor" },
    { JUG_EVENT_FUTURE_CREATE, JUG_PURPOSE_QUEUE_JOIN, "queue-join" },
    { JUG_EVENT_SYNC_CREATE, JUG_SYNC_QUEUE, "queue" },
    { JUG_EVENT_SYNC, JUG_SYNC_TASK_DONE, "task-done" },
    { JUG_EVENT_REPORT, JUG_REPORT_SLOW_CALLBACK, "slow-callback" },
    { JUG_EVENT_TIMER_FIRE, 1, "tie" },
    { JUG_EVENT_WAIT, 3, NULL },
    { JUG_EVENT_ITERATION, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JugEvent event = { .kind = rows[i].kind, .detail = (guint8) rows[i].detail };

      g_assert_cmpstr (jug_event_get_detail_name (&event), ==, rows[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/event/knows-its-kinds", test_knows_its_kinds);
  g_test_add_func ("/juggler/trace/event/names-are-kebab-case-and-unique",
                   test_names_are_kebab_case_and_unique);
  g_test_add_func ("/juggler/trace/event/shapes-do-not-overlap",
                   test_shapes_do_not_overlap);
  g_test_add_func ("/juggler/trace/event/has-text-and-cause-only-by-its-kind",
                   test_has_text_and_cause_only_by_its_kind);
  g_test_add_func ("/juggler/trace/event/names-its-detail", test_names_its_detail);
  return g_test_run ();
}
