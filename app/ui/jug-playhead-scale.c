/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the scale's value and its words in step with the playhead. */
#include "jug-playhead-scale.h"

#include <glib/gi18n-lib.h>

struct _JugPlayheadScale
{
  GtkScale parent_instance;

  JugSession *session;
  GSignalGroup *session_signals;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (JugPlayheadScale, jug_playhead_scale, GTK_TYPE_SCALE)

static char *
describe (JugSession *session, guint32 n_events)
{
  JugPlayhead *playhead = jug_session_get_playhead (session);
  guint32 event = jug_playhead_get_event (playhead);
  double seconds = (double) jug_playhead_get_time (playhead) / 1e9;

  if (event == JUG_NO_EVENT)
    return g_strdup (_ ("Before the first event"));
  /* Translators: where the playhead is: a time in seconds, and which event of how many */
  return g_strdup_printf (_ ("%.3f s, event %u of %u"), seconds, event + 1, n_events);
}

static void
update (JugPlayheadScale *self)
{
  JugTrace *trace = self->session ? jug_session_get_trace (self->session) : NULL;
  guint32 n_events = trace ? jug_trace_get_n_events (trace) : 0;
  g_autofree char *text = NULL;
  guint32 event;

  if (trace == NULL)
    return;
  event = jug_playhead_get_event (jug_session_get_playhead (self->session));
  self->is_updating = TRUE;
  gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (self)),
                            event == JUG_NO_EVENT ? 0 : event + 1, 0, n_events, 1,
                            MAX (n_events / 10, 1), 0);
  self->is_updating = FALSE;
  text = describe (self->session, n_events);
  /* The description as well: GTK 4.8 does not pass the value's text on. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Somebody else than the playhead has set the value: goes to the stop there, or to the
 * next one in the direction of the move. */
static void
jug_playhead_scale_value_changed (GtkRange *range)
{
  JugPlayheadScale *self = JUG_PLAYHEAD_SCALE (range);
  JugTrace *trace = self->session ? jug_session_get_trace (self->session) : NULL;
  JugPlayhead *playhead;
  guint32 value, now, wanted;
  JugDetail detail;

  if (self->is_updating || trace == NULL)
    return;
  playhead = jug_session_get_playhead (self->session);
  detail = jug_playhead_get_detail (playhead);
  value = (guint32) (gtk_range_get_value (range) + 0.5);
  now = jug_playhead_get_event (playhead) + 1;
  wanted = value - 1;
  if (value > 0 && !jug_stop_is (trace, wanted, detail))
    wanted = jug_stop_find (trace, wanted, value > now ? 1 : -1, detail);
  if (wanted != JUG_NO_EVENT || value == 0)
    jug_playhead_go_to_event (playhead, wanted);
  else if (value > now)
    jug_playhead_go_to_end (playhead);
  else
    jug_playhead_go_to_start (playhead);
  update (self);
}

static void
jug_playhead_scale_dispose (GObject *object)
{
  JugPlayheadScale *self = JUG_PLAYHEAD_SCALE (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jug_playhead_scale_parent_class)->dispose (object);
}

static void
jug_playhead_scale_class_init (JugPlayheadScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkRangeClass *range_class = GTK_RANGE_CLASS (klass);

  object_class->dispose = jug_playhead_scale_dispose;
  range_class->value_changed = jug_playhead_scale_value_changed;
}

static void
jug_playhead_scale_init (JugPlayheadScale *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "unseen");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Playhead"), -1);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "trace-grown",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update), self);
}

GtkWidget *
jug_playhead_scale_new (void)
{
  return g_object_new (JUG_TYPE_PLAYHEAD_SCALE, "orientation", GTK_ORIENTATION_HORIZONTAL,
                       NULL);
}

void
jug_playhead_scale_set_session (JugPlayheadScale *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_PLAYHEAD_SCALE (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}
