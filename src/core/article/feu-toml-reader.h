/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From TOML to a tree of values: what front matter uses of it, to be read only.
 */
#pragma once

#include "feu-meta-node.h"

G_BEGIN_DECLS

/**
 * feu_toml_read:
 * @text: a whole article
 * @start_bytes: where its TOML begins
 * @end_bytes: the byte after it
 * @out_error_bytes: (out): with an error, where in @text it was found
 *
 * Strings of all four kinds, booleans, numbers and dates (as text), arrays, inline
 * tables, dotted keys, [tables] and [[arrays of tables]]. More lenient than TOML: a key
 * given twice has its last value.
 *
 * Returns: (transfer full): the mapping at the top; NULL with FEU_FRONT_MATTER_ERROR
 */
FeuMetaNode *feu_toml_read (const char *text,
                            gsize       start_bytes,
                            gsize       end_bytes,
                            gsize      *out_error_bytes,
                            GError    **error);

G_END_DECLS
