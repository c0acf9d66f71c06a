/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts what a display list stands for by lane and time. */
#include "jug-timeline-reader.h"

#include "jug-timeline-card.h"

#include <math.h>

/* Children are renewed when the view has kept still for so long. */
#define DELAY_MS 120

struct _JugTimelineReader
{
  GtkWidget *parent;             /* (unowned) */
  JugTimelineViewport *viewport; /* (unowned) */
  JugTimelineDrawing *drawing;   /* (unowned) */

  JugItemSet *items; /* owned */
  guint timeout;
};

typedef struct
{
  JugPictureRef ref;
  JugRect place;
} Thing;

static gboolean
is_bar (const JugPictureRef *ref)
{
  return ref->kind == JUG_PICTURE_SPAN || ref->kind == JUG_PICTURE_RUN ||
         ref->kind == JUG_PICTURE_IDLE || ref->kind == JUG_PICTURE_EVENT;
}

static gboolean
clip (JugRect *rect, const JugRect *to)
{
  float x0 = MAX (rect->x, to->x);
  float y0 = MAX (rect->y, to->y);
  float x1 = MIN (rect->x + rect->width, to->x + to->width);
  float y1 = MIN (rect->y + rect->height, to->y + to->height);

  *rect = (JugRect){ x0, y0, x1 - x0, y1 - y0 };
  return x1 > x0 && y1 > y0;
}

/* The part of the picture in which a thing is to be seen. */
static JugRect
get_window (JugTimelineLayout *layout, const JugPictureRef *ref)
{
  const JugTimelineView *view = jug_timeline_layout_get_view (layout);
  JugRect chart = jug_timeline_layout_get_chart (layout);
  JugRect window = { 0, chart.y, (float) view->width, chart.height };
  JugRect bounds;

  if (is_bar (ref))
    {
      window.x = chart.x;
      window.width = chart.width;
    }
  /* The loop's lane stands above what scrolls up and down. */
  if (jug_timeline_layout_get_bounds (layout, ref, &bounds) && bounds.y < chart.y &&
      (ref->kind == JUG_PICTURE_RUN || ref->kind == JUG_PICTURE_IDLE ||
       ref->task == JUG_TASK_LOOP))
    {
      window.y = 0;
      window.height = chart.y;
    }
  else
    {
      JugRect area = jug_timeline_layout_get_lane_area (layout, ref->task);

      window.y = area.y;
      window.height = area.height;
    }
  return window;
}

static int
compare_things (gconstpointer a, gconstpointer b)
{
  const Thing *one = a;
  const Thing *other = b;
  gboolean one_is_lane = one->ref.kind == JUG_PICTURE_LANE;
  gboolean other_is_lane = other->ref.kind == JUG_PICTURE_LANE;
  float one_y = one->place.y + one->place.height / 2;
  float other_y = other->place.y + other->place.height / 2;

  /* Bars of one lane differ in height, but not in their middle. */
  if (fabsf (one_y - other_y) > 4)
    return one_y < other_y ? -1 : 1;
  if (one_is_lane != other_is_lane)
    return one_is_lane ? -1 : 1;
  if (one->place.x < other->place.x || one->place.x > other->place.x)
    return one->place.x < other->place.x ? -1 : 1;
  return one->ref.event < other->ref.event ? -1 : one->ref.event > other->ref.event;
}

static void
add_thing (JugTimelineLayout *layout, const JugPictureRef *ref, GArray *things)
{
  Thing thing = { .ref = *ref };
  JugRect window;

  if (!jug_timeline_layout_get_bounds (layout, ref, &thing.place))
    return;
  /* What took no time is there all the same. */
  thing.place.width = MAX (thing.place.width, 1);
  window = get_window (layout, ref);
  if (clip (&thing.place, &window))
    g_array_append_val (things, thing);
}

static void
collect (JugTimelineLayout *layout, JugDisplayList *list, GArray *things)
{
  const JugPictureRef *before = NULL;
  const JugDisplayItem *items;
  guint n_items;

  items = jug_display_list_get_items (list, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const JugPictureRef *ref = &items[i].ref;

      if (!is_bar (ref) && ref->kind != JUG_PICTURE_LANE)
        continue;
      /* The shapes of one thing follow each other. */
      if (before == NULL || !jug_picture_ref_equal (before, ref))
        add_thing (layout, ref, things);
      before = ref;
    }
}

static guint
count_bars (GArray *things)
{
  guint n = 0;

  for (guint i = 0; i < things->len; i++)
    n += is_bar (&g_array_index (things, Thing, i).ref) ? 1 : 0;
  return n;
}

/* Says of what is selected what the pointer would be told on it. */
static void
describe (JugTimelineReader *self,
          JugTimelineLayout *layout,
          const JugPictureRef *ref,
          gboolean is_selected)
{
  JugPictureItem *item = jug_item_set_find (self->items, ref);
  g_autoptr (JugTimelineCard) card = NULL;
  g_autofree char *details = NULL;

  if (is_selected)
    card = jug_timeline_card_new (layout, ref);
  if (card != NULL)
    details = jug_timeline_card_dup_details (card);
  jug_picture_item_set_description (item, details ? details : "");
}

static void
fill (JugTimelineReader *self, JugTimelineLayout *layout)
{
  const JugPictureRef *selection = &jug_timeline_layout_get_view (layout)->selection;
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  gboolean only_lanes;

  collect (layout, jug_timeline_drawing_get_chart (self->drawing, layout), things);
  only_lanes = count_bars (things) > JUG_TIMELINE_MAX_BARS;
  if (is_bar (selection))
    add_thing (layout, selection, things);
  g_array_sort (things, compare_things);
  for (guint i = 0; i < things->len; i++)
    {
      const Thing *thing = &g_array_index (things, Thing, i);
      g_autofree char *label = NULL;

      if (only_lanes && is_bar (&thing->ref) &&
          !jug_picture_ref_equal (&thing->ref, selection))
        continue;
      label = jug_timeline_layout_dup_description (layout, &thing->ref);
      if (label == NULL)
        continue;
      jug_item_set_add (self->items, &thing->ref, &thing->place, label);
      describe (self, layout, &thing->ref,
                jug_picture_ref_equal (&thing->ref, selection));
    }
}

static void
renew (JugTimelineReader *self)
{
  JugTimelineLayout *layout = jug_timeline_viewport_get_layout (self->viewport);

  g_clear_handle_id (&self->timeout, g_source_remove);
  jug_item_set_begin (self->items);
  if (layout != NULL && gtk_widget_get_mapped (self->parent))
    fill (self, layout);
  jug_item_set_end (self->items);
}

static gboolean
timeout_cb (gpointer data)
{
  JugTimelineReader *self = data;

  self->timeout = 0;
  renew (self);
  return G_SOURCE_REMOVE;
}

JugTimelineReader *
jug_timeline_reader_new (GtkWidget *parent,
                         JugTimelineViewport *viewport,
                         JugTimelineDrawing *drawing,
                         JugItemFunc activated,
                         gpointer data)
{
  JugTimelineReader *self = g_new0 (JugTimelineReader, 1);

  self->parent = parent;
  self->viewport = viewport;
  self->drawing = drawing;
  self->items = jug_item_set_new (parent, activated, data);
  return self;
}

void
jug_timeline_reader_free (JugTimelineReader *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->items, jug_item_set_free);
  g_free (self);
}

void
jug_timeline_reader_queue (JugTimelineReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (DELAY_MS, timeout_cb, self);
}

GtkWidget *
jug_timeline_reader_find_selection (JugTimelineReader *self)
{
  JugTimelineLayout *layout;
  JugPictureRef ref;
  JugPictureItem *item;

  g_return_val_if_fail (self != NULL, NULL);

  layout = jug_timeline_viewport_get_layout (self->viewport);
  if (layout == NULL)
    return NULL;
  ref = jug_timeline_layout_get_view (layout)->selection;
  if (ref.kind == JUG_PICTURE_NONE)
    return NULL;
  renew (self);
  item = jug_item_set_find (self->items, &ref);
  if (item == NULL)
    {
      ref = (JugPictureRef){ JUG_PICTURE_LANE, ref.task, JUG_NO_EVENT };
      item = jug_item_set_find (self->items, &ref);
    }
  return item ? GTK_WIDGET (item) : NULL;
}

void
jug_timeline_reader_allocate (JugTimelineReader *self)
{
  g_return_if_fail (self != NULL);

  jug_item_set_allocate (self->items);
}
