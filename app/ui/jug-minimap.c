/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a drawn strip and a scale in step with the timeline, and hands drags on to it. */
#include "jug-minimap.h"

#include "jug-snapshot-painter.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>

struct _JugMinimap
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *scale;

  /* borrowed */
  JugTimelineChart *chart; /* (nullable): a weak pointer */

  /* owned */
  JugSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  JugMinimapLayout *layout; /* (nullable): of the session's index */
  JugSnapshotPainter *painter;
  JugDisplayList *list;
  GskRenderNode *run_node; /* (nullable): the run as it was drawn last */
  JugMinimapView drawn;    /* for which view */

  /* state */
  guint update_idle;
  gboolean is_updating;  /* the scale is told, and does not tell */
  JugMinimapPart taken;  /* what the pointer holds */
  double grip;           /* of an edge: how far right of it; of the frame: where in the
                            chart that is */
  JugTimelinePlace rest; /* of an edge: where the other one stays */
};

G_DEFINE_FINAL_TYPE (JugMinimap, jug_minimap, GTK_TYPE_WIDGET)

static JugTimelineViewport *
get_viewport (JugMinimap *self)
{
  return jug_timeline_chart_get_viewport (self->chart);
}

/* Takes over what the timeline shows now. */
static gboolean
follow (JugMinimap *self)
{
  JugTimelineLayout *timeline =
      self->chart ? jug_timeline_chart_get_layout (self->chart) : NULL;

  if (self->layout == NULL || timeline == NULL ||
      jug_timeline_layout_get_index (timeline) !=
          jug_session_get_span_index (self->session))
    return FALSE;
  jug_minimap_layout_follow (self->layout, timeline,
                             gtk_widget_get_width (GTK_WIDGET (self)));
  return TRUE;
}

/* Drawing */

/* Whether the run itself, without what lies over it, looks another way. */
static gboolean
run_differs (const JugMinimapView *a, const JugMinimapView *b)
{
  return a->axis != b->axis || a->width < b->width || a->width > b->width ||
         a->left < b->left || a->left > b->left || a->axis_x < b->axis_x ||
         a->axis_x > b->axis_x || a->axis_width < b->axis_width ||
         a->axis_width > b->axis_width || a->font_scale < b->font_scale ||
         a->font_scale > b->font_scale;
}

static void
forget_run (JugMinimap *self)
{
  g_clear_pointer (&self->run_node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_run (JugMinimap *self)
{
  GtkSnapshot *part = gtk_snapshot_new ();

  jug_display_list_clear (self->list);
  jug_minimap_layout_draw (self->layout, self->list);
  jug_snapshot_painter_paint (self->painter, part, self->list, jug_style_get_palette ());
  self->run_node = gtk_snapshot_free_to_node (part);
  self->drawn = *jug_minimap_layout_get_view (self->layout);
}

static void
jug_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JugMinimap *self = JUG_MINIMAP (widget);

  if (follow (self))
    {
      if (self->run_node != NULL &&
          run_differs (&self->drawn, jug_minimap_layout_get_view (self->layout)))
        g_clear_pointer (&self->run_node, gsk_render_node_unref);
      if (self->run_node == NULL)
        draw_run (self);
      if (self->run_node != NULL)
        gtk_snapshot_append_node (snapshot, self->run_node);
      jug_display_list_clear (self->list);
      jug_minimap_layout_draw_overlay (self->layout, self->list);
      jug_snapshot_painter_paint (self->painter, snapshot, self->list,
                                  jug_style_get_palette ());
    }
  GTK_WIDGET_CLASS (jug_minimap_parent_class)->snapshot (widget, snapshot);
}

static void
restyle (GtkWidget *widget)
{
  forget_run (JUG_MINIMAP (widget));
}

static void
jug_minimap_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JugMinimap *self = JUG_MINIMAP (widget);

  GTK_WIDGET_CLASS (jug_minimap_parent_class)->css_changed (widget, change);
  jug_snapshot_painter_reset (self->painter);
  forget_run (self);
  gtk_widget_queue_resize (widget);
}

/* Size */

static void
jug_minimap_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  JugMinimap *self = JUG_MINIMAP (widget);

  gtk_widget_measure (self->scale, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    *minimum = *natural =
        (int) jug_minimap_layout_get_natural_height (jug_style_get_font_scale (widget));
  *minimum_baseline = *natural_baseline = -1;
}

static void
jug_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JugMinimap *self = JUG_MINIMAP (widget);

  if (gtk_widget_should_layout (self->scale))
    gtk_widget_size_allocate (
        self->scale, &(GtkAllocation){ 0, 0, MAX (width, 1), MAX (height, 1) }, -1);
}

/* The scale */

static void
update_scale (JugMinimap *self)
{
  JugTimelineLayout *timeline;
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  g_autofree char *value = NULL, *marks = NULL, *text = NULL;
  double page, upper;

  if (!follow (self))
    return;
  timeline = jug_timeline_chart_get_layout (self->chart);
  page = jug_timeline_layout_get_chart (timeline).width;
  upper = MAX (0, jug_timeline_layout_get_content_width (timeline) - page);
  self->is_updating = TRUE;
  gtk_adjustment_configure (adjustment, jug_timeline_layout_get_view (timeline)->scroll_x,
                            0, upper, page / 10, page, 0);
  self->is_updating = FALSE;
  value = jug_minimap_layout_dup_value_text (self->layout);
  marks = jug_minimap_layout_dup_description (self->layout);
  /* Translators: what part of a run is shown; then what is marked in all of it */
  text = g_strdup_printf (_ ("%s. %s"), value, marks);
  /* GTK 4.8 does not pass the value's text on, so the description has it as well. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
update_idle_cb (gpointer data)
{
  JugMinimap *self = data;

  self->update_idle = 0;
  update_scale (self);
  return G_SOURCE_REMOVE;
}

/* The timeline tells while sizes are given, when a scale must not ask for another. */
static void
queue_update (JugMinimap *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (update_idle_cb, self);
}

static void
value_changed_cb (GtkRange *scale, JugMinimap *self)
{
  if (self->is_updating || !follow (self))
    return;
  jug_timeline_viewport_scroll_by (
      get_viewport (self),
      gtk_range_get_value (scale) -
          jug_timeline_layout_get_view (jug_timeline_chart_get_layout (self->chart))
              ->scroll_x,
      0);
}

/* Follows the timeline */

static void
view_changed_cb (JugMinimap *self)
{
  queue_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (JugMinimap *self)
{
  /* While the future is hidden, what is told depends on the playhead. */
  if (self->layout != NULL &&
      jug_minimap_layout_get_view (self->layout)->future == JUG_FUTURE_HIDDEN)
    queue_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
trace_grown_cb (JugMinimap *self)
{
  forget_run (self);
  queue_update (self);
}

static void
trace_changed_cb (JugMinimap *self)
{
  JugSpanIndex *index = self->session ? jug_session_get_span_index (self->session) : NULL;

  self->taken = JUG_MINIMAP_NOTHING;
  g_clear_pointer (&self->layout, jug_minimap_layout_free);
  if (index != NULL)
    self->layout = jug_minimap_layout_new (index);
  forget_run (self);
  queue_update (self);
}

/* The pointer */

gboolean
jug_minimap_take (JugMinimap *self, double x, double y)
{
  JugTimelineLayout *timeline;
  const JugMinimapView *view;
  double left, right;
  JugRect chart;

  g_return_val_if_fail (JUG_IS_MINIMAP (self), FALSE);

  self->taken = JUG_MINIMAP_NOTHING;
  if (!follow (self))
    return FALSE;
  timeline = jug_timeline_chart_get_layout (self->chart);
  chart = jug_timeline_layout_get_chart (timeline);
  view = jug_minimap_layout_get_view (self->layout);
  left = jug_minimap_layout_place_to_x (self->layout, view->from);
  right = jug_minimap_layout_place_to_x (self->layout, view->to);
  self->taken = jug_minimap_layout_hit (self->layout, x, y);
  switch (self->taken)
    {
    case JUG_MINIMAP_NOTHING:
      return FALSE;
    case JUG_MINIMAP_START:
      self->rest = view->to;
      self->grip = x - left;
      return TRUE;
    case JUG_MINIMAP_END:
      self->rest = view->from;
      self->grip = x - right;
      return TRUE;
    case JUG_MINIMAP_WINDOW:
      self->grip = jug_timeline_layout_place_to_x (
          timeline, jug_minimap_layout_x_to_place (self->layout, x));
      return TRUE;
    case JUG_MINIMAP_RUN:
      self->taken = JUG_MINIMAP_WINDOW;
      self->grip = chart.x + chart.width / 2;
      jug_minimap_drag (self, x);
      return TRUE;
    }
  g_assert_not_reached ();
}

void
jug_minimap_drag (JugMinimap *self, double x)
{
  JugTimelinePlace place;

  g_return_if_fail (JUG_IS_MINIMAP (self));

  if (!follow (self))
    return;
  if (self->taken != JUG_MINIMAP_WINDOW)
    x -= self->grip;
  place = jug_minimap_layout_x_to_place (self->layout, x);
  switch (self->taken)
    {
    case JUG_MINIMAP_NOTHING:
    case JUG_MINIMAP_RUN:
      return;
    case JUG_MINIMAP_START:
      jug_timeline_viewport_show (get_viewport (self), place, self->rest);
      return;
    case JUG_MINIMAP_END:
      jug_timeline_viewport_show (get_viewport (self), self->rest, place);
      return;
    case JUG_MINIMAP_WINDOW:
      jug_timeline_viewport_scroll_to (get_viewport (self), place, self->grip);
      return;
    }
  g_assert_not_reached ();
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, JugMinimap *self)
{
  gboolean is_taken = jug_minimap_take (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), is_taken ? GTK_EVENT_SEQUENCE_CLAIMED
                                                         : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, JugMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    jug_minimap_drag (self, x + dx);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, JugMinimap *self)
{
  self->taken = JUG_MINIMAP_NOTHING;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, JugMinimap *self)
{
  static const char *const names[] = {
    [JUG_MINIMAP_NOTHING] = NULL,    [JUG_MINIMAP_RUN] = "pointer",
    [JUG_MINIMAP_WINDOW] = "grab",   [JUG_MINIMAP_START] = "ew-resize",
    [JUG_MINIMAP_END] = "ew-resize",
  };

  if (self->taken == JUG_MINIMAP_NOTHING && follow (self))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     names[jug_minimap_layout_hit (self->layout, x, y)]);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, JugMinimap *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!follow (self))
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    jug_timeline_chart_zoom (self->chart, dy < 0 ? 1.2 : 1 / 1.2);
  else
    jug_timeline_viewport_scroll_by (get_viewport (self),
                                     (dx + dy) * 0.1 *
                                         (double) jug_timeline_layout_get_chart (
                                             jug_timeline_chart_get_layout (self->chart))
                                             .width,
                                     0);
  return GDK_EVENT_STOP;
}

static void
add_controllers (JugMinimap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
}

static void
jug_minimap_dispose (GObject *object)
{
  JugMinimap *self = JUG_MINIMAP (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  jug_minimap_set_chart (self, NULL);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->layout, jug_minimap_layout_free);
  g_clear_pointer (&self->run_node, gsk_render_node_unref);
  g_clear_pointer (&self->list, jug_display_list_free);
  g_clear_pointer (&self->painter, jug_snapshot_painter_free);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  G_OBJECT_CLASS (jug_minimap_parent_class)->dispose (object);
}

static void
jug_minimap_class_init (JugMinimapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_minimap_dispose;
  widget_class->measure = jug_minimap_measure;
  widget_class->size_allocate = jug_minimap_size_allocate;
  widget_class->snapshot = jug_minimap_snapshot;
  widget_class->css_changed = jug_minimap_css_changed;

  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jug_minimap_init (JugMinimap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  /* As in the timeline, time runs from left to right in every language. */
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the run"), -1);
  self->painter = jug_snapshot_painter_new (widget);
  self->list = jug_display_list_new ();

  self->scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_add_css_class (self->scale, "unseen");
  gtk_widget_set_can_target (self->scale, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview"), -1);
  g_signal_connect (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_set_parent (self->scale, widget);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (moved_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "range-changed",
                                  G_CALLBACK (moved_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "trace-grown",
                                  G_CALLBACK (trace_grown_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (trace_changed_cb), self);
  add_controllers (self);
  jug_style_connect (widget, restyle);
}

void
jug_minimap_set_chart (JugMinimap *self, JugTimelineChart *chart)
{
  g_return_if_fail (JUG_IS_MINIMAP (self));

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_set_weak_pointer (&self->chart, chart);
  if (chart != NULL)
    g_signal_connect_swapped (chart, "view-changed", G_CALLBACK (view_changed_cb), self);
}

void
jug_minimap_set_session (JugMinimap *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_MINIMAP (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  trace_changed_cb (self);
}

JugMinimapLayout *
jug_minimap_get_layout (JugMinimap *self)
{
  g_return_val_if_fail (JUG_IS_MINIMAP (self), NULL);

  return follow (self) ? self->layout : NULL;
}
