/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the desktop's list that this program has put there. */
#include "jug-recent.h"

#include <glib/gi18n-lib.h>

/* As many as can be taken in at a glance. */
#define MAX_ITEMS 8

#define NAME "Juggler"

void
jug_recent_add (GFile *file, const char *mime_type)
{
  GtkRecentData data = {
    .mime_type = (char *) mime_type,
    .app_name = (char *) NAME,
    .app_exec = (char *) "juggler %f",
  };
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (mime_type != NULL);

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

/* What stands in a menu: underscores of the name are no mnemonics. */
static void
append (GMenu *menu, GtkRecentInfo *info)
{
  g_autoptr (GString) label = g_string_new (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "win.open-file", "s",
                                     gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill_cb (GMenu *menu, GtkRecentManager *manager)
{
  GList *items = gtk_recent_manager_get_items (manager);
  guint n = 0;

  items = g_list_sort (items, compare_visited);
  g_menu_remove_all (menu);
  for (GList *item = items; item != NULL && n < MAX_ITEMS; item = item->next)
    if (gtk_recent_info_has_application (item->data, NAME))
      {
        append (menu, item->data);
        n++;
      }
  /* An empty submenu would be a dead end. */
  if (n == 0)
    g_menu_append (menu, _ ("Nothing Was Opened Yet"), "win.nothing");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
jug_recent_fill_menu (GMenu *menu)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_return_if_fail (G_IS_MENU (menu));

  g_signal_connect_object (manager, "changed", G_CALLBACK (fill_cb), menu,
                           G_CONNECT_SWAPPED);
  fill_cb (menu, manager);
}
