/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for one run, which is gone with it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugScratchFolder:
 *
 * A new folder that nobody else can read.
 */
typedef struct _JugScratchFolder JugScratchFolder;

JugScratchFolder *jug_scratch_folder_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jug_scratch_folder_free (JugScratchFolder *self);
const char *jug_scratch_folder_get_path (JugScratchFolder *self);
char *jug_scratch_folder_write (JugScratchFolder *self,
                                const char *name,
                                const char *content,
                                gssize size,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugScratchFolder, jug_scratch_folder_free)

G_END_DECLS
