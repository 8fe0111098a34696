/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses for both styles of permalinks, and the meaning of what comes back.
 * WordPress tells what is wrong by `code`; its message is in the site's language and
 * may be HTML. What is no JSON comes from something between: a proxy, a firewall, a
 * broken PHP.
 */
#include "config.h"

#include "feu-wordpress-call.h"

#include "feu-html-decode.h"
#include "feu-json.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#define MAX_SAID_CHARACTERS 200

char *
feu_wordpress_dup_address (const char        *api_root,
                           const char        *route,
                           const char *const *query)
{
  gboolean is_plain = strstr (api_root, "rest_route=") != NULL;
  GString *address = g_string_new (api_root);

  if (is_plain)
    g_string_append_uri_escaped (address, route, NULL, FALSE);
  else
    g_string_append (address, route);
  char separator = is_plain ? '&' : '?';
  for (guint i = 0; query != NULL && query[i] != NULL; i += 2)
    {
      g_string_append_c (address, separator);
      g_string_append (address, query[i]);
      g_string_append_c (address, '=');
      g_string_append_uri_escaped (address, query[i + 1], NULL, FALSE);
      separator = '&';
    }
  return g_string_free (address, FALSE);
}

guint
feu_wordpress_get_count (FeuHttpResponse *response, const char *header)
{
  const char *text = feu_http_response_get_header (response, header);
  guint64     number = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
  return (guint) MIN (number, G_MAXUINT);
}

/* No answer came. */
static void
take_http_error (GError *cause, GError **error)
{
  FeuPublishError code = FEU_PUBLISH_ERROR_UNKNOWN_OUTCOME;
  g_autoptr (GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }
  if (feu_http_error_is_tls (cause))
    code = FEU_PUBLISH_ERROR_TLS;
  else if (g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_BAD_REQUEST) ||
           g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_FOREIGN_ORIGIN))
    code = FEU_PUBLISH_ERROR_INVALID;
  else if (feu_http_error_is_not_sent (cause))
    code = FEU_PUBLISH_ERROR_OFFLINE;
  else if (g_error_matches (cause, FEU_HTTP_ERROR, FEU_HTTP_ERROR_TOO_LARGE))
    code = FEU_PUBLISH_ERROR_NOT_UNDERSTOOD;
  feu_publish_error_set (error, code, 0, 0, "%s", cause->message);
}

/* (nullable): what the site says, as one short line of plain text in quotation marks */
static char *
dup_said (JsonObject *answer)
{
  const char      *message = feu_json_get_string (answer, "message");
  g_autofree char *plain = message != NULL ? feu_html_decode_text (message) : NULL;

  if (plain == NULL || *plain == '\0')
    return NULL;
  if (g_utf8_strlen (plain, -1) <= MAX_SAID_CHARACTERS)
    return g_steal_pointer (&plain);
  g_autofree char *cut = g_utf8_substring (plain, 0, MAX_SAID_CHARACTERS);
  return g_strconcat (cut, "…", NULL);
}

/* A sentence of ours, and what the site says where it says anything. */
static void
fail (GError **error, FeuPublishError code, const char *said, const char *sentence)
{
  if (said == NULL)
    feu_publish_error_set (error, code, 0, 0, "%s", sentence);
  else
    /* Translators: a sentence of ours, then what a web site answered. */
    feu_publish_error_set (
        error, code, 0, 0, _ ("%s The site says: “%s”"), sentence, said);
}

static void
fail_busy (FeuHttpResponse *response, GError **error)
{
  int retry_after_s = feu_http_response_get_retry_after_s (response);

  feu_publish_error_set (error,
                         FEU_PUBLISH_ERROR_BUSY,
                         retry_after_s > 0 ? (guint) retry_after_s : 0,
                         0,
                         _ ("The site is busy and asks to be given a while."));
}

static void
fail_redirect (FeuHttpResponse *response, GError **error)
{
  g_autoptr (GUri) target = feu_http_response_dup_redirect (response);
  const char *host = target != NULL ? g_uri_get_host (target) : NULL;

  feu_publish_error_set (error,
                         FEU_PUBLISH_ERROR_REDIRECT,
                         0,
                         0,
                         _ ("The site answers at another address now (%s). Nothing was "
                            "sent there. Test the site and take over its new address."),
                         host != NULL ? host : "?");
}

/* What is no JSON of WordPress. */
static void
fail_foreign (guint status, GError **error)
{
  if (status == 403 || status == 406)
    fail (error,
          FEU_PUBLISH_ERROR_FIREWALL,
          NULL,
          _ ("A firewall before the site refused the request. Whoever looks after the "
             "site can allow it."));
  else if (status == 404 || status == 410)
    fail (error,
          FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
          NULL,
          _ ("The site does not offer what is needed for publishing at this address "
             "(any more)."));
  else
    feu_publish_error_set (
        error,
        status >= 500 ? FEU_PUBLISH_ERROR_SERVER : FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
        0,
        0,
        _ ("The site gave an answer that makes no sense (status %u)."),
        status);
}

static gboolean
is_refused_file (const char *code)
{
  return g_strcmp0 (code, "rest_upload_sideload_error") == 0 ||
         g_strcmp0 (code, "rest_upload_unknown_error") == 0 ||
         g_strcmp0 (code, "rest_upload_file_too_big") == 0 ||
         g_strcmp0 (code, "rest_upload_limited_space") == 0 ||
         g_strcmp0 (code, "rest_upload_user_quota_exceeded") == 0;
}

/* WordPress itself refuses. */
static void
fail_told (guint status, JsonObject *answer, GError **error)
{
  const char      *code = feu_json_get_string (answer, "code");
  g_autofree char *said = dup_said (answer);
  JsonObject      *data = feu_json_get_object (answer, "data");

  if (g_strcmp0 (code, "term_exists") == 0)
    feu_publish_error_set (error,
                           FEU_PUBLISH_ERROR_EXISTS,
                           0,
                           feu_json_get_int (data, "term_id"),
                           _ ("The site has this already."));
  else if (is_refused_file (code))
    fail (error,
          FEU_PUBLISH_ERROR_REFUSED_FILE,
          said,
          _ ("The site does not take this file."));
  else if (status == 403)
    fail (
        error, FEU_PUBLISH_ERROR_PERMISSION, said, _ ("Your account may not do this."));
  else if (status == 410 || g_strcmp0 (code, "rest_post_invalid_id") == 0)
    fail (error, FEU_PUBLISH_ERROR_GONE, said, _ ("This is not on the site any more."));
  else if (status == 404)
    fail (error,
          FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
          said,
          _ ("The site does not offer what is needed for publishing."));
  else if (status >= 500)
    fail (error,
          FEU_PUBLISH_ERROR_SERVER,
          said,
          _ ("The site has a failure of its own. Try again later."));
  else
    fail (error, FEU_PUBLISH_ERROR_INVALID, said, _ ("The site refused the request."));
}

static void
fail_status (FeuHttpResponse *response, JsonNode *answer, GError **error)
{
  guint       status = feu_http_response_get_status (response);
  JsonObject *told = answer != NULL && JSON_NODE_HOLDS_OBJECT (answer)
                         ? json_node_get_object (answer)
                         : NULL;
  if (feu_json_get_string (told, "code") == NULL)
    told = NULL;

  if (status >= 300 && status < 400)
    fail_redirect (response, error);
  else if (status == 401)
    fail (error,
          FEU_PUBLISH_ERROR_AUTH,
          NULL,
          _ ("The site does not accept your name or application password (any more). "
             "Sign in again."));
  else if (status == 413)
    fail (
        error,
        FEU_PUBLISH_ERROR_TOO_LARGE,
        NULL,
        _ ("This is too large for the site’s server. Set a lower limit for the images "
           "of this site."));
  else if (status == 429 || status == 503 || status == 408 || status == 425)
    fail_busy (response, error);
  else if (told == NULL)
    fail_foreign (status, error);
  else
    fail_told (status, told, error);
}

static FeuHttpResponse *
send_call (const FeuWordPressSite *site,
           const FeuWordPressCall *call,
           GCancellable           *cancellable,
           GError                **error)
{
  static const char *const headers[] = { "Accept", "application/json", NULL };
  g_autofree char         *uri =
      feu_wordpress_dup_address (site->api_root, call->route, call->query);
  g_autoptr (GBytes) body = call->body != NULL ? g_bytes_ref (call->body) : NULL;
  const char *content_type = call->content_type;

  if (call->json != NULL)
    {
      g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
      json_node_set_object (root, call->json);
      char *text = feu_json_to_text (root);
      body = g_bytes_new_take (text, strlen (text));
      content_type = "application/json";
    }
  FeuHttpRequest request = {
    .method = call->is_delete ? "DELETE"
              : body != NULL  ? "POST"
                              : "GET",
    .uri = uri,
    .login = site->login,
    .headers = headers,
    .body = body,
    .content_type = content_type,
    .progress = call->progress,
    .progress_data = call->progress_data,
  };
  return feu_http_send (site->http, &request, cancellable, error);
}

JsonNode *
feu_wordpress_call (const FeuWordPressSite *site,
                    const FeuWordPressCall *call,
                    FeuHttpResponse       **out_response,
                    GCancellable           *cancellable,
                    GError                **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FeuHttpResponse) response =
      send_call (site, call, cancellable, &local_error);
  if (response == NULL)
    {
      take_http_error (g_steal_pointer (&local_error), error);
      return NULL;
    }

  g_autoptr (JsonNode) answer = feu_http_response_parse_json (response);
  if (!feu_http_response_is_success (response))
    {
      fail_status (response, answer, error);
      return NULL;
    }
  if (answer == NULL)
    {
      fail_foreign (feu_http_response_get_status (response), error);
      return NULL;
    }
  if (out_response != NULL)
    *out_response = g_steal_pointer (&response);
  return g_steal_pointer (&answer);
}
