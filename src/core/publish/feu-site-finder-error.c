/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of sentences, and the marks by which answers that are not the site's own
 * are told.
 */
#include "config.h"

#include "feu-site-finder-error.h"

#include "feu-http-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* A page of a firewall says what it is within its first lines. */
#define MAX_LOOK_BYTES (32 * 1024)

typedef struct
{
  FeuSiteFinderError code;
  const char        *nick;
  const char        *sentence; /* %s: the server's name */
} Diagnosis;

static const Diagnosis diagnoses[] = {
  { FEU_SITE_FINDER_ERROR_ADDRESS,
    "address",
    N_ ("“%s” is not the address of a site: it should look like "
        "https://example.org.") },
  { FEU_SITE_FINDER_ERROR_OFFLINE,
    "offline",
    N_ ("“%s” cannot be reached: there seems to be no network.") },
  { FEU_SITE_FINDER_ERROR_UNREACHABLE, "unreachable", N_ ("“%s” does not answer.") },
  { FEU_SITE_FINDER_ERROR_TLS, "tls", N_ ("No safe connection to “%s” came about.") },
  { FEU_SITE_FINDER_ERROR_REDIRECT,
    "redirect",
    N_ ("“%s” passes on to other addresses without end. Try the address that the "
        "browser shows on the front page of the site.") },
  { FEU_SITE_FINDER_ERROR_PORTAL,
    "portal",
    N_ ("Another server answered for “%s”: this network probably wants a sign-in of "
        "its own. Open any page in the browser, then try again.") },
  { FEU_SITE_FINDER_ERROR_FIREWALL,
    "firewall",
    N_ ("A firewall in front of “%s” refused the request. Ask who runs the site to "
        "let the address /wp-json/ pass.") },
  { FEU_SITE_FINDER_ERROR_SERVER,
    "server",
    N_ ("“%s” has a failure of its own, or is being updated. Try again later.") },
  { FEU_SITE_FINDER_ERROR_NO_API,
    "no-api",
    N_ ("“%s” answers, but no WordPress interface was found there. Check the address; "
        "a security plugin may also hide the REST API.") },
  { FEU_SITE_FINDER_ERROR_TOO_OLD,
    "too-old",
    N_ ("The WordPress of “%s” is too old to publish to: it needs 5.6 or newer.") },
  { FEU_SITE_FINDER_ERROR_UNSAFE,
    "unsafe",
    N_ ("“%s” offers no encryption (https): anybody on the way could read the "
        "password.") },
  { FEU_SITE_FINDER_ERROR_LOGIN_NEEDED,
    "login-needed",
    N_ ("“%s” shows its interface to signed-in users only: give name and application "
        "password.") },
  { FEU_SITE_FINDER_ERROR_PROTECTED,
    "protected",
    N_ ("The web server of “%s” wants a password of its own before WordPress is "
        "reached. Publishing works once /wp-json/ is exempt from it.") },
  { FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF,
    "app-passwords-off",
    N_ ("“%s” offers no application passwords: a security plugin turns them off, or "
        "the "
        "site does not know that it uses https. Ask who runs it to turn them on.") },
  { FEU_SITE_FINDER_ERROR_HEADER_STRIPPED,
    "header-stripped",
    N_ ("The password is right, but the web server of “%s” does not hand the header "
        "“Authorization” to WordPress. Who runs it can add to .htaccess: SetEnvIf "
        "Authorization \"(.*)\" HTTP_AUTHORIZATION=$1") },
  { FEU_SITE_FINDER_ERROR_WRONG_LOGIN,
    "wrong-login",
    N_ ("“%s” did not accept name and password. Check both: the name is that of the "
        "account, the password an application password from its profile page.") },
  { FEU_SITE_FINDER_ERROR_WRONG_USER,
    "wrong-user",
    N_ ("“%s” has no account with this name or e-mail address.") },
  { FEU_SITE_FINDER_ERROR_WRONG_PASSWORD,
    "wrong-password",
    N_ ("“%s” knows the account, but this is not one of its application "
        "passwords.") },
  { FEU_SITE_FINDER_ERROR_LOGIN_PASSWORD,
    "login-password",
    N_ ("This is the password of the account itself. “%s” wants an application "
        "password: its "
        "profile page makes one.") },
  { FEU_SITE_FINDER_ERROR_FORBIDDEN,
    "forbidden",
    N_ ("“%s” does not let this account use its interface. A security plugin may be "
        "the reason.") },
};

/* What firewalls and the like put into their pages; lower case. */
static const char *const firewall_words[] = {
  "cloudflare",    "sucuri",
  "wordfence",     "imunify360",
  "mod_security",  "modsecurity",
  "incapsula",     "akamai",
  "captcha",       "web application firewall",
  "been blocked",  "request blocked",
  "access denied",
};

static const char *const firewall_headers[] = { "CF-RAY",
                                                "CF-Mitigated",
                                                "X-Sucuri-ID",
                                                "X-Iinfo",
                                                "X-Datadome" };

G_DEFINE_QUARK (feu_site_finder_error, feu_site_finder_error)

static const Diagnosis *
get_diagnosis (FeuSiteFinderError code)
{
  const Diagnosis *found = &diagnoses[0];

  for (gsize i = 0; i < G_N_ELEMENTS (diagnoses); i++)
    if (diagnoses[i].code == code)
      found = &diagnoses[i];
  return found;
}

const char *
feu_site_finder_error_get_nick (FeuSiteFinderError code)
{
  return get_diagnosis (code)->nick;
}

void
feu_site_finder_error_set (GError **error, FeuSiteFinderError code, const char *host)
{
  g_return_if_fail (host != NULL);

  /* The sentences come from the table alone. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error,
               FEU_SITE_FINDER_ERROR,
               (int) code,
               gettext (get_diagnosis (code)->sentence),
               host);
#pragma GCC diagnostic pop
}

static FeuSiteFinderError
translate_code (const GError *cause)
{
  if (feu_http_error_is_tls (cause))
    return FEU_SITE_FINDER_ERROR_TLS;
  if (g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_OFFLINE))
    return FEU_SITE_FINDER_ERROR_OFFLINE;
  if (g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_BAD_REQUEST) ||
      g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_HOST_NOT_FOUND))
    return FEU_SITE_FINDER_ERROR_ADDRESS;
  if (g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_TOO_LARGE))
    return FEU_SITE_FINDER_ERROR_NO_API;
  return FEU_SITE_FINDER_ERROR_UNREACHABLE;
}

void
feu_site_finder_error_take (GError **error, GError *cause)
{
  g_return_if_fail (cause != NULL);

  if (cause->domain == FEU_HTTP_ERROR)
    {
      GError *told = g_error_new_literal (
          FEU_SITE_FINDER_ERROR, (int) translate_code (cause), cause->message);
      g_error_free (cause);
      cause = told;
    }
  g_propagate_error (error, cause);
}

static gboolean
has_firewall_marks (FeuHttpResponse *response)
{
  for (gsize i = 0; i < G_N_ELEMENTS (firewall_headers); i++)
    if (feu_http_response_get_header (response, firewall_headers[i]) != NULL)
      return TRUE;

  gsize       length = 0;
  const char *bytes = g_bytes_get_data (feu_http_response_get_body (response), &length);
  g_autofree char *text =
      g_ascii_strdown (bytes, (gssize) MIN (length, MAX_LOOK_BYTES));
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (firewall_words); i++)
    if (strstr (text, firewall_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

FeuSiteFinderError
feu_site_finder_error_judge (FeuHttpResponse *response)
{
  g_return_val_if_fail (response != NULL, FEU_SITE_FINDER_ERROR_NO_API);

  switch (feu_http_response_get_status (response))
    {
    case SOUP_STATUS_UNAUTHORIZED:
      return FEU_SITE_FINDER_ERROR_PROTECTED;
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_NOT_ACCEPTABLE:
      return FEU_SITE_FINDER_ERROR_FIREWALL;
    case 429:
    case SOUP_STATUS_SERVICE_UNAVAILABLE:
      return has_firewall_marks (response) ? FEU_SITE_FINDER_ERROR_FIREWALL
                                           : FEU_SITE_FINDER_ERROR_SERVER;
    case 511:
      return FEU_SITE_FINDER_ERROR_PORTAL;
    default:
      return feu_http_response_get_status (response) >= 500
                 ? FEU_SITE_FINDER_ERROR_SERVER
                 : FEU_SITE_FINDER_ERROR_NO_API;
    }
}
