/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours by role: layouts name roles, a palette says what they look like. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JUG_N_HUES:
 *
 * How many task colours there are.  Tasks take them in turn, in the order of their
 * creation.
 */
#define JUG_N_HUES 10

/**
 * JugColorRole:
 *
 * What a colour is for.  The roles of the second group depend on a hue as well.
 */
typedef enum
{
  JUG_COLOR_NONE,     /* do not paint */
  JUG_COLOR_CANVAS,   /* behind everything */
  JUG_COLOR_HEADER,   /* behind the lanes' names and the ruler */
  JUG_COLOR_STRIPE,   /* behind every other lane or iteration, faint */
  JUG_COLOR_GRID,     /* ruler's lines through the chart, lines between lanes */
  JUG_COLOR_RULER,    /* ticks and the fold where the ruler is broken */
  JUG_COLOR_TEXT,     /* text on the canvas or header */
  JUG_COLOR_TEXT_DIM, /* the same, less important; still readable */
  JUG_COLOR_BASKET,   /* a container drawn on the canvas: slot, queue */
  JUG_COLOR_BASKET_EDGE,
  JUG_COLOR_CALLBACK,    /* a callback that is no task's step */
  JUG_COLOR_ON_CALLBACK, /* text on it */
  JUG_COLOR_IDLE,        /* the loop waits */
  JUG_COLOR_READY,       /* outline and dots of what is ready: warning tint */
  JUG_COLOR_READY_TINT,  /* pale fill of it */
  JUG_COLOR_ON_READY,    /* text on READY_TINT */
  JUG_COLOR_DONE,        /* end cap of a task that returned */
  JUG_COLOR_ON_DONE,
  JUG_COLOR_FAILED, /* end cap of a task that failed */
  JUG_COLOR_ON_FAILED,
  JUG_COLOR_CANCELLED, /* end cap of a task that was cancelled */
  JUG_COLOR_ON_CANCELLED,
  JUG_COLOR_FLOW,           /* an arrow that creates or wakes */
  JUG_COLOR_FLOW_CANCEL,    /* an arrow that cancels */
  JUG_COLOR_SELECTION,      /* outline of what is selected */
  JUG_COLOR_SELECTION_TINT, /* pale fill of the selected lane */
  JUG_COLOR_PLAYHEAD,
  JUG_COLOR_ON_PLAYHEAD,
  JUG_COLOR_VEIL,    /* over what has not happened yet: faint */
  JUG_COLOR_CURTAIN, /* over what has not happened yet: hidden */

  JUG_COLOR_TASK,      /* a task that runs: solid, hue */
  JUG_COLOR_ON_TASK,   /* text on it */
  JUG_COLOR_TASK_TINT, /* a task that waits: pale fill */
  JUG_COLOR_TASK_EDGE, /* outline on canvas and on the tint */
  JUG_COLOR_TASK_TEXT, /* text in the task's colour on canvas, header and tint */
  JUG_N_COLOR_ROLES
} JugColorRole;

/**
 * JugPaint:
 * @role: a #JugColorRole
 * @hue: for the roles of tasks: which task colour
 * @alpha: 0 (invisible) to 255 (as the palette says)
 *
 * A colour as layouts speak of it.
 */
typedef struct
{
  guint8 role;
  guint8 hue;
  guint8 alpha;
} JugPaint;

/**
 * JugRgba:
 *
 * A colour as it is painted; each channel from 0 to 1, not premultiplied.  Has the same
 * fields in the same order as GdkRGBA.
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} JugRgba;

/**
 * JugPaletteStyle:
 *
 * The four looks.
 */
typedef enum
{
  JUG_PALETTE_LIGHT,
  JUG_PALETTE_DARK,
  JUG_PALETTE_LIGHT_CONTRAST,
  JUG_PALETTE_DARK_CONTRAST,
  JUG_N_PALETTE_STYLES
} JugPaletteStyle;

/**
 * JugPalette:
 *
 * A constant table of colours.  Nobody owns it; it is never freed.
 */
typedef struct _JugPalette JugPalette;

/**
 * jug_palette_get:
 *
 * Returns: (transfer none): the palette of @style
 */
const JugPalette *jug_palette_get (JugPaletteStyle style);

/**
 * jug_palette_resolve:
 *
 * Returns: the colour that @paint is in @self
 */
JugRgba jug_palette_resolve (const JugPalette *self, JugPaint paint);

/**
 * jug_palette_contrast:
 *
 * The contrast ratio of two opaque colours as WCAG 2 defines it, from 1 to 21.
 */
double jug_palette_contrast (JugRgba a, JugRgba b);

/**
 * jug_paint:
 *
 * Returns: the opaque paint of a role without hue
 */
static inline JugPaint
jug_paint (JugColorRole role)
{
  return (JugPaint){ (guint8) role, 0, 255 };
}

/**
 * jug_paint_task:
 *
 * Returns: the opaque paint of a role in the colour of task number @task
 */
static inline JugPaint
jug_paint_task (JugColorRole role, guint32 task)
{
  return (JugPaint){ (guint8) role, (guint8) (task == 0 ? 0 : (task - 1) % JUG_N_HUES),
                     255 };
}

G_END_DECLS
