/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a trace something is said: tasks, output, exceptions, waits. */
#include "jug-find.h"

#include <string.h>

/* What comparing so many bytes counts as much as looking at one event. */
#define BYTES_PER_UNIT 64

/* Longer text is searched in a copy, whose cost does not grow with what is searched
 * for. */
#define MAX_IN_PLACE 256

/* What is known of a string of the trace. */
enum
{
  UNKNOWN,
  MISSES,
  MATCHES
};

struct _JugFind
{
  JugTrace *trace;
  char *needle; /* folded */
  JugLabelFunc label;
  JugFindWaitFunc wait;
  gpointer user_data; /* (unowned) */

  guint32 n_read;      /* events that were looked at */
  GArray *hits;        /* of guint32 */
  GByteArray *strings; /* by string number: the same text is compared once */
  GString *text;       /* scratch */
  guint spent;         /* of the budget of this slice */
};

/* As letters that are the same are compared. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal ? normal : text, -1);
}

JugFind *
jug_find_new (JugTrace *trace,
              const char *text,
              JugLabelFunc label,
              JugFindWaitFunc wait,
              gpointer user_data)
{
  g_autofree char *stripped = NULL;
  JugFind *self;

  g_return_val_if_fail (trace != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_utf8_make_valid (text, -1));
  self = g_new0 (JugFind, 1);
  self->trace = jug_trace_ref (trace);
  self->needle = fold (stripped);
  self->label = label;
  self->wait = wait;
  self->user_data = user_data;
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->strings = g_byte_array_new ();
  self->text = g_string_new (NULL);
  return self;
}

void
jug_find_free (JugFind *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->strings, g_byte_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_free (self);
}

/* Most text is plain and short, and need not be copied to be compared. */
static gboolean
contains_plain (const char *text, gsize length, const char *needle)
{
  gsize n_needle = strlen (needle);

  if (length > MAX_IN_PLACE)
    {
      g_autofree char *folded = g_ascii_strdown (text, (gssize) length);

      return strstr (folded, needle) != NULL;
    }
  for (; *text != '\0'; text++)
    if (g_ascii_tolower (*text) == *needle &&
        g_ascii_strncasecmp (text, needle, n_needle) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
matches (JugFind *self, const char *text)
{
  g_autofree char *folded = NULL;
  gsize length = strlen (text);

  self->spent += (guint) (length / BYTES_PER_UNIT);
  if (g_str_is_ascii (text))
    return g_str_is_ascii (self->needle) && contains_plain (text, length, self->needle);
  folded = fold (text);
  return strstr (folded, self->needle) != NULL;
}

static gboolean
string_matches (JugFind *self, guint32 number)
{
  guint n_known = self->strings->len;

  if (number == 0)
    return FALSE;
  if (number >= n_known)
    {
      g_byte_array_set_size (self->strings,
                             MAX (number + 1, jug_trace_get_n_strings (self->trace)));
      memset (self->strings->data + n_known, UNKNOWN, self->strings->len - n_known);
    }
  if (self->strings->data[number] == UNKNOWN)
    self->strings->data[number] =
        matches (self, jug_trace_get_string (self->trace, number)) ? MATCHES : MISSES;
  return self->strings->data[number] == MATCHES;
}

/* What a task is called now: one that gets its name later is found where it is created
 * as well. */
static gboolean
task_matches (JugFind *self, guint32 task)
{
  g_autofree char *name = jug_trace_dup_task_label (self->trace, task);
  g_autofree char *label = NULL;

  if (matches (self, name))
    return TRUE;
  if (self->label == NULL)
    return FALSE;
  label = self->label (self->trace, task, self->user_data);
  return matches (self, label);
}

/* Of a wait for another task and of one for a future alike. */
static gboolean
wait_matches (JugFind *self, guint32 index)
{
  if (self->wait == NULL)
    return FALSE;
  g_string_truncate (self->text, 0);
  self->wait (index, self->text, self->user_data);
  return matches (self, self->text->str);
}

static gboolean
exception_matches (JugFind *self, guint32 index)
{
  g_autofree char *exception = jug_trace_dup_exception (self->trace, index);

  return matches (self, exception);
}

static gboolean
event_matches (JugFind *self, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);

  switch (event->kind)
    {
    case JUG_EVENT_TASK_CREATE:
      return task_matches (self, event->task);
    case JUG_EVENT_WAIT:
      return wait_matches (self, index);
    case JUG_EVENT_DONE:
      return event->text != 0 && exception_matches (self, index);
    case JUG_EVENT_EXIT:
      return exception_matches (self, index);
    case JUG_EVENT_FUTURE_DONE:
    case JUG_EVENT_IO_DONE:
      return event->detail == JUG_OUTCOME_EXCEPTION &&
             string_matches (self, jug_event_get_text (event));
    case JUG_EVENT_TASK_NAME:
      /* One that it still has is found where it is created. */
      return string_matches (self, event->text) && !task_matches (self, event->task);
    case JUG_EVENT_STEP:
    case JUG_EVENT_CANCEL:
    case JUG_EVENT_PRINT:
    case JUG_EVENT_REPORT:
    case JUG_EVENT_LIMIT:
      return string_matches (self, jug_event_get_text (event));
    default: /* kinds that say nothing which can be read, and those of newer traces */
      return FALSE;
    }
}

gboolean
jug_find_go_on (JugFind *self, guint32 n_events, guint budget)
{
  g_return_val_if_fail (self != NULL, FALSE);

  n_events = MIN (n_events, jug_trace_get_n_events (self->trace));
  if (*self->needle == '\0')
    self->n_read = n_events;
  self->spent = 0;
  for (; self->n_read < n_events && self->spent < budget; self->n_read++)
    {
      self->spent++;
      if (event_matches (self, self->n_read))
        g_array_append_val (self->hits, self->n_read);
    }
  return self->n_read < n_events;
}

guint
jug_find_get_n_hits (JugFind *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->hits->len;
}

const guint32 *
jug_find_get_hits (JugFind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const guint32 *) (gpointer) self->hits->data;
}

guint
jug_find_get_next (JugFind *self, guint32 event, int direction)
{
  guint low = 0, high;
  guint n_hits;

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (direction == 1 || direction == -1, G_MAXUINT);

  n_hits = self->hits->len;
  if (n_hits == 0)
    return G_MAXUINT;
  if (event == JUG_NO_EVENT)
    return direction > 0 ? 0 : n_hits - 1;
  high = n_hits;
  /* The first hit that is after the event, or if looking back, at it or after. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint32 hit = g_array_index (self->hits, guint32, middle);

      if (hit < event || (direction > 0 && hit == event))
        low = middle + 1;
      else
        high = middle;
    }
  return direction > 0 ? low % n_hits : (low + n_hits - 1) % n_hits;
}
