/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays the statements of a description that have nothing below them. */
#pragma once

#include "jug-stage.h"

G_BEGIN_DECLS

void jug_line_play (JugStage *stage, const JugStatement *line);
double jug_line_read_seconds (const char *word);

G_END_DECLS
