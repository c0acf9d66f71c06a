/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes broken trace files, and reads all of those that open. */
#include "jug-test-trace-file.h"

#include "jug-event-log.h"
#include "jug-trace-format-private.h"
#include "jug-trace-json.h"

#include <string.h>

void
jug_test_trace_file_fix (guint8 *data, gsize size)
{
  JugTraceHeader header;
  JugTraceSection sections[JUG_TRACE_FORMAT_MAX_SECTIONS];
  gsize table_size;

  if (size < sizeof header)
    return;
  memcpy (&header, data, sizeof header);
  if (header.n_sections > JUG_TRACE_FORMAT_MAX_SECTIONS)
    return;
  table_size = header.n_sections * sizeof *sections;
  if (size - sizeof header < table_size)
    return;
  memcpy (sections, data + sizeof header, table_size);

  for (guint i = 0; i < header.n_sections; i++)
    {
      guint64 n_bytes;

      if (sections[i].offset <= size &&
          g_uint64_checked_mul (&n_bytes, sections[i].n_items, sections[i].item_size) &&
          n_bytes <= size - sections[i].offset)
        sections[i].checksum = jug_trace_checksum (data + sections[i].offset, n_bytes);
    }
  header.file_size = size;
  header.checksum = jug_trace_format_check_head (&header, sections);
  memcpy (data, &header, sizeof header);
  memcpy (data + sizeof header, sections, table_size);
}

void
jug_test_trace_read_all (JugTrace *trace)
{
  g_autofree char *log = jug_event_log_to_string (trace);
  g_autoptr (GString) json = g_string_new (NULL);
  g_auto (GStrv) keys = jug_trace_dup_property_keys (trace);
  g_autoptr (GBytes) bytes = jug_trace_to_bytes (trace);
  g_autoptr (JugTrace) saved = jug_trace_new_from_bytes (bytes, NULL);
  guint32 n_events = jug_trace_get_n_events (trace);

  g_assert_nonnull (saved);
  g_assert_cmpuint (jug_trace_get_n_events (saved), ==, n_events);
  g_assert_true (g_utf8_validate (log, -1, NULL));
  for (guint32 i = 0; i < n_events; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      guint32 cause = jug_event_get_cause (event);

      g_string_truncate (json, 0);
      jug_trace_json_append_event (json, trace, i);
      g_assert_true (cause < i || cause == JUG_NO_EVENT);
      g_assert_cmpint (event->time_ns, <=, jug_trace_get_end_time (trace));
      g_assert_cmpuint (jug_trace_find_time (trace, event->time_ns), <=, i);
    }
  for (guint32 i = 1; i <= jug_trace_get_n_tasks (trace); i++)
    {
      g_autofree char *label = jug_trace_dup_task_label (trace, i);

      g_assert_true (g_utf8_validate (label, -1, NULL));
      g_assert_cmpuint (jug_trace_get_task (trace, i)->parent, <, i);
      g_assert_cmpuint (jug_trace_get_task (trace, i)->create_event, <, n_events);
    }
  for (guint32 i = 0; i < jug_trace_get_n_strings (trace); i++)
    g_assert_true (g_utf8_validate (jug_trace_get_string (trace, i), -1, NULL));
  for (guint i = 0; keys[i] != NULL; i++)
    g_assert_nonnull (jug_trace_get_property (trace, keys[i]));
}

static void
assert_equal_tasks (JugTrace *a, JugTrace *b)
{
  g_assert_cmpuint (jug_trace_get_n_tasks (a), ==, jug_trace_get_n_tasks (b));
  for (guint32 i = 1; i <= jug_trace_get_n_tasks (a); i++)
    g_assert_cmpmem (jug_trace_get_task (a, i), sizeof (JugTraceTask),
                     jug_trace_get_task (b, i), sizeof (JugTraceTask));
}

static void
assert_equal_properties (JugTrace *a, JugTrace *b)
{
  g_auto (GStrv) keys = jug_trace_dup_property_keys (a);
  g_auto (GStrv) other_keys = jug_trace_dup_property_keys (b);

  g_assert_cmpstrv (keys, other_keys);
  for (guint i = 0; keys[i] != NULL; i++)
    g_assert_cmpstr (jug_trace_get_property (a, keys[i]), ==,
                     jug_trace_get_property (b, keys[i]));
}

void
jug_test_trace_assert_equal (JugTrace *a, JugTrace *b)
{
  g_assert_cmpuint (jug_trace_get_n_events (a), ==, jug_trace_get_n_events (b));
  for (guint32 i = 0; i < jug_trace_get_n_events (a); i++)
    g_assert_cmpmem (jug_trace_get_event (a, i), sizeof (JugEvent),
                     jug_trace_get_event (b, i), sizeof (JugEvent));
  g_assert_cmpuint (jug_trace_get_n_strings (a), ==, jug_trace_get_n_strings (b));
  for (guint32 i = 0; i < jug_trace_get_n_strings (a); i++)
    g_assert_cmpstr (jug_trace_get_string (a, i), ==, jug_trace_get_string (b, i));
  g_assert_cmpuint (jug_trace_get_max_object (a), ==, jug_trace_get_max_object (b));
  assert_equal_tasks (a, b);
  assert_equal_properties (a, b);
}
