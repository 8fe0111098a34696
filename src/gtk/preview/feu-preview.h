/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article as it will be published: a web view that follows a pipeline.
 */
#pragma once

#include <webkit2/webkit2.h>

#include "feu-author-store.h"
#include "feu-pipeline.h"

G_BEGIN_DECLS

#define FEU_TYPE_PREVIEW (feu_preview_get_type ())
G_DECLARE_FINAL_TYPE (FeuPreview, feu_preview, FEU, PREVIEW, WebKitWebView)

/**
 * FeuPreview:
 *
 * Loads its page once and then changes only the blocks that differ, one patch in flight
 * at a time; what changed meanwhile makes one more. Scroll position, images and
 * selection outside the changed blocks stay. If the web process dies, the page is
 * loaded again and everything is sent again. While not mapped it sends nothing.
 *
 * Signal `link-activated` (char *uri): a link out of the article, http, https, mailto
 * or tel, was clicked; the page itself never leaves the article.
 */

/**
 * feu_preview_new:
 * @context: see feu_preview_context_new()
 *
 * Starts the web process and loads the page, which takes longer than all else at
 * start-up; so it can be made before there is anything to show.
 */
GtkWidget *feu_preview_new (WebKitWebContext *context);

/** Begins to show the articles of @pipeline; once. */
void feu_preview_follow (FeuPreview     *self,
                         FeuPipeline    *pipeline,
                         FeuAuthorStore *authors);

/** @folder: (nullable): where the article's images are; loads the page again if it
 * differs from before. */
void feu_preview_set_article_folder (FeuPreview *self, GFile *folder);

/**
 * feu_preview_painted_async:
 * @revision: of the article's text
 *
 * Completes when the page has painted that article or a newer one; of a long one that
 * is still being loaded, its beginning.
 */
void     feu_preview_painted_async (FeuPreview         *self,
                                    guint64             revision,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean feu_preview_painted_finish (FeuPreview   *self,
                                     GAsyncResult *result,
                                     GError      **error);

G_END_DECLS
