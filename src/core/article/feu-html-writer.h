/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes HTML that is balanced and well nested, whatever order it is asked in: closes
 * what must be closed before an element may begin, and opens what must stand around it.
 */
#pragma once

#include "feu-html-allowed.h"

G_BEGIN_DECLS

/** Elements open at once; those that the source nests deeper lose their tags. */
#define FEU_HTML_MAX_DEPTH 256

typedef struct _FeuHtmlWriter FeuHtmlWriter;

FeuHtmlWriter *feu_html_writer_new (gsize size_hint_bytes);
void           feu_html_writer_free (FeuHtmlWriter *self);

/**
 * feu_html_writer_open:
 * @element: one whose fate is not to vanish and not to become a link
 * @pairs: (nullable): its attributes: name, value, name, value …, NULL
 *
 * Returns: a number for feu_html_writer_close(); 0 when there is nothing to close
 */
guint feu_html_writer_open (FeuHtmlWriter        *self,
                            const FeuHtmlElement *element,
                            const char *const    *pairs);

/** Closes an element and what is open in it; nothing when that happened before. */
void feu_html_writer_close (FeuHtmlWriter *self, guint number);

void feu_html_writer_add_text (FeuHtmlWriter *self,
                               const char    *text,
                               gsize          length_bytes);

/** Writes a paragraph of class "embed" with a link, if @url may be followed.
 * @label: (nullable): what to call it, else the address itself. */
void feu_html_writer_add_embed (FeuHtmlWriter *self,
                                const char    *url,
                                const char    *label);

/** Closes everything. Returns: (transfer full): the HTML; the writer is then spent. */
char *feu_html_writer_finish (FeuHtmlWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuHtmlWriter, feu_html_writer_free)

G_END_DECLS
