/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a shape in a picture stands for: to select, explain and read it aloud. */
#pragma once

#include "jug-event.h"

G_BEGIN_DECLS

/**
 * JugPictureKind:
 * @JUG_PICTURE_NONE: decoration; stands for nothing
 * @JUG_PICTURE_LANE: a lane as a whole, by its task; %JUG_TASK_LOOP is the loop's
 * @JUG_PICTURE_SPAN: one stretch of a task's lane in one state; event: the one that
 * begins it
 * @JUG_PICTURE_RUN: one step or callback on the loop's lane; event: the one that begins
 * it; task: whose step it is
 * @JUG_PICTURE_IDLE: the loop waits; event: the %JUG_EVENT_POLL that begins it
 * @JUG_PICTURE_ITERATION: one iteration; event: its %JUG_EVENT_ITERATION
 * @JUG_PICTURE_FLOW: an arrow; task: where it ends; event: the one at its head
 * @JUG_PICTURE_EVENT: one event that is marked by itself: an end, an error, a cancel
 * @JUG_PICTURE_RULER: the ruler
 * @JUG_PICTURE_PLAYHEAD: the playhead; event: the one it is at
 * @JUG_PICTURE_QUEUE_ITEM: a callback in the ready queue; event: the one that queued it
 * @JUG_PICTURE_TIMER: an armed timer; event: the one that armed it
 * @JUG_PICTURE_TASK: a task in the loop view; event: the one that brought it where it is
 * @JUG_PICTURE_NOTE: a person's note; event: the one at which it is
 *
 * The kinds of things that a #JugPictureRef names.
 */
typedef enum
{
  JUG_PICTURE_NONE,
  JUG_PICTURE_LANE,
  JUG_PICTURE_SPAN,
  JUG_PICTURE_RUN,
  JUG_PICTURE_IDLE,
  JUG_PICTURE_ITERATION,
  JUG_PICTURE_FLOW,
  JUG_PICTURE_EVENT,
  JUG_PICTURE_RULER,
  JUG_PICTURE_PLAYHEAD,
  JUG_PICTURE_QUEUE_ITEM,
  JUG_PICTURE_TIMER,
  JUG_PICTURE_TASK,
  JUG_PICTURE_NOTE,
} JugPictureKind;

/**
 * JugPictureRef:
 * @kind: what sort of thing
 * @task: its task, or %JUG_TASK_LOOP
 * @event: the event that it begins with or is, or %JUG_NO_EVENT
 *
 * Names a thing of a trace that a picture shows.  A plain value: two that are equal name
 * the same thing, in any picture of the same trace, at any zoom.
 */
typedef struct
{
  JugPictureKind kind;
  guint32 task;
  guint32 event;
} JugPictureRef;

/**
 * JUG_PICTURE_REF_NONE:
 *
 * The reference that names nothing.
 */
#define JUG_PICTURE_REF_NONE                                                             \
  ((JugPictureRef){ JUG_PICTURE_NONE, JUG_TASK_LOOP, JUG_NO_EVENT })

/**
 * jug_picture_ref_equal:
 *
 * Whether both name the same thing.
 */
static inline gboolean
jug_picture_ref_equal (const JugPictureRef *a, const JugPictureRef *b)
{
  return a->kind == b->kind && a->task == b->task && a->event == b->event;
}

G_END_DECLS
