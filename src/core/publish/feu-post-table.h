/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of a post as Markdown.
 */
#pragma once

#include "feu-post-inline.h"

G_BEGIN_DECLS

/**
 * feu_post_table_dup:
 * @node: a table element
 *
 * A table without a row of headings gets an empty one, for Markdown has no other.
 *
 * Returns: (transfer full) (nullable): NULL for what Markdown cannot say: cells over
 * several rows or columns, a foot, paragraphs in cells
 */
char *feu_post_table_dup (const xmlNode *node, const FeuPostContext *context);

G_END_DECLS
