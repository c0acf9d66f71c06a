/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the functions of a description share, by name. */
#pragma once

#include "jug-description.h"
#include "jug-python-sync.h"

G_BEGIN_DECLS

/**
 * JugStage:
 *
 * The module level of a description that is played: its locks, queues and futures, and
 * the tasks, groups, timeouts and handles that its statements have put into its
 * variables.  The first letter of a name says what kind of thing it names:
 * l(ock), e(vent), c(ondition), s(emaphore), r (a barrier), q(ueue), f(uture), t(ask),
 * o (the outer future of a gather or shield), g(roup), m (a timeout), h(andle).
 */
typedef struct _JugStage JugStage;

JugStage *jug_stage_new (const JugDescription *description) G_GNUC_WARN_UNUSED_RESULT;
JugStage *jug_stage_ref (JugStage *self);
void jug_stage_unref (JugStage *self);
const JugDescription *jug_stage_get_description (JugStage *self);
void jug_stage_build (JugStage *self);
void jug_stage_create_futures (JugStage *self);
void jug_stage_set (JugStage *self, const char *name, gpointer thing);
gpointer jug_stage_get (JugStage *self, const char *name);
guint jug_stage_find_function (JugStage *self, const char *name);
gint *jug_stage_get_count (JugStage *self);

G_END_DECLS
