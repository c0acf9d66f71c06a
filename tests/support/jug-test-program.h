/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that are programs: what they print, their event log, what gets reported. */
#pragma once

#include "jug-program.h"

G_BEGIN_DECLS

/**
 * JugTestProgram:
 * @name: of the test, words joined by hyphens
 * @module: the program's module level
 * @printed: (nullable): the lines that it has to print
 * @log: (nullable): the event log that it has to have
 * @reported: (nullable): what has to be reported, a line each
 *
 * A program, and what has to come of it under virtual time.
 */
typedef struct
{
  const char *name;
  void (*module) (void);
  const char *printed;
  const char *log;
  const char *reported;
} JugTestProgram;

void jug_test_program_add_all (const char *path,
                               const JugTestProgram *programs,
                               guint n_programs);
JugTrace *jug_test_program_record (void (*module) (void)) G_GNUC_WARN_UNUSED_RESULT;
char *jug_test_program_get_lines (JugTrace *trace, JugEventKind kind)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * TEST_MAIN:
 * @name: of the program
 *
 * Begins the main coroutine of a program; @name is its module then.
 */
#define TEST_MAIN(name)                                                                  \
  static JugCoroutine *name##_main (void);                                               \
                                                                                         \
  static void name (void)                                                                \
  {                                                                                      \
    asyncio_run (name##_main ());                                                        \
  }                                                                                      \
                                                                                         \
  ASYNC_AS (name##_main, "main")

G_END_DECLS
