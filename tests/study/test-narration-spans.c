/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sentences are made of, and that there is one for whatever may happen. */
#include "jug-narration-check.h"
#include "jug-nonsense-trace.h"

#include <string.h>

/* One less than is shown of a value. */
#define DIGITS "23456789012345678901234567890123456789012345678901234567890"

/* The pieces of a sentence: [task 1 main-1], [code x], [time 2 s], the rest as it is. */
static char *
dump_spans (JugNarration *narration)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < jug_narration_get_n_spans (narration); i++)
    {
      const JugNarrationSpan *span = jug_narration_get_span (narration, i);

      switch (span->role)
        {
        case JUG_NARRATION_PLAIN:
          g_string_append (out, span->text);
          break;
        case JUG_NARRATION_TASK:
          g_string_append_printf (out, "[task %u %s]", span->task, span->text);
          break;
        case JUG_NARRATION_CODE:
          g_string_append_printf (out, "[code %s]", span->text);
          break;
        case JUG_NARRATION_TIME:
          g_string_append_printf (out, "[time %s]", span->text);
          break;
        }
    }
  return g_string_free (out, FALSE);
}

static JugNarration *
narrate (JugTrace *trace, guint32 index, JugLabelFunc label, gpointer user_data)
{
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  return jug_narration_new (cursor, index, label, user_data);
}

static guint32
find_event (JugTrace *trace, JugEventKind kind, guint n)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == kind && --n == 0)
      return i;
  g_assert_not_reached ();
}

static void
test_pieces_say_what_they_are (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (JugNarration) step =
      narrate (trace, find_event (trace, JUG_EVENT_STEP, 3), NULL, NULL);
  g_autoptr (JugNarration) wait =
      narrate (trace, find_event (trace, JUG_EVENT_WAIT, 3), NULL, NULL);
  g_autoptr (JugNarration) done =
      narrate (trace, find_event (trace, JUG_EVENT_DONE, 1), NULL, NULL);
  g_autofree char *step_spans = dump_spans (step);
  g_autofree char *wait_spans = dump_spans (wait);
  g_autofree char *done_spans = dump_spans (done);

  g_assert_cmpstr (
      step_spans, ==,
      "[task 3 hello-2] begins: [task 1 main-1] put it in the ready queue, and only "
      "[task 2 hello-1] was ahead of it.");
  g_assert_cmpstr (
      wait_spans, ==,
      "[task 3 hello-2] sleeps for [time 2\u00a0s]: it waits for its timer, which is "
      "due at [time 2\u00a0s].");
  g_assert_cmpstr (
      done_spans, ==,
      "[task 2 hello-1] is done and returns [code 1]. Of the 2 that [task 1 main-1] "
      "waits for, 1 has ended.");
}

static void
test_sentences_are_about_somebody (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  static const struct
  {
    JugEventKind kind;
    guint n;
    guint32 task;
  } rows[] = {
    { JUG_EVENT_STEP, 1, 1 },        { JUG_EVENT_TASK_CREATE, 2, 1 },
    { JUG_EVENT_WAIT, 2, 2 },        { JUG_EVENT_POLL, 1, JUG_TASK_LOOP },
    { JUG_EVENT_FUTURE_DONE, 1, 2 }, { JUG_EVENT_FUTURE_DONE, 3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugNarration) narration =
          narrate (trace, find_event (trace, rows[i].kind, rows[i].n), NULL, NULL);

      g_assert_cmpuint (jug_narration_get_task (narration), ==, rows[i].task);
    }
}

static char *
label_cb (JugTrace *trace, guint32 task, gpointer user_data)
{
  return g_strdup_printf ("%s %u", (const char *) user_data, task);
}

static void
test_tasks_are_called_as_asked (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  g_autoptr (JugNarration) narration =
      narrate (trace, find_event (trace, JUG_EVENT_STEP, 2), label_cb, (gpointer) "pan");

  g_assert_cmpstr (
      jug_narration_get_text (narration), ==,
      "pan 2 begins: pan 1 put it in the ready queue, and nobody was ahead of it.");
}

static void
test_values_are_made_presentable (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  g_assert_cmpuint (strlen (DIGITS), ==, 59);
  jug_test_trace_print (t, "a\tb\033[1m");
  assert_tells (t, -1, "The program prints “a b [1m”.");
  jug_test_trace_print (t, "1" DIGITS);
  assert_tells (t, -1,
                "The program prints "
                "“1" DIGITS "”.");
  jug_test_trace_print (t, "ä" DIGITS "!!");
  assert_tells (t, -1,
                "The program prints "
                "“ä" DIGITS "…”.");
  jug_test_trace_print (t, "100 %s %1$s %");
  assert_tells (t, -1, "The program prints “100 %s %1$s %”.");
}

static void
test_times_have_the_digits_that_count (void)
{
  static const struct
  {
    gint64 duration_ns;
    const char *expected;
  } rows[] = {
    { 0, "0 s" },
    { SECOND, "1 s" },
    { 1500 * SECOND / 1000, "1.5 s" },
    { 20 * SECOND, "20 s" },
    { 100 * SECOND, "100 s" },
    { SECOND / 1000, "0.001 s" },
    { 12345678, "0.012 s" },
    { 999999, "1 ms" },
    { 350000, "0.35 ms" },
    { 12000, "0.012 ms" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTestTrace) t = jug_test_trace_new ();
      g_autofree char *expected = g_strdup_printf (
          "The program blocks the whole loop for %s: nothing else can run "
          "meanwhile.",
          rows[i].expected);

      jug_test_trace_add_event (
          t, (JugEvent){ .kind = JUG_EVENT_BLOCK, .deadline_ns = rows[i].duration_ns });
      assert_tells (t, -1, expected);
    }
}

/* Two timers of one deadline: the badge stands wherever their order shows. */
static void
test_a_badge_says_where_no_order_is_promised (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  guint32 timers[2];

  for (guint i = 0; i < 2; i++)
    {
      jug_test_trace_step (t, jug_test_trace_create (t, "nap"), NULL);
      timers[i] = jug_test_trace_sleep (t, SECOND);
    }
  jug_test_trace_set_time (t, SECOND);
  for (guint i = 0; i < 2; i++)
    jug_test_trace_fire (t, timers[i], TRUE);
  for (guint i = 0; i < 2; i++)
    jug_test_trace_wake (t, timers[i]);
  for (guint i = 0; i < 2; i++)
    {
      jug_test_trace_step (t, i + 1, NULL);
      jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
    }

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      g_autoptr (JugNarration) narration = narrate (trace, i, NULL, NULL);
      const JugEvent *event = jug_trace_get_event (trace, i);
      gboolean is_due =
          event->time_ns > 0 &&
          (event->kind == JUG_EVENT_TIMER_FIRE || event->kind == JUG_EVENT_CALLBACK_RUN ||
           event->kind == JUG_EVENT_FUTURE_DONE || event->kind == JUG_EVENT_STEP);

      const char *badge = jug_narration_get_badge (narration);
      g_autofree char *spoken = jug_narration_dup_spoken (narration);

      g_assert_cmpint (badge != NULL, ==, is_due);
      /* Nobody hears less than others see. */
      g_assert_true (g_str_has_prefix (spoken, jug_narration_get_text (narration)));
      g_assert_true (
          g_str_has_suffix (spoken, badge ? badge : jug_narration_get_text (narration)));
    }
}

static void
assert_told (JugTrace *trace)
{
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      g_autoptr (JugNarration) narration = jug_narration_new (cursor, i, NULL, NULL);
      const char *text = jug_narration_get_text (narration);
      g_autoptr (GString) joined = g_string_new (NULL);

      g_assert_cmpuint (strlen (text), >, 5);
      g_assert_null (strstr (text, "%"));
      g_assert_null (strstr (text, "  "));
      g_assert_null (strstr (text, "(nothing)"));
      for (guint j = 0; j < jug_narration_get_n_spans (narration); j++)
        g_string_append (joined, jug_narration_get_span (narration, j)->text);
      g_assert_cmpstr (joined->str, ==, text);
    }
}

static void
test_every_event_of_a_run_is_told (void)
{
  g_autoptr (JugTrace) gather = jug_test_trace_gather (5);
  g_autoptr (JugTrace) large = jug_test_trace_large (7, 1000);

  assert_told (gather);
  assert_told (large);
}

static void
test_every_kind_is_told (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();

  assert_told (trace);
}

/* A trace from somewhere may contradict itself: something is said nevertheless. */
static void
test_nonsense_is_told (void)
{
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (JugTrace) trace = jug_nonsense_trace_new (rand, 300);
      g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

      for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
        {
          g_autofree char *text = jug_narration_for_event (cursor, i);

          g_assert_cmpuint (strlen (text), >, 5);
        }
    }
}

/* What comes later has no influence: a trace that ends here tells the same. */
static void
test_the_future_is_not_known (void)
{
  g_autoptr (JugTrace) whole = jug_test_trace_gather (3);
  g_autoptr (JugTrace) growing = jug_trace_new ();

  for (guint32 i = 1; i < jug_trace_get_n_strings (whole); i++)
    jug_trace_intern (growing, jug_trace_get_string (whole, i));
  jug_trace_set_property (growing, JUG_TRACE_SOURCE,
                          jug_trace_get_property (whole, JUG_TRACE_SOURCE));
  for (guint32 i = 0; i < jug_trace_get_n_events (whole); i++)
    {
      g_autoptr (JugNarration) expected = narrate (whole, i, NULL, NULL);
      g_autoptr (JugNarration) actual = NULL;

      jug_trace_append (growing, jug_trace_get_event (whole, i));
      actual = narrate (growing, i, NULL, NULL);
      g_assert_cmpstr (jug_narration_get_text (actual), ==,
                       jug_narration_get_text (expected));
    }
}

static void
test_the_cursor_stays_where_it_is (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autofree char *text = NULL;

  jug_cursor_seek (cursor, 10);
  text = jug_narration_for_event (cursor, 60);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 10);
}

#define PATH "/juggler/study/narration-spans/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "pieces-say-what-they-are", test_pieces_say_what_they_are);
  g_test_add_func (PATH "sentences-are-about-somebody",
                   test_sentences_are_about_somebody);
  g_test_add_func (PATH "tasks-are-called-as-asked", test_tasks_are_called_as_asked);
  g_test_add_func (PATH "values-are-made-presentable", test_values_are_made_presentable);
  g_test_add_func (PATH "times-have-the-digits-that-count",
                   test_times_have_the_digits_that_count);
  g_test_add_func (PATH "a-badge-says-where-no-order-is-promised",
                   test_a_badge_says_where_no_order_is_promised);
  g_test_add_func (PATH "every-event-of-a-run-is-told",
                   test_every_event_of_a_run_is_told);
  g_test_add_func (PATH "every-kind-is-told", test_every_kind_is_told);
  g_test_add_func (PATH "nonsense-is-told", test_nonsense_is_told);
  g_test_add_func (PATH "the-future-is-not-known", test_the_future_is_not_known);
  g_test_add_func (PATH "the-cursor-stays-where-it-is",
                   test_the_cursor_stays_where_it_is);
  return g_test_run ();
}
