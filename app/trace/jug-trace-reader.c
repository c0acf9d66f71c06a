/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads trace files, which may come from anywhere. */
#include "jug-trace-feed-private.h"
#include "jug-trace-format-private.h"
#include "jug-trace-input-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is read of a file that does not say how large it is, before more room is made. */
#define FIRST_READ (1024 * 1024)

/* What is read at once, so that it can be cancelled. */
#define MAX_READ (4 * 1024 * 1024)

/* How many events are checked before it is asked whether that was cancelled. */
#define SLICE (256 * 1024)

/* A file that is being read. */
typedef struct
{
  const char *name; /* (unowned): for people */
  const char *data; /* (unowned) */
  gsize size;
  GCancellable *cancellable; /* (unowned) (nullable) */

  const JugTraceHeader *header;
  const JugTraceSection *sections[JUG_TRACE_N_SECTIONS + 1]; /* by id */
} Reader;

typedef gboolean (*ReadFunc) (Reader *self, JugTrace *trace, GError **error);

static gboolean fail (JugTraceError code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (JugTraceError code, GError **error, const char *format, ...)
{
  va_list args;

  if (error != NULL)
    {
      va_start (args, format);
      *error = g_error_new_valist (JUG_TRACE_ERROR, (gint) code, format, args);
      va_end (args);
    }
  return FALSE;
}

static gboolean
fail_too_large (Reader *self, GError **error)
{
  return fail (JUG_TRACE_ERROR_TOO_LARGE, error,
               /* Translators: %s is the name of a file */
               _ ("“%s” is larger than a trace can be"), self->name);
}

static gboolean
fail_cut_off (Reader *self, GError **error)
{
  return fail (JUG_TRACE_ERROR_CORRUPT, error,
               /* Translators: %s is the name of a file */
               _ ("“%s” is cut off: the end of the trace is missing"), self->name);
}

static gboolean
fail_changed (Reader *self, GError **error)
{
  return fail (JUG_TRACE_ERROR_CORRUPT, error,
               /* Translators: %s is the name of a file */
               _ ("“%s” is damaged: it is not what was saved"), self->name);
}

static gboolean
fail_invalid (Reader *self, GError **error)
{
  return fail (JUG_TRACE_ERROR_CORRUPT, error,
               /* Translators: %s is the name of a file */
               _ ("“%s” is damaged: it contradicts itself"), self->name);
}

/* The items of a section of version 1. */
static gconstpointer
get_items (Reader *self, JugTraceSectionId id, guint32 *n_items)
{
  *n_items = (guint32) self->sections[id]->n_items;
  return self->data + self->sections[id]->offset;
}

static gboolean
is_zero (const char *data, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (data[i] != 0)
      return FALSE;
  return TRUE;
}

/* Where a section ends, or 0 if it does not lie in the file behind @start. */
static guint64
find_end (Reader *self, const JugTraceSection *section, guint64 start)
{
  guint64 size, end;

  if (section->offset % JUG_TRACE_FORMAT_ALIGN != 0 || section->offset < start ||
      section->offset > self->size ||
      !g_uint64_checked_mul (&size, section->n_items, section->item_size) ||
      !g_uint64_checked_add (&end, section->offset, size) || end > self->size)
    return 0;
  return end;
}

/* Checks where the sections lie and whether they are what was saved. */
static gboolean
read_sections (Reader *self, GError **error)
{
  const JugTraceSection *sections = (gconstpointer) (self->header + 1);
  guint64 start = sizeof (JugTraceHeader), end;
  guint32 n_sections = self->header->n_sections;

  if (n_sections > JUG_TRACE_FORMAT_MAX_SECTIONS ||
      self->size - start < n_sections * sizeof (JugTraceSection))
    return fail_invalid (self, error);
  if (jug_trace_format_check_head (self->header, sections) != self->header->checksum)
    return fail_changed (self, error);

  start += n_sections * sizeof (JugTraceSection);
  for (guint32 i = 0; i < n_sections; i++)
    {
      const JugTraceSection *section = &sections[i];

      end = find_end (self, section, start);
      if (end == 0)
        return fail_invalid (self, error);
      if (!is_zero (self->data + start, section->offset - start) ||
          jug_trace_checksum (self->data + section->offset, end - section->offset) !=
              section->checksum)
        return fail_changed (self, error);
      if (section->id >= 1 && section->id <= JUG_TRACE_N_SECTIONS)
        {
          if (self->sections[section->id] != NULL)
            return fail_invalid (self, error);
          self->sections[section->id] = section;
        }
      start = end;
    }
  return start == self->size || fail_invalid (self, error);
}

/* Whether a section is there, with items of the right size, and not too many. */
static gboolean
check_section (Reader *self,
               JugTraceSectionId id,
               gsize item_size,
               guint64 max_items,
               GError **error)
{
  const JugTraceSection *section = self->sections[id];

  if (section == NULL || section->item_size != item_size)
    return fail_invalid (self, error);
  return section->n_items <= max_items || fail_too_large (self, error);
}

static gboolean
read_strings (Reader *self, JugTrace *trace, GError **error)
{
  guint32 n_strings, n_bytes;
  const guint32 *ends = get_items (self, JUG_TRACE_SECTION_STRING_ENDS, &n_strings);
  const char *text = get_items (self, JUG_TRACE_SECTION_TEXT, &n_bytes);

  return jug_string_table_init_borrowed (&trace->strings, text, n_bytes, ends,
                                         n_strings) ||
         fail_invalid (self, error);
}

static gboolean
read_properties (Reader *self, JugTrace *trace, GError **error)
{
  guint32 n_strings = jug_string_table_get_n_strings (&trace->strings);
  guint32 n_properties;
  const JugTraceProperty *properties =
      get_items (self, JUG_TRACE_SECTION_PROPERTIES, &n_properties);

  for (guint32 i = 0; i < n_properties; i++)
    if (properties[i].key == 0 || properties[i].key >= n_strings ||
        properties[i].value >= n_strings)
      return fail_invalid (self, error);
  g_array_append_vals (trace->properties, properties, n_properties);
  return TRUE;
}

static gboolean
read_events (Reader *self, JugTrace *trace, GError **error)
{
  guint32 n_events;
  const JugEvent *events = get_items (self, JUG_TRACE_SECTION_EVENTS, &n_events);

  for (guint32 i = 0; i < n_events; i++)
    {
      const char *fault = jug_trace_admit (trace, &events[i], i);

      if (G_UNLIKELY (fault != NULL))
        {
          g_debug ("event %u of %s is wrong: %s", i, self->name, fault);
          return fail (
              JUG_TRACE_ERROR_CORRUPT, error,
              /* Translators: %s is the name of a file; %u the number of an event */
              _ ("“%s” is damaged: event %u is not possible"), self->name, i);
        }
      if (i % SLICE == 0 &&
          g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }

  jug_chunks_borrow (&trace->events, (gpointer) events, n_events, sizeof (JugEvent));
  atomic_store_explicit (&trace->n_events, n_events, memory_order_release);
  return TRUE;
}

/* Versions 1 to 3, which differ in the kinds of events alone. */
static gboolean
read_version_1 (Reader *self, JugTrace *trace, GError **error)
{
  return read_sections (self, error) &&
         check_section (self, JUG_TRACE_SECTION_EVENTS, sizeof (JugEvent),
                        JUG_TRACE_MAX_EVENTS, error) &&
         check_section (self, JUG_TRACE_SECTION_STRING_ENDS, sizeof (guint32),
                        JUG_STRING_TABLE_MAX_STRINGS, error) &&
         check_section (self, JUG_TRACE_SECTION_TEXT, 1, JUG_STRING_TABLE_MAX_TEXT,
                        error) &&
         check_section (self, JUG_TRACE_SECTION_PROPERTIES, sizeof (JugTraceProperty),
                        JUG_TRACE_MAX_PROPERTIES, error) &&
         read_strings (self, trace, error) && read_properties (self, trace, error) &&
         read_events (self, trace, error);
}

/* How each version is read. */
static const ReadFunc read_funcs[JUG_TRACE_FORMAT_VERSION + 1] = {
  [1] = read_version_1,
  [2] = read_version_1,
  [3] = read_version_1,
};

/* What must be right before anything else is looked at, or even read. */
static gboolean
check_header (Reader *self, GError **error)
{
  const JugTraceHeader *header = self->header;

  if (self->size < sizeof header->magic ||
      memcmp (header->magic, JUG_TRACE_FORMAT_MAGIC, sizeof header->magic) != 0)
    return fail (JUG_TRACE_ERROR_NOT_A_TRACE, error,
                 /* Translators: %s is the name of a file */
                 _ ("“%s” is not a trace saved by Juggler"), self->name);
  if (self->size < sizeof *header)
    return fail_cut_off (self, error);

  if (header->version == 0)
    return fail_invalid (self, error);
  if (GUINT32_SWAP_LE_BE (header->version) <= JUG_TRACE_FORMAT_VERSION)
    return fail (
        JUG_TRACE_ERROR_VERSION, error,
        /* Translators: %s is the name of a file; big-endian against little-endian */
        _ ("“%s” was saved on a computer with another byte order"), self->name);
  if (header->version > JUG_TRACE_FORMAT_VERSION)
    return fail (JUG_TRACE_ERROR_VERSION, error,
                 /* Translators: %s is the name of a file; the numbers are versions of the
                    format */
                 _ ("“%s” was saved by a newer Juggler, in version %u of the format; "
                    "this one knows versions up to %u"),
                 self->name, header->version, JUG_TRACE_FORMAT_VERSION);
  if (header->file_size < sizeof *header)
    return fail_invalid (self, error);
  return header->file_size <= JUG_TRACE_FORMAT_MAX_SIZE || fail_too_large (self, error);
}

static JugTrace *
read_trace (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  Reader reader = { .name = name, .cancellable = cancellable };
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (GBytes) aligned = g_bytes_ref (bytes);

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if ((guintptr) reader.data % G_ALIGNOF (JugEvent) != 0)
    {
      /* Part of something larger, which nobody would map. */
      g_bytes_unref (aligned);
      aligned = g_bytes_new (reader.data, reader.size);
      reader.data = g_bytes_get_data (aligned, NULL);
    }
  reader.header = (gconstpointer) reader.data;
  if (!check_header (&reader, error))
    return NULL;
  if (reader.size < reader.header->file_size)
    {
      fail_cut_off (&reader, error);
      return NULL;
    }
  if (reader.size > reader.header->file_size)
    {
      fail_changed (&reader, error);
      return NULL;
    }

  trace = jug_trace_allocate ();
  trace->bytes = g_steal_pointer (&aligned);
  if (!read_funcs[reader.header->version](&reader, trace, error))
    return NULL;
  jug_trace_seal (trace);
  return g_steal_pointer (&trace);
}

JugTrace *
jug_trace_new_from_bytes (GBytes *bytes, GError **error)
{
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  /* Translators: stands for the name of a file where it has none */
  if (jug_trace_feed_is_one (data, size))
    return jug_trace_feed_read_bytes (data, size, _ ("trace"), NULL, error);
  return read_trace (bytes, _ ("trace"), NULL, error);
}

/* How much room a file needs; what a pipe will bring nobody knows. */
static gsize
guess_size (Reader *self, GInputStream *stream, guint64 wanted)
{
  g_autoptr (GFileInfo) info = NULL;
  goffset size = 0;

  if (G_IS_FILE_INPUT_STREAM (stream))
    info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream),
                                           G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                           self->cancellable, NULL);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    size = g_file_info_get_size (info);
  if (size < FIRST_READ)
    return FIRST_READ;
  /* One more, to see that nothing follows. */
  return MIN ((guint64) size + 1, wanted);
}

/* Reads the rest of a file whose beginning is there, up to @wanted bytes in all. */
static GBytes *
read_rest (Reader *self, GInputStream *stream, gsize wanted, GError **error)
{
  gsize room = guess_size (self, stream, wanted);
  g_autofree char *buffer = g_try_malloc (room);
  gsize size = self->size, n_read;

  if (buffer == NULL)
    {
      fail_too_large (self, error);
      return NULL;
    }
  memcpy (buffer, self->data, size);
  for (;;)
    {
      gsize piece = MIN (MIN (room, wanted) - size, MAX_READ);

      if (!g_input_stream_read_all (stream, buffer + size, piece, &n_read,
                                    self->cancellable, error))
        return NULL;
      size += n_read;
      if (n_read < piece || size == wanted)
        return g_bytes_new_take (g_steal_pointer (&buffer), size);
      if (size == room)
        {
          char *larger = g_try_realloc (buffer, 2 * room);

          if (larger == NULL)
            {
              fail_too_large (self, error);
              return NULL;
            }
          (void) g_steal_pointer (&buffer);
          buffer = larger;
          room *= 2;
        }
    }
}

/* What a source wrote by itself. */
static JugTrace *
open_feed (Reader *self, GInputStream *stream, GError **error)
{
  g_autoptr (GBytes) bytes =
      read_rest (self, stream, JUG_TRACE_FORMAT_MAX_SIZE + 1, error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size > JUG_TRACE_FORMAT_MAX_SIZE)
    {
      fail_too_large (self, error);
      return NULL;
    }
  return jug_trace_feed_read_bytes (data, size, self->name, self->cancellable, error);
}

gboolean
jug_trace_is_start (const void *start, gsize size)
{
  /* Up to where the two kinds of files differ, and what mail changes comes after. */
  gsize length = strlen ("\x89JU");

  return size > length && memcmp (start, JUG_TRACE_FORMAT_MAGIC, length) == 0;
}

JugTrace *
jug_trace_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JugTraceHeader header;
  Reader reader;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  reader = (Reader){
    .name = name,
    .header = &header,
    .data = (const char *) &header,
    .cancellable = cancellable,
  };
  /* Something that is no trace, perhaps without end, is not read any further. */
  stream = jug_trace_input_open (file, name, &header, sizeof header, &reader.size,
                                 cancellable, error);
  if (stream == NULL)
    return NULL;
  if (jug_trace_feed_is_one (reader.data, reader.size))
    return open_feed (&reader, stream, error);
  if (!check_header (&reader, error))
    return NULL;

  /* One more, to see that nothing follows. */
  bytes = read_rest (&reader, stream, reader.header->file_size + 1, error);
  return bytes != NULL ? read_trace (bytes, name, cancellable, error) : NULL;
}
