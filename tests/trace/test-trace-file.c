/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of saving and opening traces. */
#include "jug-test-trace-file.h"
#include "jug-test-trace.h"
#include "jug-trace-format-private.h"
#include "jug-trace-json.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A directory of the test's own, and a file in it. */
typedef struct
{
  char *directory;
  char *path;
  GFile *file;
  int pipe; /* to be written into */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->directory = g_dir_make_tmp ("juggler-XXXXXX", NULL);
  g_assert_nonnull (self->directory);
  self->path = g_build_filename (self->directory, "run.jug", NULL);
  self->file = g_file_new_for_path (self->path);
}

/* Every test takes away all files but the one, so that whatever is left over is
 * noticed. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->directory), ==, 0);
  g_assert_finalize_object (self->file);
  g_free (self->path);
  g_free (self->directory);
}

static JugTrace *
reopen (JugTrace *trace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jug_trace_to_bytes (trace);
  JugTrace *opened = jug_trace_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (jug_trace_is_sealed (opened));
  return opened;
}

static void
test_holds_every_kind (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();
  g_autoptr (JugTrace) opened = reopen (trace);

  jug_test_trace_assert_equal (trace, opened);
  jug_test_trace_read_all (opened);
}

/* Several chunks, the last of them partly filled. */
static void
test_holds_many_events (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (50, 30011);
  g_autoptr (JugTrace) opened = reopen (trace);

  jug_test_trace_assert_equal (trace, opened);
}

static void
test_holds_nothing (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (JugTrace) opened = reopen (trace);

  jug_test_trace_assert_equal (trace, opened);
  g_assert_cmpuint (jug_trace_get_n_events (opened), ==, 0);
}

static void
test_is_the_same_each_time (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();
  g_autoptr (JugTrace) opened = reopen (trace);
  g_autoptr (GBytes) first = jug_trace_to_bytes (trace);
  g_autoptr (GBytes) second = jug_trace_to_bytes (opened);

  g_assert_true (g_bytes_equal (first, second));
}

/* Bytes that are part of something larger may lie anywhere. */
static void
test_opens_unaligned_bytes (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (GBytes) bytes = jug_trace_to_bytes (trace);
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *buffer = g_malloc (size + 8);

  for (guint shift = 0; shift < 8; shift++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) shifted = NULL;
      g_autoptr (JugTrace) opened = NULL;

      memcpy (buffer + shift, g_bytes_get_data (bytes, NULL), size);
      shifted = g_bytes_new_static (buffer + shift, size);
      opened = jug_trace_new_from_bytes (shifted, &error);
      g_assert_no_error (error);
      jug_test_trace_assert_equal (trace, opened);
    }
}

static void
test_saves_and_opens (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (3, 5000);
  g_autoptr (GBytes) bytes = jug_trace_to_bytes (trace);
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (jug_trace_save (trace, self->file, NULL, &error));
  g_assert_no_error (error);
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  jug_test_trace_assert_equal (trace, opened);

  g_assert_true (g_file_get_contents (self->path, &contents, &size, NULL));
  g_assert_cmpmem (contents, size, g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes));
}

/* What is added stands in the file alone; what is there already is replaced or taken
 * away, and everything else is as it was. */
static void
test_saves_with_additions (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTestTrace) writer = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = jug_trace_ref (jug_test_trace_get_trace (writer));
  g_autoptr (GBytes) before = NULL, after = NULL;
  const JugTraceAddition first[] = {
    { "notes", "one" }, { "notes", "two" }, { "title", "New" }, { "nothing", NULL }
  };
  const JugTraceAddition second[] = { { "notes", NULL }, { "clock", "real" } };
  g_autoptr (JugTrace) opened = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) keys = NULL;

  jug_trace_set_property (trace, "title", "Old");
  jug_trace_set_property (trace, "engine", "native");
  jug_test_trace_create (writer, "main");
  jug_trace_seal (trace);
  before = jug_trace_to_bytes (trace);

  g_assert_true (
      jug_trace_save_with (trace, first, G_N_ELEMENTS (first), self->file, NULL, &error));
  g_assert_no_error (error);
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jug_trace_get_property (opened, "notes"), ==, "two");
  g_assert_cmpstr (jug_trace_get_property (opened, "title"), ==, "New");
  g_assert_cmpstr (jug_trace_get_property (opened, "engine"), ==, "native");
  g_assert_null (jug_trace_get_property (opened, "nothing"));
  g_assert_cmpuint (jug_trace_get_n_events (opened), ==, jug_trace_get_n_events (trace));
  after = jug_trace_to_bytes (trace);
  g_assert_true (g_bytes_equal (before, after));

  g_assert_true (jug_trace_save_with (opened, second, G_N_ELEMENTS (second), self->file,
                                      NULL, &error));
  g_assert_no_error (error);
  again = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  keys = jug_trace_dup_property_keys (again);
  g_assert_cmpstrv (keys, ((const char *[]){ "title", "engine", "clock", NULL }));
  jug_test_trace_read_all (again);
}

static void
test_additions_have_an_end (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  g_autofree JugTraceAddition *additions = g_new0 (JugTraceAddition, 300);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    {
      char *key = g_strdup_printf ("key %u", i);

      g_ptr_array_add (keys, key);
      additions[i] = (JugTraceAddition){ key, "x" };
    }
  g_assert_false (jug_trace_save_with (trace, additions, 300, self->file, NULL, &error));
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_TOO_LARGE);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* More than is read at once, and more than is first asked for of a file of unknown
 * size. */
static void
test_opens_a_large_file (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (100, 200000);
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_trace_save (trace, self->file, NULL, &error));
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  jug_test_trace_assert_equal (trace, opened);
}

static gpointer
write_pipe (gpointer data)
{
  Fixture *self = data;
  g_autoptr (JugTrace) trace = jug_test_trace_large (100, 200000);
  g_autoptr (GBytes) bytes = jug_trace_to_bytes (trace);
  FILE *pipe = fdopen (self->pipe, "w");

  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), pipe);
  fclose (pipe);
  return NULL;
}

static void
test_opens_a_pipe (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (100, 200000);
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;
  int reader; /* without it nobody could write yet */

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  reader = open (self->path, O_RDONLY | O_NONBLOCK);
  self->pipe = open (self->path, O_WRONLY);
  thread = g_thread_new ("writer", write_pipe, self);
  opened = jug_trace_open (self->file, NULL, &error);
  g_thread_join (thread);
  close (reader);

  g_assert_no_error (error);
  jug_test_trace_assert_equal (trace, opened);
}

/* It would never be over. */
static void
test_refuses_a_pipe_without_a_writer (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_NOT_A_TRACE);
  g_assert_nonnull (strstr (error->message, "nobody writes into"));
  g_assert_null (opened);
}

/* The trace reads its events from the file that it is saved to. */
static void
test_saves_over_the_file_that_it_reads (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (5, 20000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JugTrace) reader = NULL;
  g_autoptr (JugTrace) opened = NULL;

  g_assert_true (jug_trace_save (trace, self->file, NULL, &error));
  mapped = g_mapped_file_new (self->path, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (mapped);
  reader = jug_trace_new_from_bytes (bytes, &error);
  g_assert_no_error (error);

  g_assert_true (jug_trace_save (reader, self->file, NULL, &error));
  g_assert_no_error (error);
  jug_test_trace_assert_equal (trace, reader);
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  jug_test_trace_assert_equal (trace, opened);
}

/* Somebody else writes to a file that is open here. */
static void
test_does_not_mind_that_the_file_changes (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (5, 20000);
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_trace_save (trace, self->file, NULL, &error));
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (truncate (self->path, 100), ==, 0);
  jug_test_trace_assert_equal (trace, opened);
}

static void
test_saves_a_trace_that_grows (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTestTrace) writer = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (writer);
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;

  jug_test_trace_create (writer, "main");
  g_assert_true (jug_trace_save (trace, self->file, NULL, &error));
  jug_test_trace_create (writer, "later");
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jug_trace_get_n_tasks (opened), ==, 1);
  g_assert_cmpuint (jug_trace_get_n_tasks (trace), ==, 2);
}

static void
assert_holds (Fixture *self, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (self->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

/* The disk is full, as it were. */
static void
test_leaves_the_old_file_if_it_cannot_write (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (5, 20000);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, old_limit;
  gboolean saved;

  g_assert_true (g_file_set_contents (self->path, "precious", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  limit = old_limit;
  limit.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = jug_trace_save (trace, self->file, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (saved);
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  assert_holds (self, "precious");
}

static void
test_leaves_the_old_file_if_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "precious", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (jug_trace_save (trace, self->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (self, "precious");
}

static void
test_says_where_it_cannot_save (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (GFile) file = g_file_get_child (self->file, "below.jug");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "no directory", -1, NULL));
  g_assert_false (jug_trace_save (trace, file, NULL, &error));
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, "below.jug"));
}

static void
test_saves_through_a_link (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autofree char *link_path = g_build_filename (self->directory, "link.jug", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (JugTrace) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_assert_cmpint (symlink (self->path, link_path), ==, 0);
  g_assert_true (jug_trace_save (trace, link, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  opened = jug_trace_open (self->file, NULL, &error);
  g_assert_no_error (error);
  jug_test_trace_assert_equal (trace, opened);
  g_remove (link_path);
}

static void
test_says_that_there_is_no_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jug_trace_open (self->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, self->path));
}

static void
test_opens_nothing_if_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_trace_save (trace, self->file, NULL, &error));
  g_cancellable_cancel (cancellable);
  g_assert_null (jug_trace_open (self->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file that never ends is not read to its end. */
static void
test_does_not_read_what_is_no_trace (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (jug_trace_open (file, NULL, &error));
  g_assert_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_NOT_A_TRACE);
  g_assert_cmpstr (error->message, ==, "“/dev/zero” is not a trace saved by Juggler");
}

static char *
to_json (JugTrace *trace)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_true (jug_trace_json_write (trace, stream, NULL, NULL));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Each version has a file that was saved when it was new, and what it held.  It stays as
 * it is, as do the files that people have. */
static void
test_opens_every_version (void)
{
  for (guint version = 1; version <= JUG_TRACE_FORMAT_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%u.jug", version);
      g_autofree char *json_name = g_strdup_printf ("version-%u.json", version);
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "trace", "data", name, NULL);
      g_autofree char *json_path =
          g_test_build_filename (G_TEST_DIST, "trace", "data", json_name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (JugTrace) trace = jug_trace_open (file, NULL, &error);
      g_autofree char *json = NULL;
      g_autofree char *expected = NULL;

      g_assert_no_error (error);
      json = to_json (trace);
      g_assert_true (g_file_get_contents (json_path, &expected, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (json, ==, expected);
      jug_test_trace_read_all (trace);
    }
}

#define ADD(path, test)                                                                  \
  g_test_add ("/juggler/trace/trace-file/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/trace-file/holds-every-kind", test_holds_every_kind);
  g_test_add_func ("/juggler/trace/trace-file/holds-many-events", test_holds_many_events);
  g_test_add_func ("/juggler/trace/trace-file/holds-nothing", test_holds_nothing);
  g_test_add_func ("/juggler/trace/trace-file/is-the-same-each-time",
                   test_is_the_same_each_time);
  g_test_add_func ("/juggler/trace/trace-file/opens-unaligned-bytes",
                   test_opens_unaligned_bytes);
  ADD ("saves-and-opens", test_saves_and_opens);
  ADD ("saves-with-additions", test_saves_with_additions);
  ADD ("additions-have-an-end", test_additions_have_an_end);
  ADD ("opens-a-large-file", test_opens_a_large_file);
  ADD ("opens-a-pipe", test_opens_a_pipe);
  ADD ("refuses-a-pipe-without-a-writer", test_refuses_a_pipe_without_a_writer);
  ADD ("saves-over-the-file-that-it-reads", test_saves_over_the_file_that_it_reads);
  ADD ("does-not-mind-that-the-file-changes", test_does_not_mind_that_the_file_changes);
  ADD ("saves-a-trace-that-grows", test_saves_a_trace_that_grows);
  ADD ("leaves-the-old-file-if-it-cannot-write",
       test_leaves_the_old_file_if_it_cannot_write);
  ADD ("leaves-the-old-file-if-cancelled", test_leaves_the_old_file_if_cancelled);
  ADD ("says-where-it-cannot-save", test_says_where_it_cannot_save);
  ADD ("saves-through-a-link", test_saves_through_a_link);
  ADD ("says-that-there-is-no-file", test_says_that_there_is_no_file);
  ADD ("opens-nothing-if-cancelled", test_opens_nothing_if_cancelled);
  g_test_add_func ("/juggler/trace/trace-file/does-not-read-what-is-no-trace",
                   test_does_not_read_what_is_no_trace);
  g_test_add_func ("/juggler/trace/trace-file/opens-every-version",
                   test_opens_every_version);
  return g_test_run ();
}
