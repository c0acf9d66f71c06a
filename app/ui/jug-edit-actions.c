/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of them in one place, and when they can be given. */
#include "jug-edit-actions.h"

#include "jug-compat.h"
#include "jug-leaving.h"
#include "jug-saving.h"

#include <glib/gi18n-lib.h>

#define RECORDER "juggler_shim.py"

typedef struct
{
  GtkWindow *window;       /* (unowned): owns this */
  JugWorkspace *workspace; /* (unowned): the window's */
  JugDraft *draft;
  JugSession *session;
} Commands;

static JugCodeView *
get_code (Commands *self)
{
  return jug_workspace_get_code (self->workspace);
}

static GSimpleAction *
get_action (Commands *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), name));
}

static gboolean
is_program (Commands *self)
{
  return jug_session_get_program (self->session) != NULL;
}

static void
update (Commands *self)
{
  gboolean exists = jug_draft_exists (self->draft);
  gboolean has_source = jug_session_get_python_source (self->session) != NULL;
  gboolean is_open = is_program (self) || jug_session_get_lesson (self->session) != NULL;
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "edit-program", exists || (jug_draft_can_begin (self->draft) && has_source) },
    { "run-edited", is_open },
    { "save",
      is_program (self) || jug_session_get_state (self->session) == JUG_SESSION_READY },
    { "save-program", jug_draft_is_unsaved (self->draft) },
    { "reset-program", is_program (self) ? jug_draft_is_unsaved (self->draft) : exists },
    { "compare-program", exists },
    { "next-at-line", has_source },
    { "previous-at-line", has_source },
    { "run-unprotected", jug_session_can_run_unprotected (self->session) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (get_action (self, actions[i].name), actions[i].enabled);
  g_simple_action_set_state (
      get_action (self, "compare-program"),
      g_variant_new_boolean (jug_code_view_is_comparing (get_code (self))));
}

/* Editing and running */

static void
edit_program_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_workspace_show_code (self->workspace);
  jug_code_view_edit (get_code (self));
}

static void
run_saved (gpointer data)
{
  Commands *self = data;

  jug_draft_run (self->draft);
}

static void
run_edited (gpointer data)
{
  Commands *self = data;

  if (jug_draft_is_unsaved (self->draft))
    jug_saving_save_program (self->workspace, JUG_SAVING_THEN_OPEN, run_saved, self,
                             NULL);
  else if (is_program (self) || jug_code_view_is_editing (get_code (self)))
    jug_draft_run (self->draft);
  else
    jug_session_run (self->session, NULL);
}

static void
run_edited_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_leaving_ask (self->workspace, JUG_LEAVING_RUN, run_edited, self, NULL);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  const char *name = is_program (self) ? "save-program" : "save-trace";

  g_action_group_activate_action (G_ACTION_GROUP (self->window), name, NULL);
}

static void
save_program_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_saving_save_program (self->workspace, JUG_SAVING_THEN_OPEN, NULL, NULL, NULL);
}

static void
reset (gpointer workspace)
{
  jug_draft_reset (jug_workspace_get_draft (workspace));
}

/* To go back to what a lesson has is to run it. */
static void
reset_cb (gpointer data)
{
  g_autoptr (JugWorkspace) workspace = data;
  JugDraft *draft = jug_workspace_get_draft (workspace);

  if (gtk_widget_get_root (data) == NULL)
    return;
  if (jug_session_get_program (jug_draft_get_session (draft)) != NULL)
    reset (workspace);
  else
    jug_leaving_ask (workspace, JUG_LEAVING_RUN, reset, g_object_ref (workspace),
                     g_object_unref);
}

static void
reset_answered_cb (const char *id, gpointer workspace)
{
  if (g_str_equal (id, "reset"))
    g_idle_add_once (reset_cb, g_object_ref (workspace));
}

static void
reset_program_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const JugReply replies[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "reset", _ ("_Reset"), TRUE } };
  Commands *self = data;

  if (!jug_draft_is_changed (self->draft))
    {
      reset_cb (g_object_ref (self->workspace));
      return;
    }
  jug_ask (self->window, _ ("Discard Your Changes?"),
           is_program (self)
               ? _ ("The program becomes what it was when it was saved last.")
               : _ ("Your version of the program is deleted, and the lesson’s own runs."),
           replies, G_N_ELEMENTS (replies), reset_answered_cb,
           g_object_ref (self->workspace), g_object_unref);
}

static void
compare_program_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Commands *self = data;

  if (g_variant_get_boolean (state))
    {
      jug_workspace_show_code (self->workspace);
      jug_code_view_edit (get_code (self));
    }
  jug_code_view_set_comparing (get_code (self), g_variant_get_boolean (state));
  update (self);
}

static void
at_line_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  gboolean is_next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-at-line");

  jug_code_view_go_along_line (get_code (self), is_next ? 1 : -1);
}

/* Without a sandbox */

static void
unprotected_answered_cb (const char *id, gpointer data)
{
  if (g_str_equal (id, "run") && jug_session_can_run_unprotected (data))
    jug_session_run_unprotected (data);
}

static void
ask_unprotected (Commands *self)
{
  const JugReply replies[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "run", _ ("_Run Anyway"), TRUE } };

  jug_ask (self->window, _ ("Run Without Protection?"),
           _ ("Nothing on this system can keep the program from your files and the "
              "network; bubblewrap could. What you run anyway may do all that you may."),
           replies, G_N_ELEMENTS (replies), unprotected_answered_cb,
           g_object_ref (self->session), g_object_unref);
}

static void
run_unprotected_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_unprotected (data);
}

static void
state_changed_cb (Commands *self)
{
  update (self);
  if (jug_session_can_run_unprotected (self->session))
    ask_unprotected (self);
}

/* The recorder */

static void
recorder_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JugWorkspace) workspace = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      jug_workspace_tell (workspace, error->message);
      return;
    }
  text = g_strdup_printf (
      /* Translators: a command, whose words stay as they are; %s is the name of a file */
      _ ("Saved. Beside your program, in a terminal: python3 %s program.py -o trace.jug. "
         "Then open trace.jug here."),
      shown);
  jug_workspace_tell (workspace, text);
}

static void
recorder_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (JugWorkspace) workspace = data;
  g_autoptr (GBytes) recorder = NULL;

  if (file == NULL)
    return;
  recorder = g_resources_lookup_data ("/io/github/juggler/Juggler/record/" RECORDER,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_if_fail (recorder != NULL);
  g_file_replace_contents_bytes_async (file, recorder, NULL, FALSE, G_FILE_CREATE_NONE,
                                       NULL, recorder_saved_cb,
                                       g_steal_pointer (&workspace));
}

static void
save_recorder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_choose_file_to_save (self->window, _ ("Save the Recorder"), RECORDER,
                           recorder_file_chosen, g_object_ref (self->workspace));
}

static void
commands_free (gpointer data)
{
  Commands *self = data;

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->draft, self);
  g_object_unref (self->session);
  g_object_unref (self->draft);
  g_free (self);
}

void
jug_edit_actions_add (GtkWindow *window, JugWorkspace *workspace)
{
  const GActionEntry entries[] = {
    { .name = "edit-program", .activate = edit_program_cb },
    { .name = "run-edited", .activate = run_edited_cb },
    { .name = "save", .activate = save_cb },
    { .name = "save-program", .activate = save_program_cb },
    { .name = "reset-program", .activate = reset_program_cb },
    { .name = "compare-program", .state = "false", .change_state = compare_program_cb },
    { .name = "next-at-line", .activate = at_line_cb },
    { .name = "previous-at-line", .activate = at_line_cb },
    { .name = "run-unprotected", .activate = run_unprotected_cb },
    { .name = "save-recorder", .activate = save_recorder_cb },
  };
  const char *session_signals[] = { "notify::lesson", "notify::program",
                                    "notify::python-source" };
  GClosure *closure;
  Commands *self;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (JUG_IS_WORKSPACE (workspace));

  self = g_new0 (Commands, 1);
  self->window = window;
  self->workspace = workspace;
  self->draft = g_object_ref (jug_workspace_get_draft (workspace));
  self->session = g_object_ref (jug_draft_get_session (self->draft));
  g_object_set_data_full (G_OBJECT (window), "jug-edit-commands", self, commands_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries),
                                   self);
  closure = g_cclosure_new_swap (G_CALLBACK (update), self, NULL);
  g_object_watch_closure (G_OBJECT (window), closure);
  g_signal_connect_closure (get_code (self), "comparing-changed", closure, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (session_signals); i++)
    g_signal_connect_swapped (self->session, session_signals[i], G_CALLBACK (update),
                              self);
  g_signal_connect_swapped (self->session, "notify::state", G_CALLBACK (state_changed_cb),
                            self);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (update), self);
  update (self);
}
