/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds lines at the end when the playhead goes on, takes them away when it goes back. */
#include "jug-console.h"

#include "jug-input-row.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>

/* So many lines are held at most, and so many are left when that is too many. */
#define MAX_LINES 4000
#define KEPT_LINES 2000

struct _JugConsole
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *nothing;
  GtkTextView *view;
  JugInputRow *input;

  /* borrowed */
  GtkTextTag *time_tag;  /* (unowned): the buffer's */
  GtkTextTag *text_tag;  /* (unowned): the buffer's */
  GtkTextTag *error_tag; /* (unowned): the buffer's */
  GtkTextMark *end;      /* (unowned): the buffer's */

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;

  /* state: which lines of output the buffer holds */
  guint first;
  guint n_lines;
};

G_DEFINE_FINAL_TYPE (JugConsole, jug_console, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (JugConsole *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static void
clear (JugConsole *self)
{
  gtk_text_buffer_set_text (get_buffer (self), "", -1);
  self->first = self->n_lines = 0;
}

static void
append_line (JugConsole *self, const JugCursorOutput *output, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;
  g_autofree char *time = g_strdup_printf ("%.3f ", (double) output->time_ns / 1e9);

  gtk_text_buffer_get_end_iter (buffer, &iter);
  if (self->n_lines > 0)
    gtk_text_buffer_insert (buffer, &iter, "\n", 1);
  gtk_text_buffer_insert_with_tags (buffer, &iter, time, -1, self->time_tag, NULL);
  if (output->stream == JUG_STREAM_STDERR)
    gtk_text_buffer_insert_with_tags (buffer, &iter, "stderr ", -1, self->error_tag,
                                      NULL);
  gtk_text_buffer_insert_with_tags (buffer, &iter, text, -1, self->text_tag, NULL);
  self->n_lines++;
}

static void
append (JugConsole *self, JugCursor *cursor, guint from, guint to)
{
  JugTrace *trace = jug_cursor_get_trace (cursor);

  for (guint i = from; i < to; i++)
    {
      JugCursorOutput output;

      if (jug_cursor_get_output (cursor, i, &output))
        append_line (self, &output, jug_trace_get_string (trace, output.text));
    }
}

/* Takes away all lines from number @line of the output on. */
static void
cut (JugConsole *self, guint line)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) (line - self->first));
  if (line > self->first)
    gtk_text_iter_backward_char (&start);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  self->n_lines = line - self->first;
}

/* Whether something can still be printed after the playhead. */
static void
update_nothing (JugConsole *self)
{
  gboolean is_over = jug_session_get_state (self->session) == JUG_SESSION_READY &&
                     jug_playhead_is_at_end (jug_session_get_playhead (self->session));

  gtk_label_set_label (self->nothing,
                       is_over ? _ ("Nothing was printed") : _ ("Nothing printed yet"));
}

static void
update (JugConsole *self)
{
  JugCursor *cursor = jug_session_get_cursor (self->session);
  guint n = cursor ? jug_cursor_get_n_output (cursor) : 0;
  guint shown = self->first + self->n_lines;

  update_nothing (self);
  if (n == shown)
    return;
  if (n < shown && n > self->first)
    cut (self, n);
  else if (n < shown || n - shown > KEPT_LINES || n - self->first > MAX_LINES)
    {
      clear (self);
      self->first = n > KEPT_LINES ? n - KEPT_LINES : 0;
      append (self, cursor, self->first, n);
    }
  else
    append (self, cursor, shown, n);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "text" : "empty");
  gtk_text_view_scroll_to_mark (self->view, self->end, 0, FALSE, 0, 1);
}

static void
trace_changed_cb (JugConsole *self)
{
  clear (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  update (self);
}

/* What does not fit into a line goes on behind the time. */
static void
hang_lines (JugConsole *self)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self->view), "0.000 ");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_text_view_set_indent (self->view, -width);
}

static void
follow_style (GtkWidget *widget)
{
  JugConsole *self = JUG_CONSOLE (widget);
  GdkRGBA time = jug_style_get_color (jug_paint (JUG_COLOR_TEXT_DIM));
  GdkRGBA error = jug_style_get_color (jug_paint (JUG_COLOR_FLOW_CANCEL));

  g_object_set (self->time_tag, "foreground-rgba", &time, NULL);
  g_object_set (self->error_tag, "foreground-rgba", &error, NULL);
  hang_lines (self);
}

static void
jug_console_dispose (GObject *object)
{
  JugConsole *self = JUG_CONSOLE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  /* The bin itself first: its child is the template's too. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_CONSOLE);
  G_OBJECT_CLASS (jug_console_parent_class)->dispose (object);
}

static void
jug_console_class_init (JugConsoleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_console_dispose;

  g_type_ensure (JUG_TYPE_INPUT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-console.ui");
  gtk_widget_class_bind_template_child (widget_class, JugConsole, stack);
  gtk_widget_class_bind_template_child (widget_class, JugConsole, nothing);
  gtk_widget_class_bind_template_child (widget_class, JugConsole, view);
  gtk_widget_class_bind_template_child (widget_class, JugConsole, input);
}

static void
jug_console_init (JugConsole *self)
{
  GtkTextIter end;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Lines begin with a time, whatever language follows. */
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  self->end = gtk_text_buffer_create_mark (get_buffer (self), NULL, &end, FALSE);
  self->time_tag = gtk_text_buffer_create_tag (get_buffer (self), "time", NULL, NULL);
  /* The program has printed no hyphens where its lines are broken. */
  self->text_tag = gtk_text_buffer_create_tag (get_buffer (self), "text",
                                               "insert-hyphens", FALSE, NULL);
  self->error_tag = gtk_text_buffer_create_tag (get_buffer (self), "error", "weight",
                                                PANGO_WEIGHT_BOLD, NULL);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (trace_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::state",
                                  G_CALLBACK (update_nothing), self);
  jug_style_connect (GTK_WIDGET (self), follow_style);
  follow_style (GTK_WIDGET (self));
}

void
jug_console_set_session (JugConsole *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_CONSOLE (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  jug_input_row_set_session (self->input, session);
  g_signal_group_set_target (self->session_signals, session);
  trace_changed_cb (self);
}
