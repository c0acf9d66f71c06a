/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps Pango layouts by text, role, scale and width, and drops those out of use. */
#include "jug-label-cache.h"

#include "jug-cairo-painter.h"

#include <math.h>

/* More than the labels of one crowded frame. */
#define MANY 3000

/* Entries that no frame has used for so many frames go first. */
#define KEPT_FRAMES 2

typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
  double baseline;
  guint used;
} Entry;

struct _JugLabelCache
{
  GtkWidget *widget; /* (unowned): owns the painter that owns this */

  /* owned */
  GHashTable *entries; /* by key: role, scale, width, text */
  GString *key;
  PangoFontDescription *fonts[JUG_N_FONT_ROLES];

  /* state */
  double fonts_scale;
  guint frame;
};

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->layout);
  g_free (entry);
}

static const PangoFontDescription *
get_font (JugLabelCache *self, JugFontRole role, double scale)
{
  if (scale > self->fonts_scale || scale < self->fonts_scale)
    {
      for (guint i = 0; i < JUG_N_FONT_ROLES; i++)
        g_clear_pointer (&self->fonts[i], pango_font_description_free);
      self->fonts_scale = scale;
    }
  if (self->fonts[role] == NULL)
    {
      PangoContext *context = gtk_widget_get_pango_context (self->widget);

      self->fonts[role] = jug_font_role_to_pango (
          role, scale, pango_context_get_font_description (context));
    }
  return self->fonts[role];
}

static Entry *
lay_out (
    JugLabelCache *self, const char *text, JugFontRole role, double scale, int max_width)
{
  Entry *entry;
  PangoRectangle logical;

  g_string_printf (self->key, "%c%d/%d:", 'a' + (int) role, (int) lround (scale * 100),
                   max_width);
  g_string_append (self->key, text);
  entry = g_hash_table_lookup (self->entries, self->key->str);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->layout = pango_layout_new (gtk_widget_get_pango_context (self->widget));
      pango_layout_set_font_description (entry->layout, get_font (self, role, scale));
      pango_layout_set_single_paragraph_mode (entry->layout, TRUE);
      pango_layout_set_text (entry->layout, text, -1);
      if (max_width >= 0)
        {
          pango_layout_set_width (entry->layout, max_width * PANGO_SCALE);
          pango_layout_set_ellipsize (entry->layout, PANGO_ELLIPSIZE_END);
        }
      pango_layout_get_extents (entry->layout, NULL, &logical);
      entry->width = (double) logical.width / PANGO_SCALE;
      entry->height = (double) logical.height / PANGO_SCALE;
      entry->baseline = (double) pango_layout_get_baseline (entry->layout) / PANGO_SCALE;
      g_hash_table_insert (self->entries, g_strdup (self->key->str), entry);
    }
  entry->used = self->frame;
  return entry;
}

static gboolean
entry_is_old (gpointer key, gpointer value, gpointer data)
{
  const Entry *entry = value;
  const JugLabelCache *self = data;

  return self->frame - entry->used > KEPT_FRAMES;
}

JugLabelCache *
jug_label_cache_new (GtkWidget *widget)
{
  JugLabelCache *self = g_new0 (JugLabelCache, 1);

  self->widget = widget;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) entry_free);
  self->key = g_string_new (NULL);
  return self;
}

void
jug_label_cache_free (JugLabelCache *self)
{
  jug_label_cache_reset (self);
  g_hash_table_unref (self->entries);
  g_string_free (self->key, TRUE);
  g_free (self);
}

void
jug_label_cache_reset (JugLabelCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->entries);
  for (guint i = 0; i < JUG_N_FONT_ROLES; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
}

void
jug_label_cache_begin (JugLabelCache *self)
{
  g_return_if_fail (self != NULL);

  self->frame++;
  if (g_hash_table_size (self->entries) > MANY)
    g_hash_table_foreach_remove (self->entries, entry_is_old, self);
}

PangoLayout *
jug_label_cache_get (JugLabelCache *self,
                     const char *text,
                     JugFontRole role,
                     double scale,
                     double max_width,
                     double *width,
                     double *height,
                     double *baseline)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (role < JUG_N_FONT_ROLES, NULL);

  entry = lay_out (self, text, role, scale, -1);
  if (max_width >= 0 && entry->width > max_width + 0.5)
    entry = lay_out (self, text, role, scale, (int) max_width);
  *width = entry->width;
  *height = entry->height;
  *baseline = entry->baseline;
  return entry->layout;
}
