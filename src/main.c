/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses between the command line and the window.
 */
#include "config.h"

#include "feu-cli.h"

int
main (int argc, char **argv)
{
  return feu_cli_run (argc, argv);
}
