/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of the ready queue, to be embedded in whatever wants to be run. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JugLoop JugLoop;
typedef struct _JugCallback JugCallback;
typedef struct _JugTimer JugTimer;

/**
 * JugCallbackFunc:
 * @loop: (nullable): the loop that runs it; %NULL if it left the queue without being run,
 * and has nothing to do but to let go of what it holds
 * @callback: the entry; the function finds what it is embedded in by its address
 *
 * What a callback does when its turn has come.  The entry is out of the queue by then and
 * may be queued anew, or freed.
 */
typedef void (*JugCallbackFunc) (JugLoop *loop, JugCallback *callback);

/**
 * JugCallback:
 * @run: what it does
 * @number: its number in the trace, given at its first queueing; 0 before and when
 * nothing records
 * @task: number of the task whose step it is, or 0
 * @text: number of the trace's string that says what it does, or 0
 * @queue_event: index of the event that queued it last
 * @is_queued: whether it is in the ready queue now
 * @is_cancelled: whether its turn will be passed over
 *
 * Asyncio's Handle without an allocation: owners embed one, and keep it alive while it is
 * queued. A queue holds a callback at most once.
 */
struct _JugCallback
{
  JugCallbackFunc run;
  guint32 number;
  guint32 task;
  guint32 text;
  guint32 queue_event;
  guint8 is_queued;
  guint8 is_cancelled;
};

/**
 * JugTimer:
 * @callback: what becomes ready when it is due
 * @deadline_ns: when that is
 * @sequence: how-manieth armed timer of the loop; equal deadlines fire in this order
 * @place: where it stands in the heap, from 1; 0 if it is not armed
 * @arm_event: index of the event that armed it
 * @waiter: number of the task whose wait it ends, or 0
 * @effect: a #JugTimerEffect: how it does so
 *
 * Asyncio's TimerHandle, embedded like #JugCallback.
 */
struct _JugTimer
{
  JugCallback callback;
  gint64 deadline_ns;
  guint64 sequence;
  guint32 place;
  guint32 arm_event;
  guint32 waiter;
  guint8 effect;
};

G_END_DECLS
