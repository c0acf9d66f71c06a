/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text layouts that are kept from one frame to the next. */
#pragma once

#include <gtk/gtk.h>

#include "jug-display-list.h"

G_BEGIN_DECLS

/**
 * JugLabelCache:
 *
 * Lays out one line of text in the font of a role, once.  Setting text is what a frame
 * would spend most of its time with.
 */
typedef struct _JugLabelCache JugLabelCache;

/**
 * jug_label_cache_new:
 * @widget: (transfer none): in whose fonts text is laid out; it owns the cache
 *
 * Returns: (transfer full): an empty cache
 */
JugLabelCache *jug_label_cache_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_label_cache_free:
 *
 * Frees the cache with all its layouts.
 */
void jug_label_cache_free (JugLabelCache *self);

/**
 * jug_label_cache_reset:
 *
 * Forgets all layouts, also those that were given out in this frame.  To be called when
 * the fonts or the resolution of the widget have changed.
 */
void jug_label_cache_reset (JugLabelCache *self);

/**
 * jug_label_cache_begin:
 *
 * A frame begins: if too much is kept, what was not used lately goes.
 */
void jug_label_cache_begin (JugLabelCache *self);

/**
 * jug_label_cache_get:
 * @max_width: in px; a longer text is ellipsised at its end; negative for no limit
 * @width: (out): what the layout takes, in px
 * @height: (out): likewise
 * @baseline: (out): from its top, in px
 *
 * Returns: (transfer none): the layout, good until the next frame begins
 */
PangoLayout *jug_label_cache_get (JugLabelCache *self,
                                  const char *text,
                                  JugFontRole role,
                                  double scale,
                                  double max_width,
                                  double *width,
                                  double *height,
                                  double *baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugLabelCache, jug_label_cache_free)

G_END_DECLS
