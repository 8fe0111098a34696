/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet publish [OPTION…] FILE…`: sends articles to a site.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int feu_cli_publish (int argc, char **argv);

G_END_DECLS
