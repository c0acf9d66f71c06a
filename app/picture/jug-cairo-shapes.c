/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths, patterns and markers as cairo draws them. */
#include "jug-cairo-shapes-private.h"

#include <math.h>

/* See JugPattern. */
#define DOT_GRID 4.0
#define DOT_SIZE 1.0
#define HATCH_GRID 6.0
#define HATCH_WIDTH 1.5

void
jug_cairo_shapes_box (cairo_t *cr, const JugDisplayItem *item)
{
  double x = item->x, y = item->y, w = item->width, h = item->height;
  double r = MIN (item->radius, MIN (w, h) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, w, h);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
jug_cairo_shapes_polyline (cairo_t *cr, const JugPoint *points, guint n_points)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

void
jug_cairo_shapes_curve (cairo_t *cr, const JugPoint *points)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  cairo_curve_to (cr, points[1].x, points[1].y, points[2].x, points[2].y, points[3].x,
                  points[3].y);
}

void
jug_cairo_shapes_arrow_head (cairo_t *cr, JugPoint from, JugPoint to, double size)
{
  double angle = atan2 (to.y - from.y, to.x - from.x);

  cairo_move_to (cr, to.x, to.y);
  for (int side = -1; side <= 1; side += 2)
    cairo_line_to (cr, to.x - size * cos (angle + side * 0.42),
                   to.y - size * sin (angle + side * 0.42));
  cairo_close_path (cr);
}

void
jug_cairo_shapes_pattern (cairo_t *cr, const JugDisplayItem *item)
{
  cairo_save (cr);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_clip (cr);
  cairo_translate (cr, item->x, item->y);
  switch ((JugPattern) item->style)
    {
    case JUG_PATTERN_DOTS:
      for (double y = 1; y < item->height; y += DOT_GRID)
        for (double x = 1; x < item->width; x += DOT_GRID)
          cairo_rectangle (cr, x, y, DOT_SIZE, DOT_SIZE);
      cairo_fill (cr);
      break;
    case JUG_PATTERN_HATCH:
      cairo_set_line_width (cr, HATCH_WIDTH);
      cairo_set_dash (cr, NULL, 0, 0);
      for (double x = -item->height; x < item->width; x += HATCH_GRID)
        {
          cairo_move_to (cr, x, item->height);
          cairo_rel_line_to (cr, item->height, -item->height);
        }
      cairo_stroke (cr);
      break;
    }
  cairo_restore (cr);
}

static void
draw_knob (cairo_t *cr)
{
  cairo_move_to (cr, 0.08, 0);
  cairo_line_to (cr, 0.92, 0);
  cairo_curve_to (cr, 0.97, 0, 1, 0.03, 1, 0.1);
  cairo_line_to (cr, 1, 0.55);
  cairo_line_to (cr, 0.5, 1);
  cairo_line_to (cr, 0, 0.55);
  cairo_line_to (cr, 0, 0.1);
  cairo_curve_to (cr, 0, 0.03, 0.03, 0, 0.08, 0);
  cairo_close_path (cr);
}

static void
draw_lines (cairo_t *cr, guint n_points, const double (*points)[2])
{
  cairo_move_to (cr, points[0][0], points[0][1]);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
}

static void
draw_area (cairo_t *cr, guint n_points, const double (*points)[2])
{
  draw_lines (cr, n_points, points);
  cairo_close_path (cr);
}

static void
draw_circle (cairo_t *cr, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.5, 0.5, radius, 0, 2 * G_PI);
}

/* The path of a marker in a square of 1; returns whether it is to be filled. */
static gboolean
draw_marker (cairo_t *cr, JugMarker marker)
{
  switch (marker)
    {
    case JUG_MARKER_CHECK:
      draw_lines (cr, 3,
                  (const double[][2]){ { 0.1, 0.55 }, { 0.4, 0.85 }, { 0.95, 0.2 } });
      return FALSE;
    case JUG_MARKER_CROSS:
      draw_lines (cr, 2, (const double[][2]){ { 0.1, 0.1 }, { 0.9, 0.9 } });
      draw_lines (cr, 2, (const double[][2]){ { 0.9, 0.1 }, { 0.1, 0.9 } });
      return FALSE;
    case JUG_MARKER_SLASH:
      draw_circle (cr, 0.44);
      draw_lines (cr, 2, (const double[][2]){ { 0.81, 0.19 }, { 0.19, 0.81 } });
      return FALSE;
    case JUG_MARKER_FLASH:
      draw_area (cr, 3, (const double[][2]){ { 0.5, 0 }, { 1, 1 }, { 0, 1 } });
      return TRUE;
    case JUG_MARKER_DIAMOND:
      draw_area (cr, 4,
                 (const double[][2]){ { 0.5, 0 }, { 1, 0.5 }, { 0.5, 1 }, { 0, 0.5 } });
      return TRUE;
    case JUG_MARKER_DOT:
      draw_circle (cr, 0.5);
      return TRUE;
    case JUG_MARKER_KNOB:
      draw_knob (cr);
      return TRUE;
    case JUG_MARKER_FOLD:
      draw_lines (cr, 2, (const double[][2]){ { 0.15, 0.9 }, { 0.45, 0.1 } });
      draw_lines (cr, 2, (const double[][2]){ { 0.55, 0.9 }, { 0.85, 0.1 } });
      return FALSE;
    case JUG_MARKER_CLOCK:
      draw_circle (cr, 0.45);
      draw_lines (cr, 3,
                  (const double[][2]){ { 0.5, 0.2 }, { 0.5, 0.5 }, { 0.72, 0.62 } });
      return FALSE;
    case JUG_MARKER_EXPANDER:
      draw_area (cr, 3, (const double[][2]){ { 0, 0.2 }, { 1, 0.2 }, { 0.5, 0.85 } });
      return TRUE;
    case JUG_MARKER_ARROW:
      draw_area (cr, 3, (const double[][2]){ { 0.15, 0 }, { 0.9, 0.5 }, { 0.15, 1 } });
      return TRUE;
    }
  g_assert_not_reached ();
}

void
jug_cairo_shapes_marker (cairo_t *cr, const JugDisplayItem *item)
{
  gboolean filled;

  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  cairo_scale (cr, item->width, item->height);
  filled = draw_marker (cr, (JugMarker) item->style);
  cairo_restore (cr);
  if (filled)
    {
      cairo_fill (cr);
      return;
    }
  cairo_save (cr);
  cairo_set_line_width (cr, item->line_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}
