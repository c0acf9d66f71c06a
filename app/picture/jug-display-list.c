/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes of a picture as a flat array: what layouts yield and painters draw. */
#include "jug-display-list.h"

#include <math.h>
#include <string.h>

/* Clips are numbered in a byte; the last number is shared by whatever comes after. */
#define MAX_CLIPS 255

struct _JugDisplayList
{
  GArray *items;  /* of JugDisplayItem */
  GArray *points; /* of JugPoint */
  GByteArray *levels;
  GString *texts; /* one after the other, each with its 0 */
  GArray *clips;  /* of JugRect; clip n stands at n - 1 */
  guint8 clip;    /* of items that are added */
  double font_scale;
  JugDescribeFunc describe;
  gpointer describe_data; /* owned if there is a destroy function */
  GDestroyNotify describe_destroy;
};

static const double font_sizes[JUG_N_FONT_ROLES] = {
  [JUG_FONT_BODY] = 13,       [JUG_FONT_BODY_BOLD] = 13, [JUG_FONT_SMALL] = 11,
  [JUG_FONT_SMALL_BOLD] = 11, [JUG_FONT_MONO] = 12,      [JUG_FONT_TITLE] = 22,
};

double
jug_font_role_get_size (JugFontRole role)
{
  g_return_val_if_fail (role < JUG_N_FONT_ROLES, 13);

  return font_sizes[role];
}

double
jug_measure_roughly (const char *text, JugFontRole role, double scale, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 0.56 * font_sizes[role] * scale;
}

JugDisplayList *
jug_display_list_new (void)
{
  JugDisplayList *self = g_new0 (JugDisplayList, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (JugDisplayItem));
  self->points = g_array_new (FALSE, FALSE, sizeof (JugPoint));
  self->levels = g_byte_array_new ();
  self->texts = g_string_new (NULL);
  self->clips = g_array_new (FALSE, FALSE, sizeof (JugRect));
  self->font_scale = 1;
  return self;
}

void
jug_display_list_free (JugDisplayList *self)
{
  g_return_if_fail (self != NULL);

  jug_display_list_set_describe (self, NULL, NULL, NULL);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->levels, g_byte_array_unref);
  g_clear_pointer (&self->clips, g_array_unref);
  g_string_free (g_steal_pointer (&self->texts), TRUE);
  g_free (self);
}

void
jug_display_list_clear (JugDisplayList *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->items, 0);
  g_array_set_size (self->points, 0);
  g_byte_array_set_size (self->levels, 0);
  g_string_truncate (self->texts, 0);
  g_array_set_size (self->clips, 0);
  self->clip = 0;
  jug_display_list_set_describe (self, NULL, NULL, NULL);
}

/* Reading */

const JugDisplayItem *
jug_display_list_get_items (JugDisplayList *self, guint *n_items)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_items != NULL, NULL);

  *n_items = self->items->len;
  return (const JugDisplayItem *) (gpointer) self->items->data;
}

const char *
jug_display_list_get_text (JugDisplayList *self, const JugDisplayItem *item)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL && item->kind == JUG_ITEM_LABEL, NULL);

  return self->texts->str + item->text;
}

const JugPoint *
jug_display_list_get_points (JugDisplayList *self, const JugDisplayItem *item)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (item->kind == JUG_ITEM_POLYLINE || item->kind == JUG_ITEM_CURVE ||
                            item->kind == JUG_ITEM_POLYGON,
                        NULL);

  return &g_array_index (self->points, JugPoint, item->first);
}

const guint8 *
jug_display_list_get_levels (JugDisplayList *self, const JugDisplayItem *item)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL && item->kind == JUG_ITEM_DENSITY, NULL);

  return self->levels->data + item->first;
}

gboolean
jug_display_list_get_clip (JugDisplayList *self, guint clip, JugRect *rect)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  if (clip == 0 || clip > self->clips->len)
    return FALSE;
  *rect = g_array_index (self->clips, JugRect, clip - 1);
  return TRUE;
}

double
jug_display_list_get_font_scale (JugDisplayList *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->font_scale;
}

/* The distance from a point to a stretch of a line, squared. */
static double
get_distance (JugPoint a, JugPoint b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0;
  double px, py;

  t = CLAMP (t, 0, 1);
  px = x - (a.x + t * dx);
  py = y - (a.y + t * dy);
  return px * px + py * py;
}

static JugPoint
get_curve_point (const JugPoint *p, double t)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return (JugPoint){
    (float) (a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x),
    (float) (a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y),
  };
}

static gboolean
hit_path (
    JugDisplayList *self, const JugDisplayItem *item, double x, double y, double slop)
{
  const JugPoint *points = jug_display_list_get_points (self, item);
  double reach = slop + item->line_width / 2;
  guint n_parts = item->kind == JUG_ITEM_CURVE ? 16 : item->n - 1;
  JugPoint last = points[0];

  for (guint i = 1; i <= n_parts; i++)
    {
      JugPoint next = item->kind == JUG_ITEM_CURVE
                          ? get_curve_point (points, (double) i / n_parts)
                          : points[i];

      if (get_distance (last, next, x, y) <= reach * reach)
        return TRUE;
      last = next;
    }
  return FALSE;
}

/* The rectangle around an item; of lines and paths too. */
static void
get_extents (JugDisplayList *self, const JugDisplayItem *item, JugRect *rect)
{
  const JugPoint *points;
  float right, bottom;

  rect->x = MIN (item->x, item->x + item->width);
  rect->y = MIN (item->y, item->y + item->height);
  rect->width = fabsf (item->width);
  rect->height = fabsf (item->height);
  if (item->kind != JUG_ITEM_POLYLINE && item->kind != JUG_ITEM_CURVE &&
      item->kind != JUG_ITEM_POLYGON)
    return;

  points = jug_display_list_get_points (self, item);
  rect->x = right = points[0].x;
  rect->y = bottom = points[0].y;
  for (guint i = 1; i < item->n; i++)
    {
      rect->x = MIN (rect->x, points[i].x);
      rect->y = MIN (rect->y, points[i].y);
      right = MAX (right, points[i].x);
      bottom = MAX (bottom, points[i].y);
    }
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static gboolean
contains (const JugRect *rect, double x, double y, double slop)
{
  return x >= rect->x - slop && x <= rect->x + rect->width + slop &&
         y >= rect->y - slop && y <= rect->y + rect->height + slop;
}

int
jug_display_list_hit (JugDisplayList *self, double x, double y, double slop)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = self->items->len; i-- > 0;)
    {
      const JugDisplayItem *item = &g_array_index (self->items, JugDisplayItem, i);
      JugRect rect;

      if (item->ref.kind == JUG_PICTURE_NONE)
        continue;
      if (jug_display_list_get_clip (self, item->clip, &rect) &&
          !contains (&rect, x, y, 0))
        continue;
      get_extents (self, item, &rect);
      if (!contains (&rect, x, y, slop))
        continue;
      if ((item->kind == JUG_ITEM_POLYLINE || item->kind == JUG_ITEM_CURVE) &&
          !hit_path (self, item, x, y, slop))
        continue;
      return (int) i;
    }
  return -1;
}

int
jug_display_list_find (JugDisplayList *self, const JugPictureRef *ref, guint start)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (ref != NULL, -1);

  for (guint i = start; i < self->items->len; i++)
    if (jug_picture_ref_equal (&g_array_index (self->items, JugDisplayItem, i).ref, ref))
      return (int) i;
  return -1;
}

char *
jug_display_list_dup_accessible_text (JugDisplayList *self, guint item)
{
  const JugDisplayItem *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item < self->items->len, NULL);

  found = &g_array_index (self->items, JugDisplayItem, item);
  if (found->ref.kind == JUG_PICTURE_NONE || self->describe == NULL)
    return NULL;
  return self->describe (&found->ref, self->describe_data);
}

/* Writing */

void
jug_display_list_set_describe (JugDisplayList *self,
                               JugDescribeFunc func,
                               gpointer data,
                               GDestroyNotify destroy)
{
  g_return_if_fail (self != NULL);

  if (self->describe_destroy != NULL)
    self->describe_destroy (self->describe_data);
  self->describe = func;
  self->describe_data = data;
  self->describe_destroy = destroy;
}

void
jug_display_list_set_font_scale (JugDisplayList *self, double scale)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scale > 0);

  self->font_scale = scale;
}

void
jug_display_list_set_clip (JugDisplayList *self, const JugRect *rect)
{
  g_return_if_fail (self != NULL);

  if (rect == NULL)
    {
      self->clip = 0;
      return;
    }
  for (guint i = 0; i < self->clips->len; i++)
    if (memcmp (&g_array_index (self->clips, JugRect, i), rect, sizeof *rect) == 0)
      {
        self->clip = (guint8) (i + 1);
        return;
      }
  g_return_if_fail (self->clips->len < MAX_CLIPS);
  g_array_append_val (self->clips, *rect);
  self->clip = (guint8) self->clips->len;
}

JugDisplayItem *
jug_display_list_add (JugDisplayList *self, JugItemKind kind)
{
  JugDisplayItem *item;

  g_return_val_if_fail (self != NULL, NULL);

  g_array_set_size (self->items, self->items->len + 1);
  item = &g_array_index (self->items, JugDisplayItem, self->items->len - 1);
  memset (item, 0, sizeof *item);
  item->kind = (guint8) kind;
  item->clip = self->clip;
  item->ref = JUG_PICTURE_REF_NONE;
  return item;
}

JugDisplayItem *
jug_display_list_peek (JugDisplayList *self, guint item)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item < self->items->len, NULL);

  return &g_array_index (self->items, JugDisplayItem, item);
}

JugDisplayItem *
jug_display_list_add_rect (JugDisplayList *self,
                           JugItemKind kind,
                           double x,
                           double y,
                           double width,
                           double height,
                           JugPaint fill)
{
  JugDisplayItem *item = jug_display_list_add (self, kind);

  item->x = (float) x;
  item->y = (float) y;
  item->width = (float) width;
  item->height = (float) height;
  item->fill = fill;
  return item;
}

JugDisplayItem *
jug_display_list_add_line (JugDisplayList *self,
                           double x1,
                           double y1,
                           double x2,
                           double y2,
                           double line_width,
                           JugPaint stroke)
{
  JugDisplayItem *item = jug_display_list_add (self, JUG_ITEM_LINE);

  item->x = (float) x1;
  item->y = (float) y1;
  item->width = (float) (x2 - x1);
  item->height = (float) (y2 - y1);
  item->line_width = (float) line_width;
  item->stroke = stroke;
  return item;
}

JugDisplayItem *
jug_display_list_add_label (JugDisplayList *self,
                            const char *text,
                            JugFontRole role,
                            double x,
                            double y,
                            double width,
                            double height,
                            JugPaint color)
{
  JugDisplayItem *item;

  g_return_val_if_fail (text != NULL, NULL);

  item = jug_display_list_add_rect (self, JUG_ITEM_LABEL, x, y, width, height,
                                    jug_paint (JUG_COLOR_NONE));
  item->style = (guint8) role;
  item->stroke = color;
  item->text = (guint32) self->texts->len;
  g_string_append_len (self->texts, text, (gssize) strlen (text) + 1);
  return item;
}

JugDisplayItem *
jug_display_list_add_marker (JugDisplayList *self,
                             JugMarker marker,
                             double x,
                             double y,
                             double width,
                             double height,
                             JugPaint color)
{
  JugDisplayItem *item = jug_display_list_add_rect (self, JUG_ITEM_MARKER, x, y, width,
                                                    height, jug_paint (JUG_COLOR_NONE));

  item->style = (guint8) marker;
  item->stroke = color;
  item->line_width = 1.5f;
  return item;
}

JugDisplayItem *
jug_display_list_add_points (JugDisplayList *self,
                             JugItemKind kind,
                             const JugPoint *points,
                             guint n_points)
{
  JugDisplayItem *item;
  JugRect extents;

  g_return_val_if_fail (points != NULL && n_points > 1, NULL);
  g_return_val_if_fail (kind != JUG_ITEM_CURVE || n_points == 4, NULL);

  item = jug_display_list_add (self, kind);
  item->first = self->points->len;
  item->n = n_points;
  g_array_append_vals (self->points, points, n_points);
  get_extents (self, item, &extents);
  item->x = extents.x;
  item->y = extents.y;
  item->width = extents.width;
  item->height = extents.height;
  return item;
}

JugDisplayItem *
jug_display_list_add_density (JugDisplayList *self,
                              double x,
                              double y,
                              double width,
                              double height,
                              const guint8 *levels,
                              guint n_levels,
                              JugPaint fill)
{
  JugDisplayItem *item;

  g_return_val_if_fail (levels != NULL && n_levels > 0, NULL);

  item = jug_display_list_add_rect (self, JUG_ITEM_DENSITY, x, y, width, height, fill);
  item->first = self->levels->len;
  item->n = n_levels;
  g_byte_array_append (self->levels, levels, n_levels);
  return item;
}
