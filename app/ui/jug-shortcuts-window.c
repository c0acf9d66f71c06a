/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row per shortcut, a group per heading. */
#include "jug-shortcuts-window.h"

#include "jug-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _JugShortcutsWindow
{
  AdwWindow parent_instance;

  /* template */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (JugShortcutsWindow, jug_shortcuts_window, ADW_TYPE_WINDOW)

/* What is written on a key of the keyboard that the person has. */
static guint
get_keyval_at (guint keycode)
{
  g_autofree guint *keyvals = NULL;
  g_autofree GdkKeymapKey *keys = NULL;
  int n_entries = 0;

  if (!gdk_display_map_keycode (gdk_display_get_default (), keycode, &keys, &keyvals,
                                &n_entries))
    return GDK_KEY_VoidSymbol;
  for (int i = 0; i < n_entries; i++)
    if (keys[i].group == 0 && keys[i].level == 0)
      return keyvals[i];
  return GDK_KEY_VoidSymbol;
}

static char *
get_label (const JugShortcut *shortcut, const char *accel)
{
  GdkModifierType mods = 0;
  guint keyval = 0;

  if (!gtk_accelerator_parse (accel, &keyval, &mods))
    return g_strdup (accel);
  if (shortcut->scope == JUG_SHORTCUT_PLACE &&
      get_keyval_at (shortcut->keycode) != GDK_KEY_VoidSymbol)
    keyval = get_keyval_at (shortcut->keycode);
  return gtk_accelerator_get_label (keyval, mods);
}

static GtkWidget *
new_row (const JugShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", -1);
  g_autoptr (GString) name = g_string_new (_ (shortcut->title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  for (guint i = 0; accels[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      GtkWidget *key;

      /* The keys of the number pad go without saying. */
      if (strstr (accels[i], "KP_") != NULL || strstr (accels[i], "equal") != NULL)
        continue;
      text = get_label (shortcut, accels[i]);
      key = gtk_label_new (text);
      gtk_widget_add_css_class (key, "keycap");
      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
      g_string_append_printf (name, ", %s", text);
    }
  /* Newer libadwaita names a row after its title, which goes before any other name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
  return row;
}

static void
jug_shortcuts_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JUG_TYPE_SHORTCUTS_WINDOW);
  G_OBJECT_CLASS (jug_shortcuts_window_parent_class)->dispose (object);
}

static void
jug_shortcuts_window_class_init (JugShortcutsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jug_shortcuts_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/juggler/Juggler/ui/jug-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JugShortcutsWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
jug_shortcuts_window_init (JugShortcutsWindow *self)
{
  AdwPreferencesGroup *group = NULL;
  const char *heading = NULL;
  guint n_shortcuts;
  const JugShortcut *shortcuts = jug_shortcuts_get (&n_shortcuts);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (shortcuts[i].title == NULL)
        continue;
      if (g_strcmp0 (heading, shortcuts[i].group) != 0)
        {
          heading = shortcuts[i].group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (heading));
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, new_row (&shortcuts[i]));
    }
}

GtkWidget *
jug_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (JUG_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
