/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From YAML to a tree of values with their places. The only user of libyaml.
 */
#pragma once

#include "feu-meta-node.h"

G_BEGIN_DECLS

/**
 * feu_yaml_read:
 * @text: a whole article
 * @start_bytes: where its YAML begins
 * @end_bytes: the byte after it
 * @out_error_bytes: (out): with an error, where in @text it was found
 *
 * Returns: (transfer full): the mapping at the top; NULL with FEU_FRONT_MATTER_ERROR
 */
FeuMetaNode *feu_yaml_read (const char *text,
                            gsize       start_bytes,
                            gsize       end_bytes,
                            gsize      *out_error_bytes,
                            GError    **error);

G_END_DECLS
