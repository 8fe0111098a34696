/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes raw HTML from an article inert: keeps an allow-list of elements and attributes,
 * closes what is open, drops scripts, handlers, styles and dangerous addresses.
 */
#pragma once

#include "feu-html-url.h"

G_BEGIN_DECLS

/**
 * feu_html_sanitize:
 * @html: an HTML fragment, UTF-8, of any provenance
 * @length_bytes: its length
 *
 * Parses with libxml2 (network and entities off) and writes the tree again. Elements
 * that an article may hold stay (text level, lists, tables, figure, details, …), with
 * id, class, lang, dir, title, and the attributes of their own kind; others are
 * replaced by their children, and those that are no text (script, style, head,
 * template, …) vanish with theirs. Embeds (iframe, video, audio, object, embed) become
 * a paragraph with a link to what they show, class "embed". Links keep http, https,
 * mailto, tel and relative addresses. What our own Markdown writes stays: alignment of
 * table cells, roles of footnotes, labelled checkboxes, which are always disabled.
 * Images, whatever their address, are written in one form:
 *
 *     <img src="…" alt="…"[ title="…"][ width="…"][ height="…"] />
 *
 * with alt always there, so that a caller can find and replace them by position.
 * Bounded in depth (256) and total work; the result is balanced and well nested, so
 * that it can stand between other blocks, and passes through this function unchanged.
 *
 * Returns: (transfer full): the clean fragment
 */
char *feu_html_sanitize (const char *html, gsize length_bytes);

G_END_DECLS
