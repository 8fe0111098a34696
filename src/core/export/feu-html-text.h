/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text into HTML: the only way by which words of an article or a profile enter
 * the parts of a page that are written here.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_html_append_text:
 * @text: (nullable): UTF-8
 *
 * Appends @text, safe as an element's content and as a quoted attribute's value. What
 * HTML does not allow at all (control characters) becomes U+FFFD.
 */
void feu_html_append_text (GString *html, const char *text);

/** Appends ` name="value"`; nothing when @value is NULL. */
void feu_html_append_attribute (GString *html, const char *name, const char *value);

/** Appends ` name="value"` if @url is an address that a page may link to. */
void feu_html_append_url_attribute (GString *html, const char *name, const char *url);

G_END_DECLS
