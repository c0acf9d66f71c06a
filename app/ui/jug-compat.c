/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One body for the toolkit of Debian 12, one for newer ones, behind the same function. */
#include "jug-compat.h"

#include "jug-focus.h"

#include <glib/gi18n-lib.h>

#define SIDEBAR_MIN_WIDTH 240
#define SIDEBAR_MAX_WIDTH 320

/* Split */

#if ADW_CHECK_VERSION(1, 4, 0)

#  define SHOWN "show-sidebar"
#  define FOLDED "collapsed"

/* With each change the window's content is hidden for a frame, and what has the focus in
 * it would lose it. */
static void
keep_focus_cb (GtkRoot *window)
{
  GtkWidget *focus = gtk_root_get_focus (window);

  if (focus != NULL)
    jug_focus_give_back (focus);
}

GtkWidget *
jug_split_new (AdwApplicationWindow *window,
               GtkWidget *sidebar,
               GtkWidget *content,
               int fold_below)
{
  GtkWidget *split = adw_overlay_split_view_new ();
  AdwOverlaySplitView *view = ADW_OVERLAY_SPLIT_VIEW (split);
  AdwBreakpoint *breakpoint;
  GValue collapsed = G_VALUE_INIT;

  adw_overlay_split_view_set_sidebar (view, sidebar);
  adw_overlay_split_view_set_content (view, content);
  adw_overlay_split_view_set_min_sidebar_width (view, SIDEBAR_MIN_WIDTH);
  adw_overlay_split_view_set_max_sidebar_width (view, SIDEBAR_MAX_WIDTH);
  adw_overlay_split_view_set_pin_sidebar (view, TRUE);
  adw_overlay_split_view_set_show_sidebar (view, FALSE);
  adw_overlay_split_view_set_enable_show_gesture (view, FALSE);

  breakpoint = adw_breakpoint_new (adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, fold_below, ADW_LENGTH_UNIT_PX));
  g_value_init (&collapsed, G_TYPE_BOOLEAN);
  g_value_set_boolean (&collapsed, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (split), FOLDED, &collapsed);
  g_value_unset (&collapsed);
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (keep_focus_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (keep_focus_cb), window,
                           G_CONNECT_SWAPPED);
  adw_application_window_add_breakpoint (window, breakpoint);
  return split;
}

#else

#  define SHOWN "reveal-flap"
#  define FOLDED "folded"

static void
window_width_changed_cb (GtkWindow *window, GParamSpec *pspec, AdwFlap *flap)
{
  int limit = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (flap), "jug-fold-below"));
  int width = 0, height = 0;

  /* Follows what the person makes of the window; GTK 4.8 crashes on a NULL here. */
  gtk_window_get_default_size (window, &width, &height);
  adw_flap_set_fold_policy (flap, width > 0 && width <= limit
                                      ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                      : ADW_FLAP_FOLD_POLICY_AUTO);
}

GtkWidget *
jug_split_new (AdwApplicationWindow *window,
               GtkWidget *sidebar,
               GtkWidget *content,
               int fold_below)
{
  GtkWidget *split = adw_flap_new ();
  AdwFlap *flap = ADW_FLAP (split);

  gtk_widget_set_size_request (sidebar, SIDEBAR_MIN_WIDTH, -1);
  gtk_widget_set_hexpand (sidebar, FALSE);
  gtk_widget_set_hexpand (content, TRUE);
  /* Opaque where it slides over the content. */
  gtk_widget_add_css_class (sidebar, "background");
  adw_flap_set_flap (flap, sidebar);
  adw_flap_set_content (flap, content);
  adw_flap_set_separator (flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_locked (flap, TRUE);
  adw_flap_set_reveal_flap (flap, FALSE);
  /* Fingers drag the timeline, not the sidebar. */
  adw_flap_set_swipe_to_open (flap, FALSE);

  g_object_set_data (G_OBJECT (split), "jug-fold-below", GINT_TO_POINTER (fold_below));
  g_signal_connect_object (window, "notify::default-width",
                           G_CALLBACK (window_width_changed_cb), split, 0);
  return split;
}

#endif

gboolean
jug_split_is_folded (GtkWidget *split)
{
  gboolean is_folded;

  g_object_get (split, FOLDED, &is_folded, NULL);
  return is_folded;
}

gboolean
jug_split_get_show_sidebar (GtkWidget *split)
{
  gboolean is_shown;

  g_object_get (split, SHOWN, &is_shown, NULL);
  return is_shown;
}

void
jug_split_set_show_sidebar (GtkWidget *split, gboolean show)
{
  g_object_set (split, SHOWN, show, NULL);
}

const char *
jug_split_show_property (void)
{
  return SHOWN;
}

/* Files */

typedef struct
{
  JugFileFunc func;
  gpointer data;
} Choice;

static Choice *
choice_new (JugFileFunc func, gpointer data)
{
  Choice *self = g_new (Choice, 1);

  self->func = func;
  self->data = data;
  return self;
}

static GtkFileFilter *
new_filter (const JugFileFilter *wanted)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, wanted->name);
  for (guint i = 0; wanted->mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, wanted->mime_types[i]);
  for (guint i = 0; wanted->suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, wanted->suffixes[i]);
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file =
      gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  choice->func (file, choice->data);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file =
      gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  choice->func (file, choice->data);
}

void
jug_choose_file_to_save (GtkWindow *parent,
                         const char *title,
                         const char *suggested_name,
                         JugFileFunc func,
                         gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, suggested_name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, choice_new (func, data));
}

void
jug_choose_file_to_open (GtkWindow *parent,
                         const char *title,
                         const JugFileFilter *filter,
                         JugFileFunc func,
                         gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (filter != NULL)
    {
      g_autoptr (GtkFileFilter) shown = new_filter (filter);
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

      g_list_store_append (filters, shown);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }
  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, choice_new (func, data));
}

#else

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  choice->func (file, choice->data);
  g_object_unref (dialog);
}

/* A dialog that is to be shown, and goes when it has been answered. */
static GtkNativeDialog *
new_chooser (GtkWindow *parent,
             const char *title,
             GtkFileChooserAction action,
             JugFileFunc func,
             gpointer data)
{
  GtkNativeDialog *dialog =
      GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (title, parent, action, NULL, NULL));

  gtk_native_dialog_set_modal (dialog, TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), choice_new (func, data));
  return dialog;
}

void
jug_choose_file_to_save (GtkWindow *parent,
                         const char *title,
                         const char *suggested_name,
                         JugFileFunc func,
                         gpointer data)
{
  GtkNativeDialog *dialog =
      new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, func, data);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  gtk_native_dialog_show (dialog);
}

void
jug_choose_file_to_open (GtkWindow *parent,
                         const char *title,
                         const JugFileFilter *filter,
                         JugFileFunc func,
                         gpointer data)
{
  GtkNativeDialog *dialog =
      new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, func, data);

  if (filter != NULL)
    {
      g_autoptr (GtkFileFilter) shown = new_filter (filter);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), shown);
    }
  gtk_native_dialog_show (dialog);
}

#endif

/* Questions */

typedef struct
{
  JugReplyFunc func;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Question;

static void
answered_cb (GObject *dialog, const char *id, gpointer data)
{
  Question *question = data;

  question->func (id, question->data);
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

#if ADW_CHECK_VERSION(1, 5, 0)

#  define JugDialog AdwAlertDialog
#  define new_question(parent, heading, body)                                            \
    ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body))
#  define add_answer(dialog, answer)                                                     \
    adw_alert_dialog_add_response (dialog, (answer)->id, (answer)->label)
#  define set_destructive(dialog, id)                                                    \
    adw_alert_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_DESTRUCTIVE)
#  define set_default(dialog, id) adw_alert_dialog_set_default_response (dialog, id)
#  define set_close(dialog, id) adw_alert_dialog_set_close_response (dialog, id)
#  define present_question(dialog, parent)                                               \
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent))

#else

#  define JugDialog AdwMessageDialog
#  define new_question(parent, heading, body)                                            \
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body))
#  define add_answer(dialog, answer)                                                     \
    adw_message_dialog_add_response (dialog, (answer)->id, (answer)->label)
#  define set_destructive(dialog, id)                                                    \
    adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_DESTRUCTIVE)
#  define set_default(dialog, id) adw_message_dialog_set_default_response (dialog, id)
#  define set_close(dialog, id) adw_message_dialog_set_close_response (dialog, id)
#  define present_question(dialog, parent) gtk_window_present (GTK_WINDOW (dialog))

#endif

void
jug_ask (GtkWindow *parent,
         const char *heading,
         const char *body,
         const JugReply *answers,
         guint n_answers,
         JugReplyFunc func,
         gpointer data,
         GDestroyNotify destroy)
{
  JugDialog *dialog = new_question (parent, heading, body);
  Question *question = g_new (Question, 1);

  question->func = func;
  question->data = data;
  question->destroy = destroy;
  for (guint i = 0; i < n_answers; i++)
    {
      add_answer (dialog, &answers[i]);
      if (answers[i].is_destructive)
        set_destructive (dialog, answers[i].id);
    }
  set_close (dialog, answers[0].id);
  set_default (dialog,
               answers[answers[n_answers - 1].is_destructive ? 0 : n_answers - 1].id);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         question_free, 0);
  present_question (dialog, parent);
}

/* About */

#if ADW_CHECK_VERSION(1, 5, 0)
#  define show_about(parent, ...) adw_show_about_dialog (GTK_WIDGET (parent), __VA_ARGS__)
#else
#  define show_about(parent, ...) adw_show_about_window (parent, __VA_ARGS__)
#endif

void
jug_show_about (GtkWindow *parent)
{
  show_about (parent, "application-name", "Juggler", "application-icon", JUG_APP_ID,
              "version", JUG_VERSION, "developer-name",
              /* Translators: those who made the program */
              _ ("The Juggler developers"), "comments",
              _ ("Watch asyncio work, step by step"), "license-type", GTK_LICENSE_GPL_3_0,
              "translator-credits",
              /* Translators: your names, one a line; they are shown to everybody */
              _ ("translator-credits"), NULL);
}

/* Reading aloud */

#if GTK_CHECK_VERSION(4, 10, 0)

static gboolean
is_menu_item (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_MENU_ITEM ||
         role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX ||
         role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO;
}

static void
name_item (GtkWidget *item)
{
  GtkWidget *child = gtk_widget_get_first_child (item);

  /* The first label is the text, another one has the keys. */
  while (child != NULL && !GTK_IS_LABEL (child))
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (child)), -1);
}

static void
name_items_cb (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_menu_item (child))
      name_item (child);
    else
      name_items_cb (child);
}

void
jug_menu_name_items (GtkPopover *menu)
{
  /* Each time: when an item is checked, GTK undoes it. */
  g_signal_connect (menu, "map", G_CALLBACK (name_items_cb), NULL);
}

#else

void
jug_menu_name_items (GtkPopover *menu)
{
}

#endif

gboolean
jug_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  g_autoptr (GtkATContext) context =
      gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* GTK's context for tests has no function for it, and GTK 4.18 calls that. */
  if (context == NULL || g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    return FALSE;
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
#else
  (void) widget;
  (void) text;
  return FALSE;
#endif
}

void
jug_gutter_lines_get_extent (GtkSourceGutterLines *lines,
                             guint line,
                             double *y,
                             double *height)
{
#if GTK_SOURCE_CHECK_VERSION(5, 16, 0)
  gtk_source_gutter_lines_get_line_extent (
      lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, y, height);
#else
  int whole_y, whole_height;

  gtk_source_gutter_lines_get_line_yrange (
      lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, &whole_y,
      &whole_height);
  *y = whole_y;
  *height = whole_height;
#endif
}
