/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a task runs now: what made it ready, who was ahead of it, and for how long. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

/* Below this nobody would call it waiting. */
#define NOTEWORTHY_NS G_GINT64_CONSTANT (1000000)

/* How it stood in the ready queue. */
typedef struct
{
  guint n_ahead;
  guint32 only_task; /* if it was one step that was ahead of it, whose */
  gint64 ready_ns;   /* for how long it was ready */
  guint32 blocker;   /* who blocked the loop meanwhile, or JUG_TASK_LOOP */
} Turn;

static Turn
get_turn (JugNarrator *self, guint32 queue_event)
{
  const JugEvent *queued = jug_narrator_get_event (self, queue_event);
  Turn turn = { 0 };

  if (!queued)
    return turn;
  turn.n_ahead = jug_narrator_count_ahead (jug_narrator_look_back (self, queue_event),
                                           &turn.only_task);
  turn.ready_ns = self->event->time_ns - queued->time_ns;
  if (turn.ready_ns >= NOTEWORTHY_NS)
    turn.blocker = jug_narrator_find_blocker (self, queue_event, self->index);
  return turn;
}

/* The sentence, and a second one if it had to wait long for its turn. */
static JugPhrase *
add_delay (JugNarrator *self, JugPhrase *sentence, const Turn *turn)
{
  JugPhrase *delay;

  if (turn->ready_ns < NOTEWORTHY_NS)
    return sentence;
  delay = jug_narrator_time (self, turn->ready_ns);
  if (turn->blocker != JUG_TASK_LOOP)
    /* TRANSLATORS: "It" is the task that now runs; %2$s another one */
    delay =
        jug_narrator_say (self, _ ("It was ready for %1$s, while %2$s blocked the loop."),
                          delay, jug_narrator_task (self, turn->blocker));
  else
    /* TRANSLATORS: "It" is the task that now runs */
    delay =
        jug_narrator_say (self, _ ("It was ready for %s before its turn came."), delay);
  return jug_narrator_both (self, sentence, delay);
}

/* Who puts a new task into the queue: a task, or what starts the program. */
static JugPhrase *
get_creator (JugNarrator *self, const JugEvent *create, guint32 index)
{
  JugPhase phase;

  if (create->object != JUG_TASK_LOOP)
    return jug_narrator_task (self, create->object);
  phase = jug_cursor_get_phase (jug_narrator_look_back (self, index));
  if (phase == JUG_PHASE_NOT_STARTED || phase == JUG_PHASE_STOPPED)
    return jug_phrase_code (&self->workshop, "asyncio.run()");
  /* TRANSLATORS: who created a task, within a sentence: code that runs outside any
   * task */
  return jug_phrase_plain (&self->workshop, _ ("a callback"));
}

static JugPhrase *
tell_first_step (JugNarrator *self, guint32 create_event, const Turn *turn)
{
  const JugEvent *create = jug_narrator_get_event (self, create_event);
  JugPhrase *task = jug_narrator_task (self, self->event->task);
  JugPhrase *creator = get_creator (self, create, create_event);

  if (create->detail == 1)
    return jug_narrator_say (
        self, _ ("%1$s begins at once, inside the step of %2$s: it is an eager task."),
        task, creator);
  if (turn->n_ahead == 0)
    return jug_narrator_say (
        self,
        _ ("%1$s begins: %2$s put it in the ready queue, and nobody was ahead of it."),
        task, creator);
  if (turn->only_task != JUG_TASK_LOOP)
    return jug_narrator_say (
        self,
        _ ("%1$s begins: %2$s put it in the ready queue, and only %3$s was ahead of it."),
        task, creator, jug_narrator_task (self, turn->only_task));
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE,
          "%1$s begins: %2$s put it in the ready queue, and %3$s other was ahead of it.",
          "%1$s begins: %2$s put it in the ready queue, and %3$s others were ahead of "
          "it.",
          turn->n_ahead),
      task, creator, jug_narrator_number (self, turn->n_ahead));
}

static JugPhrase *
tell_step_after_yield (JugNarrator *self, const Turn *turn)
{
  JugPhrase *task = jug_narrator_task (self, self->event->task);

  if (turn->n_ahead == 0)
    return jug_narrator_say (
        self, _ ("%s goes on: it let the others go first, but nobody else was ready."),
        task);
  if (turn->only_task != JUG_TASK_LOOP)
    return jug_narrator_say (
        self,
        _ ("%1$s goes on: it let the others go first, and only %2$s was ahead of it."),
        task, jug_narrator_task (self, turn->only_task));
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE,
          "%1$s goes on: it let the others go first, and %2$s other was ahead of it.",
          "%1$s goes on: it let the others go first, and %2$s others were ahead of it.",
          turn->n_ahead),
      task, jug_narrator_number (self, turn->n_ahead));
}

static JugPhrase *
tell_step_after_wait (JugNarrator *self, guint32 queue_event, const Turn *turn)
{
  JugPhrase *task = jug_narrator_task (self, self->event->task);
  JugPhrase *reason = jug_narrator_explain_wake (self, queue_event, self->event->task);

  /* TRANSLATORS: %2$s is a clause such as "its 2 s timer fired" */
  if (turn->n_ahead == 0)
    return jug_narrator_say (
        self,
        _ ("%1$s runs: %2$s, so the loop put it in the ready queue, and "
           "nobody was ahead of it."),
        task, reason);
  if (turn->only_task != JUG_TASK_LOOP)
    return jug_narrator_say (
        self,
        _ ("%1$s runs: %2$s, so the loop put it in the ready queue, and "
           "only %3$s was ahead of it."),
        task, reason, jug_narrator_task (self, turn->only_task));
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE,
          "%1$s runs: %2$s, so the loop put it in the ready queue, and %3$s other was "
          "ahead of it.",
          "%1$s runs: %2$s, so the loop put it in the ready queue, and %3$s others were "
          "ahead of it.",
          turn->n_ahead),
      task, reason, jug_narrator_number (self, turn->n_ahead));
}

/* An exception comes out of its await, or in before its first line. */
static JugPhrase *
tell_throw (JugNarrator *self, guint32 queue_event)
{
  guint32 number = self->event->task;
  const JugCursorTask *before =
      jug_cursor_get_task (jug_narrator_look_back (self, self->index - 1), number);
  gboolean was_created = before->status == JUG_STATUS_CREATED;
  guint32 cancel_event = before->cancel_event;
  JugPhrase *exception = jug_narrator_code (self, self->event->text);
  JugPhrase *reason = cancel_event != JUG_NO_EVENT
                          ? jug_narrator_explain_cancel (self, cancel_event)
                          : jug_narrator_explain_wake (self, queue_event, number);

  if (was_created)
    /* TRANSLATORS: %2$s is an exception, %3$s a clause such as "main has cancelled it" */
    return jug_narrator_say (
        self, _ ("%1$s ends before its first line: %3$s, and %2$s is thrown in."),
        jug_narrator_task (self, number), exception, reason);
  /* TRANSLATORS: %2$s is an exception, %3$s a clause such as "main has cancelled it" */
  return jug_narrator_say (self, _ ("%1$s runs, and its await raises %2$s: %3$s."),
                           jug_narrator_task (self, number), exception, reason);
}

/* Timers of the same deadline woke this task and others. */
static gboolean
is_after_tie (JugNarrator *self, guint32 queue_event)
{
  const JugEvent *fired = jug_narrator_get_event (
      self, jug_narrator_find_cause (self, queue_event, JUG_EVENT_TIMER_FIRE));

  return fired && fired->detail == 1;
}

JugPhrase *
jug_narrator_tell_step (JugNarrator *self)
{
  guint32 queue_event = jug_event_get_cause (self->event);
  const JugEvent *queued = jug_narrator_get_event (self, queue_event);
  const JugEvent *cause = jug_narrator_get_cause (self, queued);
  JugPhrase *sentence;
  Turn turn = { 0 };

  if (queued && queued->kind == JUG_EVENT_TASK_CREATE) /* an eager one */
    return tell_first_step (self, queue_event, &turn);

  self->is_unordered = is_after_tie (self, queue_event);
  turn = get_turn (self, queue_event);
  if (self->event->text != 0 && self->index > 0)
    sentence = tell_throw (self, queue_event);
  else if (cause && cause->kind == JUG_EVENT_TASK_CREATE)
    sentence = tell_first_step (self, jug_event_get_cause (queued), &turn);
  else if (cause && cause->kind == JUG_EVENT_WAIT && cause->detail == JUG_WAIT_YIELD)
    sentence = tell_step_after_yield (self, &turn);
  else
    sentence = tell_step_after_wait (self, queue_event, &turn);
  return add_delay (self, sentence, &turn);
}
