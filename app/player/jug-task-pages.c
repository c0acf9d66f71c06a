/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks of one moment, in pages that moments share until one of them writes. */
#include "jug-task-pages-private.h"

enum
{
  TASKS_PER_PAGE = 32
};

typedef struct
{
  guint n_refs;
  JugCursorTask tasks[TASKS_PER_PAGE];
} JugTaskPage;

static const JugCursorTask absent = {
  .status = JUG_STATUS_ABSENT,
  .wait_event = JUG_NO_EVENT,
  .ready_event = JUG_NO_EVENT,
  .status_event = JUG_NO_EVENT,
  .step_event = JUG_NO_EVENT,
  .cancel_event = JUG_NO_EVENT,
};

static JugTaskPage *
page_new (void)
{
  JugTaskPage *page = g_new (JugTaskPage, 1);

  page->n_refs = 1;
  for (guint i = 0; i < TASKS_PER_PAGE; i++)
    page->tasks[i] = absent;
  return page;
}

static void
page_unref (gpointer data)
{
  JugTaskPage *page = data;

  if (--page->n_refs == 0)
    g_free (page);
}

/* Makes @self, cleared or not, equal to @from. */
void
jug_task_pages_copy (JugTaskPages *self, const JugTaskPages *from)
{
  g_assert (self != from);

  jug_task_pages_clear (self);
  self->n_tasks = from->n_tasks;
  if (from->pages == NULL)
    return;
  self->pages = g_ptr_array_new_full (from->pages->len, page_unref);
  for (guint i = 0; i < from->pages->len; i++)
    {
      JugTaskPage *page = g_ptr_array_index (from->pages, i);

      page->n_refs++;
      g_ptr_array_add (self->pages, page);
    }
}

void
jug_task_pages_clear (JugTaskPages *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->n_tasks = 0;
}

/* Of a task that does not exist, what is true of such tasks. */
const JugCursorTask *
jug_task_pages_get (const JugTaskPages *self, guint32 task)
{
  const JugTaskPage *page;

  if (task > self->n_tasks || self->pages == NULL)
    return &absent;
  page = g_ptr_array_index (self->pages, task / TASKS_PER_PAGE);
  return &page->tasks[task % TASKS_PER_PAGE];
}

/* To write to it; NULL if there is none of that number. */
JugCursorTask *
jug_task_pages_edit (JugTaskPages *self, guint32 task)
{
  JugTaskPage *page;

  if (task > self->n_tasks)
    return NULL;
  if (self->pages == NULL)
    {
      self->pages = g_ptr_array_new_with_free_func (page_unref);
      g_ptr_array_add (self->pages, page_new ());
    }
  page = g_ptr_array_index (self->pages, task / TASKS_PER_PAGE);
  if (page->n_refs > 1)
    {
      JugTaskPage *own = g_memdup2 (page, sizeof *page);

      own->n_refs = 1;
      page->n_refs--;
      g_ptr_array_index (self->pages, task / TASKS_PER_PAGE) = own;
      page = own;
    }
  return &page->tasks[task % TASKS_PER_PAGE];
}

/* The record of a new task, whose number is the next. */
JugCursorTask *
jug_task_pages_append (JugTaskPages *self)
{
  if (self->pages == NULL)
    jug_task_pages_edit (self, 0);
  self->n_tasks++;
  if (self->n_tasks / TASKS_PER_PAGE == self->pages->len)
    g_ptr_array_add (self->pages, page_new ());
  return jug_task_pages_edit (self, self->n_tasks);
}
