/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody shall wonder where a task is, least of all the one that is told of. */
#include "jug-hidden-lanes.h"

#include <glib/gi18n-lib.h>

struct _JugHiddenLanes
{
  GtkButton parent_instance;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;

  JugTimelineChart *chart; /* (nullable): a weak pointer */
};

G_DEFINE_FINAL_TYPE (JugHiddenLanes, jug_hidden_lanes, GTK_TYPE_BUTTON)

static void
offer (JugHiddenLanes *self, const char *label, const char *action, const char *tooltip)
{
  gtk_button_set_label (GTK_BUTTON (self), label);
  /* Names of tasks can be longer than a window is wide. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self))),
                           PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

static void
offer_task (JugHiddenLanes *self, guint32 task)
{
  g_autofree char *name = jug_session_dup_task_label (self->session, task);
  g_autofree char *label = g_strdup_printf (
      /* Translators: %s is a task; the button shows its lane */
      _ ("What happens here is hidden with the lane of %s: show it"), name);

  offer (self, label, "lanes.show-here", _ ("Show the Lane of This Task"));
}

static void
offer_all (JugHiddenLanes *self, guint n_hidden)
{
  g_autofree char *label = g_strdup_printf (
      /* Translators: so many lanes are hidden; the button shows them */
      ngettext ("%u lane hidden: show it", "%u lanes hidden: show them", n_hidden),
      n_hidden);

  offer (self, label, "lanes.show-all", _ ("Show All Hidden Lanes"));
}

static void
update (JugHiddenLanes *self)
{
  JugTimelineViewport *viewport =
      self->chart ? jug_timeline_chart_get_viewport (self->chart) : NULL;
  JugLanes *lanes = viewport ? jug_timeline_viewport_get_lanes (viewport) : NULL;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint n_hidden = lanes ? jug_lanes_get_n_hidden (lanes) : 0;
  guint32 task = JUG_SESSION_NO_TASK;

  /* While the playhead goes by itself, what is offered must not change under a pointer.
   */
  if (n_hidden > 0 && !jug_playhead_is_playing (playhead) &&
      !jug_playhead_is_following (playhead))
    task = jug_timeline_viewport_get_hidden_task (viewport);

  gtk_widget_set_visible (GTK_WIDGET (self), n_hidden > 0);
  if (task != JUG_SESSION_NO_TASK)
    offer_task (self, task);
  else if (n_hidden > 0)
    offer_all (self, n_hidden);
}

static void
jug_hidden_lanes_dispose (GObject *object)
{
  JugHiddenLanes *self = JUG_HIDDEN_LANES (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->chart);
  G_OBJECT_CLASS (jug_hidden_lanes_parent_class)->dispose (object);
}

static void
jug_hidden_lanes_class_init (JugHiddenLanesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jug_hidden_lanes_dispose;
}

static void
jug_hidden_lanes_init (JugHiddenLanes *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hidden-lanes");
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (update),
                                  self);
}

void
jug_hidden_lanes_set_session (JugHiddenLanes *self,
                              JugTimelineChart *chart,
                              JugSession *session)
{
  const char *playhead_signals[] = { "notify::playing", "notify::following" };

  g_return_if_fail (JUG_IS_HIDDEN_LANES (self));
  g_return_if_fail (JUG_IS_TIMELINE_CHART (chart));
  g_return_if_fail (JUG_IS_SESSION (session));
  g_return_if_fail (self->chart == NULL);

  g_set_object (&self->session, session);
  g_set_weak_pointer (&self->chart, chart);
  g_signal_connect_object (chart, "view-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (playhead_signals); i++)
    g_signal_connect_object (jug_session_get_playhead (session), playhead_signals[i],
                             G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}
