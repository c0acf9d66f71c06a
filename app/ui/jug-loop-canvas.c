/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the loop out at the session's cursor, draws it, and keeps its children in step. */
#include "jug-loop-canvas.h"

#include "jug-item-set.h"
#include "jug-loop-layout.h"
#include "jug-snapshot-painter.h"
#include "jug-style.h"
#include "jug-timeline-selection.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With more tasks than that the picture is as high as the pane and counts the rest. */
#define MAX_FULL_TASKS 200

#define MIN_HEIGHT 120

/* So many children are made for what is drawn; the rest is in the list of events. */
#define MAX_ITEMS 300

struct _JugLoopCanvas
{
  GtkWidget parent_instance;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  JugSnapshotPainter *painter;
  JugItemSet *items;
  JugDisplayList *list;

  /* state */
  int list_width; /* for which the list was made */
  int list_height;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (JugLoopCanvas, jug_loop_canvas, GTK_TYPE_WIDGET)

static JugCursor *
get_cursor (JugLoopCanvas *self)
{
  return self->session ? jug_session_get_cursor (self->session) : NULL;
}

static gboolean
is_crowded (JugCursor *cursor)
{
  return jug_cursor_get_n_tasks (cursor) > MAX_FULL_TASKS;
}

static double
lay_out (JugLoopCanvas *self, int width, int height)
{
  JugCursor *cursor = get_cursor (self);
  JugLoopView view = {
    .width = width,
    .height = height,
    .font_scale = jug_style_get_font_scale (GTK_WIDGET (self)),
    .is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .selection = jug_timeline_selection_get (self->session),
    .measure = jug_snapshot_painter_measure,
    .measure_data = self->painter,
    .label = jug_session_lookup_task_label,
    .label_data = self->session,
  };

  jug_display_list_clear (self->list);
  return jug_loop_layout_draw (cursor, &view, self->list);
}

static gboolean
is_chip (const JugPictureRef *ref)
{
  return ref->kind == JUG_PICTURE_TASK || ref->kind == JUG_PICTURE_TIMER ||
         ref->kind == JUG_PICTURE_QUEUE_ITEM || ref->kind == JUG_PICTURE_RUN;
}

static void
fill_items (JugLoopCanvas *self)
{
  const JugDisplayItem *items;
  guint n_items;

  jug_item_set_begin (self->items);
  items = jug_display_list_get_items (self->list, &n_items);
  for (guint i = 0; i < n_items && jug_item_set_get_n_items (self->items) < MAX_ITEMS;
       i++)
    {
      const JugRect place = { items[i].x, items[i].y, items[i].width, items[i].height };
      g_autofree char *label = NULL;

      if (!is_chip (&items[i].ref) ||
          jug_item_set_find (self->items, &items[i].ref) != NULL)
        continue;
      label = jug_display_list_dup_accessible_text (self->list, i);
      if (label != NULL)
        jug_item_set_add (self->items, &items[i].ref, &place, label);
    }
  jug_item_set_end (self->items);
}

/* Makes the list for what is shown now, unless it is that already. */
static void
update_list (JugLoopCanvas *self, int width, int height)
{
  if (!self->is_stale && self->list_width == width && self->list_height == height)
    return;
  self->is_stale = FALSE;
  self->list_width = width;
  self->list_height = height;
  lay_out (self, width, height);
  fill_items (self);
}

static void
stale (JugLoopCanvas *self)
{
  self->is_stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
trace_changed_cb (JugLoopCanvas *self)
{
  jug_display_list_clear (self->list);
  jug_item_set_begin (self->items);
  jug_item_set_end (self->items);
  stale (self);
}

static void
choose (JugLoopCanvas *self, const JugPictureRef *ref)
{
  jug_timeline_selection_set (self->session, ref);
}

static void
item_activated (const JugPictureRef *ref, gpointer data)
{
  choose (data, ref);
}

static void
pressed_cb (
    GtkGestureClick *gesture, int n_press, double x, double y, JugLoopCanvas *self)
{
  JugPictureRef ref = JUG_PICTURE_REF_NONE;
  JugPictureItem *item;
  const JugDisplayItem *items;
  guint n_items;
  int hit;

  if (get_cursor (self) == NULL)
    return;
  items = jug_display_list_get_items (self->list, &n_items);
  hit = jug_display_list_hit (self->list, x, y, 2);
  if (hit >= 0 && is_chip (&items[hit].ref))
    ref = items[hit].ref;
  choose (self, &ref);
  item = jug_item_set_find (self->items, &ref);
  if (item != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (item));
}

static gboolean
jug_loop_canvas_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JugLoopCanvas *self = JUG_LOOP_CANVAS (widget);
  g_autofree char *text = NULL;
  int hit;

  if (get_cursor (self) == NULL || keyboard)
    return FALSE;
  hit = jug_display_list_hit (self->list, x, y, 1);
  if (hit < 0)
    return FALSE;
  text = jug_display_list_dup_accessible_text (self->list, (guint) hit);
  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static GtkSizeRequestMode
jug_loop_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jug_loop_canvas_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  JugLoopCanvas *self = JUG_LOOP_CANVAS (widget);
  JugCursor *cursor = get_cursor (self);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 180;
      *natural = 300;
      return;
    }
  *minimum = MIN_HEIGHT;
  if (cursor != NULL && for_size > 0 && !is_crowded (cursor))
    {
      *minimum = MAX ((int) ceil (lay_out (self, for_size, 0)), MIN_HEIGHT);
      self->is_stale = TRUE;
    }
  *natural = *minimum;
}

static void
jug_loop_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JugLoopCanvas *self = JUG_LOOP_CANVAS (widget);

  if (get_cursor (self) != NULL)
    update_list (self, width, height);
  jug_item_set_allocate (self->items);
}

static void
jug_loop_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JugLoopCanvas *self = JUG_LOOP_CANVAS (widget);

  if (get_cursor (self) != NULL)
    {
      update_list (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
      jug_snapshot_painter_paint (self->painter, snapshot, self->list,
                                  jug_style_get_palette ());
    }
  GTK_WIDGET_CLASS (jug_loop_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
jug_loop_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JugLoopCanvas *self = JUG_LOOP_CANVAS (widget);

  GTK_WIDGET_CLASS (jug_loop_canvas_parent_class)->css_changed (widget, change);
  jug_snapshot_painter_reset (self->painter);
  stale (self);
}

static void
style_changed (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
jug_loop_canvas_dispose (GObject *object)
{
  JugLoopCanvas *self = JUG_LOOP_CANVAS (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->items, jug_item_set_free);
  g_clear_pointer (&self->painter, jug_snapshot_painter_free);
  g_clear_pointer (&self->list, jug_display_list_free);
  G_OBJECT_CLASS (jug_loop_canvas_parent_class)->dispose (object);
}

static void
jug_loop_canvas_class_init (JugLoopCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_loop_canvas_dispose;
  widget_class->get_request_mode = jug_loop_canvas_get_request_mode;
  widget_class->measure = jug_loop_canvas_measure;
  widget_class->size_allocate = jug_loop_canvas_size_allocate;
  widget_class->snapshot = jug_loop_canvas_snapshot;
  widget_class->css_changed = jug_loop_canvas_css_changed;
  widget_class->query_tooltip = jug_loop_canvas_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "loop-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jug_loop_canvas_init (JugLoopCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Event loop"), -1);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  self->painter = jug_snapshot_painter_new (widget);
  self->items = jug_item_set_new (widget, item_activated, self);
  self->list = jug_display_list_new ();
  self->is_stale = TRUE;
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (stale),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (trace_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-task",
                                  G_CALLBACK (stale), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-event",
                                  G_CALLBACK (stale), self);
  jug_style_connect (widget, style_changed);
}

void
jug_loop_canvas_set_session (JugLoopCanvas *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_LOOP_CANVAS (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  trace_changed_cb (self);
}
