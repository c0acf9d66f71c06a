/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person who steps halts, and what is seen there. */
#include "jug-stop.h"

#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

/* The stops of a trace, one word each, with the last event seen there if it is a later
 * one. */
static char *
dump_stops (JugTrace *trace, JugDetail detail)
{
  GString *out = g_string_new (NULL);
  guint32 stop = JUG_NO_EVENT;

  while ((stop = jug_stop_find (trace, stop, 1, detail)) != JUG_NO_EVENT)
    {
      const JugEvent *event = jug_trace_get_event (trace, stop);
      guint32 last = jug_stop_settle (trace, stop, detail);

      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                              jug_event_kind_get_name (event->kind));
      if (last > stop)
        g_string_append_printf (out, "+%u", last - stop);
    }
  return g_string_free (out, FALSE);
}

static void
assert_stops (JugTrace *trace, const char *expected)
{
  g_autofree char *actual = dump_stops (trace, JUG_DETAIL_LEARNER);

  g_assert_cmpstr (actual, ==, expected);
}

/* One child: created and seen in the queue at once, its sleep over and ready at once. */
static void
test_a_learner_sees_what_happens (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);

  assert_stops (trace, "loop-start task-create+1 step task-create+1 wait "
                       "step print wait "
                       "poll future-done+2 "
                       "step print done+1 "
                       "future-done+2 "
                       "step done+1 "
                       "callback-run+1 loop-stop");
}

/* That a timeout begins is told by nothing else; a timer for a sleep is told by that. */
static void
test_a_timeout_begins (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;

  jug_test_trace_create (t, "main");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_line (t, 1);
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                           .detail = JUG_TIMER_CANCELS,
                                           .task = 1,
                                           .object = 9,
                                           .deadline_ns = SECOND });
  jug_test_trace_line (t, 2);
  jug_test_trace_sleep (t, 2 * SECOND);
  trace = jug_test_trace_finish (t);
  assert_stops (trace, "task-create+1 step timer-arm wait");
}

/* What is seen with a stop names it; what leads to one names none. */
static void
test_bookkeeping_belongs_to_a_stop (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  guint n_owned = 0;

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      guint32 owner = jug_stop_get_owner (trace, i, JUG_DETAIL_LEARNER);

      g_assert_cmpuint (jug_stop_get_owner (trace, i, JUG_DETAIL_EVERYTHING), ==, i);
      if (jug_stop_is (trace, i, JUG_DETAIL_LEARNER))
        g_assert_cmpuint (owner, ==, i);
      if (owner == JUG_NO_EVENT)
        continue;
      g_assert_true (jug_stop_is (trace, owner, JUG_DETAIL_LEARNER));
      g_assert_cmpuint (jug_stop_settle (trace, owner, JUG_DETAIL_LEARNER), >=, i);
      n_owned += owner != i;
    }
  g_assert_cmpuint (n_owned, >, 10);
}

static void
test_everything_is_a_stop_if_asked_for (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  guint32 n_events = jug_trace_get_n_events (trace);

  for (guint32 i = 0; i < n_events; i++)
    {
      g_assert_true (jug_stop_is (trace, i, JUG_DETAIL_EVERYTHING));
      g_assert_cmpuint (jug_stop_settle (trace, i, JUG_DETAIL_EVERYTHING), ==, i);
    }
}

/* A line whose effect is told is seen with that; one that nothing else tells of is a
 * stop. */
static void
test_a_line_is_a_stop_if_nothing_tells_of_it (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  jug_test_trace_line (t, 1);
  jug_test_trace_line (t, 2);
  jug_test_trace_print (t, "x");
  jug_test_trace_line (t, 3);
  jug_test_trace_sleep (t, 1);
  assert_stops (jug_test_trace_get_trace (t), "task-create+1 step line print wait");
}

/* As with a gather that hears of a child and goes on waiting. */
static void
test_a_callback_is_a_stop_if_nothing_tells_of_it (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 first = jug_test_trace_queue (t, 0, "gather", JUG_NO_EVENT);
  guint32 second = jug_test_trace_queue (t, 0, "gather", JUG_NO_EVENT);

  jug_test_trace_callback (t, first);
  jug_test_trace_callback_end (t, first);
  jug_test_trace_callback (t, second);
  jug_test_trace_future_done (t, jug_test_trace_future (t, 0, NULL, 0), 0, NULL,
                              JUG_NO_EVENT);
  jug_test_trace_callback_end (t, second);
  assert_stops (jug_test_trace_get_trace (t), "callback-run+1 future-done+1");
}

static void
test_a_cancel_is_seen_with_its_effects (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 task = jug_test_trace_create (t, "a");

  jug_test_trace_cancel (t, task);
  jug_test_trace_future_done (t, jug_test_trace_future (t, 0, NULL, 0),
                              JUG_OUTCOME_CANCELLED, NULL, JUG_NO_EVENT);
  jug_test_trace_queue (t, task, NULL, JUG_NO_EVENT);
  assert_stops (jug_test_trace_get_trace (t), "task-create+1 cancel");
}

/* asyncio.run() has the loop run again, for its own clean-up, in which nothing
 * happens. */
static void
test_runs_for_clean_up_are_passed_over (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  for (guint i = 0; i < 3; i++)
    {
      guint32 callback = jug_test_trace_queue (t, 0, "x", JUG_NO_EVENT);

      jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
      jug_test_trace_iteration (t);
      jug_test_trace_run (t);
      jug_test_trace_callback (t, callback);
      if (i == 2)
        jug_test_trace_print (t, "x");
      jug_test_trace_callback_end (t, callback);
      jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
    }
  assert_stops (jug_test_trace_get_trace (t),
                "loop-start callback-run+1 loop-stop+1 loop-start print+1 loop-stop");
}

/* Data that comes in pieces at once is one thing to see; slow data is not. */
static void
test_data_is_a_stop_when_it_is_seen_to_come (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  static const guint times_ms[] = { 0, 10, 20, 300, 700 };

  for (guint i = 0; i < G_N_ELEMENTS (times_ms); i++)
    {
      jug_test_trace_set_time (t, times_ms[i] * G_GINT64_CONSTANT (1000000));
      jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_IO_DATA,
                                               .object = 1,
                                               .value = i,
                                               .cause = JUG_NO_EVENT });
    }
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_IO_DONE, .object = 1, .cause = JUG_NO_EVENT });
  assert_stops (jug_test_trace_get_trace (t), "io-data io-data io-done");
}

static void
test_looks_both_ways (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 stop = JUG_NO_EVENT;

  while ((stop = jug_stop_find (trace, stop, 1, JUG_DETAIL_LEARNER)) != JUG_NO_EVENT)
    g_array_append_val (stops, stop);
  stop = jug_trace_get_n_events (trace);
  for (guint i = stops->len; i-- > 0;)
    {
      stop = jug_stop_find (trace, stop, -1, JUG_DETAIL_LEARNER);
      g_assert_cmpuint (stop, ==, g_array_index (stops, guint32, i));
    }
  g_assert_cmpuint (jug_stop_find (trace, stop, -1, JUG_DETAIL_LEARNER), ==,
                    JUG_NO_EVENT);
  g_assert_cmpuint (jug_stop_find (trace, JUG_NO_EVENT, -1, JUG_DETAIL_LEARNER), ==,
                    JUG_NO_EVENT);
}

/* A new kind needs a line in the table. */
static void
test_every_kind_is_decided (void)
{
  for (guint kind = 1; kind <= G_MAXUINT8; kind++)
    {
      g_autoptr (JugTrace) trace = jug_trace_new ();
      JugEventShape shape;

      if (!jug_event_kind_is_known (kind))
        continue;
      shape = jug_event_kind_get_shape (kind);
      jug_trace_append (trace, &(JugEvent){ .kind = JUG_EVENT_TASK_CREATE,
                                            .task = 1,
                                            .text = jug_trace_intern (trace, "a"),
                                            .cause = JUG_NO_EVENT });
      jug_trace_append (trace, &(JugEvent){ .kind = kind,
                                            .task = kind == JUG_EVENT_TASK_CREATE ? 2 : 1,
                                            .cause = shape & (JUG_EVENT_HAS_EXTRA |
                                                              JUG_EVENT_HAS_DEADLINE)
                                                         ? 0
                                                         : JUG_NO_EVENT });
      jug_stop_is (trace, 1, JUG_DETAIL_LEARNER); /* asserts that it is in the table */
    }
}

#define PATH "/juggler/player/stop/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "a-learner-sees-what-happens", test_a_learner_sees_what_happens);
  g_test_add_func (PATH "a-timeout-begins", test_a_timeout_begins);
  g_test_add_func (PATH "bookkeeping-belongs-to-a-stop",
                   test_bookkeeping_belongs_to_a_stop);
  g_test_add_func (PATH "everything-is-a-stop-if-asked-for",
                   test_everything_is_a_stop_if_asked_for);
  g_test_add_func (PATH "a-line-is-a-stop-if-nothing-tells-of-it",
                   test_a_line_is_a_stop_if_nothing_tells_of_it);
  g_test_add_func (PATH "a-callback-is-a-stop-if-nothing-tells-of-it",
                   test_a_callback_is_a_stop_if_nothing_tells_of_it);
  g_test_add_func (PATH "a-cancel-is-seen-with-its-effects",
                   test_a_cancel_is_seen_with_its_effects);
  g_test_add_func (PATH "runs-for-clean-up-are-passed-over",
                   test_runs_for_clean_up_are_passed_over);
  g_test_add_func (PATH "data-is-a-stop-when-it-is-seen-to-come",
                   test_data_is_a_stop_when_it_is_seen_to_come);
  g_test_add_func (PATH "looks-both-ways", test_looks_both_ways);
  g_test_add_func (PATH "every-kind-is-decided", test_every_kind_is_decided);
  return g_test_run ();
}
