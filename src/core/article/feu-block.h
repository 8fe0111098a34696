/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Markdown becomes: blocks of HTML with their place in the text, headings, images.
 * Plain immutable data, made by feu-markdown.c and held by FeuArticle.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuBlock:
 * @html: rendered, safe to show, ends with a newline; "" for what shows nothing
 * @html_length: bytes
 * @start_line: 0-based first line in the whole text
 * @end_line: 0-based last line; for the footnotes, those of the first definition
 *
 * One top-level block; or several that raw HTML holds together; or all footnotes.
 */
typedef struct
{
  char *html; /* owned */
  gsize html_length;
  guint start_line;
  guint end_line;
} FeuBlock;

/**
 * FeuHeading:
 * @text: without markup
 * @id: unique in the article, as the HTML has it
 * @level: 1 to 6, as written
 * @line: 0-based, in the whole text
 */
typedef struct
{
  char *text;
  char *id;
  guint level;
  guint line;
} FeuHeading;

/**
 * FeuImageRef:
 * @src: as written, percent-decoded where that gives valid UTF-8; "" when empty
 * @alt: its text; "" when there is none
 * @caption: (nullable): the Markdown title
 * @block: index of the block that shows it
 * @html_start: where the img element (or, for a remote image, the placeholder that
 * stands for it) begins in the block's html
 * @html_end: the byte after it
 * @start_bytes: where "![" begins in the whole text
 * @end_bytes: the byte after the image's markup; equal to @start_bytes when it could
 * not be found there with certainty (raw HTML, odd markup): not to be edited by machine
 * @line: 0-based line of the image's block or better
 * @is_remote: has a scheme or a host: its bytes are elsewhere (data: is not remote)
 * @is_figure: stands alone in its paragraph
 */
typedef struct
{
  char    *src;
  char    *alt;
  char    *caption;
  guint    block;
  gsize    html_start;
  gsize    html_end;
  gsize    start_bytes;
  gsize    end_bytes;
  guint    line;
  gboolean is_remote;
  gboolean is_figure;
} FeuImageRef;

void feu_block_free (FeuBlock *self);
void feu_heading_free (FeuHeading *self);
void feu_image_ref_free (FeuImageRef *self);

/** A new reference for the address @url as cmark or HTML gives it; @alt may be "". */
FeuImageRef *feu_image_ref_new (const char *url, const char *alt);

/** Whether @url is a data: address of a raster image, which is shown as it is. */
gboolean feu_image_ref_is_inline (const char *url);

/** Whether an img element may have the address @url: relative, http, https or inline.
 * Not file: in a page that leaves this machine it names what is on the reader's. */
gboolean feu_image_ref_is_showable (const char *url);

G_END_DECLS
