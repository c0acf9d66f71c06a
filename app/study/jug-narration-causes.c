/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a task goes on: what was behind its wake-up, in a clause. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

/* On the real clock every timer is a little late, which is not worth a word. */
#define LATE_NS G_GINT64_CONSTANT (10000000)

/* All that is said here is clauses: they stand behind a colon, as in "soup runs: …" or
 * "soup is ready: …"; "it" is the task that goes on. */

/* A task of whose end the future heard, if its end was the cause. */
static const JugEvent *
find_ended_task (JugNarrator *self, guint32 index)
{
  return jug_narrator_get_event (self,
                                 jug_narrator_find_cause (self, index, JUG_EVENT_DONE));
}

/* A timer that fired long after it was due, and who kept the loop from seeing it. */
static JugPhrase *
explain_late_timer (JugNarrator *self, gint64 duration, gint64 late_ns, guint32 blocker)
{
  JugPhrase *late = jug_narrator_time (self, late_ns);

  if (duration < 0 && blocker == JUG_TASK_LOOP)
    return jug_narrator_say (
        self, _ ("its timer fired, %s late because the loop was busy"), late);
  if (duration < 0)
    return jug_narrator_say (
        self, _ ("its timer fired, %1$s late because %2$s blocked the loop"), late,
        jug_narrator_task (self, blocker));
  if (blocker == JUG_TASK_LOOP)
    return jug_narrator_say (
        self, _ ("its %1$s timer fired, %2$s late because the loop was busy"),
        jug_narrator_time (self, duration), late);
  return jug_narrator_say (
      self, _ ("its %1$s timer fired, %2$s late because %3$s blocked the loop"),
      jug_narrator_time (self, duration), late, jug_narrator_task (self, blocker));
}

static JugPhrase *
explain_sleep (JugNarrator *self, const JugCursorFuture *future, guint32 done_event)
{
  gint64 duration = jug_narrator_parse_seconds (self, future->text);
  guint32 fire_event = jug_narrator_find_cause (self, done_event, JUG_EVENT_TIMER_FIRE);
  const JugEvent *fired = jug_narrator_get_event (self, fire_event);
  const JugEvent *armed = jug_narrator_get_cause (self, fired);

  if (armed && armed->kind == JUG_EVENT_TIMER_ARM &&
      fired->time_ns - armed->deadline_ns >= LATE_NS)
    return explain_late_timer (
        self, duration, fired->time_ns - armed->deadline_ns,
        jug_narrator_find_blocker (self, jug_event_get_cause (fired), fire_event));
  if (duration < 0)
    /* TRANSLATORS: this and the following are clauses behind a colon, as in "soup runs:
     * its 2 s timer fired, so the loop put it in the ready queue…"; "it" is the task that
     * runs */
    return jug_phrase_plain (&self->workshop, _ ("its timer fired"));
  return jug_narrator_say (self, _ ("its %s timer fired"),
                           jug_narrator_time (self, duration));
}

static JugPhrase *
explain_gather (JugNarrator *self, const JugCursorFuture *future)
{
  const char *text = jug_narrator_get_string (self, future->text);
  guint64 n = text ? g_ascii_strtoull (text, NULL, 10) : 0;

  if (n < 2)
    return jug_phrase_plain (&self->workshop, _ ("what it gathered is done"));
  /* TRANSLATORS: gather() waited for %s tasks, at least 2 */
  return jug_narrator_say (self,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "the %s that it gathered is done",
                                        "all %s that it gathered are done", (gulong) n),
                           jug_narrator_number (self, n));
}

/* What a task, or nobody in particular, did to something shared. */
static JugPhrase *
explain_shared (JugNarrator *self,
                JugPhrase *shared,
                const JugEvent *done,
                const char *by_task,
                const char *by_nobody)
{
  if (done->task == JUG_TASK_LOOP)
    return jug_narrator_say (self, by_nobody, shared);
  return jug_narrator_say (self, by_task, jug_narrator_task (self, done->task), shared);
}

static JugPhrase *
explain_sync (JugNarrator *self,
              const JugCursorFuture *future,
              const JugEvent *done,
              const char *by_task,
              const char *by_nobody)
{
  return explain_shared (self, jug_narrator_sync (self, future->sync), done, by_task,
                         by_nobody);
}

static JugPhrase *
explain_plain (JugNarrator *self, const JugEvent *done)
{
  if (done->task == JUG_TASK_LOOP)
    return jug_phrase_plain (&self->workshop,
                             _ ("the future that it waited for has a result"));
  return jug_narrator_say (self, _ ("%s set the result of the future that it waited for"),
                           jug_narrator_task (self, done->task));
}

static JugPhrase *
explain_outside (JugNarrator *self,
                 const JugCursorFuture *future,
                 const char *named,
                 const char *unnamed)
{
  if (!jug_narrator_get_string (self, future->text))
    return jug_phrase_plain (&self->workshop, unnamed);
  return jug_narrator_say (self, named, jug_narrator_code (self, future->text));
}

static JugPhrase *
explain_ended_task (JugNarrator *self, const JugEvent *done)
{
  JugPhrase *task = jug_narrator_task (self, done->task);

  switch ((JugOutcome) done->detail)
    {
    case JUG_OUTCOME_RESULT:
      return jug_narrator_say (self, _ ("%s, for which it waited, is done"), task);
    case JUG_OUTCOME_EXCEPTION:
      return jug_narrator_say (self, _ ("%1$s, for which it waited, failed with %2$s"),
                               task, jug_narrator_code (self, done->text));
    case JUG_OUTCOME_CANCELLED:
      return jug_narrator_say (self, _ ("%s, for which it waited, was cancelled"), task);
    }
  g_assert_not_reached ();
}

/* asyncio.wait and as_completed hear of one task after the other, and of their timer. */
static JugPhrase *
explain_one_of_many (JugNarrator *self, guint32 done_event)
{
  const JugEvent *ended = find_ended_task (self, done_event);

  if (ended)
    return explain_ended_task (self, ended);
  if (jug_narrator_find_cause (self, done_event, JUG_EVENT_TIMER_FIRE) != JUG_NO_EVENT)
    return jug_phrase_plain (&self->workshop, _ ("its time for waiting was up"));
  return jug_phrase_plain (&self->workshop, _ ("what it waited for has come about"));
}

static JugPhrase *
explain_result (JugNarrator *self,
                const JugCursorFuture *future,
                const JugEvent *done,
                guint32 done_event)
{
  JugWorkshop *workshop = &self->workshop;

  switch (future->purpose)
    {
    case JUG_PURPOSE_PLAIN:
      return explain_plain (self, done);
    case JUG_PURPOSE_SLEEP:
      return explain_sleep (self, future, done_event);
    case JUG_PURPOSE_GATHER:
      return explain_gather (self, future);
    case JUG_PURPOSE_WAIT:
    case JUG_PURPOSE_AS_COMPLETED:
      return explain_one_of_many (self, done_event);
    case JUG_PURPOSE_SHIELD:
      return jug_phrase_plain (workshop, _ ("what it had shielded is done"));
    case JUG_PURPOSE_TASK_GROUP:
      return jug_phrase_plain (workshop, _ ("all tasks of its group have ended"));
    case JUG_PURPOSE_LOCK:
      return explain_shared (self, jug_narrator_lock (self, future->sync), done,
                             _ ("%1$s released %2$s"), _ ("%s was released"));
    case JUG_PURPOSE_EVENT:
      return explain_sync (self, future, done, _ ("%1$s set %2$s"), _ ("%s was set"));
    case JUG_PURPOSE_CONDITION:
      return explain_sync (self, future, done, _ ("%1$s notified %2$s"),
                           _ ("%s was notified"));
    case JUG_PURPOSE_SEMAPHORE:
      return explain_sync (self, future, done, _ ("%1$s gave a permit of %2$s back"),
                           _ ("a permit of %s was given back"));
    case JUG_PURPOSE_BARRIER:
      return explain_sync (self, future, done, _ ("%1$s woke those who wait at %2$s"),
                           _ ("those who wait at %s were woken"));
    case JUG_PURPOSE_QUEUE_GET:
      return explain_sync (self, future, done, _ ("%1$s put an item into %2$s"),
                           _ ("an item came into %s"));
    case JUG_PURPOSE_QUEUE_PUT:
      return explain_sync (self, future, done, _ ("%1$s took an item out of %2$s"),
                           _ ("there is room in %s"));
    case JUG_PURPOSE_QUEUE_JOIN:
      return explain_sync (self, future, done,
                           _ ("%1$s dealt with the last item of %2$s"),
                           _ ("every item of %s is dealt with"));
    case JUG_PURPOSE_IO:
      return explain_outside (self, future, _ ("the outside world has answered %s"),
                              _ ("the outside world has answered"));
    case JUG_PURPOSE_EXECUTOR:
      return explain_outside (self, future, _ ("a thread has finished %s"),
                              _ ("a thread has finished its work"));
    }
  g_assert_not_reached ();
}

static JugPhrase *
explain_failure (JugNarrator *self, guint32 index, const JugEvent *done)
{
  const JugEvent *ended = find_ended_task (self, index);
  JugPhrase *exception = jug_narrator_code (self, done->text);

  if (ended && ended->detail != JUG_OUTCOME_RESULT)
    return explain_ended_task (self, ended);
  if (done->task != JUG_TASK_LOOP)
    return jug_narrator_say (self,
                             _ ("%1$s set the exception %2$s on what it waited for"),
                             jug_narrator_task (self, done->task), exception);
  return jug_narrator_say (self, _ ("what it waited for failed with %s"), exception);
}

/* Cancelling a task cancels what it waits for with it: the event that cancelled @task
 * right before event @index. */
static guint32
find_cancel_before (JugNarrator *self, guint32 index, guint32 task)
{
  while (index-- > 0)
    {
      const JugEvent *event = jug_narrator_get_event (self, index);

      if (event->kind == JUG_EVENT_CANCEL && event->task == task)
        return index;
      if (event->kind != JUG_EVENT_CANCEL && event->kind != JUG_EVENT_FUTURE_DONE)
        break;
    }
  return JUG_NO_EVENT;
}

static JugPhrase *
explain_cancelled (JugNarrator *self, guint32 index)
{
  const JugEvent *ended = find_ended_task (self, index);
  const JugEvent *done = jug_narrator_get_event (self, index);
  JugCursorFuture before = { 0 };
  guint32 cancel;

  if (ended && ended->detail == JUG_OUTCOME_CANCELLED)
    return explain_ended_task (self, ended);
  /* Who waits for it is known as long as it is not done. */
  if (index > 0)
    jug_cursor_get_future (jug_narrator_look_back (self, index - 1), done->object,
                           &before);
  cancel = find_cancel_before (self, index, before.waiter);
  if (before.waiter != JUG_TASK_LOOP && cancel != JUG_NO_EVENT)
    return jug_narrator_explain_cancel (self, cancel);
  if (done->task != JUG_TASK_LOOP)
    return jug_narrator_say (self, _ ("%s has cancelled what it waited for"),
                             jug_narrator_task (self, done->task));
  return jug_phrase_plain (&self->workshop, _ ("what it waited for was cancelled"));
}

/* Why the future of that JUG_EVENT_FUTURE_DONE is done. */
JugPhrase *
jug_narrator_explain_future (JugNarrator *self, guint32 done_event)
{
  const JugEvent *done = jug_narrator_get_event (self, done_event);
  JugCursorFuture future = { 0 };

  jug_cursor_get_future (self->now, done->object, &future);
  switch ((JugOutcome) done->detail)
    {
    case JUG_OUTCOME_RESULT:
      return explain_result (self, &future, done, done_event);
    case JUG_OUTCOME_EXCEPTION:
      return explain_failure (self, done_event, done);
    case JUG_OUTCOME_CANCELLED:
      return explain_cancelled (self, done_event);
    }
  g_assert_not_reached ();
}

/* Why a task that waited was put into the ready queue. */
JugPhrase *
jug_narrator_explain_wake (JugNarrator *self, guint32 queue_event, guint32 task)
{
  const JugEvent *queued = jug_narrator_get_event (self, queue_event);
  guint32 index = queued ? jug_event_get_cause (queued) : JUG_NO_EVENT;
  const JugEvent *cause = jug_narrator_get_event (self, index);

  if (cause && cause->kind == JUG_EVENT_FUTURE_DONE)
    return jug_narrator_explain_future (self, index);
  if (cause && cause->kind == JUG_EVENT_DONE)
    return explain_ended_task (self, cause);
  if (cause && cause->kind == JUG_EVENT_WAIT && cause->object == task)
    return jug_phrase_plain (&self->workshop, _ ("a task cannot wait for itself"));
  return jug_phrase_plain (&self->workshop, _ ("its wait is over"));
}

/* A callback cancelled it because its timer was due, as that of a timeout does. */
static JugPhrase *
explain_timer (JugNarrator *self, guint32 cancel_event)
{
  const JugEvent *run = jug_narrator_get_event (
      self, jug_narrator_find_cause (self, cancel_event, JUG_EVENT_CALLBACK_RUN));
  const JugEvent *armed = jug_narrator_get_event (
      self, jug_narrator_find_cause (self, cancel_event, JUG_EVENT_TIMER_ARM));

  if (armed && armed->detail == JUG_TIMER_CANCELS)
    /* TRANSLATORS: why a task was cancelled: the time that asyncio.timeout() gave it is
     * over */
    return jug_phrase_plain (&self->workshop, _ ("its timeout is up"));
  if (!run || !jug_narrator_get_string (self, run->text))
    return jug_phrase_plain (&self->workshop, _ ("a timer for that has fired"));
  /* TRANSLATORS: why a task was cancelled; %s is what the timer is called, such as
   * "timeout" */
  return jug_narrator_say (self, _ ("the timer of “%s” has fired"),
                           jug_narrator_code (self, run->text));
}

/* Why a task was cancelled: who did it, or what made asyncio do it. */
JugPhrase *
jug_narrator_explain_cancel (JugNarrator *self, guint32 cancel_event)
{
  const JugEvent *cancel = jug_narrator_get_event (self, cancel_event);
  const JugEvent *ended;

  if (cancel->object == cancel->task && cancel->object != JUG_TASK_LOOP)
    return jug_phrase_plain (&self->workshop, _ ("it has cancelled itself"));
  if (cancel->object != JUG_TASK_LOOP)
    return jug_narrator_say (self, _ ("%s has cancelled it"),
                             jug_narrator_task (self, cancel->object));
  ended = find_ended_task (self, cancel_event);
  if (ended && ended->detail == JUG_OUTCOME_EXCEPTION)
    return jug_narrator_say (self, _ ("%1$s has failed with %2$s"),
                             jug_narrator_task (self, ended->task),
                             jug_narrator_code (self, ended->text));
  if (jug_narrator_find_cause (self, cancel_event, JUG_EVENT_TIMER_FIRE) != JUG_NO_EVENT)
    return explain_timer (self, cancel_event);
  if (jug_cursor_get_phase (jug_narrator_look_back (self, cancel_event)) ==
      JUG_PHASE_STOPPED)
    return jug_phrase_plain (&self->workshop, _ ("the program is coming to its end"));
  return jug_phrase_plain (&self->workshop, _ ("a callback has cancelled it"));
}
