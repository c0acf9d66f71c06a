/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a small XML file into a tree, and refuses whatever a table does not allow. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JugXmlElement:
 * @parent: the element that it stands in, or %NULL for the root
 * @name: its name
 * @required: the attributes that it must have, separated by blanks
 * @optional: those that it may have
 * @has_text: whether it holds text instead of elements
 *
 * A row of the table of elements that a file may have; the table ends with a row of no
 * name.
 */
typedef struct
{
  const char *parent;
  const char *name;
  const char *required;
  const char *optional;
  gboolean has_text;
} JugXmlElement;

/**
 * JugXmlNode:
 * @element: which element it is
 * @names: (nullable): the names of its attributes
 * @values: (nullable): their values
 * @text: (nullable): its text, with every run of white space as one blank, and none at
 * either end, if it holds text
 * @children: (element-type JugXmlNode): the elements in it, if it does not
 * @line: the line where its tag ends, from 1
 * @column: the character in this line, from 1
 *
 * An element of a file.
 */
typedef struct
{
  const JugXmlElement *element;
  char **names;
  char **values;
  char *text;
  GPtrArray *children;
  int line;
  int column;
} JugXmlNode;

JugXmlNode *jug_xml_read (const char *text,
                          gsize length,
                          const char *name,
                          const JugXmlElement *table,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jug_xml_node_free (JugXmlNode *self);

gboolean jug_xml_node_is (const JugXmlNode *self, const char *name);
const char *jug_xml_node_get (const JugXmlNode *self, const char *attribute);
const JugXmlNode *jug_xml_node_find (const JugXmlNode *self, const char *name);
void jug_xml_node_set_error (const JugXmlNode *self,
                             GError **error,
                             const char *name,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

char *jug_xml_load_file (GFile *file, gsize max_size, gsize *length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugXmlNode, jug_xml_node_free)

G_END_DECLS
