/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices while sizes are given that they are other ones, and tells it right after. */
#include "jug-room.h"

#include "jug-focus.h"
#include "jug-style.h"

/* The least widths, in px at font scale 1, for three columns and for two. */
#define WIDE 900
#define MEDIUM 600

#define MIN_WIDTH 320

struct _JugRoom
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */

  JugRoomSize size;
  JugRoomSize wanted;
  gboolean is_arranged;
  GtkWidget *focus; /* (nullable): a weak pointer, while there is to be arranged */
  guint idle;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPERTIES
};

enum
{
  ARRANGE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugRoom, jug_room, GTK_TYPE_WIDGET)

static JugRoomSize
choose_size (JugRoom *self, int width)
{
  double scale = MAX (jug_style_get_font_scale (GTK_WIDGET (self)), 1);

  if (width >= WIDE * scale)
    return JUG_ROOM_WIDE;
  return width >= MEDIUM * scale ? JUG_ROOM_MEDIUM : JUG_ROOM_NARROW;
}

/* Newer GTK takes the focus from what it finds no room for, before anything is arranged.
 */
static void
remember_focus (JugRoom *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus, focus);
}

static void
give_focus_back (JugRoom *self)
{
  if (self->focus != NULL && gtk_widget_is_ancestor (self->focus, GTK_WIDGET (self)))
    jug_focus_give_back (self->focus);
  g_clear_weak_pointer (&self->focus);
}

static gboolean
arrange_cb (gpointer data)
{
  JugRoom *self = data;

  self->idle = 0;
  if (!self->is_arranged || self->size != self->wanted)
    {
      self->is_arranged = TRUE;
      self->size = self->wanted;
      g_signal_emit (self, signals[ARRANGE], 0);
    }
  give_focus_back (self);
  return G_SOURCE_REMOVE;
}

static void
get_child_minimum (JugRoom *self, int width, int *minimum_width, int *minimum_height)
{
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, minimum_width, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, MAX (width, *minimum_width),
                      minimum_height, NULL, NULL, NULL);
}

static void
jug_room_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  JugRoom *self = JUG_ROOM (widget);
  int width = 0, height = 0;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &width, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gboolean is_least = self->is_arranged && self->size == JUG_ROOM_NARROW;

      *minimum = is_least ? width : MIN_WIDTH;
      *natural = MAX (*natural, *minimum);
      return;
    }
  gtk_widget_measure (self->child, orientation, for_size < 0 ? -1 : MAX (for_size, width),
                      &height, natural, NULL, NULL);
  *minimum = height;
  *natural = MAX (*natural, height);
}

static void
jug_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JugRoom *self = JUG_ROOM (widget);
  int minimum_width = 0, minimum_height = 0;

  self->wanted = choose_size (self, width);
  if ((!self->is_arranged || self->wanted != self->size) && self->idle == 0)
    {
      if (self->is_arranged)
        remember_focus (self);
      /* Before the next frame, but not while sizes are being given. */
      self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
    }
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  get_child_minimum (self, width, &minimum_width, &minimum_height);
  gtk_widget_size_allocate (
      self->child,
      &(GtkAllocation){ 0, 0, MAX (width, minimum_width), MAX (height, minimum_height) },
      -1);
}

static void
set_child (JugRoom *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
jug_room_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (JUG_ROOM (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_room_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, JUG_ROOM (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_room_dispose (GObject *object)
{
  JugRoom *self = JUG_ROOM (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->focus);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (jug_room_parent_class)->dispose (object);
}

static void
jug_room_class_init (JugRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_room_dispose;
  object_class->set_property = jug_room_set_property;
  object_class->get_property = jug_room_get_property;
  widget_class->measure = jug_room_measure;
  widget_class->size_allocate = jug_room_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object (
      "child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ARRANGE] = g_signal_new ("arrange", JUG_TYPE_ROOM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jug_room_init (JugRoom *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

JugRoomSize
jug_room_get_size (JugRoom *self)
{
  g_return_val_if_fail (JUG_IS_ROOM (self), JUG_ROOM_NARROW);

  return self->size;
}
