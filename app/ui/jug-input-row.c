/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry and two buttons. */
#include "jug-input-row.h"

#include "jug-compat.h"

#include <glib/gi18n-lib.h>

struct _JugInputRow
{
  AdwBin parent_instance;

  /* template */
  GtkEntry *entry;
  GtkWidget *refused;
  GtkLabel *question;
  GtkWidget *send;
  GtkWidget *end;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (JugInputRow, jug_input_row, ADW_TYPE_BIN)

static void
update (JugInputRow *self)
{
  gboolean takes_input = jug_session_get_takes_input (self->session);

  if (!takes_input)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->refused, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), takes_input);
}

/* What the program asks, which is the entry's name as long as there is such a thing. */
static void
update_question (JugInputRow *self)
{
  const char *question = jug_session_get_question (self->session);

  if (question != NULL && !g_str_equal (question, gtk_label_get_label (self->question)))
    jug_announce (GTK_WIDGET (self), question);
  gtk_label_set_label (self->question, question ? question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->question), question != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question ? question : _ ("Input for the program"), -1);
}

/* What was not taken stays, to be sent again. */
static void
send_cb (JugInputRow *self)
{
  g_autofree char *line = NULL;
  gboolean is_taken;

  if (!jug_session_get_takes_input (self->session))
    return;
  line = g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self->entry)), "\n", NULL);
  is_taken = jug_session_write_input (self->session, line);
  if (is_taken)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->refused, !is_taken);
}

static void
end_cb (JugInputRow *self)
{
  if (jug_session_get_takes_input (self->session))
    jug_session_close_input (self->session);
}

static gboolean
end_key_cb (GtkWidget *entry, GVariant *arguments, gpointer data)
{
  end_cb (data);
  return TRUE;
}

static void
jug_input_row_dispose (GObject *object)
{
  JugInputRow *self = JUG_INPUT_ROW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_INPUT_ROW);
  G_OBJECT_CLASS (jug_input_row_parent_class)->dispose (object);
}

static void
jug_input_row_class_init (JugInputRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_input_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-input-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JugInputRow, entry);
  gtk_widget_class_bind_template_child (widget_class, JugInputRow, refused);
  gtk_widget_class_bind_template_child (widget_class, JugInputRow, question);
  gtk_widget_class_bind_template_child (widget_class, JugInputRow, send);
  gtk_widget_class_bind_template_child (widget_class, JugInputRow, end);
}

static void
jug_input_row_init (JugInputRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (send_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (send_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->end, "clicked", G_CALLBACK (end_cb), self,
                           G_CONNECT_SWAPPED);
  /* Before the window's own meaning of the key, while the entry has the focus. */
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_d, GDK_CONTROL_MASK),
                        gtk_callback_action_new (end_key_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::takes-input",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::question",
                                  G_CALLBACK (update_question), self);
}

void
jug_input_row_set_session (JugInputRow *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_INPUT_ROW (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
  update_question (self);
}
