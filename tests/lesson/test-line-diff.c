/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of comparing two texts line by line. */
#include "jug-line-diff.h"

#include <string.h>

/* The marks of both texts as letters, so that a test can compare all of them at once. */
static char *
describe (const char *old_text, const char *new_text)
{
  g_autoptr (JugLineDiff) diff = jug_line_diff_new (old_text, new_text);
  g_auto (GStrv) old = g_strsplit (old_text, "\n", -1);
  g_auto (GStrv) new = g_strsplit (new_text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_strv_length (old); i++)
    g_string_append_c (out, "=~+-"[jug_line_diff_get_old (diff, i)]);
  g_string_append_c (out, ' ');
  for (guint i = 0; i < g_strv_length (new); i++)
    g_string_append_c (out, "=~+-"[jug_line_diff_get_new (diff, i)]);
  g_assert_cmpint (jug_line_diff_get_old (diff, g_strv_length (old)), ==, JUG_LINE_SAME);
  g_assert_cmpint (jug_line_diff_get_new (diff, G_MAXUINT), ==, JUG_LINE_SAME);
  return g_string_free (out, FALSE);
}

static void
check (const char *old_text, const char *new_text, const char *marks)
{
  g_autofree char *found = describe (old_text, new_text);

  g_assert_cmpstr (found, ==, marks);
}

static void
test_same_texts (void)
{
  g_autoptr (JugLineDiff) diff = jug_line_diff_new ("a\nb\n", "a\nb\n");

  g_assert_cmpint (jug_line_diff_find_first (diff), ==, -1);
  check ("", "", " ");
  check ("a", "a", "= =");
  check ("a\nb\n", "a\nb\n", "=== ===");
}

static void
test_added_and_removed (void)
{
  check ("a\nb", "a\nx\nb", "== =+=");
  check ("a\nx\nb", "a\nb", "=-= ==");
  check ("a\nb\nc", "a\nb\nc\nd", "=== ===+");
  check ("a\nb\nc", "c", "--= =");
  check ("b", "a\nb", "= +=");
}

static void
test_changed (void)
{
  check ("a\nb\nc", "a\nx\nc", "=~= =~=");
  check ("a\nb\nc", "x\ny\nz", "~~~ ~~~");
  check ("a\nb\nc\nd", "a\nx\nd", "=~-= =~=");
  check ("a\nb\nd", "a\nx\ny\nd", "=~= =~+=");
}

static void
test_several_places (void)
{
  check ("a\nb\nc\nd\ne\nf", "a\nB\nc\nd\nx\ne", "=~===- =~==+=");
}

static void
test_line_ends_do_not_matter (void)
{
  check ("a\r\nb\r\n", "a\nb\n", "=== ===");
}

static void
test_repeated_lines (void)
{
  check ("x\nx\nx", "x\nx", "==- ==");
  check ("a\nx\nb\nx\nc", "a\nx\nc", "==--= ===");
}

static void
test_counts (void)
{
  g_autoptr (JugLineDiff) diff = jug_line_diff_new ("a\nb\nc\nd\ne", "a\nB\nd\ne\nf\ng");

  g_assert_cmpuint (jug_line_diff_count (diff, JUG_LINE_CHANGED), ==, 1);
  g_assert_cmpuint (jug_line_diff_count (diff, JUG_LINE_REMOVED), ==, 1);
  g_assert_cmpuint (jug_line_diff_count (diff, JUG_LINE_ADDED), ==, 2);
  g_assert_cmpuint (jug_line_diff_count (diff, JUG_LINE_SAME), ==, 3);
  g_assert_cmpint (jug_line_diff_find_first (diff), ==, 1);
}

/* Whatever is marked as the same is the same text, in the same order. */
static void
test_random_texts_agree (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) old = g_string_new (NULL);
      g_autoptr (GString) new = g_string_new (NULL);
      g_autofree char *marks = NULL;
      g_autoptr (GString) left = g_string_new (NULL);
      g_autoptr (GString) right = g_string_new (NULL);
      const char *new_marks;

      for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
        g_string_append_printf (old, "%c\n", g_test_rand_int_range ('a', 'e'));
      for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
        g_string_append_printf (new, "%c\n", g_test_rand_int_range ('a', 'e'));
      marks = describe (old->str, new->str);
      new_marks = strchr (marks, ' ') + 1;
      for (gsize i = 0; i < old->len / 2; i++)
        if (marks[i] == '=')
          g_string_append_c (left, old->str[2 * i]);
      for (gsize i = 0; i < new->len / 2; i++)
        if (new_marks[i] == '=')
          g_string_append_c (right, new->str[2 * i]);
      g_assert_cmpstr (left->str, ==, right->str);
    }
}

static void
test_very_different_texts (void)
{
  g_autoptr (GString) old = g_string_new ("same\n");
  g_autoptr (GString) new = g_string_new ("same\n");
  g_autoptr (JugLineDiff) diff = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (old, "old %u\n", i);
      g_string_append_printf (new, "new %u\n", i);
    }
  diff = jug_line_diff_new (old->str, new->str);
  g_assert_cmpint (jug_line_diff_get_old (diff, 0), ==, JUG_LINE_SAME);
  g_assert_cmpuint (jug_line_diff_count (diff, JUG_LINE_CHANGED), ==, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/juggler/lesson/line-diff/" path, function)
  ADD ("same-texts", test_same_texts);
  ADD ("added-and-removed", test_added_and_removed);
  ADD ("changed", test_changed);
  ADD ("several-places", test_several_places);
  ADD ("line-ends-do-not-matter", test_line_ends_do_not_matter);
  ADD ("repeated-lines", test_repeated_lines);
  ADD ("counts", test_counts);
  ADD ("random-texts-agree", test_random_texts_agree);
  ADD ("very-different-texts", test_very_different_texts);
#undef ADD
  return g_test_run ();
}
