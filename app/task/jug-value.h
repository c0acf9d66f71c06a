/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What coroutines return, futures hold and queues carry. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugValueType:
 *
 * The Python types that lesson programs pass around.
 */
typedef enum
{
  JUG_VALUE_NONE,
  JUG_VALUE_BOOL,
  JUG_VALUE_INT,
  JUG_VALUE_FLOAT,
  JUG_VALUE_STRING,
  JUG_VALUE_ERROR, /* an exception as a value, as gather's return_exceptions gives it */
  JUG_VALUE_LIST,
  JUG_VALUE_TUPLE,
  JUG_VALUE_POINTER, /* borrowed; what it points to is the program's own business */
} JugValueType;

/**
 * JugList:
 *
 * The items of a list or tuple, which all values that are this list share.
 */
typedef struct _JugList JugList;

/**
 * JugValue:
 *
 * A plain value of 16 bytes.  What it refers to is counted: whoever has a value owns one
 * count, copies it with jug_value_copy() and ends it with jug_value_clear().  All zero is
 * None.
 */
typedef struct
{
  JugValueType type;
  union
  {
    gint64 i; /* JUG_VALUE_BOOL, JUG_VALUE_INT */
    double d;
    char *s; /* a GRefString */
    GError *error;
    JugList *list; /* JUG_VALUE_LIST, JUG_VALUE_TUPLE */
    gpointer p;
  };
} JugValue;

#define JUG_NONE ((JugValue){ .type = JUG_VALUE_NONE })
#define JUG_BOOL(value) ((JugValue){ .type = JUG_VALUE_BOOL, .i = !!(value) })
#define JUG_INT(value) ((JugValue){ .type = JUG_VALUE_INT, .i = (value) })
#define JUG_FLOAT(value) ((JugValue){ .type = JUG_VALUE_FLOAT, .d = (value) })
#define JUG_POINTER(value) ((JugValue){ .type = JUG_VALUE_POINTER, .p = (value) })

JugValue jug_value_string (const char *text) G_GNUC_WARN_UNUSED_RESULT;
JugValue jug_value_error (GError *error) G_GNUC_WARN_UNUSED_RESULT;
JugValue jug_value_list (void) G_GNUC_WARN_UNUSED_RESULT;
JugValue jug_value_list_sized (guint n_items, JugValue **items) G_GNUC_WARN_UNUSED_RESULT;
JugValue jug_value_tuple (guint n_items, const JugValue *items) G_GNUC_WARN_UNUSED_RESULT;
void jug_value_append (JugValue *self, JugValue item);
guint jug_value_get_length (const JugValue *self);
JugValue jug_value_get_item (const JugValue *self, guint index);
gboolean jug_value_is_true (const JugValue *self);
int jug_value_compare (const JugValue *a, const JugValue *b);

/**
 * jug_value_copy_slow:
 * @self: a value that is counted
 *
 * Returns: (transfer full): the same value; jug_value_copy() calls it
 */
JugValue jug_value_copy_slow (const JugValue *self);

/**
 * jug_value_clear_slow:
 * @self: a value that is counted
 *
 * Ends it; jug_value_clear() calls it.
 */
void jug_value_clear_slow (JugValue *self);
char *jug_value_repr (const JugValue *self) G_GNUC_WARN_UNUSED_RESULT;
char *jug_value_str (const JugValue *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_value_copy:
 * @self: a value
 *
 * Returns: (transfer full): the same value, counted once more
 */
static inline JugValue
jug_value_copy (const JugValue *self)
{
  if (self->type <= JUG_VALUE_FLOAT || self->type == JUG_VALUE_POINTER)
    return *self;
  return jug_value_copy_slow (self);
}

/**
 * jug_value_clear:
 * @self: a value
 *
 * Ends it; it is None then.
 */
static inline void
jug_value_clear (JugValue *self)
{
  if (self->type > JUG_VALUE_FLOAT)
    jug_value_clear_slow (self);
  else
    *self = JUG_NONE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JugValue, jug_value_clear)

G_END_DECLS
