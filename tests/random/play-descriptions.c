/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads descriptions, each with a line `end` behind it, and writes their event logs the
 * same way. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jug-play.h"

static void
play (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JugDescription) description = jug_description_new (text, &error);
  g_autofree char *log = NULL;

  if (!description)
    {
      fprintf (stderr, "play-descriptions: %s\n", error->message);
      exit (2);
    }
  log = jug_play (description);
  printf ("%send\n", log);
  fflush (stdout);
}

int
main (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char line[1024];

  while (fgets (line, sizeof line, stdin))
    {
      if (!g_str_equal (line, "end\n"))
        {
          g_string_append (text, line);
          continue;
        }
      play (text->str);
      g_string_truncate (text, 0);
    }
  return 0;
}
