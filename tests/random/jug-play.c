/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a description with the native engine, as a twin written by hand would. */
#include "jug-play.h"

#include <stdlib.h>

#include "jug-event-log.h"
#include "jug-recorder.h"
#include "jug-stage.h"

/* How a statement ends, but for exceptions. */
typedef enum
{
  GO_ON,
  LEAVE /* with `return` */
} Flow;

/* The module level of the program that this thread plays. */
static _Thread_local JugStage *stage;

static JugValue play_function (guint index);
static Flow play_block (GPtrArray *block);

/* A coroutine's name stands in the log, so each function is one of these. */
#define FUNCTION(name)                                                                   \
  ASYNC_VALUE (name, (guint, number))                                                    \
  {                                                                                      \
    return play_function (number);                                                       \
  }

ASYNC_VALUE_AS (main_, "main", (guint, number))
{
  jug_stage_create_futures (stage);
  return play_function (number);
}
FUNCTION (a)
FUNCTION (b)
FUNCTION (c)
FUNCTION (d)
FUNCTION (e)
FUNCTION (f)

/* Calls the function of that name, which runs nothing; %NULL if there is none. */
static JugCoroutine *
call (const char *name)
{
  static JugCoroutine *(*const functions[]) (guint) = { a, b, c, d, e, f };
  guint number = jug_stage_find_function (stage, name);

  if (number >= jug_stage_get_description (stage)->functions->len)
    return NULL;
  return functions[name[0] - 'a'](number);
}

/* "never", or a number. */
static double
seconds_of (const char *word)
{
  return g_str_equal (word, "never") ? JUG_FOREVER : g_ascii_strtod (word, NULL);
}

/* What a word stands for that can be awaited; %NULL if its variable is not set yet. */
static gpointer
awaitable_of (const char *word)
{
  JugCoroutine *coroutine = call (word);

  return coroutine ? coroutine : jug_stage_get (stage, word);
}

/* All those that are set. */
static JugValue
awaitables_of (char **words)
{
  g_autofree gpointer *known = g_new (gpointer, g_strv_length (words) + 1);
  guint n_known = 0;

  for (guint i = 0; words[i]; i++)
    {
      known[n_known] = awaitable_of (words[i]);
      if (known[n_known])
        n_known++;
    }
  return jug_list_of (n_known, known);
}

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

static gboolean
has_counted (gpointer data)
{
  return *jug_stage_get_count (stage) >= GPOINTER_TO_INT (data);
}

/* Statements that are also called by `soon` and `later`.  The future or task is that of
 * the moment at which they were told to. */
static gboolean
play_plain (const JugStatement *self, JugFuture *future)
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
      asyncio_create_task (call (words[0]));
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

DEF (called, (const JugStatement *, statement), (JugFuture *, future))
{
  play_plain (statement, future);
}

/* The future or task that a statement is about, if it is about one. */
static JugFuture *
future_of (const JugStatement *self)
{
  const char *word = self->words[0];

  return word && strchr ("tfo", *word) ? jug_stage_get (stage, word) : NULL;
}

/* Statements about a variable that is not set yet do nothing. */
static gboolean
is_about_nothing (const JugStatement *self)
{
  const char *word = self->words[0];

  if (self->verb == JUG_VERB_GATHER || self->verb == JUG_VERB_GATHER_EXCEPTIONS)
    return FALSE;
  return word && strchr ("tfohgm", *word) && g_ascii_isdigit (word[1]) &&
         !jug_stage_get (stage, word);
}

static void
play_schedule (const JugStatement *self)
{
  const JugStatement *what = self->body->pdata[0];
  JugHandle *handle;

  if (is_about_nothing (what))
    return;
  if (self->verb == JUG_VERB_SOON)
    handle = loop_call_soon (called, what, future_of (what));
  else
    handle =
        loop_call_later (seconds_of (self->words[1]), called, what, future_of (what));
  jug_stage_set (stage, self->words[0], handle);
}

static void
play_show (const char *name)
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
play_wait (char **words)
{
  JugReturnWhen when = g_str_equal (words[0], "first")       ? JUG_FIRST_COMPLETED
                       : g_str_equal (words[0], "exception") ? JUG_FIRST_EXCEPTION
                                                             : JUG_ALL_COMPLETED;
  JugValue futures = awaitables_of (words + 2);
  JugValue sets = await (asyncio_wait_full (futures, seconds_of (words[1]), when));

  print ("wait %u %u", len (item (sets, 0)), len (item (sets, 1)));
}

/* The `wait` of an event, condition or barrier. */
static void
play_wait_on (const char *name)
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
play_acquire (const char *name)
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
play_combination (const JugStatement *self)
{
  char **words = self->words;
  gpointer one = NULL;

  switch ((guint) self->verb)
    {
    case JUG_VERB_AWAIT:
      one = awaitable_of (words[0]);
      if (one)
        print_result ("await", await ((JugFuture *) one));
      return TRUE;
    case JUG_VERB_SHIELD:
      one = awaitable_of (words[0]);
      if (one)
        print_result ("shield", await (asyncio_shield ((JugFuture *) one)));
      return TRUE;
    case JUG_VERB_WAIT_FOR:
      one = awaitable_of (words[1]);
      if (one)
        print_result ("wait-for", await (asyncio_wait_for ((JugFuture *) one,
                                                           seconds_of (words[0]))));
      return TRUE;
    case JUG_VERB_WAIT_FOR_SHIELD:
      one = awaitable_of (words[1]);
      if (one)
        one = asyncio_shield ((JugFuture *) one);
      if (one)
        print_result ("wait-for", await (asyncio_wait_for ((JugFuture *) one,
                                                           seconds_of (words[0]))));
      return TRUE;
    case JUG_VERB_KEEP_SHIELD:
      one = awaitable_of (words[1]);
      if (one)
        jug_stage_set (stage, words[0], asyncio_shield ((JugFuture *) one));
      return TRUE;
    case JUG_VERB_KEEP_GATHER:
      one = asyncio_gather_list (awaitables_of (words + 1), FALSE);
      jug_stage_set (stage, words[0], one);
      return TRUE;
    case JUG_VERB_KEEP_GATHER_EXCEPTIONS:
      one = asyncio_gather_list (awaitables_of (words + 1), TRUE);
      jug_stage_set (stage, words[0], one);
      return TRUE;
    case JUG_VERB_GATHER:
      print_result ("gather", await (asyncio_gather_list (awaitables_of (words), FALSE)));
      return TRUE;
    case JUG_VERB_GATHER_EXCEPTIONS:
      print_result ("gather", await (asyncio_gather_list (awaitables_of (words), TRUE)));
      return TRUE;
    case JUG_VERB_WAIT:
      play_wait (words);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What belongs to a lock, an event, a condition, a queue. */
static gboolean
play_sync (const JugStatement *self)
{
  char **words = self->words;
  gpointer thing = words[0] ? jug_stage_get (stage, words[0]) : NULL;

  switch ((guint) self->verb)
    {
    case JUG_VERB_ACQUIRE:
      play_acquire (words[0]);
      return TRUE;
    case JUG_VERB_WAIT_ON:
      play_wait_on (words[0]);
      return TRUE;
    case JUG_VERB_WAIT_UNTIL:
      print_result ("wait-until",
                    await (condition_wait_for (thing, has_counted,
                                               GINT_TO_POINTER (atoi (words[1])))));
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
play_task (const JugStatement *self)
{
  char **words = self->words;

  switch ((guint) self->verb)
    {
    case JUG_VERB_TASK:
      jug_stage_set (stage, words[0], asyncio_create_task (call (words[1])));
      return TRUE;
    case JUG_VERB_EAGER:
      jug_stage_set (stage, words[0], asyncio_create_eager_task (call (words[1])));
      return TRUE;
    case JUG_VERB_CHILD:
      jug_stage_set (
          stage, words[1],
          group_create_task (jug_stage_get (stage, words[0]), call (words[2])));
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
                          loop_time () + seconds_of (words[1]));
      return TRUE;
    default:
      return FALSE;
    }
}

static Flow
play_managed (const JugStatement *self, JugContextManager manager, gpointer variable)
{
  volatile Flow flow = GO_ON;

  ASYNC_WITH (manager)
    {
      if (variable)
        jug_stage_set (stage, self->words[0], variable);
      flow = play_block (self->body);
    }
  END_WITH
  return flow;
}

static Flow
play_with (const JugStatement *self)
{
  gpointer thing = jug_stage_get (stage, self->words[0]);

  switch (self->words[0][0])
    {
    case 'l':
      return play_managed (self, jug_lock_as_manager (thing), NULL);
    case 'c':
      return play_managed (self, jug_condition_as_manager (thing), NULL);
    case 's':
      return play_managed (self, jug_semaphore_as_manager (thing), NULL);
    default:
      return play_managed (self, jug_barrier_as_manager (thing), NULL);
    }
}

static Flow
play_timeout (const JugStatement *self)
{
  JugTimeout *timeout = asyncio_timeout (seconds_of (self->words[1]));

  return play_managed (self, jug_timeout_as_manager (timeout), timeout);
}

static Flow
play_group (const JugStatement *self)
{
  JugTaskGroup *group = asyncio_task_group ();

  return play_managed (self, jug_task_group_as_manager (group), group);
}

static Flow
play_loop (const JugStatement *self)
{
  gint n = atoi (self->words[0]);

  for (gint i = 0; i < n; i++)
    if (play_block (self->body) == LEAVE)
      return LEAVE;
  return GO_ON;
}

static Flow
play_as_completed (const JugStatement *self)
{
  JugValue awaitables = awaitables_of (self->words + 1);
  JugAsCompleted *iterator =
      asyncio_as_completed_full (awaitables, seconds_of (self->words[0]));
  JugCoroutine *next;

  while ((next = next_completed (iterator)))
    {
      print_result ("next", await (next));
      if (play_block (self->body) == LEAVE)
        return LEAVE;
    }
  return GO_ON;
}

static Flow
play_as_completed_futures (const JugStatement *self)
{
  JugValue awaitables = awaitables_of (self->words + 1);
  JugAsCompleted *iterator =
      asyncio_as_completed_full (awaitables, seconds_of (self->words[0]));
  JugFuture *next;

  while ((next = await_next_completed (iterator)))
    {
      print ("next %s", truth (future_cancelled (next)));
      if (play_block (self->body) == LEAVE)
        return LEAVE;
    }
  return GO_ON;
}

/* The statement at @at of @block, if it is that clause. */
static const JugStatement *
get_clause (GPtrArray *block, guint at, JugVerb verb)
{
  const JugStatement *statement = at < block->len ? block->pdata[at] : NULL;

  return statement && statement->verb == verb ? statement : NULL;
}

static guint
count_handlers (GPtrArray *block, guint at)
{
  guint n = 0;

  while (get_clause (block, at + 1 + n, JUG_VERB_EXCEPT))
    n++;
  return n;
}

static const JugStatement *
find_handler (GPtrArray *block, guint at)
{
  const JugStatement *clause;

  while ((clause = get_clause (block, ++at, JUG_VERB_EXCEPT)))
    if (jug_try_catches (clause->words[0]))
      return clause;
  return NULL;
}

static void
print_caught (void)
{
  g_auto (JugValue) caught = jug_value_error (g_error_copy (EXCEPTION));
  g_autofree char *repr = jug_value_repr (&caught);

  print ("caught %s", repr);
}

/* A `try` up to the last of its `except`. */
static Flow
play_handled (GPtrArray *block, guint at)
{
  const JugStatement *self = block->pdata[at];
  const JugStatement *volatile handler = NULL;
  volatile Flow flow = GO_ON;

  TRY
    {
      flow = play_block (self->body);
    }
  else if ((handler = find_handler (block, at)))
    {
      print_caught ();
      flow = play_block (handler->body);
    }
  END_TRY
  return flow;
}

/* The `try` at @at of @block, with what follows it. */
static Flow
play_try (GPtrArray *block, guint at)
{
  const JugStatement *finally =
      get_clause (block, at + 1 + count_handlers (block, at), JUG_VERB_FINALLY);
  volatile Flow flow = GO_ON;

  if (!finally)
    return play_handled (block, at);
  TRY
    {
      flow = play_handled (block, at);
    }
  FINALLY
    {
      play_block (finally->body);
    }
  END_TRY
  return flow;
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

static Flow
play_statement (GPtrArray *block, guint at)
{
  const JugStatement *self = block->pdata[at];

  if (is_about_nothing (self) && !sets_variable (self) && self->body == NULL)
    return GO_ON;
  switch ((guint) self->verb)
    {
    case JUG_VERB_SLEEP:
      await (asyncio_sleep (seconds_of (self->words[0])));
      break;
    case JUG_VERB_BLOCK:
      time_sleep (seconds_of (self->words[0]));
      break;
    case JUG_VERB_SHOW:
      play_show (self->words[0]);
      break;
    case JUG_VERB_SOON:
    case JUG_VERB_LATER:
      play_schedule (self);
      break;
    case JUG_VERB_RAISE:
      jug_raise (jug_exception_new (self->words[0], "at %s", self->words[1]));
      break;
    case JUG_VERB_AGAIN:
      RAISE_AGAIN;
      break;
    case JUG_VERB_RETURN:
      return LEAVE;
    case JUG_VERB_LOOP:
      return play_loop (self);
    case JUG_VERB_AS_COMPLETED:
      return play_as_completed (self);
    case JUG_VERB_AS_COMPLETED_FUTURES:
      return play_as_completed_futures (self);
    case JUG_VERB_TIMEOUT:
      return play_timeout (self);
    case JUG_VERB_GROUP:
      return play_group (self);
    case JUG_VERB_WITH:
      return play_with (self);
    case JUG_VERB_TRY:
      return play_try (block, at);
    case JUG_VERB_EXCEPT:
    case JUG_VERB_FINALLY:
      break; /* played with their `try` */
    default:
      if (!play_plain (self, future_of (self)) && !play_combination (self) &&
          !play_sync (self) && !play_task (self))
        g_error ("a statement that is none");
    }
  return GO_ON;
}

static Flow
play_block (GPtrArray *block)
{
  for (guint i = 0; i < block->len; i++)
    if (play_statement (block, i) == LEAVE)
      return LEAVE;
  return GO_ON;
}

/* The body of a function; what it returns is its number. */
static JugValue
play_function (guint index)
{
  const JugStatement *self = jug_stage_get_description (stage)->functions->pdata[index];

  /* A coroutine that is closed with the loop runs on behind the module's end. */
  jug_scope_own (jug_stage_ref (stage), (GDestroyNotify) jug_stage_unref);
  play_block (self->body);
  return JUG_INT (index);
}

static const JugDescription *
get_description (const JugDescription *description)
{
  static _Thread_local const JugDescription *current;

  if (description)
    current = description;
  return current;
}

static void
module (void)
{
  stage = jug_scope_own (jug_stage_new (get_description (NULL)),
                         (GDestroyNotify) jug_stage_unref);
  jug_stage_build (stage);
  asyncio_run (main_ (0));
}

/**
 * jug_play:
 * @description: a program
 *
 * Runs it under virtual time.
 *
 * Returns: (transfer full): its event log; if it could not be recorded to its end, the
 * last line says why
 */
char *
jug_play (const JugDescription *description)
{
  const JugProgram program = { .id = "random", .module = module };
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  get_description (description);
  jug_record (&program, &options, trace, NULL, &error);
  log = jug_event_log_to_string (trace);
  return error ? g_strdup_printf ("%s! %s\n", log, error->message)
               : g_steal_pointer (&log);
}
