/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a text timeline share. */
#pragma once

#include "jug-text-canvas-private.h"
#include "jug-text-timeline.h"
#include "jug-timeline-axis-private.h"

G_BEGIN_DECLS

/* So many lanes are written; the others are counted. */
#define JUG_TEXT_MAX_ROWS 200

/* The signs of the states, with and without Unicode. */
typedef struct
{
  gunichar running, other_running, ready, waiting, callback, idle;
  gunichar done, failed, cancelled, cancel;
  gunichar tick, ruler, moment;
} JugTextSigns;

/* What is being written. */
typedef struct
{
  JugTrace *trace;     /* (unowned) */
  JugSpanIndex *index; /* (unowned) */
  JugTextTimelineOptions options;
  const JugTextSigns *signs;
  JugTimelineAxis axis;
  JugTextCanvas canvas;
  GString *out;  /* (unowned) */
  GString *text; /* scratch */
  guint width;   /* of all */
  guint names;   /* of the names, with the blank behind them */
} JugTextWriter;

/* The style of a task's colour. */
static inline guint
jug_text_writer_get_style (guint32 task)
{
  return JUG_TEXT_TASK + (task - 1) % JUG_N_HUES;
}

const char *jug_text_writer_get_label (JugTextWriter *self, guint32 task);
guint jug_text_writer_get_indent (JugTextWriter *self, guint32 task);
int jug_text_writer_get_column (JugTextWriter *self, double x);
void jug_text_writer_write_lanes (JugTextWriter *self);

G_END_DECLS
