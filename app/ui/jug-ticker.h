/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock by which a run is shown. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"

G_BEGIN_DECLS

/**
 * jug_ticker_attach:
 * @widget: whose frames it goes by, and as long as which it lives
 *
 * Advances the playhead of @session while it plays: with every frame, or, where the
 * person wants no animations, four times a second.  An idle window costs nothing.
 */
void jug_ticker_attach (GtkWidget *widget, JugSession *session);

G_END_DECLS
