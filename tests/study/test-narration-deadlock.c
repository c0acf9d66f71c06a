/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence about a program that can never go on. */
#include "jug-narration-check.h"

static void
end (JugTestTrace *t)
{
  jug_narration_check_add_text (t, JUG_EVENT_EXIT, 0, 0, "deadlock");
}

static void
test_nobody_waits_for_another (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_narration_check_start_task (t, "main");
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  end (t);
  assert_tells (t, -1,
                "Deadlock: every task waits, no timer is armed, and nothing outside can "
                "wake one, so the program can never go on.");
}

/* main gathers both, and is not in the ring. */
static void
test_locks_are_named (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 locks[2], tasks[2], gather;

  jug_narration_check_start_task (t, "main");
  for (guint i = 0; i < 2; i++)
    {
      locks[i] =
          jug_test_trace_sync_create (t, JUG_SYNC_LOCK, i == 0 ? "red" : "blue", 0);
      tasks[i] = jug_test_trace_create (t, "move");
    }
  gather = jug_test_trace_future (t, JUG_PURPOSE_GATHER, "2", 0);
  for (guint i = 0; i < 2; i++)
    jug_test_trace_child (t, gather, tasks[i]);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, gather);
  for (guint i = 0; i < 2; i++)
    {
      jug_test_trace_step (t, tasks[i], NULL);
      jug_test_trace_sync (t, locks[i], JUG_SYNC_ACQUIRE, 1);
      jug_test_trace_wait (
          t, JUG_WAIT_FUTURE,
          jug_test_trace_future (t, JUG_PURPOSE_LOCK, NULL, locks[1 - i]));
    }
  end (t);
  assert_tells (
      t, -1,
      "Deadlock: move-2 waits for the lock red, which move-1 holds; move-1 waits "
      "for the lock blue, which move-2 holds, in a ring, so none of them can ever "
      "go on.");
}

/* Each task awaits the next; @first, which is none of them, awaits the first. */
static JugTestTrace *
make_ring (guint n_tasks)
{
  JugTestTrace *t = jug_test_trace_new ();

  for (guint i = 0; i <= n_tasks; i++)
    jug_test_trace_create (t, i == 0 ? "first" : "a");
  for (guint i = 0; i <= n_tasks; i++)
    {
      jug_test_trace_step (t, i + 1, NULL);
      jug_test_trace_wait (t, JUG_WAIT_TASK, i == n_tasks ? 2 : i + 2);
    }
  end (t);
  return t;
}

static void
test_a_ring_of_tasks_is_named (void)
{
  g_autoptr (JugTestTrace) t = make_ring (3);

  assert_tells (t, -1,
                "Deadlock: a-1 waits for a-2; a-2 waits for a-3; a-3 waits for a-1, in a "
                "ring, so none of them can ever go on.");
}

static void
test_a_large_ring_is_cut_short (void)
{
  g_autoptr (JugTestTrace) t = make_ring (100);

  assert_tells (
      t, -1,
      "Deadlock: a-1 waits for a-2; a-2 waits for a-3; a-3 waits for a-4; a-4 "
      "waits for a-5, and so on for 96 more, in a ring, so none of them can ever "
      "go on.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/study/narration-deadlock/nobody-waits-for-another",
                   test_nobody_waits_for_another);
  g_test_add_func ("/juggler/study/narration-deadlock/locks-are-named",
                   test_locks_are_named);
  g_test_add_func ("/juggler/study/narration-deadlock/a-ring-of-tasks-is-named",
                   test_a_ring_of_tasks_is_named);
  g_test_add_func ("/juggler/study/narration-deadlock/a-large-ring-is-cut-short",
                   test_a_large_ring_is_cut_short);
  return g_test_run ();
}
