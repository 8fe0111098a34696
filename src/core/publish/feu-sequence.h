/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two sequences of numbers have in common, in order.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_sequence_match:
 * @a: (array length=n_a)
 * @b: (array length=n_b)
 * @out_b_of_a: (array length=n_a): filled with the index in @b of each element of @a
 * that is in a longest common subsequence, -1 for others; ascending
 *
 * O(n_a · n_b) in time and memory of what is between the common beginning and end;
 * where that is more than 2,000 times 2,000, nothing of it is matched.
 */
void feu_sequence_match (const guint *a,
                         gsize        n_a,
                         const guint *b,
                         gsize        n_b,
                         int         *out_b_of_a);

G_END_DECLS
