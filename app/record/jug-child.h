/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another process: started, watched and stopped. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JugChildOptions:
 * @argv: (array zero-terminated=1): the command, found in PATH
 * @folder: (nullable): its working folder; %NULL for that of this process
 * @stdin_fd: what it reads as standard input; -1 for nothing
 * @pass_fd: a file descriptor of this process
 * @pass_as: the number that it has in the child
 * @is_apart: whether it leads a session of its own, so that all that it starts can be
 * stopped with it; a child that is not apart gets what is typed at the terminal
 * @address_space: how many bytes of memory it may have, 0 for as many as it likes
 *
 * How a child is started.
 */
typedef struct
{
  const char *const *argv;
  const char *folder;
  int stdin_fd;
  int pass_fd;
  int pass_as;
  gboolean is_apart;
  guint64 address_space;
} JugChildOptions;

/**
 * JugChild:
 *
 * A process that was started here, until its end.  What it writes to standard output is
 * dropped; of what it writes to standard error the end is kept.  Belongs to one thread.
 */
typedef struct _JugChild JugChild;

JugChild *jug_child_spawn (const JugChildOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_child_free (JugChild *self);
gboolean jug_child_wait (JugChild *self, GCancellable *cancellable, guint timeout_ms);
void jug_child_interrupt (JugChild *self);
void jug_child_kill (JugChild *self);
guint jug_child_count_processes (JugChild *self);
int jug_child_get_status (JugChild *self);
const char *jug_child_get_complaint (JugChild *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugChild, jug_child_free)

G_END_DECLS
