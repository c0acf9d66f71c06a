/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a ruler, and how times are written. */
#include "jug-ruler-scale-private.h"

#define US G_GINT64_CONSTANT (1000)
#define MS (1000 * US)
#define SECOND (1000 * MS)
#define MINUTE (60 * SECOND)

static const struct
{
  double min_step_ns;
  gint64 step_ns;
  const char *third; /* the label of the third tick */
} steps[] = {
  { 0, 1, "3 ns" },
  { 3, 5, "15 ns" },
  { 6, 10, "0.03 µs" },
  { 100, 100, "0.3 µs" },
  { 101, 200, "0.6 µs" },
  { 1500, 2 * US, "6 µs" },
  { 9000, 10 * US, "0.03 ms" },
  { 3e5, 500 * US, "1.5 ms" },
  { 4e6, 5 * MS, "15 ms" },
  { 6e6, 10 * MS, "0.03 s" },
  { 3e8, 500 * MS, "1.5 s" },
  { 1e9, SECOND, "3 s" },
  { 1.5e10, 20 * SECOND, "60 s" },
  { 5.1e10, MINUTE, "3 min" },
  { 2e12, 50 * MINUTE, "150 min" },
};

static void
test_steps_by_one_two_five (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      JugRulerScale scale = jug_ruler_scale_choose (steps[i].min_step_ns);
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_cmpint (scale.step_ns, ==, steps[i].step_ns);
      jug_ruler_scale_append (&scale, 3 * scale.step_ns, text);
      g_assert_cmpstr (text->str, ==, steps[i].third);
    }
}

static void
test_any_distance_has_a_step (void)
{
  for (double distance = 0.1; distance < 1e18; distance *= 1.7)
    {
      JugRulerScale scale = jug_ruler_scale_choose (distance);

      g_assert_cmpfloat ((double) scale.step_ns, >=, distance);
      /* Not much too wide either: the ladder has no gap. */
      if (distance > 1)
        g_assert_cmpfloat ((double) scale.step_ns, <=, 2.6 * distance);
    }
}

static void
test_writes_times (void)
{
  const struct
  {
    gint64 time_ns;
    const char *exact;
    const char *brief;
  } times[] = {
    { 0, "0.000 s", "0.0 s" },
    { SECOND, "1.000 s", "1.0 s" },
    { 1250 * MS, "1.250 s", "1.25 s" },
    { 125 * MS, "0.125 s", "0.125 s" },
    { 20 * MS, "0.020 s", "20 ms" },
    { 2500 * US, "0.002500 s", "2.5 ms" },
    { 30 * US, "0.000030 s", "30 µs" },
    { 1, "0.000000001 s", "0.0 µs" },
    { 1234567891, "1.234567891 s", "1.235 s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GString) exact = g_string_new (NULL);
      g_autoptr (GString) brief = g_string_new (NULL);

      jug_time_append (exact, times[i].time_ns);
      jug_time_append_short (brief, times[i].time_ns);
      g_assert_cmpstr (exact->str, ==, times[i].exact);
      g_assert_cmpstr (brief->str, ==, times[i].brief);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/ruler-scale/steps-by-one-two-five",
                   test_steps_by_one_two_five);
  g_test_add_func ("/juggler/picture/ruler-scale/any-distance-has-a-step",
                   test_any_distance_has_a_step);
  g_test_add_func ("/juggler/picture/ruler-scale/writes-times", test_writes_times);
  return g_test_run ();
}
