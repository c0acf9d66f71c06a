/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to locks, queues and other things that tasks share. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_new_noun (JugSyncKind kind)
{
  switch (kind)
    {
    case JUG_SYNC_LOCK:
      /* TRANSLATORS: that and the following are what somebody makes; within a sentence */
      return _ ("a lock");
    case JUG_SYNC_EVENT:
      /* TRANSLATORS: an asyncio.Event */
      return _ ("an event");
    case JUG_SYNC_CONDITION:
      /* TRANSLATORS: an asyncio.Condition */
      return _ ("a condition");
    case JUG_SYNC_SEMAPHORE:
      return _ ("a semaphore");
    case JUG_SYNC_BARRIER:
      return _ ("a barrier");
    case JUG_SYNC_QUEUE:
      return _ ("a queue");
    }
  g_assert_not_reached ();
}

/* A new one: what, and how large. */
JugPhrase *
jug_narrator_tell_sync_create (JugNarrator *self)
{
  JugPhrase *actor = jug_narrator_actor (self, self->event->task);
  JugPhrase *sync =
      jug_narrator_get_string (self, self->event->text)
          ? jug_narrator_sync (self, self->event->object)
          : jug_phrase_plain (&self->workshop, get_new_noun (self->event->detail));
  guint32 capacity = self->event->extra;

  switch ((JugSyncKind) self->event->detail)
    {
    case JUG_SYNC_SEMAPHORE:
      return jug_narrator_say (
          self,
          /* TRANSLATORS: %2$s is a semaphore */
          g_dngettext (GETTEXT_PACKAGE, "%1$s makes %2$s, with %3$s permit.",
                       "%1$s makes %2$s, with %3$s permits.", capacity),
          actor, sync, jug_narrator_number (self, capacity));
    case JUG_SYNC_BARRIER:
      return jug_narrator_say (
          self,
          /* TRANSLATORS: %2$s is a barrier */
          g_dngettext (
              GETTEXT_PACKAGE, "%1$s makes %2$s, which opens when %3$s task has come.",
              "%1$s makes %2$s, which opens when %3$s tasks have come.", capacity),
          actor, sync, jug_narrator_number (self, capacity));
    case JUG_SYNC_QUEUE:
      if (capacity > 0)
        return jug_narrator_say (
            self,
            /* TRANSLATORS: %2$s is a queue */
            g_dngettext (GETTEXT_PACKAGE, "%1$s makes %2$s, with room for %3$s item.",
                         "%1$s makes %2$s, with room for %3$s items.", capacity),
            actor, sync, jug_narrator_number (self, capacity));
      break;
    case JUG_SYNC_LOCK:
    case JUG_SYNC_EVENT:
    case JUG_SYNC_CONDITION:
      break;
    }
  /* TRANSLATORS: %2$s is a lock, an event or the like */
  return jug_narrator_say (self, _ ("%1$s makes %2$s."), actor, sync);
}

static JugPhrase *
tell_acquire (JugNarrator *self,
              JugPhrase *actor,
              JugPhrase *sync,
              const JugCursorSync *now)
{
  JugPhrase *level = jug_narrator_number (self, self->event->value);

  switch (now->kind)
    {
    case JUG_SYNC_SEMAPHORE:
      return jug_narrator_say (
          self,
          g_dngettext (GETTEXT_PACKAGE, "%1$s takes a permit of %2$s: %3$s is left.",
                       "%1$s takes a permit of %2$s: %3$s are left.", self->event->value),
          actor, sync, level);
    case JUG_SYNC_BARRIER:
      return jug_narrator_say (
          self,
          /* TRANSLATORS: %2$s is a barrier; of %4$s tasks, %3$s have come */
          g_dngettext (GETTEXT_PACKAGE, "%1$s comes to %2$s: %3$s of %4$s is there.",
                       "%1$s comes to %2$s: %3$s of %4$s are there.", self->event->value),
          actor, sync, level, jug_narrator_number (self, now->capacity));
    case JUG_SYNC_LOCK:
    case JUG_SYNC_EVENT:
    case JUG_SYNC_CONDITION:
    case JUG_SYNC_QUEUE:
      /* TRANSLATORS: %2$s is a lock or the lock of a condition */
      return jug_narrator_say (self, _ ("%1$s acquires %2$s."), actor,
                               jug_narrator_lock (self, self->event->object));
    }
  g_assert_not_reached ();
}

static JugPhrase *
tell_release (JugNarrator *self,
              JugPhrase *actor,
              JugPhrase *sync,
              const JugCursorSync *now)
{
  guint32 first = jug_cursor_get_sync_waiter (self->now, self->event->object, 0);

  if (now->kind == JUG_SYNC_BARRIER)
    /* TRANSLATORS: %2$s is a barrier */
    return jug_narrator_say (self, _ ("%1$s leaves %2$s."), actor, sync);
  if (now->kind == JUG_SYNC_SEMAPHORE)
    {
      if (first != JUG_TASK_LOOP)
        return jug_narrator_say (
            self,
            _ ("%1$s gives a permit of %2$s back: it is for %3$s, the first in line."),
            actor, sync, jug_narrator_task (self, first));
      return jug_narrator_say (
          self,
          g_dngettext (GETTEXT_PACKAGE, "%1$s gives a permit of %2$s back: %3$s is free.",
                       "%1$s gives a permit of %2$s back: %3$s are free.",
                       self->event->value),
          actor, sync, jug_narrator_number (self, self->event->value));
    }
  sync = jug_narrator_lock (self, self->event->object);
  if (jug_narrator_count_line (self, self->event->object, &first) > 0)
    return jug_narrator_say (self, _ ("%1$s releases %2$s: %3$s is the first in line."),
                             actor, sync, jug_narrator_task (self, first));
  return jug_narrator_say (self, _ ("%1$s releases %2$s: nobody waits for it."), actor,
                           sync);
}

static JugPhrase *
tell_level (JugNarrator *self,
            const char *bounded,
            const char *unbounded,
            JugPhrase *actor,
            JugPhrase *sync,
            const JugCursorSync *now)
{
  JugPhrase *level = jug_narrator_number (self, self->event->value);

  if (now->capacity > 0)
    return jug_narrator_say (self, bounded, actor, sync, level,
                             jug_narrator_number (self, now->capacity));
  return jug_narrator_say (self, unbounded, actor, sync, level);
}

JugPhrase *
jug_narrator_tell_sync (JugNarrator *self)
{
  JugPhrase *actor = jug_narrator_actor (self, self->event->task);
  JugPhrase *sync = jug_narrator_sync (self, self->event->object);
  JugCursorSync now = { 0 };

  jug_cursor_find_sync (self->now, self->event->object, &now);
  switch ((JugSyncOp) self->event->detail)
    {
    case JUG_SYNC_ACQUIRE:
      return tell_acquire (self, actor, sync, &now);
    case JUG_SYNC_RELEASE:
      return tell_release (self, actor, sync, &now);
    case JUG_SYNC_SET:
      if (now.n_waiters == 0)
        return jug_narrator_say (self, _ ("%1$s sets %2$s: nobody waits for it."), actor,
                                 sync);
      return jug_narrator_say (
          self,
          g_dngettext (GETTEXT_PACKAGE, "%1$s sets %2$s: that wakes %3$s task.",
                       "%1$s sets %2$s: that wakes %3$s tasks.", now.n_waiters),
          actor, sync, jug_narrator_number (self, now.n_waiters));
    case JUG_SYNC_CLEAR:
      return jug_narrator_say (
          self, _ ("%1$s clears %2$s: whoever waits for it from now on is suspended."),
          actor, sync);
    case JUG_SYNC_NOTIFY:
      return jug_narrator_say (
          self, _ ("%1$s notifies %2$s: whoever is woken goes on once its lock is free."),
          actor, sync);
    case JUG_SYNC_PUT:
      /* TRANSLATORS: %2$s is a queue, which now holds %3$s items and has room for %4$s */
      return tell_level (
          self, _ ("%1$s puts an item into %2$s: it now holds %3$s of %4$s."),
          _ ("%1$s puts an item into %2$s: it now holds %3$s."), actor, sync, &now);
    case JUG_SYNC_GET:
      return tell_level (
          self, _ ("%1$s takes an item out of %2$s: it now holds %3$s of %4$s."),
          _ ("%1$s takes an item out of %2$s: it now holds %3$s."), actor, sync, &now);
    case JUG_SYNC_TASK_DONE:
      return jug_narrator_say (self, _ ("%1$s has dealt with an item of %2$s."), actor,
                               sync);
    case JUG_SYNC_SHUTDOWN:
      return jug_narrator_say (
          self, _ ("%1$s shuts %2$s down: nothing can be put into it any more."), actor,
          sync);
    case JUG_SYNC_ABORT:
      return jug_narrator_say (
          self, _ ("%1$s breaks %2$s: whoever waits there gets %3$s."), actor, sync,
          jug_phrase_code (&self->workshop, "BrokenBarrierError"));
    case JUG_SYNC_RESET:
      return jug_narrator_say (
          self, _ ("%1$s resets %2$s: whoever waits there gets %3$s."), actor, sync,
          jug_phrase_code (&self->workshop, "BrokenBarrierError"));
    }
  g_assert_not_reached ();
}
