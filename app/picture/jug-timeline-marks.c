/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person puts on a timeline: where something was found, and notes. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* Sizes in px at font scale 1. */
#define HIT_WIDTH 9.0
#define HIT_HEIGHT 7.0
#define TICK_WIDTH 3.0
#define TICK_HEIGHT 8.0

/* Hits that are closer together than this cannot be told apart on the ruler; of those in
 * the lanes so many are looked at. */
#define HIT_COLUMN 3.0
#define MAX_HITS_IN_COLUMN 16

#define FLAG_TOP 2.0
#define FLAG_WIDTH 10.0
#define FLAG_HEIGHT 10.0
#define FLAG_TEXT_HEIGHT 16.0
#define FLAG_PADDING 5.0
#define MIN_FLAG_TEXT 34.0
#define MAX_FLAG_TEXT 170.0

static void
add_triangle (JugDisplayList *list,
              double x,
              double y,
              double width,
              double height,
              JugPaint paint,
              const JugPictureRef *ref)
{
  JugDisplayItem *item = jug_display_list_add_marker (
      list, JUG_MARKER_EXPANDER, x - width / 2, y, width, height, paint);

  if (ref != NULL)
    item->ref = *ref;
}

/* A triangle above the event, which points at it; that of the hit that stands out is
 * larger. */
static void
draw_hit (JugTimelineLayout *self, JugDisplayList *list, guint32 event, double x)
{
  JugPictureRef ref = { JUG_PICTURE_EVENT, jug_trace_get_event (self->trace, event)->task,
                        event };
  guint32 row = jug_timeline_layout_get_task_row (self, ref.task);
  const JugRect *area = jug_timeline_layout_get_row_area (self, row);
  double scale = self->view.font_scale * (event == self->view.hit ? 1.5 : 1);
  double width = HIT_WIDTH * scale, height = HIT_HEIGHT * scale;
  double y, y_bar;

  if (row == JUG_NO_ROW)
    return;
  y = jug_timeline_layout_row_to_y (self, row);
  if (y + self->metrics.row < area->y || y > area->y + area->height)
    return;
  jug_display_list_set_clip (list, area);
  y_bar = row == 0 ? y + 5 : y + floor ((self->metrics.row - self->metrics.bar) / 2);
  y_bar = MAX (y_bar - 1, y + MIN (height, self->metrics.row));
  /* A rim of the canvas, so that it stands out on any bar. */
  add_triangle (list, x, y_bar - height - 1, width + 5, height + 4,
                jug_paint (JUG_COLOR_CANVAS), NULL);
  add_triangle (list, x, y_bar - height, width, height, jug_paint (JUG_COLOR_TEXT), &ref);
}

static void
draw_hit_tick (JugTimelineLayout *self, JugDisplayList *list, double x, gboolean is_hit)
{
  JugRect clip = { self->lanes.x, 0, self->lanes.width, (float) self->metrics.ruler };
  double scale = self->view.font_scale * (is_hit ? 1.5 : 1);

  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, x - TICK_WIDTH / 2 * scale,
                             self->metrics.ruler - TICK_HEIGHT * scale,
                             TICK_WIDTH * scale, TICK_HEIGHT * scale,
                             jug_paint (JUG_COLOR_TEXT));
}

/* Adds a mark for each hit that is to be seen: in its lane and on the ruler. */
void
jug_timeline_layout_draw_hits (JugTimelineLayout *self, JugDisplayList *list)
{
  guint n_hits = self->view.hits != NULL ? self->view.n_hits : 0;
  guint n_in_column = 0;
  double column = -G_MAXDOUBLE;
  guint i;

  if (n_hits == 0)
    return;
  i = jug_timeline_layout_find_index (self->view.hits, n_hits, self->first_event);
  while (i < n_hits && self->view.hits[i] <= self->last_event)
    {
      guint32 hit = self->view.hits[i];
      double x = jug_timeline_layout_get_x (self, hit);

      if (jug_timeline_layout_is_hidden (self, hit))
        break;
      if (x - column >= HIT_COLUMN)
        {
          column = x;
          n_in_column = 0;
          draw_hit_tick (self, list, x, FALSE);
        }
      if (hit != self->view.hit)
        draw_hit (self, list, hit, x);
      if (++n_in_column < MAX_HITS_IN_COLUMN)
        i++;
      else
        i = jug_timeline_layout_find_index (
            self->view.hits, n_hits,
            MAX (hit, jug_timeline_layout_x_to_event (self, column + HIT_COLUMN)) + 1);
    }
  if (self->view.hit <= self->last_event && self->view.hit >= self->first_event &&
      !jug_timeline_layout_is_hidden (self, self->view.hit))
    {
      double x = jug_timeline_layout_get_x (self, self->view.hit);

      draw_hit_tick (self, list, x, TRUE);
      draw_hit (self, list, self->view.hit, x);
    }
}

/* Notes */

/* The x of the first note after the one at @note that does not share its place. */
static double
get_next_note_x (JugTimelineLayout *self, guint note)
{
  double x =
      jug_timeline_layout_get_x (self, jug_notes_get_event (self->view.notes, note));
  double right = self->lanes.x + self->lanes.width;

  while (++note < jug_notes_get_n_notes (self->view.notes))
    {
      guint32 event = jug_notes_get_event (self->view.notes, note);
      double next;

      if (event >= self->axis.n_events)
        break;
      next = jug_timeline_layout_get_x (self, event);
      if (next >= x + 1)
        return MIN (next, right);
    }
  return right;
}

/* How wide the flag of a note is: with its text if there is room for some of it. */
static double
get_flag_width (JugTimelineLayout *self, guint note, double x)
{
  const char *text = jug_notes_get_text (self->view.notes, note);
  double scale = self->view.font_scale;
  double room = get_next_note_x (self, note) - x - 3 * scale;
  double wanted;

  if (*text == '\0' || room < MIN_FLAG_TEXT * scale)
    return FLAG_WIDTH * scale;
  wanted = ceil (jug_timeline_layout_measure (self, text, JUG_FONT_SMALL)) +
           2 * FLAG_PADDING * scale + 2;
  return MIN (MIN (wanted, MAX_FLAG_TEXT * scale), room);
}

/* A pennant for a bookmark; for a note a flag on which it stands. */
static void
draw_flag (JugTimelineLayout *self, JugDisplayList *list, guint note, double x)
{
  JugPictureRef ref = { JUG_PICTURE_NOTE, JUG_TASK_LOOP,
                        jug_notes_get_event (self->view.notes, note) };
  double scale = self->view.font_scale, top = FLAG_TOP * scale;
  double width = get_flag_width (self, note, x);
  JugPaint paint = jug_paint (JUG_COLOR_SELECTION);
  JugDisplayItem *item;

  if (width > FLAG_WIDTH * scale)
    {
      item = jug_display_list_add_rect (list, JUG_ITEM_BOX, x, top, width,
                                        FLAG_TEXT_HEIGHT * scale,
                                        jug_paint (JUG_COLOR_CANVAS));
      item->stroke = paint;
      item->line_width = 1.5f;
      item->radius = 2;
      item->ref = ref;
      jug_display_list_add_label (list, jug_notes_get_text (self->view.notes, note),
                                  JUG_FONT_SMALL, x + FLAG_PADDING * scale, top,
                                  width - 2 * FLAG_PADDING * scale,
                                  FLAG_TEXT_HEIGHT * scale, jug_paint (JUG_COLOR_TEXT));
    }
  else
    {
      item = jug_display_list_add_marker (list, JUG_MARKER_ARROW, x, top, width,
                                          FLAG_HEIGHT * scale, paint);
      item->ref = ref;
    }
  item = jug_display_list_add_line (list, x, top, x, self->metrics.ruler, 2, paint);
  item->ref = ref;
}

/* Adds a flag on the ruler for each note that is to be seen. */
void
jug_timeline_layout_draw_notes (JugTimelineLayout *self, JugDisplayList *list)
{
  JugRect clip = { self->lanes.x, 0, self->lanes.width, (float) self->metrics.ruler };
  guint n_notes = self->view.notes ? jug_notes_get_n_notes (self->view.notes) : 0;

  jug_display_list_set_clip (list, &clip);
  for (guint i = 0; i < n_notes; i++)
    {
      guint32 event = jug_notes_get_event (self->view.notes, i);
      double x;

      if (event >= self->axis.n_events || jug_timeline_layout_is_hidden (self, event))
        break;
      x = floor (jug_timeline_layout_get_x (self, event)) + 0.5;
      if (x >= self->lanes.x - MAX_FLAG_TEXT * self->view.font_scale &&
          x <= self->lanes.x + self->lanes.width)
        draw_flag (self, list, i, x);
    }
}

/* The event whose flag is at a point of the ruler, or JUG_NO_EVENT; the last one drawn is
 * uppermost. */
guint32
jug_timeline_layout_pick_note (JugTimelineLayout *self, double x)
{
  guint n_notes = self->view.notes ? jug_notes_get_n_notes (self->view.notes) : 0;
  guint32 found = JUG_NO_EVENT;

  for (guint i = 0; i < n_notes; i++)
    {
      guint32 event = jug_notes_get_event (self->view.notes, i);
      double left;

      if (event >= self->axis.n_events || jug_timeline_layout_is_hidden (self, event))
        break;
      left = jug_timeline_layout_get_x (self, event);
      if (x >= left - 2 && x <= left + get_flag_width (self, i, left))
        found = event;
    }
  return found;
}
