/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a file of trace events: times, names, arrows. */
#pragma once

#include "jug-span-index.h"

G_BEGIN_DECLS

/* Events that happened at one and the same time. */
typedef struct
{
  guint32 first;
  guint32 end; /* the event after the last one */
  gint64 time_ns;
  gint64 spread_ns; /* over how much time they are drawn */
} JugChromeMoment;

typedef struct
{
  JugTrace *trace; /* (unowned) */
  gint64 step_ns;  /* events of one moment are at most so far apart */
  gint64 end_ns;   /* the time of the last event */
  guint32 n_events;
  JugChromeMoment here; /* where it was read last */
} JugChromeClock;

void jug_chrome_clock_init (JugChromeClock *self, JugTrace *trace);
gint64 jug_chrome_clock_read (JugChromeClock *self, guint32 event);
gint64 jug_chrome_clock_read_far (JugChromeClock *self, guint32 event);
gint64 jug_chrome_clock_read_after (JugChromeClock *self, guint32 event);

/* What names are made from. */
typedef struct
{
  JugTrace *trace;        /* (unowned) */
  JugSpanIndex *index;    /* (unowned) */
  JugTaskLabelFunc label; /* (nullable) */
  gpointer label_data;    /* (unowned) */
} JugChromeNames;

void jug_chrome_append_label (const JugChromeNames *self, GString *out, guint32 task);
void jug_chrome_name_wait (const JugChromeNames *self, GString *name, guint32 wait);
void jug_chrome_cut_name (GString *name);

typedef enum
{
  JUG_CHROME_CREATES,
  JUG_CHROME_WAKES,
  JUG_CHROME_CANCELS
} JugChromeFlowKind;

/* An arrow from the slice of @from_task at @from to that of @to_task at @to.  No two lead
 * to the same event. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 from_task;
  guint32 to_task;
  JugChromeFlowKind kind;
} JugChromeFlow;

/* What has to be known of a trace before the first event is written. */
typedef struct
{
  GArray *flows;    /* of JugChromeFlow, by the event that they lead to */
  GArray *by_start; /* of guint32: numbers of flows, by the event that they come from */
  GArray *iteration_ends; /* of guint32: for each iteration, the event that ends it */
} JugChromePlan;

void jug_chrome_plan_init (JugChromePlan *self, JugSpanIndex *index);
void jug_chrome_plan_clear (JugChromePlan *self);

G_END_DECLS
