/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks again, for some frames. */
#include "jug-focus.h"

static void
give (GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget) && !gtk_widget_is_focus (widget))
    gtk_widget_grab_focus (widget);
}

static gboolean
soon_cb (gpointer data)
{
  give (data);
  return G_SOURCE_REMOVE;
}

/* A change of layout hides it for a frame and shows it with the next, and with each of
 * them the focus is moved.  What has kept it for two frames needs no help any more. */
enum
{
  FRAMES = 4,
  ENOUGH = 2
};

typedef struct
{
  GtkWidget *widget;
  guint n_frames;
  guint n_held; /* of the last of them, in how many it had the focus */
} Again;

static void
again_free (gpointer data)
{
  Again *again = data;

  g_object_unref (again->widget);
  g_free (again);
}

static gboolean
frame_cb (GtkWidget *root, GdkFrameClock *clock, gpointer data)
{
  Again *again = data;

  again->n_held = gtk_widget_is_focus (again->widget) ? again->n_held + 1 : 0;
  give (again->widget);
  return ++again->n_frames < FRAMES && again->n_held < ENOUGH ? G_SOURCE_CONTINUE
                                                              : G_SOURCE_REMOVE;
}

void
jug_focus_give_back (GtkWidget *widget)
{
  GtkRoot *root;
  Again *again;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  give (widget);
  root = gtk_widget_get_root (widget);
  if (root == NULL)
    return;
  /* Before the next frames and after them: with them GTK leaves what has gone.  Frames,
   * since idle time may be long in coming, and by then the person is elsewhere. */
  g_idle_add_full (G_PRIORITY_HIGH, soon_cb, g_object_ref (widget), g_object_unref);
  again = g_new (Again, 1);
  *again = (Again){ .widget = g_object_ref (widget) };
  gtk_widget_add_tick_callback (GTK_WIDGET (root), frame_cb, again, again_free);
}
