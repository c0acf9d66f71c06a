/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching a page over HTTP as something that a task can await. */
#pragma once

#include <libsoup/soup.h>

#include "jug-io.h"

G_BEGIN_DECLS

/**
 * JUG_HTTP_MAX_BODY:
 *
 * The most bytes of a body that are read.
 */
#define JUG_HTTP_MAX_BODY (64 * 1024 * 1024)

/**
 * jug_http_get:
 * @session: connects, and keeps connections; must be of the loop's thread
 * @uri: what to fetch, http:// or https://
 *
 * Fetches a page.  The coroutine's result is a tuple: the status (an int such as 200),
 * what the server calls it (a str such as "OK"), and the body as text (a str).  That
 * there is no such page is a status like any other; what is no answer at all raises an
 * OSError, and a body that is not text in UTF-8 a UnicodeError.  How long the other side
 * may be silent is the session's “timeout”; beyond it a TimeoutError is raised.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *jug_http_get (SoupSession *session, const char *uri)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
