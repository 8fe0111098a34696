/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: an article that came from a site is sent with the bytes that the site
 * had for all that its writer left as it was.
 */
#pragma once

#include "feu-markup.h"
#include "feu-post-source.h"

G_BEGIN_DECLS

/** A FeuNoteIdLookup; @user_data: the FeuPostSource. For the markup of an article that
 * is to be restored. */
const char *feu_post_restore_get_note_id (const char *label, gpointer user_data);

/**
 * feu_post_restore:
 * @source: of the post that @article was
 * @markup: what @article is to be sent as, without @source; classic HTML for a source
 * that is classic
 * @out_footnotes: (out) (transfer full): what goes beside the content, as
 * FeuMarkup.footnotes
 *
 * Pieces whose Markdown is in @article unchanged, wherever it stands now, keep their
 * bytes, and so does what is between two of them. A piece that refers to notes does so
 * only while they keep their numbers. Blocks that stand in the article as they are,
 * with their comments, are sent as they are written there. A changed paragraph,
 * heading, list, quote or table keeps what Markdown does not say of it. For an
 * unchanged article the result is the content and the footnotes that @source was read
 * from.
 *
 * Returns: (transfer full): the content
 */
char *feu_post_restore (const FeuPostSource *source,
                        const FeuArticle    *article,
                        const FeuMarkup     *markup,
                        char               **out_footnotes);

G_END_DECLS
