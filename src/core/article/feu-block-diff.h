/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to change in a page that shows some blocks so that it shows others.
 */
#pragma once

#include "feu-block.h"

G_BEGIN_DECLS

/**
 * FeuBlockDiff:
 *
 * Replace the @n_removed blocks from index @first on by the @n_inserted new blocks that
 * begin at the same index.
 */
typedef struct
{
  guint first;
  guint n_removed;
  guint n_inserted;
} FeuBlockDiff;

/**
 * feu_block_diff:
 * @old_blocks: (element-type FeuBlock) (nullable): what the page shows; NULL for
 * nothing
 * @new_blocks: (element-type FeuBlock): what it should show
 *
 * Finds the one range to replace: common prefix and suffix are kept. Compares rendered
 * HTML, not source, so that a link reference changed far away is seen. O(n).
 *
 * Returns: the patch; n_removed and n_inserted are 0 when nothing changed
 */
FeuBlockDiff feu_block_diff (const GPtrArray *old_blocks, const GPtrArray *new_blocks);

G_END_DECLS
