/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program.py: tasks that take turns. */
#include "jug-lesson-program.h"

ASYNC (juggle, (const char *, name), (int, throws))
{
  AT (5) for (int number = 1; number < throws + 1; number++)
  {
    AT (6) print ("%s throws ball %d", name, number);
    AT (7) await (asyncio_sleep (0));
  }
  AT (8) print ("%s bows", name);
}

ASYNC_MAIN
{
  AT (12) JugTask *ada = asyncio_create_task (juggle ("Ada", parameter ("ada")));
  AT (13) JugTask *ben = asyncio_create_task (juggle ("Ben", parameter ("ben")));
  AT (14) print ("two tasks, and nobody has thrown a ball");
  AT (15) await (ada);
  AT (16) await (ben);
  AT (17) print ("the show is over");
}

static void
module (void)
{
  AT (20) asyncio_run (main_ ());
}

LESSON (tasks_turns, "tasks/turns", { "ada", 3 }, { "ben", 2 });
