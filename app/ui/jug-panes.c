/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves the same four widgets between panes and a stack when the width asks for it. */
#include "jug-panes.h"

#include "jug-settings.h"
#include "jug-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The least widths, in px at font scale 1, for three columns and for two. */
#define WIDE 900
#define MEDIUM 600

#define MIN_WIDTH 300
#define MIN_HEIGHT 140

typedef enum
{
  PANE_TEXT,
  PANE_CODE,
  PANE_LOOP,
  PANE_OUTPUT,
  N_PANES
} Pane;

struct _JugPanes
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *panes[N_PANES];
  GSettings *settings; /* (nullable) */

  /* children; one of columns and switcher, or both, are shown */
  GtkPaned *columns; /* first column | rest */
  GtkPaned *rest;    /* code | right */
  GtkPaned *right;   /* loop over output */
  GtkWidget *switcher;
  AdwViewStack *stack;

  /* state */
  JugPanesMode mode;
  JugPanesMode wanted;
  gboolean is_arranged;
  guint idle;
};

enum
{
  PROP_0,
  PROP_MODE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JugPanes, jug_panes, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
} pages[N_PANES] = {
  [PANE_TEXT] = { "text", N_ ("Lesson"), "juggler-text-symbolic" },
  [PANE_CODE] = { "code", N_ ("Code"), "juggler-code-symbolic" },
  [PANE_LOOP] = { "loop", N_ ("Loop"), "juggler-loop-symbolic" },
  [PANE_OUTPUT] = { "output", N_ ("Output"), "juggler-output-symbolic" },
};

static JugPanesMode
choose_mode (JugPanes *self, int width)
{
  double scale = MAX (jug_style_get_font_scale (GTK_WIDGET (self)), 1);

  if (width >= WIDE * scale)
    return JUG_PANES_WIDE;
  return width >= MEDIUM * scale ? JUG_PANES_MEDIUM : JUG_PANES_NARROW;
}

/* Takes all panes out of where they are. */
static void
take_out (JugPanes *self)
{
  GtkWidget *columns = GTK_WIDGET (self->columns);

  for (guint i = 0; i < N_PANES; i++)
    if (gtk_widget_get_parent (self->panes[i]) != NULL &&
        gtk_widget_is_ancestor (self->panes[i], GTK_WIDGET (self->stack)))
      adw_view_stack_remove (self->stack, self->panes[i]);
  gtk_paned_set_start_child (self->right, NULL);
  gtk_paned_set_end_child (self->right, NULL);
  gtk_paned_set_start_child (self->rest, NULL);
  gtk_paned_set_end_child (self->rest, NULL);
  gtk_paned_set_start_child (self->columns, NULL);
  gtk_paned_set_end_child (self->columns, NULL);
  if (gtk_widget_get_parent (self->switcher) == GTK_WIDGET (self))
    gtk_widget_unparent (self->switcher);
  if (gtk_widget_get_parent (columns) == GTK_WIDGET (self))
    gtk_widget_unparent (columns);
}

static void
stack_add (JugPanes *self, Pane pane)
{
  adw_view_stack_add_titled_with_icon (self->stack, self->panes[pane], pages[pane].name,
                                       _ (pages[pane].title), pages[pane].icon);
}

static void
arrange_wide (JugPanes *self)
{
  gtk_paned_set_start_child (self->right, self->panes[PANE_LOOP]);
  gtk_paned_set_end_child (self->right, self->panes[PANE_OUTPUT]);
  gtk_paned_set_start_child (self->rest, self->panes[PANE_CODE]);
  gtk_paned_set_end_child (self->rest, GTK_WIDGET (self->right));
  gtk_paned_set_start_child (self->columns, self->panes[PANE_TEXT]);
  gtk_paned_set_end_child (self->columns, GTK_WIDGET (self->rest));
}

static void
arrange_medium (JugPanes *self)
{
  stack_add (self, PANE_TEXT);
  stack_add (self, PANE_LOOP);
  stack_add (self, PANE_OUTPUT);
  gtk_paned_set_start_child (self->columns, self->switcher);
  gtk_paned_set_end_child (self->columns, self->panes[PANE_CODE]);
}

static void
arrange (JugPanes *self)
{
  g_autofree char *page = g_strdup (adw_view_stack_get_visible_child_name (self->stack));

  take_out (self);
  self->mode = self->wanted;
  self->is_arranged = TRUE;
  switch (self->mode)
    {
    case JUG_PANES_WIDE:
      arrange_wide (self);
      gtk_widget_set_parent (GTK_WIDGET (self->columns), GTK_WIDGET (self));
      break;
    case JUG_PANES_MEDIUM:
      arrange_medium (self);
      gtk_widget_set_parent (GTK_WIDGET (self->columns), GTK_WIDGET (self));
      break;
    case JUG_PANES_NARROW:
      for (Pane pane = 0; pane < N_PANES; pane++)
        stack_add (self, pane);
      gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
      break;
    }
  if (page != NULL && adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

static gboolean
arrange_idle_cb (gpointer data)
{
  JugPanes *self = data;

  self->idle = 0;
  if (self->panes[0] != NULL && (!self->is_arranged || self->mode != self->wanted))
    arrange (self);
  return G_SOURCE_REMOVE;
}

/* Size */

static void
jug_panes_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  JugPanes *self = JUG_PANES (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int child_minimum = 0, child_natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL,
                        NULL);
  /* Less than what the panes want as they are: then they are arranged in another way. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  if (self->is_arranged && self->mode == JUG_PANES_NARROW)
    *minimum =
        MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? child_minimum : 0);
  *natural = MAX (*minimum, child_natural);
  *minimum_baseline = *natural_baseline = -1;
}

static void
jug_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JugPanes *self = JUG_PANES (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int minimum_width = 0, minimum_height = 0;

  self->wanted = choose_mode (self, width);
  if ((!self->is_arranged || self->wanted != self->mode) && self->idle == 0)
    /* Before the next frame, but not while sizes are being given. */
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_idle_cb, self, NULL);
  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL,
                      NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width),
                      &minimum_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      child,
      &(GtkAllocation){ 0, 0, MAX (width, minimum_width), MAX (height, minimum_height) },
      -1);
}

static void
jug_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MODE:
      g_value_set_uint (value, JUG_PANES (object)->mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_panes_dispose (GObject *object)
{
  JugPanes *self = JUG_PANES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->panes[0] != NULL)
    take_out (self);
  for (guint i = 0; i < N_PANES; i++)
    g_clear_object (&self->panes[i]);
  g_clear_object (&self->columns);
  g_clear_object (&self->rest);
  g_clear_object (&self->right);
  g_clear_object (&self->switcher);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (jug_panes_parent_class)->dispose (object);
}

static void
jug_panes_class_init (JugPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_panes_dispose;
  object_class->get_property = jug_panes_get_property;
  widget_class->measure = jug_panes_measure;
  widget_class->size_allocate = jug_panes_size_allocate;

  properties[PROP_MODE] =
      g_param_spec_uint ("mode", NULL, NULL, 0, JUG_PANES_WIDE, JUG_PANES_NARROW,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "panes");
}

static GtkPaned *
new_paned (GtkOrientation orientation, gboolean resize_start, gboolean resize_end)
{
  GtkPaned *paned = GTK_PANED (gtk_paned_new (orientation));

  gtk_paned_set_resize_start_child (paned, resize_start);
  gtk_paned_set_resize_end_child (paned, resize_end);
  gtk_paned_set_shrink_start_child (paned, FALSE);
  gtk_paned_set_shrink_end_child (paned, FALSE);
  return g_object_ref_sink (paned);
}

static void
jug_panes_init (JugPanes *self)
{
  GtkWidget *bar = adw_view_switcher_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->columns = new_paned (GTK_ORIENTATION_HORIZONTAL, FALSE, TRUE);
  self->rest = new_paned (GTK_ORIENTATION_HORIZONTAL, TRUE, FALSE);
  self->right = new_paned (GTK_ORIENTATION_VERTICAL, TRUE, TRUE);
  gtk_paned_set_position (self->columns, 340);

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (bar), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (bar), ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_add_css_class (bar, "pane-switcher");
  self->switcher = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self->switcher), bar);
  gtk_box_append (GTK_BOX (self->switcher),
                  gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->switcher), GTK_WIDGET (self->stack));
}

void
jug_panes_set_children (
    JugPanes *self, GtkWidget *text, GtkWidget *code, GtkWidget *loop, GtkWidget *output)
{
  GtkWidget *children[N_PANES] = { text, code, loop, output };

  g_return_if_fail (JUG_IS_PANES (self));
  g_return_if_fail (self->panes[0] == NULL);

  for (guint i = 0; i < N_PANES; i++)
    self->panes[i] = g_object_ref_sink (children[i]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

JugPanesMode
jug_panes_get_mode (JugPanes *self)
{
  g_return_val_if_fail (JUG_IS_PANES (self), JUG_PANES_NARROW);

  return self->mode;
}

void
jug_panes_set_settings (JugPanes *self, GSettings *settings)
{
  g_return_if_fail (JUG_IS_PANES (self));

  if (!g_set_object (&self->settings, settings) || settings == NULL)
    return;
  jug_settings_bind_pane (settings, "text-pane-width", self->columns, FALSE);
  jug_settings_bind_pane (settings, "loop-pane-width", self->rest, TRUE);
  jug_settings_bind_pane (settings, "output-pane-height", self->right, TRUE);
}
