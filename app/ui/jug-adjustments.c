/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what a person scrolls from what the widget itself sets. */
#include "jug-adjustments.h"

typedef struct
{
  GtkAdjustment *adjustment; /* (nullable): owned */
  GtkScrollablePolicy policy;

  /* what it is told */
  gboolean is_configured;
  double value;
  double upper;
  double page;
  double step;
} Axis;

struct _JugAdjustments
{
  Axis axes[2]; /* by orientation */
  void (*scrolled) (gpointer data);
  gpointer data; /* (unowned) */
  gboolean is_configuring;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static void
value_changed_cb (JugAdjustments *self)
{
  if (!self->is_configuring)
    self->scrolled (self->data);
}

static void
let_go (JugAdjustments *self, Axis *axis)
{
  if (axis->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (axis->adjustment, self);
  g_clear_object (&axis->adjustment);
}

static void
configure (JugAdjustments *self, Axis *axis)
{
  if (axis->adjustment == NULL || !axis->is_configured)
    return;
  self->is_configuring = TRUE;
  gtk_adjustment_configure (axis->adjustment, axis->value, 0,
                            MAX (axis->upper, axis->page), axis->step, axis->page * 0.9,
                            axis->page);
  self->is_configuring = FALSE;
}

static void
set_adjustment (JugAdjustments *self, Axis *axis, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == axis->adjustment)
    return;
  let_go (self, axis);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  axis->adjustment = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb),
                            self);
  configure (self, axis);
}

void
jug_adjustments_install (GObjectClass *object_class)
{
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

JugAdjustments *
jug_adjustments_new (void (*scrolled) (gpointer data), gpointer data)
{
  JugAdjustments *self = g_new0 (JugAdjustments, 1);

  self->scrolled = scrolled;
  self->data = data;
  return self;
}

void
jug_adjustments_free (JugAdjustments *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    let_go (self, &self->axes[i]);
  g_free (self);
}

void
jug_adjustments_set_property (JugAdjustments *self, guint id, const GValue *value)
{
  Axis *across = &self->axes[GTK_ORIENTATION_HORIZONTAL];
  Axis *down = &self->axes[GTK_ORIENTATION_VERTICAL];

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, across, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, down, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      across->policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      down->policy = g_value_get_enum (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
jug_adjustments_get_property (JugAdjustments *self, guint id, GValue *value)
{
  const Axis *across = &self->axes[GTK_ORIENTATION_HORIZONTAL];
  const Axis *down = &self->axes[GTK_ORIENTATION_VERTICAL];

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, across->adjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, down->adjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, across->policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, down->policy);
      break;
    default:
      g_assert_not_reached ();
    }
}

double
jug_adjustments_get_value (JugAdjustments *self,
                           GtkOrientation orientation,
                           double otherwise)
{
  GtkAdjustment *adjustment;

  g_return_val_if_fail (self != NULL, otherwise);

  adjustment = self->axes[orientation].adjustment;
  return adjustment ? gtk_adjustment_get_value (adjustment) : otherwise;
}

void
jug_adjustments_configure (JugAdjustments *self,
                           GtkOrientation orientation,
                           double value,
                           double upper,
                           double page,
                           double step)
{
  Axis *axis;

  g_return_if_fail (self != NULL);

  axis = &self->axes[orientation];
  axis->is_configured = TRUE;
  axis->value = value;
  axis->upper = upper;
  axis->page = page;
  axis->step = step;
  configure (self, axis);
}
