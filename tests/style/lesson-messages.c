/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints every message that the lessons of a folder are looked up by, one JSON string a
 * line. */
#include <stdio.h>

#include "jug-catalogue.h"

/* Stands before GLib's own function of that name, so that the very look-ups of the reader
 * are seen and not a list of them that somebody has to keep. */
const char *
g_dgettext (const char *domain, const char *message)
{
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (const char *p = message; *p != '\0'; p++)
    {
      if ((guchar) *p < ' ')
        {
          g_string_append_printf (quoted, "\\u%04x", (guint) *p);
          continue;
        }
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  printf ("%s\"\n", quoted->str);
  return message;
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JugCatalogue) catalogue = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "usage: lesson-messages FOLDER\n");
      return 2;
    }
  folder = g_file_new_for_path (argv[1]);
  catalogue = jug_catalogue_load (folder, &error);
  if (catalogue == NULL)
    fprintf (stderr, "lesson-messages: %s\n", error->message);
  return catalogue == NULL;
}
