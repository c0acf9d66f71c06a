/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command is about the note at the playhead, or the next one from there. */
#include "jug-note-actions.h"

#include "jug-compat.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GSimpleActionGroup *group; /* (unowned): owns this */
  JugNotesButton *button;    /* (nullable): a weak pointer */
  JugSession *session;
} Commands;

/* Before the first event there is nothing to be noted but that. */
static guint32
get_place (Commands *self)
{
  guint32 event = jug_playhead_get_event (jug_session_get_playhead (self->session));

  return event == JUG_NO_EVENT ? 0 : event;
}

static gboolean
is_possible (Commands *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);

  return self->button != NULL && trace != NULL && jug_trace_get_n_events (trace) > 0;
}

static void
tell (Commands *self, const char *text)
{
  jug_announce (GTK_WIDGET (self->button), text);
}

static void
write_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  JugNotes *notes = jug_session_get_notes (self->session);
  guint32 event = get_place (self);

  if (!is_possible (self))
    return;
  if (jug_notes_has (notes, event) || jug_notes_set (notes, event, NULL))
    jug_notes_button_write (self->button, event);
}

/* The same key takes a bookmark away again; a text is not lost so easily. */
static void
bookmark_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  JugNotes *notes = jug_session_get_notes (self->session);
  guint32 event = get_place (self);

  if (!is_possible (self))
    return;
  if (!jug_notes_has (notes, event))
    {
      if (jug_notes_set (notes, event, NULL))
        tell (self, _ ("Bookmark set"));
    }
  else if (*jug_notes_get_text (notes, jug_notes_find (notes, event)) == '\0')
    {
      jug_notes_remove (notes, event);
      tell (self, _ ("Bookmark taken away"));
    }
  else
    write_cb (action, parameter, data);
}

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  int direction = g_str_equal (g_action_get_name (G_ACTION (action)), "next") ? 1 : -1;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint32 event = jug_notes_get_next (jug_session_get_notes (self->session),
                                      jug_playhead_get_event (playhead), direction);

  if (event != JUG_NO_EVENT)
    jug_session_visit (self->session, event);
}

static void
enable (Commands *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (Commands *self)
{
  gboolean has_trace = jug_session_get_trace (self->session) != NULL;
  guint n_notes = jug_notes_get_n_notes (jug_session_get_notes (self->session));

  enable (self, "bookmark", has_trace);
  enable (self, "write", has_trace);
  enable (self, "next", has_trace && n_notes > 0);
  enable (self, "previous", has_trace && n_notes > 0);
}

static void
commands_free (gpointer data)
{
  Commands *self = data;

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (jug_session_get_notes (self->session), self);
  g_clear_weak_pointer (&self->button);
  g_object_unref (self->session);
  g_free (self);
}

GSimpleActionGroup *
jug_note_actions_new (JugNotesButton *button, JugSession *session)
{
  const GActionEntry entries[] = {
    { .name = "bookmark", .activate = bookmark_cb },
    { .name = "write", .activate = write_cb },
    { .name = "next", .activate = go_cb },
    { .name = "previous", .activate = go_cb },
  };
  Commands *self;

  g_return_val_if_fail (JUG_IS_NOTES_BUTTON (button), NULL);
  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = g_new0 (Commands, 1);
  g_set_weak_pointer (&self->button, button);
  self->session = g_object_ref (session);
  self->group = g_simple_action_group_new ();
  g_object_set_data_full (G_OBJECT (self->group), "jug-commands", self, commands_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (session, "notify::trace", G_CALLBACK (update), self);
  g_signal_connect_swapped (jug_session_get_notes (session), "changed",
                            G_CALLBACK (update), self);
  update (self);
  return self->group;
}
