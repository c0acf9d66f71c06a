/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a ruler, and times as text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A distance between two ticks, and how times are written at it. */
typedef struct
{
  gint64 step_ns;
  gint64 unit_ns;
  guint decimals;
} JugRulerScale;

JugRulerScale jug_ruler_scale_choose (double min_step_ns);
void jug_ruler_scale_append (const JugRulerScale *self, gint64 time_ns, GString *out);
void jug_time_append (GString *out, gint64 time_ns);
void jug_time_append_short (GString *out, gint64 time_ns);

G_END_DECLS
