/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens, looks for things in it, and closes. */
#include "jug-test-whole.h"

#include "jug-window.h"

void
jug_test_whole_show (JugTestWhole *self, int width, int height)
{
  self->window = jug_window_new (NULL, self->session);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  jug_test_window_settle (self->window);
}

void
jug_test_whole_set_up (JugTestWhole *self, gconstpointer data)
{
  self->session = jug_test_window_lesson_session ("coroutines/together");
  jug_test_whole_show (self, 1300, 850);
}

void
jug_test_whole_tear_down (JugTestWhole *self, gconstpointer data)
{
  if (self->window != NULL)
    jug_test_window_close (GTK_WINDOW (self->window));
  g_assert_null (self->window);
  g_assert_finalize_object (self->session);
}

GtkWidget *
jug_test_whole_find (JugTestWhole *self, GType type)
{
  GtkWidget *found = jug_test_window_find (self->window, type);

  g_assert_nonnull (found);
  return found;
}

gboolean
jug_test_whole_activate (JugTestWhole *self, const char *action)
{
  return gtk_widget_activate_action (self->window, action, NULL);
}

static gboolean
has_trace (gpointer session)
{
  return jug_session_get_trace (session) != NULL;
}

void
jug_test_whole_start_live_run (JugTestWhole *self)
{
  JugCatalogue *catalogue = jug_session_get_catalogue (self->session);

  jug_session_open_lesson (self->session,
                           jug_catalogue_find (catalogue, "web/pages", NULL));
  jug_test_window_wait (has_trace, self->session);
  jug_test_window_settle (self->window);
  g_assert_cmpint (jug_session_get_state (self->session), ==, JUG_SESSION_RECORDING);
}

void
jug_test_whole_stop (JugTestWhole *self)
{
  jug_session_cancel (self->session);
  jug_test_window_wait (jug_test_window_is_at_rest, self->session);
}
