/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps text, chips and the running line in step with the session. */
#include "jug-code-view.h"

#include "jug-params-button.h"
#include "jug-style.h"
#include "jug-task-gutter.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

/* So many of the latest tasks can have a chip; nobody reads more. */
#define MAX_TASKS 2000

/* The names of so many tasks decide how much room there is for chips at first. */
#define MAX_RESERVED 60

struct _JugCodeView
{
  GtkBox parent_instance;

  /* template */
  GtkWidget *languages;
  GtkWidget *native;
  JugParamsButton *params;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkSourceView *view;

  /* borrowed */
  JugTaskGutter *gutter; /* (unowned): the view's */
  GtkTextTag *running;   /* (unowned): the buffer's */

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GSimpleActionGroup *actions;
  char *language;

  guint running_line;
  guint idle;
};

enum
{
  PROP_0,
  PROP_LANGUAGE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JugCodeView, jug_code_view, GTK_TYPE_BOX)

static gboolean
is_native (JugCodeView *self)
{
  return g_str_equal (self->language, "c") &&
         jug_session_get_native_source (self->session) != NULL;
}

/* The line that runs */

static void
mark_running (JugCodeView *self, guint line, guint32 task)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;
  JugRgba rgba = jug_palette_resolve (jug_style_get_palette (),
                                      jug_paint_task (JUG_COLOR_TASK_TINT, task));
  GdkRGBA color = { rgba.red, rgba.green, rgba.blue, rgba.alpha };

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->running, &start, &end);
  if (line == 0 || (int) line > gtk_text_buffer_get_line_count (buffer))
    {
      self->running_line = 0;
      return;
    }
  g_object_set (self->running, "paragraph-background-rgba", &color, NULL);
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line - 1);
  end = start;
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_apply_tag (buffer, self->running, &start, &end);
  if (line != self->running_line)
    gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &start, 0.15, FALSE, 0, 0);
  self->running_line = line;
}

static gboolean
is_over (JugStatus status)
{
  return status == JUG_STATUS_ABSENT || status == JUG_STATUS_DONE ||
         status == JUG_STATUS_FAILED || status == JUG_STATUS_CANCELLED;
}

static void
describe (JugCodeView *self, GString *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
update_tasks (JugCodeView *self)
{
  JugCursor *cursor = jug_session_get_cursor (self->session);
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 n_tasks = cursor ? jug_cursor_get_n_tasks (cursor) : 0;
  guint32 running = cursor ? jug_cursor_get_running_task (cursor) : JUG_TASK_LOOP;
  guint running_line = 0;

  jug_task_gutter_clear (self->gutter);
  for (guint32 task = n_tasks > MAX_TASKS ? n_tasks - MAX_TASKS + 1 : 1; task <= n_tasks;
       task++)
    {
      const JugCursorTask *state = jug_cursor_get_task (cursor, task);
      guint line = is_native (self) ? state->native_line : state->line;
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
  describe (self, text);
}

/* The text */

static void
follow_style (GtkWidget *widget)
{
  JugCodeView *self = JUG_CODE_VIEW (widget);
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_source_buffer_set_style_scheme (
      GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))),
      gtk_source_style_scheme_manager_get_scheme (manager,
                                                  dark ? "Adwaita-dark" : "Adwaita"));
  if (self->session != NULL)
    update_tasks (self);
}

/* Room for the names that will come, so that the code keeps still when they do. */
static void
reserve_room (JugCodeView *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  guint32 n_tasks = trace ? MIN (jug_trace_get_n_tasks (trace), MAX_RESERVED) : 0;

  for (guint32 task = 1; task <= n_tasks; task++)
    {
      g_autofree char *label = jug_session_dup_task_label (self->session, task);

      jug_task_gutter_reserve (self->gutter, label);
    }
}

static gboolean
tell_width_cb (gpointer data)
{
  JugCodeView *self = data;

  self->idle = 0;
  jug_task_gutter_set_view_width (self->gutter,
                                  gtk_widget_get_width (GTK_WIDGET (self->view)));
  return G_SOURCE_REMOVE;
}

/* While sizes are given, none can be asked for: right after, before the next frame. */
static void
width_cb (JugCodeView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE, tell_width_cb, self, NULL);
}

static void
update_text (JugCodeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();
  gboolean native = is_native (self);
  const char *text = native ? jug_session_get_native_source (self->session)
                            : jug_session_get_python_source (self->session);
  GtkTextIter start;

  gtk_stack_set_visible_child_name (self->stack, text ? "code" : "none");
  gtk_widget_set_visible (self->languages, text != NULL);
  gtk_widget_set_sensitive (self->native,
                            jug_session_get_native_source (self->session) != NULL);
  gtk_source_buffer_set_language (
      GTK_SOURCE_BUFFER (buffer),
      gtk_source_language_manager_get_language (manager, native ? "c" : "python3"));
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      native ? _ ("Program in C") : _ ("Program in Python"), -1);
  self->running_line = 0;
  jug_task_gutter_reset (self->gutter);
  reserve_room (self);
  update_tasks (self);
}

static void
language_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_object_set (data, "language", g_variant_get_string (state, NULL), NULL);
}

static void
set_language (JugCodeView *self, const char *language)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "language");

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (language));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
  if (self->session != NULL)
    update_text (self);
}

static void
jug_code_view_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LANGUAGE:
      set_language (JUG_CODE_VIEW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_code_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, JUG_CODE_VIEW (object)->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Tells buttons anew what they can do: moved from pane to pane, they forget it. */
static void
jug_code_view_root (GtkWidget *widget)
{
  JugCodeView *self = JUG_CODE_VIEW (widget);

  GTK_WIDGET_CLASS (jug_code_view_parent_class)->root (widget);
  gtk_widget_insert_action_group (widget, "code", NULL);
  gtk_widget_insert_action_group (widget, "code", G_ACTION_GROUP (self->actions));
}

static void
jug_code_view_dispose (GObject *object)
{
  JugCodeView *self = JUG_CODE_VIEW (object);
  g_autoptr (GObject) view = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  if (self->view != NULL)
    {
      view = g_object_ref (G_OBJECT (self->view));
      gtk_source_gutter_remove (
          gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT),
          GTK_SOURCE_GUTTER_RENDERER (self->gutter));
      gtk_scrolled_window_set_child (self->scrolled, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_CODE_VIEW);
  /* What the gutter drew last keeps the view, in GtkSourceView 5.6 as in 5.16, even when
   * nothing is left to draw: the view stays, but holds nothing any more. */
  if (view != NULL)
    g_object_run_dispose (view);
  G_OBJECT_CLASS (jug_code_view_parent_class)->dispose (object);
}

static void
jug_code_view_finalize (GObject *object)
{
  JugCodeView *self = JUG_CODE_VIEW (object);

  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (jug_code_view_parent_class)->finalize (object);
}

static void
jug_code_view_class_init (JugCodeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_code_view_dispose;
  object_class->finalize = jug_code_view_finalize;
  object_class->set_property = jug_code_view_set_property;
  object_class->get_property = jug_code_view_get_property;
  widget_class->root = jug_code_view_root;

  properties[PROP_LANGUAGE] = g_param_spec_string (
      "language", NULL, NULL, "python",
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (JUG_TYPE_PARAMS_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-code-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, languages);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, native);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, params);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, stack);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, view);
}

static void
jug_code_view_init (JugCodeView *self)
{
  const GActionEntry entry = { .name = "language",
                               .parameter_type = "s",
                               .state = "'python'",
                               .change_state = language_cb };
  GtkSourceGutter *gutter;
  GtkSourceBuffer *buffer;

  self->language = g_strdup ("python");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "code",
                                  G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Programs are written from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);

  buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  self->running =
      gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (buffer), "running", NULL, NULL);
  self->gutter = JUG_TASK_GUTTER (jug_task_gutter_new ());
  gutter = gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT);
  gtk_source_gutter_insert (gutter, GTK_SOURCE_GUTTER_RENDERER (self->gutter), -100);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (width_cb), self,
                           G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved",
                                  G_CALLBACK (update_tasks), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update_text), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (update_text), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::settings",
                                  G_CALLBACK (update_text), self);
  jug_style_connect (GTK_WIDGET (self), follow_style);
  follow_style (GTK_WIDGET (self));
}

void
jug_code_view_set_session (JugCodeView *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_CODE_VIEW (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  jug_params_button_set_session (self->params, session);
  update_text (self);
}
