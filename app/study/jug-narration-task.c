/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tasks do: they are created, wait, end, are cancelled. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

static JugPhrase *
say_plain (JugNarrator *self, const char *text)
{
  return jug_phrase_plain (&self->workshop, text);
}

/* Who waits for a task and for others too, and how far that is. */
static guint32
find_gatherer (JugNarrator *self, guint32 task, guint *n_gathered, guint *n_ended)
{
  for (guint32 other = 1; other <= jug_cursor_get_n_tasks (self->now); other++)
    {
      JugCursorFuture future;

      if (!jug_narrator_waits_for_all (self, other, &future) ||
          !jug_cursor_is_child (self->now, other, task))
        continue;
      *n_gathered = future.n_children;
      *n_ended = future.n_children_done;
      return other;
    }
  return JUG_TASK_LOOP;
}

/* How many tasks await a task itself, and the first of them. */
static guint
count_waiters (JugNarrator *self, guint32 task, guint32 *first)
{
  guint n_waiters = 0;

  for (guint32 other = jug_cursor_get_n_tasks (self->now); other > 0; other--)
    {
      const JugCursorTask *now = jug_cursor_get_task (self->now, other);

      if (now->status != JUG_STATUS_WAITING || now->wait_kind != JUG_WAIT_TASK ||
          now->object != task)
        continue;
      *first = other;
      n_waiters++;
    }
  return n_waiters;
}

JugPhrase *
jug_narrator_tell_create (JugNarrator *self)
{
  JugPhrase *task = jug_narrator_task (self, self->event->task);
  JugPhrase *parent;
  guint n_ready = jug_cursor_get_n_ready (self->now);
  JugPhase phase = jug_cursor_get_phase (self->now);

  if (self->event->object == JUG_TASK_LOOP &&
      (phase == JUG_PHASE_NOT_STARTED || phase == JUG_PHASE_STOPPED))
    return jug_narrator_say (self,
                             _ ("%1$s creates %2$s and puts it in the ready queue."),
                             jug_phrase_code (&self->workshop, "asyncio.run()"), task);
  parent = jug_narrator_actor (self, self->event->object);
  if (self->event->detail == 1)
    return jug_narrator_say (self,
                             _ ("%1$s creates %2$s, an eager task: it begins at once, "
                                "without the ready queue."),
                             parent, task);
  if (n_ready == 0)
    return jug_narrator_say (
        self, _ ("%1$s creates %2$s, puts it in the ready queue, and goes on."), parent,
        task);
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE,
          "%1$s creates %2$s, puts it in the ready queue behind %3$s other, and goes on.",
          "%1$s creates %2$s, puts it in the ready queue behind %3$s others, and goes "
          "on.",
          n_ready),
      parent, task, jug_narrator_number (self, n_ready));
}

/* The deadline of the timer that a task has just set for itself, or -1. */
static gint64
find_own_deadline (JugNarrator *self, guint32 task)
{
  for (guint32 i = self->index; i-- > 0 && self->index - i < 8;)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == JUG_EVENT_TIMER_ARM && event->task == task)
        return event->deadline_ns;
    }
  return -1;
}

static JugPhrase *
tell_sleep (JugNarrator *self, JugPhrase *task, const JugCursorTask *now)
{
  gint64 duration = jug_narrator_parse_seconds (self, now->text);
  gint64 deadline = find_own_deadline (self, self->event->task);

  if (duration < 0)
    return jug_narrator_say (self, _ ("%s sleeps: it waits for its timer."), task);
  if (deadline < 0)
    return jug_narrator_say (self, _ ("%1$s sleeps for %2$s: it waits for its timer."),
                             task, jug_narrator_time (self, duration));
  return jug_narrator_say (
      self, _ ("%1$s sleeps for %2$s: it waits for its timer, which is due at %3$s."),
      task, jug_narrator_time (self, duration), jug_narrator_time (self, deadline));
}

static JugPhrase *
tell_gather (JugNarrator *self, JugPhrase *task, const JugCursorTask *now)
{
  const char *text = jug_narrator_get_string (self, now->text);
  guint64 n = text ? g_ascii_strtoull (text, NULL, 10) : 0;
  JugCursorFuture future = { 0 };

  jug_cursor_get_future (self->now, now->object, &future);
  if (future.n_children > 0)
    /* TRANSLATORS: gather() is asyncio's; %2$s of the %3$s tasks that it waits for have
     * ended */
    return jug_narrator_say (self, _ ("%1$s waits for gather: %2$s of %3$s done."), task,
                             jug_narrator_number (self, future.n_children_done),
                             jug_narrator_number (self, future.n_children));
  return jug_narrator_say (
      self,
      g_dngettext (GETTEXT_PACKAGE, "%1$s waits for gather, until %2$s task is done.",
                   "%1$s waits for gather, until all %2$s are done.", (gulong) n),
      task, jug_narrator_number (self, n));
}

static JugPhrase *
tell_lock (JugNarrator *self, JugPhrase *task, const JugCursorTask *now)
{
  JugPhrase *sync;
  JugCursorFuture future = { 0 };
  JugCursorSync lock = { 0 };
  guint32 first;
  guint n_waiters;

  jug_cursor_get_future (self->now, now->object, &future);
  jug_cursor_find_sync (self->now, future.sync, &lock);
  sync = jug_narrator_lock (self, future.sync);
  n_waiters = jug_narrator_count_line (self, future.sync, &first);
  if (lock.holder == JUG_TASK_LOOP)
    return jug_narrator_say (self, _ ("%1$s waits for %2$s."), task, sync);
  if (n_waiters < 2)
    return jug_narrator_say (self, _ ("%1$s waits for %2$s, which %3$s holds."), task,
                             sync, jug_narrator_task (self, lock.holder));
  return jug_narrator_say (
      self,
      g_dngettext (
          GETTEXT_PACKAGE, "%1$s waits for %2$s, which %3$s holds, behind %4$s other.",
          "%1$s waits for %2$s, which %3$s holds, behind %4$s others.", n_waiters - 1),
      task, sync, jug_narrator_task (self, lock.holder),
      jug_narrator_number (self, n_waiters - 1));
}

/* A wait for something shared that only needs to be named. */
static JugPhrase *
tell_sync (JugNarrator *self,
           const char *format,
           JugPhrase *task,
           const JugCursorTask *now)
{
  JugCursorFuture future = { 0 };

  jug_cursor_get_future (self->now, now->object, &future);
  return jug_narrator_say (self, format, task, jug_narrator_sync (self, future.sync));
}

static JugPhrase *
tell_outside (JugNarrator *self,
              const char *named,
              const char *unnamed,
              JugPhrase *task,
              const JugCursorTask *now)
{
  if (!jug_narrator_get_string (self, now->text))
    return jug_narrator_say (self, unnamed, task);
  return jug_narrator_say (self, named, task, jug_narrator_code (self, now->text));
}

static JugPhrase *
tell_asyncio_wait (JugNarrator *self, JugPhrase *task, const JugCursorTask *now)
{
  const char *when = jug_narrator_get_string (self, now->text);

  if (g_strcmp0 (when, "FIRST_COMPLETED") == 0)
    return jug_narrator_say (self, _ ("%s waits until one of its tasks has ended."),
                             task);
  if (g_strcmp0 (when, "FIRST_EXCEPTION") == 0)
    return jug_narrator_say (
        self, _ ("%s waits until one of its tasks fails or all have ended."), task);
  if (g_strcmp0 (when, "ALL_COMPLETED") == 0)
    return jug_narrator_say (self, _ ("%s waits until all of its tasks have ended."),
                             task);
  return jug_narrator_say (self, _ ("%s waits until what it has cancelled has ended."),
                           task);
}

static JugPhrase *
tell_shield (JugNarrator *self, JugPhrase *task)
{
  g_autoptr (GArray) shielded = g_array_new (FALSE, FALSE, sizeof (guint32));

  jug_cursor_list_awaited (self->now, self->event->task, shielded);
  if (shielded->len == 0)
    return jug_narrator_say (
        self, _ ("%s waits for what it has shielded from being cancelled."), task);
  return jug_narrator_say (
      self,
      _ ("%1$s waits for %2$s, which is shielded: it goes on even if this wait is "
         "cancelled."),
      task, jug_narrator_task (self, g_array_index (shielded, guint32, 0)));
}

static JugPhrase *
tell_wait_for_future (JugNarrator *self, JugPhrase *task, const JugCursorTask *now)
{
  switch (now->purpose)
    {
    case JUG_PURPOSE_PLAIN:
      return tell_outside (
          self, _ ("%1$s waits for the future %2$s, which has no result yet."),
          _ ("%s waits for a future that has no result yet."), task, now);
    case JUG_PURPOSE_SLEEP:
      return tell_sleep (self, task, now);
    case JUG_PURPOSE_GATHER:
      return tell_gather (self, task, now);
    case JUG_PURPOSE_WAIT:
      return tell_asyncio_wait (self, task, now);
    case JUG_PURPOSE_AS_COMPLETED:
      return jug_narrator_say (self, _ ("%s waits for whichever of its tasks ends next."),
                               task);
    case JUG_PURPOSE_SHIELD:
      return tell_shield (self, task);
    case JUG_PURPOSE_TASK_GROUP:
      return jug_narrator_say (self,
                               _ ("%s is at the end of its task group and waits until "
                                  "all tasks in it have ended."),
                               task);
    case JUG_PURPOSE_LOCK:
      return tell_lock (self, task, now);
    case JUG_PURPOSE_EVENT:
      return tell_sync (self, _ ("%1$s waits until %2$s is set."), task, now);
    case JUG_PURPOSE_CONDITION:
      return tell_sync (self, _ ("%1$s waits until somebody notifies %2$s."), task, now);
    case JUG_PURPOSE_SEMAPHORE:
      return tell_sync (self, _ ("%1$s waits for a permit of %2$s: none is free."), task,
                        now);
    case JUG_PURPOSE_BARRIER:
      return tell_sync (self, _ ("%1$s waits at %2$s until enough others have come."),
                        task, now);
    case JUG_PURPOSE_QUEUE_GET:
      return tell_sync (self, _ ("%1$s waits for an item: %2$s is empty."), task, now);
    case JUG_PURPOSE_QUEUE_PUT:
      return tell_sync (self, _ ("%1$s waits for room: %2$s is full."), task, now);
    case JUG_PURPOSE_QUEUE_JOIN:
      return tell_sync (self, _ ("%1$s waits until every item of %2$s is dealt with."),
                        task, now);
    case JUG_PURPOSE_IO:
      return tell_outside (self, _ ("%1$s waits for the outside world: %2$s."),
                           _ ("%s waits for the outside world."), task, now);
    case JUG_PURPOSE_EXECUTOR:
      return tell_outside (self, _ ("%1$s waits for a thread that runs %2$s."),
                           _ ("%s waits for a thread that works for it."), task, now);
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_wait (JugNarrator *self)
{
  const JugCursorTask *now = jug_cursor_get_task (self->now, self->event->task);
  JugPhrase *task = jug_narrator_task (self, self->event->task);

  switch ((JugWaitKind) self->event->detail)
    {
    case JUG_WAIT_YIELD:
      return jug_narrator_say (
          self, _ ("%s lets the others go first: it goes to the end of the ready queue."),
          task);
    case JUG_WAIT_TASK:
      if (self->event->object == self->event->task)
        return jug_narrator_say (self, _ ("%s waits for itself, which cannot be."), task);
      return jug_narrator_say (self, _ ("%1$s waits until %2$s is done."), task,
                               jug_narrator_task (self, self->event->object));
    case JUG_WAIT_FUTURE:
      return tell_wait_for_future (self, task, now);
    }
  g_assert_not_reached ();
}

/* What the end of a task means for those that wait for it; NULL if nobody does. */
static JugPhrase *
tell_those_who_wait (JugNarrator *self)
{
  guint32 task = self->event->task, waiter = JUG_TASK_LOOP;
  guint n_waiters = count_waiters (self, task, &waiter);
  guint n_gathered = 0, n_ended = 0;

  if (n_waiters == 1 && self->event->detail != JUG_OUTCOME_EXCEPTION)
    /* TRANSLATORS: "it" is a task that has just ended */
    return jug_narrator_say (self,
                             _ ("%s, which waited for it, goes to the ready queue."),
                             jug_narrator_task (self, waiter));
  if (n_waiters == 1)
    return jug_narrator_say (
        self, _ ("%s waits for it, and the exception will be raised there."),
        jug_narrator_task (self, waiter));
  if (n_waiters > 1)
    return jug_narrator_say (
        self,
        g_dngettext (GETTEXT_PACKAGE,
                     "%s task that waited for it goes to the ready queue.",
                     "%s tasks that waited for it go to the ready queue.", n_waiters),
        jug_narrator_number (self, n_waiters));
  waiter = find_gatherer (self, task, &n_gathered, &n_ended);
  if (waiter == JUG_TASK_LOOP)
    return NULL;
  if (n_ended == n_gathered)
    return jug_narrator_say (
        self, _ ("With that, all %1$s that %2$s waits for have ended."),
        jug_narrator_number (self, n_gathered), jug_narrator_task (self, waiter));
  return jug_narrator_say (
      self,
      g_dngettext (GETTEXT_PACKAGE, "Of the %1$s that %2$s waits for, %3$s has ended.",
                   "Of the %1$s that %2$s waits for, %3$s have ended.", n_ended),
      jug_narrator_number (self, n_gathered), jug_narrator_task (self, waiter),
      jug_narrator_number (self, n_ended));
}

/* Not a line of its body has run: CancelledError came with its first step. */
static gboolean
has_never_begun (JugNarrator *self, const JugCursorTask *now)
{
  const JugEvent *step = jug_narrator_get_event (self, now->step_event);

  return step && now->n_steps == 1 && step->text != 0;
}

static JugPhrase *
tell_end (JugNarrator *self)
{
  const JugCursorTask *now = jug_cursor_get_task (self->now, self->event->task);
  JugPhrase *task = jug_narrator_task (self, self->event->task);
  const char *text = jug_narrator_get_string (self, self->event->text);

  switch ((JugOutcome) self->event->detail)
    {
    case JUG_OUTCOME_RESULT:
      if (!text || g_str_equal (text, "None"))
        return jug_narrator_say (self, _ ("%s is done."), task);
      return jug_narrator_say (self, _ ("%1$s is done and returns %2$s."), task,
                               jug_narrator_code (self, self->event->text));
    case JUG_OUTCOME_EXCEPTION:
      return jug_narrator_say (self, _ ("%1$s fails with %2$s."), task,
                               jug_narrator_exception (self));
    case JUG_OUTCOME_CANCELLED:
      if (has_never_begun (self, now))
        return jug_narrator_say (
            self, _ ("%s ends cancelled, without having run a line of its own."), task);
      return jug_narrator_say (self, _ ("%s ends cancelled."), task);
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_done (JugNarrator *self)
{
  JugPhrase *end = tell_end (self);
  JugPhrase *others = tell_those_who_wait (self);

  return others ? jug_narrator_both (self, end, others) : end;
}

static JugPhrase *
tell_canceller (JugNarrator *self)
{
  guint32 task = self->event->task, by = self->event->object;

  if (by == JUG_TASK_LOOP)
    /* TRANSLATORS: %2$s is a clause such as "its time has run out" */
    return jug_narrator_say (self, _ ("%1$s is cancelled: %2$s."),
                             jug_narrator_task (self, task),
                             jug_narrator_explain_cancel (self, self->index));
  if (by == task)
    return jug_narrator_say (self, _ ("%s cancels itself."),
                             jug_narrator_task (self, task));
  return jug_narrator_say (self, _ ("%1$s cancels %2$s."), jug_narrator_task (self, by),
                           jug_narrator_task (self, task));
}

/* What comes of it; cancel() is only a request. */
static JugPhrase *
tell_consequence (JugNarrator *self, const JugCursorTask *before)
{
  JugPhrase *error = jug_phrase_code (&self->workshop, "CancelledError");

  switch (before->status)
    {
    case JUG_STATUS_ABSENT:
    case JUG_STATUS_DONE:
    case JUG_STATUS_FAILED:
    case JUG_STATUS_CANCELLED:
      /* TRANSLATORS: these sentences follow one such as "main cancels soup."; "it" is
       * soup */
      return say_plain (self, _ ("It has ended already, so nothing comes of it."));
    case JUG_STATUS_CREATED:
      return say_plain (self, _ ("It has not begun, and not one of its lines will run."));
    case JUG_STATUS_RUNNING:
      return jug_narrator_say (
          self, _ ("It runs on, and the next await raises %s in it."), error);
    case JUG_STATUS_READY:
      return jug_narrator_say (
          self, _ ("It is ready: when its turn comes, its await raises %s."), error);
    case JUG_STATUS_WAITING:
      if (before->wait_kind == JUG_WAIT_TASK)
        return jug_narrator_say (self,
                                 _ ("It waits for %1$s, so that one is cancelled, too."),
                                 jug_narrator_task (self, before->object));
      return jug_narrator_say (
          self, _ ("It waits no longer: when its turn comes, its await raises %s."),
          error);
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_cancel (JugNarrator *self)
{
  JugPhrase *who = tell_canceller (self);
  guint32 before = self->index > 0 ? self->index - 1 : JUG_NO_EVENT;
  JugCursor *then = jug_narrator_look_back (self, before);

  return jug_narrator_both (
      self, who, tell_consequence (self, jug_cursor_get_task (then, self->event->task)));
}
