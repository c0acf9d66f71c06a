/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each native twin of a conformance program is made with. */
#pragma once

#include "jug-python-sync.h"

/**
 * TWIN:
 * @name: the program's name, with underscores
 *
 * Exports the twin: a function `module` is its module level.
 */
#define TWIN(name)                                                                       \
  extern const JugProgram name##_twin;                                                   \
  const JugProgram name##_twin = { .id = #name, .module = module }
