/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a stop is shown before the next one is. */
#pragma once

#include "jug-stop.h"

G_BEGIN_DECLS

/*
 * JugPace:
 *
 * Maps a trace's time to the time of a person who watches at speed 1.  A plain value; all
 * zero has measured nothing yet.
 */
typedef struct
{
  guint32 n_events; /* what was measured */
  JugDetail detail;
  double factor; /* by how much all is shortened */
} JugPace;

void jug_pace_measure (JugPace *self, JugTrace *trace, JugDetail detail);
gint64 jug_pace_get_dwell (const JugPace *self, gint64 gap_ns);

G_END_DECLS
