/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.sleep, after Lib/asyncio/tasks.py, sleep. */
#include "jug-sleep.h"

#include "jug-task-private.h"

typedef struct
{
  double seconds;
  JugValue result;
} Arguments;

/* Both live in the sleeper's frame: nobody else ever gets a reference. */
typedef struct
{
  JugTimer timer;
  JugFuture future;
  JugValue result;
} Sleep;

/* futures._set_result_unless_cancelled, an iteration before the sleeper resumes (S7) */
static void
wake_sleeper (JugLoop *loop, JugCallback *callback)
{
  Sleep *self = (Sleep *) callback;

  if (!loop)
    return;
  JUG_LOOP_FRONT (loop)->activity =
      jug_loop_record (loop, .kind = JUG_EVENT_CALLBACK_RUN, .object = callback->number,
                       .text = callback->text, .cause = callback->queue_event);
  if (!jug_future_is_done (&self->future))
    jug_future_set_result (&self->future, jug_value_copy (&self->result), NULL);
  jug_loop_record (loop, .kind = JUG_EVENT_CALLBACK_END, .object = callback->number);
  JUG_LOOP_FRONT (loop)->activity = JUG_NO_EVENT;
}

G_GNUC_NO_INLINE static gboolean
sleep_until_timer (JugLoop *loop,
                   const Arguments *arguments,
                   JugValue *result,
                   GError **error)
{
  Sleep self;
  char label[G_ASCII_DTOSTR_BUF_SIZE] = "";
  gboolean ok;

  self.timer = (JugTimer){ .callback.run = wake_sleeper };
  self.result = arguments->result;
  if (JUG_LOOP_FRONT (loop)->trace)
    {
      g_ascii_formatd (label, sizeof label, "%g", arguments->seconds);
      self.timer.waiter = JUG_LOOP_FRONT (loop)->current_task;
      self.timer.callback.text = jug_loop_intern (loop, "end of sleep");
    }
  jug_future_init (&self.future, loop, JUG_PURPOSE_SLEEP, label, 0);
  jug_loop_arm (loop, &self.timer,
                jug_loop_get_time (loop) + jug_clock_seconds_to_ns (arguments->seconds));
  ok = jug_future_await (&self.future, result, error);
  jug_loop_disarm (loop, &self.timer);
  jug_future_clear (&self.future);
  return ok;
}

static gboolean
run_sleep (gpointer data, JugValue *result, GError **error)
{
  Arguments *arguments = data;

  if (!(arguments->seconds <= 0))
    return sleep_until_timer (jug_loop_get_current (), arguments, result, error);
  if (!jug_task_suspend_inline (NULL, error))
    return FALSE;
  *result = jug_value_copy (&arguments->result);
  return TRUE;
}

static void
clear_arguments (gpointer data)
{
  jug_value_clear (&((Arguments *) data)->result);
}

/**
 * jug_sleep:
 * @seconds: how long; 0 and less yield exactly once (S15)
 *
 * `asyncio.sleep`: wakes at that time at the earliest, an iteration after its timer (S5,
 * S7).
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_sleep (double seconds)
{
  Arguments *arguments =
      jug_coroutine_alloc ("sleep", run_sleep, sizeof *arguments, NULL);

  arguments->seconds = seconds;
  arguments->result = JUG_NONE;
  return jug_coroutine_of_arguments (arguments);
}

/**
 * jug_sleep_result:
 * @seconds: how long
 * @result: (transfer full): what the sleep's await is to give
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_sleep_result (double seconds, JugValue result)
{
  Arguments arguments = { seconds, result };

  return jug_coroutine_new ("sleep", run_sleep, &arguments, sizeof arguments,
                            clear_arguments);
}
