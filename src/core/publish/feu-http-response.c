/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading headers. Everything in them was chosen by the server.
 */
#include "config.h"

#include "feu-http-response.h"

#include "feu-json-text.h"

#include <string.h>

#define MAX_RETRY_AFTER_S (24 * 60 * 60)

struct _FeuHttpResponse
{
  gatomicrefcount ref_count;

  /* owned */
  GUri               *uri;
  SoupMessageHeaders *headers;
  GBytes             *body;

  guint status;
};

G_DEFINE_BOXED_TYPE (FeuHttpResponse,
                     feu_http_response,
                     feu_http_response_ref,
                     feu_http_response_unref)

FeuHttpResponse *
feu_http_response_new (GUri               *uri,
                       guint               status,
                       SoupMessageHeaders *headers,
                       GBytes             *body)
{
  g_return_val_if_fail (uri != NULL && headers != NULL && body != NULL, NULL);

  FeuHttpResponse *self = g_new0 (FeuHttpResponse, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->uri = g_uri_ref (uri);
  self->headers = soup_message_headers_ref (headers);
  self->body = g_bytes_ref (body);
  self->status = status;
  return self;
}

FeuHttpResponse *
feu_http_response_ref (FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_http_response_unref (FeuHttpResponse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_uri_unref (self->uri);
  soup_message_headers_unref (self->headers);
  g_bytes_unref (self->body);
  g_free (self);
}

guint
feu_http_response_get_status (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->status;
}

gboolean
feu_http_response_is_success (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status >= 200 && self->status < 300;
}

GUri *
feu_http_response_get_uri (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uri;
}

GBytes *
feu_http_response_get_body (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

const char *
feu_http_response_get_header (const FeuHttpResponse *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return soup_message_headers_get_list (self->headers, name);
}

gboolean
feu_http_response_has_media_type (const FeuHttpResponse *self, const char *type)
{
  g_return_val_if_fail (self != NULL && type != NULL, FALSE);

  const char *own = soup_message_headers_get_content_type (self->headers, NULL);
  return own != NULL && g_ascii_strcasecmp (own, type) == 0;
}

int
feu_http_response_get_retry_after_s (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, -1);

  const char *text = soup_message_headers_get_one (self->headers, "Retry-After");
  guint64     seconds = 0;
  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &seconds, NULL))
    return (int) MIN (seconds, MAX_RETRY_AFTER_S);

  g_autoptr (GDateTime) moment = soup_date_time_new_from_http_string (text);
  if (moment == NULL)
    return -1;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 wait_s = g_date_time_difference (moment, now) / G_TIME_SPAN_SECOND;
  return (int) CLAMP (wait_s, 0, MAX_RETRY_AFTER_S);
}

/* Relations are a list, and compared without case. */
static gboolean
has_relation (GHashTable *parameters, const char *rel)
{
  const char *value = g_hash_table_lookup (parameters, "rel");
  if (value == NULL)
    return FALSE;
  g_auto (GStrv) words = g_strsplit_set (value, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], rel) == 0)
      return TRUE;
  return FALSE;
}

/* End of one link: a comma that stands neither in <…> nor in quotes. */
static const char *
find_link_end (const char *at)
{
  gboolean is_target = FALSE;
  gboolean is_quoted = FALSE;

  for (; *at != '\0'; at++)
    {
      if (*at == '"' && !is_target)
        is_quoted = !is_quoted;
      else if (*at == '<' && !is_quoted)
        is_target = TRUE;
      else if (*at == '>' && !is_quoted)
        is_target = FALSE;
      else if (*at == ',' && !is_quoted && !is_target)
        break;
    }
  return at;
}

/* (transfer full) (nullable): the target in "<target>; rel=…" if it has the relation */
static char *
read_link (const char *link, const char *rel)
{
  const char *start = strchr (link, '<');
  const char *end = start != NULL ? strchr (start, '>') : NULL;
  const char *parameters = end != NULL ? strchr (end, ';') : NULL;
  if (parameters == NULL)
    return NULL;

  g_autoptr (GHashTable) table =
      soup_header_parse_semi_param_list_strict (parameters + 1);
  return table != NULL && has_relation (table, rel)
             ? g_strndup (start + 1, (gsize) (end - start - 1))
             : NULL;
}

static GUri *
resolve (const FeuHttpResponse *self, const char *reference)
{
  return g_uri_parse_relative (self->uri, reference, SOUP_HTTP_URI_FLAGS, NULL);
}

char *
feu_http_response_dup_link (const FeuHttpResponse *self, const char *rel)
{
  g_return_val_if_fail (self != NULL && rel != NULL, NULL);

  const char *at = feu_http_response_get_header (self, "Link");
  while (at != NULL && *at != '\0')
    {
      const char      *end = find_link_end (at);
      g_autofree char *link = g_strndup (at, (gsize) (end - at));
      g_autofree char *target = read_link (link, rel);
      g_autoptr (GUri) uri = target != NULL ? resolve (self, target) : NULL;
      if (uri != NULL)
        return g_uri_to_string (uri);
      at = *end == ',' ? end + 1 : end;
    }
  return NULL;
}

GUri *
feu_http_response_dup_redirect (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const char *location = soup_message_headers_get_one (self->headers, "Location");
  if (self->status < 300 || self->status > 399 || location == NULL)
    return NULL;
  return resolve (self, location);
}

JsonNode *
feu_http_response_parse_json (const FeuHttpResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  gsize       length = 0;
  const char *text = g_bytes_get_data (self->body, &length);
  return feu_json_text_parse (text, length);
}
