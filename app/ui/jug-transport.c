/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons act by their actions; here is what they say. */
#include "jug-transport.h"

#include "jug-caption.h"
#include "jug-compat.h"
#include "jug-terse-button.h"

#include <glib/gi18n-lib.h>

struct _JugTransport
{
  GtkBox parent_instance;

  /* template */
  AdwBin *above;
  AdwBin *between;
  JugCaption *caption;
  GtkWidget *buttons;
  GtkButton *back;
  GtkButton *play;
  GtkButton *forward;
  GtkMenuButton *speed;
  GtkMenuButton *unit;
  GtkWidget *live;
  JugNotesButton *notes;
  GtkWidget *axis;
  GtkWidget *zoom;
  GtkWidget *more;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *playhead_signals;
  GSignalGroup *player_signals;
  GActionGroup *player;

  /* state */
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (JugTransport, jug_transport, GTK_TYPE_BOX)

static void
update_play (JugTransport *self)
{
  gboolean playing = jug_playhead_is_playing (jug_session_get_playhead (self->session));

  gtk_button_set_icon_name (self->play, playing ? "media-playback-pause-symbolic"
                                                : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), _ ("Play or pause"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  playing ? _ ("Pause") : _ ("Play"), -1);
}

static void
update_speed (JugTransport *self)
{
  double speed = jug_playhead_get_speed (jug_session_get_playhead (self->session));
  g_autofree char *label = g_strdup_printf ("%g×", speed);
  /* Translators: %g is a number, as in: Speed: 2 times */
  g_autofree char *name = g_strdup_printf (_ ("Speed: %g times"), speed);

  gtk_menu_button_set_label (self->speed, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_live (JugTransport *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);

  gboolean is_live = trace != NULL && !jug_trace_is_sealed (trace);

  gtk_widget_set_visible (self->live, is_live);
  /* In little room one of both has to go; bookmarks are set by menu and key as well. */
  gtk_widget_set_visible (GTK_WIDGET (self->notes), !is_live || !self->is_narrow);
}

static void
update_unit (JugTransport *self)
{
  static const struct
  {
    const char *name;
    const char *label;
    const char *forward;
    const char *back;
  } units[] = {
    { "event", N_ ("Event"), N_ ("Next event"), N_ ("Previous event") },
    { "iteration", N_ ("Iteration"), N_ ("Next iteration"), N_ ("Previous iteration") },
    { "step", N_ ("Step"), N_ ("Next step of a task"), N_ ("Previous step of a task") },
    { "output", N_ ("Output"), N_ ("Next line of output"),
      N_ ("Previous line of output") },
  };
  g_autoptr (GVariant) state = g_action_group_get_action_state (self->player, "unit");
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      {
        /* Translators: %s is what a step goes by: event, iteration, step, output */
        g_autofree char *label =
            g_strdup_printf (_ ("A step goes by: %s"), _ (units[i].label));

        gtk_menu_button_set_label (self->unit, _ (units[i].label));
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->unit),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
        gtk_widget_set_tooltip_text (GTK_WIDGET (self->forward), _ (units[i].forward));
        gtk_widget_set_tooltip_text (GTK_WIDGET (self->back), _ (units[i].back));
      }
}

static void
jug_transport_dispose (GObject *object)
{
  JugTransport *self = JUG_TRANSPORT (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->playhead_signals);
  g_clear_object (&self->player_signals);
  g_clear_object (&self->player);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_TRANSPORT);
  G_OBJECT_CLASS (jug_transport_parent_class)->dispose (object);
}

static void
jug_transport_class_init (JugTransportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_transport_dispose;

  g_type_ensure (JUG_TYPE_CAPTION);
  g_type_ensure (JUG_TYPE_NOTES_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-transport.ui");
  gtk_widget_class_bind_template_child (widget_class, JugTransport, above);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, between);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, caption);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, buttons);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, back);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, play);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, forward);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, speed);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, unit);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, live);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, notes);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, axis);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, zoom);
  gtk_widget_class_bind_template_child (widget_class, JugTransport, more);
}

static void
jug_transport_init (JugTransport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jug_menu_name_items (gtk_menu_button_get_popover (self->speed));
  jug_menu_name_items (gtk_menu_button_get_popover (self->unit));
  jug_menu_name_items (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->more)));
  /* Forward is right and back is left, as on the timeline. */
  gtk_widget_set_direction (self->buttons, GTK_TEXT_DIR_LTR);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update_live), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::state",
                                  G_CALLBACK (update_live), self);
  self->playhead_signals = g_signal_group_new (JUG_TYPE_PLAYHEAD);
  g_signal_group_connect_swapped (self->playhead_signals, "notify::playing",
                                  G_CALLBACK (update_play), self);
  g_signal_group_connect_swapped (self->playhead_signals, "notify::speed",
                                  G_CALLBACK (update_speed), self);
  self->player_signals = g_signal_group_new (G_TYPE_ACTION_GROUP);
  g_signal_group_connect_swapped (self->player_signals, "action-state-changed::unit",
                                  G_CALLBACK (update_unit), self);
}

void
jug_transport_set_session (JugTransport *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_TRANSPORT (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->playhead_signals, jug_session_get_playhead (session));
  jug_caption_set_session (self->caption, session);
  jug_notes_button_set_session (self->notes, session);
  update_play (self);
  update_speed (self);
  update_live (self);
}

JugNotesButton *
jug_transport_get_notes (JugTransport *self)
{
  g_return_val_if_fail (JUG_IS_TRANSPORT (self), NULL);

  return self->notes;
}

void
jug_transport_set_player (JugTransport *self, GActionGroup *player)
{
  g_return_if_fail (JUG_IS_TRANSPORT (self));
  g_return_if_fail (G_IS_ACTION_GROUP (player));

  g_set_object (&self->player, player);
  g_signal_group_set_target (self->player_signals, player);
  update_unit (self);
}

void
jug_transport_arrange (JugTransport *self, JugRoomSize size)
{
  AdwBin *place = size == JUG_ROOM_WIDE ? self->between : self->above;
  gboolean narrow = size == JUG_ROOM_NARROW;

  g_return_if_fail (JUG_IS_TRANSPORT (self));

  if (adw_bin_get_child (place) == NULL)
    {
      g_autoptr (GtkWidget) caption = g_object_ref (GTK_WIDGET (self->caption));

      adw_bin_set_child (self->above, NULL);
      adw_bin_set_child (self->between, NULL);
      adw_bin_set_child (place, caption);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->above), size != JUG_ROOM_WIDE);
  jug_terse_button_arrange (GTK_BUTTON (self->live), _ ("Live"), "media-record-symbolic",
                            narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), !narrow);
  gtk_widget_set_visible (self->axis, !narrow);
  gtk_widget_set_visible (self->zoom, !narrow);
  gtk_widget_set_visible (self->more, narrow);
  self->is_narrow = narrow;
  if (self->session != NULL)
    update_live (self);
}
