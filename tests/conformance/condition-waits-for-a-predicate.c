/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-waits-for-a-predicate.py. */
#include "twins.h"

static const char *stock[2];
static guint n_stock;

static gboolean
has_stock (gpointer data)
{
  return n_stock > 0;
}

ASYNC (buyer, (const char *, name), (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      await (condition_wait_for (condition, has_stock, NULL));
      print ("%s buys %s", name, stock[--n_stock]);
    }
  END_WITH
}

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();
  JugTask *first = asyncio_create_task (buyer ("A", condition));
  JugTask *second = asyncio_create_task (buyer ("B", condition));

  FOR_EACH (const char *, thing, "apple", "pear")
    {
      await (asyncio_sleep (1));
      ASYNC_WITH (condition)
        {
          stock[n_stock++] = thing;
          condition_notify_all (condition);
        }
      END_WITH
    }
  await (asyncio_gather (first, second));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_waits_for_a_predicate);
