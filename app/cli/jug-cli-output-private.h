/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a trace gets out: the formats, to a file or to standard output. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugCliFormat:
 * @JUG_CLI_TEXT: a timeline for terminals
 * @JUG_CLI_EVENTS: the event log
 * @JUG_CLI_JSON: every event
 * @JUG_CLI_CHROME: trace events for Perfetto
 * @JUG_CLI_PNG: a picture
 * @JUG_CLI_SVG: a drawing
 * @JUG_CLI_PDF: a page to print
 * @JUG_CLI_TRACE: a trace file
 *
 * What a trace can be written as.
 */
typedef enum
{
  JUG_CLI_TEXT,
  JUG_CLI_EVENTS,
  JUG_CLI_JSON,
  JUG_CLI_CHROME,
  JUG_CLI_PNG,
  JUG_CLI_SVG,
  JUG_CLI_PDF,
  JUG_CLI_TRACE,
} JugCliFormat;

int jug_cli_parse_format (const char *name, JugCliFormat *format);
int jug_cli_check_output (JugCliFormat format, const char *path);
int jug_cli_write_trace (JugTrace *trace, JugCliFormat format, const char *path);
int jug_cli_write (const char *path, GBytes *bytes);

G_END_DECLS
