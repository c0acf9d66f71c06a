/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put on a timeline for a while: where something was found. */
#include "jug-picture-fixture.h"
#include "jug-test-trace.h"

static const JugDisplayItem *
find_mark (JugPictureFixture *f, guint32 event)
{
  JugPictureRef ref = { JUG_PICTURE_EVENT, jug_trace_get_event (f->trace, event)->task,
                        event };
  const JugDisplayItem *items;
  guint n_items;

  items = jug_display_list_get_items (f->list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_MARKER && items[i].style == JUG_MARKER_EXPANDER &&
        jug_picture_ref_equal (&items[i].ref, &ref))
      return &items[i];
  return NULL;
}

static guint
count_marks (JugPictureFixture *f)
{
  const JugDisplayItem *items;
  guint n_items, n = 0;

  items = jug_display_list_get_items (f->list, &n_items);
  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == JUG_ITEM_MARKER && items[i].style == JUG_MARKER_EXPANDER &&
         items[i].ref.kind == JUG_PICTURE_EVENT;
  return n;
}

static void
test_hits_point_at_their_events (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 hits[2];
  const JugDisplayItem *first, *second;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  hits[0] = jug_trace_get_task (f.trace, 2)->create_event;
  hits[1] = jug_trace_get_task (f.trace, 2)->end_event;
  f.view.hits = hits;
  f.view.n_hits = G_N_ELEMENTS (hits);
  f.view.hit = hits[1];
  jug_picture_fixture_draw (&f);

  g_assert_cmpuint (count_marks (&f), ==, 2);
  first = find_mark (&f, hits[0]);
  second = find_mark (&f, hits[1]);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpfloat_with_epsilon (first->x + first->width / 2,
                                  jug_timeline_layout_event_to_x (f.layout, hits[0]),
                                  0.01);
  g_assert_cmpfloat_with_epsilon (second->x + second->width / 2,
                                  jug_timeline_layout_event_to_x (f.layout, hits[1]),
                                  0.01);
  /* In the second lane, above its bars; the one that stands out by its size too. */
  g_assert_cmpfloat (first->y, >=, jug_timeline_layout_row_to_y (f.layout, 2) - 1);
  g_assert_cmpfloat (first->y + first->height, <=,
                     jug_timeline_layout_row_to_y (f.layout, 2) + 8);
  g_assert_cmpfloat (second->width, >, first->width);
}

static void
test_hits_of_the_future_are_kept_secret (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 hits[2];

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  hits[0] = jug_trace_get_task (f.trace, 2)->create_event;
  hits[1] = jug_trace_get_task (f.trace, 2)->end_event;
  f.view.hits = hits;
  f.view.n_hits = G_N_ELEMENTS (hits);
  f.view.hit = hits[1];
  f.view.playhead = hits[0] + 1;
  f.view.future = JUG_FUTURE_HIDDEN;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (find_mark (&f, hits[0]));
  g_assert_null (find_mark (&f, hits[1]));

  f.view.future = JUG_FUTURE_FAINT;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (find_mark (&f, hits[1]));
}

static void
test_hits_out_of_sight_are_not_drawn (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 hit;

  jug_picture_fixture_init (&f, jug_test_trace_gather (30));
  hit = jug_trace_get_task (f.trace, 30)->create_event;
  f.view.hits = &hit;
  f.view.n_hits = 1;
  jug_picture_fixture_draw (&f);
  g_assert_null (find_mark (&f, hit));
  f.view.scroll_y = 1e6;
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (find_mark (&f, hit));
}

/* A mark for each of many would take longer to paint than the chart. */
static void
test_many_hits_cost_what_is_visible (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autofree guint32 *hits = NULL;
  guint n_hits;

  jug_picture_fixture_init (&f, jug_test_trace_large (40, 200000));
  n_hits = jug_trace_get_n_events (f.trace);
  hits = g_new (guint32, n_hits);
  for (guint i = 0; i < n_hits; i++)
    hits[i] = i;
  f.view.hits = hits;
  f.view.n_hits = n_hits;
  jug_picture_fixture_draw (&f);
  g_assert_cmpuint (count_marks (&f), >, 100);
  g_assert_cmpuint (count_marks (&f), <, 900 / 3 * 16 + 16);
}

static void
test_notes_have_flags (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  g_autoptr (JugNotes) notes = jug_notes_new ();
  const JugDisplayItem *pennant, *flag, *label;
  JugPictureRef ref = { JUG_PICTURE_NOTE, JUG_TASK_LOOP, 0 }, picked;
  g_autofree char *bookmark = NULL;
  g_autofree char *note = NULL;
  guint32 end;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  f.view.notes = notes;
  end = jug_trace_get_task (f.trace, 2)->end_event;
  jug_notes_set (notes, 0, NULL);
  jug_notes_set (notes, end, "the first is done");
  jug_picture_fixture_draw (&f);

  /* One by its shape alone, the other with what was noted. */
  pennant = jug_picture_fixture_find (&f, ref, JUG_ITEM_MARKER);
  g_assert_nonnull (pennant);
  g_assert_cmpfloat (pennant->y + pennant->height, <, 30);
  g_assert_null (jug_picture_fixture_find (&f, ref, JUG_ITEM_BOX));
  ref.event = end;
  flag = jug_picture_fixture_find (&f, ref, JUG_ITEM_BOX);
  label = jug_picture_fixture_find_label (&f, "the first is done");
  g_assert_nonnull (flag);
  g_assert_nonnull (label);
  g_assert_cmpfloat (label->x, >, flag->x);
  g_assert_cmpfloat (label->x + label->width, <, flag->x + flag->width);

  /* Each is where it can be clicked, and says what it is. */
  g_assert_true (
      jug_timeline_layout_pick (f.layout, flag->x + flag->width / 2, 8, &picked));
  g_assert_true (jug_picture_ref_equal (&picked, &ref));
  note = jug_timeline_layout_dup_description (f.layout, &ref);
  g_assert_cmpstr (note, ==, "note at 1.000 s: the first is done");
  ref.event = 0;
  bookmark = jug_timeline_layout_dup_description (f.layout, &ref);
  g_assert_cmpstr (bookmark, ==, "bookmark at 0.000 s");
  g_assert_true (jug_timeline_layout_pick (f.layout, 900, 8, &picked));
  g_assert_cmpuint (picked.kind, ==, JUG_PICTURE_RULER);

  /* In little room the shape alone is left; of the future nothing. */
  jug_notes_set (notes, end + 1, "right behind it");
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "right behind it"));
  f.view.playhead = 1;
  f.view.future = JUG_FUTURE_HIDDEN;
  jug_picture_fixture_draw (&f);
  g_assert_null (jug_picture_fixture_find_label (&f, "right behind it"));
  g_assert_nonnull (jug_picture_fixture_find (&f, ref, JUG_ITEM_MARKER));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/picture/timeline-marks/hits-point-at-their-events",
                   test_hits_point_at_their_events);
  g_test_add_func ("/juggler/picture/timeline-marks/hits-of-the-future-are-kept-secret",
                   test_hits_of_the_future_are_kept_secret);
  g_test_add_func ("/juggler/picture/timeline-marks/hits-out-of-sight-are-not-drawn",
                   test_hits_out_of_sight_are_not_drawn);
  g_test_add_func ("/juggler/picture/timeline-marks/many-hits-cost-what-is-visible",
                   test_many_hits_cost_what_is_visible);
  g_test_add_func ("/juggler/picture/timeline-marks/notes-have-flags",
                   test_notes_have_flags);
  return g_test_run ();
}
