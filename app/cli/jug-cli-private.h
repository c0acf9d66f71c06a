/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share. */
#pragma once

#include "jug-cli.h"

G_BEGIN_DECLS

/**
 * JugCliStatus:
 * @JUG_CLI_OK: all went well
 * @JUG_CLI_FAILED: something went wrong
 * @JUG_CLI_USAGE: the command line is wrong, or asks for what is not there yet
 *
 * Exit statuses.
 */
typedef enum
{
  JUG_CLI_OK,
  JUG_CLI_FAILED,
  JUG_CLI_USAGE,
} JugCliStatus;

int jug_cli_fail (JugCliStatus status, const char *format, ...) G_GNUC_PRINTF (2, 3);
int jug_cli_fail_unknown (const char *word, const GError *error);
int jug_cli_print (const char *text);
gboolean jug_cli_parse (const char *command,
                        const char *usage,
                        const char *description,
                        const GOptionEntry *entries,
                        int argc,
                        char **argv,
                        int *status);
int jug_cli_tell_end (JugTrace *trace);
JugCatalogue *jug_cli_load_catalogue (const JugCliParts *parts);
gboolean jug_cli_is_python (const char *target);

int jug_cli_lessons (const JugCliParts *parts, int argc, char **argv);
int jug_cli_run_target (const JugCliParts *parts, int argc, char **argv);

G_END_DECLS
