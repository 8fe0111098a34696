/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings the images of a post beside the article. Posts are anybody's: only http and
 * https, no login, nothing on this computer or its network unless the site itself is
 * there, a limit for each image and for all.
 */
#pragma once

#include "feu-http.h"
#include "feu-publish-types.h"

G_BEGIN_DECLS

/** Called in one thread at a time, not always the same. */
typedef void (*FeuPostFetchProgress) (guint n_done, guint n_images, gpointer user_data);

/**
 * FeuPostFetch:
 *
 * The images of one post: first told of, then fetched, then known by name. All but
 * feu_post_fetch_run() do not block.
 */
typedef struct _FeuPostFetch FeuPostFetch;

/** @home: any address of the site */
FeuPostFetch *feu_post_fetch_new (FeuHttp *http, const char *home);
void          feu_post_fetch_free (FeuPostFetch *self);

/** @id: in the site's library; 0 for an image that is not known to be there. */
void feu_post_fetch_add (FeuPostFetch *self, const char *url, gint64 id);

/** (transfer full) (element-type gint64): the ids told of, each once. */
GArray *feu_post_fetch_dup_ids (const FeuPostFetch *self);

/** What the library says of one of them: its full size is fetched then, and texts are
 * known. */
void feu_post_fetch_add_remote (FeuPostFetch *self, FeuRemoteImage *image);

/**
 * feu_post_fetch_run:
 * @article_folder: the images go to images/ in it
 * @n_threads: images at a time
 * @notes: (element-type utf8): gets a sentence for each image that stays where it is
 *
 * Returns: FALSE with G_IO_ERROR_CANCELLED only
 */
gboolean feu_post_fetch_run (FeuPostFetch        *self,
                             GFile               *article_folder,
                             guint                n_threads,
                             FeuPostFetchProgress progress,
                             gpointer             progress_data,
                             GPtrArray           *notes,
                             GCancellable        *cancellable,
                             GError             **error);

/** (nullable): "images/name.jpg"; NULL for what was not fetched. A FeuPostImageNamer;
 * @user_data: the FeuPostFetch. */
const char *feu_post_fetch_get_name (const char *url, gint64 id, gpointer user_data);

/** (nullable): what the library says. */
const FeuRemoteImage *feu_post_fetch_get_remote (const FeuPostFetch *self, gint64 id);

/** Calls @func for each fetched image of the library. */
void feu_post_fetch_foreach_remote (const FeuPostFetch *self,
                                    void (*func) (const char           *name,
                                                  const FeuRemoteImage *image,
                                                  gpointer              user_data),
                                    gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPostFetch, feu_post_fetch_free)

G_END_DECLS
