/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a site, signing in to it and out of it again, without blocking.
 */
#pragma once

#include "feu-found-site.h"
#include "feu-publishing.h"
#include "feu-site-finder.h"

G_BEGIN_DECLS

/** Looks for the interface of the site at @address. @user, @password: (nullable): for a
 * site that hides it from others. */
void feu_site_sign_in_find_async (FeuPublishing      *publishing,
                                  const char         *address,
                                  const char         *user,
                                  const char         *password,
                                  FeuSiteFinderFlags  flags,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);

/** (transfer full): NULL with FEU_SITE_FINDER_ERROR. */
FeuFoundSite *feu_site_sign_in_find_finish (GAsyncResult *result, GError **error);

/**
 * FeuSignedIn:
 * @site: with the account's name and number; not saved yet
 * @account: who it is
 * @kept: where the password is
 */
typedef struct
{
  FeuSite           *site;
  FeuAccount        *account;
  FeuCredentialsKept kept;
} FeuSignedIn;

void feu_signed_in_free (FeuSignedIn *self);

/**
 * feu_site_sign_in_async:
 * @found: what was found at the address of @site
 *
 * Asks the site who @user with @password is, and keeps the password.
 */
void         feu_site_sign_in_async (FeuPublishing      *publishing,
                                     FeuFoundSite       *found,
                                     FeuSite            *site,
                                     const char         *user,
                                     const char         *password,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
FeuSignedIn *feu_site_sign_in_finish (GAsyncResult *result, GError **error);

/** Revokes the password on the site, then forgets it here, which happens also when the
 * site cannot be told: then @error says why. */
void     feu_site_sign_out_async (FeuPublishing      *publishing,
                                  FeuSite            *site,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean feu_site_sign_out_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuSignedIn, feu_signed_in_free)

G_END_DECLS
