/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The append-only record of one run: events, strings, tasks, properties. */
#include "jug-trace.h"

#include "jug-trace-private.h"

#include <string.h>

/* A source is told that the trace is full while this many events still fit. */
#define SPARE_EVENTS (64 * 1024)

G_DEFINE_BOXED_TYPE (JugTrace, jug_trace, jug_trace_ref, jug_trace_unref)
G_DEFINE_QUARK (jug - trace - error - quark, jug_trace_error)

static JugEvent *
get_event (JugTrace *self, guint32 index)
{
  return jug_chunks_get (&self->events, index, sizeof (JugEvent));
}

/* A trace without even the empty string, for the one who reads a file. */
JugTrace *
jug_trace_allocate (void)
{
  JugTrace *self = g_new0 (JugTrace, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->properties = g_array_new (FALSE, FALSE, sizeof (JugTraceProperty));
  jug_trace_init_limits (self);
  return self;
}

JugTrace *
jug_trace_new (void)
{
  JugTrace *self = jug_trace_allocate ();

  jug_string_table_init (&self->strings);
  return self;
}

JugTrace *
jug_trace_ref (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jug_trace_unref (JugTrace *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  jug_chunks_clear (&self->events);
  jug_chunks_clear (&self->tasks);
  jug_string_table_clear (&self->strings);
  g_clear_pointer (&self->properties, g_array_unref);
  g_clear_pointer (&self->ordinals, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint32
jug_trace_intern (JugTrace *self, const char *text)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text == NULL || !jug_trace_is_sealed (self), 0);

  return text != NULL ? jug_string_table_intern (&self->strings, text, strlen (text)) : 0;
}

/* The place of a property; the lock is held.  -1 if it is not set. */
static int
find_property (JugTrace *self, const char *key)
{
  for (guint i = 0; i < self->properties->len; i++)
    {
      JugTraceProperty *property = &g_array_index (self->properties, JugTraceProperty, i);

      if (strcmp (jug_string_table_get (&self->strings, property->key), key) == 0)
        return (int) i;
    }
  return -1;
}

void
jug_trace_set_property (JugTrace *self, const char *key, const char *value)
{
  g_autoptr (GMutexLocker) locker = NULL;
  JugTraceProperty property;
  int place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL && *key != '\0');
  g_return_if_fail (!jug_trace_is_sealed (self));

  property.key = jug_trace_intern (self, key);
  property.value = jug_trace_intern (self, value);

  locker = g_mutex_locker_new (&self->lock);
  place = find_property (self, key);
  if (place >= 0 && value != NULL)
    g_array_index (self->properties, JugTraceProperty, place) = property;
  else if (place >= 0)
    g_array_remove_index (self->properties, place);
  else if (value != NULL)
    {
      g_return_if_fail (self->properties->len < JUG_TRACE_MAX_PROPERTIES);
      g_array_append_val (self->properties, property);
    }
}

void
jug_trace_seal (JugTrace *self)
{
  g_return_if_fail (self != NULL);

  if (jug_trace_is_sealed (self))
    return;
  jug_string_table_seal (&self->strings);
  g_clear_pointer (&self->ordinals, g_free);
  self->n_ordinals = 0;
  atomic_store_explicit (&self->sealed, TRUE, memory_order_release);
}

gboolean
jug_trace_is_sealed (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return atomic_load_explicit (&self->sealed, memory_order_acquire);
}

gboolean
jug_trace_is_full (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return atomic_load_explicit (&self->n_events, memory_order_relaxed) >
             JUG_TRACE_MAX_EVENTS - SPARE_EVENTS ||
         jug_string_table_is_full (&self->strings);
}

guint32
jug_trace_get_n_events (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return atomic_load_explicit (&self->n_events, memory_order_acquire);
}

const JugEvent *
jug_trace_get_event (JugTrace *self, guint32 index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < jug_trace_get_n_events (self), NULL);

  return get_event (self, index);
}

const char *
jug_trace_get_string (JugTrace *self, guint32 number)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (number < jug_string_table_get_n_strings (&self->strings), NULL);

  return jug_string_table_get (&self->strings, number);
}

guint32
jug_trace_get_n_strings (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return jug_string_table_get_n_strings (&self->strings);
}

const char *
jug_trace_get_property (JugTrace *self, const char *key)
{
  g_autoptr (GMutexLocker) locker = NULL;
  int place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  place = find_property (self, key);
  if (place < 0)
    return NULL;
  return jug_string_table_get (
      &self->strings, g_array_index (self->properties, JugTraceProperty, place).value);
}

char **
jug_trace_dup_property_keys (JugTrace *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  for (guint i = 0; i < self->properties->len; i++)
    {
      JugTraceProperty *property = &g_array_index (self->properties, JugTraceProperty, i);

      g_strv_builder_add (keys, jug_string_table_get (&self->strings, property->key));
    }
  return g_strv_builder_end (keys);
}

guint32
jug_trace_get_n_tasks (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return atomic_load_explicit (&self->n_tasks, memory_order_acquire);
}

const JugTraceTask *
jug_trace_get_task (JugTrace *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (task != JUG_TASK_LOOP && task <= jug_trace_get_n_tasks (self),
                        NULL);

  return jug_chunks_get (&self->tasks, task - 1, sizeof (JugTraceTask));
}

char *
jug_trace_dup_exception (JugTrace *self, guint32 index)
{
  const JugEvent *event, *before;
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);

  event = jug_trace_get_event (self, index);
  g_return_val_if_fail (event != NULL, NULL);
  name = jug_trace_get_string (self, jug_event_get_text (event));
  if (index == 0 || (event->kind != JUG_EVENT_DONE && event->kind != JUG_EVENT_EXIT))
    return g_strdup (name);
  before = jug_trace_get_event (self, index - 1);
  if (before->kind != JUG_EVENT_EXCEPTION || before->task != event->task)
    return g_strdup (name);
  return g_strdup_printf ("%s: %s", name, jug_trace_get_string (self, before->text));
}

char *
jug_trace_dup_task_label (JugTrace *self, guint32 task)
{
  const JugTraceTask *known;

  g_return_val_if_fail (self != NULL, NULL);

  if (task == JUG_TASK_LOOP)
    return g_strdup ("loop");
  known = jug_trace_get_task (self, task);
  g_return_val_if_fail (known != NULL, NULL);
  return g_strdup_printf ("%s-%u", jug_trace_get_string (self, known->name),
                          known->ordinal);
}

guint32
jug_trace_get_max_object (JugTrace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return atomic_load_explicit (&self->max_object, memory_order_acquire);
}

gint64
jug_trace_get_end_time (JugTrace *self)
{
  guint32 n_events;

  g_return_val_if_fail (self != NULL, 0);

  n_events = jug_trace_get_n_events (self);
  return n_events > 0 ? get_event (self, n_events - 1)->time_ns : 0;
}

guint32
jug_trace_find_time (JugTrace *self, gint64 time_ns)
{
  guint32 low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = jug_trace_get_n_events (self);
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (get_event (self, middle)->time_ns < time_ns)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
