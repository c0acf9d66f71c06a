/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as a widget: what is to be seen, how it is drawn and what of it is read
 * are each a file of their own. */
#include "jug-timeline-chart.h"

#include "jug-flow-choice.h"
#include "jug-playhead-scale.h"
#include "jug-style.h"
#include "jug-timeline-drawing.h"
#include "jug-timeline-gestures.h"
#include "jug-timeline-reader.h"
#include "jug-timeline-selection.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MIN_WIDTH 240
#define MIN_HEIGHT 96

struct _JugTimelineChart
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *scale; /* the playhead */

  /* owned */
  JugSnapshotPainter *painter;
  JugTimelineViewport *viewport;
  JugTimelineDrawing *drawing;
  JugTimelineReader *reader;
  JugFlowChoice *flows;

  /* state */
  double pointer_x; /* negative: the pointer is not over the chart */
  JugPictureRef hover;
  double hover_x; /* where the pointer came to it */
  guint glide_tick;
  gint64 glide_us; /* time of the last frame of it; 0: there was none */
};

enum
{
  VIEW_CHANGED,
  HOVER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JugTimelineChart,
                               jug_timeline_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
set_hover (JugTimelineChart *self, const JugPictureRef *hover, double x)
{
  if (!jug_timeline_drawing_set_hover (self->drawing, hover))
    return;
  self->hover = *hover;
  self->hover_x = x;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

/* Along with the live edge, frame by frame */

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  gint64 elapsed_us = self->glide_us > 0 ? now_us - self->glide_us : 0;

  self->glide_us = now_us;
  if (jug_timeline_viewport_glide (self->viewport, elapsed_us))
    return G_SOURCE_CONTINUE;
  self->glide_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_gliding (JugTimelineChart *self)
{
  if (self->glide_tick != 0 || !jug_timeline_viewport_is_gliding (self->viewport))
    return;
  self->glide_us = 0;
  self->glide_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

static void
viewport_changed (JugViewportChange change, gpointer data)
{
  JugTimelineChart *self = data;
  GtkWidget *widget = data;

  switch (change)
    {
    case JUG_VIEWPORT_MOVED:
      break;
    case JUG_VIEWPORT_CHANGED:
      jug_timeline_drawing_invalidate (self->drawing);
      jug_timeline_reader_queue (self->reader);
      gtk_widget_queue_allocate (widget);
      g_signal_emit (self, signals[VIEW_CHANGED], 0);
      break;
    case JUG_VIEWPORT_GROWN:
      jug_timeline_drawing_invalidate (self->drawing);
      jug_timeline_reader_queue (self->reader);
      break;
    case JUG_VIEWPORT_REPLACED:
      set_hover (self, &JUG_PICTURE_REF_NONE, -1);
      jug_timeline_drawing_clear (self->drawing);
      jug_timeline_reader_queue (self->reader);
      jug_playhead_scale_set_session (JUG_PLAYHEAD_SCALE (self->scale),
                                      jug_timeline_chart_get_session (self));
      gtk_widget_set_visible (self->scale, jug_timeline_chart_get_layout (self) != NULL);
      gtk_widget_queue_allocate (widget);
      g_signal_emit (self, signals[VIEW_CHANGED], 0);
      break;
    }
  start_gliding (self);
  gtk_widget_queue_draw (widget);
}

static void
item_activated (const JugPictureRef *ref, gpointer data)
{
  JugTimelineChart *self = data;
  JugSession *session = jug_timeline_chart_get_session (self);
  JugViewState before = jug_timeline_viewport_get_state (self->viewport);

  jug_timeline_selection_set (session, ref);
  if (ref->event != JUG_NO_EVENT)
    jug_playhead_go_to_event (jug_session_get_playhead (session), ref->event);
  jug_timeline_viewport_jumped (self->viewport, &before);
}

static void
redraw (GtkWidget *widget)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  jug_timeline_drawing_invalidate (self->drawing);
  jug_timeline_reader_queue (self->reader);
  gtk_widget_queue_draw (widget);
}

static void
jug_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (self);

  if (layout != NULL)
    jug_timeline_drawing_snapshot (self->drawing, layout, snapshot);
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
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (self);
  const JugPictureRef ruler = { JUG_PICTURE_RULER, JUG_TASK_LOOP, JUG_NO_EVENT };
  JugRect place = { 0, 0, (float) width, 24 };

  if (layout != NULL)
    jug_timeline_layout_get_bounds (layout, &ruler, &place);
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

  jug_timeline_viewport_set_size (self->viewport, width, height,
                                  jug_style_get_font_scale (widget));
  if (gtk_widget_should_layout (self->scale))
    allocate_scale (self, width);
  jug_timeline_reader_allocate (self->reader);
  /* A menu that is open gets its size and place from here. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
jug_timeline_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  GTK_WIDGET_CLASS (jug_timeline_chart_parent_class)->css_changed (widget, change);
  /* Fonts may be other ones; the view takes them up with the next allocation. */
  jug_snapshot_painter_reset (self->painter);
  redraw (widget);
  gtk_widget_queue_allocate (widget);
}

static void
jug_timeline_chart_map (GtkWidget *widget)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (widget);

  jug_timeline_viewport_set_glides (self->viewport, adw_get_enable_animations (widget));
  GTK_WIDGET_CLASS (jug_timeline_chart_parent_class)->map (widget);
  jug_timeline_reader_queue (JUG_TIMELINE_CHART (widget)->reader);
}

/* After a flow has been followed: goes where another one leads. */
static gboolean
choose_flow (JugTimelineChart *self, int step)
{
  JugViewState before = jug_timeline_viewport_get_state (self->viewport);

  if (!jug_flow_choice_move (self->flows, jug_timeline_chart_get_session (self), step))
    return FALSE;
  jug_timeline_viewport_jumped (self->viewport, &before);
  jug_timeline_chart_focus_selection (self);
  return TRUE;
}

/* Focus: Tab reaches the ruler, then the selection and what else its flow could have led
 * to, and leaves. */
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

  if (jug_timeline_chart_get_layout (self) == NULL)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    {
      if (!is_inside)
        return gtk_widget_grab_focus (self->scale);
      if (!on_scale)
        return choose_flow (self, 1);
      jug_timeline_chart_focus_selection (self);
      return TRUE;
    }
  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      if (on_scale)
        return FALSE;
      if (is_inside)
        return choose_flow (self, -1) || gtk_widget_grab_focus (self->scale);
      jug_timeline_chart_focus_selection (self);
      return TRUE;
    }
  return FALSE;
}

static void
jug_timeline_chart_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (object);

  jug_adjustments_set_property (jug_timeline_viewport_get_adjustments (self->viewport),
                                id, value);
}

static void
jug_timeline_chart_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (object);

  jug_adjustments_get_property (jug_timeline_viewport_get_adjustments (self->viewport),
                                id, value);
}

static void
jug_timeline_chart_dispose (GObject *object)
{
  JugTimelineChart *self = JUG_TIMELINE_CHART (object);

  g_clear_pointer (&self->reader, jug_timeline_reader_free);
  g_clear_pointer (&self->flows, jug_flow_choice_free);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  /* A menu may be open. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (object)))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->viewport, jug_timeline_viewport_free);
  g_clear_pointer (&self->drawing, jug_timeline_drawing_free);
  g_clear_pointer (&self->painter, jug_snapshot_painter_free);
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

  jug_adjustments_install (object_class);

  signals[VIEW_CHANGED] =
      g_signal_new ("view-changed", JUG_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[HOVER_CHANGED] =
      g_signal_new ("hover-changed", JUG_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jug_timeline_chart_init (JugTimelineChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  /* Time runs from left to right in every language that programs are written in. */
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);

  self->painter = jug_snapshot_painter_new (widget);
  self->viewport = jug_timeline_viewport_new (jug_snapshot_painter_measure, self->painter,
                                              viewport_changed, self);
  self->drawing = jug_timeline_drawing_new (self->painter);
  self->reader = jug_timeline_reader_new (widget, self->viewport, self->drawing,
                                          item_activated, self);
  self->flows = jug_flow_choice_new ();
  self->scale = jug_playhead_scale_new ();
  gtk_widget_set_parent (self->scale, widget);
  gtk_widget_set_visible (self->scale, FALSE);

  self->pointer_x = -1;
  self->hover = JUG_PICTURE_REF_NONE;

  jug_timeline_gestures_add (self);
  jug_style_connect (widget, redraw);
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

  jug_timeline_viewport_set_session (self->viewport, session);
}

JugSession *
jug_timeline_chart_get_session (JugTimelineChart *self)
{
  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), NULL);

  return jug_timeline_viewport_get_session (self->viewport);
}

JugTimelineViewport *
jug_timeline_chart_get_viewport (JugTimelineChart *self)
{
  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), NULL);

  return self->viewport;
}

JugTimelineLayout *
jug_timeline_chart_get_layout (JugTimelineChart *self)
{
  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), NULL);

  return jug_timeline_viewport_get_layout (self->viewport);
}

void
jug_timeline_chart_zoom (JugTimelineChart *self, double factor)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  jug_timeline_viewport_zoom (self->viewport, factor, self->pointer_x);
}

gboolean
jug_timeline_chart_select_at (JugTimelineChart *self, double x, double y)
{
  JugTimelineLayout *layout;
  JugPictureRef ref;

  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), FALSE);

  layout = jug_timeline_chart_get_layout (self);
  if (layout == NULL)
    return FALSE;
  if (!jug_timeline_drawing_pick (self->drawing, layout, x, y, &ref))
    ref = JUG_PICTURE_REF_NONE;
  jug_timeline_selection_set (jug_timeline_chart_get_session (self), &ref);
  return ref.kind != JUG_PICTURE_NONE;
}

void
jug_timeline_chart_select_row (JugTimelineChart *self, int direction)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (jug_timeline_chart_get_layout (self) == NULL)
    return;
  jug_timeline_selection_move_row (jug_timeline_chart_get_session (self),
                                   jug_timeline_viewport_get_lanes (self->viewport),
                                   direction);
  jug_timeline_viewport_reveal_selection (self->viewport);
  jug_timeline_chart_focus_selection (self);
}

void
jug_timeline_chart_select_bar (JugTimelineChart *self, int direction)
{
  JugViewState before;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (jug_timeline_chart_get_layout (self) == NULL)
    return;
  before = jug_timeline_viewport_get_state (self->viewport);
  jug_timeline_selection_move_bar (jug_timeline_chart_get_session (self), direction);
  jug_timeline_viewport_jumped (self->viewport, &before);
  jug_timeline_chart_focus_selection (self);
}

void
jug_timeline_chart_follow_flow (JugTimelineChart *self, int direction)
{
  JugViewState before;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  if (jug_timeline_chart_get_layout (self) == NULL)
    return;
  before = jug_timeline_viewport_get_state (self->viewport);
  jug_flow_choice_follow (self->flows, jug_timeline_chart_get_session (self), direction);
  jug_timeline_viewport_jumped (self->viewport, &before);
  jug_timeline_chart_focus_selection (self);
}

void
jug_timeline_chart_focus_selection (JugTimelineChart *self)
{
  GtkWidget *item;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  item = jug_timeline_reader_find_selection (self->reader);
  gtk_widget_grab_focus (item ? item : GTK_WIDGET (self));
}

void
jug_timeline_chart_set_hover (JugTimelineChart *self, double x, double y)
{
  JugPictureRef hover = JUG_PICTURE_REF_NONE;
  JugTimelineLayout *layout;

  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  layout = jug_timeline_chart_get_layout (self);
  self->pointer_x = x;
  if (x >= 0 && layout != NULL &&
      !jug_timeline_drawing_pick (self->drawing, layout, x, y, &hover))
    hover = JUG_PICTURE_REF_NONE;
  set_hover (self, &hover, x);
}

void
jug_timeline_chart_light_line (JugTimelineChart *self, guint line, gboolean is_native)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (self));

  jug_timeline_drawing_set_line (self->drawing, line, is_native);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

JugPictureRef
jug_timeline_chart_get_hover (JugTimelineChart *self, double *x)
{
  g_return_val_if_fail (JUG_IS_TIMELINE_CHART (self), JUG_PICTURE_REF_NONE);
  g_return_val_if_fail (x != NULL, JUG_PICTURE_REF_NONE);

  *x = self->hover_x;
  return self->hover;
}
