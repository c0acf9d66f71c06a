/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the queues of the loop at one moment: one chip for each thing. */
#pragma once

#include "jug-loop-layout.h"

G_BEGIN_DECLS

/* The parts of the picture, from the top. */
typedef enum
{
  JUG_LOOP_RUNNING,
  JUG_LOOP_READY,
  JUG_LOOP_TIMERS,
  JUG_LOOP_OUTSIDE,
  JUG_LOOP_WAITING,
  JUG_LOOP_DONE,
  JUG_LOOP_N_SECTIONS
} JugLoopSection;

/* How a chip looks. */
typedef enum
{
  JUG_CHIP_RUNNING,
  JUG_CHIP_CALLBACK, /* runs, but is no step */
  JUG_CHIP_IDLE,
  JUG_CHIP_READY,
  JUG_CHIP_READY_CANCELLED,
  JUG_CHIP_TIMER,
  JUG_CHIP_TIMEOUT,
  JUG_CHIP_OUTSIDE,
  JUG_CHIP_WAITING,
  JUG_CHIP_DONE,
  JUG_CHIP_FAILED,
  JUG_CHIP_CANCELLED,
} JugChipLook;

/* A chip; its texts are places in the texts of all. */
typedef struct
{
  JugChipLook look;
  JugPictureRef ref;
  guint32 label;
  guint32 detail;
  gboolean asked_to_cancel; /* of a waiting task */
} JugLoopChip;

/* The chips of all sections; of a long one only the first are made. */
typedef struct
{
  JugCursor *cursor;                  /* (unowned) */
  JugTrace *trace;                    /* (unowned) */
  JugTaskLabelFunc label;             /* (nullable) */
  gpointer label_data;                /* (unowned) */
  GArray *chips[JUG_LOOP_N_SECTIONS]; /* of JugLoopChip */
  guint n_all[JUG_LOOP_N_SECTIONS];
  guint n_ready_now; /* so many ready ones will run in this iteration; 0: not known */
  GString *texts;
} JugLoopChips;

JugLoopChips *
jug_loop_chips_new (JugCursor *cursor, JugTaskLabelFunc label, gpointer label_data);
void jug_loop_chips_free (JugLoopChips *self);
char *jug_loop_chips_describe (JugLoopChips *self, const JugPictureRef *ref);

/* What a chip is drawn with. */
typedef struct
{
  const JugLoopView *view; /* (unowned) */
  JugDisplayList *list;    /* (unowned) */
  JugLoopChips *chips;     /* owned by the list */
  JugMeasureFunc measure;
  double scale;
  gboolean wide; /* the ready queue stands beside what runs */
} JugLoopLayout;

/* Sizes in px at font scale 1. */
#define JUG_CHIP_HEIGHT 26.0
#define JUG_CHIP_GAP 6.0

double jug_loop_layout_measure (JugLoopLayout *self, const char *text, JugFontRole role);
double jug_loop_layout_get_chip_width (JugLoopLayout *self, const JugLoopChip *chip);
JugDisplayItem *jug_loop_layout_add_box (JugLoopLayout *self,
                                         const JugRect *rect,
                                         JugPaint fill,
                                         JugPaint stroke);
void jug_loop_layout_draw_chip (
    JugLoopLayout *self, const JugLoopChip *chip, double x, double y, double width);

G_END_DECLS
