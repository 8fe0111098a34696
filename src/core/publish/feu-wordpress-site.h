/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a WordPress is: the part of feu-wordpress.h that is about the site, its people
 * and its terms.
 */
#pragma once

#include "feu-publish-types.h"
#include "feu-wordpress-call.h"

G_BEGIN_DECLS

FeuAccount *feu_wordpress_site_get_account (const FeuWordPressSite *site,
                                            GCancellable           *cancellable,
                                            GError                **error);

/** @out_url: (out) (transfer full): where the site's administration lives. */
FeuSiteInfo *feu_wordpress_site_get_info (const FeuWordPressSite *site,
                                          char                  **out_url,
                                          GCancellable           *cancellable,
                                          GError                **error);
GPtrArray   *feu_wordpress_site_list_terms (const FeuWordPressSite *site,
                                            FeuTaxonomy             taxonomy,
                                            GCancellable           *cancellable,
                                            GError                **error);
FeuTerm     *feu_wordpress_site_create_term (const FeuWordPressSite *site,
                                             FeuTaxonomy             taxonomy,
                                             const char             *name,
                                             gint64                  parent,
                                             GCancellable           *cancellable,
                                             GError                **error);
GPtrArray   *feu_wordpress_site_list_authors (const FeuWordPressSite *site,
                                              GCancellable           *cancellable,
                                              GError                **error);

G_END_DECLS
