/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares sentences. */
#pragma once

#include "jug-narration.h"
#include "jug-test-trace.h"

G_BEGIN_DECLS

#define SECOND G_GINT64_CONSTANT (1000000000)

/* The sentence about event @index of the trace so far, or, for -1, -2…, about the last
 * but so many.  No-break spaces count as spaces. */
#define assert_tells(t, index, expected)                                                 \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *actual_ = jug_narration_check_tell (t, index);                      \
    g_assert_cmpstr (actual_, ==, expected);                                             \
  }                                                                                      \
  G_STMT_END

char *jug_narration_check_tell (JugTestTrace *t, gint64 index) G_GNUC_WARN_UNUSED_RESULT;
char *jug_narration_check_tell_kind (JugTrace *trace, JugEventKind kind, guint n)
    G_GNUC_WARN_UNUSED_RESULT;

guint32 jug_narration_check_start_task (JugTestTrace *t, const char *name);
guint32 jug_narration_check_add_text (
    JugTestTrace *t, JugEventKind kind, guint32 task, guint detail, const char *text);
guint32 jug_narration_check_add_value (JugTestTrace *t,
                                       JugEventKind kind,
                                       guint32 task,
                                       guint32 value);

G_END_DECLS
