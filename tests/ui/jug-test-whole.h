/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the whole window need: one, with a session of its own. */
#pragma once

#include "jug-test-window.h"

G_BEGIN_DECLS

/**
 * JugTestWhole:
 * @session: what is open
 * @window: a #JugWindow that shows it; %NULL once it is closed
 *
 * A fixture.
 */
typedef struct
{
  JugSession *session;
  GtkWidget *window;
} JugTestWhole;

/**
 * jug_test_whole_show:
 *
 * Shows the session that is there in a window of that size, and waits until it is drawn.
 */
void jug_test_whole_show (JugTestWhole *self, int width, int height);

/**
 * jug_test_whole_set_up:
 *
 * Shows a lesson that has been run, in a window of usual size.
 */
void jug_test_whole_set_up (JugTestWhole *self, gconstpointer data);

/**
 * jug_test_whole_tear_down:
 *
 * Closes it; nothing of it may be left.
 */
void jug_test_whole_tear_down (JugTestWhole *self, gconstpointer data);

/**
 * jug_test_whole_find:
 *
 * Returns: (transfer none): the first widget of that type, which there has to be
 */
GtkWidget *jug_test_whole_find (JugTestWhole *self, GType type);

/**
 * jug_test_whole_activate:
 *
 * Returns: whether there is such an action
 */
gboolean jug_test_whole_activate (JugTestWhole *self, const char *action);

/**
 * jug_test_whole_start_live_run:
 *
 * Opens a lesson that runs in real time, and returns while it does.
 */
void jug_test_whole_start_live_run (JugTestWhole *self);

/**
 * jug_test_whole_stop:
 *
 * Stops what runs.
 */
void jug_test_whole_stop (JugTestWhole *self);

G_END_DECLS
