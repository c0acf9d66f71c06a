/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python's exceptions as GErrors. */
#include "jug-exception.h"

typedef struct
{
  const char *name;   /* interned */
  GPtrArray *members; /* of GError, or NULL */
  gboolean is_blank;  /* made with an empty text rather than with none */
} JugExceptionPrivate;

static void
jug_exception_private_init (JugExceptionPrivate *priv)
{
}

static void
jug_exception_private_copy (const JugExceptionPrivate *from, JugExceptionPrivate *to)
{
  to->name = from->name;
  to->members = from->members ? g_ptr_array_ref (from->members) : NULL;
  to->is_blank = from->is_blank;
}

static void
jug_exception_private_clear (JugExceptionPrivate *priv)
{
  g_clear_pointer (&priv->members, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (JugException, jug_exception)

/* The builtin and asyncio exceptions that lesson programs meet, each with its base
 * class. */
static const struct
{
  const char *name;
  const char *base;
} classes[] = {
  { "Exception", "BaseException" },
  { "CancelledError", "BaseException" },
  { "GeneratorExit", "BaseException" },
  { "KeyboardInterrupt", "BaseException" },
  { "SystemExit", "BaseException" },
  { "BaseExceptionGroup", "BaseException" },
  { "ExceptionGroup", "Exception" },
  { "ArithmeticError", "Exception" },
  { "ZeroDivisionError", "ArithmeticError" },
  { "OverflowError", "ArithmeticError" },
  { "LookupError", "Exception" },
  { "IndexError", "LookupError" },
  { "KeyError", "LookupError" },
  { "OSError", "Exception" },
  { "TimeoutError", "OSError" },
  { "ConnectionError", "OSError" },
  { "ConnectionRefusedError", "ConnectionError" },
  { "ConnectionResetError", "ConnectionError" },
  { "FileNotFoundError", "OSError" },
  { "RuntimeError", "Exception" },
  { "BrokenBarrierError", "RuntimeError" },
  { "NotImplementedError", "RuntimeError" },
  { "RecursionError", "RuntimeError" },
  { "ValueError", "Exception" },
  { "UnicodeError", "ValueError" },
};

/* CPython's asyncio.InvalidStateError, QueueEmpty, QueueFull and QueueShutDown, and every
 * class that a program defines for itself, are plain Exceptions. */
static const char *
base_of (const char *name)
{
  if (g_str_equal (name, "BaseException"))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].name, name))
      return classes[i].base;
  return "Exception";
}

static JugException
code_of (const char *name)
{
  if (g_str_equal (name, "CancelledError"))
    return JUG_EXCEPTION_CANCELLED;
  if (g_str_equal (name, "GeneratorExit"))
    return JUG_EXCEPTION_GENERATOR_EXIT;
  if (g_str_equal (name, "SystemExit") || g_str_equal (name, "KeyboardInterrupt"))
    return JUG_EXCEPTION_EXIT;
  return JUG_EXCEPTION_OTHER;
}

static GError *new_valist (const char *name, const char *format, va_list args)
    G_GNUC_PRINTF (2, 0);

static GError *
new_valist (const char *name, const char *format, va_list args)
{
  GError *error = g_error_new_valist (JUG_EXCEPTION, code_of (name), format, args);

  jug_exception_get_private (error)->name = g_intern_string (name);
  return error;
}

/**
 * jug_exception_new:
 * @name: the `__name__` of its class
 * @format: printf format of its message, may be empty
 * @...: for @format
 *
 * Returns: (transfer full): the exception
 */
GError *
jug_exception_new (const char *name, const char *format, ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = new_valist (name, format, args);
  va_end (args);
  return error;
}

/**
 * jug_exception_new_blank:
 * @name: the `__name__` of its class
 *
 * Returns: (transfer full): the exception `NAME('')`, whose repr() differs from `NAME()`
 */
GError *
jug_exception_new_blank (const char *name)
{
  GError *error = jug_exception_new (name, "%s", "");

  jug_exception_get_private (error)->is_blank = TRUE;
  return error;
}

/**
 * jug_exception_new_group:
 * @message: what the group is about
 * @members: (element-type GError) (transfer full): what is in it, with a free function
 *
 * Returns: (transfer full): an `ExceptionGroup`, or a `BaseExceptionGroup` if one of the
 * members is no `Exception`
 */
GError *
jug_exception_new_group (const char *message, GPtrArray *members)
{
  const char *name = "ExceptionGroup";
  GError *error;

  for (guint i = 0; i < members->len; i++)
    if (!jug_exception_is_a (members->pdata[i], "Exception"))
      name = "BaseExceptionGroup";

  error = g_error_new (JUG_EXCEPTION, JUG_EXCEPTION_GROUP, "%s (%u sub-exception%s)",
                       message, members->len, members->len == 1 ? "" : "s");
  jug_exception_get_private (error)->name = g_intern_string (name);
  jug_exception_get_private (error)->members = members;
  return error;
}

/**
 * jug_exception_set:
 * @error: (out) (optional): where to put it
 * @name: the `__name__` of its class
 * @format: printf format of its message, may be empty
 * @...: for @format
 *
 * jug_exception_new() for functions that fail.
 */
void
jug_exception_set (GError **error, const char *name, const char *format, ...)
{
  va_list args;

  if (!error)
    return;
  g_assert (*error == NULL);
  va_start (args, format);
  *error = new_valist (name, format, args);
  va_end (args);
}

/**
 * jug_exception_get_name:
 * @error: any error
 *
 * Returns: the `__name__` of the exception's class; an error of another domain counts as
 * an `OSError`, which is what Python makes of what the system says
 */
const char *
jug_exception_get_name (const GError *error)
{
  if (error->domain != JUG_EXCEPTION)
    return "OSError";
  return jug_exception_get_private (error)->name;
}

/**
 * jug_exception_record:
 * @error: any error
 * @loop: the loop
 * @task: the task that it ends, or %JUG_TASK_LOOP for the program
 *
 * Tells the trace what the exception says, if anything.  The next event is to name the
 * exception.
 */
void
jug_exception_record (const GError *error, JugLoop *loop, guint32 task)
{
  if (*error->message != '\0')
    jug_loop_record (loop, .kind = JUG_EVENT_EXCEPTION, .task = task,
                     .text = jug_loop_intern (loop, error->message),
                     .cause = JUG_LOOP_FRONT (loop)->activity);
}

/**
 * jug_exception_is_a:
 * @error: any error
 * @name: the name of a class
 *
 * Returns: whether `except NAME` would catch it
 */
gboolean
jug_exception_is_a (const GError *error, const char *name)
{
  /* The one class with two bases. */
  if (g_str_equal (name, "BaseExceptionGroup") &&
      g_str_equal (jug_exception_get_name (error), "ExceptionGroup"))
    return TRUE;
  for (const char *own = jug_exception_get_name (error); own; own = base_of (own))
    if (g_str_equal (own, name))
      return TRUE;
  return FALSE;
}

/**
 * jug_exception_is_cancelled:
 * @error: any error
 *
 * Returns: whether it is a `CancelledError`
 */
gboolean
jug_exception_is_cancelled (const GError *error)
{
  return g_error_matches (error, JUG_EXCEPTION, JUG_EXCEPTION_CANCELLED);
}

/**
 * jug_exception_has_text:
 * @error: any error
 *
 * Returns: whether it was made with a text, be it an empty one
 */
gboolean
jug_exception_has_text (const GError *error)
{
  return *error->message != '\0' ||
         (error->domain == JUG_EXCEPTION && jug_exception_get_private (error)->is_blank);
}

/**
 * jug_exception_get_n_members:
 * @error: any error
 *
 * Returns: how many exceptions are in it, 0 if it is no group
 */
guint
jug_exception_get_n_members (const GError *error)
{
  GPtrArray *members;

  if (error->domain != JUG_EXCEPTION)
    return 0;
  members = jug_exception_get_private (error)->members;
  return members ? members->len : 0;
}

/**
 * jug_exception_get_member:
 * @error: a group
 * @index: less than the number of its members
 *
 * Returns: (transfer none): an exception in it
 */
const GError *
jug_exception_get_member (const GError *error, guint index)
{
  g_return_val_if_fail (index < jug_exception_get_n_members (error), NULL);

  return jug_exception_get_private (error)->members->pdata[index];
}
