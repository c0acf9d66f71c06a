/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anything that GIO does asynchronously, as something that a task can await. */
#include "jug-io.h"

typedef struct
{
  char *label;
  JugIoStartFunc start;
  JugIoFinishFunc finish;
  gpointer data;
  GDestroyNotify free_data;
} Arguments;

/* Shared by the coroutine and the callback: either may be over first. */
struct _JugIo
{
  guint n_refs;
  Arguments arguments;
  JugLoop *loop; /* (unowned): the callback comes in its context, and so in its time */
  JugFuture *future;
  GCancellable *cancellable;
  guint32 number;
  guint32 start_event;
  char *outcome; /* (nullable) */
};

/* GIO's codes for which Python has an exception of its own; for all others it is
 * OSError. */
static const struct
{
  GIOErrorEnum code;
  const char *name;
} names[] = {
  { G_IO_ERROR_NOT_FOUND, "FileNotFoundError" },
  { G_IO_ERROR_EXISTS, "FileExistsError" },
  { G_IO_ERROR_PERMISSION_DENIED, "PermissionError" },
  { G_IO_ERROR_IS_DIRECTORY, "IsADirectoryError" },
  { G_IO_ERROR_NOT_DIRECTORY, "NotADirectoryError" },
  { G_IO_ERROR_TIMED_OUT, "TimeoutError" },
  { G_IO_ERROR_CONNECTION_REFUSED, "ConnectionRefusedError" },
  { G_IO_ERROR_CONNECTION_CLOSED,
    "ConnectionResetError" }, /* and BROKEN_PIPE, its synonym */
  { G_IO_ERROR_PARTIAL_INPUT, "IncompleteReadError" },
};

static void
clear_arguments (gpointer data)
{
  Arguments *arguments = data;

  g_clear_pointer (&arguments->label, g_free);
  if (arguments->free_data)
    g_clear_pointer (&arguments->data, arguments->free_data);
}

static JugIo *
new_io (Arguments *arguments)
{
  JugLoop *loop = jug_loop_get_current ();
  JugIo *self = g_new0 (JugIo, 1);

  self->n_refs = 1;
  self->arguments = *arguments;
  *arguments = (Arguments){ 0 };
  self->loop = loop;
  self->cancellable = g_cancellable_new ();
  self->future = jug_future_new_for (loop, JUG_PURPOSE_IO, self->arguments.label, 0);
  self->number = jug_loop_new_object (loop);
  self->start_event = jug_loop_record (
      loop, .kind = JUG_EVENT_IO_START, .task = JUG_LOOP_FRONT (loop)->current_task,
      .object = self->number, .text = jug_loop_intern (loop, self->arguments.label),
      .cause = JUG_LOOP_FRONT (loop)->activity);
  return self;
}

static void
unref_io (JugIo *self)
{
  if (--self->n_refs > 0)
    return;
  clear_arguments (&self->arguments);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->outcome, g_free);
  g_clear_pointer (&self->future, jug_future_unref);
  g_free (self);
}

static gboolean
run_io (gpointer data, JugValue *result, GError **error)
{
  JugIo *self = new_io (data);
  gboolean ok;

  self->n_refs++; /* the callback's */
  jug_loop_hold (self->loop);
  self->arguments.start (self, self->arguments.data);
  ok = jug_future_await (self->future, result, error);
  if (!jug_future_is_done (self->future) || jug_future_is_cancelled (self->future))
    g_cancellable_cancel (self->cancellable);
  unref_io (self);
  return ok;
}

JugCoroutine *
jug_io_new (const char *name,
            const char *label,
            JugIoStartFunc start,
            JugIoFinishFunc finish,
            gpointer data,
            GDestroyNotify free_data)
{
  Arguments arguments = { g_strdup (label), start, finish, data, free_data };

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (start != NULL && finish != NULL, NULL);

  return jug_coroutine_new (name, run_io, &arguments, sizeof arguments, clear_arguments);
}

static guint32
record_end (JugIo *self, const GError *problem)
{
  gboolean is_cancelled = g_cancellable_is_cancelled (self->cancellable);
  const char *text = problem ? jug_exception_get_name (problem) : self->outcome;

  return jug_loop_record (self->loop, .kind = JUG_EVENT_IO_DONE,
                          .detail = is_cancelled ? JUG_OUTCOME_CANCELLED
                                    : problem    ? JUG_OUTCOME_EXCEPTION
                                                 : JUG_OUTCOME_RESULT,
                          .object = self->number,
                          .text =
                              jug_loop_intern (self->loop, is_cancelled ? NULL : text),
                          .cause = self->start_event);
}

void
jug_io_ready_cb (GObject *source, GAsyncResult *result, gpointer io)
{
  JugIo *self = io;
  JugValue value = JUG_NONE;
  GError *problem = NULL;
  guint32 before = JUG_LOOP_FRONT (self->loop)->activity;
  gboolean ok =
      self->arguments.finish (self->arguments.data, source, result, &value, &problem);

  if (!ok && problem->domain != JUG_EXCEPTION)
    {
      GError *exception = jug_io_exception_new (problem);

      g_error_free (problem);
      problem = exception;
    }
  /* Whoever waits is woken by this event, not by what the loop did last. */
  JUG_LOOP_FRONT (self->loop)->activity = record_end (self, problem);
  if (jug_future_is_done (self->future))
    {
      jug_value_clear (&value);
      g_clear_error (&problem);
    }
  else if (ok)
    jug_future_set_result (self->future, value, NULL);
  else
    jug_future_set_exception (self->future, problem, NULL);
  JUG_LOOP_FRONT (self->loop)->activity = before;
  jug_loop_release (self->loop);
  unref_io (self);
}

GCancellable *
jug_io_get_cancellable (JugIo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

void
jug_io_report_bytes (JugIo *self, gsize n_bytes)
{
  g_return_if_fail (self != NULL);

  jug_loop_record (self->loop, .kind = JUG_EVENT_IO_DATA, .object = self->number,
                   .value = MIN (n_bytes, G_MAXUINT32), .cause = self->start_event);
}

void
jug_io_set_outcome (JugIo *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->outcome);
  self->outcome = g_strdup (text);
}

GError *
jug_io_exception_new (const GError *error)
{
  const char *name = "OSError";

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == G_RESOLVER_ERROR)
    name = "gaierror";
  else if (error->domain == G_IO_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if (error->code == (int) names[i].code)
        name = names[i].name;
  return jug_exception_new (name, "%s", error->message);
}
