/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the heap of timers, against a plain list that is searched. */
#include "jug-timer-heap.h"

enum
{
  N_TIMERS = 300,
  N_OPERATIONS = 20000
};

static void
test_next_is_the_earliest (void)
{
  static const gint64 deadlines[] = { 50, 10, -30, 40, 20, G_MAXINT64, 0, G_MININT64 };
  JugTimer timers[G_N_ELEMENTS (deadlines)] = { 0 };
  JugTimerHeap heap = { 0 };
  gint64 last = G_MININT64;

  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      timers[i].deadline_ns = deadlines[i];
      timers[i].sequence = i;
      jug_timer_heap_push (&heap, &timers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      JugTimer *peeked = jug_timer_heap_peek (&heap);
      JugTimer *next = jug_timer_heap_pop (&heap);

      g_assert_true (peeked == next);
      g_assert_cmpint (next->deadline_ns, >=, last);
      g_assert_cmpuint (next->place, ==, 0);
      last = next->deadline_ns;
    }
  g_assert_null (jug_timer_heap_peek (&heap));
  g_assert_null (jug_timer_heap_pop (&heap));
  jug_timer_heap_clear (&heap);
}

/* Asyncio leaves their order open, and in fact is not fair; creation order is our choice.
 */
static void
test_equal_deadlines_come_in_creation_order (void)
{
  JugTimer timers[N_TIMERS] = { 0 };
  JugTimerHeap heap = { 0 };

  for (guint i = 0; i < N_TIMERS; i++)
    {
      timers[i].deadline_ns = 1000;
      timers[i].sequence = i;
      jug_timer_heap_push (&heap, &timers[i]);
    }
  for (guint i = 0; i < N_TIMERS; i++)
    g_assert_true (jug_timer_heap_pop (&heap) == &timers[i]);
  jug_timer_heap_clear (&heap);
}

static JugTimer *
find_earliest (JugTimer *timers)
{
  JugTimer *earliest = NULL;

  for (guint i = 0; i < N_TIMERS; i++)
    {
      if (timers[i].place == 0)
        continue;
      if (!earliest || timers[i].deadline_ns < earliest->deadline_ns ||
          (timers[i].deadline_ns == earliest->deadline_ns &&
           timers[i].sequence < earliest->sequence))
        earliest = &timers[i];
    }
  return earliest;
}

static void
test_random_operations_keep_the_order (void)
{
  JugTimer timers[N_TIMERS] = { 0 };
  JugTimerHeap heap = { 0 };
  guint64 sequence = 0;
  guint n_armed = 0;

  for (guint i = 0; i < N_OPERATIONS; i++)
    {
      JugTimer *timer = &timers[g_test_rand_int_range (0, N_TIMERS)];

      if (timer->place == 0)
        {
          timer->deadline_ns = g_test_rand_int_range (0, 50); /* many are equal */
          timer->sequence = sequence++;
          jug_timer_heap_push (&heap, timer);
          n_armed++;
        }
      else if (g_test_rand_bit ())
        {
          jug_timer_heap_remove (&heap, timer);
          g_assert_cmpuint (timer->place, ==, 0);
          n_armed--;
        }
      else
        {
          JugTimer *earliest = find_earliest (timers);

          g_assert_true (jug_timer_heap_pop (&heap) == earliest);
          g_assert_cmpuint (earliest->place, ==, 0);
          n_armed--;
        }
      g_assert_cmpuint (heap.length, ==, n_armed);
      g_assert_true (jug_timer_heap_peek (&heap) == find_earliest (timers));
    }
  jug_timer_heap_clear (&heap);
}

static void
test_clearing_disarms (void)
{
  JugTimer timers[5] = { 0 };
  JugTimerHeap heap = { 0 };

  for (guint i = 0; i < 5; i++)
    jug_timer_heap_push (&heap, &timers[i]);
  jug_timer_heap_clear (&heap);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (timers[i].place, ==, 0);
  jug_timer_heap_push (&heap, &timers[0]);
  g_assert_true (jug_timer_heap_peek (&heap) == &timers[0]);
  jug_timer_heap_clear (&heap);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/loop/timer-heap/s5-next-is-the-earliest",
                   test_next_is_the_earliest);
  g_test_add_func ("/juggler/loop/timer-heap/s6-equal-deadlines-come-in-creation-order",
                   test_equal_deadlines_come_in_creation_order);
  g_test_add_func ("/juggler/loop/timer-heap/random-operations-keep-the-order",
                   test_random_operations_keep_the_order);
  g_test_add_func ("/juggler/loop/timer-heap/clearing-disarms", test_clearing_disarms);
  return g_test_run ();
}
