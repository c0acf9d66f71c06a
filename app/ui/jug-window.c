/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only wires: the views follow the session, the actions change it. */
#include "jug-window.h"

#include "jug-compat.h"
#include "jug-edit-actions.h"
#include "jug-lane-actions.h"
#include "jug-lesson-list.h"
#include "jug-note-actions.h"
#include "jug-opener.h"
#include "jug-player-actions.h"
#include "jug-settings.h"
#include "jug-shortcuts.h"
#include "jug-style.h"
#include "jug-ticker.h"
#include "jug-timeline-actions.h"
#include "jug-window-actions.h"
#include "jug-workspace.h"

#include <glib/gi18n-lib.h>

/* Up to this width the sidebar slides over the workspace. */
#define FOLD_BELOW 1280

#define MIN_WIDTH 360
#define MIN_HEIGHT 480

struct _JugWindow
{
  AdwApplicationWindow parent_instance;

  /* children */
  GtkWidget *split;
  JugLessonList *lessons;
  JugWorkspace *workspace;

  /* owned */
  JugSession *session;
  GSettings *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (JugWindow, jug_window, ADW_TYPE_APPLICATION_WINDOW)

static void
title_changed_cb (JugWindow *self)
{
  const char *title = jug_session_get_title (self->session);
  JugDraft *draft = jug_workspace_get_draft (self->workspace);
  g_autofree char *marked = NULL;

  if (title != NULL && jug_draft_is_unsaved (draft))
    /* Translators: %s is the name of a file that is not saved */
    marked = g_strdup_printf (_ ("• %s (not saved)"), title);
  gtk_window_set_title (GTK_WINDOW (self), marked ? marked : title ? title : "Juggler");
}

static void
lesson_changed_cb (JugWindow *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);

  if (self->settings != NULL && lesson != NULL)
    g_settings_set_string (self->settings, "last-lesson", jug_lesson_get_id (lesson));
}

/* Where the list lies over the lesson, it has done its work. */
static void
lesson_chosen_cb (JugWindow *self)
{
  if (jug_split_is_folded (self->split))
    jug_split_set_show_sidebar (self->split, FALSE);
}

/* What a person has written is not lost without a word. */
static gboolean
jug_window_close_request (GtkWindow *window)
{
  JugWindow *self = JUG_WINDOW (window);

  if (!jug_leaving_is_asked (self->workspace, JUG_LEAVING_ALL))
    return GTK_WINDOW_CLASS (jug_window_parent_class)->close_request (window);
  jug_leaving_ask (self->workspace, JUG_LEAVING_ALL, (JugLeavingFunc) gtk_window_destroy,
                   g_object_ref (self), g_object_unref);
  return TRUE;
}

static void
jug_window_dispose (GObject *object)
{
  JugWindow *self = JUG_WINDOW (object);

  if (self->session != NULL)
    {
      jug_playhead_pause (jug_session_get_playhead (self->session));
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  /* GTK 4.8 may keep what widgets look actions up in longer than the window. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "player", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lanes", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "notes", NULL);
  G_OBJECT_CLASS (jug_window_parent_class)->dispose (object);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
}

static void
jug_window_class_init (JugWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jug_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jug_window_close_request;
}

static void
jug_window_init (JugWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 1200, 800);
  /* Where the layout changes with the width, the window has to name its least size. */
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, MIN_HEIGHT);
  gtk_window_set_icon_name (GTK_WINDOW (self), JUG_APP_ID);
  jug_style_adopt (GTK_WIDGET (self));

  self->settings = jug_settings_new ();
  self->lessons = g_object_new (JUG_TYPE_LESSON_LIST, NULL);
  self->workspace = g_object_new (JUG_TYPE_WORKSPACE, NULL);
  self->split = jug_split_new (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->lessons),
                               GTK_WIDGET (self->workspace), FOLD_BELOW);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->split);
  jug_shortcuts_install_window (self->split);
  jug_opener_accept_drops (self->split);
}

static void
set_session (JugWindow *self, JugSession *session)
{
  g_autoptr (GSimpleActionGroup) player = jug_player_actions_new (session);
  g_autoptr (GSimpleActionGroup) timeline =
      jug_timeline_actions_new (jug_workspace_get_chart (self->workspace), session);
  g_autoptr (GSimpleActionGroup) lanes =
      jug_lane_actions_new (jug_workspace_get_chart (self->workspace), session);
  g_autoptr (GSimpleActionGroup) notes =
      jug_note_actions_new (jug_workspace_get_notes (self->workspace), session);

  self->session = g_object_ref (session);
  jug_settings_bind_session (self->settings, session);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "player", G_ACTION_GROUP (player));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline",
                                  G_ACTION_GROUP (timeline));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lanes", G_ACTION_GROUP (lanes));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "notes", G_ACTION_GROUP (notes));

  jug_workspace_set_player (self->workspace, G_ACTION_GROUP (player));
  jug_workspace_set_session (self->workspace, session);
  jug_window_actions_add (self, session, self->split, self->workspace);
  jug_edit_actions_add (GTK_WINDOW (self), self->workspace);
  jug_lesson_list_set_session (self->lessons, session);
  jug_ticker_attach (GTK_WIDGET (self), session);

  g_signal_connect_object (session, "notify::title", G_CALLBACK (title_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::lesson", G_CALLBACK (lesson_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jug_workspace_get_draft (self->workspace), "changed",
                           G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lessons, "chosen", G_CALLBACK (lesson_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  title_changed_cb (self);
}

GtkWidget *
jug_window_new (GtkApplication *application, JugSession *session)
{
  JugWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = g_object_new (JUG_TYPE_WINDOW, "application", application, NULL);
  jug_settings_bind (self->settings, "window-width", self, "default-width");
  jug_settings_bind (self->settings, "window-height", self, "default-height");
  jug_settings_bind (self->settings, "window-maximized", self, "maximized");
  set_session (self, session);
  jug_workspace_set_settings (self->workspace, self->settings);
  return GTK_WIDGET (self);
}

void
jug_window_open_file (JugWindow *self, GFile *file)
{
  g_return_if_fail (JUG_IS_WINDOW (self));

  jug_opener_open (GTK_WINDOW (self), self->workspace, self->settings, file);
}

void
jug_window_leave (JugWindow *self,
                  JugLeavingFunc func,
                  gpointer data,
                  GDestroyNotify destroy)
{
  g_return_if_fail (JUG_IS_WINDOW (self));

  jug_leaving_ask (self->workspace, JUG_LEAVING_ALL, func, data, destroy);
}

void
jug_window_open_something (JugWindow *self)
{
  JugCatalogue *catalogue;
  JugLesson *lesson = NULL;

  g_return_if_fail (JUG_IS_WINDOW (self));

  if (jug_session_get_state (self->session) != JUG_SESSION_EMPTY)
    return;
  catalogue = jug_session_get_catalogue (self->session);
  if (self->settings != NULL)
    {
      g_autofree char *id = g_settings_get_string (self->settings, "last-lesson");

      if (*id != '\0')
        lesson = jug_catalogue_find (catalogue, id, NULL);
    }
  if (lesson == NULL && jug_catalogue_get_n_units (catalogue) > 0)
    lesson = jug_catalogue_get_lesson (catalogue, 0, 0);
  if (lesson != NULL)
    jug_session_open_lesson (self->session, lesson);
}
