/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of handles: what is run soon, later, at a time, from another thread, or not at
 * all. */
#include "jug-handle.h"

typedef struct
{
  GMainContext *context;
  JugLoop *loop;
  GString *log;
} Fixture;

/* A letter to be written when a handle runs, and a dot when its data goes. */
typedef struct
{
  GString *log;
  char letter;
  JugHandle *cancels;
} Note;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->context = g_main_context_new ();
  self->loop = jug_loop_new (self->context, jug_clock_new_virtual (), NULL);
  self->log = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->loop, jug_loop_free);
  g_string_free (self->log, TRUE);
  g_main_context_unref (self->context);
}

static Note *
note_new (Fixture *fixture, char letter)
{
  Note *self = g_new0 (Note, 1);

  self->log = fixture->log;
  self->letter = letter;
  return self;
}

static void
write_note (gpointer data)
{
  Note *self = data;

  g_string_append_c (self->log, self->letter);
  if (self->cancels)
    jug_handle_cancel (self->cancels);
}

static void
free_note (gpointer data)
{
  Note *self = data;

  g_string_append_c (self->log, '.');
  g_free (self);
}

static JugHandle *
call_soon (Fixture *self, char letter)
{
  return jug_loop_call_soon (self->loop, "note", write_note, note_new (self, letter),
                             free_note);
}

static JugHandle *
call_at (Fixture *self, gint64 deadline_ns, char letter)
{
  return jug_loop_call_at (self->loop, deadline_ns, "note", write_note,
                           note_new (self, letter), free_note);
}

static void
stop (gpointer data)
{
  jug_loop_stop (data);
}

/* Lets everything that is ready now run. */
static void
run_once (Fixture *self)
{
  jug_loop_stop (self->loop);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_STOPPED);
}

static void
test_runs_once_in_order_and_lets_go (Fixture *self, gconstpointer data)
{
  call_soon (self, 'a');
  call_soon (self, 'b');
  run_once (self);
  run_once (self);
  g_assert_cmpstr (self->log->str, ==, "a.b.");
}

static void
test_timers_run_by_deadline (Fixture *self, gconstpointer data)
{
  call_at (self, 3, 'c');
  call_at (self, 1, 'a');
  call_at (self, 2, 'b');
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_DEADLOCK);
  g_assert_cmpstr (self->log->str, ==, "a.b.c.");
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 3);
}

static void
test_later_counts_from_now (Fixture *self, gconstpointer data)
{
  JugHandle *handle;

  jug_loop_block (self->loop, 100);
  handle = jug_loop_call_later (self->loop, 5, "note", write_note, note_new (self, 'a'),
                                free_note);
  g_assert_cmpint (jug_handle_get_when (handle), ==, 105);
  jug_handle_cancel (handle);
}

static void
test_cancelled_is_skipped_and_lets_go_at_once (Fixture *self, gconstpointer data)
{
  JugHandle *handle;

  call_soon (self, 'a');
  handle = jug_handle_ref (call_soon (self, 'b'));
  call_soon (self, 'c');
  g_assert_false (jug_handle_is_cancelled (handle));
  jug_handle_cancel (handle);
  g_assert_true (jug_handle_is_cancelled (handle));
  g_assert_cmpstr (self->log->str, ==, ".");
  run_once (self);
  g_assert_cmpstr (self->log->str, ==, ".a.c.");
  jug_handle_cancel (handle);
  jug_handle_unref (handle);
}

static void
test_cancelled_timer_wakes_nobody (Fixture *self, gconstpointer data)
{
  JugHandle *handle = jug_handle_ref (call_at (self, 10, 'a'));

  jug_handle_cancel (handle);
  jug_handle_unref (handle);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_DEADLOCK);
  g_assert_cmpint (jug_loop_get_time (self->loop), ==, 0);
  g_assert_cmpstr (self->log->str, ==, ".");
}

/* Asyncio's handle would run, too late to be stopped; its data must last so long. */
static void
test_may_cancel_itself_while_it_runs (Fixture *self, gconstpointer data)
{
  Note *note = note_new (self, 'a');
  JugHandle *handle =
      jug_handle_ref (jug_loop_call_soon (self->loop, NULL, write_note, note, free_note));

  note->cancels = handle;
  run_once (self);
  g_assert_cmpstr (self->log->str, ==, "a.");
  g_assert_true (jug_handle_is_cancelled (handle));
  jug_handle_unref (handle);
}

static void
test_due_timer_can_still_be_cancelled (Fixture *self, gconstpointer data)
{
  Note *note = note_new (self, 'a');
  JugHandle *second;

  jug_loop_call_at (self->loop, 1, NULL, write_note, note, free_note);
  second = note->cancels = jug_handle_ref (call_at (self, 1, 'b'));
  jug_loop_run_forever (self->loop);
  g_assert_cmpstr (self->log->str, ==, "a..");
  jug_handle_unref (second);
}

static void
test_kept_beyond_its_run_keeps_no_data (Fixture *self, gconstpointer data)
{
  JugHandle *handle = jug_handle_ref (call_soon (self, 'a'));

  run_once (self);
  g_assert_cmpstr (self->log->str, ==, "a.");
  g_assert_false (jug_handle_is_cancelled (handle));
  jug_handle_unref (handle);
}

static void
test_closing_lets_go_of_all (Fixture *self, gconstpointer data)
{
  JugHandle *kept = jug_handle_ref (call_soon (self, 'a'));

  call_at (self, 10, 'b');
  call_at (self, JUG_CLOCK_NEVER_NS, 'c');
  jug_loop_call_soon_threadsafe (self->loop, "note", write_note, note_new (self, 'd'),
                                 free_note);
  jug_loop_close (self->loop);
  g_assert_cmpstr (self->log->str, ==, "....");
  jug_handle_unref (kept);
}

static void
test_from_the_own_thread_threadsafe_is_soon (Fixture *self, gconstpointer data)
{
  JugLoop *previous = jug_loop_set_current (self->loop);

  call_soon (self, 'a');
  jug_loop_call_soon_threadsafe (self->loop, "note", write_note, note_new (self, 'b'),
                                 free_note);
  call_soon (self, 'c');
  run_once (self);
  g_assert_cmpstr (self->log->str, ==, "a.b.c.");
  jug_loop_set_current (previous);
}

static gpointer
call_from_outside (gpointer data)
{
  Fixture *self = data;

  for (char letter = 'x'; letter <= 'z'; letter++)
    jug_loop_call_soon_threadsafe (self->loop, "note", write_note,
                                   note_new (self, letter), free_note);
  jug_loop_call_soon_threadsafe (self->loop, "stop", stop, self->loop, NULL);
  return NULL;
}

static void
test_another_thread_wakes_the_loop (Fixture *self, gconstpointer data)
{
  GThread *thread;

  jug_loop_hold (self->loop);
  thread = g_thread_new ("outside", call_from_outside, self);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_STOPPED);
  g_thread_join (thread);
  jug_loop_release (self->loop);
  g_assert_cmpstr (self->log->str, ==, "x.y.z.");
}

static gpointer
interrupt (gpointer data)
{
  jug_loop_interrupt (data);
  return NULL;
}

/* For good: whoever wants no more of it does not want the next run either. */
static void
test_another_thread_can_interrupt (Fixture *self, gconstpointer data)
{
  GThread *thread;

  jug_loop_hold (self->loop);
  thread = g_thread_new ("outside", interrupt, self->loop);
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_INTERRUPTED);
  g_thread_join (thread);
  call_soon (self, 'a');
  g_assert_cmpint (jug_loop_run_forever (self->loop), ==, JUG_LOOP_END_INTERRUPTED);
  g_assert_cmpstr (self->log->str, ==, "");
  jug_loop_release (self->loop);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/loop/handle/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("runs-once-in-order-and-lets-go", test_runs_once_in_order_and_lets_go);
  ADD ("s5-timers-run-by-deadline", test_timers_run_by_deadline);
  ADD ("later-counts-from-now", test_later_counts_from_now);
  ADD ("s4-cancelled-is-skipped-and-lets-go-at-once",
       test_cancelled_is_skipped_and_lets_go_at_once);
  ADD ("cancelled-timer-wakes-nobody", test_cancelled_timer_wakes_nobody);
  ADD ("may-cancel-itself-while-it-runs", test_may_cancel_itself_while_it_runs);
  ADD ("due-timer-can-still-be-cancelled", test_due_timer_can_still_be_cancelled);
  ADD ("kept-beyond-its-run-keeps-no-data", test_kept_beyond_its_run_keeps_no_data);
  ADD ("closing-lets-go-of-all", test_closing_lets_go_of_all);
  ADD ("s10-from-the-own-thread-threadsafe-is-soon",
       test_from_the_own_thread_threadsafe_is_soon);
  ADD ("s10-another-thread-wakes-the-loop", test_another_thread_wakes_the_loop);
  ADD ("another-thread-can-interrupt", test_another_thread_can_interrupt);
  return g_test_run ();
}
