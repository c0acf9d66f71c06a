/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the open program as it is being edited. */
#pragma once

#include <gtksourceview/gtksource.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_DRAFT (jug_draft_get_type ())

/**
 * JugDraft:
 *
 * What a person makes of the program that is open.  Of a program of their own it is what
 * the file holds, until they change it; then it is not saved until they do so or run it.
 * Of a lesson's program it is their version, which is kept as they write; there is none
 * until jug_draft_begin().  The session is told to save, keep and run; nothing else here
 * changes it.
 */
G_DECLARE_FINAL_TYPE (JugDraft, jug_draft, JUG, DRAFT, GObject)

/**
 * JugDraft::changed:
 *
 * What can be asked of it may have changed, the text among it.
 */

/**
 * JugDraft::refused:
 * @message: what went wrong, in one sentence
 *
 * The text could not be read or saved.
 */

/**
 * jug_draft_new:
 * @session: whose program it is, whatever is open in it; a reference to it is kept
 *
 * The file of a program is read in the background: until it is there jug_draft_exists()
 * is %FALSE, and stays so if it is too long or no UTF-8; if it cannot be read,
 * #JugDraft::refused is emitted.
 *
 * Returns: (transfer full): a draft
 */
JugDraft *jug_draft_new (JugSession *session) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_draft_get_session:
 *
 * Returns: (transfer none): the session that it was made with; always the same
 */
JugSession *jug_draft_get_session (JugDraft *self);

/**
 * jug_draft_get_buffer:
 *
 * Returns: the buffer with the text; always the same
 */
GtkSourceBuffer *jug_draft_get_buffer (JugDraft *self);

/**
 * jug_draft_exists:
 *
 * Returns: whether there is a text to be edited
 */
gboolean jug_draft_exists (JugDraft *self);

/**
 * jug_draft_can_begin:
 *
 * Returns: whether a lesson is open, so that there can be a version of its program
 */
gboolean jug_draft_can_begin (JugDraft *self);

/**
 * jug_draft_begin:
 * @text: what to begin with, if there is no version yet
 */
void jug_draft_begin (JugDraft *self, const char *text);

/**
 * jug_draft_dup_text:
 *
 * Returns: (transfer full): what stands in the buffer now, saved or not; empty if there
 *   is no text to be edited
 */
char *jug_draft_dup_text (JugDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_draft_get_original:
 *
 * Returns: (nullable): what jug_draft_reset() goes back to: the lesson's program as it is
 *   written, or the file as it was saved
 */
const char *jug_draft_get_original (JugDraft *self);

/**
 * jug_draft_is_changed:
 *
 * Returns: whether the text differs from the original
 */
gboolean jug_draft_is_changed (JugDraft *self);

/**
 * jug_draft_is_unsaved:
 *
 * Returns: whether the text of a program of one's own differs from what was read from the
 *   file or saved in it last
 */
gboolean jug_draft_is_unsaved (JugDraft *self);

/**
 * jug_draft_is_at_risk:
 *
 * Returns: whether something would be lost if the program were left now
 */
gboolean jug_draft_is_at_risk (JugDraft *self);

/**
 * jug_draft_is_stale:
 *
 * Returns: whether what ran is known, and is not this text
 */
gboolean jug_draft_is_stale (JugDraft *self);

/**
 * jug_draft_run:
 *
 * Runs the text; of a program of one's own, what was saved of it last.
 */
void jug_draft_run (JugDraft *self);

/**
 * jug_draft_reset:
 *
 * Goes back to the original: gives a version up, and runs what the lesson has; or takes
 * back what is not saved, which can be undone.
 */
void jug_draft_reset (JugDraft *self);

/**
 * JugDraftSave:
 * @JUG_DRAFT_SAVE: unless somebody else has written to the file meanwhile
 * @JUG_DRAFT_OVERWRITE: in any case
 *
 * How a program is saved.
 */
typedef enum
{
  JUG_DRAFT_SAVE,
  JUG_DRAFT_OVERWRITE
} JugDraftSave;

/**
 * jug_draft_save_async:
 *
 * Saves a program of one's own.
 */
void jug_draft_save_async (JugDraft *self,
                           JugDraftSave how,
                           GAsyncReadyCallback callback,
                           gpointer data);

/**
 * jug_draft_save_finish:
 * @error: %G_IO_ERROR_WRONG_ETAG if somebody else has written to the file; of all other
 * errors whoever listens to #JugDraft::refused has been told
 *
 * Returns: whether it was saved
 */
gboolean jug_draft_save_finish (JugDraft *self, GAsyncResult *result, GError **error);

/**
 * jug_draft_set_copied:
 * @text: what now stands in another file as well
 *
 * Says what is not at risk any more.
 */
void jug_draft_set_copied (JugDraft *self, const char *text);

/**
 * jug_draft_is_same_program:
 *
 * Returns: whether two texts are the same program, however their lines end
 */
gboolean jug_draft_is_same_program (const char *a, const char *b);

G_END_DECLS
