/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a scene with a lock, queue…, written in a few lines, and tells what came of
 * it. */
#include "jug-sync-scene.h"

#include "jug-event-log.h"
#include "jug-gather.h"
#include "jug-run.h"
#include "jug-sleep.h"
#include "jug-sync-stage.h"
#include "jug-task-cancel.h"

typedef struct
{
  JugSyncScene *scene; /* (unowned) */
  JugLoop *loop;       /* (unowned) */
  JugSyncStage *stage; /* (unowned) */
  GPtrArray *tasks;    /* of JugTask, in the order of the actors */
  GString *spoken;     /* what all of them print */
} Play;

typedef struct
{
  Play *play;       /* (unowned) */
  const char *line; /* (unowned) NAME: WORD WORD… */
} Actor;

void
jug_sync_scene_free (JugSyncScene *self)
{
  g_free (self->name);
  g_strfreev (self->stage);
  g_strfreev (self->actors);
  g_free (self->log);
  g_free (self);
}

/**
 * jug_sync_scene_new:
 * @text: a scene as it stands in a file, from its name on
 *
 * Returns: (transfer full): the scene
 */
JugSyncScene *
jug_sync_scene_new (const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, "\n--", 2);
  g_auto (GStrv) lines = NULL;
  JugSyncScene *self;

  if (g_strv_length (halves) < 2)
    g_error ("a scene without a log: %s", text);
  lines = g_strsplit (halves[0], "\n", -1);
  if (g_strv_length (lines) < 3)
    g_error ("a scene without actors: %s", text);
  self = g_new0 (JugSyncScene, 1);
  self->name = g_strdup (lines[0]);
  self->stage = g_strsplit (lines[1], " ", -1);
  self->actors = g_strdupv (lines + 2);
  self->log = g_strconcat (g_strstrip (halves[1]), "\n", NULL);
  return self;
}

/**
 * jug_sync_scene_read_all:
 * @path: a file of scenes
 *
 * Returns: (transfer full) (element-type JugSyncScene): its scenes
 */
GPtrArray *
jug_sync_scene_read_all (const char *path)
{
  GPtrArray *scenes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jug_sync_scene_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("cannot read %s", path);
  parts = g_strsplit (text, "\n== ", -1);
  for (guint i = 1; parts[i]; i++)
    g_ptr_array_add (scenes, jug_sync_scene_new (parts[i]));
  return scenes;
}

static void
say (Play *self, const char *verb, const char *what)
{
  g_autofree char *line = what ? g_strdup_printf ("%s %s", verb, what) : g_strdup (verb);

  g_string_append_printf (self->spoken, "%s\n", line);
  jug_loop_record (self->loop, .kind = JUG_EVENT_PRINT,
                   .task = JUG_LOOP_FRONT (self->loop)->current_task,
                   .text = jug_loop_intern (self->loop, line),
                   .cause = JUG_LOOP_FRONT (self->loop)->activity);
}

static void
say_value (Play *self, const char *verb, JugValue *value)
{
  g_autofree char *text = jug_value_str (value);

  say (self, verb, text);
  jug_value_clear (value);
}

static void
cancel (Play *self, const char *name)
{
  for (guint i = 0; self->scene->actors[i]; i++)
    if (g_str_has_prefix (self->scene->actors[i], name))
      jug_task_cancel (self->tasks->pdata[i]);
}

/* One word, without its question mark */
static gboolean
do_word (Play *self, char **word, GError **error)
{
  const char *verb = word[0];
  const char *argument = word[1];
  JugValue result = JUG_NONE;
  JugCoroutine *coroutine;

  if (g_str_equal (verb, "yield"))
    return jug_yield (error);
  if (g_str_equal (verb, "sleep"))
    return jug_await (jug_sleep (g_ascii_strtod (argument, NULL)), NULL, error);
  if (g_str_equal (verb, "cancel"))
    {
      cancel (self, argument);
      return TRUE;
    }

  coroutine = jug_sync_stage_start (self->stage, verb, argument);
  if (coroutine)
    {
      if (!jug_await (coroutine, &result, error))
        return FALSE;
      if (result.type == JUG_VALUE_NONE || (result.type == JUG_VALUE_BOOL && result.i))
        say (self, verb, NULL);
      else
        say_value (self, verb, &result);
      return TRUE;
    }
  if (!jug_sync_stage_call (self->stage, verb, argument, &result, error))
    return FALSE;
  if (result.type != JUG_VALUE_NONE)
    say_value (self, verb, &result);
  return TRUE;
}

static gboolean
run_actor (gpointer arguments, JugValue *result, GError **error)
{
  Actor *self = arguments;
  g_auto (GStrv) words = g_strsplit (strstr (self->line, ": ") + 2, " ", -1);

  for (guint i = 0; words[i]; i++)
    {
      gboolean is_caught = g_str_has_suffix (words[i], "?");
      g_auto (GStrv) word = NULL;
      GError *own = NULL;

      if (is_caught)
        words[i][strlen (words[i]) - 1] = '\0';
      word = g_strsplit (words[i], ":", 2);
      if (do_word (self->play, word, &own))
        continue;
      /* Nothing catches the end of the loop: a coroutine that is closed has to end. */
      if (!is_caught ||
          g_error_matches (own, JUG_EXCEPTION, JUG_EXCEPTION_GENERATOR_EXIT))
        {
          g_propagate_error (error, own);
          return FALSE;
        }
      say (self->play, word[0], jug_exception_get_name (own));
      g_error_free (own);
    }
  return TRUE;
}

static gboolean
run_main (gpointer arguments, JugValue *result, GError **error)
{
  Play *self = *(Play **) arguments;
  g_autoptr (JugFuture) all = NULL;

  for (guint i = 0; self->scene->actors[i]; i++)
    {
      Actor actor = { self, self->scene->actors[i] };
      g_autofree char *name =
          g_strndup (actor.line, (gsize) (strchr (actor.line, ':') - actor.line));

      g_ptr_array_add (self->tasks,
                       jug_task_new (self->loop,
                                     jug_coroutine_new (g_intern_string (name), run_actor,
                                                        &actor, sizeof actor, NULL),
                                     NULL, NULL));
    }
  all = jug_gather (self->loop, self->tasks->len, self->tasks->pdata, TRUE, NULL);
  return jug_await (all, NULL, error);
}

/* Takes out of an event log what a scene's log has not. */
static char *
shorten_log (const char *log)
{
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);
  GString *out = g_string_new (NULL);
  g_autoptr (GRegex) number = g_regex_new ("(?<=[A-Z])-1\\b", 0, 0, NULL);

  for (guint i = 0; lines[i]; i++)
    if (*lines[i] && !strstr (lines[i], "main-1"))
      {
        g_autofree char *line = g_regex_replace_literal (
            number, strchr (lines[i], ' ') + 1, -1, 0, "", 0, NULL);

        g_string_append_printf (out, "%s\n", line);
      }
  return g_string_free (out, FALSE);
}

/**
 * jug_sync_scene_play:
 * @self: a scene
 * @trace: (nullable): what to record into
 *
 * Plays the scene, and then frees the loop with whoever still waits on it.
 *
 * Returns: (transfer full): its log; without a trace, what was printed
 */
char *
jug_sync_scene_play (JugSyncScene *self, JugTrace *trace)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  JugLoop *loop = jug_loop_new (context, jug_clock_new_virtual (), trace);
  JugLoop *previous = jug_loop_set_current (loop);
  g_autoptr (JugSyncStage) stage = jug_sync_stage_new (loop, self->stage);
  g_autoptr (GPtrArray) tasks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jug_task_unref);
  Play play = { self, loop, stage, tasks, g_string_new (NULL) };
  Play *argument = &play;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  jug_run (loop, jug_coroutine_new ("main", run_main, &argument, sizeof argument, NULL),
           NULL, &error);
  if (error)
    jug_loop_record (loop, .kind = JUG_EVENT_EXIT,
                     .text =
                         jug_loop_intern (loop, g_error_matches (error, JUG_RUN_ERROR,
                                                                 JUG_RUN_ERROR_DEADLOCK)
                                                    ? "deadlock"
                                                    : jug_exception_get_name (error)));
  log = trace ? jug_event_log_to_string (trace) : NULL;

  /* The scene's own reference goes first: those who wait have to keep the primitive
   * alive. */
  g_clear_pointer (&stage, jug_sync_stage_free);
  g_ptr_array_set_size (tasks, 0);
  jug_loop_free (loop);
  jug_loop_set_current (previous);
  if (log)
    {
      g_string_free (play.spoken, TRUE);
      return shorten_log (log);
    }
  return g_string_free (play.spoken, FALSE);
}

/**
 * jug_sync_scene_get_spoken:
 * @self: a scene
 *
 * Returns: (transfer full): what its log says is printed
 */
char *
jug_sync_scene_get_spoken (JugSyncScene *self)
{
  g_auto (GStrv) lines = g_strsplit (self->log, "\n", -1);
  GString *out = g_string_new (NULL);

  /* ITERATION print ACTOR TEXT */
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", 4);

      if (g_strv_length (fields) == 4 && g_str_equal (fields[1], "print"))
        g_string_append_printf (out, "%s\n", fields[3]);
    }
  return g_string_free (out, FALSE);
}
