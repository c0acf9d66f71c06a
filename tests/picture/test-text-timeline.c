/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as text: to the letter for one run, within its limits for any. */
#include "jug-text-timeline.h"

#include "jug-random-trace.h"
#include "jug-test-trace.h"

#include <string.h>

/* The width of a line on a terminal. */
static guint
count_columns (const char *line)
{
  guint n = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_iszerowidth (g_utf8_get_char (p)))
      n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

static void
test_looks_like_this (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autofree char *text = jug_text_timeline_to_string (trace, NULL);

  g_assert_cmpstr (
      text, ==,
      "gather\n"
      "\n"
      "            0 s                1 s              2 s             3 s\n"
      "            ┬╌╌╌───────────────┬╌───────────────┬───────────────┬╌╌─\n"
      "event loop  █▓█▓···············█▪···············▓▪··············▪█▓▪\n"
      "main-1      █─ gather of 3 ───────────────────────────────────────█✓\n"
      "  hello-1   ░█─ sleep(1) ──────█✓ 1\n"
      "  hello-2   ░░█─ sleep(2) ──────────────────────█✓ 2\n"
      "  hello-3    ░░█─ sleep(3) ─────────────────────────────────────░█✓ 3\n"
      "\n"
      "█▓ runs   ░ ready   ─ waits   ✓ done   ▪ callback   · idle   ╌ one moment\n"
      "\n"
      "Output\n"
      "     0.000 s  hello 1\n"
      "     0.000 s  hello 2\n"
      "     0.000 s  hello 3\n"
      "     1.000 s  bye 1\n"
      "     2.000 s  bye 2\n"
      "     3.000 s  bye 3\n");
}

static void
test_looks_like_this_in_ascii (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  JugTextTimelineOptions options = { .ascii = TRUE, .axis = JUG_AXIS_STEPS, .width = 60 };
  g_autofree char *text = jug_text_timeline_to_string (trace, &options);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_str_is_ascii (text));
  g_assert_cmpstr (lines[2], ==, "            0.0 s          1.0 s");
  g_assert_cmpstr (lines[3], ==, "            +--------------+------------------");
  g_assert_cmpstr (lines[4], ==, "event loop  #####%%%%%.....ooo#####oo%%%%%ooo");
  g_assert_cmpstr (lines[5], ==, "main-1      #####- gather of 1 -----:#####=");
  g_assert_cmpstr (lines[6], ==, "  hello-1     :::#####-------:#####= 1");
}

/* A timeout cancels, and the task ends well nevertheless: its lane shows the cancel. */
static void
test_a_cancel_is_shown_and_explained (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;
  JugTextTimelineOptions options = { .ascii = TRUE };
  g_autofree char *ascii = NULL;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_sleep (t, 5000000000);
  jug_test_trace_set_time (t, 2000000000);
  jug_test_trace_cancel (t, 1);
  jug_test_trace_step (t, 1, "CancelledError");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  trace = jug_test_trace_finish (t);
  text = jug_text_timeline_to_string (trace, NULL);
  g_assert_nonnull (strstr (text, "──↯█✓"));
  g_assert_nonnull (strstr (text, "↯ cancel() is called"));
  ascii = jug_text_timeline_to_string (trace, &options);
  g_assert_nonnull (strstr (ascii, "--^#="));
  g_assert_nonnull (strstr (ascii, "^ cancel() is called"));
}

static void
test_failures_are_told (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_create (t, "child");
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  jug_test_trace_step (t, 2, "CancelledError");
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, NULL);
  jug_test_trace_add_event (
      t,
      (JugEvent){ .kind = JUG_EVENT_EXIT,
                  .text = jug_trace_intern (jug_test_trace_get_trace (t), "ValueError"),
                  .cause = JUG_NO_EVENT });
  trace = jug_test_trace_finish (t);
  text = jug_text_timeline_to_string (trace, NULL);
  g_assert_nonnull (strstr (text, "✗ ValueError"));
  g_assert_nonnull (strstr (text, "⊘ cancelled"));
  g_assert_nonnull (strstr (text, "What went wrong"));
  g_assert_nonnull (strstr (text, "the program ends with ValueError"));
}

static void
test_a_blocking_step_says_so (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_set_time (t, 1000000000);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  trace = jug_test_trace_finish (t);
  text = jug_text_timeline_to_string (trace, NULL);
  g_assert_nonnull (strstr (text, "blocks the loop"));
}

static void
test_nothing_is_wider_than_asked (void)
{
  const guint widths[] = { 30, 40, 79, 80, 200 };

  for (guint32 seed = 0; seed < 10; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 700);
        JugTextTimelineOptions options = { .width = widths[i],
                                           .axis = seed % 2,
                                           .ascii = seed % 3 == 0 };
        g_autofree char *text = jug_text_timeline_to_string (trace, &options);
        g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

        g_assert_true (g_utf8_validate (text, -1, NULL));
        g_assert_true (g_str_has_suffix (text, "\n"));
        for (guint j = 0; lines[j] != NULL && !g_str_equal (lines[j], "Output"); j++)
          g_assert_cmpuint (count_columns (lines[j]), <=, widths[i]);
      }
}

static void
test_colour_only_when_told (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  JugTextTimelineOptions options = { .color = TRUE };
  g_autofree char *plain = jug_text_timeline_to_string (trace, NULL);
  g_autofree char *colored = jug_text_timeline_to_string (trace, &options);
  g_autoptr (GRegex) codes = g_regex_new ("\033\\[[0-9;]*m", 0, 0, NULL);
  g_autofree char *stripped = NULL;

  g_assert_null (strchr (plain, '\033'));
  g_assert_nonnull (strchr (colored, '\033'));
  /* Colours change nothing else, and none is left switched on. */
  stripped = g_regex_replace_literal (codes, colored, -1, 0, "", 0, NULL);
  g_assert_cmpstr (stripped, ==, plain);
  for (const char *p = colored; (p = strchr (p, '\n')) != NULL; p++)
    {
      const char *start = p;

      while (start > colored && start[-1] != '\n')
        start--;
      if (memchr (start, '\033', (gsize) (p - start)) == NULL)
        continue;
      start = g_strrstr_len (start, p - start, "\033");
      g_assert_true (g_str_has_prefix (start, "\033[0m"));
    }
}

static void
test_output_cannot_command_the_terminal (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;

  jug_test_trace_create (t, "\033[31mmain");
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_print (t, "a\033[2Jb\rc\xc2\x9b"
                           "d\te");
  jug_test_trace_print (t, "\xe6\x97\xa5\xe6\x9c\xac ok");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "'\033]0;title\007'");
  trace = jug_test_trace_finish (t);
  text = jug_text_timeline_to_string (trace, NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)));
  /* What is harmless stays. */
  g_assert_nonnull (strstr (text, "\xe6\x97\xa5\xe6\x9c\xac ok"));
}

static void
test_an_empty_trace_is_no_trouble (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autofree char *text = NULL;

  jug_trace_seal (trace);
  text = jug_text_timeline_to_string (trace, NULL);
  g_assert_cmpstr (text, ==, "");
}

static void
test_many_tasks_are_counted (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (1000, 20000);
  g_autofree char *text = jug_text_timeline_to_string (trace, NULL);

  g_assert_nonnull (strstr (text, "and 801 more tasks\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/text-timeline/looks-like-this",
                   test_looks_like_this);
  g_test_add_func ("/juggler/picture/text-timeline/looks-like-this-in-ascii",
                   test_looks_like_this_in_ascii);
  g_test_add_func ("/juggler/picture/text-timeline/a-cancel-is-shown-and-explained",
                   test_a_cancel_is_shown_and_explained);
  g_test_add_func ("/juggler/picture/text-timeline/failures-are-told",
                   test_failures_are_told);
  g_test_add_func ("/juggler/picture/text-timeline/a-blocking-step-says-so",
                   test_a_blocking_step_says_so);
  g_test_add_func ("/juggler/picture/text-timeline/nothing-is-wider-than-asked",
                   test_nothing_is_wider_than_asked);
  g_test_add_func ("/juggler/picture/text-timeline/colour-only-when-told",
                   test_colour_only_when_told);
  g_test_add_func ("/juggler/picture/text-timeline/output-cannot-command-the-terminal",
                   test_output_cannot_command_the_terminal);
  g_test_add_func ("/juggler/picture/text-timeline/an-empty-trace-is-no-trouble",
                   test_an_empty_trace_is_no_trouble);
  g_test_add_func ("/juggler/picture/text-timeline/many-tasks-are-counted",
                   test_many_tasks_are_counted);
  return g_test_run ();
}
