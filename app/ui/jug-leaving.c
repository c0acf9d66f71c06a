/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save, discard or cancel. */
#include "jug-leaving.h"

#include "jug-compat.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JugDraft *draft;
  JugLeavingFunc func;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_object_unref (self->draft);
  g_free (self);
}

/* While it was saved, more may have been written. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Leaving *self = data;

  if (jug_draft_save_finish (self->draft, result) && !jug_draft_is_unsaved (self->draft))
    self->func (self->data);
  leaving_free (self);
}

static void
answered_cb (const char *id, gpointer data)
{
  Leaving **self = data;

  if (g_str_equal (id, "discard"))
    (*self)->func ((*self)->data);
  else if (g_str_equal (id, "save"))
    {
      Leaving *leaving = g_steal_pointer (self);

      jug_draft_save_async (leaving->draft, saved_cb, leaving);
    }
}

static void
question_gone_cb (gpointer data)
{
  Leaving **self = data;

  g_clear_pointer (self, leaving_free);
  g_free (self);
}

void
jug_leaving_ask (GtkWindow *parent,
                 JugDraft *draft,
                 JugLeavingFunc func,
                 gpointer data,
                 GDestroyNotify destroy)
{
  const JugReply answers[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "discard", _ ("_Discard"), TRUE },
                               { "save", _ ("_Save"), FALSE } };
  g_autofree char *body = NULL;
  Leaving **self;

  g_return_if_fail (JUG_IS_DRAFT (draft));

  if (!jug_draft_is_unsaved (draft))
    {
      func (data);
      if (destroy != NULL)
        destroy (data);
      return;
    }
  self = g_new (Leaving *, 1);
  *self = g_new (Leaving, 1);
  **self = (Leaving){ g_object_ref (draft), func, data, destroy };
  body = g_strdup_printf (
      /* Translators: %s is the name of a file */
      _ ("What you have changed in “%s” is not saved; without that it is lost."),
      jug_session_get_title (jug_draft_get_session (draft)));
  jug_ask (parent, _ ("Save the Program?"), body, answers, G_N_ELEMENTS (answers),
           answered_cb, self, question_gone_cb);
}
