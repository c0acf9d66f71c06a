/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What learners have made of the programs of lessons. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JUG_VERSIONS_MAX_SIZE:
 *
 * How many bytes a version may have; no lesson's program has a hundredth of it.
 */
#define JUG_VERSIONS_MAX_SIZE (1024 * 1024)

/**
 * JugVersions:
 *
 * A folder with a file for each lesson whose program was changed.  Reading and writing
 * them blocks, for the time that a small file takes.
 */
typedef struct _JugVersions JugVersions;

/**
 * jug_versions_new:
 * @folder: (nullable): where they are kept; %NULL for the user's data folder
 *
 * Returns: (transfer full): the versions; the folder is made when there is one
 */
JugVersions *jug_versions_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_versions_free:
 * @self: versions
 *
 * Frees them; the files stay.
 */
void jug_versions_free (JugVersions *self);

/**
 * jug_versions_load:
 * @self: versions
 * @lesson: the id of a lesson
 *
 * Returns: (transfer full) (nullable): what was made of its program, or %NULL if nothing
 * was or it cannot be read as text
 */
char *jug_versions_load (JugVersions *self, const char *lesson) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_versions_save:
 * @self: versions
 * @lesson: the id of a lesson
 * @text: (nullable): what was made of its program; %NULL for nothing any more
 * @error: why it could not be kept
 *
 * Keeps a version, whole or not at all.
 *
 * Returns: whether it is kept
 */
gboolean jug_versions_save (JugVersions *self,
                            const char *lesson,
                            const char *text,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugVersions, jug_versions_free)

G_END_DECLS
