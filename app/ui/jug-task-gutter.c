/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays chips out from the code outwards and draws them line by line. */
#include "jug-task-gutter.h"

#include "jug-cairo-painter.h"
#include "jug-compat.h"
#include "jug-label-cache.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So wide may the names of one line be, at font scale 1; else they are abbreviated. */
#define MAX_NAMES 116

/* So many chips stand beside each other at most. */
#define MAX_CHIPS 6

/* A name is ellipsised beyond this width, at font scale 1. */
#define MAX_NAME 72

/* Between the number of a line and the line. */
#define NUMBER_GAP 10

#define PADDING 7.0
#define SPACING 3.0
#define MARGIN 6

typedef struct
{
  guint line;
  guint32 task;
  JugStatus status;
  char *label;
} Chip;

struct _JugTaskGutter
{
  GtkSourceGutterRenderer parent_instance;

  GArray *chips; /* of Chip, by line once done */
  JugLabelCache *labels;
  char *widest; /* (nullable): the name that there is always room for */

  int width; /* of the chips */
  int numbers_width;
};

G_DEFINE_FINAL_TYPE (JugTaskGutter, jug_task_gutter, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static void
chip_clear (gpointer data)
{
  Chip *chip = data;

  g_clear_pointer (&chip->label, g_free);
}

static int
compare_chips (gconstpointer a, gconstpointer b)
{
  const Chip *one = a;
  const Chip *other = b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return one->task < other->task ? -1 : one->task > other->task;
}

static guint
find_line (JugTaskGutter *self, guint line, guint *n_chips)
{
  guint low = 0, high = self->chips->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->chips, Chip, middle).line < line)
        low = middle + 1;
      else
        high = middle;
    }
  *n_chips = 0;
  while (low + *n_chips < self->chips->len &&
         g_array_index (self->chips, Chip, low + *n_chips).line == line)
    (*n_chips)++;
  return low;
}

static PangoLayout *
lay_out (JugTaskGutter *self,
         const char *text,
         double *width,
         double *height,
         double *baseline)
{
  double scale = jug_style_get_font_scale (GTK_WIDGET (self));

  return jug_label_cache_get (self->labels, text, JUG_FONT_SMALL_BOLD, scale,
                              MAX_NAME * scale, width, height, baseline);
}

static double
get_chip_width (JugTaskGutter *self, const char *text)
{
  double width, height, baseline;

  lay_out (self, text, &width, &height, &baseline);
  return ceil (width) + 2 * PADDING;
}

/* What tells it from its neighbours: the number of "hello-2", or how the name begins. */
static char *
abbreviate (const Chip *chip)
{
  const char *dash = strrchr (chip->label, '-');

  if (dash != NULL && g_ascii_isdigit (dash[1]))
    return g_strdup (dash + 1);
  return g_utf8_substring (chip->label, 0, MIN (g_utf8_strlen (chip->label, -1), 2));
}

static gboolean
has_room_for_names (JugTaskGutter *self, guint first, guint n_chips)
{
  double room = MAX_NAMES * jug_style_get_font_scale (GTK_WIDGET (self));

  if (n_chips == 1)
    return TRUE;
  for (guint i = 0; i < n_chips && room >= 0; i++)
    room -= get_chip_width (self, g_array_index (self->chips, Chip, first + i).label);
  return room >= 0;
}

static char *
dup_chip_text (JugTaskGutter *self, guint chip, gboolean in_full)
{
  const Chip *one = &g_array_index (self->chips, Chip, chip);

  return in_full ? g_strdup (one->label) : abbreviate (one);
}

/* The chips that are drawn: all, or the first of them and how many more there are. */
static guint
get_n_drawn (guint n_chips)
{
  return n_chips <= MAX_CHIPS ? n_chips : MAX_CHIPS - 1;
}

static double
get_line_width (JugTaskGutter *self, guint first, guint n_chips)
{
  guint n_drawn = get_n_drawn (n_chips);
  gboolean in_full = has_room_for_names (self, first, n_chips);
  double width = 0;

  for (guint i = 0; i < n_drawn; i++)
    {
      g_autofree char *text = dup_chip_text (self, first + i, in_full);

      width += get_chip_width (self, text) + SPACING;
    }
  if (n_drawn < n_chips)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n_chips - n_drawn);

      width += get_chip_width (self, more) + SPACING;
    }
  return width - SPACING;
}

/* Drawing */

static GdkRGBA
resolve (JugPaint paint)
{
  JugRgba color = jug_palette_resolve (jug_style_get_palette (), paint);

  return (GdkRGBA){ color.red, color.green, color.blue, color.alpha };
}

static void
draw_dashed_edge (GtkSnapshot *snapshot,
                  const graphene_rect_t *rect,
                  const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  double radius = (double) rect->size.height / 2 - 0.75;
  double left = (double) rect->origin.x + 0.75 + radius;
  double right = (double) (rect->origin.x + rect->size.width) - 0.75 - radius;
  double middle = (double) (rect->origin.y + rect->size.height / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, middle, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, left, middle, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, (const double[]){ 3, 2.5 }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static double
draw_chip (JugTaskGutter *self,
           GtkSnapshot *snapshot,
           const char *text,
           double x,
           double y,
           double height,
           JugPaint fill,
           JugPaint edge,
           JugPaint ink,
           gboolean dashed)
{
  double width, text_height, baseline;
  PangoLayout *layout = lay_out (self, text, &width, &text_height, &baseline);
  double chip_width = ceil (width) + 2 * PADDING;
  graphene_rect_t rect =
      GRAPHENE_RECT_INIT ((float) x, (float) y, (float) chip_width, (float) height);
  GskRoundedRect shape;
  GdkRGBA fill_color = resolve (fill);
  GdkRGBA edge_color = resolve (edge);
  GdkRGBA ink_color = resolve (ink);

  gsk_rounded_rect_init_from_rect (&shape, &rect, (float) height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill_color, &rect);
  gtk_snapshot_pop (snapshot);
  if (dashed)
    draw_dashed_edge (snapshot, &rect, &edge_color);
  else
    gtk_snapshot_append_border (
        snapshot, &shape, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
        (GdkRGBA[4]){ edge_color, edge_color, edge_color, edge_color });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (
          (float) round (x + (chip_width - width) / 2),
          (float) (round (y + (height - text_height) / 2 + baseline) - baseline)));
  gtk_snapshot_append_layout (snapshot, layout, &ink_color);
  gtk_snapshot_restore (snapshot);
  return chip_width + SPACING;
}

static double
draw_task (JugTaskGutter *self,
           GtkSnapshot *snapshot,
           const Chip *chip,
           const char *text,
           double x,
           double y,
           double height)
{
  gboolean runs = chip->status == JUG_STATUS_RUNNING;
  gboolean ready = chip->status == JUG_STATUS_READY || chip->status == JUG_STATUS_CREATED;

  return draw_chip (
      self, snapshot, text, x, y, height,
      runs ? jug_paint_task (JUG_COLOR_TASK, chip->task) : jug_paint (JUG_COLOR_CANVAS),
      jug_paint_task (runs ? JUG_COLOR_TASK : JUG_COLOR_TASK_EDGE, chip->task),
      jug_paint_task (runs ? JUG_COLOR_ON_TASK : JUG_COLOR_TASK_TEXT, chip->task), ready);
}

/* The number of a line, in the font of the lines. */
static void
draw_number (JugTaskGutter *self, GtkSnapshot *snapshot, guint number, double y)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color = resolve (jug_paint (JUG_COLOR_TEXT_DIM));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) -
                                               NUMBER_GAP - width),
                                      (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
jug_task_gutter_snapshot_line (GtkSourceGutterRenderer *renderer,
                               GtkSnapshot *snapshot,
                               GtkSourceGutterLines *lines,
                               guint line)
{
  JugTaskGutter *self = JUG_TASK_GUTTER (renderer);
  guint n_chips, n_drawn;
  guint first = find_line (self, line + 1, &n_chips);
  double scale = jug_style_get_font_scale (GTK_WIDGET (self));
  double height = round (17 * scale);
  gboolean in_full = has_room_for_names (self, first, n_chips);
  double x, y;
  double line_y, line_height;

  jug_gutter_lines_get_extent (lines, line, &line_y, &line_height);
  draw_number (self, snapshot, line + 1, line_y);
  if (n_chips == 0)
    return;
  height = MIN (height, line_height - 1);
  y = line_y + floor ((line_height - height) / 2);
  x = MAX (self->width - MARGIN - get_line_width (self, first, n_chips), MARGIN / 2.0);
  n_drawn = get_n_drawn (n_chips);
  for (guint i = 0; i < n_drawn; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, first + i);
      g_autofree char *text = dup_chip_text (self, first + i, in_full);

      x += draw_task (self, snapshot, chip, text, x, y, height);
    }
  if (n_drawn < n_chips)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n_chips - n_drawn);

      draw_chip (self, snapshot, more, x, y, height, jug_paint (JUG_COLOR_CANVAS),
                 jug_paint (JUG_COLOR_BASKET_EDGE), jug_paint (JUG_COLOR_TEXT), FALSE);
    }
}

static void
jug_task_gutter_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  JugTaskGutter *self = JUG_TASK_GUTTER (widget);

  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? self->width + self->numbers_width : 0;
  *minimum_baseline = *natural_baseline = -1;
}

/* Which tasks are at @line, in words for a tooltip; NULL if there are none. */
static char *
dup_text (JugTaskGutter *self, guint line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_chips, first;

  first = find_line (self, line, &n_chips);
  for (guint i = 0; i < n_chips; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, first + i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (chip->status == JUG_STATUS_RUNNING)
        /* Translators: %s is the name of a task */
        g_string_append_printf (text, _ ("%s runs here"), chip->label);
      else if (chip->status == JUG_STATUS_READY || chip->status == JUG_STATUS_CREATED)
        /* Translators: %s is the name of a task */
        g_string_append_printf (text, _ ("%s is ready to go on here"), chip->label);
      else
        /* Translators: %s is the name of a task */
        g_string_append_printf (text, _ ("%s waits here"), chip->label);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static gboolean
jug_task_gutter_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JugTaskGutter *self = JUG_TASK_GUTTER (widget);
  GtkSourceView *view =
      gtk_source_gutter_renderer_get_view (GTK_SOURCE_GUTTER_RENDERER (self));
  g_autofree char *text = NULL;
  GtkTextIter iter;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_LEFT, x, y,
                                         NULL, &buffer_y);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (view), &iter, buffer_y, NULL);
  text = dup_text (self, (guint) gtk_text_iter_get_line (&iter) + 1);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
jug_task_gutter_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JugTaskGutter *self = JUG_TASK_GUTTER (widget);

  GTK_WIDGET_CLASS (jug_task_gutter_parent_class)->css_changed (widget, change);
  jug_label_cache_reset (self->labels);
  self->width = 0;
  jug_task_gutter_done (self);
}

static void
jug_task_gutter_finalize (GObject *object)
{
  JugTaskGutter *self = JUG_TASK_GUTTER (object);

  g_clear_pointer (&self->chips, g_array_unref);
  g_clear_pointer (&self->labels, jug_label_cache_free);
  g_clear_pointer (&self->widest, g_free);
  G_OBJECT_CLASS (jug_task_gutter_parent_class)->finalize (object);
}

static void
jug_task_gutter_class_init (JugTaskGutterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkSourceGutterRendererClass *renderer_class = GTK_SOURCE_GUTTER_RENDERER_CLASS (klass);

  object_class->finalize = jug_task_gutter_finalize;
  widget_class->measure = jug_task_gutter_measure;
  widget_class->query_tooltip = jug_task_gutter_query_tooltip;
  widget_class->css_changed = jug_task_gutter_css_changed;
  renderer_class->snapshot_line = jug_task_gutter_snapshot_line;
}

static void
jug_task_gutter_init (JugTaskGutter *self)
{
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  g_array_set_clear_func (self->chips, chip_clear);
  self->labels = jug_label_cache_new (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkSourceGutterRenderer *
jug_task_gutter_new (void)
{
  return g_object_new (JUG_TYPE_TASK_GUTTER, NULL);
}

void
jug_task_gutter_clear (JugTaskGutter *self)
{
  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  g_array_set_size (self->chips, 0);
}

void
jug_task_gutter_add (
    JugTaskGutter *self, guint line, guint32 task, JugStatus status, const char *label)
{
  Chip chip = { line, task, status, NULL };

  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  chip.label = g_strdup (label);
  g_array_append_val (self->chips, chip);
}

/* Room for the number of the last line. */
static int
measure_numbers (JugTaskGutter *self)
{
  GtkSourceBuffer *buffer =
      gtk_source_gutter_renderer_get_buffer (GTK_SOURCE_GUTTER_RENDERER (self));
  int n_lines = buffer ? gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)) : 1;
  g_autofree char *text = g_strdup_printf ("%d", MAX (n_lines, 10));
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + NUMBER_GAP + MARGIN;
}

void
jug_task_gutter_done (JugTaskGutter *self)
{
  int width, numbers_width;
  guint n_chips;

  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  numbers_width = measure_numbers (self);

  g_array_sort (self->chips, compare_chips);
  jug_label_cache_begin (self->labels);
  width = self->width;
  if (self->widest != NULL)
    width = MAX (width, (int) get_chip_width (self, self->widest) + 2 * MARGIN);
  for (guint first = 0; first < self->chips->len; first += n_chips)
    {
      find_line (self, g_array_index (self->chips, Chip, first).line, &n_chips);
      width = MAX (width, (int) get_line_width (self, first, n_chips) + 2 * MARGIN);
    }
  if (width > self->width || numbers_width != self->numbers_width)
    {
      self->width = width;
      self->numbers_width = numbers_width;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jug_task_gutter_reset (JugTaskGutter *self)
{
  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  jug_task_gutter_clear (self);
  g_clear_pointer (&self->widest, g_free);
  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jug_task_gutter_reserve (JugTaskGutter *self, const char *label)
{
  g_return_if_fail (JUG_IS_TASK_GUTTER (self));
  g_return_if_fail (label != NULL);

  if (self->widest != NULL &&
      get_chip_width (self, self->widest) >= get_chip_width (self, label))
    return;
  g_free (self->widest);
  self->widest = g_strdup (label);
}
