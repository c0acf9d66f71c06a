/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a trace comes to be: program, parameters, journal and clock make a trace. */
#include "jug-recorder.h"

#include <glib/gi18n-lib.h>

enum
{
  LAST_DISPATCHES = 1000 /* so many the outside world gets after a program's end */
};

static void
interrupt_cb (GCancellable *cancellable, gpointer loop)
{
  jug_loop_interrupt (loop);
}

static void
run (const JugProgram *program,
     const JugRecordOptions *options,
     JugTrace *trace,
     GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  JugClock *clock =
      options->clock == JUG_CLOCK_REAL ? jug_clock_new_real () : jug_clock_new_virtual ();
  g_autoptr (JugLoop) loop = NULL;
  gulong handler = 0;

  g_main_context_push_thread_default (context);
  loop = jug_loop_new (context, clock, trace);
  jug_loop_set_event_limit (loop, options->event_limit > 0 ? options->event_limit
                                                           : JUG_RECORD_EVENT_LIMIT);
  if (cancellable)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), loop, NULL);
  /* How the program ended is in the trace: its last event says so. */
  jug_program_run (program, loop, options->values, NULL);
  g_cancellable_disconnect (cancellable, handler);
  /* What the program left to the outside world (a socket being closed) gets its end. */
  for (guint left = LAST_DISPATCHES;
       left > 0 && g_main_context_iteration (context, FALSE); left--)
    ;
  g_main_context_pop_thread_default (context);
}

/**
 * jug_record:
 * @program: what to run
 * @options: under which circumstances
 * @trace: an empty trace to record into; may be followed from other threads meanwhile,
 * and is sealed at the end
 * @cancellable: (nullable): stops the run; what was recorded stays
 * @error: a #JugRecordError
 *
 * Runs the program to its end on the calling thread, on a main context of its own.  A
 * program that fails makes a trace like any other.
 *
 * Returns: %FALSE if it could not be run at all
 */
gboolean
jug_record (const JugProgram *program,
            const JugRecordOptions *options,
            JugTrace *trace,
            GCancellable *cancellable,
            GError **error)
{
  g_return_val_if_fail (program != NULL && options != NULL && trace != NULL, FALSE);

  if (options->journal && jug_journal_get_length (options->journal) > 0)
    {
      g_set_error_literal (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_JOURNAL,
                           _ ("This version cannot change the course of a run yet."));
      jug_trace_seal (trace);
      return FALSE;
    }

  jug_trace_set_property (trace, JUG_TRACE_PROGRAM, program->id);
  jug_trace_set_property (trace, JUG_TRACE_ENGINE, "native");
  jug_trace_set_property (trace, JUG_TRACE_CLOCK,
                          options->clock == JUG_CLOCK_REAL ? "real" : "virtual");
  run (program, options, trace, cancellable);
  jug_trace_seal (trace);
  return TRUE;
}
