/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows from the catalogue, and the selected one from the session. */
#include "jug-lesson-list.h"

#include <glib/gi18n-lib.h>

struct _JugLessonList
{
  GtkBox parent_instance;

  /* template */
  GtkListBox *list;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugLessonList, jug_lesson_list, GTK_TYPE_BOX)

static JugLesson *
get_lesson (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jug-lesson");
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (JugLesson *lesson, const char *unit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *summary = new_label (jug_lesson_get_summary (lesson), "caption");
  /* Translators: read aloud; the title of a unit, and a sentence about a lesson in it */
  g_autofree char *description =
      g_strdup_printf (_ ("%s. %s"), unit, jug_lesson_get_summary (lesson));

  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_add_css_class (box, "lesson-row");
  gtk_box_append (GTK_BOX (box), new_label (jug_lesson_get_title (lesson), NULL));
  gtk_box_append (GTK_BOX (box), summary);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "jug-lesson", g_object_ref (lesson),
                          g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jug_lesson_get_title (lesson),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return row;
}

/* A row, as what GtkListBox calls headers comes after all rows to a screen reader. */
static GtkWidget *
new_heading (const char *title)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                    "activatable", FALSE, "selectable", FALSE, "can-focus", FALSE, NULL);
  GtkWidget *label = new_label (title, "heading");

  gtk_widget_add_css_class (label, "unit");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return row;
}

static void
select_open_lesson (JugLessonList *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);
  GtkListBoxRow *row;
  int i = 0;

  gtk_list_box_unselect_all (self->list);
  while ((row = gtk_list_box_get_row_at_index (self->list, i++)) != NULL)
    if (lesson != NULL && get_lesson (row) == lesson)
      gtk_list_box_select_row (self->list, row);
}

static void
row_activated_cb (JugLessonList *self, GtkListBoxRow *row)
{
  JugLesson *lesson = get_lesson (row);

  /* The window asks first if something would be lost. */
  if (lesson != jug_session_get_lesson (self->session) &&
      !gtk_widget_activate_action (GTK_WIDGET (self), "win.open-lesson", "s",
                                   jug_lesson_get_id (lesson)))
    jug_session_open_lesson (self->session, lesson);
  /* A click has selected the row, but what is open may stay. */
  select_open_lesson (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
jug_lesson_list_dispose (GObject *object)
{
  JugLessonList *self = JUG_LESSON_LIST (object);

  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_LESSON_LIST);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jug_lesson_list_parent_class)->dispose (object);
}

static void
jug_lesson_list_class_init (JugLessonListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_lesson_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", JUG_TYPE_LESSON_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-lesson-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JugLessonList, list);
}

static void
jug_lesson_list_init (JugLessonList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb),
                           self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (select_open_lesson), self);
}

void
jug_lesson_list_set_session (JugLessonList *self, JugSession *session)
{
  JugCatalogue *catalogue;

  g_return_if_fail (JUG_IS_LESSON_LIST (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  catalogue = jug_session_get_catalogue (session);
  for (guint unit = 0; unit < jug_catalogue_get_n_units (catalogue); unit++)
    {
      const char *title = jug_catalogue_get_unit_title (catalogue, unit);

      gtk_list_box_append (self->list, new_heading (title));
      for (guint i = 0; i < jug_catalogue_get_n_lessons (catalogue, unit); i++)
        gtk_list_box_append (
            self->list, new_row (jug_catalogue_get_lesson (catalogue, unit, i), title));
    }
  select_open_lesson (self);
}
