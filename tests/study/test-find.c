/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be found in a trace, in which slices, and while it grows. */
#include "jug-find.h"
#include "jug-test-trace.h"

#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define ALL G_MAXUINT32
#define MUCH G_MAXUINT

/* A run in which there is something of each sort to find. */
typedef struct
{
  JugTrace *trace;
  guint32 create;    /* fetch-1 */
  guint32 print;     /* "Straße 7 is OPEN" */
  guint32 wait;      /* sleep(2) */
  guint32 thrown;    /* TimeoutError */
  guint32 failed;    /* ValueError: no such dish */
  guint32 returned;  /* 'Suppe' */
  guint32 exit;      /* RuntimeError */
  guint32 long_text; /* with "needle" at its end */
} Scene;

static void
scene_clear (Scene *self)
{
  g_clear_pointer (&self->trace, jug_trace_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static guint32
get_last (JugTestTrace *w)
{
  return jug_trace_get_n_events (jug_test_trace_get_trace (w)) - 1;
}

static void
scene_init (Scene *self)
{
  JugTestTrace *w = jug_test_trace_new ();
  g_autofree char *filling = g_strnfill (1000, 'x');
  g_autofree char *long_text = g_strconcat (filling, "Needle", NULL);
  guint32 task, timer;

  jug_test_trace_iteration (w);
  jug_test_trace_run (w);
  task = jug_test_trace_create (w, "fetch");
  self->create = jug_trace_get_task (jug_test_trace_get_trace (w), task)->create_event;
  jug_test_trace_create (w, "other");
  jug_test_trace_iteration (w);
  jug_test_trace_run (w);
  jug_test_trace_step (w, task, NULL);
  jug_test_trace_print (w, "Straße 7 is OPEN");
  self->print = get_last (w);
  timer = jug_test_trace_sleep (w, 2 * SECOND);
  self->wait = get_last (w);
  while (jug_trace_get_event (jug_test_trace_get_trace (w), self->wait)->kind !=
         JUG_EVENT_WAIT)
    self->wait--;
  jug_test_trace_iteration (w);
  jug_test_trace_poll (w, 2 * SECOND);
  jug_test_trace_fire (w, timer, FALSE);
  jug_test_trace_run (w);
  jug_test_trace_wake (w, timer);
  jug_test_trace_step (w, task, "TimeoutError");
  self->thrown = get_last (w);
  jug_test_trace_print (w, long_text);
  self->long_text = get_last (w);
  jug_test_trace_add_event (
      w,
      (JugEvent){ .kind = JUG_EVENT_EXCEPTION,
                  .task = task,
                  .text = jug_trace_intern (jug_test_trace_get_trace (w), "no such dish"),
                  .cause = JUG_NO_EVENT });
  self->failed = jug_test_trace_done (w, JUG_OUTCOME_EXCEPTION, "ValueError");
  jug_test_trace_step (w, 2, NULL);
  self->returned = jug_test_trace_done (w, JUG_OUTCOME_RESULT, "'Suppe'");
  self->exit = jug_test_trace_add_event (
      w,
      (JugEvent){ .kind = JUG_EVENT_EXIT,
                  .text = jug_trace_intern (jug_test_trace_get_trace (w), "RuntimeError"),
                  .cause = JUG_NO_EVENT });
  self->trace = jug_test_trace_finish (w);
}

static char *
label_task (JugTrace *trace, guint32 task, gpointer data)
{
  return task == 1 ? g_strdup ("Bäcker") : jug_trace_dup_task_label (trace, task);
}

static void
tell_wait (guint32 wait_event, GString *out, gpointer data)
{
  g_string_append (out, "sleep(2)");
}

static JugFind *
find_in (JugTrace *trace, const char *text)
{
  JugFind *find = jug_find_new (trace, text, label_task, tell_wait, NULL);

  g_assert_false (jug_find_go_on (find, ALL, MUCH));
  return find;
}

static void
test_finds_what_can_be_read (void)
{
  g_auto (Scene) s = { 0 };

  scene_init (&s);
  const struct
  {
    const char *text;
    guint32 hit;
  } rows[] = {
    { "fetch-1", s.create },    { "FETCH", s.create },
    { "bäck", s.create },       { "BÄCKER", s.create },
    { "is open", s.print },     { "  strasse 7\t", s.print },
    { "sleep(2)", s.wait },     { "timeouterror", s.thrown },
    { "no such", s.failed },    { "ValueError: no", s.failed },
    { "suppe", s.returned },    { "RuntimeError", s.exit },
    { "xneedle", s.long_text },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugFind) find = find_in (s.trace, rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (jug_find_get_n_hits (find), ==, 1);
      g_assert_cmpuint (jug_find_get_hits (find)[0], ==, rows[i].hit);
    }
}

static void
test_finds_nothing_else (void)
{
  const char *texts[] = { "",     "   ",     "pope",     "fetch-2",
                          "loop", "needles", "\xff\xfe", "iteration" };
  g_auto (Scene) s = { 0 };

  scene_init (&s);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JugFind) find = find_in (s.trace, texts[i]);

      g_test_message ("row %u", i);
      g_assert_cmpuint (jug_find_get_n_hits (find), ==, 0);
      g_assert_cmpuint (jug_find_get_next (find, JUG_NO_EVENT, 1), ==, G_MAXUINT);
      g_assert_cmpuint (jug_find_get_next (find, 3, -1), ==, G_MAXUINT);
    }
}

/* A name that a task still has is found once, one that it had where it got it. */
static void
test_finds_a_name_once (void)
{
  JugTestTrace *w = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugFind) find = NULL;
  guint32 name;

  jug_test_trace_create (w, "fetch");
  name = jug_test_trace_add_event (
      w, (JugEvent){ .kind = JUG_EVENT_TASK_NAME,
                     .task = 1,
                     .text = jug_trace_intern (jug_test_trace_get_trace (w), "Bäcker"),
                     .cause = JUG_NO_EVENT });
  g_assert_cmpuint (name, !=, JUG_NO_EVENT);
  name = jug_test_trace_add_event (
      w, (JugEvent){ .kind = JUG_EVENT_TASK_NAME,
                     .task = 1,
                     .text = jug_trace_intern (jug_test_trace_get_trace (w), "Koch"),
                     .cause = JUG_NO_EVENT });
  trace = jug_test_trace_finish (w);

  find = find_in (trace, "bäcker");
  g_assert_cmpuint (jug_find_get_n_hits (find), ==, 1);
  g_assert_cmpuint (jug_find_get_hits (find)[0], ==,
                    jug_trace_get_task (trace, 1)->create_event);
  g_clear_pointer (&find, jug_find_free);
  find = find_in (trace, "koch");
  g_assert_cmpuint (jug_find_get_n_hits (find), ==, 1);
  g_assert_cmpuint (jug_find_get_hits (find)[0], ==, name);
}

static void
test_goes_round (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugFind) find = find_in (trace, "hello-");
  guint n_hits = jug_find_get_n_hits (find);
  const guint32 *hits = jug_find_get_hits (find);

  g_assert_cmpuint (n_hits, >=, 3);
  for (guint i = 0; i < n_hits; i++)
    {
      guint after = (i + 1) % n_hits, before = (i + n_hits - 1) % n_hits;

      g_assert_cmpuint (jug_find_get_next (find, hits[i], 1), ==, after);
      g_assert_cmpuint (jug_find_get_next (find, hits[i], -1), ==, before);
      g_assert_cmpuint (jug_find_get_next (find, hits[i] - 1, 1), ==, i);
      g_assert_cmpuint (jug_find_get_next (find, hits[i] + 1, -1), ==, i);
    }
  g_assert_cmpuint (jug_find_get_next (find, JUG_NO_EVENT, 1), ==, 0);
  g_assert_cmpuint (jug_find_get_next (find, JUG_NO_EVENT, -1), ==, n_hits - 1);
}

/* However the work is cut, the same is found; and no slice does more than it may. */
static void
test_slices_make_no_difference (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (50, 20000);
  g_autoptr (JugFind) whole = find_in (trace, "1");
  const guint budgets[] = { 1, 7, 1000 };

  g_assert_cmpuint (jug_find_get_n_hits (whole), >, 50);
  for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      g_autoptr (JugFind) find = jug_find_new (trace, "1", label_task, tell_wait, NULL);
      guint n_slices = 1;

      while (jug_find_go_on (find, ALL, budgets[i]))
        n_slices++;
      g_assert_cmpuint (n_slices, >=, jug_trace_get_n_events (trace) / budgets[i]);
      g_assert_cmpuint (jug_find_get_n_hits (find), ==, jug_find_get_n_hits (whole));
      g_assert_cmpmem (
          jug_find_get_hits (find), jug_find_get_n_hits (find) * sizeof (guint32),
          jug_find_get_hits (whole), jug_find_get_n_hits (whole) * sizeof (guint32));
    }
}

/* Long lines make a slice shorter. */
static void
test_long_text_counts (void)
{
  JugTestTrace *w = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugFind) find = NULL;
  guint n_slices = 1;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strnfill (64000 + i, 'y');

      jug_test_trace_print (w, text);
    }
  trace = jug_test_trace_finish (w);
  find = jug_find_new (trace, "x", NULL, NULL, NULL);
  while (jug_find_go_on (find, ALL, 1000))
    n_slices++;
  g_assert_cmpuint (n_slices, ==, 20);
}

static void
test_follows_a_growing_trace (void)
{
  JugTestTrace *w = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugFind) find =
      jug_find_new (jug_test_trace_get_trace (w), "ding", NULL, NULL, NULL);

  g_assert_false (jug_find_go_on (find, ALL, MUCH));
  jug_test_trace_print (w, "ding");
  jug_test_trace_print (w, "dong");
  jug_test_trace_print (w, "ding dong");
  /* No further than those who know the trace are. */
  g_assert_false (jug_find_go_on (find, 1, MUCH));
  g_assert_cmpuint (jug_find_get_n_hits (find), ==, 1);
  g_assert_false (jug_find_go_on (find, ALL, MUCH));
  g_assert_cmpuint (jug_find_get_n_hits (find), ==, 2);
  jug_test_trace_print (w, "Ding");
  trace = jug_test_trace_finish (w);
  g_assert_false (jug_find_go_on (find, ALL, MUCH));
  g_assert_cmpuint (jug_find_get_n_hits (find), ==, 3);
}

static void
test_every_kind_can_be_searched (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();
  g_autoptr (JugFind) find = find_in (trace, "e");

  g_assert_cmpuint (jug_find_get_n_hits (find), >, 0);
  g_assert_cmpuint (jug_find_get_n_hits (find), <=, jug_trace_get_n_events (trace));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/study/find/finds-what-can-be-read",
                   test_finds_what_can_be_read);
  g_test_add_func ("/juggler/study/find/finds-nothing-else", test_finds_nothing_else);
  g_test_add_func ("/juggler/study/find/finds-a-name-once", test_finds_a_name_once);
  g_test_add_func ("/juggler/study/find/goes-round", test_goes_round);
  g_test_add_func ("/juggler/study/find/slices-make-no-difference",
                   test_slices_make_no_difference);
  g_test_add_func ("/juggler/study/find/long-text-counts", test_long_text_counts);
  g_test_add_func ("/juggler/study/find/follows-a-growing-trace",
                   test_follows_a_growing_trace);
  g_test_add_func ("/juggler/study/find/every-kind-can-be-searched",
                   test_every_kind_can_be_searched);
  return g_test_run ();
}
