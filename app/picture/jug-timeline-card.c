/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say of one thing in a timeline: the wait, the turn and the step that
 * belong together. */
#include "jug-timeline-card.h"

#include "jug-ruler-scale-private.h"
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>

/* A task waits, is ready and runs: the numbers of these spans, each G_MAXUINT32 if there
 * is none. */
typedef struct
{
  guint32 wait;
  guint32 ready;
  guint32 run;
} Episode;

static void
add_row (JugTimelineCard *card, const char *label, char *value)
{
  g_assert (card->n_rows < G_N_ELEMENTS (card->rows));

  card->rows[card->n_rows++] = (JugTimelineCardRow){ g_strdup (label), value };
}

static guint32
get_span_if (JugTimelineLayout *self, guint32 task, guint32 span, JugSpanState state)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);

  return span < n_spans && spans[span].state == state &&
                 !jug_timeline_layout_is_hidden (self, spans[span].begin)
             ? span
             : G_MAXUINT32;
}

static Episode
get_episode (JugTimelineLayout *self, guint32 task, guint32 span)
{
  Episode episode = { G_MAXUINT32, G_MAXUINT32, G_MAXUINT32 };
  guint32 next;

  episode.run = get_span_if (self, task, span, JUG_SPAN_RUNNING);
  if (episode.run != G_MAXUINT32)
    {
      episode.ready = get_span_if (self, task, span - 1, JUG_SPAN_READY);
      if (episode.ready != G_MAXUINT32)
        episode.wait = get_span_if (self, task, span - 2, JUG_SPAN_WAITING);
      return episode;
    }
  episode.wait = get_span_if (self, task, span, JUG_SPAN_WAITING);
  next = episode.wait != G_MAXUINT32 ? span + 1 : span;
  if (episode.wait == G_MAXUINT32)
    episode.wait = get_span_if (self, task, span - 1, JUG_SPAN_WAITING);
  episode.ready = get_span_if (self, task, next, JUG_SPAN_READY);
  if (episode.ready != G_MAXUINT32)
    episode.run = get_span_if (self, task, next + 1, JUG_SPAN_RUNNING);
  return episode;
}

/* How long a span took; %FALSE if that is not known, or not to be told. */
static gboolean
append_length (JugTimelineLayout *self, guint32 task, guint32 span, GString *out)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  guint32 end = jug_span_index_get_span_end (self->index, task, span);

  if (jug_timeline_layout_is_hidden (self, end) ||
      (span + 1 >= n_spans &&
       jug_span_index_get_end_event (self->index, task) == JUG_NO_EVENT))
    return FALSE;
  /* To the nanosecond it stands in the sentence. */
  jug_time_append_short (out, jug_trace_get_event (self->trace, end)->time_ns -
                                  spans[span].begin_ns);
  return TRUE;
}

static void
add_wait (JugTimelineLayout *self, JugTimelineCard *card, guint32 task, guint32 span)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  g_autoptr (GString) length = g_string_new (NULL);
  g_autoptr (GString) reason = g_string_new (NULL);
  JugWaitText text;

  jug_timeline_layout_set_wait (self, spans[span].begin, &text);
  jug_wait_text_append (&text, reason);
  if (append_length (self, task, span, length))
    add_row (card, _ ("Waited"),
             /* Translators: how long; for what, as “sleep(1)” or “lock door” */
             g_strdup_printf (_ ("%s for %s"), length->str, reason->str));
  else
    add_row (card, _ ("Waits for"), g_string_free (g_steal_pointer (&reason), FALSE));
}

static void
add_ready (JugTimelineLayout *self, JugTimelineCard *card, guint32 task, guint32 span)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  g_autoptr (GString) length = g_string_new (NULL);
  guint32 begin = spans[span].begin;
  g_autofree char *cause = NULL;

  /* The first time it is its creation. */
  cause = jug_timeline_layout_dup_description (
      self, &(JugPictureRef){ JUG_PICTURE_FLOW, task, begin });
  if (cause != NULL && (span == 0 || jug_trace_get_event (self->trace, begin)->kind ==
                                         JUG_EVENT_CALLBACK_QUEUE))
    add_row (card, _ ("Because"), g_steal_pointer (&cause));
  if (append_length (self, task, span, length))
    add_row (card, _ ("Was ready"), g_string_free (g_steal_pointer (&length), FALSE));
  else
    add_row (card, _ ("Is ready"), g_strdup (_ ("and waits for its turn")));
}

/* How the task ended, if it did so in that span. */
static void
add_end (JugTimelineLayout *self, JugTimelineCard *card, guint32 task)
{
  guint32 end = jug_span_index_get_end_event (self->index, task);
  g_autofree char *text = NULL;

  if (end == JUG_NO_EVENT || jug_timeline_layout_is_hidden (self, end))
    return;
  text = jug_trace_dup_exception (self->trace, end);
  switch ((JugOutcome) jug_trace_get_event (self->trace, end)->detail)
    {
    case JUG_OUTCOME_RESULT:
      add_row (card, _ ("Result"),
               *text != '\0' ? g_steal_pointer (&text) : g_strdup ("None"));
      return;
    case JUG_OUTCOME_EXCEPTION:
      add_row (card, _ ("Failed"), g_steal_pointer (&text));
      return;
    case JUG_OUTCOME_CANCELLED:
      add_row (card, _ ("Ended"), g_strdup (_ ("cancelled")));
      return;
    }
  g_assert_not_reached ();
}

static void
add_run (JugTimelineLayout *self, JugTimelineCard *card, guint32 task, guint32 span)
{
  g_autoptr (GString) length = g_string_new (NULL);
  guint32 n_spans;

  jug_span_index_get_spans (self->index, task, &n_spans);
  if (append_length (self, task, span, length))
    add_row (card, _ ("Ran"), g_string_free (g_steal_pointer (&length), FALSE));
  if (span + 1 == n_spans)
    add_end (self, card, task);
}

static void
add_episode (JugTimelineLayout *self, JugTimelineCard *card, guint32 task, guint32 event)
{
  guint32 span = jug_span_index_find_span (self->index, task, event);
  Episode episode;

  if (span == G_MAXUINT32)
    return;
  episode = get_episode (self, task, span);
  if (episode.wait != G_MAXUINT32)
    add_wait (self, card, task, episode.wait);
  if (episode.ready != G_MAXUINT32)
    add_ready (self, card, task, episode.ready);
  if (episode.run != G_MAXUINT32)
    add_run (self, card, task, episode.run);
}

/* The lane on which a thing is. */
static guint32
get_lane (const JugPictureRef *ref)
{
  return ref->kind == JUG_PICTURE_IDLE || ref->kind == JUG_PICTURE_ITERATION
             ? JUG_TASK_LOOP
             : ref->task;
}

JugTimelineCard *
jug_timeline_card_new (JugTimelineLayout *layout, const JugPictureRef *ref)
{
  JugTimelineCard *self;
  char *text;

  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (ref != NULL, NULL);

  if (ref->event == JUG_NO_EVENT || ref->kind == JUG_PICTURE_PLAYHEAD)
    return NULL;
  text = jug_timeline_layout_dup_description (layout, ref);
  if (text == NULL)
    return NULL;

  self = g_new0 (JugTimelineCard, 1);
  self->task = get_lane (ref);
  self->text = text;
  self->title = g_strdup (jug_timeline_layout_get_label (layout, self->task));
  if (self->task != JUG_TASK_LOOP &&
      (ref->kind == JUG_PICTURE_SPAN || ref->kind == JUG_PICTURE_RUN))
    add_episode (layout, self, self->task, ref->event);
  return self;
}

void
jug_timeline_card_free (JugTimelineCard *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_rows; i++)
    {
      g_clear_pointer (&self->rows[i].label, g_free);
      g_clear_pointer (&self->rows[i].value, g_free);
    }
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

char *
jug_timeline_card_dup_details (const JugTimelineCard *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_rows == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (i > 0)
        g_string_append (text, "; ");
      /* Translators: what is told of a step, as “Waited”; how long and for what */
      g_string_append_printf (text, _ ("%s: %s"), self->rows[i].label,
                              self->rows[i].value);
    }
  return g_string_free (text, FALSE);
}
