/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes trace files. */
#include "jug-event-private.h"
#include "jug-trace-format-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Written at once, so that a write can be cancelled. */
#define MAX_WRITE (4 * 1024 * 1024)

/* A trace as it is at one moment, laid out as a file. */
typedef struct
{
  JugTrace *trace; /* (unowned) */
  JugTraceHeader header;
  JugTraceSection sections[JUG_TRACE_N_SECTIONS];
  GArray *ends; /* of guint32 */
  GByteArray *text;
  GArray *properties; /* of JugTraceProperty */
} Image;

static gsize
get_size (const JugTraceSection *section)
{
  return section->n_items * section->item_size;
}

/* Finds the events that lie together from @index on, at most up to @n_events. */
static const JugEvent *
get_events (JugTrace *trace, guint32 index, guint32 n_events, guint32 *n_together)
{
  guint32 offset;
  guint chunk = jug_chunks_locate (index, &offset);

  *n_together = MIN (jug_chunks_get_length (chunk) - offset, n_events - index);
  return jug_chunks_get (&trace->events, index, sizeof (JugEvent));
}

static guint64
check_events (JugTrace *trace, guint32 n_events)
{
  JugTraceChecksum sum;
  guint32 n_together;

  jug_trace_checksum_init (&sum);
  for (guint32 i = 0; i < n_events; i += n_together)
    {
      const JugEvent *events = get_events (trace, i, n_events, &n_together);

      jug_trace_checksum_add (&sum, events, n_together * sizeof (JugEvent));
    }
  return jug_trace_checksum_get (&sum);
}

/* The lowest version that has every kind of event that there is. */
static guint32
find_version (JugTrace *trace, guint32 n_events)
{
  guint32 version = 1, n_together;

  for (guint32 i = 0; i < n_events && version < JUG_TRACE_FORMAT_VERSION; i += n_together)
    {
      const JugEvent *events = get_events (trace, i, n_events, &n_together);

      for (guint32 k = 0; k < n_together; k++)
        {
          const JugEventKindInfo *info = &jug_event_kinds[events[k].kind];

          version = MAX (version, info->since);
          if (events[k].detail > info->old_detail)
            version = MAX (version, info->detail_since);
        }
    }
  return version;
}

static void
collect_strings (Image *image, guint32 n_strings)
{
  image->ends = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_strings);
  image->text = g_byte_array_new ();
  for (guint32 i = 0; i < n_strings; i++)
    {
      const char *string = jug_string_table_get (&image->trace->strings, i);

      g_byte_array_append (image->text, (const guint8 *) string, strlen (string) + 1);
      g_array_append_val (image->ends, image->text->len);
    }
}

/* Enters a section at the end of the file. */
static void
add_section (Image *image,
             JugTraceSectionId id,
             guint32 item_size,
             guint64 n_items,
             guint64 checksum)
{
  JugTraceSection *section = &image->sections[image->header.n_sections++];

  section->id = id;
  section->item_size = item_size;
  section->offset = (image->header.file_size + JUG_TRACE_FORMAT_ALIGN - 1) /
                    JUG_TRACE_FORMAT_ALIGN * JUG_TRACE_FORMAT_ALIGN;
  section->n_items = n_items;
  section->checksum = checksum;
  image->header.file_size = section->offset + get_size (section);
}

/* Puts a string behind those that the trace has. */
static guint32
add_string (Image *image, const char *string)
{
  g_byte_array_append (image->text, (const guint8 *) string, strlen (string) + 1);
  g_array_append_val (image->ends, image->text->len);
  return image->ends->len - 1;
}

static const char *
get_string (const Image *image, guint32 number)
{
  guint32 offset = number > 0 ? g_array_index (image->ends, guint32, number - 1) : 0;

  return (const char *) image->text->data + offset;
}

static void
add_property (Image *image, const JugTraceAddition *addition)
{
  JugTraceProperty property;
  guint place = 0;

  while (
      place < image->properties->len &&
      strcmp (get_string (image,
                          g_array_index (image->properties, JugTraceProperty, place).key),
              addition->key) != 0)
    place++;
  if (place < image->properties->len && addition->value == NULL)
    g_array_remove_index (image->properties, place);
  else if (place < image->properties->len)
    g_array_index (image->properties, JugTraceProperty, place).value =
        add_string (image, addition->value);
  else if (addition->value != NULL)
    {
      property.key = add_string (image, addition->key);
      property.value = add_string (image, addition->value);
      g_array_append_val (image->properties, property);
    }
}

static void
image_init (Image *image,
            JugTrace *trace,
            const JugTraceAddition *additions,
            guint n_additions)
{
  guint32 n_events, n_strings;

  memset (image, 0, sizeof *image);
  image->trace = trace;

  /* In this order: whatever is referred to is there when it is its turn. */
  g_mutex_lock (&trace->lock);
  image->properties = g_array_copy (trace->properties);
  g_mutex_unlock (&trace->lock);
  n_events = jug_trace_get_n_events (trace);
  n_strings = jug_trace_get_n_strings (trace);
  collect_strings (image, n_strings);
  for (guint i = 0; i < n_additions; i++)
    add_property (image, &additions[i]);
  n_strings = image->ends->len;

  memcpy (image->header.magic, JUG_TRACE_FORMAT_MAGIC, sizeof image->header.magic);
  image->header.version = find_version (trace, n_events);
  image->header.file_size = sizeof image->header + sizeof image->sections;
  add_section (image, JUG_TRACE_SECTION_EVENTS, sizeof (JugEvent), n_events,
               check_events (trace, n_events));
  add_section (image, JUG_TRACE_SECTION_STRING_ENDS, sizeof (guint32), n_strings,
               jug_trace_checksum (image->ends->data, n_strings * sizeof (guint32)));
  add_section (image, JUG_TRACE_SECTION_TEXT, 1, image->text->len,
               jug_trace_checksum (image->text->data, image->text->len));
  add_section (image, JUG_TRACE_SECTION_PROPERTIES, sizeof (JugTraceProperty),
               image->properties->len,
               jug_trace_checksum (image->properties->data,
                                   image->properties->len * sizeof (JugTraceProperty)));
  image->header.checksum = jug_trace_format_check_head (&image->header, image->sections);
}

static void
image_clear (Image *image)
{
  g_clear_pointer (&image->ends, g_array_unref);
  g_clear_pointer (&image->text, g_byte_array_unref);
  g_clear_pointer (&image->properties, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Image, image_clear)

static gboolean
write_bytes (GOutputStream *stream,
             gconstpointer data,
             gsize n_bytes,
             guint64 *n_written,
             GCancellable *cancellable,
             GError **error)
{
  for (gsize done = 0; done < n_bytes; done += MAX_WRITE)
    if (!g_output_stream_write_all (stream, (const char *) data + done,
                                    MIN (n_bytes - done, MAX_WRITE), NULL, cancellable,
                                    error))
      return FALSE;
  *n_written += n_bytes;
  return TRUE;
}

static gboolean
write_section (const Image *image,
               const JugTraceSection *section,
               GOutputStream *stream,
               guint64 *n_written,
               GCancellable *cancellable,
               GError **error)
{
  guint32 n_together;
  gconstpointer data = NULL;

  switch ((JugTraceSectionId) section->id)
    {
    case JUG_TRACE_SECTION_EVENTS:
      for (guint32 i = 0; i < section->n_items; i += n_together)
        {
          data = get_events (image->trace, i, (guint32) section->n_items, &n_together);
          if (!write_bytes (stream, data, n_together * sizeof (JugEvent), n_written,
                            cancellable, error))
            return FALSE;
        }
      return TRUE;
    case JUG_TRACE_SECTION_STRING_ENDS:
      data = image->ends->data;
      break;
    case JUG_TRACE_SECTION_TEXT:
      data = image->text->data;
      break;
    case JUG_TRACE_SECTION_PROPERTIES:
      data = image->properties->data;
      break;
    }
  return write_bytes (stream, data, get_size (section), n_written, cancellable, error);
}

static gboolean
image_write (const Image *image,
             GOutputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  static const char zeros[JUG_TRACE_FORMAT_ALIGN] = { 0 };
  guint64 n_written = 0;

  if (!write_bytes (stream, &image->header, sizeof image->header, &n_written, cancellable,
                    error) ||
      !write_bytes (stream, image->sections, sizeof image->sections, &n_written,
                    cancellable, error))
    return FALSE;

  for (guint i = 0; i < image->header.n_sections; i++)
    {
      const JugTraceSection *section = &image->sections[i];
      gsize gap = section->offset - n_written;

      if (!write_bytes (stream, zeros, gap, &n_written, cancellable, error) ||
          !write_section (image, section, stream, &n_written, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

GBytes *
jug_trace_to_bytes (JugTrace *self)
{
  g_auto (Image) image = { 0 };
  g_autoptr (GOutputStream) stream = NULL;
  gsize size;

  g_return_val_if_fail (self != NULL, NULL);

  image_init (&image, self, NULL, 0);
  size = image.header.file_size;
  stream = g_memory_output_stream_new (g_malloc (size), size, NULL, g_free);
  /* Neither can fail: there is room for all of it. */
  if (!image_write (&image, stream, NULL, NULL) ||
      !g_output_stream_close (stream, NULL, NULL))
    g_assert_not_reached ();
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A link is followed to the file that is meant, so that the link stays a link. */
static GFile *
resolve (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile *resolved = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);

  free (real);
  return resolved;
}

gboolean
jug_trace_save (JugTrace *self, GFile *file, GCancellable *cancellable, GError **error)
{
  return jug_trace_save_with (self, NULL, 0, file, cancellable, error);
}

/* What is written has to be read again. */
static gboolean
check_size (const Image *image, const char *name, GError **error)
{
  if (image->properties->len <= JUG_TRACE_MAX_PROPERTIES &&
      image->text->len <= JUG_STRING_TABLE_MAX_TEXT &&
      image->ends->len <= JUG_STRING_TABLE_MAX_STRINGS)
    return TRUE;
  g_set_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_TOO_LARGE,
               /* Translators: %s is the name of a file */
               _ ("“%s” was not saved: the trace has no room for anything more"), name);
  return FALSE;
}

gboolean
jug_trace_save_with (JugTrace *self,
                     const JugTraceAddition *additions,
                     guint n_additions,
                     GFile *file,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Image) image = { 0 };
  g_autoptr (GFile) resolved = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) abort = NULL;

  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_additions == 0 || additions != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  image_init (&image, self, additions, n_additions);
  name = g_file_get_parse_name (file);
  if (!check_size (&image, name, error))
    return FALSE;

  /* Without this flag a file with several names would be overwritten in place. */
  resolved = resolve (file);
  stream = g_file_replace (resolved, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                           cancellable, error);
  if (stream == NULL)
    return FALSE;

  if (image_write (&image, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* To close the stream would put the unfinished file in place, unless that is
   * cancelled. */
  abort = g_cancellable_new ();
  g_cancellable_cancel (abort);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abort, NULL);
  return FALSE;
}
