/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a page is made of its element in lesson.xml. */
#pragma once

#include "jug-page.h"
#include "jug-xml-private.h"

G_BEGIN_DECLS

JugPage *jug_page_new (const JugXmlNode *node,
                       const char *name,
                       const char *const *lines,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jug_page_free (JugPage *self);
char *jug_page_translate (const JugXmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugPage, jug_page_free)

G_END_DECLS
