/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state is a function of the trace alone: however one got there, it is the same. */
#include "jug-cursor.h"

#include "jug-cursor-dump.h"
#include "jug-nonsense-trace.h"
#include "jug-test-trace.h"

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
      g_autoptr (JugTrace) trace = jug_nonsense_trace_new (rand, 300);

      check_seeks (trace, 0, 300, 150, rand);
    }
}

/* A source that still writes does not change what was. */
static void
test_the_past_does_not_change_as_a_trace_grows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (JugTrace) whole = jug_nonsense_trace_new (rand, 300);
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 1; i < jug_trace_get_n_strings (whole); i++)
    jug_trace_intern (trace, jug_trace_get_string (whole, i));
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
