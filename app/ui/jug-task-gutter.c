/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures names, gives each line its row of chips, and draws them line by line. */
#include "jug-task-gutter.h"

#include "jug-chip-row.h"
#include "jug-compat.h"
#include "jug-gutter-tooltip.h"
#include "jug-label-cache.h"
#include "jug-style.h"
#include "jug-task-chip.h"
#include "jug-task-places.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* There is room for so much of a name in any case, at font scale 1. */
#define LEAST_NAME 40

/* Between the number of a line and the line. */
#define NUMBER_GAP 10

#define SPACING 3.0
#define MARGIN 6

/* What stands beside one line. */
typedef struct
{
  guint line;
  guint first; /* of its places */
  JugChipRow row;
} Line;

struct _JugTaskGutter
{
  GtkSourceGutterRenderer parent_instance;

  /* owned */
  JugTaskPlaces *places;
  GArray *lines; /* of Line, those with chips */
  JugLabelCache *labels;
  char *widest; /* (nullable): the name that there is always room for */

  /* state */
  int view_width;
  int width; /* of the chips */
  int numbers_width;
};

G_DEFINE_FINAL_TYPE (JugTaskGutter, jug_task_gutter, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static int
compare_line (gconstpointer key, gconstpointer element)
{
  guint line = GPOINTER_TO_UINT (key);
  const Line *other = element;

  return line < other->line ? -1 : line > other->line;
}

static const Line *
find_line (JugTaskGutter *self, guint line)
{
  if (self->lines->len == 0)
    return NULL;
  return bsearch (GUINT_TO_POINTER (line), self->lines->data, self->lines->len,
                  sizeof (Line), compare_line);
}

/* The room for the chips of a line. */
static double
get_room (JugTaskGutter *self)
{
  double least = LEAST_NAME * jug_style_get_font_scale (GTK_WIDGET (self)) +
                 2 * JUG_TASK_CHIP_PADDING;

  return floor (jug_chip_row_get_room (self->view_width, least + 2 * MARGIN)) -
         2 * MARGIN;
}

/* The chip that says @text, cut if there is not even room for this one. */
static JugTaskChip
lay_out (JugTaskGutter *self, const char *text)
{
  JugTaskChip chip;

  chip.layout = jug_label_cache_get (self->labels, text, JUG_FONT_SMALL_BOLD,
                                     jug_style_get_font_scale (GTK_WIDGET (self)),
                                     get_room (self) - 2 * JUG_TASK_CHIP_PADDING,
                                     &chip.width, &chip.height, &chip.baseline);
  return chip;
}

/* In full, as wide as it may ever be. */
static double
get_chip_width (JugTaskGutter *self, const char *text)
{
  double scale = jug_style_get_font_scale (GTK_WIDGET (self));
  double width, height, baseline;

  jug_label_cache_get (self->labels, text, JUG_FONT_SMALL_BOLD, scale, -1, &width,
                       &height, &baseline);
  return jug_task_chip_get_width (width);
}

/* Fitting */

typedef struct
{
  JugTaskGutter *gutter;
  guint first;
} Fitting;

static double
measure_name (guint index, gpointer data)
{
  Fitting *fitting = data;
  const JugTaskPlace *place =
      jug_task_places_get (fitting->gutter->places, fitting->first + index);

  return get_chip_width (fitting->gutter, place->label);
}

static double
measure_count (guint n_more, gpointer data)
{
  Fitting *fitting = data;
  g_autofree char *text = g_strdup_printf ("+%u", n_more);

  return get_chip_width (fitting->gutter, text);
}

static JugChipRow
fit (JugTaskGutter *self, guint first, guint n_places)
{
  const JugChipMeasure measure = { measure_name, measure_count };
  Fitting fitting = { self, first };

  return jug_chip_row_fit (n_places, get_room (self), SPACING, &measure, &fitting);
}

static void
fit_lines (JugTaskGutter *self)
{
  guint n_places;

  g_array_set_size (self->lines, 0);
  for (guint first = 0; first < jug_task_places_get_n (self->places); first += n_places)
    {
      Line line = { jug_task_places_get (self->places, first)->line, first, { 0, 0, 0 } };

      jug_task_places_find (self->places, line.line, &n_places);
      line.row = fit (self, first, n_places);
      if (jug_task_places_show_running (self->places, first, n_places, line.row.n_named))
        line.row = fit (self, first, n_places);
      g_array_append_val (self->lines, line);
    }
}

/* Says which names are not to be seen: the lines' chips are one picture. */
static void
describe (JugTaskGutter *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Tasks beside the program. "));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *names = NULL;

      if (line->row.n_more == 0)
        continue;
      names = jug_task_places_dup_names (self->places, line->first + line->row.n_named,
                                         line->row.n_more);
      /* Translators: the number of a line, how many tasks, and their names */
      g_string_append_printf (text, _ ("Line %u, %u more: %s. "), line->line,
                              line->row.n_more, names);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str, -1);
}

/* Drawing */

/* The number of a line, in the font of the lines. */
static void
draw_number (JugTaskGutter *self, GtkSnapshot *snapshot, guint number, double y)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color = jug_style_get_color (jug_paint (JUG_COLOR_TEXT_DIM));
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
  const Line *at = find_line (self, line + 1);
  double scale = jug_style_get_font_scale (GTK_WIDGET (self));
  double height = round (17 * scale);
  double x, y;
  double line_y, line_height;

  jug_gutter_lines_get_extent (lines, line, &line_y, &line_height);
  draw_number (self, snapshot, line + 1, line_y);
  if (at == NULL)
    return;
  height = MIN (height, line_height - 1);
  y = line_y + floor ((line_height - height) / 2);
  x = MAX (self->width - MARGIN - at->row.width, MARGIN / 2.0);
  for (guint i = 0; i < at->row.n_named; i++)
    {
      const JugTaskPlace *place = jug_task_places_get (self->places, at->first + i);
      JugTaskChip chip = lay_out (self, place->label);

      jug_task_chip_draw (&chip, snapshot, place->task, place->status, x, y, height);
      x += jug_task_chip_get_width (chip.width) + SPACING;
    }
  if (at->row.n_more > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%u", at->row.n_more);
      JugTaskChip chip = lay_out (self, more);

      jug_task_chip_draw_count (&chip, snapshot, x, y, height);
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

static gboolean
jug_task_gutter_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JugTaskGutter *self = JUG_TASK_GUTTER (widget);
  guint line = jug_gutter_tooltip_get_line (GTK_SOURCE_GUTTER_RENDERER (self), y);

  return jug_gutter_tooltip_show (tooltip, jug_task_places_dup_text (self->places, line));
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

  g_clear_pointer (&self->places, jug_task_places_free);
  g_clear_pointer (&self->lines, g_array_unref);
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

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jug_task_gutter_init (JugTaskGutter *self)
{
  self->places = jug_task_places_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
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

  jug_task_places_clear (self->places);
  g_array_set_size (self->lines, 0);
}

void
jug_task_gutter_add (
    JugTaskGutter *self, guint line, guint32 task, JugStatus status, const char *label)
{
  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  jug_task_places_add (self->places, line, task, status, label);
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

  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  numbers_width = measure_numbers (self);
  jug_label_cache_begin (self->labels);
  jug_task_places_sort (self->places);
  fit_lines (self);
  describe (self);
  width = self->width;
  if (self->widest != NULL)
    width = MAX (width, (int) MIN (get_chip_width (self, self->widest), get_room (self)) +
                            2 * MARGIN);
  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, (int) ceil (g_array_index (self->lines, Line, i).row.width) +
                            2 * MARGIN);
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

void
jug_task_gutter_set_view_width (JugTaskGutter *self, int width)
{
  g_return_if_fail (JUG_IS_TASK_GUTTER (self));

  if (width == self->view_width)
    return;
  self->view_width = width;
  self->width = 0;
  jug_task_gutter_done (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
