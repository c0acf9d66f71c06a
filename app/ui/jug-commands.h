/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of actions about a session, and about the widget that shows it. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"

G_BEGIN_DECLS

typedef struct _JugCommands JugCommands;

/**
 * JugCommandsFunc:
 *
 * Enables the commands that can be given now.
 */
typedef void (*JugCommandsFunc) (JugCommands *self);

/**
 * JugCommands:
 * @group: the actions; owns this, which is their data
 * @session: what they change
 * @widget: (nullable): what shows it; %NULL once it has gone, which group may outlive
 *
 * What the actions of a group have in common.
 */
struct _JugCommands
{
  GSimpleActionGroup *group; /* (unowned) */
  JugSession *session;
  GtkWidget *widget; /* (nullable): a weak pointer */
  JugCommandsFunc update;
};

/**
 * jug_commands_new:
 * @widget: (nullable): what shows the session
 * @update: called by jug_commands_follow()
 *
 * Returns: (transfer none): the commands, without any; their group is the caller's
 */
JugCommands *
jug_commands_new (JugSession *session, GtkWidget *widget, JugCommandsFunc update);

/**
 * jug_commands_add:
 *
 * Adds actions, whose data is @self.
 */
void jug_commands_add (JugCommands *self, const GActionEntry *entries, guint n_entries);

/**
 * jug_commands_follow:
 * @object: what tells of changes
 * @signal: how it does
 *
 * Has it looked again what can be done, whenever @object says so.
 */
void jug_commands_follow (JugCommands *self, gpointer object, const char *signal);

/**
 * jug_commands_get:
 * @self: commands
 * @name: of one that was added, without the group's
 *
 * Returns: (transfer none): the action; there has to be such a one
 */
GSimpleAction *jug_commands_get (JugCommands *self, const char *name);

/**
 * jug_commands_enable:
 * @self: commands
 * @name: of one that was added, without the group's
 * @enabled: whether it can be given now
 *
 * Enables or disables it.
 */
void jug_commands_enable (JugCommands *self, const char *name, gboolean enabled);

G_END_DECLS
