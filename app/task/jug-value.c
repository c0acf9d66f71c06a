/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What coroutines return, futures hold and queues carry. */
#include "jug-value.h"

#include <math.h>
#include <string.h>

#include "jug-exception.h"

struct _JugList
{
  guint n_refs;
  GArray *items; /* of JugValue */
};

/**
 * jug_value_string:
 * @text: UTF-8
 *
 * Returns: (transfer full): a string with a copy of @text
 */
JugValue
jug_value_string (const char *text)
{
  return (JugValue){ .type = JUG_VALUE_STRING, .s = g_ref_string_new (text) };
}

/**
 * jug_value_error:
 * @error: (transfer full): an exception
 *
 * Returns: (transfer full): the exception as a value
 */
JugValue
jug_value_error (GError *error)
{
  return (JugValue){ .type = JUG_VALUE_ERROR, .error = error };
}

static JugValue
new_list (JugValueType type)
{
  JugList *list = g_new (JugList, 1);

  list->n_refs = 1;
  list->items = g_array_new (FALSE, FALSE, sizeof (JugValue));
  return (JugValue){ .type = type, .list = list };
}

/**
 * jug_value_list:
 *
 * Returns: (transfer full): an empty list
 */
JugValue
jug_value_list (void)
{
  return new_list (JUG_VALUE_LIST);
}

/**
 * jug_value_list_sized:
 * @n_items: how many
 * @items: (out) (transfer none): where they are to be put, None until then
 *
 * Returns: (transfer full): a list of so many
 */
JugValue
jug_value_list_sized (guint n_items, JugValue **items)
{
  JugValue self = { .type = JUG_VALUE_LIST, .list = g_new (JugList, 1) };

  self.list->n_refs = 1;
  self.list->items = g_array_sized_new (FALSE, TRUE, sizeof (JugValue), n_items);
  g_array_set_size (self.list->items, n_items);
  *items = (JugValue *) (gpointer) self.list->items->data;
  return self;
}

/**
 * jug_value_tuple:
 * @n_items: how many
 * @items: (array length=n_items) (transfer full): what is in it
 *
 * Returns: (transfer full): a tuple
 */
JugValue
jug_value_tuple (guint n_items, const JugValue *items)
{
  JugValue self = new_list (JUG_VALUE_TUPLE);

  g_array_append_vals (self.list->items, items, n_items);
  return self;
}

/**
 * jug_value_append:
 * @self: a list
 * @item: (transfer full): what to put at its end
 */
void
jug_value_append (JugValue *self, JugValue item)
{
  g_return_if_fail (self->type == JUG_VALUE_LIST);

  g_array_append_val (self->list->items, item);
}

/**
 * jug_value_get_length:
 * @self: a list or tuple
 *
 * Returns: how many items are in it
 */
guint
jug_value_get_length (const JugValue *self)
{
  g_return_val_if_fail (self->type == JUG_VALUE_LIST || self->type == JUG_VALUE_TUPLE, 0);

  return self->list->items->len;
}

/**
 * jug_value_get_item:
 * @self: a list or tuple
 * @index: less than its length
 *
 * Returns: (transfer none): the item, which lives as long as it is in there
 */
JugValue
jug_value_get_item (const JugValue *self, guint index)
{
  g_return_val_if_fail (index < jug_value_get_length (self), JUG_NONE);

  return g_array_index (self->list->items, JugValue, index);
}

/**
 * jug_value_is_true:
 * @self: a value
 *
 * Returns: Python's bool() of it
 */
gboolean
jug_value_is_true (const JugValue *self)
{
  switch (self->type)
    {
    case JUG_VALUE_NONE:
      return FALSE;
    case JUG_VALUE_BOOL:
    case JUG_VALUE_INT:
      return self->i != 0;
    case JUG_VALUE_FLOAT:
      return !(self->d >= 0 && self->d <= 0);
    case JUG_VALUE_STRING:
      return *self->s != '\0';
    case JUG_VALUE_LIST:
    case JUG_VALUE_TUPLE:
      return jug_value_get_length (self) > 0;
    case JUG_VALUE_ERROR:
    case JUG_VALUE_POINTER:
      return TRUE;
    }
  g_assert_not_reached ();
}

/**
 * jug_value_compare:
 * @a: a value
 * @b: a value
 *
 * Orders as Python orders numbers, strings, and tuples of them; what Python would refuse
 * to compare is ordered by type.
 *
 * Returns: negative, zero or positive
 */
int
jug_value_compare (const JugValue *a, const JugValue *b)
{
  gboolean a_is_number =
      a->type == JUG_VALUE_BOOL || a->type == JUG_VALUE_INT || a->type == JUG_VALUE_FLOAT;
  gboolean b_is_number =
      b->type == JUG_VALUE_BOOL || b->type == JUG_VALUE_INT || b->type == JUG_VALUE_FLOAT;

  if (a_is_number && b_is_number)
    {
      double x = a->type == JUG_VALUE_FLOAT ? a->d : (double) a->i;
      double y = b->type == JUG_VALUE_FLOAT ? b->d : (double) b->i;

      return (x > y) - (x < y);
    }
  if (a->type != b->type)
    return (int) a->type - (int) b->type;
  if (a->type == JUG_VALUE_STRING)
    return strcmp (a->s, b->s);
  if (a->type == JUG_VALUE_LIST || a->type == JUG_VALUE_TUPLE)
    {
      GArray *x = a->list->items;
      GArray *y = b->list->items;

      for (guint i = 0; i < MIN (x->len, y->len); i++)
        {
          int order = jug_value_compare (&g_array_index (x, JugValue, i),
                                         &g_array_index (y, JugValue, i));

          if (order != 0)
            return order;
        }
      return (x->len > y->len) - (x->len < y->len);
    }
  return 0;
}

JugValue
jug_value_copy_slow (const JugValue *self)
{
  JugValue copy = *self;

  if (self->type == JUG_VALUE_STRING)
    copy.s = g_ref_string_acquire (self->s);
  else if (self->type == JUG_VALUE_ERROR)
    copy.error = g_error_copy (self->error);
  else if (self->type == JUG_VALUE_LIST || self->type == JUG_VALUE_TUPLE)
    copy.list->n_refs++;
  return copy;
}

void
jug_value_clear_slow (JugValue *self)
{
  JugValue old = *self;

  *self = JUG_NONE;
  if (old.type == JUG_VALUE_STRING)
    g_ref_string_release (old.s);
  else if (old.type == JUG_VALUE_ERROR)
    g_error_free (old.error);
  else if ((old.type == JUG_VALUE_LIST || old.type == JUG_VALUE_TUPLE) &&
           --old.list->n_refs == 0)
    {
      for (guint i = 0; i < old.list->items->len; i++)
        jug_value_clear (&g_array_index (old.list->items, JugValue, i));
      g_array_unref (old.list->items);
      g_free (old.list);
    }
}

static void
append_string_repr (GString *out, const char *text)
{
  char quote = strchr (text, '\'') && !strchr (text, '"') ? '"' : '\'';

  g_string_append_c (out, quote);
  for (const char *c = text; *c; c++)
    {
      if (*c == quote || *c == '\\')
        g_string_append_printf (out, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (out, "\\n");
      else if (*c == '\t')
        g_string_append (out, "\\t");
      else if (*c == '\r')
        g_string_append (out, "\\r");
      else if (g_ascii_iscntrl (*c))
        g_string_append_printf (out, "\\x%02x", (guchar) *c);
      else
        g_string_append_c (out, *c);
    }
  g_string_append_c (out, quote);
}

/* The shortest decimal that reads back as the same number, as Python writes floats. */
static void
append_float_repr (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  int fewest = fabs (number) < 1e15 ? 15 : 16; /* Python's exponents begin at 1e16 */

  for (int digits = fewest; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (text, sizeof text, format, number);
      if (!(g_ascii_strtod (text, NULL) < number) &&
          !(g_ascii_strtod (text, NULL) > number))
        break;
    }
  g_string_append (out, text);
  if (!strpbrk (text, ".en"))
    g_string_append (out, ".0");
}

static void append_error_repr (GString *out, const GError *error);

/* What a group is about, without the number of its members that str() adds. */
static void
append_group_repr (GString *out, const GError *group)
{
  const char *end = g_strrstr (group->message, " (");
  g_autofree char *about = g_strndup (group->message, end - group->message);

  append_string_repr (out, about);
  g_string_append (out, ", [");
  for (guint i = 0; i < jug_exception_get_n_members (group); i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append_error_repr (out, jug_exception_get_member (group, i));
    }
  g_string_append_c (out, ']');
}

static void
append_error_repr (GString *out, const GError *error)
{
  g_string_append (out, jug_exception_get_name (error));
  g_string_append_c (out, '(');
  if (jug_exception_get_n_members (error) > 0)
    append_group_repr (out, error);
  else if (jug_exception_has_text (error))
    append_string_repr (out, error->message);
  g_string_append_c (out, ')');
}

static void
append_repr (GString *out, const JugValue *self)
{
  switch (self->type)
    {
    case JUG_VALUE_NONE:
      g_string_append (out, "None");
      return;
    case JUG_VALUE_BOOL:
      g_string_append (out, self->i ? "True" : "False");
      return;
    case JUG_VALUE_INT:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, self->i);
      return;
    case JUG_VALUE_FLOAT:
      append_float_repr (out, self->d);
      return;
    case JUG_VALUE_STRING:
      append_string_repr (out, self->s);
      return;
    case JUG_VALUE_ERROR:
      append_error_repr (out, self->error);
      return;
    case JUG_VALUE_LIST:
    case JUG_VALUE_TUPLE:
      g_string_append_c (out, self->type == JUG_VALUE_LIST ? '[' : '(');
      for (guint i = 0; i < self->list->items->len; i++)
        {
          if (i > 0)
            g_string_append (out, ", ");
          append_repr (out, &g_array_index (self->list->items, JugValue, i));
        }
      if (self->type == JUG_VALUE_TUPLE && self->list->items->len == 1)
        g_string_append_c (out, ',');
      g_string_append_c (out, self->type == JUG_VALUE_LIST ? ']' : ')');
      return;
    case JUG_VALUE_POINTER:
      g_string_append (out, "<object>");
      return;
    }
  g_assert_not_reached ();
}

/**
 * jug_value_repr:
 * @self: a value
 *
 * Returns: (transfer full): what Python's `repr()` gives for it
 */
char *
jug_value_repr (const JugValue *self)
{
  GString *out = g_string_new (NULL);

  append_repr (out, self);
  return g_string_free (out, FALSE);
}

/**
 * jug_value_str:
 * @self: a value
 *
 * Returns: (transfer full): what Python's `str()` gives for it, and so `print()`
 */
char *
jug_value_str (const JugValue *self)
{
  if (self->type == JUG_VALUE_STRING)
    return g_strdup (self->s);
  if (self->type == JUG_VALUE_ERROR)
    return g_strdup (self->error->message);
  return jug_value_repr (self);
}
