/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a loop's time comes from: the machine's clock, or one that only moves when
 * told. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JUG_NS_PER_SECOND:
 *
 * Nanoseconds in a second: all times of the engine are nanoseconds in a `gint64`.
 */
#define JUG_NS_PER_SECOND G_GINT64_CONSTANT (1000000000)

/**
 * JUG_CLOCK_NEVER_NS:
 *
 * How long for ever is: longer than any time span that means something, and short enough
 * to be added to any time.
 */
#define JUG_CLOCK_NEVER_NS (G_GINT64_CONSTANT (1) << 62)

/**
 * JugClock:
 *
 * Nanoseconds since it was made.  A virtual clock stands still until
 * jug_clock_advance_to(), so that a run under it is over at once and comes out the same
 * each time; a real one follows the monotonic clock of the system.  Belongs to one
 * thread.
 */
typedef struct _JugClock JugClock;

JugClock *jug_clock_new_virtual (void) G_GNUC_WARN_UNUSED_RESULT;
JugClock *jug_clock_new_real (void) G_GNUC_WARN_UNUSED_RESULT;
void jug_clock_free (JugClock *self);

gboolean jug_clock_is_virtual (JugClock *self);
gint64 jug_clock_get_time (JugClock *self);
void jug_clock_advance_to (JugClock *self, gint64 time_ns);
gint64 jug_clock_to_monotonic_us (JugClock *self, gint64 time_ns);

gint64 jug_clock_system_ns (void);
gint64 jug_clock_seconds_to_ns (double seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugClock, jug_clock_free)

G_END_DECLS
