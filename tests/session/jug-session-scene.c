/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small programs and the files around them. */
#include "jug-session-scene.h"

#include "jug-python.h"

ASYNC (child, (const char *, name))
{
  AT (2) await (asyncio_sleep (1));
  AT (3) print ("%s is done", name);
}

ASYNC_MAIN
{
  AT (6) JugTask *named = asyncio_create_task_named (child ("first"), "Mr. One");
  AT (7) JugTask *other = asyncio_create_task (child ("second"));
  AT (8) await (named);
  AT (9) await (other);
  AT (10) await (asyncio_sleep (jug_program_get_parameter ("rest")));
}

static void
sleeping (void)
{
  asyncio_run (main_ ());
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

static void
failing (void)
{
  print ("going down");
  RAISE (ValueError, "no");
}

static const JugParameter parameters[] = { { "rest", 3 } };
static const JugProgram sleeping_program = { "a/sleeping", sleeping, parameters, 1 };
static const JugProgram other_program = { "a/other", sleeping, parameters, 1 };
static const JugProgram spinning_program = { "a/spinning", spinning, NULL, 0 };
static const JugProgram waiting_program = { "a/waiting", waiting, NULL, 0 };
static const JugProgram failing_program = { "a/failing", failing, NULL, 0 };
static const JugProgram *const programs[] = { &sleeping_program, &other_program,
                                              &spinning_program, &waiting_program,
                                              &failing_program,  NULL };

#define TEXT(clock, title, more)                                                         \
  "<lesson clock=\"" clock "\"><title>" title "</title><summary>S</summary>" more        \
  "<page><title>P</title><p>x</p></page>"                                                \
  "<page at=\"print child-1 first is done\"><title>P</title><p>x</p></page>"             \
  "<page at=\"print nobody-1 nothing\"><title>P</title><p>x</p></page></lesson>"

#define LABELS                                                                           \
  "<label task=\"child-1\">never shown</label><label task=\"child-2\">the other</label>"
#define REST                                                                             \
  "<param name=\"rest\" type=\"float\" min=\"0\" max=\"9\" default=\"3\""                \
  " code=\"rest({})\"><label>Rest</label></param>"

static void
write_lesson (JugTestFolder *folder, const char *name, const char *text)
{
  g_autofree char *xml = g_strdup_printf ("a/%s/lesson.xml", name);
  g_autofree char *program = g_strdup_printf ("a/%s/program.py", name);

  jug_test_folder_write (folder, xml, text);
  jug_test_folder_write (folder, program, "rest(3)\n");
}

void
jug_session_scene_set_up (JugSessionScene *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = jug_test_folder_new ();
  write_lesson (self->folder, "sleeping", TEXT ("virtual", "About it", LABELS REST));
  write_lesson (self->folder, "other", TEXT ("virtual", "Other", REST));
  write_lesson (self->folder, "spinning", TEXT ("virtual", "Spinning", ""));
  write_lesson (self->folder, "waiting", TEXT ("real", "Waiting", ""));
  write_lesson (self->folder, "failing", TEXT ("virtual", "Failing", ""));
  write_lesson (self->folder, "missing", TEXT ("virtual", "Missing", ""));
  jug_test_folder_write (
      self->folder, "catalogue.xml",
      "<catalogue><unit id=\"a\"><title>A</title><lesson id=\"sleeping\"/>"
      "<lesson id=\"other\"/><lesson id=\"spinning\"/><lesson id=\"waiting\"/>"
      "<lesson id=\"failing\"/><lesson id=\"missing\"/></unit></catalogue>");
  file = jug_test_folder_get_file (self->folder, ".");
  self->catalogue = jug_catalogue_load (file, &error);
  g_assert_no_error (error);
  self->session = jug_session_new (self->catalogue, programs);
}

void
jug_session_scene_tear_down (JugSessionScene *self, gconstpointer data)
{
  gpointer session = self->session;

  /* A thread that saved for it may let go of it a moment after it has said that it is
   * done; whoever holds it for ever lets the test time out. */
  g_object_add_weak_pointer (session, &session);
  g_object_unref (self->session);
  while (g_atomic_pointer_get (&session))
    g_thread_yield ();
  /* Threads that were told to stop hold nothing of it, but answer still. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->catalogue);
  jug_test_folder_free (self->folder);
}

void
jug_session_scene_open (JugSessionScene *self, const char *id)
{
  jug_session_open_lesson (self->session, jug_catalogue_find (self->catalogue, id, NULL));
}

void
jug_session_scene_wait (JugSessionScene *self, JugSessionState state)
{
  while (jug_session_get_state (self->session) != state)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
