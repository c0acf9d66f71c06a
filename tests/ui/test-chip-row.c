/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which chips of a line are named, and how many are only counted. */
#include "jug-chip-row.h"
#include "jug-task-places.h"

#define SPACING 3.0
#define COUNT 30.0

typedef struct
{
  const double *widths;
  guint n_measured;
} Names;

static double
measure_name (guint index, gpointer data)
{
  Names *names = data;

  names->n_measured++;
  return names->widths[index];
}

static double
measure_count (guint n_more, gpointer data)
{
  return COUNT;
}

static JugChipRow
fit (Names *names, guint n_chips, double room)
{
  const JugChipMeasure measure = { measure_name, measure_count };

  return jug_chip_row_fit (n_chips, room, SPACING, &measure, names);
}

static void
assert_row (JugChipRow row, guint n_named, guint n_more, double width)
{
  g_assert_cmpuint (row.n_named, ==, n_named);
  g_assert_cmpuint (row.n_more, ==, n_more);
  g_assert_cmpfloat_with_epsilon (row.width, width, 1e-6);
}

static void
test_names_all_that_fit (void)
{
  Names names = { (const double[]){ 40, 50, 60 }, 0 };

  /* Exactly as wide as they are: no count is needed, so none takes room. */
  assert_row (fit (&names, 3, 156), 3, 0, 156);
  assert_row (fit (&names, 3, 400), 3, 0, 156);
  assert_row (fit (&names, 0, 400), 0, 0, 0);
}

static void
test_counts_the_others (void)
{
  Names names = { (const double[]){ 40, 50, 60 }, 0 };

  /* The third does not fit, the count does. */
  assert_row (fit (&names, 3, 155), 2, 1, 126);
  assert_row (fit (&names, 3, 126), 2, 1, 126);
  /* Two names would fit, but not with the count. */
  assert_row (fit (&names, 3, 125), 1, 2, 73);
  /* Not even one name fits with it. */
  assert_row (fit (&names, 3, 72), 0, 3, 30);
}

static void
test_cuts_a_name_that_is_alone (void)
{
  Names names = { (const double[]){ 300 }, 0 };

  assert_row (fit (&names, 1, 60), 1, 0, 60);
  assert_row (fit (&names, 1, 400), 1, 0, 300);
}

static void
test_measures_no_more_than_the_room_holds (void)
{
  double widths[1000];
  Names names = { widths, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    widths[i] = 20;
  assert_row (fit (&names, G_N_ELEMENTS (widths), 100), 3, 997, 99);
  g_assert_cmpuint (names.n_measured, <=, 6);
}

static void
test_room_follows_the_view (void)
{
  g_assert_cmpfloat_with_epsilon (jug_chip_row_get_room (800, 60), 160, 1e-6);
  g_assert_cmpfloat_with_epsilon (jug_chip_row_get_room (200, 60), 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (jug_chip_row_get_room (0, 60), 60, 1e-6);
}

static JugTaskPlaces *
new_places (void)
{
  JugTaskPlaces *places = jug_task_places_new ();

  jug_task_places_add (places, 7, 3, JUG_STATUS_RUNNING, "Alan");
  jug_task_places_add (places, 9, 4, JUG_STATUS_WAITING, "main");
  jug_task_places_add (places, 7, 1, JUG_STATUS_WAITING, "Ada");
  jug_task_places_add (places, 7, 2, JUG_STATUS_READY, "Grace");
  jug_task_places_sort (places);
  return places;
}

static void
test_places_are_found_by_line (void)
{
  g_autoptr (JugTaskPlaces) places = new_places ();
  g_autofree char *text = jug_task_places_dup_text (places, 7);
  guint n_places;

  g_assert_cmpuint (jug_task_places_find (places, 9, &n_places), ==, 3);
  g_assert_cmpuint (n_places, ==, 1);
  jug_task_places_find (places, 8, &n_places);
  g_assert_cmpuint (n_places, ==, 0);
  g_assert_cmpstr (text, ==,
                   "Ada waits here\nGrace is ready to go on here\nAlan runs here");
  g_assert_null (jug_task_places_dup_text (places, 8));
}

static void
test_the_running_task_is_shown (void)
{
  g_autoptr (JugTaskPlaces) places = new_places ();
  g_autofree char *shown = NULL;
  g_autofree char *moved = NULL;

  g_assert_false (jug_task_places_show_running (places, 0, 3, 3));
  shown = jug_task_places_dup_names (places, 0, 3);
  g_assert_cmpstr (shown, ==, "Ada, Grace, Alan");
  g_assert_true (jug_task_places_show_running (places, 0, 3, 1));
  moved = jug_task_places_dup_names (places, 0, 3);
  g_assert_cmpstr (moved, ==, "Alan, Ada, Grace");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/ui/chip-row/names-all-that-fit", test_names_all_that_fit);
  g_test_add_func ("/juggler/ui/chip-row/counts-the-others", test_counts_the_others);
  g_test_add_func ("/juggler/ui/chip-row/cuts-a-name-that-is-alone",
                   test_cuts_a_name_that_is_alone);
  g_test_add_func ("/juggler/ui/chip-row/measures-no-more-than-the-room-holds",
                   test_measures_no_more_than_the_room_holds);
  g_test_add_func ("/juggler/ui/chip-row/room-follows-the-view",
                   test_room_follows_the_view);
  g_test_add_func ("/juggler/ui/chip-row/places-are-found-by-line",
                   test_places_are_found_by_line);
  g_test_add_func ("/juggler/ui/chip-row/the-running-task-is-shown",
                   test_the_running_task_is_shown);
  return g_test_run ();
}
