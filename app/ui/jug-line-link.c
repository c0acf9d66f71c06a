/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two signals, one for each way. */
#include "jug-line-link.h"

static void
hover_changed_cb (JugTimelineChart *chart, JugCodeView *code)
{
  double x;
  JugPictureRef ref = jug_timeline_chart_get_hover (chart, &x);

  jug_code_view_light_event (
      code, ref.kind == JUG_PICTURE_SPAN || ref.kind == JUG_PICTURE_RUN ? ref.event
                                                                        : JUG_NO_EVENT);
}

static void
line_pointed_cb (JugCodeView *code,
                 guint line,
                 gboolean is_native,
                 JugTimelineChart *chart)
{
  jug_timeline_chart_light_line (chart, line, is_native);
}

void
jug_line_link_add (JugTimelineChart *chart, JugCodeView *code)
{
  g_return_if_fail (JUG_IS_TIMELINE_CHART (chart));
  g_return_if_fail (JUG_IS_CODE_VIEW (code));

  g_signal_connect_object (chart, "hover-changed", G_CALLBACK (hover_changed_cb), code,
                           0);
  g_signal_connect_object (code, "line-pointed", G_CALLBACK (line_pointed_cb), chart, 0);
}
