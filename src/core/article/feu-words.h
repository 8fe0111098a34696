/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts words and characters in plain text, as a newsroom counts them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuTextCount:
 * @words: runs of letters, digits and marks, joined by apostrophes, hyphens and inner
 *     points ("l'homme", "peut-être", "e.g" are one each), between digits also by
 * commas and no-break spaces ("3,5", "1 500"); dashes, slashes and punctuation between
 *     spaces ("« », !, &") are no word; each Han ideograph and each kana counts one,
 *     since such text has no spaces; Hangul goes by spaces
 * @characters: user-perceived characters with spaces: combining marks, joiners and
 *     variation selectors count with the character before them; line ends count none
 * @characters_no_spaces: the same without any space (no-break ones included)
 */
typedef struct
{
  guint words;
  guint characters;
  guint characters_no_spaces;
} FeuTextCount;

/** Adds what is in @text (valid UTF-8) to @count. A word never spans two calls. */
void feu_text_count_add (FeuTextCount *count, const char *text, gsize length_bytes);

G_END_DECLS
