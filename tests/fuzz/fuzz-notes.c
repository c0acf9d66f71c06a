/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: reads any text as the notes of a trace. */
#include <string.h>

#include "jug-fuzz.h"
#include "jug-notes.h"

#define N_EVENTS 1000

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (JugNotes) notes = jug_notes_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_right = jug_notes_read (notes, text, N_EVENTS, &error);
  g_autofree char *again = jug_notes_to_text (notes);

  g_assert_true (is_right == (error == NULL));
  /* There is but one way to write notes. */
  if (again != NULL)
    g_assert_cmpstr (again, ==, text);
  if (!is_right)
    g_assert_cmpuint (jug_notes_get_n_notes (notes), ==, 0);
  return 0;
}
