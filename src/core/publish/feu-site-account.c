/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stock WordPress answers "rest_not_logged_in" to a wrong password, to an unknown
 * user, and to a header that its web server dropped. Only sites with a plugin that asks
 * for the user early have codes of their own for the first two.
 */
#include "config.h"

#include "feu-site-account.h"

#include "feu-http-address.h"
#include "feu-json.h"
#include "feu-rest-address.h"
#include "feu-site-page.h"

#include <glib/gi18n.h>
#include <string.h>

#define PASSWORD_CHARACTERS 24
#define PASSWORDS_ROUTE "wp/v2/users/me/application-passwords"

typedef enum
{
  XMLRPC_UNKNOWN, /* switched off, or not understood */
  XMLRPC_ACCEPTS,
  XMLRPC_REFUSES,
} XmlrpcAnswer;

typedef struct
{
  const char        *code; /* of WordPress's errors */
  FeuSiteFinderError diagnosis;
} Known;

static const Known known_codes[] = {
  { "incorrect_password", FEU_SITE_FINDER_ERROR_WRONG_PASSWORD },
  { "invalid_username", FEU_SITE_FINDER_ERROR_WRONG_USER },
  { "invalid_email", FEU_SITE_FINDER_ERROR_WRONG_USER },
  { "application_passwords_disabled", FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF },
  { "application_passwords_disabled_for_user",
    FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF },
};

/* (transfer full) (nullable): an answer's object, or NULL for a page */
static JsonNode *
parse_object (FeuHttpResponse *response)
{
  g_autoptr (JsonNode) node = feu_http_response_parse_json (response);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

/* As WordPress reads it: only letters and digits count. */
static gboolean
is_application_password (const char *password)
{
  gsize n_characters = 0;

  for (; *password != '\0'; password++)
    {
      if (!g_ascii_isalnum (*password) && *password != ' ')
        return FALSE;
      n_characters += *password != ' ' ? 1 : 0;
    }
  return n_characters == PASSWORD_CHARACTERS;
}

/* (transfer full): a call with name and password; wiped by the caller */
static char *
make_xmlrpc_call (FeuHttpLogin *login)
{
  g_autofree char *user = g_markup_escape_text (feu_http_login_get_user (login), -1);
  char *password = g_markup_escape_text (feu_http_login_get_password (login), -1);
  char *call = g_strdup_printf (
      "<?xml version=\"1.0\"?><methodCall><methodName>wp.getUsersBlogs</methodName>"
      "<params><param><value><string>%s</string></value></param>"
      "<param><value><string>%s</string></value></param></params></methodCall>",
      user,
      password);
  feu_http_secret_free (password);
  return call;
}

static XmlrpcAnswer
read_xmlrpc (FeuHttpResponse *response)
{
  gsize       length = 0;
  GBytes     *body = feu_http_response_get_body (response);
  const char *text = g_bytes_get_data (body, &length);

  if (!feu_http_response_is_success (response) || length == 0 ||
      g_strstr_len (text, (gssize) length, "<methodResponse") == NULL)
    return XMLRPC_UNKNOWN;
  if (g_strstr_len (text, (gssize) length, "<fault>") == NULL)
    return XMLRPC_ACCEPTS;
  return g_strstr_len (text, (gssize) length, "<int>403</int>") != NULL
             ? XMLRPC_REFUSES
             : XMLRPC_UNKNOWN;
}

/* Where the older interface is, if it is at the origin that the login is for. */
static char *
dup_xmlrpc_address (const FeuFoundSite *found, FeuHttpLogin *login)
{
  const char *const bases[] = { found->url, found->api_root };

  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (GUri) base = feu_http_address_parse (bases[i], NULL);
      const char *wp_json =
          base != NULL ? strstr (g_uri_get_path (base), "/wp-json/") : NULL;
      if (base == NULL || !feu_http_login_is_for (login, base))
        continue;
      const char      *path = g_uri_get_path (base);
      g_autofree char *folder = wp_json != NULL
                                    ? g_strndup (path, (gsize) (wp_json - path))
                                    : g_strdup (path);
      gboolean         has_slash = g_str_has_suffix (folder, "/");
      g_autofree char *full =
          g_strconcat (folder, has_slash ? "" : "/", "xmlrpc.php", NULL);
      g_autoptr (GUri) uri = soup_uri_copy (
          base, SOUP_URI_PATH, full, SOUP_URI_QUERY, NULL, SOUP_URI_NONE);
      return g_uri_to_string (uri);
    }
  return NULL;
}

static void
free_call_cb (gpointer call)
{
  feu_http_secret_free (call);
}

static XmlrpcAnswer
ask_xmlrpc (FeuHttp            *http,
            const FeuFoundSite *found,
            FeuHttpLogin       *login,
            GCancellable       *cancellable)
{
  g_autofree char *address = dup_xmlrpc_address (found, login);
  if (address == NULL)
    return XMLRPC_UNKNOWN;

  char *call = make_xmlrpc_call (login);
  g_autoptr (GBytes) body =
      g_bytes_new_with_free_func (call, strlen (call), free_call_cb, call);
  FeuHttpRequest request = {
    .method = "POST",
    .uri = address,
    .body = body,
    .content_type = "text/xml",
    .max_answer_bytes = 1024 * 1024,
  };
  /* A second opinion: without it the diagnosis is only less exact. */
  g_autoptr (FeuHttpResponse) response =
      feu_http_send (http, &request, cancellable, NULL);
  return response != NULL ? read_xmlrpc (response) : XMLRPC_UNKNOWN;
}

static FeuSiteFinderError
diagnose_silence (FeuHttp            *http,
                  const FeuFoundSite *found,
                  FeuHttpLogin       *login,
                  GCancellable       *cancellable)
{
  if (found->authorization == NULL && !found->needs_login)
    return FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF;
  switch (ask_xmlrpc (http, found, login, cancellable))
    {
    case XMLRPC_ACCEPTS:
      return is_application_password (feu_http_login_get_password (login))
                 ? FEU_SITE_FINDER_ERROR_HEADER_STRIPPED
                 : FEU_SITE_FINDER_ERROR_LOGIN_PASSWORD;
    case XMLRPC_REFUSES:
    case XMLRPC_UNKNOWN:
      return FEU_SITE_FINDER_ERROR_WRONG_LOGIN;
    }
  return FEU_SITE_FINDER_ERROR_WRONG_LOGIN;
}

static FeuSiteFinderError
diagnose (FeuHttp            *http,
          const FeuFoundSite *found,
          FeuHttpLogin       *login,
          FeuHttpResponse    *response,
          GCancellable       *cancellable)
{
  g_autoptr (JsonNode) node = parse_object (response);
  g_autoptr (GUri) redirect = feu_http_response_dup_redirect (response);
  if (redirect != NULL)
    return FEU_SITE_FINDER_ERROR_REDIRECT;
  if (node == NULL)
    return feu_site_finder_error_judge (response);

  const char *code = feu_json_get_string (json_node_get_object (node), "code");
  for (gsize i = 0; i < G_N_ELEMENTS (known_codes); i++)
    if (g_strcmp0 (code, known_codes[i].code) == 0)
      return known_codes[i].diagnosis;
  switch (feu_http_response_get_status (response))
    {
    case SOUP_STATUS_UNAUTHORIZED:
      return diagnose_silence (http, found, login, cancellable);
    case SOUP_STATUS_FORBIDDEN:
      return FEU_SITE_FINDER_ERROR_FORBIDDEN;
    default:
      return feu_site_finder_error_judge (response);
    }
}

gboolean
feu_site_account_check (FeuHttp      *http,
                        FeuFoundSite *found,
                        FeuHttpLogin *login,
                        gint64       *out_user_id,
                        char        **out_name,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_return_val_if_fail (FEU_IS_HTTP (http), FALSE);
  g_return_val_if_fail (found != NULL && login != NULL, FALSE);

  GError          *cause = NULL;
  g_autofree char *address = feu_rest_address_new (
      found->api_root, "wp/v2/users/me", "context=edit&_fields=id,name");
  g_autoptr (FeuHttpResponse) response =
      feu_http_get (http, address, login, cancellable, &cause);
  if (response == NULL)
    {
      feu_site_finder_error_take (error, cause);
      return FALSE;
    }
  g_autoptr (JsonNode) node =
      feu_http_response_is_success (response) ? parse_object (response) : NULL;
  JsonObject *user = node != NULL ? json_node_get_object (node) : NULL;
  gint64      id = feu_json_get_int (user, "id");
  if (id <= 0)
    {
      FeuSiteFinderError code = diagnose (http, found, login, response, cancellable);
      feu_site_finder_error_set (
          error, code, g_uri_get_host (feu_http_response_get_uri (response)));
      return FALSE;
    }

  const char *name = feu_json_get_string (user, "name");
  if (out_user_id != NULL)
    *out_user_id = id;
  if (out_name != NULL)
    *out_name = feu_site_page_dup_text (name != NULL ? name : "");
  return TRUE;
}

/* (transfer full) (nullable): the number by which the site knows this password */
static char *
dup_uuid (FeuHttpResponse *response)
{
  g_autoptr (JsonNode) node = parse_object (response);
  const char *uuid =
      node != NULL ? feu_json_get_string (json_node_get_object (node), "uuid") : NULL;
  return uuid != NULL && g_uuid_string_is_valid (uuid) ? g_strdup (uuid) : NULL;
}

static FeuSiteRevoke
fail_revoke (FeuHttpResponse *response, GError **error)
{
  g_set_error (error,
               FEU_SITE_FINDER_ERROR,
               FEU_SITE_FINDER_ERROR_FORBIDDEN,
               _ ("“%s” did not revoke the application password (status %u). It can be "
                  "revoked on the profile page of the account."),
               g_uri_get_host (feu_http_response_get_uri (response)),
               feu_http_response_get_status (response));
  return FEU_SITE_REVOKE_FAILED;
}

FeuSiteRevoke
feu_site_account_revoke (FeuHttp      *http,
                         const char   *api_root,
                         FeuHttpLogin *login,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_return_val_if_fail (FEU_IS_HTTP (http), FEU_SITE_REVOKE_FAILED);
  g_return_val_if_fail (api_root != NULL && login != NULL, FEU_SITE_REVOKE_FAILED);

  GError          *cause = NULL;
  g_autofree char *address =
      feu_rest_address_new (api_root, PASSWORDS_ROUTE "/introspect", "_fields=uuid");
  g_autoptr (FeuHttpResponse) response =
      feu_http_get (http, address, login, cancellable, &cause);
  if (response == NULL)
    {
      feu_site_finder_error_take (error, cause);
      return FEU_SITE_REVOKE_FAILED;
    }
  g_autofree char *uuid =
      feu_http_response_is_success (response) ? dup_uuid (response) : NULL;
  if (uuid == NULL)
    {
      g_autoptr (JsonNode) refusal = parse_object (response);
      guint status = feu_http_response_get_status (response);
      if (refusal != NULL && status == SOUP_STATUS_UNAUTHORIZED)
        return FEU_SITE_REVOKE_INVALID;
      if (refusal != NULL && status == SOUP_STATUS_NOT_FOUND)
        return FEU_SITE_REVOKE_NOT_ONE;
      return fail_revoke (response, error);
    }

  g_autofree char *route = g_strconcat (PASSWORDS_ROUTE "/", uuid, NULL);
  g_autofree char *target = feu_rest_address_new (api_root, route, NULL);
  FeuHttpRequest   request = { .method = "DELETE", .uri = target, .login = login };
  g_autoptr (FeuHttpResponse) answer =
      feu_http_send (http, &request, cancellable, &cause);
  if (answer == NULL)
    {
      feu_site_finder_error_take (error, cause);
      return FEU_SITE_REVOKE_FAILED;
    }
  return feu_http_response_is_success (answer) ? FEU_SITE_REVOKE_DONE
                                               : fail_revoke (answer, error);
}
