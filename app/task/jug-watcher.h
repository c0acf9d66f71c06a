/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who watch futures, and hold what they watch. */
#pragma once

#include "jug-loop.h"

G_BEGIN_DECLS

/**
 * JugWatcher:
 *
 * Embedded by whoever keeps futures alive and is itself kept alive by its callbacks on
 * them, as gather, shield and as_completed are: a ring that is broken when the futures
 * are done.  In Python the garbage collector breaks those of futures that never are; here
 * the end of the loop does, which therefore keeps a list of them.
 */
typedef struct _JugWatcher JugWatcher;
struct _JugWatcher
{
  /*< private >*/
  JugWatcher *next;      /* (unowned) */
  JugWatcher **previous; /* (unowned): what points to it, or NULL if it is in no list */
  void (*let_go) (JugWatcher *self);
};

void jug_watcher_add (JugWatcher *self, JugLoop *loop, void (*let_go) (JugWatcher *self));
void jug_watcher_remove (JugWatcher *self);

G_END_DECLS
