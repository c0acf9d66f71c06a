/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the numbers of a range into words and into a table. */
#include "jug-range-bar.h"

#include "jug-compat.h"
#include "jug-range-stats.h"
#include "jug-session-range.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>

/* No table that is looked at takes longer to fill. */
#define MAX_LOOKUPS 5000

struct _JugRangeBar
{
  GtkBox parent_instance;

  /* template */
  GtkLabel *summary;
  GtkMenuButton *lanes;
  GtkPopover *popover;
  GtkGrid *grid;
  GtkLabel *more;

  /* owned */
  JugSession *session; /* (nullable) */
  GSignalGroup *session_signals;

  /* state */
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (JugRangeBar, jug_range_bar, GTK_TYPE_BOX)

/* With as many digits as can be told apart at a glance. */
static char *
dup_time (gint64 time_ns)
{
  if (time_ns == 0 || time_ns >= 100000000)
    return g_strdup_printf ("%.3f s", (double) time_ns / 1e9);
  if (time_ns >= 100000)
    return g_strdup_printf ("%.3f ms", (double) time_ns / 1e6);
  return g_strdup_printf ("%.3f µs", (double) time_ns / 1e3);
}

/* The summary */

static char *
dup_events (const JugRangeStats *stats)
{
  g_autofree char *steps =
      g_strdup_printf (ngettext ("%u step", "%u steps", stats->n_steps), stats->n_steps);

  /* Translators: how many events; then how many steps, as “3 steps” */
  return g_strdup_printf (ngettext ("%u event, %s", "%u events, %s", stats->n_events),
                          stats->n_events, steps);
}

static char *
dup_summary (JugRangeBar *self, const JugRange *range, const JugRangeStats *stats)
{
  g_autofree char *from = dup_time (range->from_ns);
  g_autofree char *to = dup_time (range->to_ns);
  g_autofree char *length = dup_time (stats->duration_ns);
  g_autofree char *busy = dup_time (stats->busy_ns);
  g_autofree char *events = dup_events (stats);

  if (self->is_narrow)
    /* Translators: how long; how many events and steps */
    return g_strdup_printf (_ ("<b>%s</b>: %s"), length, events);
  /* What one counts on an axis stands first. */
  if (jug_session_get_steps_axis (self->session))
    /* Translators: how many events and steps; how long; from when to when; a time */
    return g_strdup_printf (
        _ ("<b>%s</b> in %s, from %s to %s. The loop was busy for %s."), events, length,
        from, to, busy);
  /* Translators: how long; from when to when; how many events and steps; a time */
  return g_strdup_printf (_ ("<b>%s</b>, from %s to %s: %s. The loop was busy for %s."),
                          length, from, to, events, busy);
}

/* The table */

static void
add_cell (JugRangeBar *self, const char *text, int column, int row, gboolean is_heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, is_heading ? "dim-label" : "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_lane (JugRangeBar *self, const JugRangeLane *lane, int row)
{
  g_autofree char *name = jug_session_dup_task_label (self->session, lane->task);
  g_autofree char *color =
      jug_style_color_to_hex (jug_paint_task (JUG_COLOR_TASK_TEXT, lane->task));
  g_autofree char *markup = g_markup_printf_escaped (
      "<span color=\"%s\" weight=\"bold\">%s</span>", color, name);
  g_autofree char *running = dup_time (lane->running_ns);
  g_autofree char *ready = dup_time (lane->ready_ns);
  g_autofree char *waiting = dup_time (lane->waiting_ns);
  g_autofree char *steps = g_strdup_printf ("%u", lane->n_steps);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  add_cell (self, running, 1, row, FALSE);
  add_cell (self, ready, 2, row, FALSE);
  add_cell (self, waiting, 3, row, FALSE);
  add_cell (self, steps, 4, row, FALSE);
}

static void
clear_table (JugRangeBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
fill_table (JugRangeBar *self)
{
  const char *headings[] = { _ ("Task"), _ ("Ran"), _ ("Ready"), _ ("Waited"),
                             _ ("Steps") };
  JugSpanIndex *index = jug_session_get_span_index (self->session);
  JugRange range = jug_session_get_range (self->session);
  guint32 n_rows = index ? jug_span_index_get_n_rows (index) : 1;
  guint32 row = 1;
  int n_shown = 0;

  clear_table (self);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_cell (self, headings[i], (int) i, 0, TRUE);
  for (; row < MIN (n_rows, MAX_LOOKUPS) && n_shown < JUG_RANGE_BAR_MAX_LANES; row++)
    {
      JugRangeLane lane;

      if (jug_range_stats_get_lane (index, &range,
                                    jug_span_index_get_row_task (index, row), &lane))
        add_lane (self, &lane, ++n_shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), row < n_rows);
  if (row < n_rows)
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: of so many tasks below nothing is told */
          ngettext ("%u more task below", "%u more tasks below", n_rows - row),
          n_rows - row);

      gtk_label_set_text (self->more, text);
    }
}

static void
update (JugRangeBar *self)
{
  JugSpanIndex *index = self->session ? jug_session_get_span_index (self->session) : NULL;
  JugRange range = JUG_RANGE_NONE;
  g_autofree char *summary = NULL;
  JugRangeStats stats;

  if (index != NULL)
    range = jug_session_get_range (self->session);
  gtk_widget_set_visible (GTK_WIDGET (self), !jug_range_is_empty (&range));
  if (jug_range_is_empty (&range))
    return;
  stats = jug_range_stats_get (index, &range);
  summary = dup_summary (self, &range, &stats);
  gtk_label_set_markup (self->summary, summary);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    fill_table (self);
}

static void
range_changed_cb (JugRangeBar *self)
{
  update (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    jug_announce (GTK_WIDGET (self->summary), gtk_label_get_text (self->summary));
}

static void
jug_range_bar_dispose (GObject *object)
{
  JugRangeBar *self = JUG_RANGE_BAR (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_RANGE_BAR);
  G_OBJECT_CLASS (jug_range_bar_parent_class)->dispose (object);
}

static void
jug_range_bar_class_init (JugRangeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_range_bar_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-range-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JugRangeBar, summary);
  gtk_widget_class_bind_template_child (widget_class, JugRangeBar, lanes);
  gtk_widget_class_bind_template_child (widget_class, JugRangeBar, popover);
  gtk_widget_class_bind_template_child (widget_class, JugRangeBar, grid);
  gtk_widget_class_bind_template_child (widget_class, JugRangeBar, more);
}

static void
jug_range_bar_init (JugRangeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (fill_table), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "range-changed",
                                  G_CALLBACK (range_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::steps-axis",
                                  G_CALLBACK (update), self);
}

void
jug_range_bar_set_session (JugRangeBar *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_RANGE_BAR (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}

void
jug_range_bar_arrange (JugRangeBar *self, JugRoomSize size)
{
  g_return_if_fail (JUG_IS_RANGE_BAR (self));

  self->is_narrow = size == JUG_ROOM_NARROW;
  if (self->is_narrow)
    gtk_menu_button_set_icon_name (self->lanes, "view-list-symbolic");
  else
    gtk_menu_button_set_label (self->lanes, _ ("By Task"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lanes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("By Task"), -1);
  update (self);
}
