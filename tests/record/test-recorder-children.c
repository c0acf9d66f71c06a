/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recording says of futures that are made for others, and of the timers that end
 * waits. */
#include "jug-python.h"
#include "jug-recorder.h"

/* The tasks of every program here: main is 1, a 2, b 3. */
static JugTask *a, *b;

ASYNC (child, (double, seconds))
{
  await (asyncio_sleep (seconds));
}

static void
start_children (void)
{
  a = asyncio_create_task (child (1));
  b = asyncio_create_task (child (2));
}

ASYNC (gather_main)
{
  JugFuture *plain = loop_create_future ();

  start_children ();
  future_set_result (plain, JUG_NONE);
  await (asyncio_gather (b, plain, a, b));
}

ASYNC (wait_main)
{
  start_children ();
  await (asyncio_wait_full (list (b, a), 5, JUG_FIRST_COMPLETED));
  await (b);
}

ASYNC (as_completed_main)
{
  start_children ();
  ASYNC_FOR_AS_COMPLETED (task, asyncio_as_completed (list (b, a)))
    {
      future_result (task);
    }
}

ASYNC (shield_main)
{
  start_children ();
  await (asyncio_shield (b));
  await (a);
}

ASYNC (late, (JugTaskGroup *, group))
{
  group_create_task (group, child (1));
}

ASYNC (group_main)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      a = group_create_task (group, child (1));
      b = group_create_task (group, late (group));
    }
  END_WITH
}

ASYNC (timeout_main)
{
  start_children ();
  await (asyncio_wait_for (b, 5));
}

ASYNC (no_order_main)
{
  asyncio_all_tasks ();
  start_children ();
  await (asyncio_wait (list (a, b)));
  ASYNC_FOR_AS_COMPLETED (task, asyncio_as_completed (list (child (1), child (2))))
    {
      future_result (task);
    }
  FOR_AS_COMPLETED (step, asyncio_as_completed (list (a, b)))
    {
      await (step);
    }
  start_children ();
  TRY
    {
      JugTaskGroup *group = asyncio_task_group ();

      ASYNC_WITH (group)
        {
          group_create_task (group, child (1));
          group_create_task (group, child (2));
          RAISE (ValueError, "on purpose");
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
    }
  END_TRY
}

#define MODULE(name)                                                                     \
  static void run_##name (void)                                                          \
  {                                                                                      \
    asyncio_run (name##_main ());                                                        \
  }                                                                                      \
  static const JugProgram name = { .id = "test/" #name, .module = run_##name };

MODULE (gather)
MODULE (wait)
MODULE (as_completed)
MODULE (shield)
MODULE (group)
MODULE (timeout)
MODULE (no_order)

/* Futures by how-manieth they are of those with an owner or children. */
static void
append_event (GString *out, const JugEvent *event, GHashTable *names)
{
  const char *name = g_hash_table_lookup (names, GUINT_TO_POINTER (event->object));

  if (event->kind == JUG_EVENT_FUTURE_CREATE && event->extra != 0)
    g_string_append_printf (
        out, "as %s; ",
        (char *) g_hash_table_lookup (names, GUINT_TO_POINTER (event->extra)));
  else if (event->kind == JUG_EVENT_FUTURE_CHILD && event->task == JUG_TASK_LOOP)
    g_string_append_printf (
        out, "%s: %s; ", name,
        (char *) g_hash_table_lookup (names, GUINT_TO_POINTER (event->value)));
  else if (event->kind == JUG_EVENT_FUTURE_CHILD)
    g_string_append_printf (out, "%s: task %u; ", name, event->task);
  else if (event->kind == JUG_EVENT_TIMER_ARM && event->deadline_ns == 5 * 1000000000ll)
    g_string_append_printf (out, "timer %s task %u; ", jug_event_get_detail_name (event),
                            event->task);
}

static JugTrace *
record (const JugProgram *program)
{
  const JugRecordOptions options = { .clock = JUG_CLOCK_VIRTUAL };
  JugTrace *trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_record (program, &options, trace, NULL, &error));
  g_assert_no_error (error);
  return trace;
}

static void
assert_recorded (const JugProgram *program, const char *expected)
{
  g_autoptr (JugTrace) trace = record (program);
  g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_FUTURE_CREATE)
        g_hash_table_insert (names, GUINT_TO_POINTER (event->object),
                             (gpointer) jug_event_get_detail_name (event));
      append_event (out, event, names);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

/* In the order of the arguments; what is given twice counts once. */
static void
test_gather_names_its_children (void)
{
  assert_recorded (&gather, "gather: task 3; gather: plain; gather: task 2; ");
}

/* In the order in which they were made, as they are a set. */
static void
test_wait_names_its_tasks (void)
{
  assert_recorded (&wait, "timer wakes task 1; wait: task 2; wait: task 3; ");
}

static void
test_as_completed_names_them_once (void)
{
  assert_recorded (&as_completed, "as-completed: task 2; as-completed: task 3; "
                                  "as as-completed; ");
}

static void
test_shield_names_whom_it_shields (void)
{
  assert_recorded (&shield, "shield: task 3; ");
}

static void
test_a_group_names_late_tasks_too (void)
{
  assert_recorded (&group,
                   "task-group: task 2; task-group: task 3; task-group: task 4; ");
}

static void
test_a_timeout_names_whom_it_cancels (void)
{
  assert_recorded (&timeout, "timer cancels task 1; ");
}

/* One of each that has several; all_tasks() was of main alone. */
static void
test_what_has_no_order_is_said (void)
{
  g_autoptr (JugTrace) trace = record (&no_order);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_UNORDERED)
        g_string_append_printf (out, "%s %u; ", jug_event_get_detail_name (event),
                                event->value);
    }
  g_assert_cmpstr (out->str, ==,
                   "wait 2; as-completed 2; completed 2; task-group 2; shutdown 2; ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/record/children/gather-names-its-children",
                   test_gather_names_its_children);
  g_test_add_func ("/juggler/record/children/wait-names-its-tasks",
                   test_wait_names_its_tasks);
  g_test_add_func ("/juggler/record/children/as-completed-names-them-once",
                   test_as_completed_names_them_once);
  g_test_add_func ("/juggler/record/children/shield-names-whom-it-shields",
                   test_shield_names_whom_it_shields);
  g_test_add_func ("/juggler/record/children/a-group-names-late-tasks-too",
                   test_a_group_names_late_tasks_too);
  g_test_add_func ("/juggler/record/children/a-timeout-names-whom-it-cancels",
                   test_a_timeout_names_whom_it_cancels);
  g_test_add_func ("/juggler/record/children/what-has-no-order-is-said",
                   test_what_has_no_order_is_said);
  return g_test_run ();
}
