/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flat list of shapes: what is put in comes out, and can be hit. */
#include "jug-display-list.h"

static const JugPictureRef ref_a = { JUG_PICTURE_SPAN, 1, 10 };
static const JugPictureRef ref_b = { JUG_PICTURE_SPAN, 2, 20 };

static void
test_keeps_what_is_added (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  const JugPoint points[] = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
  const guint8 levels[] = { 0, 128, 255 };
  const JugDisplayItem *items;
  guint n_items;

  jug_display_list_add_label (list, "one", JUG_FONT_BODY, 0, 0, 10, 10,
                              jug_paint (JUG_COLOR_TEXT));
  jug_display_list_add_label (list, "two", JUG_FONT_MONO, 0, 0, 10, 10,
                              jug_paint (JUG_COLOR_TEXT));
  jug_display_list_add_points (list, JUG_ITEM_POLYGON, points, G_N_ELEMENTS (points));
  jug_display_list_add_density (list, 0, 0, 30, 5, levels, 3, jug_paint (JUG_COLOR_TEXT));

  items = jug_display_list_get_items (list, &n_items);
  g_assert_cmpuint (n_items, ==, 4);
  g_assert_cmpstr (jug_display_list_get_text (list, &items[0]), ==, "one");
  g_assert_cmpstr (jug_display_list_get_text (list, &items[1]), ==, "two");
  g_assert_cmpmem (jug_display_list_get_points (list, &items[2]),
                   items[2].n * sizeof (JugPoint), points, sizeof points);
  g_assert_cmpmem (jug_display_list_get_levels (list, &items[3]), items[3].n, levels,
                   sizeof levels);
  /* A polygon knows the rectangle around it. */
  g_assert_cmpfloat_with_epsilon (items[2].x, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (items[2].height, 4, 1e-6);
}

static void
test_hits_the_topmost_that_means_something (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  JugPaint fill = jug_paint (JUG_COLOR_TEXT);

  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 100, 100, fill)->ref = ref_a;
  jug_display_list_add_rect (list, JUG_ITEM_BOX, 50, 50, 20, 20, fill)->ref = ref_b;
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 100, 100, fill);

  g_assert_cmpint (jug_display_list_hit (list, 60, 60, 0), ==, 1);
  g_assert_cmpint (jug_display_list_hit (list, 10, 10, 0), ==, 0);
  g_assert_cmpint (jug_display_list_hit (list, 48, 60, 0), ==, 0);
  g_assert_cmpint (jug_display_list_hit (list, 48, 60, 3), ==, 1);
  g_assert_cmpint (jug_display_list_hit (list, 200, 60, 3), ==, -1);
  g_assert_cmpint (jug_display_list_find (list, &ref_b, 0), ==, 1);
  g_assert_cmpint (jug_display_list_find (list, &ref_b, 2), ==, -1);
}

static void
test_hits_only_within_the_clip (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  const JugRect clip = { 0, 0, 50, 50 };
  JugRect got;
  guint n_items;

  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 100, 100,
                             jug_paint (JUG_COLOR_TEXT))
      ->ref = ref_a;
  jug_display_list_set_clip (list, NULL);
  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 1, 1, jug_paint (JUG_COLOR_TEXT));

  g_assert_cmpint (jug_display_list_hit (list, 40, 40, 0), ==, 0);
  g_assert_cmpint (jug_display_list_hit (list, 60, 40, 0), ==, -1);
  /* The same rectangle is the same clip. */
  g_assert_cmpuint (jug_display_list_get_items (list, &n_items)[1].clip, ==, 1);
  g_assert_true (jug_display_list_get_clip (list, 1, &got));
  g_assert_cmpmem (&got, sizeof got, &clip, sizeof clip);
  g_assert_false (jug_display_list_get_clip (list, 0, &got));
}

static void
test_hits_curves_along_their_line (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  const JugPoint points[] = { { 0, 0 }, { 0, 50 }, { 100, 50 }, { 100, 100 } };
  JugDisplayItem *item = jug_display_list_add_points (list, JUG_ITEM_CURVE, points, 4);

  item->line_width = 2;
  item->ref = ref_a;
  g_assert_cmpint (jug_display_list_hit (list, 50, 50, 2), ==, 0);
  g_assert_cmpint (jug_display_list_hit (list, 0, 0, 2), ==, 0);
  /* Within the rectangle around it, but far from the line. */
  g_assert_cmpint (jug_display_list_hit (list, 90, 10, 2), ==, -1);
}

static char *
describe (const JugPictureRef *ref, gpointer data)
{
  return g_strdup_printf ("task %u %s", ref->task, (const char *) data);
}

static void
test_describes_on_demand (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  g_autofree char *text = NULL;

  jug_display_list_set_describe (list, describe, g_strdup ("runs"), g_free);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 1, 1, jug_paint (JUG_COLOR_TEXT))
      ->ref = ref_b;
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 1, 1, jug_paint (JUG_COLOR_TEXT));
  text = jug_display_list_dup_accessible_text (list, 0);
  g_assert_cmpstr (text, ==, "task 2 runs");
  g_assert_null (jug_display_list_dup_accessible_text (list, 1));
}

static void
count_cb (gpointer data)
{
  ++*(guint *) data;
}

static void
test_clearing_forgets_everything (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  const JugRect clip = { 0, 0, 50, 50 };
  guint n_items, n_destroyed = 0;

  jug_display_list_set_clip (list, &clip);
  jug_display_list_set_describe (list, describe, &n_destroyed, count_cb);
  jug_display_list_add_label (list, "one", JUG_FONT_BODY, 0, 0, 10, 10,
                              jug_paint (JUG_COLOR_TEXT));
  jug_display_list_clear (list);
  g_assert_cmpuint (n_destroyed, ==, 1);
  jug_display_list_add_label (list, "two", JUG_FONT_BODY, 0, 0, 10, 10,
                              jug_paint (JUG_COLOR_TEXT));
  g_assert_cmpstr (
      jug_display_list_get_text (list, jug_display_list_get_items (list, &n_items)), ==,
      "two");
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (jug_display_list_get_items (list, &n_items)->clip, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/display-list/keeps-what-is-added",
                   test_keeps_what_is_added);
  g_test_add_func ("/juggler/picture/display-list/hits-the-topmost-that-means-something",
                   test_hits_the_topmost_that_means_something);
  g_test_add_func ("/juggler/picture/display-list/hits-only-within-the-clip",
                   test_hits_only_within_the_clip);
  g_test_add_func ("/juggler/picture/display-list/hits-curves-along-their-line",
                   test_hits_curves_along_their_line);
  g_test_add_func ("/juggler/picture/display-list/describes-on-demand",
                   test_describes_on_demand);
  g_test_add_func ("/juggler/picture/display-list/clearing-forgets-everything",
                   test_clearing_forgets_everything);
  return g_test_run ();
}
