/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in an article a new figure goes, and how it is written there.
 */
#pragma once

#include "feu-article.h"
#include "feu-text-edit.h"

G_BEGIN_DECLS

/**
 * feu_image_insertion_new:
 * @caret_bytes: where the writer is; an offset in the text of @article
 * @src: the new image's address, not percent-encoded
 * @alt: (nullable): its description
 *
 * A figure needs a paragraph of its own: it goes after the block with the caret, or to
 * the caret's line where that is blank, with one blank line on each side, in the line
 * ending of the text. Never into the front matter.
 *
 * Returns: (transfer full): the edit, which only inserts
 */
FeuTextEdit *feu_image_insertion_new (const FeuArticle *article,
                                      gsize             caret_bytes,
                                      const char       *src,
                                      const char       *alt);

G_END_DECLS
