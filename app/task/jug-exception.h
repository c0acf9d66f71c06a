/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's exceptions as GErrors. */
#pragma once

#include "jug-loop.h"

G_BEGIN_DECLS

#define JUG_EXCEPTION (jug_exception_quark ())

/**
 * jug_exception_quark:
 *
 * Use %JUG_EXCEPTION.
 *
 * Returns: the error domain of Python's exceptions, with the codes of #JugException
 */
GQuark jug_exception_quark (void);

/**
 * JugException:
 * @JUG_EXCEPTION_CANCELLED: `asyncio.CancelledError`, which is no `Exception` but a
 * `BaseException`
 * @JUG_EXCEPTION_GENERATOR_EXIT: `GeneratorExit`: a coroutine is closed instead of
 * resumed
 * @JUG_EXCEPTION_EXIT: `SystemExit` or `KeyboardInterrupt`, which no loop keeps in
 * @JUG_EXCEPTION_GROUP: `ExceptionGroup` or `BaseExceptionGroup`; has members
 * @JUG_EXCEPTION_OTHER: any other; jug_exception_get_name() tells which
 *
 * The exceptions that the task layer itself treats apart.
 */
typedef enum
{
  JUG_EXCEPTION_CANCELLED,
  JUG_EXCEPTION_GENERATOR_EXIT,
  JUG_EXCEPTION_EXIT,
  JUG_EXCEPTION_GROUP,
  JUG_EXCEPTION_OTHER,
} JugException;

GError *jug_exception_new (const char *name, const char *format, ...) G_GNUC_PRINTF (2, 3)
    G_GNUC_WARN_UNUSED_RESULT;
GError *jug_exception_new_blank (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GError *jug_exception_new_group (const char *message, GPtrArray *members)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_exception_set (GError **error, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

const char *jug_exception_get_name (const GError *error);
void jug_exception_record (const GError *error, JugLoop *loop, guint32 task);
gboolean jug_exception_is_a (const GError *error, const char *name);
gboolean jug_exception_is_cancelled (const GError *error);
gboolean jug_exception_has_text (const GError *error);
guint jug_exception_get_n_members (const GError *error);
const GError *jug_exception_get_member (const GError *error, guint index);

G_END_DECLS
