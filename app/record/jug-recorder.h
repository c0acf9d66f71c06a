/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a trace comes to be: program, parameters, journal and clock make a trace. */
#pragma once

#include "jug-journal.h"
#include "jug-program.h"
#include "jug-record-error.h"

G_BEGIN_DECLS

/**
 * JugClockKind:
 * @JUG_CLOCK_VIRTUAL: time jumps to the next timer when nothing is ready
 * @JUG_CLOCK_REAL: time is the machine's
 *
 * The clock that a program runs under.
 */
typedef enum
{
  JUG_CLOCK_VIRTUAL,
  JUG_CLOCK_REAL
} JugClockKind;

/**
 * JUG_RECORD_EVENT_LIMIT:
 *
 * How many events a recording gets at the most, unless told otherwise: 64 MB.
 */
#define JUG_RECORD_EVENT_LIMIT 2000000

/**
 * JugRecordOptions:
 * @values: (nullable): the program's parameters in their order, or %NULL for the defaults
 * @journal: (nullable): what the learner did to the run, or %NULL for nothing
 * @clock: which clock it runs under
 * @event_limit: how many events it may have, 0 for %JUG_RECORD_EVENT_LIMIT
 *
 * Everything besides the program that decides what a run does.  Under a virtual clock
 * equal options make equal traces.
 */
typedef struct
{
  const double *values;
  JugJournal *journal;
  JugClockKind clock;
  guint32 event_limit;
} JugRecordOptions;

gboolean jug_record (const JugProgram *program,
                     const JugRecordOptions *options,
                     JugTrace *trace,
                     GCancellable *cancellable,
                     GError **error);

G_END_DECLS
