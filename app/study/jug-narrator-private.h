/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is needed to tell about one event, and how things are called. */
#pragma once

#include "jug-phrase-private.h"

G_BEGIN_DECLS

/*
 * JugNarrator:
 *
 * Tells about one event.  It knows nothing that comes after the event.
 */
typedef struct
{
  JugWorkshop workshop;
  JugTrace *trace; /* (unowned) */
  JugCursor *now;  /* after the event */
  JugCursor *then; /* (nullable): somewhere before it, see jug_narrator_look_back() */
  guint32 index;
  const JugEvent *event; /* (unowned) */
  JugLabelFunc label;    /* (nullable) */
  gpointer user_data;
  gboolean is_unordered; /* asyncio promises no order here */
} JugNarrator;

/* Translated templates and their phrases. */
#define jug_narrator_say(self, ...) jug_phrase_say (&(self)->workshop, __VA_ARGS__, NULL)

void jug_narrator_init (JugNarrator *self,
                        JugCursor *cursor,
                        guint32 index,
                        JugLabelFunc label,
                        gpointer user_data);
void jug_narrator_clear (JugNarrator *self);

const JugEvent *jug_narrator_get_event (JugNarrator *self, guint32 index);
const JugEvent *jug_narrator_get_cause (JugNarrator *self, const JugEvent *event);
guint32 jug_narrator_find_cause (JugNarrator *self, guint32 index, JugEventKind kind);
guint32 jug_narrator_find_blocker (JugNarrator *self, guint32 from, guint32 to);
JugCursor *jug_narrator_look_back (JugNarrator *self, guint32 index);

const char *jug_narrator_get_string (JugNarrator *self, guint32 text);
JugPhrase *jug_narrator_task (JugNarrator *self, guint32 task);
JugPhrase *jug_narrator_actor (JugNarrator *self, guint32 task);
JugPhrase *jug_narrator_code (JugNarrator *self, guint32 text);
JugPhrase *jug_narrator_exception (JugNarrator *self);
JugPhrase *jug_narrator_number (JugNarrator *self, guint64 number);
JugPhrase *jug_narrator_time (JugNarrator *self, gint64 time_ns);
JugPhrase *jug_narrator_sync (JugNarrator *self, guint32 object);
JugPhrase *jug_narrator_lock (JugNarrator *self, guint32 object);
JugPhrase *jug_narrator_both (JugNarrator *self, JugPhrase *first, JugPhrase *second);

gboolean
jug_narrator_waits_for_all (JugNarrator *self, guint32 task, JugCursorFuture *future);
gint64 jug_narrator_parse_seconds (JugNarrator *self, guint32 text);
guint jug_narrator_count_line (JugNarrator *self, guint32 object, guint32 *first);
guint jug_narrator_count_ahead (JugCursor *cursor, guint32 *only_task);

/* One file each for what the kinds are about. */
JugPhrase *jug_narrator_tell_create (JugNarrator *self);
JugPhrase *jug_narrator_tell_step (JugNarrator *self);
JugPhrase *jug_narrator_tell_wait (JugNarrator *self);
JugPhrase *jug_narrator_tell_done (JugNarrator *self);
JugPhrase *jug_narrator_tell_cancel (JugNarrator *self);

JugPhrase *jug_narrator_tell_loop_start (JugNarrator *self);
JugPhrase *jug_narrator_tell_loop_stop (JugNarrator *self);
JugPhrase *jug_narrator_tell_iteration (JugNarrator *self);
JugPhrase *jug_narrator_tell_poll (JugNarrator *self);
JugPhrase *jug_narrator_tell_run (JugNarrator *self);
JugPhrase *jug_narrator_tell_shutdown (JugNarrator *self);
JugPhrase *jug_narrator_tell_timer_arm (JugNarrator *self);
JugPhrase *jug_narrator_tell_timer_fire (JugNarrator *self);
JugPhrase *jug_narrator_tell_timer_cancel (JugNarrator *self);

JugPhrase *jug_narrator_tell_callback_queue (JugNarrator *self);
JugPhrase *jug_narrator_tell_callback_run (JugNarrator *self);
JugPhrase *jug_narrator_tell_callback_end (JugNarrator *self);
JugPhrase *jug_narrator_tell_callback_cancel (JugNarrator *self);

JugPhrase *jug_narrator_tell_future_create (JugNarrator *self);
JugPhrase *jug_narrator_tell_future_child (JugNarrator *self);
JugPhrase *jug_narrator_tell_future_done (JugNarrator *self);

JugPhrase *jug_narrator_tell_sync_create (JugNarrator *self);
JugPhrase *jug_narrator_tell_sync (JugNarrator *self);

JugPhrase *jug_narrator_tell_io_start (JugNarrator *self);
JugPhrase *jug_narrator_tell_io_data (JugNarrator *self);
JugPhrase *jug_narrator_tell_io_done (JugNarrator *self);
JugPhrase *jug_narrator_tell_deadlock (JugNarrator *self);
JugPhrase *jug_narrator_tell_report (JugNarrator *self);
JugPhrase *jug_narrator_tell_unordered (JugNarrator *self);

/* Clauses: parts of sentences, in a row behind a colon. */
JugPhrase *
jug_narrator_explain_wake (JugNarrator *self, guint32 queue_event, guint32 task);
JugPhrase *jug_narrator_explain_cancel (JugNarrator *self, guint32 cancel_event);
JugPhrase *jug_narrator_explain_future (JugNarrator *self, guint32 done_event);

G_END_DECLS
