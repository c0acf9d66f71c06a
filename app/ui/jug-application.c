/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Startup, the command line, and the commands of the program as a whole. */
#include "jug-application.h"

#include "jug-shortcuts.h"
#include "jug-window.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

struct _JugApplication
{
  AdwApplication parent_instance;

  JugSession *session;
};

G_DEFINE_FINAL_TYPE (JugApplication, jug_application, ADW_TYPE_APPLICATION)

static JugWindow *
get_window (JugApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL || !JUG_IS_WINDOW (window))
    window = GTK_WINDOW (jug_window_new (GTK_APPLICATION (self), self->session));
  return JUG_WINDOW (window);
}

/* What the command line is to open, once there is a window that can ask. */
typedef struct
{
  JugSession *session;
  JugLesson *lesson;
} LessonToOpen;

static void
open_lesson_cb (gpointer data)
{
  LessonToOpen *what = data;

  jug_session_open_lesson (what->session, what->lesson);
}

static void
open_lesson (JugApplication *self, JugLesson *lesson)
{
  LessonToOpen *what = g_new (LessonToOpen, 1);

  what->session = self->session;
  what->lesson = lesson;
  jug_window_leave (get_window (self), open_lesson_cb, what, g_free);
}

/* A file if there is one, else a lesson. */
static gboolean
open_target (JugApplication *self, GApplicationCommandLine *line, const char *target)
{
  g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, target);
  g_autoptr (GError) error = NULL;
  JugLesson *lesson;

  if (g_file_query_exists (file, NULL))
    {
      JugWindow *window = get_window (self);

      gtk_window_present (GTK_WINDOW (window));
      jug_window_open_file (window, file);
      return TRUE;
    }
  lesson = jug_catalogue_find (jug_session_get_catalogue (self->session), target, &error);
  if (lesson == NULL)
    {
      g_application_command_line_printerr (line, "juggler: %s\n", error->message);
      return FALSE;
    }
  open_lesson (self, lesson);
  gtk_window_present (GTK_WINDOW (get_window (self)));
  return TRUE;
}

static void
jug_application_activate (GApplication *application)
{
  JugWindow *window = get_window (JUG_APPLICATION (application));

  jug_window_open_something (window);
  gtk_window_present (GTK_WINDOW (window));
}

static int
jug_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (line, NULL);

  if (arguments[0] == NULL || arguments[1] == NULL)
    g_application_activate (application);
  else if (!open_target (JUG_APPLICATION (application), line, arguments[1]))
    return 2;
  return 0;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each may have something to ask; with the last one the program ends. */
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
  if (windows == NULL)
    g_application_quit (G_APPLICATION (data));
}

static void
jug_application_startup (GApplication *application)
{
  const GActionEntry entries[] = { { .name = "quit", .activate = quit_cb } };

  G_APPLICATION_CLASS (jug_application_parent_class)->startup (application);
  gtk_source_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  jug_shortcuts_install_application (GTK_APPLICATION (application));
}

static void
jug_application_finalize (GObject *object)
{
  JugApplication *self = JUG_APPLICATION (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (jug_application_parent_class)->finalize (object);
}

static void
jug_application_class_init (JugApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = jug_application_finalize;
  application_class->startup = jug_application_startup;
  application_class->activate = jug_application_activate;
  application_class->command_line = jug_application_command_line;
}

static void
jug_application_init (JugApplication *self)
{
}

static JugApplication *
new_application (JugSession *session)
{
  JugApplication *self;

  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = g_object_new (JUG_TYPE_APPLICATION, "application-id", JUG_APP_ID,
                       "resource-base-path", "/io/github/juggler/Juggler", "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
  self->session = g_object_ref (session);
  return self;
}

gboolean
jug_ui_reach_display (void)
{
  /* X11 takes the window's class from it, once, when it connects. */
  g_set_prgname ("juggler");
  return gtk_init_check ();
}

int
jug_ui_run (JugSession *session, int argc, char **argv)
{
  g_autoptr (JugApplication) application = NULL;

  g_return_val_if_fail (JUG_IS_SESSION (session), 1);

  g_set_application_name ("Juggler");
  gtk_window_set_default_icon_name (JUG_APP_ID);
  application = new_application (session);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
