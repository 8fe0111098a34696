/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `feuillet site` asks sites themselves. Says on the standard error output what
 * goes wrong.
 */
#pragma once

#include "feu-cli-status.h"
#include "feu-site-store.h"

G_BEGIN_DECLS

/**
 * feu_cli_site_connect:
 * @values: address, user, and what else the site is to hold; without id it gets one
 *
 * Finds the site, signs in with a password that is asked for, and keeps both.
 */
FeuCliStatus feu_cli_site_connect (FeuSiteStore *store, const FeuSite *values);

/** Tries the sign-in of @site. @is_json: prints the result as JSON. */
FeuCliStatus feu_cli_site_test (FeuSite *site, gboolean is_json);

/** Has the site revoke its password, then forgets both. @is_forced: even if it does
 * not. */
FeuCliStatus feu_cli_site_remove (FeuSiteStore *store,
                                  FeuSite      *site,
                                  gboolean      is_forced);

G_END_DECLS
