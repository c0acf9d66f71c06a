/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trace of a session and the place in it: playhead, cursor, narration, selection. */
#include "jug-session-private.h"

#include "jug-event-log.h"
#include "jug-session-range.h"

/* How many lines of the event log are looked through for the place where a page begins:
 * some milliseconds' worth. */
enum
{
  MAX_LINES = 10000,
};

/**
 * jug_session_take_trace:
 * @self: a session without a trace
 * @trace: (transfer none): a trace
 * @index: (transfer full): its index
 * @cursor: (transfer full): a cursor over it
 *
 * Shows another trace.
 */
void
jug_session_take_trace (JugSession *self,
                        JugTrace *trace,
                        JugSpanIndex *index,
                        JugCursor *cursor)
{
  g_autoptr (GError) error = NULL;

  g_assert (!self->trace);

  self->trace = jug_trace_ref (trace);
  self->index = index;
  self->cursor = cursor;
  self->labels = jug_task_labels_new (trace);
  jug_playhead_set_trace (self->playhead, trace);
  jug_session_notify (self, JUG_SESSION_PROP_TRACE);
  if (!jug_notes_read (self->notes, jug_trace_get_property (trace, JUG_TRACE_NOTES),
                       jug_trace_get_n_events (trace), &error))
    jug_session_emit_notes_refused (self, error->message);
}

/**
 * jug_session_drop_trace:
 * @self: a session
 *
 * Shows no trace any more, and nothing selected.
 */
void
jug_session_drop_trace (JugSession *self)
{
  if (!self->trace)
    return;
  jug_session_select (self, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
  jug_session_set_range (self, &JUG_RANGE_NONE);
  g_clear_pointer (&self->narration, jug_narration_free);
  g_clear_pointer (&self->labels, jug_task_labels_free);
  g_clear_pointer (&self->cursor, jug_cursor_free);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_clear_pointer (&self->trace, jug_trace_unref);
  self->shown_event = self->shown_position = JUG_NO_EVENT;
  jug_playhead_pause (self->playhead);
  jug_playhead_set_following (self->playhead, FALSE);
  jug_playhead_set_trace (self->playhead, NULL);
  jug_playhead_set_followed (self->playhead, JUG_TASK_LOOP);
  jug_notes_read (self->notes, NULL, 0, NULL);
  jug_session_notify (self, JUG_SESSION_PROP_TRACE);
}

/**
 * jug_session_show_playhead:
 * @self: a session
 *
 * Follows the playhead, which tells event and position one after the other though both
 * have changed by then.
 */
void
jug_session_show_playhead (JugSession *self)
{
  guint32 event = jug_playhead_get_event (self->playhead);
  guint32 position = jug_playhead_get_position (self->playhead);

  if (event == self->shown_event && position == self->shown_position)
    return;
  self->shown_event = event;
  self->shown_position = position;
  g_clear_pointer (&self->narration, jug_narration_free);
  if (self->cursor)
    jug_cursor_seek (self->cursor, position);
  jug_session_emit_moved (self);
}

/* Whether @line, of the event log, says @wanted after its time and its iteration. */
static gboolean
line_says (const char *line, const char *wanted)
{
  const char *rest = strchr (line, ' ');

  rest = rest ? strchr (rest + 1, ' ') : NULL;
  if (!rest || !g_str_has_prefix (rest + 1, wanted))
    return FALSE;
  rest += 1 + strlen (wanted);
  return *rest == '\n' || *rest == '\0';
}

static guint32
find_line (JugTrace *trace, const char *wanted)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint32 n_events = jug_trace_get_n_events (trace);
  guint n_lines = 0;

  for (guint32 i = 0; i < n_events && n_lines < MAX_LINES; i++)
    {
      g_string_truncate (line, 0);
      if (jug_trace_get_event (trace, i)->kind > JUG_EVENT_EXIT ||
          !jug_event_log_append_line (line, trace, i))
        continue;
      if (line_says (line->str, wanted))
        return i;
      n_lines++;
    }
  return JUG_NO_EVENT;
}

/**
 * jug_session_go_to_page_start:
 * @self: a session with a trace that is complete
 *
 * Moves the playhead to where the page wants it, if it does, and if that happened in this
 * run: with other values of the parameters it may not.
 */
gboolean
jug_session_go_to_page_start (JugSession *self)
{
  const char *start;
  guint32 event;

  if (!self->lesson || self->state != JUG_SESSION_READY)
    return FALSE;
  start = jug_page_get_start (jug_lesson_get_page (self->lesson, self->page));
  event = start ? find_line (self->trace, start) : JUG_NO_EVENT;
  if (event == JUG_NO_EVENT || event == self->shown_event)
    return FALSE;
  jug_playhead_pause (self->playhead);
  jug_playhead_go_to_event (self->playhead, event);
  return TRUE;
}

void
jug_session_set_page (JugSession *self, guint page)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->lesson != NULL);
  g_return_if_fail (page < jug_lesson_get_n_pages (self->lesson));

  if (self->page == page)
    return;
  self->page = page;
  jug_session_notify (self, JUG_SESSION_PROP_PAGE);
  jug_session_go_to_page_start (self);
}

JugTrace *
jug_session_get_trace (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->trace;
}

JugSpanIndex *
jug_session_get_span_index (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->index;
}

JugPlayhead *
jug_session_get_playhead (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->playhead;
}

void
jug_session_visit (JugSession *self, guint32 event)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->trace != NULL && event < jug_trace_get_n_events (self->trace));

  jug_playhead_go_to_event (self->playhead, event);
  jug_session_emit_visited (self, event);
}

JugNotes *
jug_session_get_notes (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->notes;
}

JugCursor *
jug_session_get_cursor (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->cursor;
}

static char *
dup_label_cb (JugTrace *trace, guint32 task, gpointer user_data)
{
  return jug_session_dup_task_label (user_data, task);
}

JugNarration *
jug_session_get_narration (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  if (!self->narration && self->cursor)
    self->narration =
        jug_narration_new (self->cursor, self->shown_event, dup_label_cb, self);
  return self->narration;
}

const char *
jug_session_lookup_task_label (guint32 task, gpointer data)
{
  JugSession *self = data;
  guint32 own_name;

  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  if (!self->trace)
    return NULL;
  /* Of a trace that grows only the cursor knows names that changed. */
  own_name = jug_trace_is_sealed (self->trace)
                 ? 0
                 : jug_cursor_get_task (self->cursor, task)->own_name;
  if (own_name != 0)
    return jug_trace_get_string (self->trace, own_name);
  return jug_task_labels_lookup (task, self->labels);
}

char *
jug_session_dup_task_label (JugSession *self, guint32 task)
{
  const char *label;

  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->trace != NULL, NULL);

  label = jug_session_lookup_task_label (task, self);
  return label ? g_strdup (label) : jug_trace_dup_task_label (self->trace, task);
}

guint32
jug_session_get_selected_task (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), JUG_SESSION_NO_TASK);

  return self->selected_task;
}

guint32
jug_session_get_selected_event (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), JUG_NO_EVENT);

  return self->selected_event;
}

void
jug_session_select (JugSession *self, guint32 task, guint32 event)
{
  g_return_if_fail (JUG_IS_SESSION (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->selected_task != task)
    {
      self->selected_task = task;
      jug_session_notify (self, JUG_SESSION_PROP_SELECTED_TASK);
    }
  if (self->selected_event != event)
    {
      self->selected_event = event;
      jug_session_notify (self, JUG_SESSION_PROP_SELECTED_EVENT);
    }
  if (task != JUG_SESSION_NO_TASK)
    jug_playhead_set_followed (self->playhead, task);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
jug_session_get_follow_task (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);

  return self->follow_task;
}

void
jug_session_set_follow_task (JugSession *self, gboolean follow_task)
{
  g_return_if_fail (JUG_IS_SESSION (self));

  follow_task = !!follow_task;
  if (self->follow_task == follow_task)
    return;
  self->follow_task = follow_task;
  jug_session_notify (self, JUG_SESSION_PROP_FOLLOW_TASK);
}

gboolean
jug_session_step (JugSession *self, int direction)
{
  gboolean follow;

  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);

  follow = self->follow_task && self->selected_task != JUG_SESSION_NO_TASK;
  return jug_playhead_step (self->playhead, follow ? JUG_UNIT_FOLLOWED : JUG_UNIT_EVENT,
                            direction);
}

gboolean
jug_session_get_steps_axis (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);

  return self->steps_axis;
}

void
jug_session_set_steps_axis (JugSession *self, gboolean steps_axis)
{
  g_return_if_fail (JUG_IS_SESSION (self));

  steps_axis = !!steps_axis;
  if (self->steps_axis == steps_axis)
    return;
  self->steps_axis = steps_axis;
  jug_session_notify (self, JUG_SESSION_PROP_STEPS_AXIS);
}
