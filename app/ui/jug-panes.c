/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves the same four widgets between panes and a stack when the width asks for it. */
#include "jug-panes.h"

#include "jug-focus.h"
#include "jug-settings.h"
#include "jug-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What the first of two panes gets at first. */
#define TEXT_SHARE 0.27
#define CODE_SHARE 0.62
#define LOOP_SHARE 0.67

typedef enum
{
  PANE_TEXT,
  PANE_CODE,
  PANE_LOOP,
  PANE_OUTPUT,
  N_PANES
} Pane;

struct _JugPanes
{
  AdwBin parent_instance;

  /* owned */
  GtkWidget *panes[N_PANES];

  GtkPaned *columns; /* first column | rest */
  GtkPaned *rest;    /* code | right */
  GtkPaned *right;   /* loop over output */
  GtkWidget *switcher;

  AdwViewStack *stack; /* (unowned): in the switcher */
  gboolean hides_text;
};

G_DEFINE_FINAL_TYPE (JugPanes, jug_panes, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
} pages[N_PANES] = {
  [PANE_TEXT] = { "text", N_ ("Lesson"), "juggler-text-symbolic" },
  [PANE_CODE] = { "code", N_ ("Code"), "juggler-code-symbolic" },
  [PANE_LOOP] = { "loop", N_ ("Loop"), "juggler-loop-symbolic" },
  [PANE_OUTPUT] = { "output", N_ ("Output"), "juggler-output-symbolic" },
};

/* Takes all panes out of where they are. */
static void
take_out (JugPanes *self)
{
  for (guint i = 0; i < N_PANES; i++)
    if (gtk_widget_get_parent (self->panes[i]) != NULL &&
        gtk_widget_is_ancestor (self->panes[i], GTK_WIDGET (self->stack)))
      adw_view_stack_remove (self->stack, self->panes[i]);
  gtk_paned_set_start_child (self->right, NULL);
  gtk_paned_set_end_child (self->right, NULL);
  gtk_paned_set_start_child (self->rest, NULL);
  gtk_paned_set_end_child (self->rest, NULL);
  gtk_paned_set_start_child (self->columns, NULL);
  gtk_paned_set_end_child (self->columns, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
}

static void
stack_add (JugPanes *self, Pane pane)
{
  adw_view_stack_add_titled_with_icon (self->stack, self->panes[pane], pages[pane].name,
                                       _ (pages[pane].title), pages[pane].icon);
}

static void
arrange_wide (JugPanes *self)
{
  gtk_paned_set_start_child (self->right, self->panes[PANE_LOOP]);
  gtk_paned_set_end_child (self->right, self->panes[PANE_OUTPUT]);
  gtk_paned_set_start_child (self->rest, self->panes[PANE_CODE]);
  gtk_paned_set_end_child (self->rest, GTK_WIDGET (self->right));
  gtk_paned_set_start_child (self->columns, self->panes[PANE_TEXT]);
  gtk_paned_set_end_child (self->columns, GTK_WIDGET (self->rest));
}

static void
arrange_medium (JugPanes *self)
{
  stack_add (self, PANE_TEXT);
  stack_add (self, PANE_LOOP);
  stack_add (self, PANE_OUTPUT);
  gtk_paned_set_start_child (self->columns, self->switcher);
  gtk_paned_set_end_child (self->columns, self->panes[PANE_CODE]);
}

/* In the stack it is the page that is hidden, else it would leave an empty one. */
static void
update_text (JugPanes *self)
{
  GtkWidget *text = self->panes[PANE_TEXT];
  gboolean is_stacked = gtk_widget_is_ancestor (text, GTK_WIDGET (self->stack));

  gtk_widget_set_visible (text, !self->hides_text || is_stacked);
  if (!is_stacked)
    return;
  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, text),
                                   !self->hides_text);
  if (self->hides_text && adw_view_stack_get_visible_child (self->stack) == text)
    adw_view_stack_set_visible_child (
        self->stack,
        gtk_widget_is_ancestor (self->panes[PANE_CODE], GTK_WIDGET (self->stack))
            ? self->panes[PANE_CODE]
            : self->panes[PANE_LOOP]);
}

static void
jug_panes_dispose (GObject *object)
{
  JugPanes *self = JUG_PANES (object);

  if (self->panes[0] != NULL)
    take_out (self);
  for (guint i = 0; i < N_PANES; i++)
    g_clear_object (&self->panes[i]);
  g_clear_object (&self->columns);
  g_clear_object (&self->rest);
  g_clear_object (&self->right);
  g_clear_object (&self->switcher);
  G_OBJECT_CLASS (jug_panes_parent_class)->dispose (object);
}

static void
jug_panes_class_init (JugPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_panes_dispose;

  gtk_widget_class_set_css_name (widget_class, "panes");
}

static GtkPaned *
new_paned (GtkOrientation orientation,
           gboolean resize_start,
           gboolean resize_end,
           const char *label)
{
  /* A group: newer GTK gives no name to what has no role of its own. */
  GtkPaned *paned = g_object_new (GTK_TYPE_PANED, "orientation", orientation,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_paned_set_resize_start_child (paned, resize_start);
  gtk_paned_set_resize_end_child (paned, resize_end);
  gtk_paned_set_shrink_start_child (paned, FALSE);
  gtk_paned_set_shrink_end_child (paned, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paned), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return g_object_ref_sink (paned);
}

static void
jug_panes_init (JugPanes *self)
{
  GtkWidget *bar = adw_view_switcher_new ();

  self->columns =
      new_paned (GTK_ORIENTATION_HORIZONTAL, FALSE, TRUE, _ ("Lesson beside the rest"));
  self->rest = new_paned (GTK_ORIENTATION_HORIZONTAL, TRUE, FALSE,
                          _ ("Code beside the event loop"));
  self->right =
      new_paned (GTK_ORIENTATION_VERTICAL, TRUE, TRUE, _ ("Event loop above the output"));

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (bar), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (bar), ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_add_css_class (bar, "pane-switcher");
  self->switcher = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self->switcher), bar);
  gtk_box_append (GTK_BOX (self->switcher),
                  gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->switcher), GTK_WIDGET (self->stack));
}

void
jug_panes_set_children (
    JugPanes *self, GtkWidget *text, GtkWidget *code, GtkWidget *loop, GtkWidget *output)
{
  GtkWidget *children[N_PANES] = { text, code, loop, output };

  g_return_if_fail (JUG_IS_PANES (self));
  g_return_if_fail (self->panes[0] == NULL);

  for (guint i = 0; i < N_PANES; i++)
    self->panes[i] = g_object_ref_sink (children[i]);
  jug_panes_arrange (self, JUG_ROOM_NARROW);
}

/* What has the focus loses it while it moves, or GTK looks for it in the wrong panes. */
static GtkWidget *
take_focus (JugPanes *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  g_object_ref (focus);
  gtk_root_set_focus (root, NULL);
  return focus;
}

/* What one is at stays on the screen. */
static void
show_page_of (JugPanes *self, GtkWidget *focus)
{
  for (Pane pane = 0; pane < N_PANES; pane++)
    if ((focus == self->panes[pane] ||
         gtk_widget_is_ancestor (focus, self->panes[pane])) &&
        gtk_widget_is_ancestor (self->panes[pane], GTK_WIDGET (self->stack)))
      adw_view_stack_set_visible_child (self->stack, self->panes[pane]);
}

void
jug_panes_arrange (JugPanes *self, JugRoomSize size)
{
  g_autoptr (GtkWidget) focus = NULL;
  g_autofree char *page = NULL;

  g_return_if_fail (JUG_IS_PANES (self));
  g_return_if_fail (self->panes[0] != NULL);

  page = g_strdup (adw_view_stack_get_visible_child_name (self->stack));
  focus = take_focus (self);
  take_out (self);
  switch (size)
    {
    case JUG_ROOM_WIDE:
      arrange_wide (self);
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->columns));
      break;
    case JUG_ROOM_MEDIUM:
      arrange_medium (self);
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->columns));
      break;
    case JUG_ROOM_NARROW:
      for (Pane pane = 0; pane < N_PANES; pane++)
        stack_add (self, pane);
      adw_bin_set_child (ADW_BIN (self), self->switcher);
      break;
    }
  if (page != NULL && adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
  if (focus != NULL)
    show_page_of (self, focus);
  update_text (self);
  if (focus != NULL)
    jug_focus_give_back (focus);
}

void
jug_panes_set_text_shown (JugPanes *self, gboolean is_shown)
{
  g_return_if_fail (JUG_IS_PANES (self));
  g_return_if_fail (self->panes[0] != NULL);

  self->hides_text = !is_shown;
  update_text (self);
}

void
jug_panes_show (JugPanes *self, GtkWidget *child)
{
  g_return_if_fail (JUG_IS_PANES (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (gtk_widget_is_ancestor (child, GTK_WIDGET (self->stack)))
    adw_view_stack_set_visible_child (self->stack, child);
}

void
jug_panes_set_settings (JugPanes *self, GSettings *settings)
{
  g_return_if_fail (JUG_IS_PANES (self));

  jug_settings_bind_pane (settings, "text-pane-width", self->columns, FALSE, TEXT_SHARE);
  jug_settings_bind_pane (settings, "loop-pane-width", self->rest, TRUE, CODE_SHARE);
  jug_settings_bind_pane (settings, "output-pane-height", self->right, TRUE, LOOP_SHARE);
}
