/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover whose fields are taken over as soon as they make sense. */
#include "jug-run-options-button.h"

#include "jug-compat.h"
#include "jug-interpreter.h"
#include "jug-run-options.h"

#include <glib/gi18n-lib.h>

struct _JugRunOptionsButton
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *arguments;
  GtkWidget *arguments_error;
  GtkLabel *interpreter;
  GtkLabel *version;
  GtkWidget *choose;
  GtkWidget *default_interpreter;
  GtkCheckButton *virtual_time;
  GtkCheckButton *locals;
  GtkWidget *run;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GSettings *settings;    /* (nullable) */
  JugRunOptions *options; /* (nullable): those of the program that is open */
  GCancellable *asking;   /* (nullable): an interpreter is asked for its version */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (JugRunOptionsButton, jug_run_options_button, ADW_TYPE_BIN)

/* The interpreter, which is asked what it is */

static void
ask (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  JugInterpreter *found = jug_interpreter_ask (data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) jug_interpreter_free);
  else
    g_task_return_error (task, error);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JugRunOptionsButton *self = JUG_RUN_OPTIONS_BUTTON (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (JugInterpreter) found = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->options == NULL)
    return;
  if (found != NULL)
    /* Translators: %s is the number of a version of Python */
    text = g_strdup_printf (_ ("Python %s"), found->version);
  gtk_label_set_label (self->version, text ? text : error->message);
  if (found == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->version), "error");
}

static void
update_interpreter (JugRunOptionsButton *self)
{
  const char *path = self->options->interpreter;
  gboolean is_default = *path == '\0';
  g_autoptr (GTask) task = NULL;

  gtk_label_set_label (self->interpreter, is_default ? "python3" : path);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->interpreter), is_default ? NULL : path);
  gtk_label_set_label (self->version, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->version), "error");
  gtk_widget_set_sensitive (self->default_interpreter, !is_default);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, asked_cb, NULL);
  g_task_set_name (task, "[jug-run-options-button] ask");
  g_task_set_task_data (task, g_strdup (is_default ? "python3" : path), g_free);
  g_task_run_in_thread (task, ask);
}

/* Taking over */

static void
take_over (JugRunOptionsButton *self)
{
  jug_run_options_save (self->options, self->settings,
                        jug_session_get_program (self->session));
  jug_run_options_apply (self->options, self->session);
}

static void
arguments_changed_cb (JugRunOptionsButton *self)
{
  const char *text = gtk_editable_get_text (self->arguments);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parsed = jug_run_options_parse (text, &error);

  if (self->is_filling || self->options == NULL)
    return;
  gtk_widget_set_visible (self->arguments_error, parsed == NULL);
  gtk_widget_set_sensitive (self->run, parsed != NULL);
  if (parsed == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->arguments_error), error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->arguments), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->arguments),
                                   GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->arguments), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->arguments),
                              GTK_ACCESSIBLE_STATE_INVALID);
  g_free (self->options->arguments);
  self->options->arguments = g_strdup (text);
  take_over (self);
}

static void
toggled_cb (JugRunOptionsButton *self)
{
  if (self->is_filling || self->options == NULL)
    return;
  self->options->virtual_time = gtk_check_button_get_active (self->virtual_time);
  self->options->without_locals = !gtk_check_button_get_active (self->locals);
  take_over (self);
}

static void
set_interpreter (JugRunOptionsButton *self, const char *path)
{
  if (self->options == NULL || !g_utf8_validate (path, -1, NULL))
    return;
  g_free (self->options->interpreter);
  self->options->interpreter = g_strdup (path);
  take_over (self);
  update_interpreter (self);
}

static void
interpreter_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (JugRunOptionsButton) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    set_interpreter (self, path);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_menu_button_popup (self->button);
}

static void
choose_cb (JugRunOptionsButton *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_popover_popdown (self->popover);
  jug_choose_file_to_open (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                           _ ("Choose a Python Interpreter"), NULL, interpreter_chosen_cb,
                           g_object_ref (self));
}

static void
default_cb (JugRunOptionsButton *self)
{
  set_interpreter (self, "");
}

static void
run_cb (JugRunOptionsButton *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.run-edited", NULL);
}

static void
entered_cb (JugRunOptionsButton *self)
{
  if (gtk_widget_is_sensitive (self->run))
    run_cb (self);
}

/* Filling */

/* Asked only when somebody looks: it starts the interpreter. */
static void
shown_cb (JugRunOptionsButton *self)
{
  if (self->options != NULL)
    update_interpreter (self);
}

static void
opened_cb (JugRunOptionsButton *self)
{
  GFile *program = jug_session_get_program (self->session);

  g_clear_pointer (&self->options, jug_run_options_free);
  if (program == NULL)
    {
      jug_run_options_apply (NULL, self->session);
      return;
    }
  self->options = jug_run_options_load (self->settings, program);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->arguments, self->options->arguments);
  gtk_check_button_set_active (self->virtual_time, self->options->virtual_time);
  gtk_check_button_set_active (self->locals, !self->options->without_locals);
  self->is_filling = FALSE;
}

static void
jug_run_options_button_dispose (GObject *object)
{
  JugRunOptionsButton *self = JUG_RUN_OPTIONS_BUTTON (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->options, jug_run_options_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_RUN_OPTIONS_BUTTON);
  G_OBJECT_CLASS (jug_run_options_button_parent_class)->dispose (object);
}

static void
jug_run_options_button_class_init (JugRunOptionsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_run_options_button_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-run-options-button.ui");
#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, JugRunOptionsButton, name)
  BIND (button);
  BIND (popover);
  BIND (arguments);
  BIND (arguments_error);
  BIND (interpreter);
  BIND (version);
  BIND (choose);
  BIND (default_interpreter);
  BIND (virtual_time);
  BIND (locals);
  BIND (run);
#undef BIND
}

static void
jug_run_options_button_init (JugRunOptionsButton *self)
{
  const struct
  {
    size_t offset;
    const char *signal;
    GCallback callback;
  } connections[] = {
    { G_STRUCT_OFFSET (JugRunOptionsButton, popover), "map", G_CALLBACK (shown_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, arguments), "changed",
      G_CALLBACK (arguments_changed_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, arguments), "activate",
      G_CALLBACK (entered_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, choose), "clicked", G_CALLBACK (choose_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, default_interpreter), "clicked",
      G_CALLBACK (default_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, virtual_time), "toggled",
      G_CALLBACK (toggled_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, locals), "toggled", G_CALLBACK (toggled_cb) },
    { G_STRUCT_OFFSET (JugRunOptionsButton, run), "clicked", G_CALLBACK (run_cb) },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (G_STRUCT_MEMBER (gpointer, self, connections[i].offset),
                             connections[i].signal, connections[i].callback, self,
                             G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::program",
                                  G_CALLBACK (opened_cb), self);
}

void
jug_run_options_button_set_session (JugRunOptionsButton *self,
                                    JugSession *session,
                                    GSettings *settings)
{
  g_return_if_fail (JUG_IS_RUN_OPTIONS_BUTTON (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_set_object (&self->settings, settings);
  g_signal_group_set_target (self->session_signals, session);
  if (jug_session_get_program (session) != NULL)
    opened_cb (self);
}
