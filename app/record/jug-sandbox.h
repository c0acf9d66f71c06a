/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program without network, and without the files of the person who runs it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JugSandbox:
 * @JUG_SANDBOX_NONE: nothing here can isolate a program
 * @JUG_SANDBOX_BUBBLEWRAP: bubblewrap
 * @JUG_SANDBOX_FLATPAK: this program runs in a Flatpak, which can start another one
 *
 * What isolates programs on this system.
 */
typedef enum
{
  JUG_SANDBOX_NONE,
  JUG_SANDBOX_BUBBLEWRAP,
  JUG_SANDBOX_FLATPAK,
} JugSandbox;

JugSandbox jug_sandbox_find (GCancellable *cancellable);
char **jug_sandbox_wrap (JugSandbox self,
                         const char *const *argv,
                         const char *folder,
                         const char *const *readable,
                         int pass_fd) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
