/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Content of a post in one spelling, so that what a site merely writes otherwise than
 * it was sent (WordPress for accounts that may not use raw HTML) is not taken for a
 * change.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_post_normal_dup:
 * @content: HTML with comments of blocks in it; valid or not
 *
 * Same for content that differs in: character references ("&#039;", "’" and so on), the
 * space before "/>" and the slash itself, quotes around values, case of names, spaces
 * and the last semicolon of styles, ampersands in the JSON of blocks, spaces at the
 * ends, line ends. Linear. For comparing only.
 */
char *feu_post_normal_dup (const char *content, gsize length_bytes);

/** Whether two contents are the same but for spelling. NULL is as "". */
gboolean feu_post_normal_equal (const char *a, const char *b);

/**
 * FeuPostTag:
 * @name: lower case; "/name" for an end tag, "!" for a comment
 * @attributes: (element-type utf8): names and values in turn, references decoded
 * @end_bytes: the byte after it
 */
typedef struct
{
  char      *name;
  GPtrArray *attributes;
  gsize      end_bytes;
} FeuPostTag;

/**
 * feu_post_tag_read:
 * @start_bytes: where a "<" is
 *
 * One that is not closed goes to the end of the content, as in browsers.
 *
 * Returns: (transfer full) (nullable): NULL when no tag begins there
 */
FeuPostTag *feu_post_tag_read (const char *content,
                               gsize       length_bytes,
                               gsize       start_bytes);

void feu_post_tag_free (FeuPostTag *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPostTag, feu_post_tag_free)

G_END_DECLS
