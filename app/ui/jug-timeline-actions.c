/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command is one call of the chart, its viewport or the session's selection. */
#include "jug-timeline-actions.h"

#include "jug-commands.h"
#include "jug-session-range.h"

/* One command of zooming. */
#define ZOOM_FACTOR 1.5

/* One command of scrolling, as a part of the chart's width. */
#define SCROLL_SHARE 0.2
#define PAGE_SHARE 0.9

/* NULL once it has gone. */
static JugTimelineChart *
get_chart (JugCommands *self)
{
  return JUG_TIMELINE_CHART (self->widget);
}

static JugTimelineViewport *
get_viewport (JugCommands *self)
{
  return jug_timeline_chart_get_viewport (get_chart (self));
}

static void
zoom_in (JugCommands *self)
{
  jug_timeline_chart_zoom (get_chart (self), ZOOM_FACTOR);
}

static void
zoom_out (JugCommands *self)
{
  jug_timeline_chart_zoom (get_chart (self), 1 / ZOOM_FACTOR);
}

static void
fit_all (JugCommands *self)
{
  jug_timeline_viewport_fit_all (get_viewport (self));
}

static void
fit_selection (JugCommands *self)
{
  jug_timeline_viewport_fit_range (get_viewport (self));
}

static void
scroll (JugCommands *self, double share)
{
  JugTimelineViewport *viewport = get_viewport (self);
  JugTimelineLayout *layout = jug_timeline_viewport_get_layout (viewport);

  if (layout != NULL)
    jug_timeline_viewport_scroll_by (
        viewport, (double) jug_timeline_layout_get_chart (layout).width * share, 0);
}

static void
scroll_left (JugCommands *self)
{
  scroll (self, -SCROLL_SHARE);
}

static void
scroll_right (JugCommands *self)
{
  scroll (self, SCROLL_SHARE);
}

static void
page_left (JugCommands *self)
{
  scroll (self, -PAGE_SHARE);
}

static void
page_right (JugCommands *self)
{
  scroll (self, PAGE_SHARE);
}

static void
scroll_start (JugCommands *self)
{
  jug_timeline_viewport_scroll_by (get_viewport (self), -G_MAXINT, 0);
}

static void
scroll_end (JugCommands *self)
{
  jug_timeline_viewport_scroll_by (get_viewport (self), G_MAXINT, 0);
}

static void
lane_above (JugCommands *self)
{
  jug_timeline_chart_select_row (get_chart (self), -1);
}

static void
lane_below (JugCommands *self)
{
  jug_timeline_chart_select_row (get_chart (self), 1);
}

static void
next_bar (JugCommands *self)
{
  jug_timeline_chart_select_bar (get_chart (self), 1);
}

static void
previous_bar (JugCommands *self)
{
  jug_timeline_chart_select_bar (get_chart (self), -1);
}

static void
flow_back (JugCommands *self)
{
  jug_timeline_chart_follow_flow (get_chart (self), -1);
}

static void
flow_forward (JugCommands *self)
{
  jug_timeline_chart_follow_flow (get_chart (self), 1);
}

static void
view_back (JugCommands *self)
{
  jug_timeline_viewport_go (get_viewport (self), -1);
}

static void
view_forth (JugCommands *self)
{
  jug_timeline_viewport_go (get_viewport (self), 1);
}

static void
clear_selection (JugCommands *self)
{
  jug_session_select (self->session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
}

static void
range_of_selection (JugCommands *self)
{
  jug_timeline_viewport_mark_selection (get_viewport (self));
}

static void
clear_range (JugCommands *self)
{
  jug_session_set_range (self->session, &JUG_RANGE_NONE);
}

static void
toggle_axis (JugCommands *self)
{
  jug_session_set_steps_axis (self->session, !jug_session_get_steps_axis (self->session));
}

static const struct
{
  const char *name;
  JugCommandsFunc func;
} commands[] = {
  { "zoom-in", zoom_in },
  { "zoom-out", zoom_out },
  { "fit-all", fit_all },
  { "fit-selection", fit_selection },
  { "scroll-left", scroll_left },
  { "scroll-right", scroll_right },
  { "page-left", page_left },
  { "page-right", page_right },
  { "scroll-start", scroll_start },
  { "scroll-end", scroll_end },
  { "lane-above", lane_above },
  { "lane-below", lane_below },
  { "next-bar", next_bar },
  { "previous-bar", previous_bar },
  { "flow-back", flow_back },
  { "flow-forward", flow_forward },
  { "view-back", view_back },
  { "view-forth", view_forth },
  { "clear-selection", clear_selection },
  { "range-of-selection", range_of_selection },
  { "clear-range", clear_range },
  { "toggle-axis", toggle_axis },
};

static void
command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; self->widget != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      {
        commands[i].func (self);
        return;
      }
}

static void
axis_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JugCommands *self = data;

  jug_session_set_steps_axis (self->session,
                              g_str_equal (g_variant_get_string (state, NULL), "steps"));
}

static void
update (JugCommands *self)
{
  gboolean has_trace = jug_session_get_trace (self->session) != NULL;
  JugTimelineViewport *viewport;
  JugRange range;

  if (self->widget == NULL)
    return;
  viewport = get_viewport (self);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    jug_commands_enable (self, commands[i].name, has_trace);
  jug_commands_enable (self, "zoom-in", jug_timeline_viewport_can_zoom (viewport, 1));
  jug_commands_enable (self, "zoom-out", jug_timeline_viewport_can_zoom (viewport, -1));
  /* With nothing selected Escape is left to whatever else it may mean. */
  jug_commands_enable (self, "clear-selection",
                       jug_session_get_selected_task (self->session) !=
                           JUG_SESSION_NO_TASK);
  range = jug_session_get_range (self->session);
  jug_commands_enable (self, "clear-range", !jug_range_is_empty (&range));
  jug_commands_enable (self, "axis", has_trace);
  g_simple_action_set_state (
      jug_commands_get (self, "axis"),
      g_variant_new_string (jug_session_get_steps_axis (self->session) ? "steps"
                                                                       : "time"));
}

GSimpleActionGroup *
jug_timeline_actions_new (JugTimelineChart *chart, JugSession *session)
{
  const GActionEntry axis = {
    .name = "axis", .parameter_type = "s", .state = "'time'", .change_state = axis_cb
  };
  const char *session_signals[] = {
    "notify::trace",
    "notify::steps-axis",
    "notify::selected-task",
    "range-changed",
  };
  JugCommands *self;

  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (chart), NULL);
  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = jug_commands_new (session, GTK_WIDGET (chart), update);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const GActionEntry entry = { .name = commands[i].name, .activate = command_cb };

      jug_commands_add (self, &entry, 1);
    }
  jug_commands_add (self, &axis, 1);
  for (guint i = 0; i < G_N_ELEMENTS (session_signals); i++)
    jug_commands_follow (self, session, session_signals[i]);
  jug_commands_follow (self, chart, "view-changed");
  update (self);
  return self->group;
}
