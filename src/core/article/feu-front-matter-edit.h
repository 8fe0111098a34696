/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to front matter as text edits: only the lines of the key concerned change;
 * order, comments, quoting style, unknown keys, line endings and every other byte stay.
 */
#pragma once

#include "feu-front-matter.h"

G_BEGIN_DECLS

/*
 * Every change is made on a copy first and read again: if that does not give exactly
 * what was wanted, or if anything else would read differently (odd YAML can do that),
 * nothing is appended and the error is FEU_FRONT_MATTER_ERROR_READ_ONLY.
 *
 * Edits of two calls for one text may be applied together if they are for different
 * keys that are there; after a key, or the front matter, was created, parse again.
 */

/**
 * feu_front_matter_edit_string:
 * @self: the parsed front matter of @text
 * @text: the whole article
 * @path: (array zero-terminated=1): steps from the top, see feu_meta_node_step(), e.g.
 * { "cover", "image", NULL } or { "resources", "[src=images/a.jpg]", "title", NULL }
 * @value: (nullable): the new value, plain text; NULL removes the key (and a parent
 * that this leaves empty, or with nothing but what "[src=…]" names)
 * @edits: (element-type FeuTextEdit): gets the edits appended, on success only
 *
 * Missing keys, parents and the front matter itself are created (block style, at the
 * end of their mapping). The quoting found is kept where it can hold the value;
 * otherwise, and for new values, plain where YAML reads the very same string back, else
 * double quotes. Several lines become a literal block ("|-") outside double quotes and
 * brackets. Of a repeated key the last is changed, as it is the one that counts; all
 * are removed. Nothing is appended if nothing changes.
 *
 * Returns: FALSE with FEU_FRONT_MATTER_ERROR_READ_ONLY for TOML, invalid front matter,
 * a value that stands behind an alias, a text where a list or keys are, or a path
 * through a text
 */
gboolean feu_front_matter_edit_string (const FeuFrontMatter *self,
                                       const char           *text,
                                       gsize                 length_bytes,
                                       const char *const    *path,
                                       const char           *value,
                                       GPtrArray            *edits,
                                       GError              **error);

/** As feu_front_matter_edit_string(), for what is to be read as what it looks like, a
 * date or a number: no quotes are added unless the syntax needs them. */
gboolean feu_front_matter_edit_bare (const FeuFrontMatter *self,
                                     const char           *text,
                                     gsize                 length_bytes,
                                     const char *const    *path,
                                     const char           *value,
                                     GPtrArray            *edits,
                                     GError              **error);

/** As feu_front_matter_edit_string(), for a bare true or false; where there is "yes",
 * "Off" or "closed", its opposite is written in the same way. */
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
 * @separator: (nullable): how a single string that is there may hold the items: "" if
 * it may hold just one, " " or ", " if it may hold several; NULL if it has to become
 * a list
 *
 * As feu_front_matter_edit_string(), for a list of strings. Items that stay keep their
 * bytes, comments included; a flow list ([a, b]) stays flow on its line, a block list
 * gets or loses whole lines. Items with a `name` count as that and stay whole; among
 * them new ones get a `name` too. Items that have no name are left alone. New lists are
 * written as flow.
 */
gboolean feu_front_matter_edit_list (const FeuFrontMatter *self,
                                     const char           *text,
                                     gsize                 length_bytes,
                                     const char *const    *path,
                                     const char *const    *values,
                                     const char           *separator,
                                     GPtrArray            *edits,
                                     GError              **error);

G_END_DECLS
