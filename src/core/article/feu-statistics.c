/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths derived from the counts.
 */
#include "config.h"

#include "feu-statistics.h"

#define WORDS_PER_MINUTE 230

double
feu_statistics_get_feuillets (const FeuStatistics *self)
{
  return (double) self->count.characters / FEU_SIGNS_PER_FEUILLET;
}

guint
feu_statistics_get_reading_minutes (const FeuStatistics *self)
{
  if (self->count.characters_no_spaces == 0)
    return 0;
  return MAX (1, (self->count.words + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE);
}
