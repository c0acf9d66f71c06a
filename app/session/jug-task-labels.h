/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tasks of a trace are called for people. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JUG_TRACE_LABEL_PREFIX:
 *
 * What the names of those properties of a trace begin with that hold the labels which a
 * lesson gives its tasks: "label:" and `NAME-N`.
 */
#define JUG_TRACE_LABEL_PREFIX "label:"

/**
 * JugTaskLabels:
 *
 * Names tasks: by the name that the program itself gave a task, else by the label that
 * stands in the trace for it.  Remembers what it has looked up, so that it can be asked
 * for each lane in each frame.
 */
typedef struct _JugTaskLabels JugTaskLabels;

/**
 * jug_task_labels_new:
 * @trace: a trace
 *
 * Returns: (transfer full): the labels of its tasks
 */
JugTaskLabels *jug_task_labels_new (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_task_labels_free:
 * @self: labels
 *
 * Frees them.
 */
void jug_task_labels_free (JugTaskLabels *self);

/**
 * jug_task_labels_lookup:
 * @task: the number of a task, or %JUG_TASK_LOOP
 * @self: (type JugTaskLabels): labels
 *
 * The arguments stand as layouts want them from a function that names lanes.  While the
 * trace grows, names that the program gives its tasks are not known.
 *
 * Returns: (transfer none) (nullable): the name or label of the task; %NULL if it has
 * none but the trace's own `NAME-N`
 */
const char *jug_task_labels_lookup (guint32 task, gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTaskLabels, jug_task_labels_free)

G_END_DECLS
