/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the writer asked for: the form of the publish dialog, or the command line's
 * options. Everything that is not set comes from the article's front matter; what that
 * does not name either stays as the site has it (or becomes, for a new post, the site's
 * default).
 */
#pragma once

#include "feu-article.h"
#include "feu-post.h"

G_BEGIN_DECLS

/**
 * FeuPublishWish:
 * @has_status: FALSE: a new post becomes a draft, an existing one keeps its status
 * @date: (nullable): when to publish; required for FEU_POST_SCHEDULED unless the front
 * matter has a date
 * @slug: (nullable)
 * @excerpt: (nullable): "" removes it
 * @title: (nullable): NULL for the article's
 * @categories: (nullable) (array zero-terminated=1): names, or "#12" for an id
 * @tags: (nullable) (array zero-terminated=1): likewise
 * @author: id on the site; 0 for what is there
 * @featured: (nullable): as an image's src in the text; "" for none
 * @featured_id: an image already on the site, instead of @featured; 0 for none
 * @comments: FEU_COMMENTS_UNSET: as the front matter says
 * @sticky: -1: as it is
 * @format: (nullable)
 *
 * A plain struct; free with feu_publish_wish_free().
 */
typedef struct
{
  gboolean      has_status;
  FeuPostStatus status;
  GDateTime    *date;
  char         *title;
  char         *slug;
  char         *excerpt;
  GStrv         categories;
  GStrv         tags;
  gint64        author;
  char         *featured;
  gint64        featured_id;
  FeuComments   comments;
  int           sticky;
  char         *format;
} FeuPublishWish;

FeuPublishWish *feu_publish_wish_new (void);
FeuPublishWish *feu_publish_wish_copy (const FeuPublishWish *self);
void            feu_publish_wish_free (FeuPublishWish *self);

/**
 * feu_publish_wish_new_from_article:
 *
 * What the front matter says, as the form is to be filled at first: title, date, slug,
 * excerpt, categories, tags, featured image, comments. A date without offset is taken
 * in
 * @time_zone (nullable: this machine's).
 */
FeuPublishWish *feu_publish_wish_new_from_article (const FeuArticle *article,
                                                   GTimeZone        *time_zone);

/** Fills what @self leaves open from @other. */
void feu_publish_wish_complete (FeuPublishWish *self, const FeuPublishWish *other);

/** For the journal. from_json returns NULL for text that is no wish. */
char           *feu_publish_wish_to_json (const FeuPublishWish *self);
FeuPublishWish *feu_publish_wish_from_json (const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPublishWish, feu_publish_wish_free)

G_END_DECLS
