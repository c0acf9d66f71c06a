/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native programs of all lessons. */
#pragma once

#include "jug-program.h"

G_BEGIN_DECLS

/**
 * JUG_LESSONS_URI:
 *
 * Where the lessons are: the program has them built in.
 */
#define JUG_LESSONS_URI "resource:///io/github/juggler/Juggler/lessons"

const JugProgram *const *jug_lesson_programs_get (void);

G_END_DECLS
