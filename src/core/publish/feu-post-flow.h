/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paragraphs, headings, lists, quotes, code, figures and tables of a post's HTML as
 * Markdown.
 */
#pragma once

#include "feu-post-inline.h"

G_BEGIN_DECLS

/**
 * feu_post_flow_dup:
 * @first: (nullable): the first of some siblings; text among them is paragraphs
 * @end: (nullable): the sibling behind the last of them
 *
 * Returns: (transfer full) (nullable): lines without a line end after the last; "" for
 * nothing; NULL when there is something among them that Markdown has no words for
 */
char *feu_post_flow_dup (xmlNode              *first,
                         const xmlNode        *end,
                         const FeuPostContext *context);

G_END_DECLS
