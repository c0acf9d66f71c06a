/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a description with the native engine, as a twin written by hand would. */
#pragma once

#include "jug-stage.h"

G_BEGIN_DECLS

char *jug_play (const JugDescription *description) G_GNUC_WARN_UNUSED_RESULT;

/* For jug-cast.c, whose coroutines play the functions */
JugValue jug_play_function (JugStage *stage, guint index);

G_END_DECLS
