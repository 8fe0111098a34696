/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parsing with cmark, the same for everything in this folder that reads its tree.
 */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/** What parsing and rendering must agree on. */
#define FEU_CMARK_OPTIONS CMARK_OPT_FOOTNOTES

/** Returns: the document; it lives until the thread's FeuCmarkArena ends. */
cmark_node *feu_cmark_parse (const char *body, gsize length_bytes);

/** The 1-based line that ends @node. cmark says of a list that it is the blank line
 * behind it, and of raw HTML with an end of its own that it is the one before. */
int feu_cmark_get_end_line (cmark_node *node);

G_END_DECLS
