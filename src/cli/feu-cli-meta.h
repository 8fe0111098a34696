/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet meta FILE [--json] [--get KEY]… [--set KEY=VALUE]… [--add KEY=VALUE]…
 * [--remove KEY=VALUE]…`
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @argv: from the command's name on. Returns: a FeuCliStatus */
int feu_cli_meta (int argc, char **argv);

G_END_DECLS
