/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a program can never go on. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

/* Of a longer ring only so many waits are told. */
#define MAX_TOLD 4

/* A task on the way along the edges of who waits for whom, and the edges not yet taken.
 */
typedef struct
{
  guint32 task;
  GArray *awaited; /* owned, of guint32 */
} Stop;

static void
clear_stop (gpointer data)
{
  g_array_unref (((Stop *) data)->awaited);
}

/* The lock that a task waits for, if another task holds it. */
static gboolean
find_lock (JugNarrator *self, guint32 task, JugCursorSync *lock)
{
  const JugCursorTask *now = jug_cursor_get_task (self->now, task);
  JugCursorFuture future;

  return now->wait_kind == JUG_WAIT_FUTURE &&
         jug_cursor_get_future (self->now, now->object, &future) && future.sync != 0 &&
         jug_cursor_find_sync (self->now, future.sync, lock) &&
         lock->holder != JUG_TASK_LOOP;
}

static void
push (JugNarrator *self, GArray *way, guint32 task)
{
  Stop stop = { task, g_array_new (FALSE, FALSE, sizeof (guint32)) };
  JugCursorSync lock;

  if (jug_cursor_get_task (self->now, task)->status == JUG_STATUS_WAITING)
    {
      jug_cursor_list_awaited (self->now, task, stop.awaited);
      if (find_lock (self, task, &lock))
        g_array_append_val (stop.awaited, lock.holder);
    }
  g_array_append_val (way, stop);
}

/* Where on the way a task stands, or -1. */
static int
find_on_way (GArray *way, guint32 task)
{
  for (guint i = 0; i < way->len; i++)
    if (g_array_index (way, Stop, i).task == task)
      return (int) i;
  return -1;
}

/* Tasks each of which waits for the next, and the last for the first; none if there is no
 * such ring. */
static GArray *
find_ring (JugNarrator *self)
{
  guint32 n_tasks = jug_cursor_get_n_tasks (self->now);
  g_autofree gboolean *seen = g_new0 (gboolean, (gsize) n_tasks + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Stop));
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_set_clear_func (way, clear_stop);
  for (guint32 start = 1; start <= n_tasks && ring->len == 0; start++)
    {
      if (!seen[start])
        push (self, way, start);
      while (way->len > 0 && ring->len == 0)
        {
          Stop *last = &g_array_index (way, Stop, way->len - 1);
          guint32 next;
          int place;

          seen[last->task] = TRUE;
          if (last->awaited->len == 0)
            {
              g_array_set_size (way, way->len - 1);
              continue;
            }
          next = g_array_index (last->awaited, guint32, last->awaited->len - 1);
          g_array_set_size (last->awaited, last->awaited->len - 1);
          if (!seen[next])
            push (self, way, next);
          else if ((place = find_on_way (way, next)) >= 0)
            for (guint i = (guint) place; i < way->len; i++)
              g_array_append_val (ring, g_array_index (way, Stop, i).task);
        }
    }
  return ring;
}

/* One task of the ring waits for the next. */
static JugPhrase *
tell_wait (JugNarrator *self, guint32 task, guint32 next)
{
  JugCursorSync lock;

  if (find_lock (self, task, &lock) && lock.holder == next)
    /* TRANSLATORS: a clause; %2$s is a lock */
    return jug_narrator_say (
        self, _ ("%1$s waits for %2$s, which %3$s holds"), jug_narrator_task (self, task),
        jug_narrator_lock (self, lock.object), jug_narrator_task (self, next));
  /* TRANSLATORS: a clause */
  return jug_narrator_say (self, _ ("%1$s waits for %2$s"),
                           jug_narrator_task (self, task),
                           jug_narrator_task (self, next));
}

static JugPhrase *
tell_ring (JugNarrator *self, GArray *ring)
{
  JugPhrase *told = NULL;

  for (guint i = 0; i < MIN (ring->len, MAX_TOLD); i++)
    {
      JugPhrase *wait = tell_wait (self, g_array_index (ring, guint32, i),
                                   g_array_index (ring, guint32, (i + 1) % ring->len));

      /* TRANSLATORS: joins two clauses, as in "A waits for B; B waits for A" */
      told = told ? jug_narrator_say (self, _ ("%1$s; %2$s"), told, wait) : wait;
    }
  if (ring->len > MAX_TOLD)
    return jug_narrator_say (
        self,
        /* TRANSLATORS: %1$s are clauses such as "A waits for B; B waits for C" */
        g_dngettext (
            GETTEXT_PACKAGE,
            "Deadlock: %1$s, and so on for %2$s more, in a ring, so none of them "
            "can ever go on.",
            "Deadlock: %1$s, and so on for %2$s more, in a ring, so none of them "
            "can ever go on.",
            ring->len - MAX_TOLD),
        told, jug_narrator_number (self, ring->len - MAX_TOLD));
  return jug_narrator_say (
      self, _ ("Deadlock: %s, in a ring, so none of them can ever go on."), told);
}

JugPhrase *
jug_narrator_tell_deadlock (JugNarrator *self)
{
  g_autoptr (GArray) ring = find_ring (self);

  if (ring->len > 0)
    return tell_ring (self, ring);
  return jug_phrase_plain (
      &self->workshop, _ ("Deadlock: every task waits, no timer is armed, and nothing "
                          "outside can wake one, so the program can never go on."));
}
