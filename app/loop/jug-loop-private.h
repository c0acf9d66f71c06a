/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop's fields, for the files of this folder. */
#pragma once

#include "jug-loop.h"
#include "jug-timer-heap.h"

G_BEGIN_DECLS

/* Where the loop is within an iteration when its source hands control back to GLib. */
typedef enum
{
  JUG_LOOP_BETWEEN, /* the next dispatch begins an iteration */
  JUG_LOOP_POLLING /* an iteration has begun and waits for a timer or the outside world */
} JugLoopPhase;

struct _JugLoop
{
  JugLoopFront front;

  /* owned */
  GMainContext *context;
  JugClock *clock;
  GSource *source; /* while it runs */

  /* the queues */
  JugCallback empty; /* stands where a callback was taken out */
  JugTimerHeap timers;
  GMutex foreign_lock;
  GQueue foreign;      /* of JugHandle; guarded by the lock */
  gint n_foreign;      /* its length, readable without the lock */
  gint is_interrupted; /* set from any thread */

  /* state */
  gint64 now_ns;        /* time of the events being appended */
  gint64 poll_start_ns; /* when the iteration found nothing ready */
  guint64 next_sequence;
  guint32 iteration;
  guint32 next_task;
  guint32 event_limit;
  guint32 stop_event;
  guint n_held;
  guint n_until_look; /* iterations left before the dispatch looks at its budget */
  JugLoopPhase phase;
  JugLoopEnd end;
  gboolean is_virtual;
  gboolean is_running;
  gboolean is_stopping;
  gboolean has_ended;
  gboolean debug;
};

void jug_loop_run_ready (JugLoop *self, guint n_ready);
GSource *jug_loop_source_new (JugLoop *loop) G_GNUC_WARN_UNUSED_RESULT;
void jug_loop_take_foreign (JugLoop *self);
void jug_loop_refresh_time (JugLoop *self);

G_END_DECLS
