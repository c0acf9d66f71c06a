/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, borders and text become render nodes; what has no node is painted by cairo. */
#include "jug-snapshot-painter.h"

#include "jug-cairo-painter.h"
#include "jug-label-cache.h"

#include <math.h>

/* Patterns repeat after so many px; see JugPattern. */
#define DOTS_PERIOD 4
#define HATCH_PERIOD 6

/* An item that cairo paints may reach so far beyond its points: arrow heads, line
 * ends. */
#define CAIRO_MARGIN 12

/* More tiles than one picture has; colours change only with the style. */
#define MANY_TILES 500

struct _JugSnapshotPainter
{
  GtkWidget *widget; /* (unowned): owns this */

  /* owned */
  JugLabelCache *labels;
  JugCairoPainter *cairo;
  JugDisplayList *single; /* one item, for the cairo painter */
  GHashTable *tiles;      /* textures of patterns and markers, by key */
  GString *key;
};

/* Frame is what painting one list needs everywhere. */
typedef struct
{
  JugSnapshotPainter *painter;
  GtkSnapshot *snapshot;
  JugDisplayList *list;
  const JugPalette *palette;
  double font_scale;
  int scale_factor;
} Frame;

static GdkRGBA
resolve (const Frame *frame, JugPaint paint)
{
  JugRgba color = jug_palette_resolve (frame->palette, paint);

  return (GdkRGBA){ color.red, color.green, color.blue, color.alpha };
}

static gboolean
is_painted (JugPaint paint)
{
  return paint.role != JUG_COLOR_NONE && paint.alpha > 0;
}

static graphene_rect_t
item_rect (const JugDisplayItem *item)
{
  return GRAPHENE_RECT_INIT (item->x, item->y, item->width, item->height);
}

/* The same item alone in a list, with its origin where it is. */
static void
isolate (Frame *frame, const JugDisplayItem *item)
{
  JugDisplayList *single = frame->painter->single;
  JugDisplayItem *copy;
  guint8 clip;

  jug_display_list_clear (single);
  jug_display_list_set_font_scale (single, frame->font_scale);
  switch ((JugItemKind) item->kind)
    {
    case JUG_ITEM_POLYLINE:
    case JUG_ITEM_CURVE:
    case JUG_ITEM_POLYGON:
      {
        guint32 first;

        copy = jug_display_list_add_points (
            single, item->kind, jug_display_list_get_points (frame->list, item), item->n);
        first = copy->first;
        clip = copy->clip;
        *copy = *item;
        copy->first = first;
        copy->clip = clip;
        break;
      }
    case JUG_ITEM_RECT:
    case JUG_ITEM_BOX:
    case JUG_ITEM_PATTERN:
    case JUG_ITEM_LINE:
    case JUG_ITEM_LABEL:
    case JUG_ITEM_MARKER:
    case JUG_ITEM_DENSITY:
      copy = jug_display_list_add (single, item->kind);
      clip = copy->clip;
      *copy = *item;
      copy->clip = clip;
      break;
    }
}

static void
add_point (graphene_rect_t *bounds, gboolean first, float x, float y)
{
  graphene_rect_t point = GRAPHENE_RECT_INIT (x, y, 0, 0);

  if (first)
    *bounds = point;
  else
    graphene_rect_union (bounds, &point, bounds);
}

static void
paint_by_cairo (Frame *frame, const JugDisplayItem *item)
{
  graphene_rect_t bounds = item_rect (item);
  cairo_t *cr;

  graphene_rect_normalize (&bounds);
  if (item->kind == JUG_ITEM_POLYLINE || item->kind == JUG_ITEM_CURVE ||
      item->kind == JUG_ITEM_POLYGON)
    {
      const JugPoint *points = jug_display_list_get_points (frame->list, item);

      for (guint i = 0; i < item->n; i++)
        add_point (&bounds, i == 0, points[i].x, points[i].y);
    }
  graphene_rect_inset (&bounds, -CAIRO_MARGIN, -CAIRO_MARGIN);
  graphene_rect_round_extents (&bounds, &bounds);

  isolate (frame, item);
  cr = gtk_snapshot_append_cairo (frame->snapshot, &bounds);
  jug_cairo_painter_paint (frame->painter->cairo, cr, frame->painter->single,
                           frame->palette);
  cairo_destroy (cr);
}

static void
paint_border (Frame *frame, const JugDisplayItem *item)
{
  GskRoundedRect outline;
  graphene_rect_t rect = item_rect (item);
  float half = item->line_width / 2;
  float width = item->line_width;
  float radius = item->kind == JUG_ITEM_BOX ? item->radius : 0;
  GdkRGBA color = resolve (frame, item->stroke);

  if (item->dashed)
    {
      JugDisplayItem stroke = *item;

      stroke.fill = jug_paint (JUG_COLOR_NONE);
      paint_by_cairo (frame, &stroke);
      return;
    }
  graphene_rect_inset (&rect, -half, -half);
  gsk_rounded_rect_init_from_rect (&outline, &rect, radius > 0 ? radius + half : 0);
  gtk_snapshot_append_border (frame->snapshot, &outline,
                              (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
paint_box (Frame *frame, const JugDisplayItem *item)
{
  graphene_rect_t rect = item_rect (item);

  if (is_painted (item->fill))
    {
      GdkRGBA color = resolve (frame, item->fill);
      gboolean is_round = item->kind == JUG_ITEM_BOX && item->radius > 0;

      if (is_round)
        {
          GskRoundedRect shape;
          float radius = MIN (item->radius, MIN (item->width, item->height) / 2);

          gsk_rounded_rect_init_from_rect (&shape, &rect, radius);
          gtk_snapshot_push_rounded_clip (frame->snapshot, &shape);
        }
      gtk_snapshot_append_color (frame->snapshot, &color, &rect);
      if (is_round)
        gtk_snapshot_pop (frame->snapshot);
    }
  if (is_painted (item->stroke) && item->line_width > 0)
    paint_border (frame, item);
}

/* What the cairo painter makes of @item at 0, 0, as a texture of whole pixels. */
static GdkTexture *
get_tile (Frame *frame, const JugDisplayItem *item, int width, int height)
{
  JugSnapshotPainter *self = frame->painter;
  GdkRGBA stroke = resolve (frame, item->stroke);
  GdkTexture *texture;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  int stride;

  g_string_printf (self->key, "%d.%d.%dx%dx%d.%02x%02x%02x%02x.%.1f", item->kind,
                   item->style, width, height, frame->scale_factor,
                   (guint) (stroke.red * 255), (guint) (stroke.green * 255),
                   (guint) (stroke.blue * 255), (guint) (stroke.alpha * 255),
                   (double) item->line_width);
  texture = g_hash_table_lookup (self->tiles, self->key->str);
  if (texture != NULL)
    return texture;
  if (g_hash_table_size (self->tiles) > MANY_TILES)
    g_hash_table_remove_all (self->tiles);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * frame->scale_factor,
                                        height * frame->scale_factor);
  cairo_surface_set_device_scale (surface, frame->scale_factor, frame->scale_factor);
  cr = cairo_create (surface);
  isolate (frame, item);
  jug_cairo_painter_paint (self->cairo, cr, self->single, frame->palette);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) stride * (gsize) height * (gsize) frame->scale_factor);
  texture =
      gdk_memory_texture_new (width * frame->scale_factor, height * frame->scale_factor,
                              GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);
  g_hash_table_insert (self->tiles, g_strdup (self->key->str), texture);
  return texture;
}

static void
paint_pattern (Frame *frame, const JugDisplayItem *item)
{
  graphene_rect_t rect = item_rect (item);
  int period = item->style == JUG_PATTERN_DOTS ? DOTS_PERIOD : HATCH_PERIOD;
  JugDisplayItem tile = *item;
  GdkTexture *texture;
  graphene_rect_t cell = GRAPHENE_RECT_INIT (item->x, item->y, period, period);

  if (is_painted (item->fill))
    {
      GdkRGBA color = resolve (frame, item->fill);

      gtk_snapshot_append_color (frame->snapshot, &color, &rect);
    }
  tile.fill = jug_paint (JUG_COLOR_NONE);
  tile.x = 0;
  tile.y = 0;
  tile.width = period;
  tile.height = period;
  texture = get_tile (frame, &tile, period, period);
  gtk_snapshot_push_repeat (frame->snapshot, &rect, &cell);
  gtk_snapshot_append_texture (frame->snapshot, texture, &cell);
  gtk_snapshot_pop (frame->snapshot);
}

static void
paint_marker (Frame *frame, const JugDisplayItem *item)
{
  JugDisplayItem tile = *item;
  int width = (int) ceil (item->width);
  int height = (int) ceil (item->height);
  /* Room for strokes that reach over the edge. */
  int margin = 2;
  double x = round (item->x);
  double y = round (item->y);
  GdkTexture *texture;

  tile.x = margin;
  tile.y = margin;
  texture = get_tile (frame, &tile, width + 2 * margin, height + 2 * margin);
  gtk_snapshot_append_texture (
      frame->snapshot, texture,
      &GRAPHENE_RECT_INIT ((float) x - margin, (float) y - margin, width + 2 * margin,
                           height + 2 * margin));
}

static void
paint_line (Frame *frame, const JugDisplayItem *item)
{
  float half = item->line_width / 2;
  GdkRGBA color = resolve (frame, item->stroke);
  gboolean horizontal = fabsf (item->height) < 0.01f;
  gboolean vertical = fabsf (item->width) < 0.01f;
  graphene_rect_t rect = item_rect (item);

  if (item->dashed || item->arrow || (!horizontal && !vertical))
    {
      paint_by_cairo (frame, item);
      return;
    }
  graphene_rect_normalize (&rect);
  graphene_rect_inset (&rect, vertical ? -half : 0, horizontal ? -half : 0);
  gtk_snapshot_append_color (frame->snapshot, &color, &rect);
}

static void
paint_label (Frame *frame, const JugDisplayItem *item)
{
  GdkRGBA color = resolve (frame, item->stroke);
  double width, height, baseline, x, y;
  const char *text = jug_display_list_get_text (frame->list, item);
  PangoLayout *layout;

  if (text == NULL || *text == '\0' || item->width < 1)
    return;
  layout =
      jug_label_cache_get (frame->painter->labels, text, item->style, frame->font_scale,
                           item->width, &width, &height, &baseline);
  x = item->x;
  if (item->align == JUG_ALIGN_CENTER)
    x += (item->width - width) / 2;
  else if (item->align == JUG_ALIGN_END)
    x += item->width - width;
  /* On whole pixels text is sharp, and does not tremble while it scrolls. */
  y = round (item->y + (item->height - height) / 2 + baseline) - baseline;
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_translate (frame->snapshot,
                          &GRAPHENE_POINT_INIT ((float) round (x), (float) y));
  gtk_snapshot_append_layout (frame->snapshot, layout, &color);
  gtk_snapshot_restore (frame->snapshot);
}

static void
paint_density (Frame *frame, const JugDisplayItem *item)
{
  const guint8 *levels = jug_display_list_get_levels (frame->list, item);
  GdkRGBA color = resolve (frame, item->fill);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t rect = item_rect (item);
  guint8 *pixels;

  if (item->n == 0)
    return;
  pixels = g_malloc ((gsize) item->n * 4);
  for (guint i = 0; i < item->n; i++)
    {
      float alpha = color.alpha * levels[i];

      pixels[i * 4] = (guint8) (color.red * alpha + 0.5f);
      pixels[i * 4 + 1] = (guint8) (color.green * alpha + 0.5f);
      pixels[i * 4 + 2] = (guint8) (color.blue * alpha + 0.5f);
      pixels[i * 4 + 3] = (guint8) (alpha + 0.5f);
    }
  bytes = g_bytes_new_take (pixels, (gsize) item->n * 4);
  texture = gdk_memory_texture_new ((int) item->n, 1, GDK_MEMORY_R8G8B8A8_PREMULTIPLIED,
                                    bytes, (gsize) item->n * 4);
  gtk_snapshot_append_texture (frame->snapshot, texture, &rect);
}

static void
paint_item (Frame *frame, const JugDisplayItem *item)
{
  switch ((JugItemKind) item->kind)
    {
    case JUG_ITEM_RECT:
    case JUG_ITEM_BOX:
      paint_box (frame, item);
      return;
    case JUG_ITEM_PATTERN:
      paint_pattern (frame, item);
      return;
    case JUG_ITEM_LINE:
      paint_line (frame, item);
      return;
    case JUG_ITEM_POLYLINE:
    case JUG_ITEM_CURVE:
    case JUG_ITEM_POLYGON:
      paint_by_cairo (frame, item);
      return;
    case JUG_ITEM_LABEL:
      paint_label (frame, item);
      return;
    case JUG_ITEM_MARKER:
      paint_marker (frame, item);
      return;
    case JUG_ITEM_DENSITY:
      paint_density (frame, item);
      return;
    }
  g_assert_not_reached ();
}

JugSnapshotPainter *
jug_snapshot_painter_new (GtkWidget *widget)
{
  JugSnapshotPainter *self = g_new0 (JugSnapshotPainter, 1);

  self->widget = widget;
  self->labels = jug_label_cache_new (widget);
  self->cairo = jug_cairo_painter_new (gtk_widget_get_pango_context (widget));
  self->single = jug_display_list_new ();
  self->tiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->key = g_string_new (NULL);
  return self;
}

void
jug_snapshot_painter_free (JugSnapshotPainter *self)
{
  jug_label_cache_free (self->labels);
  jug_cairo_painter_free (self->cairo);
  jug_display_list_free (self->single);
  g_hash_table_unref (self->tiles);
  g_string_free (self->key, TRUE);
  g_free (self);
}

void
jug_snapshot_painter_reset (JugSnapshotPainter *self)
{
  g_return_if_fail (self != NULL);

  jug_label_cache_reset (self->labels);
  g_hash_table_remove_all (self->tiles);
}

void
jug_snapshot_painter_paint (JugSnapshotPainter *self,
                            GtkSnapshot *snapshot,
                            JugDisplayList *list,
                            const JugPalette *palette)
{
  Frame frame = { self, snapshot, list, palette, 1, 1 };
  const JugDisplayItem *items;
  guint n_items, clip = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (list != NULL);
  g_return_if_fail (palette != NULL);

  frame.font_scale = jug_display_list_get_font_scale (list);
  frame.scale_factor = gtk_widget_get_scale_factor (self->widget);
  jug_label_cache_begin (self->labels);
  items = jug_display_list_get_items (list, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      JugRect rect;

      if (items[i].clip != clip)
        {
          if (clip != 0)
            gtk_snapshot_pop (snapshot);
          clip = items[i].clip;
          if (clip != 0 && jug_display_list_get_clip (list, clip, &rect))
            gtk_snapshot_push_clip (
                snapshot, &GRAPHENE_RECT_INIT (rect.x, rect.y, rect.width, rect.height));
        }
      paint_item (&frame, &items[i]);
    }
  if (clip != 0)
    gtk_snapshot_pop (snapshot);
}

double
jug_snapshot_painter_measure (const char *text,
                              JugFontRole role,
                              double scale,
                              gpointer data)
{
  JugSnapshotPainter *self = data;
  double width, height, baseline;

  g_return_val_if_fail (self != NULL, 0);

  jug_label_cache_get (self->labels, text, role, scale, -1, &width, &height, &baseline);
  return width;
}
