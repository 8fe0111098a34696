/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article's text while it is edited: a GtkSourceBuffer that is a FeuTextSource.
 */
#pragma once

#include <gtksourceview/gtksource.h>

#include "feu-text-source.h"

G_BEGIN_DECLS

#define FEU_TYPE_BUFFER (feu_buffer_get_type ())
G_DECLARE_FINAL_TYPE (FeuBuffer, feu_buffer, FEU, BUFFER, GtkSourceBuffer)

/**
 * FeuBuffer:
 *
 * Highlights Markdown with front matter. Each keystroke raises the revision and copies
 * nothing. Edits through FeuTextSource are one undo step each and leave the selection
 * on the text it was on.
 */
FeuBuffer *feu_buffer_new (void);

/** The offset in bytes of @iter in the text. */
gsize feu_buffer_get_offset_bytes (FeuBuffer *self, const GtkTextIter *iter);

/** Sets @iter to @offset_bytes, the beginning of a character; clamped to the end. */
void feu_buffer_get_iter_at_bytes (FeuBuffer   *self,
                                   gsize        offset_bytes,
                                   GtkTextIter *iter);

/** Inserts @text at the caret in place of the selection, as one undo step. */
void feu_buffer_insert_at_caret (FeuBuffer *self, const char *text);

G_END_DECLS
