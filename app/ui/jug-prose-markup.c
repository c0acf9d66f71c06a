/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escapes each span and wraps it in what its style asks for. */
#include "jug-prose-markup.h"

#include "jug-style.h"

/* Code that is longer may be broken. */
#define UNBROKEN 24

static void
append_span (GString *markup, const JugProseSpan *span, const char *code_color)
{
  g_autofree char *text = g_markup_escape_text (span->text, -1);

  if (span->lesson != NULL)
    {
      g_autofree char *target = g_markup_escape_text (span->lesson, -1);

      g_string_append_printf (markup, "<a href=\"lesson:%s\">", target);
    }
  if (span->style & JUG_PROSE_STRONG)
    g_string_append (markup, "<b>");
  if (span->style & JUG_PROSE_STRESS)
    g_string_append (markup, "<i>");
  if (span->style & JUG_PROSE_CODE)
    g_string_append_printf (
        markup,
        "<span font_family=\"monospace\" size=\"95%%\" "
        "background=\"%s\" insert_hyphens=\"false\"%s>%s</span>",
        code_color,
        g_utf8_strlen (span->text, -1) <= UNBROKEN ? " allow_breaks=\"false\"" : "",
        text);
  else
    g_string_append (markup, text);
  if (span->style & JUG_PROSE_STRESS)
    g_string_append (markup, "</i>");
  if (span->style & JUG_PROSE_STRONG)
    g_string_append (markup, "</b>");
  if (span->lesson != NULL)
    g_string_append (markup, "</a>");
}

char *
jug_prose_to_markup (JugProse *prose)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *code_color = NULL;

  g_return_val_if_fail (prose != NULL, NULL);

  code_color = jug_style_color_to_hex (jug_paint (JUG_COLOR_BASKET));
  for (guint i = 0; i < jug_prose_get_n_spans (prose); i++)
    append_span (markup, jug_prose_get_span (prose, i), code_color);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
