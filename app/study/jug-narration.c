/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One true sentence about an event: what happened, and why. */
#include "jug-narration.h"

#include "jug-await-chain.h"
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  LOOK_BACK = 4096
}; /* how far back the request that is taken back is looked for */

struct _JugNarration
{
  char *text;
  GArray *spans; /* of JugNarrationSpan */
  guint32 task;
  const char *badge; /* (nullable) (unowned): of the catalogue of messages */
};

static JugPhrase *
tell_print (JugNarrator *self)
{
  JugPhrase *actor = jug_narrator_actor (self, self->event->task);

  if (self->event->detail == JUG_STREAM_STDERR &&
      jug_narrator_get_string (self, self->event->text))
    return jug_narrator_say (self, _ ("%1$s writes “%2$s” to standard error."), actor,
                             jug_narrator_code (self, self->event->text));
  if (!jug_narrator_get_string (self, self->event->text))
    return jug_narrator_say (self, _ ("%s prints an empty line."), actor);
  return jug_narrator_say (self, _ ("%1$s prints “%2$s”."), actor,
                           jug_narrator_code (self, self->event->text));
}

static JugPhrase *
tell_exit (JugNarrator *self)
{
  if (g_strcmp0 (jug_narrator_get_string (self, self->event->text), "deadlock") == 0)
    return jug_narrator_tell_deadlock (self);
  return jug_narrator_say (self, _ ("The program ends with %s."),
                           jug_narrator_exception (self));
}

/* What stands in a line of the program that the trace carries; NULL if it does not. */
static JugPhrase *
quote_line (JugNarrator *self, guint32 line)
{
  const char *source = jug_trace_get_property (self->trace, JUG_TRACE_SOURCE);
  g_autofree char *text = NULL;
  const char *end;

  for (; source && line > 1; line--)
    {
      source = strchr (source, '\n');
      source = source ? source + 1 : NULL;
    }
  if (!source || line == 0)
    return NULL;
  end = strchr (source, '\n');
  text = g_strstrip (end ? g_strndup (source, end - source) : g_strdup (source));
  return *text ? jug_phrase_code (&self->workshop, text) : NULL;
}

static JugPhrase *
tell_line (JugNarrator *self)
{
  JugPhrase *actor = jug_narrator_actor (self, self->event->task);
  JugPhrase *number = jug_narrator_number (self, self->event->object);
  JugPhrase *quote = quote_line (self, self->event->object);

  if (!quote)
    return jug_narrator_say (self, _ ("%1$s comes to line %2$s."), actor, number);
  /* TRANSLATORS: %3$s is the line of the program */
  return jug_narrator_say (self, _ ("%1$s comes to line %2$s: %3$s"), actor, number,
                           quote);
}

/* Only the innermost coroutine: it is the one that stands still. */
static JugPhrase *
tell_frames (JugNarrator *self)
{
  JugPhrase *actor = jug_narrator_actor (self, self->event->task);
  g_autoptr (GPtrArray) frames =
      jug_await_chain_parse (jug_trace_get_string (self->trace, self->event->text));
  const JugFrame *frame;

  if (frames->len == 0)
    return jug_narrator_say (self, _ ("%s has no coroutine that it could be in."), actor);
  frame = g_ptr_array_index (frames, frames->len - 1);
  /* TRANSLATORS: %1$s is a task, %2$s a line number, %3$s the name of a function */
  return jug_narrator_say (self, _ ("%1$s has come to line %2$s of %3$s."), actor,
                           jug_narrator_number (self, frame->line),
                           jug_phrase_code (&self->workshop, frame->function));
}

static JugPhrase *
tell_block (JugNarrator *self)
{
  gint64 duration = self->event->deadline_ns - self->event->time_ns;

  return jug_narrator_say (
      self, _ ("%1$s blocks the whole loop for %2$s: nothing else can run meanwhile."),
      jug_narrator_actor (self, self->event->task),
      jug_narrator_time (self, MAX (duration, 0)));
}

/* The latest request to cancel the task of this event, or JUG_NO_EVENT. */
static guint32
find_request (JugNarrator *self)
{
  guint32 least = self->index - MIN (self->index, LOOK_BACK);

  for (guint32 i = self->index; i-- > least;)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == JUG_EVENT_CANCEL && event->task == self->event->task)
        return i;
    }
  return JUG_NO_EVENT;
}

static JugPhrase *
tell_uncancel (JugNarrator *self)
{
  JugPhrase *task = jug_narrator_task (self, self->event->task);
  guint32 n_left = self->event->value;
  guint32 request = find_request (self);

  if (n_left == 0 && request != JUG_NO_EVENT &&
      jug_narrator_find_cause (self, request, JUG_EVENT_TIMER_FIRE) != JUG_NO_EVENT)
    return jug_narrator_say (self,
                             _ ("The timeout takes back its request to cancel %s, which "
                                "is not being cancelled any more."),
                             task);
  if (n_left == 0)
    return jug_narrator_say (
        self,
        _ ("A request to cancel %s is taken back: it is not being cancelled any more."),
        task);
  return jug_narrator_say (
      self,
      g_dngettext (GETTEXT_PACKAGE,
                   "A request to cancel %1$s is taken back: %2$s is left.",
                   "A request to cancel %1$s is taken back: %2$s are left.", n_left),
      task, jug_narrator_number (self, n_left));
}

static JugPhrase *
tell (JugNarrator *self)
{
  switch ((JugEventKind) self->event->kind)
    {
    case JUG_EVENT_TASK_CREATE:
      return jug_narrator_tell_create (self);
    case JUG_EVENT_STEP:
      return jug_narrator_tell_step (self);
    case JUG_EVENT_WAIT:
      return jug_narrator_tell_wait (self);
    case JUG_EVENT_DONE:
      return jug_narrator_tell_done (self);
    case JUG_EVENT_CANCEL:
      return jug_narrator_tell_cancel (self);
    case JUG_EVENT_PRINT:
      return tell_print (self);
    case JUG_EVENT_EXIT:
      return tell_exit (self);
    case JUG_EVENT_LOOP_START:
      return jug_narrator_tell_loop_start (self);
    case JUG_EVENT_LOOP_STOP:
      return jug_narrator_tell_loop_stop (self);
    case JUG_EVENT_ITERATION:
      return jug_narrator_tell_iteration (self);
    case JUG_EVENT_POLL:
      return jug_narrator_tell_poll (self);
    case JUG_EVENT_RUN:
      return jug_narrator_tell_run (self);
    case JUG_EVENT_SHUTDOWN:
      return jug_narrator_tell_shutdown (self);
    case JUG_EVENT_CALLBACK_QUEUE:
      return jug_narrator_tell_callback_queue (self);
    case JUG_EVENT_CALLBACK_RUN:
      return jug_narrator_tell_callback_run (self);
    case JUG_EVENT_CALLBACK_END:
      return jug_narrator_tell_callback_end (self);
    case JUG_EVENT_CALLBACK_CANCEL:
      return jug_narrator_tell_callback_cancel (self);
    case JUG_EVENT_TIMER_ARM:
      return jug_narrator_tell_timer_arm (self);
    case JUG_EVENT_TIMER_FIRE:
      return jug_narrator_tell_timer_fire (self);
    case JUG_EVENT_TIMER_CANCEL:
      return jug_narrator_tell_timer_cancel (self);
    case JUG_EVENT_FUTURE_CREATE:
      return jug_narrator_tell_future_create (self);
    case JUG_EVENT_FUTURE_DONE:
      return jug_narrator_tell_future_done (self);
    case JUG_EVENT_FUTURE_CHILD:
      return jug_narrator_tell_future_child (self);
    case JUG_EVENT_EXCEPTION:
      /* TRANSLATORS: %s is the text of an exception that ends a task or the program */
      return jug_narrator_say (self, _ ("The exception says: %s"),
                               jug_narrator_code (self, self->event->text));
    case JUG_EVENT_UNORDERED:
      return jug_narrator_tell_unordered (self);
    case JUG_EVENT_UNCANCEL:
      return tell_uncancel (self);
    case JUG_EVENT_TASK_NAME:
      return jug_narrator_say (self, _ ("A task is given its name, %s."),
                               jug_narrator_code (self, self->event->text));
    case JUG_EVENT_SYNC_CREATE:
      return jug_narrator_tell_sync_create (self);
    case JUG_EVENT_SYNC:
      return jug_narrator_tell_sync (self);
    case JUG_EVENT_IO_START:
      return jug_narrator_tell_io_start (self);
    case JUG_EVENT_IO_DATA:
      return jug_narrator_tell_io_data (self);
    case JUG_EVENT_IO_DONE:
      return jug_narrator_tell_io_done (self);
    case JUG_EVENT_LINE:
      return tell_line (self);
    case JUG_EVENT_BLOCK:
      return tell_block (self);
    case JUG_EVENT_REPORT:
      return jug_narrator_tell_report (self);
    case JUG_EVENT_LIMIT:
      /* TRANSLATORS: %s says why, such as "the trace is full" */
      return jug_narrator_say (self, _ ("The recording ends here: %s"),
                               jug_narrator_code (self, self->event->text));
    case JUG_EVENT_INTERVENTION:
      return jug_phrase_plain (&self->workshop, _ ("Here you stepped in."));
    case JUG_EVENT_FRAMES:
      return tell_frames (self);
    case JUG_EVENT_LOCALS:
      return jug_narrator_say (self, _ ("The local variables of %s have changed."),
                               jug_narrator_actor (self, self->event->task));
    case JUG_EVENT_NONE:
      break;
    }
  g_assert_not_reached ();
}

/* Whom the sentence is about. */
static guint32
get_subject (JugNarrator *self)
{
  guint32 task = self->event->task;
  JugCursorFuture future;

  if (self->event->kind == JUG_EVENT_TASK_CREATE && self->event->object != JUG_TASK_LOOP)
    return self->event->object;
  if (self->event->kind != JUG_EVENT_FUTURE_DONE || self->index == 0)
    return task;
  if (jug_cursor_get_future (jug_narrator_look_back (self, self->index - 1),
                             self->event->object, &future) &&
      future.waiter != JUG_TASK_LOOP)
    return future.waiter;
  return task;
}

static JugNarration *
tell_beginning (void)
{
  JugNarration *self = g_new0 (JugNarration, 1);
  JugWorkshop workshop;
  JugPhrase *phrase;

  jug_workshop_init (&workshop);
  phrase = jug_phrase_plain (&workshop, _ ("Nothing has happened yet."));
  self->text = jug_phrase_to_string (phrase);
  self->spans = jug_phrase_to_spans (phrase);
  jug_workshop_clear (&workshop);
  return self;
}

JugNarration *
jug_narration_new (JugCursor *cursor,
                   guint32 index,
                   JugLabelFunc label,
                   gpointer user_data)
{
  JugNarration *self;
  JugNarrator narrator;
  JugPhrase *phrase;

  g_return_val_if_fail (cursor != NULL, NULL);
  g_return_val_if_fail (index == JUG_NO_EVENT ||
                            index <
                                jug_trace_get_n_events (jug_cursor_get_trace (cursor)),
                        NULL);

  if (index == JUG_NO_EVENT)
    return tell_beginning ();

  self = g_new0 (JugNarration, 1);
  jug_narrator_init (&narrator, cursor, index, label, user_data);
  phrase = tell (&narrator);
  self->text = jug_phrase_to_string (phrase);
  self->spans = jug_phrase_to_spans (phrase);
  self->task = get_subject (&narrator);
  if (narrator.is_unordered)
    self->badge =
        _ ("These timers are due at the same time: asyncio promises no order for them, "
           "and Juggler takes the one in which they were set.");
  jug_narrator_clear (&narrator);
  return self;
}

void
jug_narration_free (JugNarration *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

const char *
jug_narration_get_text (JugNarration *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

guint
jug_narration_get_n_spans (JugNarration *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans->len;
}

const JugNarrationSpan *
jug_narration_get_span (JugNarration *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->spans->len, NULL);

  return &g_array_index (self->spans, JugNarrationSpan, position);
}

guint32
jug_narration_get_task (JugNarration *self)
{
  g_return_val_if_fail (self != NULL, JUG_TASK_LOOP);

  return self->task;
}

const char *
jug_narration_get_badge (JugNarration *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->badge;
}

char *
jug_narration_dup_spoken (JugNarration *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->badge == NULL)
    return g_strdup (self->text);
  /* Translators: read aloud; what happened, and a remark about it: two sentences */
  return g_strdup_printf (_ ("%s %s"), self->text, self->badge);
}

char *
jug_narration_for_event (JugCursor *cursor, guint32 index)
{
  g_autoptr (JugNarration) narration = jug_narration_new (cursor, index, NULL, NULL);

  return g_strdup (jug_narration_get_text (narration));
}
