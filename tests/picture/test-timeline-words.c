/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the parts of a timeline, to who reads it with the ears. */
#include "jug-picture-fixture.h"
#include "jug-test-trace.h"

static guint32
get_span_begin (JugPictureFixture *f, guint32 task, guint32 span)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (f->index, task, &n_spans);

  g_assert_cmpuint (span, <, n_spans);
  return spans[span].begin;
}

static void
test_speaks_in_sentences (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const struct
  {
    JugPictureKind kind;
    guint32 task;
    int span; /* -1: none; -2: its end */
    const char *text;
  } rows[] = {
    { JUG_PICTURE_LANE, 2, -1,
      "hello-1, created by main-1 at 0.000 s; hello-1 is done with result 1 at 1.000 s" },
    { JUG_PICTURE_LANE, 0, -1, "event loop" },
    { JUG_PICTURE_SPAN, 2, 0, "hello-1 is ready at 0.000 s" },
    { JUG_PICTURE_SPAN, 2, 1, "hello-1 runs at 0.000 s" },
    { JUG_PICTURE_SPAN, 2, 2, "hello-1 waits: sleep(1), from 0.000 s to 1.000 s" },
    { JUG_PICTURE_RUN, 2, 1, "the loop runs a step of hello-1 at 0.000 s" },
    { JUG_PICTURE_EVENT, 2, -2, "hello-1 is done with result 1 at 1.000 s" },
    { JUG_PICTURE_FLOW, 2, 0, "main-1 creates hello-1 at 0.000 s" },
    { JUG_PICTURE_FLOW, 2, 3, "a timer wakes hello-1 at 1.000 s" },
    { JUG_PICTURE_FLOW, 1, 3, "hello-3 wakes main-1 at 3.000 s" },
  };

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JugPictureRef ref = { rows[i].kind, rows[i].task, JUG_NO_EVENT };
      g_autofree char *text = NULL;

      if (rows[i].span >= 0)
        ref.event = get_span_begin (&f, rows[i].task, (guint32) rows[i].span);
      else if (rows[i].span == -2)
        ref.event = jug_trace_get_task (f.trace, rows[i].task)->end_event;
      text = jug_timeline_layout_dup_description (f.layout, &ref);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_a_result_that_is_nothing_is_not_told (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_auto (JugPictureFixture) f = { 0 };
  JugPictureRef lane = { JUG_PICTURE_LANE, 1, JUG_NO_EVENT };
  JugPictureRef end = { JUG_PICTURE_EVENT, 1, JUG_NO_EVENT };
  g_autofree char *about_lane = NULL;
  g_autofree char *about_end = NULL;

  jug_test_trace_create (t, "main");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  end.event = jug_trace_get_task (f.trace, 1)->end_event;

  about_end = jug_timeline_layout_dup_description (f.layout, &end);
  g_assert_cmpstr (about_end, ==, "main-1 is done at 0.000 s");
  about_lane = jug_timeline_layout_dup_description (f.layout, &lane);
  g_assert_true (g_str_has_suffix (about_lane, "; main-1 is done at 0.000 s"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/timeline-words/speaks-in-sentences",
                   test_speaks_in_sentences);
  g_test_add_func ("/juggler/picture/timeline-words/a-result-that-is-nothing-is-not-told",
                   test_a_result_that_is_nothing_is_not_told);
  return g_test_run ();
}
