/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a whole trace as a picture file. */
#include "jug-picture-file.h"

#include "jug-picture-page-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What cairo can make an image of. */
#define MAX_PIXELS 32000

/* A px is a 96th of an inch, a point a 72nd; no side of a PDF page may have more points
 * than that. */
#define POINTS_PER_PX 0.75
#define MAX_POINTS 14400

/* Who made a document, for those who look into its properties */
#define AUTHOR "Juggler"

G_DEFINE_QUARK (jug - picture - error - quark, jug_picture_error)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, JUG_PICTURE_ERROR, JUG_PICTURE_ERROR_FAILED,
               /* Translators: %s is cairo's message */
               _ ("The picture could not be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

/* Paints the page and says what became of it. */
static cairo_status_t
paint (JugPicturePage *page,
       cairo_surface_t *surface,
       double scale,
       JugPaletteStyle style)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  jug_picture_page_paint (page, cr, style);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static gboolean
write_png (JugPicturePage *page,
           const JugPictureOptions *options,
           GByteArray *out,
           GError **error)
{
  double scale = MIN (options->scale, MAX_PIXELS / MAX (page->width, page->height));
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) round (page->width * scale),
                                  (int) round (page->height * scale));
  cairo_status_t status = paint (page, surface, scale, options->style);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, out);
  cairo_surface_destroy (surface);
  return check (status, error);
}

/* Puts something into the text before the byte at @position. */
static void
insert (GByteArray *out, gsize position, const char *text)
{
  gsize length = strlen (text), tail = out->len - position;

  g_byte_array_set_size (out, (guint) (out->len + length));
  memmove (out->data + position + length, out->data + position, tail);
  memcpy (out->data + position, text, length);
}

/* Cairo draws text as outlines, so that nobody could search it or hear it: say what the
 * picture shows where browsers and screen readers look. */
static void
describe_svg (JugPicturePage *page, GByteArray *out)
{
  g_autofree char *texts = g_markup_printf_escaped (
      "\n<title>%s</title>\n<desc>%s</desc>", page->title, page->description);
  const char *root = g_strstr_len ((const char *) out->data, out->len, "<svg");
  const char *data = (const char *) out->data;
  const char *end;
  gsize start;

  if (root == NULL)
    return;
  start = (gsize) (root - data);
  end = memchr (root, '>', out->len - start);
  if (end == NULL)
    return;
  insert (out, (gsize) (end - data) + 1, texts);
  insert (out, start + strlen ("<svg"), " role=\"img\"");
}

/* Paints the page and ends @surface, which writes as it goes. */
static gboolean
paint_document (JugPicturePage *page,
                cairo_surface_t *surface,
                double scale,
                const JugPictureOptions *options,
                GError **error)
{
  cairo_status_t status = paint (page, surface, scale, options->style);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error);
}

static gboolean
write_svg (JugPicturePage *page,
           const JugPictureOptions *options,
           GByteArray *out,
           GError **error)
{
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append_cb, out, page->width, page->height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (!paint_document (page, surface, 1, options, error))
    return FALSE;
  describe_svg (page, out);
  return TRUE;
}

/* Here text stays text, with its fonts in the file.  There is one page, as large as the
 * picture: whoever prints it chooses the paper. */
static gboolean
write_pdf (JugPicturePage *page,
           const JugPictureOptions *options,
           GByteArray *out,
           GError **error)
{
  double scale = MIN (POINTS_PER_PX, MAX_POINTS / MAX (page->width, page->height));
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, out, page->width * scale, page->height * scale);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, page->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, page->subtitle);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, AUTHOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, AUTHOR);
  /* The same run makes the same file, whenever it is written. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  return paint_document (page, surface, scale, options, error);
}

/* The options with what they leave open. */
static JugPictureOptions
complete (JugTrace *trace, const JugPictureOptions *options)
{
  JugPictureOptions complete = { 0 };

  if (options != NULL)
    complete = *options;
  if (complete.title == NULL)
    complete.title = jug_trace_get_property (trace, JUG_TRACE_TITLE);
  if (complete.title == NULL)
    complete.title = jug_trace_get_property (trace, JUG_TRACE_PROGRAM);
  if (complete.title == NULL)
    complete.title = "asyncio";
  complete.scale = complete.scale > 0 ? complete.scale : 1;
  complete.font_scale = complete.font_scale > 0 ? complete.font_scale : 1;
  return complete;
}

GBytes *
jug_picture_file_to_bytes (JugTrace *trace,
                           JugPictureFormat format,
                           const JugPictureOptions *options,
                           GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  JugPictureOptions all;
  JugPicturePage page;
  gboolean done = FALSE;

  g_return_val_if_fail (trace != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  all = complete (trace, options);
  jug_picture_page_init (&page, trace, &all);
  switch (format)
    {
    case JUG_PICTURE_PNG:
      done = write_png (&page, &all, out, error);
      break;
    case JUG_PICTURE_SVG:
      done = write_svg (&page, &all, out, error);
      break;
    case JUG_PICTURE_PDF:
      done = write_pdf (&page, &all, out, error);
      break;
    }
  jug_picture_page_clear (&page);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

gboolean
jug_picture_file_save (JugTrace *trace,
                       JugPictureFormat format,
                       const JugPictureOptions *options,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = jug_picture_file_to_bytes (trace, format, options, error);
  if (bytes == NULL)
    return FALSE;
  /* A file that exists keeps its content until the new one is complete. */
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, cancellable, error);
}
