/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to, and what if somebody else was there before. */
#include "jug-saving.h"

#include "jug-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  JugWorkspace *workspace;
  JugSession *session;
  JugTrace *trace; /* (nullable): what is saved, */
  GFile *program;  /* (nullable): or this, */
  char *text;      /* (nullable): with this for a copy of it */
  JugSavingCopy copy;
  JugSavedFunc func; /* (nullable) */
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Saving;

static Saving *
saving_new (JugWorkspace *workspace,
            JugSavedFunc func,
            gpointer data,
            GDestroyNotify destroy)
{
  Saving *self = g_atomic_rc_box_new0 (Saving);

  self->workspace = g_object_ref (workspace);
  self->session =
      g_object_ref (jug_draft_get_session (jug_workspace_get_draft (workspace)));
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

static void
saving_clear (gpointer data)
{
  Saving *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_clear_object (&self->program);
  g_free (self->text);
  g_object_unref (self->session);
  g_object_unref (self->workspace);
}

static Saving *
saving_ref (Saving *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
saving_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, saving_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_unref)

static void
saving_unref_closure (gpointer data, GClosure *closure)
{
  saving_unref (data);
}

/* NULL once the window has been closed. */
static GtkWindow *
get_window (Saving *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->workspace)));
}

static void
done (Saving *self)
{
  if (self->func != NULL && get_window (self) != NULL)
    self->func (self->data);
}

/* Programs */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (G_FILE (source));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      jug_workspace_tell (self->workspace, error->message);
      return;
    }
  if (jug_session_get_program (self->session) != self->program)
    return;
  jug_draft_set_copied (jug_workspace_get_draft (self->workspace), self->text);
  if (self->copy == JUG_SAVING_THEN_LEAVE)
    done (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->workspace), "win.open-file", "s", uri);
}

static void save_program (Saving *self, JugDraftSave how);

static void
copy_chosen (GFile *file, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || jug_session_get_program (self->session) != self->program)
    return;
  /* Whoever chooses the same one has been asked there. */
  if (g_file_equal (file, self->program))
    {
      save_program (self, JUG_DRAFT_OVERWRITE);
      return;
    }
  self->text = jug_draft_dup_text (jug_workspace_get_draft (self->workspace));
  bytes = g_bytes_new (self->text, strlen (self->text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       copied_cb, saving_ref (self));
}

/* The question may not have gone yet when it is answered. */
static void
choose_copy_cb (gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autofree char *name = g_file_get_basename (self->program);

  if (get_window (self) != NULL)
    jug_choose_file_to_save (get_window (self), _ ("Save the Program"), name, copy_chosen,
                             saving_ref (self));
}

static void
changed_answered_cb (const char *id, gpointer data)
{
  Saving *self = data;

  if (g_str_equal (id, "copy"))
    g_idle_add_once (choose_copy_cb, saving_ref (self));
  else if (g_str_equal (id, "overwrite") &&
           jug_session_get_program (self->session) == self->program)
    save_program (self, JUG_DRAFT_OVERWRITE);
}

static void
ask_whether_to_overwrite (Saving *self)
{
  const JugReply answers[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "copy", _ ("_Save As…"), FALSE },
                               { "overwrite", _ ("_Overwrite"), TRUE } };
  g_autofree char *body = g_strdup_printf (
      /* Translators: %s is the name of a file */
      _ ("Since “%s” was opened here, something else has been saved in it. What is "
         "overwritten is lost."),
      jug_session_get_title (self->session));

  jug_ask (get_window (self), _ ("The File Has Changed on Disk"), body, answers,
           G_N_ELEMENTS (answers), changed_answered_cb, saving_ref (self), saving_unref);
}

static void
program_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = jug_draft_save_finish (JUG_DRAFT (source), result, &error);

  if (get_window (self) == NULL ||
      jug_session_get_program (self->session) != self->program)
    return;
  if (is_saved)
    done (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_whether_to_overwrite (self);
}

static void
save_program (Saving *self, JugDraftSave how)
{
  jug_draft_save_async (jug_workspace_get_draft (self->workspace), how, program_saved_cb,
                        saving_ref (self));
}

void
jug_saving_save_program (JugWorkspace *workspace,
                         JugSavingCopy copy,
                         JugSavedFunc func,
                         gpointer data,
                         GDestroyNotify destroy)
{
  g_autoptr (Saving) self = NULL;

  g_return_if_fail (JUG_IS_WORKSPACE (workspace));

  self = saving_new (workspace, func, data, destroy);
  g_set_object (&self->program, jug_session_get_program (self->session));
  self->copy = copy;
  g_return_if_fail (self->program != NULL);
  save_program (self, JUG_DRAFT_SAVE);
}

/* Traces */

static void
trace_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GError) error = NULL;

  if (!jug_session_save_finish (JUG_SESSION (source), result, &error))
    {
      jug_workspace_tell (self->workspace, error->message);
      return;
    }
  jug_workspace_tell (self->workspace, _ ("The trace is saved"));
  /* While it was saved, more may have been noted. */
  if (!jug_notes_is_unsaved (jug_session_get_notes (self->session)))
    done (self);
}

static void
trace_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (Saving) self = data;

  if (file != NULL && jug_session_get_trace (self->session) == self->trace)
    jug_session_save_async (self->session, file, NULL, trace_saved_cb, saving_ref (self));
}

static void
choose_file (Saving *self)
{
  const char *title = jug_session_get_title (self->session);
  g_autofree char *name = g_strconcat (title ? title : "trace", ".jug", NULL);

  if (get_window (self) == NULL)
    return;
  g_strdelimit (name, "/", '-');
  jug_choose_file_to_save (get_window (self), _ ("Save the Trace"), name,
                           trace_file_chosen, saving_ref (self));
}

static void
state_changed_cb (JugSession *session, GParamSpec *pspec, Saving *data)
{
  g_autoptr (Saving) self = saving_ref (data);
  gboolean is_same = jug_session_get_trace (session) == self->trace;

  if (is_same && !jug_trace_is_sealed (self->trace))
    return;
  g_signal_handlers_disconnect_by_data (session, data);
  if (is_same)
    choose_file (self);
}

void
jug_saving_save_trace (JugWorkspace *workspace,
                       JugSavedFunc func,
                       gpointer data,
                       GDestroyNotify destroy)
{
  g_autoptr (Saving) self = NULL;

  g_return_if_fail (JUG_IS_WORKSPACE (workspace));

  self = saving_new (workspace, func, data, destroy);
  g_return_if_fail (jug_session_get_trace (self->session) != NULL);
  self->trace = jug_trace_ref (jug_session_get_trace (self->session));
  if (jug_session_get_state (self->session) != JUG_SESSION_RECORDING)
    {
      choose_file (self);
      return;
    }
  /* Only what is complete can be saved; as it is about to be left, it may end here. */
  g_signal_connect_data (self->session, "notify::state", G_CALLBACK (state_changed_cb),
                         saving_ref (self), saving_unref_closure, 0);
  jug_session_cancel (self->session);
}
