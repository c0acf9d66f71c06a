/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: opens any bytes as a trace file, and reads all of what opens. */
#include "jug-fuzz.h"
#include "jug-test-trace-file.h"

static void
ignore_message (const char *domain, GLogLevelFlags level, const char *text, gpointer data)
{
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_log_set_handler ("jug-trace", G_LOG_LEVEL_DEBUG, ignore_message, NULL);
  return 0;
}

static void
try_to_open (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JugTrace) trace = jug_trace_new_from_bytes (bytes, &error);

  if (trace != NULL)
    jug_test_trace_read_all (trace);
  g_assert_true ((trace != NULL) == (error == NULL));
}

/* Once as it is, and once with checksums that are right, which no fuzzer would guess. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree uint8_t *fixed = g_memdup2 (data, size);

  try_to_open (data, size);
  jug_test_trace_file_fix (fixed, size);
  try_to_open (fixed, size);
  return 0;
}
