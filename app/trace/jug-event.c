/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of a trace: what happened, when, to whom and because of what. */
#include "jug-event.h"

#include "jug-event-private.h"

#define TEXT JUG_EVENT_HAS_TEXT
#define VALUE JUG_EVENT_HAS_VALUE
#define CAUSE JUG_EVENT_HAS_CAUSE
#define EXTRA JUG_EVENT_HAS_EXTRA
#define DEADLINE JUG_EVENT_HAS_DEADLINE

/* The names stand in the order of the enumerations in the header. */
static const char *const eager_names[] = { "scheduled", "eager" };
static const char *const wait_names[] = { "yield", "task", "future" };
static const char *const stream_names[] = { "stdout", "stderr" };
static const char *const outcome_names[] = { "result", "exception", "cancelled" };
static const char *const timer_names[] = { "wakes", "cancels" };
static const char *const unordered_names[] = { "task-group", "shutdown",  "as-completed",
                                               "wait",       "all-tasks", "completed" };
static const char *const tie_names[] = { "alone", "tie" };
static const char *const purpose_names[] = {
  "plain",      "sleep",     "gather",     "wait",      "as-completed", "shield",
  "task-group", "lock",      "event",      "condition", "semaphore",    "barrier",
  "queue-get",  "queue-put", "queue-join", "io",        "executor",
};
static const char *const sync_kind_names[] = {
  "lock", "event", "condition", "semaphore", "barrier", "queue",
};
static const char *const sync_op_names[] = {
  "acquire", "release",   "set",      "clear", "notify", "put",
  "get",     "task-done", "shutdown", "abort", "reset",
};
static const char *const report_names[] = {
  "never-retrieved", "destroyed-pending", "never-awaited",
  "callback-error",  "slow-callback",     "shutdown-error",
};

/* clang-format off */

/* The limits of the fields that share a place follow from the shape of the kind. */
#define FIELDS(shape_, task_, object_, extra_) \
  .known = 1, \
  .shape = (shape_), \
  .min_task = (task_) != LOOP, \
  .task = (task_) == NEW ? JUG_LIMIT_NONE : JUG_LIMIT_TASK, \
  .object = JUG_LIMIT_##object_, \
  .first = ((shape_) & TEXT) ? JUG_LIMIT_TEXT \
           : ((shape_) & (VALUE | DEADLINE)) ? JUG_LIMIT_NONE \
           : JUG_LIMIT_ZERO, \
  .second = ((shape_) & CAUSE) ? JUG_LIMIT_CAUSE \
            : ((shape_) & EXTRA) ? JUG_LIMIT_##extra_ \
            : ((shape_) & DEADLINE) ? JUG_LIMIT_NONE \
            : JUG_LIMIT_ZERO, \
  .second_bias = !((shape_) & (DEADLINE | EXTRA)), \
  .deadline_mask = ((shape_) & DEADLINE) ? G_MAXUINT64 : 0

#define DETAILS(names) \
  .details = names, \
  .n_details = G_N_ELEMENTS (names), \
  .max_detail = G_N_ELEMENTS (names) - 1

/* Whether the task may be the loop, must be one, or is new. */
enum
{
  LOOP,
  TASK,
  NEW
};

const JugEventKindInfo jug_event_kinds[JUG_EVENT_N_KINDS] = {
  [JUG_EVENT_TASK_CREATE] = { "task-create", DETAILS (eager_names),
    FIELDS (TEXT | CAUSE, NEW, TASK, ZERO), .special = 1 },
  [JUG_EVENT_STEP] = { "step", FIELDS (TEXT | CAUSE, TASK, OBJECT, ZERO) },
  [JUG_EVENT_WAIT] = { "wait", DETAILS (wait_names),
    FIELDS (CAUSE, TASK, NONE, ZERO), .special = 1 },
  [JUG_EVENT_DONE] = { "done", DETAILS (outcome_names),
    FIELDS (TEXT | CAUSE, TASK, OBJECT, ZERO), .special = 1 },
  [JUG_EVENT_CANCEL] = { "cancel", FIELDS (TEXT | CAUSE, TASK, TASK, ZERO) },
  [JUG_EVENT_PRINT] = { "print", DETAILS (stream_names),
    FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO), .detail_since = 3 },
  [JUG_EVENT_EXIT] = { "exit", FIELDS (TEXT, LOOP, OBJECT, ZERO) },

  [JUG_EVENT_LOOP_START] = { "loop-start", FIELDS (0, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_LOOP_STOP] = { "loop-stop", FIELDS (0, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_ITERATION] = { "iteration", FIELDS (VALUE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_POLL] = { "poll", FIELDS (DEADLINE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_RUN] = { "run", FIELDS (VALUE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_SHUTDOWN] = { "shutdown", FIELDS (VALUE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_CALLBACK_QUEUE] = { "callback-queue",
    FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_CALLBACK_RUN] = { "callback-run",
    FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_CALLBACK_END] = { "callback-end", FIELDS (0, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_CALLBACK_CANCEL] = { "callback-cancel", FIELDS (CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_TIMER_ARM] = { "timer-arm", DETAILS (timer_names),
    FIELDS (DEADLINE, LOOP, OBJECT, ZERO), .detail_since = 2 },
  [JUG_EVENT_TIMER_FIRE] = { "timer-fire", DETAILS (tie_names),
    FIELDS (CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_TIMER_CANCEL] = { "timer-cancel", FIELDS (CAUSE, LOOP, OBJECT, ZERO) },

  [JUG_EVENT_FUTURE_CREATE] = { "future-create", DETAILS (purpose_names),
    FIELDS (TEXT | EXTRA, LOOP, OBJECT, OBJECT) },
  [JUG_EVENT_FUTURE_DONE] = { "future-done", DETAILS (outcome_names),
    FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_UNCANCEL] = { "uncancel", FIELDS (VALUE | CAUSE, TASK, OBJECT, ZERO) },
  [JUG_EVENT_TASK_NAME] = { "task-name",
    FIELDS (TEXT | CAUSE, TASK, OBJECT, ZERO), .special = 1 },
  [JUG_EVENT_FUTURE_CHILD] = { "future-child",
    FIELDS (VALUE, LOOP, OBJECT, ZERO), .since = 2 },
  [JUG_EVENT_EXCEPTION] = { "exception", FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO),
    .since = 2 },
  [JUG_EVENT_UNORDERED] = { "unordered", DETAILS (unordered_names),
    FIELDS (VALUE | CAUSE, LOOP, OBJECT, ZERO), .since = 2, .detail_since = 3,
    .old_detail = JUG_UNORDERED_ALL_TASKS },

  [JUG_EVENT_SYNC_CREATE] = { "sync-create", DETAILS (sync_kind_names),
    FIELDS (TEXT | EXTRA, LOOP, OBJECT, NONE) },
  [JUG_EVENT_SYNC] = { "sync", DETAILS (sync_op_names),
    FIELDS (VALUE | CAUSE, LOOP, OBJECT, ZERO) },

  [JUG_EVENT_IO_START] = { "io-start", FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_IO_DONE] = { "io-done", DETAILS (outcome_names),
    FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_LINE] = { "line", FIELDS (EXTRA, LOOP, LINE, LINE) },
  [JUG_EVENT_BLOCK] = { "block", FIELDS (DEADLINE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_REPORT] = { "report", DETAILS (report_names),
    FIELDS (TEXT | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_LIMIT] = { "limit", FIELDS (TEXT, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_INTERVENTION] = { "intervention", FIELDS (0, LOOP, LINE, ZERO) },
  [JUG_EVENT_IO_DATA] = { "io-data", FIELDS (VALUE | CAUSE, LOOP, OBJECT, ZERO) },
  [JUG_EVENT_FRAMES] = { "frames", FIELDS (TEXT | CAUSE, TASK, LINE, ZERO), .since = 3 },
  [JUG_EVENT_LOCALS] = { "locals", FIELDS (TEXT | CAUSE, TASK, LINE, ZERO), .since = 3 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (wait_names) == JUG_WAIT_FUTURE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (stream_names) == JUG_STREAM_STDERR + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (timer_names) == JUG_TIMER_CANCELS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (unordered_names) == JUG_UNORDERED_COMPLETED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (outcome_names) == JUG_OUTCOME_CANCELLED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (purpose_names) == JUG_PURPOSE_EXECUTOR + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (sync_kind_names) == JUG_SYNC_QUEUE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (sync_op_names) == JUG_SYNC_RESET + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (report_names) == JUG_REPORT_SHUTDOWN_ERROR + 1);

gboolean
jug_event_kind_is_known (guint kind)
{
  return kind < JUG_EVENT_N_KINDS && jug_event_kinds[kind].name != NULL;
}

JugEventShape
jug_event_kind_get_shape (JugEventKind kind)
{
  g_return_val_if_fail (jug_event_kind_is_known (kind), 0);

  return jug_event_kinds[kind].shape;
}

const char *
jug_event_kind_get_name (JugEventKind kind)
{
  g_return_val_if_fail (jug_event_kind_is_known (kind), NULL);

  return jug_event_kinds[kind].name;
}

guint32
jug_event_get_cause (const JugEvent *self)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (jug_event_kind_is_known (self->kind), JUG_NO_EVENT);

  return (jug_event_kinds[self->kind].shape & CAUSE) ? self->cause : JUG_NO_EVENT;
}

guint32
jug_event_get_text (const JugEvent *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (jug_event_kind_is_known (self->kind), 0);

  return (jug_event_kinds[self->kind].shape & TEXT) ? self->text : 0;
}

const char *
jug_event_get_detail_name (const JugEvent *self)
{
  const JugEventKindInfo *info;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (jug_event_kind_is_known (self->kind), NULL);

  info = &jug_event_kinds[self->kind];
  return self->detail < info->n_details ? info->details[self->detail] : NULL;
}
