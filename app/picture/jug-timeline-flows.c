/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrows between lanes: who creates, wakes and cancels whom. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* More arrows than this would hide what they explain. */
#define MAX_FLOWS 120

/* What other lanes do is looked through for so many waits at most. */
#define MAX_LOOKUPS 1000

typedef struct
{
  JugTimelineLayout *layout;
  JugDisplayList *list;
  guint32 task;  /* whose flows */
  guint32 first; /* from events of this stretch, or to them */
  guint32 last;
  guint n_flows;
  guint n_lookups;
} Flows;

static gboolean
is_within (const Flows *flows, guint32 event)
{
  return event >= flows->first && event <= flows->last;
}

/* The edge of a lane's bars that faces another lane. */
static double
get_edge (JugTimelineLayout *self, guint32 row, gboolean lower)
{
  double y = jug_timeline_layout_row_to_y (self, row);

  if (row == 0)
    return y + self->metrics.loop - 6 * self->view.font_scale;
  return y + floor ((self->metrics.row + (lower ? +1 : -1) * self->metrics.wait) / 2);
}

/* An arrow from what happened at @from, on the lane of @from_task, to @to on
 * @to_task's. */
static void
add_flow (Flows *flows,
          guint32 from,
          guint32 from_task,
          guint32 to,
          guint32 to_task,
          JugColorRole role,
          gboolean dashed)
{
  JugTimelineLayout *self = flows->layout;
  guint32 from_row = jug_timeline_layout_get_task_row (self, from_task);
  guint32 to_row = jug_timeline_layout_get_task_row (self, to_task);
  double x1, y1, x2, y2, bend;
  JugDisplayItem *item;

  if (flows->n_flows >= MAX_FLOWS || from_row == JUG_NO_ROW || to_row == JUG_NO_ROW ||
      from_row == to_row || jug_timeline_layout_is_hidden (self, to))
    return;
  flows->n_flows++;
  x1 = jug_timeline_layout_get_x (self, from);
  x2 = jug_timeline_layout_get_x (self, to);
  x1 = CLAMP (x1, self->lanes.x - 2000, self->lanes.x + self->lanes.width + 2000);
  x2 = CLAMP (x2, self->lanes.x - 2000, self->lanes.x + self->lanes.width + 2000);
  y1 = get_edge (self, from_row, from_row < to_row);
  y2 = get_edge (self, to_row, from_row > to_row);
  bend = MAX (10, fabs (y2 - y1) * 0.5) * (y2 > y1 ? 1 : -1);
  {
    const JugPoint points[] = {
      { (float) x1, (float) y1 },
      { (float) x1, (float) (y1 + bend) },
      { (float) x2, (float) (y2 - bend) },
      { (float) x2, (float) y2 },
    };

    item = jug_display_list_add_points (flows->list, JUG_ITEM_CURVE, points,
                                        G_N_ELEMENTS (points));
  }
  item->stroke = jug_paint (role);
  item->line_width = 1.5f;
  item->arrow = TRUE;
  item->dashed = dashed;
  item->ref = (JugPictureRef){ JUG_PICTURE_FLOW, to_task, to };
}

/* What made a task ready, if it has to do with the selection. */
static void
add_wake (Flows *flows, guint32 task, const JugSpan *span)
{
  JugTimelineLayout *self = flows->layout;
  guint32 origin = jug_span_index_get_origin (self->index, span->begin);
  const JugEvent *event;
  guint32 from_task;
  gboolean outside;

  flows->n_lookups++;
  if (origin == JUG_NO_EVENT)
    return;
  event = jug_trace_get_event (self->trace, origin);
  /* A cancel has an arrow of its own. */
  if (event->kind == JUG_EVENT_CANCEL)
    return;
  outside = event->kind == JUG_EVENT_TIMER_FIRE || event->kind == JUG_EVENT_IO_DONE;
  from_task = outside ? JUG_TASK_LOOP : event->task;
  if (task == flows->task ? !is_within (flows, span->begin)
                          : from_task != flows->task || !is_within (flows, origin))
    return;
  add_flow (flows, origin, from_task, span->begin, task, JUG_COLOR_FLOW, outside);
}

/* The flows that end on a task's lane, within the chart. */
static void
add_lane (Flows *flows, guint32 task)
{
  JugTimelineLayout *self = flows->layout;
  guint32 n_spans, i;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  const JugTraceTask *about = jug_trace_get_task (self->trace, task);

  if (n_spans == 0)
    return;
  if ((task == flows->task || about->parent == flows->task) &&
      is_within (flows, about->create_event) && about->create_event <= self->last_event)
    add_flow (flows, about->create_event, about->parent, about->create_event, task,
              JUG_COLOR_FLOW, FALSE);
  /* An arrow to a bar that is merged with others would point at nothing. */
  if (self->merge_bar > JUG_TIMELINE_MIN_BAR)
    return;
  i = jug_span_index_lower_span (self->index, task, self->first_event);
  /* The first span is ready from the creation on. */
  for (i = MAX (i, 1); i < n_spans && spans[i].begin <= self->last_event &&
                       flows->n_lookups < MAX_LOOKUPS && flows->n_flows < MAX_FLOWS;
       i++)
    if (spans[i].state == JUG_SPAN_READY)
      add_wake (flows, task, &spans[i]);
}

static void
add_cancels (Flows *flows)
{
  JugTimelineLayout *self = flows->layout;
  guint32 n_cancels;
  const guint32 *cancels = jug_span_index_get_cancels (self->index, &n_cancels);
  guint32 i = jug_timeline_layout_find_index (cancels, n_cancels, self->first_event);

  for (;
       i < n_cancels && cancels[i] <= self->last_event && flows->n_lookups < MAX_LOOKUPS;
       i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, cancels[i]);

      flows->n_lookups++;
      if (is_within (flows, cancels[i]) &&
          (event->task == flows->task || event->object == flows->task))
        add_flow (flows, cancels[i], event->object, cancels[i], event->task,
                  JUG_COLOR_FLOW_CANCEL, FALSE);
    }
}

/* The stretch of events that the selection covers. */
static void
set_stretch (Flows *flows, const JugPictureRef *selection)
{
  JugTimelineLayout *self = flows->layout;
  guint32 span;

  flows->first = 0;
  flows->last = G_MAXUINT32;
  if (selection->kind == JUG_PICTURE_LANE || selection->kind == JUG_PICTURE_TASK ||
      selection->event == JUG_NO_EVENT)
    return;
  flows->first = flows->last = selection->event;
  span = jug_span_index_find_span (self->index, selection->task, selection->event);
  if (span == G_MAXUINT32)
    return;
  flows->last = jug_span_index_get_span_end (self->index, selection->task, span);
  /* What made it ready belongs to a step, and what its end wakes as well. */
  if (span > 0)
    flows->first =
        jug_span_index_get_spans (self->index, selection->task, &(guint32){ 0 })[span - 1]
            .begin;
}

/* Adds the flows of the selection. */
void
jug_timeline_layout_draw_flows (JugTimelineLayout *self, JugDisplayList *list)
{
  const JugPictureRef *selection = &self->view.selection;
  JugTimelineRows rows;
  guint32 selected_row = jug_timeline_layout_get_task_row (self, selection->task);
  Flows flows = { .layout = self, .list = list, .task = selection->task };
  JugRect clip = self->lanes;

  if (selection->kind == JUG_PICTURE_NONE || selection->task == JUG_TASK_LOOP ||
      selected_row == JUG_NO_ROW)
    return;
  set_stretch (&flows, selection);
  jug_display_list_set_clip (list, &clip);
  add_lane (&flows, selection->task);
  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    for (jug_timeline_layout_get_rows (self, part, &rows); rows.row < rows.end;
         rows.row++)
      if (rows.row != selected_row)
        add_lane (&flows, jug_timeline_layout_get_row_task (self, rows.row));
  add_cancels (&flows);
}
