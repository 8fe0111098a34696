/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The length of an article's body, in the units that writers are paid and read by.
 */
#pragma once

#include "feu-words.h"

G_BEGIN_DECLS

/* A feuillet is 1,500 signs: 25 lines of 60 typed characters, the French newsroom's
 * page. */
#define FEU_SIGNS_PER_FEUILLET 1500

/**
 * FeuStatistics:
 * @count: words and characters of the body: text, lists, tables, code and footnotes; no
 *     markup, no front matter, no alt texts, no captions
 * @paragraphs: paragraphs with text
 * @headings: headings below the title
 * @images: images of the body
 *
 * "Signs" are @count.characters: spaces included.
 */
typedef struct
{
  FeuTextCount count;
  guint        paragraphs;
  guint        headings;
  guint        images;
} FeuStatistics;

/** Length in feuillets, e.g. 3.2. */
double feu_statistics_get_feuillets (const FeuStatistics *self);

/** Minutes to read it aloud in the head at 230 words a minute, rounded, at least 1 for
 * any text at all; 0 for none. */
guint feu_statistics_get_reading_minutes (const FeuStatistics *self);

G_END_DECLS
