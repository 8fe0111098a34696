/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the attributes that an element may keep, each checked by its type.
 */
#pragma once

#include "feu-html-allowed.h"

G_BEGIN_DECLS

/** The value of @name in @pairs (name, value, name, value …, NULL); "" for one without
 * value; NULL when it is absent. */
const char *feu_html_attributes_find (const char *const *pairs, const char *name);

/** Appends @text, of which it leaves out what HTML cannot hold, escaped for text and
 * for a value in double quotes. */
void feu_html_append_escaped (GString *html, const char *text, gsize length_bytes);

/**
 * feu_html_attributes_append:
 * @pairs: (nullable): what the source has
 *
 * Appends ` name="value"` for each attribute that @element may have and whose value is
 * good, in the order of the table. Appends nothing when it fails.
 *
 * Returns: FALSE when the attribute without which @element means nothing is missing
 */
gboolean feu_html_attributes_append (GString              *html,
                                     const FeuHtmlElement *element,
                                     const char *const    *pairs);

/** Appends an img element in the one form described at feu_html_sanitize(). */
void feu_html_append_image (GString *html, const char *const *pairs);

/** Appends an inert checkbox; nothing for any other kind of input. */
void feu_html_append_checkbox (GString *html, const char *const *pairs);

G_END_DECLS
