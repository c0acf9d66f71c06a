/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a lesson as widgets. */
#pragma once

#include <adwaita.h>

#include "jug-page.h"

G_BEGIN_DECLS

#define JUG_TYPE_PAGE_VIEW (jug_page_view_get_type ())

/**
 * JugPageView:
 *
 * Title, paragraphs, lists, pieces of the program and questions of a page, one below the
 * other.
 */
G_DECLARE_FINAL_TYPE (JugPageView, jug_page_view, JUG, PAGE_VIEW, GtkBox)

/**
 * JugPageView::lesson-chosen:
 * @id: the id of a lesson
 *
 * The person follows a link to another lesson.
 */

/**
 * jug_page_view_new:
 *
 * Returns: (transfer floating): a view that shows no page yet
 */
GtkWidget *jug_page_view_new (void);

/**
 * jug_page_view_set_page:
 * @page: (nullable): a page, which has to live as long as it is shown
 */
void jug_page_view_set_page (JugPageView *self, const JugPage *page);

G_END_DECLS
