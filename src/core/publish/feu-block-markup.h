/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as blocks of WordPress's editor (6.1 and later): HTML between comments
 * that say what it is.
 *
 * The editor writes each block again from what it read and finds fault with anything
 * else than its own spelling; so this one is exact. Nothing in an article, raw HTML
 * included, can begin or end a block: comments are left out, and what looks like such a
 * comment elsewhere is written otherwise. What the text says is text on the site too:
 * brackets are no shortcodes.
 *
 * Markdown has no words for some of what WordPress has; these are read as:
 *
 *  - several images and nothing else in a paragraph: a gallery;
 *  - an address alone in its paragraph, of a service that can be embedded: an embed;
 *  - a comment `<!--more-->` or `<!--nextpage-->`: that;
 *  - a paragraph after a table that begins with ": " or "Table: ": its caption;
 *  - the last paragraph of a quote, or its last line after a line break, that begins
 * with a dash and a space, when no other does: who is quoted.
 */
#pragma once

#include "feu-markup.h"

G_BEGIN_DECLS

FeuMarkup *feu_block_markup_new (const FeuArticle       *article,
                                 const FeuMarkupOptions *options);

G_END_DECLS
