/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that a cursor answers, as text to compare. */
#include "jug-cursor-dump.h"

static const char *const statuses[] = { "absent", "created", "running", "waiting",
                                        "ready",  "done",    "failed",  "cancelled" };

static const char *
get_text (JugCursor *cursor, guint32 text)
{
  return text ? jug_trace_get_string (jug_cursor_get_trace (cursor), text) : "-";
}

static char *
dup_label (JugCursor *cursor, guint32 task)
{
  if (task == JUG_TASK_LOOP)
    return g_strdup ("loop");
  return jug_trace_dup_task_label (jug_cursor_get_trace (cursor), task);
}

/* The ready queue, first to run first: steps by their tasks, others by what they do. */
char *
jug_cursor_dump_ready (JugCursor *cursor)
{
  GString *out = g_string_new (NULL);
  JugCursorReady ready;

  for (guint i = 0; jug_cursor_get_ready (cursor, i, &ready); i++)
    {
      g_autofree char *label = dup_label (cursor, ready.task);

      g_string_append_printf (out, "%s%s%s", i > 0 ? " " : "",
                              ready.task ? label : get_text (cursor, ready.text),
                              ready.is_cancelled ? "(cancelled)" : "");
    }
  return g_string_free (out, FALSE);
}

/* The armed timers, next first: callback, deadline in milliseconds. */
char *
jug_cursor_dump_timers (JugCursor *cursor)
{
  GString *out = g_string_new (NULL);
  JugCursorTimer timer;

  for (guint i = 0; jug_cursor_get_timer (cursor, i, &timer); i++)
    {
      g_autofree char *label = dup_label (cursor, timer.task);

      g_string_append_printf (out, "%s%s@%" G_GINT64_FORMAT, i > 0 ? " " : "", label,
                              timer.deadline_ns / 1000000);
    }
  return g_string_free (out, FALSE);
}

/* What a task does, as short as it can be said. */
char *
jug_cursor_dump_task (JugCursor *cursor, guint32 task)
{
  const JugCursorTask *now = jug_cursor_get_task (cursor, task);
  GString *out = g_string_new (statuses[now->status]);

  if (now->status == JUG_STATUS_WAITING || now->status == JUG_STATUS_READY)
    g_string_append_printf (out, " kind %d purpose %d object %u text %s", now->wait_kind,
                            now->purpose, now->object, get_text (cursor, now->text));
  if (now->result)
    g_string_append_printf (out, " %s", get_text (cursor, now->result));
  return g_string_free (out, FALSE);
}

static void
append_task (GString *out, JugCursor *cursor, guint32 task)
{
  const JugCursorTask *now = jug_cursor_get_task (cursor, task);
  g_autofree char *text = jug_cursor_dump_task (cursor, task);
  g_autoptr (GArray) awaited = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_string_append_printf (out, "task %u: %s events %u %u %u %u %u steps %u line %u %u",
                          task, text, now->wait_event, now->ready_event,
                          now->status_event, now->step_event, now->cancel_event,
                          now->n_steps, now->line, now->native_line);
  g_string_append_printf (out, " requests %u name %s outer %u awaits",
                          now->cancel_requests, get_text (cursor, now->own_name),
                          now->outer);
  jug_cursor_list_awaited (cursor, task, awaited);
  for (guint i = 0; i < awaited->len; i++)
    g_string_append_printf (out, " %u", g_array_index (awaited, guint32, i));
  g_string_append_c (out, '\n');
}

static void
append_future (GString *out, JugCursor *cursor, guint32 object)
{
  JugCursorFuture now;

  if (!jug_cursor_get_future (cursor, object, &now))
    return;
  g_string_append_printf (out, "future %u: %d %d purpose %d text %u sync %u waiter %u",
                          object, now.is_done, now.outcome, now.purpose, now.text,
                          now.sync, now.waiter);
  g_string_append_printf (out, " events %u %u children %u of %u\n", now.create_event,
                          now.done_event, now.n_children_done, now.n_children);
}

static void
append_syncs (GString *out, JugCursor *cursor)
{
  JugCursorSync now;

  for (guint i = 0; jug_cursor_get_sync (cursor, i, &now); i++)
    {
      g_string_append_printf (
          out, "sync %u: kind %d text %u capacity %u level %u holder %u at %u",
          now.object, now.kind, now.text, now.capacity, now.level, now.holder,
          now.create_event);
      for (guint j = 0; j < now.n_waiters; j++)
        g_string_append_printf (out, " %u",
                                jug_cursor_get_sync_waiter (cursor, now.object, j));
      g_string_append_c (out, '\n');
    }
}

static void
append_operations (GString *out, JugCursor *cursor)
{
  JugCursorOperation now;

  for (guint i = 0; jug_cursor_get_operation (cursor, i, &now); i++)
    g_string_append_printf (out, "operation %u: task %u text %u bytes %u at %u\n",
                            now.object, now.task, now.text, now.bytes, now.start_event);
}

static void
append_output (GString *out, JugCursor *cursor)
{
  JugCursorOutput now;

  for (guint i = 0; jug_cursor_get_output (cursor, i, &now); i++)
    g_string_append_printf (out, "output %u at %" G_GINT64_FORMAT " by %u: %s\n",
                            now.event, now.time_ns, now.task,
                            get_text (cursor, now.text));
}

/* All of it. */
char *
jug_cursor_dump (JugCursor *cursor)
{
  GString *out = g_string_new (NULL);
  g_autofree char *ready = jug_cursor_dump_ready (cursor);
  g_autofree char *timers = jug_cursor_dump_timers (cursor);
  guint32 max_object = jug_trace_get_max_object (jug_cursor_get_trace (cursor));

  g_string_append_printf (
      out,
      "at %u time %" G_GINT64_FORMAT " iteration %u phase %d until %" G_GINT64_FORMAT,
      jug_cursor_get_index (cursor), jug_cursor_get_time (cursor),
      jug_cursor_get_iteration (cursor), jug_cursor_get_phase (cursor),
      jug_cursor_get_idle_deadline (cursor));
  g_string_append_printf (out, " runs %u %u exit %u\nready (%u) %s\ntimers %s\n",
                          jug_cursor_get_running_task (cursor),
                          jug_cursor_get_running_callback (cursor),
                          jug_cursor_get_exit_event (cursor),
                          jug_cursor_get_n_ready_now (cursor), ready, timers);
  for (guint32 task = 0; task <= jug_cursor_get_n_tasks (cursor); task++)
    append_task (out, cursor, task);
  for (guint32 object = 0; object <= max_object; object++)
    append_future (out, cursor, object);
  append_syncs (out, cursor);
  append_operations (out, cursor);
  append_output (out, cursor);
  return g_string_free (out, FALSE);
}
