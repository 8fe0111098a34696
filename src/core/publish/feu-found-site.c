/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of WordPress's REST interface, read with distrust.
 */
#include "config.h"

#include "feu-found-site.h"

#include "feu-http-address.h"
#include "feu-json.h"
#include "feu-rest-address.h"
#include "feu-site-page.h"

G_DEFINE_BOXED_TYPE (FeuFoundSite,
                     feu_found_site,
                     feu_found_site_ref,
                     feu_found_site_unref)

/* (transfer full): the address in @member; where it is none, the site's origin */
static char *
dup_address (JsonObject *index, const char *member, GUri *uri)
{
  const char *text = feu_json_get_string (index, member);
  g_autoptr (GUri) address = text != NULL ? feu_http_address_parse (text, NULL) : NULL;
  if (address == NULL)
    address = g_uri_parse_relative (uri, "/", SOUP_HTTP_URI_FLAGS, NULL);
  return g_uri_to_string (address);
}

static char *
dup_name (JsonObject *index, GUri *uri)
{
  const char      *html = feu_json_get_string (index, "name");
  g_autofree char *name = feu_site_page_dup_text (html != NULL ? html : "");
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (g_uri_get_host (uri));
}

/* "authentication" is an empty array where there is nothing: PHP knows no difference.
 */
static char *
dup_authorization (JsonObject *index)
{
  JsonObject *methods = feu_json_get_object (index, "authentication");
  JsonObject *passwords = feu_json_get_object (methods, "application-passwords");
  JsonObject *endpoints = feu_json_get_object (passwords, "endpoints");
  const char *address = feu_json_get_string (endpoints, "authorization");
  g_autoptr (GUri) uri =
      address != NULL ? feu_http_address_parse (address, NULL) : NULL;
  return uri != NULL ? g_uri_to_string (uri) : NULL;
}

static char *
dup_time_zone (JsonObject *index)
{
  const char *name = feu_json_get_string (index, "timezone_string");
  g_autoptr (GTimeZone) zone =
      name != NULL && *name != '\0' ? g_time_zone_new_identifier (name) : NULL;
  return zone != NULL ? g_strdup (name) : NULL;
}

static int
read_offset_min (JsonObject *index)
{
  double hours = feu_json_get_double (index, "gmt_offset");
  return hours >= -15 && hours <= 15 ? (int) (hours * 60) : 0;
}

gboolean
feu_found_site_has_posts (JsonNode *index)
{
  g_return_val_if_fail (index != NULL, FALSE);

  JsonObject *object =
      JSON_NODE_HOLDS_OBJECT (index) ? json_node_get_object (index) : NULL;
  JsonArray *names = feu_json_get_array (object, "namespaces");
  guint      n_names = names != NULL ? json_array_get_length (names) : 0;
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (feu_json_get_element_string (names, i), "wp/v2") == 0)
      return TRUE;
  return FALSE;
}

FeuFoundSite *
feu_found_site_new (FeuHttpResponse *response)
{
  g_return_val_if_fail (response != NULL, NULL);

  g_autoptr (JsonNode) node = feu_http_response_is_success (response)
                                  ? feu_http_response_parse_json (response)
                                  : NULL;
  if (node == NULL || !feu_found_site_has_posts (node))
    return NULL;

  GUri         *uri = feu_http_response_get_uri (response);
  JsonObject   *index = json_node_get_object (node);
  FeuFoundSite *self = g_new0 (FeuFoundSite, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->api_root = feu_rest_address_normalize (uri);
  self->name = dup_name (index, uri);
  self->home = dup_address (index, "home", uri);
  self->url = dup_address (index, "url", uri);
  self->time_zone = dup_time_zone (index);
  self->offset_min = read_offset_min (index);
  self->authorization = dup_authorization (index);
  self->is_plain_http = !feu_http_address_is_https (uri);
  return self;
}

FeuFoundSite *
feu_found_site_ref (FeuFoundSite *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_found_site_unref (FeuFoundSite *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->api_root);
  g_free (self->name);
  g_free (self->home);
  g_free (self->url);
  g_free (self->time_zone);
  g_free (self->authorization);
  g_free (self);
}
