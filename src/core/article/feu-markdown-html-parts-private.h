/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that render Markdown share: small writers, and the kinds of nodes that
 * have a file of their own.
 */
#pragma once

#include "feu-markdown-html-private.h"

#include <cmark-gfm/render.h>

G_BEGIN_DECLS

/** Writes @text escaped, for text and for values in double quotes. */
void feu_markdown_put_escaped (cmark_strbuf *html, const char *text);

/** Writes the address @url, escaped as an address and for a value in quotes. */
void feu_markdown_put_href (cmark_strbuf *html, const char *url);

void feu_markdown_put_format (cmark_strbuf *html, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/** Ends the line unless @html is at the start of one. */
void feu_markdown_begin_line (cmark_strbuf *html);

void feu_markdown_render_image (FeuMarkdownHtml *self,
                                cmark_strbuf    *html,
                                cmark_node      *node);
void feu_markdown_render_figure (FeuMarkdownHtml *self,
                                 cmark_strbuf    *html,
                                 gboolean         entering);

/** Whether @node is the paragraph that ends a footnote and holds its links back. */
gboolean feu_markdown_is_footnote_end (cmark_node *node);
void     feu_markdown_render_footnote_end (FeuMarkdownHtml *self,
                                           cmark_strbuf    *html,
                                           cmark_node      *node,
                                           gboolean         entering);
void     feu_markdown_render_footnote_reference (cmark_strbuf *html, cmark_node *node);
void     feu_markdown_render_footnote_definition (FeuMarkdownHtml *self,
                                                  cmark_strbuf    *html,
                                                  cmark_node      *node,
                                                  gboolean         entering);

G_END_DECLS
