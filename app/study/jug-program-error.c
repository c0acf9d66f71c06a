/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the end of a trace backwards. */
#include "jug-program-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* A traceback is not searched for any further back than that. */
#define MAX_TRACEBACK 2000

static guint
parse_line (const char *text)
{
  guint64 line = text ? g_ascii_strtoull (text, NULL, 10) : 0;

  return line <= G_MAXINT ? (guint) line : 0;
}

static JugProgramError *
error_new (guint line, char *message)
{
  JugProgramError *self = g_new (JugProgramError, 1);

  self->line = line;
  self->message = message;
  return self;
}

/* A program that did not start. */
static JugProgramError *
find_failure (JugTrace *trace)
{
  const char *failure = jug_trace_get_property (trace, JUG_TRACE_FAILURE);
  const char *text = jug_trace_get_property (trace, JUG_TRACE_FAILURE_TEXT);
  guint line = parse_line (jug_trace_get_property (trace, JUG_TRACE_FAILURE_LINE));

  if (!failure)
    return NULL;
  if (!text || !*text)
    text = failure;
  if (g_str_equal (failure, "syntax"))
    /* Translators: %s is what Python says, in English */
    return error_new (line, g_strdup_printf (_ ("Syntax error: %s"), text));
  return error_new (line, g_strdup (text));
}

static guint32
find_exit (JugTrace *trace)
{
  for (guint32 i = jug_trace_get_n_events (trace); i-- > 0;)
    if (jug_trace_get_event (trace, i)->kind == JUG_EVENT_EXIT)
      return i;
  return JUG_NO_EVENT;
}

static gboolean
is_meant (const char *exception)
{
  static const char *const names[] = { "SystemExit", "KeyboardInterrupt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (exception, names[i]) &&
        (exception[strlen (names[i])] == '\0' || exception[strlen (names[i])] == ':'))
      return TRUE;
  return FALSE;
}

/* The line in `  File "FILE", line N, in FUNCTION`; 0 for anything else. */
static guint
parse_frame (const char *text, const char *file)
{
  const char *start = "  File \"";
  const char *line;

  if (!g_str_has_prefix (text, start))
    return 0;
  text += strlen (start);
  if (!g_str_has_prefix (text, file))
    return 0;
  line = text + strlen (file);
  return g_str_has_prefix (line, "\", line ") ? parse_line (line + strlen ("\", line "))
                                              : 0;
}

/* The name of an exception at the start of a text: behind the last dot before a colon. */
static char *
dup_name (const char *text)
{
  g_autofree char *whole = g_strndup (text, strcspn (text, ":\n"));
  const char *dot = strrchr (whole, '.');

  return g_strdup (dot ? dot + 1 : whole);
}

/* Whether a line of output is the last one of the exception's traceback. */
static gboolean
is_end_of_traceback (const char *text, const char *exception)
{
  g_autofree char *first = g_strndup (exception, strcspn (exception, "\n"));
  g_autofree char *name = dup_name (text);

  /* The source may know no more than the name. */
  return g_str_equal (text, first) ||
         (!strchr (exception, ':') && g_str_equal (name, exception));
}

/* What the program wrote last to standard error, if that is the traceback. */
static guint
find_in_traceback (JugTrace *trace, char **exception)
{
  const char *file = jug_trace_get_property (trace, JUG_TRACE_FILE);
  gboolean is_within = FALSE;
  guint n = 0;

  for (guint32 i = jug_trace_get_n_events (trace); file && i-- > 0 && n < MAX_TRACEBACK;)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      const char *text;
      guint line;

      if (event->kind != JUG_EVENT_PRINT || event->detail != JUG_STREAM_STDERR)
        continue;
      text = jug_trace_get_string (trace, event->text);
      n++;
      if (!is_within && is_end_of_traceback (text, *exception))
        {
          is_within = TRUE;
          if (!strchr (*exception, ':'))
            {
              g_free (*exception);
              *exception = g_strdup (text);
            }
        }
      line = is_within ? parse_frame (text, file) : 0;
      if (line != 0)
        return line;
    }
  return 0;
}

/* The first task that ended with the exception is the one that raised it. */
static guint32
find_origin (JugTrace *trace, guint32 exit, const char *exception)
{
  for (guint32 i = 0; i < exit; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      g_autofree char *other = NULL;

      if (event->kind != JUG_EVENT_DONE || event->detail != JUG_OUTCOME_EXCEPTION)
        continue;
      other = jug_trace_dup_exception (trace, i);
      if (g_str_equal (other, exception))
        return i;
    }
  return exit;
}

static guint
find_last_line (JugTrace *trace, guint32 index)
{
  guint32 task = jug_trace_get_event (trace, index)->task;

  for (guint32 i = index; i-- > 0;)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_LINE && event->task == task)
        return event->object;
    }
  return 0;
}

JugProgramError *
jug_program_error_find (JugTrace *trace)
{
  JugProgramError *failure;
  g_autofree char *exception = NULL;
  g_autofree char *name = NULL;
  guint32 exit;
  guint line;

  g_return_val_if_fail (trace != NULL, NULL);

  failure = find_failure (trace);
  if (failure)
    return failure;
  exit = find_exit (trace);
  if (exit == JUG_NO_EVENT)
    return NULL;
  exception = jug_trace_dup_exception (trace, exit);
  if (is_meant (exception))
    return NULL;
  if (g_str_equal (exception, "deadlock"))
    return error_new (0,
                      g_strdup (_ ("Everything waits for something that never comes")));
  name = g_strdup (exception);
  line = find_in_traceback (trace, &exception);
  if (line == 0)
    line = find_last_line (trace, find_origin (trace, exit, name));
  return error_new (line, g_steal_pointer (&exception));
}

void
jug_program_error_free (JugProgramError *self)
{
  g_free (self->message);
  g_free (self);
}
