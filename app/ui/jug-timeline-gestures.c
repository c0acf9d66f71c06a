/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Controllers that only forward: the chart and its viewport know what to do. */
#include "jug-timeline-gestures.h"

#include "jug-lane-actions.h"
#include "jug-shortcuts.h"

#include <math.h>

/* One notch of a wheel. */
#define WHEEL_FACTOR 1.2

static JugTimelineChart *
get_chart (gpointer controller)
{
  return JUG_TIMELINE_CHART (gtk_event_controller_get_widget (controller));
}

static JugTimelineViewport *
get_viewport (gpointer controller)
{
  return jug_timeline_chart_get_viewport (get_chart (controller));
}

/* Zoom */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  JugTimelineChart *chart = get_chart (controller);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  jug_timeline_chart_zoom (chart, pow (WHEEL_FACTOR, -dy));
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, double *last_scale)
{
  *last_scale = 1;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, double *last_scale)
{
  double x = -1, y = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (scale > 0 && *last_scale > 0)
    jug_timeline_viewport_zoom (get_viewport (gesture), scale / *last_scale, MAX (x, 0));
  *last_scale = scale;
}

/* Scrubbing and panning */

static gboolean
is_on_ruler (JugTimelineChart *chart, double x, double y)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (chart);
  JugPictureRef ref;

  return layout != NULL && jug_timeline_layout_pick (layout, x, y, &ref) &&
         (ref.kind == JUG_PICTURE_RULER || ref.kind == JUG_PICTURE_PLAYHEAD ||
          ref.kind == JUG_PICTURE_NOTE);
}

/* Where a drag begins: a flag's pole may stand beside what was clicked. */
static void
seek_to_flag_or (JugTimelineChart *chart, double x, double y)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (chart);
  JugPictureRef ref;

  if (jug_timeline_layout_pick (layout, x, y, &ref) && ref.kind == JUG_PICTURE_NOTE)
    jug_session_visit (jug_timeline_chart_get_session (chart), ref.event);
  else
    jug_timeline_viewport_seek_to (jug_timeline_chart_get_viewport (chart), x);
}

static void
scrub_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  JugTimelineChart *chart = get_chart (gesture);

  if (!is_on_ruler (chart, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  seek_to_flag_or (chart, x, y);
}

static void
scrub_update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    jug_timeline_viewport_seek_to (get_viewport (gesture), x + dx);
}

/* Marking a range */

static void
mark_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  JugTimelineChart *chart = get_chart (gesture);
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (chart);
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  JugRect lanes = { 0, 0, 0, 0 };

  if (layout != NULL)
    lanes = jug_timeline_layout_get_chart (layout);
  /* A finger scrolls. */
  if (layout == NULL || x < (double) lanes.x || is_on_ruler (chart, x, y) ||
      (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
mark_update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  GtkWidget *chart = GTK_WIDGET (get_chart (gesture));
  GdkEventSequence *sequence =
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), sequence) !=
      GTK_EVENT_SEQUENCE_CLAIMED)
    {
      /* It may still be a click, also of a hand that trembles. */
      if (!gtk_drag_check_threshold (chart, 0, 0, (int) dx, 0))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  jug_timeline_viewport_mark (get_viewport (gesture), x, x + dx);
}

static void
pan_begin_cb (GtkGestureDrag *gesture, double x, double y, graphene_point_t *last)
{
  *last = GRAPHENE_POINT_INIT (0, 0);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pan_update_cb (GtkGestureDrag *gesture, double dx, double dy, graphene_point_t *last)
{
  jug_timeline_viewport_scroll_by (get_viewport (gesture), (double) last->x - dx,
                                   (double) last->y - dy);
  *last = GRAPHENE_POINT_INIT ((float) dx, (float) dy);
}

/* Selecting */

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  /* What is pressed need not be told about. */
  jug_timeline_chart_set_hover (get_chart (gesture), -1, 0);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  JugTimelineChart *chart = get_chart (gesture);

  if (is_on_ruler (chart, x, y))
    return;
  if (jug_timeline_chart_select_at (chart, x, y) && n_press == 2)
    jug_timeline_viewport_toggle_fit (get_viewport (gesture));
  jug_timeline_chart_focus_selection (chart);
}

/* The other button selects the lane, and shows its menu there. */
static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  JugTimelineChart *chart = get_chart (gesture);
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (chart);
  JugSession *session = jug_timeline_chart_get_session (chart);
  guint32 row;

  if (layout == NULL || is_on_ruler (chart, x, y))
    return;
  row = jug_timeline_layout_y_to_row (layout, y);
  if (row == JUG_NO_ROW)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  jug_session_select (
      session,
      jug_lanes_get_row_task (
          jug_timeline_viewport_get_lanes (jug_timeline_chart_get_viewport (chart)), row),
      JUG_NO_EVENT);
  jug_timeline_chart_focus_selection (chart);
  jug_lane_menu_show (chart, x, y);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  /* Who drags wants to see what lies there, and no card. */
  if ((state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK)) == 0)
    jug_timeline_chart_set_hover (get_chart (controller), MAX (x, 0), y);
}

static void
leave_cb (GtkEventControllerMotion *controller, gpointer data)
{
  jug_timeline_chart_set_hover (get_chart (controller), -1, 0);
}

/* Keys by place: evdev's codes, which X11 and Wayland pass on 8 higher */

static gboolean
are_evdev_codes (GtkWidget *widget)
{
  const char *display = G_OBJECT_TYPE_NAME (gtk_widget_get_display (widget));

  return g_str_has_prefix (display, "GdkX11") || g_str_has_prefix (display, "GdkWayland");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer data)
{
  GtkWidget *chart = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean by_code = are_evdev_codes (chart);
  guint n_shortcuts;
  const JugShortcut *shortcuts = jug_shortcuts_get (&n_shortcuts);

  /* The one that asks for Shift stands behind the one that does not care. */
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return GDK_EVENT_PROPAGATE;
  for (guint i = n_shortcuts; i-- > 0;)
    {
      GdkModifierType mods;
      guint wanted;

      if (shortcuts[i].scope != JUG_SHORTCUT_PLACE ||
          !gtk_accelerator_parse (shortcuts[i].accels, &wanted, &mods) ||
          (mods & ~state) != 0)
        continue;
      if (by_code ? shortcuts[i].keycode == keycode
                  : wanted == gdk_keyval_to_lower (keyval))
        {
          gtk_widget_activate_action (chart, shortcuts[i].action, NULL);
          return GDK_EVENT_STOP;
        }
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_drag (GtkWidget *chart,
          guint button,
          GCallback begin,
          GCallback update,
          gpointer data,
          GClosureNotify free_data)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", begin, data);
  g_signal_connect_data (drag, "drag-update", update, data, free_data, 0);
  gtk_widget_add_controller (chart, GTK_EVENT_CONTROLLER (drag));
}

static void
free_closure_data (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
jug_timeline_gestures_add (JugTimelineChart *chart)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  double *last_scale = g_new0 (double, 1);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), last_scale);
  g_signal_connect_data (pinch, "scale-changed", G_CALLBACK (pinch_cb), last_scale,
                         free_closure_data, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));

  add_drag (widget, GDK_BUTTON_PRIMARY, G_CALLBACK (scrub_begin_cb),
            G_CALLBACK (scrub_update_cb), NULL, NULL);
  add_drag (widget, GDK_BUTTON_PRIMARY, G_CALLBACK (mark_begin_cb),
            G_CALLBACK (mark_update_cb), NULL, NULL);
  add_drag (widget, GDK_BUTTON_MIDDLE, G_CALLBACK (pan_begin_cb),
            G_CALLBACK (pan_update_cb), g_new0 (graphene_point_t, 1), free_closure_data);

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (widget, key);
}
