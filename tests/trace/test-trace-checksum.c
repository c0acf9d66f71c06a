/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the checksum of trace files. */
#include "jug-trace-checksum-private.h"

#include <string.h>

/* A change here would make every file that exists unreadable. */
static void
test_never_changes (void)
{
  char data[100];

  for (guint i = 0; i < sizeof data; i++)
    data[i] = (char) (7 * i);
  g_assert_cmphex (jug_trace_checksum ("", 0), ==,
                   G_GUINT64_CONSTANT (0x9aa67db4901db635));
  g_assert_cmphex (jug_trace_checksum (data, 32), ==,
                   G_GUINT64_CONSTANT (0x5350eb77c50d8730));
  g_assert_cmphex (jug_trace_checksum (data, 100), ==,
                   G_GUINT64_CONSTANT (0xe9eff7466dfe731b));
}

static void
test_is_the_same_in_pieces (void)
{
  char data[320];
  JugTraceChecksum sum;

  for (guint i = 0; i < sizeof data; i++)
    data[i] = (char) g_test_rand_int ();
  for (gsize cut = 0; cut < sizeof data; cut += JUG_TRACE_CHECKSUM_BLOCK)
    {
      jug_trace_checksum_init (&sum);
      jug_trace_checksum_add (&sum, data, cut);
      jug_trace_checksum_add (&sum, data + cut, sizeof data - cut);
      g_assert_cmphex (jug_trace_checksum_get (&sum), ==,
                       jug_trace_checksum (data, sizeof data));
    }
}

/* Sums of every length, and of every length with one bit changed, all differ. */
static void
test_notices_every_bit_and_length (void)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  char data[100] = { 0 };

  for (gsize size = 0; size <= sizeof data; size++)
    {
      guint64 sum = jug_trace_checksum (data, size);

      g_assert_true (g_hash_table_add (seen, g_memdup2 (&sum, sizeof sum)));
      for (gsize bit = 0; bit < 8 * size; bit++)
        {
          data[bit / 8] ^= (char) (1 << bit % 8);
          sum = jug_trace_checksum (data, size);
          g_assert_true (g_hash_table_add (seen, g_memdup2 (&sum, sizeof sum)));
          data[bit / 8] ^= (char) (1 << bit % 8);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/trace-checksum/never-changes", test_never_changes);
  g_test_add_func ("/juggler/trace/trace-checksum/is-the-same-in-pieces",
                   test_is_the_same_in_pieces);
  g_test_add_func ("/juggler/trace/trace-checksum/notices-every-bit-and-length",
                   test_notices_every_bit_and_length);
  return g_test_run ();
}
