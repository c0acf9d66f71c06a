/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bookmarks and notes that a person makes at events of a trace. */
#pragma once

#include <glib-object.h>

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JUG_TRACE_NOTES:
 *
 * The name of the property of a trace in which its notes are saved.
 */
#define JUG_TRACE_NOTES "notes"

/**
 * JUG_NOTES_MAX:
 *
 * How many there can be.
 */
#define JUG_NOTES_MAX 1000

/**
 * JUG_NOTES_MAX_TEXT:
 *
 * How many bytes the text of one can have.
 */
#define JUG_NOTES_MAX_TEXT 400

#define JUG_NOTES_ERROR (jug_notes_error_quark ())
GQuark jug_notes_error_quark (void);

/**
 * JugNotesError:
 * @JUG_NOTES_ERROR_INVALID: this is not what jug_notes_to_text() writes
 * @JUG_NOTES_ERROR_VERSION: made by a newer Juggler
 *
 * Why notes could not be read.
 */
typedef enum
{
  JUG_NOTES_ERROR_INVALID,
  JUG_NOTES_ERROR_VERSION,
} JugNotesError;

#define JUG_TYPE_NOTES (jug_notes_get_type ())

/**
 * JugNotes:
 *
 * The notes to a trace, in the order of their events; at most one at each.  A bookmark is
 * a note without text.  They are no part of the trace, which never changes, but are saved
 * with it.
 */
G_DECLARE_FINAL_TYPE (JugNotes, jug_notes, JUG, NOTES, GObject)

/**
 * JugNotes::changed:
 *
 * There are others than before, or they were saved.
 */

/**
 * jug_notes_new:
 *
 * Returns: (transfer full): no notes
 */
JugNotes *jug_notes_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_notes_read:
 * @self: notes
 * @text: (nullable): what jug_notes_to_text() wrote, or anything else
 * @n_events: how many events the trace has
 * @error: what is wrong, in one sentence
 *
 * Replaces all notes by those that were saved.  If @text is wrong anywhere, there are
 * none.
 *
 * Returns: whether @text was right
 */
gboolean
jug_notes_read (JugNotes *self, const char *text, guint32 n_events, GError **error);

/**
 * jug_notes_to_text:
 * @self: notes
 *
 * Returns: (transfer full) (nullable): what jug_notes_read() reads; %NULL if there are
 * none
 */
char *jug_notes_to_text (JugNotes *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_notes_get_n_notes:
 * @self: notes
 *
 * Returns: how many there are
 */
guint jug_notes_get_n_notes (JugNotes *self);

/**
 * jug_notes_get_event:
 * @self: notes
 * @note: less than jug_notes_get_n_notes()
 *
 * Returns: the event at which it is
 */
guint32 jug_notes_get_event (JugNotes *self, guint note);

/**
 * jug_notes_get_text:
 * @self: notes
 * @note: less than jug_notes_get_n_notes()
 *
 * Returns: (transfer none): its text, empty for a bookmark; good until it is changed
 */
const char *jug_notes_get_text (JugNotes *self, guint note);

/**
 * jug_notes_find:
 * @self: notes
 * @event: an event
 *
 * Returns: the first note at @event or later; how many there are, if there is none
 */
guint jug_notes_find (JugNotes *self, guint32 event);

/**
 * jug_notes_has:
 * @self: notes
 * @event: an event
 *
 * Returns: whether there is a note at @event
 */
gboolean jug_notes_has (JugNotes *self, guint32 event);

/**
 * jug_notes_get_next:
 * @self: notes
 * @event: where to start, itself not considered; %JUG_NO_EVENT is before the first event
 * @direction: 1 to look ahead, -1 to look back
 *
 * Finds the next note; behind the last one comes the first.
 *
 * Returns: its event, or %JUG_NO_EVENT if there are no notes
 */
guint32 jug_notes_get_next (JugNotes *self, guint32 event, int direction);

/**
 * jug_notes_set:
 * @self: notes
 * @event: an event
 * @text: (nullable): what to note; several lines become one, and what is too long is cut
 *
 * Makes a note, or changes the one that is there.
 *
 * Returns: %FALSE if there can be no more
 */
gboolean jug_notes_set (JugNotes *self, guint32 event, const char *text);

/**
 * jug_notes_remove:
 * @self: notes
 * @event: an event
 *
 * Takes the note away that is at @event, if there is one.
 */
void jug_notes_remove (JugNotes *self, guint32 event);

/**
 * jug_notes_is_unsaved:
 * @self: notes
 *
 * Returns: whether they are others than those that were read or saved last
 */
gboolean jug_notes_is_unsaved (JugNotes *self);

/**
 * jug_notes_get_change:
 * @self: notes
 *
 * Returns: a number that is another one after each change
 */
guint jug_notes_get_change (JugNotes *self);

/**
 * jug_notes_set_saved:
 * @self: notes
 * @change: what jug_notes_get_change() said when saving began
 *
 * Says that they were saved as they were then.
 */
void jug_notes_set_saved (JugNotes *self, guint change);

G_END_DECLS
