/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label names its button by itself; one more name would be read after it. */
#include "jug-terse-button.h"

void
jug_terse_button_arrange (GtkButton *button,
                          const char *word,
                          const char *icon,
                          gboolean narrow)
{
  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (word != NULL);
  g_return_if_fail (icon != NULL);

  if (narrow)
    {
      gtk_button_set_icon_name (button, icon);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
    }
  else
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (button),
                                     GTK_ACCESSIBLE_PROPERTY_LABEL);
      gtk_button_set_label (button, word);
    }
}
