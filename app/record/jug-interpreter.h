/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Python interpreter: which one it is and what it consists of. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JugInterpreter:
 * @executable: the program itself, whatever it is called by
 * @prefix: the folder of its packages, such as a virtual environment's
 * @base_prefix: the folder of its standard library
 * @version: as `3.11.2`
 *
 * What an interpreter says of itself.
 */
typedef struct
{
  char *executable;
  char *prefix;
  char *base_prefix;
  char *version;
} JugInterpreter;

JugInterpreter *jug_interpreter_ask (const char *python,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jug_interpreter_free (JugInterpreter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugInterpreter, jug_interpreter_free)

G_END_DECLS
