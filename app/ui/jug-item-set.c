/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reconciles children with references: reuses, reorders, removes. */
#include "jug-item-set.h"

#include <math.h>

struct _JugItemSet
{
  GtkWidget *parent; /* (unowned): owns this */
  JugItemFunc activated;
  gpointer data; /* (unowned) */

  GHashTable *items;     /* of JugPictureItem by its JugPictureRef; children own them */
  GHashTable *left_over; /* during a refill: items that were not added yet */
  GtkWidget *last;       /* (unowned): during a refill: the item added last */
};

static guint
ref_hash (gconstpointer key)
{
  const JugPictureRef *ref = key;

  return ((guint) ref->kind * 31 + ref->task) * 2654435761U ^ ref->event;
}

static gboolean
ref_equal (gconstpointer a, gconstpointer b)
{
  return jug_picture_ref_equal (a, b);
}

static void
item_activated_cb (JugPictureItem *item, JugItemSet *self)
{
  /* A copy: what is done may remove the item. */
  JugPictureRef ref = *jug_picture_item_get_ref (item);

  self->activated (&ref, self->data);
}

JugItemSet *
jug_item_set_new (GtkWidget *parent, JugItemFunc activated, gpointer data)
{
  JugItemSet *self = g_new0 (JugItemSet, 1);

  self->parent = parent;
  self->activated = activated;
  self->data = data;
  self->items = g_hash_table_new (ref_hash, ref_equal);
  self->left_over = g_hash_table_new (ref_hash, ref_equal);
  return self;
}

void
jug_item_set_free (JugItemSet *self)
{
  jug_item_set_begin (self);
  jug_item_set_end (self);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->left_over);
  g_free (self);
}

void
jug_item_set_begin (JugItemSet *self)
{
  GHashTable *empty;

  g_return_if_fail (self != NULL);

  empty = self->left_over;
  self->left_over = self->items;
  self->items = empty;
  self->last = NULL;
}

void
jug_item_set_add (JugItemSet *self,
                  const JugPictureRef *ref,
                  const JugRect *place,
                  const char *label)
{
  JugPictureItem *item;

  g_return_if_fail (self != NULL);

  if (g_hash_table_contains (self->items, ref))
    return;
  item = g_hash_table_lookup (self->left_over, ref);
  if (item == NULL)
    {
      item = JUG_PICTURE_ITEM (jug_picture_item_new (ref));
      g_signal_connect (item, "activated", G_CALLBACK (item_activated_cb), self);
      gtk_widget_insert_after (GTK_WIDGET (item), self->parent, self->last);
    }
  else
    {
      g_hash_table_remove (self->left_over, ref);
      if (gtk_widget_get_prev_sibling (GTK_WIDGET (item)) != self->last)
        gtk_widget_insert_after (GTK_WIDGET (item), self->parent, self->last);
    }
  jug_picture_item_set_place (item, place);
  jug_picture_item_set_label (item, label);
  g_hash_table_insert (self->items, (gpointer) jug_picture_item_get_ref (item), item);
  self->last = GTK_WIDGET (item);
}

void
jug_item_set_end (JugItemSet *self)
{
  GHashTableIter iter;
  gpointer item;
  gboolean had_focus = FALSE;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->left_over);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      had_focus = had_focus || gtk_widget_has_focus (item);
      g_signal_handlers_disconnect_by_data (item, self);
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (item);
    }
  self->last = NULL;
  if (had_focus && gtk_widget_get_mapped (self->parent))
    gtk_widget_grab_focus (self->parent);
  gtk_widget_queue_allocate (self->parent);
}

guint
jug_item_set_get_n_items (JugItemSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->items);
}

JugPictureItem *
jug_item_set_find (JugItemSet *self, const JugPictureRef *ref)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ref != NULL, NULL);

  return g_hash_table_lookup (self->items, ref);
}

void
jug_item_set_allocate (JugItemSet *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const JugRect *place = jug_picture_item_get_place (item);
      int x = (int) floorf (place->x);
      int y = (int) floorf (place->y);
      int width = MAX ((int) ceilf (place->x + place->width) - x, 1);
      int height = MAX ((int) ceilf (place->y + place->height) - y, 1);

      /* GTK wants to be asked before it is told. */
      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (item, &(GtkAllocation){ x, y, width, height }, -1);
    }
}
