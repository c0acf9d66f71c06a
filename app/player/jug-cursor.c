/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the loop and of everything in it after any one event of a trace. */
#include "jug-cursor-private.h"

static void
forget_answers (JugCursor *self)
{
  g_clear_pointer (&self->timers, g_array_unref);
  g_clear_pointer (&self->waiters, g_array_unref);
  self->is_swept = FALSE;
}

JugCursor *
jug_cursor_new (JugTrace *trace)
{
  JugCursor *self;

  g_return_val_if_fail (trace != NULL, NULL);

  self = g_new0 (JugCursor, 1);
  self->history = jug_history_new (trace);
  self->trace = trace;
  jug_moment_init (&self->moment);
  return self;
}

JugCursor *
jug_cursor_copy (JugCursor *self)
{
  JugCursor *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (JugCursor, 1);
  copy->history = jug_history_ref (self->history);
  copy->trace = self->trace;
  jug_moment_init (&copy->moment);
  jug_moment_copy (&copy->moment, &self->moment);
  return copy;
}

void
jug_cursor_free (JugCursor *self)
{
  g_return_if_fail (self != NULL);

  forget_answers (self);
  jug_moment_clear (&self->moment);
  g_clear_pointer (&self->history, jug_history_unref);
  g_free (self);
}

JugTrace *
jug_cursor_get_trace (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trace;
}

void
jug_cursor_seek (JugCursor *self, guint32 index)
{
  guint32 n_events;
  const JugMoment *keyframe;

  g_return_if_fail (self != NULL);

  n_events = jug_trace_get_n_events (self->trace);
  if (index != JUG_NO_EVENT && index >= n_events)
    index = n_events - 1; /* JUG_NO_EVENT of an empty trace */
  if (index == self->moment.index)
    return;

  forget_answers (self);
  jug_history_read (self->history, index + 1);
  keyframe = jug_history_find_keyframe (self->history, index);
  /* One more than an index counts the events, and is 0 before the first. */
  if (self->moment.index + 1 > index + 1 || self->moment.index + 1 < keyframe->index + 1)
    jug_moment_copy (&self->moment, keyframe);
  while (self->moment.index != index)
    jug_moment_apply (&self->moment, jug_cursor_get_facts (self), self->moment.index + 1);
}

guint32
jug_cursor_get_index (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  return self->moment.index;
}

gboolean
jug_cursor_prepare (JugCursor *self, guint max_events)
{
  guint32 n_events, n_read;

  g_return_val_if_fail (self != NULL, FALSE);

  n_events = jug_trace_get_n_events (self->trace);
  n_read = jug_cursor_get_facts (self)->n_events;
  n_read += MIN (max_events, n_events - n_read);
  jug_history_read (self->history, n_read);
  return n_read < n_events;
}

gint64
jug_cursor_get_time (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.time_ns;
}

guint32
jug_cursor_get_iteration (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.iteration;
}

JugPhase
jug_cursor_get_phase (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, JUG_PHASE_NOT_STARTED);

  return self->moment.phase;
}

gint64
jug_cursor_get_idle_deadline (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.idle_deadline_ns;
}

guint32
jug_cursor_get_running_task (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, JUG_TASK_LOOP);

  return self->moment.running_task;
}

guint32
jug_cursor_get_running_callback (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.running_callback;
}

guint32
jug_cursor_get_exit_event (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  return self->moment.exit_event;
}

guint32
jug_cursor_get_n_tasks (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.tasks.n_tasks;
}

const JugCursorTask *
jug_cursor_get_task (JugCursor *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, NULL);

  return jug_task_pages_get (&self->moment.tasks, task);
}

/* The first child of what a task waits for: there may be none, or it may come later. */
static const JugFactChild *
find_first_child (JugCursor *self, const JugCursorTask *task)
{
  const JugFacts *facts;
  gint64 place;

  if ((task->status != JUG_STATUS_WAITING && task->status != JUG_STATUS_READY) ||
      task->wait_kind != JUG_WAIT_FUTURE || task->wait_event == JUG_NO_EVENT)
    return NULL;
  facts = jug_cursor_get_facts (self);
  place = jug_facts_find_future (facts, task->object, self->moment.index);
  if (place < 0)
    return NULL;
  return jug_facts_get_first_child (facts, jug_facts_get_future (facts, place));
}

/* The event of @child, and with it the next child; NULL if there is none by now. */
static const JugEvent *
take_child (JugCursor *self, const JugFactChild **child)
{
  const JugEvent *event;

  if (*child == NULL || !jug_cursor_is_past (self, (*child)->event))
    return NULL;
  event = jug_cursor_get_event (self, (*child)->event);
  *child = jug_facts_get_next_child (jug_cursor_get_facts (self), *child);
  return event;
}

void
jug_cursor_list_awaited (JugCursor *self, guint32 task, GArray *tasks)
{
  const JugCursorTask *waiting;
  const JugFactChild *child;
  const JugEvent *event;

  g_return_if_fail (self != NULL);
  g_return_if_fail (tasks != NULL);

  waiting = jug_cursor_get_task (self, task);
  if (waiting->wait_kind == JUG_WAIT_TASK &&
      (waiting->status == JUG_STATUS_WAITING || waiting->status == JUG_STATUS_READY))
    g_array_append_val (tasks, waiting->object);
  child = find_first_child (self, waiting);
  while ((event = take_child (self, &child)))
    if (event->task != JUG_TASK_LOOP)
      g_array_append_val (tasks, event->task);
}

gboolean
jug_cursor_is_child (JugCursor *self, guint32 task, guint32 child_task)
{
  const JugFactChild *child;
  const JugEvent *event;

  g_return_val_if_fail (self != NULL, FALSE);

  child = find_first_child (self, jug_cursor_get_task (self, task));
  while ((event = take_child (self, &child)))
    if (event->task == child_task)
      return TRUE;
  return FALSE;
}

/* Whether the task or future that @event names is done. */
static gboolean
is_child_done (JugCursor *self, const JugEvent *event)
{
  const JugFacts *facts = jug_cursor_get_facts (self);
  gint64 place;

  if (event->task != JUG_TASK_LOOP)
    return jug_cursor_get_task (self, event->task)->status >= JUG_STATUS_DONE;
  place = jug_facts_find_future (facts, event->value, self->moment.index);
  return place >= 0 &&
         jug_cursor_is_past (self, jug_facts_get_future (facts, place)->done_event);
}

gboolean
jug_cursor_get_future (JugCursor *self, guint32 object, JugCursorFuture *future)
{
  const JugFactFuture *fact;
  const JugFactChild *child;
  const JugEvent *created, *event;
  gint64 place = -1;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (future != NULL, FALSE);

  if (self->moment.index != JUG_NO_EVENT)
    place =
        jug_facts_find_future (jug_cursor_get_facts (self), object, self->moment.index);
  if (place < 0)
    return FALSE;
  fact = jug_facts_get_future (jug_cursor_get_facts (self), place);
  created = jug_cursor_get_event (self, fact->create_event);
  *future = (JugCursorFuture){ .purpose = created->detail,
                               .text = created->text,
                               .sync = created->detail == JUG_PURPOSE_AS_COMPLETED
                                           ? 0
                                           : created->extra,
                               .create_event = fact->create_event,
                               .done_event = JUG_NO_EVENT };
  if (jug_cursor_is_past (self, fact->done_event))
    {
      future->is_done = TRUE;
      future->done_event = fact->done_event;
      future->outcome = jug_cursor_get_event (self, fact->done_event)->detail;
    }
  else if (jug_cursor_is_past (self, fact->wait_event))
    future->waiter = fact->waiter;
  child = jug_facts_get_first_child (jug_cursor_get_facts (self), fact);
  while ((event = take_child (self, &child)))
    {
      future->n_children++;
      if (is_child_done (self, event))
        future->n_children_done++;
    }
  return TRUE;
}

guint
jug_cursor_get_n_output (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.n_output;
}

gboolean
jug_cursor_get_output (JugCursor *self, guint position, JugCursorOutput *output)
{
  const JugEvent *event;
  guint32 index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (output != NULL, FALSE);

  if (position >= self->moment.n_output)
    return FALSE;
  index = g_array_index (jug_cursor_get_facts (self)->output, guint32, position);
  event = jug_cursor_get_event (self, index);
  *output = (JugCursorOutput){
    .event = index,
    .time_ns = event->time_ns,
    .task = event->task,
    .text = event->text,
    .stream = (JugStream) event->detail,
  };
  return TRUE;
}

guint32
jug_cursor_find_frames (JugCursor *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  if (self->moment.index == JUG_NO_EVENT)
    return JUG_NO_EVENT;
  return jug_details_find_frames (&jug_cursor_get_facts (self)->details, task,
                                  self->moment.index);
}

guint32
jug_cursor_find_locals (JugCursor *self, guint32 task, guint32 frame)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  if (self->moment.index == JUG_NO_EVENT || frame == G_MAXUINT32)
    return JUG_NO_EVENT;
  return jug_details_find_locals (&jug_cursor_get_facts (self)->details, task, frame,
                                  self->moment.index);
}
