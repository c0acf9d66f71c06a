/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a description with the native engine, as a twin written by hand would. */
#include "jug-play.h"

#include <stdlib.h>

#include "jug-cast.h"
#include "jug-event-log.h"
#include "jug-line.h"
#include "jug-recorder.h"

/* How a statement ends, but for exceptions. */
typedef enum
{
  GO_ON,
  LEAVE /* with `return` */
} Flow;

static Flow play_block (JugStage *stage, GPtrArray *block);

static Flow
play_managed (JugStage *stage,
              const JugStatement *self,
              JugContextManager manager,
              gpointer variable)
{
  volatile Flow flow = GO_ON;

  ASYNC_WITH (manager)
    {
      if (variable)
        jug_stage_set (stage, self->words[0], variable);
      flow = play_block (stage, self->body);
    }
  END_WITH
  return flow;
}

static Flow
play_with (JugStage *stage, const JugStatement *self)
{
  gpointer thing = jug_stage_get (stage, self->words[0]);

  switch (self->words[0][0])
    {
    case 'l':
      return play_managed (stage, self, jug_lock_as_manager (thing), NULL);
    case 'c':
      return play_managed (stage, self, jug_condition_as_manager (thing), NULL);
    case 's':
      return play_managed (stage, self, jug_semaphore_as_manager (thing), NULL);
    default:
      return play_managed (stage, self, jug_barrier_as_manager (thing), NULL);
    }
}

static Flow
play_timeout (JugStage *stage, const JugStatement *self)
{
  JugTimeout *timeout = asyncio_timeout (jug_line_read_seconds (self->words[1]));

  return play_managed (stage, self, jug_timeout_as_manager (timeout), timeout);
}

static Flow
play_group (JugStage *stage, const JugStatement *self)
{
  JugTaskGroup *group = asyncio_task_group ();

  return play_managed (stage, self, jug_task_group_as_manager (group), group);
}

static Flow
play_loop (JugStage *stage, const JugStatement *self)
{
  gint n = atoi (self->words[0]);

  for (gint i = 0; i < n; i++)
    if (play_block (stage, self->body) == LEAVE)
      return LEAVE;
  return GO_ON;
}

static Flow
play_as_completed (JugStage *stage, const JugStatement *self)
{
  JugValue awaitables = jug_cast_list (stage, self->words + 1);
  JugAsCompleted *iterator =
      asyncio_as_completed_full (awaitables, jug_line_read_seconds (self->words[0]));
  JugCoroutine *next;

  while ((next = next_completed (iterator)))
    {
      print ("next %s", str (await (next)));
      if (play_block (stage, self->body) == LEAVE)
        return LEAVE;
    }
  return GO_ON;
}

static Flow
play_as_completed_futures (JugStage *stage, const JugStatement *self)
{
  JugValue awaitables = jug_cast_list (stage, self->words + 1);
  JugAsCompleted *iterator =
      asyncio_as_completed_full (awaitables, jug_line_read_seconds (self->words[0]));
  JugFuture *next;

  while ((next = await_next_completed (iterator)))
    {
      print ("next %s", truth (future_cancelled (next)));
      if (play_block (stage, self->body) == LEAVE)
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
play_handled (JugStage *stage, GPtrArray *block, guint at)
{
  const JugStatement *self = block->pdata[at];
  const JugStatement *volatile handler = NULL;
  volatile Flow flow = GO_ON;

  TRY
    {
      flow = play_block (stage, self->body);
    }
  else if ((handler = find_handler (block, at)))
    {
      print_caught ();
      flow = play_block (stage, handler->body);
    }
  END_TRY
  return flow;
}

/* The `try` at @at of @block, with what follows it. */
static Flow
play_try (JugStage *stage, GPtrArray *block, guint at)
{
  const JugStatement *finally =
      get_clause (block, at + 1 + count_handlers (block, at), JUG_VERB_FINALLY);
  volatile Flow flow = GO_ON;

  if (!finally)
    return play_handled (stage, block, at);
  TRY
    {
      flow = play_handled (stage, block, at);
    }
  FINALLY
    {
      play_block (stage, finally->body);
    }
  END_TRY
  return flow;
}

static Flow
play_statement (JugStage *stage, GPtrArray *block, guint at)
{
  const JugStatement *self = block->pdata[at];

  switch ((guint) self->verb)
    {
    case JUG_VERB_RETURN:
      return LEAVE;
    case JUG_VERB_LOOP:
      return play_loop (stage, self);
    case JUG_VERB_AS_COMPLETED:
      return play_as_completed (stage, self);
    case JUG_VERB_AS_COMPLETED_FUTURES:
      return play_as_completed_futures (stage, self);
    case JUG_VERB_TIMEOUT:
      return play_timeout (stage, self);
    case JUG_VERB_GROUP:
      return play_group (stage, self);
    case JUG_VERB_WITH:
      return play_with (stage, self);
    case JUG_VERB_TRY:
      return play_try (stage, block, at);
    case JUG_VERB_EXCEPT:
    case JUG_VERB_FINALLY:
      break; /* played with their `try` */
    default:
      jug_line_play (stage, self);
    }
  return GO_ON;
}

static Flow
play_block (JugStage *stage, GPtrArray *block)
{
  for (guint i = 0; i < block->len; i++)
    if (play_statement (stage, block, i) == LEAVE)
      return LEAVE;
  return GO_ON;
}

/**
 * jug_play_function:
 * @stage: a stage
 * @index: the number of a function
 *
 * Plays its body, within a coroutine.
 *
 * Returns: what the function returns, which is its number
 */
JugValue
jug_play_function (JugStage *stage, guint index)
{
  const JugStatement *self = jug_stage_get_description (stage)->functions->pdata[index];

  /* A coroutine that is closed with the loop runs on behind the module's end. */
  jug_scope_own (jug_stage_ref (stage), (GDestroyNotify) jug_stage_unref);
  play_block (stage, self->body);
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
  JugStage *stage = jug_scope_own (jug_stage_new (get_description (NULL)),
                                   (GDestroyNotify) jug_stage_unref);

  jug_stage_build (stage);
  asyncio_run (jug_cast_call_main (stage));
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
