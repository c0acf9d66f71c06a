/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made anew when a note comes or goes, not when its text changes. */
#include "jug-notes-button.h"

#include "jug-focus.h"

#include <glib/gi18n-lib.h>

#define EVENT "jug-event"

struct _JugNotesButton
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkScrolledWindow *scrolled;
  GtkGrid *rows;
  GtkWidget *none;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *notes_signals;
  GArray *shown; /* of guint32: the events of the rows */

  /* borrowed */
  GtkWidget *focus_before; /* (nullable): a weak pointer */

  /* state */
  gboolean is_writing; /* a text that is being typed needs no new rows */
};

G_DEFINE_FINAL_TYPE (JugNotesButton, jug_notes_button, ADW_TYPE_BIN)

static guint32
get_event (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), EVENT));
}

static void
go_cb (GtkWidget *button, JugNotesButton *self)
{
  gtk_popover_popdown (self->popover);
  jug_session_visit (self->session, get_event (button));
}

static void
delete_cb (GtkWidget *button, JugNotesButton *self)
{
  jug_notes_remove (jug_session_get_notes (self->session), get_event (button));
  gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
}

static void
written_cb (GtkWidget *entry, JugNotesButton *self)
{
  self->is_writing = TRUE;
  jug_notes_set (jug_session_get_notes (self->session), get_event (entry),
                 gtk_editable_get_text (GTK_EDITABLE (entry)));
  self->is_writing = FALSE;
}

static void
attach (JugNotesButton *self,
        GtkWidget *widget,
        const char *name,
        guint32 event,
        int column,
        int row)
{
  g_object_set_data (G_OBJECT (widget), EVENT, GUINT_TO_POINTER (event));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_grid_attach (self->rows, widget, column, row, 1, 1);
}

static void
add_row (JugNotesButton *self, JugTrace *trace, guint note)
{
  JugNotes *notes = jug_session_get_notes (self->session);
  guint32 event = jug_notes_get_event (notes, note);
  g_autofree char *time = g_strdup_printf (
      "%.3f s", (double) jug_trace_get_event (trace, event)->time_ns / 1e9);
  /* Translators: a time */
  g_autofree char *go_name = g_strdup_printf (_ ("Go to %s"), time);
  /* Translators: a time */
  g_autofree char *text_name = g_strdup_printf (_ ("Note at %s"), time);
  /* Translators: a time */
  g_autofree char *delete_name = g_strdup_printf (_ ("Delete the note at %s"), time);
  GtkWidget *go = gtk_button_new_with_label (time);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (go, "flat");
  gtk_widget_add_css_class (go, "numeric");
  gtk_widget_set_tooltip_text (go, _ ("Go There"));
  gtk_editable_set_text (GTK_EDITABLE (entry), jug_notes_get_text (notes, note));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_entry_set_max_length (GTK_ENTRY (entry), JUG_NOTES_MAX_TEXT / 4);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Bookmark"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, _ ("Delete"));
  attach (self, go, go_name, event, 0, (int) note);
  attach (self, entry, text_name, event, 1, (int) note);
  attach (self, delete, delete_name, event, 2, (int) note);

  g_signal_connect_object (go, "clicked", G_CALLBACK (go_cb), self, 0);
  g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_cb), self, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (written_cb), self, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (gtk_popover_popdown),
                           self->popover, G_CONNECT_SWAPPED);
}

static void
update (JugNotesButton *self)
{
  JugNotes *notes = jug_session_get_notes (self->session);
  JugTrace *trace = jug_session_get_trace (self->session);
  guint n_notes = trace ? jug_notes_get_n_notes (notes) : 0;
  gboolean is_same = n_notes == self->shown->len;
  GtkWidget *child;

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), trace != NULL);
  gtk_widget_set_visible (self->none, n_notes == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), n_notes > 0);
  for (guint i = 0; is_same && i < n_notes; i++)
    is_same = g_array_index (self->shown, guint32, i) == jug_notes_get_event (notes, i);
  if (is_same && self->is_writing)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < n_notes; i++)
    {
      guint32 event = jug_notes_get_event (notes, i);

      add_row (self, trace, i);
      g_array_append_val (self->shown, event);
    }
}

/* Whoever was called away by a key goes on where they were. */
static void
closed_cb (JugNotesButton *self)
{
  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    jug_focus_give_back (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

static void
jug_notes_button_dispose (GObject *object)
{
  JugNotesButton *self = JUG_NOTES_BUTTON (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->notes_signals);
  g_clear_weak_pointer (&self->focus_before);
  /* The bin itself first: its child is the template's too. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_NOTES_BUTTON);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (jug_notes_button_parent_class)->dispose (object);
}

static void
jug_notes_button_class_init (JugNotesButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_notes_button_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-notes-button.ui");
  gtk_widget_class_bind_template_child (widget_class, JugNotesButton, button);
  gtk_widget_class_bind_template_child (widget_class, JugNotesButton, popover);
  gtk_widget_class_bind_template_child (widget_class, JugNotesButton, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JugNotesButton, rows);
  gtk_widget_class_bind_template_child (widget_class, JugNotesButton, none);
}

static void
jug_notes_button_init (JugNotesButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update), self);
  self->notes_signals = g_signal_group_new (JUG_TYPE_NOTES);
  g_signal_group_connect_swapped (self->notes_signals, "changed", G_CALLBACK (update),
                                  self);
}

void
jug_notes_button_set_session (JugNotesButton *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_NOTES_BUTTON (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->notes_signals, jug_session_get_notes (session));
  update (self);
}

void
jug_notes_button_write (JugNotesButton *self, guint32 event)
{
  GtkRoot *root;
  GtkWidget *focus, *child;

  g_return_if_fail (JUG_IS_NOTES_BUTTON (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus_before, focus);
  gtk_menu_button_popup (self->button);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && get_event (child) == event)
      gtk_widget_grab_focus (child);
}
