/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array of event numbers that grows in slices, and objects made on demand. */
#include "jug-happenings.h"

#include "jug-stop.h"

/* Events that are looked at in one slice: well under a millisecond. */
#define SLICE 20000

struct _JugHappening
{
  GObject parent_instance;

  guint32 event;
};

G_DEFINE_FINAL_TYPE (JugHappening, jug_happening, G_TYPE_OBJECT)

static void
jug_happening_class_init (JugHappeningClass *klass)
{
}

static void
jug_happening_init (JugHappening *self)
{
}

guint32
jug_happening_get_event (JugHappening *self)
{
  g_return_val_if_fail (JUG_IS_HAPPENING (self), JUG_NO_EVENT);

  return self->event;
}

struct _JugHappenings
{
  GObject parent_instance;

  JugTrace *trace;
  GArray *events; /* of guint32 */
  guint32 n_read; /* events of the trace that were looked at */
  JugDetail detail;
  guint32 task; /* JUG_SESSION_NO_TASK: all */
  guint idle;
};

static GType
jug_happenings_get_item_type (GListModel *list)
{
  return JUG_TYPE_HAPPENING;
}

static guint
jug_happenings_get_n_items (GListModel *list)
{
  return JUG_HAPPENINGS (list)->events->len;
}

static gpointer
jug_happenings_get_item (GListModel *list, guint position)
{
  JugHappenings *self = JUG_HAPPENINGS (list);
  JugHappening *item;

  if (position >= self->events->len)
    return NULL;
  item = g_object_new (JUG_TYPE_HAPPENING, NULL);
  item->event = g_array_index (self->events, guint32, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jug_happenings_get_item_type;
  iface->get_n_items = jug_happenings_get_n_items;
  iface->get_item = jug_happenings_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JugHappenings,
                               jug_happenings,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_listed (JugHappenings *self, guint32 event)
{
  if (self->task != JUG_SESSION_NO_TASK &&
      !jug_stop_is_about (self->trace, event, self->task))
    return FALSE;
  return jug_stop_is (self->trace, event, self->detail);
}

static gboolean
read_slice (gpointer data)
{
  JugHappenings *self = data;
  guint32 n_events = jug_trace_get_n_events (self->trace);
  guint32 end = MIN (n_events, self->n_read + SLICE);
  guint before = self->events->len;

  for (; self->n_read < end; self->n_read++)
    if (is_listed (self, self->n_read))
      g_array_append_val (self->events, self->n_read);
  if (self->events->len > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0,
                                self->events->len - before);
  if (self->n_read < n_events)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
read_on (JugHappenings *self)
{
  /* What fits into a slice is there at once. */
  if (self->idle == 0 && read_slice (self) == G_SOURCE_CONTINUE)
    self->idle = g_idle_add (read_slice, self);
}

static void
jug_happenings_dispose (GObject *object)
{
  JugHappenings *self = JUG_HAPPENINGS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->trace, jug_trace_unref);
  G_OBJECT_CLASS (jug_happenings_parent_class)->dispose (object);
}

static void
jug_happenings_finalize (GObject *object)
{
  JugHappenings *self = JUG_HAPPENINGS (object);

  g_clear_pointer (&self->events, g_array_unref);
  G_OBJECT_CLASS (jug_happenings_parent_class)->finalize (object);
}

static void
jug_happenings_class_init (JugHappeningsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jug_happenings_dispose;
  object_class->finalize = jug_happenings_finalize;
}

static void
jug_happenings_init (JugHappenings *self)
{
  self->events = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->task = JUG_SESSION_NO_TASK;
}

JugHappenings *
jug_happenings_new (void)
{
  return g_object_new (JUG_TYPE_HAPPENINGS, NULL);
}

static void
fill_again (JugHappenings *self)
{
  guint n_items = self->events->len;

  g_clear_handle_id (&self->idle, g_source_remove);
  self->n_read = 0;
  g_array_set_size (self->events, 0);
  if (n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
  if (self->trace != NULL)
    read_on (self);
}

void
jug_happenings_set_trace (JugHappenings *self, JugTrace *trace, JugDetail detail)
{
  g_return_if_fail (JUG_IS_HAPPENINGS (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->trace, jug_trace_unref);
  self->trace = trace ? jug_trace_ref (trace) : NULL;
  self->detail = detail;
  fill_again (self);
}

void
jug_happenings_set_task (JugHappenings *self, guint32 task)
{
  g_return_if_fail (JUG_IS_HAPPENINGS (self));

  if (self->task == task)
    return;
  self->task = task;
  fill_again (self);
}

void
jug_happenings_trace_grown (JugHappenings *self)
{
  g_return_if_fail (JUG_IS_HAPPENINGS (self));

  if (self->trace != NULL)
    read_on (self);
}

guint
jug_happenings_find (JugHappenings *self, guint32 event)
{
  guint low = 0, high;

  g_return_val_if_fail (JUG_IS_HAPPENINGS (self), G_MAXUINT);

  high = event == JUG_NO_EVENT ? 0 : self->events->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->events, guint32, middle) <= event)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}
