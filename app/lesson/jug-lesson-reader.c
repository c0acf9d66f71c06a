/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a lesson's folder. */
#include "jug-lesson-private.h"

#include "jug-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  MAX_LESSON_SIZE = 256 * 1024,
  MAX_PROGRAM_SIZE = 64 * 1024,
  MAX_PARAMS = 16,
};

/* The elements of lesson.xml; lessons/lesson.rng says the same, and in which order they
 * stand. */
static const JugXmlElement elements[] = {
  { NULL, "lesson", "clock", "", FALSE },
  { "lesson", "title", "", "note", TRUE },
  { "lesson", "summary", "", "note", TRUE },
  { "lesson", "label", "task", "note", TRUE },
  { "lesson", "param", "name type min max default code", "", FALSE },
  { "lesson", "page", "", "at", FALSE },
  { "param", "label", "", "note", TRUE },
  { "page", "title", "", "note", TRUE },
  { "page", "p", "", "note", TRUE },
  { "page", "li", "", "note", TRUE },
  { "page", "code", "lines", "", FALSE },
  { "page", "question", "", "", FALSE },
  { "question", "ask", "", "note", TRUE },
  { "question", "answer", "", "right belief note", TRUE },
  { "question", "explain", "", "note", TRUE },
  { NULL, NULL },
};

typedef struct
{
  JugLesson *lesson;
  const char *name; /* of lesson.xml, for messages */
  char **lines;     /* of program.py */
} Reader;

static gboolean
read_number (Reader *self,
             const JugXmlNode *node,
             const char *attribute,
             double *value,
             GError **error)
{
  const char *text = jug_xml_node_get (node, attribute);
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (*text && !*end && isfinite (*value) && fabs (*value) <= 1e9)
    return TRUE;
  jug_xml_node_set_error (node, error, self->name, _ ("%s=\"%.40s\" is not a number"),
                          attribute, text);
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const JugParamPlace *x = a;
  const JugParamPlace *y = b;

  return (x->offset > y->offset) - (x->offset < y->offset);
}

/* Finds where the parameter's value stands in the program: wherever the piece of code
 * does, with the initial value for its {}. */
static gboolean
find_places (Reader *self, const JugXmlNode *node, const JugParam *param, GError **error)
{
  const char *program = self->lesson->python_source;
  g_auto (GStrv) parts = g_strsplit (param->code, "{}", -1);
  g_autofree char *literal = jug_param_format (param, param->initial);
  g_autofree char *piece = NULL;
  const char *found = program;

  if (g_strv_length (parts) != 2 || (!*parts[0] && !*parts[1]))
    {
      jug_xml_node_set_error (
          node, error, self->name,
          _ ("code=\"%.40s\" is not a piece of program.py with one {} in it"),
          param->code);
      return FALSE;
    }
  piece = g_strconcat (parts[0], literal, parts[1], NULL);
  found = strstr (program, piece);
  if (!found)
    {
      jug_xml_node_set_error (node, error, self->name, _ ("program.py has no “%.60s”"),
                              piece);
      return FALSE;
    }
  for (; found; found = strstr (found + strlen (piece), piece))
    {
      JugParamPlace place = { self->lesson->params->len, 0, strlen (literal) };

      place.offset = found - program + strlen (parts[0]);
      g_array_append_val (self->lesson->places, place);
    }
  return TRUE;
}

static gboolean
check_places (Reader *self, const JugXmlNode *node, GError **error)
{
  GArray *places = self->lesson->places;

  g_array_sort (places, compare_places);
  for (guint i = 1; i < places->len; i++)
    {
      const JugParamPlace *last = &g_array_index (places, JugParamPlace, i - 1);
      const JugParamPlace *place = &g_array_index (places, JugParamPlace, i);

      if (place->offset < last->offset + last->length)
        {
          jug_xml_node_set_error (
              node, error, self->name,
              _ ("two parameters stand for the same number in program.py"));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_param (Reader *self, const JugXmlNode *node, const JugParam *param, GError **error)
{
  const char *problem = NULL;

  if (!g_regex_match_simple ("^[a-z][a-z0-9_]*$", param->name, G_REGEX_DOLLAR_ENDONLY,
                             G_REGEX_MATCH_DEFAULT))
    problem = _ ("the name of a parameter is of small letters, digits and _");
  else if (jug_lesson_find_param (self->lesson, param->name))
    problem = _ ("there is a parameter of this name already");
  else if (!(param->min < param->max && param->initial >= param->min &&
             param->initial <= param->max))
    problem = _ ("this must hold: min < max, min ≤ default ≤ max");
  else if (param->type == JUG_PARAM_INT &&
           (ceil (param->min) > param->min || ceil (param->max) > param->max ||
            ceil (param->initial) > param->initial))
    problem = _ ("a parameter of type int has whole numbers");
  else if (!param->label)
    problem = _ ("a parameter needs a <label>");
  else if (self->lesson->params->len == MAX_PARAMS)
    problem = _ ("too many parameters");
  if (problem)
    jug_xml_node_set_error (node, error, self->name, "%s", problem);
  return !problem;
}

static gboolean
read_param (Reader *self, const JugXmlNode *node, GError **error)
{
  JugParam param = { 0 };
  const char *type = jug_xml_node_get (node, "type");
  const JugXmlNode *label = jug_xml_node_find (node, "label");
  g_autofree char *text = label ? jug_page_translate (label) : NULL;

  if (!read_number (self, node, "min", &param.min, error) ||
      !read_number (self, node, "max", &param.max, error) ||
      !read_number (self, node, "default", &param.initial, error))
    return FALSE;
  if (!g_str_equal (type, "int") && !g_str_equal (type, "float"))
    {
      jug_xml_node_set_error (node, error, self->name, _ ("type is “int” or “float”"));
      return FALSE;
    }
  param.type = g_str_equal (type, "int") ? JUG_PARAM_INT : JUG_PARAM_FLOAT;
  param.name = (char *) jug_xml_node_get (node, "name");
  param.code = (char *) jug_xml_node_get (node, "code");
  param.label = text;
  if (!check_param (self, node, &param, error) ||
      !find_places (self, node, &param, error))
    return FALSE;

  param.name = g_strdup (param.name);
  param.code = g_strdup (param.code);
  param.label = g_steal_pointer (&text);
  g_ptr_array_add (self->lesson->params, g_memdup2 (&param, sizeof param));
  return TRUE;
}

static gboolean
read_label (Reader *self, const JugXmlNode *node, GError **error)
{
  const char *task = jug_xml_node_get (node, "task");

  if (!g_regex_match_simple ("^[^\\W\\d]\\w*-[1-9][0-9]*$", task, G_REGEX_DOLLAR_ENDONLY,
                             G_REGEX_MATCH_DEFAULT) ||
      g_hash_table_contains (self->lesson->labels, task))
    {
      jug_xml_node_set_error (node, error, self->name,
                              _ ("task=\"%.40s\" is not a NAME-N that has no label yet"),
                              task);
      return FALSE;
    }
  g_hash_table_insert (self->lesson->labels, g_strdup (task), jug_page_translate (node));
  return TRUE;
}

static gboolean
read_once (Reader *self, const JugXmlNode *node, char **field, GError **error)
{
  if (*field)
    {
      jug_xml_node_set_error (node, error, self->name, _ ("a second <%s>"),
                              node->element->name);
      return FALSE;
    }
  *field = jug_page_translate (node);
  return TRUE;
}

static gboolean
read_part (Reader *self, const JugXmlNode *node, GError **error)
{
  JugPage *page;

  if (jug_xml_node_is (node, "title"))
    return read_once (self, node, &self->lesson->title, error);
  if (jug_xml_node_is (node, "summary"))
    return read_once (self, node, &self->lesson->summary, error);
  if (jug_xml_node_is (node, "label"))
    return read_label (self, node, error);
  if (jug_xml_node_is (node, "param"))
    return read_param (self, node, error);

  page = jug_page_new (node, self->name, (const char *const *) self->lines, error);
  if (!page)
    return FALSE;
  g_ptr_array_add (self->lesson->pages, page);
  return TRUE;
}

static gboolean
read_root (Reader *self, const JugXmlNode *root, GError **error)
{
  const char *clock = jug_xml_node_get (root, "clock");
  JugLesson *lesson = self->lesson;

  if (!g_str_equal (clock, "virtual") && !g_str_equal (clock, "real"))
    {
      jug_xml_node_set_error (root, error, self->name,
                              _ ("clock is “virtual” or “real”"));
      return FALSE;
    }
  lesson->clock =
      g_str_equal (clock, "real") ? JUG_LESSON_CLOCK_REAL : JUG_LESSON_CLOCK_VIRTUAL;
  for (guint i = 0; i < root->children->len; i++)
    if (!read_part (self, g_ptr_array_index (root->children, i), error))
      return FALSE;
  if (!lesson->title || !lesson->summary || lesson->pages->len == 0)
    {
      jug_xml_node_set_error (root, error, self->name,
                              _ ("a lesson needs <title>, <summary> and a <page>"));
      return FALSE;
    }
  return check_places (self, root, error);
}

static gboolean
load_programs (GFile *folder, char **python, char **native, GError **error)
{
  g_autoptr (GFile) python_file = g_file_get_child (folder, "program.py");
  g_autoptr (GFile) native_file = g_file_get_child (folder, "program.c");
  g_autoptr (GError) problem = NULL;
  gsize length;

  *python = jug_xml_load_file (python_file, MAX_PROGRAM_SIZE, &length, error);
  if (!*python)
    return FALSE;
  *native = jug_xml_load_file (native_file, MAX_PROGRAM_SIZE, &length, &problem);
  if (!*native && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/* The lines of @text; what follows the last newline is none. */
static char **
split_lines (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  if (n_lines > 0 && !*lines[n_lines - 1])
    g_clear_pointer (&lines[n_lines - 1], g_free);
  return lines;
}

/**
 * jug_lesson_read:
 * @id: the lesson's id
 * @name: the name of lesson.xml, for messages
 * @text: (array length=length): what it holds, valid UTF-8
 * @length: how many bytes
 * @python: what program.py holds
 * @native: (nullable): what program.c holds
 * @error: what is wrong
 *
 * Makes a lesson of its files.
 *
 * Returns: (transfer full): the lesson, or %NULL with an error of %JUG_LESSON_ERROR
 */
JugLesson *
jug_lesson_read (const char *id,
                 const char *name,
                 const char *text,
                 gsize length,
                 const char *python,
                 const char *native,
                 GError **error)
{
  g_autoptr (JugLesson) lesson = g_object_new (JUG_TYPE_LESSON, NULL);
  g_autoptr (JugXmlNode) root = NULL;
  g_auto (GStrv) lines = split_lines (python);

  lesson->id = g_strdup (id);
  lesson->python_source = g_strdup (python);
  lesson->native_source = g_strdup (native);
  root = jug_xml_read (text, length, name, elements, error);
  if (!root || !read_root (&(Reader){ lesson, name, lines }, root, error))
    return NULL;
  return g_steal_pointer (&lesson);
}

JugLesson *
jug_lesson_load (GFile *folder, const char *id, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *python = NULL;
  g_autofree char *native = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  file = g_file_get_child (folder, "lesson.xml");
  name = g_file_get_parse_name (file);
  text = jug_xml_load_file (file, MAX_LESSON_SIZE, &length, error);
  if (!text || !load_programs (folder, &python, &native, error))
    return NULL;
  return jug_lesson_read (id, name, text, length, python, native, error);
}
