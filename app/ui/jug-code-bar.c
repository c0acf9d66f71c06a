/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows its buttons and hides them. */
#include "jug-code-bar.h"

#include "jug-compat.h"
#include "jug-params-button.h"
#include "jug-run-options-button.h"

struct _JugCodeBar
{
  GtkBox parent_instance;

  /* template */
  GtkWidget *languages;
  GtkWidget *native;
  GtkWidget *yours;
  GtkLabel *file_name;
  JugParamsButton *params;
  JugRunOptionsButton *options;
  GtkWidget *edit;
  GtkWidget *run;
  GtkMenuButton *more;
  GMenuModel *program_menu;

  /* owned */
  JugDraft *draft;
};

G_DEFINE_FINAL_TYPE (JugCodeBar, jug_code_bar, GTK_TYPE_BOX)

static void
jug_code_bar_root (GtkWidget *widget)
{
  JugCodeBar *self = JUG_CODE_BAR (widget);

  GTK_WIDGET_CLASS (jug_code_bar_parent_class)->root (widget);
  gtk_menu_button_set_menu_model (self->more, self->program_menu);
  jug_menu_name_items (gtk_menu_button_get_popover (self->more));
}

/* A menu with accelerators must not move: in GTK 4.8 its items free one twice. */
static void
jug_code_bar_unroot (GtkWidget *widget)
{
  JugCodeBar *self = JUG_CODE_BAR (widget);

  if (self->more != NULL)
    gtk_menu_button_set_menu_model (self->more, NULL);
  GTK_WIDGET_CLASS (jug_code_bar_parent_class)->unroot (widget);
}

static void
jug_code_bar_dispose (GObject *object)
{
  g_clear_object (&JUG_CODE_BAR (object)->draft);
  gtk_widget_dispose_template (GTK_WIDGET (object), JUG_TYPE_CODE_BAR);
  G_OBJECT_CLASS (jug_code_bar_parent_class)->dispose (object);
}

static void
jug_code_bar_class_init (JugCodeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jug_code_bar_dispose;
  widget_class->root = jug_code_bar_root;
  widget_class->unroot = jug_code_bar_unroot;

  g_type_ensure (JUG_TYPE_PARAMS_BUTTON);
  g_type_ensure (JUG_TYPE_RUN_OPTIONS_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-code-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, languages);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, native);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, yours);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, file_name);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, params);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, options);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, edit);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, run);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, more);
  gtk_widget_class_bind_template_child (widget_class, JugCodeBar, program_menu);
}

static void
jug_code_bar_init (JugCodeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jug_code_bar_set_draft (JugCodeBar *self, JugDraft *draft)
{
  g_return_if_fail (JUG_IS_CODE_BAR (self));
  g_return_if_fail (JUG_IS_DRAFT (draft));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  jug_params_button_set_session (self->params, jug_draft_get_session (draft));
}

void
jug_code_bar_set_settings (JugCodeBar *self, GSettings *settings)
{
  g_return_if_fail (JUG_IS_CODE_BAR (self));
  g_return_if_fail (self->draft != NULL);

  jug_run_options_button_set_session (self->options, jug_draft_get_session (self->draft),
                                      settings);
}

void
jug_code_bar_update (JugCodeBar *self, gboolean has_text, gboolean is_editing)
{
  JugSession *session;
  GFile *program;

  g_return_if_fail (JUG_IS_CODE_BAR (self));
  g_return_if_fail (self->draft != NULL);

  session = jug_draft_get_session (self->draft);
  program = jug_session_get_program (session);
  gtk_widget_set_visible (self->languages, has_text && program == NULL);
  gtk_widget_set_sensitive (self->native,
                            jug_session_get_native_source (session) != NULL);
  gtk_widget_set_visible (self->yours, program == NULL && jug_draft_exists (self->draft));
  gtk_widget_set_visible (self->edit,
                          has_text && !is_editing && jug_draft_can_begin (self->draft));
  gtk_widget_set_visible (self->run, is_editing);
  gtk_widget_set_visible (GTK_WIDGET (self->more), is_editing);
  gtk_widget_set_visible (GTK_WIDGET (self->options), program != NULL);
  /* The values of a lesson's numbers are those of its own program. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->params)), !is_editing);
  gtk_widget_set_visible (GTK_WIDGET (self->file_name), program != NULL);
  if (program != NULL)
    {
      g_autofree char *path = g_file_get_parse_name (program);

      gtk_label_set_label (self->file_name, jug_session_get_title (session));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), path);
    }
}
