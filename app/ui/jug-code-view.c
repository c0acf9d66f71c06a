/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the text, and says what is to be said of it. */
#include "jug-code-view.h"

#include "jug-code-bar.h"
#include "jug-code-notice.h"
#include "jug-line-steps.h"
#include "jug-program-error.h"
#include "jug-program-pair.h"

#include <glib/gi18n-lib.h>

/* What is shown of a program. */
typedef enum
{
  PLACE_NONE,
  PLACE_PYTHON,
  PLACE_NATIVE,
  PLACE_DRAFT
} Place;

struct _JugCodeView
{
  GtkBox parent_instance;

  /* template */
  JugCodeBar *bar;
  JugCodeNotice *notice;
  GtkStack *stack;
  JugProgramPair *pair;

  /* borrowed: the pair's */
  JugProgramView *program;

  /* owned */
  JugDraft *draft;
  JugSession *session;
  GSignalGroup *session_signals;
  GSimpleActionGroup *actions;
  char *language;
  JugProgramError *error; /* (nullable) */

  gboolean wants_draft; /* the learner's version rather than the lesson's program */
};

enum
{
  PROP_0,
  PROP_LANGUAGE,
  N_PROPERTIES
};

enum
{
  LINE_POINTED,
  TOLD,
  COMPARING_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugCodeView, jug_code_view, GTK_TYPE_BOX)

static Place
get_place (JugCodeView *self)
{
  if (jug_draft_exists (self->draft) &&
      (self->wants_draft || jug_session_get_program (self->session) != NULL))
    return PLACE_DRAFT;
  if (g_str_equal (self->language, "c") &&
      jug_session_get_native_source (self->session) != NULL)
    return PLACE_NATIVE;
  return jug_session_get_python_source (self->session) != NULL ? PLACE_PYTHON
                                                               : PLACE_NONE;
}

/* While a version runs, the session's text is that version. */
static const char *
get_python (JugCodeView *self)
{
  if (jug_session_is_version (self->session))
    return jug_lesson_get_python_source (jug_session_get_lesson (self->session));
  return jug_session_get_python_source (self->session);
}

static gboolean
is_of_run (JugCodeView *self, Place place)
{
  switch (place)
    {
    case PLACE_PYTHON:
      return jug_draft_is_same_program (get_python (self),
                                        jug_session_get_python_source (self->session));
    case PLACE_NATIVE:
      return TRUE;
    case PLACE_DRAFT:
      return jug_session_get_python_source (self->session) != NULL &&
             !jug_draft_is_stale (self->draft);
    case PLACE_NONE:
      break;
    }
  return FALSE;
}

/* What is said of the text */

static void
show_error (JugCodeView *self)
{
  g_autofree char *text =
      self->error->line > 0
          /* Translators: the number of a line, and what happened there */
          ? g_strdup_printf (_ ("Line %u: %s"), self->error->line, self->error->message)
          : g_strdup (self->error->message);

  jug_code_notice_show (self->notice, JUG_NOTICE_ERROR, text,
                        self->error->line > 0 ? _ ("Go There") : NULL,
                        "code.go-to-error");
}

/* Short enough to be read while one writes; the button to run it is just above. */
static const char *
get_stale_text (JugCodeView *self)
{
  return jug_session_get_program (self->session) != NULL ||
                 jug_session_is_version (self->session)
             ? _ ("Changed since it ran: run it again.")
             : _ ("Not run yet. What you see is the run of the lesson’s program.");
}

static void
update_notice (JugCodeView *self, Place place)
{
  gboolean is_current = is_of_run (self, place);
  gboolean is_failed = is_current && self->error != NULL;

  jug_program_view_set_error (self->program, is_failed ? self->error->line : 0,
                              is_failed ? self->error->message : NULL);
  if (is_failed)
    show_error (self);
  else if (place == PLACE_DRAFT && jug_draft_is_stale (self->draft))
    jug_code_notice_show (self->notice, JUG_NOTICE_CHANGED, get_stale_text (self), NULL,
                          NULL);
  else if (place == PLACE_PYTHON && !is_current)
    jug_code_notice_show (self->notice, JUG_NOTICE_INFO,
                          _ ("What you see is the run of your version."), _ ("Run This"),
                          "win.run-as-written");
  else
    jug_code_notice_hide (self->notice);
}

/* Only of what somebody has written themselves: a lesson's program fails on purpose. */
static void
find_error (JugCodeView *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);

  g_clear_pointer (&self->error, jug_program_error_free);
  if (trace != NULL && jug_trace_is_sealed (trace) &&
      (jug_session_get_lesson (self->session) == NULL ||
       jug_session_is_version (self->session)))
    self->error = jug_program_error_find (trace);
}

/* Both texts */

static void
update_comparison (JugCodeView *self, Place place)
{
  const char *original = jug_draft_get_original (self->draft);
  g_autofree char *text = NULL;

  if (!jug_program_pair_is_comparing (self->pair))
    return;
  if (place != PLACE_DRAFT || original == NULL)
    {
      jug_program_pair_end (self->pair);
      g_signal_emit (self, signals[COMPARING_CHANGED], 0);
      return;
    }
  text = jug_draft_dup_text (self->draft);
  jug_program_pair_compare (self->pair, original, text);
}

/* The text */

static void
update_bar (JugCodeView *self, Place place)
{
  gboolean is_editing = place == PLACE_DRAFT;
  gboolean is_version = is_editing && jug_session_get_program (self->session) == NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "language");

  jug_code_bar_update (self->bar, place != PLACE_NONE, is_editing);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (action),
      g_variant_new_string (is_version ? "yours" : self->language));
}

static void
update (JugCodeView *self)
{
  Place place = get_place (self);

  gtk_stack_set_visible_child_name (self->stack, place != PLACE_NONE ? "code" : "none");
  switch (place)
    {
    case PLACE_PYTHON:
      jug_program_view_show_text (self->program, get_python (self), "python3",
                                  _ ("Program in Python"));
      break;
    case PLACE_NATIVE:
      jug_program_view_show_text (self->program,
                                  jug_session_get_native_source (self->session), "c",
                                  _ ("Program in C"));
      break;
    case PLACE_DRAFT:
      jug_program_view_show_buffer (self->program, jug_draft_get_buffer (self->draft),
                                    _ ("Program, to be edited"));
      break;
    case PLACE_NONE:
      break;
    }
  jug_program_view_set_of_run (self->program, is_of_run (self, place),
                               place == PLACE_NATIVE);
  update_bar (self, place);
  update_notice (self, place);
  update_comparison (self, place);
}

static void
trace_changed_cb (JugCodeView *self)
{
  find_error (self);
  update (self);
}

static void
opened_cb (JugCodeView *self)
{
  self->wants_draft = FALSE;
  trace_changed_cb (self);
}

/* Lines and steps */

static void
go_along (JugCodeView *self, guint line, gboolean any_task, int direction)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint32 now = jug_playhead_get_event (playhead);
  guint32 selected = jug_session_get_selected_task (self->session);
  gboolean is_native = get_place (self) == PLACE_NATIVE;
  guint32 event = JUG_NO_EVENT;

  if (trace == NULL || !is_of_run (self, get_place (self)))
    return;
  if (!any_task && selected != JUG_SESSION_NO_TASK && selected != JUG_TASK_LOOP)
    event = jug_line_steps_find (trace, line, is_native, selected, now, direction);
  if (event == JUG_NO_EVENT)
    event = jug_line_steps_find (trace, line, is_native, JUG_TASK_LOOP, now, direction);
  if (event == JUG_NO_EVENT)
    {
      g_autofree char *text =
          /* Translators: %u is the number of a line */
          g_strdup_printf (_ ("No step is known to have come to line %u."), line);

      g_signal_emit (self, signals[TOLD], 0, text);
      return;
    }
  jug_session_select (self->session, jug_trace_get_event (trace, event)->task,
                      jug_line_steps_find_step (trace, event));
  jug_playhead_go_to_event (playhead, event);
}

static void
line_pointed_cb (JugCodeView *self, guint line)
{
  g_signal_emit (self, signals[LINE_POINTED], 0, line, get_place (self) == PLACE_NATIVE);
}

static void
line_activated_cb (JugCodeView *self, guint line, gboolean any_task)
{
  go_along (self, line, any_task, 1);
}

/* Actions */

static void
set_language (JugCodeView *self, const char *language)
{
  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
  if (self->session != NULL)
    update (self);
}

static void
language_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JugCodeView *self = data;
  const char *language = g_variant_get_string (state, NULL);

  self->wants_draft = g_str_equal (language, "yours");
  if (!self->wants_draft)
    set_language (self, language);
  update (self);
}

static void
go_to_error_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JugCodeView *self = data;

  if (self->error != NULL)
    jug_program_view_go_to_line (self->program, self->error->line);
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

  g_clear_object (&self->session_signals);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_CODE_VIEW);
  G_OBJECT_CLASS (jug_code_view_parent_class)->dispose (object);
}

static void
jug_code_view_finalize (GObject *object)
{
  JugCodeView *self = JUG_CODE_VIEW (object);

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->error, jug_program_error_free);
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
  signals[LINE_POINTED] =
      g_signal_new ("line-pointed", JUG_TYPE_CODE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[TOLD] = g_signal_new ("told", JUG_TYPE_CODE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMPARING_CHANGED] =
      g_signal_new ("comparing-changed", JUG_TYPE_CODE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (JUG_TYPE_CODE_BAR);
  g_type_ensure (JUG_TYPE_CODE_NOTICE);
  g_type_ensure (JUG_TYPE_PROGRAM_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-code-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, bar);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, notice);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, stack);
  gtk_widget_class_bind_template_child (widget_class, JugCodeView, pair);
}

static void
jug_code_view_init (JugCodeView *self)
{
  const GActionEntry entries[] = { { .name = "language",
                                     .parameter_type = "s",
                                     .state = "'python'",
                                     .change_state = language_cb },
                                   { .name = "go-to-error",
                                     .activate = go_to_error_cb } };
  const char *text_signals[] = { "notify::settings", "notify::python-source",
                                 "notify::version", "notify::title" };

  self->language = g_strdup ("python");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "code",
                                  G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->program = jug_program_pair_get_program (self->pair);
  g_signal_connect_object (self->program, "line-activated",
                           G_CALLBACK (line_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->program, "line-pointed", G_CALLBACK (line_pointed_cb),
                           self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (trace_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::state",
                                  G_CALLBACK (trace_changed_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (text_signals); i++)
    g_signal_group_connect_swapped (self->session_signals, text_signals[i],
                                    G_CALLBACK (update), self);
}

void
jug_code_view_set_draft (JugCodeView *self, JugDraft *draft)
{
  JugSession *session;

  g_return_if_fail (JUG_IS_CODE_VIEW (self));
  g_return_if_fail (JUG_IS_DRAFT (draft));

  session = jug_draft_get_session (draft);
  g_set_object (&self->draft, draft);
  g_set_object (&self->session, session);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  jug_program_view_set_session (self->program, session);
  jug_code_bar_set_draft (self->bar, draft);
  g_signal_group_set_target (self->session_signals, session);
  opened_cb (self);
}

void
jug_code_view_set_settings (JugCodeView *self, GSettings *settings)
{
  g_return_if_fail (JUG_IS_CODE_VIEW (self));
  g_return_if_fail (self->session != NULL);

  jug_code_bar_set_settings (self->bar, settings);
}

void
jug_code_view_edit (JugCodeView *self)
{
  const char *text;

  g_return_if_fail (JUG_IS_CODE_VIEW (self));

  text = get_python (self);
  if (!jug_draft_exists (self->draft) && jug_draft_can_begin (self->draft) &&
      text != NULL)
    jug_draft_begin (self->draft, text);
  self->wants_draft = TRUE;
  update (self);
  if (get_place (self) == PLACE_DRAFT)
    jug_program_view_go_to_line (self->program,
                                 jug_program_view_get_line (self->program));
}

gboolean
jug_code_view_is_editing (JugCodeView *self)
{
  g_return_val_if_fail (JUG_IS_CODE_VIEW (self), FALSE);

  return get_place (self) == PLACE_DRAFT;
}

void
jug_code_view_show_written (JugCodeView *self)
{
  g_return_if_fail (JUG_IS_CODE_VIEW (self));

  self->wants_draft = FALSE;
  update (self);
}

void
jug_code_view_set_comparing (JugCodeView *self, gboolean is_comparing)
{
  g_return_if_fail (JUG_IS_CODE_VIEW (self));

  if (!is_comparing == !jug_program_pair_is_comparing (self->pair))
    return;
  if (!is_comparing)
    jug_program_pair_end (self->pair);
  else if (jug_session_get_program (self->session) != NULL)
    jug_program_pair_begin (self->pair, _ ("As Saved"), _ ("As Edited"));
  else
    jug_program_pair_begin (self->pair, _ ("Original"), _ ("Yours"));
  g_signal_emit (self, signals[COMPARING_CHANGED], 0);
  update (self);
}

gboolean
jug_code_view_is_comparing (JugCodeView *self)
{
  g_return_val_if_fail (JUG_IS_CODE_VIEW (self), FALSE);

  return jug_program_pair_is_comparing (self->pair);
}

void
jug_code_view_go_along_line (JugCodeView *self, int direction)
{
  g_return_if_fail (JUG_IS_CODE_VIEW (self));

  go_along (self, jug_program_view_get_line (self->program), FALSE, direction);
}

void
jug_code_view_light_event (JugCodeView *self, guint32 event)
{
  g_return_if_fail (JUG_IS_CODE_VIEW (self));

  jug_program_view_light_event (self->program, event);
}
