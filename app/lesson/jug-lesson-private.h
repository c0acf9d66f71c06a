/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lesson is made of, and how it is read. */
#pragma once

#include "jug-lesson.h"

G_BEGIN_DECLS

/**
 * JugParamPlace:
 * @param: which parameter, from 0
 * @offset: where in program.py its literal begins
 * @length: of the literal
 *
 * A place in a program where the value of a parameter stands.
 */
typedef struct
{
  guint param;
  gsize offset;
  gsize length;
} JugParamPlace;

struct _JugLesson
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
  JugLessonClock clock;
  char *python_source;
  char *native_source;
  GPtrArray *pages;   /* (element-type JugPage) */
  GPtrArray *params;  /* (element-type JugParam) */
  GArray *places;     /* (element-type JugParamPlace) in order, without overlaps */
  GHashTable *labels; /* (element-type utf8 utf8) */
};

JugLesson *jug_lesson_read (const char *id,
                            const char *name,
                            const char *text,
                            gsize length,
                            const char *python,
                            const char *native,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
