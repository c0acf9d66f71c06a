/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a viewport consists of, for the files that move it. */
#pragma once

#include "jug-timeline-viewport.h"

#include <math.h>

G_BEGIN_DECLS

struct _JugTimelineViewport
{
  JugViewportFunc changed;
  gpointer data; /* (unowned) */

  /* owned */
  JugSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *notes_signals;
  JugTimelineLayout *layout; /* (nullable): of the session's index */
  JugAdjustments *adjustments;
  JugViewHistory *history;

  /* state */
  JugTimelineView view;  /* as wanted; the layout's is as it could be */
  JugTimelineView shown; /* as those who draw were told last */
  gboolean is_fitted;    /* all is shown, whatever the size */
  gboolean is_seeking;   /* what is sought is to be seen already */
  guint32 revealed;      /* the event that the playhead was seen at last */
  gboolean is_going;     /* back or forth: that is not remembered */
  gboolean glides;       /* it may */
  gboolean is_gliding;   /* to glide_to, behind the live edge */
  double glide_to;
  guint rest_timeout;
  JugTimelineView bar_view; /* as a bar was fitted last */
};

/* Whether two places or zooms are not the same but for rounding. */
static inline gboolean
jug_timeline_viewport_differ (double a, double b)
{
  return fabs (a - b) > 1e-9 * MAX (1, fabs (a));
}

/* jug-timeline-viewport.c */
void jug_timeline_viewport_apply (JugTimelineViewport *self);

/* jug-timeline-viewport-back.c */
void jug_timeline_viewport_apply_move (JugTimelineViewport *self, gboolean is_fitted);

G_END_DECLS
