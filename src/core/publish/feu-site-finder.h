/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From any address that a writer has to the interface of the site.
 */
#pragma once

#include "feu-found-site.h"
#include "feu-http.h"
#include "feu-site-finder-error.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_SITE_FINDER_DEFAULT = 0,
  /* Accepts a site without encryption elsewhere than on this computer. */
  FEU_SITE_FINDER_ALLOW_PLAIN_HTTP = 1 << 0,
} FeuSiteFinderFlags;

/**
 * feu_site_finder_find:
 * @address: front page, an article, the page of wp-admin, with or without "https://"
 * @user: (nullable): only for sites that show their interface to signed-in users
 * @password: (nullable)
 *
 * Looks where WordPress says its interface is (header Link, <link>, Really Simple
 * Discovery), then where it usually is, for the address and the folders above it.
 * Follows redirects, never from https to http; what is found unencrypted is tried with
 * encryption and taken so. Name and password go only to an encrypted server (or this
 * computer) that is the one asked for, or that it passed us on to by https.
 *
 * Blocks; sends only GET and HEAD.
 *
 * Returns: (transfer full): or NULL with FEU_SITE_FINDER_ERROR or G_IO_ERROR_CANCELLED
 */
FeuFoundSite *feu_site_finder_find (FeuHttp           *http,
                                    const char        *address,
                                    const char        *user,
                                    const char        *password,
                                    FeuSiteFinderFlags flags,
                                    GCancellable      *cancellable,
                                    GError           **error);

G_END_DECLS
