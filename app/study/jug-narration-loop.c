/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loop itself does: iterations, waiting, timers. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

/* On the real clock every timer is a little late, which is not worth a word. */
#define LATE_NS G_GINT64_CONSTANT (10000000)

/* The one task whose step is all that is ready, or JUG_TASK_LOOP. */
static guint32
get_only_ready_task (JugNarrator *self)
{
  JugCursorReady ready;

  if (jug_cursor_get_n_ready (self->now) != 1)
    return JUG_TASK_LOOP;
  jug_cursor_get_ready (self->now, 0, &ready);
  return ready.task;
}

JugPhrase *
jug_narrator_tell_loop_start (JugNarrator *self)
{
  guint n_ready = jug_cursor_get_n_ready (self->now);
  guint32 task = get_only_ready_task (self);
  JugCursorReady ready;

  if (task != JUG_TASK_LOOP)
    return jug_narrator_say (self, _ ("The loop starts: %s is in its ready queue."),
                             jug_narrator_task (self, task));
  if (n_ready == 1 && jug_cursor_get_ready (self->now, 0, &ready) &&
      jug_narrator_get_string (self, ready.text))
    /* TRANSLATORS: %s is a function */
    return jug_narrator_say (self, _ ("The loop starts once more, for %s."),
                             jug_narrator_code (self, ready.text));
  if (n_ready == 0)
    return jug_phrase_plain (&self->workshop,
                             _ ("The loop starts with nothing in its ready queue."));
  return jug_narrator_say (
      self,
      g_dngettext (GETTEXT_PACKAGE,
                   "The loop starts with %s callback in its ready queue.",
                   "The loop starts with %s callbacks in its ready queue.", n_ready),
      jug_narrator_number (self, n_ready));
}

/* Nothing is left that could ever wake a task, and there are tasks to be woken. */
static gboolean
is_deadlock (JugNarrator *self)
{
  if (jug_cursor_get_n_ready (self->now) > 0 || jug_cursor_get_n_timers (self->now) > 0 ||
      jug_cursor_get_n_operations (self->now) > 0)
    return FALSE;
  for (guint32 task = 1; task <= jug_cursor_get_n_tasks (self->now); task++)
    if (jug_cursor_get_task (self->now, task)->status == JUG_STATUS_WAITING)
      return jug_cursor_get_task (self->now, 1)->status < JUG_STATUS_DONE;
  return FALSE;
}

/* The task for whose end the loop ran: it stops in the iteration after that. */
static guint32
find_awaited_end (JugNarrator *self)
{
  for (guint32 task = 1; task <= jug_cursor_get_n_tasks (self->now); task++)
    {
      guint32 life = jug_trace_get_task (self->trace, task)->parent;
      const JugCursorTask *now = jug_cursor_get_task (self->now, task);

      if (life == JUG_TASK_LOOP && now->status >= JUG_STATUS_DONE &&
          jug_narrator_get_event (self, now->status_event)->iteration + 1 ==
              self->event->iteration)
        return task;
    }
  return JUG_TASK_LOOP;
}

/* The callback before it stopped it: because of what? */
static JugPhrase *
tell_plain_stop (JugNarrator *self)
{
  const JugEvent *last =
      self->index < 2 ? NULL : jug_narrator_get_event (self, self->index - 2);
  const JugEvent *cause = NULL;

  if (last && last->kind == JUG_EVENT_CALLBACK_RUN)
    cause = jug_narrator_get_cause (self, jug_narrator_get_cause (self, last));
  if (cause && cause->kind == JUG_EVENT_CALLBACK_RUN &&
      jug_narrator_get_string (self, cause->text))
    /* TRANSLATORS: %s is a function of asyncio's */
    return jug_narrator_say (self, _ ("The loop stops, because %s has done its work."),
                             jug_narrator_code (self, cause->text));
  if (cause && cause->kind == JUG_EVENT_FUTURE_DONE)
    return jug_narrator_say (
        self, _ ("The loop stops, because all that %s has cancelled has ended."),
        jug_phrase_code (&self->workshop, "asyncio.run()"));
  return jug_phrase_plain (&self->workshop, _ ("The loop stops."));
}

JugPhrase *
jug_narrator_tell_loop_stop (JugNarrator *self)
{
  guint32 task;

  if (is_deadlock (self))
    return jug_phrase_plain (
        &self->workshop,
        _ ("The loop stops: every task waits, and nothing is left that could wake one."));
  task = find_awaited_end (self);
  if (task != JUG_TASK_LOOP)
    return jug_narrator_say (self, _ ("The loop stops, because %s has ended."),
                             jug_narrator_task (self, task));
  return tell_plain_stop (self);
}

JugPhrase *
jug_narrator_tell_iteration (JugNarrator *self)
{
  guint32 n_ready = self->event->value;
  guint32 task = get_only_ready_task (self);
  JugPhrase *number = jug_narrator_number (self, self->event->iteration);

  /* TRANSLATORS: %1$s is the number of the iteration */
  if (n_ready == 0)
    return jug_narrator_say (self, _ ("Turn %1$s of the loop begins: nothing is ready."),
                             number);
  if (n_ready == 1 && task != JUG_TASK_LOOP)
    return jug_narrator_say (self,
                             _ ("Turn %1$s of the loop begins: only %2$s is ready."),
                             number, jug_narrator_task (self, task));
  return jug_narrator_say (
      self,
      g_dngettext (GETTEXT_PACKAGE,
                   "Turn %1$s of the loop begins: %2$s callback is ready.",
                   "Turn %1$s of the loop begins: %2$s callbacks are ready.", n_ready),
      number, jug_narrator_number (self, n_ready));
}

/* No timer is armed: what it waits for is known only as far as it was asked for. */
static JugPhrase *
tell_poll_outside (JugNarrator *self)
{
  guint n_operations = jug_cursor_get_n_operations (self->now);
  JugCursorOperation operation = { 0 };

  if (n_operations == 0)
    return jug_phrase_plain (
        &self->workshop,
        _ ("The loop has nothing to run, so it waits for the outside world."));
  jug_cursor_get_operation (self->now, 0, &operation);
  if (n_operations == 1 && jug_narrator_get_string (self, operation.text))
    /* TRANSLATORS: %s is what was asked of it, such as a request */
    return jug_narrator_say (
        self, _ ("The loop has nothing to run, so it waits for the outside world: %s."),
        jug_narrator_code (self, operation.text));
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE,
          "The loop has nothing to run, so it waits for the outside world: %s answer "
          "is to come.",
          "The loop has nothing to run, so it waits for the outside world: %s "
          "answers are to come.",
          n_operations),
      jug_narrator_number (self, n_operations));
}

JugPhrase *
jug_narrator_tell_poll (JugNarrator *self)
{
  gint64 deadline = self->event->deadline_ns;
  gboolean is_outside = jug_cursor_get_n_operations (self->now) > 0;
  JugCursorTimer timer = { 0 };
  JugPhrase *time;

  if (deadline < 0)
    return tell_poll_outside (self);
  time = jug_narrator_time (self, deadline);
  if (is_outside)
    return jug_narrator_say (
        self,
        _ ("The loop has nothing to run, so it waits for the outside world, "
           "and for the next timer at %s."),
        time);
  if (jug_cursor_get_timer (self->now, 0, &timer) && timer.task != JUG_TASK_LOOP)
    return jug_narrator_say (self,
                             _ ("The loop has nothing to run, so it waits until the next "
                                "timer, that of %1$s, at %2$s."),
                             jug_narrator_task (self, timer.task), time);
  return jug_narrator_say (
      self, _ ("The loop has nothing to run, so it waits until the next timer at %s."),
      time);
}

JugPhrase *
jug_narrator_tell_run (JugNarrator *self)
{
  guint32 n_ready = self->event->value;
  guint32 task = get_only_ready_task (self);

  if (n_ready == 0)
    return jug_phrase_plain (&self->workshop,
                             _ ("Nothing is ready, so this turn is over."));
  if (n_ready == 1 && task != JUG_TASK_LOOP)
    return jug_narrator_say (self,
                             _ ("The loop runs what is ready now: %s. Whatever is added "
                                "meanwhile waits for the next "
                                "turn."),
                             jug_narrator_task (self, task));
  if (n_ready == 1)
    return jug_phrase_plain (
        &self->workshop,
        _ ("The loop runs the one callback that is ready now. Whatever is "
           "added meanwhile waits for the next turn."));
  /* TRANSLATORS: %s is at least 2 */
  return jug_narrator_say (
      self,
      g_dngettext (GETTEXT_PACKAGE,
                   "The loop runs the %s callback that is ready now. Whatever is added "
                   "meanwhile waits for the next turn.",
                   "The loop runs the %s callbacks that are ready now. Whatever is added "
                   "meanwhile waits for the next turn.",
                   n_ready),
      jug_narrator_number (self, n_ready));
}

JugPhrase *
jug_narrator_tell_shutdown (JugNarrator *self)
{
  guint32 n_left = self->event->value;

  if (n_left == 0)
    return jug_phrase_plain (
        &self->workshop, _ ("The program is coming to its end, and no task is left."));
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE,
          "The program is coming to its end, so %1$s cancels the %2$s task that is left.",
          "The program is coming to its end, so %1$s cancels the %2$s tasks that are "
          "left.",
          n_left),
      jug_phrase_code (&self->workshop, "asyncio.run()"),
      jug_narrator_number (self, n_left));
}

JugPhrase *
jug_narrator_tell_timer_arm (JugNarrator *self)
{
  guint32 task = self->event->task;
  JugPhrase *time = jug_narrator_time (self, self->event->deadline_ns);

  if (self->event->deadline_ns <= self->event->time_ns)
    return jug_phrase_plain (&self->workshop, _ ("A timer that is due at once is set."));
  if (task == JUG_TASK_LOOP)
    return jug_narrator_say (self, _ ("A timer that is due at %s is set."), time);
  if (self->event->detail == JUG_TIMER_CANCELS)
    return jug_narrator_say (
        self,
        _ ("A timeout begins: if its block is not over at %2$s, %1$s will be cancelled."),
        jug_narrator_task (self, task), time);
  return jug_narrator_say (self, _ ("A timer that is due at %2$s is set for %1$s."),
                           jug_narrator_task (self, task), time);
}

/* The event that armed the timer of this event. */
static const JugEvent *
find_arming (JugNarrator *self)
{
  const JugEvent *armed = jug_narrator_get_cause (self, self->event);
  JugCursor *before;
  JugCursorTimer timer;

  if (armed && armed->kind == JUG_EVENT_TIMER_ARM)
    return armed;
  if (self->index == 0)
    return NULL;
  before = jug_narrator_look_back (self, self->index - 1);
  for (guint i = 0; jug_cursor_get_timer (before, i, &timer); i++)
    if (timer.callback == self->event->object)
      return jug_narrator_get_event (self, timer.arm_event);
  return NULL;
}

/* Late, because the loop did not come to look for it. */
static JugPhrase *
tell_late_timer (JugNarrator *self, const JugEvent *armed, gint64 late_ns)
{
  guint32 arm_event = jug_event_get_cause (self->event);
  guint32 blocker = arm_event == JUG_NO_EVENT
                        ? JUG_TASK_LOOP
                        : jug_narrator_find_blocker (self, arm_event, self->index);
  JugPhrase *late = jug_narrator_time (self, late_ns);

  if (blocker != JUG_TASK_LOOP && armed->task != JUG_TASK_LOOP)
    return jug_narrator_say (self,
                             _ ("The timer of %1$s is due, %2$s late because %3$s "
                                "blocked the loop: its callback "
                                "goes to the ready queue."),
                             jug_narrator_task (self, armed->task), late,
                             jug_narrator_task (self, blocker));
  if (blocker != JUG_TASK_LOOP)
    return jug_narrator_say (self,
                             _ ("A timer is due, %1$s late because %2$s blocked the "
                                "loop: its callback goes to "
                                "the ready queue."),
                             late, jug_narrator_task (self, blocker));
  if (armed->task != JUG_TASK_LOOP)
    return jug_narrator_say (
        self,
        _ ("The timer of %1$s is due, %2$s late because the loop was busy: its callback "
           "goes to the ready queue."),
        jug_narrator_task (self, armed->task), late);
  return jug_narrator_say (
      self,
      _ ("A timer is due, %s late because the loop was busy: its callback goes to the "
         "ready queue."),
      late);
}

JugPhrase *
jug_narrator_tell_timer_fire (JugNarrator *self)
{
  const JugEvent *armed = find_arming (self);
  guint32 task = armed ? armed->task : self->event->task;

  self->is_unordered = self->event->detail == 1;
  if (armed && self->event->time_ns - armed->deadline_ns >= LATE_NS)
    return tell_late_timer (self, armed, self->event->time_ns - armed->deadline_ns);
  if (task != JUG_TASK_LOOP)
    return jug_narrator_say (
        self, _ ("The timer of %s is due: its callback goes to the ready queue."),
        jug_narrator_task (self, task));
  return jug_phrase_plain (&self->workshop,
                           _ ("A timer is due: its callback goes to the ready queue."));
}

JugPhrase *
jug_narrator_tell_timer_cancel (JugNarrator *self)
{
  const JugEvent *armed = find_arming (self);
  JugPhrase *time;

  if (!armed)
    return jug_phrase_plain (&self->workshop, _ ("A timer is cancelled."));
  time = jug_narrator_time (self, armed->deadline_ns);
  if (armed->task == JUG_TASK_LOOP)
    return jug_narrator_say (
        self, _ ("The timer that is due at %s is cancelled: nobody needs it any more."),
        time);
  return jug_narrator_say (
      self,
      _ ("The timer of %1$s that is due at %2$s is cancelled: nobody needs it any more."),
      jug_narrator_task (self, armed->task), time);
}
