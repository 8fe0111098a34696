/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Footnotes as WordPress keeps them: marks in the content, texts in JSON beside it.
 */
#pragma once

#include "feu-post-inline.h"
#include "feu-post-source.h"

G_BEGIN_DECLS

/**
 * feu_post_notes_label:
 * @footnotes: the JSON; anything else counts as none
 *
 * Numbers the notes that have a text, in the order in which @content first refers to
 * them.
 *
 * Returns: (transfer full) (nullable): labels by id (utf8 to utf8); NULL for no notes
 */
GHashTable *feu_post_notes_label (const char *content, const char *footnotes);

/** Adds the notes that @context has labels for to @source, and @footnotes as it is. */
void feu_post_notes_read (FeuPostSource        *source,
                          const char           *footnotes,
                          const FeuPostContext *context);

G_END_DECLS
