/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a chip in the colours of its task. */
#include "jug-task-chip.h"

#include "jug-style.h"

#include <math.h>

static void
draw_dashed_edge (GtkSnapshot *snapshot,
                  const graphene_rect_t *rect,
                  const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  double radius = (double) rect->size.height / 2 - 0.75;
  double left = (double) rect->origin.x + 0.75 + radius;
  double right = (double) (rect->origin.x + rect->size.width) - 0.75 - radius;
  double middle = (double) (rect->origin.y + rect->size.height / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, middle, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, left, middle, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, (const double[]){ 3, 2.5 }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw (const JugTaskChip *self,
      GtkSnapshot *snapshot,
      const graphene_rect_t *place,
      JugPaint fill,
      JugPaint edge,
      JugPaint ink,
      gboolean dashed)
{
  double x = (double) place->origin.x, y = (double) place->origin.y;
  double width = (double) place->size.width, height = (double) place->size.height;
  GskRoundedRect shape;
  GdkRGBA fill_color = jug_style_get_color (fill);
  GdkRGBA edge_color = jug_style_get_color (edge);
  GdkRGBA ink_color = jug_style_get_color (ink);

  gsk_rounded_rect_init_from_rect (&shape, place, place->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill_color, place);
  gtk_snapshot_pop (snapshot);
  if (dashed)
    draw_dashed_edge (snapshot, place, &edge_color);
  else
    gtk_snapshot_append_border (
        snapshot, &shape, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
        (GdkRGBA[4]){ edge_color, edge_color, edge_color, edge_color });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    (float) round (x + (width - self->width) / 2),
                    (float) (round (y + (height - self->height) / 2 + self->baseline) -
                             self->baseline)));
  gtk_snapshot_append_layout (snapshot, self->layout, &ink_color);
  gtk_snapshot_restore (snapshot);
}

static graphene_rect_t
get_place (const JugTaskChip *self, double x, double y, double height)
{
  return GRAPHENE_RECT_INIT ((float) x, (float) y,
                             (float) jug_task_chip_get_width (self->width),
                             (float) height);
}

double
jug_task_chip_get_width (double text_width)
{
  return ceil (text_width) + 2 * JUG_TASK_CHIP_PADDING;
}

void
jug_task_chip_draw (const JugTaskChip *self,
                    GtkSnapshot *snapshot,
                    guint32 task,
                    JugStatus status,
                    double x,
                    double y,
                    double height)
{
  gboolean runs = status == JUG_STATUS_RUNNING;
  gboolean ready = status == JUG_STATUS_READY || status == JUG_STATUS_CREATED;
  graphene_rect_t place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  place = get_place (self, x, y, height);
  draw (self, snapshot, &place,
        runs ? jug_paint_task (JUG_COLOR_TASK, task) : jug_paint (JUG_COLOR_CANVAS),
        jug_paint_task (runs ? JUG_COLOR_TASK : JUG_COLOR_TASK_EDGE, task),
        jug_paint_task (runs ? JUG_COLOR_ON_TASK : JUG_COLOR_TASK_TEXT, task), ready);
}

void
jug_task_chip_draw_count (
    const JugTaskChip *self, GtkSnapshot *snapshot, double x, double y, double height)
{
  graphene_rect_t place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  place = get_place (self, x, y, height);
  draw (self, snapshot, &place, jug_paint (JUG_COLOR_CANVAS),
        jug_paint (JUG_COLOR_BASKET_EDGE), jug_paint (JUG_COLOR_TEXT), FALSE);
}
