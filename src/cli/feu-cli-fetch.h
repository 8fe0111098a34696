/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet fetch [OPTION…] [POST]`: brings posts of a site in as articles.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int feu_cli_fetch (int argc, char **argv);

G_END_DECLS
