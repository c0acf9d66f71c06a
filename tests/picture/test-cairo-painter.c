/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pixels at a handful of marks: that what the list says is what one sees. */
#include "jug-cairo-painter.h"

#include "jug-picture-fixture.h"
#include "jug-test-trace.h"

/* An image that a list is painted into. */
typedef struct
{
  cairo_surface_t *surface;
  JugCairoPainter *painter;
  JugDisplayList *list;
} Image;

static void
image_init (Image *self)
{
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  self->painter = jug_cairo_painter_new (NULL);
  self->list = jug_display_list_new ();
  jug_display_list_add_rect (self->list, JUG_ITEM_RECT, 0, 0, 100, 100,
                             jug_paint (JUG_COLOR_CANVAS));
}

static void
image_clear (Image *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->painter, jug_cairo_painter_free);
  g_clear_pointer (&self->list, jug_display_list_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Image, image_clear)

static void
paint (Image *self, JugPaletteStyle style)
{
  cairo_t *cr = cairo_create (self->surface);

  jug_cairo_painter_paint (self->painter, cr, self->list, jug_palette_get (style));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

static guint32
get_pixel (Image *self, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (self->surface);
  const guint8 *row = data + y * cairo_image_surface_get_stride (self->surface);

  return *(const guint32 *) (gconstpointer) (row + 4 * x) & 0xffffff;
}

static guint32
get_color (JugPaletteStyle style, JugPaint paint)
{
  JugRgba color = jug_palette_resolve (jug_palette_get (style), paint);

  return (guint32) (color.red * 255 + 0.5f) << 16 |
         (guint32) (color.green * 255 + 0.5f) << 8 | (guint32) (color.blue * 255 + 0.5f);
}

/* Whether a pixel has a colour, but for rounding. */
static void
assert_pixel (Image *image, int x, int y, guint32 expected)
{
  guint32 pixel = get_pixel (image, x, y);

  for (guint shift = 0; shift < 24; shift += 8)
    {
      int difference = (int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff);

      if (ABS (difference) > 2)
        g_assert_cmphex (pixel, ==, expected);
    }
}

#define CANVAS get_color (JUG_PALETTE_LIGHT, jug_paint (JUG_COLOR_CANVAS))
#define TEXT get_color (JUG_PALETTE_LIGHT, jug_paint (JUG_COLOR_TEXT))

static void
test_boxes_have_round_corners (void)
{
  g_auto (Image) image = { 0 };

  image_init (&image);
  jug_display_list_add_rect (image.list, JUG_ITEM_BOX, 10, 10, 40, 30,
                             jug_paint (JUG_COLOR_TEXT))
      ->radius = 8;
  paint (&image, JUG_PALETTE_LIGHT);
  assert_pixel (&image, 10, 10, CANVAS);
  assert_pixel (&image, 30, 10, TEXT);
  assert_pixel (&image, 49, 25, TEXT);
  assert_pixel (&image, 50, 25, CANVAS);
}

static void
test_palettes_change_colours_only (void)
{
  for (JugPaletteStyle style = 0; style < JUG_N_PALETTE_STYLES; style++)
    {
      g_auto (Image) image = { 0 };

      image_init (&image);
      jug_display_list_add_rect (image.list, JUG_ITEM_RECT, 10, 10, 40, 30,
                                 jug_paint_task (JUG_COLOR_TASK, 3));
      paint (&image, style);
      assert_pixel (&image, 5, 5, get_color (style, jug_paint (JUG_COLOR_CANVAS)));
      assert_pixel (&image, 20, 20,
                    get_color (style, jug_paint_task (JUG_COLOR_TASK, 3)));
    }
}

static void
test_clips_confine (void)
{
  g_auto (Image) image = { 0 };
  const JugRect clip = { 20, 20, 10, 10 };

  image_init (&image);
  jug_display_list_set_clip (image.list, &clip);
  jug_display_list_add_rect (image.list, JUG_ITEM_RECT, 0, 0, 100, 100,
                             jug_paint (JUG_COLOR_TEXT));
  jug_display_list_set_clip (image.list, NULL);
  jug_display_list_add_rect (image.list, JUG_ITEM_RECT, 80, 80, 10, 10,
                             jug_paint (JUG_COLOR_TEXT));
  paint (&image, JUG_PALETTE_LIGHT);
  assert_pixel (&image, 25, 25, TEXT);
  assert_pixel (&image, 31, 25, CANVAS);
  assert_pixel (&image, 85, 85, TEXT);
}

static void
test_density_is_opacity (void)
{
  g_auto (Image) image = { 0 };
  const guint8 levels[] = { 0, 255, 255, 128 };
  guint32 half;

  image_init (&image);
  jug_display_list_add_density (image.list, 10, 10, 40, 10, levels, 4,
                                jug_paint (JUG_COLOR_TEXT));
  paint (&image, JUG_PALETTE_LIGHT);
  assert_pixel (&image, 15, 15, CANVAS);
  assert_pixel (&image, 25, 15, TEXT);
  assert_pixel (&image, 35, 15, TEXT);
  half = get_pixel (&image, 45, 15) & 0xff;
  g_assert_cmpuint (half, >, (TEXT & 0xff) + 60);
  g_assert_cmpuint (half, <, (CANVAS & 0xff) - 60);
}

/* Whether anything was painted in a rectangle. */
static gboolean
is_painted (Image *image, int x0, int y0, int x1, int y1)
{
  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      if (get_pixel (image, x, y) != CANVAS)
        return TRUE;
  return FALSE;
}

static void
test_long_labels_end_in_time (void)
{
  g_auto (Image) image = { 0 };

  image_init (&image);
  jug_display_list_add_label (image.list, "much longer than it may be", JUG_FONT_BODY, 10,
                              10, 50, 20, jug_paint (JUG_COLOR_TEXT));
  paint (&image, JUG_PALETTE_LIGHT);
  g_assert_true (is_painted (&image, 10, 10, 60, 30));
  g_assert_false (is_painted (&image, 62, 0, 100, 100));
  g_assert_false (is_painted (&image, 0, 0, 9, 100));
}

static void
test_labels_are_aligned (void)
{
  g_auto (Image) image = { 0 };
  const int from[] = { 0, 40, 80 };

  image_init (&image);
  for (guint align = JUG_ALIGN_START; align <= JUG_ALIGN_END; align++)
    jug_display_list_add_label (image.list, "ii", JUG_FONT_BODY, 2, 30 * align, 96, 20,
                                jug_paint (JUG_COLOR_TEXT))
        ->align = (guint8) align;
  paint (&image, JUG_PALETTE_LIGHT);
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      g_assert_cmpint (is_painted (&image, from[j], 30 * i, from[j] + 20, 30 * i + 20),
                       ==, i == j);
}

static void
test_every_marker_paints_within_its_box (void)
{
  for (JugMarker marker = JUG_MARKER_CHECK; marker <= JUG_MARKER_ARROW; marker++)
    {
      g_auto (Image) image = { 0 };

      image_init (&image);
      jug_display_list_add_marker (image.list, marker, 40, 40, 20, 20,
                                   jug_paint (JUG_COLOR_TEXT));
      paint (&image, JUG_PALETTE_LIGHT);
      g_assert_true (is_painted (&image, 40, 40, 60, 60));
      g_assert_false (is_painted (&image, 0, 0, 38, 100));
      g_assert_false (is_painted (&image, 62, 0, 100, 100));
      g_assert_false (is_painted (&image, 0, 0, 100, 38));
      g_assert_false (is_painted (&image, 0, 62, 100, 100));
    }
}

static void
test_measures_as_it_paints (void)
{
  g_autoptr (JugCairoPainter) painter = jug_cairo_painter_new (NULL);
  double narrow = jug_cairo_painter_measure ("ii", JUG_FONT_BODY, 1, painter);
  double wide = jug_cairo_painter_measure ("WW", JUG_FONT_BODY, 1, painter);

  g_assert_cmpfloat (narrow, >, 0);
  g_assert_cmpfloat (wide, >, narrow);
  g_assert_cmpfloat (jug_cairo_painter_measure ("WW", JUG_FONT_BODY_BOLD, 1, painter), >,
                     wide);
  g_assert_cmpfloat_with_epsilon (
      jug_cairo_painter_measure ("WW", JUG_FONT_BODY, 2, painter), 2 * wide, 0.5);
}

static void
test_a_timeline_is_seen_as_laid_out (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_auto (Image) image = { 0 };
  cairo_t *cr;
  const JugPalette *palette = jug_palette_get (JUG_PALETTE_LIGHT);

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  jug_picture_fixture_draw (&f);
  image.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, 400);
  image.painter = jug_cairo_painter_new (NULL);
  cr = cairo_create (image.surface);
  jug_cairo_painter_paint (image.painter, cr, f.list, palette);
  cairo_destroy (cr);
  cairo_surface_flush (image.surface);

  /* For the places see test-timeline-layout.c. */
  assert_pixel (&image, 126, 97,
                get_color (JUG_PALETTE_LIGHT, jug_paint_task (JUG_COLOR_TASK, 1)));
  assert_pixel (&image, 150, 97 + 38,
                get_color (JUG_PALETTE_LIGHT, jug_paint_task (JUG_COLOR_TASK, 2)));
  assert_pixel (&image, 400, 97 + 38,
                get_color (JUG_PALETTE_LIGHT, jug_paint_task (JUG_COLOR_TASK_TINT, 2)));
  assert_pixel (&image, 400, 78 + 38 + 9,
                get_color (JUG_PALETTE_LIGHT, jug_paint_task (JUG_COLOR_TASK_EDGE, 2)));
  assert_pixel (&image, 50, 10,
                get_color (JUG_PALETTE_LIGHT, jug_paint (JUG_COLOR_HEADER)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/cairo-painter/boxes-have-round-corners",
                   test_boxes_have_round_corners);
  g_test_add_func ("/juggler/picture/cairo-painter/palettes-change-colours-only",
                   test_palettes_change_colours_only);
  g_test_add_func ("/juggler/picture/cairo-painter/clips-confine", test_clips_confine);
  g_test_add_func ("/juggler/picture/cairo-painter/density-is-opacity",
                   test_density_is_opacity);
  g_test_add_func ("/juggler/picture/cairo-painter/long-labels-end-in-time",
                   test_long_labels_end_in_time);
  g_test_add_func ("/juggler/picture/cairo-painter/labels-are-aligned",
                   test_labels_are_aligned);
  g_test_add_func ("/juggler/picture/cairo-painter/every-marker-paints-within-its-box",
                   test_every_marker_paints_within_its_box);
  g_test_add_func ("/juggler/picture/cairo-painter/measures-as-it-paints",
                   test_measures_as_it_paints);
  g_test_add_func ("/juggler/picture/cairo-painter/a-timeline-is-seen-as-laid-out",
                   test_a_timeline_is_seen_as_laid_out);
  return g_test_run ();
}
