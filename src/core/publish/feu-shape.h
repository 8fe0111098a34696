/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What blocks of Markdown are meant to be on a site, where Markdown has no word for it:
 * see feu-block-markup.h.
 */
#pragma once

#include "feu-node.h"

G_BEGIN_DECLS

/** (nullable): the image of a paragraph that is a figure. @out_link: the link around
 * it, or NULL */
const FeuNode *feu_shape_get_figure (const FeuNode  *paragraph,
                                     const FeuNode **out_link);

/** As feu_shape_get_figure(), for one inline node of a gallery. */
const FeuNode *feu_shape_get_gallery_image (const FeuNode  *node,
                                            const FeuNode **out_link);

/** Whether @paragraph is two images or more, perhaps linked, and nothing else. */
gboolean feu_shape_is_gallery (const FeuNode *paragraph);

/** (nullable): the address that @paragraph consists of. */
const char *feu_shape_get_bare_address (const FeuNode *paragraph);

/** (nullable): the caption of @table, which comes after it. @out_skip: bytes of its
 * text before the caption begins */
const FeuNode *feu_shape_get_table_caption (const FeuNode *table, gsize *out_skip);

/** (transfer full) (nullable): the language of a code block, if it can be part of a
 * class's name and so hold nothing else. */
char *feu_shape_dup_language (const FeuNode *code);

/**
 * FeuCitation:
 * @paragraph: (nullable): the last of a quote; NULL when nobody is named
 * @first: the node in it that begins with the dash
 * @skip_bytes: of its text before the name
 * @limit: (nullable): the break before it; NULL when nothing else is in the paragraph
 */
typedef struct
{
  const FeuNode *paragraph;
  const FeuNode *first;
  gsize          skip_bytes;
  const FeuNode *limit;
} FeuCitation;

FeuCitation feu_shape_get_citation (const FeuNode *quote);

typedef enum
{
  FEU_BREAK_NONE,
  FEU_BREAK_MORE,
  FEU_BREAK_PAGE,
} FeuBreak;

/** What the comment @html is. @out_text: (transfer full) (nullable): of FEU_BREAK_MORE,
 * what readers click on; "" for the usual */
FeuBreak feu_shape_get_break (const char *html, char **out_text);

G_END_DECLS
