/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip of the loop's picture: its shape, sign, text and colour. */
#include "jug-loop-chips-private.h"

#include <math.h>

/* Sizes in px at font scale 1. */
#define CHIP_PAD 9.0
#define SIGN 11.0
#define MAX_CHIP_WIDTH 260.0
#define MIN_DETAIL 12.0

double
jug_loop_layout_measure (JugLoopLayout *self, const char *text, JugFontRole role)
{
  return ceil (self->measure (text, role, self->scale, self->view->measure_data));
}

static gboolean
has_sign (JugChipLook look)
{
  return look == JUG_CHIP_TIMER || look == JUG_CHIP_TIMEOUT || look == JUG_CHIP_OUTSIDE ||
         look == JUG_CHIP_DONE || look == JUG_CHIP_FAILED || look == JUG_CHIP_CANCELLED ||
         look == JUG_CHIP_READY_CANCELLED;
}

/* How wide a chip wants to be. */
double
jug_loop_layout_get_chip_width (JugLoopLayout *self, const JugLoopChip *chip)
{
  const char *label = self->chips->texts->str + chip->label;
  const char *detail = self->chips->texts->str + chip->detail;
  double width = 2 * CHIP_PAD * self->scale +
                 jug_loop_layout_measure (self, label, JUG_FONT_SMALL_BOLD);

  if (*detail != '\0')
    width += 6 * self->scale + jug_loop_layout_measure (self, detail, JUG_FONT_SMALL);
  if (has_sign (chip->look))
    width += (SIGN + 5) * self->scale;
  return MIN (width, MAX_CHIP_WIDTH * self->scale);
}

JugDisplayItem *
jug_loop_layout_add_box (JugLoopLayout *self,
                         const JugRect *rect,
                         JugPaint fill,
                         JugPaint stroke)
{
  JugDisplayItem *item =
      jug_display_list_add_rect (self->list, JUG_ITEM_BOX, rect->x + 0.5, rect->y + 0.5,
                                 rect->width - 1, rect->height - 1, fill);

  item->stroke = stroke;
  item->line_width = 1;
  item->radius = (float) (6 * self->scale);
  return item;
}

/* The chip's body; says in which colour its text is. */
static JugDisplayItem *
draw_body (JugLoopLayout *self,
           const JugLoopChip *chip,
           const JugRect *rect,
           JugPaint *text)
{
  guint32 task = chip->ref.task;
  JugDisplayItem *item;

  switch (chip->look)
    {
    case JUG_CHIP_RUNNING:
      *text = jug_paint_task (JUG_COLOR_ON_TASK, task);
      return jug_loop_layout_add_box (self, rect, jug_paint_task (JUG_COLOR_TASK, task),
                                      jug_paint_task (JUG_COLOR_TASK_EDGE, task));
    case JUG_CHIP_CALLBACK:
      *text = jug_paint (JUG_COLOR_ON_CALLBACK);
      return jug_loop_layout_add_box (self, rect, jug_paint (JUG_COLOR_CALLBACK),
                                      jug_paint (JUG_COLOR_CALLBACK));
    case JUG_CHIP_IDLE:
      *text = jug_paint (JUG_COLOR_TEXT_DIM);
      item = jug_loop_layout_add_box (self, rect, jug_paint (JUG_COLOR_NONE),
                                      jug_paint (JUG_COLOR_NONE));
      return item;
    case JUG_CHIP_READY:
    case JUG_CHIP_READY_CANCELLED:
      *text = jug_paint (JUG_COLOR_ON_READY);
      item = jug_loop_layout_add_box (self, rect, jug_paint (JUG_COLOR_READY_TINT),
                                      jug_paint (JUG_COLOR_READY));
      item->dashed = TRUE;
      return item;
    case JUG_CHIP_TIMER:
    case JUG_CHIP_TIMEOUT:
    case JUG_CHIP_OUTSIDE:
      *text = jug_paint (JUG_COLOR_TEXT);
      return jug_loop_layout_add_box (self, rect, jug_paint (JUG_COLOR_CANVAS),
                                      jug_paint (JUG_COLOR_BASKET_EDGE));
    case JUG_CHIP_WAITING:
      *text = jug_paint_task (JUG_COLOR_TASK_TEXT, task);
      return jug_loop_layout_add_box (self, rect,
                                      jug_paint_task (JUG_COLOR_TASK_TINT, task),
                                      jug_paint_task (JUG_COLOR_TASK_EDGE, task));
    case JUG_CHIP_DONE:
    case JUG_CHIP_CANCELLED:
      *text = jug_paint (JUG_COLOR_TEXT);
      return jug_loop_layout_add_box (
          self, rect, jug_paint (JUG_COLOR_CANVAS),
          jug_paint (chip->look == JUG_CHIP_DONE ? JUG_COLOR_DONE : JUG_COLOR_CANCELLED));
    case JUG_CHIP_FAILED:
      *text = jug_paint (JUG_COLOR_ON_FAILED);
      return jug_loop_layout_add_box (self, rect, jug_paint (JUG_COLOR_FAILED),
                                      jug_paint (JUG_COLOR_FAILED));
    }
  g_assert_not_reached ();
}

/* The sign of a look, for those who do not see colours; returns its width. */
static double
draw_sign (JugLoopLayout *self, const JugLoopChip *chip, double x, double y)
{
  static const struct
  {
    JugMarker marker;
    JugColorRole color;
  } signs[] = {
    [JUG_CHIP_READY_CANCELLED] = { JUG_MARKER_SLASH, JUG_COLOR_READY },
    [JUG_CHIP_TIMER] = { JUG_MARKER_CLOCK, JUG_COLOR_TEXT_DIM },
    [JUG_CHIP_TIMEOUT] = { JUG_MARKER_CLOCK, JUG_COLOR_TEXT_DIM },
    [JUG_CHIP_OUTSIDE] = { JUG_MARKER_ARROW, JUG_COLOR_TEXT_DIM },
    [JUG_CHIP_DONE] = { JUG_MARKER_CHECK, JUG_COLOR_DONE },
    [JUG_CHIP_FAILED] = { JUG_MARKER_CROSS, JUG_COLOR_ON_FAILED },
    [JUG_CHIP_CANCELLED] = { JUG_MARKER_SLASH, JUG_COLOR_CANCELLED },
  };
  double size = SIGN * self->scale;
  JugDisplayItem *item;

  if (!has_sign (chip->look))
    return 0;
  item =
      jug_display_list_add_marker (self->list, signs[chip->look].marker, x,
                                   y + floor ((JUG_CHIP_HEIGHT * self->scale - size) / 2),
                                   size, size, jug_paint (signs[chip->look].color));
  item->line_width = (float) (1.75 * self->scale);
  return size + 5 * self->scale;
}

/* Adds a chip of a given width. */
void
jug_loop_layout_draw_chip (
    JugLoopLayout *self, const JugLoopChip *chip, double x, double y, double width)
{
  const char *label = self->chips->texts->str + chip->label;
  const char *detail = self->chips->texts->str + chip->detail;
  double height = JUG_CHIP_HEIGHT * self->scale;
  double left = x + CHIP_PAD * self->scale, right = x + width - CHIP_PAD * self->scale;
  JugRect rect = { (float) x, (float) y, (float) width, (float) height };
  gboolean selected = self->view->selection.kind != JUG_PICTURE_NONE &&
                      self->view->selection.task != JUG_TASK_LOOP &&
                      self->view->selection.task == chip->ref.task;
  double label_width;
  JugPaint text;

  draw_body (self, chip, &rect, &text)->ref = chip->ref;
  if (selected)
    {
      JugRect outline = { (float) (x - 2), (float) (y - 2), (float) (width + 4),
                          (float) (height + 4) };
      JugDisplayItem *item = jug_loop_layout_add_box (
          self, &outline, jug_paint (JUG_COLOR_NONE), jug_paint (JUG_COLOR_SELECTION));

      item->line_width = 2;
      item->radius += 2;
    }
  left += draw_sign (self, chip, left, y);
  label_width = MIN (jug_loop_layout_measure (self, label, JUG_FONT_SMALL_BOLD) + 1,
                     MAX (0, right - left));
  jug_display_list_add_label (self->list, label,
                              chip->look == JUG_CHIP_IDLE ? JUG_FONT_SMALL
                                                          : JUG_FONT_SMALL_BOLD,
                              left, y, label_width, height, text);
  left += label_width + 5 * self->scale;
  /* A word of which hardly a letter could be read is left out; a short one is whole. */
  if (*detail != '\0' &&
      right - left >= MIN (jug_loop_layout_measure (self, detail, JUG_FONT_SMALL),
                           MIN_DETAIL * self->scale))
    jug_display_list_add_label (self->list, detail, JUG_FONT_SMALL, left, y, right - left,
                                height, text);
}
