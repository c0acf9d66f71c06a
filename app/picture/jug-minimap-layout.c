/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole run in a thin strip: where things are, and what lies over the run. */
#include "jug-minimap-layout.h"

#include "jug-minimap-private.h"
#include "jug-ruler-scale-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sizes in px at font scale 1. */
#define MIN_FRAME 12.0
#define HANDLE_WIDTH 5.0
#define REACH 8.0

JugMinimapLayout *
jug_minimap_layout_new (JugSpanIndex *index)
{
  JugMinimapLayout *self;

  g_return_val_if_fail (index != NULL, NULL);

  self = g_new0 (JugMinimapLayout, 1);
  self->index = jug_span_index_ref (index);
  self->trace = jug_span_index_get_trace (index);
  self->levels = g_byte_array_new ();
  jug_minimap_layout_set_view (self, &(JugMinimapView){ .playhead = JUG_NO_EVENT });
  return self;
}

void
jug_minimap_layout_free (JugMinimapLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->levels, g_byte_array_unref);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_free (self);
}

double
jug_minimap_layout_get_natural_height (double font_scale)
{
  return round (JUG_MINIMAP_HEIGHT * font_scale);
}

void
jug_minimap_layout_set_view (JugMinimapLayout *self, const JugMinimapView *view)
{
  double zoom;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  self->view = *view;
  self->view.width = MAX (0, view->width);
  self->view.font_scale = view->font_scale > 0 ? view->font_scale : 1;
  if (view->height <= 0)
    self->view.height = jug_minimap_layout_get_natural_height (self->view.font_scale);
  zoom = jug_timeline_axis_fit (self->index, view->axis, MAX (1, view->axis_width),
                                self->view.font_scale);
  jug_timeline_axis_init (&self->axis, self->index, view->axis, zoom,
                          self->view.font_scale);
}

void
jug_minimap_layout_follow (JugMinimapLayout *self,
                           JugTimelineLayout *timeline,
                           double width)
{
  const JugTimelineView *view;
  JugRect chart, area;

  g_return_if_fail (self != NULL);
  g_return_if_fail (timeline != NULL);
  g_return_if_fail (jug_timeline_layout_get_index (timeline) == self->index);

  view = jug_timeline_layout_get_view (timeline);
  chart = jug_timeline_layout_get_chart (timeline);
  area = jug_timeline_layout_get_fit_area (timeline);
  jug_minimap_layout_set_view (
      self, &(JugMinimapView){
                .axis = view->axis,
                .width = width,
                .left = chart.x,
                .axis_x = area.x,
                .axis_width = area.width,
                .font_scale = view->font_scale,
                .from = jug_timeline_layout_x_to_place (timeline, chart.x),
                .to = jug_timeline_layout_x_to_place (timeline, chart.x + chart.width),
                .playhead = view->playhead,
                .playhead_ns = view->playhead_ns,
                .show_playhead = view->show_playhead,
                .future = view->future,
                .range = view->range,
            });
  /* Beside the run a chart has the same room at any zoom: the frame ends where the strip
   * does. */
  if (view->scroll_x <= 0)
    self->view.from = jug_minimap_layout_x_to_place (self, self->view.left);
  if (view->scroll_x + chart.width >=
      jug_timeline_layout_get_content_width (timeline) - 0.01)
    self->view.to = jug_minimap_layout_x_to_place (self, width);
}

const JugMinimapView *
jug_minimap_layout_get_view (JugMinimapLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->view;
}

/* Places */

JugTimelinePlace
jug_minimap_layout_x_to_place (JugMinimapLayout *self, double x)
{
  g_return_val_if_fail (self != NULL, ((JugTimelinePlace){ 0, 0 }));

  return jug_timeline_axis_get_place_beyond (&self->axis, x - self->view.axis_x);
}

double
jug_minimap_layout_place_to_x (JugMinimapLayout *self, JugTimelinePlace place)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->view.axis_x + jug_timeline_axis_get_place_x (&self->axis, place);
}

JugRect
jug_minimap_layout_get_frame (JugMinimapLayout *self)
{
  double left, right, least;

  g_return_val_if_fail (self != NULL, ((JugRect){ 0, 0, 0, 0 }));

  left = CLAMP (jug_minimap_layout_place_to_x (self, self->view.from), self->view.left,
                self->view.width);
  right =
      CLAMP (jug_minimap_layout_place_to_x (self, self->view.to), left, self->view.width);
  least = MIN (MIN_FRAME * self->view.font_scale, jug_minimap_layout_get_length (self));
  if (right - left < least)
    {
      left =
          CLAMP ((left + right - least) / 2, self->view.left, self->view.width - least);
      right = left + least;
    }
  return (JugRect){ (float) left, 1, (float) (right - left),
                    (float) MAX (0, self->view.height - 2) };
}

JugMinimapPart
jug_minimap_layout_hit (JugMinimapLayout *self, double x, double y)
{
  JugRect frame;
  double right, outside, inside;

  g_return_val_if_fail (self != NULL, JUG_MINIMAP_NOTHING);

  if (x < self->view.left || x >= self->view.width || y < 0 || y >= self->view.height ||
      self->axis.n_events == 0)
    return JUG_MINIMAP_NOTHING;
  frame = jug_minimap_layout_get_frame (self);
  right = frame.x + frame.width;
  outside = REACH * self->view.font_scale;
  /* Of a narrow frame, too, a part is left to take it by. */
  inside = MIN (outside, frame.width / 4.0);
  if (x >= frame.x - outside && x < frame.x + inside)
    return JUG_MINIMAP_START;
  if (x > right - inside && x <= right + outside)
    return JUG_MINIMAP_END;
  return x >= frame.x && x <= right ? JUG_MINIMAP_WINDOW : JUG_MINIMAP_RUN;
}

/* Over the run */

static double
get_playhead_x (JugMinimapLayout *self)
{
  return self->view.axis_x + jug_timeline_axis_get_playhead_x (&self->axis,
                                                               self->view.playhead,
                                                               self->view.playhead_ns);
}

static void
draw_range (JugMinimapLayout *self, JugDisplayList *list)
{
  const JugRange *range = &self->view.range;
  JugPaint tint = jug_paint (JUG_COLOR_SELECTION);
  double left = self->view.axis_x +
                jug_timeline_axis_get_edge_x (&self->axis, range->first, range->from_ns);
  double right = self->view.axis_x +
                 jug_timeline_axis_get_edge_x (&self->axis, range->end, range->to_ns);
  double bottom = self->view.height - 1;

  if (jug_range_is_empty (range))
    return;
  tint.alpha = 56;
  right = MAX (right, left + 1);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, left, 1, right - left, bottom - 1,
                             tint);
  jug_display_list_add_line (list, left, 1, left, bottom, 1,
                             jug_paint (JUG_COLOR_SELECTION));
  jug_display_list_add_line (list, right, 1, right, bottom, 1,
                             jug_paint (JUG_COLOR_SELECTION));
}

static void
draw_playhead (JugMinimapLayout *self, JugDisplayList *list)
{
  double x = round (get_playhead_x (self));
  double size = JUG_MINIMAP_MARK * self->view.font_scale;

  jug_display_list_add_line (list, x, 0, x, self->view.height, 2,
                             jug_paint (JUG_COLOR_PLAYHEAD));
  jug_display_list_add_marker (list, JUG_MARKER_KNOB, x - size / 2, 0, size, size * 1.2,
                               jug_paint (JUG_COLOR_PLAYHEAD));
}

/* A handle is a bar with a groove, at half the height of the edge that it moves. */
static void
draw_handle (JugMinimapLayout *self, JugDisplayList *list, double x)
{
  double width = HANDLE_WIDTH * self->view.font_scale;
  double height = round (self->view.height * 0.5);
  double y = round ((self->view.height - height) / 2);
  JugDisplayItem *item =
      jug_display_list_add_rect (list, JUG_ITEM_BOX, x - width / 2, y, width, height,
                                 jug_paint (JUG_COLOR_TEXT_DIM));

  item->radius = (float) (width / 2);
  jug_display_list_add_line (list, x, y + height * 0.25, x, y + height * 0.75, 1,
                             jug_paint (JUG_COLOR_CANVAS));
}

static void
draw_frame (JugMinimapLayout *self, JugDisplayList *list)
{
  JugRect frame = jug_minimap_layout_get_frame (self);
  double right = frame.x + frame.width;
  double half = HANDLE_WIDTH * self->view.font_scale / 2;
  JugDisplayItem *item;

  jug_display_list_add_rect (list, JUG_ITEM_RECT, self->view.left, 0,
                             frame.x - self->view.left, self->view.height,
                             jug_paint (JUG_COLOR_VEIL));
  jug_display_list_add_rect (list, JUG_ITEM_RECT, right, 0, self->view.width - right,
                             self->view.height, jug_paint (JUG_COLOR_VEIL));
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, frame.x + half, frame.y + 0.5,
                                    MAX (1, frame.width - 2 * half), frame.height - 1,
                                    jug_paint (JUG_COLOR_NONE));
  item->stroke = jug_paint (JUG_COLOR_TEXT_DIM);
  item->line_width = 1.5f;
  item->radius = 4;
  draw_handle (self, list, frame.x + half);
  draw_handle (self, list, right - half);
}

void
jug_minimap_layout_draw_overlay (JugMinimapLayout *self, JugDisplayList *list)
{
  JugRect clip;

  g_return_if_fail (self != NULL);
  g_return_if_fail (list != NULL);

  jug_display_list_set_font_scale (list, self->view.font_scale);
  if (self->axis.n_events == 0)
    return;
  clip =
      (JugRect){ (float) self->view.left, 0, (float) jug_minimap_layout_get_length (self),
                 (float) self->view.height };
  jug_display_list_set_clip (list, &clip);
  if (self->view.future == JUG_FUTURE_HIDDEN && self->view.playhead != JUG_NO_EVENT)
    jug_display_list_add_rect (list, JUG_ITEM_RECT, get_playhead_x (self), 0,
                               MAX (0, self->view.width - get_playhead_x (self)),
                               self->view.height, jug_paint (JUG_COLOR_CURTAIN));
  draw_range (self, list);
  draw_frame (self, list);
  if (self->view.show_playhead && self->view.playhead != JUG_NO_EVENT)
    draw_playhead (self, list);
  jug_display_list_set_clip (list, NULL);
}

/* Words */

char *
jug_minimap_layout_dup_value_text (JugMinimapLayout *self)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  gint64 end_ns;

  g_return_val_if_fail (self != NULL, NULL);

  end_ns = jug_span_index_get_end_time (self->index);
  jug_time_append (from, (gint64) CLAMP (self->view.from.ns, 0, (double) end_ns));
  jug_time_append (to, (gint64) CLAMP (self->view.to.ns, 0, (double) end_ns));
  jug_time_append (all, end_ns);
  /* Translators: what part of a run is shown: a time, another, and how long the run is */
  return g_strdup_printf (_ ("%s to %s of %s"), from->str, to->str, all->str);
}

/* How many of some events may be told of. */
static guint
count_told (JugMinimapLayout *self, const guint32 *events, guint32 n)
{
  while (n > 0 && jug_minimap_layout_is_hidden (self, events[n - 1]))
    n--;
  return n;
}

char *
jug_minimap_layout_dup_description (JugMinimapLayout *self)
{
  guint32 n_errors, n_cancels, n_slow;
  const guint32 *errors, *cancels, *slow;

  g_return_val_if_fail (self != NULL, NULL);

  errors = jug_span_index_get_errors (self->index, &n_errors);
  cancels = jug_span_index_get_cancels (self->index, &n_cancels);
  slow = jug_span_index_get_slow_runs (self->index, &n_slow);
  while (n_slow > 0 &&
         jug_minimap_layout_is_hidden (
             self, jug_span_index_get_run (self->index, slow[n_slow - 1])->end))
    n_slow--;
  /* Translators: what is marked in the overview of a run, each with how many there are;
   * blocked: steps that kept the loop for a tenth of a second or more */
  return g_strdup_printf (_ ("Errors: %u, cancels: %u, blocked stretches: %u"),
                          count_told (self, errors, n_errors),
                          count_told (self, cancels, n_cancels), n_slow);
}
