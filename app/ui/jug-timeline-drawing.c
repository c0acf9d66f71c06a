/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the chart's render node until it is stale. */
#include "jug-timeline-drawing.h"

#include "jug-line-steps.h"
#include "jug-style.h"

/* How far beside an arrow still counts, in px. */
#define ARROW_SLOP 4

struct _JugTimelineDrawing
{
  JugSnapshotPainter *painter; /* (unowned) */

  /* owned */
  JugDisplayList *chart_list;
  JugDisplayList *overlay_list;
  GskRenderNode *chart_node; /* (nullable): the chart as it was drawn last */

  /* state */
  JugPictureRef hover;
  guint line;
  gboolean is_native;
};

JugTimelineDrawing *
jug_timeline_drawing_new (JugSnapshotPainter *painter)
{
  JugTimelineDrawing *self = g_new0 (JugTimelineDrawing, 1);

  self->painter = painter;
  self->chart_list = jug_display_list_new ();
  self->overlay_list = jug_display_list_new ();
  self->hover = JUG_PICTURE_REF_NONE;
  return self;
}

void
jug_timeline_drawing_free (JugTimelineDrawing *self)
{
  g_clear_pointer (&self->chart_node, gsk_render_node_unref);
  g_clear_pointer (&self->chart_list, jug_display_list_free);
  g_clear_pointer (&self->overlay_list, jug_display_list_free);
  g_free (self);
}

void
jug_timeline_drawing_invalidate (JugTimelineDrawing *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->chart_node, gsk_render_node_unref);
}

void
jug_timeline_drawing_clear (JugTimelineDrawing *self)
{
  g_return_if_fail (self != NULL);

  jug_timeline_drawing_invalidate (self);
  jug_display_list_clear (self->chart_list);
  jug_display_list_clear (self->overlay_list);
  self->hover = JUG_PICTURE_REF_NONE;
  self->line = 0;
}

static void
draw_chart (JugTimelineDrawing *self, JugTimelineLayout *layout)
{
  GtkSnapshot *part = gtk_snapshot_new ();

  jug_display_list_clear (self->chart_list);
  jug_timeline_layout_draw (layout, self->chart_list);
  jug_snapshot_painter_paint (self->painter, part, self->chart_list,
                              jug_style_get_palette ());
  self->chart_node = gtk_snapshot_free_to_node (part);
}

JugDisplayList *
jug_timeline_drawing_get_chart (JugTimelineDrawing *self, JugTimelineLayout *layout)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  if (self->chart_node == NULL)
    draw_chart (self, layout);
  return self->chart_list;
}

/* What of some kind was drawn at a point. */
static gboolean
pick_drawn (JugDisplayList *list,
            double x,
            double y,
            double slop,
            JugPictureKind kind,
            JugPictureRef *ref)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (list, &n_items);
  int item = jug_display_list_hit (list, x, y, slop);

  if (item < 0 || items[item].ref.kind != kind)
    return FALSE;
  *ref = items[item].ref;
  return TRUE;
}

gboolean
jug_timeline_drawing_pick (JugTimelineDrawing *self,
                           JugTimelineLayout *layout,
                           double x,
                           double y,
                           JugPictureRef *ref)
{
  JugRect chart;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (ref != NULL, FALSE);

  chart = jug_timeline_layout_get_chart (layout);
  if (!jug_timeline_layout_pick (layout, x, y, ref))
    return FALSE;
  if (x >= chart.x && ref->kind != JUG_PICTURE_RULER &&
      ref->kind != JUG_PICTURE_PLAYHEAD &&
      !pick_drawn (self->overlay_list, x, y, ARROW_SLOP, JUG_PICTURE_FLOW, ref))
    pick_drawn (self->chart_list, x, y, 1, JUG_PICTURE_EVENT, ref);
  return TRUE;
}

gboolean
jug_timeline_drawing_set_hover (JugTimelineDrawing *self, const JugPictureRef *ref)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ref != NULL, FALSE);

  if (jug_picture_ref_equal (ref, &self->hover))
    return FALSE;
  self->hover = *ref;
  return TRUE;
}

void
jug_timeline_drawing_set_line (JugTimelineDrawing *self, guint line, gboolean is_native)
{
  g_return_if_fail (self != NULL);

  self->line = line;
  self->is_native = is_native;
}

static void
draw_outline (JugTimelineLayout *layout, const JugPictureRef *ref, GtkSnapshot *snapshot)
{
  GdkRGBA color = jug_style_get_color (jug_paint (JUG_COLOR_SELECTION));
  JugRect chart = jug_timeline_layout_get_chart (layout);
  graphene_rect_t rect, clip;
  GskRoundedRect outline;
  JugRect bounds;

  if (!jug_timeline_layout_get_bounds (layout, ref, &bounds))
    return;
  color.alpha = 0.55f;
  rect = GRAPHENE_RECT_INIT (bounds.x, bounds.y, bounds.width, bounds.height);
  graphene_rect_inset (&rect, -2, -2);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 5);
  clip = GRAPHENE_RECT_INIT (chart.x, 0, chart.width,
                             (float) jug_timeline_layout_get_view (layout)->height);
  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
  gtk_snapshot_pop (snapshot);
}

static void
draw_hover (JugTimelineDrawing *self, JugTimelineLayout *layout, GtkSnapshot *snapshot)
{
  switch (self->hover.kind)
    {
    case JUG_PICTURE_NONE:
    case JUG_PICTURE_RULER:
    case JUG_PICTURE_LANE:
    case JUG_PICTURE_PLAYHEAD:
    case JUG_PICTURE_FLOW:
      break;
    default:
      draw_outline (layout, &self->hover, snapshot);
    }
}

/* Only what is drawn is looked at, so that the length of the run does not matter. */
static void
draw_line (JugTimelineDrawing *self, JugTimelineLayout *layout, GtkSnapshot *snapshot)
{
  JugTrace *trace = jug_span_index_get_trace (jug_timeline_layout_get_index (layout));
  JugPictureRef last = JUG_PICTURE_REF_NONE;
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (self->chart_list, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const JugPictureRef *ref = &items[i].ref;

      if (ref->kind != JUG_PICTURE_SPAN || jug_picture_ref_equal (ref, &last))
        continue;
      last = *ref;
      if (ref->event < jug_trace_get_n_events (trace) &&
          jug_line_steps_comes_to (trace, ref->event, self->line, self->is_native))
        draw_outline (layout, ref, snapshot);
    }
}

void
jug_timeline_drawing_snapshot (JugTimelineDrawing *self,
                               JugTimelineLayout *layout,
                               GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (layout != NULL);

  if (self->chart_node == NULL)
    draw_chart (self, layout);
  if (self->chart_node != NULL)
    gtk_snapshot_append_node (snapshot, self->chart_node);
  jug_display_list_clear (self->overlay_list);
  jug_timeline_layout_draw_overlay (layout, self->overlay_list);
  draw_hover (self, layout, snapshot);
  if (self->line > 0)
    draw_line (self, layout, snapshot);
  jug_snapshot_painter_paint (self->painter, snapshot, self->overlay_list,
                              jug_style_get_palette ());
}
