/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what the trace is told about locks, queues… and who waits for them. */
#include "jug-sync-scene.h"

/* " NAME", or " loop" */
static void
append_task (GString *out, JugTrace *trace, guint32 task)
{
  const char *name = "loop";

  if (task != JUG_TASK_LOOP)
    name = jug_trace_get_string (trace, jug_trace_get_task (trace, task)->name);
  g_string_append_printf (out, " %s", name);
}

/* Plays a scene, and writes down what the trace says about the primitive: `create KIND
 * CAPACITY`, `OP LEVEL ACTOR`, `wait PURPOSE ACTOR` and `wake OUTCOME by ACTOR`.  There
 * is but one, so that whatever names another is wrong. */
static char *
record (const char *text)
{
  g_autoptr (JugSyncScene) scene = jug_sync_scene_new (text);
  JugTrace *trace = jug_trace_new ();
  GString *out = g_string_new (NULL);
  g_autoptr (GHashTable) waits = g_hash_table_new (NULL, NULL);
  guint32 primitive = 0;
  guint32 n_events;

  g_free (jug_sync_scene_play (scene, trace));
  n_events = jug_trace_get_n_events (trace);
  for (guint32 i = 0; i < n_events; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      const char *detail = jug_event_get_detail_name (event);

      if (event->kind == JUG_EVENT_SYNC_CREATE)
        {
          g_assert_cmpuint (primitive, ==, 0);
          primitive = event->object;
          g_string_append_printf (out, "create %s %u", detail, event->extra);
        }
      else if (event->kind == JUG_EVENT_SYNC)
        {
          g_assert_cmpuint (event->object, ==, primitive);
          g_string_append_printf (out, "%s %u", detail, event->value);
        }
      else if (event->kind == JUG_EVENT_FUTURE_CREATE && event->extra != 0)
        {
          g_assert_cmpuint (event->extra, ==, primitive);
          g_hash_table_add (waits, GUINT_TO_POINTER (event->object));
          g_string_append_printf (out, "wait %s", detail);
        }
      else if (event->kind == JUG_EVENT_FUTURE_DONE &&
               g_hash_table_contains (waits, GUINT_TO_POINTER (event->object)))
        g_string_append_printf (out, "wake %s by", detail);
      else
        continue;
      append_task (out, trace, event->task);
      g_string_append_c (out, '\n');
    }
  jug_trace_unref (trace);
  return g_string_free (out, FALSE);
}

static void
test_lock (void)
{
  g_autofree char *said = record ("lock\n"
                                  "lock\n"
                                  "A: acquire yield release\n"
                                  "B: acquire release\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create lock 1 loop\n"
                   "acquire 1 A\n"
                   "wait lock B\n"
                   "release 0 A\n"
                   "wake result by A\n"
                   "acquire 1 B\n"
                   "release 0 B\n");
}

static void
test_lock_cancelled (void)
{
  g_autofree char *said = record ("lock\n"
                                  "lock\n"
                                  "A: acquire yield release cancel:B\n"
                                  "B: acquire\n"
                                  "C: acquire\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create lock 1 loop\n"
                   "acquire 1 A\n"
                   "wait lock B\n"
                   "wait lock C\n"
                   "release 0 A\n"
                   "wake result by A\n"
                   "wake result by B\n"
                   "acquire 1 C\n");
}

static void
test_event (void)
{
  g_autofree char *said = record ("event\n"
                                  "event\n"
                                  "A: wait\n"
                                  "B: wait\n"
                                  "C: set set clear\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create event 0 loop\n"
                   "wait event A\n"
                   "wait event B\n"
                   "set 1 C\n"
                   "wake result by C\n"
                   "wake result by C\n"
                   "set 1 C\n"
                   "clear 0 C\n");
}

/* The lock of its own is the condition itself: two kinds of waits, one level. */
static void
test_condition (void)
{
  g_autofree char *said = record ("condition\n"
                                  "condition\n"
                                  "A: acquire wait release\n"
                                  "B: acquire notify:1 yield release\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create condition 1 loop\n"
                   "acquire 1 A\n"
                   "wait condition A\n"
                   "release 0 A\n"
                   "acquire 1 B\n"
                   "notify 1 B\n"
                   "wake result by B\n"
                   "wait lock A\n"
                   "release 0 B\n"
                   "wake result by B\n"
                   "acquire 1 A\n"
                   "release 0 A\n");
}

/* A permit that is handed over is never free in between. */
static void
test_semaphore (void)
{
  g_autofree char *said = record ("semaphore\n"
                                  "semaphore 2\n"
                                  "A: acquire acquire yield release release\n"
                                  "B: acquire release\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create semaphore 2 loop\n"
                   "acquire 1 A\n"
                   "acquire 0 A\n"
                   "wait semaphore B\n"
                   "release 0 A\n"
                   "wake result by A\n"
                   "release 1 A\n"
                   "acquire 1 B\n"
                   "release 2 B\n");
}

/* One that was handed a permit gives it back; one that waited in vain has none to
 * give. */
static void
test_semaphore_cancelled (void)
{
  g_autofree char *said = record ("semaphore\n"
                                  "bounded 1\n"
                                  "A: acquire yield cancel:B release cancel:C yield\n"
                                  "B: acquire\n"
                                  "C: acquire\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create semaphore 1 loop\n"
                   "acquire 0 A\n"
                   "wait semaphore B\n"
                   "wait semaphore C\n"
                   "wake cancelled by A\n"
                   "release 0 A\n"
                   "wake result by A\n"
                   "release 1 C\n");
}

/* The level is who came and did not go yet; of the condition inside, only the waits are
 * seen. */
static void
test_barrier (void)
{
  g_autofree char *said = record ("barrier\n"
                                  "barrier 2\n"
                                  "A: wait\n"
                                  "B: wait reset abort\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create barrier 2 loop\n"
                   "acquire 1 A\n"
                   "wait barrier A\n"
                   "acquire 2 B\n"
                   "wake result by B\n"
                   "release 1 B\n"
                   "reset 1 B\n"
                   "abort 1 B\n"
                   "release 0 A\n");
}

static void
test_queue (void)
{
  g_autofree char *said = record ("queue\n"
                                  "queue 1\n"
                                  "A: put:1 put:2 join\n"
                                  "B: get task_done get task_done get?\n"
                                  "C: sleep:1 shutdown\n"
                                  "--");

  g_assert_cmpstr (said, ==,
                   "create queue 1 loop\n"
                   "put 1 A\n"
                   "wait queue-put A\n"
                   "get 0 B\n"
                   "wake result by B\n"
                   "task-done 0 B\n"
                   "wait queue-get B\n"
                   "put 1 A\n"
                   "wake result by A\n"
                   "wait queue-join A\n"
                   "get 0 B\n"
                   "task-done 0 B\n"
                   "wake result by B\n"
                   "wait queue-get B\n"
                   "shutdown 0 C\n"
                   "wake result by C\n");
}

/* What ends a wait happened because of the step that did it. */
static void
test_names_the_cause (void)
{
  g_autoptr (JugSyncScene) scene = jug_sync_scene_new ("cause\n"
                                                       "lock\n"
                                                       "A: acquire yield release\n"
                                                       "B: acquire\n"
                                                       "--");
  JugTrace *trace = jug_trace_new ();
  guint32 step = JUG_NO_EVENT;
  guint32 n_events;
  guint n_checked = 0;

  g_free (jug_sync_scene_play (scene, trace));
  n_events = jug_trace_get_n_events (trace);
  for (guint32 i = 0; i < n_events; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_STEP)
        step = i;
      if (event->kind != JUG_EVENT_SYNC)
        continue;
      g_assert_cmpuint (jug_event_get_cause (event), ==, step);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, ==, 3);
  jug_trace_unref (trace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/sync/recording/lock", test_lock);
  g_test_add_func ("/juggler/sync/recording/lock-cancelled", test_lock_cancelled);
  g_test_add_func ("/juggler/sync/recording/event", test_event);
  g_test_add_func ("/juggler/sync/recording/condition", test_condition);
  g_test_add_func ("/juggler/sync/recording/semaphore", test_semaphore);
  g_test_add_func ("/juggler/sync/recording/semaphore-cancelled",
                   test_semaphore_cancelled);
  g_test_add_func ("/juggler/sync/recording/barrier", test_barrier);
  g_test_add_func ("/juggler/sync/recording/queue", test_queue);
  g_test_add_func ("/juggler/sync/recording/names-the-cause", test_names_the_cause);
  return g_test_run ();
}
