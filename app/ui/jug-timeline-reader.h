/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a drawn timeline assistive technology gets to read, in reading order. */
#pragma once

#include "jug-item-set.h"
#include "jug-timeline-drawing.h"
#include "jug-timeline-viewport.h"

G_BEGIN_DECLS

/**
 * JugTimelineReader:
 *
 * The children of a drawn timeline: lane by lane its name and its bars that are at least
 * partly to be seen, and what is selected in any case.
 */
typedef struct _JugTimelineReader JugTimelineReader;

/**
 * JUG_TIMELINE_MAX_BARS:
 *
 * So many bars are children of their own; if more are visible, only lanes are.
 */
#define JUG_TIMELINE_MAX_BARS 300

/**
 * jug_timeline_reader_new:
 * @parent: (transfer none): whose children they are; it owns the reader
 * @viewport: (transfer none): what is to be seen; outlives it
 * @drawing: (transfer none): how that is drawn; outlives it
 * @activated: called with @data when the person chooses one
 */
JugTimelineReader *jug_timeline_reader_new (GtkWidget *parent,
                                            JugTimelineViewport *viewport,
                                            JugTimelineDrawing *drawing,
                                            JugItemFunc activated,
                                            gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_timeline_reader_free:
 *
 * Removes the children from the parent, which still has to be there, and frees the
 * reader.
 */
void jug_timeline_reader_free (JugTimelineReader *self);

/**
 * jug_timeline_reader_queue:
 *
 * Renews the children when the view has kept still for a while.
 */
void jug_timeline_reader_queue (JugTimelineReader *self);

/**
 * jug_timeline_reader_find_selection:
 *
 * Renews the children now.
 *
 * Returns: (transfer none) (nullable): the one that stands for what is selected, else
 *   that of its lane
 */
GtkWidget *jug_timeline_reader_find_selection (JugTimelineReader *self);

/**
 * jug_timeline_reader_allocate:
 *
 * To be called by the parent's size_allocate.
 */
void jug_timeline_reader_allocate (JugTimelineReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTimelineReader, jug_timeline_reader_free)

G_END_DECLS
