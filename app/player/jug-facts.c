/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When each numbered thing of a trace began and ended. */
#include "jug-facts-private.h"

#include <stdlib.h>

enum
{
  OBJECTS_PER_EVENT = 8
}; /* what a trace promises; an array by number stays in bounds */

static GArray *
array_new (gsize element_size)
{
  return g_array_new (FALSE, TRUE, (guint) element_size);
}

/* The places of a number, or NULL for a number that no thing can have. */
static JugFactPlace *
get_place (JugFacts *self, guint32 object, guint32 index)
{
  if (object == 0 || object / OBJECTS_PER_EVENT > index)
    return NULL;
  if (object >= self->places->len)
    g_array_set_size (self->places, object + 1);
  return &g_array_index (self->places, JugFactPlace, object);
}

static void
add_queued (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactQueued queued = { index, JUG_NO_EVENT };
  JugFactPlace *place = get_place (self, event->object, index);

  g_array_append_val (self->queued, queued);
  if (place)
    place->queued = self->queued->len;
}

static void
cancel_queued (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactPlace *place = get_place (self, event->object, index);
  JugFactQueued *queued;

  if (!place || place->queued == 0)
    return;
  queued = &g_array_index (self->queued, JugFactQueued, place->queued - 1);
  queued->cancel_event = MIN (queued->cancel_event, index);
}

static void
end_timer (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactPlace *place = get_place (self, event->object, index);
  JugFactTimer *timer;

  if (!place || place->timer == 0)
    return;
  timer = &g_array_index (self->timers, JugFactTimer, place->timer - 1);
  timer->end_event = MIN (timer->end_event, index);
}

/* Arming it again ends its earlier life. */
static void
add_timer (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactTimer timer = { index, JUG_NO_EVENT };
  JugFactPlace *place = get_place (self, event->object, index);

  if (!place)
    return;
  end_timer (self, index, event);
  g_array_append_val (self->timers, timer);
  place->timer = self->timers->len;
}

static void
add_future (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactFuture future = { .create_event = index,
                           .done_event = JUG_NO_EVENT,
                           .wait_event = JUG_NO_EVENT };
  JugFactPlace *place = get_place (self, event->object, index);

  if (!place || place->other != 0)
    return;
  /* Its owner may be an earlier future, whose children are its own. */
  if (event->extra != 0)
    future.children = jug_facts_find_future (self, event->extra, index) + 1;
  g_array_append_val (self->futures, future);
  place->other = self->futures->len;
}

static void
add_child (JugFacts *self, guint32 index, const JugEvent *event)
{
  gint64 place = jug_facts_find_future (self, event->object, index);
  JugFactChild child = { .event = index };
  JugFactFuture *future;

  if (place < 0)
    return;
  g_array_append_val (self->children, child);
  future = &g_array_index (self->futures, JugFactFuture, place);
  if (future->first_child == 0)
    future->first_child = self->children->len;
  else
    g_array_index (self->children, JugFactChild, future->last_child - 1).next =
        self->children->len;
  future->last_child = self->children->len;
}

static void
finish_future (JugFacts *self, guint32 index, const JugEvent *event)
{
  gint64 place = jug_facts_find_future (self, event->object, index);

  if (place >= 0)
    {
      JugFactFuture *future = &g_array_index (self->futures, JugFactFuture, place);

      future->done_event = MIN (future->done_event, index);
    }
}

static void
wait_for_future (JugFacts *self, guint32 index, const JugEvent *event)
{
  gint64 place = jug_facts_find_future (self, event->object, index);

  if (place >= 0)
    {
      JugFactFuture *future = &g_array_index (self->futures, JugFactFuture, place);

      if (future->wait_event == JUG_NO_EVENT)
        {
          future->wait_event = index;
          future->waiter = event->task;
        }
    }
}

static void
add_sync (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactPlace *place = get_place (self, event->object, index);

  if (!place || place->other != 0)
    return;
  g_array_append_val (self->syncs, index);
  place->other = self->syncs->len;
}

static void
add_operation (JugFacts *self, guint32 index, const JugEvent *event)
{
  JugFactOperation operation = { index, JUG_NO_EVENT };
  JugFactPlace *place = get_place (self, event->object, index);

  if (!place || place->other != 0)
    return;
  g_array_append_val (self->operations, operation);
  place->other = self->operations->len;
}

static void
finish_operation (JugFacts *self, guint32 index, const JugEvent *event)
{
  gint64 place = jug_facts_find_operation (self, event->object, index);

  if (place >= 0)
    {
      JugFactOperation *operation =
          &g_array_index (self->operations, JugFactOperation, place);

      operation->done_event = MIN (operation->done_event, index);
    }
}

void
jug_facts_init (JugFacts *self, JugTrace *trace)
{
  *self = (JugFacts){ .trace = trace };
  self->queued = array_new (sizeof (JugFactQueued));
  self->timers = array_new (sizeof (JugFactTimer));
  self->futures = array_new (sizeof (JugFactFuture));
  self->children = array_new (sizeof (JugFactChild));
  self->operations = array_new (sizeof (JugFactOperation));
  self->syncs = array_new (sizeof (guint32));
  self->output = array_new (sizeof (guint32));
  self->places = array_new (sizeof (JugFactPlace));
  jug_details_init (&self->details);
}

void
jug_facts_clear (JugFacts *self)
{
  g_clear_pointer (&self->queued, g_array_unref);
  g_clear_pointer (&self->timers, g_array_unref);
  g_clear_pointer (&self->futures, g_array_unref);
  g_clear_pointer (&self->children, g_array_unref);
  g_clear_pointer (&self->operations, g_array_unref);
  g_clear_pointer (&self->syncs, g_array_unref);
  g_clear_pointer (&self->output, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  jug_details_clear (&self->details);
}

/* Takes in the next event of the trace. */
void
jug_facts_add (JugFacts *self, guint32 index, const JugEvent *event)
{
  g_assert (index == self->n_events);

  self->n_events++;
  switch ((JugEventKind) event->kind)
    {
    case JUG_EVENT_WAIT:
      if (event->detail == JUG_WAIT_FUTURE)
        wait_for_future (self, index, event);
      break;
    case JUG_EVENT_PRINT:
      g_array_append_val (self->output, index);
      break;
    case JUG_EVENT_CALLBACK_QUEUE:
      if (!jug_facts_is_queued_before (self, event))
        add_queued (self, index, event);
      break;
    case JUG_EVENT_CALLBACK_CANCEL:
      cancel_queued (self, index, event);
      break;
    case JUG_EVENT_TIMER_ARM:
      add_timer (self, index, event);
      break;
    case JUG_EVENT_TIMER_FIRE:
      end_timer (self, index, event);
      add_queued (self, index, event);
      break;
    case JUG_EVENT_TIMER_CANCEL:
      end_timer (self, index, event);
      break;
    case JUG_EVENT_FUTURE_CREATE:
      add_future (self, index, event);
      break;
    case JUG_EVENT_FUTURE_CHILD:
      add_child (self, index, event);
      break;
    case JUG_EVENT_FUTURE_DONE:
      finish_future (self, index, event);
      break;
    case JUG_EVENT_SYNC_CREATE:
      add_sync (self, index, event);
      break;
    case JUG_EVENT_IO_START:
      add_operation (self, index, event);
      break;
    case JUG_EVENT_IO_DONE:
      finish_operation (self, index, event);
      break;
    case JUG_EVENT_FRAMES:
    case JUG_EVENT_LOCALS:
      jug_details_add (&self->details, index, event);
      break;
    case JUG_EVENT_NONE:
    case JUG_EVENT_TASK_CREATE:
    case JUG_EVENT_STEP:
    case JUG_EVENT_LINE:
    case JUG_EVENT_DONE:
    case JUG_EVENT_CANCEL:
    case JUG_EVENT_EXIT:
    case JUG_EVENT_LOOP_START:
    case JUG_EVENT_LOOP_STOP:
    case JUG_EVENT_ITERATION:
    case JUG_EVENT_POLL:
    case JUG_EVENT_RUN:
    case JUG_EVENT_SHUTDOWN:
    case JUG_EVENT_CALLBACK_RUN:
    case JUG_EVENT_CALLBACK_END:
    case JUG_EVENT_UNCANCEL:
    case JUG_EVENT_TASK_NAME:
    case JUG_EVENT_EXCEPTION:
    case JUG_EVENT_UNORDERED:
    case JUG_EVENT_SYNC:
    case JUG_EVENT_BLOCK:
    case JUG_EVENT_REPORT:
    case JUG_EVENT_LIMIT:
    case JUG_EVENT_INTERVENTION:
    case JUG_EVENT_IO_DATA:
      break;
    }
}

/*
 * Whether a JUG_EVENT_CALLBACK_QUEUE only repeats what another event has said: a timer
 * that fires is in the ready queue with that.
 */
gboolean
jug_facts_is_queued_before (const JugFacts *self, const JugEvent *event)
{
  const JugEvent *cause;

  if (event->cause == JUG_NO_EVENT)
    return FALSE;
  cause = jug_trace_get_event (self->trace, event->cause);
  return cause->kind == JUG_EVENT_TIMER_FIRE && cause->object == event->object;
}

gint64
jug_facts_find_begun (const GArray *lives, guint32 index)
{
  guint size = g_array_get_element_size ((GArray *) lives);
  guint low = 0, high = lives->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint32 begun =
          *(const guint32 *) (gconstpointer) (lives->data + (gsize) middle * size);

      if (begun == index)
        return middle;
      if (begun < index)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

/* A number names one kind of thing, unless the trace contradicts itself: so look what it
 * is. */
static const JugEvent *
get_event (const JugFacts *self, guint32 index, JugEventKind kind, guint32 object)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);

  return event->kind == kind && event->object == object ? event : NULL;
}

static guint32
get_other (const JugFacts *self, guint32 object)
{
  if (object >= self->places->len)
    return 0;
  return g_array_index (self->places, JugFactPlace, object).other;
}

static gint64
find_other (const JugFacts *self,
            const GArray *lives,
            JugEventKind kind,
            guint32 object,
            guint32 at)
{
  guint32 place = get_other (self, object);
  const char *life;
  guint32 begun;

  if (place == 0 || place > lives->len)
    return -1;
  life = lives->data + (gsize) (place - 1) * g_array_get_element_size ((GArray *) lives);
  begun = *(const guint32 *) (gconstpointer) life;
  if (begun > at || !get_event (self, begun, kind, object))
    return -1;
  return place - 1;
}

gint64
jug_facts_find_future (const JugFacts *self, guint32 object, guint32 at)
{
  return find_other (self, self->futures, JUG_EVENT_FUTURE_CREATE, object, at);
}

gint64
jug_facts_find_sync (const JugFacts *self, guint32 object, guint32 at)
{
  return find_other (self, self->syncs, JUG_EVENT_SYNC_CREATE, object, at);
}

gint64
jug_facts_find_operation (const JugFacts *self, guint32 object, guint32 at)
{
  return find_other (self, self->operations, JUG_EVENT_IO_START, object, at);
}
