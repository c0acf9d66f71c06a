/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: reads any text as a lesson.xml. */
#include <string.h>

#include "jug-fuzz.h"
#include "jug-lesson-private.h"

static const char program[] =
    "import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n\n"
    "asyncio.run(main())\n";

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

static void
use (JugLesson *lesson)
{
  g_autofree char *same = jug_lesson_dup_python_source_with (lesson, NULL);
  g_autoptr (GVariant) settings = jug_lesson_parse_settings (lesson, NULL, NULL);

  /* A number may be written another way, but never over several lines. */
  g_assert_cmpuint (strlen (same), >=, strlen (program));
  g_assert_nonnull (settings);
  for (guint i = 0; i < jug_lesson_get_n_pages (lesson); i++)
    g_assert_cmpuint (jug_page_get_n_blocks (jug_lesson_get_page (lesson, i)), >, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JugLesson) lesson =
      jug_lesson_read ("a/b", "lesson.xml", text, strlen (text), program, NULL, &error);

  g_assert_true ((lesson != NULL) == (error == NULL));
  if (lesson)
    use (lesson);
  return 0;
}
