/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks of a WordPress post as it is stored: HTML with comments that say where
 * each block begins and ends. Finds them as WordPress itself does and keeps every byte.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuRawBlock:
 * @name: (nullable): with its namespace, "core/paragraph"; NULL for what stands between
 * blocks, be it white space or HTML of the time before blocks
 * @start_bytes: first byte of the block in the content, its opening comment included
 * @end_bytes: the byte after it, its closing comment included
 * @inner_start_bytes: first byte between the two comments
 * @inner_end_bytes: the byte after the last one between them; equal to
 * @inner_start_bytes for a block of one comment
 * @attributes_start_bytes: first byte of the JSON in the opening comment
 * @attributes_end_bytes: the byte after it; equal to @attributes_start_bytes for none
 * @is_closed: FALSE when the content ends within the block
 * @children: (element-type FeuRawBlock): the blocks inside, in order; what stands
 * between them is HTML of this block
 */
typedef struct
{
  char      *name; /* owned */
  gsize      start_bytes;
  gsize      end_bytes;
  gsize      inner_start_bytes;
  gsize      inner_end_bytes;
  gsize      attributes_start_bytes;
  gsize      attributes_end_bytes;
  gboolean   is_closed;
  GPtrArray *children; /* owned */
} FeuRawBlock;

/** Levels of blocks that get into the result; what is deeper belongs to its parent. */
#define FEU_RAW_BLOCK_MAX_DEPTH 64

void feu_raw_block_free (FeuRawBlock *self);

/**
 * feu_raw_block_parse:
 * @content: any bytes
 *
 * Linear in @content. Like WordPress: a closing comment closes the innermost block,
 * whatever its name; one that closes nothing makes the rest of the content plain HTML.
 * JSON is not looked into.
 *
 * Returns: (transfer full) (element-type FeuRawBlock): blocks and what is between them;
 * each begins where the one before ends, the first at 0, and the last ends with
 * @content
 */
GPtrArray *feu_raw_block_parse (const char *content, gsize length_bytes);

/**
 * feu_raw_block_find_end:
 * @content: what begins with a block's opening comment
 *
 * Returns: the byte after the block's closing comment; 0 when it is not closed, or when
 * there is no block at the beginning
 */
gsize feu_raw_block_find_end (const char *content, gsize length_bytes);

/** Whether @self is called @name, "paragraph" for one of WordPress's own. */
gboolean feu_raw_block_is (const FeuRawBlock *self, const char *name);

G_END_DECLS
