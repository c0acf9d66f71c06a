/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the programs of a folder are run. */
#pragma once

#include "jug-session.h"

G_BEGIN_DECLS

/**
 * JUG_RUN_OPTIONS_MAX_FOLDERS:
 *
 * So many folders are remembered; the one that was changed least recently is forgotten
 * first.
 */
#define JUG_RUN_OPTIONS_MAX_FOLDERS 64

/**
 * JugRunOptions:
 * @arguments: as a person writes them in a shell
 * @interpreter: path of a Python interpreter, or "" for python3
 * @virtual_time: whether the clock jumps over waiting
 * @without_locals: whether local variables are not recorded
 *
 * What can be chosen.
 */
typedef struct
{
  char *arguments;
  char *interpreter;
  gboolean virtual_time;
  gboolean without_locals;
} JugRunOptions;

/**
 * jug_run_options_load:
 * @settings: (nullable): where they are remembered
 * @program: a program
 *
 * Returns: what was chosen for programs of its folder, else as python3 would run them
 */
JugRunOptions *jug_run_options_load (GSettings *settings, GFile *program)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_run_options_free:
 * @self: (transfer full): options
 *
 * Frees them with their texts; what was saved of them stays.
 */
void jug_run_options_free (JugRunOptions *self);

/**
 * jug_run_options_save:
 * @settings: (nullable): where they are remembered
 * @program: a program, for whose folder they are
 */
void
jug_run_options_save (const JugRunOptions *self, GSettings *settings, GFile *program);

/**
 * jug_run_options_parse:
 * @error: why @text cannot be read, as when a quotation mark is missing
 *
 * Returns: (nullable): the single arguments
 */
char **jug_run_options_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_run_options_apply:
 * @self: (nullable): %NULL for none
 *
 * Has the next run follow them; arguments that cannot be read are left out.
 */
void jug_run_options_apply (const JugRunOptions *self, JugSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugRunOptions, jug_run_options_free)

G_END_DECLS
