/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of a trace file. */
#pragma once

#include "jug-trace-checksum-private.h"
#include "jug-trace-private.h"

G_BEGIN_DECLS

/*
 * A trace file is a header, a table of sections, and the sections, in the order of the
 * table and each at a multiple of JUG_TRACE_FORMAT_ALIGN bytes.  What lies between is
 * zero.  All of it can be read where it is, be it read or mapped into memory.  Numbers
 * have the byte order of the computer, which is little-endian wherever Juggler is built
 * for; a file of the other order is refused in so many words.
 *
 * Versions.  A file carries the lowest version of the format that has everything that it
 * holds. A reader opens all versions up to its own, each with a function of its own, and
 * refuses later ones.  What makes a new version: a new kind of event or value of a
 * detail, a new meaning, a new layout, a section that must be understood.  What does not:
 * a section that a reader may pass over.  The version that brought a kind of event is
 * then noted with the kind; the writer takes the highest of those that it meets.  Each
 * version has a sample among the tests.
 *
 *   1  the first
 *   2  JUG_EVENT_FUTURE_CHILD, JUG_EVENT_EXCEPTION, JUG_EVENT_UNORDERED, details of
 *      JUG_EVENT_TIMER_ARM
 *   3  JUG_EVENT_FRAMES, JUG_EVENT_LOCALS, details of JUG_EVENT_PRINT,
 *      JUG_UNORDERED_COMPLETED
 */
#define JUG_TRACE_FORMAT_VERSION 3

/* A byte beyond ASCII, two line ends and a zero tell a file that was sent as text. */
#define JUG_TRACE_FORMAT_MAGIC "\x89JUG\r\n\n"

#define JUG_TRACE_FORMAT_ALIGN 64
#define JUG_TRACE_FORMAT_MAX_SECTIONS 16

/*
 * JugTraceHeader:
 * @magic: JUG_TRACE_FORMAT_MAGIC
 * @version: of the format
 * @n_sections: how many there are in the table that follows
 * @file_size: in bytes, so that a file that was cut off is told
 * @checksum: of header and table, where this is 0
 */
typedef struct
{
  char magic[8];
  guint32 version;
  guint32 n_sections;
  guint64 file_size;
  guint64 checksum;
} JugTraceHeader;

/* What a section holds. */
typedef enum
{
  JUG_TRACE_SECTION_EVENTS = 1, /* JugEvent */
  JUG_TRACE_SECTION_STRING_ENDS =
      2,                      /* guint32: where in the text the next string begins */
  JUG_TRACE_SECTION_TEXT = 3, /* all strings, each with a NUL; the first is empty */
  JUG_TRACE_SECTION_PROPERTIES = 4, /* JugTraceProperty */
} JugTraceSectionId;

#define JUG_TRACE_N_SECTIONS 4

/*
 * JugTraceSection:
 * @id: a JugTraceSectionId, or one that is passed over
 * @item_size: in bytes
 * @offset: from the beginning of the file
 * @n_items: how many there are
 * @checksum: of the items
 */
typedef struct
{
  guint32 id;
  guint32 item_size;
  guint64 offset;
  guint64 n_items;
  guint64 checksum;
} JugTraceSection;

G_STATIC_ASSERT (sizeof (JugTraceHeader) == JUG_TRACE_CHECKSUM_BLOCK);
G_STATIC_ASSERT (sizeof (JugTraceSection) == JUG_TRACE_CHECKSUM_BLOCK);
G_STATIC_ASSERT (sizeof (JUG_TRACE_FORMAT_MAGIC) == 8);

/* No trace makes a larger file. */
#define JUG_TRACE_FORMAT_MAX_SIZE                                                        \
  ((guint64) JUG_TRACE_MAX_EVENTS * sizeof (JugEvent) + JUG_STRING_TABLE_MAX_TEXT +      \
   (guint64) JUG_STRING_TABLE_MAX_STRINGS * sizeof (guint32) + 1024 * 1024)

/* The checksum of header and table. */
static inline guint64
jug_trace_format_check_head (const JugTraceHeader *header,
                             const JugTraceSection *sections)
{
  JugTraceHeader blank = *header;
  JugTraceChecksum sum;

  blank.checksum = 0;
  jug_trace_checksum_init (&sum);
  jug_trace_checksum_add (&sum, &blank, sizeof blank);
  jug_trace_checksum_add (&sum, sections, header->n_sections * sizeof *sections);
  return jug_trace_checksum_get (&sum);
}

G_END_DECLS
