/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a whole trace as a picture file. */
#pragma once

#include <gio/gio.h>

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

#define JUG_PICTURE_ERROR (jug_picture_error_quark ())
GQuark jug_picture_error_quark (void);

/**
 * JugPictureError:
 * @JUG_PICTURE_ERROR_FAILED: cairo could not make the picture
 *
 * Why there is no picture.
 */
typedef enum
{
  JUG_PICTURE_ERROR_FAILED
} JugPictureError;

/**
 * JugPictureFormat:
 * @JUG_PICTURE_PNG: pixels
 * @JUG_PICTURE_SVG: shapes, with title and description
 * @JUG_PICTURE_PDF: shapes and text that can be searched, on one page of the picture's
 * size
 *
 * The file formats.
 */
typedef enum
{
  JUG_PICTURE_PNG,
  JUG_PICTURE_SVG,
  JUG_PICTURE_PDF
} JugPictureFormat;

/**
 * JugPictureOptions:
 * @title: (nullable): %NULL: the trace's title
 * @width: in px; 0: 1600
 * @scale: pixels per px, for PNG; 0: 1
 * @font_scale: 0: 1
 * @axis: how events are laid along x
 * @style: which palette
 * @label: (nullable): overrides the names of lanes
 *
 * What a picture of a trace looks like.  All 0 is the usual one.
 */
typedef struct
{
  const char *title;
  double width;
  double scale;
  double font_scale;
  JugAxis axis;
  JugPaletteStyle style;
  JugTaskLabelFunc label;
  gpointer label_data;
} JugPictureOptions;

/**
 * jug_picture_file_to_bytes:
 * @options: (nullable): %NULL: the usual ones
 *
 * Draws the timeline of all of @trace, with title and legend.
 *
 * Returns: (transfer full): the file's content, or %NULL with @error set
 */
GBytes *jug_picture_file_to_bytes (JugTrace *trace,
                                   JugPictureFormat format,
                                   const JugPictureOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_picture_file_save:
 *
 * The same into @file, which is written whole or not at all.
 *
 * Returns: %FALSE with @error set if it was not written
 */
gboolean jug_picture_file_save (JugTrace *trace,
                                JugPictureFormat format,
                                const JugPictureOptions *options,
                                GFile *file,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
