/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what a trace is read from. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *jug_trace_input_open (GFile *file,
                                    const char *name,
                                    gpointer head,
                                    gsize size,
                                    gsize *n_read,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
