/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the pieces of a post in what its writer made of them.
 */
#pragma once

#include "feu-post-source.h"

G_BEGIN_DECLS

/**
 * FeuPostMatch:
 * @unit: the first unit
 * @n_units: how many units it is, 1 or more
 * @piece: index of the piece with the same text; -1 for a text that is new or changed
 * @place: index of the piece in whose place it stands: that of @piece, or of the one
 * that it replaces; -1 for what was put in or moved
 */
typedef struct
{
  guint unit;
  guint n_units;
  int   piece;
  int   place;
} FeuPostMatch;

/**
 * feu_post_match:
 * @units: (element-type FeuPostUnit)
 *
 * Returns: (transfer full) (element-type FeuPostMatch): all @units, in order; places,
 * where there are, ascend, and no piece is there twice
 */
GArray *feu_post_match (const FeuPostSource *source, const GPtrArray *units);

G_END_DECLS
