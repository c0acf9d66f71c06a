/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the learner is looking at: a lesson, its trace, the playhead, the selection. */
#pragma once

#include "jug-catalogue.h"
#include "jug-narration.h"
#include "jug-notes.h"
#include "jug-playhead.h"
#include "jug-program.h"
#include "jug-span-index.h"

G_BEGIN_DECLS

/**
 * JUG_SESSION_NO_TASK:
 *
 * The selected task when none is; %JUG_TASK_LOOP is the loop's own lane.
 */
#define JUG_SESSION_NO_TASK G_MAXUINT32

#define JUG_TYPE_SESSION_STATE (jug_session_state_get_type ())
GType jug_session_state_get_type (void) G_GNUC_CONST;

/**
 * JugSessionState:
 * @JUG_SESSION_EMPTY: nothing is open
 * @JUG_SESSION_RECORDING: a lesson's program runs: in virtual time there is no trace yet,
 * in real time there is one that grows
 * @JUG_SESSION_OPENING: a trace file is being read; a complete trace that was open before
 * stays until that has succeeded
 * @JUG_SESSION_READY: there is a trace that is complete
 * @JUG_SESSION_FAILED: there is no trace; #JugSession:error-message says why
 *
 * What a session is about.
 */
typedef enum
{
  JUG_SESSION_EMPTY,
  JUG_SESSION_RECORDING,
  JUG_SESSION_OPENING,
  JUG_SESSION_READY,
  JUG_SESSION_FAILED,
} JugSessionState;

#define JUG_TYPE_SESSION (jug_session_get_type ())

/**
 * JugSession:
 *
 * The one object that everything in a window follows: what is open, its trace, where the
 * playhead is in it, what is selected.  No view keeps any of that itself, and none talks
 * to another.
 *
 * A session belongs to one thread, that of the main context in which it was made.  It
 * never blocks: programs run and files are read in threads of their own, and it can be
 * dropped at any time, also while they do.
 *
 * Opening something replaces what was open at once: #JugSession:trace becomes %NULL, the
 * selection goes, and #JugSession:state tells how it goes on.  A run in virtual time is
 * handed over when it is complete, with its index and the cursor's keyframes made; then
 * the playhead stands before the first event, or where the page wants it.  A run in real
 * time has its trace at once, and the playhead follows its live edge;
 * #JugSession::trace-grown says, some thirty times a second, that there is more.
 *
 * All properties notify when they change and only then.  Whatever depends on the playhead
 * is announced by one signal, #JugSession::moved.
 */
G_DECLARE_FINAL_TYPE (JugSession, jug_session, JUG, SESSION, GObject)

/**
 * JugSession:catalogue:
 *
 * All lessons.  Never changes.
 */

/**
 * JugSession:state:
 *
 * What the session is about, a #JugSessionState.
 */

/**
 * JugSession:error-message:
 *
 * In %JUG_SESSION_FAILED a sentence that says what is wrong, else %NULL.
 */

/**
 * JugSession:lesson:
 *
 * The lesson that is open, or %NULL if it is a trace file or nothing.
 */

/**
 * JugSession:title:
 *
 * What is open, for people: the lesson's title, the title within a trace file, or the
 * file's name; %NULL if nothing is.
 */

/**
 * JugSession:page:
 *
 * Which page of the lesson is shown, from 0.
 */

/**
 * JugSession:settings:
 *
 * With which values of the lesson's parameters the program runs, of type `a{sd}`; what it
 * does not mention has its initial value.
 */

/**
 * JugSession:trace:
 *
 * The trace, or %NULL while there is none.
 */

/**
 * JugSession:playhead:
 *
 * The playhead.  Never another one; it is without a trace while there is none.
 */

/**
 * JugSession:python-source:
 *
 * The text of the Python program as it runs or ran, or %NULL.
 */

/**
 * JugSession:program:
 *
 * The file of the Python program that is open, or %NULL if it is something else.
 */

/**
 * JugSession:version:
 *
 * What the learner has made of the lesson's program, or %NULL if it is as it was written.
 */

/**
 * JugSession:takes-input:
 *
 * Whether a program runs that can be given input.
 */

/**
 * JugSession:question:
 *
 * What the running program has printed last without the end of a line, such as the
 * question that input() asks; %NULL if that is nothing.
 */

/**
 * JugSession:selected-task:
 *
 * The selected task, %JUG_TASK_LOOP for the loop's lane, %JUG_SESSION_NO_TASK for none.
 */

/**
 * JugSession:selected-event:
 *
 * The selected event (what begins the selected bar, say), or %JUG_NO_EVENT.
 */

/**
 * JugSession:follow-task:
 *
 * Whether stepping by events stays with the selected task.
 */

/**
 * JugSession:steps-axis:
 *
 * Whether events are laid along x by steps; if not, by time.
 */

/**
 * JugSession::moved:
 *
 * The playhead moved, or what it shows changed; cursor and narration are those of the new
 * place.  Emitted after the playhead's own notifications, once per move.
 */

/**
 * JugSession::visited:
 * @self: a session
 * @event: an event, at which the playhead is now
 *
 * Somebody has asked for that very event, with jug_session_visit(): what hides it from
 * sight shows it again.
 */

/**
 * JugSession::trace-grown:
 *
 * The trace that is being recorded has got new events, or was sealed: then
 * #JugSession:state changes as well.  The index takes them in, a bounded number at a
 * time; with the last of these signals it has all.
 */

/**
 * JugSession::range-changed:
 *
 * Another stretch of the run is marked, or none; see jug_session_get_range().
 */

/**
 * JugSession::file-refused:
 * @self: a session
 * @message: what is wrong with the file, in one sentence
 *
 * A file could not be opened; what was open before still is.
 */

/**
 * JugSession::notes-refused:
 * @self: a session
 * @message: what is wrong with them, in one sentence
 *
 * The notes that were saved with a trace could not be read; the trace is open without
 * them.
 */

/**
 * jug_session_new:
 * @catalogue: the lessons
 * @programs: (array zero-terminated=1): the native programs of all lessons; it must stay
 * as long as the session
 *
 * Makes a session in which nothing is open.
 *
 * Returns: (transfer full): the session
 */
JugSession *jug_session_new (JugCatalogue *catalogue, const JugProgram *const *programs)
    G_GNUC_WARN_UNUSED_RESULT;

/* Opening */

/**
 * jug_session_open_lesson:
 * @self: a session
 * @lesson: a lesson of its catalogue
 *
 * Opens a lesson at its first page, with the program as written, and runs it.
 */
void jug_session_open_lesson (JugSession *self, JugLesson *lesson);

/**
 * jug_session_open_file:
 * @self: a session
 * @file: a trace file
 *
 * Opens a trace file.  If a complete trace is open, it stays open with the place in it
 * until the file is read, and for good if that cannot be: #JugSession::file-refused then
 * says why.
 */
void jug_session_open_file (JugSession *self, GFile *file);

/**
 * jug_session_run:
 * @self: a session in which a lesson or a program is open
 * @settings: (nullable): values of the lesson's parameters, of type `a{sd}`, consumed if
 * floating; %NULL: what ran last
 *
 * Runs the program again; with values, the lesson's as it was written.
 */
void jug_session_run (JugSession *self, GVariant *settings);

/**
 * jug_session_cancel:
 * @self: a session
 *
 * Stops a recording or the reading of a file.  A live trace is kept as far as it went,
 * and so is what was open before the file; without one the session fails, saying that it
 * was stopped.
 */
void jug_session_cancel (JugSession *self);

/**
 * jug_session_close:
 * @self: a session
 *
 * Closes what is open.
 */
void jug_session_close (JugSession *self);

/**
 * jug_session_save_async:
 * @self: a session with a trace that is complete
 * @file: where to
 * @cancellable: (nullable): ends it early
 * @callback: called in the main context when it is done
 * @user_data: for @callback
 *
 * Saves the trace with the notes to it, whole or not at all, in a thread.
 */
void jug_session_save_async (JugSession *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * jug_session_save_finish:
 * @self: a session
 * @result: what the callback got
 * @error: what went wrong
 *
 * Returns: whether it was saved
 */
gboolean jug_session_save_finish (JugSession *self, GAsyncResult *result, GError **error);

/* Python */

/**
 * JugSessionPython:
 * @interpreter: (nullable): the Python interpreter; %NULL for `python3` of PATH
 * @arguments: (nullable): the program's arguments
 * @virtual_time: whether an own program runs in virtual time; a lesson has a clock of its
 * own
 * @without_locals: whether local variables are left out
 *
 * How Python programs are run.
 */
typedef struct
{
  const char *interpreter;
  const char *const *arguments;
  gboolean virtual_time;
  gboolean without_locals;
} JugSessionPython;

/**
 * jug_session_set_python:
 * @self: a session
 * @python: how programs are run from now on; copied
 *
 * Chooses how Python programs are run; the next run follows it.
 */
void jug_session_set_python (JugSession *self, const JugSessionPython *python);

/**
 * jug_session_open_program:
 * @self: a session
 * @file: a local file with a Python program
 *
 * Opens a program of somebody's own, and runs it in real time as `python3 FILE` would: it
 * may do all that the person may.  Whoever calls this has asked the person.
 */
void jug_session_open_program (JugSession *self, GFile *file);

/**
 * jug_session_save_program_async:
 * @self: a session in which a program is open
 * @text: the text of the program
 * @etag: (nullable): what the file had when it was read or saved last; %NULL to overwrite
 * whatever is there
 * @callback: called in the main context when it is saved, or not
 * @user_data: for @callback
 *
 * Saves a program, whole or not at all, and does not run it.
 */
void jug_session_save_program_async (JugSession *self,
                                     const char *text,
                                     const char *etag,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * jug_session_save_program_finish:
 * @self: a session
 * @result: what the callback got
 * @etag: (out) (optional) (nullable): what the file has now
 * @error: why it could not be saved; %G_IO_ERROR_WRONG_ETAG if somebody else has written
 * to the file meanwhile
 *
 * Returns: whether it was saved
 */
gboolean jug_session_save_program_finish (JugSession *self,
                                          GAsyncResult *result,
                                          char **etag,
                                          GError **error);

/**
 * jug_session_get_program:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the file of the Python program that is open
 */
GFile *jug_session_get_program (JugSession *self);

/**
 * jug_session_run_version:
 * @self: a session in which a lesson is open
 * @text: a program
 *
 * Runs what the learner has made of the lesson's program, without network and without the
 * person's files, and keeps it for the next time that the lesson is opened.
 */
void jug_session_run_version (JugSession *self, const char *text);

/**
 * jug_session_keep_version:
 * @self: a session
 * @lesson: a lesson, not necessarily the one that is open
 * @text: a program
 *
 * Keeps what the learner has made of a lesson's program so far, without running it.
 */
void jug_session_keep_version (JugSession *self, JugLesson *lesson, const char *text);

/**
 * jug_session_run_unprotected:
 * @self: a session of which jug_session_can_run_unprotected() holds
 *
 * Runs the learner's version though nothing on this system can isolate it.  Whoever calls
 * this has asked the person.
 */
void jug_session_run_unprotected (JugSession *self);

/**
 * jug_session_can_run_unprotected:
 * @self: a session
 *
 * Returns: whether a run has failed only because nothing on this system can isolate it
 */
gboolean jug_session_can_run_unprotected (JugSession *self);

/**
 * jug_session_get_version:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the learner has made of the lesson's program
 */
const char *jug_session_get_version (JugSession *self);

/**
 * jug_session_is_version:
 * @self: a session
 *
 * Returns: whether what runs or ran last is the learner's version
 */
gboolean jug_session_is_version (JugSession *self);

/**
 * jug_session_forget_version:
 * @self: a session in which a lesson is open
 *
 * Gives the learner's version up, and runs the program as it was written.
 */
void jug_session_forget_version (JugSession *self);

/**
 * jug_session_get_takes_input:
 * @self: a session
 *
 * Returns: whether a program runs that can be given input
 */
gboolean jug_session_get_takes_input (JugSession *self);

/**
 * jug_session_get_question:
 * @self: a session
 *
 * Returns: (nullable): what #JugSession:question says
 */
const char *jug_session_get_question (JugSession *self);

/**
 * jug_session_write_input:
 * @self: a session that takes input
 * @text: what the program reads next from its standard input
 *
 * Gives the program input, as a terminal does with each line.
 *
 * Returns: %FALSE if the program has left so much unread that there is no room for it
 */
gboolean jug_session_write_input (JugSession *self, const char *text);

/**
 * jug_session_close_input:
 * @self: a session that takes input
 *
 * Tells the program that no more input comes, as Ctrl+D does in a terminal.
 */
void jug_session_close_input (JugSession *self);

/* What is open */

/**
 * jug_session_get_catalogue:
 * @self: a session
 *
 * Returns: (transfer none): all lessons
 */
JugCatalogue *jug_session_get_catalogue (JugSession *self);

/**
 * jug_session_get_state:
 * @self: a session
 *
 * Returns: what the session is about
 */
JugSessionState jug_session_get_state (JugSession *self);

/**
 * jug_session_get_error_message:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): in %JUG_SESSION_FAILED what is wrong, in one
 * sentence
 */
const char *jug_session_get_error_message (JugSession *self);

/**
 * jug_session_get_lesson:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the lesson that is open
 */
JugLesson *jug_session_get_lesson (JugSession *self);

/**
 * jug_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the trace file that is open
 */
GFile *jug_session_get_file (JugSession *self);

/**
 * jug_session_get_title:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is open, for people
 */
const char *jug_session_get_title (JugSession *self);

/**
 * jug_session_get_python_source:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the Python program as it runs or ran, with the
 * values of its parameters; changes only with #JugSession:trace, #JugSession:lesson or
 *   #JugSession:settings
 */
const char *jug_session_get_python_source (JugSession *self);

/**
 * jug_session_get_native_source:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the native program, as above
 */
const char *jug_session_get_native_source (JugSession *self);

/**
 * jug_session_get_settings:
 * @self: a session
 *
 * Returns: (transfer none): the values of parameters, of type `a{sd}`; see
 *   jug_param_get_value()
 */
GVariant *jug_session_get_settings (JugSession *self);

/**
 * jug_session_is_as_written:
 * @self: a session
 *
 * Returns: whether all parameters of the lesson have the values of the program as it is
 *   written, which is the one that the lesson's text tells of
 */
gboolean jug_session_is_as_written (JugSession *self);

/**
 * jug_session_get_page:
 * @self: a session
 *
 * Returns: which page of the lesson is shown, from 0
 */
guint jug_session_get_page (JugSession *self);

/**
 * jug_session_set_page:
 * @self: a session in which a lesson is open
 * @page: less than jug_lesson_get_n_pages()
 *
 * Turns to a page, and the playhead to where the page wants it, if it does.
 */
void jug_session_set_page (JugSession *self, guint page);

/* The trace and the place in it */

/**
 * jug_session_get_trace:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the trace
 */
JugTrace *jug_session_get_trace (JugSession *self);

/**
 * jug_session_get_span_index:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the index of the trace, for layouts; the session
 *   updates it
 */
JugSpanIndex *jug_session_get_span_index (JugSession *self);

/**
 * jug_session_get_playhead:
 * @self: a session
 *
 * Returns: (transfer none): the playhead
 */
JugPlayhead *jug_session_get_playhead (JugSession *self);

/**
 * jug_session_visit:
 * @self: a session with a trace
 * @event: an event of it
 *
 * Moves the playhead to an event that somebody has asked for by itself: a bookmark, an
 * entry of a list.  Who steps or plays comes by events that nobody asked for.
 */
void jug_session_visit (JugSession *self, guint32 event);

/**
 * jug_session_get_notes:
 * @self: a session
 *
 * Returns: (transfer none): the notes to the trace, the same object for all traces; they
 * are saved with it
 */
JugNotes *jug_session_get_notes (JugSession *self);

/**
 * jug_session_get_cursor:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): a cursor that stands at the playhead's position;
 * to be read, not moved
 */
JugCursor *jug_session_get_cursor (JugSession *self);

/**
 * jug_session_get_narration:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is said at the playhead; good until it moves
 */
JugNarration *jug_session_get_narration (JugSession *self);

/**
 * jug_session_lookup_task_label:
 * @task: the number of a task, or %JUG_TASK_LOOP
 * @self: (type JugSession): a session
 *
 * What the program or the lesson calls a task; the arguments stand as layouts want them
 * from a function that names lanes.
 *
 * Returns: (transfer none) (nullable): the name that the program gave the task, else the
 *   lesson's label for it, else %NULL: the trace's own `NAME-N` is to be used
 */
const char *jug_session_lookup_task_label (guint32 task, gpointer self);

/**
 * jug_session_dup_task_label:
 * @self: a session with a trace
 * @task: the number of a task, or %JUG_TASK_LOOP
 *
 * Returns: (transfer full): how the task is called: as above, `NAME-N` included
 */
char *jug_session_dup_task_label (JugSession *self, guint32 task)
    G_GNUC_WARN_UNUSED_RESULT;

/* The selection */

/**
 * jug_session_get_selected_task:
 * @self: a session
 *
 * Returns: the selected task, or %JUG_SESSION_NO_TASK
 */
guint32 jug_session_get_selected_task (JugSession *self);

/**
 * jug_session_get_selected_event:
 * @self: a session
 *
 * Returns: the selected event, or %JUG_NO_EVENT
 */
guint32 jug_session_get_selected_event (JugSession *self);

/**
 * jug_session_select:
 * @self: a session
 * @task: a task, %JUG_TASK_LOOP, or %JUG_SESSION_NO_TASK
 * @event: an event, or %JUG_NO_EVENT
 *
 * Selects a lane, and what begins at an event of it.  The playhead follows the selected
 * task from now on (%JUG_UNIT_FOLLOWED); if none is selected, the one that it followed
 * last.
 */
void jug_session_select (JugSession *self, guint32 task, guint32 event);

/**
 * jug_session_get_follow_task:
 * @self: a session
 *
 * Returns: whether stepping by events stays with the selected task
 */
gboolean jug_session_get_follow_task (JugSession *self);

/**
 * jug_session_set_follow_task:
 * @self: a session
 * @follow_task: whether stepping by events shall stay with the selected task
 *
 * Chooses what jug_session_step() does.
 */
void jug_session_set_follow_task (JugSession *self, gboolean follow_task);

/**
 * jug_session_step:
 * @self: a session
 * @direction: 1 forward, -1 back
 *
 * Steps by one event: of the selected task if #JugSession:follow-task holds, else any.
 *
 * Returns: %FALSE if there was nothing to move to
 */
gboolean jug_session_step (JugSession *self, int direction);

/**
 * jug_session_get_steps_axis:
 * @self: a session
 *
 * Returns: whether events are laid along x by steps
 */
gboolean jug_session_get_steps_axis (JugSession *self);

/**
 * jug_session_set_steps_axis:
 * @self: a session
 * @steps_axis: whether events shall be laid along x by steps
 *
 * Chooses the axis.
 */
void jug_session_set_steps_axis (JugSession *self, gboolean steps_axis);

G_END_DECLS
