/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as files: like the one that was looked at, described, written whole or not at
 * all. */
#include "jug-picture-file.h"

#include "jug-picture-page-private.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

/* A channel may differ by so much in so many of 200 pixels: versions of cairo differ a
 * bit. */
#define TOLERANCE 24

static gboolean
has_font (const char *name)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    found = found || g_str_equal (pango_font_family_get_name (families[i]), name);
  g_free (families);
  return found;
}

/* What is left to be read of a file in memory. */
typedef struct
{
  const guint8 *data;
  gsize length;
} Reader;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode (GBytes *bytes)
{
  Reader reader;
  cairo_surface_t *surface;

  reader.data = g_bytes_get_data (bytes, &reader.length);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static GBytes *
make (JugTrace *trace, JugPictureFormat format, const JugPictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = jug_picture_file_to_bytes (trace, format, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* How many pixels differ by more than the tolerance. */
static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a),
      height = cairo_image_surface_get_height (a);
  guint n = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guint8 *p =
          cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *q =
          cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        {
          int worst = 0;

          for (int channel = 0; channel < 3; channel++)
            worst = MAX (worst, ABS (p[4 * x + channel] - q[4 * x + channel]));
          n += worst > TOLERANCE;
        }
    }
  return n;
}

/* With JUG_UPDATE set the picture that is there now becomes the one to compare with: look
 * at it. */
static void
test_looks_like_the_reference (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "picture", "ref", "gather.png", NULL);
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  JugPictureOptions options = { .title = "Three hellos", .width = 900 };
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *made, *reference;
  guint n_pixels, n_differences;

  if (!has_font ("DejaVu Sans"))
    {
      g_test_skip ("DejaVu Sans is not installed");
      return;
    }
  bytes = make (trace, JUG_PICTURE_PNG, &options);
  if (g_getenv ("JUG_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                        (gssize) g_bytes_get_size (bytes), NULL));

  made = decode (bytes);
  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  n_pixels = (guint) (cairo_image_surface_get_width (reference) *
                      cairo_image_surface_get_height (reference));
  n_differences = count_differences (made, reference);
  g_test_message ("%u of %u pixels differ", n_differences, n_pixels);
  g_assert_cmpuint (n_differences, <=, n_pixels / 200);
  cairo_surface_destroy (made);
  cairo_surface_destroy (reference);
}

static void
test_png_has_the_size_asked_for (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  JugPictureOptions options = { .width = 700, .scale = 2 };
  g_autoptr (GBytes) usual = make (trace, JUG_PICTURE_PNG, NULL);
  g_autoptr (GBytes) twice = make (trace, JUG_PICTURE_PNG, &options);
  cairo_surface_t *surface = decode (usual);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1600);
  cairo_surface_destroy (surface);
  surface = decode (twice);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1400);
  cairo_surface_destroy (surface);
}

/* What an SVG says of itself. */
typedef struct
{
  GString *title;
  GString *desc;
  char *role;
  GString *current; /* (unowned) */
} Description;

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **keys,
          const char **values,
          gpointer data,
          GError **error)
{
  Description *self = data;

  self->current = NULL;
  if (g_str_equal (name, "title"))
    self->current = self->title;
  else if (g_str_equal (name, "desc"))
    self->current = self->desc;
  else if (g_str_equal (name, "svg"))
    for (guint i = 0; keys[i] != NULL; i++)
      if (g_str_equal (keys[i], "role"))
        self->role = g_strdup (values[i]);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  ((Description *) data)->current = NULL;
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Description *self = data;

  if (self->current != NULL)
    g_string_append_len (self->current, text, (gssize) length);
}

static void
test_svg_says_what_it_shows (void)
{
  const GMarkupParser parser = { .start_element = start_cb,
                                 .end_element = end_cb,
                                 .text = text_cb };
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  JugPictureOptions options = { .title = "Ready & <steady>" };
  g_autoptr (GBytes) bytes = make (trace, JUG_PICTURE_SVG, &options);
  g_autoptr (GError) error = NULL;
  Description found = { g_string_new (NULL), g_string_new (NULL), NULL, NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &found, NULL);

  g_assert_true (g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes),
                                               &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found.title->str, ==, "Ready & <steady>");
  g_assert_cmpstr (found.role, ==, "img");
  g_assert_nonnull (strstr (found.desc->str, "4 tasks"));
  g_assert_nonnull (strstr (found.desc->str, "hello-3 is done with result 3 at 3.000 s"));
  g_markup_parse_context_free (context);
  g_string_free (found.title, TRUE);
  g_string_free (found.desc, TRUE);
  g_free (found.role);
}

/* Adds bytes without NULs, so that they can be searched. */
static void
append_text (GString *text, const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, data[i] != '\0' ? data[i] : ' ');
}

/* A PDF and what is packed in its streams, as text: which of them are packed depends on
 * the version of cairo. */
static char *
unpack (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *text = g_string_new (NULL);
  const char *stream;

  append_text (text, data, length);
  stream = text->str;
  while ((stream = strstr (stream, "\nstream")) != NULL)
    {
      g_autoptr (GZlibDecompressor) inflater =
          g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      g_autoptr (GInputStream) packed = NULL;
      g_autoptr (GInputStream) plain = NULL;
      gsize start = (gsize) (stream - text->str) + strlen ("\nstream\n");
      char piece[4096];
      gssize n;

      if (start >= length)
        break; /* what was unpacked already */
      packed = g_memory_input_stream_new_from_data (data + start,
                                                    (gssize) (length - start), NULL);
      plain = g_converter_input_stream_new (packed, G_CONVERTER (inflater));
      while ((n = g_input_stream_read (plain, piece, sizeof piece, NULL, NULL)) > 0)
        append_text (text, piece, (gsize) n);
      stream = text->str + start;
    }
  return g_string_free (text, FALSE);
}

static void
test_pdf_is_one_page_of_text_and_shapes (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  JugPictureOptions options = { .title = "Three hellos", .width = 800 };
  g_autoptr (GBytes) bytes = make (trace, JUG_PICTURE_PDF, &options);
  g_autoptr (GBytes) again = make (trace, JUG_PICTURE_PDF, &options);
  g_autofree char *text = unpack (bytes);

  g_assert_true (g_str_has_prefix (text, "%PDF-1."));
  g_assert_nonnull (strstr (text, "/Count 1"));
  /* 800 px are 600 points. */
  g_assert_nonnull (strstr (text, "/MediaBox [ 0 0 600 "));
  g_assert_nonnull (strstr (text, "/Title (Three hellos)"));
  g_assert_nonnull (strstr (text, "/Author (Juggler)"));
  g_assert_nonnull (strstr (text, "/Creator (Juggler)"));
  g_assert_null (strstr (text, "/CreationDate"));
  /* Text is text, in a font that is in the file; nothing became pixels. */
  g_assert_nonnull (strstr (text, "/FontFile"));
  g_assert_nonnull (strstr (text, "/ToUnicode"));
  g_assert_null (strstr (text, "/Subtype /Image"));
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_pdf_stays_as_small_as_a_page_may_be (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  JugPictureOptions options = { .width = 28800 };
  g_autoptr (GBytes) bytes = make (trace, JUG_PICTURE_PDF, &options);
  g_autofree char *text = unpack (bytes);

  g_assert_nonnull (strstr (text, "/MediaBox [ 0 0 14400 "));
}

static void
test_title_comes_from_the_trace (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (GBytes) bytes = NULL;

  jug_trace_set_property (trace, JUG_TRACE_TITLE, "Seven dishes");
  jug_trace_seal (trace);
  bytes = make (trace, JUG_PICTURE_SVG, NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes),
                                  "<title>Seven dishes</title>"));
}

static void
test_saves_whole_or_not_at_all (void)
{
  g_autofree char *folder = g_dir_make_tmp ("juggler-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.png", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "x.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_file = g_file_new_for_path (nowhere);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (
      jug_picture_file_save (trace, JUG_PICTURE_PNG, NULL, file, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_clear_error (&error);

  g_assert_false (
      jug_picture_file_save (trace, JUG_PICTURE_PNG, NULL, no_file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (
      jug_picture_file_save (trace, JUG_PICTURE_PNG, NULL, file, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpmem (content, 4, "\x89PNG", 4);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_odd_traces_make_pictures_too (void)
{
  for (guint32 seed = 0; seed < 6; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 800);
      JugPictureOptions options = {
        .width = seed % 2 == 0 ? 100 : 3000,
        .font_scale = seed % 3 + 0.5,
        .axis = seed % 2,
        .style = seed % JUG_N_PALETTE_STYLES,
      };
      g_autoptr (GBytes) png = make (trace, JUG_PICTURE_PNG, &options);
      g_autoptr (GBytes) svg = make (trace, JUG_PICTURE_SVG, &options);
      g_autoptr (GBytes) pdf = make (trace, JUG_PICTURE_PDF, &options);

      g_assert_cmpuint (g_bytes_get_size (png), >, 1000);
      g_assert_cmpuint (g_bytes_get_size (svg), >, 1000);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
    }
}

static void
test_many_tasks_stay_a_picture (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (2000, 20000);
  g_autoptr (GBytes) bytes = make (trace, JUG_PICTURE_PNG, NULL);
  cairo_surface_t *surface = decode (bytes);

  g_assert_cmpint (cairo_image_surface_get_height (surface), <, 6000);
  cairo_surface_destroy (surface);
}

static gboolean
legend_has (JugTrace *trace, const char *text)
{
  JugPictureOptions options = { .title = "Run", .font_scale = 1, .scale = 1 };
  JugPicturePage page;
  const JugDisplayItem *items;
  gboolean found = FALSE;
  guint n_items;

  jug_picture_page_init (&page, trace, &options);
  items = jug_display_list_get_items (page.frame, &n_items);
  for (guint i = 0; i < n_items; i++)
    found =
        found || (items[i].kind == JUG_ITEM_LABEL &&
                  g_str_equal (jug_display_list_get_text (page.frame, &items[i]), text));
  jug_picture_page_clear (&page);
  return found;
}

static void
test_legend_names_what_there_is (void)
{
  g_autoptr (JugTrace) without = jug_test_trace_gather (2);
  g_autoptr (JugTrace) with = NULL;
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_sleep (t, 5000000000);
  jug_test_trace_set_time (t, 2000000000);
  jug_test_trace_cancel (t, 1);
  jug_test_trace_step (t, 1, "CancelledError");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  with = jug_test_trace_finish (t);
  g_assert_true (legend_has (with, "cancel() is called"));
  g_assert_false (legend_has (without, "cancel() is called"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/picture-file/looks-like-the-reference",
                   test_looks_like_the_reference);
  g_test_add_func ("/juggler/picture/picture-file/png-has-the-size-asked-for",
                   test_png_has_the_size_asked_for);
  g_test_add_func ("/juggler/picture/picture-file/svg-says-what-it-shows",
                   test_svg_says_what_it_shows);
  g_test_add_func ("/juggler/picture/picture-file/pdf-is-one-page-of-text-and-shapes",
                   test_pdf_is_one_page_of_text_and_shapes);
  g_test_add_func ("/juggler/picture/picture-file/pdf-stays-as-small-as-a-page-may-be",
                   test_pdf_stays_as_small_as_a_page_may_be);
  g_test_add_func ("/juggler/picture/picture-file/legend-names-what-there-is",
                   test_legend_names_what_there_is);
  g_test_add_func ("/juggler/picture/picture-file/title-comes-from-the-trace",
                   test_title_comes_from_the_trace);
  g_test_add_func ("/juggler/picture/picture-file/saves-whole-or-not-at-all",
                   test_saves_whole_or_not_at_all);
  g_test_add_func ("/juggler/picture/picture-file/odd-traces-make-pictures-too",
                   test_odd_traces_make_pictures_too);
  g_test_add_func ("/juggler/picture/picture-file/many-tasks-stay-a-picture",
                   test_many_tasks_stay_a_picture);
  return g_test_run ();
}
