/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a display list with cairo and pango: for files, for previews, for tests. */
#include "jug-cairo-painter.h"

#include "jug-cairo-shapes-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Fonts that are as good as everywhere; pictures look the same wherever they are made. */
#define FAMILY "DejaVu Sans, sans-serif"
#define MONO_FAMILY "DejaVu Sans Mono, monospace"

/* A screen's usual resolution, so that sizes in px mean px. */
#define RESOLUTION 96.0

/* So many texts are kept; a picture has fewer. */
#define MAX_LAYOUTS 4096

struct _JugCairoPainter
{
  PangoContext *context;
  PangoFontDescription *base; /* (nullable): family of the context, if it has its own */
  GHashTable *layouts;        /* role, scale and text → PangoLayout */
  GString *key;               /* scratch */
};

JugCairoPainter *
jug_cairo_painter_new (PangoContext *context)
{
  JugCairoPainter *self = g_new0 (JugCairoPainter, 1);

  self->key = g_string_new (NULL);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (context != NULL)
    {
      self->context = g_object_ref (context);
      self->base =
          pango_font_description_copy (pango_context_get_font_description (context));
    }
  else
    {
      g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
      cairo_font_options_t *options = cairo_font_options_create ();

      cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      self->context = pango_font_map_create_context (map);
      pango_cairo_context_set_font_options (self->context, options);
      pango_cairo_context_set_resolution (self->context, RESOLUTION);
      pango_context_set_language (self->context, pango_language_from_string ("en"));
      cairo_font_options_destroy (options);
    }
  return self;
}

void
jug_cairo_painter_free (JugCairoPainter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->base, pango_font_description_free);
  g_clear_object (&self->context);
  g_string_free (g_steal_pointer (&self->key), TRUE);
  g_free (self);
}

PangoFontDescription *
jug_font_role_to_pango (JugFontRole role, double scale, const PangoFontDescription *base)
{
  gboolean bold =
      role == JUG_FONT_BODY_BOLD || role == JUG_FONT_SMALL_BOLD || role == JUG_FONT_TITLE;
  PangoFontDescription *font;

  if (base != NULL && role != JUG_FONT_MONO)
    font = pango_font_description_copy (base);
  else
    {
      font = pango_font_description_new ();
      pango_font_description_set_family (font,
                                         role == JUG_FONT_MONO ? MONO_FAMILY : FAMILY);
    }
  pango_font_description_set_weight (font,
                                     bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, jug_font_role_get_size (role) * scale *
                                                      PANGO_SCALE);
  return font;
}

/* The text, laid out in one line of its natural width. */
static PangoLayout *
get_layout (JugCairoPainter *self, const char *text, JugFontRole role, double scale)
{
  PangoFontDescription *font;
  PangoLayout *layout;

  g_string_printf (self->key, "%d %d %s", role, (int) (scale * 1000), text);
  layout = g_hash_table_lookup (self->layouts, self->key->str);
  if (layout != NULL)
    {
      pango_layout_set_width (layout, -1);
      return layout;
    }

  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = pango_layout_new (self->context);
  font = jug_font_role_to_pango (role, scale, self->base);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (self->layouts, g_strdup (self->key->str), layout);
  return layout;
}

double
jug_cairo_painter_measure (const char *text,
                           JugFontRole role,
                           double scale,
                           gpointer data)
{
  JugCairoPainter *self = data;
  int width;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  pango_layout_get_size (get_layout (self, text, role, scale), &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
paint_label (JugCairoPainter *self,
             cairo_t *cr,
             JugDisplayList *list,
             const JugDisplayItem *item)
{
  double scale = jug_display_list_get_font_scale (list);
  PangoLayout *layout = get_layout (self, jug_display_list_get_text (list, item),
                                    (JugFontRole) item->style, scale);
  double x = item->x, y = item->y;
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  if ((double) width / PANGO_SCALE > item->width)
    {
      pango_layout_set_width (layout, MAX (0, (int) (item->width * PANGO_SCALE)));
      pango_layout_get_size (layout, &width, &height);
    }
  if (item->align == JUG_ALIGN_CENTER)
    x += (item->width - (double) width / PANGO_SCALE) / 2;
  else if (item->align == JUG_ALIGN_END)
    x += item->width - (double) width / PANGO_SCALE;
  y += (item->height - (double) height / PANGO_SCALE) / 2;
  /* What begins on a whole pixel is painted the same by all versions of cairo. */
  x = round (x);
  y = round (y + (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  pango_layout_set_width (layout, -1);
}

static gboolean
set_source (cairo_t *cr, const JugPalette *palette, JugPaint paint)
{
  JugRgba color = jug_palette_resolve (palette, paint);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  return color.alpha > 0;
}

static void
set_stroke (cairo_t *cr, const JugDisplayItem *item)
{
  const double dashes[] = { 3, 3 };

  cairo_set_line_width (cr, item->line_width);
  cairo_set_dash (cr, dashes, item->dashed ? G_N_ELEMENTS (dashes) : 0, 0);
}

/* Fills and strokes the path that is there. */
static void
paint_path (cairo_t *cr, const JugDisplayItem *item, const JugPalette *palette)
{
  if (set_source (cr, palette, item->fill))
    cairo_fill_preserve (cr);
  if (item->line_width > 0 && set_source (cr, palette, item->stroke))
    {
      set_stroke (cr, item);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_curve (cairo_t *cr,
             JugDisplayList *list,
             const JugDisplayItem *item,
             const JugPalette *palette)
{
  const JugPoint *points = jug_display_list_get_points (list, item);
  const JugPoint *end = &points[item->n - 1];

  set_source (cr, palette, item->stroke);
  set_stroke (cr, item);
  if (item->kind == JUG_ITEM_CURVE)
    jug_cairo_shapes_curve (cr, points);
  else
    jug_cairo_shapes_polyline (cr, points, item->n);
  cairo_stroke (cr);
  if (item->arrow)
    {
      jug_cairo_shapes_arrow_head (cr, end[-1], end[0], 4 + 2 * item->line_width);
      cairo_fill (cr);
    }
}

static void
paint_density (cairo_t *cr,
               JugDisplayList *list,
               const JugDisplayItem *item,
               const JugPalette *palette)
{
  const guint8 *levels = jug_display_list_get_levels (list, item);
  double width = (double) item->width / item->n;
  JugRgba color = jug_palette_resolve (palette, item->fill);

  /* Columns of the same level are painted as one. */
  for (guint i = 0, next; i < item->n; i = next)
    {
      for (next = i + 1; next < item->n && levels[next] == levels[i]; next++)
        ;
      if (levels[i] == 0)
        continue;
      cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                             color.alpha * levels[i] / 255);
      cairo_rectangle (cr, item->x + i * width, item->y, (next - i) * width,
                       item->height);
      cairo_fill (cr);
    }
}

static void
paint_item (JugCairoPainter *self,
            cairo_t *cr,
            JugDisplayList *list,
            const JugDisplayItem *item,
            const JugPalette *palette)
{
  switch ((JugItemKind) item->kind)
    {
    case JUG_ITEM_RECT:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      paint_path (cr, item, palette);
      return;
    case JUG_ITEM_BOX:
      jug_cairo_shapes_box (cr, item);
      paint_path (cr, item, palette);
      return;
    case JUG_ITEM_POLYGON:
      jug_cairo_shapes_polyline (cr, jug_display_list_get_points (list, item), item->n);
      cairo_close_path (cr);
      paint_path (cr, item, palette);
      return;
    case JUG_ITEM_LINE:
      cairo_move_to (cr, item->x, item->y);
      cairo_rel_line_to (cr, item->width, item->height);
      paint_path (cr, item, palette);
      return;
    case JUG_ITEM_PATTERN:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      if (set_source (cr, palette, item->fill))
        cairo_fill_preserve (cr);
      cairo_new_path (cr);
      if (set_source (cr, palette, item->stroke))
        jug_cairo_shapes_pattern (cr, item);
      return;
    case JUG_ITEM_POLYLINE:
    case JUG_ITEM_CURVE:
      paint_curve (cr, list, item, palette);
      return;
    case JUG_ITEM_LABEL:
      if (set_source (cr, palette, item->stroke))
        paint_label (self, cr, list, item);
      return;
    case JUG_ITEM_MARKER:
      if (set_source (cr, palette, item->stroke))
        jug_cairo_shapes_marker (cr, item);
      return;
    case JUG_ITEM_DENSITY:
      paint_density (cr, list, item, palette);
      return;
    }
  g_assert_not_reached ();
}

void
jug_cairo_painter_paint (JugCairoPainter *self,
                         cairo_t *cr,
                         JugDisplayList *list,
                         const JugPalette *palette)
{
  const JugDisplayItem *items;
  guint n_items;
  guint8 clip = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (list != NULL);
  g_return_if_fail (palette != NULL);

  items = jug_display_list_get_items (list, &n_items);
  cairo_save (cr);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].clip != clip)
        {
          JugRect rect;

          clip = items[i].clip;
          cairo_restore (cr);
          cairo_save (cr);
          if (jug_display_list_get_clip (list, clip, &rect))
            {
              cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
              cairo_clip (cr);
            }
        }
      paint_item (self, cr, list, &items[i], palette);
    }
  cairo_restore (cr);
}
