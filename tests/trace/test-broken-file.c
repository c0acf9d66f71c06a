/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of opening what is no trace file, or no longer. */
#include "jug-test-trace-file.h"
#include "jug-test-trace.h"
#include "jug-trace-format-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Where something is changed: the header, the table, or the section of that number. */
typedef enum
{
  IN_HEADER,
  IN_EVENTS = JUG_TRACE_SECTION_EVENTS,
  IN_STRING_ENDS = JUG_TRACE_SECTION_STRING_ENDS,
  IN_TEXT = JUG_TRACE_SECTION_TEXT,
  IN_PROPERTIES = JUG_TRACE_SECTION_PROPERTIES,
  IN_TABLE,
} Place;

#define CORRUPT JUG_TRACE_ERROR_CORRUPT
#define TOO_LARGE JUG_TRACE_ERROR_TOO_LARGE
#define VERSION JUG_TRACE_ERROR_VERSION

/* A field is set to a value and the checksums are made right again. */
static const struct
{
  const char *name;
  Place place;
  guint item;
  gsize offset;
  gsize size;
  guint64 value;
  JugTraceError code;
  const char *message;
} edits[] = {
#define HEADER(field)                                                                    \
  IN_HEADER, 0, G_STRUCT_OFFSET (JugTraceHeader, field),                                 \
      sizeof (((JugTraceHeader *) NULL)->field)
#define TABLE(item, field)                                                               \
  IN_TABLE, item, G_STRUCT_OFFSET (JugTraceSection, field),                              \
      sizeof (((JugTraceSection *) NULL)->field)
#define EVENT(item, field)                                                               \
  IN_EVENTS, item, G_STRUCT_OFFSET (JugEvent, field), sizeof (((JugEvent *) NULL)->field)
  { "version-zero", HEADER (version), 0, CORRUPT, "contradicts itself" },
  { "next-version", HEADER (version), 4, VERSION, "newer Juggler, in version 4 of" },
  { "last-version", HEADER (version), G_MAXUINT32, VERSION, "newer Juggler" },
  { "other-byte-order", HEADER (version), 0x01000000, VERSION, "another byte order" },
  { "no-sections", HEADER (n_sections), 0, CORRUPT, "contradicts itself" },
  { "too-few-sections", HEADER (n_sections), 3, CORRUPT, "not what was saved" },
  { "too-many-sections", HEADER (n_sections), 17, CORRUPT, "contradicts itself" },
  { "absurdly-many-sections", HEADER (n_sections), G_MAXUINT32, CORRUPT, "contradicts" },

  { "events-missing", TABLE (0, id), 99, CORRUPT, "contradicts itself" },
  { "events-twice", TABLE (1, id), 1, CORRUPT, "contradicts itself" },
  { "text-missing", TABLE (2, id), 0, CORRUPT, "contradicts itself" },
  { "item-size-zero", TABLE (0, item_size), 0, CORRUPT, "not what was saved" },
  { "item-size-of-one", TABLE (0, item_size), 1, CORRUPT, "not what was saved" },
  { "absurd-item-size", TABLE (0, item_size), G_MAXUINT32, CORRUPT,
    "contradicts itself" },
  { "offset-in-header", TABLE (0, offset), 0, CORRUPT, "contradicts itself" },
  { "offset-in-table", TABLE (0, offset), 128, CORRUPT, "contradicts itself" },
  { "offset-not-aligned", TABLE (0, offset), 196, CORRUPT, "contradicts itself" },
  { "offset-outside", TABLE (3, offset), 1 << 20, CORRUPT, "contradicts itself" },
  { "absurd-offset", TABLE (3, offset), G_MAXUINT64 - 63, CORRUPT, "contradicts itself" },
  { "sections-overlap", TABLE (1, offset), 192, CORRUPT, "contradicts itself" },
  { "too-few-events", TABLE (0, n_items), 4, CORRUPT, "not what was saved" },
  { "too-many-events", TABLE (0, n_items), 1000, CORRUPT, "contradicts itself" },
  { "absurdly-many-events", TABLE (0, n_items), G_MAXUINT64, CORRUPT, "contradicts" },
  { "size-overflows", TABLE (0, n_items), G_GUINT64_CONSTANT (1) << 59, CORRUPT,
    "contradicts" },
  { "too-few-properties", TABLE (3, n_items), 1, CORRUPT, "contradicts itself" },
  { "no-properties", TABLE (3, n_items), 0, CORRUPT, "contradicts itself" },

  { "event-without-kind", EVENT (3, kind), 0, CORRUPT, "event 3 is not possible" },
  { "event-of-unknown-kind", EVENT (0, kind), 200, CORRUPT, "event 0 is not possible" },
  { "event-with-high-detail", EVENT (1, detail), 2, CORRUPT, "event 1 is not possible" },
  { "event-of-unknown-task", EVENT (5, task), 7, CORRUPT, "event 5 is not possible" },
  { "task-out-of-order", EVENT (1, task), 2, CORRUPT, "event 1 is not possible" },
  { "parent-is-itself", EVENT (1, object), 1, CORRUPT, "event 1 is not possible" },
  { "unknown-parent", EVENT (1, object), G_MAXUINT32, CORRUPT,
    "event 1 is not possible" },
  { "unknown-text", EVENT (1, text), 1000, CORRUPT, "event 1 is not possible" },
  { "absurd-text", EVENT (1, text), G_MAXUINT32, CORRUPT, "event 1 is not possible" },
  { "own-cause", EVENT (2, cause), 2, CORRUPT, "event 2 is not possible" },
  { "later-cause", EVENT (2, cause), 50, CORRUPT, "event 2 is not possible" },
  { "absurd-object", EVENT (2, object), G_MAXUINT32, CORRUPT, "event 2 is not possible" },
  { "time-goes-back", EVENT (9, time_ns), G_MAXUINT64, CORRUPT,
    "event 9 is not possible" },
  { "time-too-late", EVENT (9, time_ns), G_GUINT64_CONSTANT (1) << 62, CORRUPT,
    "event 9 is not possible" },
  { "time-too-early-for-next", EVENT (0, time_ns), 1, CORRUPT,
    "event 1 is not possible" },
  { "iteration-goes-back", EVENT (0, iteration), 1, CORRUPT, "event 1 is not possible" },

  { "first-string-not-empty", IN_STRING_ENDS, 0, 0, 4, 2, CORRUPT, "contradicts itself" },
  { "string-ends-before-it-begins", IN_STRING_ENDS, 1, 0, 4, 0, CORRUPT, "contradicts" },
  { "string-ends-outside", IN_STRING_ENDS, 1, 0, 4, G_MAXUINT32, CORRUPT, "contradicts" },
  { "string-without-end", IN_STRING_ENDS, 1, 0, 4, 3, CORRUPT, "contradicts itself" },
  { "string-not-utf8", IN_TEXT, 2, 0, 1, 0xff, CORRUPT, "contradicts itself" },
  { "string-with-nul", IN_TEXT, 2, 0, 1, 0, CORRUPT, "contradicts itself" },
  { "first-byte-not-nul", IN_TEXT, 0, 0, 1, 'x', CORRUPT, "contradicts itself" },
  { "property-without-key", IN_PROPERTIES, 0, 0, 4, 0, CORRUPT, "contradicts itself" },
  { "property-of-unknown-key", IN_PROPERTIES, 0, 0, 4, 1 << 30, CORRUPT, "contradicts" },
  { "property-of-unknown-value", IN_PROPERTIES, 1, 4, 4, 1 << 30, CORRUPT,
    "contradicts" },
#undef EVENT
#undef TABLE
#undef HEADER
};

static GBytes *
make_file (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);

  return jug_trace_to_bytes (trace);
}

static guint8 *
copy_file (gsize *size)
{
  g_autoptr (GBytes) bytes = make_file ();

  return g_bytes_unref_to_data (g_steal_pointer (&bytes), size);
}

/* Opens bytes, and if they are a trace reads all of it. */
static gboolean
try_to_open (gconstpointer data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (JugTrace) trace = jug_trace_new_from_bytes (bytes, error);

  if (trace != NULL)
    jug_test_trace_read_all (trace);
  return trace != NULL;
}

static gsize
find_place (const guint8 *data, Place place, guint item)
{
  const JugTraceSection *sections = (gconstpointer) (data + sizeof (JugTraceHeader));

  if (place == IN_HEADER)
    return 0;
  if (place == IN_TABLE)
    return sizeof (JugTraceHeader) + item * sizeof *sections;
  g_assert_cmpuint (sections[place - 1].id, ==, place);
  return sections[place - 1].offset + item * sections[place - 1].item_size;
}

static void
test_refuses_edited (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree guint8 *file = copy_file (&size);
  gsize place = find_place (file, edits[row].place, edits[row].item) + edits[row].offset;

  memcpy (file + place, &edits[row].value, edits[row].size);
  jug_test_trace_file_fix (file, size);
  g_assert_false (try_to_open (file, size, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, JUG_TRACE_ERROR, (gint) edits[row].code);
  g_assert_nonnull (strstr (error->message, edits[row].message));
}

/* The same sentence whatever is missing: at each byte, and so at the border of each
 * section. */
static void
test_refuses_what_is_cut_off (void)
{
  gsize size;
  g_autofree guint8 *file = copy_file (&size);

  for (gsize n = 0; n < size; n++)
    {
      /* Of its own, so that reading beyond its end is noticed. */
      g_autofree guint8 *start = g_memdup2 (file, n);
      g_autoptr (GError) error = NULL;

      g_assert_false (try_to_open (start, n, &error));
      if (n < 8)
        g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_NOT_A_TRACE);
      else
        {
          g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
          g_assert_cmpstr (error->message, ==,
                           "“trace” is cut off: the end of the trace is missing");
        }
    }
}

static void
test_refuses_what_was_cut_off_and_mended (void)
{
  gsize size;
  g_autofree guint8 *file = copy_file (&size);

  for (gsize n = 8; n < size; n++)
    {
      g_autofree guint8 *start = g_memdup2 (file, n);
      g_autoptr (GError) error = NULL;

      jug_test_trace_file_fix (start, n);
      g_assert_false (try_to_open (start, n, &error));
      g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
    }
}

static void
test_refuses_what_goes_on (void)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree guint8 *file = copy_file (&size);
  g_autofree guint8 *longer = g_malloc0 (size + 64);

  memcpy (longer, file, size);
  g_assert_false (try_to_open (longer, size + 1, &error));
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
  g_clear_error (&error);
  jug_test_trace_file_fix (longer, size + 64);
  g_assert_false (try_to_open (longer, size + 64, &error));
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
}

static void
test_refuses_every_flipped_bit (void)
{
  gsize size;
  g_autofree guint8 *file = copy_file (&size);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      g_autoptr (GError) error = NULL;

      file[bit / 8] ^= 1 << bit % 8;
      g_assert_false (try_to_open (file, size, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == JUG_TRACE_ERROR);
      file[bit / 8] ^= 1 << bit % 8;
    }
  g_assert_true (try_to_open (file, size, NULL));
}

/* As somebody would who wants to do harm.  What opens can be read. */
static void
test_survives_every_flipped_bit_with_right_checksums (void)
{
  gsize size, n_opened = 0;
  g_autofree guint8 *file = copy_file (&size);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      g_autofree guint8 *flipped = g_memdup2 (file, size);

      flipped[bit / 8] ^= 1 << bit % 8;
      jug_test_trace_file_fix (flipped, size);
      n_opened += try_to_open (flipped, size, NULL);
    }
  /* Most bits of texts and times may be either. */
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_opened, <, 8 * size / 2);
}

static void
test_refuses_absurd_sizes (void)
{
  const guint64 sizes[] = {
    JUG_TRACE_FORMAT_MAX_SIZE + 1,
    G_MAXUINT32 + G_GUINT64_CONSTANT (1),
    G_MAXINT64,
    G_MAXUINT64,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize size;
      g_autofree guint8 *file = copy_file (&size);

      memcpy (file + G_STRUCT_OFFSET (JugTraceHeader, file_size), &sizes[i],
              sizeof sizes[i]);
      g_assert_false (try_to_open (file, size, &error));
      g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_TOO_LARGE);
      g_assert_cmpstr (error->message, ==, "“trace” is larger than a trace can be");
    }
}

/* A file that says that it is large, and is small, takes no room. */
static void
test_believes_no_size (void)
{
  g_autofree char *directory = g_dir_make_tmp ("juggler-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "x.jug", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const guint64 sizes[] = { 0, 31, 32, 33, JUG_TRACE_FORMAT_MAX_SIZE };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize size;
      g_autofree guint8 *data = copy_file (&size);

      memcpy (data + G_STRUCT_OFFSET (JugTraceHeader, file_size), &sizes[i],
              sizeof sizes[i]);
      g_assert_true (g_file_set_contents (path, (char *) data, (gssize) size, NULL));
      g_assert_null (jug_trace_open (file, NULL, &error));
      g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "x.jug"));
    }
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_refuses_what_is_something_else (void)
{
  const char *const others[] = {
    "",
    "\x89",
    "import asyncio\n\nasync def main():\n    pass\n\nasyncio.run(main())\n",
    "\x89PNG\r\n\x1a\nIHDR...............................................",
    "\x89JUG\n\n and so on, as if it had been sent as text ............",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (try_to_open (others[i], strlen (others[i]), &error));
      g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_NOT_A_TRACE);
      g_assert_cmpstr (error->message, ==, "“trace” is not a trace saved by Juggler");
    }
}

/* A section that only a later Juggler knows is passed over. */
static void
test_passes_over_unknown_sections (void)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree guint8 *file = copy_file (&size);
  gsize start = sizeof (JugTraceHeader) + JUG_TRACE_N_SECTIONS * sizeof (JugTraceSection);
  gsize new_size = (size + 63) / 64 * 64 + 64 + 16;
  g_autofree guint8 *extended = g_malloc0 (new_size);
  JugTraceSection section = { .id = 1000, .item_size = 4, .n_items = 4 };
  JugTraceHeader *header = (gpointer) extended;
  JugTraceSection *sections = (gpointer) (header + 1);

  /* All sections move by one place of alignment, behind the longer table. */
  memcpy (extended, file, start);
  memcpy (extended + start + 96, file + 192, size - 192);
  g_assert_cmpuint (start, ==, 160);
  for (guint i = 0; i < JUG_TRACE_N_SECTIONS; i++)
    sections[i].offset += 64;
  section.offset = new_size - 16;
  sections[JUG_TRACE_N_SECTIONS] = section;
  header->n_sections++;
  jug_test_trace_file_fix (extended, new_size);

  g_assert_true (try_to_open (extended, new_size, &error));
  g_assert_no_error (error);
}

/* The reader says what is wrong with an event, which is too much for thousands of
 * them. */
static void
ignore_message (const char *domain, GLogLevelFlags level, const char *text, gpointer data)
{
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_handler ("jug-trace", G_LOG_LEVEL_DEBUG, ignore_message, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path =
          g_strconcat ("/juggler/trace/broken-file/refuses-", edits[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refuses_edited);
    }
  g_test_add_func ("/juggler/trace/broken-file/refuses-what-is-cut-off",
                   test_refuses_what_is_cut_off);
  g_test_add_func ("/juggler/trace/broken-file/refuses-what-was-cut-off-and-mended",
                   test_refuses_what_was_cut_off_and_mended);
  g_test_add_func ("/juggler/trace/broken-file/refuses-what-goes-on",
                   test_refuses_what_goes_on);
  g_test_add_func ("/juggler/trace/broken-file/refuses-every-flipped-bit",
                   test_refuses_every_flipped_bit);
  g_test_add_func (
      "/juggler/trace/broken-file/survives-every-flipped-bit-with-right-checksums",
      test_survives_every_flipped_bit_with_right_checksums);
  g_test_add_func ("/juggler/trace/broken-file/refuses-absurd-sizes",
                   test_refuses_absurd_sizes);
  g_test_add_func ("/juggler/trace/broken-file/believes-no-size", test_believes_no_size);
  g_test_add_func ("/juggler/trace/broken-file/refuses-what-is-something-else",
                   test_refuses_what_is_something_else);
  g_test_add_func ("/juggler/trace/broken-file/passes-over-unknown-sections",
                   test_passes_over_unknown_sections);
  return g_test_run ();
}
