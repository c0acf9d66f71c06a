/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading an await chain. */
#include "jug-await-chain.h"

#include <string.h>

static void
test_reads_the_outermost_first (void)
{
  g_autoptr (GPtrArray) frames =
      jug_await_chain_parse ("main\t9\tbank/a.py\nBank.pay\t12\tb c.py");
  const JugFrame *frame;

  g_assert_cmpuint (frames->len, ==, 2);
  frame = g_ptr_array_index (frames, 0);
  g_assert_cmpstr (frame->function, ==, "main");
  g_assert_cmpuint (frame->line, ==, 9);
  g_assert_cmpstr (frame->file, ==, "bank/a.py");
  frame = g_ptr_array_index (frames, 1);
  g_assert_cmpstr (frame->function, ==, "Bank.pay");
  g_assert_cmpstr (frame->file, ==, "b c.py");
}

static void
test_passes_over_what_says_nothing (void)
{
  static const char *const nothing[] = {
    "",           "\n\n",        "main",
    "main\t9",    "\t9\tfile",   "main\tnine\tfile",
    "main\t0\tf", "main\t-1\tf", "main\t99999999999\tf"
  };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GPtrArray) frames = jug_await_chain_parse (nothing[i]);
      g_autofree char *text = g_strconcat (nothing[i], "\nmain\t1\tf\n", NULL);
      g_autoptr (GPtrArray) one = jug_await_chain_parse (text);

      g_assert_cmpuint (frames->len, ==, 0);
      g_assert_cmpuint (one->len, ==, 1);
    }
}

static void
test_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) frames = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "f\t1\tfile\n");
  frames = jug_await_chain_parse (text->str);
  g_assert_cmpuint (frames->len, ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/await-chain/reads-the-outermost-first",
                   test_reads_the_outermost_first);
  g_test_add_func ("/juggler/trace/await-chain/passes-over-what-says-nothing",
                   test_passes_over_what_says_nothing);
  g_test_add_func ("/juggler/trace/await-chain/is-bounded", test_is_bounded);
  return g_test_run ();
}
