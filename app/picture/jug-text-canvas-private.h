/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of terminal cells, each with a character and a style. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a cell looks where colours may be used; tasks' styles follow, one per hue. */
typedef enum
{
  JUG_TEXT_PLAIN,
  JUG_TEXT_BOLD,
  JUG_TEXT_DIM,
  JUG_TEXT_READY,
  JUG_TEXT_DONE,
  JUG_TEXT_FAILED,
  JUG_TEXT_CANCELLED,
  JUG_TEXT_TASK,
} JugTextStyle;

/* A line of @width cells that is written to again and again. */
typedef struct
{
  guint width;
  gboolean ascii;
  gboolean color;
  gunichar *chars; /* 0: covered by the wide character before it */
  guint8 *styles;
} JugTextCanvas;

void
jug_text_canvas_init (JugTextCanvas *self, guint width, gboolean ascii, gboolean color);
void jug_text_canvas_clear (JugTextCanvas *self);
void jug_text_canvas_set (JugTextCanvas *self, int column, gunichar c, guint style);
gunichar jug_text_canvas_get (const JugTextCanvas *self, int column);
guint jug_text_canvas_write (
    JugTextCanvas *self, int column, guint room, const char *text, guint style);
void jug_text_canvas_flush (JugTextCanvas *self, GString *out);
guint jug_text_measure (const char *text);
void jug_text_append_clean (GString *out, const char *text, gboolean ascii);

G_END_DECLS
