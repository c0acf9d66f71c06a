/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar in which one types what to find: what it says, and where it goes. */
#include "jug-find-bar.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"

typedef struct
{
  JugSession *session;
  JugTimelineChart *chart;
  JugFindBar *bar;
  GtkWidget *button;
  GtkWindow *window;
} Fixture;

static void
set_up_with (Fixture *fixture, JugTrace *trace)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = jug_test_window_session (trace);
  fixture->button = gtk_button_new_with_label ("before");
  gtk_box_append (GTK_BOX (box), fixture->button);
  fixture->bar = g_object_new (JUG_TYPE_FIND_BAR, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));
  fixture->chart = jug_test_window_add_chart (GTK_BOX (box), fixture->session);
  jug_find_bar_set_session (fixture->bar, fixture->chart, fixture->session);
  fixture->window = jug_test_window_show (box, 900, 300);
  gtk_widget_grab_focus (fixture->button);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);

  set_up_with (fixture, trace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (
      jug_test_window_find (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY));
}

static const char *
get_count (Fixture *fixture)
{
  GtkWidget *entry = GTK_WIDGET (get_entry (fixture));

  return gtk_label_get_label (GTK_LABEL (
      jug_test_window_find (gtk_widget_get_next_sibling (entry), GTK_TYPE_LABEL)));
}

static guint32
get_event (Fixture *fixture)
{
  return jug_playhead_get_event (jug_session_get_playhead (fixture->session));
}

/* Types, and does not wait for the entry to tell of it. */
static void
type (Fixture *fixture, const char *text)
{
  jug_find_bar_open (fixture->bar);
  gtk_editable_set_text (get_entry (fixture), text);
  g_signal_emit_by_name (get_entry (fixture), "search-changed");
}

static void
test_says_how_many_and_goes_there (Fixture *fixture, gconstpointer data)
{
  JugTrace *trace = jug_session_get_trace (fixture->session);
  const JugTimelineView *view =
      jug_timeline_layout_get_view (jug_timeline_chart_get_layout (fixture->chart));

  /* The creation, and main's gather does not name it. */
  type (fixture, "hello-");
  g_assert_cmpstr (get_count (fixture), ==, "3 found");
  g_assert_cmpuint (get_event (fixture), ==, JUG_NO_EVENT);
  g_assert_cmpuint (view->n_hits, ==, 3);

  jug_find_bar_step (fixture->bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");
  g_assert_cmpuint (get_event (fixture), ==, jug_trace_get_task (trace, 2)->create_event);
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 2);
  g_assert_cmpuint (view->hit, ==, get_event (fixture));
  jug_find_bar_step (fixture->bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "2 of 3");
  jug_find_bar_step (fixture->bar, -1);
  jug_find_bar_step (fixture->bar, -1);
  g_assert_cmpstr (get_count (fixture), ==, "3 of 3");
  g_assert_cmpuint (get_event (fixture), ==, jug_trace_get_task (trace, 4)->create_event);
}

static void
test_begins_at_the_playhead (Fixture *fixture, gconstpointer data)
{
  JugTrace *trace = jug_session_get_trace (fixture->session);
  guint32 second = jug_trace_get_task (trace, 3)->create_event;

  jug_playhead_go_to_event (jug_session_get_playhead (fixture->session), second);
  type (fixture, "hello-");
  jug_find_bar_step (fixture->bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "2 of 3");
  g_assert_cmpuint (get_event (fixture), ==, second);
}

static void
test_says_that_there_is_nothing (Fixture *fixture, gconstpointer data)
{
  type (fixture, "goodbye");
  g_assert_cmpstr (get_count (fixture), ==, "Not found");
  jug_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (get_event (fixture), ==, JUG_NO_EVENT);
  type (fixture, "");
  g_assert_cmpstr (get_count (fixture), ==, "");
}

static void
test_finds_waits_as_the_bars_say_them (Fixture *fixture, gconstpointer data)
{
  JugTrace *trace = jug_session_get_trace (fixture->session);

  type (fixture, "SLEEP(1)");
  jug_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (jug_trace_get_event (trace, get_event (fixture))->kind, ==,
                    JUG_EVENT_WAIT);
  type (fixture, "gather of 3");
  jug_find_bar_step (fixture->bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
}

static void
test_escape_gives_the_focus_back (Fixture *fixture, gconstpointer data)
{
  const JugTimelineView *view =
      jug_timeline_layout_get_view (jug_timeline_chart_get_layout (fixture->chart));

  type (fixture, "hello-");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         GTK_WIDGET (fixture->bar)));
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->button);
  g_assert_cmpuint (view->n_hits, ==, 0);
  g_assert_cmpstr (get_count (fixture), ==, "");
}

static void
test_another_run_is_searched_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const JugTimelineView *view;

  type (fixture, "hello-");
  jug_session_close (fixture->session);
  g_assert_cmpstr (get_count (fixture), ==, "");
  jug_find_bar_step (fixture->bar, 1);
  jug_session_open_lesson (
      fixture->session, jug_catalogue_find (jug_session_get_catalogue (fixture->session),
                                            "coroutines/together", &error));
  g_assert_no_error (error);
  while (jug_session_get_state (fixture->session) != JUG_SESSION_READY)
    g_main_context_iteration (NULL, TRUE);
  type (fixture, "main-1");
  view = jug_timeline_layout_get_view (jug_timeline_chart_get_layout (fixture->chart));
  g_assert_cmpuint (view->n_hits, >, 0);
}

static gboolean
has_stopped (gpointer data)
{
  Fixture *fixture = data;

  return g_str_has_suffix (get_count (fixture), " found");
}

/* A million events: the window gets its turn again and again, and in the end all is
 * found. */
static void
test_a_million_events_do_not_block (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (50, 1000000);
  gint64 longest = 0;
  guint n_turns = 0;

  set_up_with (fixture, trace);
  type (fixture, "sleep");
  while (!has_stopped (fixture))
    {
      gint64 begin = g_get_monotonic_time ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, g_get_monotonic_time () - begin);
      n_turns++;
    }
  g_test_message ("%s in %u turns, the longest of %d ms", get_count (fixture), n_turns,
                  (int) (longest / 1000));
  g_assert_cmpuint (n_turns, >, 1);
  jug_find_bar_step (fixture->bar, -1);
  g_assert_nonnull (strstr (get_count (fixture), " of "));
}

#define ADD(name, set_up, test)                                                          \
  g_test_add ("/juggler/ui/find-bar/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("says-how-many-and-goes-there", set_up, test_says_how_many_and_goes_there);
  ADD ("begins-at-the-playhead", set_up, test_begins_at_the_playhead);
  ADD ("says-that-there-is-nothing", set_up, test_says_that_there_is_nothing);
  ADD ("finds-waits-as-the-bars-say-them", set_up, test_finds_waits_as_the_bars_say_them);
  ADD ("escape-gives-the-focus-back", set_up, test_escape_gives_the_focus_back);
  ADD ("another-run-is-searched-anew", set_up, test_another_run_is_searched_anew);
  ADD ("a-million-events-do-not-block", NULL, test_a_million_events_do_not_block);
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
