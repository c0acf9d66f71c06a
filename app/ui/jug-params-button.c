/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spin button per parameter; its settings go to the session when the person runs it. */
#include "jug-params-button.h"

struct _JugParamsButton
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkGrid *rows;
  GtkButton *reset;
  GtkButton *run;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GPtrArray
      *spins; /* (element-type GtkSpinButton): one per parameter; the grid owns them */
};

G_DEFINE_FINAL_TYPE (JugParamsButton, jug_params_button, ADW_TYPE_BIN)

static void
add_row (JugParamsButton *self, const JugParam *param, int row)
{
  GtkWidget *label = gtk_label_new (param->label);
  gboolean whole = param->type == JUG_PARAM_INT;
  double step = whole || param->max - param->min > 20 ? 1 : 0.5;
  GtkWidget *spin = gtk_spin_button_new_with_range (param->min, param->max, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), whole ? 0 : 2);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (spin),
      jug_param_get_value (param, jug_session_get_settings (self->session)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_grid_attach (self->rows, label, 0, row, 1, 1);
  gtk_grid_attach (self->rows, spin, 1, row, 1, 1);
  g_ptr_array_add (self->spins, spin);
}

static void
update (JugParamsButton *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);
  guint n_params = lesson ? jug_lesson_get_n_params (lesson) : 0;
  GtkWidget *child;

  g_ptr_array_set_size (self->spins, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);
  for (guint i = 0; i < n_params; i++)
    add_row (self, jug_lesson_get_param (lesson, i), (int) i);
  gtk_widget_set_visible (GTK_WIDGET (self), n_params > 0);
}

static void
run_cb (JugParamsButton *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);
  g_auto (GVariantBuilder) settings = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sd}"));
  g_autoptr (GVariant) values = NULL;

  for (guint i = 0; i < self->spins->len; i++)
    {
      const JugParam *param = jug_lesson_get_param (lesson, i);
      GtkSpinButton *spin = g_ptr_array_index (self->spins, i);

      gtk_spin_button_update (spin);
      g_variant_builder_add (&settings, "{sd}", param->name,
                             gtk_spin_button_get_value (spin));
    }
  gtk_popover_popdown (self->popover);
  values = g_variant_ref_sink (g_variant_builder_end (&settings));
  /* The window asks first if something would be lost. */
  if (!gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.run-with", values))
    jug_session_run (self->session, values);
}

static void
reset_cb (JugParamsButton *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);

  for (guint i = 0; i < self->spins->len; i++)
    gtk_spin_button_set_value (g_ptr_array_index (self->spins, i),
                               jug_lesson_get_param (lesson, i)->initial);
}

static void
jug_params_button_dispose (GObject *object)
{
  JugParamsButton *self = JUG_PARAMS_BUTTON (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->spins, g_ptr_array_unref);
  /* The bin itself first: its child is the template's too. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_PARAMS_BUTTON);
  G_OBJECT_CLASS (jug_params_button_parent_class)->dispose (object);
}

static void
jug_params_button_class_init (JugParamsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_params_button_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-params-button.ui");
  gtk_widget_class_bind_template_child (widget_class, JugParamsButton, button);
  gtk_widget_class_bind_template_child (widget_class, JugParamsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, JugParamsButton, rows);
  gtk_widget_class_bind_template_child (widget_class, JugParamsButton, reset);
  gtk_widget_class_bind_template_child (widget_class, JugParamsButton, run);
}

static void
jug_params_button_init (JugParamsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->spins = g_ptr_array_new ();
  g_signal_connect_object (self->run, "clicked", G_CALLBACK (run_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::settings",
                                  G_CALLBACK (update), self);
}

void
jug_params_button_set_session (JugParamsButton *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_PARAMS_BUTTON (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}
