/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a widget for each block of a page. */
#include "jug-page-view.h"

#include "jug-prose-markup.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

struct _JugPageView
{
  GtkBox parent_instance;

  const JugPage *page; /* (unowned): the lesson's */
};

enum
{
  LESSON_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugPageView, jug_page_view, GTK_TYPE_BOX)

static gboolean
link_cb (JugPageView *self, const char *uri)
{
  if (!g_str_has_prefix (uri, "lesson:"))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[LESSON_CHOSEN], 0, uri + strlen ("lesson:"));
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static gboolean
has_link (JugProse *prose)
{
  for (guint i = 0; i < jug_prose_get_n_spans (prose); i++)
    if (jug_prose_get_span (prose, i)->lesson != NULL)
      return TRUE;
  return FALSE;
}

static GtkWidget *
new_prose (JugPageView *self, JugProse *prose, const char *css_class)
{
  GtkWidget *label = new_label (css_class);
  g_autofree char *markup = jug_prose_to_markup (prose);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jug_prose_get_text (prose), -1);
  /* Only links are worth a stop of the Tab key. */
  gtk_widget_set_can_focus (label, has_link (prose));
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self,
                           G_CONNECT_SWAPPED);
  return label;
}

static GtkWidget *
new_item (JugPageView *self, JugProse *prose)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (row, "item");
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), new_prose (self, prose, "prose"));
  return row;
}

/* Code */

static void
follow_style (GtkWidget *view)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_source_buffer_set_style_scheme (
      GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))),
      gtk_source_style_scheme_manager_get_scheme (manager,
                                                  dark ? "Adwaita-dark" : "Adwaita"));
}

static GtkWidget *
new_code (const char *code)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();
  GtkSourceLanguage *language =
      gtk_source_language_manager_get_language (manager, "python3");
  g_autoptr (GtkSourceBuffer) buffer =
      language ? gtk_source_buffer_new_with_language (language)
               : gtk_source_buffer_new (NULL);
  GtkWidget *view = gtk_source_view_new_with_buffer (buffer);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), code, -1);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 10);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 10);
  gtk_widget_set_direction (view, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Code"), -1);
  jug_style_connect (view, follow_style);
  follow_style (view);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "code");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  return scrolled;
}

/* Questions: asked, and answered on demand */

static GtkWidget *
new_answer (JugPageView *self, const JugQuestion *question)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("Show the _answer"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show the answer"),
                                  -1);
  for (guint i = 0; i < question->answers->len; i++)
    {
      const JugAnswer *answer = g_ptr_array_index (question->answers, i);

      if (answer->is_right)
        gtk_box_append (GTK_BOX (box), new_prose (self, answer->prose, "right-answer"));
    }
  if (question->explain != NULL)
    gtk_box_append (GTK_BOX (box), new_prose (self, question->explain, "prose"));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  /* A closed expander keeps its child outside the window, yet GTK 4.18 looks there for
   * what Tab comes to next. */
  g_object_bind_property (expander, "expanded", box, "visible", G_BINDING_SYNC_CREATE);
  return expander;
}

static GtkWidget *
new_question (JugPageView *self, const JugQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "question");
  gtk_box_append (GTK_BOX (box), new_prose (self, question->ask, "heading"));
  for (guint i = 0; i < question->answers->len; i++)
    {
      const JugAnswer *answer = g_ptr_array_index (question->answers, i);

      gtk_box_append (GTK_BOX (box), new_item (self, answer->prose));
    }
  gtk_box_append (GTK_BOX (box), new_answer (self, question));
  return box;
}

static GtkWidget *
new_block (JugPageView *self, const JugBlock *block)
{
  switch (block->kind)
    {
    case JUG_BLOCK_PARAGRAPH:
      return new_prose (self, block->prose, "prose");
    case JUG_BLOCK_ITEM:
      return new_item (self, block->prose);
    case JUG_BLOCK_CODE:
      return new_code (block->code);
    case JUG_BLOCK_QUESTION:
      return new_question (self, block->question);
    }
  g_assert_not_reached ();
}

static void
style_changed (GtkWidget *widget)
{
  /* Colours stand in the markup. */
  jug_page_view_set_page (JUG_PAGE_VIEW (widget), JUG_PAGE_VIEW (widget)->page);
}

static void
jug_page_view_class_init (JugPageViewClass *klass)
{
  signals[LESSON_CHOSEN] =
      g_signal_new ("lesson-chosen", JUG_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jug_page_view_init (JugPageView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  jug_style_connect (GTK_WIDGET (self), style_changed);
}

GtkWidget *
jug_page_view_new (void)
{
  return g_object_new (JUG_TYPE_PAGE_VIEW, NULL);
}

void
jug_page_view_set_page (JugPageView *self, const JugPage *page)
{
  GtkWidget *child, *title;

  g_return_if_fail (JUG_IS_PAGE_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->page = page;
  if (page == NULL)
    return;
  title = new_label ("title-2");
  gtk_widget_set_can_focus (title, FALSE);
  gtk_label_set_label (GTK_LABEL (title), jug_page_get_title (page));
  gtk_box_append (GTK_BOX (self), title);
  for (guint i = 0; i < jug_page_get_n_blocks (page); i++)
    gtk_box_append (GTK_BOX (self), new_block (self, jug_page_get_block (page, i)));
}
