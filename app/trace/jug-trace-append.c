/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appends events: what an event must be, and what the trace remembers of it. */
#include "jug-trace-private.h"

#include <string.h>

static JugTraceTask *
get_task (JugTrace *self, guint32 task)
{
  return jug_chunks_get (&self->tasks, task - 1, sizeof (JugTraceTask));
}

/* How many tasks of that name there are, with the new one. */
static guint32
count_name (JugTrace *self, guint32 name)
{
  if (name >= self->n_ordinals)
    {
      guint32 n_ordinals = MAX (2 * self->n_ordinals, MAX (name + 1, 16));

      self->ordinals = g_renew (guint32, self->ordinals, n_ordinals);
      memset (self->ordinals + self->n_ordinals, 0,
              (n_ordinals - self->n_ordinals) * sizeof (guint32));
      self->n_ordinals = n_ordinals;
    }
  return ++self->ordinals[name];
}

static void
add_task (JugTrace *self, const JugEvent *event, guint32 index)
{
  guint32 n_tasks = event->task;

  *(JugTraceTask *) jug_chunks_add (&self->tasks, n_tasks - 1, sizeof (JugTraceTask)) =
      (JugTraceTask){
        .name = event->text,
        .ordinal = count_name (self, event->text),
        .parent = event->object,
        .create_event = index,
        .end_event = JUG_NO_EVENT,
      };
  self->limits[JUG_LIMIT_TASK] = n_tasks;
  atomic_store_explicit (&self->n_tasks, n_tasks, memory_order_release);
}

static inline void
raise_max_object (JugTrace *self, guint32 object)
{
  if (object > atomic_load_explicit (&self->max_object, memory_order_relaxed))
    atomic_store_explicit (&self->max_object, object, memory_order_release);
}

/*
 * The kinds of which more must be known than each field by itself: checks, then
 * remembers.
 *
 * Returns: NULL, or what is wrong
 */
static const char *
admit_special (JugTrace *self, const JugEvent *event, guint32 index)
{
  if (event->kind == JUG_EVENT_TASK_CREATE)
    {
      if (event->task != self->limits[JUG_LIMIT_TASK] + 1)
        return "a new task gets the number after that of the last";
      add_task (self, event, index);
    }
  else if (event->kind == JUG_EVENT_WAIT && event->detail == JUG_WAIT_TASK)
    {
      if (event->object == 0 || event->object > self->limits[JUG_LIMIT_TASK])
        return "what it waits for does not exist";
    }
  else if (event->kind == JUG_EVENT_WAIT)
    {
      if (event->object > self->limits[JUG_LIMIT_OBJECT])
        return "what it waits for does not exist";
      raise_max_object (self, event->object);
    }
  else if (event->kind == JUG_EVENT_DONE)
    {
      JugTraceTask *task = get_task (self, event->task);

      if (task->end_event != JUG_NO_EVENT)
        return "its task has ended before";
      task->end_event = index;
    }
  else if (event->kind == JUG_EVENT_TASK_NAME)
    get_task (self, event->task)->own_name = event->text;
  return NULL;
}

/*
 * Looks at each field by itself.  A difference that should not be negative shows in its
 * highest bit, so all of them are looked at together, without a jump in between: one jump
 * that is predicted wrongly would take longer than all this.
 */
static inline gboolean
is_possible (const JugTrace *self, const JugEventKindInfo *info, const JugEvent *event)
{
  const guint32 *limits = self->limits;
  const guint64 max_time = JUG_EVENT_MAX_TIME_NS;
  guint64 time = (guint64) event->time_ns;
  guint64 bad;

  bad = (guint64) info->known - 1;
  bad |= time | (max_time - time) | (time - (guint64) self->time_ns);
  bad |= (guint64) event->iteration - self->iterations[event->loop];
  bad |= (guint64) info->max_detail - event->detail;
  bad |= (guint64) event->task - info->min_task;
  bad |= (guint64) limits[info->task] - event->task;
  bad |= (guint64) limits[info->object] - event->object;
  bad |= (guint64) limits[info->first] - event->text;
  bad |= (guint64) limits[info->second] - (event->cause + info->second_bias);
  bad |= ((guint64) event->deadline_ns + max_time + 1) & info->deadline_mask;
  return bad >> 63 == 0;
}

/* What is wrong with an event that is not possible, for the one who wrote its source. */
static const char *
explain (const JugTrace *self, const JugEventKindInfo *info, const JugEvent *event)
{
  const guint32 *limits = self->limits;

  if (!info->known)
    return "there is no such kind";
  if (event->time_ns < self->time_ns)
    return "its time is before that of the last event";
  if (event->time_ns > JUG_EVENT_MAX_TIME_NS)
    return "its time is after JUG_EVENT_MAX_TIME_NS";
  if (event->iteration < self->iterations[event->loop])
    return "its iteration is before that of its loop's last event";
  if (event->detail > info->max_detail)
    return "its detail is not one of its kind";
  if (event->task < info->min_task || event->task > limits[info->task])
    return "its task does not exist";
  if (event->object > limits[info->object])
    return "the number of its object is too high";
  if (event->text > limits[info->first])
    return "its text does not exist, or its kind has neither text nor value";
  if (event->cause + info->second_bias > limits[info->second])
    return "its cause is not an earlier event (without a cause: JUG_NO_EVENT), or its "
           "extra number is too high";
  return "its deadline is more than JUG_EVENT_MAX_TIME_NS away";
}

/* Before the first event. */
void
jug_trace_init_limits (JugTrace *self)
{
  self->limits[JUG_LIMIT_NONE] = G_MAXUINT32;
  self->limits[JUG_LIMIT_LINE] = JUG_TRACE_MAX_LINE;
}

/*
 * Checks an event and remembers what the trace keeps beside it; the event itself is
 * stored by the caller.  It is the same for an event from a source and for one from a
 * file, so that readers can rely on what the headers say.
 *
 * Returns: NULL, or what is wrong with the event
 */
static inline const char *
admit (JugTrace *self, const JugEvent *event, guint32 index)
{
  const JugEventKindInfo *info = &jug_event_kinds[event->kind];
  const char *fault;

  self->limits[JUG_LIMIT_OBJECT] = (index + 1) * JUG_TRACE_OBJECTS_PER_EVENT;
  self->limits[JUG_LIMIT_TEXT] = jug_string_table_get_n_strings (&self->strings) - 1;
  self->limits[JUG_LIMIT_CAUSE] = index;

  if (G_UNLIKELY (!is_possible (self, info, event)))
    return explain (self, info, event);
  if (info->special && (fault = admit_special (self, event, index)) != NULL)
    return fault;

  self->time_ns = event->time_ns;
  self->iterations[event->loop] = event->iteration;
  if (info->object == JUG_LIMIT_OBJECT)
    raise_max_object (self, event->object);
  if (info->second == JUG_LIMIT_OBJECT)
    raise_max_object (self, event->extra);
  return NULL;
}

/* For an event from a file. */
const char *
jug_trace_admit (JugTrace *self, const JugEvent *event, guint32 index)
{
  return admit (self, event, index);
}

/* For an event from another process: appends it, if it is possible. */
const char *
jug_trace_take (JugTrace *self, const JugEvent *event)
{
  guint32 index = atomic_load_explicit (&self->n_events, memory_order_relaxed);
  const char *fault = admit (self, event, index);

  if (fault != NULL)
    return fault;
  *(JugEvent *) jug_chunks_add (&self->events, index, sizeof (JugEvent)) = *event;
  atomic_store_explicit (&self->n_events, index + 1, memory_order_release);
  return NULL;
}

guint32
jug_trace_append (JugTrace *self, const JugEvent *event)
{
  const char *fault;
  guint32 index;

  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (event != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (!atomic_load_explicit (&self->sealed, memory_order_relaxed),
                        JUG_NO_EVENT);

  index = atomic_load_explicit (&self->n_events, memory_order_relaxed);
  g_return_val_if_fail (index < JUG_TRACE_MAX_EVENTS, JUG_NO_EVENT);

  fault = admit (self, event, index);
  if (G_UNLIKELY (fault != NULL))
    {
      g_critical ("event %u (kind %u) cannot be appended: %s", index, event->kind, fault);
      return JUG_NO_EVENT;
    }

  *(JugEvent *) jug_chunks_add (&self->events, index, sizeof (JugEvent)) = *event;
  atomic_store_explicit (&self->n_events, index + 1, memory_order_release);
  return index;
}
