/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where passwords are: in the desktop's secret service, and nowhere else on disk.
 */
#pragma once

#include "feu-http-login.h"
#include "feu-site.h"

G_BEGIN_DECLS

#define FEU_TYPE_CREDENTIALS (feu_credentials_get_type ())
G_DECLARE_FINAL_TYPE (FeuCredentials, feu_credentials, FEU, CREDENTIALS, GObject)

/**
 * FeuCredentials:
 *
 * A password is found again by the site's id, its user and the origin of its interface:
 * a site that was moved elsewhere, or came from a file, has none. Where there is no
 * secret service, or it refuses, passwords are kept in memory until the program ends.
 *
 * Any thread. What has no `_async` in its name blocks, perhaps until the writer
 * has unlocked the keyring.
 */

#define FEU_CREDENTIALS_ERROR (feu_credentials_error_quark ())
GQuark feu_credentials_error_quark (void);
typedef enum
{
  FEU_CREDENTIALS_ERROR_UNKNOWN,    /* there is no password for this site: sign in */
  FEU_CREDENTIALS_ERROR_NO_SERVICE, /* nor could the secret service be asked */
} FeuCredentialsError;

typedef enum
{
  FEU_CREDENTIALS_NOT_KEPT, /* cancelled, or the site has no interface or user yet */
  FEU_CREDENTIALS_KEPT,
  FEU_CREDENTIALS_KEPT_FOR_THIS_RUN, /* no secret service; tell the writer so */
} FeuCredentialsKept;

FeuCredentials *feu_credentials_new (void);

/** Asks no secret service: for a command that is given the password each time. */
FeuCredentials *feu_credentials_new_in_memory (void);

/** Keeps @password for @site, in place of an older one. */
FeuCredentialsKept feu_credentials_store (FeuCredentials *self,
                                          FeuSite        *site,
                                          const char     *password,
                                          GCancellable   *cancellable);

/** Forgets the password of @site here; on the site it stays valid. */
void feu_credentials_clear (FeuCredentials *self,
                            FeuSite        *site,
                            GCancellable   *cancellable);

/** (transfer full): what requests to @site's interface need. */
FeuHttpLogin *feu_credentials_lookup (FeuCredentials *self,
                                      FeuSite        *site,
                                      GCancellable   *cancellable,
                                      GError        **error);

void               feu_credentials_store_async (FeuCredentials     *self,
                                                FeuSite            *site,
                                                const char         *password,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
FeuCredentialsKept feu_credentials_store_finish (FeuCredentials *self,
                                                 GAsyncResult   *result,
                                                 GError        **error);

void          feu_credentials_lookup_async (FeuCredentials     *self,
                                            FeuSite            *site,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
FeuHttpLogin *feu_credentials_lookup_finish (FeuCredentials *self,
                                             GAsyncResult   *result,
                                             GError        **error);

G_END_DECLS
