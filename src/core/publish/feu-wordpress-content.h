/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as the content of a WordPress post.
 */
#pragma once

#include "feu-article.h"
#include "feu-publish-request.h"

G_BEGIN_DECLS

/** @source: (nullable): a FeuPostSource as JSON. What a post was before, blocks or
 * classic, it stays. */
FeuContent *feu_wordpress_content_new (const FeuArticle *article,
                                       gboolean          is_classic,
                                       FeuRights         rights,
                                       gboolean          has_footnotes,
                                       const char       *source,
                                       FeuImageLookup    lookup,
                                       gpointer          lookup_data);

G_END_DECLS
