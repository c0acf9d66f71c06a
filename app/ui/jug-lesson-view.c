/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the page that the session says, and where in the lesson that is. */
#include "jug-lesson-view.h"

#include "jug-cut-label.h"
#include "jug-page-view.h"

#include <glib/gi18n-lib.h>

struct _JugLessonView
{
  GtkBox parent_instance;

  /* template */
  GtkWidget *changed;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  JugPageView *page;
  GtkWidget *turner;
  GtkWidget *next;
  GtkLabel *next_label;
  GtkLabel *place;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (JugLessonView, jug_lesson_view, GTK_TYPE_BOX)

static void
update (JugLessonView *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);
  guint page = jug_session_get_page (self->session);
  g_autofree char *place = NULL;

  gtk_stack_set_visible_child_name (self->stack, lesson ? "text" : "none");
  gtk_widget_set_visible (self->turner, lesson != NULL);
  jug_page_view_set_page (self->page, lesson ? jug_lesson_get_page (lesson, page) : NULL);
  if (lesson == NULL)
    return;
  /* Translators: the number of the page and how many pages there are */
  place =
      g_strdup_printf (_ ("page %u of %u"), page + 1, jug_lesson_get_n_pages (lesson));
  gtk_label_set_label (self->place, place);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* With other values the program does something else than the text tells. */
static void
update_changed (JugLessonView *self)
{
  gtk_widget_set_visible (self->changed, !jug_session_is_as_written (self->session));
}

static void
lesson_chosen_cb (JugLessonView *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-lesson", "s", id);
}

static void
jug_lesson_view_dispose (GObject *object)
{
  JugLessonView *self = JUG_LESSON_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_LESSON_VIEW);
  G_OBJECT_CLASS (jug_lesson_view_parent_class)->dispose (object);
}

static void
jug_lesson_view_class_init (JugLessonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_lesson_view_dispose;

  g_type_ensure (JUG_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-lesson-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, changed);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, stack);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, page);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, turner);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, next);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, next_label);
  gtk_widget_class_bind_template_child (widget_class, JugLessonView, place);
}

static void
jug_lesson_view_init (JugLessonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jug_cut_label_explain (self->place);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->next),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->next_label,
                                  NULL, -1);
  g_signal_connect_object (self->page, "lesson-chosen", G_CALLBACK (lesson_chosen_cb),
                           self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::page",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (update_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::settings",
                                  G_CALLBACK (update_changed), self);
}

void
jug_lesson_view_set_session (JugLessonView *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_LESSON_VIEW (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
  update_changed (self);
}
