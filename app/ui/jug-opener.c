/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question after the other: what is it, may the open one be left, may it run? */
#include "jug-opener.h"

#include "jug-compat.h"
#include "jug-file-kind.h"
#include "jug-leaving.h"
#include "jug-recent.h"
#include "jug-run-options.h"
#include "jug-trusted-folders.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *window;
  JugWorkspace *workspace;
  GSettings *settings; /* (nullable) */
  GFile *file;
  JugFileKind kind;
} Opening;

static Opening *
opening_ref (Opening *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
opening_clear (gpointer data)
{
  Opening *self = data;

  g_object_unref (self->window);
  g_object_unref (self->workspace);
  g_clear_object (&self->settings);
  g_object_unref (self->file);
}

static void
opening_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, opening_clear);
}

static JugSession *
get_session (Opening *self)
{
  return jug_draft_get_session (jug_workspace_get_draft (self->workspace));
}

static void
run_program (Opening *self)
{
  g_autoptr (JugRunOptions) options = jug_run_options_load (self->settings, self->file);

  jug_recent_add (self->file, "text/x-python");
  jug_run_options_apply (options, get_session (self));
  jug_session_open_program (get_session (self), self->file);
}

static void
trust_answered_cb (const char *id, gpointer data)
{
  Opening *self = data;

  if (!g_str_equal (id, "run"))
    return;
  jug_trusted_folders_add (self->settings, self->file);
  run_program (self);
}

static void
ask_whether_to_run (Opening *self)
{
  const JugReply answers[] = { { "cancel", _ ("_Cancel"), FALSE },
                               { "run", _ ("_Run"), FALSE } };
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *path = folder ? g_file_get_parse_name (folder) : g_strdup ("/");
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *body = g_strdup_printf (
      /* Translators: the names of a program and of its folder */
      _ ("“%s” will run with your rights, as python3 would: it may do all that you may. "
         "You will not be asked again for programs in “%s”."),
      shown, path);

  jug_ask (self->window, _ ("Run This Program?"), body, answers, G_N_ELEMENTS (answers),
           trust_answered_cb, opening_ref (self), opening_unref);
}

static void
go_on_cb (gpointer data)
{
  Opening *self = data;

  if (self->kind == JUG_FILE_KIND_TRACE)
    {
      jug_recent_add (self->file, "application/x-juggler-trace");
      jug_session_open_file (get_session (self), self->file);
    }
  else if (jug_trusted_folders_has (self->settings, self->file))
    {
      jug_trusted_folders_add (self->settings, self->file);
      run_program (self);
    }
  else
    ask_whether_to_run (self);
}

static void
kind_known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->window)))
    ; /* it was closed meanwhile */
  else if (!jug_file_kind_query_finish (self->file, result, &self->kind, &error))
    jug_workspace_tell (self->workspace, error->message);
  else
    jug_leaving_ask (self->workspace, JUG_LEAVING_ALL, go_on_cb, opening_ref (self),
                     opening_unref);
  opening_unref (self);
}

void
jug_opener_open (GtkWindow *window,
                 JugWorkspace *workspace,
                 GSettings *settings,
                 GFile *file)
{
  Opening *self;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (JUG_IS_WORKSPACE (workspace));
  g_return_if_fail (G_IS_FILE (file));

  self = g_atomic_rc_box_new0 (Opening);
  self->window = g_object_ref (window);
  self->workspace = g_object_ref (workspace);
  self->settings = settings ? g_object_ref (settings) : NULL;
  self->file = g_object_ref (file);
  jug_file_kind_query_async (file, NULL, kind_known_cb, self);
}

/* Drops */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *uri = NULL;

  if (files == NULL)
    return FALSE;
  uri = g_file_get_uri (files->data);
  return gtk_widget_activate_action (data, "win.open-file", "s", uri);
}

void
jug_opener_accept_drops (GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Before the text, which would take the file's address for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
