/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up in the session's index what woke a bar and what it wakes. */
#include "jug-flow-choice.h"

#include "jug-timeline-selection.h"

/* So many events after a bar are searched for what it woke. */
#define MAX_SEARCH 20000

/* The end of an arrow. */
typedef struct
{
  guint32 task;
  guint32 event;
} End;

struct _JugFlowChoice
{
  GArray *ends; /* of End */
  guint position;
};

JugFlowChoice *
jug_flow_choice_new (void)
{
  JugFlowChoice *self = g_new0 (JugFlowChoice, 1);

  self->ends = g_array_new (FALSE, FALSE, sizeof (End));
  return self;
}

void
jug_flow_choice_free (JugFlowChoice *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ends, g_array_unref);
  g_free (self);
}

/* Of one task one end is enough: the first. */
static void
add_end (JugFlowChoice *self, guint32 task, guint32 event)
{
  const End end = { task, event };

  if (event == JUG_NO_EVENT || self->ends->len >= JUG_FLOW_CHOICE_MAX)
    return;
  for (guint i = 0; i < self->ends->len; i++)
    {
      const End *other = &g_array_index (self->ends, End, i);

      if (other->event == event || (task != JUG_TASK_LOOP && other->task == task))
        return;
    }
  g_array_append_val (self->ends, end);
}

/* Steps of other tasks that go back to something within a stretch, and what the task
 * cancels in it. */
static void
find_ahead (
    JugFlowChoice *self, JugSpanIndex *index, guint32 task, guint32 first, guint32 last)
{
  JugTrace *trace = jug_span_index_get_trace (index);
  guint32 n_events = jug_span_index_get_n_events (index);
  guint32 end =
      last < n_events - MIN (n_events, MAX_SEARCH) ? last + MAX_SEARCH : n_events;

  for (guint32 i = first + 1; i < end && self->ends->len < JUG_FLOW_CHOICE_MAX; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      guint32 origin;

      if (event->kind == JUG_EVENT_CANCEL && event->object == task && i <= last)
        add_end (self, event->task, i);
      if (event->kind != JUG_EVENT_STEP || event->task == task)
        continue;
      origin = jug_span_index_get_origin (index, i);
      if (origin != JUG_NO_EVENT && origin >= first && origin <= last)
        add_end (self, event->task, i);
    }
}

static void
add_origin (JugFlowChoice *self, JugSpanIndex *index, guint32 event)
{
  guint32 origin = jug_span_index_get_origin (index, event);

  if (origin != JUG_NO_EVENT)
    add_end (self, jug_trace_get_event (jug_span_index_get_trace (index), origin)->task,
             origin);
}

/* The tasks that a wait was for, as far as they ended in it. */
static void
add_children (JugFlowChoice *self, JugSpanIndex *index, guint32 wait, guint32 last)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (guint32));
  JugTrace *trace = jug_span_index_get_trace (index);
  guint32 future = jug_span_index_get_future (index, wait);

  if (future == JUG_NO_EVENT)
    return;
  jug_span_index_list_children (index, future, children);
  for (guint i = 0; i < children->len; i++)
    {
      guint32 task =
          jug_trace_get_event (trace, g_array_index (children, guint32, i))->task;
      guint32 end = jug_span_index_get_end_event (index, task);

      if (end != JUG_NO_EVENT && end <= last)
        add_end (self, task, end);
    }
}

static void
find_behind (JugFlowChoice *self,
             JugSpanIndex *index,
             const JugPictureRef *ref,
             guint32 first,
             guint32 last)
{
  guint32 n_spans, span;
  const JugSpan *spans = jug_span_index_get_spans (index, ref->task, &n_spans);

  span = jug_span_index_find_span (index, ref->task, first);
  if (ref->task != JUG_TASK_LOOP && span < n_spans &&
      spans[span].state == JUG_SPAN_WAITING)
    {
      /* What ended it woke the task; before that, the others that it waited for. */
      if (span + 1 < n_spans)
        add_origin (self, index, last);
      add_children (self, index, first, last);
      return;
    }
  add_origin (self, index, first);
}

static void
go (JugFlowChoice *self, JugSession *session)
{
  const End *end = &g_array_index (self->ends, End, self->position);

  jug_playhead_go_to_event (jug_session_get_playhead (session), end->event);
  jug_session_select (session, end->task, end->event);
}

guint
jug_flow_choice_follow (JugFlowChoice *self, JugSession *session, int direction)
{
  JugSpanIndex *index;
  JugPictureRef ref;
  guint32 first, last;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (JUG_IS_SESSION (session), 0);

  g_array_set_size (self->ends, 0);
  self->position = 0;
  index = jug_session_get_span_index (session);
  if (index == NULL || jug_span_index_get_n_events (index) == 0)
    return 0;
  ref = jug_timeline_selection_get (session);
  if (ref.event == JUG_NO_EVENT)
    {
      ref.event = jug_playhead_get_event (jug_session_get_playhead (session));
      if (ref.event == JUG_NO_EVENT)
        return 0;
      ref.task = jug_trace_get_event (jug_span_index_get_trace (index), ref.event)->task;
      ref.kind = ref.task == JUG_TASK_LOOP ? JUG_PICTURE_RUN : JUG_PICTURE_SPAN;
    }
  if (!jug_timeline_selection_get_stretch (index, &ref, &first, &last))
    return 0;
  if (direction > 0)
    find_ahead (self, index, ref.task, first, last);
  else
    find_behind (self, index, &ref, first, last);
  if (self->ends->len > 0)
    go (self, session);
  return self->ends->len;
}

gboolean
jug_flow_choice_move (JugFlowChoice *self, JugSession *session, int step)
{
  const End *end;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (JUG_IS_SESSION (session), FALSE);

  if (self->position >= self->ends->len)
    return FALSE;
  end = &g_array_index (self->ends, End, self->position);
  if (jug_session_get_selected_task (session) != end->task ||
      jug_session_get_selected_event (session) != end->event ||
      self->position + (guint) step >= self->ends->len)
    return FALSE;
  self->position += (guint) step;
  go (self, session);
  return TRUE;
}
