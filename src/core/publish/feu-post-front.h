/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a post says besides its text, as the front matter of an article.
 */
#pragma once

#include "feu-post.h"

G_BEGIN_DECLS

/**
 * FeuPostFacts:
 * @post: the post
 * @author: (nullable): name of its author
 * @categories: (array zero-terminated=1): names
 * @tags: (array zero-terminated=1): names
 * @image: (nullable): the featured image, as the article names it
 * @image_info: (nullable): what the site's library says of it
 * @site_id: FeuSite's
 * @address: of the site
 * @time_zone: the site's
 */
typedef struct
{
  const FeuPost        *post;
  const char           *author;
  const char *const    *categories;
  const char *const    *tags;
  const char           *image;
  const FeuRemoteImage *image_info;
  const char           *site_id;
  const char           *address;
  GTimeZone            *time_zone;
} FeuPostFacts;

/**
 * feu_post_front_dup_text:
 * @body: Markdown
 *
 * Returns: (transfer full): the article: front matter and @body; NULL with the errors
 * of feu-front-matter-edit.h
 */
char *feu_post_front_dup_text (const FeuPostFacts *facts,
                               const char         *body,
                               GError            **error);

/** Title and excerpt of @mine that are those of @live as an article has them become
 * what @live says, entities and markup included. */
void feu_post_front_keep_spelling (FeuPost *mine, const FeuPost *live);

/** (transfer full): the title as plain text. */
char *feu_post_front_dup_title (const FeuPost *post);

/** (transfer full): what to call the article's folder and file: the post's slug, or one
 * made of its title. */
char *feu_post_front_dup_name (const FeuPost *post);

G_END_DECLS
