/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of callbacks: queued, run, passed over. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

enum
{
  LOOK_BACK = 1024
}; /* how far back the beginning of a callback is looked for */

/* A callback that is no step, within a sentence: by what it does if that is known. */
static JugPhrase *
name_callback (JugNarrator *self, guint32 text)
{
  if (jug_narrator_get_string (self, text))
    /* TRANSLATORS: %s is what a callback is called in the program; within a sentence */
    return jug_narrator_say (self, _ ("the callback “%s”"),
                             jug_narrator_code (self, text));
  /* TRANSLATORS: a callback of unknown name; within a sentence */
  return jug_phrase_plain (&self->workshop, _ ("a callback"));
}

/* A sentence about the end of the ready queue, where something now stands. */
static JugPhrase *
add_place (JugNarrator *self, JugPhrase *sentence)
{
  guint32 only_task;
  guint n_ahead = jug_narrator_count_ahead (self->now, &only_task);
  JugPhrase *place;

  if (n_ahead == 0)
    return sentence;
  place = jug_narrator_say (self,
                            /* TRANSLATORS: of the ready queue */
                            g_dngettext (GETTEXT_PACKAGE, "%s callback is ahead of it.",
                                         "%s callbacks are ahead of it.", n_ahead),
                            jug_narrator_number (self, n_ahead));
  return jug_narrator_both (self, sentence, place);
}

static JugPhrase *
tell_step_queued (JugNarrator *self, const JugEvent *cause)
{
  JugPhrase *task = jug_narrator_task (self, self->event->task);

  if (cause && cause->kind == JUG_EVENT_TASK_CREATE)
    return jug_narrator_say (self, _ ("%s is new and goes to the ready queue."), task);
  if (cause && cause->kind == JUG_EVENT_WAIT && cause->detail == JUG_WAIT_YIELD)
    return jug_narrator_say (self, _ ("%s goes to the end of the ready queue."), task);
  /* TRANSLATORS: %2$s is a clause such as "its 2 s timer fired" */
  return jug_narrator_say (
      self, _ ("%1$s goes to the ready queue: %2$s."), task,
      jug_narrator_explain_wake (self, self->index, self->event->task));
}

JugPhrase *
jug_narrator_tell_callback_queue (JugNarrator *self)
{
  const JugEvent *cause = jug_narrator_get_cause (self, self->event);
  JugPhrase *callback;

  if (self->event->task != JUG_TASK_LOOP)
    return add_place (self, tell_step_queued (self, cause));

  callback = name_callback (self, self->event->text);
  if (cause && cause->kind == JUG_EVENT_DONE)
    return jug_narrator_say (
        self,
        _ ("Because %1$s has ended, %2$s goes to the ready queue: it was to be told."),
        jug_narrator_task (self, cause->task), callback);
  if (cause && cause->kind == JUG_EVENT_FUTURE_DONE)
    return jug_narrator_say (
        self, _ ("A future is done, so %s goes to the ready queue: it was to be told."),
        callback);
  if (cause && cause->kind == JUG_EVENT_LOOP_STOP)
    return jug_narrator_say (self,
                             _ ("%1$s cleans up: it has %2$s put in the ready queue."),
                             jug_phrase_code (&self->workshop, "asyncio.run()"),
                             jug_narrator_get_string (self, self->event->text)
                                 ? jug_narrator_code (self, self->event->text)
                                 : callback);
  if (cause && cause->kind == JUG_EVENT_TIMER_FIRE)
    return add_place (
        self, jug_narrator_say (
                  self, _ ("Its timer is due, so %s is in the ready queue."), callback));
  if (cause && cause->kind == JUG_EVENT_STEP)
    return add_place (self,
                      jug_narrator_say (self, _ ("%1$s has %2$s put in the ready queue."),
                                        jug_narrator_task (self, cause->task), callback));
  return add_place (
      self, jug_narrator_say (self, _ ("The ready queue gets one more: %s."), callback));
}

/* Somebody waits for all of some tasks, among them the one of whose end the callback
 * hears: how far that is. */
static JugPhrase *
tell_gather_progress (JugNarrator *self, guint32 ended)
{
  for (guint32 task = 1; task <= jug_cursor_get_n_tasks (self->now); task++)
    {
      JugCursorFuture future;

      if (!jug_narrator_waits_for_all (self, task, &future) || future.is_done ||
          !jug_cursor_is_child (self->now, task, ended))
        continue;
      if (future.n_children == 1)
        return NULL;
      if (future.n_children_done == future.n_children)
        return jug_narrator_say (self, _ ("By now all %s have ended."),
                                 jug_narrator_number (self, future.n_children));
      /* TRANSLATORS: so many of all that a task waits for have ended */
      return jug_narrator_say (
          self, _ ("By now it is %1$s of %2$s, so %3$s goes on waiting."),
          jug_narrator_number (self, future.n_children_done),
          jug_narrator_number (self, future.n_children), jug_narrator_task (self, task));
    }
  return NULL;
}

/* Who hears of the end of a task, at the beginning of a sentence */
static JugPhrase *
name_hearer (JugNarrator *self)
{
  const char *text = jug_narrator_get_string (self, self->event->text);

  if (!text)
    /* TRANSLATORS: the subject of a sentence, at its beginning */
    return jug_phrase_plain (&self->workshop, _ ("A callback"));
  /* The program calls that by another name. */
  if (g_str_equal (text, "run_until_complete"))
    return jug_phrase_code (&self->workshop, "asyncio.run()");
  return jug_narrator_code (self, self->event->text);
}

/* It was registered to hear of the end of a task. */
static JugPhrase *
tell_hearing (JugNarrator *self, const JugEvent *done)
{
  JugPhrase *task = jug_narrator_task (self, done->task);
  JugPhrase *callback = name_hearer (self);
  JugPhrase *progress;

  if (done->detail == JUG_OUTCOME_EXCEPTION)
    return jug_narrator_say (self, _ ("%1$s is told that %2$s failed with %3$s."),
                             callback, task, jug_narrator_code (self, done->text));
  if (done->detail == JUG_OUTCOME_CANCELLED)
    callback = jug_narrator_say (self, _ ("%1$s is told that %2$s was cancelled."),
                                 callback, task);
  else
    callback =
        jug_narrator_say (self, _ ("%1$s is told that %2$s is done."), callback, task);
  progress = tell_gather_progress (self, done->task);
  return progress ? jug_narrator_both (self, callback, progress) : callback;
}

JugPhrase *
jug_narrator_tell_callback_run (JugNarrator *self)
{
  const JugEvent *queued = jug_narrator_get_cause (self, self->event);
  const JugEvent *cause = jug_narrator_get_cause (self, queued);
  JugPhrase *callback = name_callback (self, self->event->text);

  if (queued && queued->kind == JUG_EVENT_TIMER_FIRE)
    cause = queued; /* it was ready with that */
  if (cause && cause->kind == JUG_EVENT_DONE)
    return tell_hearing (self, cause);
  if (cause && cause->kind == JUG_EVENT_FUTURE_DONE)
    return jug_narrator_say (self, _ ("The loop runs %s, for a future is done."),
                             callback);
  if (cause && cause->kind == JUG_EVENT_TIMER_FIRE)
    {
      const JugEvent *armed = jug_narrator_get_cause (self, cause);

      self->is_unordered = cause->detail == 1;
      if (armed && armed->task != JUG_TASK_LOOP)
        return jug_narrator_say (self,
                                 _ ("The loop runs %1$s, for the timer of %2$s is due."),
                                 callback, jug_narrator_task (self, armed->task));
      return jug_narrator_say (self, _ ("The loop runs %s, for its timer is due."),
                               callback);
    }
  if (cause && cause->kind == JUG_EVENT_STEP)
    return jug_narrator_say (self, _ ("The loop runs %1$s, as %2$s has asked."), callback,
                             jug_narrator_task (self, cause->task));
  return jug_narrator_say (self, _ ("The loop runs %s."), callback);
}

/* What was said of a callback when it was queued or began to run, or 0. */
static guint32
find_callback_text (JugNarrator *self, guint32 callback)
{
  for (guint32 i = self->index; i-- > 0 && self->index - i < LOOK_BACK;)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if ((event->kind == JUG_EVENT_CALLBACK_QUEUE ||
           event->kind == JUG_EVENT_CALLBACK_RUN) &&
          event->object == callback)
        return event->text;
    }
  return 0;
}

JugPhrase *
jug_narrator_tell_callback_end (JugNarrator *self)
{
  guint n_left = jug_cursor_get_n_ready_now (self->now);
  JugPhrase *callback =
      name_callback (self, find_callback_text (self, self->event->object));

  if (n_left > 0)
    return jug_narrator_say (self, _ ("That was %s. The loop takes the next one."),
                             callback);
  return jug_narrator_say (self, _ ("That was %s, the last one of this turn."), callback);
}

JugPhrase *
jug_narrator_tell_callback_cancel (JugNarrator *self)
{
  JugCursorReady ready;
  guint32 text;

  for (guint i = 0; jug_cursor_get_ready (self->now, i, &ready); i++)
    if (ready.callback == self->event->object && ready.task != JUG_TASK_LOOP)
      return jug_narrator_say (
          self,
          _ ("The step of %s is cancelled: it keeps its place in the "
             "ready queue, but will be passed over."),
          jug_narrator_task (self, ready.task));
  text = find_callback_text (self, self->event->object);
  if (!jug_narrator_get_string (self, text))
    return jug_phrase_plain (
        &self->workshop,
        _ ("A callback is cancelled: it keeps its place in the ready queue, "
           "but will be passed over."));
  return jug_narrator_say (self,
                           _ ("The callback “%s” is cancelled: it keeps its place in the "
                              "ready queue, but will be passed over."),
                           jug_narrator_code (self, text));
}
