/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of values: who owns them, how Python writes and orders them. */
#include <math.h>

#include "jug-exception.h"
#include "jug-value.h"

static void
assert_repr (JugValue value, const char *expected)
{
  g_autofree char *repr = jug_value_repr (&value);

  g_assert_cmpstr (repr, ==, expected);
  jug_value_clear (&value);
  g_assert_cmpint (value.type, ==, JUG_VALUE_NONE);
}

static void
test_reprs_are_python_s (void)
{
  const JugValue pair[] = { JUG_INT (1), jug_value_string ("b") };
  const JugValue single[] = { JUG_INT (1) };

  assert_repr (JUG_NONE, "None");
  assert_repr (JUG_BOOL (7), "True");
  assert_repr (JUG_BOOL (0), "False");
  assert_repr (JUG_INT (G_MININT64), "-9223372036854775808");
  assert_repr (jug_value_list (), "[]");
  assert_repr (jug_value_tuple (0, NULL), "()");
  assert_repr (jug_value_tuple (1, single), "(1,)");
  assert_repr (jug_value_tuple (2, pair), "(1, 'b')");
  assert_repr (jug_value_error (jug_exception_new ("KeyError", "%s", "")), "KeyError()");
  assert_repr (jug_value_error (jug_exception_new ("KeyError", "x")), "KeyError('x')");
  assert_repr (jug_value_error (jug_exception_new_blank ("KeyError")), "KeyError('')");
}

static void
test_repr_of_a_group_names_its_members (void)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  g_ptr_array_add (members, jug_exception_new ("KeyError", "x"));
  g_ptr_array_add (members, jug_exception_new_blank ("ValueError"));
  assert_repr (jug_value_error (jug_exception_new_group ("two (or so)", members)),
               "ExceptionGroup('two (or so)', [KeyError('x'), ValueError('')])");
}

static void
assert_truth (JugValue value, gboolean expected)
{
  g_assert_cmpint (jug_value_is_true (&value), ==, expected);
  jug_value_clear (&value);
}

static void
test_truth_is_python_s (void)
{
  const JugValue none[] = { JUG_NONE };

  assert_truth (JUG_NONE, FALSE);
  assert_truth (JUG_BOOL (TRUE), TRUE);
  assert_truth (JUG_BOOL (FALSE), FALSE);
  assert_truth (JUG_INT (-1), TRUE);
  assert_truth (JUG_INT (0), FALSE);
  assert_truth (JUG_FLOAT (0.5), TRUE);
  assert_truth (JUG_FLOAT (-0.0), FALSE);
  assert_truth (JUG_FLOAT (NAN), TRUE);
  assert_truth (jug_value_string ("0"), TRUE);
  assert_truth (jug_value_string (""), FALSE);
  assert_truth (jug_value_list (), FALSE);
  assert_truth (jug_value_tuple (0, NULL), FALSE);
  assert_truth (jug_value_tuple (1, none), TRUE);
  assert_truth (jug_value_error (jug_exception_new ("KeyError", "%s", "")), TRUE);
}

static void
test_floats_are_the_shortest_that_read_back (void)
{
  assert_repr (JUG_FLOAT (0.1), "0.1");
  assert_repr (JUG_FLOAT (0.1 + 0.2), "0.30000000000000004");
  assert_repr (JUG_FLOAT (1), "1.0");
  assert_repr (JUG_FLOAT (-2.5), "-2.5");
  assert_repr (JUG_FLOAT (1.0 / 3), "0.3333333333333333");
  assert_repr (JUG_FLOAT (1e-5), "1e-05");
  assert_repr (JUG_FLOAT (1e15), "1000000000000000.0");
  assert_repr (JUG_FLOAT (1234567890123456.75), "1234567890123456.8");
  assert_repr (JUG_FLOAT (1e16), "1e+16");
  assert_repr (JUG_FLOAT (INFINITY), "inf");
  assert_repr (JUG_FLOAT (NAN), "nan");
}

static void
test_strings_are_quoted_as_python_quotes (void)
{
  assert_repr (jug_value_string ("plain"), "'plain'");
  assert_repr (jug_value_string ("it's"), "\"it's\"");
  assert_repr (jug_value_string ("'\""), "'\\'\"'");
  assert_repr (jug_value_string ("a\\b\nc\td\re\x01"), "'a\\\\b\\nc\\td\\re\\x01'");
  assert_repr (jug_value_string ("Grüße"), "'Grüße'");
}

static void
test_str_of_strings_and_errors_is_their_text (void)
{
  g_auto (JugValue) text = jug_value_string ("it's");
  g_auto (JugValue) error = jug_value_error (jug_exception_new ("KeyError", "x"));
  g_autofree char *first = jug_value_str (&text);
  g_autofree char *second = jug_value_str (&error);

  g_assert_cmpstr (first, ==, "it's");
  g_assert_cmpstr (second, ==, "x");
}

static void
test_copies_share_a_list (void)
{
  g_auto (JugValue) list = jug_value_list ();
  g_auto (JugValue) copy = jug_value_copy (&list);

  jug_value_append (&list, jug_value_string ("a"));
  jug_value_append (&copy, JUG_INT (2));
  g_assert_cmpuint (jug_value_get_length (&list), ==, 2);
  g_assert_cmpstr (jug_value_get_item (&copy, 0).s, ==, "a");
  g_assert_cmpint (jug_value_get_item (&list, 1).i, ==, 2);
}

static void
test_a_sized_list_begins_with_none (void)
{
  JugValue *items;
  g_auto (JugValue) list = jug_value_list_sized (3, &items);

  items[1] = jug_value_string ("a");
  g_assert_cmpuint (jug_value_get_length (&list), ==, 3);
  g_assert_cmpint (jug_value_get_item (&list, 0).type, ==, JUG_VALUE_NONE);
  g_assert_cmpstr (jug_value_get_item (&list, 1).s, ==, "a");
  jug_value_append (&list, JUG_INT (4));
  g_assert_cmpint (jug_value_get_item (&list, 3).i, ==, 4);
}

static void
test_copies_outlive_the_original (void)
{
  JugValue text = jug_value_string ("a");
  g_auto (JugValue) copy = jug_value_copy (&text);
  JugValue error = jug_value_error (jug_exception_new ("KeyError", "x"));
  g_auto (JugValue) other = jug_value_copy (&error);

  jug_value_clear (&text);
  jug_value_clear (&error);
  g_assert_cmpstr (copy.s, ==, "a");
  g_assert_cmpstr (jug_exception_get_name (other.error), ==, "KeyError");
}

static void
test_order_is_that_of_priority_queues (void)
{
  const JugValue small[] = { JUG_INT (1), jug_value_string ("b") };
  const JugValue large[] = { JUG_INT (1), jug_value_string ("c") };
  g_auto (JugValue) a = jug_value_tuple (2, small);
  g_auto (JugValue) b = jug_value_tuple (2, large);
  g_auto (JugValue) prefix = jug_value_tuple (1, (const JugValue[]){ JUG_INT (1) });
  const JugValue one = JUG_INT (1);
  const JugValue half = JUG_FLOAT (0.5);
  const JugValue yes = JUG_BOOL (TRUE);

  g_assert_cmpint (jug_value_compare (&a, &b), <, 0);
  g_assert_cmpint (jug_value_compare (&b, &a), >, 0);
  g_assert_cmpint (jug_value_compare (&a, &a), ==, 0);
  g_assert_cmpint (jug_value_compare (&prefix, &a), <, 0);
  g_assert_cmpint (jug_value_compare (&half, &one), <, 0);
  g_assert_cmpint (jug_value_compare (&yes, &one), ==, 0);
  g_assert_cmpint (jug_value_compare (&one, &a), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/task/value/reprs-are-python-s", test_reprs_are_python_s);
  g_test_add_func ("/juggler/task/value/repr-of-a-group-names-its-members",
                   test_repr_of_a_group_names_its_members);
  g_test_add_func ("/juggler/task/value/truth-is-python-s", test_truth_is_python_s);
  g_test_add_func ("/juggler/task/value/floats-are-the-shortest-that-read-back",
                   test_floats_are_the_shortest_that_read_back);
  g_test_add_func ("/juggler/task/value/strings-are-quoted-as-python-quotes",
                   test_strings_are_quoted_as_python_quotes);
  g_test_add_func ("/juggler/task/value/str-of-strings-and-errors-is-their-text",
                   test_str_of_strings_and_errors_is_their_text);
  g_test_add_func ("/juggler/task/value/copies-share-a-list", test_copies_share_a_list);
  g_test_add_func ("/juggler/task/value/a-sized-list-begins-with-none",
                   test_a_sized_list_begins_with_none);
  g_test_add_func ("/juggler/task/value/copies-outlive-the-original",
                   test_copies_outlive_the_original);
  g_test_add_func ("/juggler/task/value/order-is-that-of-priority-queues",
                   test_order_is_that_of_priority_queues);
  return g_test_run ();
}
