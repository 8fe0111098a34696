/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Common prefix and suffix of two lists of blocks.
 */
#include "config.h"

#include "feu-block-diff.h"

#include <string.h>

static gboolean
same_at (const GPtrArray *a, guint i, const GPtrArray *b, guint j)
{
  const FeuBlock *left = g_ptr_array_index (a, i);
  const FeuBlock *right = g_ptr_array_index (b, j);
  return left->html_length == right->html_length &&
         memcmp (left->html, right->html, left->html_length) == 0;
}

FeuBlockDiff
feu_block_diff (const GPtrArray *old_blocks, const GPtrArray *new_blocks)
{
  guint n_old = old_blocks != NULL ? old_blocks->len : 0;
  guint n_new = new_blocks->len;
  guint n_shared = MIN (n_old, n_new);
  guint prefix = 0, suffix = 0;

  while (prefix < n_shared && same_at (old_blocks, prefix, new_blocks, prefix))
    prefix++;
  while (suffix < n_shared - prefix &&
         same_at (old_blocks, n_old - suffix - 1, new_blocks, n_new - suffix - 1))
    suffix++;
  return (FeuBlockDiff){ .first = prefix,
                         .n_removed = n_old - prefix - suffix,
                         .n_inserted = n_new - prefix - suffix };
}
