/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin layer on GUri, so that everybody parses with the same flags.
 */
#include "config.h"

#include "feu-http-address.h"

#include "feu-http-error.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

/* GUri is lenient: what no host can be called. */
#define NOT_IN_HOSTS " \t\r\n\"#%/<>?@\\^`{|}"

static gboolean
is_usable (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) &&
         host != NULL && *host != '\0' && strpbrk (host, NOT_IN_HOSTS) == NULL &&
         g_uri_get_userinfo (uri) == NULL;
}

GUri *
feu_http_address_parse (const char *address, GError **error)
{
  g_return_val_if_fail (address != NULL, NULL);

  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || !is_usable (uri))
    {
      g_set_error_literal (error,
                           FEU_HTTP_ERROR,
                           FEU_HTTP_ERROR_BAD_REQUEST,
                           _ ("This is not the address of a site: it should look like "
                              "https://example.org."));
      return NULL;
    }
  return g_steal_pointer (&uri);
}

int
feu_http_address_get_port (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, -1);

  int port = g_uri_get_port (uri);
  if (port != -1)
    return port;
  return feu_http_address_is_https (uri) ? 443 : 80;
}

gboolean
feu_http_address_is_same_origin (GUri *a, GUri *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         feu_http_address_get_port (a) == feu_http_address_get_port (b);
}

gboolean
feu_http_address_is_https (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return g_str_equal (g_uri_get_scheme (uri), "https");
}

gboolean
feu_http_address_is_loopback (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0;
}
