/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks again. */
#include "jug-focus.h"

static gboolean
again_cb (gpointer data)
{
  GtkWidget *widget = data;

  if (gtk_widget_get_mapped (widget) && !gtk_widget_is_focus (widget))
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

void
jug_focus_give_back (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_grab_focus (widget);
  /* Before the next frame, and after it: with it GTK leaves what has gone. */
  g_idle_add_full (G_PRIORITY_HIGH, again_cb, g_object_ref (widget), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, again_cb, g_object_ref (widget),
                   g_object_unref);
}
