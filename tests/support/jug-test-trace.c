/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes traces for tests, event by event or whole, as the native engine would. */
#include "jug-test-trace.h"

/* What is remembered of a callback. */
typedef struct
{
  guint32 cause;  /* what queued it */
  guint32 text;   /* what it does */
  guint32 future; /* which one it completes, for a sleep's timer */
  guint32 task;   /* whose wait that ends */
} Callback;

/* What is remembered of a task. */
typedef struct
{
  guint32 callback; /* of its next step */
} Task;

struct _JugTestTrace
{
  JugTrace *trace;
  GArray *callbacks; /* of Callback, by number */
  GArray *tasks;     /* of Task, by number */
  gint64 time_ns;
  guint32 iteration;
  guint32 n_ready;
  guint32 running; /* the task that runs */
  guint32 within;  /* the step or callback that runs, or JUG_NO_EVENT */
  guint32 n_objects;
};

static Callback *
get_callback (JugTestTrace *self, guint32 callback)
{
  if (callback >= self->callbacks->len)
    g_array_set_size (self->callbacks, callback + 1);
  return &g_array_index (self->callbacks, Callback, callback);
}

static Task *
get_task (JugTestTrace *self, guint32 task)
{
  if (task >= self->tasks->len)
    g_array_set_size (self->tasks, task + 1);
  return &g_array_index (self->tasks, Task, task);
}

static guint32
intern (JugTestTrace *self, const char *text)
{
  return jug_trace_intern (self->trace, text);
}

JugTestTrace *
jug_test_trace_new (void)
{
  JugTestTrace *self = g_new0 (JugTestTrace, 1);

  self->trace = jug_trace_new ();
  self->within = JUG_NO_EVENT;
  self->callbacks = g_array_new (FALSE, TRUE, sizeof (Callback));
  self->tasks = g_array_new (FALSE, TRUE, sizeof (Task));
  return self;
}

void
jug_test_trace_free (JugTestTrace *self)
{
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_clear_pointer (&self->callbacks, g_array_unref);
  g_clear_pointer (&self->tasks, g_array_unref);
  g_free (self);
}

JugTrace *
jug_test_trace_finish (JugTestTrace *self)
{
  JugTrace *trace = g_steal_pointer (&self->trace);

  jug_trace_seal (trace);
  jug_test_trace_free (self);
  return trace;
}

JugTrace *
jug_test_trace_get_trace (JugTestTrace *self)
{
  return self->trace;
}

gint64
jug_test_trace_get_time (JugTestTrace *self)
{
  return self->time_ns;
}

void
jug_test_trace_set_time (JugTestTrace *self, gint64 time_ns)
{
  self->time_ns = time_ns;
}

guint32
jug_test_trace_add_event (JugTestTrace *self, JugEvent event)
{
  event.time_ns = self->time_ns;
  event.iteration = self->iteration;
  if ((jug_event_kind_get_shape (event.kind) & JUG_EVENT_HAS_CAUSE) &&
      event.cause == JUG_NO_EVENT)
    event.cause = self->within;
  return jug_trace_append (self->trace, &event);
}

guint32
jug_test_trace_add (
    JugTestTrace *self, JugEventKind kind, guint32 task, guint32 object, guint detail)
{
  return jug_test_trace_add_event (self, (JugEvent){
                                             .kind = (guint8) kind,
                                             .task = task,
                                             .object = object,
                                             .detail = (guint8) detail,
                                             .cause = JUG_NO_EVENT,
                                         });
}

guint32
jug_test_trace_iteration (JugTestTrace *self)
{
  self->iteration++;
  return jug_test_trace_add_event (self, (JugEvent){
                                             .kind = JUG_EVENT_ITERATION,
                                             .value = self->n_ready,
                                             .cause = JUG_NO_EVENT,
                                         });
}

void
jug_test_trace_poll (JugTestTrace *self, gint64 deadline_ns)
{
  jug_test_trace_add_event (
      self, (JugEvent){ .kind = JUG_EVENT_POLL, .deadline_ns = deadline_ns });
  self->time_ns = MAX (self->time_ns, deadline_ns);
}

void
jug_test_trace_fire (JugTestTrace *self, guint32 timer, gboolean tie)
{
  Callback *callback = get_callback (self, timer);

  callback->cause = jug_test_trace_add_event (self, (JugEvent){
                                                        .kind = JUG_EVENT_TIMER_FIRE,
                                                        .object = timer,
                                                        .detail = tie ? 1 : 0,
                                                        .cause = callback->cause,
                                                    });
  self->n_ready++;
}

void
jug_test_trace_run (JugTestTrace *self)
{
  jug_test_trace_add_event (self, (JugEvent){
                                      .kind = JUG_EVENT_RUN,
                                      .value = self->n_ready,
                                      .cause = JUG_NO_EVENT,
                                  });
}

guint32
jug_test_trace_queue (JugTestTrace *self, guint32 task, const char *text, guint32 cause)
{
  guint32 callback = ++self->n_objects;
  guint32 text_number = intern (self, text);
  guint32 event = jug_test_trace_add_event (self, (JugEvent){
                                                      .kind = JUG_EVENT_CALLBACK_QUEUE,
                                                      .task = task,
                                                      .object = callback,
                                                      .text = text_number,
                                                      .cause = cause,
                                                  });

  *get_callback (self, callback) = (Callback){ .cause = event, .text = text_number };
  if (task != JUG_TASK_LOOP)
    get_task (self, task)->callback = callback;
  self->n_ready++;
  return callback;
}

guint32
jug_test_trace_callback (JugTestTrace *self, guint32 callback)
{
  Callback *known = get_callback (self, callback);

  self->n_ready--;
  self->within = jug_test_trace_add_event (self, (JugEvent){
                                                     .kind = JUG_EVENT_CALLBACK_RUN,
                                                     .object = callback,
                                                     .text = known->text,
                                                     .cause = known->cause,
                                                 });
  return self->within;
}

void
jug_test_trace_callback_end (JugTestTrace *self, guint32 callback)
{
  jug_test_trace_add (self, JUG_EVENT_CALLBACK_END, 0, callback, 0);
  self->within = JUG_NO_EVENT;
}

guint32
jug_test_trace_create (JugTestTrace *self, const char *name)
{
  guint32 task = jug_trace_get_n_tasks (self->trace) + 1;
  guint32 event = jug_test_trace_add_event (self, (JugEvent){
                                                      .kind = JUG_EVENT_TASK_CREATE,
                                                      .task = task,
                                                      .object = self->running,
                                                      .text = intern (self, name),
                                                      .cause = JUG_NO_EVENT,
                                                  });

  jug_test_trace_queue (self, task, NULL, event);
  return task;
}

void
jug_test_trace_step (JugTestTrace *self, guint32 task, const char *exception)
{
  guint32 callback = get_task (self, task)->callback;

  self->n_ready--;
  self->running = task;
  self->within =
      jug_test_trace_add_event (self, (JugEvent){
                                          .kind = JUG_EVENT_STEP,
                                          .task = task,
                                          .object = callback,
                                          .text = intern (self, exception),
                                          .cause = get_callback (self, callback)->cause,
                                      });
}

void
jug_test_trace_line (JugTestTrace *self, guint32 line)
{
  jug_test_trace_add_event (self, (JugEvent){
                                      .kind = JUG_EVENT_LINE,
                                      .task = self->running,
                                      .object = line,
                                      .extra = 10 * line,
                                  });
}

void
jug_test_trace_print (JugTestTrace *self, const char *text)
{
  jug_test_trace_add_event (self, (JugEvent){
                                      .kind = JUG_EVENT_PRINT,
                                      .task = self->running,
                                      .text = intern (self, text),
                                      .cause = JUG_NO_EVENT,
                                  });
}

guint32
jug_test_trace_sleep (JugTestTrace *self, gint64 duration_ns)
{
  g_autofree char *label = g_strdup_printf ("%g", (double) duration_ns / 1e9);
  guint32 task = self->running;
  guint32 future = jug_test_trace_future (self, JUG_PURPOSE_SLEEP, label, 0);
  guint32 timer = ++self->n_objects;
  guint32 event =
      jug_test_trace_add_event (self, (JugEvent){
                                          .kind = JUG_EVENT_TIMER_ARM,
                                          .task = task,
                                          .object = timer,
                                          .deadline_ns = self->time_ns + duration_ns,
                                      });

  *get_callback (self, timer) = (Callback){
    .cause = event,
    .future = future,
    .task = task,
  };
  jug_test_trace_wait (self, JUG_WAIT_FUTURE, future);
  return timer;
}

void
jug_test_trace_wake (JugTestTrace *self, guint32 timer)
{
  Callback callback = *get_callback (self, timer);
  guint32 event = jug_test_trace_callback (self, timer);

  event = jug_test_trace_future_done (self, callback.future, JUG_OUTCOME_RESULT, "None",
                                      event);
  jug_test_trace_queue (self, callback.task, NULL, event);
  jug_test_trace_callback_end (self, timer);
}

void
jug_test_trace_wait (JugTestTrace *self, JugWaitKind kind, guint32 object)
{
  guint32 task = self->running;
  guint32 event = jug_test_trace_add (self, JUG_EVENT_WAIT, task, object, kind);

  self->running = JUG_TASK_LOOP;
  self->within = JUG_NO_EVENT;
  if (kind == JUG_WAIT_YIELD)
    jug_test_trace_queue (self, task, NULL, event);
}

guint32
jug_test_trace_done (JugTestTrace *self, JugOutcome outcome, const char *text)
{
  guint32 event = jug_test_trace_add_event (self, (JugEvent){
                                                      .kind = JUG_EVENT_DONE,
                                                      .task = self->running,
                                                      .detail = (guint8) outcome,
                                                      .text = intern (self, text),
                                                      .cause = JUG_NO_EVENT,
                                                  });

  self->running = JUG_TASK_LOOP;
  self->within = JUG_NO_EVENT;
  return event;
}

guint32
jug_test_trace_cancel (JugTestTrace *self, guint32 task)
{
  return jug_test_trace_add (self, JUG_EVENT_CANCEL, task, self->running, 0);
}

guint32
jug_test_trace_future (JugTestTrace *self,
                       JugPurpose purpose,
                       const char *text,
                       guint32 owner)
{
  guint32 future = ++self->n_objects;

  jug_test_trace_add_event (self, (JugEvent){
                                      .kind = JUG_EVENT_FUTURE_CREATE,
                                      .task = self->running,
                                      .object = future,
                                      .detail = (guint8) purpose,
                                      .text = intern (self, text),
                                      .extra = owner,
                                  });
  return future;
}

void
jug_test_trace_child (JugTestTrace *self, guint32 future, guint32 task)
{
  jug_test_trace_add (self, JUG_EVENT_FUTURE_CHILD, task, future, 0);
}

guint32
jug_test_trace_future_done (JugTestTrace *self,
                            guint32 future,
                            JugOutcome outcome,
                            const char *text,
                            guint32 cause)
{
  return jug_test_trace_add_event (self, (JugEvent){
                                             .kind = JUG_EVENT_FUTURE_DONE,
                                             .task = self->running,
                                             .object = future,
                                             .detail = (guint8) outcome,
                                             .text = intern (self, text),
                                             .cause = cause,
                                         });
}

guint32
jug_test_trace_sync_create (JugTestTrace *self,
                            JugSyncKind kind,
                            const char *text,
                            guint32 capacity)
{
  guint32 sync = ++self->n_objects;

  jug_test_trace_add_event (self, (JugEvent){
                                      .kind = JUG_EVENT_SYNC_CREATE,
                                      .task = self->running,
                                      .object = sync,
                                      .detail = (guint8) kind,
                                      .text = intern (self, text),
                                      .extra = capacity,
                                  });
  return sync;
}

void
jug_test_trace_sync (JugTestTrace *self, guint32 sync, JugSyncOp op, guint32 level)
{
  jug_test_trace_add_event (self, (JugEvent){
                                      .kind = JUG_EVENT_SYNC,
                                      .task = self->running,
                                      .object = sync,
                                      .detail = (guint8) op,
                                      .value = level,
                                      .cause = JUG_NO_EVENT,
                                  });
}
