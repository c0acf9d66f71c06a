/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session announces: views need no more than that, and are told nothing twice. */
#include "jug-session.h"

#include "jug-python.h"
#include "jug-test-folder.h"
#include "jug-test-signals.h"

ASYNC (child)
{
  AT (1) await (asyncio_sleep (1));
  AT (2) print ("done");
}

static void
sleeping (void)
{
  asyncio_run (child ());
}

ASYNC (spin)
{
  for (;;)
    await (asyncio_sleep (0));
}

static void
spinning (void)
{
  asyncio_run (spin ());
}

/* In real time, until it is told to stop */
ASYNC (wait_long)
{
  print ("waiting");
  await (asyncio_sleep (1000));
}

static void
waiting (void)
{
  asyncio_run (wait_long ());
}

static const JugProgram sleeping_program = { "a/sleeping", sleeping, NULL, 0 };
static const JugProgram other_program = { "a/other", sleeping, NULL, 0 };
static const JugProgram spinning_program = { "a/spinning", spinning, NULL, 0 };
static const JugProgram waiting_program = { "a/waiting", waiting, NULL, 0 };
static const JugProgram *const programs[] = { &sleeping_program, &other_program,
                                              &spinning_program, &waiting_program, NULL };

#define LESSON(clock, title)                                                             \
  "<lesson clock=\"" clock "\"><title>" title "</title><summary>S</summary>"             \
  "<param name=\"rest\" type=\"float\" min=\"0\" max=\"9\" default=\"3\""                \
  " code=\"rest({})\"><label>Rest</label></param>"                                       \
  "<page><title>P</title><p>x</p></page>"                                                \
  "<page at=\"print child-1 done\"><title>P</title><p>x</p></page>"                      \
  "<page><title>P</title><p>x</p></page></lesson>"

typedef struct
{
  JugTestFolder *folder;
  JugCatalogue *catalogue;
  JugSession *session;
  JugTestSignals *signals;
} Fixture;

static void
write_lesson (Fixture *self, const char *name, const char *text)
{
  g_autofree char *xml = g_strdup_printf ("a/%s/lesson.xml", name);
  g_autofree char *program = g_strdup_printf ("a/%s/program.py", name);

  jug_test_folder_write (self->folder, xml, text);
  jug_test_folder_write (self->folder, program, "rest(3)\n");
}

static void
set_up (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = jug_test_folder_new ();
  write_lesson (self, "sleeping", LESSON ("virtual", "Sleeping"));
  write_lesson (self, "other", LESSON ("virtual", "Other"));
  write_lesson (self, "spinning", LESSON ("virtual", "Spinning"));
  write_lesson (self, "waiting", LESSON ("real", "Waiting"));
  write_lesson (self, "missing", LESSON ("virtual", "Missing"));
  jug_test_folder_write (
      self->folder, "catalogue.xml",
      "<catalogue><unit id=\"a\"><title>A</title><lesson id=\"sleeping\"/>"
      "<lesson id=\"other\"/><lesson id=\"spinning\"/><lesson id=\"waiting\"/><lesson "
      "id=\"missing\"/>"
      "</unit></catalogue>");
  file = jug_test_folder_get_file (self->folder, ".");
  self->catalogue = jug_catalogue_load (file, &error);
  g_assert_no_error (error);
  self->session = jug_session_new (self->catalogue, programs);
  self->signals = jug_test_signals_new ();
  jug_test_signals_watch (self->signals, self->session, "notify moved trace-grown");
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  jug_test_signals_assert (self->signals, "");
  jug_test_signals_free (self->signals);
  g_assert_finalize_object (self->session);
  /* Threads that were told to stop hold nothing of it, but answer still. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->catalogue);
  jug_test_folder_free (self->folder);
}

static void
open_lesson (Fixture *self, const char *id)
{
  jug_session_open_lesson (self->session, jug_catalogue_find (self->catalogue, id, NULL));
}

static void
wait_until (Fixture *self, JugSessionState state)
{
  while (jug_session_get_state (self->session) != state)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* With a run of the lesson in it */
static void
open_ready (Fixture *self)
{
  open_lesson (self, "sleeping");
  jug_test_signals_assert (
      self->signals,
      "notify::lesson notify::python-source notify::state notify::title moved");
  wait_until (self, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_opens_lessons (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  open_lesson (self, "other");
  jug_test_signals_assert (self->signals, "notify::lesson notify::state "
                                          "notify::title notify::trace moved");
  wait_until (self, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_opens_the_same_lesson_again (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  open_lesson (self, "sleeping");
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
  wait_until (self, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_runs_with_other_values (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 5.0}"));
  jug_test_signals_assert (
      self->signals,
      "notify::python-source notify::settings notify::state notify::trace moved");
  /* A run that is replaced before its end is not heard of again. */
  jug_session_run (self->session, g_variant_new_parsed ("{'rest': 5.0}"));
  jug_test_signals_assert (self->signals, "moved");
  wait_until (self, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_fails (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_lesson (self, "missing");
  jug_test_signals_assert (self->signals,
                           "notify::error-message notify::lesson notify::python-source "
                           "notify::state notify::title moved");
  open_lesson (self, "spinning");
  jug_test_signals_assert (self->signals, "notify::error-message notify::lesson "
                                          "notify::state notify::title moved");
  jug_session_cancel (self->session);
  wait_until (self, JUG_SESSION_FAILED);
  jug_test_signals_assert (self->signals, "notify::error-message notify::state");
}

static void
test_moves (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);

  open_ready (self);
  jug_session_step (self->session, 1);
  jug_test_signals_assert (self->signals, "moved");
  jug_playhead_go_to_end (playhead);
  jug_test_signals_assert (self->signals, "moved");
  jug_playhead_go_to_end (playhead);
  g_assert_false (jug_session_step (self->session, 1));
  jug_playhead_set_speed (playhead, 2);
  jug_test_signals_assert (self->signals, "");
}

static void
test_turns_pages (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_set_page (self->session, 1);
  jug_test_signals_assert (self->signals, "notify::page moved");
  jug_session_set_page (self->session, 1);
  jug_test_signals_assert (self->signals, "");
  /* This one begins nowhere in particular. */
  jug_session_set_page (self->session, 2);
  jug_test_signals_assert (self->signals, "notify::page");
  /* The playhead stands there already. */
  jug_session_set_page (self->session, 1);
  jug_test_signals_assert (self->signals, "notify::page");
  open_lesson (self, "sleeping");
  jug_test_signals_assert (self->signals,
                           "notify::page notify::state notify::trace moved");
  wait_until (self, JUG_SESSION_READY);
  jug_test_signals_assert (self->signals, "notify::state notify::trace moved");
}

static void
test_selects (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_ready (self);
  jug_session_select (self->session, 1, 4);
  jug_test_signals_assert (self->signals, "notify::selected-event notify::selected-task");
  jug_session_select (self->session, 1, 6);
  jug_test_signals_assert (self->signals, "notify::selected-event");
  jug_session_select (self->session, 1, 6);
  jug_test_signals_assert (self->signals, "");
  jug_session_set_follow_task (self->session, TRUE);
  jug_session_set_follow_task (self->session, TRUE);
  jug_session_set_steps_axis (self->session, TRUE);
  jug_test_signals_assert (self->signals, "notify::follow-task notify::steps-axis");
  jug_session_close (self->session);
  jug_test_signals_assert (self->signals,
                           "notify::lesson notify::python-source "
                           "notify::selected-event notify::selected-task "
                           "notify::state notify::title notify::trace moved");
}

static void
test_opens_a_file_that_is_none (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;
  g_autoptr (GFile) file = jug_test_folder_get_file (self->folder, "broken.jug");

  jug_test_folder_write (self->folder, "broken.jug", "nothing");
  jug_session_open_file (self->session, file);
  jug_test_signals_assert (self->signals, "notify::state notify::title moved");
  wait_until (self, JUG_SESSION_FAILED);
  jug_test_signals_assert (self->signals, "notify::error-message notify::state");
}

static void
test_follows_a_live_run (gpointer fixture, gconstpointer data)
{
  Fixture *self = fixture;

  open_lesson (self, "waiting");
  jug_test_signals_assert (self->signals,
                           "notify::lesson notify::python-source notify::state "
                           "notify::title notify::trace moved");
  while (jug_cursor_get_n_output (jug_session_get_cursor (self->session)) == 0)
    g_main_context_iteration (NULL, TRUE);
  /* Each time that there is more, the playhead goes first; how often is not known. */
  jug_test_signals_assert_pattern (self->signals,
                                   "^moved trace-grown( (moved )?trace-grown)*$");
  jug_session_cancel (self->session);
  wait_until (self, JUG_SESSION_READY);
  jug_test_signals_assert_pattern (self->signals,
                                   "^((moved )?trace-grown )+notify::state$");
}

#define ADD(name, func)                                                                  \
  jug_test_signals_add ("/juggler/session/session-signals/" name, sizeof (Fixture),      \
                        set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("opens-lessons", test_opens_lessons);
  ADD ("opens-the-same-lesson-again", test_opens_the_same_lesson_again);
  ADD ("runs-with-other-values", test_runs_with_other_values);
  ADD ("fails", test_fails);
  ADD ("moves", test_moves);
  ADD ("turns-pages", test_turns_pages);
  ADD ("selects", test_selects);
  ADD ("opens-a-file-that-is-none", test_opens_a_file_that_is_none);
  ADD ("follows-a-live-run", test_follows_a_live_run);
  return g_test_run ();
}
