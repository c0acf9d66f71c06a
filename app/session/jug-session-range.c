/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stretch of the run that a person has marked. */
#include "jug-session-range.h"

#include "jug-session-private.h"

JugRange
jug_session_get_range (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), JUG_RANGE_NONE);

  return self->range;
}

void
jug_session_set_range (JugSession *self, const JugRange *range)
{
  JugRange marked;

  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (range != NULL);

  marked = jug_range_is_empty (range) ? JUG_RANGE_NONE : *range;
  if (jug_range_equal (&marked, &self->range))
    return;
  self->range = marked;
  jug_session_emit_range_changed (self);
}
