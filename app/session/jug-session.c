/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the learner is looking at: a lesson, its trace, the playhead, the selection. */
#include "jug-session-private.h"

enum
{
  MOVED,
  VISITED,
  TRACE_GROWN,
  FILE_REFUSED,
  RANGE_CHANGED,
  NOTES_REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[JUG_SESSION_N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugSession, jug_session, G_TYPE_OBJECT)

GType
jug_session_state_get_type (void)
{
  static gsize type;
  static const GEnumValue values[] = {
    { JUG_SESSION_EMPTY, "JUG_SESSION_EMPTY", "empty" },
    { JUG_SESSION_RECORDING, "JUG_SESSION_RECORDING", "recording" },
    { JUG_SESSION_OPENING, "JUG_SESSION_OPENING", "opening" },
    { JUG_SESSION_READY, "JUG_SESSION_READY", "ready" },
    { JUG_SESSION_FAILED, "JUG_SESSION_FAILED", "failed" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("JugSessionState", values));
  return type;
}

static void
jug_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JugSession *self = JUG_SESSION (object);

  switch ((JugSessionProperty) id)
    {
    case JUG_SESSION_PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      return;
    case JUG_SESSION_PROP_STATE:
      g_value_set_enum (value, self->state);
      return;
    case JUG_SESSION_PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      return;
    case JUG_SESSION_PROP_LESSON:
      g_value_set_object (value, self->lesson);
      return;
    case JUG_SESSION_PROP_TITLE:
      g_value_set_string (value, self->title);
      return;
    case JUG_SESSION_PROP_PAGE:
      g_value_set_uint (value, self->page);
      return;
    case JUG_SESSION_PROP_SETTINGS:
      g_value_set_variant (value, self->settings);
      return;
    case JUG_SESSION_PROP_TRACE:
      g_value_set_boxed (value, self->trace);
      return;
    case JUG_SESSION_PROP_PLAYHEAD:
      g_value_set_object (value, self->playhead);
      return;
    case JUG_SESSION_PROP_PYTHON_SOURCE:
      g_value_set_string (value, self->python_source);
      return;
    case JUG_SESSION_PROP_PROGRAM:
      g_value_set_object (value, self->program);
      return;
    case JUG_SESSION_PROP_VERSION:
      g_value_set_string (value, self->version);
      return;
    case JUG_SESSION_PROP_TAKES_INPUT:
      g_value_set_boolean (value, jug_session_get_takes_input (self));
      return;
    case JUG_SESSION_PROP_QUESTION:
      g_value_set_string (value, self->question);
      return;
    case JUG_SESSION_PROP_SELECTED_TASK:
      g_value_set_uint (value, self->selected_task);
      return;
    case JUG_SESSION_PROP_SELECTED_EVENT:
      g_value_set_uint (value, self->selected_event);
      return;
    case JUG_SESSION_PROP_FOLLOW_TASK:
      g_value_set_boolean (value, self->follow_task);
      return;
    case JUG_SESSION_PROP_STEPS_AXIS:
      g_value_set_boolean (value, self->steps_axis);
      return;
    case JUG_SESSION_PROP_0:
    case JUG_SESSION_N_PROPS:
      break;
    }
  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jug_session_set_property (GObject *object,
                          guint id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  JugSession *self = JUG_SESSION (object);

  if (id == JUG_SESSION_PROP_FOLLOW_TASK)
    jug_session_set_follow_task (self, g_value_get_boolean (value));
  else if (id == JUG_SESSION_PROP_STEPS_AXIS)
    jug_session_set_steps_axis (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jug_session_dispose (GObject *object)
{
  JugSession *self = JUG_SESSION (object);

  jug_session_abandon_opening (self);
  jug_session_end_input (self);
  if (self->playhead)
    g_signal_handlers_disconnect_by_data (self->playhead, self);

  G_OBJECT_CLASS (jug_session_parent_class)->dispose (object);
}

static void
jug_session_finalize (GObject *object)
{
  JugSession *self = JUG_SESSION (object);

  g_clear_pointer (&self->narration, jug_narration_free);
  g_clear_pointer (&self->labels, jug_task_labels_free);
  g_clear_pointer (&self->cursor, jug_cursor_free);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_clear_object (&self->playhead);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_clear_pointer (&self->native_source, g_free);
  g_clear_pointer (&self->python_source, g_free);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->answered, g_free);
  g_clear_pointer (&self->settings, g_variant_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->error_message, g_free);
  g_clear_pointer (&self->versions, jug_versions_free);
  g_clear_pointer (&self->arguments, g_strfreev);
  g_clear_pointer (&self->interpreter, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_object (&self->program);
  g_clear_object (&self->file);
  g_clear_object (&self->lesson);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (jug_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[JUG_SESSION_PROP_CATALOGUE] =
      g_param_spec_object ("catalogue", NULL, NULL, JUG_TYPE_CATALOGUE, readable);
  properties[JUG_SESSION_PROP_STATE] = g_param_spec_enum (
      "state", NULL, NULL, JUG_TYPE_SESSION_STATE, JUG_SESSION_EMPTY, readable);
  properties[JUG_SESSION_PROP_ERROR_MESSAGE] =
      g_param_spec_string ("error-message", NULL, NULL, NULL, readable);
  properties[JUG_SESSION_PROP_LESSON] =
      g_param_spec_object ("lesson", NULL, NULL, JUG_TYPE_LESSON, readable);
  properties[JUG_SESSION_PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[JUG_SESSION_PROP_PAGE] =
      g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[JUG_SESSION_PROP_SETTINGS] = g_param_spec_variant (
      "settings", NULL, NULL, G_VARIANT_TYPE ("a{sd}"), NULL, readable);
  properties[JUG_SESSION_PROP_TRACE] =
      g_param_spec_boxed ("trace", NULL, NULL, JUG_TYPE_TRACE, readable);
  properties[JUG_SESSION_PROP_PLAYHEAD] =
      g_param_spec_object ("playhead", NULL, NULL, JUG_TYPE_PLAYHEAD, readable);
  properties[JUG_SESSION_PROP_PYTHON_SOURCE] =
      g_param_spec_string ("python-source", NULL, NULL, NULL, readable);
  properties[JUG_SESSION_PROP_PROGRAM] =
      g_param_spec_object ("program", NULL, NULL, G_TYPE_FILE, readable);
  properties[JUG_SESSION_PROP_VERSION] =
      g_param_spec_string ("version", NULL, NULL, NULL, readable);
  properties[JUG_SESSION_PROP_TAKES_INPUT] =
      g_param_spec_boolean ("takes-input", NULL, NULL, FALSE, readable);
  properties[JUG_SESSION_PROP_QUESTION] =
      g_param_spec_string ("question", NULL, NULL, NULL, readable);
  properties[JUG_SESSION_PROP_SELECTED_TASK] = g_param_spec_uint (
      "selected-task", NULL, NULL, 0, G_MAXUINT32, JUG_SESSION_NO_TASK, readable);
  properties[JUG_SESSION_PROP_SELECTED_EVENT] = g_param_spec_uint (
      "selected-event", NULL, NULL, 0, G_MAXUINT32, JUG_NO_EVENT, readable);
  properties[JUG_SESSION_PROP_FOLLOW_TASK] =
      g_param_spec_boolean ("follow-task", NULL, NULL, FALSE, writable);
  properties[JUG_SESSION_PROP_STEPS_AXIS] =
      g_param_spec_boolean ("steps-axis", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, JUG_SESSION_N_PROPS, properties);
}

static void
jug_session_class_init (JugSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jug_session_get_property;
  object_class->set_property = jug_session_set_property;
  object_class->dispose = jug_session_dispose;
  object_class->finalize = jug_session_finalize;
  install_properties (object_class);

  signals[MOVED] = g_signal_new ("moved", JUG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[VISITED] = g_signal_new ("visited", JUG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[RANGE_CHANGED] =
      g_signal_new ("range-changed", JUG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[FILE_REFUSED] =
      g_signal_new ("file-refused", JUG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTES_REFUSED] =
      g_signal_new ("notes-refused", JUG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TRACE_GROWN] = g_signal_new ("trace-grown", JUG_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jug_session_init (JugSession *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->settings = g_variant_ref_sink (g_variant_new ("a{sd}", NULL));
  self->shown_event = self->shown_position = JUG_NO_EVENT;
  self->selected_task = JUG_SESSION_NO_TASK;
  self->selected_event = JUG_NO_EVENT;
  self->input_fd = -1;
  self->versions = jug_versions_new (NULL);
  self->notes = jug_notes_new ();
  self->playhead = jug_playhead_new ();
  g_signal_connect_swapped (self->playhead, "notify::event",
                            G_CALLBACK (jug_session_show_playhead), self);
  g_signal_connect_swapped (self->playhead, "notify::position",
                            G_CALLBACK (jug_session_show_playhead), self);
}

JugSession *
jug_session_new (JugCatalogue *catalogue, const JugProgram *const *programs)
{
  JugSession *self;

  g_return_val_if_fail (JUG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (programs != NULL, NULL);

  self = g_object_new (JUG_TYPE_SESSION, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->programs = programs;
  return self;
}

/**
 * jug_session_notify:
 * @self: a session
 * @property: one of its properties
 *
 * Says that a property changed.
 */
void
jug_session_notify (JugSession *self, JugSessionProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * jug_session_emit_moved:
 * @self: a session
 *
 * Says that what is shown at the playhead changed.
 */
void
jug_session_emit_moved (JugSession *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * jug_session_emit_visited:
 * @self: a session
 * @event: where the playhead is now
 *
 * Tells that somebody wanted to see just that.
 */
void
jug_session_emit_visited (JugSession *self, guint32 event)
{
  g_signal_emit (self, signals[VISITED], 0, event);
}

/**
 * jug_session_emit_trace_grown:
 * @self: a session
 *
 * Says that there are more events.
 */
void
jug_session_emit_trace_grown (JugSession *self)
{
  g_signal_emit (self, signals[TRACE_GROWN], 0);
}

/**
 * jug_session_emit_range_changed:
 * @self: a session
 *
 * Tells that another stretch is marked.
 */
void
jug_session_emit_range_changed (JugSession *self)
{
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

/**
 * jug_session_emit_file_refused:
 * @self: a session
 * @message: what is wrong with the file
 *
 * Tells that a file could not be opened, and what was open still is.
 */
void
jug_session_emit_file_refused (JugSession *self, const char *message)
{
  g_signal_emit (self, signals[FILE_REFUSED], 0, message);
}

/**
 * jug_session_emit_notes_refused:
 * @self: a session
 * @message: what is wrong with them
 *
 * Tells that the notes of a trace were left out.
 */
void
jug_session_emit_notes_refused (JugSession *self, const char *message)
{
  g_signal_emit (self, signals[NOTES_REFUSED], 0, message);
}

/**
 * jug_session_set_state:
 * @self: a session
 * @state: what it is about now
 * @message: (nullable): for %JUG_SESSION_FAILED, what is wrong
 *
 * Changes the state.
 */
void
jug_session_set_state (JugSession *self, JugSessionState state, const char *message)
{
  g_assert ((state == JUG_SESSION_FAILED) == (message != NULL));

  if (g_strcmp0 (self->error_message, message) != 0)
    {
      g_free (self->error_message);
      self->error_message = g_strdup (message);
      jug_session_notify (self, JUG_SESSION_PROP_ERROR_MESSAGE);
    }
  if (self->state == state)
    return;
  self->state = state;
  jug_session_notify (self, JUG_SESSION_PROP_STATE);
}

JugCatalogue *
jug_session_get_catalogue (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->catalogue;
}

JugSessionState
jug_session_get_state (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), JUG_SESSION_EMPTY);

  return self->state;
}

const char *
jug_session_get_error_message (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->error_message;
}

JugLesson *
jug_session_get_lesson (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->lesson;
}

GFile *
jug_session_get_file (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->file;
}

const char *
jug_session_get_title (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->title;
}

const char *
jug_session_get_python_source (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->python_source;
}

const char *
jug_session_get_native_source (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->native_source;
}

GVariant *
jug_session_get_settings (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->settings;
}

gboolean
jug_session_is_as_written (JugSession *self)
{
  guint n_params;

  g_return_val_if_fail (JUG_IS_SESSION (self), TRUE);

  n_params = self->lesson ? jug_lesson_get_n_params (self->lesson) : 0;
  for (guint i = 0; i < n_params; i++)
    {
      const JugParam *param = jug_lesson_get_param (self->lesson, i);

      if (!G_APPROX_VALUE (jug_param_get_value (param, self->settings), param->initial,
                           G_MINDOUBLE))
        return FALSE;
    }
  return TRUE;
}

guint
jug_session_get_page (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), 0);

  return self->page;
}
