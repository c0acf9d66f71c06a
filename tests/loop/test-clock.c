/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the clocks, and of the rounding that both engines share. */
#include <math.h>

#include "jug-clock.h"

static void
test_virtual_time_moves_only_when_told (void)
{
  g_autoptr (JugClock) clock = jug_clock_new_virtual ();

  g_assert_true (jug_clock_is_virtual (clock));
  g_assert_cmpint (jug_clock_get_time (clock), ==, 0);
  jug_clock_advance_to (clock, 5 * JUG_NS_PER_SECOND);
  g_assert_cmpint (jug_clock_get_time (clock), ==, 5 * JUG_NS_PER_SECOND);
  g_assert_cmpint (jug_clock_get_time (clock), ==, 5 * JUG_NS_PER_SECOND);
}

static void
test_virtual_time_never_goes_back (void)
{
  g_autoptr (JugClock) clock = jug_clock_new_virtual ();

  jug_clock_advance_to (clock, 2);
  jug_clock_advance_to (clock, 1);
  g_assert_cmpint (jug_clock_get_time (clock), ==, 2);
}

static void
test_real_time_begins_at_zero_and_runs (void)
{
  gint64 before = jug_clock_system_ns ();
  g_autoptr (JugClock) clock = jug_clock_new_real ();
  gint64 first = jug_clock_get_time (clock);
  gint64 second;

  while ((second = jug_clock_get_time (clock)) == first)
    ;
  g_assert_false (jug_clock_is_virtual (clock));
  g_assert_cmpint (first, >=, 0);
  g_assert_cmpint (second, >, first);
  g_assert_cmpint (second, <=, jug_clock_system_ns () - before);
}

static void
test_a_wake_up_finds_its_time_reached (void)
{
  g_autoptr (JugClock) clock = jug_clock_new_real ();
  gint64 at_zero = jug_clock_to_monotonic_us (clock, 0);

  /* Rounded up: the microsecond in which it wakes is not before the nanosecond asked for.
   */
  g_assert_cmpint (jug_clock_to_monotonic_us (clock, 1000), ==, at_zero + 1);
  g_assert_cmpint (jug_clock_to_monotonic_us (clock, 1), >=, at_zero);
  g_assert_cmpint (jug_clock_to_monotonic_us (clock, 1), <=, at_zero + 1);
  g_assert_cmpint (jug_clock_to_monotonic_us (clock, 999999000), ==, at_zero + 999999);
}

static void
test_seconds_are_rounded_to_nanoseconds (void)
{
  static const struct
  {
    double seconds;
    gint64 ns;
  } rows[] = {
    { 0, 0 },
    { 1, 1000000000 },
    { -0.5, -500000000 },
    { 0.1 + 0.2, 300000000 },
    { 1.0 / 3, 333333333 },
    { 2.0 / 3, 666666667 },
    { 0.3000000004, 300000000 },
    { 0.300000001, 300000001 },
    { 86400 * 365.25, G_GINT64_CONSTANT (31557600000000000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (jug_clock_seconds_to_ns (rows[i].seconds), ==, rows[i].ns);
}

static void
test_time_spans_without_sense_are_tamed (void)
{
  gint64 longest = jug_clock_seconds_to_ns (1e300);

  g_assert_cmpint (jug_clock_seconds_to_ns (NAN), ==, 0);
  g_assert_cmpint (jug_clock_seconds_to_ns (INFINITY), ==, JUG_CLOCK_NEVER_NS);
  g_assert_cmpint (longest, <, JUG_CLOCK_NEVER_NS);
  g_assert_cmpint (jug_clock_seconds_to_ns (-1e300), ==, -longest);
  g_assert_cmpint (jug_clock_seconds_to_ns (-INFINITY), ==, -longest);

  /* Added to any time that a run reaches, they stay what they are. */
  g_assert_cmpint (JUG_CLOCK_NEVER_NS + longest, >, longest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/loop/clock/virtual-time-moves-only-when-told",
                   test_virtual_time_moves_only_when_told);
  g_test_add_func ("/juggler/loop/clock/virtual-time-never-goes-back",
                   test_virtual_time_never_goes_back);
  g_test_add_func ("/juggler/loop/clock/real-time-begins-at-zero-and-runs",
                   test_real_time_begins_at_zero_and_runs);
  g_test_add_func ("/juggler/loop/clock/a-wake-up-finds-its-time-reached",
                   test_a_wake_up_finds_its_time_reached);
  g_test_add_func ("/juggler/loop/clock/seconds-are-rounded-to-nanoseconds",
                   test_seconds_are_rounded_to_nanoseconds);
  g_test_add_func ("/juggler/loop/clock/time-spans-without-sense-are-tamed",
                   test_time_spans_without_sense_are_tamed);
  return g_test_run ();
}
