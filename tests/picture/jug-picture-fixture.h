/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of timelines share: an index, a layout, a list, and how to look into it. */
#pragma once

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/* A timeline that is laid out. */
typedef struct
{
  JugTrace *trace;
  JugSpanIndex *index;
  JugTimelineLayout *layout;
  JugDisplayList *list;
  JugTimelineView view;
} JugPictureFixture;

void jug_picture_fixture_init (JugPictureFixture *self, JugTrace *trace);
void jug_picture_fixture_clear (JugPictureFixture *self);
void jug_picture_fixture_apply (JugPictureFixture *self);
void jug_picture_fixture_draw (JugPictureFixture *self);
const JugDisplayItem *
jug_picture_fixture_find (JugPictureFixture *self, JugPictureRef ref, JugItemKind kind);
const JugDisplayItem *jug_picture_fixture_find_label (JugPictureFixture *self,
                                                      const char *text);
guint jug_picture_fixture_count (JugPictureFixture *self, JugItemKind kind, int style);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JugPictureFixture, jug_picture_fixture_clear)

G_END_DECLS
