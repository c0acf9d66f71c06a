/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up what begins, ends and causes what, in the session's index. */
#include "jug-timeline-selection.h"

static JugPictureKind
get_loop_kind (JugTrace *trace, guint32 event)
{
  switch ((JugEventKind) jug_trace_get_event (trace, event)->kind)
    {
    case JUG_EVENT_POLL:
      return JUG_PICTURE_IDLE;
    case JUG_EVENT_ITERATION:
      return JUG_PICTURE_ITERATION;
    default:
      return JUG_PICTURE_RUN;
    }
}

static gboolean
begins_span (JugSpanIndex *index, guint32 task, guint32 event)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, task, &n_spans);
  guint32 span = jug_span_index_find_span (index, task, event);

  return span < n_spans && spans[span].begin == event;
}

JugPictureRef
jug_timeline_selection_get (JugSession *session)
{
  JugPictureRef ref = JUG_PICTURE_REF_NONE;
  JugSpanIndex *index;

  g_return_val_if_fail (JUG_IS_SESSION (session), ref);

  index = jug_session_get_span_index (session);
  ref.task = jug_session_get_selected_task (session);
  ref.event = jug_session_get_selected_event (session);
  if (index == NULL || ref.task == JUG_SESSION_NO_TASK)
    return JUG_PICTURE_REF_NONE;
  if (ref.event == JUG_NO_EVENT || ref.event >= jug_span_index_get_n_events (index))
    {
      ref.kind = JUG_PICTURE_LANE;
      ref.event = JUG_NO_EVENT;
    }
  else if (ref.task == JUG_TASK_LOOP)
    ref.kind = get_loop_kind (jug_span_index_get_trace (index), ref.event);
  else
    ref.kind =
        begins_span (index, ref.task, ref.event) ? JUG_PICTURE_SPAN : JUG_PICTURE_EVENT;
  return ref;
}

void
jug_timeline_selection_set (JugSession *session, const JugPictureRef *ref)
{
  g_return_if_fail (JUG_IS_SESSION (session));
  g_return_if_fail (ref != NULL);

  switch (ref->kind)
    {
    case JUG_PICTURE_NONE:
    case JUG_PICTURE_RULER:
    case JUG_PICTURE_PLAYHEAD:
    case JUG_PICTURE_NOTE:
      jug_session_select (session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
      return;
    case JUG_PICTURE_LANE:
      jug_session_select (session, ref->task, JUG_NO_EVENT);
      return;
    case JUG_PICTURE_SPAN:
    case JUG_PICTURE_RUN:
    case JUG_PICTURE_IDLE:
    case JUG_PICTURE_ITERATION:
    case JUG_PICTURE_FLOW:
    case JUG_PICTURE_EVENT:
    case JUG_PICTURE_QUEUE_ITEM:
    case JUG_PICTURE_TIMER:
    case JUG_PICTURE_TASK:
      jug_session_select (session, ref->task, ref->event);
      return;
    }
  g_assert_not_reached ();
}

static gboolean
get_lane_stretch (JugSpanIndex *index, guint32 task, guint32 *first, guint32 *last)
{
  guint32 n_events = jug_span_index_get_n_events (index);

  *first = 0;
  *last = n_events - 1;
  if (task != JUG_TASK_LOOP)
    {
      *first = jug_trace_get_task (jug_span_index_get_trace (index), task)->create_event;
      *last = MIN (jug_span_index_get_end_event (index, task), n_events - 1);
    }
  return TRUE;
}

static gboolean
get_span_stretch (
    JugSpanIndex *index, guint32 task, guint32 event, guint32 *first, guint32 *last)
{
  guint32 n_spans, span;

  jug_span_index_get_spans (index, task, &n_spans);
  span = jug_span_index_find_span (index, task, event);
  if (span >= n_spans)
    return FALSE;
  *first = jug_span_index_get_spans (index, task, &n_spans)[span].begin;
  *last = jug_span_index_get_span_end (index, task, span);
  return TRUE;
}

static gboolean
get_run_stretch (JugSpanIndex *index, guint32 event, guint32 *first, guint32 *last)
{
  guint32 run = jug_span_index_find_run (index, event);

  if (run >= jug_span_index_get_n_runs (index))
    return FALSE;
  *first = jug_span_index_get_run (index, run)->begin;
  *last = jug_span_index_get_run (index, run)->end;
  return TRUE;
}

static gboolean
get_iteration_stretch (JugSpanIndex *index, guint32 event, guint32 *first, guint32 *last)
{
  guint32 n = jug_span_index_find_iteration (index, event);

  *first = event;
  *last = n + 1 < jug_span_index_get_n_iterations (index)
              ? jug_span_index_get_iteration (index, n + 1)
              : jug_span_index_get_n_events (index) - 1;
  return TRUE;
}

gboolean
jug_timeline_selection_get_stretch (JugSpanIndex *index,
                                    const JugPictureRef *ref,
                                    guint32 *first,
                                    guint32 *last)
{
  g_return_val_if_fail (index != NULL, FALSE);
  g_return_val_if_fail (ref != NULL, FALSE);

  if (jug_span_index_get_n_events (index) == 0)
    return FALSE;
  switch (ref->kind)
    {
    case JUG_PICTURE_LANE:
      return get_lane_stretch (index, ref->task, first, last);
    case JUG_PICTURE_SPAN:
    case JUG_PICTURE_EVENT:
    case JUG_PICTURE_FLOW:
    case JUG_PICTURE_TASK:
    case JUG_PICTURE_TIMER:
    case JUG_PICTURE_QUEUE_ITEM:
      return ref->task != JUG_TASK_LOOP &&
             get_span_stretch (index, ref->task, ref->event, first, last);
    case JUG_PICTURE_RUN:
    case JUG_PICTURE_IDLE:
      return get_run_stretch (index, ref->event, first, last);
    case JUG_PICTURE_ITERATION:
      return get_iteration_stretch (index, ref->event, first, last);
    case JUG_PICTURE_NONE:
    case JUG_PICTURE_RULER:
    case JUG_PICTURE_PLAYHEAD:
    case JUG_PICTURE_NOTE:
      return FALSE;
    }
  g_assert_not_reached ();
}

/* Moves */

void
jug_timeline_selection_move_row (JugSession *session, JugLanes *lanes, int direction)
{
  guint32 n_rows, row, task;

  g_return_if_fail (JUG_IS_SESSION (session));
  g_return_if_fail (lanes != NULL);

  n_rows = jug_lanes_get_n_rows (lanes);
  task = jug_session_get_selected_task (session);
  row = task == JUG_SESSION_NO_TASK ? JUG_NO_ROW : jug_lanes_get_task_row (lanes, task);
  if (row == JUG_NO_ROW)
    row = direction > 0 ? 0 : n_rows - 1;
  else if (direction > 0)
    row = MIN (row + 1, n_rows - 1);
  else
    row = row > 0 ? row - 1 : 0;
  jug_session_select (session, jug_lanes_get_row_task (lanes, row), JUG_NO_EVENT);
}

static void
go_to (JugSession *session, guint32 task, guint32 event)
{
  jug_playhead_go_to_event (jug_session_get_playhead (session), event);
  jug_session_select (session, task, event);
}

static guint32
find_next_span (JugSpanIndex *index, guint32 task, guint32 event, int direction)
{
  guint32 n_spans, span;
  const JugSpan *spans = jug_span_index_get_spans (index, task, &n_spans);

  if (direction > 0)
    span = jug_span_index_lower_span (index, task, event == JUG_NO_EVENT ? 0 : event + 1);
  else
    span = event == JUG_NO_EVENT ? G_MAXUINT32
                                 : jug_span_index_lower_span (index, task, event) - 1;
  return span < n_spans ? spans[span].begin : JUG_NO_EVENT;
}

static guint32
find_next_run (JugSpanIndex *index, guint32 event, int direction)
{
  guint32 run =
      event == JUG_NO_EVENT ? G_MAXUINT32 : jug_span_index_find_run (index, event);

  if (direction > 0)
    run++;
  else if (run == G_MAXUINT32)
    return JUG_NO_EVENT;
  else if (jug_span_index_get_run (index, run)->begin >= event)
    run--;
  return run < jug_span_index_get_n_runs (index)
             ? jug_span_index_get_run (index, run)->begin
             : JUG_NO_EVENT;
}

/* The lane that a move without a selection is about: that of the playhead's event. */
static guint32
get_task_at_playhead (JugSession *session)
{
  guint32 event = jug_playhead_get_event (jug_session_get_playhead (session));

  if (event == JUG_NO_EVENT)
    return JUG_TASK_LOOP;
  return jug_trace_get_event (jug_session_get_trace (session), event)->task;
}

void
jug_timeline_selection_move_bar (JugSession *session, int direction)
{
  JugSpanIndex *index;
  guint32 task, event, next;

  g_return_if_fail (JUG_IS_SESSION (session));

  index = jug_session_get_span_index (session);
  if (index == NULL)
    return;
  task = jug_session_get_selected_task (session);
  event = jug_session_get_selected_event (session);
  if (task == JUG_SESSION_NO_TASK)
    task = get_task_at_playhead (session);
  if (event == JUG_NO_EVENT)
    event = jug_playhead_get_event (jug_session_get_playhead (session));
  next = task == JUG_TASK_LOOP ? find_next_run (index, event, direction)
                               : find_next_span (index, task, event, direction);
  if (next != JUG_NO_EVENT)
    go_to (session, task, next);
}
