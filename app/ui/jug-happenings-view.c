/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells each event when its row comes into view. */
#include "jug-happenings-view.h"

#include "jug-happenings.h"

struct _JugHappeningsView
{
  AdwBin parent_instance;

  /* template */
  GtkListView *list;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *playhead_signals;
  JugHappenings *happenings;
  GtkSingleSelection *selection;
  JugCursor *cursor; /* (nullable): its own, which goes from row to row */
  GPtrArray *rows;   /* (element-type GtkListItem): (unowned): those that are bound */
  gboolean only_selected;
  guint scroll_idle;
};

G_DEFINE_FINAL_TYPE (JugHappeningsView, jug_happenings_view, ADW_TYPE_BIN)

/* Rows */

static char *
label_task (JugTrace *trace, guint32 task, gpointer data)
{
  return jug_session_dup_task_label (data, task);
}

static char *
tell (JugHappeningsView *self, guint32 event)
{
  g_autoptr (JugNarration) narration = NULL;

  if (self->cursor == NULL)
    return g_strdup ("");
  jug_cursor_seek (self->cursor, event);
  narration = jug_narration_new (self->cursor, event, label_task, self->session);
  return g_strdup (jug_narration_get_text (narration));
}

static void
set_class (GtkWidget *row, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (row, name);
  else
    gtk_widget_remove_css_class (row, name);
}

static void
update_future (JugHappeningsView *self, GtkListItem *item)
{
  guint32 now = jug_playhead_get_event (jug_session_get_playhead (self->session));
  GtkWidget *row = gtk_list_item_get_child (item);
  JugHappening *happening = gtk_list_item_get_item (item);
  guint32 event = happening ? jug_happening_get_event (happening) : JUG_NO_EVENT;

  set_class (row, "future", happening != NULL && event + 1 > now + 1);
  set_class (row, "now", happening != NULL && event == now);
}

static void
go_to (JugHappeningsView *self, JugHappening *happening)
{
  jug_session_visit (self->session, jug_happening_get_event (happening));
}

/* A click of the pointer goes there.  The list's own way of doing so would select the row
 * under the pointer as well, and nobody would see where the playhead is. */
static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  JugHappeningsView *self = g_object_get_data (G_OBJECT (gesture), "jug-view");
  JugHappening *happening = gtk_list_item_get_item (item);

  if (happening != NULL && self->session != NULL)
    go_to (self, happening);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JugHappeningsView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *time = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_add_css_class (time, "dim-label");
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (time), 1);
  gtk_label_set_width_chars (GTK_LABEL (time), 7);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  /* Names may be long, but have no hyphens that are not written. */
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (text), attributes);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (row), time);
  gtk_box_append (GTK_BOX (row), text);
  g_object_set_data (G_OBJECT (click), "jug-view", self);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JugHappeningsView *self)
{
  JugHappening *happening = gtk_list_item_get_item (item);
  guint32 event = jug_happening_get_event (happening);
  JugTrace *trace = jug_session_get_trace (self->session);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *time = gtk_widget_get_first_child (row);
  GtkWidget *text = gtk_widget_get_last_child (row);
  g_autofree char *sentence = tell (self, event);
  g_autofree char *seconds = NULL;
  g_autofree char *name = NULL;

  if (trace == NULL || event >= jug_trace_get_n_events (trace))
    return;
  seconds = g_strdup_printf ("%.3f",
                             (double) jug_trace_get_event (trace, event)->time_ns / 1e9);
  gtk_label_set_label (GTK_LABEL (time), seconds);
  gtk_label_set_label (GTK_LABEL (text), sentence);
  update_future (self, item);
  g_ptr_array_add (self->rows, item);
  /* GTK gives a row no name of its own. */
  name = g_strdup_printf ("%s %s", seconds, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JugHappeningsView *self)
{
  g_ptr_array_remove_fast (self->rows, item);
}

static void
activate_cb (JugHappeningsView *self, guint position)
{
  g_autoptr (JugHappening) happening =
      g_list_model_get_item (G_LIST_MODEL (self->happenings), position);

  if (happening != NULL)
    go_to (self, happening);
}

/* Follows the session */

static void
moved_cb (JugHappeningsView *self)
{
  guint32 event = jug_playhead_get_event (jug_session_get_playhead (self->session));
  guint position = jug_happenings_find (self->happenings, event);

  gtk_single_selection_set_selected (
      self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  for (guint i = 0; i < self->rows->len; i++)
    update_future (self, g_ptr_array_index (self->rows, i));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && position != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                position);
}

static void
trace_changed_cb (JugHappeningsView *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  JugCursor *cursor = jug_session_get_cursor (self->session);
  JugPlayhead *playhead = jug_session_get_playhead (self->session);

  /* First the rows, then the cursor that they are told with. */
  jug_happenings_set_trace (self->happenings, NULL, JUG_DETAIL_LEARNER);
  g_clear_pointer (&self->cursor, jug_cursor_free);
  if (trace != NULL && cursor != NULL)
    {
      self->cursor = jug_cursor_copy (cursor);
      jug_happenings_set_trace (self->happenings, trace,
                                jug_playhead_get_detail (playhead));
    }
  moved_cb (self);
}

static void
selected_task_cb (JugHappeningsView *self)
{
  guint32 task = JUG_SESSION_NO_TASK;

  if (self->session != NULL && self->only_selected)
    task = jug_session_get_selected_task (self->session);
  jug_happenings_set_task (self->happenings, task);
  if (self->session != NULL)
    moved_cb (self);
}

static void
trace_grown_cb (JugHappeningsView *self)
{
  jug_happenings_trace_grown (self->happenings);
}

static gboolean
scroll_cb (gpointer data)
{
  JugHappeningsView *self = data;

  self->scroll_idle = 0;
  moved_cb (self);
  return G_SOURCE_REMOVE;
}

static void
jug_happenings_view_map (GtkWidget *widget)
{
  JugHappeningsView *self = JUG_HAPPENINGS_VIEW (widget);

  GTK_WIDGET_CLASS (jug_happenings_view_parent_class)->map (widget);
  /* Once rows have their sizes. */
  if (self->session != NULL && self->scroll_idle == 0)
    self->scroll_idle = g_idle_add (scroll_cb, self);
}

static void
jug_happenings_view_dispose (GObject *object)
{
  JugHappeningsView *self = JUG_HAPPENINGS_VIEW (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  if (self->happenings != NULL)
    jug_happenings_set_trace (self->happenings, NULL, JUG_DETAIL_LEARNER);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->playhead_signals);
  /* The bin itself first: its child is the template's too. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_HAPPENINGS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->happenings);
  g_clear_pointer (&self->cursor, jug_cursor_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jug_happenings_view_parent_class)->dispose (object);
}

static void
jug_happenings_view_finalize (GObject *object)
{
  JugHappeningsView *self = JUG_HAPPENINGS_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (jug_happenings_view_parent_class)->finalize (object);
}

static void
jug_happenings_view_class_init (JugHappeningsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_happenings_view_dispose;
  object_class->finalize = jug_happenings_view_finalize;
  widget_class->map = jug_happenings_view_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-happenings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JugHappeningsView, list);
}

static void
jug_happenings_view_init (JugHappeningsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->happenings = jug_happenings_new ();
  self->selection =
      gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->happenings)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "moved", G_CALLBACK (moved_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "trace-grown",
                                  G_CALLBACK (trace_grown_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (trace_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-task",
                                  G_CALLBACK (selected_task_cb), self);
  self->playhead_signals = g_signal_group_new (JUG_TYPE_PLAYHEAD);
  g_signal_group_connect_swapped (self->playhead_signals, "notify::detail",
                                  G_CALLBACK (trace_changed_cb), self);
}

void
jug_happenings_view_set_session (JugHappeningsView *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_HAPPENINGS_VIEW (self));
  g_return_if_fail (JUG_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->playhead_signals, jug_session_get_playhead (session));
  trace_changed_cb (self);
}

void
jug_happenings_view_set_only_selected (JugHappeningsView *self, gboolean only_selected)
{
  g_return_if_fail (JUG_IS_HAPPENINGS_VIEW (self));

  self->only_selected = !!only_selected;
  selected_task_cb (self);
}
