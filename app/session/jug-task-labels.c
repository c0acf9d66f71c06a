/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tasks of a trace are called for people. */
#include "jug-task-labels.h"

struct _JugTaskLabels
{
  JugTrace *trace;
  GHashTable
      *labels; /* (nullable) (element-type utf8 utf8) by NAME-N; %NULL without any */
  GHashTable
      *known; /* (element-type guint32 utf8) (unowned values) by number of the task */
};

/* Only the keys are looked at, and only once: most traces have no labels, and thousands
 * of tasks. */
static GHashTable *
read_labels (JugTrace *trace)
{
  g_autoptr (GHashTable) labels =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) keys = jug_trace_dup_property_keys (trace);

  for (char **key = keys; *key; key++)
    if (g_str_has_prefix (*key, JUG_TRACE_LABEL_PREFIX))
      g_hash_table_insert (labels, g_strdup (*key + strlen (JUG_TRACE_LABEL_PREFIX)),
                           g_strdup (jug_trace_get_property (trace, *key)));
  return g_hash_table_size (labels) > 0 ? g_steal_pointer (&labels) : NULL;
}

JugTaskLabels *
jug_task_labels_new (JugTrace *trace)
{
  JugTaskLabels *self;

  g_return_val_if_fail (trace != NULL, NULL);

  self = g_new0 (JugTaskLabels, 1);
  self->trace = jug_trace_ref (trace);
  self->labels = read_labels (trace);
  self->known = g_hash_table_new (NULL, NULL);
  return self;
}

void
jug_task_labels_free (JugTaskLabels *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_free (self);
}

static const char *
find_label (JugTaskLabels *self, guint32 task)
{
  g_autofree char *name = NULL;
  gpointer label;

  if (!self->labels)
    return NULL;
  if (g_hash_table_lookup_extended (self->known, GUINT_TO_POINTER (task), NULL, &label))
    return label;
  name = jug_trace_dup_task_label (self->trace, task);
  label = g_hash_table_lookup (self->labels, name);
  g_hash_table_insert (self->known, GUINT_TO_POINTER (task), label);
  return label;
}

const char *
jug_task_labels_lookup (guint32 task, gpointer data)
{
  JugTaskLabels *self = data;
  guint32 own_name = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (task == JUG_TASK_LOOP || task > jug_trace_get_n_tasks (self->trace))
    return NULL;
  if (jug_trace_is_sealed (self->trace))
    own_name = jug_trace_get_task (self->trace, task)->own_name;
  if (own_name != 0)
    return jug_trace_get_string (self->trace, own_name);
  return find_label (self, task);
}
