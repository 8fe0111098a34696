/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line and column arithmetic over one UTF-8 text: byte offset to line, and back.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuLineIndex:
 *
 * The byte offsets at which the lines of a text begin. Lines are 0-based and end after
 * "\n", "\r\n" or a lone "\r", as cmark counts them. Holds no copy of the text, which
 * has to outlive it. Immutable once built; may be read from several threads.
 */
typedef struct _FeuLineIndex FeuLineIndex;

/** @text: nul-terminated, without a nul inside; an index of its first @length_bytes. */
FeuLineIndex *feu_line_index_new (const char *text, gsize length_bytes);
void          feu_line_index_free (FeuLineIndex *self);

/** Number of lines; at least 1, also for the empty text. */
guint feu_line_index_get_n_lines (const FeuLineIndex *self);

/** Offset in bytes of the first byte of @line; the text's length when past the end. */
gsize feu_line_index_get_start (const FeuLineIndex *self, guint line);

/**
 * feu_line_index_locate:
 * @offset_bytes: an offset in the text, clamped to its length
 * @out_line: (out): 0-based line
 * @out_column: (out): 0-based column, in characters
 */
void feu_line_index_locate (const FeuLineIndex *self,
                            gsize               offset_bytes,
                            guint              *out_line,
                            guint              *out_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuLineIndex, feu_line_index_free)

G_END_DECLS
