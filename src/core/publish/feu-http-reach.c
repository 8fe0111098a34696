/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name may mean another address a moment later; what is asked here is only ever a GET
 * without login, whose answer is thrown away unless it is an image.
 */
#include "config.h"

#include "feu-http-reach.h"

#include <string.h>

static gboolean
is_near_ipv4 (const guint8 *bytes)
{
  return bytes[0] == 0 || bytes[0] == 10 || bytes[0] == 127 || bytes[0] >= 224 ||
         (bytes[0] == 100 && (bytes[1] & 0xc0) == 64) ||
         (bytes[0] == 169 && bytes[1] == 254) ||
         (bytes[0] == 172 && (bytes[1] & 0xf0) == 16) ||
         (bytes[0] == 192 && bytes[1] == 168);
}

gboolean
feu_http_is_near (GInetAddress *address)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 translated[12] = { 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0 };
  const guint8       *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_near_ipv4 (bytes);
  if (memcmp (bytes, mapped, sizeof mapped) == 0 ||
      memcmp (bytes, translated, sizeof translated) == 0)
    return is_near_ipv4 (bytes + sizeof mapped);
  return g_inet_address_get_is_loopback (address) ||
         g_inet_address_get_is_any (address) || (bytes[0] & 0xfe) == 0xfc ||
         bytes[0] == 0xff || (bytes[0] == 0xfe && (bytes[1] & 0x80) == 0x80);
}

gboolean
feu_http_may_reach (GUri *uri, const char *home, GCancellable *cancellable)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if ((strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0) || host == NULL ||
      *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  if (home != NULL && g_ascii_strcasecmp (host, home) == 0)
    return TRUE;
  GList *addresses =
      g_resolver_lookup_by_name (g_resolver_get_default (), host, cancellable, NULL);
  gboolean may = addresses != NULL;
  for (const GList *at = addresses; at != NULL; at = at->next)
    may &= !feu_http_is_near (at->data);
  g_resolver_free_addresses (addresses);
  return may;
}
