/* SPDX-License-Identifier: GPL-3.0-or-later */
/* juggler lessons: which lessons there are. */
#include "jug-cli-private.h"

#include "jug-trace-json.h"

#include <glib/gi18n-lib.h>

/* The widest id decides where the titles begin. */
static int
get_id_width (JugCatalogue *catalogue)
{
  int width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); i++)
    {
      g_autoptr (JugLesson) lesson = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      width = MAX (width, (int) strlen (jug_lesson_get_id (lesson)));
    }
  return width;
}

static char *
list_as_text (JugCatalogue *catalogue)
{
  GString *out = g_string_new (NULL);
  int width = get_id_width (catalogue);

  for (guint unit = 0; unit < jug_catalogue_get_n_units (catalogue); unit++)
    {
      g_string_append_printf (out, "%s%s\n", unit > 0 ? "\n" : "",
                              jug_catalogue_get_unit_title (catalogue, unit));
      for (guint i = 0; i < jug_catalogue_get_n_lessons (catalogue, unit); i++)
        {
          JugLesson *lesson = jug_catalogue_get_lesson (catalogue, unit, i);

          g_string_append_printf (out, "  %-*s  %s\n", width, jug_lesson_get_id (lesson),
                                  jug_lesson_get_title (lesson));
        }
    }
  return g_string_free (out, FALSE);
}

static void
append_member (GString *out, const char *name, const char *value)
{
  g_string_append_printf (
      out, "%s    \"%s\": ", out->str[out->len - 1] == '{' ? "\n" : ",\n", name);
  jug_trace_json_append_string (out, value);
}

static char *
list_as_json (JugCatalogue *catalogue)
{
  GString *out = g_string_new ("[");

  for (guint unit = 0; unit < jug_catalogue_get_n_units (catalogue); unit++)
    for (guint i = 0; i < jug_catalogue_get_n_lessons (catalogue, unit); i++)
      {
        JugLesson *lesson = jug_catalogue_get_lesson (catalogue, unit, i);
        gboolean is_real = jug_lesson_get_clock (lesson) == JUG_LESSON_CLOCK_REAL;
        g_autofree char *folder =
            g_strconcat ("lessons/", jug_lesson_get_id (lesson), NULL);

        g_string_append (out, out->str[out->len - 1] == '[' ? "\n  {" : ",\n  {");
        append_member (out, "id", jug_lesson_get_id (lesson));
        append_member (out, "unit", jug_catalogue_get_unit_id (catalogue, unit));
        append_member (out, "title", jug_lesson_get_title (lesson));
        append_member (out, "clock", is_real ? "real" : "virtual");
        append_member (out, "folder", folder);
        g_string_append (out, "\n  }");
      }
  g_string_append (out, "\n]\n");
  return g_string_free (out, FALSE);
}

/**
 * jug_cli_lessons:
 * @parts: what to work with
 * @argc: number of @argv
 * @argv: "lessons" and what follows
 *
 * Lists the lessons.
 *
 * Returns: an exit status
 */
int
jug_cli_lessons (const JugCliParts *parts, int argc, char **argv)
{
  gboolean json = FALSE;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("List them as JSON, for programs"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (JugCatalogue) catalogue = NULL;
  g_autofree char *text = NULL;
  int status;

  if (!jug_cli_parse ("lessons", NULL, _ ("Lists the lessons, by unit."), entries, argc,
                      argv, &status))
    return status;
  if (rest)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("“juggler lessons” takes no “%.60s”; it lists all of them"),
                         rest[0]);
  catalogue = jug_cli_load_catalogue (parts);
  if (!catalogue)
    return JUG_CLI_FAILED;
  text = json ? list_as_json (catalogue) : list_as_text (catalogue);
  return jug_cli_print (text);
}
