/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a small XML file into a tree, and refuses whatever a table does not allow. */
#include "jug-xml-private.h"

#include "jug-lesson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A lesson has some hundred elements, and a paragraph some hundred characters. */
enum
{
  MAX_NODES = 2000,
  MAX_TEXT = 4000,
};

typedef struct
{
  const char *name;           /* (unowned) of the file, for messages */
  const JugXmlElement *table; /* (unowned) */
  GPtrArray *open;            /* (unowned) nodes from the root to the current one */
  JugXmlNode *root;
  GString *text;
  guint n_nodes;
} Reader;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* As gettext does it for elements whose rule says space="default": so the message that is
 * looked up is the one that was extracted. */
static char *
collapse (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    if (!is_blank (*p))
      g_string_append_c (out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* Whether @word is one of @words, which are separated by blanks */
static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = words; length > 0 && (p = strstr (p, word)); p += length)
    if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

static const JugXmlElement *
find_element (Reader *self, const char *parent, const char *name)
{
  for (const JugXmlElement *each = self->table; each->name; each++)
    if (g_strcmp0 (each->parent, parent) == 0 && g_str_equal (each->name, name))
      return each;
  return NULL;
}

static gboolean
check_attributes (Reader *self, const JugXmlNode *node, GError **error)
{
  g_auto (GStrv) required = g_strsplit (node->element->required, " ", -1);

  for (char **name = node->names; *name; name++)
    if (!has_word (node->element->required, *name) &&
        !has_word (node->element->optional, *name))
      {
        jug_xml_node_set_error (node, error, self->name,
                                _ ("<%s> has no attribute “%.40s”"), node->element->name,
                                *name);
        return FALSE;
      }
  for (char **name = required; *name; name++)
    if (**name && !jug_xml_node_get (node, *name))
      {
        jug_xml_node_set_error (node, error, self->name,
                                _ ("<%s> needs the attribute “%s”"), node->element->name,
                                *name);
        return FALSE;
      }
  return TRUE;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  Reader *self = data;
  JugXmlNode *parent =
      self->open->len ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
  JugXmlNode at = { 0 };
  JugXmlNode *node;

  g_markup_parse_context_get_position (context, &at.line, &at.column);
  at.element = find_element (self, parent ? parent->element->name : NULL, name);
  if (at.element && !parent && self->root)
    jug_xml_node_set_error (&at, error, self->name, _ ("a second <%s>"), name);
  else if (!at.element && parent)
    jug_xml_node_set_error (&at, error, self->name,
                            _ ("<%.40s> cannot stand within <%s>"), name,
                            parent->element->name);
  else if (!at.element)
    jug_xml_node_set_error (&at, error, self->name, _ ("the file begins with <%.40s>"),
                            name);
  else if (++self->n_nodes > MAX_NODES)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_TOO_LARGE,
                 _ ("%s: more than %d elements"), self->name, MAX_NODES);
  if (error && *error)
    return;

  node = g_new (JugXmlNode, 1);
  *node = at;
  node->names = g_strdupv ((char **) names);
  node->values = g_strdupv ((char **) values);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) jug_xml_node_free);
  if (parent)
    g_ptr_array_add (parent->children, node);
  else
    self->root = node;
  g_ptr_array_add (self->open, node);
  g_string_truncate (self->text, 0);
  check_attributes (self, node, error);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char *name,
                gpointer data,
                GError **error)
{
  Reader *self = data;
  JugXmlNode *node = g_ptr_array_steal_index (self->open, self->open->len - 1);

  if (!node->element->has_text)
    return;
  node->text = collapse (self->text->str);
  if (!*node->text)
    jug_xml_node_set_error (node, error, self->name, _ ("<%s> is empty"), name);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Reader *self = data;
  JugXmlNode at = { 0 };

  g_markup_parse_context_get_position (context, &at.line, &at.column);
  if (self->open->len > 0)
    at.element =
        ((JugXmlNode *) g_ptr_array_index (self->open, self->open->len - 1))->element;
  if (at.element && at.element->has_text)
    {
      g_string_append_len (self->text, text, length);
      if (self->text->len > MAX_TEXT)
        jug_xml_node_set_error (&at, error, self->name,
                                _ ("<%s> holds more than %d bytes of text"),
                                at.element->name, MAX_TEXT);
      return;
    }
  for (gsize i = 0; i < length; i++)
    if (!is_blank (text[i]))
      {
        jug_xml_node_set_error (&at, error, self->name,
                                _ ("text outside of a paragraph"));
        return;
      }
}

/* GLib hands over what it does not read, such as `<![CDATA[` and `<!DOCTYPE`; only
 * comments and the XML declaration are let through. */
static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer data,
                GError **error)
{
  Reader *self = data;
  JugXmlNode at = { 0 };

  if ((length >= 4 && memcmp (text, "<!--", 4) == 0) ||
      (length >= 6 && memcmp (text, "<?xml ", 6) == 0))
    return;
  g_markup_parse_context_get_position (context, &at.line, &at.column);
  jug_xml_node_set_error (&at, error, self->name,
                          _ ("only elements, text and comments can stand in a lesson"));
}

/* GLib's own message, with the place in front as in all others; what it says itself of
 * the place ends at its first colon. */
static void
place_error (GMarkupParseContext *context, Reader *self, GError **error, GError *problem)
{
  JugXmlNode at = { 0 };
  const char *colon;

  if (problem->domain != G_MARKUP_ERROR)
    {
      g_propagate_error (error, problem);
      return;
    }
  colon = strstr (problem->message, ": ");
  g_markup_parse_context_get_position (context, &at.line, &at.column);
  jug_xml_node_set_error (&at, error, self->name, "%s",
                          colon ? colon + 2 : problem->message);
  g_error_free (problem);
}

/**
 * jug_xml_read:
 * @text: (array length=length): what the file holds
 * @length: how many bytes
 * @name: the file's name, for messages
 * @table: which elements it may have
 * @error: what is wrong, beginning with `NAME:LINE:COLUMN: `
 *
 * Reads a file.  Whatever it holds, time and memory are bounded by its length.
 *
 * Returns: (transfer full): its root, or %NULL with an error of %JUG_LESSON_ERROR
 */
JugXmlNode *
jug_xml_read (const char *text,
              gsize length,
              const char *name,
              const JugXmlElement *table,
              GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb,
                                        passthrough_cb, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (JugXmlNode) root = NULL;
  Reader self = { name, table, open, NULL, g_string_new (NULL), 0 };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &self, NULL);
  GError *problem = NULL;
  gboolean ok = g_markup_parse_context_parse (context, text, length, &problem) &&
                g_markup_parse_context_end_parse (context, &problem);

  g_string_free (self.text, TRUE);
  root = self.root;
  if (!ok)
    {
      place_error (context, &self, error, problem);
      return NULL;
    }
  return g_steal_pointer (&root);
}

/**
 * jug_xml_node_free:
 * @self: a node
 *
 * Frees it and all within.
 */
void
jug_xml_node_free (JugXmlNode *self)
{
  g_strfreev (self->names);
  g_strfreev (self->values);
  g_clear_pointer (&self->text, g_free);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * jug_xml_node_is:
 * @self: a node
 * @name: a name
 *
 * Returns: whether the element is of that name
 */
gboolean
jug_xml_node_is (const JugXmlNode *self, const char *name)
{
  return g_str_equal (self->element->name, name);
}

/**
 * jug_xml_node_get:
 * @self: a node
 * @attribute: a name
 *
 * Returns: (nullable): the value of an attribute
 */
const char *
jug_xml_node_get (const JugXmlNode *self, const char *attribute)
{
  for (guint i = 0; self->names[i]; i++)
    if (g_str_equal (self->names[i], attribute))
      return self->values[i];
  return NULL;
}

/**
 * jug_xml_node_find:
 * @self: a node
 * @name: a name
 *
 * Returns: (nullable): the first of the elements in it that is of that name
 */
const JugXmlNode *
jug_xml_node_find (const JugXmlNode *self, const char *name)
{
  for (guint i = 0; i < self->children->len; i++)
    if (jug_xml_node_is (g_ptr_array_index (self->children, i), name))
      return g_ptr_array_index (self->children, i);
  return NULL;
}

/**
 * jug_xml_node_set_error:
 * @self: where it is
 * @error: to be set
 * @name: the file's name
 * @format: what is wrong
 * @...: for @format
 *
 * Says what is wrong with an element.
 */
void
jug_xml_node_set_error (
    const JugXmlNode *self, GError **error, const char *name, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX, "%s:%d:%d: %s", name,
               self->line, self->column, message);
}

/**
 * jug_xml_load_file:
 * @file: a file
 * @max_size: how large it may be
 * @length: (out): how large it is
 * @error: what is wrong with it
 *
 * Reads a whole file, if it is not too large and is text in UTF-8.
 *
 * Returns: (transfer full): what it holds, or %NULL
 */
char *
jug_xml_load_file (GFile *file, gsize max_size, gsize *length, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  gsize n_read;

  if (!stream)
    return NULL;
  text = g_malloc (max_size + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, max_size + 1, &n_read,
                                NULL, error))
    return NULL;
  if (n_read > max_size)
    {
      g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_TOO_LARGE,
                   _ ("%s: larger than %u bytes"), name, (guint) max_size);
      return NULL;
    }
  if (!g_utf8_validate_len (text, n_read, NULL))
    {
      g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX,
                   _ ("%s: not text in UTF-8"), name);
      return NULL;
    }
  text[n_read] = '\0';
  text = g_realloc (text, n_read + 1);
  *length = n_read;
  return g_steal_pointer (&text);
}
