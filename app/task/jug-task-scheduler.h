/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks of a loop together: which there are, and how they begin. */
#pragma once

#include "jug-loop.h"

G_BEGIN_DECLS

GPtrArray *jug_task_list_all (JugLoop *loop) G_GNUC_WARN_UNUSED_RESULT;
void jug_task_report_pending (JugLoop *loop);
void jug_task_set_eager_by_default (JugLoop *loop, gboolean eager);

void jug_task_record_unordered (JugLoop *loop, JugUnordered what, guint n);

G_END_DECLS
