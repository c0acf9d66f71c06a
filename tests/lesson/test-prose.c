/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the marks within a paragraph. */
#include "jug-lesson.h"

/* Writes spans so that a test can compare all of them at once: the style as letters of c,
 * e, s; then the text; then the target. */
static char *
describe (JugProse *prose)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < jug_prose_get_n_spans (prose); i++)
    {
      const JugProseSpan *span = jug_prose_get_span (prose, i);

      g_string_append_printf (out, "%s%s%s%s{%s}", i > 0 ? " " : "",
                              span->style & JUG_PROSE_CODE ? "c" : "",
                              span->style & JUG_PROSE_STRESS ? "e" : "",
                              span->style & JUG_PROSE_STRONG ? "s" : "", span->text);
      if (span->lesson)
        g_string_append_printf (out, "->%s", span->lesson);
      if (span->term)
        g_string_append_printf (out, "=%s", span->term);
    }
  return g_string_free (out, FALSE);
}

static void
check (const char *marked, const char *spans, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JugProse) prose = jug_prose_new (marked, &error);
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  description = describe (prose);
  g_assert_cmpstr (description, ==, spans);
  g_assert_cmpstr (jug_prose_get_text (prose), ==, text);
}

static void
test_plain_text_is_one_span (void)
{
  check ("Nothing special.", "{Nothing special.}", "Nothing special.");
}

static void
test_empty_text_has_no_spans (void)
{
  check ("", "", "");
}

static void
test_marks_become_styles (void)
{
  check ("a `b` *c* **d**", "{a } c{b} { } e{c} { } s{d}", "a b c d");
}

static void
test_marks_nest (void)
{
  check ("*a **b `c`***", "e{a } es{b } ces{c}", "a b c");
}

static void
test_code_takes_each_character_as_it_is (void)
{
  check ("`a * [b](c) \\`!", "c{a * [b](c) \\} {!}", "a * [b](c) \\!");
}

static void
test_backslash_takes_the_meaning_away (void)
{
  check ("2 \\* 3, \\[x\\], \\`, \\\\, \\n", "{2 * 3, [x], `, \\, \\n}",
         "2 * 3, [x], `, \\, \\n");
}

static void
test_links_lead_to_lessons (void)
{
  check ("see [the *next* one](lesson:tasks/turns).",
         "{see } {the }->tasks/turns e{next}->tasks/turns { one}->tasks/turns {.}",
         "see the next one.");
}

static void
test_links_lead_to_terms (void)
{
  check ("[turns](term:iteration) [ready queue](term)",
         "{turns}=iteration { } {ready queue}=ready queue", "turns ready queue");
}

static void
test_stress_around_a_link_reaches_into_it (void)
{
  check ("*a [b](term) c*", "e{a } e{b}=b e{ c}", "a b c");
}

/* What is wrong, and a word of what is said about it */
static const char *const bad[][2] = {
  { "a `b", "no end" },
  { "``", "nothing between" },
  { "*a", "no end" },
  { "**a*", "no end" },
  { "**", "no end" },
  { "****", "nothing between" },
  { "*a **b* c**", "before another" },
  { "[a](lesson:b/c", "ends no link" },
  { "[a]", "ends no link" },
  { "[a](http://example.org)", "a link leads to" },
  { "[a](lesson:x)", "a link leads to" },
  { "[a](lesson:/x)", "a link leads to" },
  { "[a](lesson:x/y/z)", "a link leads to" },
  { "[a](lesson:../x)", "a link leads to" },
  { "[a](term:)", "a link leads to" },
  { "[](term)", "nothing between" },
  { "a] b", "ends no link" },
  { "[a [b](term)](term)", "within a link" },
  { "*[a*](term)", "before another" },
};

static void
test_bad_marks_are_refused (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JugProse) prose = jug_prose_new (row[0], &error);

  g_assert_null (prose);
  g_assert_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, row[1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/lesson/prose/plain-text-is-one-span",
                   test_plain_text_is_one_span);
  g_test_add_func ("/juggler/lesson/prose/empty-text-has-no-spans",
                   test_empty_text_has_no_spans);
  g_test_add_func ("/juggler/lesson/prose/marks-become-styles", test_marks_become_styles);
  g_test_add_func ("/juggler/lesson/prose/marks-nest", test_marks_nest);
  g_test_add_func ("/juggler/lesson/prose/code-takes-each-character-as-it-is",
                   test_code_takes_each_character_as_it_is);
  g_test_add_func ("/juggler/lesson/prose/backslash-takes-the-meaning-away",
                   test_backslash_takes_the_meaning_away);
  g_test_add_func ("/juggler/lesson/prose/links-lead-to-lessons",
                   test_links_lead_to_lessons);
  g_test_add_func ("/juggler/lesson/prose/links-lead-to-terms", test_links_lead_to_terms);
  g_test_add_func ("/juggler/lesson/prose/stress-around-a-link-reaches-into-it",
                   test_stress_around_a_link_reaches_into_it);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/juggler/lesson/prose/bad-marks-are-refused/%u", i);

      g_test_add_data_func (path, bad[i], test_bad_marks_are_refused);
    }
  return g_test_run ();
}
