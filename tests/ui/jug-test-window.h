/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of widgets need: GTK, a session with a trace, a window, and patience. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"
#include "jug-timeline-chart.h"

G_BEGIN_DECLS

/**
 * jug_test_window_main:
 * @add_tests: adds the tests
 *
 * The main function of a test program: with fixed language, accessibility that tests can
 * ask, and without what the person's desktop says.
 */
int jug_test_window_main (int *argc, char ***argv, void (*add_tests) (void));

/**
 * jug_test_window_session:
 * @trace: (nullable): what to open in it
 *
 * Returns: (transfer full): a session with the real lessons, in which the trace is open
 */
JugSession *jug_test_window_session (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_window_lesson_session:
 * @id: a lesson's id
 *
 * Returns: (transfer full): a session in which a lesson has been run
 */
JugSession *jug_test_window_lesson_session (const char *id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_window_show:
 *
 * Puts @child into a window of that size and waits until it has been drawn.
 *
 * Returns: (transfer none): the window, to be destroyed with gtk_window_destroy()
 */
GtkWindow *jug_test_window_show (GtkWidget *child, int width, int height);

/**
 * jug_test_window_settle:
 *
 * Runs the main loop until frames, layouts and idle work are done.
 */
void jug_test_window_settle (GtkWidget *widget);

/**
 * jug_test_window_wait:
 * @is_done: asked again and again
 *
 * Runs the main loop until something is so; fails the test if that takes too long.
 */
void jug_test_window_wait (gboolean (*is_done) (gpointer data), gpointer data);

/**
 * jug_test_window_close:
 *
 * Destroys @window and runs the main loop until that is over.
 */
void jug_test_window_close (GtkWindow *window);

/**
 * jug_test_window_find:
 *
 * Returns: (transfer none) (nullable): the first widget of type @type in or below @root
 */
GtkWidget *jug_test_window_find (GtkWidget *root, GType type);

/**
 * jug_test_window_says:
 *
 * Returns: whether a label that is to be seen in or below @root has that text in it
 */
gboolean jug_test_window_says (GtkWidget *root, const char *text);

/**
 * jug_test_window_is_at_rest:
 * @session: a #JugSession
 *
 * For jug_test_window_wait().
 *
 * Returns: whether nothing runs and nothing is being read
 */
gboolean jug_test_window_is_at_rest (gpointer session);

/**
 * jug_test_window_add_chart:
 *
 * Returns: (transfer none): a timeline of @session, scrolled, below what is in @box
 */
JugTimelineChart *jug_test_window_add_chart (GtkBox *box, JugSession *session);

/**
 * jug_test_window_read_pixel:
 *
 * Returns: the colour, as 0xRRGGBB, that @widget has at a point
 */
guint32 jug_test_window_read_pixel (GtkWidget *widget, int x, int y);

/**
 * jug_test_window_render:
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: (transfer full): what @widget looks like, four bytes a pixel in the order of
 *   cairo's image surfaces
 */
guchar *jug_test_window_render (GtkWidget *widget, int *width, int *height)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
