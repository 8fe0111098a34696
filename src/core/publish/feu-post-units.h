/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article's body as the row of units that are sent one by one: what a writer of
 * markup made of each top-level part, and blocks that stand in the text as they are.
 */
#pragma once

#include "feu-markup.h"

G_BEGIN_DECLS

/**
 * FeuPostUnit:
 * @text: its lines, with "\n" between them
 * @markup: what to send
 * @start_line: 0-based, in the whole text
 * @end_line: the last line
 */
typedef struct
{
  char *text;   /* owned */
  char *markup; /* owned */
  guint start_line;
  guint end_line;
} FeuPostUnit;

/**
 * feu_post_units_new:
 * @markup: made of @article
 *
 * A block that begins at the beginning of a line, and of a part of the article, with a
 * comment of WordPress's and is closed by the end of a line is a unit to be sent as it
 * is written. Notes are no unit.
 *
 * Returns: (transfer full) (element-type FeuPostUnit)
 */
GPtrArray *feu_post_units_new (const FeuArticle *article, const FeuMarkup *markup);

/** (transfer full): the lines from @start_line to @end_line of @article, with "\n"
 * between them. */
char *feu_post_units_dup_lines (const FeuArticle *article,
                                guint             start_line,
                                guint             end_line);

/** (nullable): the piece that holds the notes. */
const FeuMarkupPiece *feu_post_units_get_notes (const FeuArticle *article,
                                                const FeuMarkup  *markup);

G_END_DECLS
