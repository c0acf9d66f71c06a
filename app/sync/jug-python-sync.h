/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio's locks and queues in C, for lesson programs that are read beside their
 * Python. */
#pragma once

#include "jug-barrier.h"
#include "jug-condition.h"
#include "jug-python.h"
#include "jug-queue.h"
#include "jug-semaphore.h"
#include "jug-sync-event.h"

G_BEGIN_DECLS

/*
 * What jug-python.h says holds here too: await what is a coroutine, what goes wrong
 * raises, and nothing has to be freed.  ASYNC_WITH takes locks, conditions, semaphores
 * and barriers; all of them can be parameters of ASYNC and DEF functions.
 */

extern const JugKeeper jug_lock_keeper;
extern const JugKeeper jug_sync_event_keeper;
extern const JugKeeper jug_condition_keeper;
extern const JugKeeper jug_semaphore_keeper;
extern const JugKeeper jug_barrier_keeper;
extern const JugKeeper jug_queue_keeper;

/* One case of a _Generic, in a form that clang-format can lay out. */
#define JUG_CASE_(type, value)                                                           \
  type:                                                                                  \
  value

#undef JUG_MORE_KEEPERS
#define JUG_MORE_KEEPERS                                                                 \
  JUG_CASE_ (JugLock *, &jug_lock_keeper),                                               \
      JUG_CASE_ (JugSyncEvent *, &jug_sync_event_keeper),                                \
      JUG_CASE_ (JugCondition *, &jug_condition_keeper),                                 \
      JUG_CASE_ (JugSemaphore *, &jug_semaphore_keeper),                                 \
      JUG_CASE_ (JugBarrier *, &jug_barrier_keeper),                                     \
      JUG_CASE_ (JugQueue *, &jug_queue_keeper),

/**
 * jug_lock_as_manager:
 *
 * `async with` of a lock, which is acquired on entry and released on exit.
 */
JugContextManager jug_lock_as_manager (JugLock *lock);

/**
 * jug_condition_as_manager:
 *
 * `async with` of the lock of a condition, which is acquired on entry and released on
 * exit.
 */
JugContextManager jug_condition_as_manager (JugCondition *condition);

/**
 * jug_semaphore_as_manager:
 *
 * `async with` of a semaphore, which is acquired on entry and released on exit.
 */
JugContextManager jug_semaphore_as_manager (JugSemaphore *semaphore);

/**
 * jug_barrier_as_manager:
 *
 * `async with` of a barrier, which is waited at on entry.
 */
JugContextManager jug_barrier_as_manager (JugBarrier *barrier);

#undef JUG_MORE_MANAGERS
#define JUG_MORE_MANAGERS                                                                \
  JUG_CASE_ (JugLock *, jug_lock_as_manager),                                            \
      JUG_CASE_ (JugCondition *, jug_condition_as_manager),                              \
      JUG_CASE_ (JugSemaphore *, jug_semaphore_as_manager),                              \
      JUG_CASE_ (JugBarrier *, jug_barrier_as_manager),

/* Names as plain as these are for programs, not for the libraries that they are linked
 * with. */
#pragma GCC visibility push(hidden)

/* asyncio.Lock() */
JugLock *asyncio_lock (void);
JugCoroutine *lock_acquire (JugLock *lock);
void lock_release (JugLock *lock);
#define lock_locked jug_lock_is_locked

/* asyncio.Event() */
JugSyncEvent *asyncio_event (void);
JugCoroutine *event_wait (JugSyncEvent *event);
#define event_set jug_sync_event_set
#define event_clear jug_sync_event_clear
#define event_is_set jug_sync_event_is_set

/* asyncio.Condition(); asyncio.Condition(lock) */
JugCondition *asyncio_condition (void);
JugCondition *asyncio_condition_of (JugLock *lock);
JugCoroutine *condition_acquire (JugCondition *condition);
void condition_release (JugCondition *condition);
JugCoroutine *condition_wait (JugCondition *condition);
void condition_notify (JugCondition *condition, guint n);
void condition_notify_all (JugCondition *condition);
#define condition_locked jug_condition_is_locked

/* condition.wait_for(lambda: …): the predicate may raise; its data has to live as long as
 * the coroutine does. */
JugCoroutine *condition_wait_for (JugCondition *condition,
                                  gboolean (*predicate) (gpointer data),
                                  gpointer data);

/* asyncio.Semaphore(value), asyncio.BoundedSemaphore(value) */
JugSemaphore *asyncio_semaphore (gint value);
JugSemaphore *asyncio_bounded_semaphore (gint value);
JugCoroutine *semaphore_acquire (JugSemaphore *semaphore);
void semaphore_release (JugSemaphore *semaphore);
#define semaphore_locked jug_semaphore_is_locked

/* asyncio.Barrier(parties) */
JugBarrier *asyncio_barrier (gint parties);
JugCoroutine *barrier_wait (JugBarrier *barrier);
JugCoroutine *barrier_reset (JugBarrier *barrier);
JugCoroutine *barrier_abort (JugBarrier *barrier);
#define barrier_parties jug_barrier_get_parties
#define barrier_n_waiting jug_barrier_get_n_waiting
#define barrier_broken jug_barrier_is_broken

/* asyncio.Queue(maxsize), PriorityQueue(maxsize), LifoQueue(maxsize) */
JugQueue *asyncio_queue (gint max_size);
JugQueue *asyncio_priority_queue (gint max_size);
JugQueue *asyncio_lifo_queue (gint max_size);
JugCoroutine *queue_put (JugQueue *queue, JugValue item);
JugCoroutine *queue_get (JugQueue *queue);
JugCoroutine *queue_join (JugQueue *queue);
void queue_put_nowait (JugQueue *queue, JugValue item);
JugValue queue_get_nowait (JugQueue *queue);
void queue_task_done (JugQueue *queue);
#define queue_shutdown(queue) jug_queue_shutdown ((queue), FALSE)
#define queue_shutdown_immediate(queue) jug_queue_shutdown ((queue), TRUE)
#define queue_qsize jug_queue_get_size
#define queue_maxsize jug_queue_get_max_size
#define queue_empty jug_queue_is_empty
#define queue_full jug_queue_is_full

#pragma GCC visibility pop

G_END_DECLS
