/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command is one call of the playhead; here is when it can be given. */
#include "jug-player-actions.h"

#include "jug-commands.h"

/* How far a page is. */
#define PAGE 0.1

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

static JugPlayhead *
get_playhead (JugCommands *self)
{
  return jug_session_get_playhead (self->session);
}

static void
set_state (JugCommands *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (jug_commands_get (self, name), state);
}

static JugUnit
get_chosen_unit (JugCommands *self)
{
  g_autoptr (GVariant) state =
      g_action_get_state (G_ACTION (jug_commands_get (self, "unit")));
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      return units[i].unit;
  return JUG_UNIT_EVENT;
}

/* What can be done now */

static void
update (JugCommands *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  gboolean has_trace = trace != NULL;
  gboolean grows = has_trace && !jug_trace_is_sealed (trace);
  gboolean at_start = !has_trace || jug_playhead_is_at_start (get_playhead (self));
  gboolean at_end = !has_trace || jug_playhead_is_at_end (get_playhead (self));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    jug_commands_enable (self, steps[i].name,
                         steps[i].direction > 0 ? !at_end : !at_start);
  jug_commands_enable (self, "start", !at_start);
  jug_commands_enable (self, "page-back", !at_start);
  jug_commands_enable (self, "end", !at_end || grows);
  jug_commands_enable (self, "page-forward", !at_end);
  jug_commands_enable (self, "play", has_trace);
  jug_commands_enable (self, "follow", grows);
  set_state (self, "play",
             g_variant_new_boolean (jug_playhead_is_playing (get_playhead (self))));
  set_state (self, "follow",
             g_variant_new_boolean (jug_playhead_is_following (get_playhead (self))));
  set_state (self, "speed",
             g_variant_new_double (jug_playhead_get_speed (get_playhead (self))));
  set_state (self, "every-event",
             g_variant_new_boolean (jug_playhead_get_detail (get_playhead (self)) ==
                                    JUG_DETAIL_EVERYTHING));
}

/* Commands */

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      {
        JugUnit unit = steps[i].by_choice ? get_chosen_unit (self) : steps[i].unit;

        if (unit == JUG_UNIT_EVENT)
          jug_session_step (self->session, steps[i].direction);
        else
          jug_playhead_step (get_playhead (self), unit, steps[i].direction);
        return;
      }
}

static void
start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;

  jug_playhead_go_to_start (get_playhead (self));
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;

  jug_playhead_go_to_end (get_playhead (self));
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  gboolean forward = g_str_equal (g_action_get_name (G_ACTION (action)), "page-forward");

  jug_playhead_go_by_fraction (get_playhead (self), forward ? PAGE : -PAGE);
}

static void
play_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JugCommands *self = data;

  if (g_variant_get_boolean (state))
    jug_playhead_play (get_playhead (self));
  else
    jug_playhead_pause (get_playhead (self));
  update (self);
}

static void
follow_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JugCommands *self = data;

  jug_playhead_set_following (get_playhead (self), g_variant_get_boolean (state));
  update (self);
}

static void
every_event_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JugCommands *self = data;

  jug_playhead_set_detail (get_playhead (self), g_variant_get_boolean (state)
                                                    ? JUG_DETAIL_EVERYTHING
                                                    : JUG_DETAIL_LEARNER);
  update (self);
}

static void
speed_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JugCommands *self = data;

  jug_playhead_set_speed (get_playhead (self), g_variant_get_double (state));
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
add_steps (JugCommands *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const GActionEntry entry = { .name = steps[i].name, .activate = step_cb };

      jug_commands_add (self, &entry, 1);
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
  JugCommands *self;

  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = jug_commands_new (session, NULL, update);
  add_steps (self);
  jug_commands_add (self, entries, G_N_ELEMENTS (entries));
  jug_commands_follow (self, session, "notify::trace");
  jug_commands_follow (self, session, "notify::state");
  for (guint i = 0; i < G_N_ELEMENTS (playhead_signals); i++)
    jug_commands_follow (self, get_playhead (self), playhead_signals[i]);
  update (self);
  return self->group;
}
