/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of files for one test, which goes with it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JugTestFolder:
 *
 * A temporary folder.
 */
typedef struct _JugTestFolder JugTestFolder;

JugTestFolder *jug_test_folder_new (void);
void jug_test_folder_free (JugTestFolder *self);
void jug_test_folder_write (JugTestFolder *self, const char *path, const char *text);
GFile *jug_test_folder_get_file (JugTestFolder *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTestFolder, jug_test_folder_free)

G_END_DECLS
