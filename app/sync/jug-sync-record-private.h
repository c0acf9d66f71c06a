/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How primitives and what is done to them get into the trace. */
#pragma once

#include "jug-loop.h"

G_BEGIN_DECLS

/**
 * jug_sync_record_new:
 * @loop: the loop of a new primitive
 * @kind: what it is
 * @label: (nullable): what the program calls it
 * @capacity: how many it lets pass or holds, 0 for any number
 *
 * Returns: its number in the trace, 0 if nothing records
 */
static inline guint32
jug_sync_record_new (JugLoop *loop, JugSyncKind kind, const char *label, guint32 capacity)
{
  guint32 number = 0;

  if (JUG_LOOP_FRONT (loop)->trace)
    {
      number = jug_loop_new_object (loop);
      jug_loop_record (loop, .kind = JUG_EVENT_SYNC_CREATE, .detail = kind,
                       .task = JUG_LOOP_FRONT (loop)->current_task, .object = number,
                       .text = jug_loop_intern (loop, label), .extra = capacity);
    }
  return number;
}

/**
 * jug_sync_record:
 * @loop: the primitive's loop
 * @number: the primitive's number; with 0 nothing is recorded
 * @op: what was done to it
 * @level: its level now
 */
static inline void
jug_sync_record (JugLoop *loop, guint32 number, JugSyncOp op, guint32 level)
{
  if (G_UNLIKELY (number != 0))
    jug_loop_record (loop, .kind = JUG_EVENT_SYNC, .detail = op,
                     .task = JUG_LOOP_FRONT (loop)->current_task, .object = number,
                     .value = level, .cause = JUG_LOOP_FRONT (loop)->activity);
}

G_END_DECLS
