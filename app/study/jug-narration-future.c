/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of futures, and what the outside world has to do with it. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

/* What somebody makes a future for. */
static const char *
get_purpose_template (JugPurpose purpose)
{
  /* TRANSLATORS: %s, a task, begins to wait for something, and makes a future for that
   * first */
  switch (purpose)
    {
    case JUG_PURPOSE_PLAIN:
      return _ ("%s makes a future.");
    case JUG_PURPOSE_SLEEP:
      return _ ("%s makes a future that its timer will complete.");
    case JUG_PURPOSE_GATHER:
      return _ ("%s makes a future for the results that gather will collect.");
    case JUG_PURPOSE_WAIT:
      return _ ("%s makes a future for what it is about to wait for.");
    case JUG_PURPOSE_AS_COMPLETED:
      return _ ("%s makes a future for the next of its tasks that ends.");
    case JUG_PURPOSE_SHIELD:
      return _ ("%s makes a future that can be cancelled in place of what it shields.");
    case JUG_PURPOSE_TASK_GROUP:
      return _ ("%s makes a future for the end of its task group.");
    case JUG_PURPOSE_LOCK:
      return _ ("%s makes a future for its turn with a lock.");
    case JUG_PURPOSE_EVENT:
      return _ ("%s makes a future for an event to be set.");
    case JUG_PURPOSE_CONDITION:
      return _ ("%s makes a future for a condition to be notified.");
    case JUG_PURPOSE_SEMAPHORE:
      return _ ("%s makes a future for a permit.");
    case JUG_PURPOSE_BARRIER:
      return _ ("%s makes a future for a barrier to open.");
    case JUG_PURPOSE_QUEUE_GET:
      return _ ("%s makes a future for an item in a queue.");
    case JUG_PURPOSE_QUEUE_PUT:
      return _ ("%s makes a future for room in a queue.");
    case JUG_PURPOSE_QUEUE_JOIN:
      return _ ("%s makes a future for the end of all work in a queue.");
    case JUG_PURPOSE_IO:
      return _ ("%s makes a future for an answer of the outside world.");
    case JUG_PURPOSE_EXECUTOR:
      return _ ("%s makes a future for the work of a thread.");
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_future_create (JugNarrator *self)
{
  guint32 task = self->event->task;

  if (task == JUG_TASK_LOOP)
    task = jug_cursor_get_running_task (self->now);
  return jug_narrator_say (self, get_purpose_template (self->event->detail),
                           jug_narrator_actor (self, task));
}

/* What a future is made for, that of gather and its like. */
JugPhrase *
jug_narrator_tell_future_child (JugNarrator *self)
{
  JugWorkshop *workshop = &self->workshop;
  JugCursorFuture future = { .purpose = JUG_PURPOSE_PLAIN };
  JugPhrase *child;

  jug_cursor_get_future (self->now, self->event->object, &future);
  if (self->event->task != JUG_TASK_LOOP)
    child = jug_narrator_task (self, self->event->task);
  else
    /* TRANSLATORS: within a sentence */
    child = jug_phrase_plain (workshop, _ ("a future"));

  /* TRANSLATORS: from here, %1$s is one of asyncio's functions, such as gather(), %2$s a
   * task or "a future" */
  switch (future.purpose)
    {
    case JUG_PURPOSE_GATHER:
      return jug_narrator_say (self, _ ("%1$s will collect the result of %2$s."),
                               jug_phrase_code (workshop, "gather()"), child);
    case JUG_PURPOSE_WAIT:
      return jug_narrator_say (self, _ ("%1$s is to hear of the end of %2$s."),
                               jug_phrase_code (workshop, "wait()"), child);
    case JUG_PURPOSE_AS_COMPLETED:
      return jug_narrator_say (self, _ ("%1$s is to hear of the end of %2$s."),
                               jug_phrase_code (workshop, "as_completed()"), child);
    case JUG_PURPOSE_SHIELD:
      return jug_narrator_say (self, _ ("%1$s keeps a cancellation away from %2$s."),
                               jug_phrase_code (workshop, "shield()"), child);
    case JUG_PURPOSE_TASK_GROUP:
      return jug_narrator_say (self, _ ("The task group has to wait for %s."), child);
    case JUG_PURPOSE_PLAIN:
    case JUG_PURPOSE_SLEEP:
    case JUG_PURPOSE_LOCK:
    case JUG_PURPOSE_EVENT:
    case JUG_PURPOSE_CONDITION:
    case JUG_PURPOSE_SEMAPHORE:
    case JUG_PURPOSE_BARRIER:
    case JUG_PURPOSE_QUEUE_GET:
    case JUG_PURPOSE_QUEUE_PUT:
    case JUG_PURPOSE_QUEUE_JOIN:
    case JUG_PURPOSE_IO:
    case JUG_PURPOSE_EXECUTOR:
      return jug_narrator_say (self, _ ("A future depends on %s."), child);
    }
  g_assert_not_reached ();
}

/* Nobody waits for it: what can be said of the future itself. */
static JugPhrase *
tell_unawaited (JugNarrator *self)
{
  switch ((JugOutcome) self->event->detail)
    {
    case JUG_OUTCOME_RESULT:
      return jug_phrase_plain (&self->workshop,
                               _ ("A future gets its result; no task waits for it."));
    case JUG_OUTCOME_EXCEPTION:
      return jug_narrator_say (
          self, _ ("A future gets the exception %s; no task waits for it."),
          jug_narrator_code (self, self->event->text));
    case JUG_OUTCOME_CANCELLED:
      return jug_phrase_plain (&self->workshop,
                               _ ("A future is cancelled; no task waits for it."));
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_future_done (JugNarrator *self)
{
  JugCursor *before;
  JugCursorFuture future = { 0 };
  guint32 fired;

  if (self->index == 0)
    return tell_unawaited (self);
  before = jug_narrator_look_back (self, self->index - 1);
  if (!jug_cursor_get_future (before, self->event->object, &future) ||
      future.waiter == JUG_TASK_LOOP)
    return tell_unawaited (self);

  fired = jug_narrator_find_cause (self, self->index, JUG_EVENT_TIMER_FIRE);
  self->is_unordered =
      fired != JUG_NO_EVENT && jug_narrator_get_event (self, fired)->detail == 1;
  /* TRANSLATORS: %2$s is a clause such as "its 2 s timer fired" */
  return jug_narrator_say (self,
                           _ ("%1$s is ready: %2$s, so it goes to the ready queue."),
                           jug_narrator_task (self, future.waiter),
                           jug_narrator_explain_future (self, self->index));
}

JugPhrase *
jug_narrator_tell_io_start (JugNarrator *self)
{
  JugPhrase *actor = jug_narrator_actor (self, self->event->task);

  if (!jug_narrator_get_string (self, self->event->text))
    return jug_narrator_say (
        self, _ ("%s asks the outside world, which works while the loop goes on."),
        actor);
  return jug_narrator_say (
      self, _ ("%1$s starts %2$s: the outside world works on it while the loop goes on."),
      actor, jug_narrator_code (self, self->event->text));
}

/* What an operation is called: as it was started. */
static guint32
find_operation_text (JugNarrator *self)
{
  const JugEvent *cause = jug_narrator_get_cause (self, self->event);
  JugCursorOperation operation;

  if (cause && cause->kind == JUG_EVENT_IO_START)
    return cause->text;
  for (guint i = 0; jug_cursor_get_operation (self->now, i, &operation); i++)
    if (operation.object == self->event->object)
      return operation.text;
  return 0;
}

JugPhrase *
jug_narrator_tell_io_data (JugNarrator *self)
{
  guint32 text = find_operation_text (self);
  JugPhrase *bytes = jug_narrator_number (self, self->event->value);

  if (!jug_narrator_get_string (self, text))
    return jug_narrator_say (
        self,
        g_dngettext (GETTEXT_PACKAGE, "%s byte has come from the outside world.",
                     "%s bytes have come from the outside world.", self->event->value),
        bytes);
  return jug_narrator_say (
      self,
      /* TRANSLATORS: %2$s is an operation, such as a request */
      g_dngettext (GETTEXT_PACKAGE, "%1$s byte of %2$s has come so far.",
                   "%1$s bytes of %2$s have come so far.", self->event->value),
      bytes, jug_narrator_code (self, text));
}

JugPhrase *
jug_narrator_tell_io_done (JugNarrator *self)
{
  guint32 text = find_operation_text (self);
  JugPhrase *operation =
      jug_narrator_get_string (self, text)
          ? jug_narrator_code (self, text)
          /* TRANSLATORS: what was asked of the outside world; within a sentence */
          : jug_phrase_plain (&self->workshop, _ ("a request"));
  JugPhrase *result = jug_narrator_code (self, self->event->text);

  switch ((JugOutcome) self->event->detail)
    {
    case JUG_OUTCOME_RESULT:
      if (!jug_narrator_get_string (self, self->event->text))
        return jug_narrator_say (self, _ ("The outside world has answered %s."),
                                 operation);
      return jug_narrator_say (self, _ ("The outside world has answered %1$s: %2$s."),
                               operation, result);
    case JUG_OUTCOME_EXCEPTION:
      return jug_narrator_say (self, _ ("In the outside world %1$s failed: %2$s."),
                               operation, result);
    case JUG_OUTCOME_CANCELLED:
      return jug_narrator_say (self, _ ("In the outside world %s was given up."),
                               operation);
    }
  g_assert_not_reached ();
}

/* Python's own message, for reports that are about a task. */
static const char *
get_task_report_template (JugReport report)
{
  /* TRANSLATORS: what Python logs about a task, %1$s; %2$s is Python's own message */
  switch (report)
    {
    case JUG_REPORT_NEVER_RETRIEVED:
      return _ (
          "Nobody ever asked for the exception of %1$s, so Python reports it: %2$s");
    case JUG_REPORT_DESTROYED_PENDING:
      return _ ("%1$s is gone before it has ended, so Python reports it: %2$s");
    case JUG_REPORT_NEVER_AWAITED:
      return _ ("%1$s never awaited a coroutine that it made, so Python warns: %2$s");
    case JUG_REPORT_CALLBACK_ERROR:
      return _ ("A callback of %1$s failed; the loop reports it and goes on: %2$s");
    case JUG_REPORT_SLOW_CALLBACK:
      return _ ("%1$s held the loop up for long, so asyncio reports it: %2$s");
    case JUG_REPORT_SHUTDOWN_ERROR:
      return _ ("%1$s failed while the end of the program cancelled it: %2$s");
    }
  g_assert_not_reached ();
}

static const char *
get_report_template (JugReport report)
{
  /* TRANSLATORS: what Python logs or warns of; %s is its own message */
  switch (report)
    {
    case JUG_REPORT_NEVER_RETRIEVED:
      return _ ("Nobody ever asked for an exception, so Python reports it: %s");
    case JUG_REPORT_DESTROYED_PENDING:
      return _ ("A task is gone before it has ended, so Python reports it: %s");
    case JUG_REPORT_NEVER_AWAITED:
      return _ ("A coroutine was never awaited, so none of it ran, and Python warns: %s");
    case JUG_REPORT_CALLBACK_ERROR:
      return _ ("A callback failed; the loop reports it and goes on: %s");
    case JUG_REPORT_SLOW_CALLBACK:
      return _ ("The loop was held up for long, so asyncio reports it: %s");
    case JUG_REPORT_SHUTDOWN_ERROR:
      return _ ("A task failed while the end of the program cancelled it: %s");
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_report (JugNarrator *self)
{
  JugPhrase *message = jug_narrator_code (self, self->event->text);

  if (self->event->task != JUG_TASK_LOOP)
    return jug_narrator_say (self, get_task_report_template (self->event->detail),
                             jug_narrator_task (self, self->event->task), message);
  return jug_narrator_say (self, get_report_template (self->event->detail), message);
}
