/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text, links, emphasis, images and notes of a post's HTML as Markdown.
 */
#pragma once

#include "feu-inline-markdown.h"
#include "feu-post-html.h"

G_BEGIN_DECLS

/**
 * FeuPostImageNamer:
 * @url: as the post has it
 * @id: of the image in the site's library; 0 when the post does not say
 *
 * Returns: (nullable) (transfer none): what the image is called in the article, not
 * percent-encoded; NULL for an image that stays where it is
 */
typedef const char *(*FeuPostImageNamer) (const char *url,
                                          gint64      id,
                                          gpointer    user_data);

/**
 * FeuPostContext:
 * @namer: (nullable)
 * @note_labels: (nullable): from the id of a note to its label (utf8 to utf8)
 * @keeps_lines: whether readers see the line breaks of the HTML, as in posts of the
 * time before blocks
 * @uses_other_marks: whether lists begin with "*" and "1)" instead of "-" and "1."
 *
 * What the parts of one post have in common.
 */
typedef struct
{
  FeuPostImageNamer namer;
  gpointer          namer_data;
  GHashTable       *note_labels;
  gboolean          keeps_lines;
  gboolean          uses_other_marks;
} FeuPostContext;

/** Whether @node belongs into a line of text rather than beside paragraphs. */
gboolean feu_post_inline_is (const xmlNode *node);

/**
 * feu_post_inline_append:
 * @first: (nullable): the first of some siblings
 * @end: (nullable): the sibling behind the last of them
 *
 * Returns: FALSE when there is something among them that Markdown has no words for;
 * @out is then of no use
 */
gboolean feu_post_inline_append (FeuInlineMarkdown    *out,
                                 xmlNode              *first,
                                 const xmlNode        *end,
                                 const FeuPostContext *context);

/** (transfer full) (nullable): feu_post_inline_append() for all of @parent's children.
 */
char *feu_post_inline_dup (const xmlNode        *parent,
                           FeuInlinePlace        place,
                           const FeuPostContext *context);

/**
 * feu_post_inline_dup_image:
 * @image: an img element
 * @caption: (nullable): plain text
 *
 * Returns: (transfer full) (nullable): "![…](…)"; NULL for one without address
 */
char *feu_post_inline_dup_image (const xmlNode        *image,
                                 const char           *caption,
                                 const FeuPostContext *context);

G_END_DECLS
