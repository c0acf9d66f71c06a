/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A future: a result that is not there yet, and who is to be told. */
#pragma once

#include "jug-awaitable.h"
#include "jug-exception.h"

G_BEGIN_DECLS

/**
 * JugFutureState:
 *
 * The state of a future.  %JUG_FUTURE_EXCEPTION may hold a CancelledError, as gather's
 * does; that is not the same as cancelled.
 */
typedef enum
{
  JUG_FUTURE_PENDING,
  JUG_FUTURE_RESULT,
  JUG_FUTURE_EXCEPTION,
  JUG_FUTURE_CANCELLED
} JugFutureState;

typedef struct _JugDoneCallback JugDoneCallback;

/**
 * JugDoneFunc:
 * @future: (nullable): the future that is done; %NULL if the loop was closed before it
 * came to that, and there is nothing to do but to let go of what is held
 * @callback: the entry; the function finds what it is embedded in by its address
 *
 * What is to be done when a future is done; run by the loop, never by whoever completed
 * it (S17).
 */
typedef void (*JugDoneFunc) (JugFuture *future, JugDoneCallback *callback);

/**
 * JugDoneCallback:
 *
 * Asks to be told of a future's end; to be embedded.  Must stay alive until it ran or is
 * removed.
 */
struct _JugDoneCallback
{
  /*< private >*/
  JugCallback callback;
  JugDoneFunc func;
  JugDoneCallback *next;
  JugFuture *future;
};

/**
 * JugFuture:
 *
 * Asyncio's Future.  Reference-counted.  The fields are open only so that it can be
 * embedded in a frame that outlives all use of it (jug_future_init(),
 * jug_future_clear()); nobody but this file's functions touches them.
 */
struct _JugFuture
{
  /*< private >*/
  guint8 kind; /* JugAwaitableKind */
  guint8 state;
  guint8 purpose;
  guint8 has_log; /* an exception is stored that nobody has asked for */
  guint32 n_refs;
  guint32 number;
  guint32 done_event;
  JugLoop *loop;          /* (unowned) */
  JugDoneCallback *first; /* (unowned) in order of registration */
  JugDoneCallback *last;  /* (unowned) */
  union
  {
    JugValue result;
    GError *error;
  };
};

JugFuture *jug_future_new (JugLoop *loop) G_GNUC_WARN_UNUSED_RESULT;
JugFuture *
jug_future_new_for (JugLoop *loop, JugPurpose purpose, const char *label, guint32 owner)
    G_GNUC_WARN_UNUSED_RESULT;
JugFuture *jug_future_ref (JugFuture *self);
void jug_future_unref (JugFuture *self);
void jug_future_init (
    JugFuture *self, JugLoop *loop, JugPurpose purpose, const char *label, guint32 owner);
void jug_future_clear (JugFuture *self);

JugLoop *jug_future_get_loop (JugFuture *self);
guint32 jug_future_get_number (JugFuture *self);
gboolean jug_future_is_done (JugFuture *self);
gboolean jug_future_is_cancelled (JugFuture *self);
gboolean jug_future_set_result (JugFuture *self, JugValue result, GError **error);
gboolean jug_future_set_exception (JugFuture *self, GError *exception, GError **error);
gboolean jug_future_cancel (JugFuture *self, const char *message);
gboolean jug_future_get_result (JugFuture *self, JugValue *result, GError **error);
const GError *jug_future_get_exception (JugFuture *self, GError **error);
const GError *jug_future_peek_exception (JugFuture *self);

/**
 * jug_future_add_done_callback:
 * @self: a future
 * @callback: an entry that is registered nowhere
 * @func: what to do when @self is done
 * @label: (nullable): what that is, for people
 *
 * If it is done already, @func becomes ready at once (S17).
 */
void jug_future_add_done_callback (JugFuture *self,
                                   JugDoneCallback *callback,
                                   JugDoneFunc func,
                                   const char *label);

/**
 * jug_future_remove_done_callback:
 * @self: a future
 * @callback: an entry
 *
 * Asyncio's remove_done_callback: one that is ready already will still run.
 *
 * Returns: whether it was registered and not ready yet
 */
gboolean jug_future_remove_done_callback (JugFuture *self, JugDoneCallback *callback);

gboolean jug_future_await (JugFuture *self, JugValue *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugFuture, jug_future_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JugFuture, jug_future_clear)

G_END_DECLS
