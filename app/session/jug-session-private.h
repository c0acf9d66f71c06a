/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session consists of. */
#pragma once

#include "jug-session.h"
#include "jug-task-labels.h"

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
  JUG_SESSION_PROP_SELECTED_TASK,
  JUG_SESSION_PROP_SELECTED_EVENT,
  JUG_SESSION_PROP_FOLLOW_TASK,
  JUG_SESSION_PROP_STEPS_AXIS,
  JUG_SESSION_N_PROPS,
} JugSessionProperty;

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

  /* How it is being opened */
  GCancellable *opening; /* (nullable): while a thread works for the session */
  GFile *candidate;      /* (nullable): is being read while something else stays open */
  GSource *follower;     /* (nullable): while the trace grows */
  guint32 n_followed;    /* events of the trace that have been announced */

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
  gboolean follow_task;
  gboolean steps_axis;
};

void jug_session_notify (JugSession *self, JugSessionProperty property);
void jug_session_emit_moved (JugSession *self);
void jug_session_emit_trace_grown (JugSession *self);
void jug_session_emit_file_refused (JugSession *self, const char *message);
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
void jug_session_abandon_opening (JugSession *self);

G_END_DECLS
