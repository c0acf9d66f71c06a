/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From which folders programs run without being asked about again. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JUG_TRUSTED_FOLDERS_MAX:
 *
 * So many are remembered; the one that was used least recently is forgotten first.
 */
#define JUG_TRUSTED_FOLDERS_MAX 64

/* Each of these accepts %NULL settings: then nothing is remembered. */

/**
 * jug_trusted_folders_has:
 * @file: a program
 *
 * Returns: whether the person has said that programs of its folder may run
 */
gboolean jug_trusted_folders_has (GSettings *settings, GFile *file);

/**
 * jug_trusted_folders_add:
 * @file: a program
 *
 * Remembers its folder, as the one that was used last.
 */
void jug_trusted_folders_add (GSettings *settings, GFile *file);

G_END_DECLS
