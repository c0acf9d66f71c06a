/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the functions of a description share, by name. */
#include "jug-stage.h"

struct _JugStage
{
  guint n_refs;
  const JugDescription *description; /* (unowned) */
  GHashTable *things;                /* name: Thing, of those below */
  GPtrArray *kept;                   /* of Thing */
  gint count;
};

typedef struct
{
  const JugKeeper *keeper;
  gpointer object;
} Thing;

static void
thing_free (gpointer data)
{
  Thing *self = data;

  self->keeper->unref (self->object);
  g_free (self);
}

static const JugKeeper *
keeper_of (char letter)
{
  switch (letter)
    {
    case 'l':
      return &jug_lock_keeper;
    case 'e':
      return &jug_sync_event_keeper;
    case 'c':
      return &jug_condition_keeper;
    case 's':
      return &jug_semaphore_keeper;
    case 'r':
      return &jug_barrier_keeper;
    case 'q':
      return &jug_queue_keeper;
    case 'g':
      return &jug_task_group_keeper;
    case 'm':
      return &jug_timeout_keeper;
    case 'h':
      return &jug_handle_keeper;
    default:
      return &jug_future_keeper;
    }
}

/**
 * jug_stage_new:
 * @description: what will be played; must outlive it
 *
 * Returns: (transfer full): a stage without anything on it
 */
JugStage *
jug_stage_new (const JugDescription *description)
{
  JugStage *self = g_new0 (JugStage, 1);

  self->n_refs = 1;
  self->description = description;
  self->things = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_ptr_array_new_with_free_func (thing_free);
  return self;
}

/**
 * jug_stage_ref:
 * @self: a stage
 *
 * Returns: (transfer full): the same
 */
JugStage *
jug_stage_ref (JugStage *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_stage_unref:
 * @self: (transfer full): a stage
 */
void
jug_stage_unref (JugStage *self)
{
  if (--self->n_refs > 0)
    return;
  g_hash_table_unref (self->things);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * jug_stage_get_description:
 * @self: a stage
 *
 * Returns: (transfer none): what is played on it
 */
const JugDescription *
jug_stage_get_description (JugStage *self)
{
  return self->description;
}

/**
 * jug_stage_set:
 * @self: a stage
 * @name: a name
 * @thing: what it is to name, of the kind that its first letter says
 *
 * What it named before stays alive, as somebody may be waiting for it.
 */
void
jug_stage_set (JugStage *self, const char *name, gpointer thing)
{
  Thing *made = g_new0 (Thing, 1);

  made->keeper = keeper_of (*name);
  made->object = thing;
  made->keeper->ref (thing);
  g_ptr_array_add (self->kept, made);
  g_hash_table_replace (self->things, g_strdup (name), made);
}

/**
 * jug_stage_get:
 * @self: a stage
 * @name: a name
 *
 * Returns: (transfer none) (nullable): what it names by now
 */
gpointer
jug_stage_get (JugStage *self, const char *name)
{
  Thing *thing = g_hash_table_lookup (self->things, name);

  return thing ? thing->object : NULL;
}

static gpointer
build_thing (const JugStatement *statement)
{
  gint number = 0;

  if (statement->words[0] && statement->words[1])
    number = atoi (statement->words[1]);
  if (statement->verb == JUG_VERB_LOCK)
    return asyncio_lock ();
  if (statement->verb == JUG_VERB_EVENT)
    return asyncio_event ();
  if (statement->verb == JUG_VERB_CONDITION)
    return asyncio_condition ();
  if (statement->verb == JUG_VERB_SEMAPHORE)
    return asyncio_semaphore (number);
  if (statement->verb == JUG_VERB_BOUNDED)
    return asyncio_bounded_semaphore (number);
  if (statement->verb == JUG_VERB_BARRIER)
    return asyncio_barrier (number);
  if (statement->verb == JUG_VERB_QUEUE)
    return asyncio_queue (number);
  if (statement->verb == JUG_VERB_LIFO)
    return asyncio_lifo_queue (number);
  if (statement->verb == JUG_VERB_PRIORITY)
    return asyncio_priority_queue (number);
  return NULL;
}

/**
 * jug_stage_build:
 * @self: a stage
 *
 * What the module level does before `asyncio.run`.
 */
void
jug_stage_build (JugStage *self)
{
  for (guint i = 0; i < self->description->things->len; i++)
    {
      const JugStatement *statement = self->description->things->pdata[i];
      gpointer thing = build_thing (statement);

      if (thing)
        jug_stage_set (self, statement->words[0], thing);
    }
}

/**
 * jug_stage_create_futures:
 * @self: a stage
 *
 * What `main` does first, as it needs a running loop.
 */
void
jug_stage_create_futures (JugStage *self)
{
  for (guint i = 0; i < self->description->things->len; i++)
    {
      const JugStatement *statement = self->description->things->pdata[i];

      if (statement->verb == JUG_VERB_EAGER_BY_DEFAULT)
        jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
      else if (statement->verb == JUG_VERB_FUTURE)
        jug_stage_set (self, statement->words[0], loop_create_future ());
    }
}

/**
 * jug_stage_find_function:
 * @self: a stage
 * @name: a name
 *
 * Returns: the number of the function that is called so, or as many as there are
 */
guint
jug_stage_find_function (JugStage *self, const char *name)
{
  GPtrArray *functions = self->description->functions;
  guint i = 0;

  while (i < functions->len &&
         !g_str_equal (((JugStatement *) functions->pdata[i])->words[0], name))
    i++;
  return i;
}

/**
 * jug_stage_get_count:
 * @self: a stage
 *
 * Returns: (transfer none): what `count` counts and `wait-until` looks at
 */
gint *
jug_stage_get_count (JugStage *self)
{
  return &self->count;
}
