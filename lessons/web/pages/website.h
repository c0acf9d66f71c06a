/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small web site on this machine, and a client that fetches one page of it. */
#pragma once

#include "jug-lesson-program.h"

G_BEGIN_DECLS

/**
 * Website:
 *
 * The site: a server on a free port of this machine, and a client's connections to it.
 */
typedef struct _Website Website;

/**
 * website_start:
 *
 * Opens the site; raises an OSError if that cannot be.
 *
 * Returns: (transfer none): the site, which belongs to the coroutine that called
 */
Website *website_start (void);

/**
 * website_close:
 * @self: the site
 *
 * Closes it.
 */
void website_close (Website *self);

/**
 * website_fetch:
 * @self: the site
 * @path: which page
 *
 * A coroutine that returns the page, a str, or raises PageError with what the server
 * said.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *website_fetch (Website *self, const char *path);

G_END_DECLS
