/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cursors over one trace share: facts and keyframes. */
#pragma once

#include "jug-moment-private.h"

G_BEGIN_DECLS

/*
 * JugHistory:
 *
 * Has read a trace up to its frontier, once, and knows the facts and every so often the
 * whole moment (a keyframe).  Reference-counted; of one thread.
 */
typedef struct _JugHistory JugHistory;

JugHistory *jug_history_new (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;
JugHistory *jug_history_ref (JugHistory *self);
void jug_history_unref (JugHistory *self);

const JugFacts *jug_history_get_facts (JugHistory *self);
void jug_history_read (JugHistory *self, guint32 n_events);
const JugMoment *jug_history_find_keyframe (JugHistory *self, guint32 index);

G_END_DECLS
