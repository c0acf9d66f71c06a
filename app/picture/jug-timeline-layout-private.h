/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline's layout consists of, for the files that draw its parts. */
#pragma once

#include "jug-timeline-axis-private.h"
#include "jug-timeline-layout.h"
#include "jug-wait-text-private.h"

G_BEGIN_DECLS

/* In a lane whose bars would be narrower than this on average, the narrower ones are
 * merged, and summed up per column: with few bars in sight only what could not be told
 * apart, with many all that would take longer to paint than it is worth. */
#define JUG_TIMELINE_MIN_BAR 4.0
#define JUG_TIMELINE_MERGE_BAR 20.0
#define JUG_TIMELINE_COLUMN 4.0

/* So many bars are few. */
#define JUG_TIMELINE_FEW_BARS 1500

/* Sizes in px at the view's font scale, computed once per view. */
typedef struct
{
  double header;    /* width of the column of names */
  double ruler;     /* height of the ruler */
  double loop;      /* height of the loop's lane, which does not scroll */
  double row;       /* height of a task's lane */
  double bar;       /* height of a running bar */
  double wait;      /* height of a waiting bar */
  double ready;     /* height of a ready bar */
  double indent;    /* of a child's name */
  double pad_left;  /* before the first event */
  double pad_right; /* after the last, for what is written there */
  gboolean texts;   /* lanes are high enough for text */
} JugTimelineMetrics;

/* A place of the ruler that has a label. */
typedef struct
{
  double x;
  char label[32];
} JugTimelineTick;

/* Rows that are to be seen in one part of the picture. */
typedef struct
{
  guint32 row; /* the first one */
  guint32 end; /* the one behind the last */
  JugRect area;
} JugTimelineRows;

/* Of the lanes that are pinned, and of those that scroll. */
#define JUG_TIMELINE_N_PARTS 2

/* A stretch of the time axis in which no time passes. */
typedef struct
{
  double x0;
  double x1;
} JugTimelineBand;

struct _JugTimelineLayout
{
  JugSpanIndex *index;
  JugTrace *trace; /* (unowned): the index's */
  JugTimelineView view;
  JugTimelineMetrics metrics;
  JugTimelineAxis axis;
  JugRect chart;       /* the tasks' lanes that scroll */
  JugRect fixed;       /* those that are pinned, above it */
  guint32 n_fixed;     /* how many these are */
  JugRect lanes;       /* all of them, with the loop's lane */
  double origin;       /* x in the picture of x 0 of the axis */
  guint32 first_event; /* the last event at or left of the chart's left edge */
  guint32 last_event;  /* the last one at or left of its right edge */
  double merge_bar;    /* bars narrower than this may be merged */

  GString *text;       /* scratch */
  GArray *columns;     /* of guint32: last event in each visible column; JUG_NO_EVENT: not
                          looked up yet */
  gint64 first_column; /* number of the first visible column */
  GByteArray *running; /* scratch: levels per visible column */
  GByteArray *ready;   /* scratch */
  GArray *ticks;       /* of JugTimelineTick; scratch */
  GArray *bands;       /* of JugTimelineBand; scratch */

  /* The widest name, and what it was measured for. */
  double names_width;
  guint32 names_rows;
  double names_scale;
  JugMeasureFunc names_measure;
  gpointer names_data; /* (unowned) */
  JugTaskLabelFunc names_label;
};

/* An event's x in the picture. */
static inline double
jug_timeline_layout_get_x (JugTimelineLayout *self, guint32 event)
{
  return self->origin + jug_timeline_axis_get_x (&self->axis, event);
}

/* A span's left edge in the picture. */
static inline double
jug_timeline_layout_get_span_x (JugTimelineLayout *self, const JugSpan *span)
{
  return self->origin + jug_timeline_axis_get_x_near (&self->axis, span->begin,
                                                      span->begin_ns, span->run);
}

/* The width of a text in the picture. */
static inline double
jug_timeline_layout_measure (JugTimelineLayout *self, const char *text, JugFontRole role)
{
  return self->view.measure (text, role, self->view.font_scale, self->view.measure_data);
}

/* The number of the first of some indices that is at or after an event. */
static inline guint32
jug_timeline_layout_find_index (const guint32 *indices, guint32 n, guint32 event)
{
  guint32 low = 0, high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (indices[middle] < event)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* jug-timeline-rows.c */
guint32 jug_timeline_layout_get_n_rows (JugTimelineLayout *self);
guint32 jug_timeline_layout_get_row_task (JugTimelineLayout *self, guint32 row);
guint32 jug_timeline_layout_get_task_row (JugTimelineLayout *self, guint32 task);
void jug_timeline_layout_set_row_areas (JugTimelineLayout *self);
const JugRect *jug_timeline_layout_get_row_area (JugTimelineLayout *self, guint32 row);
void
jug_timeline_layout_get_rows (JugTimelineLayout *self, guint part, JugTimelineRows *rows);

/* jug-timeline-layout.c */
void jug_timeline_layout_set_describe (JugTimelineLayout *self, JugDisplayList *list);
const char *jug_timeline_layout_get_label (JugTimelineLayout *self, guint32 task);
void jug_timeline_layout_set_wait (JugTimelineLayout *self,
                                   guint32 wait_event,
                                   JugWaitText *text);
gboolean jug_timeline_layout_add_fitting_label (JugTimelineLayout *self,
                                                JugDisplayList *list,
                                                const char *text,
                                                JugFontRole role,
                                                double x0,
                                                double x1,
                                                double y,
                                                double height,
                                                JugPaint color);

/* jug-timeline-lane.c */
void jug_timeline_layout_draw_lane (JugTimelineLayout *self,
                                    JugDisplayList *list,
                                    guint32 task,
                                    double y);

/* jug-timeline-ends.c */
void jug_timeline_layout_draw_end (JugTimelineLayout *self,
                                   JugDisplayList *list,
                                   guint32 task,
                                   double y);
void jug_timeline_layout_draw_cancels (JugTimelineLayout *self, JugDisplayList *list);

/* jug-timeline-density.c */
void jug_timeline_layout_reset_columns (JugTimelineLayout *self);
guint32 jug_timeline_layout_get_column_event (JugTimelineLayout *self, gint64 column);
guint32 jug_timeline_layout_merge_spans (JugTimelineLayout *self,
                                         guint32 task,
                                         guint32 span,
                                         double *x);
void jug_timeline_layout_flush_density (
    JugTimelineLayout *self, JugDisplayList *list, guint32 task, double y, double height);

/* jug-timeline-loop-lane.c */
void jug_timeline_layout_draw_loop_lane (JugTimelineLayout *self, JugDisplayList *list);

/* jug-timeline-ruler.c */
void jug_timeline_layout_draw_grid (JugTimelineLayout *self, JugDisplayList *list);
void jug_timeline_layout_draw_ruler (JugTimelineLayout *self, JugDisplayList *list);

/* jug-timeline-flows.c */
void jug_timeline_layout_draw_flows (JugTimelineLayout *self, JugDisplayList *list);

/* jug-timeline-marks.c */
void jug_timeline_layout_draw_hits (JugTimelineLayout *self, JugDisplayList *list);
void jug_timeline_layout_draw_notes (JugTimelineLayout *self, JugDisplayList *list);
guint32 jug_timeline_layout_pick_note (JugTimelineLayout *self, double x);

/* jug-timeline-overlay.c */
gboolean jug_timeline_layout_is_hidden (JugTimelineLayout *self, guint32 event);
double jug_timeline_layout_get_playhead_x (JugTimelineLayout *self);

/* jug-timeline-range.c */
void jug_timeline_layout_draw_range (JugTimelineLayout *self, JugDisplayList *list);

/* jug-timeline-names.c */
void jug_timeline_layout_draw_names (JugTimelineLayout *self, JugDisplayList *list);

G_END_DECLS
