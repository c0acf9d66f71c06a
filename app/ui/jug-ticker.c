/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tick callback or a timeout, for as long as the playhead plays. */
#include "jug-ticker.h"

#include <adwaita.h>

/* Without animations the playhead moves at this pace. */
#define CALM_MS 250

/* After a pause of the window, such as while it was hidden, nothing jumps. */
#define MAX_FRAME_US 100000

typedef struct
{
  GtkWidget *widget; /* (unowned): owns this */
  JugSession *session;
  guint tick;
  guint timeout;
  gint64 last_us;
} Ticker;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Ticker *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 elapsed = self->last_us > 0 ? MIN (now - self->last_us, MAX_FRAME_US) : 0;

  self->last_us = now;
  jug_playhead_advance (jug_session_get_playhead (self->session), elapsed * 1000);
  return G_SOURCE_CONTINUE;
}

static gboolean
timeout_cb (gpointer data)
{
  Ticker *self = data;

  jug_playhead_advance (jug_session_get_playhead (self->session),
                        CALM_MS * G_GINT64_CONSTANT (1000000));
  return G_SOURCE_CONTINUE;
}

static void
stop (Ticker *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->last_us = 0;
}

static void
playing_changed_cb (Ticker *self)
{
  stop (self);
  if (!jug_playhead_is_playing (jug_session_get_playhead (self->session)))
    return;
  if (adw_get_enable_animations (self->widget))
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  else
    self->timeout = g_timeout_add (CALM_MS, timeout_cb, self);
}

static void
ticker_free (gpointer data)
{
  Ticker *self = data;

  g_signal_handlers_disconnect_by_data (jug_session_get_playhead (self->session), self);
  /* The widget is going, and its tick callback with it. */
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_object_unref (self->session);
  g_free (self);
}

void
jug_ticker_attach (GtkWidget *widget, JugSession *session)
{
  Ticker *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (JUG_IS_SESSION (session));

  self = g_new0 (Ticker, 1);
  self->widget = widget;
  self->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (widget), "jug-ticker", self, ticker_free);
  g_signal_connect_swapped (jug_session_get_playhead (session), "notify::playing",
                            G_CALLBACK (playing_changed_cb), self);
  playing_changed_cb (self);
}
