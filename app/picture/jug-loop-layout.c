/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop at one moment as queues: running, ready, timers, waiting, done. */
#include "jug-loop-layout.h"

#include "jug-loop-chips-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sizes in px at font scale 1. */
#define PAD 12.0
#define TITLE_HEIGHT 18.0
#define SECTION_GAP 10.0
#define SLOT_WIDTH 150.0
#define WIDE 440.0

/* Where a section stands. */
typedef struct
{
  double x;
  double width;
  guint n_rows; /* of chips; 0: as many as it takes */
} Place;

static char *
describe (const JugPictureRef *ref, gpointer data)
{
  return jug_loop_chips_describe (data, ref);
}

/* Sections */

static const char *
get_title (JugLoopSection section)
{
  switch (section)
    {
    case JUG_LOOP_RUNNING:
      return _ ("Running");
    case JUG_LOOP_READY:
      return _ ("Ready queue");
    case JUG_LOOP_TIMERS:
      return _ ("Timers");
    case JUG_LOOP_OUTSIDE:
      return _ ("Outside world");
    case JUG_LOOP_WAITING:
      return _ ("Waiting");
    case JUG_LOOP_DONE:
      return _ ("Done");
    case JUG_LOOP_N_SECTIONS:
      break;
    }
  g_assert_not_reached ();
}

static const char *
get_empty_text (JugLoopSection section)
{
  switch (section)
    {
    case JUG_LOOP_RUNNING:
      return _ ("nothing");
    case JUG_LOOP_READY:
      return _ ("empty");
    case JUG_LOOP_TIMERS:
    case JUG_LOOP_OUTSIDE:
      return _ ("none");
    case JUG_LOOP_WAITING:
    case JUG_LOOP_DONE:
      return _ ("nobody");
    case JUG_LOOP_N_SECTIONS:
      break;
    }
  g_assert_not_reached ();
}

/* Which section is left out while it is empty: not every program asks the outside
 * world. */
static gboolean
is_shown (JugLoopLayout *self, JugLoopSection section)
{
  return section != JUG_LOOP_OUTSIDE || self->chips->n_all[section] > 0;
}

static Place
get_place (JugLoopLayout *self, JugLoopSection section)
{
  Place place = { PAD * self->scale, self->view->width - 2 * PAD * self->scale, 0 };
  double slot = SLOT_WIDTH * self->scale;

  if (self->wide && section == JUG_LOOP_RUNNING)
    place.width = slot;
  else if (self->wide && section == JUG_LOOP_READY)
    {
      place.x += slot + 34 * self->scale;
      place.width -= slot + 34 * self->scale;
    }
  place.width = MAX (place.width, 40 * self->scale);
  return place;
}

/* Chips of the queue and of the slot stand in a basket, which takes some room of its
 * own. */
static double
get_inset (JugLoopLayout *self, JugLoopSection section)
{
  return section <= JUG_LOOP_READY ? 7 * self->scale : 0;
}

/* How far the chips of a section get, if @n_rows are all there is. */
typedef struct
{
  guint n_rows;
  guint n_drawn;
} Flow;

/*
 * Puts the chips of a section in rows, as many as it takes or as there are; if they do
 * not all fit, the last place says how many more there are.  Only draws if told so.
 */
static Flow
flow_chips (JugLoopLayout *self,
            JugLoopSection section,
            const Place *place,
            double y,
            gboolean draw)
{
  const GArray *chips = self->chips->chips[section];
  double inset = get_inset (self, section);
  double left = place->x + inset, right = place->x + place->width - inset;
  double step = (JUG_CHIP_HEIGHT + JUG_CHIP_GAP) * self->scale;
  double more =
      jug_loop_layout_measure (self, "+9999", JUG_FONT_SMALL_BOLD) + 4 * self->scale;
  double x = left;
  Flow flow = { 1, 0 };

  for (guint i = 0; i < chips->len; i++)
    {
      const JugLoopChip *chip = &g_array_index (chips, JugLoopChip, i);
      double width = MIN (jug_loop_layout_get_chip_width (self, chip), right - left);
      gboolean last_row = place->n_rows > 0 && flow.n_rows == place->n_rows;
      double end = right - (last_row && i + 1 < self->chips->n_all[section] ? more : 0);

      if (x + width > end && x > left && !last_row)
        {
          flow.n_rows++;
          x = left;
          last_row = place->n_rows > 0 && flow.n_rows == place->n_rows;
          end = right - (last_row && i + 1 < self->chips->n_all[section] ? more : 0);
        }
      if (x + width > end && last_row)
        {
          if (x > left)
            break;
          width = MAX (end - left, 20 * self->scale);
        }
      if (draw)
        {
          double top = y + inset + (flow.n_rows - 1) * step;

          /* A line parts those that run in this iteration from those that do not. */
          if (section == JUG_LOOP_READY && i > 0 && i == self->chips->n_ready_now)
            jug_display_list_add_line (self->list, x - JUG_CHIP_GAP / 2 * self->scale,
                                       top - 3 * self->scale,
                                       x - JUG_CHIP_GAP / 2 * self->scale,
                                       top + (JUG_CHIP_HEIGHT + 3) * self->scale, 2,
                                       jug_paint (JUG_COLOR_RULER));
          jug_loop_layout_draw_chip (self, chip, x, top, width);
        }
      x += width + JUG_CHIP_GAP * self->scale;
      flow.n_drawn++;
    }

  if (draw && flow.n_drawn < self->chips->n_all[section])
    {
      g_autofree char *text
          /* Translators: so many more than are shown */
          = g_strdup_printf (_ ("+%u"), self->chips->n_all[section] - flow.n_drawn);

      jug_display_list_add_label (self->list, text, JUG_FONT_SMALL_BOLD, x,
                                  y + inset + (flow.n_rows - 1) * step,
                                  MAX (0, right - x), JUG_CHIP_HEIGHT * self->scale,
                                  jug_paint (JUG_COLOR_TEXT_DIM));
    }
  return flow;
}

/* The height of a section with so many rows, its title included. */
static double
get_section_height (JugLoopLayout *self, JugLoopSection section, guint n_rows)
{
  return TITLE_HEIGHT * self->scale + 2 * get_inset (self, section) +
         (n_rows * (JUG_CHIP_HEIGHT + JUG_CHIP_GAP) - JUG_CHIP_GAP) * self->scale;
}

static void
draw_section (JugLoopLayout *self, JugLoopSection section, const Place *place, double y)
{
  double inset = get_inset (self, section);
  guint n = self->chips->n_all[section];
  JugPaint dim = jug_paint (JUG_COLOR_TEXT_DIM);
  g_autofree char *title = NULL;

  if (n > 1)
    /* Translators: the title of a list, how many things are in it */
    title = g_strdup_printf (_ ("%s · %u"), get_title (section), n);
  else
    title = g_strdup (get_title (section));
  jug_display_list_add_label (self->list, title, JUG_FONT_SMALL_BOLD, place->x, y,
                              place->width, TITLE_HEIGHT * self->scale - 2, dim);
  y += TITLE_HEIGHT * self->scale;
  if (inset > 0)
    {
      JugRect basket = { (float) place->x, (float) y, (float) place->width,
                         (float) (get_section_height (self, section, place->n_rows) -
                                  TITLE_HEIGHT * self->scale) };

      jug_loop_layout_add_box (self, &basket, jug_paint (JUG_COLOR_BASKET),
                               jug_paint (JUG_COLOR_BASKET_EDGE))
          ->radius = (float) (9 * self->scale);
    }
  if (n == 0)
    jug_display_list_add_label (self->list, get_empty_text (section), JUG_FONT_SMALL,
                                place->x + inset + 4 * self->scale, y + inset,
                                place->width - 2 * inset, JUG_CHIP_HEIGHT * self->scale,
                                dim);
  else
    flow_chips (self, section, place, y, TRUE);
}

/* The arrow from the head of the queue to what runs. */
static void
draw_arrow (JugLoopLayout *self, const Place *running, const Place *ready, double y)
{
  double middle = y + (TITLE_HEIGHT + JUG_CHIP_HEIGHT / 2) * self->scale +
                  get_inset (self, JUG_LOOP_READY);
  double from = ready->x - 5 * self->scale;
  double to = running->x + running->width + 6 * self->scale;
  /* An item's points cannot be changed: mirror() leaves them where they are. */
  const JugPoint points[] = {
    { (float) (self->view->is_rtl ? self->view->width - from : from), (float) middle },
    { (float) (self->view->is_rtl ? self->view->width - to : to), (float) middle },
  };
  JugDisplayItem *item = jug_display_list_add_points (self->list, JUG_ITEM_POLYLINE,
                                                      points, G_N_ELEMENTS (points));

  item->stroke = jug_paint (JUG_COLOR_TEXT_DIM);
  item->line_width = (float) (2 * self->scale);
  item->arrow = TRUE;
}

/* The height of all with the rows that the places have. */
static double
get_height (JugLoopLayout *self, const Place *places)
{
  double height = PAD * self->scale;

  for (guint i = 0; i < JUG_LOOP_N_SECTIONS; i++)
    {
      double section = get_section_height (self, i, places[i].n_rows);

      if (!is_shown (self, i) || (self->wide && i == JUG_LOOP_RUNNING))
        continue;
      if (self->wide && i == JUG_LOOP_READY)
        section = MAX (section, get_section_height (self, JUG_LOOP_RUNNING,
                                                    places[JUG_LOOP_RUNNING].n_rows));
      height += section + SECTION_GAP * self->scale;
    }
  return height - SECTION_GAP * self->scale + PAD * self->scale;
}

/* Takes rows away from where there are most until all fits. */
static void
fit_rows (JugLoopLayout *self, Place *places)
{
  while (get_height (self, places) > self->view->height)
    {
      guint most = 0;

      for (guint i = 1; i < JUG_LOOP_N_SECTIONS; i++)
        if (is_shown (self, i) && places[i].n_rows >= places[most].n_rows)
          most = i;
      if (places[most].n_rows <= 1)
        return;
      places[most].n_rows--;
    }
}

static double
draw_sections (JugLoopLayout *self)
{
  Place places[JUG_LOOP_N_SECTIONS];
  double y = PAD * self->scale;

  for (guint i = 0; i < JUG_LOOP_N_SECTIONS; i++)
    {
      places[i] = get_place (self, i);
      places[i].n_rows = flow_chips (self, i, &places[i], 0, FALSE).n_rows;
    }
  if (self->view->height > 0)
    fit_rows (self, places);

  for (guint i = 0; i < JUG_LOOP_N_SECTIONS; i++)
    {
      if (!is_shown (self, i))
        continue;
      draw_section (self, i, &places[i], y);
      if (self->wide && i == JUG_LOOP_RUNNING)
        {
          draw_arrow (self, &places[JUG_LOOP_RUNNING], &places[JUG_LOOP_READY], y);
          continue;
        }
      y += get_section_height (
               self, i,
               self->wide && i == JUG_LOOP_READY
                   ? MAX (places[i].n_rows, places[JUG_LOOP_RUNNING].n_rows)
                   : places[i].n_rows) +
           SECTION_GAP * self->scale;
    }
  return y - SECTION_GAP * self->scale + PAD * self->scale;
}

/* Swaps left and right for all items from number @first on but the arrow. */
static void
mirror (JugLoopLayout *self, guint first)
{
  guint n_items;

  jug_display_list_get_items (self->list, &n_items);
  for (guint i = first; i < n_items; i++)
    {
      JugDisplayItem *item = jug_display_list_peek (self->list, i);

      if (item->kind == JUG_ITEM_POLYLINE)
        continue;
      item->x = (float) self->view->width - item->x - item->width;
      if (item->kind == JUG_ITEM_LABEL && item->align == JUG_ALIGN_START)
        item->align = JUG_ALIGN_END;
    }
}

double
jug_loop_layout_draw (JugCursor *cursor, const JugLoopView *view, JugDisplayList *list)
{
  JugLoopLayout self = { .view = view, .list = list };
  guint first;
  double height;

  g_return_val_if_fail (cursor != NULL, 0);
  g_return_val_if_fail (view != NULL, 0);
  g_return_val_if_fail (list != NULL, 0);

  self.scale = view->font_scale > 0 ? view->font_scale : 1;
  self.measure = view->measure != NULL ? view->measure : jug_measure_roughly;
  self.wide = view->width >= WIDE * self.scale;
  self.chips = jug_loop_chips_new (cursor, view->label, view->label_data);
  jug_display_list_set_describe (list, describe, self.chips,
                                 (GDestroyNotify) jug_loop_chips_free);
  jug_display_list_set_font_scale (list, self.scale);
  jug_display_list_set_clip (list, NULL);

  jug_display_list_get_items (list, &first);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, view->width, 0,
                             jug_paint (JUG_COLOR_CANVAS));
  height = draw_sections (&self);
  if (view->is_rtl)
    mirror (&self, first);
  jug_display_list_peek (list, first)->height = (float) MAX (height, view->height);
  return height;
}
