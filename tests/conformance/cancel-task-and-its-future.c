/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-task-and-its-future.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (JugFuture *, future))
{
  TRY
    {
      await (future);
    }
  EXCEPT (CancelledError)
    {
      print ("%s requests: %u", name, task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC (yielder)
{
  while (TRUE)
    await (asyncio_sleep (0));
}

ASYNC_MAIN
{
  JugFuture *futures[2] = { loop_create_future (), loop_create_future () };
  JugTask *first = asyncio_create_task (child ("A", futures[0]));
  JugTask *second = asyncio_create_task (child ("B", futures[1]));
  JugTask *third;
  gboolean answers[3];

  await (asyncio_sleep (1));
  answers[0] = future_cancel (futures[0]);
  answers[1] = task_cancel (first);
  answers[2] = future_cancel (futures[0]);
  print ("%s %s %s", truth (answers[0]), truth (answers[1]), truth (answers[2]));
  answers[0] = task_cancel (second);
  answers[1] = future_cancel (futures[1]);
  answers[2] = task_cancel (second);
  print ("%s %s %s", truth (answers[0]), truth (answers[1]), truth (answers[2]));
  await (asyncio_wait (list (first, second)));
  print ("%s %s %u", truth (task_cancelled (first)), truth (task_cancelled (second)),
         task_cancelling (second));
  third = asyncio_create_task (yielder ());
  await (asyncio_sleep (0));
  await (asyncio_sleep (0));
  print ("%s", truth (task_cancel (third)));
  await (asyncio_wait (list (third)));
  print ("%s", truth (task_cancel (third)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_task_and_its_future);
