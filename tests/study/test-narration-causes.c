/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about waiting: for what, and why it is over. */
#include "jug-narration-check.h"

/* What is told when a task waits, and when what it waited for came about through
 * another. */
typedef struct
{
  JugPurpose purpose;
  const char *label; /* of the future */
  JugSyncKind sync;  /* what it belongs to, if @sync_name */
  const char *sync_name;
  const char *waits;   /* the sentence about the wait */
  const char *by_task; /* why it goes on, if another task saw to that */
  const char *by_loop; /* why it goes on, if no task did */
} Wait;

static const Wait waits[] = {
  { JUG_PURPOSE_PLAIN, NULL, 0, NULL, "a-1 waits for a future that has no result yet.",
    "b-1 set the result of the future that it waited for",
    "the future that it waited for has a result" },
  { JUG_PURPOSE_PLAIN, "answer", 0, NULL,
    "a-1 waits for the future answer, which has no result yet.",
    "b-1 set the result of the future that it waited for",
    "the future that it waited for has a result" },
  { JUG_PURPOSE_SLEEP, "0.25", 0, NULL, "a-1 sleeps for 0.25 s: it waits for its timer.",
    "its 0.25 s timer fired", "its 0.25 s timer fired" },
  { JUG_PURPOSE_SLEEP, NULL, 0, NULL, "a-1 sleeps: it waits for its timer.",
    "its timer fired", "its timer fired" },
  { JUG_PURPOSE_GATHER, "1", 0, NULL, "a-1 waits for gather, until 1 task is done.",
    "what it gathered is done", "what it gathered is done" },
  { JUG_PURPOSE_GATHER, "2", 0, NULL, "a-1 waits for gather, until all 2 are done.",
    "all 2 that it gathered are done", "all 2 that it gathered are done" },
  { JUG_PURPOSE_WAIT, "FIRST_COMPLETED", 0, NULL,
    "a-1 waits until one of its tasks has ended.", "what it waited for has come about",
    "what it waited for has come about" },
  { JUG_PURPOSE_WAIT, "FIRST_EXCEPTION", 0, NULL,
    "a-1 waits until one of its tasks fails or all have ended.",
    "what it waited for has come about", "what it waited for has come about" },
  { JUG_PURPOSE_WAIT, "ALL_COMPLETED", 0, NULL,
    "a-1 waits until all of its tasks have ended.", "what it waited for has come about",
    "what it waited for has come about" },
  { JUG_PURPOSE_WAIT, NULL, 0, NULL, "a-1 waits until what it has cancelled has ended.",
    "what it waited for has come about", "what it waited for has come about" },
  { JUG_PURPOSE_AS_COMPLETED, NULL, 0, NULL,
    "a-1 waits for whichever of its tasks ends next.",
    "what it waited for has come about", "what it waited for has come about" },
  { JUG_PURPOSE_SHIELD, NULL, 0, NULL,
    "a-1 waits for what it has shielded from being cancelled.",
    "what it had shielded is done", "what it had shielded is done" },
  { JUG_PURPOSE_TASK_GROUP, NULL, 0, NULL,
    "a-1 is at the end of its task group and waits until all tasks in it have ended.",
    "all tasks of its group have ended", "all tasks of its group have ended" },
  { JUG_PURPOSE_LOCK, NULL, JUG_SYNC_LOCK, "door", "a-1 waits for the lock door.",
    "b-1 released the lock door", "the lock door was released" },
  { JUG_PURPOSE_LOCK, NULL, JUG_SYNC_LOCK, "", "a-1 waits for the lock.",
    "b-1 released the lock", "the lock was released" },
  { JUG_PURPOSE_EVENT, NULL, JUG_SYNC_EVENT, "start",
    "a-1 waits until the event start is set.", "b-1 set the event start",
    "the event start was set" },
  { JUG_PURPOSE_EVENT, NULL, JUG_SYNC_EVENT, "", "a-1 waits until the event is set.",
    "b-1 set the event", "the event was set" },
  { JUG_PURPOSE_CONDITION, NULL, JUG_SYNC_CONDITION, "news",
    "a-1 waits until somebody notifies the condition news.",
    "b-1 notified the condition news", "the condition news was notified" },
  { JUG_PURPOSE_CONDITION, NULL, JUG_SYNC_CONDITION, "",
    "a-1 waits until somebody notifies the condition.", "b-1 notified the condition",
    "the condition was notified" },
  { JUG_PURPOSE_SEMAPHORE, NULL, JUG_SYNC_SEMAPHORE, "seats",
    "a-1 waits for a permit of the semaphore seats: none is free.",
    "b-1 gave a permit of the semaphore seats back",
    "a permit of the semaphore seats was given back" },
  { JUG_PURPOSE_SEMAPHORE, NULL, JUG_SYNC_SEMAPHORE, "",
    "a-1 waits for a permit of the semaphore: none is free.",
    "b-1 gave a permit of the semaphore back",
    "a permit of the semaphore was given back" },
  { JUG_PURPOSE_BARRIER, NULL, JUG_SYNC_BARRIER, "gate",
    "a-1 waits at the barrier gate until enough others have come.",
    "b-1 woke those who wait at the barrier gate",
    "those who wait at the barrier gate were woken" },
  { JUG_PURPOSE_BARRIER, NULL, JUG_SYNC_BARRIER, "",
    "a-1 waits at the barrier until enough others have come.",
    "b-1 woke those who wait at the barrier",
    "those who wait at the barrier were woken" },
  { JUG_PURPOSE_QUEUE_GET, NULL, JUG_SYNC_QUEUE, "jobs",
    "a-1 waits for an item: the queue jobs is empty.",
    "b-1 put an item into the queue jobs", "an item came into the queue jobs" },
  { JUG_PURPOSE_QUEUE_PUT, NULL, JUG_SYNC_QUEUE, "jobs",
    "a-1 waits for room: the queue jobs is full.",
    "b-1 took an item out of the queue jobs", "there is room in the queue jobs" },
  { JUG_PURPOSE_QUEUE_JOIN, NULL, JUG_SYNC_QUEUE, "",
    "a-1 waits until every item of the queue is dealt with.",
    "b-1 dealt with the last item of the queue",
    "every item of the queue is dealt with" },
  { JUG_PURPOSE_IO, "GET /", 0, NULL, "a-1 waits for the outside world: GET /.",
    "the outside world has answered GET /", "the outside world has answered GET /" },
  { JUG_PURPOSE_IO, NULL, 0, NULL, "a-1 waits for the outside world.",
    "the outside world has answered", "the outside world has answered" },
  { JUG_PURPOSE_EXECUTOR, "read_file", 0, NULL,
    "a-1 waits for a thread that runs read_file.", "a thread has finished read_file",
    "a thread has finished read_file" },
  { JUG_PURPOSE_EXECUTOR, NULL, 0, NULL, "a-1 waits for a thread that works for it.",
    "a thread has finished its work", "a thread has finished its work" },
};

/* Task a-1 waits as @wait says; b-1 or nobody runs then.  Returns the future. */
static guint32
begin_wait (JugTestTrace *t, const Wait *wait, gboolean by_task)
{
  guint32 sync = 0, future;

  if (by_task)
    jug_test_trace_create (t, "b");
  if (wait->sync_name)
    sync = jug_test_trace_sync_create (t, wait->sync,
                                       *wait->sync_name ? wait->sync_name : NULL, 0);
  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  future = jug_test_trace_future (t, wait->purpose, wait->label, sync);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
  assert_tells (t, -1, wait->waits);
  if (by_task)
    jug_test_trace_step (t, 1, NULL);
  return future;
}

static void
test_waits_and_what_ends_them (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (waits); i++)
    {
      const Wait *wait = &waits[i / 2];
      gboolean by_task = i % 2;
      g_autoptr (JugTestTrace) t = jug_test_trace_new ();
      guint32 future = begin_wait (t, wait, by_task);
      guint32 done =
          jug_test_trace_future_done (t, future, JUG_OUTCOME_RESULT, NULL, JUG_NO_EVENT);
      const char *why = by_task ? wait->by_task : wait->by_loop;
      g_autofree char *ready =
          g_strdup_printf ("a-1 is ready: %s, so it goes to the ready queue.", why);
      g_autofree char *queued = g_strdup_printf ("a-1 goes to the ready queue: %s.", why);
      g_autofree char *runs = g_strdup_printf ("a-1 runs: %s, so the loop put it in the "
                                               "ready queue, and nobody was ahead of it.",
                                               why);

      assert_tells (t, done, ready);
      jug_test_trace_queue (t, by_task ? 2 : 1, NULL, done);
      assert_tells (t, -1, queued);
      if (by_task)
        jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
      jug_test_trace_step (t, by_task ? 2 : 1, NULL);
      assert_tells (t, -1, runs);
    }
}

/* A sleep of @label seconds ends late; who blocked the loop meanwhile, or nobody. */
static void
check_late_timer (const char *label, gboolean is_blocked, const char *why)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autofree char *expected =
      g_strdup_printf ("nap-1 is ready: its %s, so it goes to the ready queue.", why);
  guint32 nap = jug_test_trace_create (t, "nap"), future, armed, event;

  jug_test_trace_step (t, nap, NULL);
  future = jug_test_trace_future (t, JUG_PURPOSE_SLEEP, label, 0);
  armed = jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                                   .task = nap,
                                                   .object = 9,
                                                   .deadline_ns = SECOND });
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
  jug_test_trace_step (t, jug_test_trace_create (t, "hog"), NULL);
  if (is_blocked)
    jug_test_trace_add_event (
        t, (JugEvent){ .kind = JUG_EVENT_BLOCK, .task = 2, .deadline_ns = 3 * SECOND });
  jug_test_trace_set_time (t, 3 * SECOND);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  event = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 9, .cause = armed });
  event = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CALLBACK_RUN, .object = 9, .cause = event });
  assert_tells (t,
                jug_test_trace_future_done (t, future, JUG_OUTCOME_RESULT, NULL, event),
                expected);
}

static void
test_late_timers_say_why (void)
{
  check_late_timer ("1", TRUE,
                    "1 s timer fired, 2 s late because hog-1 blocked the loop");
  check_late_timer ("1", FALSE, "1 s timer fired, 2 s late because the loop was busy");
  check_late_timer (NULL, TRUE, "timer fired, 2 s late because hog-1 blocked the loop");
  check_late_timer (NULL, FALSE, "timer fired, 2 s late because the loop was busy");
}

/* asyncio.wait and as_completed go on because a task ended, or because their time was
 * up. */
static void
test_one_of_many_ends (void)
{
  static const JugPurpose purposes[] = { JUG_PURPOSE_WAIT, JUG_PURPOSE_AS_COMPLETED };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (JugTestTrace) t = jug_test_trace_new ();
      gboolean is_timer = i % 2;
      guint32 child = jug_test_trace_create (t, "b"), future, cause, told;

      jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
      future = jug_test_trace_future (t, purposes[i / 2], NULL, 0);
      jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
      jug_test_trace_step (t, child, NULL);
      cause = jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
      if (is_timer)
        cause = jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE,
                                                         .object = 9,
                                                         .cause = JUG_NO_EVENT });
      told = jug_test_trace_queue (t, 0, "x", cause);
      cause = jug_test_trace_future_done (t, future, JUG_OUTCOME_RESULT, NULL,
                                          jug_test_trace_callback (t, told));
      if (is_timer)
        assert_tells (
            t, cause,
            "a-1 is ready: its time for waiting was up, so it goes to the ready queue.");
      else
        assert_tells (
            t, cause,
            "a-1 is ready: b-1, for which it waited, is done, so it goes to the ready "
            "queue.");
    }
}

static void
test_futures_are_made_for_something (void)
{
  static const char *const sentences[] = {
    "a-1 makes a future.",
    "a-1 makes a future that its timer will complete.",
    "a-1 makes a future for the results that gather will collect.",
    "a-1 makes a future for what it is about to wait for.",
    "a-1 makes a future for the next of its tasks that ends.",
    "a-1 makes a future that can be cancelled in place of what it shields.",
    "a-1 makes a future for the end of its task group.",
    "a-1 makes a future for its turn with a lock.",
    "a-1 makes a future for an event to be set.",
    "a-1 makes a future for a condition to be notified.",
    "a-1 makes a future for a permit.",
    "a-1 makes a future for a barrier to open.",
    "a-1 makes a future for an item in a queue.",
    "a-1 makes a future for room in a queue.",
    "a-1 makes a future for the end of all work in a queue.",
    "a-1 makes a future for an answer of the outside world.",
    "a-1 makes a future for the work of a thread.",
  };
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == JUG_PURPOSE_EXECUTOR + 1);
  jug_test_trace_future (t, JUG_PURPOSE_PLAIN, NULL, 0);
  assert_tells (t, -1, "The program makes a future.");
  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  for (guint purpose = 0; purpose < G_N_ELEMENTS (sentences); purpose++)
    {
      jug_test_trace_future (t, purpose, NULL, 0);
      assert_tells (t, -1, sentences[purpose]);
    }
}

static void
test_futures_that_nobody_waits_for (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  static const char *const sentences[] = {
    "A future gets its result; no task waits for it.",
    "A future gets the exception ValueError; no task waits for it.",
    "A future is cancelled; no task waits for it.",
  };

  for (guint outcome = 0; outcome < 3; outcome++)
    {
      jug_test_trace_future_done (t, jug_test_trace_future (t, 0, NULL, 0), outcome,
                                  outcome == 1 ? "ValueError" : NULL, JUG_NO_EVENT);
      assert_tells (t, -1, sentences[outcome]);
    }
}

/* Task a-1 waits for what ends otherwise than with a result; b-1 may be the one who did
 * it. */
static void
check_throw (gboolean by_task,
             JugOutcome outcome,
             const char *exception,
             const char *expected)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 future = begin_wait (t, &waits[0], by_task);
  guint32 done = jug_test_trace_future_done (t, future, outcome, exception, JUG_NO_EVENT);

  jug_test_trace_queue (t, by_task ? 2 : 1, NULL, done);
  if (by_task)
    jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  jug_test_trace_step (t, by_task ? 2 : 1, exception);
  assert_tells (t, -1, expected);
}

static void
test_exceptions_come_from_somewhere (void)
{
  check_throw (
      FALSE, JUG_OUTCOME_EXCEPTION, "ValueError",
      "a-1 runs, and its await raises ValueError: what it waited for failed with "
      "ValueError.");
  check_throw (
      TRUE, JUG_OUTCOME_EXCEPTION, "ValueError",
      "a-1 runs, and its await raises ValueError: b-1 set the exception ValueError on "
      "what it waited for.");
  check_throw (
      FALSE, JUG_OUTCOME_CANCELLED, "CancelledError",
      "a-1 runs, and its await raises CancelledError: what it waited for was cancelled.");
}

/* The awaited task ends in one of three ways. */
static void
check_awaited_task (JugOutcome outcome, const char *exception, const char *expected)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 child = jug_test_trace_create (t, "b"), done;

  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  jug_test_trace_wait (t, JUG_WAIT_TASK, child);
  jug_test_trace_step (t, child, NULL);
  done = jug_test_trace_done (t, outcome, exception);
  jug_test_trace_queue (t, 2, NULL, done);
  jug_test_trace_step (t, 2, exception);
  assert_tells (t, -1, expected);
}

static void
test_awaited_tasks_end (void)
{
  check_awaited_task (
      JUG_OUTCOME_RESULT, NULL,
      "a-1 runs: b-1, for which it waited, is done, so the loop put it in the "
      "ready queue, and nobody was ahead of it.");
  check_awaited_task (
      JUG_OUTCOME_EXCEPTION, "ValueError",
      "a-1 runs, and its await raises ValueError: b-1, for which it waited, failed with "
      "ValueError.");
  check_awaited_task (
      JUG_OUTCOME_CANCELLED, "CancelledError",
      "a-1 runs, and its await raises CancelledError: b-1, for which it waited, "
      "was cancelled.");
}

/* A gather hears of a child that did not end well, and passes it on. */
static void
check_gathered_task (JugOutcome outcome, const char *exception, const char *expected)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 gather, told, event;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_create (t, "b");
  jug_test_trace_create (t, "b");
  gather = jug_test_trace_future (t, JUG_PURPOSE_GATHER, "2", 0);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, gather);
  jug_test_trace_step (t, 2, NULL);
  told =
      jug_test_trace_queue (t, 0, "gather", jug_test_trace_done (t, outcome, exception));
  jug_test_trace_step (t, 3, NULL);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  event = jug_test_trace_callback (t, told);
  event = jug_test_trace_future_done (t, gather, outcome, exception, event);
  jug_test_trace_queue (t, 1, NULL, event);
  jug_test_trace_callback_end (t, told);
  jug_test_trace_step (t, 1, exception);
  assert_tells (t, -1, expected);
}

static void
test_a_gather_passes_failures_on (void)
{
  check_gathered_task (
      JUG_OUTCOME_EXCEPTION, "ValueError",
      "main-1 runs, and its await raises ValueError: b-1, for which it waited, "
      "failed with ValueError.");
  check_gathered_task (
      JUG_OUTCOME_CANCELLED, "CancelledError",
      "main-1 runs, and its await raises CancelledError: b-1, for which it "
      "waited, was cancelled.");
}

static void
test_a_cancelled_sleep_says_by_whom (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 nap = jug_test_trace_create (t, "nap"), future, done;

  jug_test_trace_step (t, nap, NULL);
  future = jug_test_trace_future (t, JUG_PURPOSE_SLEEP, "5", 0);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_cancel (t, nap);
  done =
      jug_test_trace_future_done (t, future, JUG_OUTCOME_CANCELLED, NULL, JUG_NO_EVENT);
  assert_tells (t, done,
                "nap-1 is ready: main-1 has cancelled it, so it goes to "
                "the ready queue.");
  jug_test_trace_queue (t, nap, NULL, done);
  jug_test_trace_wait (t, JUG_WAIT_TASK, nap);
  jug_test_trace_step (t, nap, "CancelledError");
  assert_tells (
      t, -1, "nap-1 runs, and its await raises CancelledError: main-1 has cancelled it.");
}

static void
test_a_task_that_cancels_itself (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_test_trace_create (t, "a");

  jug_test_trace_step (t, a, NULL);
  jug_test_trace_cancel (t, a);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, a, "CancelledError");
  assert_tells (
      t, -1, "a-1 runs, and its await raises CancelledError: it has cancelled itself.");
}

/* A callback cancels a task, because of @cause.  Returns the event. */
static guint32
cancel_from_outside (JugTestTrace *t, guint32 nap, const char *name, guint32 cause)
{
  guint32 callback = jug_test_trace_queue (t, 0, name, cause);
  guint32 run = jug_test_trace_callback (t, callback);
  guint32 cancel = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CANCEL, .task = nap, .cause = run });

  jug_test_trace_callback_end (t, callback);
  return cancel;
}

static void
test_asyncio_cancels_for_a_reason (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 nap = jug_test_trace_create (t, "nap"), fired, done;

  jug_test_trace_step (t, nap, NULL);
  jug_test_trace_sleep (t, 9 * SECOND);
  fired = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 40, .cause = JUG_NO_EVENT });
  assert_tells (t, cancel_from_outside (t, nap, "timeout", fired),
                "nap-1 is cancelled: the timer of “timeout” has fired. It waits no "
                "longer: when its turn "
                "comes, its await raises CancelledError.");
  assert_tells (
      t, cancel_from_outside (t, nap, NULL, fired),
      "nap-1 is cancelled: a timer for that has fired. It waits no longer: when its turn "
      "comes, its await raises CancelledError.");

  jug_test_trace_step (t, jug_test_trace_create (t, "b"), NULL);
  done = jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  assert_tells (
      t, cancel_from_outside (t, nap, "x", done),
      "nap-1 is cancelled: b-1 has failed with ValueError. It waits no longer: when its "
      "turn comes, its await raises CancelledError.");
  assert_tells (
      t, cancel_from_outside (t, nap, "x", JUG_NO_EVENT),
      "nap-1 is cancelled: a callback has cancelled it. It waits no longer: when its "
      "turn comes, its await raises CancelledError.");
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
  jug_test_trace_cancel (t, nap);
  assert_tells (
      t, -1,
      "nap-1 is cancelled: the program is coming to its end. It waits no longer: when "
      "its turn comes, its await raises CancelledError.");
}

static void
test_a_timeout_takes_its_request_back (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 nap = jug_test_trace_create (t, "nap"), fired;

  jug_test_trace_step (t, nap, NULL);
  jug_test_trace_sleep (t, 9 * SECOND);
  fired = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 40, .cause = JUG_NO_EVENT });
  cancel_from_outside (t, nap, "timeout", fired);
  jug_test_trace_step (t, nap, "CancelledError");
  jug_test_trace_add (t, JUG_EVENT_UNCANCEL, nap, 0, 0);
  assert_tells (t, -1,
                "The timeout takes back its request to cancel nap-1, which is not being "
                "cancelled any more.");
  cancel_from_outside (t, nap, "x", JUG_NO_EVENT);
  jug_test_trace_add (t, JUG_EVENT_UNCANCEL, nap, 0, 0);
  assert_tells (
      t, -1,
      "A request to cancel nap-1 is taken back: it is not being cancelled any more.");
}

static void
test_asyncio_run_hears_of_its_task (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_test_trace_create (t, "a"), callback;

  jug_test_trace_step (t, a, NULL);
  callback = jug_test_trace_queue (t, 0, "run_until_complete",
                                   jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL));
  assert_tells (t, jug_test_trace_callback (t, callback),
                "asyncio.run() is told that a-1 is done.");
}

static void
test_a_task_cannot_wait_for_itself (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_test_trace_create (t, "a");

  jug_test_trace_step (t, a, NULL);
  jug_test_trace_wait (t, JUG_WAIT_TASK, a);
  assert_tells (t, -1, "a-1 waits for itself, which cannot be.");
  jug_test_trace_queue (t, a, NULL,
                        jug_trace_get_n_events (jug_test_trace_get_trace (t)) - 1);
  jug_test_trace_step (t, a, "RuntimeError");
  assert_tells (
      t, -1,
      "a-1 runs, and its await raises RuntimeError: a task cannot wait for itself.");
}

#define PATH "/juggler/study/narration-causes/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "waits-and-what-ends-them", test_waits_and_what_ends_them);
  g_test_add_func (PATH "late-timers-say-why", test_late_timers_say_why);
  g_test_add_func (PATH "one-of-many-ends", test_one_of_many_ends);
  g_test_add_func (PATH "futures-are-made-for-something",
                   test_futures_are_made_for_something);
  g_test_add_func (PATH "futures-that-nobody-waits-for",
                   test_futures_that_nobody_waits_for);
  g_test_add_func (PATH "exceptions-come-from-somewhere",
                   test_exceptions_come_from_somewhere);
  g_test_add_func (PATH "awaited-tasks-end", test_awaited_tasks_end);
  g_test_add_func (PATH "a-gather-passes-failures-on", test_a_gather_passes_failures_on);
  g_test_add_func (PATH "a-cancelled-sleep-says-by-whom",
                   test_a_cancelled_sleep_says_by_whom);
  g_test_add_func (PATH "a-task-that-cancels-itself", test_a_task_that_cancels_itself);
  g_test_add_func (PATH "asyncio-cancels-for-a-reason",
                   test_asyncio_cancels_for_a_reason);
  g_test_add_func (PATH "a-timeout-takes-its-request-back",
                   test_a_timeout_takes_its_request_back);
  g_test_add_func (PATH "asyncio-run-hears-of-its-task",
                   test_asyncio_run_hears_of_its_task);
  g_test_add_func (PATH "a-task-cannot-wait-for-itself",
                   test_a_task_cannot_wait_for_itself);
  return g_test_run ();
}
