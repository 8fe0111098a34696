/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a WordPress post's content to the body of an article.
 */
#pragma once

#include "feu-post-inline.h"
#include "feu-post-source.h"

G_BEGIN_DECLS

/**
 * feu_post_read:
 * @content: as the site stores it: blocks, HTML of the time before blocks, or both
 * @footnotes: what it keeps beside that for core/footnotes, a list in JSON; "" for none
 * @namer: (nullable): gives images their name in the article; called for each image
 * that the Markdown will show, in order, and perhaps twice for some
 *
 * Blocks that Markdown has words for become those: paragraphs, headings, lists, quotes,
 * code, images, galleries, tables, separators, embeds, "read more", plain HTML, notes.
 * All others stay as they are, their comments included. Blocks that show nothing (empty
 * paragraphs) are not in the text. What the Markdown does not say (colours, alignment,
 * classes) is kept in the result, together with everything else.
 *
 * Returns: (transfer full): pieces that together are @content
 */
FeuPostSource *feu_post_read (const char       *content,
                              const char       *footnotes,
                              FeuPostImageNamer namer,
                              gpointer          namer_data);

G_END_DECLS
