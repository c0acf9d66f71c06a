/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toggles and a stack. */
#include "jug-output-pane.h"

#include "jug-console.h"
#include "jug-happenings-view.h"
#include "jug-variables-view.h"

struct _JugOutputPane
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *happened;
  GtkToggleButton *known;
  GtkStack *stack;
  JugConsole *console;
  JugHappeningsView *happenings;
  JugVariablesView *variables;
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
}

static void
jug_output_pane_dispose (GObject *object)
{
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
  jug_variables_view_set_session (self->variables, session);
}
