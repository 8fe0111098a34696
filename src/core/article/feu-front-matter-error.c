/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain has a file of its own because readers and what calls them share it.
 */
#include "config.h"

#include "feu-front-matter-error.h"

GQuark
feu_front_matter_error_quark (void)
{
  return g_quark_from_static_string ("feu-front-matter-error-quark");
}
