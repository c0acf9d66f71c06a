/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before a text that is not saved is left. */
#pragma once

#include <gtk/gtk.h>

#include "jug-draft.h"

G_BEGIN_DECLS

typedef void (*JugLeavingFunc) (gpointer data);

/**
 * jug_leaving_ask:
 * @draft: what may not be saved
 * @func: called when it may be left: at once if nothing would be lost, after it was
 * saved, or when the person does not mind; not if they change their mind, or it cannot be
 * saved
 * @destroy: (nullable): called in any case, in the end
 */
void jug_leaving_ask (GtkWindow *parent,
                      JugDraft *draft,
                      JugLeavingFunc func,
                      gpointer data,
                      GDestroyNotify destroy);

G_END_DECLS
