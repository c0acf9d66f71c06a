/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save, discard or cancel: first for the program, then for the notes. */
#include "jug-leaving.h"

#include "jug-compat.h"
#include "jug-saving.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JugWorkspace *workspace;
  JugLeaving what;
  JugLeavingFunc func;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Question;

static Question *
question_ref (Question *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
question_clear (gpointer data)
{
  Question *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_object_unref (self->workspace);
}

static void
question_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, question_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_unref)

/* NULL once the window has been closed. */
static GtkWindow *
get_window (Question *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->workspace)));
}

static gboolean
has_unsaved_notes (JugWorkspace *workspace)
{
  JugSession *session = jug_draft_get_session (jug_workspace_get_draft (workspace));

  return jug_session_get_trace (session) != NULL &&
         jug_notes_is_unsaved (jug_session_get_notes (session));
}

static gboolean
has_unsaved_program (JugWorkspace *workspace, JugLeaving what)
{
  return what == JUG_LEAVING_ALL &&
         jug_draft_is_at_risk (jug_workspace_get_draft (workspace));
}

/* Notes */

/* Later: a dialog needs its window until it has closed. */
static void
leave_cb (gpointer data)
{
  g_autoptr (Question) self = data;

  if (get_window (self) != NULL)
    self->func (self->data);
}

static void
notes_saved (gpointer data)
{
  Question *self = data;

  self->func (self->data);
}

static void
notes_answered_cb (const char *id, gpointer data)
{
  Question *self = data;

  if (g_str_equal (id, "discard"))
    g_idle_add_once (leave_cb, question_ref (self));
  else if (g_str_equal (id, "save"))
    jug_saving_save_trace (self->workspace, notes_saved, question_ref (self),
                           question_unref);
}

/* Notes belong to the events of one run.  Nobody can know before the next one whether it
 * will be the same, event by event; rather than to have them stand at others, or to keep
 * them sometimes, people are asked whenever a run is left. */
static void
ask_for_notes (Question *self)
{
  const JugReply answers[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "discard", _ ("_Discard"), TRUE },
                               { "save", _ ("_Save…"), FALSE } };

  if (!has_unsaved_notes (self->workspace))
    {
      self->func (self->data);
      return;
    }
  jug_ask (get_window (self), _ ("Save the Notes?"),
           self->what == JUG_LEAVING_RUN
               ? _ ("They belong to this run and are kept in the file of its trace; the "
                    "next run begins without them. What is not saved is lost.")
               : _ ("They are kept in the file of the trace. What is not saved is lost."),
           answers, G_N_ELEMENTS (answers), notes_answered_cb, question_ref (self),
           question_unref);
}

/* The program */

static void
program_left_cb (gpointer data)
{
  g_autoptr (Question) self = data;

  if (get_window (self) != NULL)
    ask_for_notes (self);
}

/* While it was saved, more may have been written. */
static void
program_saved (gpointer data)
{
  Question *self = data;

  if (!has_unsaved_program (self->workspace, self->what))
    g_idle_add_once (program_left_cb, question_ref (self));
}

static void
program_answered_cb (const char *id, gpointer data)
{
  Question *self = data;

  if (g_str_equal (id, "discard"))
    g_idle_add_once (program_left_cb, question_ref (self));
  else if (g_str_equal (id, "save"))
    jug_saving_save_program (self->workspace, JUG_SAVING_THEN_LEAVE, program_saved,
                             question_ref (self), question_unref);
}

static void
ask_for_program (Question *self)
{
  const JugReply answers[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "discard", _ ("_Discard"), TRUE },
                               { "save", _ ("_Save"), FALSE } };
  JugDraft *draft = jug_workspace_get_draft (self->workspace);
  g_autofree char *body = g_strdup_printf (
      /* Translators: %s is the name of a file */
      _ ("What you have changed in “%s” is not saved; without that it is lost."),
      jug_session_get_title (jug_draft_get_session (draft)));

  jug_ask (get_window (self), _ ("Save the Program?"), body, answers,
           G_N_ELEMENTS (answers), program_answered_cb, question_ref (self),
           question_unref);
}

gboolean
jug_leaving_is_asked (JugWorkspace *workspace, JugLeaving what)
{
  g_return_val_if_fail (JUG_IS_WORKSPACE (workspace), FALSE);

  return has_unsaved_program (workspace, what) || has_unsaved_notes (workspace);
}

void
jug_leaving_ask (JugWorkspace *workspace,
                 JugLeaving what,
                 JugLeavingFunc func,
                 gpointer data,
                 GDestroyNotify destroy)
{
  g_autoptr (Question) self = NULL;

  g_return_if_fail (JUG_IS_WORKSPACE (workspace));
  g_return_if_fail (func != NULL);

  self = g_atomic_rc_box_new0 (Question);
  self->workspace = g_object_ref (workspace);
  self->what = what;
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  if (has_unsaved_program (workspace, what))
    ask_for_program (self);
  else
    ask_for_notes (self);
}
