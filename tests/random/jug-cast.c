/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of a description as coroutines, and what else can be awaited. */
#include "jug-cast.h"

#include "jug-play.h"

/* A coroutine's name stands in the log, so each function is one of these. */
#define FUNCTION(name)                                                                   \
  ASYNC_VALUE (name, (JugStage *, stage), (guint, number))                               \
  {                                                                                      \
    return jug_play_function (stage, number);                                            \
  }

ASYNC_VALUE_AS (main_, "main", (JugStage *, stage))
{
  jug_stage_create_futures (stage);
  return jug_play_function (stage, 0);
}
FUNCTION (a)
FUNCTION (b)
FUNCTION (c)
FUNCTION (d)
FUNCTION (e)
FUNCTION (f)

/**
 * jug_cast_call_main:
 * @stage: a stage
 *
 * Returns: (transfer none): a coroutine of the first function
 */
JugCoroutine *
jug_cast_call_main (JugStage *stage)
{
  return main_ (stage);
}

/**
 * jug_cast_call:
 * @stage: a stage
 * @name: a name
 *
 * Calls the function of that name, which runs nothing.
 *
 * Returns: (transfer none) (nullable): the coroutine; %NULL if there is no such function
 */
JugCoroutine *
jug_cast_call (JugStage *stage, const char *name)
{
  static JugCoroutine *(*const functions[]) (JugStage *, guint) = { a, b, c, d, e, f };
  guint number = jug_stage_find_function (stage, name);

  if (number >= jug_stage_get_description (stage)->functions->len)
    return NULL;
  return functions[name[0] - 'a'](stage, number);
}

/**
 * jug_cast_find:
 * @stage: a stage
 * @word: a function to call, or a variable with a task or future
 *
 * Returns: (transfer none) (nullable): what it stands for that can be awaited; %NULL if
 * its variable is not set yet
 */
gpointer
jug_cast_find (JugStage *stage, const char *word)
{
  JugCoroutine *coroutine = jug_cast_call (stage, word);

  return coroutine ? coroutine : jug_stage_get (stage, word);
}

/**
 * jug_cast_list:
 * @stage: a stage
 * @words: (array zero-terminated=1): functions and variables, as of jug_cast_find()
 *
 * Returns: a list of what they stand for, without those that are not set yet
 */
JugValue
jug_cast_list (JugStage *stage, char **words)
{
  g_autofree gpointer *known = g_new (gpointer, g_strv_length (words) + 1);
  guint n_known = 0;

  for (guint i = 0; words[i]; i++)
    {
      known[n_known] = jug_cast_find (stage, words[i]);
      if (known[n_known])
        n_known++;
    }
  return jug_list_of (n_known, known);
}
