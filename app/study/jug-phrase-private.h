/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of sentences that know what they are, put together by translated templates. */
#pragma once

#include "jug-narration.h"

G_BEGIN_DECLS

/*
 * JugPhrase:
 *
 * Some words: a row of spans.  A phrase belongs to the workshop that made it.
 */
typedef struct _JugPhrase JugPhrase;

/*
 * JugWorkshop:
 *
 * Makes phrases and keeps them until it goes.  A plain value.
 */
typedef struct
{
  GPtrArray *phrases; /* (owned) of JugPhrase */
} JugWorkshop;

void jug_workshop_init (JugWorkshop *self);
void jug_workshop_clear (JugWorkshop *self);

JugPhrase *jug_phrase_plain (JugWorkshop *workshop, const char *text);
JugPhrase *jug_phrase_code (JugWorkshop *workshop, const char *text);
JugPhrase *jug_phrase_task (JugWorkshop *workshop, guint32 task, const char *label);
JugPhrase *jug_phrase_number (JugWorkshop *workshop, guint64 number);
JugPhrase *jug_phrase_time (JugWorkshop *workshop, gint64 time_ns);
JugPhrase *jug_phrase_say (JugWorkshop *workshop, const char *format, ...)
    G_GNUC_NULL_TERMINATED;

char *jug_phrase_to_string (const JugPhrase *self) G_GNUC_WARN_UNUSED_RESULT;
GArray *jug_phrase_to_spans (const JugPhrase *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
