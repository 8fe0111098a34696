/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Markdown would take for markup: characters of a text, of an address, and where
 * emphasis may begin and end.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_markdown_append_escaped:
 * @out: the Markdown so far; what it ends with decides what the text could mean
 * @text: no line breaks in it
 * @begins_block: whether a block may begin where @out ends, if its last line is empty
 * @next: the byte that will follow the text; '\0' for the end, ' ' for white space
 *
 * Appends @text with as few backslashes as it can be read back with.
 */
void feu_markdown_append_escaped (GString    *out,
                                  const char *text,
                                  gboolean    begins_block,
                                  char        next);

/** @url as a link's address: as it is, but for what would end it. */
char *feu_markdown_dup_address (const char *url);

/** White space, or no character at all (0). */
gboolean feu_markdown_is_gap (gunichar c);

/** Punctuation in CommonMark's sense: ASCII's marks, and Unicode's without symbols. */
gboolean feu_markdown_is_punctuation (gunichar c);

/** Whether asterisks between @outer and @inner are read as the edge of an emphasis;
 * 0 for no character. */
gboolean feu_markdown_is_edge (gunichar outer, gunichar inner);

G_END_DECLS
