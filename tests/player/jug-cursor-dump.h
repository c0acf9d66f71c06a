/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that a cursor answers, as text to compare. */
#pragma once

#include "jug-cursor.h"

G_BEGIN_DECLS

char *jug_cursor_dump (JugCursor *cursor) G_GNUC_WARN_UNUSED_RESULT;
char *jug_cursor_dump_ready (JugCursor *cursor) G_GNUC_WARN_UNUSED_RESULT;
char *jug_cursor_dump_timers (JugCursor *cursor) G_GNUC_WARN_UNUSED_RESULT;
char *jug_cursor_dump_task (JugCursor *cursor, guint32 task) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
