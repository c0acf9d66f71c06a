/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command changes the chart's lanes, and tells its viewport. */
#include "jug-lane-actions.h"

#include "jug-commands.h"
#include "jug-compat.h"

#include <glib/gi18n-lib.h>

/* So many bars of a lane are copied as text. */
#define MAX_COPIED 1000

/* NULL once it has gone. */
static JugTimelineChart *
get_chart (JugCommands *self)
{
  return JUG_TIMELINE_CHART (self->widget);
}

static JugLanes *
get_lanes (JugCommands *self)
{
  return self->widget != NULL ? jug_timeline_viewport_get_lanes (
                                    jug_timeline_chart_get_viewport (get_chart (self)))
                              : NULL;
}

/* The selected lane, or JUG_TASK_LOOP for none that can be arranged. */
static guint32
get_task (JugCommands *self)
{
  guint32 task = jug_session_get_selected_task (self->session);

  return get_lanes (self) == NULL || task == JUG_SESSION_NO_TASK ? JUG_TASK_LOOP : task;
}

/* What became of the lane, with its name. */
static void
tell (JugCommands *self, const char *what, guint32 task)
{
  g_autofree char *label = jug_session_dup_task_label (self->session, task);
  /* Translators: a task's name and what became of its lane: pinned, hidden */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), label, what);

  jug_announce (self->widget, text);
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  guint32 task = get_task (self);
  gboolean pinned;

  if (task == JUG_TASK_LOOP)
    return;
  pinned = !jug_lanes_is_pinned (get_lanes (self), task);
  jug_lanes_set_pinned (get_lanes (self), task, pinned);
  jug_timeline_viewport_lanes_changed (
      jug_timeline_chart_get_viewport (get_chart (self)));
  tell (self, pinned ? _ ("pinned") : _ ("no longer pinned"), task);
}

/* The lane next to it is selected then, so that several can be hidden one by one. */
static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  JugLanes *lanes = get_lanes (self);
  guint32 task = get_task (self);
  guint32 row;

  if (task == JUG_TASK_LOOP)
    return;
  row = jug_lanes_get_task_row (lanes, task);
  if (row == JUG_NO_ROW)
    return;
  row = row + 1 < jug_lanes_get_n_rows (lanes) ? row + 1 : row - 1;
  jug_session_select (self->session, jug_lanes_get_row_task (lanes, row), JUG_NO_EVENT);
  jug_lanes_set_hidden (lanes, task, TRUE);
  jug_timeline_viewport_lanes_changed (
      jug_timeline_chart_get_viewport (get_chart (self)));
  jug_timeline_chart_focus_selection (get_chart (self));
  tell (self, _ ("hidden"), task);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;

  if (get_lanes (self) == NULL)
    return;
  jug_lanes_show_all (get_lanes (self));
  jug_timeline_viewport_lanes_changed (
      jug_timeline_chart_get_viewport (get_chart (self)));
  jug_timeline_chart_focus_selection (get_chart (self));
}

/* The lane that the playhead is in. */
static void
show_here_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;

  if (get_lanes (self) == NULL)
    return;
  jug_timeline_viewport_show_hidden_task (
      jug_timeline_chart_get_viewport (get_chart (self)));
  jug_timeline_chart_focus_selection (get_chart (self));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  int direction = g_str_equal (g_action_get_name (G_ACTION (action)), "move-up") ? -1 : 1;
  guint32 task = get_task (self);

  if (task == JUG_TASK_LOOP || !jug_lanes_move (get_lanes (self), task, direction))
    return;
  jug_timeline_viewport_lanes_changed (
      jug_timeline_chart_get_viewport (get_chart (self)));
  jug_timeline_viewport_reveal_selection (
      jug_timeline_chart_get_viewport (get_chart (self)));
}

/* A line for the lane and one for each bar of it, as they are read aloud. */
static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  JugPictureRef ref = { JUG_PICTURE_LANE, JUG_TASK_LOOP, JUG_NO_EVENT };
  g_autoptr (GString) text = g_string_new (NULL);
  JugTimelineLayout *layout;
  const JugSpan *spans;
  guint32 n_spans;
  g_autofree char *lane = NULL;

  if (get_lanes (self) == NULL)
    return;
  ref.task = get_task (self);
  layout = jug_timeline_chart_get_layout (get_chart (self));
  lane = jug_timeline_layout_dup_description (layout, &ref);
  g_string_append_printf (text, "%s\n", lane ? lane : "");
  ref.kind = JUG_PICTURE_SPAN;
  spans = ref.task == JUG_TASK_LOOP
              ? NULL
              : jug_span_index_get_spans (jug_timeline_layout_get_index (layout),
                                          ref.task, &n_spans);
  for (guint32 i = 0; spans != NULL && i < MIN (n_spans, MAX_COPIED); i++)
    {
      g_autofree char *bar = NULL;

      ref.event = spans[i].begin;
      bar = jug_timeline_layout_dup_description (layout, &ref);
      if (bar != NULL)
        g_string_append_printf (text, "%s\n", bar);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->widget), text->str);
}

/* By a key: at the name of the lane. */
static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCommands *self = data;
  JugPictureRef ref = { JUG_PICTURE_LANE, JUG_TASK_LOOP, JUG_NO_EVENT };
  JugRect bounds;

  if (get_lanes (self) == NULL)
    return;
  ref.task = get_task (self);
  jug_timeline_viewport_reveal_selection (
      jug_timeline_chart_get_viewport (get_chart (self)));
  if (jug_timeline_layout_get_bounds (jug_timeline_chart_get_layout (get_chart (self)),
                                      &ref, &bounds))
    jug_lane_menu_show (get_chart (self), (double) bounds.x,
                        (double) (bounds.y + bounds.height));
}

static void
remove_cb (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;
  GtkWidget *chart = gtk_widget_get_parent (popover);

  if (chart == NULL)
    return;
  gtk_widget_unparent (popover);
  gtk_widget_set_has_tooltip (chart, TRUE);
  jug_timeline_chart_focus_selection (JUG_TIMELINE_CHART (chart));
}

static void
closed_cb (GtkWidget *popover)
{
  /* What was chosen acts after this. */
  g_idle_add_once (remove_cb, g_object_ref (popover));
}

void
jug_lane_menu_show (JugTimelineChart *chart, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) lane = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();
  JugTimelineViewport *viewport;
  JugLanes *lanes;
  GtkWidget *popover;
  guint32 task;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (chart));

  viewport = jug_timeline_chart_get_viewport (chart);
  lanes = jug_timeline_viewport_get_lanes (viewport);
  if (lanes == NULL)
    return;
  task = jug_session_get_selected_task (jug_timeline_chart_get_session (chart));
  g_menu_append (lane, _ ("_Follow This Task"), "win.follow-task");
  g_menu_append (lane, _ ("_Zoom to It"), "timeline.fit-selection");
  g_menu_append (lane, _ ("_Copy as Text"), "lanes.copy");
  g_menu_append (place,
                 jug_lanes_is_pinned (lanes, task) ? _ ("Un_pin") : _ ("_Pin to the Top"),
                 "lanes.pin");
  g_menu_append (place, _ ("Move _Up"), "lanes.move-up");
  g_menu_append (place, _ ("Move _Down"), "lanes.move-down");
  g_menu_append (other, _ ("_Hide"), "lanes.hide");
  g_menu_append (other, _ ("Show _All Lanes"), "lanes.show-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lane));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  jug_menu_name_items (GTK_POPOVER (popover));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (chart));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lane"), -1);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  /* A tooltip would lie over it. */
  gtk_widget_set_has_tooltip (GTK_WIDGET (chart), FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
update (JugCommands *self)
{
  JugLanes *lanes = get_lanes (self);
  gboolean has_task = get_task (self) != JUG_TASK_LOOP;
  gboolean has_lane = lanes != NULL && jug_session_get_selected_task (self->session) !=
                                           JUG_SESSION_NO_TASK;

  jug_commands_enable (self, "pin", has_task);
  jug_commands_enable (self, "hide", has_task);
  jug_commands_enable (self, "move-up", has_task);
  jug_commands_enable (self, "move-down", has_task);
  jug_commands_enable (self, "copy", has_lane);
  jug_commands_enable (self, "menu", has_lane);
  jug_commands_enable (self, "show-here",
                       lanes != NULL &&
                           jug_timeline_viewport_get_hidden_task (
                               jug_timeline_chart_get_viewport (get_chart (self))) !=
                               JUG_SESSION_NO_TASK);
  jug_commands_enable (self, "show-all",
                       lanes != NULL && jug_lanes_get_n_hidden (lanes) > 0);
}

GSimpleActionGroup *
jug_lane_actions_new (JugTimelineChart *chart, JugSession *session)
{
  const GActionEntry entries[] = {
    { .name = "pin", .activate = pin_cb },
    { .name = "hide", .activate = hide_cb },
    { .name = "show-all", .activate = show_all_cb },
    { .name = "show-here", .activate = show_here_cb },
    { .name = "move-up", .activate = move_cb },
    { .name = "move-down", .activate = move_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "menu", .activate = menu_cb },
  };
  JugCommands *self;

  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (chart), NULL);
  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = jug_commands_new (session, GTK_WIDGET (chart), update);
  jug_commands_add (self, entries, G_N_ELEMENTS (entries));
  jug_commands_follow (self, session, "notify::trace");
  jug_commands_follow (self, session, "notify::selected-task");
  jug_commands_follow (self, session, "moved");
  jug_commands_follow (self, chart, "view-changed");
  update (self);
  return self->group;
}
