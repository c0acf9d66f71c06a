/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command is one call of the chart, its viewport or the session's selection. */
#include "jug-timeline-actions.h"

#include "jug-session-range.h"

/* One command of zooming. */
#define ZOOM_FACTOR 1.5

/* One command of scrolling, as a part of the chart's width. */
#define SCROLL_SHARE 0.2
#define PAGE_SHARE 0.9

typedef struct
{
  GSimpleActionGroup *group; /* (unowned): owns this */
  JugTimelineChart *chart;   /* (nullable): a weak pointer */
  JugSession *session;
} Commands;

typedef void (*CommandFunc) (Commands *self);

static void
zoom_in (Commands *self)
{
  jug_timeline_chart_zoom (self->chart, ZOOM_FACTOR);
}

static void
zoom_out (Commands *self)
{
  jug_timeline_chart_zoom (self->chart, 1 / ZOOM_FACTOR);
}

static void
fit_all (Commands *self)
{
  JugTimelineViewport *viewport = jug_timeline_chart_get_viewport (self->chart);

  jug_timeline_viewport_fit_all (viewport);
}

static void
fit_selection (Commands *self)
{
  JugTimelineViewport *viewport = jug_timeline_chart_get_viewport (self->chart);

  jug_timeline_viewport_fit_range (viewport);
}

static void
scroll (Commands *self, double share)
{
  JugTimelineViewport *viewport = jug_timeline_chart_get_viewport (self->chart);
  JugTimelineLayout *layout = jug_timeline_viewport_get_layout (viewport);

  if (layout != NULL)
    jug_timeline_viewport_scroll_by (
        viewport, (double) jug_timeline_layout_get_chart (layout).width * share, 0);
}

static void
scroll_left (Commands *self)
{
  scroll (self, -SCROLL_SHARE);
}

static void
scroll_right (Commands *self)
{
  scroll (self, SCROLL_SHARE);
}

static void
page_left (Commands *self)
{
  scroll (self, -PAGE_SHARE);
}

static void
page_right (Commands *self)
{
  scroll (self, PAGE_SHARE);
}

static void
scroll_start (Commands *self)
{
  jug_timeline_viewport_scroll_by (jug_timeline_chart_get_viewport (self->chart),
                                   -G_MAXINT, 0);
}

static void
scroll_end (Commands *self)
{
  jug_timeline_viewport_scroll_by (jug_timeline_chart_get_viewport (self->chart),
                                   G_MAXINT, 0);
}

static void
lane_above (Commands *self)
{
  jug_timeline_chart_select_row (self->chart, -1);
}

static void
lane_below (Commands *self)
{
  jug_timeline_chart_select_row (self->chart, 1);
}

static void
next_bar (Commands *self)
{
  jug_timeline_chart_select_bar (self->chart, 1);
}

static void
previous_bar (Commands *self)
{
  jug_timeline_chart_select_bar (self->chart, -1);
}

static void
flow_back (Commands *self)
{
  jug_timeline_chart_follow_flow (self->chart, -1);
}

static void
flow_forward (Commands *self)
{
  jug_timeline_chart_follow_flow (self->chart, 1);
}

static void
view_back (Commands *self)
{
  jug_timeline_viewport_go (jug_timeline_chart_get_viewport (self->chart), -1);
}

static void
view_forth (Commands *self)
{
  jug_timeline_viewport_go (jug_timeline_chart_get_viewport (self->chart), 1);
}

static void
clear_selection (Commands *self)
{
  jug_session_select (self->session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
}

static void
range_of_selection (Commands *self)
{
  jug_timeline_viewport_mark_selection (jug_timeline_chart_get_viewport (self->chart));
}

static void
clear_range (Commands *self)
{
  jug_session_set_range (self->session, &JUG_RANGE_NONE);
}

static void
toggle_axis (Commands *self)
{
  jug_session_set_steps_axis (self->session, !jug_session_get_steps_axis (self->session));
}

static const struct
{
  const char *name;
  CommandFunc func;
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
  Commands *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; self->chart != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      {
        commands[i].func (self);
        return;
      }
}

static void
axis_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Commands *self = data;

  jug_session_set_steps_axis (self->session,
                              g_str_equal (g_variant_get_string (state, NULL), "steps"));
}

static void
enable (Commands *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (Commands *self)
{
  gboolean has_trace = jug_session_get_trace (self->session) != NULL;
  GAction *axis = g_action_map_lookup_action (G_ACTION_MAP (self->group), "axis");
  JugTimelineViewport *viewport;
  JugRange range;

  if (self->chart == NULL)
    return;
  viewport = jug_timeline_chart_get_viewport (self->chart);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    enable (self, commands[i].name, has_trace);
  enable (self, "zoom-in", jug_timeline_viewport_can_zoom (viewport, 1));
  enable (self, "zoom-out", jug_timeline_viewport_can_zoom (viewport, -1));
  /* With nothing selected Escape is left to whatever else it may mean. */
  enable (self, "clear-selection",
          jug_session_get_selected_task (self->session) != JUG_SESSION_NO_TASK);
  range = jug_session_get_range (self->session);
  enable (self, "clear-range", !jug_range_is_empty (&range));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (axis), has_trace);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (axis),
      g_variant_new_string (jug_session_get_steps_axis (self->session) ? "steps"
                                                                       : "time"));
}

static void
commands_free (gpointer data)
{
  Commands *self = data;

  g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_weak_pointer (&self->chart);
  g_object_unref (self->session);
  g_free (self);
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
  Commands *self;

  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (chart), NULL);
  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = g_new0 (Commands, 1);
  g_set_weak_pointer (&self->chart, chart);
  self->session = g_object_ref (session);
  self->group = g_simple_action_group_new ();
  g_object_set_data_full (G_OBJECT (self->group), "jug-commands", self, commands_free);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const GActionEntry entry = { .name = commands[i].name, .activate = command_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->group), &entry, 1, self);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), &axis, 1, self);

  for (guint i = 0; i < G_N_ELEMENTS (session_signals); i++)
    g_signal_connect_swapped (session, session_signals[i], G_CALLBACK (update), self);
  g_signal_connect_swapped (chart, "view-changed", G_CALLBACK (update), self);
  update (self);
  return self->group;
}
