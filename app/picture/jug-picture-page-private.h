/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline with title and legend, laid out to be a picture by itself. */
#pragma once

#include "jug-cairo-painter.h"
#include "jug-picture-file.h"

G_BEGIN_DECLS

/* The page: what is drawn where. */
typedef struct
{
  JugTrace *trace; /* (unowned) */
  JugSpanIndex *index;
  JugTimelineLayout *layout;
  JugCairoPainter *painter;
  JugDisplayList *chart; /* the timeline, to be painted at left, top */
  JugDisplayList *frame; /* all around it */
  double left;
  double top;
  double width;
  double height;
  char *title;
  char *subtitle;
  char *description;
} JugPicturePage;

void jug_picture_page_init (JugPicturePage *self,
                            JugTrace *trace,
                            const JugPictureOptions *options);
void jug_picture_page_clear (JugPicturePage *self);
void jug_picture_page_paint (JugPicturePage *self, cairo_t *cr, JugPaletteStyle style);

G_END_DECLS
