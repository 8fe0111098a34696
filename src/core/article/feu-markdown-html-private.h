/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How feu-markdown.c makes cmark write what it does not write by itself: figures,
 * heading ids, labelled task items, accessible table cells and footnotes, remote images
 * as links. Done with cmark-gfm's own mechanism, a syntax extension with an HTML render
 * function that is set on just these nodes; nothing edits finished HTML. Links that
 * must not be followed are ours too, and written as their text.
 */
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/cmark-gfm-extension_api.h>
#include <cmark-gfm/render.h>
#include <glib.h>

#include "feu-block.h"
#include "feu-metadata.h"

G_BEGIN_DECLS

/* Exported by libcmark-gfm-extensions, declared in none of its installed headers. */
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;

/**
 * FeuMarkdownHtml:
 * @metadata: credits of images
 * @headings: (element-type FeuHeading): their ids, used in order
 * @images: (element-type FeuImageRef): used in order; get html_start and html_end
 * @heading_shift: added to each heading's level, so that the page's title stays the
 * first
 * @keeps_remote: remote images are written as img, for a block that goes through the
 *     sanitizer and feu_raw_images_place() afterwards
 *
 * What rendering one article needs to know, reached from the nodes through their
 * user_data. Nodes are rendered in document order, so what they use up is counted.
 */
typedef struct
{
  const FeuMetadata *metadata;
  const GPtrArray   *headings;
  const GPtrArray   *images;
  guint              heading_shift;
  gboolean           keeps_remote;
  guint              next_heading;
  guint              next_image;
  guint              next_footnote;
  guint              table_column;
} FeuMarkdownHtml;

/**
 * feu_markdown_html_claim:
 * @node: any node of the document; its children are complete
 *
 * Takes over the rendering of @node if it is of a kind that is ours. It must not be
 * freed by cmark_node_free() afterwards: the extension that made it would not be asked.
 */
void feu_markdown_html_claim (FeuMarkdownHtml *self, cmark_node *node);

/** Whether @node is a paragraph of just an image, or of a link around just an image;
 * and not the label of a task. */
gboolean feu_markdown_html_is_figure (cmark_node *node);

/*
 * Within feu-markdown-html*.c: small writers, and the kinds of nodes that have a file
 * of their own.
 */

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
