/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of event kinds: what each may hold. */
#pragma once

#include "jug-event.h"

G_BEGIN_DECLS

/* One more than the highest number of a kind. */
#define JUG_EVENT_N_KINDS (JUG_EVENT_IO_DATA + 1)

/* The highest number of a line of a program, or of an entry of the journal. */
#define JUG_EVENT_MAX_LINE (1u << 24)

/* What else a kind promises about its fields. */
typedef enum
{
  JUG_EVENT_RULE_TASK = 1 << 0,     /* the task is a task, not %JUG_TASK_LOOP */
  JUG_EVENT_RULE_NEW_TASK = 1 << 1, /* the task is the next one; the object its parent */
  JUG_EVENT_RULE_OBJECT_TASK = 1 << 2, /* the object is the number of a task */
  JUG_EVENT_RULE_AWAITS_TASK =
      1 << 3, /* the object is one if the detail is %JUG_WAIT_TASK */
  JUG_EVENT_RULE_OBJECT_LINE =
      1 << 4, /* the object is a line, or an entry of the journal */
  JUG_EVENT_RULE_EXTRA_LINE = 1 << 5,   /* so is the extra number */
  JUG_EVENT_RULE_EXTRA_OBJECT = 1 << 6, /* the extra number is that of a primitive */
  JUG_EVENT_RULE_REMEMBER = 1 << 7,     /* the table of tasks changes with it */
} JugEventRule;

/*
 * JugEventKindInfo:
 * @name: in kebab-case; %NULL for a number that is no kind
 * @details: names of the values of the detail field
 * @n_details: how many there are; 0 for a kind without one
 * @shape: a set of #JugEventShape
 * @rules: a set of #JugEventRule
 */
typedef struct
{
  const char *name;
  const char *const *details;
  guint8 n_details;
  guint8 shape;
  guint8 rules;
} JugEventKindInfo;

extern const JugEventKindInfo jug_event_kinds[JUG_EVENT_N_KINDS];

G_END_DECLS
