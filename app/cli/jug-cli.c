/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as it is reached without a window: its commands. */
#include "jug-cli-private.h"

#include "jug-cli-output-private.h"
#include "jug-nearest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (const JugCliParts *parts, int argc, char **argv);
} Command;

/* A command without a function is one that the design has and this version has not. */
static const Command commands[] = {
  { "lessons", jug_cli_lessons },
  { "run", jug_cli_run_target },
  { "findings", NULL },
  { "classroom", NULL },
  { "check", NULL },
  { "new-lesson", NULL },
};

/* Quotation marks and their like as a terminal that only knows ASCII can show them */
static char *
to_ascii (const char *text)
{
  static const char *const plain[][2] = {
    { "“", "\"" }, { "”", "\"" }, { "’", "'" }, { "…", "..." }, { "≤", "<=" }
  };
  GString *out = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_string_replace (out, plain[i][0], plain[i][1], 0);
  return g_string_free (out, FALSE);
}

/**
 * jug_cli_fail:
 * @status: an exit status
 * @format: what is wrong and what to do, without a full stop
 * @...: for @format
 *
 * Tells the person that something is wrong, in one line.
 *
 * Returns: @status
 */
int
jug_cli_fail (JugCliStatus status, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *plain = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  /* Whatever was quoted in it: it stays one line. */
  g_strdelimit (message, "\r\n", ' ');
  if (g_str_has_suffix (message, "."))
    message[strlen (message) - 1] = '\0';
  if (!g_get_charset (NULL))
    plain = to_ascii (message);
  g_printerr ("juggler: %s\n", plain ? plain : message);
  return status;
}

/**
 * jug_cli_print:
 * @text: text in UTF-8
 *
 * Writes to standard output.
 *
 * Returns: an exit status
 */
int
jug_cli_print (const char *text)
{
  g_autofree char *plain = g_get_charset (NULL) ? NULL : to_ascii (text);
  const char *shown = plain ? plain : text;
  g_autoptr (GBytes) bytes = g_bytes_new_static (shown, strlen (shown));

  return jug_cli_write (NULL, bytes);
}

/**
 * jug_cli_parse:
 * @command: the command
 * @usage: what can follow it
 * @description: what it does
 * @entries: its options
 * @argc: number of @argv
 * @argv: what stands behind the program's name
 * @status: (out): if it returns %FALSE, the exit status
 *
 * Reads the options of a command.
 *
 * Returns: whether there is something to be done
 */
gboolean
jug_cli_parse (const char *command,
               const char *usage,
               const char *description,
               const GOptionEntry *entries,
               int argc,
               char **argv,
               int *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = g_strdupv (argv);
  g_autofree char *name = g_strdup_printf ("juggler %s", command);
  gboolean wants_help = FALSE;
  const GOptionEntry help[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help,
                                  N_ ("Show this help"), NULL },
                                { NULL } };

  /* The usage line begins with the first argument. */
  g_free (args[0]);
  args[0] = g_strdup (name);
  g_set_prgname (name);
  g_option_context_set_summary (context, description);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &args, &error))
    {
      *status = jug_cli_fail (JUG_CLI_USAGE, _ ("%s; see “juggler %s --help”"),
                              error->message, command);
      return FALSE;
    }
  if (wants_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      *status = jug_cli_print (text);
      return FALSE;
    }
  return TRUE;
}

/**
 * jug_cli_load_catalogue:
 * @parts: what to work with
 *
 * Reads the lessons, which the program has built in: if it cannot, it says so.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
JugCatalogue *
jug_cli_load_catalogue (const JugCliParts *parts)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (parts->lessons_uri);
  g_autoptr (GError) error = NULL;
  JugCatalogue *catalogue = jug_catalogue_load (folder, &error);

  if (!catalogue)
    jug_cli_fail (JUG_CLI_FAILED, "%s", error->message);
  return catalogue;
}

/**
 * jug_cli_is_python:
 * @target: what the person wants to run
 *
 * Returns: whether that is a Python program, as far as its name tells
 */
gboolean
jug_cli_is_python (const char *target)
{
  return g_str_has_suffix (target, ".py") || g_str_has_suffix (target, ".pyw");
}

static int
show_help (void)
{
  return jug_cli_print (_ (
      "Usage:\n"
      "  juggler [LESSON | FILE.py | FILE.jug]\n"
      "                                open the window, on a lesson, a program or a "
      "saved "
      "trace\n"
      "  juggler lessons [--json]      list the lessons\n"
      "  juggler run TARGET …          run a lesson or a program and show what happened\n"
      "  juggler --help | --version\n"
      "\n"
      "Watch asyncio work, step by step.  “juggler run --help” lists what it can write:\n"
      "a timeline for the terminal, an event log, JSON, pictures, a trace to open "
      "later.\n"));
}

static const Command *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, word))
      return &commands[i];
  return NULL;
}

/**
 * jug_cli_fail_unknown:
 * @word: what the person wants to see: neither a lesson nor a file
 * @error: what the catalogue says of it
 *
 * Says that there is nothing of that name, and what may have been meant.
 *
 * Returns: an exit status
 */
int
jug_cli_fail_unknown (const char *word, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (word);

  if (strpbrk (word, ".~") || *word == '/')
    return jug_cli_fail (JUG_CLI_USAGE, _ ("there is no file “%.200s”"), shown);
  return jug_cli_fail (JUG_CLI_USAGE, "%s", error->message);
}

/* Neither a command, nor a lesson, nor a file: what may it be? */
static int
fail_unknown_command (const char *word, const GError *error)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { 0 };
  const char *nearest;
  guint n_names = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].run)
      names[n_names++] = commands[i].name;
  nearest = jug_nearest_find (word, names);
  if (nearest)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("there is no lesson or command “%.60s”; did you mean “%s”?"),
                         word, nearest);
  return jug_cli_fail_unknown (word, error);
}

/* Which display it was that cannot be reached, if any was named */
static int
fail_display (void)
{
  const char *names[] = { g_getenv ("WAYLAND_DISPLAY"), g_getenv ("DISPLAY") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] && *names[i])
      return jug_cli_fail (
          JUG_CLI_FAILED,
          _ ("the display “%.60s” cannot be reached; “juggler run LESSON” shows a "
             "lesson in the terminal, “juggler lessons” lists them"),
          names[i]);
  return jug_cli_fail (
      JUG_CLI_FAILED, _ ("there is no display for a window; “juggler run LESSON” shows a "
                         "lesson in the terminal, “juggler lessons” lists them"));
}

static int
open_window (const JugCliParts *parts, int argc, char **argv)
{
  const char *target = argc > 1 ? argv[1] : NULL;
  g_autoptr (JugCatalogue) catalogue = jug_cli_load_catalogue (parts);
  g_autoptr (JugSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (!catalogue)
    return JUG_CLI_FAILED;
  if (argc > 2)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("only one lesson or file can be opened, not “%.60s” too"),
                         argv[2]);
  if (target && !jug_catalogue_find (catalogue, target, &error) &&
      !g_file_test (target, G_FILE_TEST_EXISTS))
    return fail_unknown_command (target, error);
  if (!parts->reach_display ())
    return fail_display ();
  session = jug_session_new (catalogue, parts->programs);
  return parts->open_window (session, argc, argv);
}

int
jug_cli_run (const JugCliParts *parts, int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : "";
  const Command *command;

  g_return_val_if_fail (parts != NULL, JUG_CLI_FAILED);
  g_return_val_if_fail (argc > 0, JUG_CLI_FAILED);

  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    return show_help ();
  if (g_str_equal (word, "--version"))
    return jug_cli_print ("juggler " JUG_VERSION "\n");
  if (*word == '-')
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("there is no option “%.60s”; see “juggler --help”"), word);
  command = find_command (word);
  if (!command)
    return open_window (parts, argc, argv);
  if (!command->run)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("this version has no “%s” yet; see “juggler --help”"), word);
  return command->run (parts, argc - 1, argv + 1);
}
