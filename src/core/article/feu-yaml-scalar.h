/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a text is written in YAML so that every reader of YAML, 1.1 or 1.2, gives that
 * very text back: plain where it can be, in quotes, or as a literal block.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Whether @value may stand without quotes, whatever it is then taken for. */
gboolean feu_yaml_can_be_plain (const char *value, gboolean in_flow);

/** Whether @value, without quotes, is a string to every reader: not null, a boolean, a
 * number, a date, nor Ruby's symbol. */
gboolean feu_yaml_is_string (const char *value);

/** Whether @value has several lines and can be a literal block without escapes. */
gboolean feu_yaml_can_be_literal (const char *value);

/** (transfer full): in double quotes. Every text can be. */
char *feu_yaml_dup_double_quoted (const char *value);

/** (transfer full) (nullable): in single quotes; NULL if it needs escapes. */
char *feu_yaml_dup_single_quoted (const char *value);

/** (transfer full): plain where it can be and is a string, else in double quotes. */
char *feu_yaml_dup_inline (const char *value, gboolean in_flow);

/** The lines of @value, each on a new line after @indent spaces; no last newline. */
void feu_yaml_append_lines (GString    *out,
                            const char *value,
                            gsize       indent,
                            const char *newline);

G_END_DECLS
