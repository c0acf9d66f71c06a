/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shapes of a timeline stand for, in words. */
#include "jug-ruler-scale-private.h"
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_label (JugTimelineLayout *self, guint32 task)
{
  return g_strdup (jug_timeline_layout_get_label (self, task));
}

static char *
dup_time (JugTimelineLayout *self, guint32 event)
{
  GString *text = g_string_new (NULL);

  jug_time_append (text, jug_trace_get_event (self->trace, event)->time_ns);
  return g_string_free (text, FALSE);
}

static const char *
get_text (JugTimelineLayout *self, guint32 event)
{
  return jug_trace_get_string (
      self->trace, jug_event_get_text (jug_trace_get_event (self->trace, event)));
}

/* Whether an end is not known, or not to be told. */
static gboolean
is_open (JugTimelineLayout *self, guint32 end, gboolean known)
{
  return !known || jug_timeline_layout_is_hidden (self, end);
}

static char *
describe_end (JugTimelineLayout *self, guint32 event)
{
  const JugEvent *end = jug_trace_get_event (self->trace, event);
  g_autofree char *text = jug_trace_dup_exception (self->trace, event);
  g_autofree char *name = dup_label (self, end->task);
  g_autofree char *time = dup_time (self, event);

  switch ((JugOutcome) end->detail)
    {
    case JUG_OUTCOME_RESULT:
      if (*text == '\0')
        /* Translators: a task, a time */
        return g_strdup_printf (_ ("%s is done at %s"), name, time);
      /* Translators: a task, its result, a time */
      return g_strdup_printf (_ ("%s is done with result %s at %s"), name, text, time);
    case JUG_OUTCOME_EXCEPTION:
      /* Translators: a task, the name of an exception, a time */
      return g_strdup_printf (_ ("%s fails with %s at %s"), name, text, time);
    case JUG_OUTCOME_CANCELLED:
      /* Translators: a task, a time */
      return g_strdup_printf (_ ("%s ends cancelled at %s"), name, time);
    }
  g_assert_not_reached ();
}

static char *
describe_lane (JugTimelineLayout *self, guint32 task)
{
  g_autofree char *name = dup_label (self, task);
  g_autofree char *parent = NULL;
  g_autofree char *created = NULL;
  g_autofree char *ended = NULL;
  const JugTraceTask *about;
  guint32 end;

  if (task == JUG_TASK_LOOP)
    return g_steal_pointer (&name);
  about = jug_trace_get_task (self->trace, task);
  parent = dup_label (self, about->parent);
  created = dup_time (self, about->create_event);
  end = jug_span_index_get_end_event (self->index, task);
  if (is_open (self, end, end != JUG_NO_EVENT))
    /* Translators: a task, who created it, a time */
    return g_strdup_printf (_ ("%s, created by %s at %s"), name, parent, created);
  ended = describe_end (self, end);
  /* Translators: a task, who created it, a time; then a whole sentence on how it ended */
  return g_strdup_printf (_ ("%s, created by %s at %s; %s"), name, parent, created,
                          ended);
}

/* When something was: both texts are owned, the second is NULL if it is not known or not
 * told. */
typedef struct
{
  char *from;
  char *to;
  gboolean is_moment; /* both are the same */
} Stretch;

static void
stretch_clear (Stretch *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stretch, stretch_clear)

static Stretch
make_stretch (JugTimelineLayout *self, guint32 begin, guint32 end, gboolean known)
{
  Stretch stretch = { dup_time (self, begin), NULL, FALSE };

  if (!is_open (self, end, known))
    {
      stretch.to = dup_time (self, end);
      stretch.is_moment = g_str_equal (stretch.from, stretch.to);
    }
  return stretch;
}

static char *
describe_ready (const char *name, const Stretch *stretch)
{
  if (stretch->to == NULL)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("%s is ready from %s on"), name, stretch->from);
  if (stretch->is_moment)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("%s is ready at %s"), name, stretch->from);
  /* Translators: a task, two times */
  return g_strdup_printf (_ ("%s is ready from %s to %s"), name, stretch->from,
                          stretch->to);
}

static char *
describe_running (const char *name, const Stretch *stretch)
{
  if (stretch->to == NULL)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("%s runs from %s on"), name, stretch->from);
  if (stretch->is_moment)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("%s runs at %s"), name, stretch->from);
  /* Translators: a task, two times */
  return g_strdup_printf (_ ("%s runs from %s to %s"), name, stretch->from, stretch->to);
}

static char *
describe_waiting (const char *name, const char *reason, const Stretch *stretch)
{
  if (stretch->to == NULL)
    /* Translators: a task, what it waits for (as “sleep(1)” or “lock door”), a time */
    return g_strdup_printf (_ ("%s waits: %s, from %s on"), name, reason, stretch->from);
  if (stretch->is_moment)
    /* Translators: a task, what it waits for (as “sleep(1)” or “lock door”), a time */
    return g_strdup_printf (_ ("%s waits: %s, at %s"), name, reason, stretch->from);
  /* Translators: a task, what it waits for (as “sleep(1)” or “lock door”), two times */
  return g_strdup_printf (_ ("%s waits: %s, from %s to %s"), name, reason, stretch->from,
                          stretch->to);
}

static char *
describe_span (JugTimelineLayout *self, const JugPictureRef *ref)
{
  guint32 span = jug_span_index_find_span (self->index, ref->task, ref->event);
  g_autofree char *name = dup_label (self, ref->task);
  g_autoptr (GString) reason = NULL;
  g_auto (Stretch) stretch = { NULL, NULL, FALSE };
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, ref->task, &n_spans);
  JugWaitText text;

  if (span == G_MAXUINT32)
    return NULL;
  stretch = make_stretch (
      self, spans[span].begin, jug_span_index_get_span_end (self->index, ref->task, span),
      span + 1 < n_spans ||
          jug_span_index_get_end_event (self->index, ref->task) != JUG_NO_EVENT);
  switch ((JugSpanState) spans[span].state)
    {
    case JUG_SPAN_READY:
      return describe_ready (name, &stretch);
    case JUG_SPAN_RUNNING:
      return describe_running (name, &stretch);
    case JUG_SPAN_WAITING:
      reason = g_string_new (NULL);
      jug_timeline_layout_set_wait (self, spans[span].begin, &text);
      jug_wait_text_append (&text, reason);
      return describe_waiting (name, reason->str, &stretch);
    }
  g_assert_not_reached ();
}

static char *
describe_step (const char *name, const Stretch *stretch)
{
  if (stretch->to == NULL)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("the loop runs a step of %s from %s on"), name,
                            stretch->from);
  if (stretch->is_moment)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("the loop runs a step of %s at %s"), name, stretch->from);
  /* Translators: a task, two times */
  return g_strdup_printf (_ ("the loop runs a step of %s from %s to %s"), name,
                          stretch->from, stretch->to);
}

static char *
describe_callback (const char *what, const Stretch *stretch)
{
  if (stretch->to == NULL || stretch->is_moment)
    /* Translators: what the callback does (as “timer of hello-1”), a time */
    return g_strdup_printf (_ ("the loop runs a callback (%s) at %s"), what,
                            stretch->from);
  /* Translators: what the callback does (as “timer of hello-1”), two times */
  return g_strdup_printf (_ ("the loop runs a callback (%s) from %s to %s"), what,
                          stretch->from, stretch->to);
}

static char *
describe_idle (const Stretch *stretch)
{
  if (stretch->to == NULL)
    /* Translators: a time */
    return g_strdup_printf (_ ("the loop has nothing to do from %s on"), stretch->from);
  /* Translators: two times */
  return g_strdup_printf (_ ("the loop has nothing to do from %s to %s"), stretch->from,
                          stretch->to);
}

static char *
describe_run (JugTimelineLayout *self, const JugPictureRef *ref)
{
  guint32 n = jug_span_index_find_run (self->index, ref->event);
  g_auto (Stretch) stretch = { NULL, NULL, FALSE };
  g_autofree char *name = NULL;
  g_autoptr (GString) what = NULL;
  const JugRun *run;

  if (n == G_MAXUINT32)
    return NULL;
  run = jug_span_index_get_run (self->index, n);
  stretch = make_stretch (self, run->begin, run->end, run->end + 1 < self->axis.n_events);
  switch ((JugRunKind) run->kind)
    {
    case JUG_RUN_STEP:
      name = dup_label (self, run->task);
      return describe_step (name, &stretch);
    case JUG_RUN_CALLBACK:
      what = g_string_new (NULL);
      jug_callback_text_append (self->trace, run->begin, self->view.label,
                                self->view.label_data, what);
      return describe_callback (what->str, &stretch);
    case JUG_RUN_IDLE:
      return describe_idle (&stretch);
    }
  g_assert_not_reached ();
}

/* What an arrow says; it is named by the event at its head. */
static char *
describe_flow (JugTimelineLayout *self, const JugPictureRef *ref)
{
  const JugEvent *event = jug_trace_get_event (self->trace, ref->event);
  g_autofree char *to = dup_label (self, ref->task);
  g_autofree char *time = dup_time (self, ref->event);
  g_autofree char *from = NULL;
  guint32 origin;

  if (event->kind == JUG_EVENT_TASK_CREATE)
    {
      from = dup_label (self, event->object);
      /* Translators: a task, the task that it creates, a time */
      return g_strdup_printf (_ ("%s creates %s at %s"), from, to, time);
    }
  if (event->kind == JUG_EVENT_CANCEL)
    {
      from = dup_label (self, event->object);
      /* Translators: a task, the task that it cancels, a time */
      return g_strdup_printf (_ ("%s asks %s to cancel at %s"), from, to, time);
    }
  origin = jug_span_index_get_origin (self->index, ref->event);
  if (origin == JUG_NO_EVENT)
    return NULL;
  event = jug_trace_get_event (self->trace, origin);
  if (event->kind == JUG_EVENT_TIMER_FIRE)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("a timer wakes %s at %s"), to, time);
  if (event->kind == JUG_EVENT_IO_DONE)
    /* Translators: a task, a time */
    return g_strdup_printf (_ ("the outside world wakes %s at %s"), to, time);
  from = dup_label (self, event->task);
  /* Translators: a task, the task that it wakes, a time */
  return g_strdup_printf (_ ("%s wakes %s at %s"), from, to, time);
}

static char *
describe_event (JugTimelineLayout *self, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  g_autofree char *time = dup_time (self, index);
  g_autofree char *name = NULL;

  switch (event->kind)
    {
    case JUG_EVENT_DONE:
      return describe_end (self, index);
    case JUG_EVENT_CANCEL:
      return describe_flow (self,
                            &(JugPictureRef){ JUG_PICTURE_FLOW, event->task, index });
    case JUG_EVENT_EXIT:
      /* Translators: the name of an exception or “deadlock”, a time */
      name = jug_trace_dup_exception (self->trace, index);
      return g_strdup_printf (_ ("the program ends with %s at %s"), name, time);
    case JUG_EVENT_LIMIT:
      /* Translators: which limit was reached, a time */
      return g_strdup_printf (_ ("recording stops here: %s, at %s"),
                              get_text (self, index), time);
    case JUG_EVENT_REPORT:
      /* Translators: a message that Python would log, a time */
      return g_strdup_printf (_ ("%s, at %s"), get_text (self, index), time);
    default:
      /* Other kinds are not marked by themselves; a trace may hold any. */
      name = dup_label (self, event->task);
      /* Translators: a task, a time */
      return g_strdup_printf (_ ("%s at %s"), name, time);
    }
}

static char *
describe_iteration (JugTimelineLayout *self, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  g_autofree char *time = dup_time (self, index);

  /* Translators: the number of an iteration of the loop, a time */
  return g_strdup_printf (_ ("iteration %u begins at %s"), event->iteration, time);
}

static char *
describe_note (JugTimelineLayout *self, guint32 event)
{
  JugNotes *notes = self->view.notes;
  g_autofree char *time = dup_time (self, event);
  const char *text = "";

  if (notes == NULL || !jug_notes_has (notes, event))
    return NULL;
  text = jug_notes_get_text (notes, jug_notes_find (notes, event));
  if (*text == '\0')
    /* Translators: a time */
    return g_strdup_printf (_ ("bookmark at %s"), time);
  /* Translators: a time, and what a person noted there */
  return g_strdup_printf (_ ("note at %s: %s"), time, text);
}

char *
jug_timeline_layout_dup_description (JugTimelineLayout *self, const JugPictureRef *ref)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ref != NULL, NULL);

  if (ref->kind == JUG_PICTURE_NONE ||
      jug_span_index_get_task_row (self->index, ref->task) == JUG_NO_ROW ||
      (ref->event != JUG_NO_EVENT && ref->event >= self->axis.n_events) ||
      jug_timeline_layout_is_hidden (self, ref->event))
    return NULL;
  if (ref->kind == JUG_PICTURE_RULER)
    return g_strdup (_ ("ruler"));
  if (ref->kind == JUG_PICTURE_LANE || ref->kind == JUG_PICTURE_TASK)
    return describe_lane (self, ref->task);
  if (ref->event == JUG_NO_EVENT)
    return NULL;

  switch (ref->kind)
    {
    case JUG_PICTURE_SPAN:
      return describe_span (self, ref);
    case JUG_PICTURE_RUN:
    case JUG_PICTURE_IDLE:
      return describe_run (self, ref);
    case JUG_PICTURE_ITERATION:
      return describe_iteration (self, ref->event);
    case JUG_PICTURE_FLOW:
      return describe_flow (self, ref);
    case JUG_PICTURE_EVENT:
    case JUG_PICTURE_QUEUE_ITEM:
    case JUG_PICTURE_TIMER:
      return describe_event (self, ref->event);
    case JUG_PICTURE_PLAYHEAD:
      time = dup_time (self, ref->event);
      /* Translators: a time */
      return g_strdup_printf (_ ("playhead at %s"), time);
    case JUG_PICTURE_NOTE:
      return describe_note (self, ref->event);
    case JUG_PICTURE_NONE:
    case JUG_PICTURE_LANE:
    case JUG_PICTURE_TASK:
    case JUG_PICTURE_RULER:
      break;
    }
  g_assert_not_reached ();
}
