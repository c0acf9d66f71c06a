/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of following what another process writes. */
#include "jug-test-trace.h"
#include "jug-trace-feed-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum
{
  CAPACITY = 8,
  TEXT_LIMIT = 4096,
  TEXT_OFFSET = JUG_TRACE_FEED_EVENTS + CAPACITY * sizeof (JugEvent),
  SIZE = TEXT_OFFSET + TEXT_LIMIT
};

/* What the other process sees. */
typedef struct
{
  char *data;
  gsize text_at;
  guint n_events;
} Writer;

static void
write_header (Writer *self)
{
  JugTraceFeedHeader header = { .version = JUG_TRACE_FEED_VERSION,
                                .capacity = CAPACITY,
                                .events_offset = JUG_TRACE_FEED_EVENTS,
                                .text_offset = TEXT_OFFSET };

  memcpy (header.magic, JUG_TRACE_FEED_MAGIC, sizeof header.magic);
  memcpy (self->data, &header, sizeof header);
  self->text_at = TEXT_OFFSET;
}

static void
write_entry (Writer *self, JugTraceFeedEntry kind, const char *text, guint32 length)
{
  guint32 head[] = { kind, length };

  memcpy (self->data + self->text_at, head, sizeof head);
  memcpy (self->data + self->text_at + sizeof head, text, length);
  self->text_at += sizeof head + ((length + 3) & ~3u);
}

static void
write_string (Writer *self, const char *text)
{
  write_entry (self, JUG_TRACE_FEED_STRING, text, (guint32) strlen (text));
}

static void
write_event (Writer *self, JugEvent event)
{
  memcpy (self->data + JUG_TRACE_FEED_EVENTS + self->n_events++ * sizeof event, &event,
          sizeof event);
}

static void
write_create (Writer *self, guint32 task, guint32 name)
{
  write_event (self, (JugEvent){ .kind = JUG_EVENT_TASK_CREATE,
                                 .task = task,
                                 .text = name,
                                 .cause = JUG_NO_EVENT });
}

static void
write_print (Writer *self, guint32 text, gint64 time_ns)
{
  write_event (self, (JugEvent){ .kind = JUG_EVENT_PRINT,
                                 .text = text,
                                 .time_ns = time_ns,
                                 .cause = JUG_NO_EVENT });
}

/* A feed, what is written into it, and the trace that becomes of it. */
typedef struct
{
  JugTraceFeed *feed;
  Writer writer;
  JugTrace *trace;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  self->feed = jug_trace_feed_new (CAPACITY, TEXT_LIMIT, &error);
  g_assert_no_error (error);
  self->writer.data = mmap (NULL, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED,
                            jug_trace_feed_get_fd (self->feed), 0);
  g_assert_true (self->writer.data != MAP_FAILED);
  self->trace = jug_trace_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (munmap (self->writer.data, SIZE), ==, 0);
  g_clear_pointer (&self->feed, jug_trace_feed_free);
  g_clear_pointer (&self->trace, jug_trace_unref);
}

static void
read_now (Fixture *self, gboolean is_over)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_trace_feed_read (self->feed, self->trace, is_over, &error));
  g_assert_no_error (error);
}

static void
test_nothing_is_written_yet (Fixture *self, gconstpointer data)
{
  read_now (self, FALSE);
  write_header (&self->writer);
  read_now (self, FALSE);
  read_now (self, TRUE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 0);
}

/* What is only just there may still be half written. */
static void
test_leaves_what_is_new_for_the_next_time (Fixture *self, gconstpointer data)
{
  write_header (&self->writer);
  write_string (&self->writer, "main");
  write_create (&self->writer, 1, 1);
  read_now (self, FALSE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 0);
  write_create (&self->writer, 2, 1);
  read_now (self, FALSE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 1);
  read_now (self, TRUE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 2);
}

static void
test_strings_get_the_numbers_of_the_trace (Fixture *self, gconstpointer data)
{
  jug_trace_set_property (self->trace, "label", "greeting");
  write_header (&self->writer);
  write_string (&self->writer, "hello");
  write_string (&self->writer, "greeting");
  write_print (&self->writer, 2, 0);
  write_print (&self->writer, 0, 0);
  write_print (&self->writer, 1, 0);
  read_now (self, TRUE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 3);
  g_assert_cmpstr (
      jug_trace_get_string (self->trace, jug_trace_get_event (self->trace, 0)->text), ==,
      "greeting");
  g_assert_cmpuint (jug_trace_get_event (self->trace, 1)->text, ==, 0);
  g_assert_cmpstr (
      jug_trace_get_string (self->trace, jug_trace_get_event (self->trace, 2)->text), ==,
      "hello");
}

static void
test_properties_are_those_of_the_trace (Fixture *self, gconstpointer data)
{
  jug_trace_set_property (self->trace, JUG_TRACE_TITLE, "ours");
  write_header (&self->writer);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "engine\0none", 11);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "engine\0python", 13);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "nothing\0", 8);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "title\0theirs", 12);
  read_now (self, TRUE);
  g_assert_cmpstr (jug_trace_get_property (self->trace, JUG_TRACE_TITLE), ==, "ours");
  g_assert_cmpstr (jug_trace_get_property (self->trace, "engine"), ==, "python");
  g_assert_cmpstr (jug_trace_get_property (self->trace, "nothing"), ==, "");
}

/* A program that waits for an answer tells what it asks, and then nothing happens. */
static void
test_properties_come_while_nothing_happens (Fixture *self, gconstpointer data)
{
  write_header (&self->writer);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "question\0Name?", 14);
  read_now (self, FALSE);
  g_assert_null (jug_trace_get_property (self->trace, "question"));
  read_now (self, FALSE);
  g_assert_cmpstr (jug_trace_get_property (self->trace, "question"), ==, "Name?");
  read_now (self, FALSE);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "question\0", 9);
  write_string (&self->writer, "Ada");
  write_print (&self->writer, 1, 0);
  read_now (self, TRUE);
  g_assert_cmpstr (jug_trace_get_property (self->trace, "question"), ==, "");
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 1);
}

/* All but the last are whole, as there is one behind them. */
static void
test_many_properties_come_at_once (Fixture *self, gconstpointer data)
{
  write_header (&self->writer);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "one\0x", 5);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "two\0y", 5);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "three\0z", 7);
  read_now (self, FALSE);
  g_assert_cmpstr (jug_trace_get_property (self->trace, "one"), ==, "x");
  g_assert_cmpstr (jug_trace_get_property (self->trace, "two"), ==, "y");
  g_assert_null (jug_trace_get_property (self->trace, "three"));
  read_now (self, FALSE);
  g_assert_cmpstr (jug_trace_get_property (self->trace, "three"), ==, "z");
}

/* Its length is there, what it says not yet. */
static void
test_an_entry_that_is_half_there_waits (Fixture *self, gconstpointer data)
{
  write_header (&self->writer);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "\0\0\0\0", 0);
  read_now (self, FALSE);
  self->writer.text_at = TEXT_OFFSET;
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "one\0x", 5);
  read_now (self, FALSE);
  g_assert_cmpstr (jug_trace_get_property (self->trace, "one"), ==, "x");
}

/* Threads read the clock before they have a place. */
static void
test_times_never_go_back (Fixture *self, gconstpointer data)
{
  write_header (&self->writer);
  write_print (&self->writer, 0, 0);
  write_print (&self->writer, 0, 7);
  write_print (&self->writer, 0, 5);
  read_now (self, TRUE);
  g_assert_cmpint (jug_trace_get_event (self->trace, 2)->time_ns, ==, 7);
}

/* Before that an interpreter started, which is no part of the run. */
static void
test_time_begins_with_the_first_event (Fixture *self, gconstpointer data)
{
  /* a timer may be due before it is armed */
  const gint64 deadlines_ns[] = { -1, 49, 39, JUG_EVENT_MAX_TIME_NS };
  const gint64 expected_ns[] = { -1, 9, 0, JUG_EVENT_MAX_TIME_NS };

  write_header (&self->writer);
  write_print (&self->writer, 0, 40);
  for (guint i = 0; i < G_N_ELEMENTS (deadlines_ns); i++)
    write_event (&self->writer, (JugEvent){ .kind = JUG_EVENT_POLL,
                                            .time_ns = 47,
                                            .deadline_ns = deadlines_ns[i] });
  read_now (self, TRUE);
  g_assert_cmpint (jug_trace_get_event (self->trace, 0)->time_ns, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected_ns); i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i + 1);

      g_assert_cmpint (event->time_ns, ==, 7);
      g_assert_cmpint (event->deadline_ns, ==, expected_ns[i]);
    }
}

static void
test_reads_to_the_last_place (Fixture *self, gconstpointer data)
{
  write_header (&self->writer);
  for (guint i = 0; i < CAPACITY; i++)
    write_print (&self->writer, 0, i);
  read_now (self, TRUE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, CAPACITY);
}

static void
test_keeps_what_came_before_something_impossible (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_header (&self->writer);
  write_print (&self->writer, 0, 0);
  write_create (&self->writer, 9, 0);
  write_print (&self->writer, 0, 0);
  g_assert_false (jug_trace_feed_read (self->feed, self->trace, TRUE, &error));
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "event 1 is not possible"));
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 1);
  g_clear_error (&error);
  g_assert_false (jug_trace_feed_read (self->feed, self->trace, TRUE, &error));
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, 1);
}

/* The one who reads must not die of what the one who writes does to the memory. */
static void
test_the_memory_cannot_shrink (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (ftruncate (jug_trace_feed_get_fd (self->feed), 0), ==, -1);
}

#define OF_10 "0123456789"
#define OF_101 OF_10 OF_10 OF_10 OF_10 OF_10 OF_10 OF_10 OF_10 OF_10 OF_10 "x"

/* Entries of the log, and what is wrong with them. */
static const struct
{
  const char *name;
  guint32 head[2];
  const char *text;
  gsize length;
} bad_entries[] = {
  { "kind-unknown", { 3, 4 }, "text", 4 },
  { "kind-absurd", { G_MAXUINT32, 4 }, "text", 4 },
  { "longer-than-the-log", { JUG_TRACE_FEED_STRING, TEXT_LIMIT }, "text", 4 },
  { "length-absurd", { JUG_TRACE_FEED_STRING, G_MAXUINT32 }, "text", 4 },
  { "property-without-value", { JUG_TRACE_FEED_PROPERTY, 4 }, "text", 4 },
  { "property-without-key", { JUG_TRACE_FEED_PROPERTY, 5 }, "\0text", 5 },
  { "property-of-no-characters", { JUG_TRACE_FEED_PROPERTY, 4 }, "a\xff\0x", 4 },
  { "property-of-many-characters", { JUG_TRACE_FEED_PROPERTY, 104 }, OF_101 "\0x", 104 },
  { "property-of-three-parts", { JUG_TRACE_FEED_PROPERTY, 5 }, "a\0b\0c", 5 },
};

static void
test_refuses_bad_entries (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_entries); i++)
    {
      g_autoptr (GError) error = NULL;
      Fixture other = { 0 };

      g_test_message ("%s", bad_entries[i].name);
      set_up (&other, NULL);
      write_header (&other.writer);
      memcpy (other.writer.data + TEXT_OFFSET, bad_entries[i].head, 8);
      memcpy (other.writer.data + TEXT_OFFSET + 8, bad_entries[i].text,
              bad_entries[i].length);
      g_assert_false (jug_trace_feed_read (other.feed, other.trace, TRUE, &error));
      g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
      tear_down (&other, NULL);
    }
}

static void
test_refuses_a_text_that_is_not_there (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_header (&self->writer);
  write_string (&self->writer, "one");
  write_print (&self->writer, 2, 0);
  g_assert_false (jug_trace_feed_read (self->feed, self->trace, TRUE, &error));
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
}

/* Fields of the header, and what is wrong with them. */
static const struct
{
  const char *name;
  gsize offset;
  guint64 value;
  JugTraceError code;
} bad_headers[] = {
#define FIELD(field) G_STRUCT_OFFSET (JugTraceFeedHeader, field)
  { "version", FIELD (version), 2 | (guint64) CAPACITY << 32, JUG_TRACE_ERROR_VERSION },
  { "events-elsewhere", FIELD (events_offset), 64, JUG_TRACE_ERROR_CORRUPT },
  { "text-in-header", FIELD (text_offset), 64, JUG_TRACE_ERROR_CORRUPT },
  { "text-outside", FIELD (text_offset), SIZE + 1, JUG_TRACE_ERROR_CORRUPT },
  { "text-absurd", FIELD (text_offset), G_MAXUINT64, JUG_TRACE_ERROR_CORRUPT },
};

static void
test_refuses_bad_headers (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_headers); i++)
    {
      g_autoptr (GError) error = NULL;
      Fixture other = { 0 };

      g_test_message ("%s", bad_headers[i].name);
      set_up (&other, NULL);
      write_header (&other.writer);
      write_print (&other.writer, 0, 0);
      memcpy (other.writer.data + bad_headers[i].offset, &bad_headers[i].value, 8);
      g_assert_false (jug_trace_feed_read (other.feed, other.trace, TRUE, &error));
      g_assert_error (error, JUG_TRACE_ERROR, (gint) bad_headers[i].code);
      g_assert_cmpuint (jug_trace_get_n_events (other.trace), ==, 0);
      tear_down (&other, NULL);
    }
}

/* A capacity that the file has no room for is no reason to read beyond it. */
static void
test_reads_no_further_than_the_log (Fixture *self, gconstpointer data)
{
  guint32 capacity = G_MAXUINT32;

  write_header (&self->writer);
  memcpy (self->writer.data + G_STRUCT_OFFSET (JugTraceFeedHeader, capacity), &capacity,
          sizeof capacity);
  for (guint i = 0; i < CAPACITY; i++)
    write_print (&self->writer, 0, i);
  read_now (self, TRUE);
  g_assert_cmpuint (jug_trace_get_n_events (self->trace), ==, CAPACITY);
}

/* As a source leaves it that was killed. */
static void
test_a_file_is_opened_as_a_trace (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("juggler-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "run.jug", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugTrace) same = NULL;
  g_autoptr (GError) error = NULL;

  write_header (&self->writer);
  write_entry (&self->writer, JUG_TRACE_FEED_PROPERTY, "title\0mine", 10);
  write_string (&self->writer, "main");
  write_create (&self->writer, 1, 1);
  g_assert_true (g_file_set_contents (path, self->writer.data, SIZE, NULL));
  trace = jug_trace_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jug_trace_is_sealed (trace));
  g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 1);
  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_TITLE), ==, "mine");

  bytes = g_bytes_new_static (self->writer.data, self->writer.text_at);
  same = jug_trace_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jug_trace_get_n_tasks (same), ==, 1);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Wherever a file is cut off, it is opened as far as it goes or refused. */
static void
test_a_cut_off_file_does_no_harm (Fixture *self, gconstpointer data)
{
  guint n_opened = 0;

  write_header (&self->writer);
  write_string (&self->writer, "main");
  write_create (&self->writer, 1, 1);
  write_print (&self->writer, 1, 0);
  for (gsize size = 0; size < self->writer.text_at; size += size < 64 ? 1 : 61)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (self->writer.data, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (JugTrace) trace = jug_trace_new_from_bytes (bytes, &error);

      g_assert_true ((trace == NULL) == (error != NULL));
      n_opened += trace != NULL;
    }
  g_assert_cmpuint (n_opened, ==, 0);
}

#define ADD(path, test)                                                                  \
  g_test_add ("/juggler/trace/trace-feed/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-is-written-yet", test_nothing_is_written_yet);
  ADD ("leaves-what-is-new-for-the-next-time", test_leaves_what_is_new_for_the_next_time);
  ADD ("strings-get-the-numbers-of-the-trace", test_strings_get_the_numbers_of_the_trace);
  ADD ("properties-are-those-of-the-trace", test_properties_are_those_of_the_trace);
  ADD ("properties-come-while-nothing-happens",
       test_properties_come_while_nothing_happens);
  ADD ("many-properties-come-at-once", test_many_properties_come_at_once);
  ADD ("an-entry-that-is-half-there-waits", test_an_entry_that_is_half_there_waits);
  ADD ("times-never-go-back", test_times_never_go_back);
  ADD ("time-begins-with-the-first-event", test_time_begins_with_the_first_event);
  ADD ("reads-to-the-last-place", test_reads_to_the_last_place);
  ADD ("keeps-what-came-before-something-impossible",
       test_keeps_what_came_before_something_impossible);
  ADD ("the-memory-cannot-shrink", test_the_memory_cannot_shrink);
  ADD ("refuses-bad-entries", test_refuses_bad_entries);
  ADD ("refuses-a-text-that-is-not-there", test_refuses_a_text_that_is_not_there);
  ADD ("refuses-bad-headers", test_refuses_bad_headers);
  ADD ("reads-no-further-than-the-log", test_reads_no_further_than_the_log);
  ADD ("a-file-is-opened-as-a-trace", test_a_file_is_opened_as_a_trace);
  ADD ("a-cut-off-file-does-no-harm", test_a_cut_off_file_does_no_harm);
  return g_test_run ();
}
