/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: what can be done with them, and what is read of what somebody saved. */
#include "jug-notes.h"

#include <string.h>

#define N_EVENTS 100
#define HEADING "juggler-notes 1\n"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_stand_in_the_order_of_events (void)
{
  g_autoptr (JugNotes) notes = jug_notes_new ();
  g_autofree char *text = NULL;
  guint n_changed = 0;

  g_signal_connect_swapped (notes, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_null (jug_notes_to_text (notes));
  g_assert_true (jug_notes_set (notes, 30, NULL));
  g_assert_true (jug_notes_set (notes, 10, "  the lock\nis taken\t"));
  g_assert_true (jug_notes_set (notes, 20, "x"));
  g_assert_true (jug_notes_set (notes, 20, "here"));
  g_assert_cmpuint (n_changed, ==, 4);
  /* What changes nothing is no change. */
  g_assert_true (jug_notes_set (notes, 20, "here"));
  jug_notes_remove (notes, 21);
  g_assert_cmpuint (n_changed, ==, 4);

  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 3);
  g_assert_cmpuint (jug_notes_get_event (notes, 0), ==, 10);
  g_assert_cmpstr (jug_notes_get_text (notes, 0), ==, "the lock is taken");
  g_assert_cmpstr (jug_notes_get_text (notes, 2), ==, "");
  g_assert_true (jug_notes_has (notes, 20));
  g_assert_false (jug_notes_has (notes, 19));
  g_assert_cmpuint (jug_notes_find (notes, 11), ==, 1);
  g_assert_cmpuint (jug_notes_find (notes, 31), ==, 3);
  text = jug_notes_to_text (notes);
  g_assert_cmpstr (text, ==, HEADING "10 the lock is taken\n20 here\n30\n");

  jug_notes_remove (notes, 20);
  g_assert_cmpuint (n_changed, ==, 5);
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 2);
}

static void
test_next_goes_round (void)
{
  g_autoptr (JugNotes) notes = jug_notes_new ();

  g_assert_cmpuint (jug_notes_get_next (notes, 5, 1), ==, JUG_NO_EVENT);
  jug_notes_set (notes, 10, NULL);
  jug_notes_set (notes, 20, NULL);
  g_assert_cmpuint (jug_notes_get_next (notes, JUG_NO_EVENT, 1), ==, 10);
  g_assert_cmpuint (jug_notes_get_next (notes, JUG_NO_EVENT, -1), ==, 20);
  g_assert_cmpuint (jug_notes_get_next (notes, 10, 1), ==, 20);
  g_assert_cmpuint (jug_notes_get_next (notes, 15, 1), ==, 20);
  g_assert_cmpuint (jug_notes_get_next (notes, 15, -1), ==, 10);
  g_assert_cmpuint (jug_notes_get_next (notes, 20, 1), ==, 10);
  g_assert_cmpuint (jug_notes_get_next (notes, 10, -1), ==, 20);
}

static void
test_what_is_written_is_read (void)
{
  g_autoptr (JugNotes) notes = jug_notes_new ();
  g_autoptr (JugNotes) read = jug_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (5000, 'y');
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  jug_notes_set (notes, 0, "zero: “ä€😀” \xff\xe2\x80\xa8 end");
  jug_notes_set (notes, 5, long_text);
  jug_notes_set (notes, 99, "12 a number first");
  text = jug_notes_to_text (notes);
  g_assert_cmpuint (strlen (jug_notes_get_text (notes, 1)), ==, JUG_NOTES_MAX_TEXT);
  g_assert_true (jug_notes_read (read, text, N_EVENTS, &error));
  g_assert_no_error (error);
  again = jug_notes_to_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_false (jug_notes_is_unsaved (read));
}

static void
test_there_is_an_end (void)
{
  g_autoptr (JugNotes) notes = jug_notes_new ();
  g_autoptr (JugNotes) read = jug_notes_new ();
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  g_autofree char *filling = g_strnfill (JUG_NOTES_MAX_TEXT, 'z');

  for (guint i = 0; i < JUG_NOTES_MAX; i++)
    g_assert_true (jug_notes_set (notes, 4000000000u + i, filling));
  g_assert_false (jug_notes_set (notes, 7, "one too many"));
  g_assert_true (jug_notes_set (notes, 4000000001u, "another text"));
  /* So many can be saved, and read. */
  text = jug_notes_to_text (notes);
  g_assert_cmpuint (strlen (text), <, 1024 * 1024);
  g_assert_true (jug_notes_read (read, text, G_MAXUINT32, NULL));
  g_assert_cmpuint (jug_notes_get_n_notes (read), ==, JUG_NOTES_MAX);
  more = g_strconcat (text, "4000002000\n", NULL);
  g_assert_false (jug_notes_read (read, more, G_MAXUINT32, NULL));
}

/* Whatever is wrong: one sentence, and no notes. */
static void
test_bad_input_gives_none (void)
{
  g_autofree char *long_text = g_strnfill (JUG_NOTES_MAX_TEXT + 1, 'x');
  g_autofree char *too_long = g_strconcat (HEADING "1 ", long_text, "\n", NULL);
  g_autofree char *huge = g_strnfill (2000000, '\n');
  g_autofree char *huge_list = g_strconcat (HEADING, huge, NULL);
  const struct
  {
    const char *text;
    JugNotesError code;
  } rows[] = {
    { "", JUG_NOTES_ERROR_INVALID },
    { "\n", JUG_NOTES_ERROR_INVALID },
    { "nonsense", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes \n", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes 1", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes 01\n", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes -1\n", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes 2x\n", JUG_NOTES_ERROR_INVALID },
    { "juggler-notes 2\n1\n", JUG_NOTES_ERROR_VERSION },
    { "juggler-notes 9999999999999999999999\n", JUG_NOTES_ERROR_VERSION },
    { HEADING "1", JUG_NOTES_ERROR_INVALID },                  /* cut off */
    { HEADING "\n", JUG_NOTES_ERROR_INVALID },                 /* a line of nothing */
    { HEADING "1\n\n2\n", JUG_NOTES_ERROR_INVALID },           /* the same */
    { HEADING "x\n", JUG_NOTES_ERROR_INVALID },                /* no number */
    { HEADING "-1\n", JUG_NOTES_ERROR_INVALID },               /* below */
    { HEADING "+1\n", JUG_NOTES_ERROR_INVALID },               /* a sign */
    { HEADING " 1\n", JUG_NOTES_ERROR_INVALID },               /* a blank */
    { HEADING "01\n", JUG_NOTES_ERROR_INVALID },               /* written another way */
    { HEADING "1.5\n", JUG_NOTES_ERROR_INVALID },              /* no event */
    { HEADING "1 \n", JUG_NOTES_ERROR_INVALID },               /* a blank, no text */
    { HEADING "1  x\n", JUG_NOTES_ERROR_INVALID },             /* two blanks */
    { HEADING "1 x \n", JUG_NOTES_ERROR_INVALID },             /* one behind */
    { HEADING "1\tx\n", JUG_NOTES_ERROR_INVALID },             /* no blank */
    { HEADING "1 a\rb\n", JUG_NOTES_ERROR_INVALID },           /* a control character */
    { HEADING "1 a\xe2\x80\xa8z\n", JUG_NOTES_ERROR_INVALID }, /* another line end */
    { HEADING "1 \xff\n", JUG_NOTES_ERROR_INVALID },           /* no UTF-8 */
    { HEADING "100\n", JUG_NOTES_ERROR_INVALID },              /* after the last event */
    { HEADING "4294967295\n", JUG_NOTES_ERROR_INVALID },       /* no event at all */
    { HEADING "4294967297\n", JUG_NOTES_ERROR_INVALID },       /* 1 in 32 bits */
    { HEADING "99999999999999999999999\n", JUG_NOTES_ERROR_INVALID },
    { HEADING "2\n1\n", JUG_NOTES_ERROR_INVALID },       /* out of order */
    { HEADING "1\n1 again\n", JUG_NOTES_ERROR_INVALID }, /* twice */
    { too_long, JUG_NOTES_ERROR_INVALID },
    { huge_list, JUG_NOTES_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugNotes) notes = jug_notes_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      jug_notes_set (notes, 3, "from before");
      g_assert_false (jug_notes_read (notes, rows[i].text, N_EVENTS, &error));
      g_assert_error (error, JUG_NOTES_ERROR, (int) rows[i].code);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 0);
      g_assert_false (jug_notes_is_unsaved (notes));
    }
}

static void
test_knows_what_is_saved (void)
{
  g_autoptr (JugNotes) notes = jug_notes_new ();
  guint change;

  g_assert_false (jug_notes_is_unsaved (notes));
  jug_notes_set (notes, 1, NULL);
  g_assert_true (jug_notes_is_unsaved (notes));
  change = jug_notes_get_change (notes);
  jug_notes_set (notes, 2, NULL);
  /* What was noted while saving went on is not saved. */
  jug_notes_set_saved (notes, change);
  g_assert_true (jug_notes_is_unsaved (notes));
  jug_notes_set_saved (notes, jug_notes_get_change (notes));
  g_assert_false (jug_notes_is_unsaved (notes));
  jug_notes_remove (notes, 1);
  g_assert_true (jug_notes_is_unsaved (notes));
  g_assert_true (jug_notes_read (notes, NULL, 0, NULL));
  g_assert_false (jug_notes_is_unsaved (notes));
  g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/player/notes/stand-in-the-order-of-events",
                   test_stand_in_the_order_of_events);
  g_test_add_func ("/juggler/player/notes/next-goes-round", test_next_goes_round);
  g_test_add_func ("/juggler/player/notes/what-is-written-is-read",
                   test_what_is_written_is_read);
  g_test_add_func ("/juggler/player/notes/there-is-an-end", test_there_is_an_end);
  g_test_add_func ("/juggler/player/notes/bad-input-gives-none",
                   test_bad_input_gives_none);
  g_test_add_func ("/juggler/player/notes/knows-what-is-saved", test_knows_what_is_saved);
  return g_test_run ();
}
