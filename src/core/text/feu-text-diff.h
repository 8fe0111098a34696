/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two texts, word by word, to be read by a writer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FEU_TEXT_DIFF_SAME,
  FEU_TEXT_DIFF_REMOVED,
  FEU_TEXT_DIFF_ADDED,
} FeuTextDiffKind;

/**
 * FeuTextDiffPart:
 * @start: (not nul-terminated): in the old text, or for what was added in the new one
 *
 * A stretch of text with one fate.
 */
typedef struct
{
  FeuTextDiffKind kind;
  const char     *start;
  gsize           length_bytes;
} FeuTextDiffPart;

/**
 * feu_text_diff:
 * @old_text: UTF-8; has to outlive the result, as does @new_text
 *
 * The parts in reading order: same and removed ones make up the old text, same and
 * added ones the new. The shortest such list where the texts are alike; where they have
 * little in common it is compared by lines, and at last the whole middle is exchanged,
 * so that time stays bounded for any texts.
 *
 * Returns: (transfer full) (element-type FeuTextDiffPart)
 */
GArray *feu_text_diff (const char *old_text, const char *new_text);

G_END_DECLS
