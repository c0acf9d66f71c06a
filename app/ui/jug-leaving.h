/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before something is left that a person has written and not saved. */
#pragma once

#include "jug-workspace.h"

G_BEGIN_DECLS

/**
 * JugLeaving:
 * @JUG_LEAVING_RUN: the run, with its notes: another one of the same program follows
 * @JUG_LEAVING_ALL: the program as well
 *
 * What is left.
 */
typedef enum
{
  JUG_LEAVING_RUN,
  JUG_LEAVING_ALL
} JugLeaving;

typedef void (*JugLeavingFunc) (gpointer data);

/**
 * jug_leaving_is_asked:
 *
 * Returns: whether something would be lost, so that jug_leaving_ask() asks
 */
gboolean jug_leaving_is_asked (JugWorkspace *workspace, JugLeaving what);

/**
 * jug_leaving_ask:
 * @what: what is to be left
 * @func: called when it may be left: at once if nothing would be lost, after it was
 * saved, or when the person does not mind; not if they change their mind, or it cannot be
 * saved
 * @destroy: (nullable): called in any case, in the end
 */
void jug_leaving_ask (JugWorkspace *workspace,
                      JugLeaving what,
                      JugLeavingFunc func,
                      gpointer data,
                      GDestroyNotify destroy);

G_END_DECLS
