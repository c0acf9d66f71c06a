/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command is one call of the playhead; here is when it can be given. */
#include "jug-player-actions.h"

/* How far a page is. */
#define PAGE 0.1

typedef struct
{
  GSimpleActionGroup *group; /* (unowned): owns this */
  JugSession *session;
  JugPlayhead *playhead;
} Player;

static const struct
{
  const char *name;
  JugUnit unit;
} units[] = {
  { "event", JUG_UNIT_EVENT },
  { "iteration", JUG_UNIT_ITERATION },
  { "step", JUG_UNIT_STEP },
  { "output", JUG_UNIT_OUTPUT },
};

/* Commands that step: by a unit of their own, or by the one that was chosen. */
static const struct
{
  const char *name;
  int direction;
  gboolean by_choice;
  JugUnit unit;
} steps[] = {
  { "step-forward", 1, TRUE, 0 },
  { "step-back", -1, TRUE, 0 },
  { "next-iteration", 1, FALSE, JUG_UNIT_ITERATION },
  { "previous-iteration", -1, FALSE, JUG_UNIT_ITERATION },
  { "next-of-task", 1, FALSE, JUG_UNIT_FOLLOWED },
  { "previous-of-task", -1, FALSE, JUG_UNIT_FOLLOWED },
  { "next-output", 1, FALSE, JUG_UNIT_OUTPUT },
  { "previous-output", -1, FALSE, JUG_UNIT_OUTPUT },
};

static GAction *
get_action (Player *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->group), name);
}

static void
enable (Player *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (get_action (self, name)), enabled);
}

static void
set_state (Player *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (get_action (self, name)), state);
}

static JugUnit
get_chosen_unit (Player *self)
{
  g_autoptr (GVariant) state = g_action_get_state (get_action (self, "unit"));
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      return units[i].unit;
  return JUG_UNIT_EVENT;
}

/* What can be done now */

static void
update (Player *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  gboolean has_trace = trace != NULL;
  gboolean grows = has_trace && !jug_trace_is_sealed (trace);
  gboolean at_start = !has_trace || jug_playhead_is_at_start (self->playhead);
  gboolean at_end = !has_trace || jug_playhead_is_at_end (self->playhead);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    enable (self, steps[i].name, steps[i].direction > 0 ? !at_end : !at_start);
  enable (self, "start", !at_start);
  enable (self, "page-back", !at_start);
  enable (self, "end", !at_end || grows);
  enable (self, "page-forward", !at_end);
  enable (self, "play", has_trace);
  enable (self, "follow", grows);
  set_state (self, "play",
             g_variant_new_boolean (jug_playhead_is_playing (self->playhead)));
  set_state (self, "follow",
             g_variant_new_boolean (jug_playhead_is_following (self->playhead)));
  set_state (self, "speed",
             g_variant_new_double (jug_playhead_get_speed (self->playhead)));
  set_state (self, "every-event",
             g_variant_new_boolean (jug_playhead_get_detail (self->playhead) ==
                                    JUG_DETAIL_EVERYTHING));
}

/* Commands */

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Player *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      {
        JugUnit unit = steps[i].by_choice ? get_chosen_unit (self) : steps[i].unit;

        if (unit == JUG_UNIT_EVENT)
          jug_session_step (self->session, steps[i].direction);
        else
          jug_playhead_step (self->playhead, unit, steps[i].direction);
        return;
      }
}

static void
start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Player *self = data;

  jug_playhead_go_to_start (self->playhead);
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Player *self = data;

  jug_playhead_go_to_end (self->playhead);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Player *self = data;
  gboolean forward = g_str_equal (g_action_get_name (G_ACTION (action)), "page-forward");

  jug_playhead_go_by_fraction (self->playhead, forward ? PAGE : -PAGE);
}

static void
play_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Player *self = data;

  if (g_variant_get_boolean (state))
    jug_playhead_play (self->playhead);
  else
    jug_playhead_pause (self->playhead);
  update (self);
}

static void
follow_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Player *self = data;

  jug_playhead_set_following (self->playhead, g_variant_get_boolean (state));
  update (self);
}

static void
every_event_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Player *self = data;

  jug_playhead_set_detail (self->playhead, g_variant_get_boolean (state)
                                               ? JUG_DETAIL_EVERYTHING
                                               : JUG_DETAIL_LEARNER);
  update (self);
}

static void
speed_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Player *self = data;

  jug_playhead_set_speed (self->playhead, g_variant_get_double (state));
  update (self);
}

static void
unit_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, g_variant_get_string (state, NULL)))
      g_simple_action_set_state (action, state);
}

static void
player_free (gpointer data)
{
  Player *self = data;

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->playhead, self);
  g_object_unref (self->session);
  g_object_unref (self->playhead);
  g_free (self);
}

static void
add_steps (Player *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const GActionEntry entry = { .name = steps[i].name, .activate = step_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->group), &entry, 1, self);
    }
}

GSimpleActionGroup *
jug_player_actions_new (JugSession *session)
{
  const GActionEntry entries[] = {
    { .name = "start", .activate = start_cb },
    { .name = "end", .activate = end_cb },
    { .name = "page-forward", .activate = page_cb },
    { .name = "page-back", .activate = page_cb },
    { .name = "play", .state = "false", .change_state = play_cb },
    { .name = "follow", .state = "false", .change_state = follow_cb },
    { .name = "every-event", .state = "false", .change_state = every_event_cb },
    { .name = "speed", .parameter_type = "d", .state = "1.0", .change_state = speed_cb },
    { .name = "unit",
      .parameter_type = "s",
      .state = "'event'",
      .change_state = unit_cb },
  };
  const char *playhead_signals[] = {
    "notify::playing",  "notify::following", "notify::speed",
    "notify::at-start", "notify::at-end",    "notify::detail",
  };
  Player *self;

  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = g_new0 (Player, 1);
  self->session = g_object_ref (session);
  self->playhead = g_object_ref (jug_session_get_playhead (session));
  self->group = g_simple_action_group_new ();
  g_object_set_data_full (G_OBJECT (self->group), "jug-player", self, player_free);
  add_steps (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries,
                                   G_N_ELEMENTS (entries), self);

  g_signal_connect_swapped (session, "notify::trace", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::state", G_CALLBACK (update), self);
  for (guint i = 0; i < G_N_ELEMENTS (playhead_signals); i++)
    g_signal_connect_swapped (self->playhead, playhead_signals[i], G_CALLBACK (update),
                              self);
  update (self);
  return self->group;
}
