/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say of one thing in a timeline, line by line. */
#pragma once

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * JugTimelineCardRow:
 * @label: what is told, as "Waited"
 * @value: how long, and for what
 *
 * One row of a card.
 */
typedef struct
{
  char *label;
  char *value;
} JugTimelineCardRow;

/**
 * JugTimelineCard:
 * @task: whose colour it has, or %JUG_TASK_LOOP
 * @title: the lane's label
 * @text: what the thing is, in a sentence
 * @n_rows: how many rows follow
 * @rows: (array length=n_rows): for how long the task waited, was ready and ran, around
 * the thing, and how it ended
 *
 * A few lines about a bar, a mark or an arrow.
 */
typedef struct
{
  guint32 task;
  char *title;
  char *text;
  guint n_rows;
  JugTimelineCardRow rows[6];
} JugTimelineCard;

/**
 * jug_timeline_card_new:
 *
 * What there is to say of what @ref names.  Tells nothing that lies after the playhead
 * while the future is hidden.
 *
 * Returns: (transfer full) (nullable): a card; %NULL if @ref is no bar, mark nor arrow,
 *   or nothing is to be told of it
 */
JugTimelineCard *jug_timeline_card_new (JugTimelineLayout *layout,
                                        const JugPictureRef *ref)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_timeline_card_free:
 *
 * Frees a card.
 */
void jug_timeline_card_free (JugTimelineCard *self);

/**
 * jug_timeline_card_dup_details:
 *
 * Returns: (nullable): the rows as one text, to be read after the sentence; %NULL without
 *   rows
 */
char *jug_timeline_card_dup_details (const JugTimelineCard *self)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTimelineCard, jug_timeline_card_free)

G_END_DECLS
