/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session opens lessons and files, follows a run, and saves. */
#include "jug-session-private.h"

#include "jug-lesson-run.h"
#include "jug-opening-private.h"
#include "jug-record-error.h"

#include <glib/gi18n-lib.h>

enum
{
  FOLLOW_INTERVAL_MS = 33,
  FOLLOW_SLICE = 100000, /* events that are indexed at a time: 3 ms' worth */
};

/* Given to a thread's callback: the session may be gone by then, or about something
 * else. */
typedef struct
{
  GWeakRef session;
  GCancellable *opening;
} Ticket;

static Ticket *
new_ticket (JugSession *self)
{
  Ticket *ticket = g_new0 (Ticket, 1);

  g_weak_ref_init (&ticket->session, self);
  ticket->opening = g_object_ref (self->opening);
  return ticket;
}

static void
free_ticket (Ticket *ticket)
{
  g_weak_ref_clear (&ticket->session);
  g_clear_object (&ticket->opening);
  g_free (ticket);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ticket, free_ticket)

static void
stop_following (JugSession *self)
{
  if (!self->follower)
    return;
  g_source_destroy (self->follower);
  g_clear_pointer (&self->follower, g_source_unref);
}

/**
 * jug_session_abandon_opening:
 * @self: a session
 *
 * Tells a thread that works for the session to stop, and does not wait for it.
 */
void
jug_session_abandon_opening (JugSession *self)
{
  stop_following (self);
  jug_session_end_input (self);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->candidate);
}

static void
set_string (JugSession *self, char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
set_lesson (JugSession *self, JugLesson *lesson)
{
  if (g_set_object (&self->lesson, lesson))
    jug_session_notify (self, JUG_SESSION_PROP_LESSON);
}

static void
set_title (JugSession *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  set_string (self, &self->title, title);
  jug_session_notify (self, JUG_SESSION_PROP_TITLE);
}

static void
set_settings (JugSession *self, GVariant *settings)
{
  g_autoptr (GVariant) taken =
      g_variant_ref_sink (settings ? settings : g_variant_new ("a{sd}", NULL));

  if (g_variant_equal (self->settings, taken))
    return;
  g_variant_unref (self->settings);
  self->settings = g_steal_pointer (&taken);
  jug_session_notify (self, JUG_SESSION_PROP_SETTINGS);
}

static void
reset_page (JugSession *self)
{
  if (self->page == 0)
    return;
  self->page = 0;
  jug_session_notify (self, JUG_SESSION_PROP_PAGE);
}

/**
 * jug_session_drop_sources:
 * @self: a session
 *
 * Says that it is not known yet, or not any more, what program runs.
 */
void
jug_session_drop_sources (JugSession *self)
{
  g_clear_pointer (&self->native_source, g_free);
  if (!self->python_source)
    return;
  g_clear_pointer (&self->python_source, g_free);
  jug_session_notify (self, JUG_SESSION_PROP_PYTHON_SOURCE);
}

/**
 * jug_session_take_sources:
 * @self: a session
 * @trace: a trace, whose source may not have said yet what it runs
 *
 * Shows the program that a trace is of.
 */
void
jug_session_take_sources (JugSession *self, JugTrace *trace)
{
  const char *python = jug_trace_get_property (trace, JUG_TRACE_SOURCE);

  set_string (self, &self->native_source,
              jug_trace_get_property (trace, JUG_TRACE_SOURCE_C));
  if (g_strcmp0 (self->python_source, python) == 0)
    return;
  set_string (self, &self->python_source, python);
  jug_session_notify (self, JUG_SESSION_PROP_PYTHON_SOURCE);
}

/* What was open stays, and whoever shows it says what went wrong. */
static void
refuse_candidate (JugSession *self, const GError *error)
{
  g_clear_object (&self->opening);
  g_clear_object (&self->candidate);
  jug_session_set_state (self, JUG_SESSION_READY, NULL);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jug_session_emit_file_refused (self, error->message);
}

/**
 * jug_session_fail:
 * @self: a session
 * @error: what went wrong
 *
 * Says what went wrong, instead of a trace.
 */
void
jug_session_fail (JugSession *self, const GError *error)
{
  const char *message = error->message;

  stop_following (self);
  jug_session_end_input (self);
  g_clear_object (&self->opening);
  jug_session_drop_trace (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    message = self->lesson || self->program ? _ ("The run was stopped before its end.")
                                            : _ ("Opening the file was stopped.");
  self->lacks_sandbox =
      g_error_matches (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_SANDBOX);
  jug_session_set_state (self, JUG_SESSION_FAILED, message);
}

/**
 * jug_session_set_name:
 * @self: a session
 * @lesson: (nullable): the lesson that is open now
 * @title: (nullable): what people call what is open
 *
 * Says what is open now, and that nothing else is any more.
 */
void
jug_session_set_name (JugSession *self, JugLesson *lesson, const char *title)
{
  set_lesson (self, lesson);
  set_title (self, title);
  reset_page (self);
  set_settings (self, NULL);
  jug_session_set_program (self, NULL);
  jug_session_load_version (self);
}

static void
set_file (JugSession *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_object (&self->file, file);
  jug_session_set_name (self, NULL, shown);
  jug_session_drop_sources (self);
}

static void
succeed (JugSession *self, JugOpened *opened)
{
  const char *title = jug_trace_get_property (opened->trace, JUG_TRACE_TITLE);
  g_autoptr (GFile) candidate = g_steal_pointer (&self->candidate);

  g_clear_object (&self->opening);
  g_object_freeze_notify (G_OBJECT (self));
  if (candidate)
    {
      jug_session_drop_trace (self);
      set_file (self, candidate);
    }
  jug_session_take_sources (self, opened->trace);
  if (self->file && title && *title)
    set_title (self, title);
  jug_session_take_trace (self, opened->trace, g_steal_pointer (&opened->index),
                          g_steal_pointer (&opened->cursor));
  jug_session_set_state (self, JUG_SESSION_READY, NULL);
  g_object_thaw_notify (G_OBJECT (self));
  if (!jug_session_go_to_page_start (self))
    jug_session_emit_moved (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ticket) ticket = user_data;
  g_autoptr (JugSession) self = g_weak_ref_get (&ticket->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (JugOpened) opened = jug_opening_finish (result, &error);

  if (!self || self->opening != ticket->opening)
    return;
  if (!opened && self->candidate)
    refuse_candidate (self, error);
  else if (!opened)
    jug_session_fail (self, error);
  else if (opened->cursor)
    succeed (self, opened);
  else
    self->is_recorded = TRUE; /* live: the follower takes in the rest */
}

static gboolean
follow_cb (gpointer user_data)
{
  JugSession *self = user_data;
  g_autoptr (JugSession) alive G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (JugTrace) trace = jug_trace_ref (self->trace);
  gboolean is_sealed =
      jug_trace_is_sealed (self->trace); /* asked before there can be more */
  guint32 n_events = jug_trace_get_n_events (self->trace);
  gboolean is_behind = jug_span_index_update (self->index, FOLLOW_SLICE);
  /* That nothing more comes does not mean that anything could be run. */
  gboolean is_over = is_sealed && !is_behind && self->is_recorded;

  jug_session_update_question (self);
  if (n_events == self->n_followed && !is_over)
    return G_SOURCE_CONTINUE;
  self->n_followed = n_events;
  if (!self->python_source)
    jug_session_take_sources (self, trace);
  if (is_over)
    {
      g_clear_pointer (&self->follower, g_source_unref);
      g_clear_object (&self->opening);
      jug_session_end_input (self);
    }
  jug_playhead_trace_grown (self->playhead);
  jug_session_emit_trace_grown (self);
  /* Whoever was told may have opened something else. */
  if (is_over && self->trace == trace)
    jug_session_set_state (self, JUG_SESSION_READY, NULL);
  return is_over ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
start_following (JugSession *self)
{
  self->n_followed = 0;
  self->follower = g_timeout_source_new (FOLLOW_INTERVAL_MS);
  g_source_set_static_name (self->follower, "[jug-session] follow");
  g_source_set_callback (self->follower, follow_cb, self, NULL);
  g_source_attach (self->follower, self->context);
}

static void
start_live (JugSession *self, JugRecording *run, JugSessionPace pace)
{
  JugTrace *trace = jug_recording_get_trace (run);

  jug_session_take_trace (self, trace, jug_span_index_new (trace),
                          jug_cursor_new (trace));
  jug_playhead_set_following (self->playhead, pace == JUG_SESSION_AT_EDGE);
  start_following (self);
}

/**
 * jug_session_start:
 * @self: a session in which nothing else is going on
 * @run: (transfer full): what to record
 * @pace: how it is shown
 *
 * Runs something.
 */
void
jug_session_start (JugSession *self, JugRecording *run, JugSessionPace pace)
{
  jug_session_take_sources (self, jug_recording_get_trace (run));
  self->lacks_sandbox = FALSE;
  self->is_recorded = FALSE;
  self->opening = g_cancellable_new ();
  jug_session_set_state (self, JUG_SESSION_RECORDING, NULL);
  if (pace == JUG_SESSION_WHOLE)
    {
      jug_opening_record_async (run, self->opening, opened_cb, new_ticket (self));
      return;
    }
  start_live (self, run, pace);
  jug_opening_record_live_async (run, self->opening, opened_cb, new_ticket (self));
}

static void
start_run (JugSession *self)
{
  JugLessonClock clock = jug_lesson_get_clock (self->lesson);
  g_autoptr (GError) error = NULL;
  JugRecording *run =
      jug_lesson_run_new (self->lesson, self->programs, self->settings, clock, &error);

  if (run)
    {
      jug_session_start (self, run,
                         clock == JUG_LESSON_CLOCK_VIRTUAL ? JUG_SESSION_WHOLE
                                                           : JUG_SESSION_AT_EDGE);
      return;
    }
  set_string (self, &self->native_source, jug_lesson_get_native_source (self->lesson));
  set_string (self, &self->python_source, jug_lesson_get_python_source (self->lesson));
  jug_session_notify (self, JUG_SESSION_PROP_PYTHON_SOURCE);
  jug_session_fail (self, error);
}

/* What is open, as it stands. */
static void
start_again (JugSession *self)
{
  if (self->program || self->is_version)
    jug_session_start_python (self);
  else
    start_run (self);
}

/**
 * jug_session_begin:
 * @self: a session
 *
 * Ends what was open; notifications wait until something else is.
 */
void
jug_session_begin (JugSession *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  jug_session_abandon_opening (self);
  jug_session_drop_trace (self);
}

/**
 * jug_session_end:
 * @self: a session in which something else is open
 *
 * Ends what jug_session_begin() began.
 */
void
jug_session_end (JugSession *self)
{
  g_object_thaw_notify (G_OBJECT (self));
  jug_session_emit_moved (self);
}

void
jug_session_open_lesson (JugSession *self, JugLesson *lesson)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (JUG_IS_LESSON (lesson));

  jug_session_begin (self);
  g_clear_object (&self->file);
  jug_session_set_name (self, lesson, jug_lesson_get_title (lesson));
  start_run (self);
  jug_session_end (self);
}

/* A place in a lesson is not given up for a file that may turn out to be none. */
static void
open_beside (JugSession *self, GFile *file)
{
  g_autoptr (GFile) candidate = g_object_ref (file);

  jug_session_abandon_opening (self);
  jug_playhead_pause (self->playhead);
  self->candidate = g_steal_pointer (&candidate);
  self->opening = g_cancellable_new ();
  jug_session_set_state (self, JUG_SESSION_OPENING, NULL);
  jug_opening_read_async (file, self->opening, opened_cb, new_ticket (self));
}

void
jug_session_open_file (JugSession *self, GFile *file)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->trace && jug_trace_is_sealed (self->trace) && !self->follower)
    {
      open_beside (self, file);
      return;
    }
  jug_session_begin (self);
  set_file (self, file);
  self->opening = g_cancellable_new ();
  jug_session_set_state (self, JUG_SESSION_OPENING, NULL);
  jug_opening_read_async (file, self->opening, opened_cb, new_ticket (self));
  jug_session_end (self);
}

void
jug_session_run (JugSession *self, GVariant *settings)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->lesson != NULL || self->program != NULL);
  g_return_if_fail (!settings ||
                    g_variant_is_of_type (settings, G_VARIANT_TYPE ("a{sd}")));

  jug_session_begin (self);
  if (settings)
    set_settings (self, settings);
  /* With other values it is the program as it was written. */
  if (settings)
    self->is_version = FALSE;
  start_again (self);
  jug_session_end (self);
}

void
jug_session_cancel (JugSession *self)
{
  g_return_if_fail (JUG_IS_SESSION (self));

  /* Whoever works answers to it, and the session goes on from there. */
  g_cancellable_cancel (self->opening);
}

void
jug_session_close (JugSession *self)
{
  g_return_if_fail (JUG_IS_SESSION (self));

  jug_session_begin (self);
  g_clear_object (&self->file);
  jug_session_set_name (self, NULL, NULL);
  jug_session_drop_sources (self);
  jug_session_set_state (self, JUG_SESSION_EMPTY, NULL);
  jug_session_end (self);
}

typedef struct
{
  JugTrace *trace;
  GFile *file;
  char *notes;  /* (nullable): as they were when saving began */
  guint change; /* that of them */
} Save;

static void
free_save (Save *save)
{
  jug_trace_unref (save->trace);
  g_object_unref (save->file);
  g_free (save->notes);
  g_free (save);
}

static void
save_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  const JugTraceAddition notes = { JUG_TRACE_NOTES, save->notes };
  GError *error = NULL;

  if (jug_trace_save_with (save->trace, &notes, 1, save->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
jug_session_save_async (JugSession *self,
                        GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Save *save;

  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->trace != NULL && jug_trace_is_sealed (self->trace));
  g_return_if_fail (G_IS_FILE (file));

  save = g_new0 (Save, 1);
  save->trace = jug_trace_ref (self->trace);
  save->file = g_object_ref (file);
  save->notes = jug_notes_to_text (self->notes);
  save->change = jug_notes_get_change (self->notes);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_name (task, "[jug-session] save");
  g_task_set_task_data (task, save, (GDestroyNotify) free_save);
  g_task_run_in_thread (task, save_cb);
}

gboolean
jug_session_save_finish (JugSession *self, GAsyncResult *result, GError **error)
{
  const Save *save;

  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  save = g_task_get_task_data (G_TASK (result));
  jug_notes_set_saved (self->notes, save->change);
  return TRUE;
}
