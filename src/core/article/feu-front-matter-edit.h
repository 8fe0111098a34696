/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to front matter as text edits: only the lines of the key concerned change;
 * order, comments, quoting style, unknown keys, line endings and every other byte stay.
 */
#pragma once

#include "feu-front-matter.h"

G_BEGIN_DECLS

/**
 * feu_front_matter_edit_string:
 * @self: the parsed front matter of @text
 * @text: the whole article
 * @path: (array zero-terminated=1): keys from the top, e.g. { "cover", "image", NULL };
 *     a step "[src=images/a.jpg]" picks, in a sequence, the mapping with that value
 * @value: (nullable): the new value, plain text; NULL removes the key (and a parent
 * that this leaves empty)
 * @edits: (element-type FeuTextEdit): gets the edits appended, on success only
 *
 * Missing keys, parents and the front matter itself are created (block style, at the
 * end of their mapping). The quoting found is kept where it can hold the value;
 * otherwise, and for new values, plain where YAML reads the very same string back, else
 * double quotes. Several lines become a literal block ("|-"). Nothing is appended if
 * nothing changes.
 *
 * Returns: FALSE with FEU_FRONT_MATTER_ERROR_READ_ONLY for TOML, invalid front matter,
 * or a value that stands behind an alias
 */
gboolean feu_front_matter_edit_string (const FeuFrontMatter *self,
                                       const char           *text,
                                       gsize                 length_bytes,
                                       const char *const    *path,
                                       const char           *value,
                                       GPtrArray            *edits,
                                       GError              **error);

/** As feu_front_matter_edit_string(), for a bare true or false. */
gboolean feu_front_matter_edit_boolean (const FeuFrontMatter *self,
                                        const char           *text,
                                        gsize                 length_bytes,
                                        const char *const    *path,
                                        gboolean              value,
                                        GPtrArray            *edits,
                                        GError              **error);

/**
 * feu_front_matter_edit_list:
 * @values: (array zero-terminated=1): the wanted items; an empty array removes the key
 *
 * As feu_front_matter_edit_string(), for a list of strings. Items that stay keep their
 * bytes, comments included; a flow list ([a, b]) stays flow on its line, a block list
 * gets or loses whole lines. A single string where a list is wanted stays one while it
 * can, space-separated if @space_separated (Jekyll's tags). New lists are written as
 * flow.
 */
gboolean feu_front_matter_edit_list (const FeuFrontMatter *self,
                                     const char           *text,
                                     gsize                 length_bytes,
                                     const char *const    *path,
                                     const char *const    *values,
                                     gboolean              space_separated,
                                     GPtrArray            *edits,
                                     GError              **error);

G_END_DECLS
