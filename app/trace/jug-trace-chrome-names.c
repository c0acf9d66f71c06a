/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tasks and their waits are called in a file that programs read: in asyncio's words,
 * not in the user's language. */
#include "jug-trace-chrome-private.h"

#include <string.h>

/* Names are cut after so many bytes. */
#define MAX_NAME 80

/* The name of a task. */
void
jug_chrome_append_label (const JugChromeNames *self, GString *out, guint32 task)
{
  const char *given = self->label != NULL ? self->label (task, self->label_data) : NULL;
  g_autofree char *own = NULL;

  if (given == NULL)
    given = own = jug_trace_dup_task_label (self->trace, task);
  g_string_append (out, given);
}

/* What a future is for, as asyncio calls it; `%` stands for the future's label. */
static const char *
get_purpose (JugPurpose purpose)
{
  switch (purpose)
    {
    case JUG_PURPOSE_PLAIN:
      return "future %";
    case JUG_PURPOSE_SLEEP:
      return "sleep(%)";
    case JUG_PURPOSE_GATHER:
      return "gather of %";
    case JUG_PURPOSE_WAIT:
      return "wait(%)";
    case JUG_PURPOSE_AS_COMPLETED:
      return "as_completed";
    case JUG_PURPOSE_SHIELD:
      return "shield";
    case JUG_PURPOSE_TASK_GROUP:
      return "TaskGroup";
    case JUG_PURPOSE_LOCK:
      return "Lock.acquire %";
    case JUG_PURPOSE_EVENT:
      return "Event.wait %";
    case JUG_PURPOSE_CONDITION:
      return "Condition.wait %";
    case JUG_PURPOSE_SEMAPHORE:
      return "Semaphore.acquire %";
    case JUG_PURPOSE_BARRIER:
      return "Barrier.wait %";
    case JUG_PURPOSE_QUEUE_GET:
      return "Queue.get %";
    case JUG_PURPOSE_QUEUE_PUT:
      return "Queue.put %";
    case JUG_PURPOSE_QUEUE_JOIN:
      return "Queue.join %";
    case JUG_PURPOSE_IO:
      return "I/O %";
    case JUG_PURPOSE_EXECUTOR:
      return "executor %";
    }
  g_assert_not_reached ();
}

/* The name of a wait: its reason. */
void
jug_chrome_name_wait (const JugChromeNames *self, GString *name, guint32 wait)
{
  const JugEvent *event = jug_trace_get_event (self->trace, wait);
  guint32 future = JUG_NO_EVENT, sync = JUG_NO_EVENT, text = 0;
  const char *words = get_purpose (JUG_PURPOSE_PLAIN);
  const char *place;

  if (event->detail == JUG_WAIT_TASK)
    {
      g_string_assign (name, "await ");
      jug_chrome_append_label (self, name, event->object);
      return;
    }
  if (event->detail == JUG_WAIT_FUTURE)
    future = jug_span_index_get_future (self->index, wait);
  if (future != JUG_NO_EVENT)
    {
      event = jug_trace_get_event (self->trace, future);
      words = get_purpose ((JugPurpose) event->detail);
      text = event->text;
      if (event->extra != 0)
        sync = jug_span_index_get_sync (self->index, event->extra);
      if (sync != JUG_NO_EVENT && jug_trace_get_event (self->trace, sync)->text != 0)
        text = jug_trace_get_event (self->trace, sync)->text;
    }
  place = strchr (words, '%');
  if (place == NULL)
    g_string_assign (name, words);
  else if (text == 0)
    {
      g_string_truncate (name, 0);
      g_string_append_len (name, words, (gssize) strcspn (words, " (%"));
    }
  else
    {
      g_string_truncate (name, 0);
      g_string_append_len (name, words, place - words);
      g_string_append (name, jug_trace_get_string (self->trace, text));
      g_string_append (name, place + 1);
    }
}

/* The whole text stands among the arguments. */
void
jug_chrome_cut_name (GString *name)
{
  if (name->len <= MAX_NAME)
    return;
  g_string_truncate (
      name,
      (gsize) (g_utf8_find_prev_char (name->str, name->str + MAX_NAME + 1) - name->str));
  g_string_append (name, "…");
}
