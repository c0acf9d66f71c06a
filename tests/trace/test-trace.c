/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of a trace: appending to it and reading it, also while it grows. */
#include "jug-test-trace.h"
#include "jug-trace-private.h"

static JugEvent
blank (JugEventKind kind)
{
  return (JugEvent){ .kind = (guint8) kind, .cause = JUG_NO_EVENT };
}

static void
test_reads_what_was_appended (void)
{
  const guint n = 5000;
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autofree const JugEvent **places = g_new (const JugEvent *, n);

  for (guint i = 0; i < n; i++)
    {
      JugEvent event = blank (JUG_EVENT_ITERATION);

      event.time_ns = i / 3;
      event.value = i;
      g_assert_cmpuint (jug_trace_append (trace, &event), ==, i);
      places[i] = jug_trace_get_event (trace, i);
    }

  g_assert_cmpuint (jug_trace_get_n_events (trace), ==, n);
  g_assert_cmpint (jug_trace_get_end_time (trace), ==, (n - 1) / 3);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (jug_trace_get_event (trace, i) == places[i]);
      g_assert_cmpuint (places[i]->value, ==, i);
      g_assert_cmpint (places[i]->time_ns, ==, i / 3);
    }
}

static void
test_is_empty_at_first (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();

  g_assert_cmpuint (jug_trace_get_n_events (trace), ==, 0);
  g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 0);
  g_assert_cmpuint (jug_trace_get_n_strings (trace), ==, 1);
  g_assert_cmpuint (jug_trace_get_max_object (trace), ==, 0);
  g_assert_cmpint (jug_trace_get_end_time (trace), ==, 0);
  g_assert_cmpuint (jug_trace_find_time (trace, 0), ==, 0);
  g_assert_cmpstr (jug_trace_get_string (trace, 0), ==, "");
  g_assert_null (jug_trace_get_property (trace, JUG_TRACE_PROGRAM));
  g_assert_false (jug_trace_is_sealed (trace));
  g_assert_false (jug_trace_is_full (trace));
}

static void
test_knows_its_tasks (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  const char *const labels[] = { "loop", "main-1", "hello-1", "hello-2", "hello-3" };
  const JugTraceTask *task;

  g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = jug_trace_dup_task_label (trace, i);

      g_assert_cmpstr (label, ==, labels[i]);
    }

  task = jug_trace_get_task (trace, 3);
  g_assert_cmpstr (jug_trace_get_string (trace, task->name), ==, "hello");
  g_assert_cmpuint (task->ordinal, ==, 2);
  g_assert_cmpuint (task->parent, ==, 1);
  g_assert_cmpuint (task->own_name, ==, 0);
  g_assert_cmpuint (jug_trace_get_event (trace, task->create_event)->kind, ==,
                    JUG_EVENT_TASK_CREATE);
  g_assert_cmpuint (jug_trace_get_event (trace, task->create_event)->task, ==, 3);
  g_assert_cmpuint (jug_trace_get_event (trace, task->end_event)->kind, ==,
                    JUG_EVENT_DONE);
  g_assert_cmpuint (jug_trace_get_event (trace, task->end_event)->task, ==, 3);
}

static void
test_keeps_the_last_name_of_a_task (void)
{
  JugTestTrace *writer = jug_test_trace_new ();
  JugTrace *growing = jug_test_trace_get_trace (writer);
  guint32 first = jug_test_trace_create (writer, "worker");
  g_autoptr (JugTrace) trace = NULL;
  JugEvent event = blank (JUG_EVENT_TASK_NAME);

  jug_test_trace_create (writer, "worker");
  event.task = first;
  event.text = jug_trace_intern (growing, "one");
  jug_trace_append (growing, &event);
  event.text = jug_trace_intern (growing, "the first");
  jug_trace_append (growing, &event);
  trace = jug_test_trace_finish (writer);

  g_assert_cmpstr (jug_trace_get_string (trace, jug_trace_get_task (trace, 1)->own_name),
                   ==, "the first");
  g_assert_cmpuint (jug_trace_get_task (trace, 2)->own_name, ==, 0);
  g_assert_cmpuint (jug_trace_get_task (trace, 2)->end_event, ==, JUG_NO_EVENT);
}

static void
test_finds_times (void)
{
  const gint64 times[] = { 0, 0, 5, 5, 5, 9 };
  g_autoptr (JugTrace) trace = jug_trace_new ();

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      JugEvent event = blank (JUG_EVENT_LOOP_START);

      event.time_ns = times[i];
      jug_trace_append (trace, &event);
    }

  g_assert_cmpuint (jug_trace_find_time (trace, G_MININT64), ==, 0);
  g_assert_cmpuint (jug_trace_find_time (trace, 0), ==, 0);
  g_assert_cmpuint (jug_trace_find_time (trace, 1), ==, 2);
  g_assert_cmpuint (jug_trace_find_time (trace, 5), ==, 2);
  g_assert_cmpuint (jug_trace_find_time (trace, 6), ==, 5);
  g_assert_cmpuint (jug_trace_find_time (trace, 9), ==, 5);
  g_assert_cmpuint (jug_trace_find_time (trace, G_MAXINT64), ==, 6);
}

static void
test_keeps_properties (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_auto (GStrv) keys = NULL;
  const char *first;

  jug_trace_set_property (trace, JUG_TRACE_TITLE, "One");
  jug_trace_set_property (trace, JUG_TRACE_CLOCK, "virtual");
  jug_trace_set_property (trace, JUG_TRACE_ENGINE, "");
  first = jug_trace_get_property (trace, JUG_TRACE_TITLE);
  jug_trace_set_property (trace, JUG_TRACE_TITLE, "Two");
  jug_trace_set_property (trace, JUG_TRACE_CLOCK, NULL);
  jug_trace_set_property (trace, JUG_TRACE_PROGRAM, NULL);

  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_TITLE), ==, "Two");
  g_assert_cmpstr (first, ==, "One");
  g_assert_cmpstr (jug_trace_get_property (trace, JUG_TRACE_ENGINE), ==, "");
  g_assert_null (jug_trace_get_property (trace, JUG_TRACE_CLOCK));
  g_assert_null (jug_trace_get_property (trace, JUG_TRACE_PROGRAM));
  keys = jug_trace_dup_property_keys (trace);
  g_assert_cmpuint (g_strv_length (keys), ==, 2);
  g_assert_cmpstr (keys[0], ==, JUG_TRACE_TITLE);
  g_assert_cmpstr (keys[1], ==, JUG_TRACE_ENGINE);
}

static void
test_knows_the_highest_object (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  JugEvent event = blank (JUG_EVENT_SYNC_CREATE);

  event.object = 8;
  event.extra = 1000000; /* a capacity */
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 0);
  g_assert_cmpuint (jug_trace_get_max_object (trace), ==, 8);

  event = blank (JUG_EVENT_FUTURE_CREATE);
  event.object = 3;
  event.extra = 9; /* its primitive */
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 1);
  g_assert_cmpuint (jug_trace_get_max_object (trace), ==, 9);

  event = blank (JUG_EVENT_LINE);
  event.object = 5000;
  event.extra = 0;
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 2);
  g_assert_cmpuint (jug_trace_get_max_object (trace), ==, 9);
}

static void
test_takes_every_kind (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();
  guint seen[256] = { 0 };

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      seen[event->kind] |= 1u << event->detail;
    }
  for (guint kind = 0; kind < 256; kind++)
    for (guint detail = 0; detail < 32; detail++)
      {
        JugEvent event = { .kind = (guint8) kind, .detail = (guint8) detail };

        if (jug_event_kind_is_known (kind) &&
            (detail == 0 || jug_event_get_detail_name (&event) != NULL))
          g_assert_true (seen[kind] & 1u << detail);
      }
}

/* What an event may not be, after one task was created, one string stored, at time 100 in
 * iteration 7. */
static const struct
{
  const char *name;
  JugEvent event;
  const char *message;
} refused[] = {
  { "no-kind", { .kind = 0 }, "*no such kind*" },
  { "unknown-kind", { .kind = 58 }, "*no such kind*" },
  { "last-kind", { .kind = 255 }, "*no such kind*" },
  { "earlier-time", { .kind = 16, .time_ns = 99 }, "*before that of the last event*" },
  { "negative-time", { .kind = 16, .time_ns = -1 }, "*before that of the last event*" },
  { "lowest-time",
    { .kind = 16, .time_ns = G_MININT64 },
    "*before that of the last event*" },
  { "late-time",
    { .kind = 16, .time_ns = JUG_EVENT_MAX_TIME_NS + 1 },
    "*after JUG_EVENT_MAX_TIME_NS*" },
  { "latest-time",
    { .kind = 16, .time_ns = G_MAXINT64 },
    "*after JUG_EVENT_MAX_TIME_NS*" },
  { "earlier-iteration", { .kind = 16, .iteration = 6 }, "*its iteration is before*" },
  { "detail-of-another-kind", { .kind = 16, .detail = 1 }, "*its detail*" },
  { "high-detail", { .kind = JUG_EVENT_DONE, .task = 1, .detail = 3 }, "*its detail*" },
  { "unknown-task", { .kind = JUG_EVENT_PRINT, .task = 2 }, "*its task does not exist*" },
  { "no-task", { .kind = JUG_EVENT_STEP }, "*its task does not exist*" },
  { "highest-task",
    { .kind = JUG_EVENT_STEP, .task = G_MAXUINT32 },
    "*its task does not exist*" },
  { "task-not-next",
    { .kind = JUG_EVENT_TASK_CREATE, .task = 3 },
    "*the number after that of the last*" },
  { "task-again",
    { .kind = JUG_EVENT_TASK_CREATE, .task = 1 },
    "*the number after that of the last*" },
  { "task-zero",
    { .kind = JUG_EVENT_TASK_CREATE, .task = 0 },
    "*its task does not exist*" },
  { "own-parent",
    { .kind = JUG_EVENT_TASK_CREATE, .task = 2, .object = 2 },
    "*its object is too high*" },
  { "cancelled-by-nobody",
    { .kind = JUG_EVENT_CANCEL, .task = 1, .object = 2 },
    "*its object is too high*" },
  { "high-object", { .kind = JUG_EVENT_SYNC, .object = 25 }, "*its object is too high*" },
  { "high-line",
    { .kind = JUG_EVENT_LINE, .task = 1, .object = (1 << 24) + 1 },
    "*its object is too high*" },
  { "waits-for-no-task",
    { .kind = JUG_EVENT_WAIT, .task = 1, .detail = JUG_WAIT_TASK },
    "*what it waits for*" },
  { "waits-for-unknown-task",
    { .kind = JUG_EVENT_WAIT, .task = 1, .detail = JUG_WAIT_TASK, .object = 2 },
    "*what it waits for*" },
  { "waits-for-high-object",
    { .kind = JUG_EVENT_WAIT, .task = 1, .detail = JUG_WAIT_FUTURE, .object = 25 },
    "*what it waits for*" },
  { "unknown-text", { .kind = JUG_EVENT_PRINT, .text = 2 }, "*its text does not exist*" },
  { "text-without-use", { .kind = 16, .text = 1 }, "*neither text nor value*" },
  { "own-cause", { .kind = JUG_EVENT_PRINT, .cause = 2 }, "*not an earlier event*" },
  { "later-cause",
    { .kind = JUG_EVENT_PRINT, .cause = JUG_NO_EVENT - 1 },
    "*not an earlier event*" },
  { "cause-without-use", { .kind = 16, .cause = 0x80000000 }, "*not an earlier event*" },
  { "high-extra-object",
    { .kind = JUG_EVENT_FUTURE_CREATE, .extra = 25 },
    "*extra number is too high*" },
  { "high-extra-line",
    { .kind = JUG_EVENT_LINE, .extra = (1 << 24) + 1 },
    "*extra number is too high*" },
  { "far-deadline",
    { .kind = JUG_EVENT_POLL, .deadline_ns = JUG_EVENT_MAX_TIME_NS + 1 },
    "*deadline*" },
  { "early-deadline",
    { .kind = JUG_EVENT_POLL, .deadline_ns = -JUG_EVENT_MAX_TIME_NS - 2 },
    "*deadline*" },
};

static void
test_refuses (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (JugTrace) trace = jug_trace_new ();
  JugEvent create = blank (JUG_EVENT_TASK_CREATE);
  JugEvent start = blank (JUG_EVENT_LOOP_START);
  JugEvent event = refused[row].event;

  create.task = 1;
  create.text = jug_trace_intern (trace, "main");
  start.time_ns = 100;
  start.iteration = 7;
  g_assert_cmpuint (jug_trace_append (trace, &create), ==, 0);
  g_assert_cmpuint (jug_trace_append (trace, &start), ==, 1);

  if (event.time_ns == 0)
    event.time_ns = 100;
  if (event.iteration == 0)
    event.iteration = 7;
  if (event.kind != JUG_EVENT_POLL && event.kind != JUG_EVENT_LINE &&
      event.kind != JUG_EVENT_FUTURE_CREATE && event.cause == 0)
    event.cause = JUG_NO_EVENT;

  g_test_expect_message ("jug-trace", G_LOG_LEVEL_CRITICAL, refused[row].message);
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, JUG_NO_EVENT);
  g_test_assert_expected_messages ();

  /* As if nothing had been. */
  g_assert_cmpuint (jug_trace_get_n_events (trace), ==, 2);
  g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 1);
  g_assert_cmpuint (jug_trace_get_max_object (trace), ==, 0);
  g_assert_cmpuint (jug_trace_append (trace, &start), ==, 2);
}

static void
test_takes_what_lies_at_the_limits (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  JugEvent event = blank (JUG_EVENT_POLL);

  event.deadline_ns = JUG_EVENT_MAX_TIME_NS;
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 0);
  event.deadline_ns = -JUG_EVENT_MAX_TIME_NS;
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 1);
  event = blank (JUG_EVENT_CALLBACK_QUEUE);
  event.object = 24;
  event.cause = 1;
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 2);
  event = blank (JUG_EVENT_LINE);
  event.object = 1 << 24;
  event.extra = 1 << 24;
  event.time_ns = JUG_EVENT_MAX_TIME_NS;
  event.iteration = G_MAXUINT32;
  event.loop = event.thread = 255;
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 3);
  /* Another loop has iterations of its own. */
  event.iteration = 1;
  event.loop = 254;
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, 4);
}

static void
test_refuses_a_second_end (void)
{
  g_autoptr (JugTestTrace) writer = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (writer);
  guint32 task = jug_test_trace_create (writer, "main");
  guint32 end;

  jug_test_trace_step (writer, task, NULL);
  end = jug_test_trace_done (writer, JUG_OUTCOME_RESULT, "1");
  jug_test_trace_step (writer, task, NULL);
  g_test_expect_message ("jug-trace", G_LOG_LEVEL_CRITICAL, "*has ended before*");
  jug_test_trace_done (writer, JUG_OUTCOME_RESULT, "2");
  g_test_assert_expected_messages ();
  g_assert_cmpuint (jug_trace_get_task (trace, task)->end_event, ==, end);
}

static void
test_takes_nothing_once_sealed (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  JugEvent event = blank (JUG_EVENT_LOOP_START);

  jug_trace_seal (trace);
  jug_trace_seal (trace);
  g_assert_true (jug_trace_is_sealed (trace));
  g_test_expect_message ("jug-trace", G_LOG_LEVEL_CRITICAL, "*sealed*");
  g_assert_cmpuint (jug_trace_append (trace, &event), ==, JUG_NO_EVENT);
  g_test_expect_message ("jug-trace", G_LOG_LEVEL_CRITICAL, "*sealed*");
  g_assert_cmpuint (jug_trace_intern (trace, "x"), ==, 0);
  g_test_expect_message ("jug-trace", G_LOG_LEVEL_CRITICAL, "*sealed*");
  jug_trace_set_property (trace, "x", "y");
  g_test_assert_expected_messages ();
  g_assert_cmpuint (jug_trace_get_n_events (trace), ==, 0);
}

/* What the thread that follows a growing trace has seen. */
typedef struct
{
  JugTrace *trace;
  guint32 n_events;
} Follower;

/* Reads every event as soon as it is there, and what it refers to. */
static gpointer
follow (gpointer data)
{
  Follower *self = data;
  gboolean sealed;

  do
    {
      guint32 n_events;

      sealed = jug_trace_is_sealed (self->trace);
      n_events = jug_trace_get_n_events (self->trace);
      for (; self->n_events < n_events; self->n_events++)
        {
          const JugEvent *event = jug_trace_get_event (self->trace, self->n_events);
          g_autofree char *expected = g_strdup_printf ("text %u", self->n_events / 2);

          g_assert_cmpint (event->time_ns, ==, self->n_events);
          if (event->kind == JUG_EVENT_TASK_CREATE)
            {
              const JugTraceTask *task = jug_trace_get_task (self->trace, event->task);

              g_assert_cmpuint (task->create_event, ==, self->n_events);
              g_assert_cmpuint (task->name, ==, event->text);
            }
          g_assert_cmpstr (jug_trace_get_string (self->trace, event->text), ==, expected);
        }
      if (n_events > 0)
        g_assert_cmpint (jug_trace_get_end_time (self->trace), >=, n_events - 1);
    }
  while (!sealed);
  return NULL;
}

static void
test_can_be_followed_while_it_grows (void)
{
  const guint n = 60000;
  g_autoptr (JugTrace) trace = jug_trace_new ();
  Follower followers[2] = { { trace, 0 }, { trace, 0 } };
  GThread *threads[G_N_ELEMENTS (followers)];

  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    threads[i] = g_thread_new ("follower", follow, &followers[i]);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i / 2);
      JugEvent event = blank (i % 2 == 0 ? JUG_EVENT_TASK_CREATE : JUG_EVENT_PRINT);

      event.task = i / 2 + 1;
      event.time_ns = i;
      event.text = jug_trace_intern (trace, text);
      jug_trace_append (trace, &event);
    }
  jug_trace_seal (trace);

  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (followers[i].n_events, ==, n);
    }
}

static void
test_test_traces_are_as_long_as_asked (void)
{
  const guint32 lengths[] = { 300, 1000, 12345 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (JugTrace) trace = jug_test_trace_large (20, lengths[i]);

      g_assert_cmpuint (jug_trace_get_n_events (trace), ==, lengths[i]);
      g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 21);
      g_assert_true (jug_trace_is_sealed (trace));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/trace/reads-what-was-appended",
                   test_reads_what_was_appended);
  g_test_add_func ("/juggler/trace/trace/is-empty-at-first", test_is_empty_at_first);
  g_test_add_func ("/juggler/trace/trace/knows-its-tasks", test_knows_its_tasks);
  g_test_add_func ("/juggler/trace/trace/keeps-the-last-name-of-a-task",
                   test_keeps_the_last_name_of_a_task);
  g_test_add_func ("/juggler/trace/trace/finds-times", test_finds_times);
  g_test_add_func ("/juggler/trace/trace/keeps-properties", test_keeps_properties);
  g_test_add_func ("/juggler/trace/trace/knows-the-highest-object",
                   test_knows_the_highest_object);
  g_test_add_func ("/juggler/trace/trace/takes-every-kind", test_takes_every_kind);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path =
          g_strconcat ("/juggler/trace/trace/refuses-", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refuses);
    }
  g_test_add_func ("/juggler/trace/trace/takes-what-lies-at-the-limits",
                   test_takes_what_lies_at_the_limits);
  g_test_add_func ("/juggler/trace/trace/refuses-a-second-end",
                   test_refuses_a_second_end);
  g_test_add_func ("/juggler/trace/trace/takes-nothing-once-sealed",
                   test_takes_nothing_once_sealed);
  g_test_add_func ("/juggler/trace/trace/can-be-followed-while-it-grows",
                   test_can_be_followed_while_it_grows);
  g_test_add_func ("/juggler/trace/trace/test-traces-are-as-long-as-asked",
                   test_test_traces_are_as_long_as_asked);
  return g_test_run ();
}
