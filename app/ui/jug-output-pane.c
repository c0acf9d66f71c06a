/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toggles and a stack. */
#include "jug-output-pane.h"

#include "jug-console.h"
#include "jug-happenings-view.h"
#include "jug-variables-view.h"

#include <glib/gi18n-lib.h>

struct _JugOutputPane
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *happened;
  GtkToggleButton *known;
  GtkToggleButton *only;
  GtkLabel *only_label;
  GtkStack *stack;
  JugConsole *console;
  JugHappeningsView *happenings;
  JugVariablesView *variables;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (JugOutputPane, jug_output_pane, GTK_TYPE_BOX)

static void
toggled_cb (JugOutputPane *self)
{
  gboolean happened = gtk_toggle_button_get_active (self->happened);
  gboolean known = gtk_toggle_button_get_active (self->known);

  gtk_stack_set_visible_child_name (self->stack, happened ? "happened"
                                                 : known  ? "known"
                                                          : "printed");
  gtk_widget_set_visible (GTK_WIDGET (self->only), happened);
}

static void
only_toggled_cb (JugOutputPane *self)
{
  jug_happenings_view_set_only_selected (self->happenings,
                                         gtk_toggle_button_get_active (self->only));
}

/* Says which task it is. */
static void
update_only (JugOutputPane *self)
{
  guint32 task = jug_session_get_selected_task (self->session);
  gboolean has_task =
      jug_session_get_trace (self->session) != NULL && task != JUG_SESSION_NO_TASK;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (!has_task)
    text = g_strdup (_ ("One Task"));
  else if (task == JUG_TASK_LOOP)
    text = g_strdup (_ ("Only the Loop"));
  else
    {
      label = jug_session_dup_task_label (self->session, task);
      /* Translators: %s is the task of which alone is told */
      text = g_strdup_printf (_ ("Only %s"), label);
    }
  gtk_label_set_label (self->only_label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->only), has_task);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->only),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
jug_output_pane_dispose (GObject *object)
{
  JugOutputPane *self = JUG_OUTPUT_PANE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), JUG_TYPE_OUTPUT_PANE);
  G_OBJECT_CLASS (jug_output_pane_parent_class)->dispose (object);
}

static void
jug_output_pane_class_init (JugOutputPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_output_pane_dispose;

  g_type_ensure (JUG_TYPE_CONSOLE);
  g_type_ensure (JUG_TYPE_HAPPENINGS_VIEW);
  g_type_ensure (JUG_TYPE_VARIABLES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-output-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, happened);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, only);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, only_label);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, known);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, stack);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, console);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, happenings);
  gtk_widget_class_bind_template_child (widget_class, JugOutputPane, variables);
}

static void
jug_output_pane_init (JugOutputPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->happened, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->only, "toggled", G_CALLBACK (only_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-task",
                                  G_CALLBACK (update_only), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update_only), self);
  g_signal_connect_object (self->known, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

void
jug_output_pane_set_session (JugOutputPane *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_OUTPUT_PANE (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  jug_console_set_session (self->console, session);
  jug_happenings_view_set_session (self->happenings, session);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update_only (self);
  jug_variables_view_set_session (self->variables, session);
}
