/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits for the pointer to rest, fills the card, and finds it a place. */
#include "jug-hover-card.h"

#include "jug-style.h"
#include "jug-timeline-card.h"

#include <adwaita.h>

/* The pointer rests. */
#define SHOW_MS 400

/* Between two things that touch, the card stays. */
#define HIDE_MS 120

#define FADE_MS 100
#define GAP 8
#define MAX_CHARS 44
#define LABEL_CHARS 34

struct _JugHoverCard
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *revealer;
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *text;
  GtkGrid *rows;

  /* borrowed */
  JugTimelineChart *chart; /* (nullable): a weak pointer */

  /* state */
  guint show_timeout;
  guint hide_timeout;
  JugPictureRef shown;
  double pointer_x;   /* in the chart, when it came to what is shown */
  GdkRectangle place; /* in the overlay */
};

G_DEFINE_FINAL_TYPE (JugHoverCard, jug_hover_card, GTK_TYPE_WIDGET)

static void
stop_waiting (JugHoverCard *self)
{
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  g_clear_handle_id (&self->hide_timeout, g_source_remove);
}

static void
hide (JugHoverCard *self)
{
  stop_waiting (self);
  self->shown = JUG_PICTURE_REF_NONE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

/* What it says */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
fill_rows (JugHoverCard *self, const JugTimelineCard *card)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);
  for (guint i = 0; i < card->n_rows; i++)
    {
      GtkWidget *value = new_label (card->rows[i].value, "numeric");

      gtk_label_set_max_width_chars (GTK_LABEL (value), LABEL_CHARS);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (value), GTK_NATURAL_WRAP_WORD);
      gtk_grid_attach (self->rows, new_label (card->rows[i].label, "dim-label"), 0,
                       (int) i, 1, 1);
      gtk_grid_attach (self->rows, value, 1, (int) i, 1, 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), card->n_rows > 0);
}

static void
fill (JugHoverCard *self, const JugTimelineCard *card)
{
  g_autofree char *color = jug_style_color_to_hex (
      card->task == JUG_TASK_LOOP ? jug_paint (JUG_COLOR_TEXT)
                                  : jug_paint_task (JUG_COLOR_TASK_TEXT, card->task));
  g_autofree char *markup = g_markup_printf_escaped (
      "<span color=\"%s\" weight=\"bold\">%s</span>", color, card->title);

  gtk_label_set_markup (self->title, markup);
  gtk_label_set_text (self->text, card->text);
  fill_rows (self, card);
}

static void
show (JugHoverCard *self)
{
  JugTimelineLayout *layout =
      self->chart ? jug_timeline_chart_get_layout (self->chart) : NULL;
  JugPictureRef ref = JUG_PICTURE_REF_NONE;
  g_autoptr (JugTimelineCard) card = NULL;

  stop_waiting (self);
  if (layout != NULL)
    {
      ref = jug_timeline_chart_get_hover (self->chart, &self->pointer_x);
      card = jug_timeline_card_new (layout, &ref);
    }
  if (card == NULL)
    {
      hide (self);
      return;
    }
  self->shown = ref;
  fill (self, card);
  gtk_revealer_set_transition_duration (
      GTK_REVEALER (self->revealer),
      adw_get_enable_animations (GTK_WIDGET (self)) ? FADE_MS : 0);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Follows the pointer */

static gboolean
show_cb (gpointer data)
{
  JugHoverCard *self = data;

  self->show_timeout = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static gboolean
hide_cb (gpointer data)
{
  JugHoverCard *self = data;

  self->hide_timeout = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

static void
hover_changed_cb (JugHoverCard *self)
{
  double x;
  JugPictureRef ref = jug_timeline_chart_get_hover (self->chart, &x);

  if (jug_picture_ref_equal (&ref, &self->shown) && jug_hover_card_is_shown (self))
    {
      stop_waiting (self);
      return;
    }
  if (ref.kind == JUG_PICTURE_NONE || ref.event == JUG_NO_EVENT)
    {
      g_clear_handle_id (&self->show_timeout, g_source_remove);
      if (jug_hover_card_is_shown (self) && self->hide_timeout == 0)
        self->hide_timeout = g_timeout_add (HIDE_MS, hide_cb, self);
      return;
    }
  if (jug_hover_card_is_shown (self))
    {
      show (self);
      return;
    }
  stop_waiting (self);
  self->show_timeout = g_timeout_add (SHOW_MS, show_cb, self);
}

/* Place */

GdkRectangle
jug_hover_card_place (const GdkRectangle *thing,
                      int pointer_x,
                      int width,
                      int height,
                      const GdkRectangle *room)
{
  GdkRectangle place = { 0, 0, MIN (width, room->width), MIN (height, room->height) };
  int above = thing->y - GAP - place.height;
  int below = thing->y + thing->height + GAP;

  place.x =
      CLAMP (pointer_x - place.width / 2, room->x, room->x + room->width - place.width);
  if (above >= room->y)
    place.y = above;
  else
    place.y = MIN (below, room->y + room->height - place.height);
  return place;
}

/* What the card is about, in the overlay. */
static gboolean
get_thing (JugHoverCard *self, GtkWidget *overlay, GdkRectangle *thing, int *pointer_x)
{
  JugTimelineLayout *layout =
      self->chart ? jug_timeline_chart_get_layout (self->chart) : NULL;
  graphene_point_t start, corner, pointer;
  JugRect bounds;

  if (layout == NULL || self->shown.kind == JUG_PICTURE_NONE ||
      !jug_timeline_layout_get_bounds (layout, &self->shown, &bounds))
    return FALSE;
  start = GRAPHENE_POINT_INIT (bounds.x, bounds.y);
  pointer = GRAPHENE_POINT_INIT ((float) self->pointer_x, bounds.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->chart), overlay, &start, &corner) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->chart), overlay, &pointer, &pointer))
    return FALSE;
  *thing = (GdkRectangle){ (int) corner.x, (int) corner.y, (int) bounds.width,
                           (int) bounds.height };
  *pointer_x = (int) pointer.x;
  return TRUE;
}

static gboolean
get_child_position_cb (GtkOverlay *overlay,
                       GtkWidget *child,
                       GdkRectangle *place,
                       JugHoverCard *self)
{
  GdkRectangle room = { GAP, GAP, gtk_widget_get_width (GTK_WIDGET (overlay)) - 2 * GAP,
                        gtk_widget_get_height (GTK_WIDGET (overlay)) - 2 * GAP };
  GdkRectangle thing = { 0, 0, 0, 0 };
  int minimum, width, height, pointer_x = 0;

  if (child != GTK_WIDGET (self))
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &width, NULL,
                      NULL);
  width = MAX (minimum, MIN (width, room.width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (get_thing (self, GTK_WIDGET (overlay), &thing, &pointer_x))
    *place = jug_hover_card_place (&thing, pointer_x, width, height, &room);
  else
    *place = (GdkRectangle){ self->place.x, self->place.y, width, height };
  /* While it fades it stays where it is. */
  self->place = *place;
  return TRUE;
}

static void
jug_hover_card_dispose (GObject *object)
{
  JugHoverCard *self = JUG_HOVER_CARD (object);

  stop_waiting (self);
  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_weak_pointer (&self->chart);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (jug_hover_card_parent_class)->dispose (object);
}

static void
jug_hover_card_class_init (JugHoverCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_hover_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hover-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
jug_hover_card_init (JugHoverCard *self)
{
  self->shown = JUG_PICTURE_REF_NONE;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);

  self->title = GTK_LABEL (new_label (NULL, NULL));
  self->text = GTK_LABEL (new_label (NULL, NULL));
  gtk_label_set_max_width_chars (self->text, MAX_CHARS);
  gtk_label_set_natural_wrap_mode (self->text, GTK_NATURAL_WRAP_WORD);
  self->rows = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->rows, 12);
  gtk_grid_set_row_spacing (self->rows, 2);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "hover-card");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->rows));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

void
jug_hover_card_add (GtkOverlay *overlay, JugTimelineChart *chart)
{
  JugHoverCard *self;

  g_return_if_fail (GTK_IS_OVERLAY (overlay));
  g_return_if_fail (JUG_IS_TIMELINE_CHART (chart));

  self = g_object_new (JUG_TYPE_HOVER_CARD, NULL);
  g_set_weak_pointer (&self->chart, chart);
  g_signal_connect_swapped (chart, "hover-changed", G_CALLBACK (hover_changed_cb), self);
  /* What is under the pointer is another thing now. */
  g_signal_connect_swapped (chart, "view-changed", G_CALLBACK (hide), self);
  g_signal_connect_object (overlay, "get-child-position",
                           G_CALLBACK (get_child_position_cb), self, 0);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self));
}

gboolean
jug_hover_card_is_shown (JugHoverCard *self)
{
  g_return_val_if_fail (JUG_IS_HOVER_CARD (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

const char *
jug_hover_card_get_text (JugHoverCard *self)
{
  g_return_val_if_fail (JUG_IS_HOVER_CARD (self), NULL);

  return gtk_label_get_text (self->text);
}
