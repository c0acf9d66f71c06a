/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of terminal cells, each with a character and a style. */
#include "jug-text-canvas-private.h"

#include "jug-palette.h"

/* Colours of 256 that can be read on black and on white; the tasks' follow the
 * palettes. */
static const char *const style_codes[] = {
  [JUG_TEXT_PLAIN] = "",
  [JUG_TEXT_BOLD] = "1",
  [JUG_TEXT_DIM] = "2",
  [JUG_TEXT_READY] = "38;5;136",
  [JUG_TEXT_DONE] = "38;5;35",
  [JUG_TEXT_FAILED] = "1;38;5;160",
  [JUG_TEXT_CANCELLED] = "38;5;244",
};

static const guint8 task_colors[JUG_N_HUES] = { 98, 33,  172, 36,  133,
                                                38, 131, 62,  100, 137 };

/* Frees what the line before held, so that a canvas can be made of another width. */
void
jug_text_canvas_clear (JugTextCanvas *self)
{
  g_clear_pointer (&self->chars, g_free);
  g_clear_pointer (&self->styles, g_free);
}

static void
make_blank (JugTextCanvas *self)
{
  for (guint i = 0; i < self->width; i++)
    {
      self->chars[i] = ' ';
      self->styles[i] = JUG_TEXT_PLAIN;
    }
}

void
jug_text_canvas_init (JugTextCanvas *self, guint width, gboolean ascii, gboolean color)
{
  *self = (JugTextCanvas){
    .width = width,
    .ascii = ascii,
    .color = color,
    .chars = g_new (gunichar, width),
    .styles = g_new (guint8, width),
  };
  make_blank (self);
}

/* Puts a character of one cell; what lies outside of the line is lost. */
void
jug_text_canvas_set (JugTextCanvas *self, int column, gunichar c, guint style)
{
  if (column < 0 || (guint) column >= self->width)
    return;
  self->chars[column] = c;
  self->styles[column] = (guint8) style;
}

/* What stands in a cell; a blank outside of the line. */
gunichar
jug_text_canvas_get (const JugTextCanvas *self, int column)
{
  return column >= 0 && column < (int) self->width ? self->chars[column] : ' ';
}

/* How many cells a character takes. */
static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/* A character that a terminal shows and does not obey. */
static gunichar
make_clean (gunichar c, gboolean ascii)
{
  if (c == '\t')
    return ' ';
  if (ascii && c >= 0x7f)
    return '?';
  if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
      g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR ||
      g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR)
    return ascii ? '?' : 0xfffd;
  return c;
}

/* The width of a text in cells. */
guint
jug_text_measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (make_clean (g_utf8_get_char (p), FALSE));
  return width;
}

/*
 * Writes a text into at most @room cells; one that is longer ends in an ellipsis.
 * Characters that would stand on the one before are left out: a cell holds one.
 *
 * Returns: the number of cells that it takes
 */
guint
jug_text_canvas_write (
    JugTextCanvas *self, int column, guint room, const char *text, guint style)
{
  gboolean cut = jug_text_measure (text) > room;
  guint used = 0;

  if (room == 0)
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = make_clean (g_utf8_get_char (p), self->ascii);
      guint width = get_char_width (c);

      if (width == 0)
        continue;
      if (used + width > room - (cut ? 1 : 0))
        break;
      jug_text_canvas_set (self, column + (int) used, c, style);
      if (width == 2)
        jug_text_canvas_set (self, column + (int) used + 1, 0, style);
      used += width;
    }
  if (cut)
    jug_text_canvas_set (self, column + (int) used++, self->ascii ? '~' : 0x2026, style);
  return used;
}

static void
append_style (GString *out, guint style)
{
  if (style >= JUG_TEXT_TASK)
    g_string_append_printf (out, "\033[38;5;%um",
                            task_colors[(style - JUG_TEXT_TASK) % JUG_N_HUES]);
  else
    g_string_append_printf (out, "\033[%sm", style_codes[style]);
}

/* Appends the line without blanks at its end, and makes it blank again. */
void
jug_text_canvas_flush (JugTextCanvas *self, GString *out)
{
  guint end = self->width, style = JUG_TEXT_PLAIN;

  while (end > 0 && self->chars[end - 1] == ' ')
    end--;
  for (guint i = 0; i < end; i++)
    {
      if (self->chars[i] == 0)
        continue;
      if (self->color && self->styles[i] != style && self->chars[i] != ' ')
        {
          if (style != JUG_TEXT_PLAIN)
            g_string_append (out, "\033[0m");
          style = self->styles[i];
          if (style != JUG_TEXT_PLAIN)
            append_style (out, style);
        }
      g_string_append_unichar (out, self->chars[i]);
    }
  if (style != JUG_TEXT_PLAIN)
    g_string_append (out, "\033[0m");
  g_string_append_c (out, '\n');
  make_blank (self);
}

/* Appends a text that may come from anywhere, so that it cannot do anything to a
 * terminal. */
void
jug_text_append_clean (GString *out, const char *text, gboolean ascii)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, make_clean (g_utf8_get_char (p), ascii));
}
