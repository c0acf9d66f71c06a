/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the page for the session's state and says in the title what is open. */
#include "jug-workspace.h"

#include "jug-compat.h"
#include "jug-find-bar.h"
#include "jug-hidden-lanes.h"
#include "jug-hover-card.h"
#include "jug-lesson-view.h"
#include "jug-line-link.h"
#include "jug-loop-pane.h"
#include "jug-minimap.h"
#include "jug-no-timeline.h"
#include "jug-output-pane.h"
#include "jug-panes.h"
#include "jug-range-bar.h"
#include "jug-recent.h"
#include "jug-settings.h"
#include "jug-shortcuts.h"
#include "jug-style.h"
#include "jug-terse-button.h"
#include "jug-transport.h"

#include <glib/gi18n-lib.h>

/* What is over sooner shows no spinner. */
#define BUSY_DELAY_MS 250

/* What the panes get of the height at first; the rest is player and timeline. */
#define PANES_SHARE 0.59

/* Long enough to read a sentence. */
#define TOAST_SECONDS 8

struct _JugWorkspace
{
  GtkBox parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkMenuButton *menu;
  GtkWidget *neighbours;
  GtkButton *stop;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *busy;
  GtkSpinner *spinner;
  AdwStatusPage *failed;
  GtkWidget *again;
  JugRoom *room;
  GtkOverlay *overlay;
  GtkPaned *halves;
  JugPanes *panes;
  JugTransport *transport;
  JugMinimap *minimap;
  JugFindBar *find;
  JugHiddenLanes *hidden_lanes;
  JugTimelineChart *chart;
  GtkWidget *follow;
  JugRangeBar *range;
  GtkStack *timeline;
  JugNoTimeline *no_timeline;
  GMenu *recent; /* (unowned): the template's */

  /* borrowed: the panes own them */
  JugLessonView *text;
  JugCodeView *code;
  JugLoopPane *loop;
  JugOutputPane *output;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *notes_signals;
  JugDraft *draft;
  guint busy_timeout;
  gboolean was_shown; /* all views, with a trace */
};

G_DEFINE_FINAL_TYPE (JugWorkspace, jug_workspace, GTK_TYPE_BOX)

static void
update_title (JugWorkspace *self)
{
  JugCatalogue *catalogue = jug_session_get_catalogue (self->session);
  JugLesson *lesson = jug_session_get_lesson (self->session);
  const char *title = jug_session_get_title (self->session);
  g_autofree char *subtitle = NULL;
  g_autofree char *shown = NULL;
  guint position = 0;
  guint unit =
      lesson ? jug_catalogue_find_unit (catalogue, lesson, &position) : G_MAXUINT;

  if (unit != G_MAXUINT)
    /* Translators: title of a unit, number of the lesson in it, how many it has */
    subtitle = g_strdup_printf (
        _ ("%s · lesson %u of %u"), jug_catalogue_get_unit_title (catalogue, unit),
        position + 1, jug_catalogue_get_n_lessons (catalogue, unit));
  else if (jug_session_get_file (self->session) != NULL)
    subtitle = g_strdup (_ ("saved trace"));
  else if (jug_draft_is_unsaved (self->draft))
    subtitle = g_strdup (_ ("not saved"));
  else if (jug_session_get_program (self->session) != NULL)
    subtitle = g_strdup (_ ("your program"));
  if (jug_notes_is_unsaved (jug_session_get_notes (self->session)))
    {
      g_autofree char *before = g_steal_pointer (&subtitle);

      if (before == NULL)
        subtitle = g_strdup (_ ("notes not saved"));
      else
        /* Translators: %s says what is open */
        subtitle = g_strdup_printf (_ ("%s · notes not saved"), before);
    }
  /* The dot is seen where there is no room for the words. */
  shown = g_strconcat (jug_notes_is_unsaved (jug_session_get_notes (self->session)) ? "• "
                                                                                    : "",
                       title ? title : "Juggler", NULL);
  adw_window_title_set_title (self->title, shown);
  adw_window_title_set_subtitle (self->title, subtitle ? subtitle : "");
}

static void
show_busy (JugWorkspace *self)
{
  gboolean opening = jug_session_get_state (self->session) == JUG_SESSION_OPENING;

  adw_status_page_set_title (self->busy, opening ? _ ("Opening the Trace")
                                                 : _ ("Running the Program"));
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_spinner_start (self->spinner);
}

static gboolean
busy_timeout_cb (gpointer data)
{
  JugWorkspace *self = data;

  self->busy_timeout = 0;
  show_busy (self);
  return G_SOURCE_REMOVE;
}

static void
show_failed (JugWorkspace *self)
{
  const char *message = jug_session_get_error_message (self->session);
  g_autofree char *description = g_markup_escape_text (message ? message : "", -1);
  gboolean is_lesson = jug_session_get_lesson (self->session) != NULL;

  adw_status_page_set_title (self->failed, is_lesson ? _ ("No Run to Show")
                                                     : _ ("This Trace Cannot Be Opened"));
  adw_status_page_set_description (self->failed, description);
  gtk_widget_set_visible (self->again, is_lesson);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* What is being edited stays in sight, whatever became of its run. */
static gboolean
is_being_edited (JugWorkspace *self)
{
  return jug_session_get_program (self->session) != NULL ||
         jug_session_is_version (self->session);
}

static void
update_timeline (JugWorkspace *self)
{
  gboolean is_needed;

  g_object_get (self->no_timeline, "needed", &is_needed, NULL);
  gtk_stack_set_visible_child_name (self->timeline, is_needed ? "instead" : "chart");
}

/* The keys that step shall work at once. */
static void
focus_timeline (JugWorkspace *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->chart)))
    self->was_shown =
        gtk_widget_child_focus (GTK_WIDGET (self->chart), GTK_DIR_TAB_FORWARD);
}

static void
show_main (JugWorkspace *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  gtk_stack_set_visible_child_name (self->stack, "main");
  /* Later the focus stays where the person is. */
  if (focus == NULL || !gtk_widget_get_mapped (focus) || !self->was_shown)
    focus_timeline (self);
}

/* A run that is followed live is often there before the window is. */
static void
chart_mapped_cb (JugWorkspace *self)
{
  if (!self->was_shown)
    focus_timeline (self);
}

/* A way back to the live edge, for whoever has looked away from it. */
static void
update_follow (JugWorkspace *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  JugPlayhead *playhead = jug_session_get_playhead (self->session);

  gtk_widget_set_visible (self->follow, trace != NULL && !jug_trace_is_sealed (trace) &&
                                            !jug_playhead_is_following (playhead));
}

static void
update_state (JugWorkspace *self)
{
  JugSessionState state = jug_session_get_state (self->session);
  gboolean has_trace = jug_session_get_trace (self->session) != NULL;

  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  jug_panes_set_text_shown (self->panes, jug_session_get_program (self->session) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stop),
                          state == JUG_SESSION_RECORDING && has_trace);
  update_follow (self);
  switch (state)
    {
    case JUG_SESSION_EMPTY:
      gtk_stack_set_visible_child_name (self->stack, "empty");
      break;
    case JUG_SESSION_RECORDING:
    case JUG_SESSION_OPENING:
      if (has_trace && state == JUG_SESSION_RECORDING)
        show_main (self);
      else
        self->busy_timeout = g_timeout_add (BUSY_DELAY_MS, busy_timeout_cb, self);
      break;
    case JUG_SESSION_READY:
      show_main (self);
      break;
    case JUG_SESSION_FAILED:
      if (is_being_edited (self))
        show_main (self);
      else
        show_failed (self);
      break;
    }
  update_title (self);
}

static void
arrange_cb (JugWorkspace *self)
{
  JugRoomSize size = jug_room_get_size (self->room);

  jug_panes_arrange (self->panes, size);
  jug_transport_arrange (self->transport, size);
  jug_range_bar_arrange (self->range, size);
  /* The title needs the room more; the lessons are in the sidebar. */
  gtk_widget_set_visible (self->neighbours, size != JUG_ROOM_NARROW);
  jug_terse_button_arrange (self->stop, _ ("Stop"), "media-playback-stop-symbolic",
                            size == JUG_ROOM_NARROW);
}

static void
jug_workspace_dispose (GObject *object)
{
  JugWorkspace *self = JUG_WORKSPACE (object);

  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->notes_signals);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JUG_TYPE_WORKSPACE);
  G_OBJECT_CLASS (jug_workspace_parent_class)->dispose (object);
}

static void
jug_workspace_class_init (JugWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_workspace_dispose;

  g_type_ensure (JUG_TYPE_MINIMAP);
  g_type_ensure (JUG_TYPE_FIND_BAR);
  g_type_ensure (JUG_TYPE_HIDDEN_LANES);
  g_type_ensure (JUG_TYPE_NO_TIMELINE);
  g_type_ensure (JUG_TYPE_PANES);
  g_type_ensure (JUG_TYPE_RANGE_BAR);
  g_type_ensure (JUG_TYPE_ROOM);
  g_type_ensure (JUG_TYPE_TRANSPORT);
  g_type_ensure (JUG_TYPE_TIMELINE_CHART);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, title);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, menu);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, neighbours);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, stop);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, toasts);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, stack);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, busy);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, spinner);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, failed);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, again);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, room);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, overlay);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, halves);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, panes);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, transport);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, minimap);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, find);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, hidden_lanes);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, chart);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, follow);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, range);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, timeline);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, no_timeline);
  gtk_widget_class_bind_template_child (widget_class, JugWorkspace, recent);
}

static void
jug_workspace_init (JugWorkspace *self)
{
  const char *state_signals[] = {
    "notify::state",
    "notify::trace",
    "notify::title",
    "notify::lesson",
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  jug_menu_name_items (gtk_menu_button_get_popover (self->menu));
  jug_recent_fill_menu (self->recent);
  self->text = g_object_new (JUG_TYPE_LESSON_VIEW, NULL);
  self->code = g_object_new (JUG_TYPE_CODE_VIEW, NULL);
  self->loop =
      g_object_new (JUG_TYPE_LOOP_PANE, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  self->output = g_object_new (JUG_TYPE_OUTPUT_PANE, NULL);
  jug_panes_set_children (self->panes, GTK_WIDGET (self->text), GTK_WIDGET (self->code),
                          GTK_WIDGET (self->loop), GTK_WIDGET (self->output));
  g_signal_connect_object (self->room, "arrange", G_CALLBACK (arrange_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->code, "told", G_CALLBACK (jug_workspace_tell), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->no_timeline, "notify::needed",
                           G_CALLBACK (update_timeline), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "map", G_CALLBACK (chart_mapped_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  jug_shortcuts_install_canvas (GTK_WIDGET (self->chart));
  jug_hover_card_add (self->overlay, self->chart);
  jug_line_link_add (self->chart, self->code);
  jug_minimap_set_chart (self->minimap, self->chart);
  jug_shortcuts_install_minimap (GTK_WIDGET (self->minimap));

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "trace-grown",
                                  G_CALLBACK (update_follow), self);
  g_signal_group_connect_swapped (self->session_signals, "file-refused",
                                  G_CALLBACK (jug_workspace_tell), self);
  g_signal_group_connect_swapped (self->session_signals, "notes-refused",
                                  G_CALLBACK (jug_workspace_tell), self);
  for (guint i = 0; i < G_N_ELEMENTS (state_signals); i++)
    g_signal_group_connect_swapped (self->session_signals, state_signals[i],
                                    G_CALLBACK (update_state), self);
  self->notes_signals = g_signal_group_new (JUG_TYPE_NOTES);
  g_signal_group_connect_swapped (self->notes_signals, "changed",
                                  G_CALLBACK (update_title), self);
}

void
jug_workspace_set_session (JugWorkspace *self, JugSession *session)
{
  g_return_if_fail (JUG_IS_WORKSPACE (self));
  g_return_if_fail (JUG_IS_SESSION (session));
  g_return_if_fail (self->draft == NULL);

  g_set_object (&self->session, session);
  self->draft = jug_draft_new (session);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "refused", G_CALLBACK (jug_workspace_tell), self,
                           G_CONNECT_SWAPPED);
  jug_lesson_view_set_session (self->text, session);
  jug_code_view_set_draft (self->code, self->draft);
  jug_no_timeline_set_session (self->no_timeline, session);
  jug_loop_pane_set_session (self->loop, session);
  jug_output_pane_set_session (self->output, session);
  jug_transport_set_session (self->transport, session);
  jug_timeline_chart_set_session (self->chart, session);
  jug_minimap_set_session (self->minimap, session);
  jug_range_bar_set_session (self->range, session);
  g_signal_connect_object (jug_session_get_playhead (session), "notify::following",
                           G_CALLBACK (update_follow), self, G_CONNECT_SWAPPED);
  jug_find_bar_set_session (self->find, self->chart, session);
  jug_hidden_lanes_set_session (self->hidden_lanes, self->chart, session);
  /* Last: what is shown has to be there already. */
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->notes_signals, jug_session_get_notes (session));
  update_state (self);
}

void
jug_workspace_set_settings (JugWorkspace *self, GSettings *settings)
{
  double scale, share;

  g_return_if_fail (JUG_IS_WORKSPACE (self));

  scale = jug_style_get_font_scale (GTK_WIDGET (self));
  jug_settings_bind (settings, "code-language", self->code, "language");
  jug_code_view_set_settings (self->code, settings);
  /* Lanes grow with the size of text. */
  share = PANES_SHARE / (1 + 0.3 * (MAX (scale, 1) - 1));
  jug_settings_bind_pane (settings, "timeline-height", self->halves, TRUE, share);
  jug_panes_set_settings (self->panes, settings);
}

void
jug_workspace_set_player (JugWorkspace *self, GActionGroup *player)
{
  g_return_if_fail (JUG_IS_WORKSPACE (self));

  jug_transport_set_player (self->transport, player);
}

JugTimelineChart *
jug_workspace_get_chart (JugWorkspace *self)
{
  g_return_val_if_fail (JUG_IS_WORKSPACE (self), NULL);

  return self->chart;
}

JugNotesButton *
jug_workspace_get_notes (JugWorkspace *self)
{
  g_return_val_if_fail (JUG_IS_WORKSPACE (self), NULL);

  return jug_transport_get_notes (self->transport);
}

void
jug_workspace_find (JugWorkspace *self, int direction)
{
  g_return_if_fail (JUG_IS_WORKSPACE (self));

  if (direction == 0)
    jug_find_bar_open (self->find);
  else
    jug_find_bar_step (self->find, direction);
}

JugCodeView *
jug_workspace_get_code (JugWorkspace *self)
{
  g_return_val_if_fail (JUG_IS_WORKSPACE (self), NULL);

  return self->code;
}

JugDraft *
jug_workspace_get_draft (JugWorkspace *self)
{
  g_return_val_if_fail (JUG_IS_WORKSPACE (self), NULL);

  return self->draft;
}

void
jug_workspace_show_code (JugWorkspace *self)
{
  g_return_if_fail (JUG_IS_WORKSPACE (self));

  jug_panes_show (self->panes, GTK_WIDGET (self->code));
}

void
jug_workspace_tell (JugWorkspace *self, const char *message)
{
  GtkWidget *label;
  AdwToast *toast;

  g_return_if_fail (JUG_IS_WORKSPACE (self));
  g_return_if_fail (message != NULL);

  /* A toast's own title is markup and one line; a sentence may be longer. */
  label = gtk_label_new (message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
