/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where asyncio promises no order. */
#include "jug-narrator-private.h"

#include <glib/gi18n-lib.h>

/* Of what there is more than one, and what has been done about it. */
static const char *
get_template (JugUnordered what)
{
  /* TRANSLATORS: %1$s is a number, at least 2; %2$s a function of asyncio's */
  switch (what)
    {
    case JUG_UNORDERED_GROUP:
      return _ ("%2$s is about to cancel %1$s tasks, in no order that asyncio promises: "
                "here in the order in which they were made.");
    case JUG_UNORDERED_SHUTDOWN:
      return _ ("%2$s is about to cancel %1$s tasks, in no order that asyncio promises: "
                "here in the order in which they were made.");
    case JUG_UNORDERED_AS_COMPLETED:
      return _ ("%2$s makes tasks of %1$s coroutines, in no order that asyncio promises: "
                "here in the order in which it was given them.");
    case JUG_UNORDERED_WAIT:
    case JUG_UNORDERED_ALL_TASKS:
      return _ ("%2$s returns a set with %1$s tasks, in no order that asyncio promises: "
                "here in the order in which they were made.");
    case JUG_UNORDERED_COMPLETED:
      return _ ("%1$s of those that %2$s is to yield are done already; they come first, "
                "in no order that asyncio promises: here in the order in which they were "
                "made.");
    }
  g_assert_not_reached ();
}

JugPhrase *
jug_narrator_tell_unordered (JugNarrator *self)
{
  static const char *const names[] = {
    [JUG_UNORDERED_GROUP] = "TaskGroup",
    [JUG_UNORDERED_SHUTDOWN] = "asyncio.run()",
    [JUG_UNORDERED_AS_COMPLETED] = "as_completed()",
    [JUG_UNORDERED_WAIT] = "wait()",
    [JUG_UNORDERED_ALL_TASKS] = "all_tasks()",
    [JUG_UNORDERED_COMPLETED] = "as_completed()",
  };

  g_assert (self->event->detail < G_N_ELEMENTS (names));

  return jug_narrator_say (self, get_template (self->event->detail),
                           jug_narrator_number (self, self->event->value),
                           jug_phrase_code (&self->workshop, names[self->event->detail]));
}
