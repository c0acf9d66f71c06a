/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of task groups. */
#include "jug-python.h"
#include "jug-test-program.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (seconds));
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled", name);
      RAISE_AGAIN;
    }
  END_TRY
  print ("%s", name);
  return string (name);
}

ASYNC (fail, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  RAISE (ValueError, "%s", name);
}

static void
print_group (const GError *group)
{
  for (guint i = 0; i < jug_exception_get_n_members (group); i++)
    print ("%s", jug_exception_get_member (group, i)->message);
}

TEST_MAIN (waits_for_all)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, child ("A", 2));
      group_create_task (group, child ("B", 1));
      print ("the body ends");
    }
  END_WITH
  print ("at %.0f", loop_time ());
}

TEST_MAIN (a_child_fails)
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, child ("A", 5));
          group_create_task (group, fail ("B", 1));
          group_create_task (group, child ("C", 5));
          await (asyncio_sleep (9));
          print ("never");
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
  print ("requests %u", task_cancelling (asyncio_current_task ()));
}

TEST_MAIN (the_body_fails)
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, child ("A", 5));
          await (asyncio_sleep (1));
          RAISE (ValueError, "body");
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
}

TEST_MAIN (two_fail)
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, fail ("A", 1));
          group_create_task (group, fail ("B", 1));
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
}

TEST_MAIN (a_child_is_cancelled)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      JugTask *task = group_create_task (group, child ("A", 5));

      group_create_task (group, child ("B", 2));
      await (asyncio_sleep (1));
      task_cancel (task);
    }
  END_WITH
  print ("no error");
}

static void
try_to_create (JugTaskGroup *group)
{
  TRY
    {
      group_create_task (group, child ("never", 1));
    }
  EXCEPT (RuntimeError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

TEST_MAIN (refuses_children)
{
  JugTaskGroup *group = asyncio_task_group ();

  try_to_create (group);
  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, fail ("A", 0));
          TRY
            {
              await (asyncio_sleep (5));
            }
          FINALLY
            {
              try_to_create (group);
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
  try_to_create (group);
}

TEST_MAIN (is_entered_twice)
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          ASYNC_WITH (group)
            {
              print ("never");
            }
          END_WITH
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
}

ASYNC (quit)
{
  await (asyncio_sleep (1));
  RAISE (SystemExit, "0");
}

TEST_MAIN (a_child_quits)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, child ("A", 5));
      group_create_task (group, quit ());
    }
  END_WITH
  print ("never");
}

static const JugTestProgram programs[] = {
  { "s45-its-end-waits-for-all-children", waits_for_all, "the body ends\nB\nA\nat 2\n" },
  { "s45-the-first-failure-cancels-siblings-and-body", a_child_fails,
    "A cancelled\nC cancelled\nB\nrequests 0\n" },
  { "s46-a-failure-of-the-body-joins-the-group", the_body_fails, "A cancelled\nbody\n" },
  { "s46-two-failures-before-the-abort-are-both-told", two_fail, "A\nB\n" },
  { "s46-a-cancelled-child-is-silent", a_child_is_cancelled,
    "A cancelled\nB\nno error\n" },
  { "s46-refuses-children-before-while-and-after", refuses_children,
    "TaskGroup <TaskGroup> has not been entered\n"
    "TaskGroup <TaskGroup errors=1 cancelling> is shutting down\nA\n"
    "TaskGroup <TaskGroup cancelling> is finished\n",
    .reported = "" },
  { "is-entered-but-once", is_entered_twice,
    "TaskGroup <TaskGroup entered> has already been entered\n" },
  { "a-child-that-quits-ends-the-program", a_child_quits, "A cancelled\n" },
};

static void
test_needs_a_task (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (JugTaskGroup) group = jug_task_group_new (loop);
  g_autoptr (GError) error = NULL;

  g_assert_false (jug_task_group_enter (group, &error));
  g_assert_cmpstr (jug_exception_get_name (error), ==, "RuntimeError");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/task-group", programs,
                            G_N_ELEMENTS (programs));
  g_test_add_func ("/juggler/task/task-group/needs-a-task", test_needs_a_task);
  return g_test_run ();
}
