/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet site …`: the sites that articles are published to.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int feu_cli_site (int argc, char **argv);

G_END_DECLS
