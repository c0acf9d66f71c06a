/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays the statements of a description that have nothing below them. */
#include "jug-line.h"

#include <stdlib.h>

#include "jug-cast.h"

static void
print_result (const char *verb, JugValue result)
{
  print ("%s %s", verb, str (result));
}

static void
announce (JugFuture *future)
{
  print ("announce %s", truth (future_cancelled (future)));
}

typedef struct
{
  JugStage *stage;
  gint number;
} Goal;

static gboolean
has_counted (gpointer data)
{
  const Goal *goal = data;

  return *jug_stage_get_count (goal->stage) >= goal->number;
}

/* Statements that are also called by `soon` and `later`.  The future or task is that of
 * the moment at which they were told to. */
static gboolean
play_plain (JugStage *stage, const JugStatement *self, JugFuture *future)
{
  char **words = self->words;
  gpointer thing = words[0] ? jug_stage_get (stage, words[0]) : NULL;
  char kind = words[0] ? words[0][0] : '\0';

  switch ((guint) self->verb)
    {
    case JUG_VERB_PRINT:
      print ("at %s", words[0]);
      return TRUE;
    case JUG_VERB_COUNT:
      ++*jug_stage_get_count (stage);
      return TRUE;
    case JUG_VERB_START:
      asyncio_create_task (jug_cast_call (stage, words[0]));
      return TRUE;
    case JUG_VERB_RESULT:
      future_set_result (future, JUG_INT (atoi (words[1])));
      return TRUE;
    case JUG_VERB_FAIL:
      future_set_exception (future, jug_exception_new (words[1], "at %s", words[2]));
      return TRUE;
    case JUG_VERB_CANCEL:
      if (kind == 'h')
        handle_cancel (thing);
      else
        future_cancel (future);
      return TRUE;
    case JUG_VERB_SET:
      event_set (thing);
      return TRUE;
    case JUG_VERB_CLEAR:
      event_clear (thing);
      return TRUE;
    case JUG_VERB_RELEASE:
      if (kind == 'l')
        lock_release (thing);
      else if (kind == 'c')
        condition_release (thing);
      else
        semaphore_release (thing);
      return TRUE;
    case JUG_VERB_NOTIFY:
      condition_notify (thing, atoi (words[1]));
      return TRUE;
    case JUG_VERB_NOTIFY_ALL:
      condition_notify_all (thing);
      return TRUE;
    case JUG_VERB_PUT_NOW:
      queue_put_nowait (thing, JUG_INT (atoi (words[1])));
      return TRUE;
    case JUG_VERB_TASK_DONE:
      queue_task_done (thing);
      return TRUE;
    case JUG_VERB_SHUTDOWN:
      queue_shutdown (thing);
      return TRUE;
    case JUG_VERB_SHUTDOWN_NOW:
      queue_shutdown_immediate (thing);
      return TRUE;
    default:
      return FALSE;
    }
}

DEF (called,
     (JugStage *, stage),
     (const JugStatement *, statement),
     (JugFuture *, future))
{
  play_plain (stage, statement, future);
}

/* The future or task that a statement is about, if it is about one. */
static JugFuture *
future_of (JugStage *stage, const JugStatement *self)
{
  const char *word = self->words[0];

  return word && strchr ("tfo", *word) ? jug_stage_get (stage, word) : NULL;
}

/* Statements about a variable that is not set yet do nothing. */
static gboolean
is_about_nothing (JugStage *stage, const JugStatement *self)
{
  const char *word = self->words[0];

  if (self->verb == JUG_VERB_GATHER || self->verb == JUG_VERB_GATHER_EXCEPTIONS)
    return FALSE;
  return word && strchr ("tfohgm", *word) && g_ascii_isdigit (word[1]) &&
         !jug_stage_get (stage, word);
}

static void
play_schedule (JugStage *stage, const JugStatement *self)
{
  const JugStatement *what = self->body->pdata[0];
  JugHandle *handle;

  if (is_about_nothing (stage, what))
    return;
  if (self->verb == JUG_VERB_SOON)
    handle = loop_call_soon (called, stage, what, future_of (stage, what));
  else
    handle = loop_call_later (jug_line_read_seconds (self->words[1]), called, stage, what,
                              future_of (stage, what));
  jug_stage_set (stage, self->words[0], handle);
}

static void
play_show (JugStage *stage, const char *name)
{
  gpointer thing = jug_stage_get (stage, name);

  switch (*name)
    {
    case 't':
      print ("%s %s %s %u", name, truth (task_done ((JugTask *) thing)),
             truth (task_cancelled ((JugTask *) thing)), task_cancelling (thing));
      break;
    case 'f':
    case 'o':
      print ("%s %s %s", name, truth (future_done ((JugFuture *) thing)),
             truth (future_cancelled ((JugFuture *) thing)));
      break;
    case 'l':
      print ("%s %s", name, truth (lock_locked (thing)));
      break;
    case 'c':
      print ("%s %s", name, truth (condition_locked (thing)));
      break;
    case 's':
      print ("%s %s", name, truth (semaphore_locked (thing)));
      break;
    case 'e':
      print ("%s %s", name, truth (event_is_set (thing)));
      break;
    case 'q':
      print ("%s %u %s %s", name, queue_qsize (thing), truth (queue_empty (thing)),
             truth (queue_full (thing)));
      break;
    case 'r':
      print ("%s %u %s", name, barrier_n_waiting (thing), truth (barrier_broken (thing)));
      break;
    default:
      break;
    }
}

static void
play_wait (JugStage *stage, char **words)
{
  JugReturnWhen when = g_str_equal (words[0], "first")       ? JUG_FIRST_COMPLETED
                       : g_str_equal (words[0], "exception") ? JUG_FIRST_EXCEPTION
                                                             : JUG_ALL_COMPLETED;
  JugValue futures = jug_cast_list (stage, words + 2);
  JugValue sets =
      await (asyncio_wait_full (futures, jug_line_read_seconds (words[1]), when));

  print ("wait %u %u", len (item (sets, 0)), len (item (sets, 1)));
}

/* The `wait` of an event, condition or barrier. */
static void
play_wait_on (JugStage *stage, const char *name)
{
  gpointer thing = jug_stage_get (stage, name);

  if (*name == 'e')
    print_result ("wait-on", await (event_wait (thing)));
  else if (*name == 'c')
    print_result ("wait-on", await (condition_wait (thing)));
  else
    print_result ("wait-on", await (barrier_wait (thing)));
}

static void
play_acquire (JugStage *stage, const char *name)
{
  gpointer thing = jug_stage_get (stage, name);

  if (*name == 'l')
    print_result ("acquire", await (lock_acquire (thing)));
  else if (*name == 'c')
    print_result ("acquire", await (condition_acquire (thing)));
  else
    print_result ("acquire", await (semaphore_acquire (thing)));
}

/* Waiting for one or more awaitables. */
static gboolean
play_combination (JugStage *stage, const JugStatement *self)
{
  char **words = self->words;
  gpointer one = NULL;

  switch ((guint) self->verb)
    {
    case JUG_VERB_AWAIT:
      one = jug_cast_find (stage, words[0]);
      if (one)
        print_result ("await", await ((JugFuture *) one));
      return TRUE;
    case JUG_VERB_SHIELD:
      one = jug_cast_find (stage, words[0]);
      if (one)
        print_result ("shield", await (asyncio_shield ((JugFuture *) one)));
      return TRUE;
    case JUG_VERB_WAIT_FOR:
      one = jug_cast_find (stage, words[1]);
      if (one)
        print_result ("wait-for",
                      await (asyncio_wait_for ((JugFuture *) one,
                                               jug_line_read_seconds (words[0]))));
      return TRUE;
    case JUG_VERB_WAIT_FOR_SHIELD:
      one = jug_cast_find (stage, words[1]);
      if (one)
        one = asyncio_shield ((JugFuture *) one);
      if (one)
        print_result ("wait-for",
                      await (asyncio_wait_for ((JugFuture *) one,
                                               jug_line_read_seconds (words[0]))));
      return TRUE;
    case JUG_VERB_KEEP_SHIELD:
      one = jug_cast_find (stage, words[1]);
      if (one)
        jug_stage_set (stage, words[0], asyncio_shield ((JugFuture *) one));
      return TRUE;
    case JUG_VERB_KEEP_GATHER:
      one = asyncio_gather_list (jug_cast_list (stage, words + 1), FALSE);
      jug_stage_set (stage, words[0], one);
      return TRUE;
    case JUG_VERB_KEEP_GATHER_EXCEPTIONS:
      one = asyncio_gather_list (jug_cast_list (stage, words + 1), TRUE);
      jug_stage_set (stage, words[0], one);
      return TRUE;
    case JUG_VERB_GATHER:
      print_result ("gather",
                    await (asyncio_gather_list (jug_cast_list (stage, words), FALSE)));
      return TRUE;
    case JUG_VERB_GATHER_EXCEPTIONS:
      print_result ("gather",
                    await (asyncio_gather_list (jug_cast_list (stage, words), TRUE)));
      return TRUE;
    case JUG_VERB_WAIT:
      play_wait (stage, words);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
play_wait_until (JugCondition *condition, Goal *goal)
{
  print_result ("wait-until", await (condition_wait_for (condition, has_counted, goal)));
}

/* What belongs to a lock, an event, a condition, a queue. */
static gboolean
play_sync (JugStage *stage, const JugStatement *self)
{
  char **words = self->words;
  gpointer thing = words[0] ? jug_stage_get (stage, words[0]) : NULL;

  switch ((guint) self->verb)
    {
    case JUG_VERB_ACQUIRE:
      play_acquire (stage, words[0]);
      return TRUE;
    case JUG_VERB_WAIT_ON:
      play_wait_on (stage, words[0]);
      return TRUE;
    case JUG_VERB_WAIT_UNTIL:
      play_wait_until (thing, &(Goal){ stage, atoi (words[1]) });
      return TRUE;
    case JUG_VERB_PUT:
      await (queue_put (thing, JUG_INT (atoi (words[1]))));
      return TRUE;
    case JUG_VERB_GET:
      print_result ("get", await (queue_get (thing)));
      return TRUE;
    case JUG_VERB_GET_NOW:
      print_result ("get-now", queue_get_nowait (thing));
      return TRUE;
    case JUG_VERB_JOIN:
      await (queue_join (thing));
      return TRUE;
    default:
      return FALSE;
    }
}

/* What belongs to tasks. */
static gboolean
play_task (JugStage *stage, const JugStatement *self)
{
  char **words = self->words;

  switch ((guint) self->verb)
    {
    case JUG_VERB_TASK:
      jug_stage_set (stage, words[0],
                     asyncio_create_task (jug_cast_call (stage, words[1])));
      return TRUE;
    case JUG_VERB_EAGER:
      jug_stage_set (stage, words[0],
                     asyncio_create_eager_task (jug_cast_call (stage, words[1])));
      return TRUE;
    case JUG_VERB_CHILD:
      jug_stage_set (stage, words[1],
                     group_create_task (jug_stage_get (stage, words[0]),
                                        jug_cast_call (stage, words[2])));
      return TRUE;
    case JUG_VERB_SELF_CANCEL:
      task_cancel (asyncio_current_task ());
      return TRUE;
    case JUG_VERB_UNCANCEL:
      task_uncancel (asyncio_current_task ());
      return TRUE;
    case JUG_VERB_CANCELLING:
      print ("cancelling %u", task_cancelling (asyncio_current_task ()));
      return TRUE;
    case JUG_VERB_ALL_TASKS:
      print ("all-tasks %u", len (asyncio_all_tasks ()));
      return TRUE;
    case JUG_VERB_ON_DONE:
      future_add_done_callback ((JugFuture *) jug_stage_get (stage, words[0]), announce);
      return TRUE;
    case JUG_VERB_RESCHEDULE:
      timeout_reschedule (jug_stage_get (stage, words[0]),
                          loop_time () + jug_line_read_seconds (words[1]));
      return TRUE;
    default:
      return FALSE;
    }
}

/* Its first word is what it sets. */
static gboolean
sets_variable (const JugStatement *self)
{
  return self->verb == JUG_VERB_TASK || self->verb == JUG_VERB_EAGER ||
         self->verb == JUG_VERB_KEEP_GATHER ||
         self->verb == JUG_VERB_KEEP_GATHER_EXCEPTIONS ||
         self->verb == JUG_VERB_KEEP_SHIELD;
}

/* What belongs to none of the above. */
static gboolean
play_other (JugStage *stage, const JugStatement *self)
{
  switch ((guint) self->verb)
    {
    case JUG_VERB_SLEEP:
      await (asyncio_sleep (jug_line_read_seconds (self->words[0])));
      return TRUE;
    case JUG_VERB_BLOCK:
      time_sleep (jug_line_read_seconds (self->words[0]));
      return TRUE;
    case JUG_VERB_SHOW:
      play_show (stage, self->words[0]);
      return TRUE;
    case JUG_VERB_SOON:
    case JUG_VERB_LATER:
      play_schedule (stage, self);
      return TRUE;
    case JUG_VERB_RAISE:
      jug_raise (jug_exception_new (self->words[0], "at %s", self->words[1]));
    case JUG_VERB_AGAIN:
      RAISE_AGAIN;
    default:
      return FALSE;
    }
}

/**
 * jug_line_play:
 * @stage: a stage
 * @line: a statement without others below it, but for `return`; `soon` and `later` are
 * such ones too
 *
 * Does what it says, within the coroutine that runs.
 */
void
jug_line_play (JugStage *stage, const JugStatement *line)
{
  if (is_about_nothing (stage, line) && !sets_variable (line) && line->body == NULL)
    return;
  if (!play_plain (stage, line, future_of (stage, line)) &&
      !play_combination (stage, line) && !play_sync (stage, line) &&
      !play_task (stage, line) && !play_other (stage, line))
    g_error ("a statement that is none");
}

/**
 * jug_line_read_seconds:
 * @word: `never`, or a number
 *
 * Returns: how long that is
 */
double
jug_line_read_seconds (const char *word)
{
  return g_str_equal (word, "never") ? JUG_FOREVER : g_ascii_strtod (word, NULL);
}
