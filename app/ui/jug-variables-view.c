/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels, made anew when the playhead or the selection moves while they are seen. */
#include "jug-variables-view.h"

#include "jug-await-chain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More coroutines that await each other nobody reads. */
#define MAX_FRAMES 40

struct _JugVariablesView
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *nothing;
  GtkBox *list;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;

  /* state: what the list shows */
  guint32 task;
  guint32 frames;
  GArray *locals; /* of guint32: the event of each frame */
};

G_DEFINE_FINAL_TYPE (JugVariablesView, jug_variables_view, ADW_TYPE_BIN)

static guint32
find_task (JugVariablesView *self, JugCursor *cursor)
{
  guint32 task = jug_session_get_selected_task (self->session);

  return task != JUG_SESSION_NO_TASK ? task : jug_cursor_get_running_task (cursor);
}

/* Why there is nothing to be seen; NULL if there is something. */
static char *
dup_reason (JugVariablesView *self, JugCursor *cursor, guint32 task)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  JugStatus status = jug_cursor_get_task (cursor, task)->status;
  g_autofree char *label = NULL;

  if (task == JUG_TASK_LOOP &&
      jug_session_get_selected_task (self->session) == JUG_TASK_LOOP)
    return g_strdup (_ ("The event loop has no variables. Select a task."));
  if (task == JUG_TASK_LOOP)
    return g_strdup (_ ("No task runs here. Select one to see where it is."));
  label = jug_session_dup_task_label (self->session, task);
  if (status == JUG_STATUS_ABSENT)
    /* Translators: %s is the name of a task */
    return g_strdup_printf (_ ("%s does not exist yet."), label);
  if (status == JUG_STATUS_DONE || status == JUG_STATUS_FAILED ||
      status == JUG_STATUS_CANCELLED)
    /* Translators: %s is the name of a task */
    return g_strdup_printf (_ ("%s has ended."), label);
  if (jug_cursor_find_frames (cursor, task) != JUG_NO_EVENT)
    return NULL;
  if (g_strcmp0 (jug_trace_get_property (trace, JUG_TRACE_ENGINE), "python") != 0)
    return g_strdup (_ ("Variables are those of a Python program. This one runs in "
                        "Juggler’s own loop: edit it to run it in Python."));
  /* Translators: %s is the name of a task */
  return g_strdup_printf (
      _ ("The variables of %s are known from the first time that it waits."), label);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* FUNCTION, and below it FILE:LINE */
static void
append_heading (JugVariablesView *self, const JugFrame *frame)
{
  g_autofree char *file = g_path_get_basename (frame->file);
  g_autofree char *place = g_strdup_printf ("%s:%u", file, frame->line);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *function =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *where = new_label (place, "dim-label");

  gtk_label_set_label (GTK_LABEL (function), frame->function);
  gtk_label_set_xalign (GTK_LABEL (function), 0);
  gtk_label_set_ellipsize (GTK_LABEL (function), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (function, frame->function);
  gtk_widget_add_css_class (function, "heading");
  gtk_widget_add_css_class (where, "numeric");
  gtk_widget_set_tooltip_text (where, frame->file);
  gtk_widget_add_css_class (box, "frame-heading");
  gtk_box_append (GTK_BOX (box), function);
  gtk_box_append (GTK_BOX (box), where);
  gtk_box_append (self->list, box);
}

static void
append_variables (JugVariablesView *self, JugTrace *trace, guint32 event)
{
  const char *text = "";
  g_auto (GStrv) lines = NULL;

  if (event != JUG_NO_EVENT)
    text = jug_trace_get_string (trace, jug_trace_get_event (trace, event)->text);
  lines = g_strsplit (text, "\n", -1);
  if (*text == '\0')
    gtk_box_append (self->list, new_label (_ ("no local variables"), "dim-label"));
  for (guint i = 0; *text != '\0' && lines[i] != NULL; i++)
    {
      const char *tab = strchr (lines[i], '\t');
      g_autofree char *row =
          tab ? g_strdup_printf ("%.*s = %s", (int) (tab - lines[i]), lines[i], tab + 1)
              : g_strdup (lines[i]);

      gtk_box_append (self->list, new_label (row, "monospace"));
    }
}

static void
clear (JugVariablesView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  self->frames = JUG_NO_EVENT;
  g_array_set_size (self->locals, 0);
}

/* Whether the list shows that already: then what is selected in it stays selected. */
static gboolean
is_shown (JugVariablesView *self, JugCursor *cursor, guint32 task)
{
  if (task != self->task || jug_cursor_find_frames (cursor, task) != self->frames)
    return FALSE;
  for (guint i = 0; i < self->locals->len; i++)
    if (g_array_index (self->locals, guint32, i) !=
        jug_cursor_find_locals (cursor, task, i))
      return FALSE;
  return TRUE;
}

static void
show_frames (JugVariablesView *self, JugCursor *cursor, guint32 task)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  guint32 event = jug_cursor_find_frames (cursor, task);
  g_autoptr (GPtrArray) chain = jug_await_chain_parse (
      jug_trace_get_string (trace, jug_trace_get_event (trace, event)->text));
  g_autofree char *label = jug_session_dup_task_label (self->session, task);
  g_autofree char *title = NULL;

  clear (self);
  self->task = task;
  self->frames = event;
  title =
      g_strdup_printf (jug_cursor_get_task (cursor, task)->status == JUG_STATUS_RUNNING
                           /* Translators: %s is the name of a task */
                           ? _ ("%s runs; when it waited last, it was here:")
                           /* Translators: %s is the name of a task */
                           : _ ("%s waits here:"),
                       label);
  gtk_box_append (self->list, new_label (title, "caption"));
  for (guint i = 0; i < MIN (chain->len, MAX_FRAMES); i++)
    {
      guint32 locals = jug_cursor_find_locals (cursor, task, i);

      g_array_append_val (self->locals, locals);
      append_heading (self, g_ptr_array_index (chain, i));
      append_variables (self, trace, locals);
    }
  if (chain->len > MAX_FRAMES)
    {
      /* Translators: %u is how many coroutines are not shown */
      g_autofree char *more =
          g_strdup_printf (_ ("and %u more"), chain->len - MAX_FRAMES);

      gtk_box_append (self->list, new_label (more, "dim-label"));
    }
}

static void
update (JugVariablesView *self)
{
  JugCursor *cursor = self->session ? jug_session_get_cursor (self->session) : NULL;
  guint32 task = cursor ? find_task (self, cursor) : JUG_TASK_LOOP;
  g_autofree char *reason = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  reason = cursor ? dup_reason (self, cursor, task)
                  : g_strdup (_ ("There is no run to look at."));
  gtk_stack_set_visible_child_name (self->stack, reason ? "nothing" : "list");
  if (reason != NULL)
    {
      clear (self);
      gtk_label_set_label (self->nothing, reason);
    }
  else if (!is_shown (self, cursor, task))
    show_frames (self, cursor, task);
}

static void
trace_changed_cb (JugVariablesView *self)
{
  clear (self);
  update (self);
}

static void
jug_variables_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jug_variables_view_parent_class)->map (widget);
  update (JUG_VARIABLES_VIEW (widget));
}

static void
jug_variables_view_dispose (GObject *object)
{
  JugVariablesView *self = JUG_VARIABLES_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_VARIABLES_VIEW);
  G_OBJECT_CLASS (jug_variables_view_parent_class)->dispose (object);
}

static void
jug_variables_view_finalize (GObject *object)
{
  g_array_unref (JUG_VARIABLES_VIEW (object)->locals);
  G_OBJECT_CLASS (jug_variables_view_parent_class)->finalize (object);
}

static void
jug_variables_view_class_init (JugVariablesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_variables_view_dispose;
  object_class->finalize = jug_variables_view_finalize;
  widget_class->map = jug_variables_view_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-variables-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JugVariablesView, stack);
  gtk_widget_class_bind_template_child (widget_class, JugVariablesView, nothing);
  gtk_widget_class_bind_template_child (widget_class, JugVariablesView, list);
}

static void
jug_variables_view_init (JugVariablesView *self)
{
  self->frames = JUG_NO_EVENT;
  self->locals = g_array_new (FALSE, FALSE, sizeof (guint32));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-task",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (trace_changed_cb), self);
}

void
jug_variables_view_set_session (JugVariablesView *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_VARIABLES_VIEW (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  trace_changed_cb (self);
}
