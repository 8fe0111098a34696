/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes two states of a post different, and what a site made of one that it was
 * sent, in words. Sites take most things without a word and leave out what the account
 * may not do.
 */
#pragma once

#include "feu-post.h"

G_BEGIN_DECLS

/**
 * feu_post_diff_find:
 * @before: an earlier state
 * @after: a later one
 *
 * Spelling that makes no difference is not looked at (feu-post-normal.h), nor seconds
 * of dates, nor that a scheduled post was published meanwhile. A date or format that
 * one of them does not have is no difference.
 *
 * Returns: the fields in which they differ
 */
FeuPostFields feu_post_diff_find (const FeuPost *before, const FeuPost *after);

/**
 * feu_post_diff_describe:
 * @sent: what was sent
 * @fields: what of it
 * @got: what the site says that the post is now
 * @rights: what the account may do with it
 * @terms: (nullable) (element-type FeuTerm): to call terms by their names
 *
 * Sentences for the writer, the most important first: what the site left out, changed
 * or added. Says nothing of a slug that was left to the site.
 *
 * Returns: (transfer full) (element-type utf8): empty when the post is as it was sent
 */
GPtrArray *feu_post_diff_describe (const FeuPost   *sent,
                                   FeuPostFields    fields,
                                   const FeuPost   *got,
                                   FeuRights        rights,
                                   const GPtrArray *terms);

G_END_DECLS
