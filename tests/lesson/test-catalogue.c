/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the catalogue of lessons, and of finding one in it. */
#include "jug-catalogue.h"

#include "jug-nearest.h"
#include "jug-test-folder.h"

static const char *const lesson_xml =
    "<lesson clock=\"virtual\"><title>T</title><summary>S</summary>"
    "<page><title>P</title><p>x</p></page></lesson>";

static void
write_lesson (JugTestFolder *folder, const char *id)
{
  g_autofree char *text = g_build_filename (id, "lesson.xml", NULL);
  g_autofree char *program = g_build_filename (id, "program.py", NULL);

  jug_test_folder_write (folder, text, lesson_xml);
  jug_test_folder_write (folder, program, "pass\n");
}

static JugCatalogue *
load (const char *xml, GError **error)
{
  g_autoptr (JugTestFolder) folder = jug_test_folder_new ();
  g_autoptr (GFile) file = jug_test_folder_get_file (folder, ".");

  write_lesson (folder, "a/one");
  write_lesson (folder, "a/two");
  write_lesson (folder, "b/two");
  write_lesson (folder, "b/three");
  jug_test_folder_write (folder, "catalogue.xml", xml);
  return jug_catalogue_load (file, error);
}

static JugCatalogue *
load_good (void)
{
  g_autoptr (GError) error = NULL;
  JugCatalogue *catalogue =
      load ("<catalogue><unit id=\"a\"><title>First</title><lesson id=\"one\"/>"
            "<lesson id=\"two\"/></unit><unit id=\"b\"><title>Second</title>"
            "<lesson id=\"two\"/><lesson id=\"three\"/></unit></catalogue>",
            &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_lists_units_and_lessons (void)
{
  g_autoptr (JugCatalogue) catalogue = load_good ();
  JugLesson *lesson;
  guint position = 99;

  g_assert_cmpuint (jug_catalogue_get_n_units (catalogue), ==, 2);
  g_assert_cmpstr (jug_catalogue_get_unit_id (catalogue, 1), ==, "b");
  g_assert_cmpstr (jug_catalogue_get_unit_title (catalogue, 1), ==, "Second");
  g_assert_cmpuint (jug_catalogue_get_n_lessons (catalogue, 1), ==, 2);
  lesson = jug_catalogue_get_lesson (catalogue, 1, 1);
  g_assert_cmpstr (jug_lesson_get_id (lesson), ==, "b/three");
  g_assert_cmpuint (jug_catalogue_find_unit (catalogue, lesson, &position), ==, 1);
  g_assert_cmpuint (position, ==, 1);
}

static void
test_is_a_list_of_lessons (void)
{
  g_autoptr (JugCatalogue) catalogue = load_good ();
  g_autoptr (JugLesson) third = g_list_model_get_item (G_LIST_MODEL (catalogue), 2);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalogue)), ==, 4);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (catalogue)) ==
                 JUG_TYPE_LESSON);
  g_assert_cmpstr (jug_lesson_get_id (third), ==, "b/two");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (catalogue), 4));
  g_assert_finalize_object (g_steal_pointer (&catalogue));
}

static void
test_goes_on_over_all_units (void)
{
  g_autoptr (JugCatalogue) catalogue = load_good ();
  JugLesson *second = jug_catalogue_get_lesson (catalogue, 0, 1);
  JugLesson *last = jug_catalogue_get_lesson (catalogue, 1, 1);

  g_assert_true (jug_catalogue_get_neighbour (catalogue, second, 1) ==
                 jug_catalogue_get_lesson (catalogue, 1, 0));
  g_assert_true (jug_catalogue_get_neighbour (catalogue, second, -1) ==
                 jug_catalogue_get_lesson (catalogue, 0, 0));
  g_assert_null (jug_catalogue_get_neighbour (catalogue, second, -2));
  g_assert_null (jug_catalogue_get_neighbour (catalogue, last, 1));
}

static void
check_found (const char *id, const char *found, const char *says)
{
  g_autoptr (JugCatalogue) catalogue = load_good ();
  g_autoptr (GError) error = NULL;
  JugLesson *lesson = jug_catalogue_find (catalogue, id, &error);

  g_assert_cmpstr (lesson ? jug_lesson_get_id (lesson) : NULL, ==, found);
  if (found)
    return;
  g_assert_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN);
  if (!strstr (error->message, says))
    g_test_fail_printf ("%s: %s", id, error->message);
}

static void
test_finds_by_id (void)
{
  check_found ("b/two", "b/two", NULL);
  check_found ("one", "a/one", NULL);
  check_found ("two", NULL, "UNIT/two");
  check_found ("a/three", NULL, "“b/three”");
  check_found ("thre", NULL, "“three”");
  check_found ("something-else", NULL, "juggler lessons");
  check_found ("", NULL, "no lesson");
}

static const char *const bad[][2] = {
  { "<lesson/>", "begins with <lesson>" },
  { "<catalogue><unit><title>T</title><lesson id=\"one\"/></unit></catalogue>",
    "attribute “id”" },
  { "<catalogue><unit id=\"a\"><lesson id=\"one\"/></unit></catalogue>",
    "a unit is a <title>" },
  { "<catalogue><unit id=\"a\"><title>T</title></unit></catalogue>",
    "a unit is a <title>" },
  { "<catalogue><unit id=\"a\"><title>T</title><lesson "
    "id=\"../b/two\"/></unit></catalogue>",
    "small letters" },
  { "<catalogue><unit id=\"..\"><title>T</title><lesson id=\"one\"/></unit></catalogue>",
    "small letters" },
  { "<catalogue><unit id=\"a\"><title>T</title><lesson id=\"one\"/><lesson "
    "id=\"one\"/></unit>"
    "</catalogue>",
    "here twice" },
  { "<catalogue><unit id=\"a\"><title>T</title><lesson "
    "id=\"one\"/><title>U</title></unit>"
    "</catalogue>",
    "a second <title>" },
};

static void
test_bad_catalogues_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JugCatalogue) catalogue = load (bad[i][0], &error);

      g_assert_null (catalogue);
      g_assert_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX);
      if (!strstr (error->message, bad[i][1]))
        g_test_fail_printf ("%s: %s", bad[i][0], error->message);
    }
}

static void
test_missing_lesson_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JugCatalogue) catalogue =
      load ("<catalogue><unit id=\"a\"><title>T</title><lesson "
            "id=\"nine\"/></unit></catalogue>",
            &error);

  g_assert_null (catalogue);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_nearest_forgives_slips (void)
{
  static const char *const words[] = { "events", "text", "json", "trace", NULL };
  g_autofree char *endless = g_strnfill (5000, 'x');

  g_assert_cmpstr (jug_nearest_find ("evnts", words), ==, "events");
  g_assert_cmpstr (jug_nearest_find ("txet", words), ==, "text");
  g_assert_cmpstr (jug_nearest_find ("JSON", words), ==, "json");
  g_assert_cmpstr (jug_nearest_find ("traces", words), ==, "trace");
  g_assert_null (jug_nearest_find ("picture", words));
  g_assert_null (jug_nearest_find ("", words));
  g_assert_null (jug_nearest_find (endless, words));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/lesson/catalogue/lists-units-and-lessons",
                   test_lists_units_and_lessons);
  g_test_add_func ("/juggler/lesson/catalogue/is-a-list-of-lessons",
                   test_is_a_list_of_lessons);
  g_test_add_func ("/juggler/lesson/catalogue/goes-on-over-all-units",
                   test_goes_on_over_all_units);
  g_test_add_func ("/juggler/lesson/catalogue/finds-by-id", test_finds_by_id);
  g_test_add_func ("/juggler/lesson/catalogue/bad-catalogues-are-refused",
                   test_bad_catalogues_are_refused);
  g_test_add_func ("/juggler/lesson/catalogue/missing-lesson-is-an-error",
                   test_missing_lesson_is_an_error);
  g_test_add_func ("/juggler/lesson/nearest/forgives-slips", test_nearest_forgives_slips);
  return g_test_run ();
}
