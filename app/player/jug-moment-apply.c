/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of event changes the state. */
#include "jug-moment-private.h"

enum
{
  POP_PATIENCE = 64
}; /* how far to look for a callback that should have been first */

static gboolean
is_cancelled (JugMoment *self, const JugFacts *facts, guint32 place)
{
  return jug_facts_get_queued (facts, place)->cancel_event <= self->index;
}

/* Takes a callback out of the ready queue, and those before it that were passed over. */
static void
pop_callback (JugMoment *self, const JugFacts *facts, guint32 callback)
{
  guint32 end;

  if (callback == 0)
    return;
  while (self->queue_head < self->queue_tail &&
         is_cancelled (self, facts, self->queue_head))
    self->queue_head++;
  end = self->queue_head + MIN (POP_PATIENCE, self->queue_tail - self->queue_head);
  for (guint32 place = self->queue_head; place < end; place++)
    {
      guint32 event = jug_facts_get_queued (facts, place)->queue_event;

      if (jug_trace_get_event (facts->trace, event)->object == callback)
        {
          self->queue_head = place + 1;
          return;
        }
    }
}

/* Cancelled callbacks leave the queue without a word. */
static void
finish_batch (JugMoment *self, const JugFacts *facts)
{
  while (self->queue_head < self->batch_end &&
         is_cancelled (self, facts, self->queue_head))
    self->queue_head++;
  self->batch_end = self->queue_head;
}

static void
queue_callback (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  JugCursorTask *task;

  if (!jug_facts_is_queued_before (facts, event))
    self->queue_tail++;
  if (event->task == JUG_TASK_LOOP)
    return;
  task = jug_task_pages_edit (&self->tasks, event->task);
  if (!task || task->status >= JUG_STATUS_DONE)
    return;
  task->ready_event = self->index;
  if (task->status == JUG_STATUS_WAITING)
    {
      task->status = JUG_STATUS_READY;
      task->status_event = self->index;
    }
}

static void
create_task (JugMoment *self, const JugEvent *event)
{
  JugCursorTask *task;

  if (event->task != self->tasks.n_tasks + 1)
    return;
  task = jug_task_pages_append (&self->tasks);
  task->status = JUG_STATUS_CREATED;
  task->status_event = self->index;
}

/* Inside the step of another task, the step is an eager one. */
static void
begin_step (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  pop_callback (self, facts, event->object);
  if (event->object != 0)
    self->running_callback = event->object;
  if (!task || event->task == JUG_TASK_LOOP || event->task == self->running_task)
    return;
  task->outer = self->running_task;
  task->status = JUG_STATUS_RUNNING;
  task->status_event = task->step_event = self->index;
  task->ready_event = task->cancel_event = JUG_NO_EVENT;
  task->n_steps++;
  task->wait_kind = JUG_WAIT_YIELD;
  task->purpose = JUG_PURPOSE_PLAIN;
  task->object = task->text = 0;
  task->wait_event = JUG_NO_EVENT;
  self->running_task = event->task;
}

static void
end_step (JugMoment *self, guint32 number, JugCursorTask *task)
{
  if (self->running_task != number)
    return;
  self->running_task = task->outer;
  task->outer = JUG_TASK_LOOP;
  if (self->running_task == JUG_TASK_LOOP)
    self->running_callback = 0;
}

static void
wait_task (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  if (!task || event->task == JUG_TASK_LOOP || task->status >= JUG_STATUS_DONE)
    return;
  task->status =
      task->ready_event == JUG_NO_EVENT ? JUG_STATUS_WAITING : JUG_STATUS_READY;
  task->status_event = task->wait_event = self->index;
  task->wait_kind = event->detail;
  task->object = event->object;
  if (event->detail == JUG_WAIT_FUTURE)
    {
      gint64 place = jug_facts_find_future (facts, event->object, self->index);

      if (place >= 0)
        {
          guint32 created = jug_facts_get_future (facts, place)->create_event;
          const JugEvent *future = jug_trace_get_event (facts->trace, created);

          task->purpose = future->detail;
          task->text = future->text;
        }
    }
  end_step (self, event->task, task);
}

static void
finish_task (JugMoment *self, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  if (!task || event->task == JUG_TASK_LOOP || task->status >= JUG_STATUS_DONE)
    return;
  switch ((JugOutcome) event->detail)
    {
    case JUG_OUTCOME_RESULT:
      task->status = JUG_STATUS_DONE;
      break;
    case JUG_OUTCOME_EXCEPTION:
      task->status = JUG_STATUS_FAILED;
      break;
    case JUG_OUTCOME_CANCELLED:
      task->status = JUG_STATUS_CANCELLED;
      break;
    }
  task->status_event = self->index;
  task->ready_event = task->cancel_event = JUG_NO_EVENT;
  task->result = event->text;
  end_step (self, event->task, task);
}

static void
cancel_task (JugMoment *self, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  if (!task || event->task == JUG_TASK_LOOP || task->status >= JUG_STATUS_DONE)
    return;
  task->cancel_requests++;
  task->cancel_event = self->index;
}

static void
uncancel_task (JugMoment *self, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  if (task && event->task != JUG_TASK_LOOP)
    task->cancel_requests = event->value;
}

static void
name_task (JugMoment *self, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  if (task && event->task != JUG_TASK_LOOP)
    task->own_name = event->text;
}

/* The module's own lines belong to no task: they are kept with number 0. */
static void
go_to_line (JugMoment *self, const JugEvent *event)
{
  JugCursorTask *task = jug_task_pages_edit (&self->tasks, event->task);

  if (task)
    {
      task->line = event->object;
      task->native_line = event->extra;
    }
}

static void
create_sync (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  JugMomentSync sync = { 0 };
  guint place = self->syncs->len;

  if (place >= facts->syncs->len ||
      g_array_index (facts->syncs, guint32, place) != self->index)
    return;
  if (event->detail == JUG_SYNC_SEMAPHORE)
    sync.level = event->extra;
  g_array_append_val (self->syncs, sync);
}

/* Whether it has a lock that somebody can hold. */
static gboolean
has_holder (const JugFacts *facts, gint64 place)
{
  guint32 created = g_array_index (facts->syncs, guint32, place);
  guint8 kind = jug_trace_get_event (facts->trace, created)->detail;

  return kind == JUG_SYNC_LOCK || kind == JUG_SYNC_CONDITION;
}

static void
change_sync (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  gint64 place = jug_facts_find_sync (facts, event->object, self->index);
  JugMomentSync *sync;

  if (place < 0 || place >= self->syncs->len)
    return;
  sync = &g_array_index (self->syncs, JugMomentSync, place);
  sync->level = event->value;
  if (event->detail == JUG_SYNC_ACQUIRE && has_holder (facts, place))
    sync->holder = event->task;
  else if (event->detail == JUG_SYNC_RELEASE)
    sync->holder = JUG_TASK_LOOP;
}

/* They stand in the order of their places. */
static void
count_bytes (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  gint64 place = jug_facts_find_operation (facts, event->object, self->index);
  gint64 found =
      place < 0 ? -1 : jug_facts_find_begun (self->operations, (guint32) place);

  if (found >= 0)
    g_array_index (self->operations, JugMomentOperation, found).bytes = event->value;
}

static void
add_place (GArray *places, gint64 place)
{
  guint32 value = (guint32) place;

  if (place >= 0)
    g_array_append_val (places, value);
}

static void
create_future (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  if (event->extra != 0 && event->detail != JUG_PURPOSE_AS_COMPLETED)
    add_place (self->blocked, jug_facts_find_begun (facts->futures, self->index));
}

static void
start_operation (JugMoment *self, const JugFacts *facts)
{
  JugMomentOperation operation = { 0 };
  gint64 place = jug_facts_find_begun (facts->operations, self->index);

  operation.place = (guint32) place;
  if (place >= 0)
    g_array_append_val (self->operations, operation);
}

static void
begin_iteration (JugMoment *self, const JugFacts *facts)
{
  finish_batch (self, facts);
  self->phase = JUG_PHASE_BEGIN;
}

static void
stop_loop (JugMoment *self, const JugFacts *facts)
{
  finish_batch (self, facts);
  self->phase = JUG_PHASE_STOPPED;
  self->running_callback = 0;
}

static void
begin_batch (JugMoment *self, const JugEvent *event)
{
  guint32 length = self->queue_tail - self->queue_head;

  self->phase = JUG_PHASE_RUN;
  self->batch_end = self->queue_head + MIN (event->value, length);
}

static void
apply_event (JugMoment *self, const JugFacts *facts, const JugEvent *event)
{
  switch ((JugEventKind) event->kind)
    {
    case JUG_EVENT_TASK_CREATE:
      create_task (self, event);
      break;
    case JUG_EVENT_STEP:
      begin_step (self, facts, event);
      break;
    case JUG_EVENT_WAIT:
      wait_task (self, facts, event);
      break;
    case JUG_EVENT_DONE:
      finish_task (self, event);
      break;
    case JUG_EVENT_CANCEL:
      cancel_task (self, event);
      break;
    case JUG_EVENT_PRINT:
      self->n_output++;
      break;
    case JUG_EVENT_EXIT:
      self->exit_event = self->index;
      break;
    case JUG_EVENT_LOOP_START:
      self->phase = JUG_PHASE_BEGIN;
      break;
    case JUG_EVENT_LOOP_STOP:
      stop_loop (self, facts);
      break;
    case JUG_EVENT_ITERATION:
      begin_iteration (self, facts);
      break;
    case JUG_EVENT_POLL:
      self->phase = JUG_PHASE_IDLE;
      self->idle_deadline_ns = event->deadline_ns;
      break;
    case JUG_EVENT_RUN:
      begin_batch (self, event);
      break;
    case JUG_EVENT_CALLBACK_QUEUE:
      queue_callback (self, facts, event);
      break;
    case JUG_EVENT_CALLBACK_RUN:
      pop_callback (self, facts, event->object);
      self->running_callback = event->object;
      break;
    case JUG_EVENT_CALLBACK_END:
      self->running_callback = 0;
      break;
    case JUG_EVENT_TIMER_ARM:
      add_place (self->timers, jug_facts_find_begun (facts->timers, self->index));
      break;
    case JUG_EVENT_TIMER_FIRE:
      self->queue_tail++;
      if (self->phase == JUG_PHASE_BEGIN)
        self->phase = JUG_PHASE_TIMERS;
      break;
    case JUG_EVENT_FUTURE_CREATE:
      create_future (self, facts, event);
      break;
    case JUG_EVENT_UNCANCEL:
      uncancel_task (self, event);
      break;
    case JUG_EVENT_TASK_NAME:
      name_task (self, event);
      break;
    case JUG_EVENT_SYNC_CREATE:
      create_sync (self, facts, event);
      break;
    case JUG_EVENT_SYNC:
      change_sync (self, facts, event);
      break;
    case JUG_EVENT_IO_START:
      start_operation (self, facts);
      break;
    case JUG_EVENT_IO_DATA:
      count_bytes (self, facts, event);
      break;
    case JUG_EVENT_LINE:
      go_to_line (self, event);
      break;
    case JUG_EVENT_NONE:
    case JUG_EVENT_SHUTDOWN:
    case JUG_EVENT_CALLBACK_CANCEL:
    case JUG_EVENT_TIMER_CANCEL:
    case JUG_EVENT_FUTURE_DONE:
    case JUG_EVENT_FUTURE_CHILD:
    case JUG_EVENT_EXCEPTION:
    case JUG_EVENT_UNORDERED:
    case JUG_EVENT_IO_DONE:
    case JUG_EVENT_BLOCK:
    case JUG_EVENT_REPORT:
    case JUG_EVENT_LIMIT:
    case JUG_EVENT_INTERVENTION:
    case JUG_EVENT_FRAMES:
    case JUG_EVENT_LOCALS:
      break;
    }
}

/* Goes from the moment after the event before to the moment after event @index. */
void
jug_moment_apply (JugMoment *self, const JugFacts *facts, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (facts->trace, index);

  g_assert (index == self->index + 1 && index < facts->n_events);

  self->index = index;
  self->time_ns = event->time_ns;
  self->iteration = event->iteration;
  if (self->phase == JUG_PHASE_IDLE)
    self->phase = JUG_PHASE_TIMERS;
  self->idle_deadline_ns = 0;
  apply_event (self, facts, event);
  if (jug_moment_needs_sweep (self))
    jug_moment_sweep (self, facts);
}
