/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes of a picture as a flat array: what layouts yield and painters draw. */
#pragma once

#include "jug-palette.h"
#include "jug-picture-ref.h"

G_BEGIN_DECLS

/**
 * JugItemKind:
 * @JUG_ITEM_RECT: fill and stroke of x, y, width, height
 * @JUG_ITEM_BOX: the same with corners of @radius
 * @JUG_ITEM_PATTERN: the rectangle filled with @pattern in the stroke's colour, over its
 * fill
 * @JUG_ITEM_LINE: from x, y to x + width, y + height
 * @JUG_ITEM_POLYLINE: through its points, in the stroke's colour
 * @JUG_ITEM_CURVE: four points of a Bézier curve, in the stroke's colour
 * @JUG_ITEM_POLYGON: fill and stroke of its points, closed
 * @JUG_ITEM_LABEL: text
 * @JUG_ITEM_MARKER: @marker in the stroke's colour, centred in the rectangle
 * @JUG_ITEM_DENSITY: the rectangle cut into n_levels columns of equal width, each filled
 * with the fill's colour at the opacity of its level; made for an A8 mask or a texture of
 * one row
 *
 * The kinds of items.
 */
typedef enum
{
  JUG_ITEM_RECT,
  JUG_ITEM_BOX,
  JUG_ITEM_PATTERN,
  JUG_ITEM_LINE,
  JUG_ITEM_POLYLINE,
  JUG_ITEM_CURVE,
  JUG_ITEM_POLYGON,
  JUG_ITEM_LABEL,
  JUG_ITEM_MARKER,
  JUG_ITEM_DENSITY,
} JugItemKind;

/**
 * JugPattern:
 * @JUG_PATTERN_DOTS: dots of 1 px on a grid of 4 px
 * @JUG_PATTERN_HATCH: lines of 1.5 px leaning right, 6 px apart
 *
 * Both patterns are fixed to the origin of the item's rectangle.
 */
typedef enum
{
  JUG_PATTERN_DOTS,
  JUG_PATTERN_HATCH
} JugPattern;

/**
 * JugMarker:
 *
 * Small signs that tell states apart without colour.
 */
typedef enum
{
  JUG_MARKER_CHECK,    /* returned */
  JUG_MARKER_CROSS,    /* failed */
  JUG_MARKER_SLASH,    /* cancelled */
  JUG_MARKER_FLASH,    /* an error somewhere in here: filled triangle, point up */
  JUG_MARKER_DIAMOND,  /* a callback, filled */
  JUG_MARKER_DOT,      /* filled circle */
  JUG_MARKER_KNOB,     /* the playhead's handle: a filled shield, point down */
  JUG_MARKER_FOLD,     /* two slanted strokes: time is folded here */
  JUG_MARKER_CLOCK,    /* a timer */
  JUG_MARKER_EXPANDER, /* a lane with children below: triangle, point down */
  JUG_MARKER_ARROW,    /* triangle, point right */
} JugMarker;

/**
 * JugFontRole:
 *
 * What text is for.  Sizes in px at scale 1: jug_font_role_get_size().
 */
typedef enum
{
  JUG_FONT_BODY,       /* 13 px */
  JUG_FONT_BODY_BOLD,  /* 13 px, bold */
  JUG_FONT_SMALL,      /* 11 px */
  JUG_FONT_SMALL_BOLD, /* 11 px, bold */
  JUG_FONT_MONO,       /* 12 px, monospaced */
  JUG_FONT_TITLE,      /* 22 px, bold */
  JUG_N_FONT_ROLES
} JugFontRole;

/**
 * JugAlign:
 *
 * Where a label stands in its width.
 */
typedef enum
{
  JUG_ALIGN_START,
  JUG_ALIGN_CENTER,
  JUG_ALIGN_END
} JugAlign;

/**
 * JugPoint:
 *
 * A point of a polyline, curve or polygon.
 */
typedef struct
{
  float x;
  float y;
} JugPoint;

/**
 * JugRect:
 *
 * A rectangle; used for clips and for what callers ask about.
 */
typedef struct
{
  float x;
  float y;
  float width;
  float height;
} JugRect;

/**
 * JugDisplayItem:
 * @kind: a #JugItemKind
 * @style: the #JugPattern, #JugMarker or #JugFontRole, depending on @kind
 * @align: a #JugAlign, for labels
 * @clip: number of its clip; see jug_display_list_get_clip()
 * @dashed: its stroke is dashed (3 px on, 3 px off)
 * @arrow: a polyline or curve ends in an arrow head
 * @fill: %JUG_COLOR_NONE for none
 * @stroke: %JUG_COLOR_NONE for none; of a label: its colour
 * @x: left
 * @y: top
 * @width: a label is ellipsised at its end if it is wider
 * @height: of a label: it is centred in it vertically, one line
 * @radius: of a box's corners
 * @line_width: of the stroke, which is centred on the outline
 * @text: where its text begins; see jug_display_list_get_text()
 * @first: its first point or level
 * @n: number of points or levels
 * @ref: what it stands for
 *
 * One shape.  Items are painted in the order of the list.
 */
typedef struct
{
  guint8 kind;
  guint8 style;
  guint8 align;
  guint8 clip;
  guint8 dashed;
  guint8 arrow;
  JugPaint fill;
  JugPaint stroke;
  float x;
  float y;
  float width;
  float height;
  float radius;
  float line_width;
  guint32 text;
  guint32 first;
  guint32 n;
  JugPictureRef ref;
} JugDisplayItem;

/**
 * JugDisplayList:
 *
 * Shapes in the order of painting, with their texts, points and clips.  Clearing keeps
 * the memory, so that a list which is filled again for each frame does not allocate.
 */
typedef struct _JugDisplayList JugDisplayList;

/**
 * JugDescribeFunc:
 *
 * Puts into words what @ref stands for; the result belongs to the caller, and may be
 * %NULL.
 */
typedef char *(*JugDescribeFunc) (const JugPictureRef *ref, gpointer data);

/**
 * JugMeasureFunc:
 *
 * Measures the width of @text, in px, in the font of @role at scale @scale.
 */
typedef double (*JugMeasureFunc) (const char *text,
                                  JugFontRole role,
                                  double scale,
                                  gpointer data);

/**
 * jug_font_role_get_size:
 *
 * The size of @role in px at scale 1.
 */
double jug_font_role_get_size (JugFontRole role);

/**
 * jug_measure_roughly:
 *
 * A #JugMeasureFunc that needs no fonts: every character is 0.56 of the font's size wide.
 */
double
jug_measure_roughly (const char *text, JugFontRole role, double scale, gpointer data);

/**
 * jug_display_list_new:
 *
 * An empty list.
 */
JugDisplayList *jug_display_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_display_list_free:
 *
 * Frees the list with all that it holds.
 */
void jug_display_list_free (JugDisplayList *self);

/**
 * jug_display_list_clear:
 *
 * Empties the list and keeps its memory.  Items, texts and points got before are gone.
 */
void jug_display_list_clear (JugDisplayList *self);

/* Reading */

/**
 * jug_display_list_get_items:
 * @n_items: (out): their number
 *
 * Returns: (transfer none) (array length=n_items): the items; valid until the list
 * changes
 */
const JugDisplayItem *jug_display_list_get_items (JugDisplayList *self, guint *n_items);

/**
 * jug_display_list_get_text:
 *
 * Returns: (transfer none): the text of a label; valid until the list changes
 */
const char *jug_display_list_get_text (JugDisplayList *self, const JugDisplayItem *item);

/**
 * jug_display_list_get_points:
 *
 * Returns: (transfer none): the @n points of a polyline, curve or polygon; valid until
 * the list changes
 */
const JugPoint *jug_display_list_get_points (JugDisplayList *self,
                                             const JugDisplayItem *item);

/**
 * jug_display_list_get_levels:
 *
 * Returns: (transfer none): the @n levels of a density, from 0 to 255; valid until the
 * list changes
 */
const guint8 *jug_display_list_get_levels (JugDisplayList *self,
                                           const JugDisplayItem *item);

/**
 * jug_display_list_get_clip:
 *
 * The rectangle that @item is confined to.  %FALSE: clip 0, which confines nothing.
 */
gboolean jug_display_list_get_clip (JugDisplayList *self, guint clip, JugRect *rect);

/**
 * jug_display_list_get_font_scale:
 *
 * The scale at which labels are set.
 */
double jug_display_list_get_font_scale (JugDisplayList *self);

/**
 * jug_display_list_hit:
 * @slop: how far beside a shape still counts, in px
 *
 * The topmost item at a point that stands for something.
 *
 * Returns: its number, or -1
 */
int jug_display_list_hit (JugDisplayList *self, double x, double y, double slop);

/**
 * jug_display_list_find:
 *
 * Returns: the number of the first item at or after @start that stands for @ref, or -1
 */
int jug_display_list_find (JugDisplayList *self, const JugPictureRef *ref, guint start);

/**
 * jug_display_list_dup_accessible_text:
 *
 * What item number @item stands for, in words; made on demand, not per frame.
 *
 * Returns: (nullable): a text that the caller frees
 */
char *jug_display_list_dup_accessible_text (JugDisplayList *self, guint item)
    G_GNUC_WARN_UNUSED_RESULT;

/* Writing: for layouts */

/**
 * jug_display_list_set_describe:
 * @data: what @func is called with; must outlive the list's content unless @destroy is
 * given
 * @destroy: (nullable): frees @data once the list is cleared, freed or described anew
 *
 * Says who puts this list's references into words.
 */
void jug_display_list_set_describe (JugDisplayList *self,
                                    JugDescribeFunc func,
                                    gpointer data,
                                    GDestroyNotify destroy);

/**
 * jug_display_list_set_font_scale:
 *
 * Labels are set at this scale.
 */
void jug_display_list_set_font_scale (JugDisplayList *self, double scale);

/**
 * jug_display_list_set_clip:
 *
 * Items added from now on are confined to @rect; %NULL: to nothing.
 */
void jug_display_list_set_clip (JugDisplayList *self, const JugRect *rect);

/**
 * jug_display_list_add:
 *
 * Returns: (transfer none): a new item at the end, all 0 but for its kind, clip and a
 * @ref that names nothing; valid until the next one is added
 */
JugDisplayItem *jug_display_list_add (JugDisplayList *self, JugItemKind kind);

/**
 * jug_display_list_peek:
 *
 * Returns: (transfer none): item number @item, to be changed; valid until one is added
 */
JugDisplayItem *jug_display_list_peek (JugDisplayList *self, guint item);

/**
 * jug_display_list_add_rect:
 *
 * Returns: (transfer none): a rectangle, box or pattern, filled with @fill
 */
JugDisplayItem *jug_display_list_add_rect (JugDisplayList *self,
                                           JugItemKind kind,
                                           double x,
                                           double y,
                                           double width,
                                           double height,
                                           JugPaint fill);

/**
 * jug_display_list_add_line:
 *
 * Returns: (transfer none): a line from @x1, @y1 to @x2, @y2
 */
JugDisplayItem *jug_display_list_add_line (JugDisplayList *self,
                                           double x1,
                                           double y1,
                                           double x2,
                                           double y2,
                                           double line_width,
                                           JugPaint stroke);

/**
 * jug_display_list_add_label:
 *
 * Returns: (transfer none): a label; @text is copied
 */
JugDisplayItem *jug_display_list_add_label (JugDisplayList *self,
                                            const char *text,
                                            JugFontRole role,
                                            double x,
                                            double y,
                                            double width,
                                            double height,
                                            JugPaint color);

/**
 * jug_display_list_add_marker:
 *
 * Returns: (transfer none): a marker, centred in the rectangle
 */
JugDisplayItem *jug_display_list_add_marker (JugDisplayList *self,
                                             JugMarker marker,
                                             double x,
                                             double y,
                                             double width,
                                             double height,
                                             JugPaint color);

/**
 * jug_display_list_add_points:
 *
 * A polyline, curve or polygon.
 */
JugDisplayItem *jug_display_list_add_points (JugDisplayList *self,
                                             JugItemKind kind,
                                             const JugPoint *points,
                                             guint n_points);

/**
 * jug_display_list_add_density:
 *
 * Returns: (transfer none): the item; its levels are copied
 */
JugDisplayItem *jug_display_list_add_density (JugDisplayList *self,
                                              double x,
                                              double y,
                                              double width,
                                              double height,
                                              const guint8 *levels,
                                              guint n_levels,
                                              JugPaint fill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugDisplayList, jug_display_list_free)

G_END_DECLS
