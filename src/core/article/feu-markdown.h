/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From Markdown to blocks of safe HTML.
 *
 * GitHub's edition of CommonMark with tables, strikethrough, autolinks, task lists and
 * footnotes. Added here: an image alone in its paragraph is a figure with its caption
 * and credit; headings have ids; raw HTML is sanitized; a remote image is a link, so
 * that a page makes no request nobody asked for; body headings start below the page's
 * title.
 *
 * Threads: cmark-gfm 0.29.0.gfm.6 keeps its table of special characters in a global
 * that each parse changes, so parsing holds a lock of this module; rendering is
 * parallel. Time: linear for what people write; "![[]()" ten thousand times takes half
 * a second and a table with ten thousand columns one, in cmark itself.
 */
#pragma once

#include "feu-block.h"
#include "feu-metadata.h"
#include "feu-statistics.h"

G_BEGIN_DECLS

/**
 * FeuMarkdown:
 *
 * What one body became. All arrays own their elements.
 */
typedef struct
{
  GPtrArray    *blocks;   /* (element-type FeuBlock) */
  GPtrArray    *headings; /* (element-type FeuHeading) */
  GPtrArray    *images;   /* (element-type FeuImageRef) */
  char         *title;    /* (nullable): text of the level-1 heading that begins it */
  FeuStatistics statistics;
} FeuMarkdown;

/**
 * feu_markdown_new:
 * @text: the whole article; lines and offsets in the result refer to it
 * @metadata: its metadata: where the body starts, credits, and whether a title is there
 */
FeuMarkdown *feu_markdown_new (const char        *text,
                               gsize              length_bytes,
                               const FeuMetadata *metadata);
void         feu_markdown_free (FeuMarkdown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuMarkdown, feu_markdown_free)

G_END_DECLS
