/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both back ends paint the same: what the window shows is what a picture file holds. */
#include "jug-cairo-painter.h"
#include "jug-snapshot-painter.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-layout.h"

#include <math.h>

/* Channels may differ by so much: edges are smoothed in other ways. */
#define NEAR 40

typedef struct
{
  JugDisplayList *list;
  JugRect bounds;
  cairo_surface_t *surface;
  guchar *pixels; /* of the render nodes */
  int width;
  int height;
} Fixture;

static void
paint_both (Fixture *fixture, GtkWindow *window, const JugPalette *palette)
{
  g_autoptr (JugCairoPainter) cairo_painter =
      jug_cairo_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (window)));
  g_autoptr (JugSnapshotPainter) painter = jug_snapshot_painter_new (GTK_WIDGET (window));
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_t *cr;

  fixture->surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, fixture->width, fixture->height);
  cr = cairo_create (fixture->surface);
  jug_cairo_painter_paint (cairo_painter, cr, fixture->list, palette);
  cairo_destroy (cr);
  cairo_surface_flush (fixture->surface);

  jug_snapshot_painter_paint (painter, snapshot, fixture->list, palette);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_true (gsk_renderer_realize (
      renderer, gtk_native_get_surface (GTK_NATIVE (window)), NULL));
  texture = gsk_renderer_render_texture (
      renderer, node, &GRAPHENE_RECT_INIT (0, 0, fixture->width, fixture->height));
  fixture->pixels = g_malloc ((gsize) fixture->width * (gsize) fixture->height * 4);
  gdk_texture_download (texture, fixture->pixels, (gsize) fixture->width * 4);
  gsk_renderer_unrealize (renderer);
}

static void
clear (Fixture *fixture)
{
  cairo_surface_destroy (fixture->surface);
  g_free (fixture->pixels);
}

static gboolean
is_near (Fixture *fixture, int x, int y)
{
  const guchar *a = cairo_image_surface_get_data (fixture->surface) +
                    y * cairo_image_surface_get_stride (fixture->surface) + x * 4;
  const guchar *b = fixture->pixels + (y * fixture->width + x) * 4;

  for (guint i = 0; i < 4; i++)
    if (abs (a[i] - b[i]) > NEAR)
      return FALSE;
  return TRUE;
}

/* How many pixels of a list look another way, in thousandths. */
static guint
count_differences (Fixture *fixture)
{
  guint n = 0;

  for (int y = 0; y < fixture->height; y++)
    for (int x = 0; x < fixture->width; x++)
      n += is_near (fixture, x, y) ? 0 : 1;
  return n * 1000 / (guint) (fixture->width * fixture->height);
}

static GtkWindow *
new_window (void)
{
  return jug_test_window_show (gtk_label_new ("."), 200, 200);
}

/* One of each kind of item, far enough from each other. */
static void
add_items (JugDisplayList *list)
{
  const JugPoint points[] = { { 20, 120 }, { 60, 130 }, { 40, 150 }, { 90, 160 } };
  const guint8 levels[] = { 0, 64, 128, 255 };
  JugDisplayItem *item;

  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 200, 200,
                             jug_paint (JUG_COLOR_CANVAS));
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, 10, 10, 60, 20,
                                    jug_paint_task (JUG_COLOR_TASK_TINT, 1));
  item->radius = 4;
  item->stroke = jug_paint_task (JUG_COLOR_TASK_EDGE, 1);
  item->line_width = 1;
  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, 80, 10, 60, 20,
                                    jug_paint_task (JUG_COLOR_TASK, 2));
  item = jug_display_list_add (list, JUG_ITEM_PATTERN);
  item->style = JUG_PATTERN_DOTS;
  item->x = 10;
  item->y = 40;
  item->width = 60;
  item->height = 20;
  item->fill = jug_paint (JUG_COLOR_READY_TINT);
  item->stroke = jug_paint (JUG_COLOR_READY);
  item = jug_display_list_add (list, JUG_ITEM_PATTERN);
  item->style = JUG_PATTERN_HATCH;
  item->x = 80;
  item->y = 40;
  item->width = 60;
  item->height = 24;
  item->stroke = jug_paint (JUG_COLOR_CANCELLED);
  jug_display_list_add_line (list, 10, 70.5, 140, 70.5, 1, jug_paint (JUG_COLOR_GRID));
  jug_display_list_add_line (list, 150.5, 10, 150.5, 70, 1, jug_paint (JUG_COLOR_RULER));
  item = jug_display_list_add_points (list, JUG_ITEM_CURVE, points, 4);
  item->stroke = jug_paint (JUG_COLOR_FLOW);
  item->line_width = 2;
  item = jug_display_list_add_points (list, JUG_ITEM_POLYGON, points, 3);
  item->fill = jug_paint (JUG_COLOR_FAILED);
  jug_display_list_add_marker (list, JUG_MARKER_CHECK, 100, 80, 14, 14,
                               jug_paint (JUG_COLOR_DONE));
  jug_display_list_add_marker (list, JUG_MARKER_DOT, 120, 80, 14, 14,
                               jug_paint (JUG_COLOR_FAILED));
  jug_display_list_add_density (list, 100, 110, 40, 10, levels, G_N_ELEMENTS (levels),
                                jug_paint_task (JUG_COLOR_TASK, 3));
}

static void
test_paints_every_kind_alike (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  Fixture fixture = { .list = list, .width = 200, .height = 200 };
  GtkWindow *window = new_window ();

  add_items (list);
  for (JugPaletteStyle style = 0; style < JUG_N_PALETTE_STYLES; style++)
    {
      paint_both (&fixture, window, jug_palette_get (style));
      g_assert_cmpuint (count_differences (&fixture), <=, 3);
      clear (&fixture);
    }
  jug_test_window_close (window);
}

static void
test_paints_marks_alike (void)
{
  static const struct
  {
    int x, y;
  } marks[] = {
    { 40, 20 },   /* within a rounded box */
    { 110, 20 },  /* within a rectangle */
    { 12, 42 },   /* within dots */
    { 40, 70 },   /* on a line across */
    { 150, 40 },  /* on a line down */
    { 127, 87 },  /* within a marker */
    { 115, 115 }, /* within a density */
    { 135, 115 }, /* the same, full */
    { 180, 180 }, /* on the canvas */
  };
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  Fixture fixture = { .list = list, .width = 200, .height = 200 };
  GtkWindow *window = new_window ();

  add_items (list);
  paint_both (&fixture, window, jug_palette_get (JUG_PALETTE_LIGHT));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (!is_near (&fixture, marks[i].x, marks[i].y))
      g_test_fail_printf ("the pixel at %d, %d looks another way", marks[i].x,
                          marks[i].y);
  clear (&fixture);
  jug_test_window_close (window);
}

static void
test_confines_what_a_clip_confines (void)
{
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  Fixture fixture = { .list = list, .width = 200, .height = 200 };
  GtkWindow *window = new_window ();
  const JugRect clip = { 50, 50, 20, 20 };
  const guint32 *pixels;

  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, 200, 200,
                             jug_paint (JUG_COLOR_PLAYHEAD));
  jug_display_list_set_clip (list, NULL);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 100, 100, 10, 10,
                             jug_paint (JUG_COLOR_PLAYHEAD));
  paint_both (&fixture, window, jug_palette_get (JUG_PALETTE_LIGHT));
  pixels = (const guint32 *) (gpointer) fixture.pixels;
  g_assert_cmphex (pixels[60 * 200 + 60], !=, 0);
  g_assert_cmphex (pixels[60 * 200 + 80], ==, 0);
  g_assert_cmphex (pixels[105 * 200 + 105], !=, 0);
  clear (&fixture);
  jug_test_window_close (window);
}

static void
test_paints_a_timeline_like_its_picture (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (JugSpanIndex) index = jug_span_index_new (trace);
  g_autoptr (JugTimelineLayout) layout = NULL;
  g_autoptr (JugDisplayList) list = jug_display_list_new ();
  JugTimelineView view = JUG_TIMELINE_VIEW_INIT;
  Fixture fixture = { .list = list, .width = 800, .height = 240 };
  GtkWindow *window = new_window ();

  while (jug_span_index_update (index, 1000))
    ;
  layout = jug_timeline_layout_new (index);
  view.width = fixture.width;
  view.height = fixture.height;
  view.playhead = 30;
  view.show_playhead = TRUE;
  view.future = JUG_FUTURE_FAINT;
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    {
      view.axis = axis;
      view.zoom = 0;
      jug_timeline_layout_set_view (layout, &view);
      jug_display_list_clear (list);
      jug_timeline_layout_draw (layout, list);
      jug_timeline_layout_draw_overlay (layout, list);
      paint_both (&fixture, window, jug_palette_get (JUG_PALETTE_LIGHT));
      /* Letters are drawn by other code; everything else has to agree. */
      g_assert_cmpuint (count_differences (&fixture), <=, 25);
      clear (&fixture);
    }
  jug_test_window_close (window);
}

static void
test_measures_as_it_paints (void)
{
  GtkWindow *window = new_window ();
  g_autoptr (JugSnapshotPainter) painter = jug_snapshot_painter_new (GTK_WIDGET (window));
  double narrow = jug_snapshot_painter_measure ("i", JUG_FONT_BODY, 1, painter);
  double wide = jug_snapshot_painter_measure ("a longer text", JUG_FONT_BODY, 1, painter);
  double large =
      jug_snapshot_painter_measure ("a longer text", JUG_FONT_BODY, 2, painter);

  g_assert_cmpfloat (narrow, >, 0);
  g_assert_cmpfloat (wide, >, narrow * 5);
  g_assert_cmpfloat (large, >, wide * 1.7);
  jug_test_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/juggler/ui/snapshot-painter/paints-every-kind-alike",
                   test_paints_every_kind_alike);
  g_test_add_func ("/juggler/ui/snapshot-painter/paints-marks-alike",
                   test_paints_marks_alike);
  g_test_add_func ("/juggler/ui/snapshot-painter/confines-what-a-clip-confines",
                   test_confines_what_a_clip_confines);
  g_test_add_func ("/juggler/ui/snapshot-painter/paints-a-timeline-like-its-picture",
                   test_paints_a_timeline_like_its_picture);
  g_test_add_func ("/juggler/ui/snapshot-painter/measures-as-it-paints",
                   test_measures_as_it_paints);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
