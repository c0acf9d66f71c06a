/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of timelines share: an index, a layout, a list, and how to look into it. */
#include "jug-picture-fixture.h"

/* A layout of all of @trace, which it takes, in a picture of 1000 by 400 px whose names
 * take 100. */
void
jug_picture_fixture_init (JugPictureFixture *self, JugTrace *trace)
{
  self->trace = trace;
  self->index = jug_span_index_new (trace);
  jug_span_index_update (self->index, G_MAXUINT32);
  self->layout = jug_timeline_layout_new (self->index);
  self->list = jug_display_list_new ();
  self->view = JUG_TIMELINE_VIEW_INIT;
  self->view.width = 1000;
  self->view.height = 400;
  self->view.header_width = 100;
  jug_picture_fixture_apply (self);
}

void
jug_picture_fixture_clear (JugPictureFixture *self)
{
  g_clear_pointer (&self->list, jug_display_list_free);
  g_clear_pointer (&self->layout, jug_timeline_layout_free);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_clear_pointer (&self->trace, jug_trace_unref);
}

/* Gives the layout the view and takes back what it made of it. */
void
jug_picture_fixture_apply (JugPictureFixture *self)
{
  jug_timeline_layout_set_view (self->layout, &self->view);
  self->view = *jug_timeline_layout_get_view (self->layout);
}

void
jug_picture_fixture_draw (JugPictureFixture *self)
{
  jug_picture_fixture_apply (self);
  jug_display_list_clear (self->list);
  jug_timeline_layout_draw (self->layout, self->list);
  jug_timeline_layout_draw_overlay (self->layout, self->list);
}

/* The first item of a kind that stands for @ref. */
const JugDisplayItem *
jug_picture_fixture_find (JugPictureFixture *self, JugPictureRef ref, JugItemKind kind)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (self->list, &n_items);

  for (int i = -1; (i = jug_display_list_find (self->list, &ref, (guint) (i + 1))) >= 0;)
    if (items[i].kind == kind)
      return &items[i];
  return NULL;
}

const JugDisplayItem *
jug_picture_fixture_find_label (JugPictureFixture *self, const char *text)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (self->list, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_LABEL &&
        g_str_equal (jug_display_list_get_text (self->list, &items[i]), text))
      return &items[i];
  return NULL;
}

/* How many items there are of a kind, and of a style unless that is -1. */
guint
jug_picture_fixture_count (JugPictureFixture *self, JugItemKind kind, int style)
{
  guint n_items, n = 0;
  const JugDisplayItem *items = jug_display_list_get_items (self->list, &n_items);

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == kind && (style < 0 || items[i].style == style);
  return n;
}
