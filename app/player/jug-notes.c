/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array of notes, and the lines that it is saved as: "EVENT TEXT" below a heading. */
#include "jug-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADING "juggler-notes "
#define VERSION "1"

typedef struct
{
  guint32 event;
  char *text; /* not NULL */
} Note;

struct _JugNotes
{
  GObject parent_instance;

  GArray *notes; /* of Note */
  guint change;
  guint saved; /* the change that was saved or read last */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugNotes, jug_notes, G_TYPE_OBJECT)
G_DEFINE_QUARK (jug - notes - error - quark, jug_notes_error)

static void
note_clear (gpointer note)
{
  g_clear_pointer (&((Note *) note)->text, g_free);
}

static Note *
get_note (JugNotes *self, guint note)
{
  return &g_array_index (self->notes, Note, note);
}

static void
changed (JugNotes *self)
{
  self->change++;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
jug_notes_finalize (GObject *object)
{
  JugNotes *self = JUG_NOTES (object);

  g_clear_pointer (&self->notes, g_array_unref);
  G_OBJECT_CLASS (jug_notes_parent_class)->finalize (object);
}

static void
jug_notes_class_init (JugNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jug_notes_finalize;
  signals[CHANGED] = g_signal_new ("changed", JUG_TYPE_NOTES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jug_notes_init (JugNotes *self)
{
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_array_set_clear_func (self->notes, note_clear);
}

JugNotes *
jug_notes_new (void)
{
  return g_object_new (JUG_TYPE_NOTES, NULL);
}

/* As a text can stand in a line of its own: without what would end the line or cannot be
 * seen, and not too long. */
static char *
clean (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        c = ' ';
      if (out->len + (gsize) g_unichar_to_utf8 (c, NULL) > JUG_NOTES_MAX_TEXT)
        break;
      g_string_append_unichar (out, c);
    }
  return g_strstrip (g_strdup (out->str));
}

/* Reading */

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, JUG_NOTES_ERROR, JUG_NOTES_ERROR_INVALID,
                       _ ("The notes of this trace are damaged and were left out."));
  return FALSE;
}

static gboolean
read_heading (const char *line, GError **error)
{
  if (!g_str_has_prefix (line, HEADING))
    return fail (error);
  line += strlen (HEADING);
  if (g_str_equal (line, VERSION))
    return TRUE;
  if (*line < '1' || *line > '9' || strspn (line, "0123456789") != strlen (line))
    return fail (error);
  g_set_error_literal (error, JUG_NOTES_ERROR, JUG_NOTES_ERROR_VERSION,
                       _ ("The notes of this trace were made by a newer Juggler and were "
                          "left out."));
  return FALSE;
}

/* Everything is checked: after the last note, in the trace, and as it would be written.
 */
static gboolean
read_note (GArray *notes, const char *line, guint32 n_events)
{
  gsize n_digits = strspn (line, "0123456789");
  const char *text = line + n_digits;
  g_autofree char *cleaned = NULL;
  guint64 event;
  Note note;

  if (n_digits == 0 || n_digits > 10 || (n_digits > 1 && *line == '0'))
    return FALSE;
  event = g_ascii_strtoull (line, NULL, 10);
  if (event >= n_events || notes->len >= JUG_NOTES_MAX)
    return FALSE;
  if (notes->len > 0 && g_array_index (notes, Note, notes->len - 1).event >= event)
    return FALSE;
  if (*text != '\0' && (*text != ' ' || text[1] == '\0'))
    return FALSE;
  if (*text == ' ')
    text++;
  cleaned = clean (text);
  if (!g_str_equal (cleaned, text))
    return FALSE;
  note = (Note){ (guint32) event, g_steal_pointer (&cleaned) };
  g_array_append_val (notes, note);
  return TRUE;
}

static gboolean
read_all (GArray *notes, const char *text, guint32 n_events, GError **error)
{
  g_auto (GStrv) lines = NULL;

  if (strlen (text) > JUG_NOTES_MAX * (JUG_NOTES_MAX_TEXT + 16))
    return fail (error);
  lines = g_strsplit (text, "\n", JUG_NOTES_MAX + 3);
  if (lines[0] == NULL)
    return fail (error);
  if (!read_heading (lines[0], error))
    return FALSE;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      /* The last line has an end as well. */
      if (lines[i + 1] == NULL && *lines[i] == '\0')
        return TRUE;
      if (!read_note (notes, lines[i], n_events))
        break;
    }
  return fail (error);
}

gboolean
jug_notes_read (JugNotes *self, const char *text, guint32 n_events, GError **error)
{
  gboolean is_right = TRUE;

  g_return_val_if_fail (JUG_IS_NOTES (self), FALSE);

  if (text == NULL && self->notes->len == 0 && !jug_notes_is_unsaved (self))
    return TRUE;
  g_array_set_size (self->notes, 0);
  if (text != NULL)
    is_right = read_all (self->notes, text, n_events, error);
  if (!is_right)
    g_array_set_size (self->notes, 0);
  self->saved = self->change + 1;
  changed (self);
  return is_right;
}

char *
jug_notes_to_text (JugNotes *self)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (JUG_IS_NOTES (self), NULL);

  if (self->notes->len == 0)
    return NULL;
  out = g_string_new (HEADING VERSION "\n");
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = get_note (self, i);

      g_string_append_printf (out, "%u", note->event);
      if (*note->text != '\0')
        g_string_append_printf (out, " %s", note->text);
      g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Looking */

guint
jug_notes_get_n_notes (JugNotes *self)
{
  g_return_val_if_fail (JUG_IS_NOTES (self), 0);

  return self->notes->len;
}

guint32
jug_notes_get_event (JugNotes *self, guint note)
{
  g_return_val_if_fail (JUG_IS_NOTES (self), JUG_NO_EVENT);
  g_return_val_if_fail (note < self->notes->len, JUG_NO_EVENT);

  return get_note (self, note)->event;
}

const char *
jug_notes_get_text (JugNotes *self, guint note)
{
  g_return_val_if_fail (JUG_IS_NOTES (self), NULL);
  g_return_val_if_fail (note < self->notes->len, NULL);

  return get_note (self, note)->text;
}

guint
jug_notes_find (JugNotes *self, guint32 event)
{
  guint low = 0, high;

  g_return_val_if_fail (JUG_IS_NOTES (self), 0);

  high = self->notes->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_note (self, middle)->event < event)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
jug_notes_has (JugNotes *self, guint32 event)
{
  guint note;

  g_return_val_if_fail (JUG_IS_NOTES (self), FALSE);

  note = jug_notes_find (self, event);
  return note < self->notes->len && get_note (self, note)->event == event;
}

guint32
jug_notes_get_next (JugNotes *self, guint32 event, int direction)
{
  guint n_notes, note;

  g_return_val_if_fail (JUG_IS_NOTES (self), JUG_NO_EVENT);
  g_return_val_if_fail (direction == 1 || direction == -1, JUG_NO_EVENT);

  n_notes = self->notes->len;
  if (n_notes == 0)
    return JUG_NO_EVENT;
  if (direction > 0)
    note = event == JUG_NO_EVENT ? 0 : jug_notes_find (self, event + 1) % n_notes;
  else
    note = event == JUG_NO_EVENT ? n_notes - 1
                                 : (jug_notes_find (self, event) + n_notes - 1) % n_notes;
  return get_note (self, note)->event;
}

/* Changing */

gboolean
jug_notes_set (JugNotes *self, guint32 event, const char *text)
{
  g_autofree char *cleaned = NULL;
  guint place;

  g_return_val_if_fail (JUG_IS_NOTES (self), FALSE);
  g_return_val_if_fail (event != JUG_NO_EVENT, FALSE);

  cleaned = clean (text ? text : "");
  place = jug_notes_find (self, event);
  if (jug_notes_has (self, event))
    {
      Note *note = get_note (self, place);

      if (g_str_equal (note->text, cleaned))
        return TRUE;
      g_free (note->text);
      note->text = g_steal_pointer (&cleaned);
    }
  else
    {
      Note note = { event, NULL };

      if (self->notes->len >= JUG_NOTES_MAX)
        return FALSE;
      note.text = g_steal_pointer (&cleaned);
      g_array_insert_val (self->notes, place, note);
    }
  changed (self);
  return TRUE;
}

void
jug_notes_remove (JugNotes *self, guint32 event)
{
  g_return_if_fail (JUG_IS_NOTES (self));

  if (!jug_notes_has (self, event))
    return;
  g_array_remove_index (self->notes, jug_notes_find (self, event));
  changed (self);
}

gboolean
jug_notes_is_unsaved (JugNotes *self)
{
  g_return_val_if_fail (JUG_IS_NOTES (self), FALSE);

  return self->change != self->saved;
}

guint
jug_notes_get_change (JugNotes *self)
{
  g_return_val_if_fail (JUG_IS_NOTES (self), 0);

  return self->change;
}

void
jug_notes_set_saved (JugNotes *self, guint change)
{
  g_return_if_fail (JUG_IS_NOTES (self));

  if (self->change != change || self->saved == change)
    return;
  self->saved = change;
  g_signal_emit (self, signals[CHANGED], 0);
}
