/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ASYNC and DEF of jug-python.h make functions whose calls can wait. */
#pragma once

#include "jug-as-completed.h"
#include "jug-handle.h"
#include "jug-scope.h"
#include "jug-task-group.h"
#include "jug-timeout.h"

G_BEGIN_DECLS

/**
 * JugKeeper:
 * @ref: makes what an argument points to outlive whoever passed it
 * @unref: lets it go
 *
 * How a call that waits for its turn holds one of its arguments, as Python's would.
 */
typedef struct
{
  gpointer (*ref) (gpointer object);
  GDestroyNotify unref;
} JugKeeper;

/* The keeper of what jug_NAME_ref() and jug_NAME_unref() count. */
#define JUG_DEFINE_KEEPER(name)                                                          \
  const JugKeeper jug_##name##_keeper = { (gpointer) jug_##name##_ref,                   \
                                          (gpointer) jug_##name##_unref }

/**
 * JugCall:
 *
 * A plain function with its arguments, for `call_soon` and its like.
 */
typedef struct _JugCall JugCall;

extern const JugKeeper jug_as_completed_keeper;
extern const JugKeeper jug_coroutine_keeper;
extern const JugKeeper jug_future_keeper;
extern const JugKeeper jug_handle_keeper;
extern const JugKeeper jug_task_group_keeper;
extern const JugKeeper jug_timeout_keeper;
extern const JugKeeper jug_value_keeper;

void jug_argument_keep_slow (const JugKeeper *keeper, gpointer place);
void jug_argument_drop_slow (const JugKeeper *keeper, gpointer place);
void jug_argument_hand_over_slow (gpointer place);
JugValue jug_keep_result (JugValue result);

gpointer jug_call_alloc (const char *label,
                         void (*run) (gpointer arguments),
                         gsize size,
                         void (*drop) (gpointer arguments)) G_GNUC_WARN_UNUSED_RESULT;
JugCall *jug_call_of_arguments (gpointer arguments);
void jug_call_run (gpointer call);
void jug_call_free (gpointer call);
const char *jug_call_get_label (JugCall *self);

/**
 * jug_keeper_is_one:
 * @keeper: (nullable): a keeper
 *
 * Inline as what follows, so that nothing at all is left of it for types without one.
 *
 * Returns: whether it is not %NULL
 */
static inline gboolean
jug_keeper_is_one (const JugKeeper *keeper)
{
  return keeper != NULL;
}

/**
 * jug_argument_keep:
 * @keeper: (nullable): the keeper of an argument's type
 * @place: where the call has the argument
 *
 * Makes what it points to last as long as the call.
 */
static inline void
jug_argument_keep (const JugKeeper *keeper, gpointer place)
{
  if (keeper)
    jug_argument_keep_slow (keeper, place);
}

/**
 * jug_argument_drop:
 * @keeper: (nullable): the keeper of an argument's type
 * @place: where the call has the argument
 *
 * Ends what jug_argument_keep() began.
 */
static inline void
jug_argument_drop (const JugKeeper *keeper, gpointer place)
{
  if (keeper)
    jug_argument_drop_slow (keeper, place);
}

/**
 * jug_argument_hand_over:
 * @keeper: (nullable): the keeper of an argument's type
 * @place: where the call has the argument
 *
 * The call's body begins: a coroutine that was passed on belongs to that now.
 */
static inline void
jug_argument_hand_over (const JugKeeper *keeper, gpointer place)
{
  if (keeper == &jug_coroutine_keeper)
    jug_argument_hand_over_slow (place);
}

/* Headers with further types define this anew, as TYPE: &KEEPER, … */
#define JUG_MORE_KEEPERS

/* clang-format off */
#define JUG_KEEPER_(argument)                                                            \
  _Generic ((argument),                                                                  \
            JUG_MORE_KEEPERS                                                             \
            JugAsCompleted *: &jug_as_completed_keeper,                                  \
            JugCoroutine *: &jug_coroutine_keeper,                                       \
            JugFuture *: &jug_future_keeper,                                             \
            JugTask *: &jug_future_keeper,                                               \
            JugHandle *: &jug_handle_keeper,                                             \
            JugTaskGroup *: &jug_task_group_keeper,                                      \
            JugTimeout *: &jug_timeout_keeper,                                           \
            JugValue: &jug_value_keeper,                                                 \
            default: (const JugKeeper *) NULL)
/* clang-format on */

/* WHAT (type, name) for each (type, name), with BETWEEN () between them. */
#define JUG_EACH_(what, between, ...)                                                    \
  JUG_PASTE_ (JUG_EACH_, JUG_PAIRS_ (__VA_ARGS__)) (what, between, __VA_ARGS__)
#define JUG_EACH_0(what, between, ...)
#define JUG_EACH_1(what, between, a) what a
#define JUG_EACH_2(what, between, a, ...)                                                \
  what a between () JUG_EACH_1 (what, between, __VA_ARGS__)
#define JUG_EACH_3(what, between, a, ...)                                                \
  what a between () JUG_EACH_2 (what, between, __VA_ARGS__)
#define JUG_EACH_4(what, between, a, ...)                                                \
  what a between () JUG_EACH_3 (what, between, __VA_ARGS__)
#define JUG_EACH_5(what, between, a, ...)                                                \
  what a between () JUG_EACH_4 (what, between, __VA_ARGS__)
#define JUG_EACH_6(what, between, a, ...)                                                \
  what a between () JUG_EACH_5 (what, between, __VA_ARGS__)
#define JUG_COMMA_() ,
#define JUG_NOTHING_()

#define JUG_PAIRS_(...) JUG_SEVENTH_ (__VA_ARGS__ __VA_OPT__ (, ) 6, 5, 4, 3, 2, 1, 0)
#define JUG_SEVENTH_(a, b, c, d, e, f, g, ...) g
#define JUG_PASTE_(a, b) JUG_PASTE_2_ (a, b)
#define JUG_PASTE_2_(a, b) a##b

/* The void keeps a function without parameters one. */
#define JUG_PARAMETERS_(...)                                                             \
  JUG_PASTE_ (JUG_PARAMETERS_, JUG_PAIRS_ (__VA_ARGS__)) (__VA_ARGS__)
#define JUG_PARAMETERS_0(...) void
#define JUG_PARAMETERS_1(...) JUG_EACH_ (JUG_PARAMETER_, JUG_COMMA_, __VA_ARGS__)
#define JUG_PARAMETERS_2(...) JUG_EACH_ (JUG_PARAMETER_, JUG_COMMA_, __VA_ARGS__)
#define JUG_PARAMETERS_3(...) JUG_EACH_ (JUG_PARAMETER_, JUG_COMMA_, __VA_ARGS__)
#define JUG_PARAMETERS_4(...) JUG_EACH_ (JUG_PARAMETER_, JUG_COMMA_, __VA_ARGS__)
#define JUG_PARAMETERS_5(...) JUG_EACH_ (JUG_PARAMETER_, JUG_COMMA_, __VA_ARGS__)
#define JUG_PARAMETERS_6(...) JUG_EACH_ (JUG_PARAMETER_, JUG_COMMA_, __VA_ARGS__)

#define JUG_PARAMETER_(type, name) type name
#define JUG_FIELD_(type, name) type name;
#define JUG_HAS_KEEPER_(type, name)                                                      \
  || jug_keeper_is_one (JUG_KEEPER_ (jug_arguments_->name))
#define JUG_KEEP_(type, name)                                                            \
  jug_arguments_->name = name;                                                           \
  jug_argument_keep (JUG_KEEPER_ (name), &jug_arguments_->name);
#define JUG_DROP_(type, name)                                                            \
  jug_argument_drop (JUG_KEEPER_ (jug_arguments_->name), &jug_arguments_->name);
#define JUG_TAKE_(type, name)                                                            \
  ({                                                                                     \
    __auto_type jug_taken_ = jug_arguments_->name;                                       \
    jug_argument_hand_over (JUG_KEEPER_ (jug_taken_), &jug_arguments_->name);            \
    jug_taken_;                                                                          \
  })

/* What both kinds of functions have: a struct of their arguments, and what ends it. */
#define JUG_ARGUMENTS_(function, ...)                                                    \
  typedef struct                                                                         \
  {                                                                                      \
    JUG_EACH_ (JUG_FIELD_, JUG_NOTHING_, __VA_ARGS__)                                    \
  } function##_arguments;                                                                \
                                                                                         \
  static void function##_drop (gpointer data)                                            \
  {                                                                                      \
    function##_arguments *jug_arguments_ G_GNUC_UNUSED = data;                           \
                                                                                         \
    JUG_EACH_ (JUG_DROP_, JUG_NOTHING_, __VA_ARGS__)                                     \
  }

#define JUG_MAKE_(alloc, function, name, ...)                                            \
  function##_arguments *jug_arguments_ = NULL;                                           \
                                                                                         \
  jug_arguments_ = alloc (name, function##_run, sizeof *jug_arguments_,                  \
                          (FALSE JUG_EACH_ (JUG_HAS_KEEPER_, JUG_NOTHING_, __VA_ARGS__)) \
                              ? function##_drop                                          \
                              : NULL);                                                   \
  JUG_EACH_ (JUG_KEEP_, JUG_NOTHING_, __VA_ARGS__)

#define JUG_ASYNC_(function, pythons_name, type, keep, ...)                              \
  static type function##_body (JUG_PARAMETERS_ (__VA_ARGS__));                           \
  JUG_ARGUMENTS_ (function, __VA_ARGS__)                                                 \
                                                                                         \
  static gboolean function##_run (gpointer data, JugValue *result, GError **error)       \
  {                                                                                      \
    function##_arguments *jug_arguments_ G_GNUC_UNUSED = data;                           \
    JugScope scope;                                                                      \
                                                                                         \
    jug_scope_push (&scope);                                                             \
    if (setjmp (scope.base.env) == 0)                                                    \
      keep (function##_body (JUG_EACH_ (JUG_TAKE_, JUG_COMMA_, __VA_ARGS__)));           \
    return jug_scope_pop (&scope, error);                                                \
  }                                                                                      \
                                                                                         \
  static inline JugCoroutine *function (JUG_PARAMETERS_ (__VA_ARGS__))                   \
  {                                                                                      \
    JUG_MAKE_ (jug_coroutine_alloc, function, pythons_name, __VA_ARGS__)                 \
    return jug_scope_own_coroutine (jug_coroutine_of_arguments (jug_arguments_));        \
  }                                                                                      \
                                                                                         \
  static type function##_body (JUG_PARAMETERS_ (__VA_ARGS__))

#define JUG_IGNORE_RESULT_(call) call
#define JUG_KEEP_RESULT_(call) *result = jug_keep_result (call)

#define JUG_DEF_(function, ...)                                                          \
  static void function (JUG_PARAMETERS_ (__VA_ARGS__));                                  \
  JUG_ARGUMENTS_ (function, __VA_ARGS__)                                                 \
                                                                                         \
  static void function##_run (gpointer data)                                             \
  {                                                                                      \
    function##_arguments *jug_arguments_ G_GNUC_UNUSED = data;                           \
                                                                                         \
    function (JUG_EACH_ (JUG_TAKE_, JUG_COMMA_, __VA_ARGS__));                           \
  }                                                                                      \
                                                                                         \
  static inline JugCall *function##_call (JUG_PARAMETERS_ (__VA_ARGS__))                 \
  {                                                                                      \
    JUG_MAKE_ (jug_call_alloc, function, #function, __VA_ARGS__)                         \
    return jug_call_of_arguments (jug_arguments_);                                       \
  }                                                                                      \
                                                                                         \
  static void function (JUG_PARAMETERS_ (__VA_ARGS__))

G_END_DECLS
