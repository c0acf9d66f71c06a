/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of event kinds: what each may hold. */
#pragma once

#include "jug-event.h"

G_BEGIN_DECLS

/* The table has a row for every value of the field, so that none needs to be refused
 * first. */
#define JUG_EVENT_N_KINDS (G_MAXUINT8 + 1)

/* Up to where a number may go; a trace keeps the present value of each. */
typedef enum
{
  JUG_LIMIT_ZERO,   /* the field is not used */
  JUG_LIMIT_NONE,   /* any number */
  JUG_LIMIT_TASK,   /* the last task; 0 is %JUG_TASK_LOOP */
  JUG_LIMIT_OBJECT, /* callbacks, futures, primitives, operations */
  JUG_LIMIT_LINE,   /* lines of a program, entries of the journal */
  JUG_LIMIT_TEXT,   /* the last string */
  JUG_LIMIT_CAUSE,  /* the last event */
  JUG_N_LIMITS
} JugLimit;

/*
 * JugEventKindInfo:
 * @name: in kebab-case; %NULL for a number that is no kind
 * @details: names of the values of the detail field
 * @deadline_mask: all bits if the kind has a deadline, else none
 * @known: 1; 0 for a number that is no kind
 * @max_detail: the highest value of it; 0 too for a kind without one
 * @n_details: how many there are; 0 for a kind without one
 * @shape: a set of #JugEventShape
 * @min_task: 1 if the task must be one, else 0
 * @task: the #JugLimit of the task
 * @object: the #JugLimit of the object
 * @first: the #JugLimit of text or value
 * @second: the #JugLimit of cause or extra number
 * @second_bias: what is added to @second before it is compared: 1 turns %JUG_NO_EVENT
 * into 0
 * @special: whether more has to be looked at, and remembered
 * @since: the version of the trace file's format that brought it; 0 for the first
 * @detail_since: the version that brought its details, if the kind is older
 * @old_detail: the highest value of the detail that is older than @detail_since
 */
typedef struct
{
  const char *name;
  const char *const *details;
  guint64 deadline_mask;
  guint8 known;
  guint8 max_detail;
  guint8 n_details;
  guint8 shape;
  guint8 min_task;
  guint8 task;
  guint8 object;
  guint8 first;
  guint8 second;
  guint8 second_bias;
  guint8 special;
  guint8 since;
  guint8 detail_since;
  guint8 old_detail;
} JugEventKindInfo;

G_GNUC_INTERNAL extern const JugEventKindInfo jug_event_kinds[JUG_EVENT_N_KINDS];

G_END_DECLS
