/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The connection doctor's diagnoses: why a site could not be found or signed in to.
 */
#pragma once

#include "feu-http-response.h"

G_BEGIN_DECLS

#define FEU_SITE_FINDER_ERROR (feu_site_finder_error_quark ())
GQuark feu_site_finder_error_quark (void);

/**
 * FeuSiteFinderError:
 * @FEU_SITE_FINDER_ERROR_ADDRESS: no address, or nobody has that name
 * @FEU_SITE_FINDER_ERROR_OFFLINE: this computer has no network
 * @FEU_SITE_FINDER_ERROR_UNREACHABLE: the server does not answer
 * @FEU_SITE_FINDER_ERROR_TLS: its certificate was refused, with the reason
 * @FEU_SITE_FINDER_ERROR_REDIRECT: sent round in circles, or from https to http
 * @FEU_SITE_FINDER_ERROR_PORTAL: a network that wants a sign-in of its own answered
 * @FEU_SITE_FINDER_ERROR_FIREWALL: something before the site refused the request
 * @FEU_SITE_FINDER_ERROR_SERVER: the site fails (5xx), or is being updated
 * @FEU_SITE_FINDER_ERROR_NO_API: it answers, and is no WordPress with its interface on
 * @FEU_SITE_FINDER_ERROR_TOO_OLD: a WordPress without wp/v2, so before 4.7
 * @FEU_SITE_FINDER_ERROR_UNSAFE: only without encryption; see
 * FEU_SITE_FINDER_ALLOW_PLAIN_HTTP
 * @FEU_SITE_FINDER_ERROR_LOGIN_NEEDED: the interface is for signed-in users only: find
 * again with name and password
 * @FEU_SITE_FINDER_ERROR_PROTECTED: the web server wants a password of its own
 * @FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF: the site offers no application passwords
 * @FEU_SITE_FINDER_ERROR_HEADER_STRIPPED: the password is right and does not reach
 * WordPress
 * @FEU_SITE_FINDER_ERROR_WRONG_LOGIN: name or password, the site does not say which; or
 * HEADER_STRIPPED where that cannot be told apart
 * @FEU_SITE_FINDER_ERROR_WRONG_USER: there is no such account
 * @FEU_SITE_FINDER_ERROR_WRONG_PASSWORD: the account exists, the password is not its
 * @FEU_SITE_FINDER_ERROR_LOGIN_PASSWORD: the account's own password, which the
 * interface does not take
 * @FEU_SITE_FINDER_ERROR_FORBIDDEN: signed in, and the site refuses all the same
 *
 * Each message is a sentence for the writer, with what to do.
 */
typedef enum
{
  FEU_SITE_FINDER_ERROR_ADDRESS,
  FEU_SITE_FINDER_ERROR_OFFLINE,
  FEU_SITE_FINDER_ERROR_UNREACHABLE,
  FEU_SITE_FINDER_ERROR_TLS,
  FEU_SITE_FINDER_ERROR_REDIRECT,
  FEU_SITE_FINDER_ERROR_PORTAL,
  FEU_SITE_FINDER_ERROR_FIREWALL,
  FEU_SITE_FINDER_ERROR_SERVER,
  FEU_SITE_FINDER_ERROR_NO_API,
  FEU_SITE_FINDER_ERROR_TOO_OLD,
  FEU_SITE_FINDER_ERROR_UNSAFE,
  FEU_SITE_FINDER_ERROR_LOGIN_NEEDED,
  FEU_SITE_FINDER_ERROR_PROTECTED,
  FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF,
  FEU_SITE_FINDER_ERROR_HEADER_STRIPPED,
  FEU_SITE_FINDER_ERROR_WRONG_LOGIN,
  FEU_SITE_FINDER_ERROR_WRONG_USER,
  FEU_SITE_FINDER_ERROR_WRONG_PASSWORD,
  FEU_SITE_FINDER_ERROR_LOGIN_PASSWORD,
  FEU_SITE_FINDER_ERROR_FORBIDDEN,
} FeuSiteFinderError;

/** The nick of @code for scripts: "app-passwords-off". */
const char *feu_site_finder_error_get_nick (FeuSiteFinderError code);

/** Sets the diagnosis @code for the server @host, with its usual sentence. */
void feu_site_finder_error_set (GError           **error,
                                FeuSiteFinderError code,
                                const char        *host);

/** Turns an error of FeuHttp into a diagnosis; cancellation stays. Takes @cause. */
void feu_site_finder_error_take (GError **error, GError *cause);

/**
 * feu_site_finder_error_judge:
 * @response: what came instead of the JSON of the interface
 *
 * Returns: what is likely behind it; NO_API where nothing tells
 */
FeuSiteFinderError feu_site_finder_error_judge (FeuHttpResponse *response);

G_END_DECLS
