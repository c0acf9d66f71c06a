/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a task waits for and what a callback does, in a few words. */
#pragma once

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/* What the words are made from. */
typedef struct
{
  JugTrace *trace;
  JugWaitKind kind;
  JugPurpose purpose; /* for JUG_WAIT_FUTURE */
  guint32 task;       /* for JUG_WAIT_TASK: which; for a shield: whom it is for, or 0 */
  guint32 text;       /* string number of the future's label, or 0 */
  guint32 sync_text;  /* string number of the label of its lock, queue…, or 0 */
  guint n_children;   /* of a gather and its like, if known and to be told, else 0 */
  guint n_children_done;
  JugTaskLabelFunc label; /* (nullable) */
  gpointer label_data;    /* (unowned) */
} JugWaitText;

void jug_wait_text_look_up (JugWaitText *self, JugSpanIndex *index, guint32 wait_event);
void jug_wait_text_append (const JugWaitText *self, GString *out);
void jug_task_label_append (JugTrace *trace,
                            guint32 task,
                            JugTaskLabelFunc label,
                            gpointer label_data,
                            GString *out);
void jug_callback_text_append (JugTrace *trace,
                               guint32 event,
                               JugTaskLabelFunc label,
                               gpointer label_data,
                               GString *out);

G_END_DECLS
