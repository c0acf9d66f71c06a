/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libFuzzer, or the driver that stands in for it, calls in a fuzz target. */
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
