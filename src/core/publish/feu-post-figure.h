/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in a figure of a post, and the images and code that may also stand alone.
 * All return NULL for what Markdown has no words for.
 */
#pragma once

#include "feu-post-inline.h"

G_BEGIN_DECLS

/** @node: a figure: an image, linked or not, a gallery, a table or an embed. */
char *feu_post_figure_dup (const xmlNode *node, const FeuPostContext *context);

/** @content: an image, perhaps linked; @caption: (nullable): plain text. */
char *feu_post_figure_dup_image (const xmlNode        *content,
                                 const char           *caption,
                                 const FeuPostContext *context);

/** @node: a pre element. */
char *feu_post_figure_dup_code (const xmlNode *node);

G_END_DECLS
