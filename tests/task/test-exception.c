/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of Python's exceptions as GErrors. */
#include <gio/gio.h>

#include "jug-exception.h"

static void
test_has_its_class_and_message (void)
{
  g_autoptr (GError) error = jug_exception_new ("ValueError", "no %s", "way");

  g_assert_error (error, JUG_EXCEPTION, JUG_EXCEPTION_OTHER);
  g_assert_cmpstr (jug_exception_get_name (error), ==, "ValueError");
  g_assert_cmpstr (error->message, ==, "no way");
  g_assert_cmpuint (jug_exception_get_n_members (error), ==, 0);
}

static void
test_is_caught_by_its_bases (void)
{
  static const struct
  {
    const char *name;
    const char *caught_by;
    gboolean is_caught;
  } rows[] = {
    { "ValueError", "ValueError", TRUE },
    { "ValueError", "Exception", TRUE },
    { "ValueError", "BaseException", TRUE },
    { "ValueError", "KeyError", FALSE },
    { "Exception", "ValueError", FALSE },
    { "CancelledError", "BaseException", TRUE },
    { "CancelledError", "Exception", FALSE },
    { "TimeoutError", "OSError", TRUE },
    { "KeyError", "LookupError", TRUE },
    { "BrokenBarrierError", "RuntimeError", TRUE },
    { "QueueShutDown", "Exception", TRUE },
    { "SystemExit", "Exception", FALSE },
    { "OneOfAProgram", "OneOfAProgram", TRUE },
    { "OneOfAProgram", "Exception", TRUE },
    { "OneOfAProgram", "ValueError", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = jug_exception_new (rows[i].name, "%s", "");

      g_assert_cmpint (jug_exception_is_a (error, rows[i].caught_by), ==,
                       rows[i].is_caught);
    }
}

static void
test_those_that_matter_have_codes (void)
{
  g_autoptr (GError) cancelled = jug_exception_new ("CancelledError", "%s", "");
  g_autoptr (GError) closed = jug_exception_new ("GeneratorExit", "%s", "");
  g_autoptr (GError) left = jug_exception_new ("SystemExit", "%s", "");
  g_autoptr (GError) interrupted = jug_exception_new ("KeyboardInterrupt", "%s", "");

  g_assert_error (cancelled, JUG_EXCEPTION, JUG_EXCEPTION_CANCELLED);
  g_assert_true (jug_exception_is_cancelled (cancelled));
  g_assert_error (closed, JUG_EXCEPTION, JUG_EXCEPTION_GENERATOR_EXIT);
  g_assert_false (jug_exception_is_cancelled (closed));
  g_assert_error (left, JUG_EXCEPTION, JUG_EXCEPTION_EXIT);
  g_assert_error (interrupted, JUG_EXCEPTION, JUG_EXCEPTION_EXIT);
}

static GPtrArray *
make_members (const char *first, const char *second)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  g_ptr_array_add (members, jug_exception_new (first, "one"));
  if (second)
    g_ptr_array_add (members, jug_exception_new (second, "two"));
  return members;
}

static void
test_a_group_has_members (void)
{
  g_autoptr (GError) group =
      jug_exception_new_group ("two of them", make_members ("ValueError", "KeyError"));
  g_autoptr (GError) copy = g_error_copy (group);

  g_clear_error (&group);
  g_assert_error (copy, JUG_EXCEPTION, JUG_EXCEPTION_GROUP);
  g_assert_cmpstr (jug_exception_get_name (copy), ==, "ExceptionGroup");
  g_assert_cmpstr (copy->message, ==, "two of them (2 sub-exceptions)");
  g_assert_cmpuint (jug_exception_get_n_members (copy), ==, 2);
  g_assert_cmpstr (jug_exception_get_name (jug_exception_get_member (copy, 1)), ==,
                   "KeyError");
  g_assert_true (jug_exception_is_a (copy, "Exception"));
  g_assert_true (jug_exception_is_a (copy, "BaseExceptionGroup"));
}

static void
test_a_group_with_a_base_exception_is_one (void)
{
  g_autoptr (GError) group =
      jug_exception_new_group ("one", make_members ("SystemExit", NULL));

  g_assert_cmpstr (jug_exception_get_name (group), ==, "BaseExceptionGroup");
  g_assert_cmpstr (group->message, ==, "one (1 sub-exception)");
  g_assert_false (jug_exception_is_a (group, "Exception"));
}

static void
test_errors_of_others_are_os_errors (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no");

  g_assert_cmpstr (jug_exception_get_name (error), ==, "OSError");
  g_assert_true (jug_exception_is_a (error, "Exception"));
  g_assert_cmpuint (jug_exception_get_n_members (error), ==, 0);
}

static void
test_set_without_a_place_does_nothing (void)
{
  GError *error = NULL;

  jug_exception_set (NULL, "ValueError", "%s", "");
  jug_exception_set (&error, "ValueError", "%s", "x");
  g_assert_cmpstr (error->message, ==, "x");
  g_error_free (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/task/exception/has-its-class-and-message",
                   test_has_its_class_and_message);
  g_test_add_func ("/juggler/task/exception/is-caught-by-its-bases",
                   test_is_caught_by_its_bases);
  g_test_add_func ("/juggler/task/exception/those-that-matter-have-codes",
                   test_those_that_matter_have_codes);
  g_test_add_func ("/juggler/task/exception/a-group-has-members",
                   test_a_group_has_members);
  g_test_add_func ("/juggler/task/exception/a-group-with-a-base-exception-is-one",
                   test_a_group_with_a_base_exception_is_one);
  g_test_add_func ("/juggler/task/exception/errors-of-others-are-os-errors",
                   test_errors_of_others_are_os_errors);
  g_test_add_func ("/juggler/task/exception/set-without-a-place-does-nothing",
                   test_set_without_a_place_does_nothing);
  return g_test_run ();
}
