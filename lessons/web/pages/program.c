/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program.py: pages of a web site, one after the other and
 * together. */
#include "website.h"

static const char *const PATHS[] = { "/news", "/weather", "/map", "/lost" };

ASYNC_VALUE (download, (Website *, server), (const char *, path))
{
  JugValue page;

  TRY
    {
      AT (10) page = await (website_fetch (server, path));
    }
  EXCEPT (PageError)
    {
      AT (12) print ("%s failed: %s", path, EXCEPTION->message);
      AT (13) return JUG_INT (0);
    }
  END_TRY
  AT (14) print ("%s has %" G_GSIZE_FORMAT " bytes", path, strlen (page.s));
  AT (15) return JUG_INT (strlen (page.s));
}

ASYNC_MAIN
{
  AT (19) Website *server = website_start ();
  AT (20) gint64 total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (PATHS); i++)
    {
      AT (22) total += await (download (server, PATHS[i])).i;
    }
  AT (23) print ("one after the other: %" G_GINT64_FORMAT " bytes", total);

  AT (25) JugValue downloads = list ();
  for (guint i = 0; i < G_N_ELEMENTS (PATHS); i++)
    append (downloads, JUG_POINTER (download (server, PATHS[i])));
  JugValue sizes = await (asyncio_gather_list (downloads, FALSE));

  AT (26) total = 0;
  for (guint i = 0; i < len (sizes); i++)
    total += item (sizes, i).i;
  print ("together: %" G_GINT64_FORMAT " bytes", total);
  AT (27) website_close (server);
}

static void
module (void)
{
  AT (30) asyncio_run (main_ ());
}

LESSON (web_pages, "web/pages");
