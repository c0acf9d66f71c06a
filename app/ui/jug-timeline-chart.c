/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps view, layout, render nodes and children of the timeline in step. */
#include "jug-timeline-chart.h"

#include "jug-item-set.h"
#include "jug-playhead-scale.h"
#include "jug-snapshot-painter.h"
#include "jug-style.h"
#include "jug-timeline-gestures.h"
#include "jug-timeline-reader.h"
#include "jug-timeline-selection.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Children are renewed when the view has kept still for so long. */
#define ITEMS_DELAY_MS 120

#define MIN_WIDTH 240
#define MIN_HEIGHT 96

/* The selected bar takes so much of the width when it is fitted. */
#define FIT_SHARE 0.8

struct _JugTimelineChart
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *scale; /* the playhead */

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  JugTimelineLayout *layout; /* (nullable): of the session's index */
  JugSnapshotPainter *painter;
  JugItemSet *items;
  JugDisplayList *chart_list;
  JugDisplayList *overlay_list;
  GskRenderNode *chart_node; /* (nullable): the chart as it was drawn last */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;

  /* state */
  JugTimelineView view;  /* as wanted; the layout's is as it could be */
  JugTimelineView drawn; /* as the chart's node shows it */
  guint32 drawn_events;
  gboolean is_fitted; /* all is shown, whatever the size */
  double pointer_x;   /* negative: the pointer is not over the chart */
  JugPictureRef hover;
  guint items_timeout;
  gboolean is_configuring;
  gboolean is_seeking; /* what is sought is to be seen already */
  guint hscroll_policy : 1;
  guint vscroll_policy : 1;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  VIEW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JugTimelineChart,
                               jug_timeline_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
draw_chart (JugTimelineChart *self)
{
  GtkSnapshot *part = gtk_snapshot_new ();
  const JugTimelineView *view = jug_timeline_layout_get_view (self->layout);

  jug_display_list_clear (self->chart_list);
  jug_timeline_layout_draw (self->layout, self->chart_list);
  jug_snapshot_painter_paint (self->painter, part, self->chart_list,
                              jug_style_get_palette ());
  self->chart_node = gtk_snapshot_free_to_node (part);
  self->drawn = *view;
  self->drawn_events =
      jug_span_index_get_n_events (jug_timeline_layout_get_index (self->layout));
}

/* The children that stand for bars and lanes */

static void
renew_items (JugTimelineChart *self)
{
  g_clear_handle_id (&self->items_timeout, g_source_remove);
  if (self->layout != NULL && self->chart_node == NULL)
    draw_chart (self);
  jug_item_set_begin (self->items);
  if (self->layout != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    jug_timeline_reader_fill (self->layout, self->chart_list, self->items,
                              JUG_TIMELINE_MAX_BARS);
  jug_item_set_end (self->items);
}

static gboolean
items_timeout_cb (gpointer data)
{
  JugTimelineChart *self = data;

  self->items_timeout = 0;
  renew_items (self);
  return G_SOURCE_REMOVE;
}

static void
queue_items (JugTimelineChart *self)
{
  if (self->items_timeout != 0)
    g_source_remove (self->items_timeout);
  self->items_timeout = g_timeout_add (ITEMS_DELAY_MS, items_timeout_cb, self);
}

static void
item_activated (const JugPictureRef *ref, gpointer data)
{
  JugTimelineChart *self = data;

  jug_timeline_selection_set (self->session, ref);
  if (ref->event != JUG_NO_EVENT)
    jug_playhead_go_to_event (jug_session_get_playhead (self->session), ref->event);
}

/* The view */

static void
configure_adjustment (
    GtkAdjustment *adjustment, double value, double upper, double page, double step)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), step, page * 0.9,
                              page);
}

static void
configure_adjustments (JugTimelineChart *self)
{
  const JugTimelineView *view = jug_timeline_layout_get_view (self->layout);
  JugRect chart = jug_timeline_layout_get_chart (self->layout);

  self->is_configuring = TRUE;
  configure_adjustment (self->hadjustment, view->scroll_x,
                        jug_timeline_layout_get_content_width (self->layout), chart.width,
                        chart.width / 10);
  configure_adjustment (self->vadjustment, view->scroll_y,
                        jug_timeline_layout_get_content_height (self->layout),
                        chart.height, jug_timeline_layout_get_row_height (self->layout));
  self->is_configuring = FALSE;
}

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > 1e-9 * MAX (1, fabs (a));
}

/* Whether the chart, which knows no playhead, looks another way in @a than in @b. */
static gboolean
chart_differs (const JugTimelineView *a, const JugTimelineView *b)
{
  return a->axis != b->axis || differ (a->zoom, b->zoom) ||
         differ (a->scroll_x, b->scroll_x) || differ (a->scroll_y, b->scroll_y) ||
         differ (a->width, b->width) || differ (a->height, b->height) ||
         differ (a->font_scale, b->font_scale) || a->future != b->future;
}

/* Gives the layout the wanted view and takes back what became of it. */
static void
apply_view (JugTimelineChart *self)
{
  const JugTimelineView *view;

  if (self->layout == NULL)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  if (self->is_fitted)
    self->view.zoom = 0;
  jug_timeline_layout_set_view (self->layout, &self->view);
  view = jug_timeline_layout_get_view (self->layout);
  self->view = *view;
  if (chart_differs (view, &self->drawn))
    {
      g_clear_pointer (&self->chart_node, gsk_render_node_unref);
      configure_adjustments (self);
      queue_items (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_signal_emit (self, signals[VIEW_CHANGED], 0);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
redraw_chart (JugTimelineChart *self)
{
  g_clear_pointer (&self->chart_node, gsk_render_node_unref);
  queue_items (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reveal_playhead (JugTimelineChart *self)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint32 event = jug_playhead_get_event (playhead);

  if (self->layout != NULL && event != JUG_NO_EVENT && !self->is_seeking)
    jug_timeline_layout_reveal (self->layout, &self->view, event, JUG_NO_ROW);
}

/* Follows the session */

static void
moved_cb (JugTimelineChart *self)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);

  self->view.playhead = jug_playhead_get_position (playhead);
  self->view.playhead_ns = jug_playhead_get_time (playhead);
  /* Before the first event all of the run is still to come. */
  if (self->view.playhead == JUG_NO_EVENT)
    self->view.playhead = 0;
  reveal_playhead (self);
  apply_view (self);
}

static void
selection_changed_cb (JugTimelineChart *self)
{
  self->view.selection = jug_timeline_selection_get (self->session);
  apply_view (self);
}

static void
axis_changed_cb (JugTimelineChart *self)
{
  self->view.axis =
      jug_session_get_steps_axis (self->session) ? JUG_AXIS_STEPS : JUG_AXIS_TIME;
  self->is_fitted = TRUE;
  apply_view (self);
}

static void
trace_grown_cb (JugTimelineChart *self)
{
  if (self->layout == NULL)
    return;
  redraw_chart (self);
  moved_cb (self);
  configure_adjustments (self);
}

static void
trace_changed_cb (JugTimelineChart *self)
{
  JugSpanIndex *index = self->session ? jug_session_get_span_index (self->session) : NULL;

  g_clear_pointer (&self->layout, jug_timeline_layout_free);
  g_clear_pointer (&self->chart_node, gsk_render_node_unref);
  jug_display_list_clear (self->chart_list);
  jug_display_list_clear (self->overlay_list);
  self->hover = JUG_PICTURE_REF_NONE;
  self->is_fitted = TRUE;
  self->view.scroll_x = self->view.scroll_y = 0;
  if (index != NULL)
    {
      self->layout = jug_timeline_layout_new (index);
      self->drawn = (JugTimelineView){ 0 };
      self->view.label = jug_session_lookup_task_label;
      self->view.label_data = self->session;
      self->view.selection = jug_timeline_selection_get (self->session);
      self->view.axis =
          jug_session_get_steps_axis (self->session) ? JUG_AXIS_STEPS : JUG_AXIS_TIME;
      moved_cb (self);
    }
  jug_playhead_scale_set_session (JUG_PLAYHEAD_SCALE (self->scale), self->session);
  gtk_widget_set_visible (self->scale, self->layout != NULL);
  queue_items (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Drawing */

static void
style_changed (GtkWidget *widget)
{
  redraw_chart (JUG_TIMELINE_CHART (widget));
}

static void
draw_hover (JugTimelineChart *self, GtkSnapshot *snapshot)
{
  JugRect bounds;
  JugRect chart = jug_timeline_layout_get_chart (self->layout);
  JugRgba rgba =
      jug_palette_resolve (jug_style_get_palette (), jug_paint (JUG_COLOR_SELECTION));
  GdkRGBA color = { rgba.red, rgba.green, rgba.blue, 0.55f };
  graphene_rect_t rect, clip;
  GskRoundedRect outline;

  if (self->hover.kind == JUG_PICTURE_NONE || self->hover.kind == JUG_PICTURE_RULER ||
      self->hover.kind == JUG_PICTURE_LANE || self->hover.kind == JUG_PICTURE_PLAYHEAD ||
      !jug_timeline_layout_get_bounds (self->layout, &self->hover, &bounds))
    return;
  rect = GRAPHENE_RECT_INIT (bounds.x, bounds.y, bounds.width, bounds.height);
  graphene_rect_inset (&rect, -2, -2);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 5);
  clip = GRAPHENE_RECT_INIT (chart.x, 0, chart.width,
                             (float) gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
  gtk_snapshot_pop (snapshot);
}

static void
jug_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  if (self->layout != NULL)
    {
      if (self->chart_node == NULL)
        draw_chart (self);
      if (self->chart_node != NULL)
        gtk_snapshot_append_node (snapshot, self->chart_node);
      jug_display_list_clear (self->overlay_list);
      jug_timeline_layout_draw_overlay (self->layout, self->overlay_list);
      draw_hover (self, snapshot);
      jug_snapshot_painter_paint (self->painter, snapshot, self->overlay_list,
                                  jug_style_get_palette ());
    }
  GTK_WIDGET_CLASS (jug_timeline_chart_parent_class)->snapshot (widget, snapshot);
}

/* Size */

static void
jug_timeline_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  gtk_widget_measure (self->scale, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum * 2;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_scale (JugTimelineChart *self, int width)
{
  const JugPictureRef ruler = { JUG_PICTURE_RULER, JUG_TASK_LOOP, JUG_NO_EVENT };
  JugRect place = { 0, 0, (float) width, 24 };

  if (self->layout != NULL)
    jug_timeline_layout_get_bounds (self->layout, &ruler, &place);
  gtk_widget_size_allocate (self->scale,
                            &(GtkAllocation){ (int) place.x, (int) place.y,
                                              MAX ((int) place.width, 1),
                                              MAX ((int) place.height, 1) },
                            -1);
}

static void
jug_timeline_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  self->view.width = width;
  self->view.height = height;
  self->view.font_scale = jug_style_get_font_scale (widget);
  apply_view (self);
  if (gtk_widget_should_layout (self->scale))
    allocate_scale (self, width);
  jug_item_set_allocate (self->items);
}

static void
jug_timeline_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  GTK_WIDGET_CLASS (jug_timeline_chart_parent_class)->css_changed (widget, change);
  /* Fonts may be other ones; the view takes them up with the next allocation. */
  jug_snapshot_painter_reset (self->painter);
  redraw_chart (self);
  gtk_widget_queue_allocate (widget);
}

static void
jug_timeline_chart_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jug_timeline_chart_parent_class)->map (widget);
  queue_items (JUG_TIMELINE_CHART (widget));
}

/* Focus: Tab reaches the ruler, then the selection, and leaves. */
static gboolean
jug_timeline_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean is_inside =
      focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
  gboolean on_scale =
      focus && (focus == self->scale || gtk_widget_is_ancestor (focus, self->scale));

  if (self->layout == NULL)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    {
      if (!is_inside)
        return gtk_widget_grab_focus (self->scale);
      if (!on_scale)
        return FALSE;
      jug_timeline_chart_focus_selection (self);
      return TRUE;
    }
  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      if (on_scale)
        return FALSE;
      if (is_inside)
        return gtk_widget_grab_focus (self->scale);
      jug_timeline_chart_focus_selection (self);
      return TRUE;
    }
  return FALSE;
}

static gboolean
jug_timeline_chart_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);
  JugPictureRef ref;
  JugRect bounds;
  g_autofree char *text = NULL;

  if (self->layout == NULL || keyboard ||
      !jug_timeline_layout_pick (self->layout, x, y, &ref))
    return FALSE;
  text = jug_timeline_layout_dup_description (self->layout, &ref);
  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  if (jug_timeline_layout_get_bounds (self->layout, &ref, &bounds))
    {
      int left = MAX ((int) bounds.x, 0);
      int right = MIN ((int) (bounds.x + bounds.width), gtk_widget_get_width (widget));

      gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ left, (int) bounds.y,
                                                          MAX (right - left, 1),
                                                          MAX ((int) bounds.height, 1) });
    }
  return TRUE;
}

/* Scrollable */

static void
adjustment_changed_cb (JugTimelineChart *self)
{
  if (self->is_configuring || self->layout == NULL)
    return;
  if (self->hadjustment != NULL)
    self->view.scroll_x = gtk_adjustment_get_value (self->hadjustment);
  if (self->vadjustment != NULL)
    self->view.scroll_y = gtk_adjustment_get_value (self->vadjustment);
  apply_view (self);
}

static void
set_adjustment (JugTimelineChart *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place == adjustment && adjustment != NULL)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  if (self->layout != NULL)
    configure_adjustments (self);
}

static void
jug_timeline_chart_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_timeline_chart_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Life */

static void
jug_timeline_chart_dispose (GObject *object)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (object);

  g_clear_handle_id (&self->items_timeout, g_source_remove);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->items, jug_item_set_free);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_pointer (&self->layout, jug_timeline_layout_free);
  g_clear_pointer (&self->painter, jug_snapshot_painter_free);
  g_clear_pointer (&self->chart_node, gsk_render_node_unref);
  g_clear_pointer (&self->chart_list, jug_display_list_free);
  g_clear_pointer (&self->overlay_list, jug_display_list_free);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jug_timeline_chart_parent_class)->dispose (object);
}

static void
jug_timeline_chart_class_init (JugTimelineChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_timeline_chart_dispose;
  object_class->get_property = jug_timeline_chart_get_property;
  object_class->set_property = jug_timeline_chart_set_property;
  widget_class->measure = jug_timeline_chart_measure;
  widget_class->size_allocate = jug_timeline_chart_size_allocate;
  widget_class->snapshot = jug_timeline_chart_snapshot;
  widget_class->css_changed = jug_timeline_chart_css_changed;
  widget_class->map = jug_timeline_chart_map;
  widget_class->focus = jug_timeline_chart_focus;
  widget_class->query_tooltip = jug_timeline_chart_query_tooltip;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[VIEW_CHANGED] =
      g_signal_new ("view-changed", JUG_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
connect_session (JugTimelineChart *self)
{
  const struct
  {
    const char *signal;
    void (*callback) (JugTimelineChart *self);
  } connections[] = {
    { "moved", moved_cb },
    { "trace-grown", trace_grown_cb },
    { "notify::trace", trace_changed_cb },
    { "notify::selected-task", selection_changed_cb },
    { "notify::selected-event", selection_changed_cb },
    { "notify::steps-axis", axis_changed_cb },
  };

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_group_connect_swapped (self->session_signals, connections[i].signal,
                                    G_CALLBACK (connections[i].callback), self);
}

static void
jug_timeline_chart_init (JugTimelineChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  /* Time runs from left to right in every language that programs are written in. */
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);

  self->painter = jug_snapshot_painter_new (widget);
  self->items = jug_item_set_new (widget, item_activated, self);
  self->chart_list = jug_display_list_new ();
  self->overlay_list = jug_display_list_new ();
  self->scale = jug_playhead_scale_new ();
  gtk_widget_set_parent (self->scale, widget);
  gtk_widget_set_visible (self->scale, FALSE);

  self->view = JUG_TIMELINE_VIEW_INIT;
  self->view.show_playhead = TRUE;
  self->view.future = JUG_FUTURE_FAINT;
  self->view.measure = jug_snapshot_painter_measure;
  self->view.measure_data = self->painter;
  self->is_fitted = TRUE;
  self->pointer_x = -1;
  self->hover = JUG_PICTURE_REF_NONE;

  connect_session (self);
  jug_timeline_gestures_add (self);
  jug_style_connect (widget, style_changed);
}

GtkWidget *
jug_timeline_chart_new (void)
{
  return g_object_new (JUG_TYPE_TIMELINE_CHART, NULL);
}

void
jug_timeline_chart_set_session (JugTimelineChart *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));
  g_return_if_fail (session == NULL || JUG_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  trace_changed_cb (self);
}

JugSession *
jug_timeline_chart_get_session (JugTimelineChart *self)
{
  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), NULL);

  return self->session;
}

JugTimelineLayout *
jug_timeline_chart_get_layout (JugTimelineChart *self)
{
  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), NULL);

  return self->layout;
}

void
jug_timeline_chart_zoom (JugTimelineChart *self, double factor, double x)
{
  JugRect chart;
  double playhead;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));
  g_return_if_fail (factor > 0);

  if (self->layout == NULL)
    return;
  chart = jug_timeline_layout_get_chart (self->layout);
  if (x < 0)
    x = self->pointer_x;
  if (x < 0)
    {
      playhead = self->view.playhead == JUG_NO_EVENT
                     ? chart.x
                     : jug_timeline_layout_event_to_x (self->layout, self->view.playhead);
      x = CLAMP (playhead, chart.x, chart.x + chart.width);
    }
  jug_timeline_layout_zoom_about (self->layout, &self->view, factor, x);
  self->is_fitted =
      self->view.zoom <= jug_timeline_layout_get_fit_zoom (self->layout) * 1.0001;
  apply_view (self);
}

void
jug_timeline_chart_scroll_by (JugTimelineChart *self, double dx, double dy)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  self->view.scroll_x += dx;
  self->view.scroll_y += dy;
  apply_view (self);
}

void
jug_timeline_chart_fit_all (JugTimelineChart *self)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  self->is_fitted = TRUE;
  self->view.scroll_x = 0;
  apply_view (self);
}

void
jug_timeline_chart_fit_selection (JugTimelineChart *self)
{
  guint32 first, last;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (self->layout == NULL)
    return;
  if (!jug_timeline_selection_get_stretch (jug_timeline_layout_get_index (self->layout),
                                           &self->view.selection, &first, &last))
    {
      jug_timeline_chart_fit_all (self);
      return;
    }
  self->is_fitted = FALSE;
  jug_timeline_layout_zoom_to (self->layout, &self->view, first, last, FIT_SHARE);
  apply_view (self);
}

gboolean
jug_timeline_chart_can_zoom (JugTimelineChart *self, int direction)
{
  const JugTimelineView *view;

  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), FALSE);

  if (self->layout == NULL)
    return FALSE;
  view = jug_timeline_layout_get_view (self->layout);
  if (direction > 0)
    return view->zoom < jug_timeline_layout_get_max_zoom (self->layout) * 0.9999;
  return view->zoom > jug_timeline_layout_get_min_zoom (self->layout) * 1.0001;
}

void
jug_timeline_chart_seek_to (JugTimelineChart *self, double x)
{
  guint32 event;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (self->layout == NULL)
    return;
  event = jug_timeline_layout_x_to_event (self->layout, x);
  self->is_seeking = TRUE;
  if (event != JUG_NO_EVENT)
    jug_playhead_go_to_event (jug_session_get_playhead (self->session), event);
  self->is_seeking = FALSE;
}

gboolean
jug_timeline_chart_select_at (JugTimelineChart *self, double x, double y)
{
  JugPictureRef ref;

  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), FALSE);

  if (self->layout == NULL)
    return FALSE;
  if (!jug_timeline_layout_pick (self->layout, x, y, &ref))
    ref = JUG_PICTURE_REF_NONE;
  jug_timeline_selection_set (self->session, &ref);
  return ref.kind != JUG_PICTURE_NONE;
}

void
jug_timeline_chart_select_row (JugTimelineChart *self, int direction)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (self->layout == NULL)
    return;
  jug_timeline_selection_move_row (self->session, direction);
  jug_timeline_layout_reveal (self->layout, &self->view, self->view.playhead,
                              jug_session_get_selected_task (self->session));
  apply_view (self);
  jug_timeline_chart_focus_selection (self);
}

void
jug_timeline_chart_select_bar (JugTimelineChart *self, int direction)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (self->layout == NULL)
    return;
  jug_timeline_selection_move_bar (self->session, direction);
  jug_timeline_chart_focus_selection (self);
}

void
jug_timeline_chart_focus_selection (JugTimelineChart *self)
{
  JugPictureItem *item = NULL;
  JugPictureRef lane = { JUG_PICTURE_LANE, self->view.selection.task, JUG_NO_EVENT };

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (self->view.selection.kind != JUG_PICTURE_NONE)
    {
      renew_items (self);
      item = jug_item_set_find (self->items, &self->view.selection);
      if (item == NULL)
        item = jug_item_set_find (self->items, &lane);
    }
  gtk_widget_grab_focus (item ? GTK_WIDGET (item) : GTK_WIDGET (self));
}

void
jug_timeline_chart_set_hover (JugTimelineChart *self, double x, double y)
{
  JugPictureRef hover = JUG_PICTURE_REF_NONE;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  self->pointer_x = x;
  if (x >= 0 && self->layout != NULL)
    if (!jug_timeline_layout_pick (self->layout, x, y, &hover))
      hover = JUG_PICTURE_REF_NONE;
  if (jug_picture_ref_equal (&hover, &self->hover))
    return;
  self->hover = hover;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
