/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys, and the controllers made from it. */
#include "jug-shortcuts.h"

#include <glib/gi18n-lib.h>

#define PLAYER N_ ("Player")
#define TIMELINE N_ ("Timeline")
#define OVERVIEW N_ ("Overview of the run")
#define LESSON N_ ("Lesson")
#define PROGRAM N_ ("Program")
#define GENERAL N_ ("General")

static const JugShortcut shortcuts[] = {
  { JUG_SHORTCUT_WINDOW, "space", 0, "player.play", PLAYER, N_ ("Play or pause") },
  { JUG_SHORTCUT_WINDOW, "Right", 0, "player.step-forward", PLAYER, N_ ("Step forward") },
  { JUG_SHORTCUT_WINDOW, "Left", 0, "player.step-back", PLAYER, N_ ("Step back") },
  { JUG_SHORTCUT_WINDOW, "<Shift>Right", 0, "player.next-iteration", PLAYER,
    N_ ("Next iteration of the loop") },
  { JUG_SHORTCUT_WINDOW, "<Shift>Left", 0, "player.previous-iteration", PLAYER,
    N_ ("Previous iteration of the loop") },
  { JUG_SHORTCUT_WINDOW, "<Control>Right", 0, "player.next-of-task", PLAYER,
    N_ ("Next event of the selected task") },
  { JUG_SHORTCUT_WINDOW, "<Control>Left", 0, "player.previous-of-task", PLAYER,
    N_ ("Previous event of the selected task") },
  { JUG_SHORTCUT_WINDOW, "Home", 0, "player.start", PLAYER, N_ ("To the start") },
  { JUG_SHORTCUT_WINDOW, "End", 0, "player.end", PLAYER,
    N_ ("To the end, and on with a run that goes on") },
  { JUG_SHORTCUT_WINDOW, "Page_Down", 0, "player.page-forward", PLAYER,
    N_ ("Forward by a tenth of the run") },
  { JUG_SHORTCUT_WINDOW, "Page_Up", 0, "player.page-back", PLAYER,
    N_ ("Back by a tenth of the run") },

  { JUG_SHORTCUT_CANVAS, "Up", 0, "timeline.lane-above", TIMELINE,
    N_ ("Select the lane above") },
  { JUG_SHORTCUT_CANVAS, "Down", 0, "timeline.lane-below", TIMELINE,
    N_ ("Select the lane below") },
  { JUG_SHORTCUT_CANVAS, "period", 0, "timeline.next-bar", TIMELINE,
    N_ ("Next bar of the lane") },
  { JUG_SHORTCUT_CANVAS, "comma", 0, "timeline.previous-bar", TIMELINE,
    N_ ("Previous bar of the lane") },
  { JUG_SHORTCUT_CANVAS, "bracketleft <Alt>Up", 0, "timeline.flow-back", TIMELINE,
    N_ ("To what woke the selected bar") },
  { JUG_SHORTCUT_CANVAS, "bracketright <Alt>Down", 0, "timeline.flow-forward", TIMELINE,
    N_ ("To what the selected bar wakes") },
  /* The chart moves its focus itself. */
  { JUG_SHORTCUT_SHOWN, "Tab", 0, "timeline.flow-forward", TIMELINE,
    N_ ("After that: to the next of several") },
  { JUG_SHORTCUT_CANVAS, "<Control>z", 0, "timeline.view-back", TIMELINE,
    N_ ("Look where you looked before") },
  { JUG_SHORTCUT_CANVAS, "<Control><Shift>z", 0, "timeline.view-forth", TIMELINE,
    N_ ("Look there again") },
  { JUG_SHORTCUT_MINIMAP, "<Control>z", 0, "timeline.view-back", NULL, NULL },
  { JUG_SHORTCUT_MINIMAP, "<Control><Shift>z", 0, "timeline.view-forth", NULL, NULL },
  { JUG_SHORTCUT_CANVAS, "plus equal KP_Add", 0, "timeline.zoom-in", NULL, NULL },
  { JUG_SHORTCUT_CANVAS, "minus KP_Subtract", 0, "timeline.zoom-out", NULL, NULL },
  { JUG_SHORTCUT_CANVAS, "0 KP_0", 0, "timeline.fit-all", NULL, NULL },
  { JUG_SHORTCUT_APPLICATION, "<Control>plus <Control>equal <Control>KP_Add", 0,
    "timeline.zoom-in", TIMELINE, N_ ("Zoom in") },
  { JUG_SHORTCUT_APPLICATION, "<Control>minus <Control>KP_Subtract", 0,
    "timeline.zoom-out", TIMELINE, N_ ("Zoom out") },
  { JUG_SHORTCUT_APPLICATION, "<Control>0 <Control>KP_0", 0, "timeline.fit-all", TIMELINE,
    N_ ("Show all of the run") },
  { JUG_SHORTCUT_PLACE, "w", 25, "timeline.zoom-in", TIMELINE, N_ ("Zoom in") },
  { JUG_SHORTCUT_PLACE, "s", 39, "timeline.zoom-out", TIMELINE, N_ ("Zoom out") },
  { JUG_SHORTCUT_PLACE, "a", 38, "timeline.scroll-left", TIMELINE,
    N_ ("Look to the left") },
  { JUG_SHORTCUT_PLACE, "d", 40, "timeline.scroll-right", TIMELINE,
    N_ ("Look to the right") },
  { JUG_SHORTCUT_PLACE, "f", 41, "timeline.fit-selection", TIMELINE,
    N_ ("Fit the marked range, the selected bar, or all") },
  { JUG_SHORTCUT_PLACE, "r", 27, "timeline.range-of-selection", TIMELINE,
    N_ ("Mark the range of what is selected") },
  { JUG_SHORTCUT_PLACE, "t", 28, "timeline.toggle-axis", TIMELINE,
    N_ ("Axis by time or by steps") },
  { JUG_SHORTCUT_PLACE, "p", 33, "lanes.pin", TIMELINE,
    N_ ("Pin the selected lane to the top, or not") },
  { JUG_SHORTCUT_PLACE, "h", 43, "lanes.hide", TIMELINE, N_ ("Hide the selected lane") },
  { JUG_SHORTCUT_PLACE, "u", 30, "lanes.show-all", TIMELINE,
    N_ ("Show all hidden lanes") },
  { JUG_SHORTCUT_CANVAS, "<Alt><Shift>Up", 0, "lanes.move-up", TIMELINE,
    N_ ("Move the selected lane up") },
  { JUG_SHORTCUT_CANVAS, "<Alt><Shift>Down", 0, "lanes.move-down", TIMELINE,
    N_ ("Move the selected lane down") },
  { JUG_SHORTCUT_CANVAS, "Menu <Shift>F10", 0, "lanes.menu", TIMELINE,
    N_ ("Menu of the selected lane") },
  { JUG_SHORTCUT_PLACE, "m", 58, "notes.bookmark", TIMELINE,
    N_ ("Bookmark at the playhead") },
  { JUG_SHORTCUT_PLACE, "<Shift>m", 58, "notes.write", TIMELINE,
    N_ ("Note at the playhead") },
  { JUG_SHORTCUT_APPLICATION, "<Control>m", 0, "notes.next", TIMELINE,
    N_ ("Next bookmark") },
  { JUG_SHORTCUT_APPLICATION, "<Control><Shift>m", 0, "notes.previous", TIMELINE,
    N_ ("Previous bookmark") },
  { JUG_SHORTCUT_APPLICATION, "<Control>f", 0, "win.find", TIMELINE,
    N_ ("Find in the timeline") },
  { JUG_SHORTCUT_APPLICATION, "<Control>g", 0, "win.find-next", TIMELINE,
    N_ ("Next place that was found") },
  { JUG_SHORTCUT_APPLICATION, "<Control><Shift>g", 0, "win.find-previous", TIMELINE,
    N_ ("Previous place that was found") },
  { JUG_SHORTCUT_WINDOW, "Escape", 0, "win.back-out", TIMELINE,
    N_ ("Mark nothing, select nothing, then leave full screen") },

  { JUG_SHORTCUT_MINIMAP, "Left", 0, "timeline.scroll-left", OVERVIEW,
    N_ ("Look to the left") },
  { JUG_SHORTCUT_MINIMAP, "Right", 0, "timeline.scroll-right", OVERVIEW,
    N_ ("Look to the right") },
  { JUG_SHORTCUT_MINIMAP, "Page_Up", 0, "timeline.page-left", OVERVIEW,
    N_ ("A page to the left") },
  { JUG_SHORTCUT_MINIMAP, "Page_Down", 0, "timeline.page-right", OVERVIEW,
    N_ ("A page to the right") },
  { JUG_SHORTCUT_MINIMAP, "Home", 0, "timeline.scroll-start", OVERVIEW,
    N_ ("Look at the start of the run") },
  { JUG_SHORTCUT_MINIMAP, "End", 0, "timeline.scroll-end", OVERVIEW,
    N_ ("Look at the end of the run") },
  { JUG_SHORTCUT_MINIMAP, "plus equal KP_Add", 0, "timeline.zoom-in", OVERVIEW,
    N_ ("Zoom in") },
  { JUG_SHORTCUT_MINIMAP, "minus KP_Subtract", 0, "timeline.zoom-out", OVERVIEW,
    N_ ("Zoom out") },
  { JUG_SHORTCUT_MINIMAP, "0 KP_0", 0, "timeline.fit-all", OVERVIEW,
    N_ ("Show all of the run") },

  { JUG_SHORTCUT_APPLICATION, "<Alt>Right", 0, "win.next-page", LESSON,
    N_ ("Next page") },
  { JUG_SHORTCUT_APPLICATION, "<Alt>Left", 0, "win.previous-page", LESSON,
    N_ ("Previous page") },
  { JUG_SHORTCUT_APPLICATION, "F5", 0, "win.run-again", LESSON,
    N_ ("Run the program again") },
  { JUG_SHORTCUT_APPLICATION, "F9", 0, "win.show-lessons", LESSON,
    N_ ("Show the lessons") },

  { JUG_SHORTCUT_APPLICATION, "<Control>Return <Control>KP_Enter", 0, "win.run-edited",
    PROGRAM, N_ ("Run the program as it stands in the editor") },
  { JUG_SHORTCUT_APPLICATION, "<Control>e", 0, "win.edit-program", PROGRAM,
    N_ ("Edit the program") },
  { JUG_SHORTCUT_APPLICATION, "<Control><Shift>d", 0, "win.compare-program", PROGRAM,
    N_ ("Compare with the original") },
  { JUG_SHORTCUT_APPLICATION, "F8", 0, "win.next-at-line", PROGRAM,
    N_ ("Next step at the cursor’s line") },
  { JUG_SHORTCUT_APPLICATION, "<Shift>F8", 0, "win.previous-at-line", PROGRAM,
    N_ ("Previous step at the cursor’s line") },
  { JUG_SHORTCUT_APPLICATION, "<Control>period", 0, "win.cancel-run", PROGRAM,
    N_ ("Stop the run") },

  { JUG_SHORTCUT_APPLICATION, "<Control>o", 0, "win.open", GENERAL,
    N_ ("Open a program or a trace") },
  { JUG_SHORTCUT_APPLICATION, "<Control>s", 0, "win.save", GENERAL,
    N_ ("Save the program, or the trace") },
  { JUG_SHORTCUT_APPLICATION, "<Control><Shift>s", 0, "win.save-trace", GENERAL,
    N_ ("Save the trace") },
  { JUG_SHORTCUT_APPLICATION, "F11", 0, "win.fullscreen", GENERAL, N_ ("Full screen") },
  { JUG_SHORTCUT_APPLICATION, "<Control>question", 0, "win.show-shortcuts", GENERAL,
    N_ ("Keyboard shortcuts") },
  { JUG_SHORTCUT_WINDOW, "question", 0, "win.show-shortcuts", NULL, NULL },
  { JUG_SHORTCUT_APPLICATION, "<Control>w", 0, "window.close", GENERAL,
    N_ ("Close the window") },
  { JUG_SHORTCUT_APPLICATION, "<Control>q", 0, "app.quit", GENERAL, N_ ("Quit") },
};

const JugShortcut *
jug_shortcuts_get (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

void
jug_shortcuts_install_application (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == JUG_SHORTCUT_APPLICATION)
      {
        g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                               (const char *const *) accels);
      }
}

static gboolean
activate (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, data, NULL);
}

static void
add (GtkEventController *controller, const JugShortcut *shortcut)
{
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", -1);

  for (guint i = 0; accels[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (
            gtk_shortcut_trigger_parse_string (accels[i]),
            gtk_callback_action_new (activate, (gpointer) shortcut->action, NULL)));
}

void
jug_shortcuts_install_window (GtkWidget *content)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (content));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == JUG_SHORTCUT_WINDOW)
      add (controller, &shortcuts[i]);
  gtk_widget_add_controller (content, controller);
}

void
jug_shortcuts_install_canvas (GtkWidget *canvas)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (canvas));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == JUG_SHORTCUT_WINDOW ||
        shortcuts[i].scope == JUG_SHORTCUT_CANVAS)
      add (controller, &shortcuts[i]);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (canvas, controller);
}

void
jug_shortcuts_install_minimap (GtkWidget *minimap)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (minimap));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == JUG_SHORTCUT_MINIMAP)
      add (controller, &shortcuts[i]);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (minimap, controller);
}
