/* SPDX-License-Identifier: GPL-3.0-or-later */
/* juggler run, of what Python runs. */
#pragma once

#include "jug-cli-output-private.h"
#include "jug-lesson.h"
#include "jug-python-recorder.h"

G_BEGIN_DECLS

/**
 * JugCliPython:
 * @file: (nullable): the path of a program
 * @module: (nullable): a module
 * @lesson: (nullable): a lesson; one of the three is given
 * @settings: (nullable): the values of the lesson's parameters
 * @arguments: (nullable): the program's arguments
 * @python: (nullable): the interpreter
 * @clock: which clock it runs under
 * @without_frames: whether await chains are left out
 * @without_locals: whether local variables are left out
 * @is_isolated: whether it is kept away from network and files; a lesson always is, if
 * that is possible here
 * @format: what its trace is written as
 * @output: (nullable): where to
 *
 * What is to be run, and how.
 */
typedef struct
{
  const char *file;
  const char *module;
  JugLesson *lesson;
  GVariant *settings;
  const char *const *arguments;
  const char *python;
  JugClockKind clock;
  gboolean without_frames;
  gboolean without_locals;
  gboolean is_isolated;
  JugCliFormat format;
  const char *output;
} JugCliPython;

int jug_cli_run_python (const JugCliPython *what);

G_END_DECLS
