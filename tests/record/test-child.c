/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a child process promises. */
#include "jug-child.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static JugChild *
spawn (const char *script, gboolean is_apart)
{
  const char *argv[] = { "sh", "-c", script, NULL };
  JugChildOptions options = {
    .argv = argv, .stdin_fd = -1, .pass_fd = 0, .pass_as = 3, .is_apart = is_apart
  };
  g_autoptr (GError) error = NULL;
  JugChild *child = jug_child_spawn (&options, &error);

  g_assert_no_error (error);
  return child;
}

static void
wait_for (JugChild *child)
{
  while (!jug_child_wait (child, NULL, 1000))
    ;
}

static void
test_tells_its_status (void)
{
  g_autoptr (JugChild) good = spawn ("exit 0", FALSE);
  g_autoptr (JugChild) bad = spawn ("exit 7", FALSE);
  g_autoptr (JugChild) killed = spawn ("kill -9 $$", FALSE);

  wait_for (good);
  wait_for (bad);
  wait_for (killed);
  g_assert_cmpint (jug_child_get_status (good), ==, 0);
  g_assert_cmpint (jug_child_get_status (bad), ==, 7);
  g_assert_cmpint (jug_child_get_status (killed), ==, -SIGKILL);
}

static void
test_reads_nothing_without_input (void)
{
  g_autoptr (JugChild) child = spawn ("read line; exit $?", FALSE);

  wait_for (child);
  g_assert_cmpint (jug_child_get_status (child), ==, 1);
}

/* More than a pipe holds: it must not wait for its reader, and the end is what counts. */
static void
test_keeps_the_end_of_what_it_complains (void)
{
  g_autoptr (JugChild) child =
      spawn ("i=0; while [ $i -lt 20000 ]; do echo line $i >&2; i=$((i+1)); done", FALSE);
  const char *complaint;

  wait_for (child);
  complaint = jug_child_get_complaint (child);
  g_assert_true (g_str_has_suffix (complaint, "line 19999\n"));
  g_assert_cmpuint (strlen (complaint), <=, 4096);
}

static void
test_says_that_there_is_no_such_program (void)
{
  const char *argv[] = { "there-is-no-such-program", NULL };
  JugChildOptions options = { .argv = argv, .stdin_fd = -1, .pass_as = 3 };
  g_autoptr (GError) error = NULL;

  g_assert_null (jug_child_spawn (&options, &error));
  g_assert_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT);
}

static void
test_a_wait_can_be_cancelled (void)
{
  g_autoptr (JugChild) child = spawn ("exec sleep 1000", TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (jug_child_wait (child, cancellable, G_MAXUINT / 2));
  jug_child_kill (child);
  wait_for (child);
  g_assert_cmpint (jug_child_get_status (child), ==, -SIGKILL);
}

static void
test_is_interrupted (void)
{
  g_autoptr (JugChild) child = spawn ("trap 'exit 5' INT; echo ready >&2; "
                                      "while :; do sleep 0.01; done",
                                      TRUE);

  while (!*jug_child_get_complaint (child))
    g_assert_false (jug_child_wait (child, NULL, 10));
  jug_child_interrupt (child);
  wait_for (child);
  g_assert_cmpint (jug_child_get_status (child), ==, 5);
}

/* Even those that have left its session. */
static void
test_all_that_it_started_ends_with_it (void)
{
  g_autoptr (JugChild) child =
      spawn ("setsid sleep 1000 & echo $! >&2; sleep 1000 & wait", TRUE);
  int grandchild;

  while (jug_child_count_processes (child) < 3 || !*jug_child_get_complaint (child))
    g_assert_false (jug_child_wait (child, NULL, 10));
  grandchild = atoi (jug_child_get_complaint (child));
  g_assert_cmpint (grandchild, >, 0);
  jug_child_kill (child);
  wait_for (child);
  g_assert_cmpuint (jug_child_count_processes (child), ==, 0);
  /* Whoever inherits it may not have waited for it yet; it runs no more. */
  for (guint i = 0; kill (grandchild, 0) == 0 && i < 1000; i++)
    {
      g_autofree char *path = g_strdup_printf ("/proc/%d/stat", grandchild);
      g_autofree char *stat = NULL;

      if (g_file_get_contents (path, &stat, NULL, NULL) && strstr (stat, ") Z "))
        return;
      g_assert_cmpuint (i, <, 999);
    }
}

static void
test_is_freed_while_it_runs (void)
{
  JugChild *child = spawn ("exec sleep 1000", TRUE);

  jug_child_free (child);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/juggler/record/child/" name, func)
  ADD ("tells-its-status", test_tells_its_status);
  ADD ("reads-nothing-without-input", test_reads_nothing_without_input);
  ADD ("keeps-the-end-of-what-it-complains", test_keeps_the_end_of_what_it_complains);
  ADD ("says-that-there-is-no-such-program", test_says_that_there_is_no_such_program);
  ADD ("a-wait-can-be-cancelled", test_a_wait_can_be_cancelled);
  ADD ("is-interrupted", test_is_interrupted);
  ADD ("all-that-it-started-ends-with-it", test_all_that_it_started_ends_with_it);
  ADD ("is-freed-while-it-runs", test_is_freed_while_it_runs);
  return g_test_run ();
}
