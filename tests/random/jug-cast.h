/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of a description as coroutines, and what else can be awaited. */
#pragma once

#include "jug-stage.h"

G_BEGIN_DECLS

JugCoroutine *jug_cast_call_main (JugStage *stage);
JugCoroutine *jug_cast_call (JugStage *stage, const char *name);
gpointer jug_cast_find (JugStage *stage, const char *word);
JugValue jug_cast_list (JugStage *stage, char **words);

G_END_DECLS
