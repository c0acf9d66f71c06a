/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that there may be no room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jug_cut_label_explain:
 * @label: a label that is ellipsised if it is too long
 *
 * Gives @label a tooltip that says all of it while some is cut off, and none else.  The
 * text of a tooltip is a description to screen readers, which would read it after the
 * label.
 */
void jug_cut_label_explain (GtkLabel *label);

G_END_DECLS
