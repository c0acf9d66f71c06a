/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares sentences. */
#include "jug-narration-check.h"

static char *
tell (JugTrace *trace, guint32 index)
{
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autofree char *text = jug_narration_for_event (cursor, index);
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);

  return g_strjoinv (" ", parts);
}

char *
jug_narration_check_tell (JugTestTrace *t, gint64 index)
{
  JugTrace *trace = jug_test_trace_get_trace (t);

  if (index < 0)
    index += jug_trace_get_n_events (trace);
  return tell (trace, (guint32) index);
}

/* The sentence about the @n-th event of a kind, from 1. */
char *
jug_narration_check_tell_kind (JugTrace *trace, JugEventKind kind, guint n)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == kind && --n == 0)
      return tell (trace, i);
  g_assert_not_reached ();
}

guint32
jug_narration_check_start_task (JugTestTrace *t, const char *name)
{
  guint32 task = jug_test_trace_create (t, name);

  jug_test_trace_step (t, task, NULL);
  return task;
}

guint32
jug_narration_check_add_text (
    JugTestTrace *t, JugEventKind kind, guint32 task, guint detail, const char *text)
{
  return jug_test_trace_add_event (
      t, (JugEvent){ .kind = kind,
                     .task = task,
                     .detail = detail,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), text),
                     .cause = JUG_NO_EVENT });
}

guint32
jug_narration_check_add_value (JugTestTrace *t,
                               JugEventKind kind,
                               guint32 task,
                               guint32 value)
{
  return jug_test_trace_add_event (
      t, (JugEvent){ .kind = kind, .task = task, .value = value, .cause = JUG_NO_EVENT });
}
