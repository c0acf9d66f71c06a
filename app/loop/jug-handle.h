/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A callback on the heap, for those who have nothing to embed one in. */
#pragma once

#include "jug-loop.h"

G_BEGIN_DECLS

/**
 * JugHandle:
 *
 * Asyncio's Handle and TimerHandle.  Reference-counted; the loop keeps one reference
 * until it ran, was passed over or is forgotten with the loop.
 */
typedef struct _JugHandle JugHandle;

/**
 * JugHandleFunc:
 * @data: what was given with it
 *
 * What a handle does.
 */
typedef void (*JugHandleFunc) (gpointer data);

JugHandle *jug_loop_call_soon (JugLoop *self,
                               const char *label,
                               JugHandleFunc func,
                               gpointer data,
                               GDestroyNotify notify);
JugHandle *jug_loop_call_at (JugLoop *self,
                             gint64 deadline_ns,
                             const char *label,
                             JugHandleFunc func,
                             gpointer data,
                             GDestroyNotify notify);
JugHandle *jug_loop_call_at_for (JugLoop *self,
                                 gint64 deadline_ns,
                                 guint32 task,
                                 JugTimerEffect effect,
                                 const char *label,
                                 JugHandleFunc func,
                                 gpointer data,
                                 GDestroyNotify notify);
JugHandle *jug_loop_call_later (JugLoop *self,
                                gint64 delay_ns,
                                const char *label,
                                JugHandleFunc func,
                                gpointer data,
                                GDestroyNotify notify);
void jug_loop_call_soon_threadsafe (JugLoop *self,
                                    const char *label,
                                    JugHandleFunc func,
                                    gpointer data,
                                    GDestroyNotify notify);

JugHandle *jug_handle_ref (JugHandle *self);
void jug_handle_unref (JugHandle *self);
void jug_handle_cancel (JugHandle *self);
gboolean jug_handle_is_cancelled (JugHandle *self);
gint64 jug_handle_get_when (JugHandle *self);

JugCallback *jug_handle_get_callback (JugHandle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugHandle, jug_handle_unref)

G_END_DECLS
