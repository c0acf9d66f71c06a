/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source view with two gutters, kept in step with the session. */
#include "jug-program-view.h"

#include "jug-line-marks.h"
#include "jug-line-steps.h"
#include "jug-line-tint.h"
#include "jug-style.h"
#include "jug-task-gutter.h"

#include <glib/gi18n-lib.h>

/* So many of the latest tasks can have a chip; nobody reads more. */
#define MAX_TASKS 2000

/* The names of so many tasks decide how much room there is for chips at first. */
#define MAX_RESERVED 60

/* The tints; where a line has two, the later one is seen, see add_tints(). */
#define DIFFERENT "jug-different"
#define RUNNING "jug-running"
#define POINTED "jug-pointed"

#define TINT 0.16

struct _JugProgramView
{
  AdwBin parent_instance;

  /* template */
  GtkScrolledWindow *scrolled;
  GtkSourceView *view;

  /* borrowed: the view's */
  JugTaskGutter *gutter;
  JugLineMarks *marks;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GtkSourceBuffer *own;            /* for texts that cannot be changed */
  GtkSourceCompletionWords *words; /* (nullable): once a text can be changed */

  /* state */
  gboolean is_of_run;
  gboolean is_native;
  guint running_line;
  guint pointed_line;
  guint idle;
};

enum
{
  LINE_ACTIVATED,
  LINE_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugProgramView, jug_program_view, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (JugProgramView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
scroll_to_line (JugProgramView *self, guint line)
{
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_line (get_buffer (self), &start, (int) line - 1);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &start, 0.15, FALSE, 0, 0);
}

/* The line that runs */

static gboolean
has_line (JugProgramView *self, guint line)
{
  return line > 0 && (int) line <= gtk_text_buffer_get_line_count (get_buffer (self));
}

static void
mark_running (JugProgramView *self, guint line, guint32 task)
{
  jug_line_tint_clear (get_buffer (self), RUNNING);
  if (!has_line (self, line))
    {
      self->running_line = 0;
      return;
    }
  jug_line_tint_set_color (get_buffer (self), RUNNING,
                           jug_paint_task (JUG_COLOR_TASK_TINT, task), 1);
  jug_line_tint_add (get_buffer (self), RUNNING, line);
  if (line != self->running_line)
    scroll_to_line (self, line);
  self->running_line = line;
}

static gboolean
is_over (JugStatus status)
{
  return status == JUG_STATUS_ABSENT || status == JUG_STATUS_DONE ||
         status == JUG_STATUS_FAILED || status == JUG_STATUS_CANCELLED;
}

static void
update_tasks (JugProgramView *self)
{
  JugCursor *cursor = self->is_of_run ? jug_session_get_cursor (self->session) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 n_tasks = cursor ? jug_cursor_get_n_tasks (cursor) : 0;
  guint32 running = cursor ? jug_cursor_get_running_task (cursor) : JUG_TASK_LOOP;
  guint running_line = 0;

  jug_task_gutter_clear (self->gutter);
  for (guint32 task = n_tasks > MAX_TASKS ? n_tasks - MAX_TASKS + 1 : 1; task <= n_tasks;
       task++)
    {
      const JugCursorTask *state = jug_cursor_get_task (cursor, task);
      guint line = self->is_native ? state->native_line : state->line;
      g_autofree char *label = NULL;

      if (is_over (state->status) || line == 0)
        continue;
      label = jug_session_dup_task_label (self->session, task);
      jug_task_gutter_add (self->gutter, line, task, state->status, label);
      if (task == running)
        running_line = line;
      /* Translators: a task's name and the number of a line of the program */
      g_string_append_printf (text, _ ("%s: line %u. "), label, line);
    }
  jug_task_gutter_done (self->gutter);
  mark_running (self, running_line, running);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

/* Where a task is at an event, or comes to in a step; 0 if that is not in this text. */
static guint
get_event_line (JugProgramView *self, guint32 event)
{
  JugTrace *trace = self->session ? jug_session_get_trace (self->session) : NULL;

  if (!self->is_of_run || trace == NULL || event >= jug_trace_get_n_events (trace) ||
      jug_trace_get_event (trace, event)->task == JUG_TASK_LOOP)
    return 0;
  return jug_line_steps_get_line (trace, event, self->is_native);
}

/* The line of the selected bar */
static void
update_lit (JugProgramView *self)
{
  guint32 task =
      self->session ? jug_session_get_selected_task (self->session) : JUG_TASK_LOOP;
  guint line = 0;

  if (task != JUG_TASK_LOOP && task != JUG_SESSION_NO_TASK)
    line = get_event_line (self, jug_session_get_selected_event (self->session));
  if (line == jug_line_marks_get_lit (self->marks))
    return;
  jug_line_marks_set_lit (self->marks, line);
  if (has_line (self, line))
    scroll_to_line (self, line);
}

/* The line that the pointer is on, and the line of the bar that it is on */

static void
point_at (JugProgramView *self, guint line)
{
  if (line == self->pointed_line)
    return;
  self->pointed_line = line;
  g_signal_emit (self, signals[LINE_POINTED], 0, line);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, JugProgramView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int buffer_y, line_y, line_height;
  GtkTextIter iter;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         NULL, &buffer_y);
  gtk_text_view_get_line_at_y (view, &iter, buffer_y, &line_y);
  gtk_text_view_get_line_yrange (view, &iter, &line_y, &line_height);
  point_at (self, self->is_of_run && buffer_y < line_y + line_height
                      ? (guint) gtk_text_iter_get_line (&iter) + 1
                      : 0);
}

static void
leave_cb (GtkEventControllerMotion *controller, JugProgramView *self)
{
  point_at (self, 0);
}

static void
follow_pointer (JugProgramView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), motion);
}

/* Room for the names that will come, so that the code keeps still when they do. */
static void
reserve_room (JugProgramView *self)
{
  JugTrace *trace = self->is_of_run ? jug_session_get_trace (self->session) : NULL;
  guint32 n_tasks = trace ? MIN (jug_trace_get_n_tasks (trace), MAX_RESERVED) : 0;

  for (guint32 task = 1; task <= n_tasks; task++)
    {
      g_autofree char *label = jug_session_dup_task_label (self->session, task);

      jug_task_gutter_reserve (self->gutter, label);
    }
}

static void
update_gutter (JugProgramView *self)
{
  if (self->session == NULL)
    return;
  self->running_line = 0;
  point_at (self, 0);
  jug_task_gutter_reset (self->gutter);
  reserve_room (self);
  update_tasks (self);
  update_lit (self);
}

static gboolean
tell_width_cb (gpointer data)
{
  JugProgramView *self = data;

  self->idle = 0;
  jug_task_gutter_set_view_width (self->gutter,
                                  gtk_widget_get_width (GTK_WIDGET (self->view)));
  return G_SOURCE_REMOVE;
}

/* While sizes are given, none can be asked for: right after, before the next frame. */
static void
width_cb (JugProgramView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE, tell_width_cb, self, NULL);
}

/* Of the tags of a buffer, those that are made later are seen. */
static void
add_tints (GtkTextBuffer *buffer)
{
  jug_line_tint_set_color (buffer, DIFFERENT, jug_paint (JUG_COLOR_ON_READY), TINT);
  jug_line_tint_set_color (buffer, RUNNING, jug_paint_task (JUG_COLOR_TASK_TINT, 1), 1);
  jug_line_tint_set_color (buffer, POINTED, jug_paint (JUG_COLOR_SELECTION), TINT);
}

static void
follow_style (GtkWidget *widget)
{
  JugProgramView *self = JUG_PROGRAM_VIEW (widget);
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)),
                                      gtk_source_style_scheme_manager_get_scheme (
                                          manager, dark ? "Adwaita-dark" : "Adwaita"));
  add_tints (get_buffer (self));
  if (self->session != NULL)
    update_tasks (self);
}

/* There may be more lines now, whose numbers need more room. */
static void
text_changed_cb (JugProgramView *self)
{
  jug_task_gutter_done (self->gutter);
}

/* Clicks on the number of a line */

static gboolean
query_activatable_cb (GtkSourceGutterRenderer *renderer,
                      GtkTextIter *iter,
                      GdkRectangle *area,
                      JugProgramView *self)
{
  return self->is_of_run;
}

static void
activate_cb (GtkSourceGutterRenderer *renderer,
             GtkTextIter *iter,
             GdkRectangle *area,
             guint button,
             GdkModifierType state,
             int n_presses,
             JugProgramView *self)
{
  if (button == GDK_BUTTON_PRIMARY)
    g_signal_emit (self, signals[LINE_ACTIVATED], 0,
                   (guint) gtk_text_iter_get_line (iter) + 1,
                   (state & GDK_CONTROL_MASK) != 0);
}

static void
add_gutters (JugProgramView *self)
{
  GtkSourceGutter *gutter = gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT);

  self->gutter = JUG_TASK_GUTTER (jug_task_gutter_new ());
  self->marks = JUG_LINE_MARKS (jug_line_marks_new ());
  gtk_source_gutter_insert (gutter, GTK_SOURCE_GUTTER_RENDERER (self->gutter), -100);
  gtk_source_gutter_insert (gutter, GTK_SOURCE_GUTTER_RENDERER (self->marks), -90);
  g_signal_connect_object (self->gutter, "query-activatable",
                           G_CALLBACK (query_activatable_cb), self, 0);
  g_signal_connect_object (self->gutter, "activate", G_CALLBACK (activate_cb), self, 0);
}

static void
jug_program_view_dispose (GObject *object)
{
  JugProgramView *self = JUG_PROGRAM_VIEW (object);
  g_autoptr (GObject) view = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  if (self->words != NULL)
    gtk_source_completion_remove_provider (gtk_source_view_get_completion (self->view),
                                           GTK_SOURCE_COMPLETION_PROVIDER (self->words));
  g_clear_object (&self->words);
  if (self->view != NULL)
    {
      GtkSourceGutter *gutter =
          gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT);

      view = g_object_ref (G_OBJECT (self->view));
      gtk_source_gutter_remove (gutter, GTK_SOURCE_GUTTER_RENDERER (self->gutter));
      gtk_source_gutter_remove (gutter, GTK_SOURCE_GUTTER_RENDERER (self->marks));
      gtk_scrolled_window_set_child (self->scrolled, NULL);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_PROGRAM_VIEW);
  /* What the gutter drew last keeps the view, in GtkSourceView 5.6 as in 5.16, even when
   * nothing is left to draw: the view stays, but holds nothing any more. */
  if (view != NULL)
    g_object_run_dispose (view);
  g_clear_object (&self->own);
  G_OBJECT_CLASS (jug_program_view_parent_class)->dispose (object);
}

static void
jug_program_view_class_init (JugProgramViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_program_view_dispose;

  signals[LINE_ACTIVATED] =
      g_signal_new ("line-activated", JUG_TYPE_PROGRAM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  signals[LINE_POINTED] =
      g_signal_new ("line-pointed", JUG_TYPE_PROGRAM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-program-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JugProgramView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JugProgramView, view);
}

static void
jug_program_view_init (JugProgramView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Programs are written from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  self->own = g_object_ref (GTK_SOURCE_BUFFER (get_buffer (self)));
  gtk_source_buffer_set_highlight_matching_brackets (self->own, FALSE);
  add_gutters (self);
  follow_pointer (self);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (width_cb), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved",
                                  G_CALLBACK (update_tasks), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-event",
                                  G_CALLBACK (update_lit), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update_gutter), self);
  jug_style_connect (GTK_WIDGET (self), follow_style);
  follow_style (GTK_WIDGET (self));
}

GtkWidget *
jug_program_view_new (void)
{
  return g_object_new (JUG_TYPE_PROGRAM_VIEW, NULL);
}

void
jug_program_view_set_session (JugProgramView *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update_gutter (self);
}

/* Words of the text itself are offered while one is written. */
static void
complete_words (JugProgramView *self, GtkSourceBuffer *buffer)
{
  GtkSourceCompletion *completion = gtk_source_view_get_completion (self->view);

  if (self->words != NULL)
    return;
  self->words = gtk_source_completion_words_new (NULL);
  gtk_source_completion_words_register (self->words, GTK_TEXT_BUFFER (buffer));
  gtk_source_completion_add_provider (completion,
                                      GTK_SOURCE_COMPLETION_PROVIDER (self->words));
}

static void
set_buffer (JugProgramView *self, GtkSourceBuffer *buffer, gboolean is_editable)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);

  if (GTK_TEXT_BUFFER (buffer) != get_buffer (self))
    {
      jug_line_tint_clear (get_buffer (self), DIFFERENT);
      jug_line_tint_clear (get_buffer (self), RUNNING);
      jug_line_tint_clear (get_buffer (self), POINTED);
      g_signal_handlers_disconnect_by_data (get_buffer (self), self);
      g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_text_view_set_buffer (view, GTK_TEXT_BUFFER (buffer));
      follow_style (GTK_WIDGET (self));
    }
  gtk_text_view_set_editable (view, is_editable);
}

static gboolean
has_text (JugProgramView *self, const char *text)
{
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  shown = gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
  return g_str_equal (shown, text);
}

void
jug_program_view_show_text (JugProgramView *self,
                            const char *text,
                            const char *language,
                            const char *label)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));
  g_return_if_fail (text != NULL);

  buffer = GTK_TEXT_BUFFER (self->own);
  set_buffer (self, self->own, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (has_text (self, text))
    return;
  gtk_source_buffer_set_language (
      self->own, gtk_source_language_manager_get_language (
                     gtk_source_language_manager_get_default (), language));
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  update_gutter (self);
}

void
jug_program_view_show_buffer (JugProgramView *self,
                              GtkSourceBuffer *buffer,
                              const char *label)
{
  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));
  g_return_if_fail (GTK_SOURCE_IS_BUFFER (buffer));

  if (GTK_TEXT_BUFFER (buffer) == get_buffer (self))
    return;
  set_buffer (self, buffer, TRUE);
  complete_words (self, buffer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_gutter (self);
}

void
jug_program_view_set_of_run (JugProgramView *self, gboolean is_of_run, gboolean is_native)
{
  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));

  if (!is_of_run == !self->is_of_run && !is_native == !self->is_native)
    return;
  self->is_of_run = is_of_run;
  self->is_native = is_native;
  update_gutter (self);
}

void
jug_program_view_set_error (JugProgramView *self, guint line, const char *message)
{
  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));

  jug_line_marks_set_error (self->marks, line, message);
}

void
jug_program_view_set_diff (JugProgramView *self, JugLineDiff *diff, gboolean is_old)
{
  GtkTextBuffer *buffer;
  int n_lines;

  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));

  buffer = get_buffer (self);
  n_lines = gtk_text_buffer_get_line_count (buffer);
  jug_line_tint_clear (buffer, DIFFERENT);
  for (int i = 0; diff != NULL && i < n_lines; i++)
    if ((is_old ? jug_line_diff_get_old (diff, (guint) i)
                : jug_line_diff_get_new (diff, (guint) i)) != JUG_LINE_SAME)
      jug_line_tint_add (buffer, DIFFERENT, (guint) i + 1);
  jug_line_marks_set_diff (self->marks, diff, is_old);
}

void
jug_program_view_light_event (JugProgramView *self, guint32 event)
{
  guint line;

  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));

  line = get_event_line (self, event);
  jug_line_tint_clear (get_buffer (self), POINTED);
  if (has_line (self, line))
    jug_line_tint_add (get_buffer (self), POINTED, line);
}

void
jug_program_view_scroll_to_line (JugProgramView *self, guint line)
{
  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));

  if (has_line (self, line))
    scroll_to_line (self, line);
}

void
jug_program_view_go_to_line (JugProgramView *self, guint line)
{
  GtkTextIter start;

  g_return_if_fail (JUG_IS_PROGRAM_VIEW (self));

  if (!has_line (self, line))
    return;
  gtk_text_buffer_get_iter_at_line (get_buffer (self), &start, (int) line - 1);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  scroll_to_line (self, line);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

guint
jug_program_view_get_line (JugProgramView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_val_if_fail (JUG_IS_PROGRAM_VIEW (self), 0);

  buffer = get_buffer (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_line (&iter) + 1;
}
