/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All lessons, by unit, in the order in which they are taught. */
#include "jug-catalogue.h"

#include "jug-nearest.h"
#include "jug-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  MAX_SIZE = 64 * 1024,
  MAX_LESSONS = 500,
};

typedef struct
{
  char *id;
  char *title;
  guint first; /* its first lesson */
  guint n_lessons;
} Unit;

struct _JugCatalogue
{
  GObject parent_instance;

  GArray *units;      /* (element-type Unit) */
  GPtrArray *lessons; /* (element-type JugLesson) */
};

static void jug_catalogue_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JugCatalogue,
                               jug_catalogue,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      jug_catalogue_list_model_init))

static const JugXmlElement elements[] = {
  { NULL, "catalogue", "", "", FALSE },
  { "catalogue", "unit", "id", "", FALSE },
  { "unit", "title", "", "note", TRUE },
  { "unit", "lesson", "id", "", FALSE },
  { NULL, NULL },
};

static void
clear_unit (gpointer data)
{
  Unit *unit = data;

  g_free (unit->id);
  g_free (unit->title);
}

static gboolean
is_word (const char *id)
{
  return g_regex_match_simple ("^[a-z][a-z0-9-]*$", id, G_REGEX_DOLLAR_ENDONLY,
                               G_REGEX_MATCH_DEFAULT);
}

static gboolean
check_id (const JugXmlNode *node, const char *name, GError **error)
{
  if (is_word (jug_xml_node_get (node, "id")))
    return TRUE;
  jug_xml_node_set_error (node, error, name,
                          _ ("an id is of small letters, digits and hyphens"));
  return FALSE;
}

static gboolean
add_lesson (JugCatalogue *self,
            GFile *folder,
            const char *unit,
            const JugXmlNode *node,
            const char *name,
            GError **error)
{
  g_autoptr (GFile) child = NULL;
  g_autofree char *id = NULL;
  JugLesson *lesson;

  if (!check_id (node, name, error))
    return FALSE;
  id = g_strconcat (unit, "/", jug_xml_node_get (node, "id"), NULL);
  for (guint i = 0; i < self->lessons->len; i++)
    if (g_str_equal (jug_lesson_get_id (g_ptr_array_index (self->lessons, i)), id))
      {
        jug_xml_node_set_error (node, error, name, _ ("“%s” stands here twice"), id);
        return FALSE;
      }
  if (self->lessons->len == MAX_LESSONS)
    {
      jug_xml_node_set_error (node, error, name, _ ("more than %d lessons"), MAX_LESSONS);
      return FALSE;
    }
  child = g_file_resolve_relative_path (folder, id);
  lesson = jug_lesson_load (child, id, error);
  if (!lesson)
    return FALSE;
  g_ptr_array_add (self->lessons, lesson);
  return TRUE;
}

static gboolean
add_unit (JugCatalogue *self,
          GFile *folder,
          const JugXmlNode *node,
          const char *name,
          GError **error)
{
  const JugXmlNode *title = jug_xml_node_find (node, "title");
  const char *id = jug_xml_node_get (node, "id");
  Unit unit = { 0 };

  if (!check_id (node, name, error))
    return FALSE;
  if (!title || node->children->len < 2 || g_ptr_array_index (node->children, 0) != title)
    {
      jug_xml_node_set_error (node, error, name,
                              _ ("a unit is a <title>, then <lesson>s"));
      return FALSE;
    }
  unit.first = self->lessons->len;
  for (guint i = 1; i < node->children->len; i++)
    {
      const JugXmlNode *child = g_ptr_array_index (node->children, i);

      if (!jug_xml_node_is (child, "lesson"))
        {
          jug_xml_node_set_error (child, error, name, _ ("a second <%s>"),
                                  child->element->name);
          return FALSE;
        }
      if (!add_lesson (self, folder, id, child, name, error))
        return FALSE;
    }
  unit.n_lessons = self->lessons->len - unit.first;
  unit.id = g_strdup (id);
  unit.title = g_strdup (g_dgettext (GETTEXT_PACKAGE, title->text));
  g_array_append_val (self->units, unit);
  return TRUE;
}

static GType
jug_catalogue_get_item_type (GListModel *model)
{
  return JUG_TYPE_LESSON;
}

static guint
jug_catalogue_get_n_items (GListModel *model)
{
  return JUG_CATALOGUE (model)->lessons->len;
}

static gpointer
jug_catalogue_get_item (GListModel *model, guint position)
{
  JugCatalogue *self = JUG_CATALOGUE (model);

  return position < self->lessons->len
             ? g_object_ref (g_ptr_array_index (self->lessons, position))
             : NULL;
}

static void
jug_catalogue_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jug_catalogue_get_item_type;
  iface->get_n_items = jug_catalogue_get_n_items;
  iface->get_item = jug_catalogue_get_item;
}

static void
jug_catalogue_finalize (GObject *object)
{
  JugCatalogue *self = JUG_CATALOGUE (object);

  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);

  G_OBJECT_CLASS (jug_catalogue_parent_class)->finalize (object);
}

static void
jug_catalogue_class_init (JugCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jug_catalogue_finalize;
}

static void
jug_catalogue_init (JugCatalogue *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_array_set_clear_func (self->units, clear_unit);
  self->lessons = g_ptr_array_new_with_free_func (g_object_unref);
}

JugCatalogue *
jug_catalogue_load (GFile *folder, GError **error)
{
  g_autoptr (JugCatalogue) self = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (JugXmlNode) root = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_object_new (JUG_TYPE_CATALOGUE, NULL);
  file = g_file_get_child (folder, "catalogue.xml");
  name = g_file_get_parse_name (file);
  text = jug_xml_load_file (file, MAX_SIZE, &length, error);
  if (!text)
    return NULL;
  root = jug_xml_read (text, length, name, elements, error);
  if (!root)
    return NULL;
  for (guint i = 0; i < root->children->len; i++)
    if (!add_unit (self, folder, g_ptr_array_index (root->children, i), name, error))
      return NULL;
  return g_steal_pointer (&self);
}

static const Unit *
get_unit (JugCatalogue *self, guint unit)
{
  return &g_array_index (self->units, Unit, unit);
}

guint
jug_catalogue_get_n_units (JugCatalogue *self)
{
  g_return_val_if_fail (JUG_IS_CATALOGUE (self), 0);

  return self->units->len;
}

const char *
jug_catalogue_get_unit_id (JugCatalogue *self, guint unit)
{
  g_return_val_if_fail (JUG_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (unit < self->units->len, NULL);

  return get_unit (self, unit)->id;
}

const char *
jug_catalogue_get_unit_title (JugCatalogue *self, guint unit)
{
  g_return_val_if_fail (JUG_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (unit < self->units->len, NULL);

  return get_unit (self, unit)->title;
}

guint
jug_catalogue_get_n_lessons (JugCatalogue *self, guint unit)
{
  g_return_val_if_fail (JUG_IS_CATALOGUE (self), 0);
  g_return_val_if_fail (unit < self->units->len, 0);

  return get_unit (self, unit)->n_lessons;
}

JugLesson *
jug_catalogue_get_lesson (JugCatalogue *self, guint unit, guint position)
{
  g_return_val_if_fail (JUG_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (unit < self->units->len, NULL);
  g_return_val_if_fail (position < get_unit (self, unit)->n_lessons, NULL);

  return g_ptr_array_index (self->lessons, get_unit (self, unit)->first + position);
}

guint
jug_catalogue_find_unit (JugCatalogue *self, JugLesson *lesson, guint *position)
{
  guint index;

  g_return_val_if_fail (JUG_IS_CATALOGUE (self), G_MAXUINT);
  g_return_val_if_fail (JUG_IS_LESSON (lesson), G_MAXUINT);

  if (!g_ptr_array_find (self->lessons, lesson, &index))
    return G_MAXUINT;
  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = get_unit (self, i);

      if (index >= unit->first && index - unit->first < unit->n_lessons)
        {
          if (position)
            *position = index - unit->first;
          return i;
        }
    }
  g_assert_not_reached ();
}

/* The last part of an id, which is enough where it is the only one */
static const char *
get_short_id (JugLesson *lesson)
{
  return strrchr (jug_lesson_get_id (lesson), '/') + 1;
}

static void
set_unknown (JugCatalogue *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  for (guint i = 0; i < self->lessons->len; i++)
    g_ptr_array_add (names,
                     (char *) jug_lesson_get_id (g_ptr_array_index (self->lessons, i)));
  for (guint i = 0; i < self->lessons->len; i++)
    g_ptr_array_add (names, (char *) get_short_id (g_ptr_array_index (self->lessons, i)));
  g_ptr_array_add (names, NULL);
  nearest = jug_nearest_find (id, (const char *const *) names->pdata);
  if (nearest)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN,
                 _ ("there is no lesson “%.60s”; did you mean “%s”?"), id, nearest);
  else
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN,
                 _ ("there is no lesson “%.60s”; “juggler lessons” lists all"), id);
}

JugLesson *
jug_catalogue_find (JugCatalogue *self, const char *id, GError **error)
{
  JugLesson *found = NULL;
  guint n_found = 0;

  g_return_val_if_fail (JUG_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->lessons->len; i++)
    {
      JugLesson *lesson = g_ptr_array_index (self->lessons, i);

      if (g_str_equal (jug_lesson_get_id (lesson), id))
        return lesson;
      if (g_str_equal (get_short_id (lesson), id))
        {
          found = lesson;
          n_found++;
        }
    }
  if (n_found == 1)
    return found;
  if (n_found > 1)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN,
                 _ ("several lessons are called “%s”; write UNIT/%s"), id, id);
  else
    set_unknown (self, id, error);
  return NULL;
}

JugLesson *
jug_catalogue_get_neighbour (JugCatalogue *self, JugLesson *lesson, int offset)
{
  guint index;

  g_return_val_if_fail (JUG_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (JUG_IS_LESSON (lesson), NULL);

  if (!g_ptr_array_find (self->lessons, lesson, &index))
    return NULL;
  if ((gint64) index + offset < 0 || (gint64) index + offset >= self->lessons->len)
    return NULL;
  return g_ptr_array_index (self->lessons, index + offset);
}
