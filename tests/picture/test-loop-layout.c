/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop as queues: what stands where at which event, and what does not fit. */
#include "jug-loop-layout.h"

#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

/* A loop that is laid out at an event. */
typedef struct
{
  JugTrace *trace;
  JugCursor *cursor;
  JugDisplayList *list;
  JugLoopView view;
  double height;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->list, jug_display_list_free);
  g_clear_pointer (&self->cursor, jug_cursor_free);
  g_clear_pointer (&self->trace, jug_trace_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
fixture_init (Fixture *self, JugTrace *trace)
{
  self->trace = trace;
  self->cursor = jug_cursor_new (trace);
  self->list = jug_display_list_new ();
  self->view = (JugLoopView){ .width = 520, .font_scale = 1 };
}

static void
draw (Fixture *self, guint32 event)
{
  jug_cursor_seek (self->cursor, event);
  jug_display_list_clear (self->list);
  self->height = jug_loop_layout_draw (self->cursor, &self->view, self->list);
}

static const JugDisplayItem *
find_label (Fixture *self, const char *text)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (self->list, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_LABEL &&
        g_str_equal (jug_display_list_get_text (self->list, &items[i]), text))
      return &items[i];
  return NULL;
}

/* The chip that stands for a task in some way. */
static const JugDisplayItem *
find_chip (Fixture *self, JugPictureKind kind, guint32 task)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (self->list, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].ref.kind == kind && items[i].ref.task == task)
      return &items[i];
  return NULL;
}

static char *
dup_text (Fixture *self, const JugDisplayItem *item)
{
  guint n_items;

  g_assert_nonnull (item);
  return jug_display_list_dup_accessible_text (
      self->list, (guint) (item - jug_display_list_get_items (self->list, &n_items)));
}

static guint32
find_event (Fixture *self, JugEventKind kind, guint32 task, guint nth)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (self->trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == kind && event->task == task && nth-- == 0)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_shows_what_runs_and_what_is_ready_in_order (void)
{
  g_auto (Fixture) f = { 0 };
  const JugDisplayItem *running, *first, *second, *third;
  g_autofree char *text = NULL;

  fixture_init (&f, jug_test_trace_gather (3));
  draw (&f, find_event (&f, JUG_EVENT_CALLBACK_QUEUE, 4, 0));
  running = find_chip (&f, JUG_PICTURE_TASK, 1);
  first = find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 2);
  second = find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 3);
  third = find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 4);
  g_assert_nonnull (running);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_nonnull (third);
  /* What runs is left, the head of the queue next to it. */
  g_assert_cmpfloat (running->x, <, first->x);
  g_assert_cmpfloat (first->x, <, second->x);
  g_assert_cmpfloat (second->x, <, third->x);
  g_assert_cmpfloat_with_epsilon (running->y, first->y, 0.01);
  /* Told by shape as well as by colour. */
  g_assert_false (running->dashed);
  g_assert_true (first->dashed);
  text = dup_text (&f, running);
  g_assert_cmpstr (text, ==, "main-1 runs");
  g_clear_pointer (&text, g_free);
  text = dup_text (&f, second);
  g_assert_cmpstr (text, ==, "hello-2 is in the ready queue");
}

static void
test_shows_timers_by_what_is_left (void)
{
  g_auto (Fixture) f = { 0 };
  g_autofree char *text = NULL;

  fixture_init (&f, jug_test_trace_gather (3));
  /* hello-1 ends at 1 s: two timers are left. */
  draw (&f, find_event (&f, JUG_EVENT_DONE, 2, 0));
  g_assert_nonnull (find_label (&f, "Timers · 2"));
  g_assert_null (find_chip (&f, JUG_PICTURE_TIMER, 2));
  text = dup_text (&f, find_chip (&f, JUG_PICTURE_TIMER, 3));
  g_assert_cmpstr (text, ==, "timer of hello-2, in 1.0 s");
  g_assert_cmpfloat (find_chip (&f, JUG_PICTURE_TIMER, 3)->x, <,
                     find_chip (&f, JUG_PICTURE_TIMER, 4)->x);
  g_assert_nonnull (find_label (&f, "in 2.0 s"));
}

/* A task with a timeout waits for all of two others, then for one of them alone. */
static void
test_shows_how_far_a_wait_is (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_auto (Fixture) f = { 0 };
  g_autofree char *wait_text = NULL, *timer_text = NULL, *shield_text = NULL;
  guint32 wait, shield, end;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_create (t, "a");
  jug_test_trace_create (t, "b");
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                           .detail = JUG_TIMER_CANCELS,
                                           .task = 1,
                                           .object = 9,
                                           .deadline_ns = 2000000000 });
  wait = jug_test_trace_future (t, JUG_PURPOSE_WAIT, "ALL_COMPLETED", 0);
  jug_test_trace_child (t, wait, 2);
  jug_test_trace_child (t, wait, 3);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, wait);
  jug_test_trace_step (t, 2, NULL);
  end = jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  jug_test_trace_step (t, 1, NULL);
  shield = jug_test_trace_future (t, JUG_PURPOSE_SHIELD, NULL, 0);
  jug_test_trace_child (t, shield, 3);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, shield);

  fixture_init (&f, jug_test_trace_finish (t));
  draw (&f, end);
  wait_text = dup_text (&f, find_chip (&f, JUG_PICTURE_TASK, 1));
  g_assert_cmpstr (wait_text, ==, "main-1 waits: wait(ALL_COMPLETED) 1 of 2");
  timer_text = dup_text (&f, find_chip (&f, JUG_PICTURE_TIMER, 1));
  g_assert_cmpstr (timer_text, ==, "timeout of main-1, in 2.0 s");
  draw (&f, jug_trace_get_n_events (f.trace) - 1);
  shield_text = dup_text (&f, find_chip (&f, JUG_PICTURE_TASK, 1));
  g_assert_cmpstr (shield_text, ==, "main-1 waits: shield(b-1)");
}

static void
test_shows_who_waits_for_what_and_who_is_done (void)
{
  g_auto (Fixture) f = { 0 };
  g_autofree char *text = NULL;

  fixture_init (&f, jug_test_trace_gather (3));
  draw (&f, find_event (&f, JUG_EVENT_DONE, 2, 0));
  text = dup_text (&f, find_chip (&f, JUG_PICTURE_TASK, 1));
  g_assert_cmpstr (text, ==, "main-1 waits: gather 1 of 3");
  g_clear_pointer (&text, g_free);
  text = dup_text (&f, find_chip (&f, JUG_PICTURE_TASK, 2));
  g_assert_cmpstr (text, ==, "hello-1 is done with result 1");
  g_assert_nonnull (find_label (&f, "1"));
  g_assert_nonnull (find_label (&f, "sleep(2)"));
  g_assert_nonnull (find_label (&f, "Waiting · 3"));
  g_assert_nonnull (find_label (&f, "Done"));
}

static void
test_shows_idleness_and_callbacks (void)
{
  g_auto (Fixture) f = { 0 };
  g_autofree char *text = NULL;

  fixture_init (&f, jug_test_trace_gather (2));
  draw (&f, find_event (&f, JUG_EVENT_POLL, 0, 0));
  text = dup_text (&f, find_chip (&f, JUG_PICTURE_IDLE, 0));
  g_assert_cmpstr (text, ==, "the loop is idle: waiting until 1.0 s");
  g_clear_pointer (&text, g_free);
  draw (&f, find_event (&f, JUG_EVENT_TIMER_FIRE, 0, 0));
  text = dup_text (&f, find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 0));
  g_assert_cmpstr (text, ==, "timer of hello-1 is in the ready queue");
  draw (&f, find_event (&f, JUG_EVENT_CALLBACK_RUN, 0, 0));
  g_assert_nonnull (find_chip (&f, JUG_PICTURE_RUN, 0));
  g_assert_nonnull (find_label (&f, "timer of hello-1"));
}

static void
test_empty_places_say_so (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_init (&f, jug_test_trace_gather (1));
  draw (&f, JUG_NO_EVENT);
  g_assert_nonnull (find_label (&f, "nothing"));
  g_assert_nonnull (find_label (&f, "empty"));
  g_assert_nonnull (find_label (&f, "nobody"));
  /* What the program never asks for is not spoken of. */
  g_assert_null (find_label (&f, "Outside world"));
}

static void
test_narrow_panes_stack (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_init (&f, jug_test_trace_gather (3));
  f.view.width = 200;
  draw (&f, find_event (&f, JUG_EVENT_CALLBACK_QUEUE, 4, 0));
  g_assert_cmpfloat (find_chip (&f, JUG_PICTURE_TASK, 1)->y, <,
                     find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 2)->y);
}

/* Nothing stands outside of the pane, and no two chips stand on each other. */
static void
assert_tidy (Fixture *f)
{
  guint n_items;
  const JugDisplayItem *items = jug_display_list_get_items (f->list, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].ref.kind == JUG_PICTURE_NONE)
        continue;
      g_assert_cmpfloat (items[i].x, >=, 0);
      g_assert_cmpfloat (items[i].x + items[i].width, <=, f->view.width);
      g_assert_cmpfloat (items[i].y + items[i].height, <=, f->height);
      for (guint j = 0; j < i; j++)
        if (items[j].ref.kind != JUG_PICTURE_NONE)
          g_assert_true (items[i].x >= items[j].x + items[j].width ||
                         items[j].x >= items[i].x + items[i].width ||
                         items[i].y >= items[j].y + items[j].height ||
                         items[j].y >= items[i].y + items[i].height);
    }
}

static void
test_chips_wrap_and_stay_tidy (void)
{
  const double widths[] = { 180, 300, 439, 440, 800 };
  const double heights[] = { 0, 250, 400 };

  for (guint32 seed = 0; seed < 6; seed++)
    {
      g_auto (Fixture) f = { 0 };
      guint32 n_events;

      fixture_init (&f, jug_random_trace_new (seed, 1200));
      n_events = jug_trace_get_n_events (f.trace);
      for (guint32 event = 0; event < n_events; event += 61)
        {
          f.view.width = widths[event % G_N_ELEMENTS (widths)];
          f.view.height = heights[event % G_N_ELEMENTS (heights)];
          f.view.font_scale = event % 4 == 3 ? 2 : 1;
          draw (&f, event);
          assert_tidy (&f);
        }
    }
}

/* The same picture, seen from the other side. */
static void
test_right_to_left_is_mirrored (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (JugDisplayList) ltr = jug_display_list_new ();
  const JugDisplayItem *items, *mirrored;
  guint n_items, n_mirrored;
  guint32 event;

  fixture_init (&f, jug_test_trace_gather (3));
  event = find_event (&f, JUG_EVENT_CALLBACK_QUEUE, 4, 0);
  f.view.is_rtl = TRUE;
  draw (&f, event);
  assert_tidy (&f);
  f.view.is_rtl = FALSE;
  jug_loop_layout_draw (f.cursor, &f.view, ltr);

  items = jug_display_list_get_items (ltr, &n_items);
  mirrored = jug_display_list_get_items (f.list, &n_mirrored);
  g_assert_cmpuint (n_mirrored, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_POLYLINE)
      for (guint p = 0; p < items[i].n; p++)
        g_assert_cmpfloat_with_epsilon (
            jug_display_list_get_points (f.list, &mirrored[i])[p].x,
            f.view.width - jug_display_list_get_points (ltr, &items[i])[p].x, 0.01);
    else
      g_assert_cmpfloat_with_epsilon (mirrored[i].x + mirrored[i].width,
                                      f.view.width - items[i].x, 0.01);
  /* What stood at the left of its box stands at the right of it. */
  g_assert_cmpint (find_label (&f, "Running")->align, ==, JUG_ALIGN_END);
}

static void
test_a_crowd_is_counted (void)
{
  g_auto (Fixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();
  guint n_items, n_chips = 0, n_left_out = 0;
  const JugDisplayItem *items;

  jug_test_trace_create (t, "main");
  jug_test_trace_step (t, 1, NULL);
  for (guint i = 0; i < 1000; i++)
    jug_test_trace_create (t, "child");
  fixture_init (&f, jug_test_trace_finish (t));
  f.view.height = 300;
  draw (&f, jug_trace_get_n_events (f.trace) - 1);
  g_assert_cmpfloat (f.height, <=, 300);
  assert_tidy (&f);
  g_assert_nonnull (find_label (&f, "Ready queue · 1000"));

  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      n_chips += items[i].ref.kind == JUG_PICTURE_QUEUE_ITEM;
      if (items[i].kind == JUG_ITEM_LABEL &&
          jug_display_list_get_text (f.list, &items[i])[0] == '+')
        n_left_out = (guint) g_ascii_strtoull (
            jug_display_list_get_text (f.list, &items[i]) + 1, NULL, 10);
    }
  g_assert_cmpuint (n_chips, >, 3);
  g_assert_cmpuint (n_chips + n_left_out, ==, 1000);
}

static void
test_selection_is_outlined (void)
{
  g_auto (Fixture) f = { 0 };
  guint n_items, n_outlines = 0;
  const JugDisplayItem *items;

  fixture_init (&f, jug_test_trace_gather (3));
  f.view.selection = (JugPictureRef){ JUG_PICTURE_LANE, 3, JUG_NO_EVENT };
  /* hello-2 waits, and has a timer. */
  draw (&f, find_event (&f, JUG_EVENT_DONE, 2, 0));
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    n_outlines += items[i].stroke.role == JUG_COLOR_SELECTION;
  g_assert_cmpuint (n_outlines, ==, 2);
}

static void
test_marks_where_the_iteration_ends (void)
{
  g_auto (Fixture) f = { 0 };
  JugTestTrace *t = jug_test_trace_new ();
  const JugDisplayItem *items, *line = NULL;
  guint n_items;

  jug_test_trace_create (t, "first");
  jug_test_trace_create (t, "second");
  jug_test_trace_create (t, "third");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  fixture_init (&f, jug_test_trace_finish (t));
  draw (&f, jug_trace_get_n_events (f.trace) - 1);
  /* Second and third run in this iteration; the first, which yielded, in the next. */
  items = jug_display_list_get_items (f.list, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == JUG_ITEM_LINE)
      line = &items[i];
  g_assert_nonnull (line);
  g_assert_cmpfloat (line->x, >, find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 3)->x);
  g_assert_cmpfloat (line->x, <, find_chip (&f, JUG_PICTURE_QUEUE_ITEM, 1)->x);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func (
      "/juggler/picture/loop-layout/shows-what-runs-and-what-is-ready-in-order",
      test_shows_what_runs_and_what_is_ready_in_order);
  g_test_add_func ("/juggler/picture/loop-layout/shows-timers-by-what-is-left",
                   test_shows_timers_by_what_is_left);
  g_test_add_func ("/juggler/picture/loop-layout/shows-how-far-a-wait-is",
                   test_shows_how_far_a_wait_is);
  g_test_add_func (
      "/juggler/picture/loop-layout/shows-who-waits-for-what-and-who-is-done",
      test_shows_who_waits_for_what_and_who_is_done);
  g_test_add_func ("/juggler/picture/loop-layout/shows-idleness-and-callbacks",
                   test_shows_idleness_and_callbacks);
  g_test_add_func ("/juggler/picture/loop-layout/empty-places-say-so",
                   test_empty_places_say_so);
  g_test_add_func ("/juggler/picture/loop-layout/narrow-panes-stack",
                   test_narrow_panes_stack);
  g_test_add_func ("/juggler/picture/loop-layout/right-to-left-is-mirrored",
                   test_right_to_left_is_mirrored);
  g_test_add_func ("/juggler/picture/loop-layout/chips-wrap-and-stay-tidy",
                   test_chips_wrap_and_stay_tidy);
  g_test_add_func ("/juggler/picture/loop-layout/a-crowd-is-counted",
                   test_a_crowd_is_counted);
  g_test_add_func ("/juggler/picture/loop-layout/selection-is-outlined",
                   test_selection_is_outlined);
  g_test_add_func ("/juggler/picture/loop-layout/marks-where-the-iteration-ends",
                   test_marks_where_the_iteration_ends);
  return g_test_run ();
}
