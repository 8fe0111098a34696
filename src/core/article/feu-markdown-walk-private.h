/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What feu-markdown.c takes from cmark's tree before it renders: headings with their
 * ids, images with their places, the title, counts, and what the top-level blocks are.
 */
#pragma once

#include "feu-line-index.h"
#include "feu-markdown-html-private.h"
#include "feu-metadata.h"
#include "feu-statistics.h"

G_BEGIN_DECLS

/**
 * FeuTopBlock:
 * @node: a child of the document
 * @has_raw_html: somewhere in it
 * @depth: containers that its raw HTML leaves open; negative: closes
 * @last: index of the block that closes them; its own index when it leaves none open
 */
typedef struct
{
  cmark_node *node;
  gboolean    has_raw_html;
  int         depth;
  guint       last;
} FeuTopBlock;

/**
 * FeuMarkdownWalk:
 *
 * One pass over one tree. @images are those of the Markdown; a block with raw HTML may
 * show more.
 */
typedef struct
{
  /* borrowed */
  const char        *text;
  const FeuMetadata *metadata;
  FeuMarkdownHtml   *html;

  /* results */
  GPtrArray    *headings;   /* (element-type FeuHeading), owned; may be taken */
  char         *title;      /* owned, (nullable); may be taken */
  FeuStatistics statistics; /* but for the images */
  GArray       *tops;       /* (element-type FeuTopBlock), owned */
  GPtrArray    *images; /* (element-type FeuImageRef), owned; elements until taken */
  cmark_node   *title_node; /* borrowed, (nullable) */
  guint         min_level;  /* of the headings below the title; G_MAXUINT without */

  /* state of the walk */
  gsize         length;
  gsize         body_start;
  guint         body_line;
  FeuLineIndex *lines;       /* owned, made when the first image asks */
  GHashTable   *ids;         /* (element-type utf8 guint), owned: ids taken */
  GString      *leaf_text;   /* owned: text of the paragraph, heading or cell */
  GString      *alt;         /* owned: text of the image */
  cmark_node   *image_node;  /* borrowed, (nullable): the outermost one being read */
  GPtrArray    *addresses;   /* (element-type utf8), borrowed, one for each image */
  guint         leaf_images; /* images before the paragraph, heading or row */
} FeuMarkdownWalk;

void feu_markdown_walk_init (FeuMarkdownWalk   *self,
                             const char        *text,
                             gsize              length_bytes,
                             const FeuMetadata *metadata);
void feu_markdown_walk_clear (FeuMarkdownWalk *self);

/** Reads @document, and claims in @html the nodes that it renders. */
void feu_markdown_walk_run (FeuMarkdownWalk *self,
                            cmark_node      *document,
                            FeuMarkdownHtml *html);

/** The 0-based line in the whole text of what cmark calls line @cmark_line. */
guint feu_markdown_walk_get_line (const FeuMarkdownWalk *self, int cmark_line);

G_END_DECLS
