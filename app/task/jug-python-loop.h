/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, the part below tasks: callbacks, handles and what futures can do. */
#pragma once

#include "jug-python-function.h"
#include "jug-task-cancel.h"

G_BEGIN_DECLS

/* loop.… */
#define loop_call_soon(function, ...) jug_python_call_soon (function##_call (__VA_ARGS__))
#define loop_call_soon_threadsafe(function, ...)                                         \
  jug_python_call_soon_threadsafe (function##_call (__VA_ARGS__))
#define loop_call_later(seconds, function, ...)                                          \
  jug_python_call_later ((seconds), function##_call (__VA_ARGS__))
#define loop_call_at(when, function, ...)                                                \
  jug_python_call_at ((when), function##_call (__VA_ARGS__))
JugHandle *jug_python_call_soon (JugCall *call);
void jug_python_call_soon_threadsafe (JugCall *call);
JugHandle *jug_python_call_later (double seconds, JugCall *call);
JugHandle *jug_python_call_at (double when, JugCall *call);
JugFuture *loop_create_future (void);
double loop_time (void);

/* handle.… */
#define handle_cancel jug_handle_cancel
#define handle_cancelled jug_handle_is_cancelled
double handle_when (JugHandle *handle);

/* future.…; what can raise does */
gboolean future_done (JugAwaitable future);
gboolean future_cancelled (JugAwaitable future);
gboolean future_cancel (JugAwaitable future);
JugValue future_result (JugAwaitable future);
const GError *future_exception (JugAwaitable future);
void future_set_result (JugFuture *future, JugValue result);
void future_set_exception (JugFuture *future, GError *exception);
void future_add_done_callback (JugAwaitable future, void (*function) (JugFuture *future));
guint future_remove_done_callback (JugAwaitable future,
                                   void (*function) (JugFuture *future));

/* task.…: what futures have, and more; task_cancel can stand in call_soon and its like */
#define task_done future_done
#define task_cancelled future_cancelled
#define task_cancel future_cancel
#define task_result future_result
#define task_exception future_exception
#define task_add_done_callback future_add_done_callback
#define task_cancelling jug_task_get_cancelling
#define task_uncancel jug_task_uncancel
#define task_set_name jug_task_set_name
const char *task_get_name (JugTask *task);
JugCall *task_cancel_call (JugTask *task);

G_END_DECLS
