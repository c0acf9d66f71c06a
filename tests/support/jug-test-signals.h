/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which signals objects emit, as text: which, in which order, how often. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * JugTestSignals:
 *
 * A log of emissions, kept by GtSignalLogger of libglib-testing.
 */
typedef struct _JugTestSignals JugTestSignals;

JugTestSignals *jug_test_signals_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jug_test_signals_free (JugTestSignals *self);

/**
 * jug_test_signals_watch:
 * @object: an object
 * @names: signals of it, with a blank between them; `notify` is every notification
 *
 * Logs these signals from now on.
 */
void jug_test_signals_watch (JugTestSignals *self, gpointer object, const char *names);

/**
 * jug_test_signals_assert:
 * @expected: emissions with a blank between them, such as `notify::state moved`; numbers
 *   and strings that come along stand in parentheses: `items-changed(0,0,7)`
 *
 * Fails unless exactly these were emitted since the last call.  GObject promises no order
 * among notifications that were held back together: such as follow each other directly
 * stand in the order of the alphabet.
 */
void jug_test_signals_assert (JugTestSignals *self, const char *expected);

/**
 * jug_test_signals_assert_pattern:
 * @pattern: a regular expression
 *
 * The same for emissions whose number depends on real time.
 */
void jug_test_signals_assert_pattern (JugTestSignals *self, const char *pattern);

/**
 * jug_test_signals_add:
 * @path: where the test is to stand
 * @setup: (nullable): as g_test_add() wants it
 * @test: the test
 * @teardown: (nullable): as g_test_add() wants it
 *
 * Adds a test that uses signals; it is skipped where GtSignalLogger is not installed.
 */
void jug_test_signals_add (const char *path,
                           gsize fixture_size,
                           GTestFixtureFunc setup,
                           GTestFixtureFunc test,
                           GTestFixtureFunc teardown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTestSignals, jug_test_signals_free)

G_END_DECLS
