/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lives as long as its group. */
#include "jug-commands.h"

static void
commands_free (gpointer data)
{
  JugCommands *self = data;

  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->session);
  g_free (self);
}

JugCommands *
jug_commands_new (JugSession *session, GtkWidget *widget, JugCommandsFunc update)
{
  JugCommands *self;

  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);
  g_return_val_if_fail (widget == NULL || GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (update != NULL, NULL);

  self = g_new0 (JugCommands, 1);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->widget, widget);
  self->update = update;
  self->group = g_simple_action_group_new ();
  g_object_set_data_full (G_OBJECT (self->group), "jug-commands", self, commands_free);
  return self;
}

void
jug_commands_add (JugCommands *self, const GActionEntry *entries, guint n_entries)
{
  g_return_if_fail (self != NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, (int) n_entries,
                                   self);
}

void
jug_commands_follow (JugCommands *self, gpointer object, const char *signal)
{
  GClosure *closure;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  /* With the group the connection goes. */
  closure = g_cclosure_new_swap (G_CALLBACK (self->update), self, NULL);
  g_object_watch_closure (G_OBJECT (self->group), closure);
  g_signal_connect_closure (object, signal, closure, FALSE);
}

GSimpleAction *
jug_commands_get (JugCommands *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->group), name));
}

void
jug_commands_enable (JugCommands *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (jug_commands_get (self, name), enabled);
}
