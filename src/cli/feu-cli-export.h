/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet export --to page|page-folder|fragment [-o OUT] FILE…`
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @argv: from the command's name on. Returns: a FeuCliStatus */
int feu_cli_export (int argc, char **argv);

G_END_DECLS
