/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person is in a trace: stepping, seeking, playing, following the live edge. */
#pragma once

#include <glib-object.h>

#include "jug-stop.h"

G_BEGIN_DECLS

#define JUG_TYPE_PLAYHEAD (jug_playhead_get_type ())

/**
 * JugPlayhead:
 *
 * The one place at which everything is shown.
 *
 * A playhead stands on an *event* (the one that is told in a sentence) and shows
 * everything up to a *position*: the event itself and, at %JUG_DETAIL_LEARNER, the
 * bookkeeping that it caused (see jug_stop_settle()).  A cursor is to be moved to the
 * position.
 *
 * It owns no timer: while #JugPlayhead:playing holds, whoever shows it calls
 * jug_playhead_advance() with the time that went by, once a frame.  The showing takes the
 * trace's own time, with two exceptions so that every run can be watched: a time in which
 * nothing happens is shortened to three seconds, and every stop stays for at least 0.4 s,
 * even if it took no time.  In a run of more than 1,500 stops both are shortened in
 * proportion.  Speed divides all of that.
 *
 * While #JugPlayhead:following holds, jug_playhead_trace_grown() moves it to the last
 * event, the live edge.  Any step, seek or play of a person ends that; going to the end
 * of a trace that still grows starts it.
 *
 * All that can be asked is a property, to be bound to: position, event, time, playing,
 * speed, following, detail, followed, at-start and at-end.  Playing, speed, following,
 * detail and followed can be set.
 */
G_DECLARE_FINAL_TYPE (JugPlayhead, jug_playhead, JUG, PLAYHEAD, GObject)

#define JUG_PLAYHEAD_MIN_SPEED 0.1
#define JUG_PLAYHEAD_MAX_SPEED 16.0

/**
 * JugUnit:
 * @JUG_UNIT_EVENT: the next stop, see jug_stop_is()
 * @JUG_UNIT_ITERATION: the beginning of an iteration
 * @JUG_UNIT_STEP: the beginning of a step of any task
 * @JUG_UNIT_OUTPUT: the next line of output
 * @JUG_UNIT_FOLLOWED: the next stop that is about the followed task
 *
 * By what a person steps.
 */
typedef enum
{
  JUG_UNIT_EVENT,
  JUG_UNIT_ITERATION,
  JUG_UNIT_STEP,
  JUG_UNIT_OUTPUT,
  JUG_UNIT_FOLLOWED,
} JugUnit;

/**
 * jug_playhead_new:
 *
 * Makes a playhead without a trace, at speed 1, paused.
 *
 * Returns: (transfer full): a playhead
 */
JugPlayhead *jug_playhead_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_playhead_set_trace:
 * @self: a playhead
 * @trace: (nullable): the trace to move in
 *
 * Takes another trace, pauses, and goes before its first event.
 */
void jug_playhead_set_trace (JugPlayhead *self, JugTrace *trace);

/**
 * jug_playhead_get_trace:
 * @self: a playhead
 *
 * Returns: (transfer none) (nullable): the trace that it moves in
 */
JugTrace *jug_playhead_get_trace (JugPlayhead *self);

/**
 * jug_playhead_trace_grown:
 * @self: a playhead
 *
 * To be called when a live trace has got new events or was sealed: moves along if it
 * follows the live edge, and takes along bookkeeping that has come in since.
 */
void jug_playhead_trace_grown (JugPlayhead *self);

/**
 * jug_playhead_get_event:
 * @self: a playhead
 *
 * Returns: the event that it stands on, the one to tell about, or %JUG_NO_EVENT before
 * the first
 */
guint32 jug_playhead_get_event (JugPlayhead *self);

/**
 * jug_playhead_get_position:
 * @self: a playhead
 *
 * Returns: the event up to which everything is shown, or %JUG_NO_EVENT before the first
 */
guint32 jug_playhead_get_position (JugPlayhead *self);

/**
 * jug_playhead_get_time:
 * @self: a playhead
 *
 * Returns: where it stands on the time axis: at or after the time of its event, before or
 * at that of the next; it moves smoothly while playing through a time in which nothing
 * happens
 */
gint64 jug_playhead_get_time (JugPlayhead *self);

/**
 * jug_playhead_get_detail:
 * @self: a playhead
 *
 * Returns: how fine its steps are
 */
JugDetail jug_playhead_get_detail (JugPlayhead *self);

/**
 * jug_playhead_set_detail:
 * @self: a playhead
 * @detail: how fine its steps shall be
 *
 * Chooses what %JUG_UNIT_EVENT steps to.
 */
void jug_playhead_set_detail (JugPlayhead *self, JugDetail detail);

/**
 * jug_playhead_get_followed:
 * @self: a playhead
 *
 * Returns: the task that %JUG_UNIT_FOLLOWED steps through; %JUG_TASK_LOOP (the loop's own
 *   events) at first
 */
guint32 jug_playhead_get_followed (JugPlayhead *self);

/**
 * jug_playhead_set_followed:
 * @self: a playhead
 * @task: a task, or %JUG_TASK_LOOP
 *
 * Chooses the task that %JUG_UNIT_FOLLOWED steps through.
 */
void jug_playhead_set_followed (JugPlayhead *self, guint32 task);

/**
 * jug_playhead_is_playing:
 * @self: a playhead
 *
 * Returns: whether it wants to be advanced
 */
gboolean jug_playhead_is_playing (JugPlayhead *self);

/**
 * jug_playhead_play:
 * @self: a playhead
 *
 * Starts to play; at the end of a finished trace, from the start again.
 */
void jug_playhead_play (JugPlayhead *self);

/**
 * jug_playhead_pause:
 * @self: a playhead
 *
 * Stops playing.
 */
void jug_playhead_pause (JugPlayhead *self);

/**
 * jug_playhead_get_speed:
 * @self: a playhead
 *
 * Returns: the speed; 1 shows a second of trace time in a second
 */
double jug_playhead_get_speed (JugPlayhead *self);

/**
 * jug_playhead_set_speed:
 * @self: a playhead
 * @speed: the speed; brought between %JUG_PLAYHEAD_MIN_SPEED and %JUG_PLAYHEAD_MAX_SPEED
 *
 * Chooses the speed.
 */
void jug_playhead_set_speed (JugPlayhead *self, double speed);

/**
 * jug_playhead_is_following:
 * @self: a playhead
 *
 * Returns: whether it follows the live edge
 */
gboolean jug_playhead_is_following (JugPlayhead *self);

/**
 * jug_playhead_set_following:
 * @self: a playhead
 * @following: whether to follow the live edge
 *
 * Goes to the last event of a trace that still grows, and stays there; a finished trace
 * cannot be followed.
 */
void jug_playhead_set_following (JugPlayhead *self, gboolean following);

/**
 * jug_playhead_advance:
 * @self: a playhead
 * @elapsed_ns: how much time went by for the person who watches
 *
 * Moves on if it plays.  At the end of a sealed trace it pauses; at the end of a growing
 * one it waits for more.
 *
 * Returns: %TRUE if anything moved
 */
gboolean jug_playhead_advance (JugPlayhead *self, gint64 elapsed_ns);

/**
 * jug_playhead_step:
 * @self: a playhead
 * @unit: by what
 * @direction: 1 forward, -1 back
 *
 * Pauses, and moves by one.  Back by %JUG_UNIT_ITERATION or %JUG_UNIT_STEP from inside
 * one goes to its beginning first.  Back from the first stop by %JUG_UNIT_EVENT goes
 * before the first event.
 *
 * Returns: %FALSE if there was nothing to move to
 */
gboolean jug_playhead_step (JugPlayhead *self, JugUnit unit, int direction);

/**
 * jug_playhead_can_step:
 * @self: a playhead
 * @unit: by what
 * @direction: 1 forward, -1 back
 *
 * Returns: whether jug_playhead_step() would move
 */
gboolean jug_playhead_can_step (JugPlayhead *self, JugUnit unit, int direction);

/**
 * jug_playhead_go_to_event:
 * @self: a playhead
 * @event: an event, stop or not, or %JUG_NO_EVENT for the place before the first
 *
 * Goes to that event; an index beyond the last goes to the last.
 */
void jug_playhead_go_to_event (JugPlayhead *self, guint32 event);

/**
 * jug_playhead_go_to_time:
 * @self: a playhead
 * @time_ns: a time of the trace; brought between 0 and its end
 *
 * Goes to that time, as scrubbing does: to the last stop that is not later.
 */
void jug_playhead_go_to_time (JugPlayhead *self, gint64 time_ns);

/**
 * jug_playhead_go_to_start:
 * @self: a playhead
 *
 * Goes before the first event.
 */
void jug_playhead_go_to_start (JugPlayhead *self);

/**
 * jug_playhead_go_to_end:
 * @self: a playhead
 *
 * Goes to the last event; of a trace that still grows, follows it from now on.
 */
void jug_playhead_go_to_end (JugPlayhead *self);

/**
 * jug_playhead_go_by_fraction:
 * @self: a playhead
 * @fraction: how much of the whole, negative for back: 0.1 is ten percent
 *
 * Goes on by a part of the trace's events, to the nearest stop.
 */
void jug_playhead_go_by_fraction (JugPlayhead *self, double fraction);

/**
 * jug_playhead_is_at_start:
 * @self: a playhead
 *
 * Returns: whether it stands before the first event
 */
gboolean jug_playhead_is_at_start (JugPlayhead *self);

/**
 * jug_playhead_is_at_end:
 * @self: a playhead
 *
 * Returns: whether no stop is left before it
 */
gboolean jug_playhead_is_at_end (JugPlayhead *self);

G_END_DECLS
