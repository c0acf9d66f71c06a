/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a trace comes to be of a Python program: CPython runs it, under observation. */
#pragma once

#include "jug-recorder.h"

#include <signal.h>

G_BEGIN_DECLS

/**
 * JUG_RECORD_PROCESS_LIMIT:
 *
 * How many processes a watched program may consist of.
 */
#define JUG_RECORD_PROCESS_LIMIT 64

/**
 * JugPythonProgram:
 * @file: (nullable): the path of the program
 * @module: (nullable): the module that is run instead, as by `python3 -m`
 * @arguments: (nullable) (array zero-terminated=1): the program's arguments
 * @folder: (nullable): where it works; %NULL for where this process does
 *
 * A Python program.  What the trace says about it as a whole is what its source finds
 * out, unless the trace says so already.
 */
typedef struct
{
  const char *file;
  const char *module;
  const char *const *arguments;
  const char *folder;
} JugPythonProgram;

/**
 * JugPythonOptions:
 * @python: (nullable): the interpreter; %NULL for `python3` of PATH
 * @clock: which clock it runs under
 * @without_frames: whether await chains are left out
 * @without_locals: whether local variables are left out
 * @is_isolated: whether it runs without network and without the person's files; then it
 * may write into its folder only
 * @is_watched: whether it is stopped when it grows beyond what a lesson needs: too many
 * processes, too much memory
 * @is_apart: whether it has no part in the terminal
 * @event_limit: how many events it may have, 0 for %JUG_RECORD_EVENT_LIMIT
 * @stdin_fd: what it reads as standard input, -1 for nothing
 * @interrupts: (nullable): counts how often the program is to be interrupted, as Ctrl+C
 * does; a signal handler may count it up
 *
 * How a Python program is run.
 */
typedef struct
{
  const char *python;
  JugClockKind clock;
  gboolean without_frames;
  gboolean without_locals;
  gboolean is_isolated;
  gboolean is_watched;
  gboolean is_apart;
  guint32 event_limit;
  int stdin_fd;
  const volatile sig_atomic_t *interrupts;
} JugPythonOptions;

gboolean jug_record_python (const JugPythonProgram *program,
                            const JugPythonOptions *options,
                            JugTrace *trace,
                            int *status,
                            GCancellable *cancellable,
                            GError **error);

/**
 * JUG_TRACE_EXIT_STATUS:
 *
 * The property that holds the exit status of a Python program; a negative number is that
 * of the signal that ended it.
 */
#define JUG_TRACE_EXIT_STATUS "exit-status"

/**
 * JUG_TRACE_STARTED:
 *
 * The property that a source sets once any event loop runs.
 */
#define JUG_TRACE_STARTED "started"

/**
 * JUG_TRACE_UNOBSERVED:
 *
 * The property that names the event loop that ran and could not be observed.
 */
#define JUG_TRACE_UNOBSERVED "unobserved"

G_END_DECLS
