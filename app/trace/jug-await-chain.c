/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a task is: the coroutines that await each other, as an event tells them. */
#include "jug-await-chain.h"

#include <string.h>

/* Python's own limit of recursion. */
#define MAX_FRAMES 1000

static void
free_frame (gpointer data)
{
  JugFrame *frame = data;

  g_free (frame->function);
  g_free (frame->file);
  g_free (frame);
}

static JugFrame *
parse_line (const char *start, const char *end)
{
  const char *line = memchr (start, '\t', (gsize) (end - start));
  const char *file =
      line != NULL ? memchr (line + 1, '\t', (gsize) (end - line - 1)) : NULL;
  JugFrame *frame;
  guint64 number;
  g_autofree char *digits = NULL;

  if (file == NULL || line == start)
    return NULL;
  digits = g_strndup (line + 1, (gsize) (file - line - 1));
  if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT32, &number, NULL))
    return NULL;
  frame = g_new (JugFrame, 1);
  frame->function = g_strndup (start, (gsize) (line - start));
  frame->file = g_strndup (file + 1, (gsize) (end - file - 1));
  frame->line = (guint) number;
  return frame;
}

GPtrArray *
jug_await_chain_parse (const char *text)
{
  GPtrArray *frames = g_ptr_array_new_with_free_func (free_frame);

  g_return_val_if_fail (text != NULL, frames);

  while (*text != '\0' && frames->len < MAX_FRAMES)
    {
      const char *end = text + strcspn (text, "\n");
      JugFrame *frame = parse_line (text, end);

      if (frame != NULL)
        g_ptr_array_add (frames, frame);
      text = *end == '\n' ? end + 1 : end;
    }
  return frames;
}
