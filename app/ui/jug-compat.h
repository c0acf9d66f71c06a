/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only place that knows which GTK and libadwaita the program is built against. */
#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/*
 * Everything else in this folder uses what GTK 4.8 and libadwaita 1.2 have and newer ones
 * do not deprecate; what has no such form is here, once for the old and once for the new.
 */

/* A sidebar beside the content, which slides over it when the window is narrow */

/**
 * jug_split_new:
 * @fold_below: the width of the window, in px, up to which the sidebar slides over
 *
 * The sidebar starts hidden.
 */
GtkWidget *jug_split_new (AdwApplicationWindow *window,
                          GtkWidget *sidebar,
                          GtkWidget *content,
                          int fold_below);

/**
 * jug_split_is_folded:
 * @split: what jug_split_new() has made
 *
 * Returns: whether the sidebar slides over the content, instead of standing beside it
 */
gboolean jug_split_is_folded (GtkWidget *split);

/**
 * jug_split_get_show_sidebar:
 * @split: what jug_split_new() has made
 *
 * Returns: whether the sidebar is shown, beside the content or over it
 */
gboolean jug_split_get_show_sidebar (GtkWidget *split);

/**
 * jug_split_set_show_sidebar:
 * @split: what jug_split_new() has made
 *
 * Shows or hides the sidebar; jug_split_show_property() is notified if that is a change.
 */
void jug_split_set_show_sidebar (GtkWidget *split, gboolean show);

/**
 * jug_split_show_property:
 *
 * Returns: (transfer none): the name of the property that says whether the sidebar is
 *   shown, to be put after "notify::"; always the same
 */
const char *jug_split_show_property (void);

/* Files: @file is %NULL if the person changed their mind */

typedef void (*JugFileFunc) (GFile *file, gpointer data);

/**
 * jug_choose_file_to_save:
 * @suggested_name: the name, without a folder, that the person can change
 * @func: called once, later, with @data and the file, or %NULL; the file is good until it
 * returns
 *
 * Asks where to save something; nothing is written.
 */
void jug_choose_file_to_save (GtkWindow *parent,
                              const char *title,
                              const char *suggested_name,
                              JugFileFunc func,
                              gpointer data);

/**
 * JugFileFilter:
 * @name: what people call such files
 * @mime_types: (array zero-terminated=1): the types that are meant
 * @suffixes: (array zero-terminated=1): how their names end: the system knows a type only
 * once the program is installed
 *
 * Which files are shown.
 */
typedef struct
{
  const char *name;
  const char *const *mime_types;
  const char *const *suffixes;
} JugFileFilter;

/**
 * jug_choose_file_to_open:
 * @filter: (nullable): %NULL for all files
 */
void jug_choose_file_to_open (GtkWindow *parent,
                              const char *title,
                              const JugFileFilter *filter,
                              JugFileFunc func,
                              gpointer data);

/* Questions */

/**
 * JugReply:
 * @id: what the caller calls it
 * @label: what stands on the button, with a mnemonic
 * @is_destructive: something is lost by it
 *
 * One of the answers to a question.
 */
typedef struct
{
  const char *id;
  const char *label;
  gboolean is_destructive;
} JugReply;

typedef void (*JugReplyFunc) (const char *id, gpointer data);

/**
 * jug_ask:
 * @answers: (array length=n_answers): the first changes nothing, and is also that of
 * Escape; the last is the one that Return gives, unless something is lost by it
 *
 * Asks a question, and calls @func with the answer if there is one; then, or when the
 * question goes in another way, @destroy.
 */
void jug_ask (GtkWindow *parent,
              const char *heading,
              const char *body,
              const JugReply *answers,
              guint n_answers,
              JugReplyFunc func,
              gpointer data,
              GDestroyNotify destroy);

/**
 * jug_show_about:
 *
 * What the program is, who made it and under which licence.
 */
void jug_show_about (GtkWindow *parent);

/**
 * jug_menu_name_items:
 *
 * Gives the items of the menu their names for a screen reader whenever the menu comes:
 * newer GTK names them after labels that cannot have a name.
 */
void jug_menu_name_items (GtkPopover *menu);

/**
 * jug_announce:
 *
 * Has a screen reader say @text, where the toolkit can ask for it (GTK 4.14).
 *
 * Returns: whether it can; if not, a visible text that changes has to do
 */
gboolean jug_announce (GtkWidget *widget, const char *text);

/**
 * jug_gutter_lines_get_extent:
 *
 * Where the first row of a line is that the code view shows, and how high it is.
 */
void jug_gutter_lines_get_extent (GtkSourceGutterLines *lines,
                                  guint line,
                                  double *y,
                                  double *height);

G_END_DECLS
