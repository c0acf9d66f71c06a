/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In GTK 4.8 only widgets are seen by assistive technology, so each thing is a widget. */
#include "jug-picture-item.h"

struct _JugPictureItem
{
  GtkWidget parent_instance;

  JugPictureRef ref;
  JugRect place;
  char *label;
  char *description; /* (nullable) */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugPictureItem, jug_picture_item, GTK_TYPE_WIDGET)

static void
choose (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
jug_picture_item_finalize (GObject *object)
{
  JugPictureItem *self = JUG_PICTURE_ITEM (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (jug_picture_item_parent_class)->finalize (object);
}

static void
jug_picture_item_class_init (JugPictureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = jug_picture_item_finalize;

  signals[ACTIVATED] =
      g_signal_new ("activated", JUG_TYPE_PICTURE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "picture-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "item.choose", NULL, choose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "item.choose",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "item.choose",
                                       NULL);
}

static void
jug_picture_item_init (JugPictureItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
jug_picture_item_new (const JugPictureRef *ref)
{
  JugPictureItem *self = g_object_new (JUG_TYPE_PICTURE_ITEM, NULL);

  self->ref = *ref;
  return GTK_WIDGET (self);
}

const JugPictureRef *
jug_picture_item_get_ref (JugPictureItem *self)
{
  g_return_val_if_fail (JUG_IS_PICTURE_ITEM (self), NULL);

  return &self->ref;
}

void
jug_picture_item_set_place (JugPictureItem *self, const JugRect *place)
{
  g_return_if_fail (JUG_IS_PICTURE_ITEM (self));
  g_return_if_fail (place != NULL);

  self->place = *place;
}

const JugRect *
jug_picture_item_get_place (JugPictureItem *self)
{
  g_return_val_if_fail (JUG_IS_PICTURE_ITEM (self), NULL);

  return &self->place;
}

void
jug_picture_item_set_label (JugPictureItem *self, const char *label)
{
  g_return_if_fail (JUG_IS_PICTURE_ITEM (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label, -1);
}

const char *
jug_picture_item_get_label (JugPictureItem *self)
{
  g_return_val_if_fail (JUG_IS_PICTURE_ITEM (self), NULL);

  return self->label;
}

void
jug_picture_item_set_description (JugPictureItem *self, const char *description)
{
  g_return_if_fail (JUG_IS_PICTURE_ITEM (self));
  g_return_if_fail (description != NULL);

  if (g_str_equal (self->description ? self->description : "", description))
    return;
  g_free (self->description);
  self->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
