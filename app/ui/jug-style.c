/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the style manager and the fonts of a widget. */
#include "jug-style.h"

#include <adwaita.h>

/* The size of a font of 10 pt at 96 dpi. */
#define USUAL_FONT_SIZE (10 * 96 / 72.0)

static void
update_classes (GtkWidget *window)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const struct
  {
    const char *name;
    gboolean on;
  } classes[] = {
    { "dark", adw_style_manager_get_dark (manager) },
    { "hc", adw_style_manager_get_high_contrast (manager) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i].on)
      gtk_widget_add_css_class (window, classes[i].name);
    else
      gtk_widget_remove_css_class (window, classes[i].name);
}

const JugPalette *
jug_style_get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);

  if (contrast)
    return jug_palette_get (dark ? JUG_PALETTE_DARK_CONTRAST
                                 : JUG_PALETTE_LIGHT_CONTRAST);
  return jug_palette_get (dark ? JUG_PALETTE_DARK : JUG_PALETTE_LIGHT);
}

double
jug_style_get_font_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return CLAMP (size / USUAL_FONT_SIZE, 0.5, 4);
}

void
jug_style_connect (GtkWidget *widget, void (*callback) (GtkWidget *widget))
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (callback),
                           widget, G_CONNECT_SWAPPED);
}

GdkRGBA
jug_style_get_color (JugPaint paint)
{
  JugRgba color = jug_palette_resolve (jug_style_get_palette (), paint);

  return (GdkRGBA){ color.red, color.green, color.blue, color.alpha };
}

char *
jug_style_color_to_hex (JugPaint paint)
{
  GdkRGBA color = jug_style_get_color (paint);

  return g_strdup_printf ("#%02x%02x%02x", (guint) (color.red * 255 + 0.5f),
                          (guint) (color.green * 255 + 0.5f),
                          (guint) (color.blue * 255 + 0.5f));
}

void
jug_style_adopt (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  jug_style_connect (window, update_classes);
  update_classes (window);
}
