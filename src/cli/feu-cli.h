/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: `feuillet COMMAND …` without any display. Chooses the subcommand;
 * each is one file with one function of the form `int feu_cli_NAME (int argc, char
 * **argv)`.
 */
#pragma once

#include "feu-cli-status.h"

G_BEGIN_DECLS

/** Whether @argv names a command ("export" …) rather than files to open in a window. */
gboolean feu_cli_wants (int argc, char **argv);

/** Runs the command named in @argv[1]. Returns: the process's exit status */
int feu_cli_run (int argc, char **argv);

G_END_DECLS
