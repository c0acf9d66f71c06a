/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the line, and says what is to be said of it. */
#include "jug-gutter-tooltip.h"

guint
jug_gutter_tooltip_get_line (GtkSourceGutterRenderer *renderer, int y)
{
  GtkTextView *view;
  GtkTextIter iter;
  int buffer_y;

  g_return_val_if_fail (GTK_SOURCE_IS_GUTTER_RENDERER (renderer), 0);

  view = GTK_TEXT_VIEW (gtk_source_gutter_renderer_get_view (renderer));
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_LEFT, 0, y, NULL,
                                         &buffer_y);
  gtk_text_view_get_line_at_y (view, &iter, buffer_y, NULL);
  return (guint) gtk_text_iter_get_line (&iter) + 1;
}

gboolean
jug_gutter_tooltip_show (GtkTooltip *tooltip, char *text)
{
  g_autofree char *said = text;

  g_return_val_if_fail (GTK_IS_TOOLTIP (tooltip), FALSE);

  if (said != NULL)
    gtk_tooltip_set_text (tooltip, said);
  return said != NULL;
}
