/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lessons themselves: text and programs fit each other, and the programs do as
 * CPython. */
#include <string.h>

#include "jug-catalogue.h"
#include "jug-event-log.h"
#include "jug-lesson-programs.h"
#include "jug-lesson-run.h"

static JugCatalogue *
load_catalogue (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (JUG_LESSONS_URI);
  g_autoptr (GError) error = NULL;
  JugCatalogue *catalogue = jug_catalogue_load (folder, &error);

  g_assert_no_error (error);
  return catalogue;
}

static JugLesson *
load_lesson (const char *id)
{
  g_autoptr (JugCatalogue) catalogue = load_catalogue ();
  g_autoptr (GError) error = NULL;
  JugLesson *lesson = jug_catalogue_find (catalogue, id, &error);

  g_assert_no_error (error);
  return g_object_ref (lesson);
}

static char *
read_source_file (const char *id, const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "lessons", id, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static JugTrace *
record (JugLesson *lesson, GVariant *settings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JugRecording) run =
      jug_lesson_run_new (lesson, jug_lesson_programs_get (), settings,
                          jug_lesson_get_clock (lesson), &error);
  gboolean ok;

  g_assert_no_error (error);
  ok = jug_recording_record (run, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ok);
  return jug_trace_ref (jug_recording_get_trace (run));
}

/* The text of the first line of output that begins with @prefix, or NULL */
static const char *
find_output (JugTrace *trace, const char *prefix)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      const char *text = event->kind == JUG_EVENT_PRINT
                             ? jug_trace_get_string (trace, event->text)
                             : NULL;

      if (text && g_str_has_prefix (text, prefix))
        return text;
    }
  return NULL;
}

static void
test_run_as_in_cpython (gconstpointer id)
{
  g_autoptr (JugLesson) lesson = load_lesson (id);
  g_autofree char *expected = read_source_file (id, "expected.events");
  g_autoptr (JugTrace) trace = record (lesson, NULL);
  g_autofree char *log = jug_event_log_to_string (trace);

  g_assert_cmpstr (log, ==, expected);
}

static void
test_parameters_agree (gconstpointer id)
{
  g_autoptr (JugLesson) lesson = load_lesson (id);
  const JugProgram *const *program = jug_lesson_programs_get ();

  while (!g_str_equal ((*program)->id, id))
    g_assert_nonnull (*++program);
  g_assert_cmpuint ((*program)->n_parameters, ==, jug_lesson_get_n_params (lesson));
  for (guint i = 0; i < (*program)->n_parameters; i++)
    {
      const JugParam *param = jug_lesson_get_param (lesson, i);

      g_assert_cmpstr ((*program)->parameters[i].name, ==, param->name);
      g_assert_cmpfloat_with_epsilon ((*program)->parameters[i].value, param->initial,
                                      1e-9);
    }
}

static void
check_marked_lines (JugLesson *lesson, JugTrace *trace)
{
  g_auto (GStrv) python = g_strsplit (jug_lesson_get_python_source (lesson), "\n", -1);
  g_auto (GStrv) native = g_strsplit (jug_lesson_get_native_source (lesson), "\n", -1);
  guint n_marks = 0;

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      g_autofree char *mark = g_strdup_printf ("AT (%u)", event->object);

      if (event->kind != JUG_EVENT_LINE)
        continue;
      g_assert_cmpuint (event->object, <=, g_strv_length (python));
      g_assert_cmpstr (g_strstrip (python[event->object - 1]), !=, "");
      g_assert_cmpuint (event->extra, <=, g_strv_length (native));
      g_assert_nonnull (strstr (native[event->extra - 1], mark));
      n_marks++;
    }
  g_assert_cmpuint (n_marks, >, 5);
}

static void
test_marked_lines_exist (gconstpointer id)
{
  g_autoptr (JugLesson) lesson = load_lesson (id);
  g_autoptr (JugTrace) trace = record (lesson, NULL);

  check_marked_lines (lesson, trace);
}

/* Each place where a page begins is there, so that no page begins nowhere. */
static void
check_page_starts (JugLesson *lesson, JugTrace *trace)
{
  g_autofree char *log = jug_event_log_to_string (trace);

  for (guint i = 0; i < jug_lesson_get_n_pages (lesson); i++)
    {
      const char *start = jug_page_get_start (jug_lesson_get_page (lesson, i));
      g_autofree char *line = start ? g_strdup_printf (" %s\n", start) : NULL;

      if (line && !strstr (log, line))
        g_test_fail_printf ("page %u: “%s” never happens", i + 1, start);
    }
}

static void
test_pages_begin_somewhere (gconstpointer id)
{
  g_autoptr (JugLesson) lesson = load_lesson (id);
  g_autoptr (JugTrace) trace = record (lesson, NULL);

  check_page_starts (lesson, trace);
}

static void
check_links (JugCatalogue *catalogue, JugProse *prose)
{
  for (guint i = 0; prose && i < jug_prose_get_n_spans (prose); i++)
    {
      const JugProseSpan *span = jug_prose_get_span (prose, i);
      g_autoptr (GError) error = NULL;

      if (span->lesson)
        jug_catalogue_find (catalogue, span->lesson, &error);
      g_assert_no_error (error);
    }
}

static void
check_question_links (JugCatalogue *catalogue, JugQuestion *question)
{
  check_links (catalogue, question->ask);
  check_links (catalogue, question->explain);
  for (guint i = 0; i < question->answers->len; i++)
    check_links (catalogue,
                 ((JugAnswer *) g_ptr_array_index (question->answers, i))->prose);
}

static void
test_links_lead_to_lessons (void)
{
  g_autoptr (JugCatalogue) catalogue = load_catalogue ();

  for (guint l = 0; l < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); l++)
    {
      g_autoptr (JugLesson) lesson = g_list_model_get_item (G_LIST_MODEL (catalogue), l);

      for (guint p = 0; p < jug_lesson_get_n_pages (lesson); p++)
        {
          const JugPage *page = jug_lesson_get_page (lesson, p);

          for (guint b = 0; b < jug_page_get_n_blocks (page); b++)
            {
              const JugBlock *block = jug_page_get_block (page, b);

              check_links (catalogue, block->prose);
              if (block->question)
                check_question_links (catalogue, block->question);
            }
        }
    }
}

/* A folder with a lesson that no catalogue names would never be seen. */
static void
test_every_folder_is_in_the_catalogue (void)
{
  g_autoptr (JugCatalogue) catalogue = load_catalogue ();
  g_autofree char *top = g_test_build_filename (G_TEST_DIST, "..", "lessons", NULL);
  g_autoptr (GDir) units = g_dir_open (top, 0, NULL);
  const char *unit;
  guint n_found = 0;

  while ((unit = g_dir_read_name (units)))
    {
      g_autofree char *path = g_build_filename (top, unit, NULL);
      g_autoptr (GDir) lessons = g_dir_open (path, 0, NULL);
      const char *name;

      while (lessons && (name = g_dir_read_name (lessons)))
        {
          g_autofree char *id = g_build_filename (unit, name, NULL);
          g_autoptr (GError) error = NULL;

          jug_catalogue_find (catalogue, id, &error);
          g_assert_no_error (error);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, g_list_model_get_n_items (G_LIST_MODEL (catalogue)));
}

static void
test_parameters_change_the_run (void)
{
  g_autoptr (JugLesson) lesson = load_lesson ("cancellation/timeout");
  const char *assignments[] = { "limit=7", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = jug_lesson_parse_settings (lesson, assignments, &error);
  g_autoptr (JugTrace) trace = NULL;

  g_assert_no_error (error);
  trace = record (lesson, settings);
  g_assert_nonnull (find_output (trace, "the page is here"));
  g_assert_null (find_output (trace, "that took too long"));
  g_assert_cmpint (jug_trace_get_end_time (trace), ==,
                   6 * G_GINT64_CONSTANT (1000000000));
  g_assert_nonnull (
      strstr (jug_trace_get_property (trace, JUG_TRACE_SOURCE), "asyncio.timeout(7)"));
}

/* How long it takes is the network's business; what comes is not. */
static void
test_pages_are_downloaded (void)
{
  g_autoptr (JugLesson) lesson = load_lesson ("web/pages");
  g_autoptr (JugTrace) trace = record (lesson, NULL);
  guint n_bytes = 0;

  check_marked_lines (lesson, trace);
  check_page_starts (lesson, trace);
  g_assert_cmpstr (find_output (trace, "/news"), ==, "/news has 2500 bytes");
  g_assert_cmpstr (find_output (trace, "/weather"), ==, "/weather has 800 bytes");
  g_assert_cmpstr (find_output (trace, "/map"), ==, "/map has 48000 bytes");
  g_assert_cmpstr (find_output (trace, "/lost"), ==, "/lost failed: 404 Not Found");
  g_assert_cmpstr (find_output (trace, "one"), ==, "one after the other: 51300 bytes");
  g_assert_cmpstr (find_output (trace, "together"), ==, "together: 51300 bytes");
  g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 5);
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_IO_DATA)
        n_bytes = MAX (n_bytes, event->value);
      g_assert_cmpuint (event->kind, !=, JUG_EVENT_EXIT);
    }
  g_assert_cmpuint (n_bytes, ==, 48000);
}

static void
add (const char *id, const char *name, GTestDataFunc func)
{
  g_autofree char *word = g_strdelimit (g_strdup (id), "/", '-');
  g_autofree char *path = g_strdup_printf ("/juggler/lessons/%s/%s", word, name);

  g_test_add_data_func (path, id, func);
}

int
main (int argc, char **argv)
{
  static const char *const virtual_ids[] = { "cancellation/timeout", "coroutines/calling",
                                             "coroutines/together",  "tasks/blocking",
                                             "tasks/turns",          NULL };

  g_test_init (&argc, &argv, NULL);
  for (const char *const *id = virtual_ids; *id; id++)
    {
      add (*id, "runs-as-in-cpython", test_run_as_in_cpython);
      add (*id, "parameters-agree", test_parameters_agree);
      add (*id, "marked-lines-exist", test_marked_lines_exist);
      add (*id, "pages-begin-somewhere", test_pages_begin_somewhere);
    }
  add ("web/pages", "parameters-agree", test_parameters_agree);
  g_test_add_func ("/juggler/lessons/web-pages/pages-are-downloaded",
                   test_pages_are_downloaded);
  g_test_add_func ("/juggler/lessons/catalogue/links-lead-to-lessons",
                   test_links_lead_to_lessons);
  g_test_add_func ("/juggler/lessons/catalogue/every-folder-is-there",
                   test_every_folder_is_in_the_catalogue);
  g_test_add_func ("/juggler/lessons/parameters/change-the-run",
                   test_parameters_change_the_run);
  return g_test_run ();
}
