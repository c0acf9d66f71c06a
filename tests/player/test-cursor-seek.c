/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state is a function of the trace alone: however one got there, it is the same. */
#include "jug-cursor.h"

#include "jug-cursor-dump.h"
#include "jug-test-trace.h"

/* Events that a trace takes and no loop would ever record: the story makes no sense. */
static JugTrace *
make_nonsense (GRand *rand, guint n_events)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  guint32 texts[3];

  texts[0] = 0;
  texts[1] = jug_trace_intern (trace, "2");
  texts[2] = jug_trace_intern (trace, "x");
  for (guint32 i = 0; i < n_events; i++)
    {
      guint32 n_tasks = jug_trace_get_n_tasks (trace);
      JugEvent event = { .time_ns = i / 3, .iteration = i / 10, .cause = JUG_NO_EVENT };
      JugEventShape shape;

      do
        event.kind = g_rand_int_range (rand, 1, JUG_EVENT_IO_DATA + 1);
      while (!jug_event_kind_is_known (event.kind));
      if (n_tasks == 0)
        event.kind = JUG_EVENT_TASK_CREATE;
      shape = jug_event_kind_get_shape (event.kind);
      event.object = g_rand_int_range (rand, 1, MIN (i + 2, 60));
      event.detail = g_rand_int_range (rand, 0, 2);
      event.task = g_rand_int_range (rand, 1, n_tasks + 1 + (n_tasks == 0));
      if (shape & JUG_EVENT_HAS_TEXT)
        event.text = texts[g_rand_int_range (rand, 0, 3)];
      if (shape & JUG_EVENT_HAS_VALUE)
        event.value = g_rand_int_range (rand, 0, 5);
      if (shape & JUG_EVENT_HAS_EXTRA)
        event.extra = g_rand_int_range (rand, 0, MIN (i + 1, 60));
      if ((shape & JUG_EVENT_HAS_CAUSE) && i > 0)
        event.cause = g_rand_int_range (rand, 0, i);
      if (shape & JUG_EVENT_HAS_DEADLINE)
        event.deadline_ns = g_rand_int_range (rand, 0, 50);
      if (event.kind == JUG_EVENT_TASK_CREATE)
        {
          event.task = n_tasks + 1;
          event.object = g_rand_int_range (rand, 0, n_tasks + 1);
        }
      else if (event.kind == JUG_EVENT_CANCEL || event.kind == JUG_EVENT_WAIT)
        event.object = g_rand_int_range (rand, 1, n_tasks + 1);
      else if (event.kind == JUG_EVENT_DONE &&
               jug_trace_get_task (trace, event.task)->end_event != JUG_NO_EVENT)
        event.kind = JUG_EVENT_PRINT;
      switch ((JugEventKind) event.kind)
        {
        case JUG_EVENT_WAIT:
          event.detail = JUG_WAIT_FUTURE;
          break;
        case JUG_EVENT_FUTURE_CREATE:
          event.detail = g_rand_int_range (rand, 0, JUG_PURPOSE_EXECUTOR + 1);
          break;
        case JUG_EVENT_TASK_CREATE:
        case JUG_EVENT_DONE:
        case JUG_EVENT_FUTURE_DONE:
        case JUG_EVENT_IO_DONE:
        case JUG_EVENT_TIMER_FIRE:
        case JUG_EVENT_SYNC_CREATE:
        case JUG_EVENT_SYNC:
        case JUG_EVENT_REPORT:
          break;
        default:
          event.detail = 0;
          break;
        }
      jug_trace_append (trace, &event);
    }
  jug_trace_seal (trace);
  return g_steal_pointer (&trace);
}

static void
assert_same (JugCursor *cursor, const char *expected)
{
  g_autofree char *actual = jug_cursor_dump (cursor);

  g_assert_cmpstr (actual, ==, expected);
}

/* Dumps at each event, walking forward, one by one. */
static GPtrArray *
walk (JugTrace *trace, guint32 from, guint32 to)
{
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  GPtrArray *dumps = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < from; i++)
    jug_cursor_seek (cursor, i);
  for (guint32 i = from; i < to; i++)
    {
      jug_cursor_seek (cursor, i);
      g_ptr_array_add (dumps, jug_cursor_dump (cursor));
    }
  return dumps;
}

static void
check_seeks (JugTrace *trace, guint32 from, guint32 to, guint n_seeks, GRand *rand)
{
  g_autoptr (GPtrArray) expected = walk (trace, from, to);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  for (guint i = 0; i < n_seeks; i++)
    {
      guint32 at = g_rand_int_range (rand, from, to);

      if (i % 7 == 0)
        jug_cursor_seek (cursor,
                         g_rand_int_range (rand, 0, jug_trace_get_n_events (trace)));
      jug_cursor_seek (cursor, at);
      assert_same (cursor, g_ptr_array_index (expected, at - from));
    }
}

static void
test_random_seeks_equal_a_walk (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (8);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  check_seeks (trace, 0, jug_trace_get_n_events (trace), 1000, rand);
}

/* Beyond several keyframes, and with tasks in several pages. */
static void
test_seeks_across_keyframes_equal_a_walk (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (100, 30000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  check_seeks (trace, 8100, 8300, 100, rand);
  check_seeks (trace, 24500, 24700, 100, rand);
}

static void
test_nonsense_yields_the_same_state_from_everywhere (void)
{
  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (JugTrace) trace = make_nonsense (rand, 300);

      check_seeks (trace, 0, 300, 150, rand);
    }
}

/* A source that still writes does not change what was. */
static void
test_the_past_does_not_change_as_a_trace_grows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (JugTrace) whole = make_nonsense (rand, 300);
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  jug_trace_intern (trace, "2");
  jug_trace_intern (trace, "x");
  for (guint32 i = 0; i < 300; i++)
    {
      jug_trace_append (trace, jug_trace_get_event (whole, i));
      jug_cursor_seek (cursor, i);
      g_ptr_array_add (dumps, jug_cursor_dump_ready (cursor));
    }
  for (guint32 i = 300; i-- > 0;)
    {
      g_autofree char *ready = NULL;

      jug_cursor_seek (cursor, i);
      ready = jug_cursor_dump_ready (cursor);
      g_assert_cmpstr (ready, ==, g_ptr_array_index (dumps, i));
    }
}

#define PATH "/juggler/player/cursor-seek/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "random-seeks-equal-a-walk", test_random_seeks_equal_a_walk);
  g_test_add_func (PATH "seeks-across-keyframes-equal-a-walk",
                   test_seeks_across_keyframes_equal_a_walk);
  g_test_add_func (PATH "nonsense-yields-the-same-state-from-everywhere",
                   test_nonsense_yields_the_same_state_from_everywhere);
  g_test_add_func (PATH "the-past-does-not-change-as-a-trace-grows",
                   test_the_past_does_not_change_as_a_trace_grows);
  return g_test_run ();
}
