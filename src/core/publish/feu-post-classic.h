/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML of the time before blocks: paragraphs are what blank lines divide, line breaks
 * are seen by readers, and block elements stand between.
 */
#pragma once

#include "feu-post-inline.h"

G_BEGIN_DECLS

/**
 * FeuPostPassage:
 *
 * One paragraph or block element; no white space at its ends.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
} FeuPostPassage;

/**
 * feu_post_classic_split:
 * @html: valid or not
 *
 * Linear. Between passages there is white space only; within a block element blank
 * lines divide nothing.
 *
 * Returns: (transfer full) (element-type FeuPostPassage)
 */
GArray *feu_post_classic_split (const char *html, gsize length_bytes);

/** Whether @html begins with a block element's tag. */
gboolean feu_post_classic_is_block (const char *html);

/**
 * feu_post_classic_dup:
 * @html: one passage
 *
 * Returns: (transfer full) (nullable): its Markdown; NULL for what Markdown has no
 * words for
 */
char *feu_post_classic_dup (const char           *html,
                            gsize                 length_bytes,
                            const FeuPostContext *context);

G_END_DECLS
