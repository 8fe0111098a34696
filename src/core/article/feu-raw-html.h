/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A light look at raw HTML in Markdown, without parsing it: which containers it leaves
 * open, and the text a reader would see. Making it safe is feu-html-sanitizer.h.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_raw_html_get_depth:
 * @html: the literal of an HTML block
 *
 * How many containers (div, details, figure, table …) @html opens more than it closes;
 * negative when it closes more. Elements whose end tag is optional do not count.
 */
int feu_raw_html_get_depth (const char *html);

/** Appends what is text in @html: no tags, comments, scripts or styles. */
void feu_raw_html_append_text (const char *html, GString *text);

G_END_DECLS
