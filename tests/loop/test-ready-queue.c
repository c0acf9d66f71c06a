/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the ready queue. */
#include "jug-ready-queue.h"

enum
{
  MANY = 1000
};

static void
test_first_in_first_out (void)
{
  JugCallback callbacks[MANY] = { 0 };
  JugReadyQueue queue;

  jug_ready_queue_init (&queue);
  for (guint i = 0; i < MANY; i++)
    jug_ready_queue_push (&queue, &callbacks[i]);
  g_assert_cmpuint (jug_ready_queue_get_length (&queue), ==, MANY);
  for (guint i = 0; i < MANY; i++)
    g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[i]);
  g_assert_cmpuint (jug_ready_queue_get_length (&queue), ==, 0);
  jug_ready_queue_clear (&queue);
}

/* It grows while its entries go over the end of the ring. */
static void
test_grows_in_order_wherever_it_begins (void)
{
  static JugCallback callbacks[64 * MANY];

  for (guint shift = 0; shift < 64; shift += 7)
    {
      JugReadyQueue queue;
      guint next_in = 0;
      guint next_out = 0;

      jug_ready_queue_init (&queue);
      for (guint i = 0; i < shift; i++)
        jug_ready_queue_push (&queue, &callbacks[next_in++]);
      for (guint i = 0; i < shift; i++)
        g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[next_out++]);
      for (guint i = 0; i < MANY; i++)
        {
          jug_ready_queue_push (&queue, &callbacks[next_in++]);
          jug_ready_queue_push (&queue, &callbacks[next_in++]);
          g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[next_out++]);
        }
      g_assert_cmpuint (jug_ready_queue_get_length (&queue), ==, MANY);
      while (next_out < next_in)
        g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[next_out++]);
      jug_ready_queue_clear (&queue);
    }
}

static void
test_counts_up_over_the_end_of_its_numbers (void)
{
  JugCallback callbacks[100] = { 0 };
  JugReadyQueue queue;

  jug_ready_queue_init (&queue);
  queue.head = queue.tail = G_MAXUINT - 10;
  for (guint i = 0; i < G_N_ELEMENTS (callbacks); i++)
    jug_ready_queue_push (&queue, &callbacks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (callbacks); i++)
    g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[i]);
  jug_ready_queue_clear (&queue);
}

static void
test_looks_ahead (void)
{
  JugCallback callbacks[3] = { 0 };
  JugReadyQueue queue;

  jug_ready_queue_init (&queue);
  g_assert_null (jug_ready_queue_peek (&queue, 0));
  for (guint i = 0; i < 3; i++)
    jug_ready_queue_push (&queue, &callbacks[i]);
  jug_ready_queue_pop (&queue);
  g_assert_true (jug_ready_queue_peek (&queue, 0) == &callbacks[1]);
  g_assert_true (jug_ready_queue_peek (&queue, 1) == &callbacks[2]);
  g_assert_null (jug_ready_queue_peek (&queue, 2));
  jug_ready_queue_clear (&queue);
}

static void
test_an_entry_is_replaced_in_its_place (void)
{
  JugCallback callbacks[3] = { 0 };
  JugCallback other = { 0 };
  JugReadyQueue queue;

  jug_ready_queue_init (&queue);
  for (guint i = 0; i < 3; i++)
    jug_ready_queue_push (&queue, &callbacks[i]);
  jug_ready_queue_replace (&queue, &callbacks[1], &other);
  g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[0]);
  g_assert_true (jug_ready_queue_pop (&queue) == &other);
  g_assert_true (jug_ready_queue_pop (&queue) == &callbacks[2]);
  jug_ready_queue_clear (&queue);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/loop/ready-queue/s1-first-in-first-out",
                   test_first_in_first_out);
  g_test_add_func ("/juggler/loop/ready-queue/grows-in-order-wherever-it-begins",
                   test_grows_in_order_wherever_it_begins);
  g_test_add_func ("/juggler/loop/ready-queue/counts-up-over-the-end-of-its-numbers",
                   test_counts_up_over_the_end_of_its_numbers);
  g_test_add_func ("/juggler/loop/ready-queue/looks-ahead", test_looks_ahead);
  g_test_add_func ("/juggler/loop/ready-queue/an-entry-is-replaced-in-its-place",
                   test_an_entry_is_replaced_in_its_place);
  return g_test_run ();
}
