/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings of TOML: basic and literal, on one line and on several.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_toml_string_read:
 * @at: (inout): its opening quote; in the result, what follows the closing one
 * @end: the end of the text
 * @out_message: (out): (transfer none): what is wrong, translated
 *
 * Returns: (transfer full) (nullable): the string; NULL if it is not closed or has an
 * unknown escape
 */
char *feu_toml_string_read (const char **at, const char *end, const char **out_message);

G_END_DECLS
