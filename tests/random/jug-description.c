/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small asyncio program as text, from which a Python and a native program are made. */
#include "jug-description.h"

#include <string.h>

#include <gio/gio.h>

static const char *const verbs[] = {
  [JUG_VERB_FUNCTION] = "function",
  [JUG_VERB_EAGER_BY_DEFAULT] = "eager-by-default",
  [JUG_VERB_LOCK] = "lock",
  [JUG_VERB_EVENT] = "event",
  [JUG_VERB_CONDITION] = "condition",
  [JUG_VERB_SEMAPHORE] = "semaphore",
  [JUG_VERB_BOUNDED] = "bounded",
  [JUG_VERB_BARRIER] = "barrier",
  [JUG_VERB_QUEUE] = "queue",
  [JUG_VERB_LIFO] = "lifo",
  [JUG_VERB_PRIORITY] = "priority",
  [JUG_VERB_FUTURE] = "future",
  [JUG_VERB_SLEEP] = "sleep",
  [JUG_VERB_BLOCK] = "block",
  [JUG_VERB_PRINT] = "print",
  [JUG_VERB_TASK] = "task",
  [JUG_VERB_EAGER] = "eager",
  [JUG_VERB_START] = "start",
  [JUG_VERB_AWAIT] = "await",
  [JUG_VERB_GATHER] = "gather",
  [JUG_VERB_GATHER_EXCEPTIONS] = "gather-exceptions",
  [JUG_VERB_WAIT] = "wait",
  [JUG_VERB_WAIT_FOR] = "wait-for",
  [JUG_VERB_SHIELD] = "shield",
  [JUG_VERB_AS_COMPLETED] = "as-completed",
  [JUG_VERB_AS_COMPLETED_FUTURES] = "as-completed-futures",
  [JUG_VERB_WAIT_FOR_SHIELD] = "wait-for-shield",
  [JUG_VERB_KEEP_GATHER] = "keep-gather",
  [JUG_VERB_KEEP_GATHER_EXCEPTIONS] = "keep-gather-exceptions",
  [JUG_VERB_KEEP_SHIELD] = "keep-shield",
  [JUG_VERB_ALL_TASKS] = "all-tasks",
  [JUG_VERB_CANCEL] = "cancel",
  [JUG_VERB_SELF_CANCEL] = "self-cancel",
  [JUG_VERB_UNCANCEL] = "uncancel",
  [JUG_VERB_CANCELLING] = "cancelling",
  [JUG_VERB_SHOW] = "show",
  [JUG_VERB_TIMEOUT] = "timeout",
  [JUG_VERB_RESCHEDULE] = "reschedule",
  [JUG_VERB_GROUP] = "group",
  [JUG_VERB_CHILD] = "child",
  [JUG_VERB_WITH] = "with",
  [JUG_VERB_ACQUIRE] = "acquire",
  [JUG_VERB_RELEASE] = "release",
  [JUG_VERB_SET] = "set",
  [JUG_VERB_CLEAR] = "clear",
  [JUG_VERB_WAIT_ON] = "wait-on",
  [JUG_VERB_WAIT_UNTIL] = "wait-until",
  [JUG_VERB_NOTIFY] = "notify",
  [JUG_VERB_NOTIFY_ALL] = "notify-all",
  [JUG_VERB_COUNT] = "count",
  [JUG_VERB_PUT] = "put",
  [JUG_VERB_GET] = "get",
  [JUG_VERB_PUT_NOW] = "put-now",
  [JUG_VERB_GET_NOW] = "get-now",
  [JUG_VERB_TASK_DONE] = "task-done",
  [JUG_VERB_JOIN] = "join",
  [JUG_VERB_SHUTDOWN] = "shutdown",
  [JUG_VERB_SHUTDOWN_NOW] = "shutdown-now",
  [JUG_VERB_RESULT] = "result",
  [JUG_VERB_FAIL] = "fail",
  [JUG_VERB_SOON] = "soon",
  [JUG_VERB_LATER] = "later",
  [JUG_VERB_ON_DONE] = "on-done",
  [JUG_VERB_TRY] = "try",
  [JUG_VERB_EXCEPT] = "except",
  [JUG_VERB_FINALLY] = "finally",
  [JUG_VERB_RAISE] = "raise",
  [JUG_VERB_AGAIN] = "again",
  [JUG_VERB_RETURN] = "return",
  [JUG_VERB_LOOP] = "loop",
};

static gboolean
find_verb (const char *word, JugVerb *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i], word))
      {
        *verb = i;
        return TRUE;
      }
  return FALSE;
}

static void
statement_free (gpointer data)
{
  JugStatement *self = data;

  g_strfreev (self->words);
  g_clear_pointer (&self->body, g_ptr_array_unref);
  g_free (self);
}

/* One statement; what `soon` and `later` call is a statement of its own. */
static JugStatement *
statement_new (char **words, gboolean has_body, GError **error)
{
  JugStatement *self;
  JugVerb verb = JUG_VERB_FUNCTION;
  guint n_own = 0;

  if (words[0] == NULL || !find_verb (words[0], &verb))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no such statement: %s",
                   words[0] ? words[0] : "");
      return NULL;
    }
  self = g_new0 (JugStatement, 1);
  self->verb = verb;
  self->words = g_strdupv (words + 1);
  if (has_body || verb == JUG_VERB_SOON || verb == JUG_VERB_LATER)
    self->body = g_ptr_array_new_with_free_func (statement_free);
  if (verb == JUG_VERB_SOON || verb == JUG_VERB_LATER)
    n_own = verb == JUG_VERB_SOON ? 1 : 2;
  if (n_own > 0)
    {
      JugStatement *called = NULL;

      if (g_strv_length (self->words) > n_own)
        called = statement_new (self->words + n_own, FALSE, error);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s calls nothing",
                     words[0]);
      if (!called)
        {
          statement_free (self);
          return NULL;
        }
      g_ptr_array_add (self->body, called);
    }
  return self;
}

static JugStatement *
parse_line (const char *line, guint *indent, GError **error)
{
  g_autofree char *text = g_strdup (line);
  g_auto (GStrv) words = NULL;
  gboolean has_body;

  *indent = strspn (text, " ") / 2;
  has_body = g_str_has_suffix (text, ":");
  if (has_body)
    text[strlen (text) - 1] = '\0';
  words = g_strsplit (text + 2 * *indent, " ", -1);
  return statement_new (words, has_body, error);
}

/**
 * jug_description_new:
 * @text: a description
 * @error: what is wrong with it
 *
 * Reads it.  A line is a statement, two blanks deeper than what it belongs to.
 *
 * Returns: (transfer full) (nullable): the program
 */
JugDescription *
jug_description_new (const char *text, GError **error)
{
  g_autoptr (JugDescription) self = g_new0 (JugDescription, 1);
  g_autoptr (GPtrArray) open = g_ptr_array_new (); /* (unowned) bodies, by their depth */
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->things = g_ptr_array_new_with_free_func (statement_free);
  self->functions = g_ptr_array_new_with_free_func (statement_free);
  for (guint i = 0; lines[i]; i++)
    {
      JugStatement *statement;
      guint indent;

      if (*lines[i] == '\0')
        continue;
      statement = parse_line (lines[i], &indent, error);
      if (!statement)
        return NULL;
      if (indent > open->len)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "line %u belongs to nothing", i + 1);
          statement_free (statement);
          return NULL;
        }
      g_ptr_array_set_size (open, indent);
      if (indent > 0)
        g_ptr_array_add (open->pdata[indent - 1], statement);
      else if (statement->verb == JUG_VERB_FUNCTION)
        g_ptr_array_add (self->functions, statement);
      else
        g_ptr_array_add (self->things, statement);
      if (statement->body)
        g_ptr_array_add (open, statement->body);
    }
  return g_steal_pointer (&self);
}

/**
 * jug_description_free:
 * @self: (transfer full): a description
 */
void
jug_description_free (JugDescription *self)
{
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_free (self);
}
