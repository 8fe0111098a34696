/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet stats [--json] FILE…`: how long articles are.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @argv: from the command's name on. Returns: a FeuCliStatus */
int feu_cli_stats (int argc, char **argv);

G_END_DECLS
