/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person has looked before: undo and redo of navigation. */
#pragma once

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * JugViewState:
 * @axis: what x meant
 * @from: what the chart showed first
 * @to: what it showed last
 * @is_fitted: all was shown, whatever the size
 * @scroll_y: how far down it was
 * @is_jump: the playhead and the selection went along
 * @event: where the playhead was, if it did
 * @task: which task was selected then
 * @selected_event: and which event
 *
 * Where a person looked.
 */
typedef struct
{
  JugAxis axis;
  JugTimelinePlace from;
  JugTimelinePlace to;
  gboolean is_fitted;
  double scroll_y;
  gboolean is_jump;
  guint32 event;
  guint32 task;
  guint32 selected_event;
} JugViewState;

/**
 * JUG_VIEW_HISTORY_LENGTH:
 *
 * So many moves can be undone.
 */
#define JUG_VIEW_HISTORY_LENGTH 100

/**
 * JugViewHistory:
 *
 * Two stacks of places: behind, and ahead after one has gone back.  Moves that follow
 * each other quickly, as the steps of a scroll do, are one.
 */
typedef struct _JugViewHistory JugViewHistory;

/**
 * jug_view_history_new:
 *
 * An empty history.
 */
JugViewHistory *jug_view_history_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_view_history_free:
 *
 * Frees the history with all places in it.
 */
void jug_view_history_free (JugViewHistory *self);

/**
 * jug_view_history_clear:
 *
 * Forgets all places: there is nothing to go to, and the next move is one of its own.
 */
void jug_view_history_clear (JugViewHistory *self);

/**
 * jug_view_history_remember:
 * @state: where one looks before a move
 *
 * Keeps a place to come back to.  While the moves before it have not come to rest, only
 * the first place is kept; a jump is always one of its own.  Nothing is ahead any more.
 */
void jug_view_history_remember (JugViewHistory *self, const JugViewState *state);

/**
 * jug_view_history_rest:
 *
 * The person looks at something: the next move is another one.
 */
void jug_view_history_rest (JugViewHistory *self);

/**
 * jug_view_history_is_moving:
 *
 * Whether the next move would still belong to the last one.
 */
gboolean jug_view_history_is_moving (JugViewHistory *self);

/**
 * jug_view_history_can_go:
 *
 * Whether there is something behind (-1) or ahead (1).
 */
gboolean jug_view_history_can_go (JugViewHistory *self, int direction);

/**
 * jug_view_history_go:
 * @now: where one looks now; it is kept for the way back
 * @state: (out): where to look instead
 *
 * Goes back (-1) or forth again (1).
 *
 * Returns: %FALSE if there is nowhere to go
 */
gboolean jug_view_history_go (JugViewHistory *self,
                              int direction,
                              const JugViewState *now,
                              JugViewState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugViewHistory, jug_view_history_free)

G_END_DECLS
