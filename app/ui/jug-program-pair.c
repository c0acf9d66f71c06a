/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the second view when it is wanted. */
#include "jug-program-pair.h"

#include <glib/gi18n-lib.h>

struct _JugProgramPair
{
  GtkBox parent_instance;

  /* template */
  GtkLabel *heading;
  JugProgramView *program;

  /* borrowed: the box owns it */
  JugProgramView *original; /* (nullable): while both are compared */

  /* state */
  int difference; /* the line where both begin to differ, or -1 */
  guint n_frames; /* since both are shown */
  guint tick;
};

G_DEFINE_FINAL_TYPE (JugProgramPair, jug_program_pair, GTK_TYPE_BOX)

/* In the first frame both get their sizes. */
static gboolean
go_to_difference_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JugProgramPair *self = JUG_PROGRAM_PAIR (widget);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (self->difference >= 0 && self->original != NULL)
    {
      jug_program_view_scroll_to_line (self->original, (guint) self->difference + 1);
      jug_program_view_scroll_to_line (self->program, (guint) self->difference + 1);
    }
  return G_SOURCE_REMOVE;
}

static void
jug_program_pair_dispose (GObject *object)
{
  JugProgramPair *self = JUG_PROGRAM_PAIR (object);

  if (self->original != NULL)
    jug_program_pair_end (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_PROGRAM_PAIR);
  G_OBJECT_CLASS (jug_program_pair_parent_class)->dispose (object);
}

static void
jug_program_pair_class_init (JugProgramPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jug_program_pair_dispose;

  g_type_ensure (JUG_TYPE_PROGRAM_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-program-pair.ui");
  gtk_widget_class_bind_template_child (widget_class, JugProgramPair, heading);
  gtk_widget_class_bind_template_child (widget_class, JugProgramPair, program);
}

static void
jug_program_pair_init (JugProgramPair *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

JugProgramView *
jug_program_pair_get_program (JugProgramPair *self)
{
  g_return_val_if_fail (JUG_IS_PROGRAM_PAIR (self), NULL);

  return self->program;
}

static GtkWidget *
new_original (JugProgramPair *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *view = jug_program_view_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "text-heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), view);
  self->original = JUG_PROGRAM_VIEW (view);
  return box;
}

void
jug_program_pair_begin (JugProgramPair *self,
                        const char *original_title,
                        const char *title)
{
  g_return_if_fail (JUG_IS_PROGRAM_PAIR (self));
  g_return_if_fail (self->original == NULL);

  gtk_box_prepend (GTK_BOX (self), new_original (self, original_title));
  gtk_label_set_label (self->heading, title);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), TRUE);
  self->difference = -1;
  self->n_frames = 0;
  if (self->tick == 0)
    self->tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), go_to_difference_cb, NULL, NULL);
}

void
jug_program_pair_compare (JugProgramPair *self, const char *original, const char *text)
{
  JugLineDiff *diff;

  g_return_if_fail (JUG_IS_PROGRAM_PAIR (self));
  g_return_if_fail (original != NULL);
  g_return_if_fail (text != NULL);

  if (self->original == NULL)
    return;
  diff = jug_line_diff_new (original, text);
  self->difference = jug_line_diff_find_first (diff);
  jug_program_view_show_text (self->original, original, "python3",
                              _ ("Original program"));
  jug_program_view_set_diff (self->original, diff, TRUE);
  jug_program_view_set_diff (self->program, jug_line_diff_new (original, text), FALSE);
}

void
jug_program_pair_end (JugProgramPair *self)
{
  g_return_if_fail (JUG_IS_PROGRAM_PAIR (self));
  g_return_if_fail (self->original != NULL);

  gtk_box_remove (GTK_BOX (self), gtk_widget_get_parent (GTK_WIDGET (self->original)));
  self->original = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  jug_program_view_set_diff (self->program, NULL, FALSE);
}

gboolean
jug_program_pair_is_comparing (JugProgramPair *self)
{
  g_return_val_if_fail (JUG_IS_PROGRAM_PAIR (self), FALSE);

  return self->original != NULL;
}
