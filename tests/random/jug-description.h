/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small asyncio program as text, from which a Python and a native program are made. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugVerb:
 *
 * What a statement does, or at the top of a description what a thing is; README.md says
 * how each of them reads.
 */
typedef enum
{
  JUG_VERB_FUNCTION,
  JUG_VERB_EAGER_BY_DEFAULT,
  JUG_VERB_LOCK,
  JUG_VERB_EVENT,
  JUG_VERB_CONDITION,
  JUG_VERB_SEMAPHORE,
  JUG_VERB_BOUNDED,
  JUG_VERB_BARRIER,
  JUG_VERB_QUEUE,
  JUG_VERB_LIFO,
  JUG_VERB_PRIORITY,
  JUG_VERB_FUTURE,
  JUG_VERB_SLEEP,
  JUG_VERB_BLOCK,
  JUG_VERB_PRINT,
  JUG_VERB_TASK,
  JUG_VERB_EAGER,
  JUG_VERB_START,
  JUG_VERB_AWAIT,
  JUG_VERB_GATHER,
  JUG_VERB_GATHER_EXCEPTIONS,
  JUG_VERB_WAIT,
  JUG_VERB_WAIT_FOR,
  JUG_VERB_SHIELD,
  JUG_VERB_AS_COMPLETED,
  JUG_VERB_AS_COMPLETED_FUTURES,
  JUG_VERB_WAIT_FOR_SHIELD,
  JUG_VERB_KEEP_GATHER,
  JUG_VERB_KEEP_GATHER_EXCEPTIONS,
  JUG_VERB_KEEP_SHIELD,
  JUG_VERB_ALL_TASKS,
  JUG_VERB_CANCEL,
  JUG_VERB_SELF_CANCEL,
  JUG_VERB_UNCANCEL,
  JUG_VERB_CANCELLING,
  JUG_VERB_SHOW,
  JUG_VERB_TIMEOUT,
  JUG_VERB_RESCHEDULE,
  JUG_VERB_GROUP,
  JUG_VERB_CHILD,
  JUG_VERB_WITH,
  JUG_VERB_ACQUIRE,
  JUG_VERB_RELEASE,
  JUG_VERB_SET,
  JUG_VERB_CLEAR,
  JUG_VERB_WAIT_ON,
  JUG_VERB_WAIT_UNTIL,
  JUG_VERB_NOTIFY,
  JUG_VERB_NOTIFY_ALL,
  JUG_VERB_COUNT,
  JUG_VERB_PUT,
  JUG_VERB_GET,
  JUG_VERB_PUT_NOW,
  JUG_VERB_GET_NOW,
  JUG_VERB_TASK_DONE,
  JUG_VERB_JOIN,
  JUG_VERB_SHUTDOWN,
  JUG_VERB_SHUTDOWN_NOW,
  JUG_VERB_RESULT,
  JUG_VERB_FAIL,
  JUG_VERB_SOON,
  JUG_VERB_LATER,
  JUG_VERB_ON_DONE,
  JUG_VERB_TRY,
  JUG_VERB_EXCEPT,
  JUG_VERB_FINALLY,
  JUG_VERB_RAISE,
  JUG_VERB_AGAIN,
  JUG_VERB_RETURN,
  JUG_VERB_LOOP,
} JugVerb;

/**
 * JugStatement:
 * @verb: what it does
 * @words: (array zero-terminated=1): what it does it with, without the verb
 * @body: (element-type JugStatement) (nullable): the statements below it; of `soon` and
 * `later` what is called
 *
 * One line of a description.  The clauses of a `try` are the statements that follow it.
 */
typedef struct
{
  JugVerb verb;
  char **words;
  GPtrArray *body;
} JugStatement;

/**
 * JugDescription:
 * @things: (element-type JugStatement): what the functions share
 * @functions: (element-type JugStatement): the coroutine functions; the first is `main`
 *
 * A whole program.
 */
typedef struct
{
  GPtrArray *things;
  GPtrArray *functions;
} JugDescription;

JugDescription *jug_description_new (const char *text, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_description_free (JugDescription *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugDescription, jug_description_free)

G_END_DECLS
