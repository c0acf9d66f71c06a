/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours by role: the four palettes. */
#include "jug-palette.h"

#include <math.h>

struct _JugPalette
{
  guint32 roles[JUG_COLOR_TASK]; /* 0xRRGGBB; the veil's opacity is below */
  guint32 hues[JUG_N_HUES];
  float veil; /* opacity of JUG_COLOR_VEIL */
  float tint; /* how much of its hue a waiting task's fill has */
  float edge; /* how much of the text's colour is mixed into an outline */
  float text; /* the same, for text in a task's colour */
};

/*
 * The hues keep their order in all palettes.  They differ in lightness as well as in hue,
 * so that those who cannot tell red from green can still tell any two of them apart; a
 * test computes that, and the contrasts.
 */
static const struct _JugPalette palettes[JUG_N_PALETTE_STYLES] = {
  [JUG_PALETTE_LIGHT] = {
    .roles = {
      [JUG_COLOR_CANVAS] = 0xffffff,
      [JUG_COLOR_HEADER] = 0xf6f5f4,
      [JUG_COLOR_STRIPE] = 0xf4f3f2,
      [JUG_COLOR_GRID] = 0xe2e0dd,
      [JUG_COLOR_RULER] = 0x77767b,
      [JUG_COLOR_TEXT] = 0x241f31,
      [JUG_COLOR_TEXT_DIM] = 0x5e5c64,
      [JUG_COLOR_BASKET] = 0xf1f0ee,
      [JUG_COLOR_BASKET_EDGE] = 0x8e8c94,
      [JUG_COLOR_CALLBACK] = 0x6b6a70,
      [JUG_COLOR_ON_CALLBACK] = 0xffffff,
      [JUG_COLOR_IDLE] = 0x8b8a92,
      [JUG_COLOR_READY] = 0x9a6500,
      [JUG_COLOR_READY_TINT] = 0xfff4d6,
      [JUG_COLOR_ON_READY] = 0x6b4600,
      [JUG_COLOR_DONE] = 0x1b7f4d,
      [JUG_COLOR_ON_DONE] = 0xffffff,
      [JUG_COLOR_FAILED] = 0xc01c28,
      [JUG_COLOR_ON_FAILED] = 0xffffff,
      [JUG_COLOR_CANCELLED] = 0x5e5c64,
      [JUG_COLOR_ON_CANCELLED] = 0xffffff,
      [JUG_COLOR_FLOW] = 0x3d3846,
      [JUG_COLOR_FLOW_CANCEL] = 0xc01c28,
      [JUG_COLOR_SELECTION] = 0x1c71d8,
      [JUG_COLOR_SELECTION_TINT] = 0xe7f0fb,
      [JUG_COLOR_PLAYHEAD] = 0xe01b24,
      [JUG_COLOR_ON_PLAYHEAD] = 0xffffff,
      [JUG_COLOR_VEIL] = 0xffffff,
      [JUG_COLOR_CURTAIN] = 0xffffff,
    },
    .hues = { 0x6e3cc3, 0x327dfe, 0xb68111, 0x129d84, 0x8b2c7b, 0x0f88b6, 0x7c2e33, 0x390668, 0x6e6805, 0x491d02 },
    .veil = 0.66f, .tint = 0.13f, .edge = 0.15f, .text = 0.42f,
  },
  [JUG_PALETTE_DARK] = {
    .roles = {
      [JUG_COLOR_CANVAS] = 0x1d1d20,
      [JUG_COLOR_HEADER] = 0x28282c,
      [JUG_COLOR_STRIPE] = 0x242428,
      [JUG_COLOR_GRID] = 0x3a3a3f,
      [JUG_COLOR_RULER] = 0x9a9996,
      [JUG_COLOR_TEXT] = 0xf6f5f4,
      [JUG_COLOR_TEXT_DIM] = 0xc0bfbc,
      [JUG_COLOR_BASKET] = 0x2b2b30,
      [JUG_COLOR_BASKET_EDGE] = 0x8a8990,
      [JUG_COLOR_CALLBACK] = 0xa8a7ad,
      [JUG_COLOR_ON_CALLBACK] = 0x101014,
      [JUG_COLOR_IDLE] = 0x85848c,
      [JUG_COLOR_READY] = 0xf5c211,
      [JUG_COLOR_READY_TINT] = 0x3d3418,
      [JUG_COLOR_ON_READY] = 0xffe08a,
      [JUG_COLOR_DONE] = 0x57e389,
      [JUG_COLOR_ON_DONE] = 0x101014,
      [JUG_COLOR_FAILED] = 0xff7b63,
      [JUG_COLOR_ON_FAILED] = 0x101014,
      [JUG_COLOR_CANCELLED] = 0xc0bfbc,
      [JUG_COLOR_ON_CANCELLED] = 0x101014,
      [JUG_COLOR_FLOW] = 0xdeddda,
      [JUG_COLOR_FLOW_CANCEL] = 0xff7b63,
      [JUG_COLOR_SELECTION] = 0x78aeed,
      [JUG_COLOR_SELECTION_TINT] = 0x26344a,
      [JUG_COLOR_PLAYHEAD] = 0xff6b5e,
      [JUG_COLOR_ON_PLAYHEAD] = 0x101014,
      [JUG_COLOR_VEIL] = 0x1d1d20,
      [JUG_COLOR_CURTAIN] = 0x1d1d20,
    },
    .hues = { 0xc058ab, 0x65b3fd, 0xf3b91b, 0x83f2af, 0xeb82ac, 0x75e1fe, 0xd28b1c, 0x6282fe, 0xf7f94b, 0xa6735a },
    .veil = 0.66f, .tint = 0.20f, .edge = 0.10f, .text = 0.45f,
  },
  [JUG_PALETTE_LIGHT_CONTRAST] = {
    .roles = {
      [JUG_COLOR_CANVAS] = 0xffffff,
      [JUG_COLOR_HEADER] = 0xffffff,
      [JUG_COLOR_STRIPE] = 0xeeeeee,
      [JUG_COLOR_GRID] = 0x767676,
      [JUG_COLOR_RULER] = 0x000000,
      [JUG_COLOR_TEXT] = 0x000000,
      [JUG_COLOR_TEXT_DIM] = 0x1a1a1a,
      [JUG_COLOR_BASKET] = 0xffffff,
      [JUG_COLOR_BASKET_EDGE] = 0x000000,
      [JUG_COLOR_CALLBACK] = 0x333333,
      [JUG_COLOR_ON_CALLBACK] = 0xffffff,
      [JUG_COLOR_IDLE] = 0x4a4a4a,
      [JUG_COLOR_READY] = 0x6b3f00,
      [JUG_COLOR_READY_TINT] = 0xfff4d6,
      [JUG_COLOR_ON_READY] = 0x000000,
      [JUG_COLOR_DONE] = 0x00522b,
      [JUG_COLOR_ON_DONE] = 0xffffff,
      [JUG_COLOR_FAILED] = 0x8b0000,
      [JUG_COLOR_ON_FAILED] = 0xffffff,
      [JUG_COLOR_CANCELLED] = 0x333333,
      [JUG_COLOR_ON_CANCELLED] = 0xffffff,
      [JUG_COLOR_FLOW] = 0x000000,
      [JUG_COLOR_FLOW_CANCEL] = 0x8b0000,
      [JUG_COLOR_SELECTION] = 0x003e92,
      [JUG_COLOR_SELECTION_TINT] = 0xdbe9ff,
      [JUG_COLOR_PLAYHEAD] = 0xb3000f,
      [JUG_COLOR_ON_PLAYHEAD] = 0xffffff,
      [JUG_COLOR_VEIL] = 0xffffff,
      [JUG_COLOR_CURTAIN] = 0xffffff,
    },
    .hues = { 0x7e47d2, 0x1a1ba5, 0x744000, 0x11775e, 0x7d154d, 0x126586, 0x641604, 0x180161, 0x7a6802, 0x2a0901 },
    .veil = 0.5f, .tint = 0.06f, .edge = 0.4f, .text = 0.6f,
  },
  [JUG_PALETTE_DARK_CONTRAST] = {
    .roles = {
      [JUG_COLOR_CANVAS] = 0x000000,
      [JUG_COLOR_HEADER] = 0x000000,
      [JUG_COLOR_STRIPE] = 0x1c1c1c,
      [JUG_COLOR_GRID] = 0x8a8a8a,
      [JUG_COLOR_RULER] = 0xffffff,
      [JUG_COLOR_TEXT] = 0xffffff,
      [JUG_COLOR_TEXT_DIM] = 0xf0f0f0,
      [JUG_COLOR_BASKET] = 0x000000,
      [JUG_COLOR_BASKET_EDGE] = 0xffffff,
      [JUG_COLOR_CALLBACK] = 0xd8d8d8,
      [JUG_COLOR_ON_CALLBACK] = 0x000000,
      [JUG_COLOR_IDLE] = 0xc0c0c0,
      [JUG_COLOR_READY] = 0xffd84d,
      [JUG_COLOR_READY_TINT] = 0x2b2300,
      [JUG_COLOR_ON_READY] = 0xffffff,
      [JUG_COLOR_DONE] = 0x7dffae,
      [JUG_COLOR_ON_DONE] = 0x000000,
      [JUG_COLOR_FAILED] = 0xff9c8a,
      [JUG_COLOR_ON_FAILED] = 0x000000,
      [JUG_COLOR_CANCELLED] = 0xe0e0e0,
      [JUG_COLOR_ON_CANCELLED] = 0x000000,
      [JUG_COLOR_FLOW] = 0xffffff,
      [JUG_COLOR_FLOW_CANCEL] = 0xff9c8a,
      [JUG_COLOR_SELECTION] = 0xa9ceff,
      [JUG_COLOR_SELECTION_TINT] = 0x12294d,
      [JUG_COLOR_PLAYHEAD] = 0xff8a7d,
      [JUG_COLOR_ON_PLAYHEAD] = 0x000000,
      [JUG_COLOR_VEIL] = 0x000000,
      [JUG_COLOR_CURTAIN] = 0x000000,
    },
    .hues = { 0xc274ba, 0x89cdf2, 0xf4c010, 0x86ffad, 0xd58e98, 0x92fafe, 0xd8830d, 0x92a4fd, 0xf2fd41, 0xddb593 },
    .veil = 0.5f, .tint = 0.12f, .edge = 0.3f, .text = 0.5f,
  },
};

static JugRgba
unpack (guint32 color, float alpha)
{
  return (JugRgba){
    (float) ((color >> 16) & 0xff) / 255,
    (float) ((color >> 8) & 0xff) / 255,
    (float) (color & 0xff) / 255,
    alpha,
  };
}

/* @share of @b in @a. */
static JugRgba
mix (JugRgba a, JugRgba b, float share)
{
  return (JugRgba){
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
    1,
  };
}

static double
get_luminance (JugRgba color)
{
  const float channels[] = { color.red, color.green, color.blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      double c = channels[i];

      luminance +=
          weights[i] * (c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

double
jug_palette_contrast (JugRgba a, JugRgba b)
{
  double one = get_luminance (a) + 0.05;
  double other = get_luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

const JugPalette *
jug_palette_get (JugPaletteStyle style)
{
  g_return_val_if_fail (style < JUG_N_PALETTE_STYLES, &palettes[JUG_PALETTE_LIGHT]);

  return &palettes[style];
}

/* White or black, whichever is easier to read on @color. */
static JugRgba
choose_text_on (JugRgba color)
{
  JugRgba white = unpack (0xffffff, 1);
  JugRgba black = unpack (0x101014, 1);

  return jug_palette_contrast (color, white) >= jug_palette_contrast (color, black)
             ? white
             : black;
}

static JugRgba
resolve_task (const JugPalette *self, JugColorRole role, guint hue)
{
  JugRgba solid = unpack (self->hues[hue % JUG_N_HUES], 1);

  if (role == JUG_COLOR_ON_TASK)
    return choose_text_on (solid);
  if (role == JUG_COLOR_TASK_TINT)
    return mix (unpack (self->roles[JUG_COLOR_CANVAS], 1), solid, self->tint);
  if (role == JUG_COLOR_TASK_EDGE)
    return mix (solid, unpack (self->roles[JUG_COLOR_TEXT], 1), self->edge);
  if (role == JUG_COLOR_TASK_TEXT)
    return mix (solid, unpack (self->roles[JUG_COLOR_TEXT], 1), self->text);
  return solid;
}

JugRgba
jug_palette_resolve (const JugPalette *self, JugPaint paint)
{
  JugRgba color;

  g_return_val_if_fail (self != NULL, ((JugRgba){ 0, 0, 0, 0 }));
  g_return_val_if_fail (paint.role < JUG_N_COLOR_ROLES, ((JugRgba){ 0, 0, 0, 0 }));

  if (paint.role == JUG_COLOR_NONE)
    return (JugRgba){ 0, 0, 0, 0 };
  if (paint.role < JUG_COLOR_TASK)
    color = unpack (self->roles[paint.role], 1);
  else
    color = resolve_task (self, paint.role, paint.hue);
  if (paint.role == JUG_COLOR_VEIL)
    color.alpha = self->veil;
  color.alpha *= (float) paint.alpha / 255;
  return color;
}
