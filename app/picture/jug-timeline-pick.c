/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a point of a timeline to what is there, and back. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* How far beside the playhead's knob, and behind a task's end, still counts. */
#define KNOB_REACH 9.0
#define END_REACH 24.0

static gboolean
give (JugTimelineLayout *self,
      JugPictureRef *ref,
      JugPictureKind kind,
      guint32 task,
      guint32 event)
{
  if (jug_timeline_layout_is_hidden (self, event))
    return FALSE;
  *ref = (JugPictureRef){ kind, task, event };
  return TRUE;
}

static gboolean
pick_name (JugTimelineLayout *self, guint32 row, JugPictureRef *ref)
{
  guint32 task = jug_timeline_layout_get_row_task (self, row);

  if (task != JUG_TASK_LOOP &&
      jug_timeline_layout_is_hidden (
          self, jug_trace_get_task (self->trace, task)->create_event))
    return FALSE;
  return give (self, ref, JUG_PICTURE_LANE, task, JUG_NO_EVENT);
}

static gboolean
pick_on_loop (
    JugTimelineLayout *self, double x, double y, guint32 event, JugPictureRef *ref)
{
  guint32 n = jug_span_index_find_run (self->index, event);
  guint32 iteration = jug_span_index_find_iteration (self->index, event + 1);

  if (y >= self->lanes.y + self->metrics.loop * 0.35 && n != G_MAXUINT32)
    {
      const JugRun *run = jug_span_index_get_run (self->index, n);

      if (event < run->end || (run->end + 1 == self->axis.n_events &&
                               x <= jug_timeline_layout_get_x (self, run->end)))
        return give (self, ref,
                     run->kind == JUG_RUN_IDLE ? JUG_PICTURE_IDLE : JUG_PICTURE_RUN,
                     run->task, run->begin);
    }
  if (iteration > 0)
    return give (self, ref, JUG_PICTURE_ITERATION, JUG_TASK_LOOP,
                 jug_span_index_get_iteration (self->index, iteration - 1));
  return give (self, ref, JUG_PICTURE_LANE, JUG_TASK_LOOP, JUG_NO_EVENT);
}

static gboolean
pick_on_lane (
    JugTimelineLayout *self, double x, guint32 task, guint32 event, JugPictureRef *ref)
{
  guint32 span = jug_span_index_find_span (self->index, task, event);
  guint32 end = jug_span_index_get_end_event (self->index, task);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);

  if (span != G_MAXUINT32)
    return give (self, ref, JUG_PICTURE_SPAN, task, spans[span].begin);
  if (end != JUG_NO_EVENT && event >= end &&
      x <= jug_timeline_layout_get_x (self, end) + END_REACH * self->view.font_scale)
    return give (self, ref, JUG_PICTURE_EVENT, task, end);
  return pick_name (self, jug_timeline_layout_get_task_row (self, task), ref);
}

gboolean
jug_timeline_layout_pick (JugTimelineLayout *self, double x, double y, JugPictureRef *ref)
{
  guint32 row, event;
  double playhead_x;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ref != NULL, FALSE);

  *ref = JUG_PICTURE_REF_NONE;
  if (x < 0 || y < 0 || x >= self->view.width || y >= self->view.height)
    return FALSE;
  if (y < self->lanes.y)
    {
      playhead_x = jug_timeline_layout_get_playhead_x (self);
      if (self->view.show_playhead && self->view.playhead != JUG_NO_EVENT &&
          self->axis.n_events > 0 && x >= self->lanes.x &&
          fabs (x - playhead_x) <= KNOB_REACH * self->view.font_scale)
        return give (self, ref, JUG_PICTURE_PLAYHEAD, JUG_TASK_LOOP, self->view.playhead);
      event = x >= self->lanes.x ? jug_timeline_layout_pick_note (self, x) : JUG_NO_EVENT;
      if (event != JUG_NO_EVENT)
        return give (self, ref, JUG_PICTURE_NOTE, JUG_TASK_LOOP, event);
      return give (self, ref, JUG_PICTURE_RULER, JUG_TASK_LOOP, JUG_NO_EVENT);
    }

  row = jug_timeline_layout_y_to_row (self, y);
  if (row == JUG_NO_ROW || self->axis.n_events == 0)
    return FALSE;
  if (x < self->lanes.x)
    return pick_name (self, row, ref);
  /* Behind the curtain there is nothing. */
  if (self->view.future == JUG_FUTURE_HIDDEN && self->view.playhead != JUG_NO_EVENT &&
      x > jug_timeline_layout_get_playhead_x (self))
    return FALSE;
  event = jug_timeline_layout_x_to_event (self, x);
  if (jug_timeline_layout_get_x (self, event) > x + 0.5)
    return pick_name (self, row, ref);
  if (row == 0)
    return pick_on_loop (self, x, y, event, ref);
  return pick_on_lane (self, x, jug_timeline_layout_get_row_task (self, row), event, ref);
}

/* Back */

static void
set_stretch (JugTimelineLayout *self, JugRect *bounds, guint32 first, guint32 last)
{
  double x0 = jug_timeline_layout_get_x (self, first);
  double x1 = jug_timeline_layout_get_x (self, last);

  bounds->x = (float) x0;
  bounds->width = (float) (x1 - x0);
}

static void
set_row (JugTimelineLayout *self, JugRect *bounds, guint32 row)
{
  double height = row == 0 ? self->metrics.loop : self->metrics.row;
  double bar = row == 0 ? self->metrics.loop - 10 : self->metrics.bar;

  bounds->y =
      (float) (jug_timeline_layout_row_to_y (self, row) + floor ((height - bar) / 2));
  bounds->height = (float) bar;
}

static gboolean
bound_span (JugTimelineLayout *self, const JugPictureRef *ref, JugRect *bounds)
{
  guint32 span = jug_span_index_find_span (self->index, ref->task, ref->event);

  if (span == G_MAXUINT32)
    return FALSE;
  set_stretch (self, bounds, ref->event,
               jug_span_index_get_span_end (self->index, ref->task, span));
  return TRUE;
}

static gboolean
bound_run (JugTimelineLayout *self, const JugPictureRef *ref, JugRect *bounds)
{
  guint32 n = jug_span_index_find_run (self->index, ref->event);

  if (n == G_MAXUINT32)
    return FALSE;
  set_stretch (self, bounds, ref->event, jug_span_index_get_run (self->index, n)->end);
  set_row (self, bounds, 0);
  return TRUE;
}

static gboolean
bound_iteration (JugTimelineLayout *self, const JugPictureRef *ref, JugRect *bounds)
{
  guint32 n = jug_span_index_find_iteration (self->index, ref->event + 1);

  set_stretch (self, bounds, ref->event,
               n < jug_span_index_get_n_iterations (self->index)
                   ? jug_span_index_get_iteration (self->index, n)
                   : self->axis.n_events - 1);
  set_row (self, bounds, 0);
  return TRUE;
}

gboolean
jug_timeline_layout_get_bounds (JugTimelineLayout *self,
                                const JugPictureRef *ref,
                                JugRect *bounds)
{
  guint32 row;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ref != NULL, FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  row = jug_timeline_layout_get_task_row (self, ref->task);
  /* A step on the loop's lane is there, whether its task's lane is or not. */
  if (row == JUG_NO_ROW && ref->kind == JUG_PICTURE_RUN)
    row = 0;
  if (row == JUG_NO_ROW ||
      (ref->event != JUG_NO_EVENT && ref->event >= self->axis.n_events))
    return FALSE;
  set_row (self, bounds, row);
  switch (ref->kind)
    {
    case JUG_PICTURE_LANE:
    case JUG_PICTURE_TASK:
      bounds->x = self->lanes.x;
      bounds->width = self->lanes.width;
      return TRUE;
    case JUG_PICTURE_SPAN:
      return bound_span (self, ref, bounds);
    case JUG_PICTURE_RUN:
    case JUG_PICTURE_IDLE:
      return bound_run (self, ref, bounds);
    case JUG_PICTURE_ITERATION:
      return bound_iteration (self, ref, bounds);
    case JUG_PICTURE_FLOW:
    case JUG_PICTURE_EVENT:
    case JUG_PICTURE_QUEUE_ITEM:
    case JUG_PICTURE_TIMER:
      if (ref->event == JUG_NO_EVENT)
        return FALSE;
      set_stretch (self, bounds, ref->event, ref->event);
      return TRUE;
    case JUG_PICTURE_PLAYHEAD:
      if (ref->event == JUG_NO_EVENT)
        return FALSE;
      set_stretch (self, bounds, ref->event, ref->event);
      bounds->y = 0;
      bounds->height = (float) self->view.height;
      return TRUE;
    case JUG_PICTURE_NOTE:
      if (ref->event == JUG_NO_EVENT)
        return FALSE;
      set_stretch (self, bounds, ref->event, ref->event);
      bounds->y = 0;
      bounds->height = (float) self->metrics.ruler;
      return TRUE;
    case JUG_PICTURE_RULER:
      *bounds = (JugRect){ self->lanes.x, 0, self->lanes.width, self->lanes.y };
      return TRUE;
    case JUG_PICTURE_NONE:
      return FALSE;
    }
  g_assert_not_reached ();
}
