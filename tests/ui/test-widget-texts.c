/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What widgets say, to those who see them and to those who hear them. */
#include "jug-caption.h"
#include "jug-console.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"

static JugTrace *
new_silent_trace (void)
{
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  return jug_test_trace_finish (t);
}

static void
test_console_says_whether_more_can_come (void)
{
  g_autoptr (JugTrace) trace = new_silent_trace ();
  JugSession *session = jug_test_window_session (trace);
  JugPlayhead *playhead = jug_session_get_playhead (session);
  GtkWidget *console = g_object_new (JUG_TYPE_CONSOLE, NULL);
  GtkWindow *window;
  GtkLabel *label;

  jug_console_set_session (JUG_CONSOLE (console), session);
  window = jug_test_window_show (console, 300, 200);
  label = GTK_LABEL (jug_test_window_find (console, GTK_TYPE_LABEL));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Nothing printed yet");
  jug_playhead_go_to_end (playhead);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Nothing was printed");
  jug_playhead_step (playhead, JUG_UNIT_EVENT, -1);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Nothing printed yet");
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

/* A tooltip's text would be read after the sentence, which it repeats. */
static void
test_caption_says_its_sentence_once (void)
{
  JugSession *session = jug_test_window_lesson_session ("coroutines/together");
  GtkWidget *caption = g_object_new (JUG_TYPE_CAPTION, NULL);
  GtkWindow *window;
  GtkWidget *label;

  jug_caption_set_session (JUG_CAPTION (caption), session);
  window = jug_test_window_show (caption, 500, 80);
  label = jug_test_window_find (caption, GTK_TYPE_LABEL);
  jug_playhead_step (jug_session_get_playhead (session), JUG_UNIT_EVENT, 1);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), !=, "");
  g_assert_null (gtk_widget_get_tooltip_text (label));
  jug_test_window_close (window);
  g_assert_finalize_object (session);
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add_func ("/juggler/ui/widget-texts/" path, function)
  ADD ("console-says-whether-more-can-come", test_console_says_whether_more_can_come);
  ADD ("caption-says-its-sentence-once", test_caption_says_its_sentence_once);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
