/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a bar, a mark and an arrow. */
#include "jug-timeline-card.h"

#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

static JugPictureRef
get_span (JugPictureFixture *f, guint32 task, guint32 span)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (f->index, task, &n_spans);

  g_assert_cmpuint (span, <, n_spans);
  return (JugPictureRef){ JUG_PICTURE_SPAN, task, spans[span].begin };
}

static void
assert_card (JugPictureFixture *f, JugPictureRef ref, const char *text, const char *rows)
{
  g_autoptr (JugTimelineCard) card = jug_timeline_card_new (f->layout, &ref);
  g_autofree char *details = NULL;

  g_assert_nonnull (card);
  details = jug_timeline_card_dup_details (card);
  g_assert_cmpstr (card->text, ==, text);
  g_assert_cmpstr (details, ==, rows);
}

/* The spans of hello-1: ready, runs, sleeps 1 s, is ready, runs. */
static void
test_tells_what_belongs_to_a_step (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const char *last = "Waited: 1.0 s for sleep(1); "
                     "Because: a timer wakes hello-1 at 1.000 s; "
                     "Was ready: 0.0 s; Ran: 0.0 s; Result: 1";

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  assert_card (&f, get_span (&f, 2, 0), "hello-1 is ready at 0.000 s",
               "Because: main-1 creates hello-1 at 0.000 s; Was ready: 0.0 s; "
               "Ran: 0.0 s");
  assert_card (&f, get_span (&f, 2, 1), "hello-1 runs at 0.000 s",
               "Because: main-1 creates hello-1 at 0.000 s; Was ready: 0.0 s; "
               "Ran: 0.0 s");
  assert_card (&f, get_span (&f, 2, 2),
               "hello-1 waits: sleep(1), from 0.000 s to 1.000 s", last);
  assert_card (&f, get_span (&f, 2, 3), "hello-1 is ready at 1.000 s", last);
  assert_card (&f, get_span (&f, 2, 4), "hello-1 runs at 1.000 s", last);
}

static void
test_has_the_lane_as_its_title (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autoptr (JugTimelineCard) card = NULL, idle = NULL;
  const JugRun *run;
  JugPictureRef ref;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  ref = get_span (&f, 3, 1);
  card = jug_timeline_card_new (f.layout, &ref);
  g_assert_cmpstr (card->title, ==, "hello-2");
  g_assert_cmpuint (card->task, ==, 3);
  for (guint32 i = 0; idle == NULL; i++)
    {
      run = jug_span_index_get_run (f.index, i);
      ref = (JugPictureRef){ JUG_PICTURE_IDLE, JUG_TASK_LOOP, run->begin };
      if (run->kind == JUG_RUN_IDLE)
        idle = jug_timeline_card_new (f.layout, &ref);
    }
  g_assert_cmpstr (idle->title, ==, "event loop");
  g_assert_cmpuint (idle->n_rows, ==, 0);
}

static void
test_tells_how_a_task_failed (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_auto (JugPictureFixture) f = { 0 };
  guint32 task = jug_test_trace_create (t, "boom");

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_set_time (t, 5000000);
  jug_test_trace_step (t, task, NULL);
  jug_test_trace_set_time (t, 8000000);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  jug_picture_fixture_init (&f, jug_test_trace_finish (t));
  assert_card (&f, get_span (&f, task, 1), "boom-1 runs from 0.005 s to 0.008 s",
               "Because: event loop creates boom-1 at 0.000 s; Was ready: 5 ms; "
               "Ran: 3 ms; Failed: ValueError");
}

static void
test_hides_what_is_still_to_come (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugPictureRef ref, later;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  ref = get_span (&f, 2, 2);
  later = get_span (&f, 2, 4);
  f.view.future = JUG_FUTURE_HIDDEN;
  f.view.playhead = ref.event;
  jug_picture_fixture_apply (&f);
  assert_card (&f, ref, "hello-1 waits: sleep(1), from 0.000 s on",
               "Waits for: sleep(1)");
  g_assert_null (jug_timeline_card_new (f.layout, &later));
}

static void
test_tells_nothing_of_what_is_no_thing (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugPictureRef refs[] = {
    JUG_PICTURE_REF_NONE,
    { JUG_PICTURE_LANE, 2, JUG_NO_EVENT },
    { JUG_PICTURE_RULER, JUG_TASK_LOOP, JUG_NO_EVENT },
    { JUG_PICTURE_PLAYHEAD, JUG_TASK_LOOP, 3 },
    { JUG_PICTURE_SPAN, 99, 3 },
    { JUG_PICTURE_SPAN, 2, G_MAXUINT32 - 1 },
  };

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    g_assert_null (jug_timeline_card_new (f.layout, &refs[i]));
}

/* Whatever is drawn can be told of, at any place of the playhead. */
static void
test_any_thing_can_be_told_of (void)
{
  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      const JugDisplayItem *items;
      guint n_items, n_told = 0;

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 600));
      f.view.future = seed % 2 ? JUG_FUTURE_HIDDEN : JUG_FUTURE_FAINT;
      f.view.playhead = 50 * seed;
      f.view.selection = (JugPictureRef){ JUG_PICTURE_LANE, 1, JUG_NO_EVENT };
      jug_picture_fixture_draw (&f);
      items = jug_display_list_get_items (f.list, &n_items);
      for (guint i = 0; i < n_items; i++)
        {
          g_autoptr (JugTimelineCard) card =
              jug_timeline_card_new (f.layout, &items[i].ref);

          n_told += card != NULL;
        }
      g_assert_cmpuint (n_told, >, seed == 1 ? 0 : 10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/picture/timeline-card/tells-what-belongs-to-a-step",
                   test_tells_what_belongs_to_a_step);
  g_test_add_func ("/juggler/picture/timeline-card/has-the-lane-as-its-title",
                   test_has_the_lane_as_its_title);
  g_test_add_func ("/juggler/picture/timeline-card/tells-how-a-task-failed",
                   test_tells_how_a_task_failed);
  g_test_add_func ("/juggler/picture/timeline-card/hides-what-is-still-to-come",
                   test_hides_what_is_still_to_come);
  g_test_add_func ("/juggler/picture/timeline-card/tells-nothing-of-what-is-no-thing",
                   test_tells_nothing_of_what_is_no_thing);
  g_test_add_func ("/juggler/picture/timeline-card/any-thing-can-be-told-of",
                   test_any_thing_can_be_told_of);
  return g_test_run ();
}
