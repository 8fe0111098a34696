/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of a post as a person reads them, for comparing two versions.
 */
#pragma once

#include "feu-site-profile.h"

G_BEGIN_DECLS

/** "Draft", "Published" …, translated. */
const char *feu_post_text_get_status (FeuPostStatus status);

/** (transfer full): @markup without comments and tags, for reading. */
char *feu_post_text_dup_plain (const char *markup);

/** Whether @field, one of the flags, is the same in both. */
gboolean feu_post_text_is_same (FeuPostFields  field,
                                const FeuPost *a,
                                const FeuPost *b);

/**
 * feu_post_text_compare:
 * @profile: (nullable): names terms and authors
 * @out_a: (out) (transfer full): @field of @a; of a long text the part that differs,
 * without markup
 * @out_b: (out) (transfer full): likewise
 */
void feu_post_text_compare (FeuPostFields         field,
                            const FeuPost        *a,
                            const FeuPost        *b,
                            const FeuSiteProfile *profile,
                            char                **out_a,
                            char                **out_b);

G_END_DECLS
