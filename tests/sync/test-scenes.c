/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that scenes with locks, queues… come out as they do in CPython, step by step. */
#include "jug-sync-scene.h"

static void
test_scene (gconstpointer data)
{
  JugSyncScene *scene = (JugSyncScene *) data;
  JugTrace *trace = jug_trace_new ();
  g_autofree char *log = jug_sync_scene_play (scene, trace);

  g_assert_cmpstr (log, ==, scene->log);
  jug_trace_unref (trace);
}

/* Nothing may depend on being recorded. */
static void
test_scene_unrecorded (gconstpointer data)
{
  JugSyncScene *scene = (JugSyncScene *) data;
  g_autofree char *spoken = jug_sync_scene_play (scene, NULL);
  g_autofree char *expected = jug_sync_scene_get_spoken (scene);

  g_assert_cmpstr (spoken, ==, expected);
}

/* test-scenes FILE: the file's name, without its ending, is that of what the tests are
 * about. */
int
main (int argc, char **argv)
{
  g_autofree char *base = NULL;
  g_autoptr (GPtrArray) scenes = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  base = g_path_get_basename (argv[1]);
  *strchr (base, '.') = '\0';
  scenes = jug_sync_scene_read_all (argv[1]);
  for (guint i = 0; i < scenes->len; i++)
    {
      JugSyncScene *scene = scenes->pdata[i];
      g_autofree char *path = g_strdup_printf ("/juggler/sync/%s/%s", base, scene->name);
      g_autofree char *unrecorded = g_strconcat (path, "/unrecorded", NULL);

      g_test_add_data_func (path, scene, test_scene);
      g_test_add_data_func (unrecorded, scene, test_scene_unrecorded);
    }
  return g_test_run ();
}
