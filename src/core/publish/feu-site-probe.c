/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A network in between can answer for any unencrypted address. So what such an answer
 * says leads us on, and never makes a server trusted.
 */
#include "config.h"

#include "feu-site-probe-private.h"

#include "feu-http-address.h"

#include <glib/gi18n.h>

#define MAX_REDIRECTS 10
#define MAX_ANSWER_BYTES (8 * 1024 * 1024)

static char *
dup_server (GUri *uri, int port)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  return g_strdup_printf ("%s:%d", host, port);
}

void
feu_site_probe_init (FeuSiteProbe *self, GUri *asked)
{
  int port = feu_http_address_get_port (asked);

  self->trusted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->trusted, dup_server (asked, port));
  if (port == 80)
    g_hash_table_add (self->trusted, dup_server (asked, 443));
}

void
feu_site_probe_clear (FeuSiteProbe *self)
{
  g_clear_pointer (&self->trusted, g_hash_table_unref);
  g_clear_error (&self->reason);
}

static gboolean
is_trusted (FeuSiteProbe *self, GUri *uri)
{
  g_autofree char *server = dup_server (uri, feu_http_address_get_port (uri));
  return g_hash_table_contains (self->trusted, server);
}

/* Nobody can listen in between, or answer in the server's place. */
static gboolean
is_private (GUri *uri)
{
  return feu_http_address_is_https (uri) || feu_http_address_is_loopback (uri);
}

void
feu_site_probe_trust (FeuSiteProbe *self, GUri *source, GUri *target)
{
  if (is_trusted (self, source) && is_private (source))
    g_hash_table_add (self->trusted,
                      dup_server (target, feu_http_address_get_port (target)));
}

gboolean
feu_site_probe_may_sign_in (FeuSiteProbe *self, GUri *uri)
{
  return is_trusted (self, uri) && (is_private (uri) || self->allows_plain_http);
}

static FeuHttpResponse *
send_once (FeuSiteProbe *self,
           const char   *method,
           GUri         *uri,
           gboolean      with_login,
           GError      **error)
{
  GError          *cause = NULL;
  g_autofree char *address = g_uri_to_string (uri);
  g_autoptr (FeuHttpLogin) login =
      with_login && self->user != NULL && feu_site_probe_may_sign_in (self, uri)
          ? feu_http_login_new (address, self->user, self->password)
          : NULL;
  const FeuHttpRequest request = {
    .method = method,
    .uri = address,
    .login = login,
    .max_answer_bytes = MAX_ANSWER_BYTES,
  };

  FeuHttpResponse *response =
      feu_http_send (self->http, &request, self->cancellable, &cause);
  if (response != NULL)
    return response;
  if (feu_http_error_is_tls (cause) &&
      !g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_TLS))
    self->had_bad_certificate = TRUE;
  feu_site_finder_error_take (error, cause);
  return NULL;
}

/* Whether the names are more than a "www." apart. */
static gboolean
is_other_host (GUri *a, GUri *b)
{
  const char *first = g_uri_get_host (a);
  const char *second = g_uri_get_host (b);

  first += g_ascii_strncasecmp (first, "www.", 4) == 0 ? 4 : 0;
  second += g_ascii_strncasecmp (second, "www.", 4) == 0 ? 4 : 0;
  return g_ascii_strcasecmp (first, second) != 0;
}

/* Returns: FALSE with @error where the redirect must not be followed */
static gboolean
check_redirect (FeuSiteProbe *self, GUri *from, GUri *to, GError **error)
{
  const char *scheme = g_uri_get_scheme (to);
  const char *host = g_uri_get_host (to);

  if (host == NULL || *host == '\0' ||
      !(g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) ||
      (feu_http_address_is_https (from) && !feu_http_address_is_https (to)))
    {
      g_set_error (error,
                   FEU_SITE_FINDER_ERROR,
                   FEU_SITE_FINDER_ERROR_REDIRECT,
                   _ ("“%s” passes on from an encrypted address to an unencrypted one, "
                      "which Feuillet does not follow."),
                   g_uri_get_host (from));
      return FALSE;
    }
  if (!is_private (from) && is_other_host (from, to))
    self->was_led_away = TRUE;
  feu_site_probe_trust (self, from, to);
  return TRUE;
}

FeuHttpResponse *
feu_site_probe_fetch (FeuSiteProbe *self,
                      const char   *method,
                      GUri         *uri,
                      gboolean      with_login,
                      GError      **error)
{
  g_autoptr (GUri) at = g_uri_ref (uri);

  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      g_autoptr (FeuHttpResponse) response =
          send_once (self, method, at, with_login, error);
      g_autoptr (GUri) target =
          response != NULL ? feu_http_response_dup_redirect (response) : NULL;
      if (target == NULL)
        return g_steal_pointer (&response);
      if (with_login && !feu_http_address_is_same_origin (at, target))
        break;
      if (!check_redirect (self, at, target, error))
        return NULL;
      g_uri_unref (at);
      at = g_steal_pointer (&target);
    }
  feu_site_finder_error_set (
      error, FEU_SITE_FINDER_ERROR_REDIRECT, g_uri_get_host (uri));
  return NULL;
}

/* How much a failure tells, when several addresses of a site failed in several ways. */
static int
get_rank (const GError *error)
{
  if (error->domain != FEU_SITE_FINDER_ERROR)
    return 100; /* cancelled */
  switch ((FeuSiteFinderError) error->code)
    {
    case FEU_SITE_FINDER_ERROR_NO_API:
      return 0;
    case FEU_SITE_FINDER_ERROR_ADDRESS:
    case FEU_SITE_FINDER_ERROR_OFFLINE:
    case FEU_SITE_FINDER_ERROR_UNREACHABLE:
      return 1;
    case FEU_SITE_FINDER_ERROR_SERVER:
      return 2;
    case FEU_SITE_FINDER_ERROR_FIREWALL:
    case FEU_SITE_FINDER_ERROR_PROTECTED:
      return 3;
    case FEU_SITE_FINDER_ERROR_PORTAL:
    case FEU_SITE_FINDER_ERROR_TLS:
    case FEU_SITE_FINDER_ERROR_REDIRECT:
      return 4;
    case FEU_SITE_FINDER_ERROR_TOO_OLD:
    case FEU_SITE_FINDER_ERROR_UNSAFE:
      return 5;
    case FEU_SITE_FINDER_ERROR_LOGIN_NEEDED:
      return 6;
    case FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF:
    case FEU_SITE_FINDER_ERROR_HEADER_STRIPPED:
    case FEU_SITE_FINDER_ERROR_WRONG_LOGIN:
    case FEU_SITE_FINDER_ERROR_WRONG_USER:
    case FEU_SITE_FINDER_ERROR_WRONG_PASSWORD:
    case FEU_SITE_FINDER_ERROR_LOGIN_PASSWORD:
    case FEU_SITE_FINDER_ERROR_FORBIDDEN:
      return 7;
    }
  return 0;
}

void
feu_site_probe_note (FeuSiteProbe *self, GError *error)
{
  if (self->reason != NULL && get_rank (self->reason) >= get_rank (error))
    {
      g_error_free (error);
      return;
    }
  g_clear_error (&self->reason);
  self->reason = error;
}

void
feu_site_probe_note_code (FeuSiteProbe *self, FeuSiteFinderError code, GUri *uri)
{
  GError *error = NULL;

  feu_site_finder_error_set (&error, code, g_uri_get_host (uri));
  feu_site_probe_note (self, error);
}
