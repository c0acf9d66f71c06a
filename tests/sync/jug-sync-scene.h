/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a scene with a lock, queue…, written in a few lines, and tells what came of
 * it. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugSyncScene:
 * @name: what it shows; begins with the number of a rule if it is about one
 * @stage: (array zero-terminated=1): the primitive and its number, as `queue 2`
 * @actors: (array zero-terminated=1): one line for each task, as `A: put:1 yield get?`
 * @log: what CPython's event log of it is
 *
 * Tasks that do something with one primitive, read from a file of scenes:
 *
 *     == s48-release-wakes-the-first-waiter-and-nobody-barges
 *     lock
 *     A: acquire yield release acquire release
 *     B: acquire release
 *     --
 *     2 step A
 *     …
 *
 * A word is a method's name, with an argument behind a colon.  Coroutines are awaited;
 * what they give, unless it is None or True, is printed behind their name.  With a
 * question mark behind it, the word's exception is printed instead of raised.  Besides
 * the primitive's methods there are `yield`, `sleep:SECONDS`, `cancel:ACTOR`, and `flag`,
 * which makes true what `wait_for` waits for.  A task of its own makes the actors in
 * their order and gathers them.
 *
 * The log has no times, no numbers behind the actors' names, and no lines about that
 * task.
 */
typedef struct
{
  char *name;
  char **stage;
  char **actors;
  char *log;
} JugSyncScene;

JugSyncScene *jug_sync_scene_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void jug_sync_scene_free (JugSyncScene *self);
GPtrArray *jug_sync_scene_read_all (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *jug_sync_scene_play (JugSyncScene *self, JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;
char *jug_sync_scene_get_spoken (JugSyncScene *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugSyncScene, jug_sync_scene_free)

G_END_DECLS
