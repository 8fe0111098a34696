/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings a post in: a folder with the article and its images, linked to the post it
 * was, so that sending it back changes only what its writer changed.
 */
#pragma once

#include "feu-http.h"
#include "feu-journal.h"
#include "feu-post-fetch.h"
#include "feu-publisher.h"
#include "feu-site.h"

G_BEGIN_DECLS

/**
 * FeuPostImport:
 * @file: the article: FOLDER/NAME/NAME.md
 * @post: the post as it was read
 * @notes: (element-type utf8): sentences on what could not be brought in
 *
 * What came of it. Plain data, free with feu_post_import_free().
 */
typedef struct
{
  GFile     *file;
  FeuPost   *post;
  GPtrArray *notes;
} FeuPostImport;

void feu_post_import_free (FeuPostImport *self);

/**
 * FeuPostImportOrder:
 * @publisher: the site's interface, signed in
 * @http: for the images; their servers are not told any login
 * @site: which site @publisher is
 * @journal: (nullable): gets what is needed for the way back, and that the images are
 * on the site already. NULL: sent back, the post is written anew
 * @folder: exists; gets a folder for the article
 * @post_id: the post
 * @progress: (nullable): on the images, in any thread
 *
 * Lives as long as the call.
 */
typedef struct
{
  FeuPublisher        *publisher;
  FeuHttp             *http;
  FeuSite             *site;
  FeuJournal          *journal;
  GFile               *folder;
  gint64               post_id;
  FeuPostFetchProgress progress;
  gpointer             progress_data;
} FeuPostImportOrder;

/**
 * feu_post_import:
 *
 * Blocks; for a worker thread. All is made under a hidden name first: after a failure
 * nothing is left. A name that is taken gets a number. Images that cannot be fetched
 * stay where they are, with a note; what the account may not ask (authors) is left out.
 *
 * Returns: NULL with FEU_PUBLISH_ERROR, G_IO_ERROR, FEU_TEXT_FILE_ERROR
 */
FeuPostImport *feu_post_import (const FeuPostImportOrder *order,
                                GCancellable             *cancellable,
                                GError                  **error);

/** The same in a thread of its own; @order is copied, its objects referenced.
 * @progress is then called in the main context that called this. */
void           feu_post_import_async (const FeuPostImportOrder *order,
                                      GCancellable             *cancellable,
                                      GAsyncReadyCallback       callback,
                                      gpointer                  user_data);
FeuPostImport *feu_post_import_finish (GAsyncResult *result, GError **error);

/**
 * FeuPostList:
 * @posts: (element-type FeuPost): newest change first, without content
 * @n_pages: of the whole list
 */
typedef struct
{
  GPtrArray *posts;
  guint      n_pages;
} FeuPostList;

void feu_post_list_free (FeuPostList *self);

/** feu_publisher_list_posts() in a thread of its own; @query is copied. */
void         feu_post_list_async (FeuPublisher       *publisher,
                                  const FeuPostQuery *query,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
FeuPostList *feu_post_list_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPostImport, feu_post_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPostList, feu_post_list_free)

G_END_DECLS
