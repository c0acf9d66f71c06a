/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes emissions as words. */
#include "jug-test-signals.h"

#ifdef JUG_HAVE_SIGNAL_LOGGER

#  include <libglib-testing/signal-logger.h>
#  include <string.h>

struct _JugTestSignals
{
  GtSignalLogger *logger;
};

JugTestSignals *
jug_test_signals_new (void)
{
  JugTestSignals *self = g_new0 (JugTestSignals, 1);

  self->logger = gt_signal_logger_new ();
  return self;
}

void
jug_test_signals_free (JugTestSignals *self)
{
  gt_signal_logger_free (self->logger);
  g_free (self);
}

void
jug_test_signals_watch (JugTestSignals *self, gpointer object, const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    gt_signal_logger_connect (self->logger, object, each[i]);
}

static char *
name_notification (const GtSignalLoggerEmission *emission)
{
  GParamSpec *property = NULL;
  char *name;

  gt_signal_logger_emission_get_params ((GtSignalLoggerEmission *) emission, &property);
  name = g_strconcat ("notify::", g_param_spec_get_name (property), NULL);
  g_param_spec_unref (property);
  return name;
}

/* The parameters of the signals that a test of ours watches */
static char *
name_signal (gpointer object, const char *name, GtSignalLoggerEmission *emission)
{
  guint numbers[3];
  g_autofree char *text = NULL;
  GSignalQuery query;

  g_signal_query (g_signal_lookup (name, G_OBJECT_TYPE (object)), &query);
  if (query.n_params == 0)
    return g_strdup (name);
  if (query.n_params == 1 && query.param_types[0] == G_TYPE_STRING)
    {
      gt_signal_logger_emission_get_params (emission, &text);
      return g_strdup_printf ("%s(%s)", name, text);
    }
  g_assert_cmpuint (query.n_params, ==, G_N_ELEMENTS (numbers));
  for (guint i = 0; i < query.n_params; i++)
    g_assert_true (query.param_types[i] == G_TYPE_UINT);
  gt_signal_logger_emission_get_params (emission, &numbers[0], &numbers[1], &numbers[2]);
  return g_strdup_printf ("%s(%u,%u,%u)", name, numbers[0], numbers[1], numbers[2]);
}

static char *
pop (JugTestSignals *self)
{
  gpointer object = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GtSignalLoggerEmission) emission = NULL;

  if (!gt_signal_logger_pop_emission (self->logger, &object, NULL, &name, &emission))
    return NULL;
  if (g_str_has_prefix (name, "notify"))
    return name_notification (emission);
  return name_signal (object, name, emission);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
sort_notifications (GPtrArray *words)
{
  for (guint begin = 0, end; begin < words->len; begin = end + 1)
    {
      end = begin;
      while (end < words->len && g_str_has_prefix (words->pdata[end], "notify::"))
        end++;
      qsort (words->pdata + begin, end - begin, sizeof (gpointer), compare_words);
    }
}

static char *
pop_all (JugTestSignals *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  char *word;

  while ((word = pop (self)) != NULL)
    g_ptr_array_add (words, word);
  sort_notifications (words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

void
jug_test_signals_assert (JugTestSignals *self, const char *expected)
{
  g_autofree char *seen = pop_all (self);

  g_assert_cmpstr (seen, ==, expected);
}

void
jug_test_signals_assert_pattern (JugTestSignals *self, const char *pattern)
{
  g_autofree char *seen = pop_all (self);

  if (!g_regex_match_simple (pattern, seen, 0, 0))
    g_error ("“%s” does not match %s", seen, pattern);
}

void
jug_test_signals_add (const char *path,
                      gsize fixture_size,
                      GTestFixtureFunc setup,
                      GTestFixtureFunc test,
                      GTestFixtureFunc teardown)
{
  g_test_add_vtable (path, fixture_size, NULL, setup, test, teardown);
}

#else

JugTestSignals *
jug_test_signals_new (void)
{
  g_assert_not_reached ();
}

void
jug_test_signals_free (JugTestSignals *self)
{
  g_assert_not_reached ();
}

void
jug_test_signals_watch (JugTestSignals *self, gpointer object, const char *names)
{
  g_assert_not_reached ();
}

void
jug_test_signals_assert (JugTestSignals *self, const char *expected)
{
  g_assert_not_reached ();
}

void
jug_test_signals_assert_pattern (JugTestSignals *self, const char *pattern)
{
  g_assert_not_reached ();
}

static void
skip (gconstpointer data)
{
  g_test_skip ("GtSignalLogger is not installed");
}

void
jug_test_signals_add (const char *path,
                      gsize fixture_size,
                      GTestFixtureFunc setup,
                      GTestFixtureFunc test,
                      GTestFixtureFunc teardown)
{
  g_test_add_data_func (path, NULL, skip);
}

#endif
