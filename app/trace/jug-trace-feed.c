/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows a trace that a source in another process writes, or has written. */
#include "jug-trace-feed.h"

#include "jug-trace-feed-private.h"
#include "jug-trace-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* How many events are taken before it is asked whether that was cancelled. */
#define SLICE (256 * 1024)

/* No source says more than this about a run as a whole. */
#define MAX_PROPERTIES 64
#define MAX_KEY 100      /* bytes */
#define MAX_READ_ON 4096 /* entries that are read at a time, where nothing happens */

struct _JugTraceFeed
{
  int fd;           /* -1: a file that was read */
  const char *data; /* (unowned) of a file, else mapped */
  gsize size;
  const char *name; /* (unowned): for people */
  gboolean is_broken;

  /* What the header says, copied so that it cannot change. */
  gboolean has_header;
  guint32 capacity;
  gsize text_offset;

  gint64 origin_ns; /* when the first event was */
  guint32 n_seen;   /* events that were there the last time */
  gsize text_at;    /* the next entry of the log */
  gsize text_seen;  /* where there was one the last time, with no event after it */
  GHashTable *keys; /* (element-type utf8): the properties that the source has set */
  GArray *numbers;  /* of guint32: what the trace calls each string */
};

/* A copy: what it is copied from may change at any time. */
static guint32
get_number (const JugTraceFeed *self, gsize offset)
{
  guint32 number;

  memcpy (&number, self->data + offset, sizeof number);
  return GUINT32_FROM_LE (number);
}

static gboolean
fail (JugTraceFeed *self, GError **error)
{
  self->is_broken = TRUE;
  g_set_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT,
               /* Translators: %s is the name of a file */
               _ ("“%s” is damaged: it contradicts itself"), self->name);
  return FALSE;
}

/* There may be none yet. */
static gboolean
read_header (JugTraceFeed *self, GError **error)
{
  JugTraceFeedHeader header;

  memcpy (&header, self->data, sizeof header);
  if (memcmp (header.magic, JUG_TRACE_FEED_MAGIC, sizeof header.magic) != 0)
    return TRUE;
  if (GUINT32_FROM_LE (header.version) != JUG_TRACE_FEED_VERSION)
    {
      self->is_broken = TRUE;
      g_set_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_VERSION,
                   /* Translators: %s is the name of a file */
                   _ ("“%s” was recorded for another version of Juggler"), self->name);
      return FALSE;
    }
  self->capacity = GUINT32_FROM_LE (header.capacity);
  self->text_offset = GUINT64_FROM_LE (header.text_offset);
  if (GUINT64_FROM_LE (header.events_offset) != JUG_TRACE_FEED_EVENTS ||
      self->text_offset < JUG_TRACE_FEED_EVENTS || self->text_offset > self->size)
    return fail (self, error);
  self->capacity = MIN (self->capacity,
                        (self->text_offset - JUG_TRACE_FEED_EVENTS) / sizeof (JugEvent));
  self->capacity = MIN (self->capacity, JUG_TRACE_MAX_EVENTS);
  self->text_at = self->text_offset;
  self->has_header = TRUE;
  return TRUE;
}

/* Whether a property is the source's: what was set before it began stays. */
static gboolean
may_set (JugTraceFeed *self, JugTrace *trace, const char *key)
{
  if (g_hash_table_contains (self->keys, key))
    return TRUE;
  if (jug_trace_get_property (trace, key) != NULL)
    return FALSE;
  return g_hash_table_add (self->keys, g_strdup (key));
}

static gboolean
take_property (JugTraceFeed *self, JugTrace *trace, const char *entry, gsize length)
{
  const char *value = memchr (entry, '\0', length);

  if (value == NULL || value == entry || value - entry > MAX_KEY ||
      !g_utf8_validate (entry, value - entry, NULL) ||
      g_hash_table_size (self->keys) == MAX_PROPERTIES ||
      memchr (value + 1, '\0', length - (gsize) (value + 1 - entry)) != NULL)
    return FALSE;
  /* The entry ends with a NUL of its own, see the caller. */
  if (may_set (self, trace, entry))
    jug_trace_set_property (trace, entry, value + 1);
  return TRUE;
}

/*
 * Takes the next entry of the log.
 *
 * Returns: whether there was one; if not, @error is set where something is wrong with it
 */
static gboolean
take_entry (JugTraceFeed *self, JugTrace *trace, GError **error)
{
  g_autofree char *entry = NULL;
  guint32 kind, length, number;

  if (self->size - self->text_at < 2 * sizeof (guint32))
    return FALSE;
  kind = get_number (self, self->text_at);
  length = get_number (self, self->text_at + sizeof (guint32));
  if (kind == JUG_TRACE_FEED_NOTHING)
    return FALSE;
  if (kind > JUG_TRACE_FEED_PROPERTY ||
      length > self->size - self->text_at - 2 * sizeof (guint32))
    return fail (self, error);

  entry = g_malloc (length + 1);
  memcpy (entry, self->data + self->text_at + 2 * sizeof (guint32), length);
  entry[length] = '\0';
  if (kind == JUG_TRACE_FEED_STRING)
    {
      if (jug_trace_is_full (trace))
        return fail (self, error);
      number = jug_trace_intern (trace, entry);
      g_array_append_val (self->numbers, number);
    }
  else if (!take_property (self, trace, entry, length))
    return fail (self, error);
  self->text_at += 2 * sizeof (guint32) + (((gsize) length + 3) & ~(gsize) 3);
  self->text_at = MIN (self->text_at, self->size);
  return TRUE;
}

/* The trace's number of a string; the log is read as far as it takes. */
static gboolean
translate (JugTraceFeed *self, JugTrace *trace, guint32 *text, GError **error)
{
  GError *why = NULL;

  while (*text > self->numbers->len)
    if (!take_entry (self, trace, &why))
      {
        if (why == NULL)
          return fail (self, error);
        g_propagate_error (error, why);
        return FALSE;
      }
  *text = *text > 0 ? g_array_index (self->numbers, guint32, *text - 1) : 0;
  return TRUE;
}

static gsize
get_offset (guint32 index)
{
  return JUG_TRACE_FEED_EVENTS + (gsize) index * sizeof (JugEvent);
}

static gboolean
is_written (const JugTraceFeed *self, guint32 index)
{
  return *(volatile const guint8 *) (self->data + get_offset (index) +
                                     offsetof (JugEvent, kind)) != JUG_EVENT_NONE;
}

/* What comes before the first event, such as the start of an interpreter, is no part of
 * the run: there time begins. */
static void
shift_time (JugTraceFeed *self, JugEvent *event, guint32 index)
{
  if (index == 0)
    self->origin_ns = CLAMP (event->time_ns, 0, JUG_EVENT_MAX_TIME_NS);
  event->time_ns = MAX (event->time_ns, self->origin_ns) - self->origin_ns;
  /* Neither "for ever" nor "no deadline" is a time. */
  if ((jug_event_kind_get_shape (event->kind) & JUG_EVENT_HAS_DEADLINE) &&
      event->deadline_ns >= 0 && event->deadline_ns < JUG_EVENT_MAX_TIME_NS)
    event->deadline_ns = MAX (event->deadline_ns, self->origin_ns) - self->origin_ns;
}

static gboolean
take_event (JugTraceFeed *self, JugTrace *trace, guint32 index, GError **error)
{
  JugEvent event;
  const char *fault;

  memcpy (&event, self->data + get_offset (index), sizeof event);
  if (!jug_event_kind_is_known (event.kind))
    return fail (self, error);
  if ((jug_event_kind_get_shape (event.kind) & JUG_EVENT_HAS_TEXT) &&
      !translate (self, trace, &event.text, error))
    return FALSE;
  shift_time (self, &event, index);
  event.time_ns = MAX (event.time_ns, trace->time_ns);
  event.iteration = MAX (event.iteration, trace->iterations[event.loop]);
  fault = jug_trace_take (trace, &event);
  if (fault == NULL)
    return TRUE;
  g_debug ("event %u of %s is wrong: %s", index, self->name, fault);
  self->is_broken = TRUE;
  g_set_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT,
               /* Translators: %s is the name of a file; %u the number of an event */
               _ ("“%s” is damaged: event %u is not possible"), self->name, index);
  return FALSE;
}

static gboolean
read_events (JugTraceFeed *self,
             JugTrace *trace,
             guint32 end,
             GCancellable *cancellable,
             GError **error)
{
  for (guint32 i = jug_trace_get_n_events (trace); i < end; i++)
    {
      if (!take_event (self, trace, i, error))
        return FALSE;
      if (i % SLICE == SLICE - 1 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_entry_at (const JugTraceFeed *self, gsize offset)
{
  return offset <= self->size && self->size - offset >= 2 * sizeof (guint32) &&
         get_number (self, offset) != JUG_TRACE_FEED_NOTHING;
}

/* Whether the next entry is there as a whole.  As with events, another processor may see
 * a new one half: it is whole if there is one behind it, or when it is seen again. */
static gboolean
is_entry_whole (const JugTraceFeed *self)
{
  gsize length;

  if (self->text_seen == self->text_at)
    return TRUE;
  length = get_number (self, self->text_at + sizeof (guint32));
  return length > 0 && is_entry_at (self, self->text_at + 2 * sizeof (guint32) +
                                              ((length + 3) & ~(gsize) 3));
}

/* A property may be set while nothing happens. */
static gboolean
read_on (JugTraceFeed *self, JugTrace *trace, GError **error)
{
  for (guint i = 0; i < MAX_READ_ON && is_entry_at (self, self->text_at); i++)
    {
      GError *why = NULL;

      if (!is_entry_whole (self))
        {
          self->text_seen = self->text_at;
          return TRUE;
        }
      if (!take_entry (self, trace, &why) && why != NULL)
        {
          g_propagate_error (error, why);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
feed_read (JugTraceFeed *self,
           JugTrace *trace,
           gboolean is_over,
           GCancellable *cancellable,
           GError **error)
{
  guint32 end = self->n_seen;
  GError *why = NULL;

  if (self->is_broken)
    return fail (self, error);
  if (!self->has_header && !read_header (self, error))
    return FALSE;
  if (!self->has_header)
    return TRUE;

  while (self->n_seen < self->capacity && is_written (self, self->n_seen))
    self->n_seen++;
  /* The fields of an event are written one after the other, and another processor may see
   * the last of them late: those that are new have all of theirs the next time. */
  if (is_over)
    end = self->n_seen;
  if (!read_events (self, trace, end, cancellable, error))
    return FALSE;
  if (!is_over)
    return read_on (self, trace, error);
  while (take_entry (self, trace, &why))
    ;
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  return TRUE;
}

static JugTraceFeed *
allocate (const char *data, gsize size, const char *name)
{
  JugTraceFeed *self = g_new0 (JugTraceFeed, 1);

  self->fd = -1;
  self->data = data;
  self->size = size;
  self->name = name;
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static JugTraceFeed *
fail_to_make (int fd, GError **error)
{
  int problem = errno;

  if (fd >= 0)
    close (fd);
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (problem),
               _ ("There is no memory for the recording: %s"), g_strerror (problem));
  return NULL;
}

JugTraceFeed *
jug_trace_feed_new (guint32 event_limit, guint32 text_limit, GError **error)
{
  gsize size = get_offset (event_limit) + text_limit;
  JugTraceFeed *self;
  void *data;
  int fd;

  g_return_val_if_fail (event_limit > 0 && event_limit <= JUG_TRACE_MAX_EVENTS, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  fd = memfd_create ("juggler-feed", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0 || ftruncate (fd, (off_t) size) != 0 ||
      fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    return fail_to_make (fd, error);
  data = mmap (NULL, size, PROT_READ, MAP_SHARED, fd, 0);
  if (data == MAP_FAILED)
    return fail_to_make (fd, error);
  /* Translators: stands for the name of a file where it has none */
  self = allocate (data, size, _ ("recording"));
  self->fd = fd;
  return self;
}

void
jug_trace_feed_free (JugTraceFeed *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    {
      munmap ((void *) self->data, self->size);
      close (self->fd);
    }
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_free (self);
}

int
jug_trace_feed_get_fd (JugTraceFeed *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}

gboolean
jug_trace_feed_read (JugTraceFeed *self,
                     JugTrace *trace,
                     gboolean is_over,
                     GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (trace != NULL && !jug_trace_is_sealed (trace), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return feed_read (self, trace, is_over, NULL, error);
}

/* Whether a file that begins so is a feed. */
gboolean
jug_trace_feed_is_one (const char *data, gsize size)
{
  return size >= strlen (JUG_TRACE_FEED_MAGIC) + 1 &&
         memcmp (data, JUG_TRACE_FEED_MAGIC, strlen (JUG_TRACE_FEED_MAGIC) + 1) == 0;
}

/*
 * jug_trace_feed_read_bytes:
 * @name: what people call the file
 *
 * Reads a feed that was written into a file, to its end or to where its source was
 * killed.
 *
 * Returns: (transfer full) (nullable): the trace
 */
JugTrace *
jug_trace_feed_read_bytes (const char *data,
                           gsize size,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (JugTraceFeed) self = allocate (data, size, name);
  g_autoptr (JugTrace) trace = jug_trace_new ();

  if (size < sizeof (JugTraceFeedHeader))
    {
      g_set_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_CORRUPT,
                   /* Translators: %s is the name of a file */
                   _ ("“%s” is cut off: the end of the trace is missing"), name);
      return NULL;
    }
  if (!feed_read (self, trace, TRUE, cancellable, error))
    return NULL;
  jug_trace_seal (trace);
  return g_steal_pointer (&trace);
}
