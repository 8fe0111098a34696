/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With plain permalinks the route is a query, and further ones follow it with "&": two
 * question marks in one address were a bug of many clients.
 */
#include "config.h"

#include "feu-rest-address.h"

#include <libsoup/soup.h>
#include <string.h>

#define ROUTE_KEY "rest_route="

static gboolean
is_plain (const char *query)
{
  return query != NULL && strstr (query, ROUTE_KEY) != NULL;
}

char *
feu_rest_address_normalize (GUri *root)
{
  g_return_val_if_fail (root != NULL, NULL);

  gboolean         is_query = is_plain (g_uri_get_query (root));
  const char      *path = g_uri_get_path (root);
  gboolean         needs_slash = !is_query && !g_str_has_suffix (path, "/");
  g_autofree char *full_path = g_strconcat (path, needs_slash ? "/" : "", NULL);
  g_autoptr (GUri) clean = soup_uri_copy (root,
                                          SOUP_URI_PATH,
                                          *full_path != '\0' ? full_path : "/",
                                          SOUP_URI_QUERY,
                                          is_query ? ROUTE_KEY "/" : NULL,
                                          SOUP_URI_FRAGMENT,
                                          NULL,
                                          SOUP_URI_NONE);
  return g_uri_to_string (clean);
}

char *
feu_rest_address_new (const char *root, const char *route, const char *query)
{
  g_return_val_if_fail (root != NULL && route != NULL, NULL);

  if (query == NULL)
    return g_strconcat (root, route, NULL);
  return g_strconcat (root, route, is_plain (root) ? "&" : "?", query, NULL);
}

GUri *
feu_rest_address_secure (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, NULL);

  int port = g_uri_get_port (uri);
  return soup_uri_copy (uri,
                        SOUP_URI_SCHEME,
                        "https",
                        SOUP_URI_PORT,
                        port == 80 ? -1 : port,
                        SOUP_URI_NONE);
}
