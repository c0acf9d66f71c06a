/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the spans of a narration into marked-up text. */
#include "jug-caption.h"

#include "jug-compat.h"
#include "jug-cut-label.h"
#include "jug-style.h"

#include <glib/gi18n-lib.h>

struct _JugCaption
{
  AdwBin parent_instance;

  /* template */
  GtkDrawingArea *dot;
  GtkWidget *steady;
  GtkLabel *sentence;
  GtkLabel *badge;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (JugCaption, jug_caption, ADW_TYPE_BIN)

static void
append_span (GString *markup, const JugNarrationSpan *span)
{
  g_autofree char *text = g_markup_escape_text (span->text, -1);

  switch (span->role)
    {
    case JUG_NARRATION_TASK:
      if (span->task != JUG_TASK_LOOP)
        {
          g_autofree char *color =
              jug_style_color_to_hex (jug_paint_task (JUG_COLOR_TASK_TEXT, span->task));

          g_string_append_printf (markup, "<span weight=\"bold\" color=\"%s\">%s</span>",
                                  color, text);
          return;
        }
      g_string_append_printf (markup, "<b>%s</b>", text);
      return;
    case JUG_NARRATION_CODE:
      g_string_append_printf (markup, "<tt>%s</tt>", text);
      return;
    case JUG_NARRATION_PLAIN:
    case JUG_NARRATION_TIME:
      g_string_append (markup, text);
      return;
    }
  g_assert_not_reached ();
}

static void
update (JugCaption *self)
{
  JugNarration *narration =
      self->session ? jug_session_get_narration (self->session) : NULL;
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *badge = NULL;

  if (narration != NULL)
    {
      for (guint i = 0; i < jug_narration_get_n_spans (narration); i++)
        append_span (markup, jug_narration_get_span (narration, i));
      badge = jug_narration_get_badge (narration);
    }
  g_string_prepend (markup, "<span insert_hyphens=\"false\">");
  g_string_append (markup, "</span>");
  gtk_label_set_markup (self->sentence, markup->str);
  gtk_label_set_label (self->badge, badge ? badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), badge != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->dot));
}

static void
moved_cb (JugCaption *self)
{
  JugNarration *narration = jug_session_get_narration (self->session);
  g_autofree char *spoken = NULL;

  update (self);
  /* While a run plays, speech could not keep up. */
  if (narration == NULL ||
      jug_playhead_is_playing (jug_session_get_playhead (self->session)))
    return;
  spoken = jug_narration_dup_spoken (narration);
  jug_announce (GTK_WIDGET (self->sentence), spoken);
}

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  JugCaption *self = data;
  JugNarration *narration =
      self->session ? jug_session_get_narration (self->session) : NULL;
  guint32 task = narration ? jug_narration_get_task (narration) : JUG_TASK_LOOP;
  JugPaint paint = task == JUG_TASK_LOOP ? jug_paint (JUG_COLOR_CALLBACK)
                                         : jug_paint_task (JUG_COLOR_TASK, task);
  JugRgba color = jug_palette_resolve (jug_style_get_palette (), paint);
  double radius = MIN (width, height) / 2.0 - 1;

  if (narration == NULL)
    return;
  cairo_set_source_rgba (cr, (double) color.red, (double) color.green,
                         (double) color.blue, (double) color.alpha);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
style_changed (GtkWidget *widget)
{
  update (JUG_CAPTION (widget));
}

static void
jug_caption_dispose (GObject *object)
{
  JugCaption *self = JUG_CAPTION (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  if (self->dot != NULL)
    gtk_drawing_area_set_draw_func (self->dot, NULL, NULL, NULL);
  /* The bin itself first: its child is the template's too. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_CAPTION);
  G_OBJECT_CLASS (jug_caption_parent_class)->dispose (object);
}

/* GTK 4.8 counts the spaces at the ends of a wrapped label's lines, finds the label wider
 * the higher it may be, and complains of it: its width is asked for alone. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline,
                       NULL);
}

static void
jug_caption_class_init (JugCaptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_caption_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-caption.ui");
  gtk_widget_class_bind_template_child (widget_class, JugCaption, dot);
  gtk_widget_class_bind_template_child (widget_class, JugCaption, steady);
  gtk_widget_class_bind_template_child (widget_class, JugCaption, sentence);
  gtk_widget_class_bind_template_child (widget_class, JugCaption, badge);
}

static void
jug_caption_init (JugCaption *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (
      self->steady, gtk_custom_layout_new (get_request_mode, measure, allocate));
  gtk_drawing_area_set_draw_func (self->dot, draw_dot, self, NULL);
  jug_cut_label_explain (self->badge);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (moved_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (update), self);
  jug_style_connect (GTK_WIDGET (self), style_changed);
}

void
jug_caption_set_session (JugCaption *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_CAPTION (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  update (self);
}
