/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills its template, and tells a screen reader what is new. */
#include "jug-code-notice.h"

#include "jug-compat.h"

struct _JugCodeNotice
{
  GtkBox parent_instance;

  /* template */
  GtkImage *icon;
  GtkLabel *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (JugCodeNotice, jug_code_notice, GTK_TYPE_BOX)

static void
jug_code_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JUG_TYPE_CODE_NOTICE);
  G_OBJECT_CLASS (jug_code_notice_parent_class)->dispose (object);
}

static void
jug_code_notice_class_init (JugCodeNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jug_code_notice_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-code-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, JugCodeNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, JugCodeNotice, text);
  gtk_widget_class_bind_template_child (widget_class, JugCodeNotice, button);
}

static void
jug_code_notice_init (JugCodeNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_icon_name (JugNoticeKind kind)
{
  switch (kind)
    {
    case JUG_NOTICE_CHANGED:
      return "document-edit-symbolic";
    case JUG_NOTICE_INFO:
      return "dialog-information-symbolic";
    case JUG_NOTICE_ERROR:
      break;
    }
  return "dialog-error-symbolic";
}

void
jug_code_notice_show (JugCodeNotice *self,
                      JugNoticeKind kind,
                      const char *text,
                      const char *label,
                      const char *action)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (JUG_IS_CODE_NOTICE (self));
  g_return_if_fail (text != NULL);

  /* The box is a status, which newer toolkits have to be told to read. */
  if (!gtk_widget_get_visible (widget) ||
      !g_str_equal (text, gtk_label_get_label (self->text)))
    jug_announce (widget, text);
  gtk_image_set_from_icon_name (self->icon, get_icon_name (kind));
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  if (kind == JUG_NOTICE_ERROR)
    gtk_widget_add_css_class (widget, "failed");
  else
    gtk_widget_remove_css_class (widget, "failed");
  gtk_widget_set_visible (widget, TRUE);
}

void
jug_code_notice_hide (JugCodeNotice *self)
{
  g_return_if_fail (JUG_IS_CODE_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
