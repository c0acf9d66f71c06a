/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a task waits for and what a callback does, in a few words. */
#include "jug-wait-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The name by which pictures call a task. */
void
jug_task_label_append (JugTrace *trace,
                       guint32 task,
                       JugTaskLabelFunc label,
                       gpointer label_data,
                       GString *out)
{
  const char *given = label != NULL ? label (task, label_data) : NULL;
  g_autofree char *own = NULL;

  if (given == NULL)
    given = own = jug_trace_dup_task_label (trace, task);
  g_string_append (out, given);
}

/* A call with the future's label as its argument. */
static void
append_call (const JugWaitText *self, const char *name, GString *out)
{
  g_string_append_printf (out, "%s(%s)", name,
                          jug_trace_get_string (self->trace, self->text));
}

/* Something to do with a primitive: named if it has a name. */
static void
append_sync (const JugWaitText *self, const char *plain, const char *named, GString *out)
{
  guint32 text = self->sync_text != 0 ? self->sync_text : self->text;
  const char *place = strstr (named, "%s");

  if (text == 0 || place == NULL)
    {
      g_string_append (out, plain);
      return;
    }
  g_string_append_len (out, named, place - named);
  g_string_append (out, jug_trace_get_string (self->trace, text));
  g_string_append (out, place + strlen ("%s"));
}

/* How far a wait for several is, if that is known. */
static void
append_progress (const JugWaitText *self, GString *out)
{
  if (self->n_children == 0)
    return;
  g_string_append_c (out, ' ');
  /* Translators: so many of the tasks that a task waits for are done */
  g_string_append_printf (out, _ ("%u of %u"), self->n_children_done, self->n_children);
}

static void
append_shield (const JugWaitText *self, GString *out)
{
  g_string_append (out, "shield");
  if (self->task == JUG_TASK_LOOP)
    return;
  g_string_append_c (out, '(');
  jug_task_label_append (self->trace, self->task, self->label, self->label_data, out);
  g_string_append_c (out, ')');
}

static void
append_gather (const JugWaitText *self, GString *out)
{
  if (self->n_children > 0)
    /* Translators: gather() is Python's; %u of %u of its tasks are done */
    g_string_append_printf (out, _ ("gather %u of %u"), self->n_children_done,
                            self->n_children);
  else if (self->text != 0)
    /* Translators: gather() is Python's; %s is the number of its tasks */
    g_string_append_printf (out, _ ("gather of %s"),
                            jug_trace_get_string (self->trace, self->text));
  else
    g_string_append (out, "gather");
}

static void
append_future (const JugWaitText *self, GString *out)
{
  switch (self->purpose)
    {
    case JUG_PURPOSE_PLAIN:
      append_sync (self, _ ("a future"), "%s", out);
      return;
    case JUG_PURPOSE_SLEEP:
      append_call (self, "sleep", out);
      return;
    case JUG_PURPOSE_GATHER:
      append_gather (self, out);
      return;
    case JUG_PURPOSE_WAIT:
      append_call (self, "wait", out);
      append_progress (self, out);
      return;
    case JUG_PURPOSE_AS_COMPLETED:
      g_string_append (out, "as_completed");
      append_progress (self, out);
      return;
    case JUG_PURPOSE_SHIELD:
      append_shield (self, out);
      return;
    case JUG_PURPOSE_TASK_GROUP:
      /* Translators: a task waits for its TaskGroup to end */
      g_string_append (out, _ ("end of task group"));
      append_progress (self, out);
      return;
    case JUG_PURPOSE_LOCK:
      append_sync (self, _ ("lock"), _ ("lock %s"), out);
      return;
    case JUG_PURPOSE_EVENT:
      /* Translators: asyncio.Event */
      append_sync (self, _ ("event"), _ ("event %s"), out);
      return;
    case JUG_PURPOSE_CONDITION:
      /* Translators: asyncio.Condition */
      append_sync (self, _ ("condition"), _ ("condition %s"), out);
      return;
    case JUG_PURPOSE_SEMAPHORE:
      append_sync (self, _ ("semaphore"), _ ("semaphore %s"), out);
      return;
    case JUG_PURPOSE_BARRIER:
      append_sync (self, _ ("barrier"), _ ("barrier %s"), out);
      return;
    case JUG_PURPOSE_QUEUE_GET:
      append_sync (self, "queue.get()", "%s.get()", out);
      return;
    case JUG_PURPOSE_QUEUE_PUT:
      append_sync (self, "queue.put()", "%s.put()", out);
      return;
    case JUG_PURPOSE_QUEUE_JOIN:
      append_sync (self, "queue.join()", "%s.join()", out);
      return;
    case JUG_PURPOSE_IO:
      append_sync (self, _ ("the outside world"), "%s", out);
      return;
    case JUG_PURPOSE_EXECUTOR:
      append_sync (self, _ ("a thread"), _ ("thread: %s"), out);
      return;
    }
  g_assert_not_reached ();
}

void
jug_wait_text_append (const JugWaitText *self, GString *out)
{
  switch (self->kind)
    {
    case JUG_WAIT_YIELD:
      g_string_append (out, "sleep(0)");
      return;
    case JUG_WAIT_TASK:
      g_string_append (out, "await ");
      jug_task_label_append (self->trace, self->task, self->label, self->label_data, out);
      return;
    case JUG_WAIT_FUTURE:
      append_future (self, out);
      return;
    }
  g_assert_not_reached ();
}

static guint32
find_shielded (JugSpanIndex *index, JugTrace *trace, guint32 future)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (guint32));

  jug_span_index_list_children (index, future, children);
  if (children->len == 0)
    return JUG_TASK_LOOP;
  return jug_trace_get_event (trace, g_array_index (children, guint32, 0))->task;
}

/* Fills in what the trace knows of the wait that begins with @wait_event. */
void
jug_wait_text_look_up (JugWaitText *self, JugSpanIndex *index, guint32 wait_event)
{
  const JugEvent *event = jug_trace_get_event (self->trace, wait_event);
  guint32 found;

  self->kind = (JugWaitKind) event->detail;
  self->purpose = JUG_PURPOSE_PLAIN;
  self->task = event->object;
  self->text = self->sync_text = 0;
  self->n_children = self->n_children_done = 0;
  if (self->kind != JUG_WAIT_FUTURE)
    return;
  self->task = JUG_TASK_LOOP;
  found = jug_span_index_get_future (index, wait_event);
  if (found == JUG_NO_EVENT)
    return;
  event = jug_trace_get_event (self->trace, found);
  self->purpose = (JugPurpose) event->detail;
  self->text = event->text;
  if (self->purpose == JUG_PURPOSE_SHIELD)
    self->task = find_shielded (index, self->trace, found);
  if (event->extra == 0 || self->purpose == JUG_PURPOSE_AS_COMPLETED)
    return;
  found = jug_span_index_get_sync (index, event->extra);
  if (found != JUG_NO_EVENT)
    self->sync_text = jug_trace_get_event (self->trace, found)->text;
}

/* The task for whose wait a timer was armed, if @event goes back to one. */
static guint32
find_timer_task (JugTrace *trace, guint32 event)
{
  for (guint i = 0; i < 3 && event != JUG_NO_EVENT; i++)
    {
      const JugEvent *found = jug_trace_get_event (trace, event);

      if (found->kind == JUG_EVENT_TIMER_ARM)
        return found->task;
      if (found->kind != JUG_EVENT_CALLBACK_RUN && found->kind != JUG_EVENT_TIMER_FIRE)
        break;
      event = jug_event_get_cause (found);
    }
  return JUG_TASK_LOOP;
}

/* Says what a callback does that is no step; @event queued it or runs it. */
void
jug_callback_text_append (JugTrace *trace,
                          guint32 event,
                          JugTaskLabelFunc label,
                          gpointer label_data,
                          GString *out)
{
  guint32 text = jug_event_get_text (jug_trace_get_event (trace, event));
  guint32 task = find_timer_task (trace, event);
  g_autoptr (GString) name = NULL;

  if (text != 0)
    {
      g_string_append (out, jug_trace_get_string (trace, text));
      return;
    }
  if (task == JUG_TASK_LOOP)
    {
      g_string_append (out, _ ("callback"));
      return;
    }
  name = g_string_new (NULL);
  jug_task_label_append (trace, task, label, label_data, name);
  /* Translators: a callback; %s is the task whose sleep it ends */
  g_string_append_printf (out, _ ("timer of %s"), name->str);
}
