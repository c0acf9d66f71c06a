/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All commands of the window in one place, and when they can be given. */
#include "jug-window-actions.h"

#include "jug-compat.h"
#include "jug-saving.h"
#include "jug-session-range.h"
#include "jug-shortcuts-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *window; /* (unowned): owns this */
  JugSession *session;
  GtkWidget *split;        /* (nullable): a weak pointer */
  JugWorkspace *workspace; /* (unowned): the window's */
} Commands;

static GSimpleAction *
get_action (Commands *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), name));
}

static JugLesson *
get_neighbour (Commands *self, int offset)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);

  return lesson ? jug_catalogue_get_neighbour (jug_session_get_catalogue (self->session),
                                               lesson, offset)
                : NULL;
}

/* What can be done now */

static void
update (Commands *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);
  JugSessionState state = jug_session_get_state (self->session);
  guint page = jug_session_get_page (self->session);
  guint n_pages = lesson ? jug_lesson_get_n_pages (lesson) : 0;
  gboolean has_trace = jug_session_get_trace (self->session) != NULL;
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "next-page", page + 1 < n_pages },
    { "previous-page", lesson != NULL && page > 0 },
    { "next-lesson", get_neighbour (self, 1) != NULL },
    { "previous-lesson", get_neighbour (self, -1) != NULL },
    { "run-again", (lesson != NULL || jug_session_get_program (self->session) != NULL) &&
                       state != JUG_SESSION_RECORDING },
    { "run-as-written", lesson != NULL && state != JUG_SESSION_RECORDING },
    { "run-with", lesson != NULL },
    { "cancel-run", state == JUG_SESSION_RECORDING || state == JUG_SESSION_OPENING },
    { "save-trace", state == JUG_SESSION_READY },
    { "find", has_trace },
    { "find-next", has_trace },
    { "find-previous", has_trace },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (get_action (self, actions[i].name), actions[i].enabled);
}

static void
update_fullscreen (Commands *self)
{
  gboolean fullscreen = gtk_window_is_fullscreen (self->window);

  g_simple_action_set_state (get_action (self, "fullscreen"),
                             g_variant_new_boolean (fullscreen));
}

static void
update_show_lessons (Commands *self)
{
  g_simple_action_set_state (
      get_action (self, "show-lessons"),
      g_variant_new_boolean (jug_split_get_show_sidebar (self->split)));
}

static void
update_follow_task (Commands *self)
{
  g_simple_action_set_enabled (get_action (self, "follow-task"),
                               jug_session_get_selected_task (self->session) !=
                                   JUG_SESSION_NO_TASK);
  g_simple_action_set_state (
      get_action (self, "follow-task"),
      g_variant_new_boolean (jug_session_get_follow_task (self->session)));
}

/* Lessons and pages */

typedef struct
{
  Commands *commands;
  JugLesson *lesson;
} LessonToOpen;

static void
open_lesson_now (gpointer data)
{
  LessonToOpen *what = data;

  jug_session_open_lesson (what->commands->session, what->lesson);
}

static void
open_lesson (Commands *self, JugLesson *lesson)
{
  LessonToOpen *what = g_new (LessonToOpen, 1);

  what->commands = self;
  what->lesson = lesson;
  jug_window_leave (JUG_WINDOW (self->window), open_lesson_now, what, g_free);
}

static void
choose_lesson_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_split_set_show_sidebar (self->split, TRUE);
}

static void
show_lessons_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Commands *self = data;

  jug_split_set_show_sidebar (self->split, g_variant_get_boolean (state));
}

static void
open_lesson_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  g_autoptr (GError) error = NULL;
  JugLesson *lesson = jug_catalogue_find (jug_session_get_catalogue (self->session),
                                          g_variant_get_string (parameter, NULL), &error);

  if (lesson != NULL)
    open_lesson (self, lesson);
  else
    jug_workspace_tell (self->workspace, error->message);
}

static void
neighbour_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-lesson");
  JugLesson *lesson = get_neighbour (self, next ? 1 : -1);

  if (lesson != NULL)
    open_lesson (self, lesson);
}

static void
next_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_session_set_page (self->session, jug_session_get_page (self->session) + 1);
}

static void
previous_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_session_set_page (self->session, jug_session_get_page (self->session) - 1);
}

static void
run_again (gpointer data)
{
  Commands *self = data;

  jug_session_run (self->session, NULL);
}

static void
run_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  /* Of somebody's own program that is what they see, not what it was. */
  if (jug_session_get_program (self->session) != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "run-edited", NULL);
  else
    jug_leaving_ask (self->workspace, JUG_LEAVING_RUN, run_again, self, NULL);
}

typedef struct
{
  Commands *commands;
  GVariant *settings;
} RunWith;

static void
run_with (gpointer data)
{
  RunWith *what = data;

  jug_session_run (what->commands->session, what->settings);
}

static void
run_with_free (gpointer data)
{
  RunWith *what = data;

  g_variant_unref (what->settings);
  g_free (what);
}

static void
run_with_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  RunWith *what = g_new (RunWith, 1);

  what->commands = self;
  what->settings = g_variant_ref (parameter);
  jug_leaving_ask (self->workspace, JUG_LEAVING_RUN, run_with, what, run_with_free);
}

static void
run_as_written (gpointer data)
{
  Commands *self = data;

  jug_code_view_show_written (jug_workspace_get_code (self->workspace));
  jug_session_run (self->session, g_variant_new ("a{sd}", NULL));
}

static void
run_as_written_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_leaving_ask (self->workspace, JUG_LEAVING_RUN, run_as_written, self, NULL);
}

static void
cancel_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_session_cancel (self->session);
}

static void
follow_task_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Commands *self = data;

  jug_session_set_follow_task (self->session, g_variant_get_boolean (state));
  update_follow_task (self);
}

/* Files */

static void
file_to_open_chosen (GFile *file, gpointer data)
{
  g_autoptr (JugWindow) window = data;

  if (file != NULL)
    jug_window_open_file (window, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const types[] = { "text/x-python", "application/x-juggler-trace",
                                       NULL };
  static const char *const suffixes[] = { "py", "pyw", "jug", NULL };
  const JugFileFilter filter = { _ ("Python programs and traces"), types, suffixes };
  Commands *self = data;

  jug_choose_file_to_open (self->window, _ ("Open a Program or a Trace"), &filter,
                           file_to_open_chosen, g_object_ref (self->window));
}

static void
open_file_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  jug_window_open_file (JUG_WINDOW (self->window), file);
}

static void
save_trace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_saving_save_trace (self->workspace, NULL, NULL, NULL);
}

/* Finding */

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  jug_workspace_find (self->workspace, g_str_equal (name, "find-next")       ? 1
                                       : g_str_equal (name, "find-previous") ? -1
                                                                             : 0);
}

/* The window */

static void
fullscreen_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  Commands *self = data;

  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (self->window);
  else
    gtk_window_unfullscreen (self->window);
}

static void
back_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;
  JugRange range = jug_session_get_range (self->session);

  if (!jug_range_is_empty (&range))
    jug_session_set_range (self->session, &JUG_RANGE_NONE);
  else if (jug_session_get_selected_task (self->session) != JUG_SESSION_NO_TASK)
    jug_session_select (self->session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
  else
    gtk_window_unfullscreen (self->window);
}

static void
show_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  gtk_window_present (GTK_WINDOW (jug_shortcuts_window_new (self->window)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Commands *self = data;

  jug_show_about (self->window);
}

static void
commands_free (gpointer data)
{
  Commands *self = data;

  g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->split != NULL)
    g_signal_handlers_disconnect_by_data (self->split, self);
  g_clear_weak_pointer (&self->split);
  g_object_unref (self->session);
  g_free (self);
}

void
jug_window_actions_add (JugWindow *window,
                        JugSession *session,
                        GtkWidget *split,
                        JugWorkspace *workspace)
{
  const GActionEntry entries[] = {
    { .name = "choose-lesson", .activate = choose_lesson_cb },
    { .name = "show-lessons", .state = "false", .change_state = show_lessons_cb },
    { .name = "open-lesson", .parameter_type = "s", .activate = open_lesson_cb },
    { .name = "next-lesson", .activate = neighbour_cb },
    { .name = "previous-lesson", .activate = neighbour_cb },
    { .name = "next-page", .activate = next_page_cb },
    { .name = "previous-page", .activate = previous_page_cb },
    { .name = "run-again", .activate = run_again_cb },
    { .name = "run-as-written", .activate = run_as_written_cb },
    { .name = "run-with", .parameter_type = "a{sd}", .activate = run_with_cb },
    { .name = "cancel-run", .activate = cancel_run_cb },
    { .name = "follow-task", .state = "false", .change_state = follow_task_cb },
    { .name = "open", .activate = open_cb },
    { .name = "open-file", .parameter_type = "s", .activate = open_file_cb },
    { .name = "save-trace", .activate = save_trace_cb },
    { .name = "find", .activate = find_cb },
    { .name = "find-next", .activate = find_cb },
    { .name = "find-previous", .activate = find_cb },
    { .name = "fullscreen", .state = "false", .change_state = fullscreen_cb },
    { .name = "back-out", .activate = back_out_cb },
    { .name = "show-shortcuts", .activate = show_shortcuts_cb },
    { .name = "about", .activate = about_cb },
  };
  const char *session_signals[] = { "notify::lesson", "notify::state", "notify::trace",
                                    "notify::page", "notify::program" };
  g_autofree char *signal = NULL;
  Commands *self;

  g_return_if_fail (JUG_IS_WINDOW (window));

  self = g_new0 (Commands, 1);
  self->window = GTK_WINDOW (window);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->split, split);
  self->workspace = workspace;
  g_object_set_data_full (G_OBJECT (window), "jug-commands", self, commands_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries),
                                   self);

  for (guint i = 0; i < G_N_ELEMENTS (session_signals); i++)
    g_signal_connect_swapped (session, session_signals[i], G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::follow-task",
                            G_CALLBACK (update_follow_task), self);
  g_signal_connect_swapped (session, "notify::selected-task",
                            G_CALLBACK (update_follow_task), self);
  signal = g_strconcat ("notify::", jug_split_show_property (), NULL);
  g_signal_connect_swapped (split, signal, G_CALLBACK (update_show_lessons), self);
  g_signal_connect_swapped (window, "notify::fullscreened",
                            G_CALLBACK (update_fullscreen), self);
  update (self);
  update_show_lessons (self);
  update_follow_task (self);
  update_fullscreen (self);
}
