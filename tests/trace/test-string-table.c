/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the strings of a trace. */
#include "jug-string-table-private.h"

#include <string.h>

static guint32
intern (JugStringTable *table, const char *text)
{
  return jug_string_table_intern (table, text, strlen (text));
}

static void
test_stores_each_string_once (void)
{
  JugStringTable table = { 0 };

  jug_string_table_init (&table);
  g_assert_cmpuint (jug_string_table_get_n_strings (&table), ==, 1);
  g_assert_cmpuint (intern (&table, ""), ==, 0);
  g_assert_cmpuint (intern (&table, "hello"), ==, 1);
  g_assert_cmpuint (intern (&table, "hell"), ==, 2);
  g_assert_cmpuint (intern (&table, "hello"), ==, 1);
  g_assert_cmpuint (jug_string_table_intern (&table, "hello!", 5), ==, 1);
  g_assert_cmpuint (jug_string_table_get_n_strings (&table), ==, 3);
  g_assert_cmpstr (jug_string_table_get (&table, 0), ==, "");
  g_assert_cmpstr (jug_string_table_get (&table, 1), ==, "hello");
  g_assert_cmpstr (jug_string_table_get (&table, 2), ==, "hell");
  jug_string_table_clear (&table);
}

static void
test_keeps_strings_where_they_are (void)
{
  const guint n = 20000;
  JugStringTable table = { 0 };
  g_autofree const char **places = g_new (const char *, n);

  jug_string_table_init (&table);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("string number %u", i);

      g_assert_cmpuint (intern (&table, text), ==, i + 1);
      places[i] = jug_string_table_get (&table, i + 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("string number %u", i);

      g_assert_true (jug_string_table_get (&table, i + 1) == places[i]);
      g_assert_cmpstr (places[i], ==, text);
      g_assert_cmpuint (intern (&table, text), ==, i + 1);
    }
  jug_string_table_clear (&table);
}

static void
test_repairs_what_is_not_utf8 (void)
{
  const struct
  {
    const char *bytes;
    gsize len;
    const char *text;
  } rows[] = {
    { "caf\xe9", 4, "caf\xef\xbf\xbd" },
    { "a\0b", 3,
      "a\xef\xbf\xbd"
      "b" },
    { "\xed\xa0\x80", 3, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xc3\xa9", 2, "é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JugStringTable table = { 0 };
      guint32 number;

      jug_string_table_init (&table);
      number = jug_string_table_intern (&table, rows[i].bytes, rows[i].len);
      g_assert_cmpstr (jug_string_table_get (&table, number), ==, rows[i].text);
      g_assert_cmpuint (intern (&table, rows[i].text), ==, number);
      g_assert_cmpuint (jug_string_table_intern (&table, rows[i].bytes, rows[i].len), ==,
                        number);
      jug_string_table_clear (&table);
    }
}

/* A string that contains a NUL must not be taken for the one that ends there. */
static void
test_does_not_stop_at_a_nul (void)
{
  JugStringTable table = { 0 };

  jug_string_table_init (&table);
  for (guint len = 1; len < 40; len++)
    {
      g_autofree char *text = g_malloc0 (len);
      g_autofree char *start = g_strdup ("a");

      text[0] = 'a';
      if (len > 1)
        g_assert_cmpuint (jug_string_table_intern (&table, text, len), !=,
                          intern (&table, start));
    }
  jug_string_table_clear (&table);
}

static void
test_cuts_what_is_too_long (void)
{
  const gsize len = JUG_STRING_TABLE_MAX_LENGTH + 11;
  JugStringTable table = { 0 };
  g_autofree char *text = g_malloc (len);
  const char *stored;

  /* The limit lies in the middle of a character of two bytes. */
  memset (text, 'x', len);
  memcpy (text + JUG_STRING_TABLE_MAX_LENGTH - 1, "é", 2);

  jug_string_table_init (&table);
  stored = jug_string_table_get (&table, jug_string_table_intern (&table, text, len));
  g_assert_true (g_utf8_validate (stored, -1, NULL));
  g_assert_true (g_str_has_suffix (stored, "xxx…"));
  g_assert_cmpuint (strlen (stored), ==, JUG_STRING_TABLE_MAX_LENGTH - 1 + strlen ("…"));
  jug_string_table_clear (&table);
}

static void
test_says_when_it_is_full (void)
{
  JugStringTable table = { 0 };
  g_autofree char *text = g_malloc (JUG_STRING_TABLE_MAX_LENGTH);
  gsize n_bytes = 0;

  jug_string_table_init (&table);
  memset (text, 'x', JUG_STRING_TABLE_MAX_LENGTH);
  for (guint i = 0; !jug_string_table_is_full (&table); i++)
    {
      g_assert_cmpuint (n_bytes, <, JUG_STRING_TABLE_MAX_TEXT);
      for (guint k = 0; k < 4; k++)
        text[k] = (char) ('a' + (i >> (4 * k)) % 16);
      g_assert_cmpuint (
          jug_string_table_intern (&table, text, JUG_STRING_TABLE_MAX_LENGTH), ==, i + 1);
      n_bytes += JUG_STRING_TABLE_MAX_LENGTH;
    }
  g_assert_cmpuint (n_bytes, >, JUG_STRING_TABLE_MAX_TEXT / 2);

  /* Something still fits, for the last words. */
  g_assert_cmpuint (intern (&table, "too much text"), >, 0);
  jug_string_table_clear (&table);
}

static void
test_refuses_broken_tables (void)
{
  const struct
  {
    const char *bytes;
    gsize n_bytes;
    guint32 ends[3];
    guint32 n_strings;
    gboolean good;
  } rows[] = {
    { "\0ab\0c", 6, { 1, 4, 6 }, 3, TRUE },
    { "", 1, { 1 }, 1, TRUE },
    { "", 1, { 1 }, 0, FALSE },                 /* no empty string */
    { "ab", 3, { 3 }, 1, FALSE },               /* the first is not empty */
    { "\0ab\0c", 6, { 1, 4, 5 }, 3, FALSE },    /* does not end with a NUL */
    { "\0ab\0c", 6, { 1, 3, 6 }, 3, FALSE },    /* nor does this */
    { "\0ab\0c", 6, { 1, 6, 6 }, 3, FALSE },    /* one takes no room */
    { "\0ab\0c", 6, { 1, 4, 4 }, 3, FALSE },    /* bytes are left over */
    { "\0ab\0c", 6, { 1, 7, 6 }, 3, FALSE },    /* one ends outside */
    { "\0ab\0c", 6, { 1, 0, 6 }, 3, FALSE },    /* one ends before it begins */
    { "\0a\0\0c", 6, { 1, 4, 6 }, 3, FALSE },   /* a NUL inside */
    { "\0a\xff\0c", 6, { 1, 4, 6 }, 3, FALSE }, /* not UTF-8 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JugStringTable table = { 0 };
      gboolean good;

      good = jug_string_table_init_borrowed (&table, rows[i].bytes, rows[i].n_bytes,
                                             rows[i].ends, rows[i].n_strings);
      g_test_message ("row %u", i);
      g_assert_cmpint (good, ==, rows[i].good);
      jug_string_table_clear (&table);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/string-table/stores-each-string-once",
                   test_stores_each_string_once);
  g_test_add_func ("/juggler/trace/string-table/keeps-strings-where-they-are",
                   test_keeps_strings_where_they_are);
  g_test_add_func ("/juggler/trace/string-table/repairs-what-is-not-utf8",
                   test_repairs_what_is_not_utf8);
  g_test_add_func ("/juggler/trace/string-table/does-not-stop-at-a-nul",
                   test_does_not_stop_at_a_nul);
  g_test_add_func ("/juggler/trace/string-table/cuts-what-is-too-long",
                   test_cuts_what_is_too_long);
  g_test_add_func ("/juggler/trace/string-table/says-when-it-is-full",
                   test_says_when_it_is_full);
  g_test_add_func ("/juggler/trace/string-table/refuses-broken-tables",
                   test_refuses_broken_tables);
  return g_test_run ();
}
