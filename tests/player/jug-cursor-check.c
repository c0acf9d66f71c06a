/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cursor at an event, compared as text. */
#include "jug-cursor-check.h"

/* The @n-th event of a kind, from 1. */
guint32
jug_cursor_check_find (JugTrace *trace, JugEventKind kind, guint n)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == kind && --n == 0)
      return i;
  g_assert_not_reached ();
}

void
jug_cursor_check_seek (JugCursor *cursor, JugEventKind kind, guint n)
{
  jug_cursor_seek (cursor,
                   jug_cursor_check_find (jug_cursor_get_trace (cursor), kind, n));
}

JugCursor *
jug_cursor_check_gather (guint n_children)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (n_children);

  return jug_cursor_new (trace);
}
