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
static const char *const outcome_names[] = { "result", "exception", "cancelled" };
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

#define KIND(id, nick, shape_, rules_)                                                   \
  [JUG_EVENT_##id] = { .name = nick, .shape = shape_, .rules = rules_ }
#define KIND_WITH(id, nick, names, shape_, rules_)                                       \
  [JUG_EVENT_##id] = { .name = nick,                                                     \
                       .details = names,                                                 \
                       .n_details = G_N_ELEMENTS (names),                                \
                       .shape = shape_,                                                  \
                       .rules = rules_ }

/* clang-format off */
const JugEventKindInfo jug_event_kinds[JUG_EVENT_N_KINDS] = {
  KIND_WITH (TASK_CREATE, "task-create", eager_names, TEXT | CAUSE,
             JUG_EVENT_RULE_NEW_TASK | JUG_EVENT_RULE_REMEMBER),
  KIND (STEP, "step", TEXT | CAUSE, JUG_EVENT_RULE_TASK),
  KIND_WITH (WAIT, "wait", wait_names, CAUSE, JUG_EVENT_RULE_TASK | JUG_EVENT_RULE_AWAITS_TASK),
  KIND_WITH (DONE, "done", outcome_names, TEXT | CAUSE, JUG_EVENT_RULE_TASK | JUG_EVENT_RULE_REMEMBER),
  KIND (CANCEL, "cancel", TEXT | CAUSE, JUG_EVENT_RULE_TASK | JUG_EVENT_RULE_OBJECT_TASK),
  KIND (PRINT, "print", TEXT | CAUSE, 0),
  KIND (EXIT, "exit", TEXT, 0),

  KIND (LOOP_START, "loop-start", 0, 0),
  KIND (LOOP_STOP, "loop-stop", 0, 0),
  KIND (ITERATION, "iteration", VALUE, 0),
  KIND (POLL, "poll", DEADLINE, 0),
  KIND (RUN, "run", VALUE, 0),
  KIND (SHUTDOWN, "shutdown", VALUE, 0),
  KIND (CALLBACK_QUEUE, "callback-queue", TEXT | CAUSE, 0),
  KIND (CALLBACK_RUN, "callback-run", TEXT | CAUSE, 0),
  KIND (CALLBACK_END, "callback-end", 0, 0),
  KIND (CALLBACK_CANCEL, "callback-cancel", CAUSE, 0),
  KIND (TIMER_ARM, "timer-arm", DEADLINE, 0),
  KIND_WITH (TIMER_FIRE, "timer-fire", tie_names, CAUSE, 0),
  KIND (TIMER_CANCEL, "timer-cancel", CAUSE, 0),

  KIND_WITH (FUTURE_CREATE, "future-create", purpose_names, TEXT | EXTRA,
             JUG_EVENT_RULE_EXTRA_OBJECT),
  KIND_WITH (FUTURE_DONE, "future-done", outcome_names, TEXT | CAUSE, 0),
  KIND (UNCANCEL, "uncancel", VALUE | CAUSE, JUG_EVENT_RULE_TASK),
  KIND (TASK_NAME, "task-name", TEXT | CAUSE, JUG_EVENT_RULE_TASK | JUG_EVENT_RULE_REMEMBER),

  KIND_WITH (SYNC_CREATE, "sync-create", sync_kind_names, TEXT | EXTRA, 0),
  KIND_WITH (SYNC, "sync", sync_op_names, VALUE | CAUSE, 0),

  KIND (IO_START, "io-start", TEXT | CAUSE, 0),
  KIND_WITH (IO_DONE, "io-done", outcome_names, TEXT | CAUSE, 0),
  KIND (LINE, "line", EXTRA, JUG_EVENT_RULE_OBJECT_LINE | JUG_EVENT_RULE_EXTRA_LINE),
  KIND (BLOCK, "block", DEADLINE, 0),
  KIND_WITH (REPORT, "report", report_names, TEXT | CAUSE, 0),
  KIND (LIMIT, "limit", TEXT, 0),
  KIND (INTERVENTION, "intervention", 0, JUG_EVENT_RULE_OBJECT_LINE),
  KIND (IO_DATA, "io-data", VALUE | CAUSE, 0),
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (wait_names) == JUG_WAIT_FUTURE + 1);
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
