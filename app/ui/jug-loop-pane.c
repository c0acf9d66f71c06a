/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says which iteration and time it is; the view does the rest. */
#include "jug-loop-pane.h"

#include "jug-cut-label.h"
#include "jug-loop-canvas.h"

#include <glib/gi18n-lib.h>

struct _JugLoopPane
{
  GtkBox parent_instance;

  /* template */
  GtkLabel *moment;
  JugLoopCanvas *view;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (JugLoopPane, jug_loop_pane, GTK_TYPE_BOX)

static void
update (JugLoopPane *self)
{
  JugCursor *cursor = jug_session_get_cursor (self->session);
  g_autofree char *text = NULL;

  if (cursor != NULL)
    {
      JugPlayhead *playhead = jug_session_get_playhead (self->session);

      /* Translators: the number of the loop's iteration and the time in seconds */
      text = g_strdup_printf (_ ("iteration %u · t = %.3f s"),
                              jug_cursor_get_iteration (cursor),
                              (double) jug_playhead_get_time (playhead) / 1e9);
    }
  gtk_label_set_label (self->moment, text ? text : "");
}

static void
jug_loop_pane_dispose (GObject *object)
{
  JugLoopPane *self = JUG_LOOP_PANE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_LOOP_PANE);
  G_OBJECT_CLASS (jug_loop_pane_parent_class)->dispose (object);
}

static void
jug_loop_pane_class_init (JugLoopPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_loop_pane_dispose;

  g_type_ensure (JUG_TYPE_LOOP_CANVAS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-loop-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JugLoopPane, moment);
  gtk_widget_class_bind_template_child (widget_class, JugLoopPane, view);
}

static void
jug_loop_pane_init (JugLoopPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jug_cut_label_explain (self->moment);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update), self);
}

void
jug_loop_pane_set_session (JugLoopPane *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_LOOP_PANE (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  jug_loop_canvas_set_session (self->view, session);
  update (self);
}
