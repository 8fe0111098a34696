/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The other half of the connection doctor: does the site take this login, and if not,
 * why. And giving a password back.
 */
#pragma once

#include "feu-found-site.h"
#include "feu-http.h"
#include "feu-site-finder-error.h"

G_BEGIN_DECLS

/**
 * feu_site_account_check:
 * @found: as the finder found it
 * @login: for its origin
 * @out_user_id: (out) (optional): the account's number
 * @out_name: (out) (optional) (transfer full): the name shown with its posts
 *
 * Asks the site who this is. When it does not say why it refuses, and WordPress alone
 * never does, the older interface (xmlrpc.php, which gets the password in the body) is
 * asked too: so a header that got lost is told from a wrong password. Blocks.
 *
 * Returns: FALSE with FEU_SITE_FINDER_ERROR or G_IO_ERROR_CANCELLED
 */
gboolean feu_site_account_check (FeuHttp      *http,
                                 FeuFoundSite *found,
                                 FeuHttpLogin *login,
                                 gint64       *out_user_id,
                                 char        **out_name,
                                 GCancellable *cancellable,
                                 GError      **error);

typedef enum
{
  FEU_SITE_REVOKE_FAILED,  /* with an error: it stays valid */
  FEU_SITE_REVOKE_DONE,    /* the site does not take it any more */
  FEU_SITE_REVOKE_INVALID, /* the site did not take it before either */
  FEU_SITE_REVOKE_NOT_ONE, /* it is no application password */
} FeuSiteRevoke;

/** Makes the site forget the application password of @login. Blocks. */
FeuSiteRevoke feu_site_account_revoke (FeuHttp      *http,
                                       const char   *api_root,
                                       FeuHttpLogin *login,
                                       GCancellable *cancellable,
                                       GError      **error);

G_END_DECLS
