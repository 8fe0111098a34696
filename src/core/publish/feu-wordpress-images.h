/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The media library of a WordPress: the part of feu-wordpress.h that is about images.
 */
#pragma once

#include "feu-publish-request.h"
#include "feu-wordpress-call.h"

G_BEGIN_DECLS

FeuRemoteImage *feu_wordpress_images_upload (const FeuWordPressSite *site,
                                             const FeuImageUpload   *upload,
                                             GCancellable           *cancellable,
                                             GError                **error);
FeuRemoteImage *feu_wordpress_images_update (const FeuWordPressSite *site,
                                             const FeuRemoteImage   *image,
                                             GCancellable           *cancellable,
                                             GError                **error);
GPtrArray      *feu_wordpress_images_get (const FeuWordPressSite *site,
                                          const gint64           *ids,
                                          gsize                   n_ids,
                                          GCancellable           *cancellable,
                                          GError                **error);
GPtrArray      *feu_wordpress_images_find (const FeuWordPressSite *site,
                                           const char             *file_name,
                                           GCancellable           *cancellable,
                                           GError                **error);
GPtrArray      *feu_wordpress_images_list (const FeuWordPressSite *site,
                                           const char             *search,
                                           guint                   page,
                                           guint                  *out_n_pages,
                                           GCancellable           *cancellable,
                                           GError                **error);

G_END_DECLS
