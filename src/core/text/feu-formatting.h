/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Markdown formatting as edits: bold, italic, link, heading, each undone by itself.
 */
#pragma once

#include "feu-text-edit.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_EMPHASIS_ITALIC, /* *…* */
  FEU_EMPHASIS_BOLD,   /* **…** */
} FeuEmphasis;

/**
 * FeuSelection:
 * @start_bytes: where the selection begins; the caret when it is empty
 * @end_bytes: where it ends
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
} FeuSelection;

/**
 * feu_formatting_toggle_emphasis:
 * @text: the whole text, UTF-8
 * @selection: (inout): what is selected; in the result, what is to be selected once the
 *     edits are made
 *
 * Emphasizes the selection, the word around the caret (which stays where it is in it),
 * or, where there is neither, puts a pair of marks around the caret. Takes the marks
 * away again where all of it has them, so that doing it twice gives the same text. In a
 * selection of several lines, each line gets its own, since emphasis ends with its
 * paragraph; what makes a line an item, a heading or a quote stays outside.
 *
 * Returns: (transfer full) (element-type FeuTextEdit)
 */
GPtrArray *feu_formatting_toggle_emphasis (const char   *text,
                                           gsize         length_bytes,
                                           FeuEmphasis   emphasis,
                                           FeuSelection *selection);

/**
 * feu_formatting_set_heading:
 * @level: 1 to 6; 0 for plain text
 *
 * Makes the selected lines headings of @level, or plain again if they all are already.
 * Blank lines between them stay as they are.
 */
GPtrArray *feu_formatting_set_heading (const char   *text,
                                       gsize         length_bytes,
                                       guint         level,
                                       FeuSelection *selection);

/**
 * feu_formatting_insert_link:
 *
 * Makes a link of the selection or the word around the caret, and leaves the caret
 * where the address goes; for a selected address, where its text goes.
 */
GPtrArray *feu_formatting_insert_link (const char   *text,
                                       gsize         length_bytes,
                                       FeuSelection *selection);

G_END_DECLS
