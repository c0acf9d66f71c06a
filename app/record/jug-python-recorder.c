/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a trace comes to be of a Python program: CPython runs it, under observation. */
#include "jug-python-recorder.h"

#include "jug-child.h"
#include "jug-interpreter.h"
#include "jug-record-resources.h"
#include "jug-sandbox.h"
#include "jug-scratch-folder.h"
#include "jug-trace-feed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHIM_RESOURCE "/io/github/juggler/Juggler/record/juggler_shim.py"
#define SHIM_NAME "juggler_shim.py"

enum
{
  TICK_MS = 30,        /* between two looks at what was written */
  TICKS_PER_COUNT = 4, /* between two looks at how many processes there are */
  GRACE_MS = 1500,     /* for a program that is stopped to clean up */
  FEED_FD = 3,         /* in the child */
  TEXT_LIMIT = 64 * 1024 * 1024,
  STATUS_LIMIT = 124, /* with which the shim ends a program that reached a limit */
};

#define MEMORY_LIMIT (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)

/* One recording, while it goes on. */
typedef struct
{
  const JugPythonProgram *program;
  const JugPythonOptions *options;
  JugTrace *trace;
  GCancellable *cancellable;

  JugScratchFolder *folder; /* the shim's */
  char *shim;               /* path */
  char *executable;         /* (nullable): of the interpreter, if it was asked */
  JugTraceFeed *feed;
  JugChild *child;
  int n_interrupts;
  const char *limit; /* (nullable): because of what it was stopped */
} Recording;

static void
clear_recording (Recording *self)
{
  g_clear_pointer (&self->child, jug_child_free);
  g_clear_pointer (&self->feed, jug_trace_feed_free);
  g_clear_pointer (&self->folder, jug_scratch_folder_free);
  g_free (self->shim);
  g_free (self->executable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recording, clear_recording)

static gboolean
write_shim (Recording *self, GError **error)
{
  /* Asked for by name, the resource is linked in. */
  g_autoptr (GBytes) shim = g_resource_lookup_data (
      jug_record_get_resource (), SHIM_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gconstpointer data;
  gsize size;

  if (!shim)
    return FALSE;
  self->folder = jug_scratch_folder_new (error);
  if (!self->folder)
    return FALSE;
  data = g_bytes_get_data (shim, &size);
  self->shim =
      jug_scratch_folder_write (self->folder, SHIM_NAME, data, (gssize) size, error);
  return self->shim != NULL;
}

static void
add (GPtrArray *argv, const char *word)
{
  g_ptr_array_add (argv, g_strdup (word));
}

static void
add_number (GPtrArray *argv, const char *option, guint64 number)
{
  add (argv, option);
  g_ptr_array_add (argv, g_strdup_printf ("%" G_GUINT64_FORMAT, number));
}

static guint32
get_event_limit (const Recording *self)
{
  return self->options->event_limit > 0 ? self->options->event_limit
                                        : JUG_RECORD_EVENT_LIMIT;
}

static const char *
get_python (const Recording *self)
{
  if (self->executable)
    return self->executable;
  return self->options->python ? self->options->python : "python3";
}

/* The interpreter, the shim, what the shim is told, the program and its arguments. */
static char **
make_command (Recording *self)
{
  GPtrArray *argv = g_ptr_array_new ();
  const JugPythonProgram *program = self->program;

  add (argv, get_python (self));
  add (argv, self->shim);
  add_number (argv, "--feed-fd", FEED_FD);
  add_number (argv, "--event-limit", get_event_limit (self));
  add_number (argv, "--text-limit", TEXT_LIMIT);
  add (argv, "--stop-at-limit");
  if (self->options->clock == JUG_CLOCK_VIRTUAL)
    add (argv, "--virtual-time");
  if (self->options->without_frames)
    add (argv, "--no-frames");
  if (self->options->without_locals)
    add (argv, "--no-locals");
  if (program->module)
    {
      add (argv, "-m");
      add (argv, program->module);
    }
  else
    add (argv, program->file);
  add (argv, "--");
  for (guint i = 0; program->arguments && program->arguments[i]; i++)
    add (argv, program->arguments[i]);
  g_ptr_array_add (argv, NULL);
  return (char **) g_ptr_array_free (argv, FALSE);
}

/* A command that runs the same in isolation. */
static char **
isolate (Recording *self, GError **error)
{
  JugSandbox sandbox = jug_sandbox_find (self->cancellable);
  g_autoptr (JugInterpreter) interpreter = NULL;
  g_auto (GStrv) argv = NULL;
  const char *readable[5] = { 0 };

  if (sandbox == JUG_SANDBOX_NONE)
    {
      g_set_error_literal (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_SANDBOX,
                           _ ("Nothing on this system can isolate a program; install "
                              "bubblewrap, or run it without isolation."));
      return NULL;
    }
  interpreter = jug_interpreter_ask (get_python (self), self->cancellable, error);
  if (!interpreter)
    return NULL;
  self->executable = g_strdup (interpreter->executable);
  readable[0] = interpreter->prefix;
  readable[1] = interpreter->base_prefix;
  readable[2] = jug_scratch_folder_get_path (self->folder);
  readable[3] = self->program->file;
  argv = make_command (self);
  return jug_sandbox_wrap (sandbox, (const char *const *) argv, self->program->folder,
                           readable, FEED_FD);
}

static gboolean
start (Recording *self, GError **error)
{
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) why = NULL;
  JugChildOptions child = {
    .folder = self->program->folder,
    .stdin_fd = self->options->stdin_fd,
    .pass_as = FEED_FD,
    .is_apart = self->options->is_apart || self->options->is_isolated,
    .address_space = self->options->is_watched ? MEMORY_LIMIT : 0,
  };

  if (!write_shim (self, error))
    return FALSE;
  self->feed = jug_trace_feed_new (get_event_limit (self), TEXT_LIMIT, error);
  if (!self->feed)
    return FALSE;
  argv = self->options->is_isolated ? isolate (self, error) : make_command (self);
  if (!argv)
    return FALSE;
  child.argv = (const char *const *) argv;
  child.pass_fd = jug_trace_feed_get_fd (self->feed);
  self->child = jug_child_spawn (&child, &why);
  if (self->child)
    return TRUE;
  if (g_error_matches (why, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    jug_record_fail_without_python (get_python (self), error);
  else
    g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/* As Ctrl+C would, so that it can clean up; then without asking. */
static void
stop (Recording *self)
{
  jug_child_interrupt (self->child);
  for (guint i = 0; i < GRACE_MS / TICK_MS; i++)
    {
      if (jug_child_wait (self->child, NULL, TICK_MS))
        return;
      if (!jug_trace_feed_read (self->feed, self->trace, FALSE, NULL))
        break;
    }
  jug_child_kill (self->child);
}

/* Hands on what was asked for since. */
static void
interrupt (Recording *self)
{
  int n_asked = self->options->interrupts ? *self->options->interrupts : 0;

  for (; self->n_interrupts < n_asked; self->n_interrupts++)
    jug_child_interrupt (self->child);
}

/* Follows the program to its end. */
static gboolean
follow (Recording *self, GError **error)
{
  for (guint tick = 1; !jug_child_wait (self->child, self->cancellable, TICK_MS); tick++)
    {
      if (!jug_trace_feed_read (self->feed, self->trace, FALSE, error))
        {
          jug_child_kill (self->child);
          return FALSE;
        }
      interrupt (self);
      if (g_cancellable_is_cancelled (self->cancellable))
        {
          self->limit = _ ("you stopped it");
          stop (self);
          break;
        }
      if (self->options->is_watched && tick % TICKS_PER_COUNT == 0 &&
          jug_child_count_processes (self->child) > JUG_RECORD_PROCESS_LIMIT)
        {
          self->limit = _ ("it started too many processes");
          jug_child_kill (self->child);
          break;
        }
    }
  while (!jug_child_wait (self->child, NULL, 1000))
    ;
  return jug_trace_feed_read (self->feed, self->trace, TRUE, error);
}

/* The last line that says something, which of a traceback is the exception. */
static char *
dup_last_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *start;

  g_strchomp (valid);
  start = strrchr (valid, '\n');
  return g_strdup (start ? start + 1 : valid);
}

/* The shim itself could not begin: an interpreter that is too old, say. */
static gboolean
fail_to_begin (Recording *self, int status, GError **error)
{
  g_autofree char *line = dup_last_line (jug_child_get_complaint (self->child));
  const char *said =
      g_str_has_prefix (line, "juggler_shim: ") ? line + strlen ("juggler_shim: ") : line;

  g_set_error (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_PROGRAM,
               *said
                   /* Translators: %s is what Python said last */
                   ? _ ("The program could not be started: %s")
                   : _ ("The program could not be started, and %s does not say why."),
               *said ? said : get_python (self));
  return FALSE;
}

static void
tell_limit (Recording *self)
{
  const JugEvent *last =
      jug_trace_get_event (self->trace, jug_trace_get_n_events (self->trace) - 1);
  JugEvent event = { .kind = JUG_EVENT_LIMIT,
                     .time_ns = last->time_ns,
                     .iteration = last->iteration,
                     .loop = last->loop,
                     .text = jug_trace_intern (self->trace, self->limit),
                     .cause = JUG_NO_EVENT };

  jug_trace_append (self->trace, &event);
}

static gboolean
finish (Recording *self, int *status, GError **error)
{
  int code = jug_child_get_status (self->child);
  g_autofree char *number = g_strdup_printf ("%d", code);

  if (jug_trace_get_property (self->trace, JUG_TRACE_ENGINE) == NULL)
    return fail_to_begin (self, code, error);
  if (self->limit && jug_trace_get_n_events (self->trace) > 0)
    tell_limit (self);
  jug_trace_set_property (self->trace, JUG_TRACE_EXIT_STATUS, number);
  if (status)
    *status = code;
  return TRUE;
}

/**
 * jug_record_python:
 * @program: what to run
 * @options: how
 * @trace: an empty trace to record into; may be followed from other threads meanwhile,
 * and is sealed at the end
 * @status: (out) (optional): the program's exit status; the negative number of the signal
 * that ended it
 * @cancellable: (nullable): stops the program; what was recorded stays
 * @error: a #JugRecordError
 *
 * Runs a program under CPython to its end, and blocks until then.  A program that fails
 * makes a trace like any other, and so does one that is killed: nothing that happened
 * before is lost.
 *
 * Returns: %FALSE if it could not be run at all
 */
gboolean
jug_record_python (const JugPythonProgram *program,
                   const JugPythonOptions *options,
                   JugTrace *trace,
                   int *status,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (Recording) self = {
    .program = program, .options = options, .trace = trace, .cancellable = cancellable
  };
  gboolean is_done;

  g_return_val_if_fail (program != NULL && options != NULL && trace != NULL, FALSE);
  g_return_val_if_fail ((program->file != NULL) != (program->module != NULL), FALSE);
  g_return_val_if_fail (!options->is_isolated || program->folder != NULL, FALSE);

  is_done =
      start (&self, error) && follow (&self, error) && finish (&self, status, error);
  jug_trace_seal (trace);
  return is_done;
}
