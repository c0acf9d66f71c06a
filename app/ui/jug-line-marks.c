/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sign a line, and a tint behind lines that differ. */
#include "jug-line-marks.h"

#include "jug-compat.h"
#include "jug-gutter-tooltip.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The room for a sign at font scale 1. */
#define ROOM 16

#define TINT 0.16

struct _JugLineMarks
{
  GtkSourceGutterRenderer parent_instance;

  /* owned */
  char *message;     /* (nullable) */
  JugLineDiff *diff; /* (nullable) */

  /* state: lines from 1, 0 for none */
  guint error_line;
  guint lit_line;
  gboolean is_old;
};

G_DEFINE_FINAL_TYPE (JugLineMarks, jug_line_marks, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static GdkRGBA
get_color (JugColorRole role)
{
  return jug_style_get_color (jug_paint (role));
}

static JugLineMark
get_mark (JugLineMarks *self, guint line)
{
  if (self->diff == NULL)
    return JUG_LINE_SAME;
  return self->is_old ? jug_line_diff_get_old (self->diff, line - 1)
                      : jug_line_diff_get_new (self->diff, line - 1);
}

static gboolean
has_marks (JugLineMarks *self)
{
  return self->diff != NULL || self->error_line > 0 || self->lit_line > 0;
}

/* Drawing */

typedef struct
{
  GtkSnapshot *snapshot;
  float width;
  float y;
  float height;
} Place;

static void
draw_sign (JugLineMarks *self, const Place *place, const char *sign, GdkRGBA color)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), sign);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (place->snapshot);
  gtk_snapshot_translate (
      place->snapshot,
      &GRAPHENE_POINT_INIT (roundf ((place->width - (float) width) / 2),
                            roundf (place->y + (place->height - (float) height) / 2)));
  gtk_snapshot_append_layout (place->snapshot, layout, &color);
  gtk_snapshot_restore (place->snapshot);
}

static void
draw_error (JugLineMarks *self, const Place *place)
{
  float size = MIN (place->width, place->height) - 1;
  GskRoundedRect disc;
  GdkRGBA color = get_color (JUG_COLOR_FAILED);

  gsk_rounded_rect_init_from_rect (
      &disc,
      &GRAPHENE_RECT_INIT ((place->width - size) / 2,
                           place->y + (place->height - size) / 2, size, size),
      size / 2);
  gtk_snapshot_push_rounded_clip (place->snapshot, &disc);
  gtk_snapshot_append_color (place->snapshot, &color, &disc.bounds);
  gtk_snapshot_pop (place->snapshot);
  draw_sign (self, place, "!", get_color (JUG_COLOR_ON_FAILED));
}

static void
draw_difference (JugLineMarks *self, const Place *place, JugLineMark mark)
{
  static const struct
  {
    const char *sign;
    JugColorRole role;
  } looks[] = {
    [JUG_LINE_SAME] = { "", JUG_COLOR_NONE },
    [JUG_LINE_CHANGED] = { "~", JUG_COLOR_ON_READY },
    [JUG_LINE_ADDED] = { "+", JUG_COLOR_DONE },
    [JUG_LINE_REMOVED] = { "−", JUG_COLOR_FAILED },
  };
  GdkRGBA color = get_color (looks[mark].role);
  GdkRGBA tint = color;

  tint.alpha = (float) TINT;
  gtk_snapshot_append_color (
      place->snapshot, &tint,
      &GRAPHENE_RECT_INIT (0, place->y, place->width, place->height));
  draw_sign (self, place, looks[mark].sign, color);
}

static void
jug_line_marks_snapshot_line (GtkSourceGutterRenderer *renderer,
                              GtkSnapshot *snapshot,
                              GtkSourceGutterLines *lines,
                              guint line)
{
  JugLineMarks *self = JUG_LINE_MARKS (renderer);
  JugLineMark mark = get_mark (self, line + 1);
  double y, height;
  Place place;

  if (!has_marks (self))
    return;
  jug_gutter_lines_get_extent (lines, line, &y, &height);
  place = (Place){ snapshot, (float) gtk_widget_get_width (GTK_WIDGET (self)), (float) y,
                   (float) height };
  if (mark != JUG_LINE_SAME)
    draw_difference (self, &place, mark);
  if (line + 1 == self->error_line)
    draw_error (self, &place);
  else if (line + 1 == self->lit_line && mark == JUG_LINE_SAME)
    draw_sign (self, &place, "▸", get_color (JUG_COLOR_SELECTION));
}

static void
jug_line_marks_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  JugLineMarks *self = JUG_LINE_MARKS (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL && has_marks (self)
                            ? (int) (ROOM * jug_style_get_font_scale (widget))
                            : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
jug_line_marks_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JugLineMarks *self = JUG_LINE_MARKS (widget);
  guint line = jug_gutter_tooltip_get_line (GTK_SOURCE_GUTTER_RENDERER (self), y);

  return jug_gutter_tooltip_show (tooltip, jug_line_marks_dup_text (self, line));
}

static void
jug_line_marks_finalize (GObject *object)
{
  JugLineMarks *self = JUG_LINE_MARKS (object);

  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->diff, jug_line_diff_free);
  G_OBJECT_CLASS (jug_line_marks_parent_class)->finalize (object);
}

static void
jug_line_marks_class_init (JugLineMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkSourceGutterRendererClass *renderer_class = GTK_SOURCE_GUTTER_RENDERER_CLASS (klass);

  object_class->finalize = jug_line_marks_finalize;
  widget_class->measure = jug_line_marks_measure;
  widget_class->query_tooltip = jug_line_marks_query_tooltip;
  renderer_class->snapshot_line = jug_line_marks_snapshot_line;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jug_line_marks_init (JugLineMarks *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkSourceGutterRenderer *
jug_line_marks_new (void)
{
  return g_object_new (JUG_TYPE_LINE_MARKS, NULL);
}

/* What the signs are, for those who cannot see them. */
static void
update (JugLineMarks *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Signs beside the program. "));

  if (self->error_line > 0)
    /* Translators: the number of a line, and what happened there */
    g_string_append_printf (text, _ ("Line %u: %s. "), self->error_line,
                            self->message ? self->message : "");
  if (self->diff != NULL)
    g_string_append_printf (text, _ ("Lines changed: %u, added: %u, removed: %u. "),
                            jug_line_diff_count (self->diff, JUG_LINE_CHANGED),
                            jug_line_diff_count (self->diff, JUG_LINE_ADDED),
                            jug_line_diff_count (self->diff, JUG_LINE_REMOVED));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jug_line_marks_set_error (JugLineMarks *self, guint line, const char *message)
{
  g_return_if_fail (JUG_IS_LINE_MARKS (self));

  if (line == self->error_line && g_strcmp0 (message, self->message) == 0)
    return;
  self->error_line = line;
  g_free (self->message);
  self->message = g_strdup (message);
  update (self);
}

void
jug_line_marks_set_lit (JugLineMarks *self, guint line)
{
  g_return_if_fail (JUG_IS_LINE_MARKS (self));

  if (line == self->lit_line)
    return;
  self->lit_line = line;
  update (self);
}

guint
jug_line_marks_get_lit (JugLineMarks *self)
{
  g_return_val_if_fail (JUG_IS_LINE_MARKS (self), 0);

  return self->lit_line;
}

void
jug_line_marks_set_diff (JugLineMarks *self, JugLineDiff *diff, gboolean is_old)
{
  g_return_if_fail (JUG_IS_LINE_MARKS (self));

  if (diff == NULL && self->diff == NULL)
    return;
  g_clear_pointer (&self->diff, jug_line_diff_free);
  self->diff = diff;
  self->is_old = is_old;
  update (self);
}

char *
jug_line_marks_dup_text (JugLineMarks *self, guint line)
{
  g_return_val_if_fail (JUG_IS_LINE_MARKS (self), NULL);

  if (line == self->error_line && self->message != NULL)
    return g_strdup (self->message);
  switch (get_mark (self, line))
    {
    case JUG_LINE_CHANGED:
      return g_strdup (_ ("Changed"));
    case JUG_LINE_ADDED:
      return g_strdup (_ ("Only in your version"));
    case JUG_LINE_REMOVED:
      return g_strdup (_ ("Only in the original"));
    case JUG_LINE_SAME:
      break;
    }
  return line == self->lit_line ? g_strdup (_ ("The selected task is here")) : NULL;
}
