/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a playhead consists of, and how it is moved. */
#pragma once

#include "jug-pace-private.h"
#include "jug-playhead.h"

G_BEGIN_DECLS

struct _JugPlayhead
{
  GObject parent_instance;

  JugTrace *trace; /* (nullable) */
  guint32 event;
  guint32 position;
  gint64 time_ns;
  gint64 dwelt_ns; /* how long the event has been shown while playing, at speed 1 */
  double speed;
  JugDetail detail;
  guint32 followed;
  JugPace pace;
  guint32 n_searched;   /* events in which output was looked for */
  guint32 first_output; /* among them, or JUG_NO_EVENT */
  guint32 last_output;
  gboolean playing;
  gboolean following;
  gboolean is_at_start;
  gboolean is_at_end;
};

void jug_playhead_set_playing (JugPlayhead *self, gboolean playing);
void jug_playhead_set_time (JugPlayhead *self, gint64 time_ns);
void jug_playhead_stand_on (JugPlayhead *self, guint32 event);
void jug_playhead_stand_on_last (JugPlayhead *self);
void jug_playhead_stand_at_edge (JugPlayhead *self);

static inline guint32
jug_playhead_get_n_events (JugPlayhead *self)
{
  return self->trace ? jug_trace_get_n_events (self->trace) : 0;
}

static inline gint64
jug_playhead_get_time_of (JugPlayhead *self, guint32 index)
{
  if (index >= jug_playhead_get_n_events (self))
    return 0;
  return jug_trace_get_event (self->trace, index)->time_ns;
}

static inline guint32
jug_playhead_find_stop (JugPlayhead *self, guint32 index, int direction)
{
  return self->trace ? jug_stop_find (self->trace, index, direction, self->detail)
                     : JUG_NO_EVENT;
}

G_END_DECLS
