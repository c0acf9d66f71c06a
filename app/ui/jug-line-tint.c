/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags that a buffer keeps and that are found again by their names. */
#include "jug-line-tint.h"

#include "jug-style.h"

static GtkTextTag *
get_tag (GtkTextBuffer *buffer, const char *name)
{
  GtkTextTag *tag =
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  return tag ? tag : gtk_text_buffer_create_tag (buffer, name, NULL, NULL);
}

void
jug_line_tint_set_color (GtkTextBuffer *buffer,
                         const char *name,
                         JugPaint paint,
                         double alpha)
{
  GdkRGBA color;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (name != NULL);

  color = jug_style_get_color (paint);
  color.alpha *= (float) alpha;
  g_object_set (get_tag (buffer, name), "paragraph-background-rgba", &color, NULL);
}

void
jug_line_tint_clear (GtkTextBuffer *buffer, const char *name)
{
  GtkTextIter start, end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (name != NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, get_tag (buffer, name), &start, &end);
}

void
jug_line_tint_add (GtkTextBuffer *buffer, const char *name, guint line)
{
  GtkTextIter start, end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (name != NULL);
  g_return_if_fail (line > 0);

  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line - 1);
  end = start;
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_apply_tag (buffer, get_tag (buffer, name), &start, &end);
}
