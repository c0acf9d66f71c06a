/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the palettes can be read, and told apart by those who see fewer colours. */
#include "jug-palette.h"

#include <math.h>

/* WCAG 2: what shapes and what text must have. */
#define SHAPE 3.0
#define TEXT 4.5

/* How far two task colours must be apart, in hundredths of the OKLab space: 2 is just
 * seen. */
#define APART 7.0

static const char *const style_names[] = { "light", "dark", "light-contrast",
                                           "dark-contrast" };

static JugRgba
resolve (JugPaletteStyle style, JugColorRole role, guint hue)
{
  return jug_palette_resolve (jug_palette_get (style),
                              (JugPaint){ (guint8) role, (guint8) hue, 255 });
}

static void
assert_contrast (
    JugPaletteStyle style, JugColorRole role, JugColorRole back, guint hue, double least)
{
  double contrast =
      jug_palette_contrast (resolve (style, role, hue), resolve (style, back, hue));

  if (contrast < least)
    g_test_message ("%s: role %d on %d, hue %u", style_names[style], role, back, hue);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
test_contrast_is_as_wcag_says (void)
{
  const JugRgba black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const JugRgba gray = { 0x76 / 255.f, 0x76 / 255.f, 0x76 / 255.f, 1 };

  g_assert_cmpfloat_with_epsilon (jug_palette_contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (jug_palette_contrast (white, white), 1, 0.001);
  /* The grey that everybody knows to be just readable on white. */
  g_assert_cmpfloat_with_epsilon (jug_palette_contrast (white, gray), 4.54, 0.01);
}

static void
test_text_can_be_read (void)
{
  const struct
  {
    JugColorRole text, back;
  } pairs[] = {
    { JUG_COLOR_TEXT, JUG_COLOR_CANVAS },
    { JUG_COLOR_TEXT, JUG_COLOR_HEADER },
    { JUG_COLOR_TEXT, JUG_COLOR_STRIPE },
    { JUG_COLOR_TEXT_DIM, JUG_COLOR_CANVAS },
    { JUG_COLOR_TEXT_DIM, JUG_COLOR_HEADER },
    { JUG_COLOR_TEXT_DIM, JUG_COLOR_STRIPE },
    { JUG_COLOR_TEXT_DIM, JUG_COLOR_BASKET },
    { JUG_COLOR_ON_CALLBACK, JUG_COLOR_CALLBACK },
    { JUG_COLOR_ON_READY, JUG_COLOR_READY_TINT },
    { JUG_COLOR_ON_DONE, JUG_COLOR_DONE },
    { JUG_COLOR_ON_FAILED, JUG_COLOR_FAILED },
    { JUG_COLOR_ON_CANCELLED, JUG_COLOR_CANCELLED },
    { JUG_COLOR_CANCELLED, JUG_COLOR_CANVAS },
    { JUG_COLOR_ON_PLAYHEAD, JUG_COLOR_PLAYHEAD },
  };

  for (JugPaletteStyle style = 0; style < JUG_N_PALETTE_STYLES; style++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      assert_contrast (style, pairs[i].text, pairs[i].back, 0, TEXT);
}

static void
test_shapes_can_be_seen (void)
{
  const struct
  {
    JugColorRole shape, back;
  } pairs[] = {
    { JUG_COLOR_RULER, JUG_COLOR_HEADER },
    { JUG_COLOR_CALLBACK, JUG_COLOR_CANVAS },
    { JUG_COLOR_CALLBACK, JUG_COLOR_STRIPE },
    { JUG_COLOR_IDLE, JUG_COLOR_CANVAS },
    { JUG_COLOR_READY, JUG_COLOR_CANVAS },
    { JUG_COLOR_READY, JUG_COLOR_STRIPE },
    { JUG_COLOR_READY, JUG_COLOR_READY_TINT },
    { JUG_COLOR_DONE, JUG_COLOR_CANVAS },
    { JUG_COLOR_DONE, JUG_COLOR_STRIPE },
    { JUG_COLOR_FAILED, JUG_COLOR_CANVAS },
    { JUG_COLOR_FAILED, JUG_COLOR_STRIPE },
    { JUG_COLOR_CANCELLED, JUG_COLOR_STRIPE },
    { JUG_COLOR_FLOW, JUG_COLOR_CANVAS },
    { JUG_COLOR_FLOW_CANCEL, JUG_COLOR_CANVAS },
    { JUG_COLOR_SELECTION, JUG_COLOR_CANVAS },
    { JUG_COLOR_SELECTION, JUG_COLOR_STRIPE },
    { JUG_COLOR_PLAYHEAD, JUG_COLOR_CANVAS },
    { JUG_COLOR_PLAYHEAD, JUG_COLOR_HEADER },
    { JUG_COLOR_BASKET_EDGE, JUG_COLOR_CANVAS },
  };

  for (JugPaletteStyle style = 0; style < JUG_N_PALETTE_STYLES; style++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      assert_contrast (style, pairs[i].shape, pairs[i].back, 0, SHAPE);
}

static void
test_tasks_can_be_seen_and_read (void)
{
  for (JugPaletteStyle style = 0; style < JUG_N_PALETTE_STYLES; style++)
    for (guint hue = 0; hue < JUG_N_HUES; hue++)
      {
        assert_contrast (style, JUG_COLOR_TASK, JUG_COLOR_CANVAS, hue, SHAPE);
        assert_contrast (style, JUG_COLOR_TASK, JUG_COLOR_STRIPE, hue, SHAPE);
        assert_contrast (style, JUG_COLOR_TASK, JUG_COLOR_HEADER, hue, SHAPE);
        assert_contrast (style, JUG_COLOR_TASK_EDGE, JUG_COLOR_CANVAS, hue, SHAPE);
        assert_contrast (style, JUG_COLOR_TASK_EDGE, JUG_COLOR_TASK_TINT, hue, SHAPE);
        assert_contrast (style, JUG_COLOR_ON_TASK, JUG_COLOR_TASK, hue, TEXT);
        assert_contrast (style, JUG_COLOR_TASK_TEXT, JUG_COLOR_CANVAS, hue, TEXT);
        assert_contrast (style, JUG_COLOR_TASK_TEXT, JUG_COLOR_HEADER, hue, TEXT);
        assert_contrast (style, JUG_COLOR_TASK_TEXT, JUG_COLOR_TASK_TINT, hue, TEXT);
      }
}

/* Colour vision */

static double
make_linear (float c)
{
  return c <= 0.04045f ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* A colour in OKLab as somebody sees it whose vision the matrix describes. */
static void
see (JugRgba color, const double m[3][3], double lab[3])
{
  const double in[] = { make_linear (color.red), make_linear (color.green),
                        make_linear (color.blue) };
  double c[3], l, n, s;

  for (guint i = 0; i < 3; i++)
    c[i] = CLAMP (m[i][0] * in[0] + m[i][1] * in[1] + m[i][2] * in[2], 0, 1);
  l = cbrt (0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
  n = cbrt (0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
  s = cbrt (0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * n - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * n + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * n - 0.8086757660 * s;
}

static void
test_tasks_can_be_told_apart (void)
{
  /* Full colour vision; without red cones; without green cones (Machado, Oliveira and
   * Fernandes, 2009). */
  static const double visions[][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
  };

  for (JugPaletteStyle style = 0; style < JUG_N_PALETTE_STYLES; style++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      for (guint a = 0; a < JUG_N_HUES; a++)
        for (guint b = 0; b < a; b++)
          {
            double one[3], other[3], distance;

            see (resolve (style, JUG_COLOR_TASK, a), visions[vision], one);
            see (resolve (style, JUG_COLOR_TASK, b), visions[vision], other);
            distance =
                100 * sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2) +
                            pow (one[2] - other[2], 2));
            if (distance < APART)
              g_test_message ("%s, vision %u: hues %u, %u", style_names[style], vision, a,
                              b);
            g_assert_cmpfloat (distance, >=, APART);
          }
}

static void
test_hues_go_round (void)
{
  g_assert_cmpuint (jug_paint_task (JUG_COLOR_TASK, 1).hue, ==, 0);
  g_assert_cmpuint (jug_paint_task (JUG_COLOR_TASK, JUG_N_HUES).hue, ==, JUG_N_HUES - 1);
  g_assert_cmpuint (jug_paint_task (JUG_COLOR_TASK, JUG_N_HUES + 1).hue, ==, 0);
}

static void
test_alpha_multiplies (void)
{
  const JugPalette *palette = jug_palette_get (JUG_PALETTE_LIGHT);
  JugPaint paint = jug_paint (JUG_COLOR_VEIL);
  float veil = jug_palette_resolve (palette, paint).alpha;

  g_assert_cmpfloat (veil, >, 0);
  g_assert_cmpfloat (veil, <, 1);
  paint.alpha = 51;
  g_assert_cmpfloat_with_epsilon (jug_palette_resolve (palette, paint).alpha, veil / 5,
                                  0.001);
  g_assert_cmpfloat_with_epsilon (
      jug_palette_resolve (palette, jug_paint (JUG_COLOR_NONE)).alpha, 0, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/palette/contrast-is-as-wcag-says",
                   test_contrast_is_as_wcag_says);
  g_test_add_func ("/juggler/picture/palette/text-can-be-read", test_text_can_be_read);
  g_test_add_func ("/juggler/picture/palette/shapes-can-be-seen",
                   test_shapes_can_be_seen);
  g_test_add_func ("/juggler/picture/palette/tasks-can-be-seen-and-read",
                   test_tasks_can_be_seen_and_read);
  g_test_add_func ("/juggler/picture/palette/tasks-can-be-told-apart",
                   test_tasks_can_be_told_apart);
  g_test_add_func ("/juggler/picture/palette/hues-go-round", test_hues_go_round);
  g_test_add_func ("/juggler/picture/palette/alpha-multiplies", test_alpha_multiplies);
  return g_test_run ();
}
