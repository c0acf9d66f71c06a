/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cursor at an event, compared as text. */
#pragma once

#include "jug-cursor-dump.h"
#include "jug-test-trace.h"

G_BEGIN_DECLS

#define SECOND G_GINT64_CONSTANT (1000000000)

#define assert_dump_(dump, expected)                                                     \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *actual_ = dump;                                                     \
    g_assert_cmpstr (actual_, ==, expected);                                             \
  }                                                                                      \
  G_STMT_END

#define assert_ready(cursor, expected)                                                   \
  assert_dump_ (jug_cursor_dump_ready (cursor), expected)
#define assert_timers(cursor, expected)                                                  \
  assert_dump_ (jug_cursor_dump_timers (cursor), expected)
#define assert_task(cursor, task, expected)                                              \
  assert_dump_ (jug_cursor_dump_task (cursor, task), expected)

guint32 jug_cursor_check_find (JugTrace *trace, JugEventKind kind, guint n);
void jug_cursor_check_seek (JugCursor *cursor, JugEventKind kind, guint n);
JugCursor *jug_cursor_check_gather (guint n_children) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
