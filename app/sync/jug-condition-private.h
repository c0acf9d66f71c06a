/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a barrier needs of its condition. */
#pragma once

#include "jug-condition.h"

G_BEGIN_DECLS

JugCondition *jug_condition_new_inside (JugLoop *loop, JugPurpose purpose, guint32 owner)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_condition_wait_here (JugCondition *self, GError **error);

G_END_DECLS
