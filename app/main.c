/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wires the parts together and starts the program. */
#include "jug-application.h"
#include "jug-cli.h"
#include "jug-lesson-programs.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  /* gettext's own name for it, for a Juggler that is not installed. */
  const char *catalogues = g_getenv ("TEXTDOMAINDIR");
  const JugCliParts parts = {
    .lessons_uri = JUG_LESSONS_URI,
    .programs = jug_lesson_programs_get (),
    .reach_display = jug_ui_reach_display,
    .open_window = jug_ui_run,
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : JUG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return jug_cli_run (&parts, argc, argv);
}
