/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is told when a future is done: Future.add_done_callback of Lib/asyncio/futures.py
 * and what comes of it. */
#include "jug-future-private.h"

/* Those behind the first. */
G_GNUC_NO_INLINE void
jug_future_schedule_all (JugFuture *self, JugDoneCallback *callback)
{
  while (callback)
    {
      JugDoneCallback *next = callback->next;

      callback->next = NULL;
      jug_future_schedule (self, callback, self->done_event);
      callback = next;
    }
}

/* Nobody will ever be told of its end any more. */
G_GNUC_NO_INLINE void
jug_future_drop_callbacks (JugFuture *self)
{
  while (self->first)
    {
      JugDoneCallback *callback = self->first;

      self->first = callback->next;
      callback->next = NULL;
      if (callback->func)
        callback->func (NULL, callback);
    }
  self->last = NULL;
}

/* Registers a callback whose function is set: the one of a task that waits, for
 * instance. */
void
jug_future_watch (JugFuture *self, JugDoneCallback *callback)
{
  if (self->state != JUG_FUTURE_PENDING)
    {
      jug_future_schedule (self, callback, self->done_event);
      return;
    }
  callback->next = NULL;
  if (self->last)
    self->last->next = callback;
  else
    self->first = callback;
  self->last = callback;
}

static void
run_done_callback (JugLoop *loop, JugCallback *callback)
{
  JugDoneCallback *done = (JugDoneCallback *) callback;
  JugFuture *future = g_steal_pointer (&done->future);
  guint32 number = callback->number;

  if (G_UNLIKELY (!loop))
    done->func (NULL, done);
  else if (G_UNLIKELY (JUG_LOOP_FRONT (loop)->trace))
    {
      JUG_LOOP_FRONT (loop)->activity =
          jug_loop_record (loop, .kind = JUG_EVENT_CALLBACK_RUN, .object = number,
                           .text = callback->text, .cause = callback->queue_event);
      done->func (future, done);
      jug_loop_record (loop, .kind = JUG_EVENT_CALLBACK_END, .object = number);
      JUG_LOOP_FRONT (loop)->activity = JUG_NO_EVENT;
    }
  else
    done->func (future, done);
  jug_future_unref (future);
}

void
jug_future_add_done_callback (JugFuture *self,
                              JugDoneCallback *callback,
                              JugDoneFunc func,
                              const char *label)
{
  *callback = (JugDoneCallback){ .callback.run = run_done_callback, .func = func };
  callback->callback.text = jug_loop_intern (self->loop, label);
  callback->future = self;
  jug_future_watch (self, callback);
}

gboolean
jug_future_remove_done_callback (JugFuture *self, JugDoneCallback *callback)
{
  JugDoneCallback *previous = NULL;

  for (JugDoneCallback *at = self->first; at; previous = at, at = at->next)
    {
      if (at != callback)
        continue;
      if (previous)
        previous->next = at->next;
      else
        self->first = at->next;
      if (self->last == at)
        self->last = previous;
      at->next = NULL;
      return TRUE;
    }
  return FALSE;
}
