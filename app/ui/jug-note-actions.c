/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command is about the note at the playhead, or the next one from there. */
#include "jug-note-actions.h"

#include "jug-commands.h"
#include "jug-compat.h"

#include <glib/gi18n-lib.h>

/* Before the first event there is nothing to be noted but that. */
static guint32
get_place (JugCommands *self)
{
  guint32 event = jug_playhead_get_event (jug_session_get_playhead (self->session));

  return event == JUG_NO_EVENT ? 0 : event;
}

static gboolean
is_possible (JugCommands *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);

  return self->widget != NULL && trace != NULL && jug_trace_get_n_events (trace) > 0;
}

static void
tell (JugCommands *self, const char *text)
{
  jug_announce (self->widget, text);
}

static void
write_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  JugNotes *notes = jug_session_get_notes (self->session);
  guint32 event = get_place (self);

  if (!is_possible (self))
    return;
  if (jug_notes_has (notes, event) || jug_notes_set (notes, event, NULL))
    jug_notes_button_write (JUG_NOTES_BUTTON (self->widget), event);
}

/* The same key takes a bookmark away again; a text is not lost so easily. */
static void
bookmark_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
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
  JugCommands *self = data;
  int direction = g_str_equal (g_action_get_name (G_ACTION (action)), "next") ? 1 : -1;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint32 event = jug_notes_get_next (jug_session_get_notes (self->session),
                                      jug_playhead_get_event (playhead), direction);

  if (event != JUG_NO_EVENT)
    jug_session_visit (self->session, event);
}

static void
update (JugCommands *self)
{
  gboolean has_trace = jug_session_get_trace (self->session) != NULL;
  guint n_notes = jug_notes_get_n_notes (jug_session_get_notes (self->session));

  jug_commands_enable (self, "bookmark", has_trace);
  jug_commands_enable (self, "write", has_trace);
  jug_commands_enable (self, "next", has_trace && n_notes > 0);
  jug_commands_enable (self, "previous", has_trace && n_notes > 0);
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
  JugCommands *self;

  g_return_val_if_fail (JUG_IS_NOTES_BUTTON (button), NULL);
  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = jug_commands_new (session, GTK_WIDGET (button), update);
  jug_commands_add (self, entries, G_N_ELEMENTS (entries));
  jug_commands_follow (self, session, "notify::trace");
  jug_commands_follow (self, jug_session_get_notes (session), "changed");
  update (self);
  return self->group;
}
