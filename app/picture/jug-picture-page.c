/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline with title and legend, laid out to be a picture by itself. */
#include "jug-picture-page-private.h"

#include "jug-legend-private.h"
#include "jug-ruler-scale-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sizes in px at font scale 1. */
#define MARGIN 28.0
#define TITLE_HEIGHT 30.0
#define SUBTITLE_HEIGHT 22.0
#define GAP 16.0
#define LEGEND_HEIGHT 20.0
#define DEFAULT_WIDTH 1600.0
#define MIN_WIDTH 200.0

/* With many tasks lanes get lower, and beyond a height that programs still show, the rest
 * is counted. */
#define COMFORTABLE_ROWS 40
#define MIN_ROW_HEIGHT 18.0
#define USUAL_ROW_HEIGHT 38.0
#define MAX_ROWS 240

/* So many tasks are described in words. */
#define MAX_DESCRIBED 40

/* Words */

static char *
make_subtitle (JugTrace *trace, JugSpanIndex *index)
{
  guint32 n_tasks = jug_trace_get_n_tasks (trace);
  guint32 n_iterations = jug_span_index_get_n_iterations (index);
  gboolean is_virtual =
      g_strcmp0 (jug_trace_get_property (trace, JUG_TRACE_CLOCK), "virtual") == 0;
  g_autoptr (GString) time = g_string_new (NULL);
  g_autofree char *tasks = NULL;
  g_autofree char *iterations = NULL;

  jug_time_append_short (time, jug_span_index_get_end_time (index));
  tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n_tasks),
                           n_tasks);
  iterations =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u iteration of the event loop",
                                    "%u iterations of the event loop", n_iterations),
                       n_iterations);
  if (is_virtual)
    /* Translators: “4 tasks · 8 iterations of the event loop · 3.0 s of virtual time” */
    return g_strdup_printf (_ ("%s · %s · %s of virtual time"), tasks, iterations,
                            time->str);
  /* Translators: “4 tasks · 8 iterations of the event loop · 3.0 s” */
  return g_strdup_printf (_ ("%s · %s · %s"), tasks, iterations, time->str);
}

static char *
make_description (JugPicturePage *self)
{
  guint32 n_rows = jug_span_index_get_n_rows (self->index);
  GString *text = g_string_new (self->subtitle);

  for (guint32 row = 1; row < MIN (n_rows, MAX_DESCRIBED + 1); row++)
    {
      JugPictureRef ref = { JUG_PICTURE_LANE,
                            jug_span_index_get_row_task (self->index, row),
                            JUG_NO_EVENT };
      g_autofree char *line = jug_timeline_layout_dup_description (self->layout, &ref);

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}

/* Legend: each entry draws its sign at x, y, of 26 by 14 px, and says how it is
 * called. */

typedef struct
{
  JugDisplayList *list;
  double scale;
} Legend;

static JugDisplayItem *
add_box (Legend *self, JugItemKind kind, double x, double y, double inset, JugPaint fill)
{
  return jug_display_list_add_rect (self->list, kind, x, y + inset * self->scale,
                                    26 * self->scale, (14 - 2 * inset) * self->scale,
                                    fill);
}

static void
draw_running (Legend *self, double x, double y)
{
  add_box (self, JUG_ITEM_BOX, x, y, 0, jug_paint_task (JUG_COLOR_TASK, 2))->radius = 3;
}

static void
draw_ready (Legend *self, double x, double y)
{
  JugDisplayItem *item =
      add_box (self, JUG_ITEM_PATTERN, x, y, 2, jug_paint (JUG_COLOR_READY_TINT));

  item->style = JUG_PATTERN_DOTS;
  item->stroke = jug_paint (JUG_COLOR_READY);
  item->stroke.alpha = 120;
  item = jug_display_list_add_rect (self->list, JUG_ITEM_RECT, x + 0.5,
                                    y + 2 * self->scale + 0.5, 26 * self->scale - 1,
                                    10 * self->scale - 1, jug_paint (JUG_COLOR_NONE));
  item->stroke = jug_paint (JUG_COLOR_READY);
  item->line_width = 1;
  item->dashed = TRUE;
}

static void
draw_waiting (Legend *self, double x, double y)
{
  JugDisplayItem *item = jug_display_list_add_rect (
      self->list, JUG_ITEM_BOX, x + 0.5, y + 1.5, 26 * self->scale - 1,
      14 * self->scale - 3, jug_paint_task (JUG_COLOR_TASK_TINT, 2));

  item->stroke = jug_paint_task (JUG_COLOR_TASK_EDGE, 2);
  item->line_width = 1;
  item->radius = 3;
}

static void
draw_done (Legend *self, double x, double y)
{
  JugDisplayItem *item;

  jug_display_list_add_rect (self->list, JUG_ITEM_RECT, x + 4 * self->scale, y,
                             3 * self->scale, 14 * self->scale,
                             jug_paint (JUG_COLOR_DONE));
  item = jug_display_list_add_marker (self->list, JUG_MARKER_CHECK, x + 11 * self->scale,
                                      y + self->scale, 12 * self->scale, 12 * self->scale,
                                      jug_paint (JUG_COLOR_DONE));
  item->line_width = (float) (2 * self->scale);
}

static void
draw_failed (Legend *self, double x, double y)
{
  JugDisplayItem *item;

  add_box (self, JUG_ITEM_BOX, x, y, 0, jug_paint (JUG_COLOR_FAILED))->radius = 3;
  item = jug_display_list_add_marker (self->list, JUG_MARKER_CROSS, x + 9 * self->scale,
                                      y + 3 * self->scale, 8 * self->scale,
                                      8 * self->scale, jug_paint (JUG_COLOR_ON_FAILED));
  item->line_width = (float) (2 * self->scale);
}

static void
draw_cancelled (Legend *self, double x, double y)
{
  double s = self->scale;
  const JugPoint points[] = {
    { (float) x, (float) y },
    { (float) (x + 20 * s), (float) y },
    { (float) (x + 14 * s), (float) (y + 14 * s) },
    { (float) x, (float) (y + 14 * s) },
  };
  JugDisplayItem *item = jug_display_list_add_points (self->list, JUG_ITEM_POLYGON,
                                                      points, G_N_ELEMENTS (points));

  item->fill = jug_paint_task (JUG_COLOR_TASK, 2);
  jug_display_list_add_line (self->list, x + 24.5 * s, y - 1, x + 17.5 * s, y + 15 * s,
                             2 * s, jug_paint (JUG_COLOR_CANCELLED));
}

static void
draw_cancel (Legend *self, double x, double y)
{
  JugDisplayItem *item = jug_display_list_add_marker (
      self->list, JUG_MARKER_SLASH, x + 8 * self->scale, y + 2 * self->scale,
      10 * self->scale, 10 * self->scale, jug_paint (JUG_COLOR_FLOW_CANCEL));

  item->line_width = (float) (1.5 * self->scale);
}

static void
draw_callback (Legend *self, double x, double y)
{
  jug_display_list_add_rect (self->list, JUG_ITEM_BOX, x + 10 * self->scale, y + 1,
                             6 * self->scale, 14 * self->scale - 2,
                             jug_paint (JUG_COLOR_CALLBACK))
      ->radius = 2;
}

static void
draw_moment (Legend *self, double x, double y)
{
  JugDisplayItem *item =
      add_box (self, JUG_ITEM_RECT, x, y, 0, jug_paint (JUG_COLOR_STRIPE));

  item = jug_display_list_add_line (self->list, x + 1, y + self->scale,
                                    x + 26 * self->scale - 1, y + self->scale, 2,
                                    jug_paint (JUG_COLOR_RULER));
  item->dashed = TRUE;
}

static const struct
{
  void (*draw) (Legend *self, double x, double y);
  const char *text;
  JugLegend sign;
} entries[] = {
  { draw_running, N_ ("runs"), JUG_LEGEND_RUNNING },
  { draw_ready, N_ ("ready: waits for its turn"), JUG_LEGEND_READY },
  { draw_waiting, N_ ("waits, and for what"), JUG_LEGEND_WAITING },
  { draw_done, N_ ("done"), JUG_LEGEND_DONE },
  { draw_failed, N_ ("failed"), JUG_LEGEND_FAILED },
  { draw_cancel, N_ ("cancel() is called"), JUG_LEGEND_CANCEL },
  { draw_cancelled, N_ ("cancelled"), JUG_LEGEND_CANCELLED },
  { draw_callback, N_ ("callback of the loop"), JUG_LEGEND_CALLBACK },
  { draw_moment, N_ ("one moment, spread out"), JUG_LEGEND_MOMENT },
};

/* Adds the legend, in as many lines as it takes; returns where it ends. */
static double
add_legend (JugPicturePage *self, const JugPictureOptions *options, double y)
{
  Legend legend = { self->frame, options->font_scale };
  double scale = options->font_scale, x = self->left;
  JugLegend signs = jug_legend_find (self->index);

  if (options->axis != JUG_AXIS_TIME)
    signs &= ~JUG_LEGEND_MOMENT;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *text = _ (entries[i].text);
      double width =
          jug_cairo_painter_measure (text, JUG_FONT_SMALL, scale, self->painter);
      double next = x + ceil (32 * scale + width) + 22 * scale;

      if (!(signs & entries[i].sign))
        continue;
      if (next > self->width - self->left && x > self->left)
        {
          x = self->left;
          next = x + ceil (32 * scale + width) + 22 * scale;
          y += LEGEND_HEIGHT * scale;
        }
      entries[i].draw (&legend, x, y + 3 * scale);
      jug_display_list_add_label (self->frame, text, JUG_FONT_SMALL, x + 32 * scale, y,
                                  width + 2, LEGEND_HEIGHT * scale,
                                  jug_paint (JUG_COLOR_TEXT_DIM));
      x = next;
    }
  return y + LEGEND_HEIGHT * scale;
}

/* The page */

static void
add_text (JugPicturePage *self,
          const char *text,
          JugFontRole role,
          double y,
          double height,
          JugColorRole color)
{
  jug_display_list_add_label (self->frame, text, role, self->left, y,
                              self->width - 2 * self->left, height, jug_paint (color));
}

/* Lays out the chart and says how high it is. */
static double
add_chart (JugPicturePage *self, const JugPictureOptions *options, guint32 *n_left_out)
{
  JugTimelineView view = JUG_TIMELINE_VIEW_INIT;
  guint32 n_rows = jug_span_index_get_n_rows (self->index);

  view.axis = options->axis;
  view.width = self->width - 2 * self->left;
  view.font_scale = options->font_scale;
  view.measure = jug_cairo_painter_measure;
  view.measure_data = self->painter;
  view.label = options->label;
  view.label_data = options->label_data;
  if (n_rows > COMFORTABLE_ROWS)
    view.row_height =
        MAX (MIN_ROW_HEIGHT, USUAL_ROW_HEIGHT * COMFORTABLE_ROWS / (double) n_rows);
  jug_timeline_layout_set_view (self->layout, &view);
  view.height = jug_timeline_layout_get_natural_height (self->layout);
  *n_left_out = n_rows > MAX_ROWS ? n_rows - MAX_ROWS : 0;
  view.height -= *n_left_out * jug_timeline_layout_get_row_height (self->layout);
  view.height = ceil (view.height);
  jug_timeline_layout_set_view (self->layout, &view);
  jug_timeline_layout_draw (self->layout, self->chart);
  return view.height;
}

/* Lays the picture of @trace out; @options has no field left at its default. */
void
jug_picture_page_init (JugPicturePage *self,
                       JugTrace *trace,
                       const JugPictureOptions *options)
{
  double scale = options->font_scale, y, chart_height;
  guint32 n_left_out;
  JugDisplayItem *item;

  *self = (JugPicturePage){
    .trace = trace,
    .index = jug_span_index_new (trace),
    .painter = jug_cairo_painter_new (NULL),
    .chart = jug_display_list_new (),
    .frame = jug_display_list_new (),
    .left = round (MARGIN * scale),
    .width = MAX (options->width > 0 ? options->width : DEFAULT_WIDTH, MIN_WIDTH),
    .title = g_strdup (options->title),
  };
  jug_span_index_update (self->index, G_MAXUINT32);
  self->layout = jug_timeline_layout_new (self->index);
  self->subtitle = make_subtitle (trace, self->index);

  jug_display_list_set_font_scale (self->frame, scale);
  jug_display_list_add_rect (self->frame, JUG_ITEM_RECT, 0, 0, self->width, 0,
                             jug_paint (JUG_COLOR_CANVAS));
  y = round (MARGIN * 0.8 * scale);
  add_text (self, self->title, JUG_FONT_TITLE, y, TITLE_HEIGHT * scale, JUG_COLOR_TEXT);
  y += TITLE_HEIGHT * scale;
  add_text (self, self->subtitle, JUG_FONT_BODY, y, SUBTITLE_HEIGHT * scale,
            JUG_COLOR_TEXT_DIM);
  y = round (y + (SUBTITLE_HEIGHT + GAP) * scale);

  self->top = y;
  chart_height = add_chart (self, options, &n_left_out);
  item = jug_display_list_add_rect (self->frame, JUG_ITEM_RECT, self->left - 0.5,
                                    self->top - 0.5, self->width - 2 * self->left + 1,
                                    chart_height + 1, jug_paint (JUG_COLOR_NONE));
  item->stroke = jug_paint (JUG_COLOR_GRID);
  item->line_width = 1;
  y += chart_height + GAP * scale;
  if (n_left_out > 0)
    {
      g_autofree char *text =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more task",
                                        "and %u more tasks", n_left_out),
                           n_left_out);

      add_text (self, text, JUG_FONT_BODY, y, SUBTITLE_HEIGHT * scale, JUG_COLOR_TEXT);
      y += (SUBTITLE_HEIGHT + GAP / 2) * scale;
    }
  y = add_legend (self, options, y);
  self->height = ceil (y + MARGIN * 0.7 * scale);
  self->description = make_description (self);

  jug_display_list_peek (self->frame, 0)->height = (float) self->height;
}

void
jug_picture_page_clear (JugPicturePage *self)
{
  g_clear_pointer (&self->layout, jug_timeline_layout_free);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_clear_pointer (&self->painter, jug_cairo_painter_free);
  g_clear_pointer (&self->chart, jug_display_list_free);
  g_clear_pointer (&self->frame, jug_display_list_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->description, g_free);
}

void
jug_picture_page_paint (JugPicturePage *self, cairo_t *cr, JugPaletteStyle style)
{
  const JugPalette *palette = jug_palette_get (style);

  jug_cairo_painter_paint (self->painter, cr, self->frame, palette);
  cairo_save (cr);
  cairo_translate (cr, self->left, self->top);
  jug_cairo_painter_paint (self->painter, cr, self->chart, palette);
  cairo_restore (cr);
}
