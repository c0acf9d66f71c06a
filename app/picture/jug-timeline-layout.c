/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as pure geometry: the view, and where things are. */
#include "jug-timeline-layout.h"

#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sizes in px at font scale 1. */
#define ROW_HEIGHT 38.0
#define RULER_HEIGHT 30.0
#define LOOP_HEIGHT 48.0
#define MIN_ROW_HEIGHT 3.0
#define MIN_TEXT_ROW 17.0
#define PAD_LEFT 14.0
#define PAD_RIGHT 88.0
#define MIN_HEADER 84.0
#define MAX_HEADER 230.0
#define INDENT 14.0

/* Names take at most this share of the width. */
#define MAX_HEADER_SHARE 0.35

/* Names beyond so many are not measured: the others tell the width well enough. */
#define MAX_MEASURED_NAMES 200

/* Rounding of a sum must not lose the event that it was made from. */
#define X_EPSILON 1e-6

JugTimelineLayout *
jug_timeline_layout_new (JugSpanIndex *index)
{
  JugTimelineLayout *self;

  g_return_val_if_fail (index != NULL, NULL);

  self = g_new0 (JugTimelineLayout, 1);
  self->index = jug_span_index_ref (index);
  self->trace = jug_span_index_get_trace (index);
  self->text = g_string_new (NULL);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->running = g_byte_array_new ();
  self->ready = g_byte_array_new ();
  self->ticks = g_array_new (FALSE, FALSE, sizeof (JugTimelineTick));
  self->bands = g_array_new (FALSE, FALSE, sizeof (JugTimelineBand));
  jug_timeline_layout_set_view (self, &JUG_TIMELINE_VIEW_INIT);
  return self;
}

void
jug_timeline_layout_free (JugTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->running, g_byte_array_unref);
  g_clear_pointer (&self->ready, g_byte_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_free (self);
}

/* The name of a lane; good until the next call. */
const char *
jug_timeline_layout_get_label (JugTimelineLayout *self, guint32 task)
{
  g_string_truncate (self->text, 0);
  if (task == JUG_TASK_LOOP)
    g_string_append (self->text, _ ("event loop"));
  else
    jug_task_label_append (self->trace, task, self->view.label, self->view.label_data,
                           self->text);
  return self->text->str;
}

/* The width that the names want, indents included; kept, because measuring text is
 * dear. */
static double
measure_names (JugTimelineLayout *self)
{
  guint32 n_rows = MIN (jug_span_index_get_n_rows (self->index), MAX_MEASURED_NAMES);

  if (self->names_rows == n_rows && self->names_scale >= self->view.font_scale &&
      self->names_scale <= self->view.font_scale &&
      self->names_measure == self->view.measure &&
      self->names_data == self->view.measure_data &&
      self->names_label == self->view.label)
    return self->names_width;

  self->names_width = 0;
  for (guint32 row = 0; row < n_rows; row++)
    {
      guint32 task = jug_span_index_get_row_task (self->index, row);
      double width = jug_timeline_layout_measure (
          self, jug_timeline_layout_get_label (self, task), JUG_FONT_BODY_BOLD);

      width += jug_span_index_get_depth (self->index, task) * self->metrics.indent;
      self->names_width = MAX (self->names_width, width);
    }
  self->names_rows = n_rows;
  self->names_scale = self->view.font_scale;
  self->names_measure = self->view.measure;
  self->names_data = self->view.measure_data;
  self->names_label = self->view.label;
  return self->names_width;
}

static void
set_metrics (JugTimelineLayout *self)
{
  JugTimelineMetrics *metrics = &self->metrics;
  double scale = self->view.font_scale;

  metrics->row =
      MAX (MIN_ROW_HEIGHT,
           (self->view.row_height > 0 ? self->view.row_height : ROW_HEIGHT) * scale);
  metrics->texts = metrics->row >= MIN_TEXT_ROW * scale;
  metrics->bar = MAX (1, round (metrics->row * 0.63));
  metrics->wait = MAX (1, round (metrics->row * 0.50));
  metrics->ready = MAX (1, round (metrics->row * 0.42));
  metrics->ruler = round (RULER_HEIGHT * scale);
  metrics->loop = round (LOOP_HEIGHT * scale);
  metrics->indent = INDENT * scale;
  metrics->header = self->view.header_width;
  if (metrics->header <= 0)
    {
      /* Room for the chip before the name and for some air behind it. */
      metrics->header = ceil (measure_names (self) + 44 * scale);
      metrics->header = CLAMP (metrics->header, MIN_HEADER * scale, MAX_HEADER * scale);
      metrics->header = MIN (metrics->header, self->view.width * MAX_HEADER_SHARE);
    }
  metrics->header = floor (CLAMP (metrics->header, 0, self->view.width));
  metrics->pad_left = PAD_LEFT * scale;
  metrics->pad_right =
      MIN (PAD_RIGHT * scale, (self->view.width - metrics->header) * 0.12);
}

static void
set_rectangles (JugTimelineLayout *self)
{
  const JugTimelineMetrics *metrics = &self->metrics;

  self->lanes = (JugRect){
    .x = (float) metrics->header,
    .y = (float) metrics->ruler,
    .width = (float) MAX (0, self->view.width - metrics->header),
    .height = (float) MAX (0, self->view.height - metrics->ruler),
  };
  jug_timeline_layout_set_row_areas (self);
}

/* The width that the axis has when all of it is to be seen. */
static double
get_fit_width (JugTimelineLayout *self)
{
  return MAX (1, self->chart.width - self->metrics.pad_left - self->metrics.pad_right);
}

double
jug_timeline_layout_get_fit_zoom (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return jug_timeline_axis_fit (self->index, self->view.axis, get_fit_width (self),
                                self->view.font_scale);
}

double
jug_timeline_layout_get_min_zoom (JugTimelineLayout *self)
{
  return jug_timeline_layout_get_fit_zoom (self);
}

double
jug_timeline_layout_get_max_zoom (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return MAX (jug_timeline_axis_get_max_zoom (self->index, self->view.axis),
              jug_timeline_layout_get_fit_zoom (self));
}

/* Says from which width on bars are drawn each by itself. */
static void
set_merge_bar (JugTimelineLayout *self)
{
  JugTimelineRows rows;
  guint64 n_bars = 0;

  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    for (jug_timeline_layout_get_rows (self, part, &rows); rows.row < rows.end;
         rows.row++)
      {
        guint32 task = jug_timeline_layout_get_row_task (self, rows.row);

        n_bars += jug_span_index_lower_span (self->index, task, self->last_event + 1) -
                  jug_span_index_lower_span (self->index, task, self->first_event);
      }
  self->merge_bar =
      n_bars > JUG_TIMELINE_FEW_BARS ? JUG_TIMELINE_MERGE_BAR : JUG_TIMELINE_MIN_BAR;
}

void
jug_timeline_layout_set_view (JugTimelineLayout *self, const JugTimelineView *view)
{
  double min_zoom, max_scroll;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  self->view = *view;
  self->view.width = MAX (0, view->width);
  self->view.height = MAX (0, view->height);
  self->view.font_scale = view->font_scale > 0 ? view->font_scale : 1;
  if (self->view.measure == NULL)
    self->view.measure = jug_measure_roughly;
  set_metrics (self);
  set_rectangles (self);

  min_zoom = jug_timeline_layout_get_min_zoom (self);
  self->view.zoom = view->zoom > min_zoom
                        ? MIN (view->zoom, jug_timeline_layout_get_max_zoom (self))
                        : min_zoom;
  jug_timeline_axis_init (&self->axis, self->index, self->view.axis, self->view.zoom,
                          self->view.font_scale);
  max_scroll = jug_timeline_layout_get_content_width (self) - self->chart.width;
  self->view.scroll_x = CLAMP (view->scroll_x, 0, MAX (0, max_scroll));
  max_scroll = jug_timeline_layout_get_content_height (self) - self->chart.height;
  self->view.scroll_y = CLAMP (view->scroll_y, 0, MAX (0, max_scroll));

  self->origin = self->chart.x + self->metrics.pad_left - self->view.scroll_x;
  self->first_event = jug_timeline_layout_x_to_event (self, self->chart.x);
  self->last_event =
      jug_timeline_layout_x_to_event (self, self->chart.x + self->chart.width);
  set_merge_bar (self);
  jug_timeline_layout_reset_columns (self);
}

const JugTimelineView *
jug_timeline_layout_get_view (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->view;
}

JugSpanIndex *
jug_timeline_layout_get_index (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->index;
}

/* Places */

JugRect
jug_timeline_layout_get_chart (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, ((JugRect){ 0, 0, 0, 0 }));

  return self->chart;
}

double
jug_timeline_layout_get_content_width (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->metrics.pad_left + jug_timeline_axis_get_width (&self->axis) +
         self->metrics.pad_right;
}

double
jug_timeline_layout_event_to_x (JugTimelineLayout *self, guint32 event)
{
  g_return_val_if_fail (self != NULL, 0);

  return jug_timeline_layout_get_x (self, event);
}

guint32
jug_timeline_layout_x_to_event (JugTimelineLayout *self, double x)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  return jug_timeline_axis_find_event (&self->axis, x - self->origin + X_EPSILON, 0);
}

JugTimelinePlace
jug_timeline_layout_x_to_place (JugTimelineLayout *self, double x)
{
  g_return_val_if_fail (self != NULL, ((JugTimelinePlace){ 0, 0 }));

  return jug_timeline_axis_get_place_beyond (&self->axis, x - self->origin);
}

double
jug_timeline_layout_place_to_x (JugTimelineLayout *self, JugTimelinePlace place)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->origin + jug_timeline_axis_get_place_x (&self->axis, place);
}

JugRect
jug_timeline_layout_get_fit_area (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, ((JugRect){ 0, 0, 0, 0 }));

  return (JugRect){ self->chart.x + (float) self->metrics.pad_left, self->chart.y,
                    (float) get_fit_width (self), self->chart.height };
}

gint64
jug_timeline_layout_x_to_time (JugTimelineLayout *self, double x)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gint64) jug_timeline_axis_get_time (&self->axis, x - self->origin);
}

double
jug_timeline_layout_time_to_x (JugTimelineLayout *self, gint64 time_ns)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->origin + jug_timeline_axis_get_time_x (&self->axis, time_ns);
}

/* What is shared by the parts */

/* Says for what the wait that begins with @wait_event is. */
void
jug_timeline_layout_set_wait (JugTimelineLayout *self,
                              guint32 wait_event,
                              JugWaitText *text)
{
  *text = (JugWaitText){
    .trace = self->trace,
    .label = self->view.label,
    .label_data = self->view.label_data,
  };
  jug_wait_text_look_up (text, self->index, wait_event);
}

void
jug_timeline_layout_append_wait (JugTimelineLayout *self,
                                 guint32 wait_event,
                                 GString *out)
{
  JugWaitText text;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  jug_timeline_layout_set_wait (self, wait_event, &text);
  jug_wait_text_append (&text, out);
}

/* Adds a label between @x0 and @x1 where it can be seen, if there is room to say
 * anything. */
gboolean
jug_timeline_layout_add_fitting_label (JugTimelineLayout *self,
                                       JugDisplayList *list,
                                       const char *text,
                                       JugFontRole role,
                                       double x0,
                                       double x1,
                                       double y,
                                       double height,
                                       JugPaint color)
{
  double scale = self->view.font_scale;
  double left = MAX (x0, self->chart.x) + 6 * scale;
  double right = MIN (x1, self->chart.x + self->chart.width) - 4 * scale;
  double room = right - left;
  double wide = role == JUG_FONT_SMALL_BOLD ? 1.3 : 1.15;

  /* Exact measuring would cost more than all the rest, so it is reckoned with a wide
   * font: of a short word that is cut off nothing can be read. */
  if (!self->metrics.texts || *text == '\0' ||
      (room < 46 * scale && room < wide * jug_measure_roughly (text, role, scale, NULL)))
    return FALSE;
  jug_display_list_add_label (list, text, role, left, y, room, height, color);
  return TRUE;
}

/* Drawing */

static void
draw_rows (JugTimelineLayout *self, JugDisplayList *list)
{
  JugTimelineRows rows;

  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    {
      jug_timeline_layout_get_rows (self, part, &rows);
      jug_display_list_set_clip (list, &rows.area);
      for (; rows.row < rows.end; rows.row++)
        jug_timeline_layout_draw_lane (self, list,
                                       jug_timeline_layout_get_row_task (self, rows.row),
                                       jug_timeline_layout_row_to_y (self, rows.row));
    }
}

static char *
describe (const JugPictureRef *ref, gpointer data)
{
  return jug_timeline_layout_dup_description (data, ref);
}

void
jug_timeline_layout_set_describe (JugTimelineLayout *self, JugDisplayList *list)
{
  jug_display_list_set_describe (list, describe, self, NULL);
}

void
jug_timeline_layout_draw (JugTimelineLayout *self, JugDisplayList *list)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (list != NULL);

  jug_display_list_set_font_scale (list, self->view.font_scale);
  jug_timeline_layout_set_describe (self, list);
  jug_display_list_set_clip (list, NULL);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, self->view.width,
                             self->view.height, jug_paint (JUG_COLOR_CANVAS));
  jug_timeline_layout_draw_grid (self, list);
  if (jug_span_index_get_n_events (self->index) > 0)
    {
      draw_rows (self, list);
      jug_timeline_layout_draw_cancels (self, list);
      jug_timeline_layout_draw_loop_lane (self, list);
    }
  jug_timeline_layout_draw_names (self, list);
  jug_timeline_layout_draw_ruler (self, list);
  jug_display_list_set_clip (list, NULL);
}
