/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program.py: one after the other, or together. */
#include "jug-lesson-program.h"

ASYNC (hello, (const char *, name), (double, seconds))
{
  AT (5) await (asyncio_sleep (seconds));
  AT (6) print ("Hello, %s!", name);
}

ASYNC_MAIN
{
  double ada = parameter ("ada");
  double grace = parameter ("grace");
  double alan = parameter ("alan");

  AT (10) print ("one after the other");
  AT (11) await (hello ("Ada", ada));
  AT (12) await (hello ("Grace", grace));
  AT (13) await (hello ("Alan", alan));

  AT (15) print ("together");
  AT (16)
  await (
      asyncio_gather (hello ("Ada", ada), hello ("Grace", grace), hello ("Alan", alan)));
  AT (17) print ("everybody was greeted");
}

static void
module (void)
{
  AT (20) asyncio_run (main_ ());
}

LESSON (coroutines_together,
        "coroutines/together",
        { "ada", 2 },
        { "grace", 1 },
        { "alan", 2 });
