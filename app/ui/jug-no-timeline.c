/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence and a button. */
#include "jug-no-timeline.h"

#include "jug-program-error.h"
#include "jug-python-recorder.h"

#include <glib/gi18n-lib.h>

struct _JugNoTimeline
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *sentence;
  GtkLabel *advice;
  GtkButton *button;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;

  gboolean is_needed;
  gboolean is_packaged;
};

enum
{
  PROP_0,
  PROP_NEEDED,
  PROP_PACKAGED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JugNoTimeline, jug_no_timeline, ADW_TYPE_BIN)

static void
set_needed (JugNoTimeline *self, gboolean is_needed)
{
  if (is_needed == self->is_needed)
    return;
  self->is_needed = is_needed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEEDED]);
}

static void
say (JugNoTimeline *self,
     const char *sentence,
     const char *advice,
     const char *label,
     const char *action)
{
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), advice != NULL);
  gtk_label_set_label (self->advice, advice ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  set_needed (self, TRUE);
}

static void
say_failure (JugNoTimeline *self)
{
  const char *message = jug_session_get_error_message (self->session);

  if (jug_session_can_run_unprotected (self->session))
    say (self, message, NULL, _ ("Run Anyway…"), "win.run-unprotected");
  else
    say (self, message, NULL, _ ("Try Again"), "win.run-edited");
}

/* A module that is not there */
static void
say_missing (JugNoTimeline *self, JugTrace *trace)
{
  const char *text = jug_trace_get_property (trace, JUG_TRACE_FAILURE_TEXT);

  if (text == NULL)
    text = _ ("A module is missing.");
  if (self->is_packaged)
    say (
        self, text,
        _ ("The program’s packages are outside of this one’s sandbox. Record the run "
           "there, with “python3 juggler_shim.py program.py -o trace.jug”, and open what "
           "it has recorded."),
        _ ("Save the Recorder…"), "win.save-recorder");
  else if (jug_session_get_program (self->session) != NULL)
    say (self, text,
         _ ("Choose the interpreter of the virtual environment that has it, in the "
            "options beside “Run”."),
         NULL, NULL);
  else
    say (self, text, NULL, NULL, NULL);
}

static void
say_what_is_missing (JugNoTimeline *self, JugTrace *trace)
{
  const char *failure = jug_trace_get_property (trace, JUG_TRACE_FAILURE);
  const char *unobserved = jug_trace_get_property (trace, JUG_TRACE_UNOBSERVED);

  if (g_strcmp0 (failure, "missing-module") == 0)
    say_missing (self, trace);
  else if (failure != NULL)
    say (self, _ ("The program did not start, so there are no tasks to be shown."), NULL,
         NULL, NULL);
  else if (unobserved != NULL)
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: %s is the name of a class, such as uvloop.Loop */
          _ ("The event loop %.80s cannot be observed; let the program use asyncio’s "
             "own."),
          unobserved);

      say (self, text, NULL, NULL, NULL);
    }
  else
    say (
        self,
        _ ("The program never started an event loop, so there are no tasks to be shown."),
        NULL, NULL, NULL);
}

static gboolean
is_without_tasks (JugTrace *trace)
{
  return jug_trace_is_sealed (trace) && jug_trace_get_n_tasks (trace) == 0 &&
         g_strcmp0 (jug_trace_get_property (trace, JUG_TRACE_ENGINE), "python") == 0 &&
         (jug_trace_get_property (trace, JUG_TRACE_UNOBSERVED) != NULL ||
          jug_trace_get_property (trace, JUG_TRACE_STARTED) == NULL);
}

static void
update (JugNoTimeline *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);

  if (jug_session_get_state (self->session) == JUG_SESSION_FAILED)
    say_failure (self);
  else if (trace != NULL && is_without_tasks (trace))
    say_what_is_missing (self, trace);
  else
    set_needed (self, FALSE);
}

static void
jug_no_timeline_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  JugNoTimeline *self = JUG_NO_TIMELINE (object);

  switch (id)
    {
    case PROP_PACKAGED:
      self->is_packaged = g_value_get_boolean (value);
      if (self->session != NULL)
        update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_no_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JugNoTimeline *self = JUG_NO_TIMELINE (object);

  switch (id)
    {
    case PROP_NEEDED:
      g_value_set_boolean (value, self->is_needed);
      break;
    case PROP_PACKAGED:
      g_value_set_boolean (value, self->is_packaged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jug_no_timeline_dispose (GObject *object)
{
  JugNoTimeline *self = JUG_NO_TIMELINE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_NO_TIMELINE);
  G_OBJECT_CLASS (jug_no_timeline_parent_class)->dispose (object);
}

static void
jug_no_timeline_class_init (JugNoTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_no_timeline_dispose;
  object_class->set_property = jug_no_timeline_set_property;
  object_class->get_property = jug_no_timeline_get_property;

  properties[PROP_NEEDED] = g_param_spec_boolean (
      "needed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PACKAGED] = g_param_spec_boolean (
      "packaged", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-no-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, JugNoTimeline, sentence);
  gtk_widget_class_bind_template_child (widget_class, JugNoTimeline, advice);
  gtk_widget_class_bind_template_child (widget_class, JugNoTimeline, button);
}

static void
jug_no_timeline_init (JugNoTimeline *self)
{
  self->is_packaged = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::state",
                                  G_CALLBACK (update), self);
}

void
jug_no_timeline_set_session (JugNoTimeline *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_NO_TIMELINE (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}
