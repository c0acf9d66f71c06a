/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a ruler, and times as text. */
#include "jug-ruler-scale-private.h"

#include <glib/gi18n-lib.h>

#define US G_GINT64_CONSTANT (1000)
#define MS (1000 * US)
#define SECOND (1000 * MS)
#define MINUTE (60 * SECOND)

/* The units that a ruler counts in, and from which step on. */
static const struct
{
  gint64 unit_ns;
  gint64 from_step_ns;
} units[] = {
  { 1, 1 },           { US, US / 100 }, { MS, MS / 100 }, { SECOND, SECOND / 100 },
  { MINUTE, MINUTE },
};

/* Every unit's steps are these, times a power of ten. */
static const gint64 mantissas[] = { 1, 2, 5 };

static guint
find_unit (gint64 step_ns)
{
  guint unit = 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (step_ns >= units[i].from_step_ns)
      unit = i;
  return unit;
}

/* How many decimals tell two ticks apart. */
static guint
count_decimals (gint64 step_ns, gint64 unit_ns)
{
  guint decimals = 0;

  while (step_ns % unit_ns != 0 && unit_ns >= 10)
    {
      unit_ns /= 10;
      decimals++;
    }
  return decimals;
}

/* Below a minute steps grow tenfold from a nanosecond, above from a minute. */
static gint64
get_next_power (gint64 power)
{
  return power == 10 * SECOND ? MINUTE : power * 10;
}

/* The smallest step of 1, 2 or 5 of its unit that is at least @min_step_ns. */
static gint64
choose_step (double min_step_ns)
{
  gint64 step_ns = 1;

  for (gint64 power = 1; power < G_MAXINT64 / 10; power = get_next_power (power))
    for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
      {
        step_ns = power * mantissas[i];
        if ((double) step_ns >= min_step_ns)
          return step_ns;
      }
  return step_ns;
}

JugRulerScale
jug_ruler_scale_choose (double min_step_ns)
{
  gint64 step_ns = choose_step (min_step_ns);
  guint unit = find_unit (step_ns);
  return (JugRulerScale){
    .step_ns = step_ns,
    .unit_ns = units[unit].unit_ns,
    .decimals = count_decimals (step_ns, units[unit].unit_ns),
  };
}

void
jug_ruler_scale_append (const JugRulerScale *self, gint64 time_ns, GString *out)
{
  double value = (double) time_ns / (double) self->unit_ns;
  int decimals = (int) self->decimals;

  if (self->unit_ns == 1)
    /* Translators: a time in nanoseconds */
    g_string_append_printf (out, _ ("%.*f ns"), decimals, value);
  else if (self->unit_ns == US)
    /* Translators: a time in microseconds */
    g_string_append_printf (out, _ ("%.*f µs"), decimals, value);
  else if (self->unit_ns == MS)
    /* Translators: a time in milliseconds */
    g_string_append_printf (out, _ ("%.*f ms"), decimals, value);
  else if (self->unit_ns == SECOND)
    /* Translators: a time in seconds */
    g_string_append_printf (out, _ ("%.*f s"), decimals, value);
  else
    /* Translators: a time in minutes */
    g_string_append_printf (out, _ ("%.*f min"), decimals, value);
}

/* A time for people: seconds, with as many decimals as it takes, three at least. */
void
jug_time_append (GString *out, gint64 time_ns)
{
  guint decimals = time_ns % MS == 0 ? 3 : time_ns % US == 0 ? 6 : 9;

  /* Translators: a time in seconds */
  g_string_append_printf (out, _ ("%.*f s"), (int) decimals,
                          (double) time_ns / (double) SECOND);
}

/* The same as short as it can be: the unit that suits it, and no more decimals than
 * needed. */
void
jug_time_append_short (GString *out, gint64 time_ns)
{
  gint64 size_ns = ABS (time_ns);
  JugRulerScale scale = { .unit_ns = SECOND, .decimals = 3 };

  if (size_ns > 0 && size_ns < MS)
    scale.unit_ns = US;
  else if (size_ns > 0 && size_ns < 100 * MS)
    scale.unit_ns = MS;
  while (scale.decimals > 1 &&
         time_ns % (scale.unit_ns / (scale.decimals == 3 ? 100 : 10)) == 0)
    scale.decimals--;
  if (scale.unit_ns != SECOND)
    scale.decimals = time_ns % scale.unit_ns == 0 ? 0 : 1;
  jug_ruler_scale_append (&scale, time_ns, out);
}
