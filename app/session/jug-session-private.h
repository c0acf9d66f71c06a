/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session consists of. */
#pragma once

#include "jug-range.h"
#include "jug-recording.h"
#include "jug-session.h"
#include "jug-task-labels.h"
#include "jug-versions.h"

G_BEGIN_DECLS

/**
 * JugSessionProperty:
 *
 * The properties of #JugSession, in the order in which they are installed.
 */
typedef enum
{
  JUG_SESSION_PROP_0,
  JUG_SESSION_PROP_CATALOGUE,
  JUG_SESSION_PROP_STATE,
  JUG_SESSION_PROP_ERROR_MESSAGE,
  JUG_SESSION_PROP_LESSON,
  JUG_SESSION_PROP_TITLE,
  JUG_SESSION_PROP_PAGE,
  JUG_SESSION_PROP_SETTINGS,
  JUG_SESSION_PROP_TRACE,
  JUG_SESSION_PROP_PLAYHEAD,
  JUG_SESSION_PROP_PYTHON_SOURCE,
  JUG_SESSION_PROP_PROGRAM,
  JUG_SESSION_PROP_VERSION,
  JUG_SESSION_PROP_TAKES_INPUT,
  JUG_SESSION_PROP_QUESTION,
  JUG_SESSION_PROP_SELECTED_TASK,
  JUG_SESSION_PROP_SELECTED_EVENT,
  JUG_SESSION_PROP_FOLLOW_TASK,
  JUG_SESSION_PROP_STEPS_AXIS,
  JUG_SESSION_N_PROPS,
} JugSessionProperty;

/**
 * JugSessionPace:
 * @JUG_SESSION_WHOLE: the trace is handed over when it is complete
 * @JUG_SESSION_FROM_START: it is shown while it grows, and the playhead stays
 * @JUG_SESSION_AT_EDGE: it is shown while it grows, and the playhead follows
 *
 * How a run is shown.
 */
typedef enum
{
  JUG_SESSION_WHOLE,
  JUG_SESSION_FROM_START,
  JUG_SESSION_AT_EDGE,
} JugSessionPace;

struct _JugSession
{
  GObject parent_instance;

  /* Given once */
  JugCatalogue *catalogue;
  const JugProgram *const *programs; /* (unowned) */
  GMainContext *context;

  /* What is open */
  JugSessionState state;
  char *error_message; /* (nullable) */
  JugLesson *lesson;   /* (nullable) */
  GFile *file;         /* (nullable) */
  char *title;         /* (nullable) */
  guint page;
  GVariant *settings;
  char *python_source; /* (nullable) */
  char *native_source; /* (nullable) */

  /* Python */
  JugVersions *versions;
  GFile *program; /* (nullable) */
  char *version;  /* (nullable): the learner's */
  gboolean is_version;
  gboolean is_unprotected;
  gboolean lacks_sandbox;
  char *interpreter; /* (nullable) */
  char **arguments;  /* (nullable) */
  gboolean virtual_time;
  gboolean without_locals;
  int input_fd; /* -1: nothing takes input */
  char *question;
  char *asked;         /* the line that it is the end of, as far as it has come */
  char *answered;      /* the part of that line that has its answer */
  guint64 n_questions; /* the number of the last one */

  /* How it is being opened */
  GCancellable *opening; /* (nullable): while a thread works for the session */
  GFile *candidate;      /* (nullable): is being read while something else stays open */
  GSource *follower;     /* (nullable): while the trace grows */
  guint32 n_followed;    /* events of the trace that have been announced */
  gboolean is_recorded;  /* the thread that recorded it says so */

  /* The trace, and the place in it */
  JugTrace *trace;       /* (nullable) */
  JugSpanIndex *index;   /* (nullable) */
  JugCursor *cursor;     /* (nullable) */
  JugTaskLabels *labels; /* (nullable) */
  JugPlayhead *playhead;
  JugNotes *notes;
  JugNarration *narration; /* (nullable): made when it is asked for */
  guint32 shown_event;
  guint32 shown_position;

  /* The selection */
  guint32 selected_task;
  guint32 selected_event;
  JugRange range;
  gboolean follow_task;
  gboolean steps_axis;
};

void jug_session_notify (JugSession *self, JugSessionProperty property);
void jug_session_emit_moved (JugSession *self);
void jug_session_emit_trace_grown (JugSession *self);
void jug_session_emit_range_changed (JugSession *self);
void jug_session_emit_file_refused (JugSession *self, const char *message);
void jug_session_emit_visited (JugSession *self, guint32 event);
void jug_session_emit_notes_refused (JugSession *self, const char *message);
void jug_session_set_state (JugSession *self, JugSessionState state, const char *message);

/* The place (jug-session-place.c) */
void jug_session_take_trace (JugSession *self,
                             JugTrace *trace,
                             JugSpanIndex *index,
                             JugCursor *cursor);
void jug_session_drop_trace (JugSession *self);
void jug_session_show_playhead (JugSession *self);
gboolean jug_session_go_to_page_start (JugSession *self);

/* Opening (jug-session-open.c) */
void jug_session_begin (JugSession *self);
void jug_session_end (JugSession *self);
void jug_session_start (JugSession *self, JugRecording *run, JugSessionPace pace);
void jug_session_fail (JugSession *self, const GError *error);
void jug_session_set_name (JugSession *self, JugLesson *lesson, const char *title);
void jug_session_drop_sources (JugSession *self);
void jug_session_take_sources (JugSession *self, JugTrace *trace);

/* Python (jug-session-python.c) */
void jug_session_start_python (JugSession *self);
void jug_session_set_program (JugSession *self, GFile *program);
void jug_session_load_version (JugSession *self);
void jug_session_end_input (JugSession *self);
void jug_session_update_question (JugSession *self);

void jug_session_abandon_opening (JugSession *self);

G_END_DECLS
