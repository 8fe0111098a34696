/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Posts field by field: in which they differ, and taking some from another.
 */
#pragma once

#include "feu-post.h"

G_BEGIN_DECLS

/** In which of @among the two differ. Footnotes belong to the content. */
FeuPostFields feu_post_get_differences (const FeuPost *a,
                                        const FeuPost *b,
                                        FeuPostFields  among);

/** Copies @fields of @from to @to, which nobody else may see yet. */
void feu_post_take_fields (FeuPost *to, const FeuPost *from, FeuPostFields fields);

/** (transfer full): a post of its own with all that @self has. */
FeuPost *feu_post_copy (const FeuPost *self);

/** (transfer full): the same for posts that differ in no field. */
char *feu_post_dup_fingerprint (const FeuPost *self);

#define FEU_POST_ALL_FIELDS ((FeuPostFields) ((FEU_POST_FIELD_FORMAT << 1) - 1))

G_END_DECLS
