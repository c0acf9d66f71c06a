/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a task is: the coroutines that await each other, as an event tells them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugFrame:
 * @function: the qualified name of the coroutine's function
 * @file: the file that it stands in, as Python calls it
 * @line: the line that it has reached, from 1
 *
 * One coroutine of an await chain.
 */
typedef struct
{
  char *function;
  char *file;
  guint line;
} JugFrame;

/**
 * jug_await_chain_parse:
 * @text: the text of a %JUG_EVENT_FRAMES
 *
 * Reads an await chain, the outermost coroutine first.  The text may come from anywhere:
 * lines that say nothing are passed over.
 *
 * Returns: (transfer full) (element-type JugFrame): the coroutines, at most 1,000
 */
GPtrArray *jug_await_chain_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
