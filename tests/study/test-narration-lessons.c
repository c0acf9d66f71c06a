/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every event of every lesson is told, as it was recorded. */
#include <string.h>

#include "jug-event-log.h"
#include "jug-lesson-programs.h"
#include "jug-narration.h"
#include "jug-recorder.h"
#include "jug-stop.h"

static JugTrace *
record (const JugProgram *program)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;

  jug_record (program, &options, trace, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&trace);
}

static void
assert_told (JugCursor *cursor, guint32 index)
{
  g_autoptr (JugNarration) narration = jug_narration_new (cursor, index, NULL, NULL);
  const char *text = jug_narration_get_text (narration);

  g_test_message ("%u %s", index, text);
  g_assert_cmpuint (strlen (text), >, 5);
  g_assert_null (strstr (text, "  "));
  g_assert_null (strstr (text, "(nothing)"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)) ||
                 jug_narration_get_span (narration, 0)->role != JUG_NARRATION_PLAIN);
}

static void
test_every_event_is_told (gconstpointer data)
{
  g_autoptr (JugTrace) trace = record (data);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    assert_told (cursor, i);
}

/* What is in the event log can be stepped to, but for the lines of what asyncio cleans
 * up. */
static void
test_the_event_log_is_stepped_through (gconstpointer data)
{
  g_autoptr (JugTrace) trace = record (data);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      if (jug_event_log_append_line (line, trace, i))
        g_assert_true (jug_stop_is (trace, i, JUG_DETAIL_LEARNER));
    }
}

int
main (int argc, char *argv[])
{
  const JugProgram *const *programs = jug_lesson_programs_get ();

  g_test_init (&argc, &argv, NULL);
  for (; *programs; programs++)
    {
      g_autofree char *name = g_strdelimit (g_strdup ((*programs)->id), "/", '-');
      g_autofree char *told = g_strconcat (
          "/juggler/study/narration-lessons/every-event-is-told-of-", name, NULL);
      g_autofree char *stepped = g_strconcat (
          "/juggler/study/narration-lessons/the-event-log-is-stepped-through-in-", name,
          NULL);

      if (g_str_has_prefix (name, "web-"))
        continue; /* takes its own time */
      g_test_add_data_func (told, *programs, test_every_event_is_told);
      g_test_add_data_func (stepped, *programs, test_the_event_log_is_stepped_through);
    }
  return g_test_run ();
}
