/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence above a program, and what can be done about it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JUG_TYPE_CODE_NOTICE (jug_code_notice_get_type ())

/**
 * JugCodeNotice:
 *
 * A status with an icon, a sentence and perhaps a button; hidden while there is nothing
 * to say.
 */
G_DECLARE_FINAL_TYPE (JugCodeNotice, jug_code_notice, JUG, CODE_NOTICE, GtkBox)

/**
 * JugNoticeKind:
 * @JUG_NOTICE_CHANGED: the text is not what ran
 * @JUG_NOTICE_INFO: something to know
 * @JUG_NOTICE_ERROR: it failed
 */
typedef enum
{
  JUG_NOTICE_CHANGED,
  JUG_NOTICE_INFO,
  JUG_NOTICE_ERROR
} JugNoticeKind;

/**
 * jug_code_notice_show:
 * @label: (nullable): of the button; %NULL: there is none
 * @action: (nullable): what the button does
 *
 * Says @text, aloud too where it is new.
 */
void jug_code_notice_show (JugCodeNotice *self,
                           JugNoticeKind kind,
                           const char *text,
                           const char *label,
                           const char *action);

/**
 * jug_code_notice_hide:
 *
 * There is nothing to say.
 */
void jug_code_notice_hide (JugCodeNotice *self);

G_END_DECLS
