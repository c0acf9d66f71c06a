/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading a lesson's folder. */
#include "jug-lesson.h"

#include "jug-test-folder.h"

#include <glib/gstdio.h>

static const char *const program = "import asyncio\n"
                                   "\n"
                                   "\n"
                                   "async def main():\n"
                                   "    await asyncio.sleep(2)\n"
                                   "    print(3, \"balls\")\n"
                                   "    await asyncio.sleep(2)\n"
                                   "\n"
                                   "\n"
                                   "asyncio.run(main())\n";

#define BEGIN "<lesson clock=\"virtual\"><title>T</title><summary>S</summary>"
#define PAGE "<page><title>P</title><p>x</p></page>"
#define END "</lesson>"
#define PARAM(attributes)                                                                \
  "<param name=\"a\" type=\"float\" min=\"0\" max=\"9\" default=\"2\" " attributes       \
  "><label>L</label></param>"

static JugLesson *
load (const char *xml, GError **error)
{
  g_autoptr (JugTestFolder) folder = jug_test_folder_new ();
  g_autoptr (GFile) file = jug_test_folder_get_file (folder, ".");

  jug_test_folder_write (folder, "lesson.xml", xml);
  jug_test_folder_write (folder, "program.py", program);
  return jug_lesson_load (file, "unit/lesson", error);
}

static JugLesson *
load_good (const char *xml)
{
  g_autoptr (GError) error = NULL;
  JugLesson *lesson = load (xml, &error);

  g_assert_no_error (error);
  return lesson;
}

static void
test_reads_what_is_there (void)
{
  g_autoptr (JugLesson) lesson =
      load_good ("<?xml version=\"1.0\"?>\n<!-- comment -->\n<lesson clock=\"real\">\n"
                 "  <title note=\"hint\">\n    The   title\n  </title>\n  <summary>What "
                 "&amp; why</summary>\n"
                 "  <label task=\"main-1\">main</label>\n" PAGE END);

  g_assert_cmpstr (jug_lesson_get_id (lesson), ==, "unit/lesson");
  g_assert_cmpstr (jug_lesson_get_title (lesson), ==, "The title");
  g_assert_cmpstr (jug_lesson_get_summary (lesson), ==, "What & why");
  g_assert_cmpint (jug_lesson_get_clock (lesson), ==, JUG_LESSON_CLOCK_REAL);
  g_assert_cmpstr (jug_lesson_get_python_source (lesson), ==, program);
  g_assert_null (jug_lesson_get_native_source (lesson));
  g_assert_cmpstr (jug_lesson_get_label (lesson, "main-1"), ==, "main");
  g_assert_null (jug_lesson_get_label (lesson, "main-2"));
  g_assert_cmpuint (jug_lesson_get_n_pages (lesson), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&lesson));
}

static void
test_cuts_code_from_the_program (void)
{
  g_autoptr (JugLesson) lesson = load_good (
      BEGIN "<page><title>P</title><code lines=\"4-6\"/><code lines=\"5\"/></page>" END);
  const JugPage *page = jug_lesson_get_page (lesson, 0);

  g_assert_cmpint (jug_page_get_block (page, 0)->kind, ==, JUG_BLOCK_CODE);
  g_assert_cmpuint (jug_page_get_block (page, 0)->first_line, ==, 4);
  g_assert_cmpuint (jug_page_get_block (page, 0)->last_line, ==, 6);
  g_assert_cmpstr (
      jug_page_get_block (page, 0)->code, ==,
      "async def main():\n    await asyncio.sleep(2)\n    print(3, \"balls\")");
  g_assert_cmpstr (jug_page_get_block (page, 1)->code, ==, "await asyncio.sleep(2)");
}

static void
test_reads_pages (void)
{
  g_autoptr (JugLesson) lesson = load_good (
      BEGIN PAGE
      "<page at=\"print main-1 x\"><title>Q</title><li>a `b`</li><p>c</p></page>" END);
  const JugPage *page = jug_lesson_get_page (lesson, 1);

  g_assert_null (jug_page_get_start (jug_lesson_get_page (lesson, 0)));
  g_assert_cmpstr (jug_page_get_start (page), ==, "print main-1 x");
  g_assert_cmpstr (jug_page_get_title (page), ==, "Q");
  g_assert_cmpuint (jug_page_get_n_blocks (page), ==, 2);
  g_assert_cmpint (jug_page_get_block (page, 0)->kind, ==, JUG_BLOCK_ITEM);
  g_assert_cmpstr (jug_prose_get_text (jug_page_get_block (page, 0)->prose), ==, "a b");
  g_assert_cmpint (jug_page_get_block (page, 1)->kind, ==, JUG_BLOCK_PARAGRAPH);
}

static void
test_reads_questions (void)
{
  g_autoptr (JugLesson) lesson =
      load_good (BEGIN "<page><title>P</title><question><ask>*Who*?</ask>"
                       "<answer belief=\"x\">A</answer><answer right=\"yes\">B</answer>"
                       "<explain>So.</explain></question></page>" END);
  const JugBlock *block = jug_page_get_block (jug_lesson_get_page (lesson, 0), 0);
  const JugAnswer *first = g_ptr_array_index (block->question->answers, 0);
  const JugAnswer *second = g_ptr_array_index (block->question->answers, 1);

  g_assert_cmpint (block->kind, ==, JUG_BLOCK_QUESTION);
  g_assert_cmpstr (jug_prose_get_text (block->question->ask), ==, "Who?");
  g_assert_cmpuint (block->question->answers->len, ==, 2);
  g_assert_false (first->is_right);
  g_assert_cmpstr (first->belief, ==, "x");
  g_assert_true (second->is_right);
  g_assert_cmpstr (jug_prose_get_text (second->prose), ==, "B");
  g_assert_cmpstr (jug_prose_get_text (block->question->explain), ==, "So.");
}

static JugLesson *
load_with_parameters (void)
{
  return load_good (BEGIN PARAM (
      "code=\"sleep({})\"") "<param name=\"n\" type=\"int\" min=\"1\" max=\"5\" "
                            "default=\"3\""
                            " code='print({}, '><label>Balls</label></param>" PAGE END);
}

static void
test_parameters_stand_in_the_program (void)
{
  g_autoptr (JugLesson) lesson = load_with_parameters ();
  const char *assignments[] = { "a=0.25", "n=1", "n=4", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = jug_lesson_parse_settings (lesson, assignments, &error);
  g_autofree char *changed = NULL;
  g_autofree char *same = jug_lesson_dup_python_source_with (lesson, NULL);

  g_assert_no_error (error);
  changed = jug_lesson_dup_python_source_with (lesson, settings);
  g_assert_cmpstr (same, ==, program);
  g_assert_cmpstr (
      changed, ==,
      "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(0.25)\n"
      "    print(4, \"balls\")\n    await asyncio.sleep(0.25)\n\n\n"
      "asyncio.run(main())\n");
}

static void
test_parameter_values_are_checked (void)
{
  g_autoptr (JugLesson) lesson = load_with_parameters ();
  static const struct
  {
    const char *assignment;
    JugLessonError code;
    const char *says;
  } rows[] = {
    { "a", JUG_LESSON_ERROR_VALUE, "NAME=VALUE" },
    { "a=", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "a=9.1", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "a=-1", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "a=nan", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "a=0x1", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "a= 1", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "a=1s", JUG_LESSON_ERROR_VALUE, "from 0 to 9" },
    { "n=1.5", JUG_LESSON_ERROR_VALUE, "whole number from 1 to 5" },
    { "b=1", JUG_LESSON_ERROR_UNKNOWN, "did you mean" },
    { "balls=1", JUG_LESSON_ERROR_UNKNOWN, "it has: a, n" },
    { "=1", JUG_LESSON_ERROR_UNKNOWN, "no parameter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *assignments[] = { rows[i].assignment, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) settings =
          jug_lesson_parse_settings (lesson, assignments, &error);

      g_assert_null (settings);
      g_assert_error (error, JUG_LESSON_ERROR, (int) rows[i].code);
      if (!strstr (error->message, rows[i].says))
        g_test_fail_printf ("%s: %s", rows[i].assignment, error->message);
    }
}

static void
test_settings_from_elsewhere_are_brought_within_limits (void)
{
  g_autoptr (JugLesson) lesson = load_with_parameters ();
  const JugParam *a = jug_lesson_find_param (lesson, "a");
  const JugParam *n = jug_lesson_find_param (lesson, "n");
  g_autoptr (GVariant) settings =
      g_variant_ref_sink (g_variant_new_parsed ("{'a': 100.0, 'n': 2.6, 'z': 1.0}"));

  g_assert_cmpfloat_with_epsilon (jug_param_get_value (a, settings), 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (jug_param_get_value (n, settings), 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (jug_param_get_value (n, NULL), 3, 1e-9);
}

static void
test_numbers_are_written_as_in_python (void)
{
  static const struct
  {
    double value;
    const char *text;
  } rows[] = { { 0, "0" },
               { 2, "2" },
               { 0.1, "0.1" },
               { 1.5, "1.5" },
               { 100, "100" },
               { 1000000000, "1000000000" },
               { 1.0 / 3, "0.3333333333333333" },
               { -2.5, "-2.5" } };
  const JugParam param = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = jug_param_format (&param, rows[i].value);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* A file that is wrong, and what is said about it behind the file's name */
static const char *const bad[][2] = {
  { "", "1:1: " },
  { "no XML", ":1:1: Document must begin" },
  { "<lesson", "1:8: " },
  { "<lesson clock=\"virtual\">", "Document ended unexpectedly" },
  { "<html/>", ":1:7: the file begins with <html>" },
  { "<lesson/>", "needs the attribute “clock”" },
  { "<lesson clock=\"slow\">" PAGE "</lesson>", "clock is" },
  { "<lesson clock=\"virtual\" id=\"x\"/>", "no attribute “id”" },
  { "<lesson clock=\"virtual\">" PAGE "</lesson>", "needs <title>, <summary>" },
  { BEGIN END, "and a <page>" },
  { BEGIN "<title>again</title>" PAGE END, "a second <title>" },
  { BEGIN "<p>x</p>" END, "<p> cannot stand within <lesson>" },
  { BEGIN PAGE END BEGIN PAGE END, "a second <lesson>" },
  { BEGIN PAGE END "stray", "Document" },
  { BEGIN "stray" PAGE END, "text outside of a paragraph" },
  { BEGIN "\n<page>\n<title>P</title>\n<p>`x</p></page>" END, ":4:" },
  { BEGIN "<page><title>P</title><p>x <b>y</b></p></page>" END,
    "<b> cannot stand within <p>" },
  { BEGIN "<page><title>P</title><p> \n </p></page>" END, "<p> is empty" },
  { BEGIN "<page><title>P</title></page>" END, "a page says nothing" },
  { BEGIN "<page><p>x</p></page>" END, "begins with its one <title>" },
  { BEGIN "<page><title>P</title><title>Q</title><p>x</p></page>" END,
    "its one <title>" },
  { BEGIN "<page><title>P</title><code/></page>" END, "needs the attribute “lines”" },
  { BEGIN "<page><title>P</title><code lines=\"\"/></page>" END, "is not lines" },
  { BEGIN "<page><title>P</title><code lines=\"0\"/></page>" END, "is not lines" },
  { BEGIN "<page><title>P</title><code lines=\"5-4\"/></page>" END, "is not lines" },
  { BEGIN "<page><title>P</title><code lines=\"1-2-3\"/></page>" END, "is not lines" },
  { BEGIN "<page><title>P</title><code lines=\"10-11\"/></page>" END,
    "has 10 lines, not 11" },
  { BEGIN "<page><title>P</title><question/></page>" END, "a right and a wrong answer" },
  { BEGIN
    "<page><title>P</title><question><ask>x</ask><answer>a</answer><answer>b</answer>"
    "</question></page>" END,
    "a right and a wrong answer" },
  { BEGIN "<page><title>P</title><question><answer>a</answer><ask>x</ask></question></"
          "page>" END,
    "a question is <ask>, then" },
  { BEGIN "<page><title>P</title><question><ask>x</ask><answer right=\"no\">a</answer>"
          "</question></page>" END,
    "right can only be “yes”" },
  { BEGIN PARAM ("") PAGE END, "needs the attribute “code”" },
  { BEGIN PARAM ("code=\"sleep(2)\"") PAGE END, "with one {} in it" },
  { BEGIN PARAM ("code=\"{}\"") PAGE END, "with one {} in it" },
  { BEGIN PARAM ("code=\"{} {}\"") PAGE END, "with one {} in it" },
  { BEGIN PARAM ("code=\"nap({})\"") PAGE END, "program.py has no “nap(2)”" },
  { BEGIN PARAM ("code=\"sleep({})\"") PARAM ("code=\"sleep({})\"") PAGE END,
    "of this name already" },
  { BEGIN PARAM ("code=\"sleep({})\"") "<param name=\"b\" type=\"float\" min=\"0\" "
                                       "max=\"9\" default=\"2\" code=\"({})\"><label>L"
                                       "</label></param>" PAGE END,
    "stand for the same number" },
  { BEGIN "<param name=\"A\" type=\"int\" min=\"0\" max=\"9\" default=\"2\" "
          "code=\"({})\"><label>L"
          "</label></param>" PAGE END,
    "small letters" },
  { BEGIN "<param name=\"a\" type=\"text\" min=\"0\" max=\"9\" default=\"2\" "
          "code=\"({})\"><label>L"
          "</label></param>" PAGE END,
    "“int” or “float”" },
  { BEGIN "<param name=\"a\" type=\"int\" min=\"0\" max=\"x\" default=\"2\" "
          "code=\"({})\"><label>L"
          "</label></param>" PAGE END,
    "max=\"x\" is not a number" },
  { BEGIN "<param name=\"a\" type=\"int\" min=\"0\" max=\"1e99\" default=\"2\" "
          "code=\"({})\"><label>L"
          "</label></param>" PAGE END,
    "is not a number" },
  { BEGIN "<param name=\"a\" type=\"int\" min=\"3\" max=\"9\" default=\"2\" "
          "code=\"({})\"><label>L"
          "</label></param>" PAGE END,
    "min < max" },
  { BEGIN "<param name=\"a\" type=\"int\" min=\"0\" max=\"2.5\" default=\"2\" "
          "code=\"({})\"><label>L"
          "</label></param>" PAGE END,
    "whole numbers" },
  { BEGIN "<param name=\"a\" type=\"int\" min=\"0\" max=\"9\" default=\"2\" "
          "code=\"({})\"/>" PAGE END,
    "needs a <label>" },
  { BEGIN "<label task=\"main\">x</label>" PAGE END, "is not a NAME-N" },
  { BEGIN "<label task=\"a-1\">x</label><label task=\"a-1\">y</label>" PAGE END,
    "no label yet" },
  { "<!DOCTYPE lesson [<!ENTITY a \"b\">]>" BEGIN PAGE END,
    "only elements, text and comments" },
  { BEGIN "<page><title>P</title><p><![CDATA[x]]></p></page>" END,
    "only elements, text" },
  { BEGIN "<page><title>P</title><p>&b;</p></page>" END, "" },
};

static void
test_bad_lessons_are_refused (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JugLesson) lesson = load (row[0], &error);

  g_assert_null (lesson);
  g_assert_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "lesson.xml:"));
  if (!strstr (error->message, row[1]))
    g_test_fail_printf ("%s: %s", row[0], error->message);
}

static void
test_hostile_sizes_are_refused (void)
{
  g_autoptr (GString) many = g_string_new (BEGIN "<page><title>P</title>");
  g_autoptr (GString) deep = g_string_new (BEGIN "<page><title>P</title>");
  g_autoptr (GString) wide = g_string_new (BEGIN "<page><title>P</title><p>");
  g_autoptr (GString) large = g_string_new (BEGIN "<!--");
  GString *all[] = { many, deep, wide, large };

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append (many, "<p>x</p>");
      g_string_append (deep, "<p>");
      g_string_append (wide, "x");
      g_string_append (large, "----------------------------------------");
    }
  g_string_append (many, "</page>" END);
  g_string_append (wide, "</p></page>" END);
  g_string_append (large, "-->" PAGE END);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JugLesson) lesson = load (all[i]->str, &error);

      g_assert_null (lesson);
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), <, 400);
    }
}

static void
test_bytes_that_are_no_text_are_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JugLesson) lesson =
      load (BEGIN "<page><title>\xff</title></page>" END, &error);

  g_assert_null (lesson);
  g_assert_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX);
}

static void
test_missing_program_is_an_error (void)
{
  g_autoptr (JugTestFolder) folder = jug_test_folder_new ();
  g_autoptr (GFile) file = jug_test_folder_get_file (folder, ".");
  g_autoptr (GError) error = NULL;
  g_autoptr (JugLesson) lesson = NULL;

  jug_test_folder_write (folder, "lesson.xml", BEGIN PAGE END);
  lesson = jug_lesson_load (file, "a/b", &error);
  g_assert_null (lesson);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/lesson/lesson/reads-what-is-there",
                   test_reads_what_is_there);
  g_test_add_func ("/juggler/lesson/lesson/cuts-code-from-the-program",
                   test_cuts_code_from_the_program);
  g_test_add_func ("/juggler/lesson/lesson/reads-pages", test_reads_pages);
  g_test_add_func ("/juggler/lesson/lesson/reads-questions", test_reads_questions);
  g_test_add_func ("/juggler/lesson/lesson/hostile-sizes-are-refused",
                   test_hostile_sizes_are_refused);
  g_test_add_func ("/juggler/lesson/lesson/bytes-that-are-no-text-are-refused",
                   test_bytes_that_are_no_text_are_refused);
  g_test_add_func ("/juggler/lesson/lesson/missing-program-is-an-error",
                   test_missing_program_is_an_error);
  g_test_add_func ("/juggler/lesson/param/stand-in-the-program",
                   test_parameters_stand_in_the_program);
  g_test_add_func ("/juggler/lesson/param/values-are-checked",
                   test_parameter_values_are_checked);
  g_test_add_func ("/juggler/lesson/param/settings-are-brought-within-limits",
                   test_settings_from_elsewhere_are_brought_within_limits);
  g_test_add_func ("/juggler/lesson/param/numbers-are-written-as-in-python",
                   test_numbers_are_written_as_in_python);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/juggler/lesson/lesson/bad-lessons-are-refused/%u", i);

      g_test_add_data_func (path, bad[i], test_bad_lessons_are_refused);
    }
  return g_test_run ();
}
