/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two stacks of places. */
#include "jug-view-history.h"

struct _JugViewHistory
{
  GArray *behind; /* of JugViewState */
  GArray *ahead;  /* of JugViewState */
  gboolean is_moving;
};

JugViewHistory *
jug_view_history_new (void)
{
  JugViewHistory *self = g_new0 (JugViewHistory, 1);

  self->behind = g_array_new (FALSE, FALSE, sizeof (JugViewState));
  self->ahead = g_array_new (FALSE, FALSE, sizeof (JugViewState));
  return self;
}

void
jug_view_history_free (JugViewHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->behind, g_array_unref);
  g_clear_pointer (&self->ahead, g_array_unref);
  g_free (self);
}

void
jug_view_history_clear (JugViewHistory *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->behind, 0);
  g_array_set_size (self->ahead, 0);
  self->is_moving = FALSE;
}

void
jug_view_history_remember (JugViewHistory *self, const JugViewState *state)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (state != NULL);

  g_array_set_size (self->ahead, 0);
  if (self->is_moving && !state->is_jump)
    return;
  if (self->behind->len == JUG_VIEW_HISTORY_LENGTH)
    g_array_remove_index (self->behind, 0);
  g_array_append_val (self->behind, *state);
  self->is_moving = !state->is_jump;
}

void
jug_view_history_rest (JugViewHistory *self)
{
  g_return_if_fail (self != NULL);

  self->is_moving = FALSE;
}

gboolean
jug_view_history_is_moving (JugViewHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_moving;
}

gboolean
jug_view_history_can_go (JugViewHistory *self, int direction)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (direction < 0 ? self->behind : self->ahead)->len > 0;
}

gboolean
jug_view_history_go (JugViewHistory *self,
                     int direction,
                     const JugViewState *now,
                     JugViewState *state)
{
  GArray *from, *to;
  JugViewState kept;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  from = direction < 0 ? self->behind : self->ahead;
  to = direction < 0 ? self->ahead : self->behind;
  if (from->len == 0)
    return FALSE;
  *state = g_array_index (from, JugViewState, from->len - 1);
  g_array_set_size (from, from->len - 1);
  /* Of a jump the playhead goes both ways. */
  kept = *now;
  kept.is_jump = state->is_jump;
  g_array_append_val (to, kept);
  self->is_moving = FALSE;
  return TRUE;
}
