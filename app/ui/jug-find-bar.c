/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the search its slices, and the timeline what it has found. */
#include "jug-find-bar.h"

#include "jug-compat.h"
#include "jug-find.h"

#include <glib/gi18n-lib.h>

/* One slice is some tenths of a millisecond; so many microseconds are searched before the
 * window gets its turn. */
#define SLICE 1000
#define TURN_US 4000

struct _JugFindBar
{
  AdwBin parent_instance;

  /* template */
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;

  /* borrowed */
  JugTimelineChart *chart; /* (nullable): a weak pointer */
  GtkWidget *focus_before; /* (nullable): a weak pointer */

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  JugFind *find; /* (nullable): while something is searched for */
  char *text;    /* (nullable): what it searches for */

  /* state */
  guint32 hit; /* the place that one has gone to */
  guint idle;
};

G_DEFINE_FINAL_TYPE (JugFindBar, jug_find_bar, ADW_TYPE_BIN)

/* What is said */

static char *
dup_count (JugFindBar *self)
{
  guint n_hits = self->find ? jug_find_get_n_hits (self->find) : 0;
  guint place;

  if (self->find == NULL)
    return g_strdup ("");
  if (n_hits == 0)
    return g_strdup (self->idle != 0 ? _ ("Searching…") : _ ("Not found"));
  if (self->hit == JUG_NO_EVENT && self->idle != 0)
    /* Translators: so many places in the run were found, and more may come */
    return g_strdup_printf (ngettext ("%u so far", "%u so far", n_hits), n_hits);
  if (self->hit == JUG_NO_EVENT)
    /* Translators: in so many places of the run something was found */
    return g_strdup_printf (ngettext ("%u found", "%u found", n_hits), n_hits);
  /* The hit before the next one; one that is new follows those that were there. */
  place = jug_find_get_next (self->find, self->hit + 1, -1);
  /* Translators: the how-manieth of the places where something was found */
  return g_strdup_printf (_ ("%u of %u"), place + 1, n_hits);
}

static void
tell (JugFindBar *self, gboolean aloud)
{
  g_autofree char *text = dup_count (self);
  gboolean is_missing =
      self->find != NULL && self->idle == 0 && jug_find_get_n_hits (self->find) == 0;

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), *text != '\0');
  if (is_missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (aloud && *text != '\0')
    jug_announce (GTK_WIDGET (self->count), text);
}

static void
mark (JugFindBar *self)
{
  JugTimelineViewport *viewport;

  if (self->chart == NULL)
    return;
  viewport = jug_timeline_chart_get_viewport (self->chart);
  if (self->find == NULL)
    jug_timeline_viewport_set_hits (viewport, NULL, 0, JUG_NO_EVENT);
  else
    jug_timeline_viewport_set_hits (viewport, jug_find_get_hits (self->find),
                                    jug_find_get_n_hits (self->find), self->hit);
}

/* The search */

/* Searches until the window has to have its turn; returns whether there is more. */
static gboolean
take_turn (JugFindBar *self)
{
  JugSpanIndex *index = jug_session_get_span_index (self->session);
  guint32 n_events = jug_span_index_get_n_events (index);
  gint64 end = g_get_monotonic_time () + TURN_US;
  gboolean is_more;

  do
    is_more = jug_find_go_on (self->find, n_events, SLICE);
  while (is_more && g_get_monotonic_time () < end);
  return is_more;
}

static gboolean
idle_cb (gpointer data)
{
  JugFindBar *self = data;
  gboolean is_more = take_turn (self);

  if (!is_more)
    self->idle = 0;
  mark (self);
  tell (self, !is_more);
  return is_more;
}

static void
go_on (JugFindBar *self, gboolean aloud)
{
  if (self->find == NULL || self->idle != 0)
    return;
  /* What takes one turn is there at once. */
  if (take_turn (self))
    self->idle = g_idle_add (idle_cb, self);
  mark (self);
  tell (self, aloud && self->idle == 0);
}

static void
stop (JugFindBar *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  self->hit = JUG_NO_EVENT;
  if (self->chart != NULL)
    jug_timeline_viewport_set_hits (jug_timeline_chart_get_viewport (self->chart), NULL,
                                    0, JUG_NO_EVENT);
  g_clear_pointer (&self->find, jug_find_free);
  g_clear_pointer (&self->text, g_free);
}

static char *
label_task (JugTrace *trace, guint32 task, gpointer data)
{
  JugFindBar *self = data;

  return jug_session_dup_task_label (self->session, task);
}

static void
tell_wait (guint32 wait_event, GString *out, gpointer data)
{
  JugFindBar *self = data;

  jug_timeline_layout_append_wait (jug_timeline_chart_get_layout (self->chart),
                                   wait_event, out);
}

static void
start (JugFindBar *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  const char *text = gtk_editable_get_text (self->entry);

  stop (self);
  if (trace != NULL && self->chart != NULL && *text != '\0' &&
      gtk_search_bar_get_search_mode (self->bar) &&
      jug_timeline_chart_get_layout (self->chart) != NULL)
    {
      self->find = jug_find_new (trace, text, label_task, tell_wait, self);
      self->text = g_strdup (text);
      go_on (self, TRUE);
    }
  tell (self, FALSE);
}

static void
changed_cb (JugFindBar *self)
{
  if (g_strcmp0 (self->text, gtk_editable_get_text (self->entry)) != 0)
    start (self);
}

static void
trace_grown_cb (JugFindBar *self)
{
  go_on (self, FALSE);
}

/* Going there */

static void
go_to (JugFindBar *self, guint place)
{
  guint32 hit = jug_find_get_hits (self->find)[place];
  guint32 task = jug_trace_get_event (jug_session_get_trace (self->session), hit)->task;

  self->hit = hit;
  jug_playhead_pause (jug_session_get_playhead (self->session));
  jug_playhead_go_to_event (jug_session_get_playhead (self->session), hit);
  jug_session_select (self->session, task, hit);
  jug_timeline_viewport_reveal_selection (jug_timeline_chart_get_viewport (self->chart));
  mark (self);
  tell (self, TRUE);
}

void
jug_find_bar_step (JugFindBar *self, int direction)
{
  guint32 from;
  guint place;

  g_return_if_fail (JUG_IS_FIND_BAR (self));

  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      jug_find_bar_open (self);
      return;
    }
  /* Whoever presses Return does not wait for what comes after a pause in typing. */
  changed_cb (self);
  if (self->find == NULL || self->chart == NULL)
    return;
  from = self->hit;
  if (from == JUG_NO_EVENT)
    {
      from = jug_playhead_get_event (jug_session_get_playhead (self->session));
      /* What is at the playhead counts as the next one. */
      if (direction > 0 && from != JUG_NO_EVENT)
        from--;
    }
  place = jug_find_get_next (self->find, from, direction);
  if (place != G_MAXUINT)
    go_to (self, place);
  else
    tell (self, TRUE);
}

/* Open and closed */

void
jug_find_bar_open (JugFindBar *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (JUG_IS_FIND_BAR (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus_before, focus);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  start (self);
}

static void
mode_changed_cb (JugFindBar *self)
{
  GtkWidget *focus = self->focus_before;

  if (gtk_search_bar_get_search_mode (self->bar))
    return;
  stop (self);
  tell (self, FALSE);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  else if (self->chart != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->chart), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus_before);
}

/* Return alone is the entry's own. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                JugFindBar *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter &&
       keyval != GDK_KEY_ISO_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  jug_find_bar_step (self, -1);
  return GDK_EVENT_STOP;
}

static void
next_cb (JugFindBar *self)
{
  jug_find_bar_step (self, 1);
}

static void
previous_cb (JugFindBar *self)
{
  jug_find_bar_step (self, -1);
}

static void
jug_find_bar_dispose (GObject *object)
{
  JugFindBar *self = JUG_FIND_BAR (object);

  g_clear_object (&self->session_signals);
  stop (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_FIND_BAR);
  g_clear_weak_pointer (&self->chart);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jug_find_bar_parent_class)->dispose (object);
}

static void
jug_find_bar_class_init (JugFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JugFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, JugFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, JugFindBar, count);
}

static void
jug_find_bar_init (JugFindBar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hit = JUG_NO_EVENT;
  gtk_search_bar_connect_entry (self->bar, self->entry);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled",
                           G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "next-match", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous-match", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), key);

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "trace-grown",
                                  G_CALLBACK (trace_grown_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::trace",
                                  G_CALLBACK (start), self);
}

void
jug_find_bar_set_session (JugFindBar *self, JugTimelineChart *chart, JugSession *session)
{
  g_return_if_fail (JUG_IS_FIND_BAR (self));
  g_return_if_fail (JUG_IS_TIMELINE_CHART (chart));
  g_return_if_fail (JUG_IS_SESSION (session));

  stop (self);
  g_set_weak_pointer (&self->chart, chart);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
}
