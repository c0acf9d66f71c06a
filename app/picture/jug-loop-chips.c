/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the queues of the loop at one moment: one chip for each thing. */
#include "jug-loop-chips-private.h"

#include "jug-ruler-scale-private.h"
#include "jug-wait-text-private.h"

#include <glib/gi18n-lib.h>

/* No pane has room for more chips of one section; the others are counted. */
#define MAX_CHIPS 250

/* A callback that did more than this before is not looked for. */
#define MAX_CALLBACK_EVENTS 256

/* Adds a chip; its label is what was appended to the texts from @start on. */
static JugLoopChip *
add_chip (JugLoopChips *self,
          JugLoopSection section,
          JugChipLook look,
          JugPictureKind kind,
          guint32 task,
          guint32 event)
{
  JugLoopChip chip = {
    .look = look,
    .ref = { kind, task, event },
  };

  if (self->n_all[section]++ >= MAX_CHIPS)
    return NULL;
  g_array_append_val (self->chips[section], chip);
  return &g_array_index (self->chips[section], JugLoopChip,
                         self->chips[section]->len - 1);
}

/* Texts: what is written between begin_text() and end_text() is one. */

static guint32
begin_text (JugLoopChips *self)
{
  return (guint32) self->texts->len;
}

static void
end_text (JugLoopChips *self)
{
  g_string_append_c (self->texts, '\0');
}

static guint32
add_task_label (JugLoopChips *self, guint32 task)
{
  guint32 start = begin_text (self);

  jug_task_label_append (self->trace, task, self->label, self->label_data, self->texts);
  end_text (self);
  return start;
}

static guint32
add_text (JugLoopChips *self, const char *text)
{
  guint32 start = begin_text (self);

  g_string_append (self->texts, text);
  end_text (self);
  return start;
}

static guint32
add_callback_label (JugLoopChips *self, guint32 event)
{
  guint32 start = begin_text (self);

  jug_callback_text_append (self->trace, event, self->label, self->label_data,
                            self->texts);
  end_text (self);
  return start;
}

static guint32
find_only_awaited (JugLoopChips *self, guint32 task)
{
  g_autoptr (GArray) awaited = g_array_new (FALSE, FALSE, sizeof (guint32));

  jug_cursor_list_awaited (self->cursor, task, awaited);
  return awaited->len == 1 ? g_array_index (awaited, guint32, 0) : JUG_TASK_LOOP;
}

static void
append_reason (JugLoopChips *self, guint32 task_number)
{
  const JugCursorTask *task = jug_cursor_get_task (self->cursor, task_number);
  JugWaitText text = {
    .trace = self->trace,
    .kind = task->wait_kind,
    .purpose = task->purpose,
    .task = task->object,
    .text = task->text,
    .label = self->label,
    .label_data = self->label_data,
  };
  JugCursorFuture future;
  JugCursorSync sync;

  if (task->wait_kind == JUG_WAIT_FUTURE &&
      jug_cursor_get_future (self->cursor, task->object, &future))
    {
      text.n_children = future.n_children;
      text.n_children_done = future.n_children_done;
      if (future.purpose == JUG_PURPOSE_SHIELD)
        text.task = find_only_awaited (self, task_number);
      if (future.sync != 0 && jug_cursor_find_sync (self->cursor, future.sync, &sync))
        text.sync_text = sync.text;
    }
  jug_wait_text_append (&text, self->texts);
}

/* Sections */

/* The event with which the callback that runs at @index began to. */
static guint32
find_callback_run (JugLoopChips *self, guint32 index)
{
  guint32 callback = jug_cursor_get_running_callback (self->cursor);

  for (guint i = 0; i < MAX_CALLBACK_EVENTS && i <= index; i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, index - i);

      if (event->kind == JUG_EVENT_CALLBACK_RUN && event->object == callback)
        return index - i;
    }
  return index;
}

static void
collect_running (JugLoopChips *self)
{
  guint32 task = jug_cursor_get_running_task (self->cursor);
  guint32 index = jug_cursor_get_index (self->cursor);
  JugLoopChip *chip;

  /* Eager tasks run inside the step of another. */
  for (guint i = 0; task != JUG_TASK_LOOP && i < MAX_CHIPS; i++)
    {
      const JugCursorTask *state = jug_cursor_get_task (self->cursor, task);

      chip = add_chip (self, JUG_LOOP_RUNNING, JUG_CHIP_RUNNING, JUG_PICTURE_TASK, task,
                       state->step_event);
      if (chip != NULL)
        chip->label = add_task_label (self, task);
      task = state->outer;
    }
  if (self->n_all[JUG_LOOP_RUNNING] > 0)
    return;

  if (jug_cursor_get_running_callback (self->cursor) != 0)
    {
      index = find_callback_run (self, index);
      chip = add_chip (self, JUG_LOOP_RUNNING, JUG_CHIP_CALLBACK, JUG_PICTURE_RUN,
                       JUG_TASK_LOOP, index);
      chip->label = add_callback_label (self, index);
    }
  else if (jug_cursor_get_phase (self->cursor) == JUG_PHASE_IDLE)
    {
      gint64 deadline_ns = jug_cursor_get_idle_deadline (self->cursor);

      chip = add_chip (self, JUG_LOOP_RUNNING, JUG_CHIP_IDLE, JUG_PICTURE_IDLE,
                       JUG_TASK_LOOP, index);
      chip->label = begin_text (self);
      if (deadline_ns >= 0)
        {
          g_autoptr (GString) time = g_string_new (NULL);

          jug_time_append_short (time, deadline_ns);
          g_string_append_printf (self->texts, _ ("waiting until %s"), time->str);
        }
      else
        g_string_append (self->texts, _ ("waiting for the outside world"));
      end_text (self);
    }
}

static void
collect_ready (JugLoopChips *self)
{
  guint n = jug_cursor_get_n_ready (self->cursor);
  JugCursorReady ready;

  for (guint i = 0; i < MIN (n, MAX_CHIPS); i++)
    {
      JugLoopChip *chip;

      if (!jug_cursor_get_ready (self->cursor, i, &ready))
        break;
      chip = add_chip (self, JUG_LOOP_READY,
                       ready.is_cancelled ? JUG_CHIP_READY_CANCELLED : JUG_CHIP_READY,
                       JUG_PICTURE_QUEUE_ITEM, ready.task, ready.queue_event);
      chip->label = ready.task != JUG_TASK_LOOP
                        ? add_task_label (self, ready.task)
                        : add_callback_label (self, ready.queue_event);
    }
  self->n_all[JUG_LOOP_READY] = n;
  self->n_ready_now = jug_cursor_get_n_ready_now (self->cursor);
}

static guint32
add_timer_label (JugLoopChips *self, const JugCursorTimer *timer)
{
  g_autoptr (GString) name = NULL;
  g_autofree char *label = NULL;

  if (timer->task == JUG_TASK_LOOP)
    return add_text (self, _ ("callback"));
  if (timer->effect == JUG_TIMER_WAKES)
    return add_task_label (self, timer->task);
  name = g_string_new (NULL);
  jug_task_label_append (self->trace, timer->task, self->label, self->label_data, name);
  /* Translators: a timer that cancels the task %s when it is due */
  label = g_strdup_printf (_ ("timeout of %s"), name->str);
  return add_text (self, label);
}

static void
collect_timers (JugLoopChips *self)
{
  guint n = jug_cursor_get_n_timers (self->cursor);
  gint64 now_ns = jug_cursor_get_time (self->cursor);
  JugCursorTimer timer;

  for (guint i = 0; i < MIN (n, MAX_CHIPS); i++)
    {
      JugLoopChip *chip;

      if (!jug_cursor_get_timer (self->cursor, i, &timer))
        break;
      chip =
          add_chip (self, JUG_LOOP_TIMERS,
                    timer.effect == JUG_TIMER_CANCELS ? JUG_CHIP_TIMEOUT : JUG_CHIP_TIMER,
                    JUG_PICTURE_TIMER, timer.task, timer.arm_event);
      chip->label = add_timer_label (self, &timer);
      chip->detail = begin_text (self);
      if (timer.deadline_ns > now_ns)
        {
          g_autoptr (GString) time = g_string_new (NULL);

          jug_time_append_short (time, timer.deadline_ns - now_ns);
          /* Translators: the time that is left to a timer, as 1.5 s */
          g_string_append_printf (self->texts, _ ("in %s"), time->str);
        }
      else
        /* Translators: a timer's time has come */
        g_string_append (self->texts, _ ("due"));
      end_text (self);
    }
  self->n_all[JUG_LOOP_TIMERS] = n;
}

static void
collect_outside (JugLoopChips *self)
{
  guint n = jug_cursor_get_n_operations (self->cursor);
  JugCursorOperation operation;

  for (guint i = 0; i < MIN (n, MAX_CHIPS); i++)
    {
      JugLoopChip *chip;
      g_autofree char *size = NULL;

      if (!jug_cursor_get_operation (self->cursor, i, &operation))
        break;
      chip = add_chip (self, JUG_LOOP_OUTSIDE, JUG_CHIP_OUTSIDE, JUG_PICTURE_TASK,
                       operation.task, operation.start_event);
      chip->label =
          operation.text != 0
              ? add_text (self, jug_trace_get_string (self->trace, operation.text))
              : add_task_label (self, operation.task);
      if (operation.bytes == 0)
        continue;
      size = g_format_size (operation.bytes);
      chip->detail = add_text (self, size);
    }
  self->n_all[JUG_LOOP_OUTSIDE] = n;
}

static void
collect_task (JugLoopChips *self, guint32 number, const JugCursorTask *task)
{
  JugLoopSection section = JUG_LOOP_DONE;
  JugChipLook look = JUG_CHIP_DONE;
  const char *result;
  JugLoopChip *chip;

  switch (task->status)
    {
    case JUG_STATUS_WAITING:
      section = JUG_LOOP_WAITING;
      look = JUG_CHIP_WAITING;
      break;
    case JUG_STATUS_DONE:
      break;
    case JUG_STATUS_FAILED:
      look = JUG_CHIP_FAILED;
      break;
    case JUG_STATUS_CANCELLED:
      look = JUG_CHIP_CANCELLED;
      break;
    case JUG_STATUS_ABSENT:
    case JUG_STATUS_CREATED:
    case JUG_STATUS_RUNNING:
    case JUG_STATUS_READY:
      return;
    }
  chip = add_chip (self, section, look, JUG_PICTURE_TASK, number, task->status_event);
  if (chip == NULL)
    return;
  chip->label = add_task_label (self, number);
  if (look == JUG_CHIP_WAITING)
    {
      chip->asked_to_cancel = task->cancel_requests > 0;
      chip->detail = begin_text (self);
      append_reason (self, number);
      end_text (self);
      return;
    }
  result = jug_trace_get_string (self->trace, task->result);
  if (look != JUG_CHIP_CANCELLED && *result != '\0' && !g_str_equal (result, "None"))
    chip->detail = add_text (self, result);
}

/* Collects what there is at @cursor; which may move afterwards. */
JugLoopChips *
jug_loop_chips_new (JugCursor *cursor, JugTaskLabelFunc label, gpointer label_data)
{
  JugLoopChips *self = g_new0 (JugLoopChips, 1);
  guint32 n_tasks = jug_cursor_get_n_tasks (cursor);

  self->cursor = cursor;
  self->trace = jug_cursor_get_trace (cursor);
  self->label = label;
  self->label_data = label_data;
  self->texts = g_string_new (NULL);
  for (guint i = 0; i < JUG_LOOP_N_SECTIONS; i++)
    self->chips[i] = g_array_new (FALSE, FALSE, sizeof (JugLoopChip));
  /* The text at 0 is the empty one. */
  end_text (self);

  collect_running (self);
  collect_ready (self);
  collect_timers (self);
  collect_outside (self);
  for (guint32 task = 1; task <= n_tasks; task++)
    collect_task (self, task, jug_cursor_get_task (cursor, task));

  self->cursor = NULL;
  self->trace = NULL;
  self->label_data = NULL;
  return self;
}

void
jug_loop_chips_free (JugLoopChips *self)
{
  for (guint i = 0; i < JUG_LOOP_N_SECTIONS; i++)
    g_clear_pointer (&self->chips[i], g_array_unref);
  g_string_free (g_steal_pointer (&self->texts), TRUE);
  g_free (self);
}

/* Words */

static char *
describe_chip (JugLoopChips *self, const JugLoopChip *chip)
{
  const char *label = self->texts->str + chip->label;
  const char *detail = self->texts->str + chip->detail;

  switch (chip->look)
    {
    case JUG_CHIP_RUNNING:
      /* Translators: a task */
      return g_strdup_printf (_ ("%s runs"), label);
    case JUG_CHIP_CALLBACK:
      return g_strdup (_ ("the loop runs a callback"));
    case JUG_CHIP_IDLE:
      /* Translators: %s as “waiting until 1.0 s” */
      return g_strdup_printf (_ ("the loop is idle: %s"), label);
    case JUG_CHIP_READY:
      /* Translators: a task or a callback */
      return g_strdup_printf (_ ("%s is in the ready queue"), label);
    case JUG_CHIP_READY_CANCELLED:
      /* Translators: a task or a callback */
      return g_strdup_printf (_ ("%s is in the ready queue, but will be skipped"), label);
    case JUG_CHIP_TIMER:
      /* Translators: a task; when its timer is due, as “in 1.0 s” */
      return g_strdup_printf (_ ("timer of %s, %s"), label, detail);
    case JUG_CHIP_TIMEOUT:
      return g_strdup_printf ("%s, %s", label, detail);
    case JUG_CHIP_OUTSIDE:
      if (*detail == '\0')
        /* Translators: what is asked of the outside world */
        return g_strdup_printf (_ ("under way outside: %s"), label);
      /* Translators: what is asked of the outside world, and how many bytes it brought */
      return g_strdup_printf (_ ("under way outside: %s, %s"), label, detail);
    case JUG_CHIP_WAITING:
      if (chip->asked_to_cancel)
        /* Translators: a task; what it waits for */
        return g_strdup_printf (_ ("%s waits: %s; it was asked to cancel"), label,
                                detail);
      /* Translators: a task; what it waits for */
      return g_strdup_printf (_ ("%s waits: %s"), label, detail);
    case JUG_CHIP_DONE:
      if (*detail == '\0')
        return g_strdup_printf (_ ("%s is done"), label);
      /* Translators: a task; its result */
      return g_strdup_printf (_ ("%s is done with result %s"), label, detail);
    case JUG_CHIP_FAILED:
      /* Translators: a task; the name of an exception */
      return g_strdup_printf (_ ("%s failed with %s"), label, detail);
    case JUG_CHIP_CANCELLED:
      return g_strdup_printf (_ ("%s was cancelled"), label);
    }
  g_assert_not_reached ();
}

/* Puts into words what @ref stands for; NULL if it is not there. */
char *
jug_loop_chips_describe (JugLoopChips *self, const JugPictureRef *ref)
{
  for (guint i = 0; i < JUG_LOOP_N_SECTIONS; i++)
    for (guint j = 0; j < self->chips[i]->len; j++)
      {
        const JugLoopChip *chip = &g_array_index (self->chips[i], JugLoopChip, j);

        if (jug_picture_ref_equal (&chip->ref, ref))
          return describe_chip (self, chip);
      }
  return NULL;
}
