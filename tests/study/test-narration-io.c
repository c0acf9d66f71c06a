/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about the outside world. */
#include "jug-narration-check.h"

static guint32
add_io (JugTestTrace *t, JugEventKind kind, guint detail, const char *text, guint32 cause)
{
  return jug_test_trace_add_event (
      t, (JugEvent){ .kind = kind,
                     .task = kind == JUG_EVENT_IO_START ? 1 : 0,
                     .object = 70,
                     .detail = detail,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), text),
                     .cause = cause });
}

static void
test_the_outside_world (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 start;

  for (guint i = 0; i < 10; i++)
    jug_test_trace_print (t, "x"); /* so that there may be an object of number 70 */
  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  start = add_io (t, JUG_EVENT_IO_START, 0, "GET /slow", JUG_NO_EVENT);
  assert_tells (
      t, -1,
      "a-1 starts GET /slow: the outside world works on it while the loop goes on.");
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_IO_DATA,
                                           .object = 70,
                                           .value = 1,
                                           .cause = JUG_NO_EVENT });
  assert_tells (t, -1, "1 byte of GET /slow has come so far.");
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_IO_DATA,
                                           .object = 70,
                                           .value = 4096,
                                           .cause = JUG_NO_EVENT });
  assert_tells (t, -1, "4096 bytes of GET /slow have come so far.");
  add_io (t, JUG_EVENT_IO_DONE, JUG_OUTCOME_RESULT, "200", start);
  assert_tells (t, -1, "The outside world has answered GET /slow: 200.");
  add_io (t, JUG_EVENT_IO_DONE, JUG_OUTCOME_RESULT, NULL, start);
  assert_tells (t, -1, "The outside world has answered GET /slow.");
  add_io (t, JUG_EVENT_IO_DONE, JUG_OUTCOME_EXCEPTION, "TimeoutError", start);
  assert_tells (t, -1, "In the outside world GET /slow failed: TimeoutError.");
  add_io (t, JUG_EVENT_IO_DONE, JUG_OUTCOME_CANCELLED, NULL, start);
  assert_tells (t, -1, "In the outside world GET /slow was given up.");
}

static void
test_the_outside_world_without_names (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 start;

  for (guint i = 0; i < 10; i++)
    jug_test_trace_print (t, "x");
  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  start = add_io (t, JUG_EVENT_IO_START, 0, NULL, JUG_NO_EVENT);
  assert_tells (t, -1, "a-1 asks the outside world, which works while the loop goes on.");
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_IO_DATA,
                                           .object = 70,
                                           .value = 2,
                                           .cause = JUG_NO_EVENT });
  assert_tells (t, -1, "2 bytes have come from the outside world.");
  add_io (t, JUG_EVENT_IO_DONE, JUG_OUTCOME_RESULT, NULL, start);
  assert_tells (t, -1, "The outside world has answered a request.");
}

#define PATH "/juggler/study/narration-io/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "the-outside-world", test_the_outside_world);
  g_test_add_func (PATH "the-outside-world-without-names",
                   test_the_outside_world_without_names);
  return g_test_run ();
}
