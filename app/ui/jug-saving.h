/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what a person has made, with whatever has to be asked before. */
#pragma once

#include "jug-workspace.h"

G_BEGIN_DECLS

/**
 * JugSavedFunc:
 *
 * What is done once it is saved.
 */
typedef void (*JugSavedFunc) (gpointer data);

/**
 * JugSavingCopy:
 * @JUG_SAVING_THEN_OPEN: a copy is opened in place of the program
 * @JUG_SAVING_THEN_LEAVE: with a copy it is done as well
 *
 * What is done after a program was saved into another file than its own.
 */
typedef enum
{
  JUG_SAVING_THEN_OPEN,
  JUG_SAVING_THEN_LEAVE
} JugSavingCopy;

/**
 * jug_saving_save_program:
 * @copy: what is done if the person prefers to save a copy
 * @func: (nullable): called once the program is saved
 * @destroy: (nullable): called in any case, in the end
 *
 * Saves a program of one's own.  If its file has changed on disk since it was read,
 * nothing is overwritten before the person has said so.
 */
void jug_saving_save_program (JugWorkspace *workspace,
                              JugSavingCopy copy,
                              JugSavedFunc func,
                              gpointer data,
                              GDestroyNotify destroy);

/**
 * jug_saving_save_trace:
 * @func: (nullable): called once the trace is saved with all its notes
 * @destroy: (nullable): called in any case, in the end
 *
 * Asks where to, and saves the trace that is open.  A run that goes on is stopped first.
 */
void jug_saving_save_trace (JugWorkspace *workspace,
                            JugSavedFunc func,
                            gpointer data,
                            GDestroyNotify destroy);

G_END_DECLS
