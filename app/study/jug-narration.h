/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One true sentence about an event: what happened, and why. */
#pragma once

#include "jug-cursor.h"

G_BEGIN_DECLS

/**
 * JugNarrationRole:
 * @JUG_NARRATION_PLAIN: words
 * @JUG_NARRATION_TASK: the name of a task
 * @JUG_NARRATION_CODE: something that stands in the program: a name, a value, an
 * exception
 * @JUG_NARRATION_TIME: a time or a duration
 *
 * What a piece of a sentence is, so that a window can set it apart.
 */
typedef enum
{
  JUG_NARRATION_PLAIN,
  JUG_NARRATION_TASK,
  JUG_NARRATION_CODE,
  JUG_NARRATION_TIME
} JugNarrationRole;

/**
 * JugNarrationSpan:
 * @role: what it is
 * @task: the number of the task that it names, for %JUG_NARRATION_TASK, else
 * %JUG_TASK_LOOP
 * @text: (not nullable): what it says
 *
 * A piece of a sentence.
 */
typedef struct
{
  JugNarrationRole role;
  guint32 task;
  char *text;
} JugNarrationSpan;

/**
 * JugNarration:
 *
 * What is said about one event: a sentence (now and then two) in the person's language,
 * whole and as spans, and, where asyncio promises no order, a second one that says so.
 */
typedef struct _JugNarration JugNarration;

/**
 * JugLabelFunc:
 * @trace: a trace
 * @task: the number of a task
 * @user_data: what came with the function
 *
 * Names a task for people.
 *
 * Returns: (transfer full): its name
 */
typedef char *(*JugLabelFunc) (JugTrace *trace, guint32 task, gpointer user_data);

/**
 * jug_narration_new:
 * @cursor: a cursor over the trace; it is read and copied, not moved
 * @index: an event of the trace, or %JUG_NO_EVENT for the place before the first
 * @label: (nullable) (scope call): how tasks are called; jug_trace_dup_task_label() if
 * %NULL
 * @user_data: for @label
 *
 * Says what happened at an event, and why, as far as the trace tells.  What comes after
 * the event has no influence on the sentence.
 *
 * Returns: (transfer full): the narration, never an empty one
 */
JugNarration *jug_narration_new (JugCursor *cursor,
                                 guint32 index,
                                 JugLabelFunc label,
                                 gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_narration_free:
 * @self: a narration
 *
 * Frees it.
 */
void jug_narration_free (JugNarration *self);

/**
 * jug_narration_get_text:
 * @self: a narration
 *
 * Returns: (transfer none): the sentence as plain text
 */
const char *jug_narration_get_text (JugNarration *self);

/**
 * jug_narration_get_n_spans:
 * @self: a narration
 *
 * Returns: of how many spans the sentence consists
 */
guint jug_narration_get_n_spans (JugNarration *self);

/**
 * jug_narration_get_span:
 * @self: a narration
 * @position: which span, from 0
 *
 * The texts of all spans in a row are the plain text.
 *
 * Returns: (transfer none): the span
 */
const JugNarrationSpan *jug_narration_get_span (JugNarration *self, guint position);

/**
 * jug_narration_get_task:
 * @self: a narration
 *
 * Returns: the task that the sentence is about, or %JUG_TASK_LOOP
 */
guint32 jug_narration_get_task (JugNarration *self);

/**
 * jug_narration_get_badge:
 * @self: a narration
 *
 * Returns: (transfer none) (nullable): a sentence that says that asyncio promises no
 * order here, and which one Juggler takes; %NULL where it does promise one
 */
const char *jug_narration_get_badge (JugNarration *self);

/**
 * jug_narration_dup_spoken:
 *
 * What is read aloud: the sentence, and after it the badge if there is one.
 *
 * Returns: (transfer full): a text
 */
char *jug_narration_dup_spoken (JugNarration *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_narration_for_event:
 * @cursor: as for jug_narration_new()
 * @index: as for jug_narration_new()
 *
 * The plain sentence about an event, with the trace's own labels.
 *
 * Returns: (transfer full): the sentence
 */
char *jug_narration_for_event (JugCursor *cursor, guint32 index)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugNarration, jug_narration_free)

G_END_DECLS
