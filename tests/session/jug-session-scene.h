/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session, for tests, with lessons of the tests' own. */
#pragma once

#include "jug-session.h"
#include "jug-test-folder.h"

G_BEGIN_DECLS

/**
 * JugSessionScene:
 * @folder: where the lessons are; a test may write there
 * @catalogue: the lessons
 * @session: the session, empty
 *
 * What a test begins with.  Of unit "a" there are these lessons, each of three pages, of
 * which the second begins where a task has printed and the third nowhere:
 *
 * - "sleeping" prints, and sleeps as long as its parameter "rest" says;
 * - "other" does the same under another title;
 * - "spinning" never ends, in virtual time;
 * - "waiting" prints and then waits, in real time;
 * - "failing" prints and raises an exception;
 * - "missing" has no program.
 */
typedef struct
{
  JugTestFolder *folder;
  JugCatalogue *catalogue;
  JugSession *session;
} JugSessionScene;

/**
 * jug_session_scene_set_up:
 * @self: what is filled in; jug_session_scene_tear_down() has to follow
 * @data: is not used, but given by g_test_add()
 *
 * Writes the lessons and makes the session.
 */
void jug_session_scene_set_up (JugSessionScene *self, gconstpointer data);

/**
 * jug_session_scene_tear_down:
 * @self: a scene
 * @data: is not used, but given by g_test_add()
 *
 * Drops everything, and waits until nobody holds the session any more.
 */
void jug_session_scene_tear_down (JugSessionScene *self, gconstpointer data);

/**
 * jug_session_scene_open:
 * @self: a scene
 * @id: a lesson's id, such as "sleeping"
 *
 * Opens the lesson, without waiting for its run.
 */
void jug_session_scene_open (JugSessionScene *self, const char *id);

/**
 * jug_session_scene_wait:
 * @self: a scene
 * @state: what the session has to come to
 *
 * Waits for it, and for what is to be done by then.
 */
void jug_session_scene_wait (JugSessionScene *self, JugSessionState state);

G_END_DECLS
