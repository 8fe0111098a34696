/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the text of one paragraph, heading or cell as Markdown that a person would
 * have typed: characters are escaped only where they would be read as markup, white
 * space is moved out of emphasis, and where asterisks would not be read as emphasis
 * (within a word, next to punctuation) there is an HTML tag instead.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuInlinePlace:
 * @FEU_INLINE_PARAGRAPH: lines may break; the text may begin a block
 * @FEU_INLINE_LINES: the same, and readers see the breaks between lines
 * @FEU_INLINE_LINE: one line, as in a heading
 * @FEU_INLINE_CELL: one line of a table's cell
 */
typedef enum
{
  FEU_INLINE_PARAGRAPH,
  FEU_INLINE_LINES,
  FEU_INLINE_LINE,
  FEU_INLINE_CELL,
} FeuInlinePlace;

typedef enum
{
  FEU_INLINE_STRONG,
  FEU_INLINE_EMPHASIS,
  FEU_INLINE_STRIKE,
  FEU_INLINE_LINK,
} FeuInlineKind;

typedef struct _FeuInlineMarkdown FeuInlineMarkdown;

FeuInlineMarkdown *feu_inline_markdown_new (FeuInlinePlace place);
void               feu_inline_markdown_free (FeuInlineMarkdown *self);

/** Runs of white space count as one space or, with a line break among them, as one line
 * break. */
void feu_inline_markdown_add_text (FeuInlineMarkdown *self, const char *text);

/** A line break that readers see. */
void feu_inline_markdown_add_break (FeuInlineMarkdown *self);

void feu_inline_markdown_add_code (FeuInlineMarkdown *self, const char *text);

/** @markup: finished Markdown or an HTML tag, on one line, that is more than white
 * space. */
void feu_inline_markdown_add_markup (FeuInlineMarkdown *self, const char *markup);

/** What is added until the matching feu_inline_markdown_close() is @kind; nothing is
 * written if that is nothing. */
void feu_inline_markdown_open (FeuInlineMarkdown *self, FeuInlineKind kind);

/** @address, @title: (nullable): of a link; NULL for others. */
void feu_inline_markdown_close (FeuInlineMarkdown *self,
                                const char        *address,
                                const char        *title);

/** Frees @self. Returns: (transfer full): without white space at its ends */
char *feu_inline_markdown_finish (FeuInlineMarkdown *self);

G_END_DECLS
