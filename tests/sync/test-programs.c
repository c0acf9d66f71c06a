/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of jug-python-sync.h: twins of primitives.py and queues.py come out as those
 * do. */
#include "jug-event-log.h"
#include "jug-python-sync.h"

ASYNC (cook, (const char *, name), (JugLock *, lock), (JugSyncEvent *, done))
{
  ASYNC_WITH (lock)
    {
      print ("%s %s", name, truth (lock_locked (lock)));
      await (asyncio_sleep (1));
    }
  END_WITH
  await (event_wait (done));
  print ("%s goes home", name);
}

ASYNC (locks, (JugLock *, lock))
{
  JugSyncEvent *done = asyncio_event ();
  JugTask *a = asyncio_create_task (cook ("A", lock, done));
  JugTask *b = asyncio_create_task (cook ("B", lock, done));

  await (asyncio_sleep (3));
  event_set (done);
  print ("%s", truth (event_is_set (done)));
  await (asyncio_gather (a, b));
  event_clear (done);
  await (lock_acquire (lock));
  lock_release (lock);
  TRY
    {
      lock_release (lock);
    }
  EXCEPT (RuntimeError)
    {
      print ("released twice");
    }
  END_TRY
}

ASYNC (leave_twice, (JugLock *, lock))
{
  TRY
    {
      ASYNC_WITH (lock)
        {
          lock_release (lock);
          RAISE (KeyError, "hidden by what leaving raises");
        }
      END_WITH
    }
  EXCEPT (RuntimeError)
    {
      print ("released inside");
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (lock)
        {
          RAISE (KeyError, "body");
        }
      END_WITH
    }
  EXCEPT (KeyError)
    {
      print ("body failed %s", truth (lock_locked (lock)));
    }
  END_TRY
}

typedef struct
{
  int stock;
} Shop;

static gboolean
has_stock (gpointer shop)
{
  return ((Shop *) shop)->stock > 0;
}

static gboolean
is_closed (gpointer shop)
{
  RAISE (ValueError, "no answer");
}

ASYNC (buy, (Shop *, shop), (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      await (condition_wait_for (condition, has_stock, shop));
      print ("buys %s", truth (condition_locked (condition)));
    }
  END_WITH
}

ASYNC (wait_once, (JugCondition *, condition))
{
  await (condition_acquire (condition));
  await (condition_wait (condition));
  condition_release (condition);
}

ASYNC (conditions, (JugLock *, lock))
{
  Shop shop = { 0 };
  JugCondition *condition = asyncio_condition_of (lock);
  JugTask *buyer = asyncio_create_task (buy (&shop, condition));
  JugTask *idler = asyncio_create_task (wait_once (condition));

  await (asyncio_sleep (1));
  ASYNC_WITH (condition)
    {
      condition_notify (condition, 1);
    }
  END_WITH
  await (asyncio_sleep (1));
  ASYNC_WITH (condition)
    {
      shop.stock = 1;
      condition_notify_all (condition);
    }
  END_WITH
  await (asyncio_gather (buyer, idler));
  TRY
    {
      await (condition_wait_for (asyncio_condition (), is_closed, NULL));
    }
  EXCEPT (ValueError)
    {
      print ("the predicate failed");
    }
  END_TRY
  TRY
    {
      condition_notify_all (condition);
    }
  EXCEPT (RuntimeError)
    {
      print ("not locked");
    }
  END_TRY
}

ASYNC (visit, (JugSemaphore *, seats), (JugBarrier *, door))
{
  ASYNC_WITH (seats)
    {
      await (asyncio_sleep (1));
    }
  END_WITH
  ASYNC_WITH (door)
    {
      print ("together %s", truth (semaphore_locked (seats)));
    }
  END_WITH
}

ASYNC (semaphores_and_barriers)
{
  JugSemaphore *seats = asyncio_bounded_semaphore (2);
  JugBarrier *door = asyncio_barrier (3);
  JugSemaphore *plain;

  await (asyncio_gather (visit (seats, door), visit (seats, door), visit (seats, door)));
  print ("%u %u", barrier_parties (door), barrier_n_waiting (door));
  await (barrier_abort (door));
  TRY
    {
      await (barrier_wait (door));
    }
  EXCEPT (BrokenBarrierError)
    {
      print ("%s", truth (barrier_broken (door)));
    }
  END_TRY
  await (barrier_reset (door));
  TRY
    {
      semaphore_release (seats);
    }
  EXCEPT (ValueError)
    {
      print ("released too often");
    }
  END_TRY
  plain = asyncio_semaphore (0);
  semaphore_release (plain);
  await (semaphore_acquire (plain));
  TRY
    {
      asyncio_semaphore (-1);
    }
  EXCEPT (ValueError)
    {
      print ("less than nothing %s", truth (semaphore_locked (plain)));
    }
  END_TRY
}

ASYNC_AS (primitives_main, "main")
{
  JugLock *lock = asyncio_lock ();

  await (locks (lock));
  await (leave_twice (lock));
  await (conditions (lock));
  await (semaphores_and_barriers ());
}

static void
run_primitives (void)
{
  asyncio_run (primitives_main ());
}

ASYNC (sorter, (JugQueue *, box))
{
  TRY
    {
      while (TRUE)
        {
          print ("sorts %s", str (await (queue_get (box))));
          queue_task_done (box);
        }
    }
  EXCEPT (QueueShutDown)
    {
      print ("closed %s", truth (queue_empty (box)));
    }
  END_TRY
}

ASYNC (letters)
{
  JugQueue *box = asyncio_queue (1);
  JugTask *worker = asyncio_create_task (sorter (box));

  await (queue_put (box, string ("a")));
  await (queue_put (box, string ("b")));
  await (queue_put (box, string ("c")));
  await (queue_join (box));
  queue_shutdown (box);
  await (worker);
}

ASYNC (numbers)
{
  const int order[] = { 2, 1, 3 };
  JugQueue *pile = asyncio_lifo_queue (0);
  JugQueue *line = asyncio_priority_queue (3);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      queue_put_nowait (pile, JUG_INT (order[i]));
      queue_put_nowait (line, JUG_INT (order[i]));
    }
  print ("%u %s %s %d", queue_qsize (pile), truth (queue_full (pile)),
         truth (queue_full (line)), queue_maxsize (line));
  TRY
    {
      queue_put_nowait (line, JUG_INT (0));
    }
  EXCEPT (QueueFull)
    {
      print ("full");
    }
  END_TRY
  while (!queue_empty (pile))
    {
      const char *top = str (queue_get_nowait (pile));

      print ("%s %s", top, str (queue_get_nowait (line)));
    }
  TRY
    {
      queue_get_nowait (pile);
    }
  EXCEPT (QueueEmpty)
    {
      print ("empty");
    }
  END_TRY
}

ASYNC (shut)
{
  JugQueue *queue = asyncio_queue (0);

  queue_put_nowait (queue, string ("lost"));
  queue_shutdown_immediate (queue);
  TRY
    {
      await (queue_put (queue, string ("late")));
    }
  EXCEPT (QueueShutDown)
    {
      print ("shut %u", queue_qsize (queue));
    }
  END_TRY
  TRY
    {
      queue_task_done (queue);
    }
  EXCEPT (ValueError)
    {
      print ("done already");
    }
  END_TRY
}

ASYNC_AS (queues_main, "main")
{
  await (letters ());
  await (numbers ());
  await (shut ());
}

static void
run_queues (void)
{
  asyncio_run (queues_main ());
}

static void
test_program (gconstpointer data)
{
  const JugProgram *program = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  JugTrace *trace = jug_trace_new ();
  JugLoop *loop = jug_loop_new (context, jug_clock_new_virtual (), trace);
  g_autofree char *file = g_strconcat (program->id, ".events", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sync", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  jug_program_run (program, loop, NULL, &error);
  g_assert_no_error (error);
  log = jug_event_log_to_string (trace);
  g_assert_cmpstr (log, ==, expected);
  jug_loop_free (loop);
  jug_trace_unref (trace);
}

int
main (int argc, char **argv)
{
  static const JugProgram primitives = { "primitives", run_primitives, NULL, 0 };
  static const JugProgram queues = { "queues", run_queues, NULL, 0 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/juggler/sync/programs/primitives", &primitives, test_program);
  g_test_add_data_func ("/juggler/sync/programs/queues", &queues, test_program);
  return g_test_run ();
}
