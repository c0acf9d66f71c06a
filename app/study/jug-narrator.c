/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is needed to tell about one event, and how things are called. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  MAX_CAUSES = 8,   /* how far back a chain of causes is followed */
  LOOK_BACK = 65536 /* how many events back somebody is sought who blocked the loop */
};

void
jug_narrator_init (JugNarrator *self,
                   JugCursor *cursor,
                   guint32 index,
                   JugLabelFunc label,
                   gpointer user_data)
{
  *self = (JugNarrator){ .trace = jug_cursor_get_trace (cursor),
                         .now = jug_cursor_copy (cursor),
                         .index = index,
                         .label = label,
                         .user_data = user_data };
  jug_workshop_init (&self->workshop);
  jug_cursor_seek (self->now, index);
  self->event = jug_trace_get_event (self->trace, index);
}

void
jug_narrator_clear (JugNarrator *self)
{
  jug_workshop_clear (&self->workshop);
  g_clear_pointer (&self->now, jug_cursor_free);
  g_clear_pointer (&self->then, jug_cursor_free);
}

/* An event not after the one that is told about; NULL for JUG_NO_EVENT. */
const JugEvent *
jug_narrator_get_event (JugNarrator *self, guint32 index)
{
  return index <= self->index ? jug_trace_get_event (self->trace, index) : NULL;
}

const JugEvent *
jug_narrator_get_cause (JugNarrator *self, const JugEvent *event)
{
  return event ? jug_narrator_get_event (self, jug_event_get_cause (event)) : NULL;
}

/*
 * The nearest event of a kind among an event's causes, their causes and so on, or
 * JUG_NO_EVENT. A step ends the search: what led to it is another story.
 */
guint32
jug_narrator_find_cause (JugNarrator *self, guint32 index, JugEventKind kind)
{
  for (guint i = 0; i < MAX_CAUSES; i++)
    {
      const JugEvent *event = jug_narrator_get_event (self, index);

      if (!event || (i > 0 && event->kind == kind))
        return event ? index : JUG_NO_EVENT;
      if (i > 0 && event->kind == JUG_EVENT_STEP)
        return JUG_NO_EVENT;
      index = jug_event_get_cause (event);
    }
  return JUG_NO_EVENT;
}

/* Who blocked the loop longest between two events, or JUG_TASK_LOOP. */
guint32
jug_narrator_find_blocker (JugNarrator *self, guint32 from, guint32 to)
{
  guint32 blocker = JUG_TASK_LOOP;
  gint64 longest = 0;

  if (to - from > LOOK_BACK)
    from = to - LOOK_BACK;
  for (guint32 i = from + 1; i < to; i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == JUG_EVENT_BLOCK && event->deadline_ns - event->time_ns > longest)
        {
          longest = event->deadline_ns - event->time_ns;
          blocker = event->task;
        }
    }
  return blocker;
}

/* A second cursor, at another place; good until it is asked for again. */
JugCursor *
jug_narrator_look_back (JugNarrator *self, guint32 index)
{
  if (!self->then)
    self->then = jug_cursor_copy (self->now);
  jug_cursor_seek (self->then, index);
  return self->then;
}

/* NULL for none and for an empty one. */
const char *
jug_narrator_get_string (JugNarrator *self, guint32 text)
{
  const char *string = text ? jug_trace_get_string (self->trace, text) : NULL;

  return string && *string ? string : NULL;
}

/* What the program itself calls it by now, or what the event log calls it. */
static char *
dup_own_label (JugNarrator *self, guint32 task)
{
  const char *own_name =
      jug_narrator_get_string (self, jug_cursor_get_task (self->now, task)->own_name);

  return own_name ? g_strdup (own_name) : jug_trace_dup_task_label (self->trace, task);
}

/* The name of a task, anywhere in a sentence. */
JugPhrase *
jug_narrator_task (JugNarrator *self, guint32 task)
{
  g_autofree char *label = NULL;

  if (task == JUG_TASK_LOOP || task > jug_trace_get_n_tasks (self->trace))
    /* TRANSLATORS: stands for whoever runs outside any task, within a sentence */
    return jug_phrase_plain (&self->workshop, _ ("the loop"));
  label = self->label ? self->label (self->trace, task, self->user_data)
                      : dup_own_label (self, task);
  return jug_phrase_task (&self->workshop, task, label);
}

/* Who did it, at the beginning of a sentence. */
JugPhrase *
jug_narrator_actor (JugNarrator *self, guint32 task)
{
  if (task != JUG_TASK_LOOP)
    return jug_narrator_task (self, task);
  if (jug_cursor_get_running_callback (self->now) != 0)
    /* TRANSLATORS: the subject of a sentence, at its beginning: what runs is no task */
    return jug_phrase_plain (&self->workshop, _ ("A callback"));
  /* TRANSLATORS: the subject of a sentence, at its beginning: the program outside its
   * tasks */
  return jug_phrase_plain (&self->workshop, _ ("The program"));
}

/* Something of the program's own; nothing stands in quotes that say so. */
JugPhrase *
jug_narrator_code (JugNarrator *self, guint32 text)
{
  const char *string = jug_narrator_get_string (self, text);

  /* TRANSLATORS: stands for a name, value or line of the program that is empty or not
   * known */
  return string ? jug_phrase_code (&self->workshop, string)
                : jug_phrase_plain (&self->workshop, _ ("(nothing)"));
}

/* The exception of this event, with what it says. */
JugPhrase *
jug_narrator_exception (JugNarrator *self)
{
  g_autofree char *text = jug_trace_dup_exception (self->trace, self->index);

  return jug_phrase_code (&self->workshop, text);
}

JugPhrase *
jug_narrator_number (JugNarrator *self, guint64 number)
{
  return jug_phrase_number (&self->workshop, number);
}

JugPhrase *
jug_narrator_time (JugNarrator *self, gint64 time_ns)
{
  return jug_phrase_time (&self->workshop, time_ns);
}

/* TRANSLATORS: two sentences in a row */
JugPhrase *
jug_narrator_both (JugNarrator *self, JugPhrase *first, JugPhrase *second)
{
  return jug_narrator_say (self, _ ("%1$s %2$s"), first, second);
}

static const char *
get_sync_template (JugSyncKind kind)
{
  switch (kind)
    {
    case JUG_SYNC_LOCK:
      /* TRANSLATORS: %s is the name of a lock in the program; within a sentence */
      return _ ("the lock %s");
    case JUG_SYNC_EVENT:
      /* TRANSLATORS: an asyncio.Event; %s is its name in the program; within a
       * sentence */
      return _ ("the event %s");
    case JUG_SYNC_CONDITION:
      /* TRANSLATORS: an asyncio.Condition; %s is its name in the program; within a
       * sentence */
      return _ ("the condition %s");
    case JUG_SYNC_SEMAPHORE:
      /* TRANSLATORS: %s is the name of a semaphore in the program; within a sentence */
      return _ ("the semaphore %s");
    case JUG_SYNC_BARRIER:
      /* TRANSLATORS: %s is the name of a barrier in the program; within a sentence */
      return _ ("the barrier %s");
    case JUG_SYNC_QUEUE:
      /* TRANSLATORS: %s is the name of a queue in the program; within a sentence */
      return _ ("the queue %s");
    }
  g_assert_not_reached ();
}

static const char *
get_sync_noun (JugSyncKind kind)
{
  switch (kind)
    {
    case JUG_SYNC_LOCK:
      /* TRANSLATORS: a lock whose name is not known; within a sentence */
      return _ ("the lock");
    case JUG_SYNC_EVENT:
      /* TRANSLATORS: an asyncio.Event whose name is not known; within a sentence */
      return _ ("the event");
    case JUG_SYNC_CONDITION:
      /* TRANSLATORS: an asyncio.Condition whose name is not known; within a sentence */
      return _ ("the condition");
    case JUG_SYNC_SEMAPHORE:
      /* TRANSLATORS: a semaphore whose name is not known; within a sentence */
      return _ ("the semaphore");
    case JUG_SYNC_BARRIER:
      /* TRANSLATORS: a barrier whose name is not known; within a sentence */
      return _ ("the barrier");
    case JUG_SYNC_QUEUE:
      /* TRANSLATORS: a queue whose name is not known; within a sentence */
      return _ ("the queue");
    }
  g_assert_not_reached ();
}

/* A lock, queue… by its number. */
JugPhrase *
jug_narrator_sync (JugNarrator *self, guint32 object)
{
  JugCursorSync sync;
  const char *name;

  if (!jug_cursor_find_sync (self->now, object, &sync))
    /* TRANSLATORS: a lock, queue or the like of which nothing is known; within a
     * sentence */
    return jug_phrase_plain (&self->workshop, _ ("something shared"));
  name = jug_narrator_get_string (self, sync.text);
  if (!name)
    return jug_phrase_plain (&self->workshop, get_sync_noun (sync.kind));
  return jug_narrator_say (self, get_sync_template (sync.kind),
                           jug_phrase_code (&self->workshop, name));
}

/* What one acquires: a lock, or that of a condition. */
JugPhrase *
jug_narrator_lock (JugNarrator *self, guint32 object)
{
  JugPhrase *sync = jug_narrator_sync (self, object);
  JugCursorSync now;

  if (!jug_cursor_find_sync (self->now, object, &now) || now.kind == JUG_SYNC_LOCK)
    return sync;
  /* TRANSLATORS: %s is a condition such as "the condition news"; within a sentence */
  return jug_narrator_say (self, _ ("the lock of %s"), sync);
}

/* How many stand in line for a lock, and who is first; those who wait for a condition to
 * be notified do not. */
guint
jug_narrator_count_line (JugNarrator *self, guint32 object, guint32 *first)
{
  guint n_waiters = 0;
  guint32 task;

  *first = JUG_TASK_LOOP;
  for (guint i = 0; (task = jug_cursor_get_sync_waiter (self->now, object, i)); i++)
    {
      if (jug_cursor_get_task (self->now, task)->purpose != JUG_PURPOSE_LOCK)
        continue;
      if (n_waiters++ == 0)
        *first = task;
    }
  return n_waiters;
}

/* Whether a task waits for all of several, as gather, a task group and wait do, and then
 * for which future. */
gboolean
jug_narrator_waits_for_all (JugNarrator *self, guint32 task, JugCursorFuture *future)
{
  const JugCursorTask *now = jug_cursor_get_task (self->now, task);

  if ((now->status != JUG_STATUS_WAITING && now->status != JUG_STATUS_READY) ||
      now->wait_kind != JUG_WAIT_FUTURE ||
      !jug_cursor_get_future (self->now, now->object, future) || future->n_children == 0)
    return FALSE;
  return future->purpose == JUG_PURPOSE_GATHER ||
         future->purpose == JUG_PURPOSE_TASK_GROUP ||
         (future->purpose == JUG_PURPOSE_WAIT &&
          g_strcmp0 (jug_narrator_get_string (self, future->text), "ALL_COMPLETED") == 0);
}

/* The seconds that a label says, in nanoseconds; -1 if it says none. */
gint64
jug_narrator_parse_seconds (JugNarrator *self, guint32 text)
{
  const char *string = jug_narrator_get_string (self, text);
  char *end = NULL;
  double seconds = string ? g_ascii_strtod (string, &end) : 0;

  if (!string || end == string || *end != '\0' || !isfinite (seconds) || seconds < 0 ||
      seconds > (double) JUG_EVENT_MAX_TIME_NS / 1e9)
    return -1;
  return (gint64) round (seconds * 1e9);
}

/* How many callbacks stand before the last one in the ready queue and will run; if it is
 * one step alone, whose. */
guint
jug_narrator_count_ahead (JugCursor *cursor, guint32 *only_task)
{
  guint n_ready = jug_cursor_get_n_ready (cursor);
  guint n_ahead = 0;
  JugCursorReady ready;

  *only_task = JUG_TASK_LOOP;
  for (guint i = 0; i + 1 < n_ready && jug_cursor_get_ready (cursor, i, &ready); i++)
    {
      if (ready.is_cancelled)
        continue;
      n_ahead++;
      *only_task = n_ahead == 1 ? ready.task : JUG_TASK_LOOP;
    }
  return n_ahead;
}
