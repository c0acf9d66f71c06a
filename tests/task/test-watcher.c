/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that the end of a loop breaks rings of futures and of those who watch them. */
#include "jug-as-completed.h"
#include "jug-gather.h"
#include "jug-shield.h"
#include "jug-wait.h"
#include "jug-watcher.h"

typedef struct
{
  GMainContext *context;
  JugLoop *loop;
  JugFuture *future;
  JugDoneCallback done;
  gboolean is_gone;
} Fixture;

static void
note_end (JugFuture *future, JugDoneCallback *callback)
{
  Fixture *self = (Fixture *) ((char *) callback - G_STRUCT_OFFSET (Fixture, done));

  g_assert_null (future);
  self->is_gone = TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->context = g_main_context_new ();
  self->loop = jug_loop_new (self->context, jug_clock_new_virtual (), NULL);
  self->future = jug_future_new (self->loop);
  jug_future_add_done_callback (self->future, &self->done, note_end, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_main_context_unref (self->context);
}

/* The ring holds itself; nobody else holds any of it. */
static void
assert_goes_with_the_loop (Fixture *self)
{
  g_clear_pointer (&self->future, jug_future_unref);
  g_assert_false (self->is_gone);
  g_clear_pointer (&self->loop, jug_loop_free);
  g_assert_true (self->is_gone);
}

static void
test_gather (Fixture *self, gconstpointer data)
{
  const gpointer awaitables[] = { self->future, self->future };

  jug_future_unref (jug_gather (self->loop, 2, awaitables, FALSE, NULL));
  assert_goes_with_the_loop (self);
}

static void
test_shield (Fixture *self, gconstpointer data)
{
  jug_future_unref (jug_shield (self->loop, self->future, NULL));
  assert_goes_with_the_loop (self);
}

static void
test_as_completed (Fixture *self, gconstpointer data)
{
  const gpointer awaitables[] = { self->future };

  jug_as_completed_unref (jug_as_completed_new (self->loop, 1, awaitables, 10, NULL));
  assert_goes_with_the_loop (self);
}

static void
test_rings_within_rings (Fixture *self, gconstpointer data)
{
  g_autoptr (JugFuture) shield = jug_shield (self->loop, self->future, NULL);
  const gpointer awaitables[] = { shield, self->future };
  g_autoptr (JugFuture) gather = jug_gather (self->loop, 2, awaitables, TRUE, NULL);
  const gpointer both[] = { gather, shield };

  jug_as_completed_unref (jug_as_completed_new (self->loop, 2, both, JUG_FOREVER, NULL));
  g_clear_pointer (&shield, jug_future_unref);
  g_clear_pointer (&gather, jug_future_unref);
  assert_goes_with_the_loop (self);
}

static void
count (JugWatcher *self)
{
}

static void
test_leaves_the_list_once (Fixture *self, gconstpointer data)
{
  JugWatcher watchers[3] = { 0 };

  for (guint i = 0; i < 3; i++)
    jug_watcher_add (&watchers[i], self->loop, count);
  jug_watcher_remove (&watchers[1]);
  jug_watcher_remove (&watchers[1]);
  jug_watcher_remove (&watchers[2]);
  g_clear_pointer (&self->future, jug_future_unref);
  g_clear_pointer (&self->loop, jug_loop_free);
  jug_watcher_remove (&watchers[0]);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/task/watcher/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gather-goes-with-the-loop", test_gather);
  ADD ("shield-goes-with-the-loop", test_shield);
  ADD ("as-completed-goes-with-the-loop", test_as_completed);
  ADD ("rings-within-rings-go-too", test_rings_within_rings);
  ADD ("leaves-the-list-once", test_leaves_the_list_once);
  return g_test_run ();
}
