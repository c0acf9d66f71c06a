/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of futures: their states, who is told, and who asked. */
#include "jug-python.h"
#include "jug-test-program.h"

typedef struct
{
  GMainContext *context;
  JugLoop *loop;
  JugFuture *future;
} Fixture;

/* Counts how it was called. */
typedef struct
{
  JugDoneCallback done;
  guint n_told;
  guint n_dropped;
} Watch;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->context = g_main_context_new ();
  self->loop = jug_loop_new (self->context, jug_clock_new_virtual (), NULL);
  self->future = jug_future_new (self->loop);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->future, jug_future_unref);
  g_clear_pointer (&self->loop, jug_loop_free);
  g_main_context_unref (self->context);
}

static void
watch_cb (JugFuture *future, JugDoneCallback *callback)
{
  Watch *self = (Watch *) callback;

  if (future)
    self->n_told++;
  else
    self->n_dropped++;
}

static void
run_once (Fixture *self)
{
  jug_loop_stop (self->loop);
  jug_loop_run_forever (self->loop);
}

static void
assert_invalid_state (GError *error)
{
  g_assert_cmpstr (jug_exception_get_name (error), ==, "InvalidStateError");
  g_error_free (error);
}

static void
test_is_pending_at_first (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  g_assert_false (jug_future_is_done (self->future));
  g_assert_false (jug_future_is_cancelled (self->future));
  g_assert_null (jug_future_peek_exception (self->future));
  g_assert_true (jug_future_get_loop (self->future) == self->loop);
  g_assert_false (jug_future_get_result (self->future, NULL, &error));
  assert_invalid_state (g_steal_pointer (&error));
  g_assert_null (jug_future_get_exception (self->future, &error));
  assert_invalid_state (error);
}

static void
test_gives_its_result_to_each (Fixture *self, gconstpointer data)
{
  g_auto (JugValue) first = JUG_NONE;
  g_auto (JugValue) second = JUG_NONE;

  g_assert_true (jug_future_set_result (self->future, jug_value_string ("a"), NULL));
  g_assert_true (jug_future_is_done (self->future));
  g_assert_true (jug_future_get_result (self->future, &first, NULL));
  g_assert_true (jug_future_get_result (self->future, &second, NULL));
  g_clear_pointer (&self->future, jug_future_unref);
  g_assert_cmpstr (first.s, ==, "a");
  g_assert_cmpstr (second.s, ==, "a");
}

static void
test_gives_its_exception_to_each (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (jug_future_set_exception (self->future,
                                           jug_exception_new ("ValueError", "x"), NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (jug_future_get_result (self->future, NULL, &error));
      g_assert_cmpstr (jug_exception_get_name (error), ==, "ValueError");
      g_clear_error (&error);
    }
  g_assert_cmpstr (jug_exception_get_name (jug_future_get_exception (self->future, NULL)),
                   ==, "ValueError");
}

static void
test_is_completed_only_once (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  jug_future_set_result (self->future, JUG_INT (1), NULL);
  g_assert_false (
      jug_future_set_result (self->future, jug_value_string ("lost"), &error));
  assert_invalid_state (g_steal_pointer (&error));
  g_assert_false (jug_future_set_exception (
      self->future, jug_exception_new ("ValueError", "x"), &error));
  assert_invalid_state (g_steal_pointer (&error));
  g_assert_false (jug_future_cancel (self->future, NULL));
  g_assert_false (jug_future_is_cancelled (self->future));
}

static void
test_can_be_cancelled (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  g_assert_true (jug_future_cancel (self->future, "enough"));
  g_assert_false (jug_future_cancel (self->future, NULL));
  g_assert_true (jug_future_is_cancelled (self->future));
  g_assert_false (jug_future_get_result (self->future, NULL, &error));
  g_assert_true (jug_exception_is_cancelled (error));
  g_assert_cmpstr (error->message, ==, "enough");
  g_clear_error (&error);
  g_assert_null (jug_future_get_exception (self->future, &error));
  g_assert_true (jug_exception_is_cancelled (error));
  g_clear_error (&error);
  g_assert_false (jug_future_set_result (self->future, JUG_NONE, &error));
  assert_invalid_state (error);
}

static void
test_nobody_is_told_inside_set_result (Fixture *self, gconstpointer data)
{
  Watch watch = { 0 };

  jug_future_add_done_callback (self->future, &watch.done, watch_cb, NULL);
  jug_future_set_result (self->future, JUG_NONE, NULL);
  g_assert_cmpuint (watch.n_told, ==, 0);
  run_once (self);
  g_assert_cmpuint (watch.n_told, ==, 1);
  g_assert_cmpuint (watch.n_dropped, ==, 0);
}

static void
test_who_comes_late_is_told_too (Fixture *self, gconstpointer data)
{
  Watch watch = { 0 };

  jug_future_set_result (self->future, JUG_NONE, NULL);
  jug_future_add_done_callback (self->future, &watch.done, watch_cb, NULL);
  g_assert_cmpuint (watch.n_told, ==, 0);
  run_once (self);
  g_assert_cmpuint (watch.n_told, ==, 1);
}

static void
test_callbacks_can_be_removed_until_they_are_ready (Fixture *self, gconstpointer data)
{
  Watch watches[3] = { 0 };

  for (guint i = 0; i < 3; i++)
    jug_future_add_done_callback (self->future, &watches[i].done, watch_cb, NULL);
  g_assert_true (jug_future_remove_done_callback (self->future, &watches[2].done));
  g_assert_false (jug_future_remove_done_callback (self->future, &watches[2].done));
  g_assert_true (jug_future_remove_done_callback (self->future, &watches[0].done));
  jug_future_set_result (self->future, JUG_NONE, NULL);
  g_assert_false (jug_future_remove_done_callback (self->future, &watches[1].done));
  run_once (self);
  g_assert_cmpuint (watches[0].n_told, ==, 0);
  g_assert_cmpuint (watches[1].n_told, ==, 1);
  g_assert_cmpuint (watches[2].n_told, ==, 0);
}

static void
test_callbacks_of_one_that_goes_are_dropped (Fixture *self, gconstpointer data)
{
  Watch watch = { 0 };

  jug_future_add_done_callback (self->future, &watch.done, watch_cb, NULL);
  g_clear_pointer (&self->future, jug_future_unref);
  g_assert_cmpuint (watch.n_dropped, ==, 1);
  g_assert_cmpuint (watch.n_told, ==, 0);
}

/* A callback that is ready keeps its future alive. */
static void
test_lives_until_its_callbacks_ran (Fixture *self, gconstpointer data)
{
  Watch watch = { 0 };

  jug_future_add_done_callback (self->future, &watch.done, watch_cb, NULL);
  jug_future_set_result (self->future, jug_value_string ("a"), NULL);
  g_clear_pointer (&self->future, jug_future_unref);
  run_once (self);
  g_assert_cmpuint (watch.n_told, ==, 1);
}

static void
test_callbacks_of_a_closed_loop_are_dropped (Fixture *self, gconstpointer data)
{
  Watch watch = { 0 };

  jug_future_add_done_callback (self->future, &watch.done, watch_cb, NULL);
  jug_future_set_result (self->future, JUG_NONE, NULL);
  jug_loop_close (self->loop);
  g_assert_cmpuint (watch.n_dropped, ==, 1);
}

static void
test_cannot_be_awaited_outside_a_task (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  g_assert_false (jug_future_await (self->future, NULL, &error));
  g_assert_cmpstr (jug_exception_get_name (error), ==, "RuntimeError");
  g_error_free (error);
}

static void
test_lives_in_the_frame_that_awaits_it (Fixture *self, gconstpointer data)
{
  g_auto (JugFuture) future = { 0 };

  jug_future_init (&future, self->loop, JUG_PURPOSE_SLEEP, "1", 0);
  jug_future_set_result (&future, jug_value_string ("a"), NULL);
  g_assert_true (jug_future_is_done (&future));
}

static void
first (JugFuture *future)
{
  print ("first");
}

static void
second (JugFuture *future)
{
  print ("second %s", str (future_result (future)));
}

ASYNC (wait, (JugFuture *, future))
{
  print ("waiter got %s", str (await (future)));
}

TEST_MAIN (tells_in_order)
{
  JugFuture *future = loop_create_future ();
  JugTask *task;

  future_add_done_callback (future, first);
  task = asyncio_create_task (wait (future));
  await (asyncio_sleep (0));
  future_add_done_callback (future, second);
  future_set_result (future, JUG_INT (7));
  print ("set");
  await (task);
}

TEST_MAIN (awaits_one_that_is_done)
{
  JugFuture *future = loop_create_future ();

  future_set_result (future, JUG_INT (7));
  print ("%s", str (await (future)));
}

static void
fail (JugFuture *future)
{
  RAISE (ValueError, "in a callback");
}

TEST_MAIN (callback_fails)
{
  JugFuture *future = loop_create_future ();

  future_add_done_callback (future, fail);
  future_add_done_callback (future, first);
  future_set_result (future, JUG_NONE);
  await (asyncio_sleep (0));
  print ("main goes on");
}

TEST_MAIN (nobody_asks)
{
  JugFuture *asked = loop_create_future ();
  JugFuture *not_asked = loop_create_future ();

  future_set_exception (asked, jug_exception_new ("ValueError", "asked"));
  future_set_exception (not_asked, jug_exception_new ("KeyError", "not asked"));
  print ("%s", exception_name (future_exception (asked)));
}

static const JugTestProgram programs[] = {
  { "s16-one-that-is-done-does-not-suspend", awaits_one_that_is_done, "7\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 print main-1 7\n"
    "0.000000 1 done main-1 result\n" },
  { "s17-tells-in-order-awaiters-among-them", tells_in_order,
    "set\nfirst\nwaiter got 7\nsecond 7\n" },
  { "s8-a-callback-that-fails-harms-nobody", callback_fails, "first\nmain goes on\n",
    .reported = "Exception in callback: ValueError: in a callback\n" },
  { "s20-an-exception-that-nobody-asked-for-is-reported", nobody_asks, "ValueError\n",
    .reported = "Future exception was never retrieved: KeyError: not asked\n" },
};

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/task/future/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-pending-at-first", test_is_pending_at_first);
  ADD ("gives-its-result-to-each", test_gives_its_result_to_each);
  ADD ("gives-its-exception-to-each", test_gives_its_exception_to_each);
  ADD ("is-completed-only-once", test_is_completed_only_once);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  ADD ("s17-nobody-is-told-inside-set-result", test_nobody_is_told_inside_set_result);
  ADD ("s17-who-comes-late-is-told-too", test_who_comes_late_is_told_too);
  ADD ("callbacks-can-be-removed-until-they-are-ready",
       test_callbacks_can_be_removed_until_they_are_ready);
  ADD ("callbacks-of-one-that-goes-are-dropped",
       test_callbacks_of_one_that_goes_are_dropped);
  ADD ("lives-until-its-callbacks-ran", test_lives_until_its_callbacks_ran);
  ADD ("callbacks-of-a-closed-loop-are-dropped",
       test_callbacks_of_a_closed_loop_are_dropped);
  ADD ("cannot-be-awaited-outside-a-task", test_cannot_be_awaited_outside_a_task);
  ADD ("lives-in-the-frame-that-awaits-it", test_lives_in_the_frame_that_awaits_it);
  jug_test_program_add_all ("/juggler/task/future", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
