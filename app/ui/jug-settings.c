/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bindings between the schema's keys and what they are about. */
#include "jug-settings.h"

GSettings *
jug_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, JUG_APP_ID, TRUE);
  if (schema == NULL)
    {
      g_debug ("no schema %s: nothing will be remembered", JUG_APP_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

void
jug_settings_bind (GSettings *settings,
                   const char *key,
                   gpointer object,
                   const char *property)
{
  g_return_if_fail (G_IS_OBJECT (object));

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

static gboolean
get_axis (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_boolean (value,
                       g_str_equal (g_variant_get_string (variant, NULL), "steps"));
  return TRUE;
}

static GVariant *
set_axis (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_string (g_value_get_boolean (value) ? "steps" : "time");
}

void
jug_settings_bind_session (GSettings *settings, JugSession *session)
{
  g_return_if_fail (JUG_IS_SESSION (session));

  if (settings == NULL)
    return;
  jug_settings_bind (settings, "speed", jug_session_get_playhead (session), "speed");
  g_settings_bind_with_mapping (settings, "axis", session, "steps-axis",
                                G_SETTINGS_BIND_DEFAULT, get_axis, set_axis, NULL, NULL);
}

/* Panes */

typedef struct
{
  GSettings *settings; /* (nullable) */
  char *key;
  gboolean is_end;
  double share;
  gboolean is_restored;
} PaneMemory;

static void
pane_memory_free (gpointer data, GClosure *closure)
{
  PaneMemory *memory = data;

  g_clear_object (&memory->settings);
  g_free (memory->key);
  g_free (memory);
}

static int
get_total (GtkPaned *paned)
{
  gboolean across = gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) ==
                    GTK_ORIENTATION_HORIZONTAL;

  return across ? gtk_widget_get_width (GTK_WIDGET (paned))
                : gtk_widget_get_height (GTK_WIDGET (paned));
}

/* The first size is known only once the pane has been given one. */
static void
room_changed_cb (GtkPaned *paned, GParamSpec *pspec, PaneMemory *memory)
{
  int total = get_total (paned);
  int size = 0;

  if (memory->is_restored || total <= 1)
    return;
  memory->is_restored = TRUE;
  if (memory->settings != NULL)
    size = g_settings_get_int (memory->settings, memory->key);
  if (size <= 0)
    gtk_paned_set_position (paned, (int) (total * memory->share));
  else
    gtk_paned_set_position (paned, memory->is_end ? MAX (total - size, 0) : size);
}

/* Only what a person does is remembered: they have the handle, or the keyboard's
 * focus. */
static gboolean
is_being_moved (GtkPaned *paned)
{
  GtkWidget *handle = gtk_widget_get_first_child (GTK_WIDGET (paned));

  for (; handle != NULL; handle = gtk_widget_get_next_sibling (handle))
    if (g_str_equal (gtk_widget_get_css_name (handle), "separator"))
      return (gtk_widget_get_state_flags (handle) &
              (GTK_STATE_FLAG_ACTIVE | GTK_STATE_FLAG_PRELIGHT)) != 0 ||
             gtk_widget_has_focus (GTK_WIDGET (paned));
  return FALSE;
}

static void
position_changed_cb (GtkPaned *paned, GParamSpec *pspec, PaneMemory *memory)
{
  int total = get_total (paned);
  int position = gtk_paned_get_position (paned);

  if (memory->settings != NULL && memory->is_restored && total > 1 &&
      is_being_moved (paned))
    g_settings_set_int (memory->settings, memory->key,
                        memory->is_end ? total - position : position);
}

static gboolean
has_key (GSettings *settings, const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return FALSE;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

void
jug_settings_bind_pane (
    GSettings *settings, const char *key, GtkPaned *paned, gboolean is_end, double share)
{
  PaneMemory *memory;

  g_return_if_fail (GTK_IS_PANED (paned));

  memory = g_new0 (PaneMemory, 1);
  memory->settings = has_key (settings, key) ? g_object_ref (settings) : NULL;
  memory->key = g_strdup (key);
  memory->is_end = is_end;
  memory->share = share;
  g_signal_connect (paned, "notify::max-position", G_CALLBACK (room_changed_cb), memory);
  g_signal_connect_data (paned, "notify::position", G_CALLBACK (position_changed_cb),
                         memory, pane_memory_free, 0);
}
