/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A post as a site has it, or as it is to be there.
 */
#pragma once

#include "feu-metadata.h"
#include "feu-publish-types.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_POST_DRAFT,
  FEU_POST_PENDING, /* waits for an editor's review */
  FEU_POST_PUBLISHED,
  FEU_POST_SCHEDULED,
  FEU_POST_PRIVATE,
  FEU_POST_TRASHED,
  FEU_POST_OTHER, /* a state that only this site knows; never sent */
} FeuPostStatus;

#define FEU_N_POST_STATUSES (FEU_POST_OTHER + 1)

/** "draft", "pending", "publish", "future", "private", "trash", "other": for files, the
 * command line and the journal. */
const char *feu_post_status_get_name (FeuPostStatus status);
gboolean    feu_post_status_from_name (const char *name, FeuPostStatus *out_status);

/** Whether readers see it now or at a set time: what a right to publish is needed for.
 */
gboolean feu_post_status_needs_publishing (FeuPostStatus status);

/** Fields of a post that are sent; all others stay as they are. */
typedef enum
{
  FEU_POST_FIELD_TITLE = 1 << 0,
  FEU_POST_FIELD_CONTENT = 1 << 1, /* with the footnotes */
  FEU_POST_FIELD_EXCERPT = 1 << 2,
  FEU_POST_FIELD_SLUG = 1 << 3,
  FEU_POST_FIELD_STATUS = 1 << 4,
  FEU_POST_FIELD_DATE = 1 << 5,
  FEU_POST_FIELD_AUTHOR = 1 << 6,
  FEU_POST_FIELD_CATEGORIES = 1 << 7,
  FEU_POST_FIELD_TAGS = 1 << 8,
  FEU_POST_FIELD_FEATURED = 1 << 9,
  FEU_POST_FIELD_COMMENTS = 1 << 10,
  FEU_POST_FIELD_STICKY = 1 << 11,
  FEU_POST_FIELD_FORMAT = 1 << 12,
} FeuPostFields;

/**
 * FeuPost:
 * @title: as stored (may hold markup), not decoded
 * @content: as stored: what the editor of the site would load
 * @excerpt: as stored; "" when there is none
 * @footnotes: what the site keeps beside the content for them; "" when nothing
 * @slug: "" for a draft that got none
 * @generated_slug: (nullable): what the site would make of it
 * @permalink_template: (nullable): with "%postname%" where the slug goes
 * @link: its address for readers
 * @edit_link: its page in the site's own editor
 * @date: (nullable): UTC; NULL for a draft without a date of its own
 * @modified: (nullable): UTC
 * @categories: (element-type gint64): term ids, ascending
 * @tags: (element-type gint64): term ids, ascending
 * @featured: image id; 0 when there is none
 * @comments: never UNSET in a post that was read
 * @format: "standard" …; "" when the site has none
 * @rights: what the account may do with this post
 *
 * One that was read is complete. For feu_publisher_update_post() only what is sent
 * needs to be filled.
 */
#define FEU_TYPE_POST (feu_post_get_type ())
typedef struct
{
  gint64        id;
  FeuPostStatus status;
  char         *title;
  char         *content;
  char         *excerpt;
  char         *footnotes;
  char         *slug;
  char         *generated_slug;
  char         *permalink_template;
  char         *link;
  char         *edit_link;
  GDateTime    *date;
  GDateTime    *modified;
  gint64        author;
  GArray       *categories;
  GArray       *tags;
  gint64        featured;
  FeuComments   comments;
  gboolean      sticky;
  char         *format;
  FeuRights     rights;
} FeuPost;

GType    feu_post_get_type (void);
FeuPost *feu_post_new (void);
FeuPost *feu_post_ref (FeuPost *self);
void     feu_post_unref (FeuPost *self);

/** Term ids: sets them, sorted and each once. */
void     feu_post_set_terms (FeuPost      *self,
                             FeuTaxonomy   taxonomy,
                             const gint64 *ids,
                             gsize         n_ids);
GArray  *feu_post_get_terms (const FeuPost *self, FeuTaxonomy taxonomy);
gboolean feu_post_has_same_terms (const FeuPost *a,
                                  const FeuPost *b,
                                  FeuTaxonomy    taxonomy);

/** The post as JSON text with all fields, for the journal; and back (NULL for text that
 * is none). */
char    *feu_post_to_json (const FeuPost *self);
FeuPost *feu_post_from_json (const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPost, feu_post_unref)

G_END_DECLS
