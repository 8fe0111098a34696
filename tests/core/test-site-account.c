/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signing in: why a site refuses, the approval page, and giving a password back.
 */
#include "config.h"

#include "feu-installation.h"
#include "feu-site-account.h"
#include "feu-site-approval.h"
#include "test-folder.h"
#include "test-http-server.h"

#define PASSWORD "abcd EFGH ijkl MNOP qrst UVWX"
#define UUID "8a1f3ad4-5d9c-4f0e-8f43-0f6d7c1f2b3a"
#define NOBODY "{\"code\":\"rest_not_logged_in\",\"message\":\"No.\"}"
#define ACCEPTED                                                                       \
  "<?xml version=\"1.0\"?><methodResponse><params></params></methodResponse>"
#define REFUSED                                                                        \
  "<?xml version=\"1.0\"?><methodResponse><fault><value><struct><member>"              \
  "<name>faultCode</name><value><int>403</int></value></member></struct></value>"      \
  "</fault></methodResponse>"

/* What the server answers; NULL is 404. */
typedef struct
{
  guint       me_status;
  const char *me_body;
  const char *xmlrpc_body;
  const char *password; /* NULL: PASSWORD */
  gboolean    offers_no_passwords;

  FeuSiteFinderError code;
} Case;

typedef struct
{
  const Case *one;
  guint       introspect_status;
  const char *introspect_body;
  guint       delete_status;
  gint        n_xmlrpc; /* atomic */
} World;

static void
answer_me (World *world, SoupServerMessage *message)
{
  if (world->one->me_status >= 300 && world->one->me_status < 400)
    test_http_server_set_header (message, "Location", "https://other.example/");
  test_http_server_answer (
      message, world->one->me_status, "application/json", world->one->me_body);
}

static void
handle_cb (TestHttpServer    *server,
           SoupServerMessage *message,
           const char        *path,
           gpointer           user_data)
{
  World *world = user_data;

  if (g_str_equal (path, "/b/wp-json/wp/v2/users/me"))
    answer_me (world, message);
  else if (g_str_has_suffix (path, "/application-passwords/introspect"))
    test_http_server_answer (
        message, world->introspect_status, "application/json", world->introspect_body);
  else if (g_str_equal (path,
                        "/b/wp-json/wp/v2/users/me/application-passwords/" UUID) &&
           g_str_equal (soup_server_message_get_method (message), "DELETE"))
    test_http_server_answer (message, world->delete_status, "application/json", "{}");
  else if (g_str_equal (path, "/b/xmlrpc.php") && world->one->xmlrpc_body != NULL)
    {
      SoupMessageBody *body = soup_server_message_get_request_body (message);
      g_assert_nonnull (g_strstr_len (body->data, body->length, ">eve &amp; co<"));
      g_atomic_int_inc (&world->n_xmlrpc);
      test_http_server_answer (message, 200, "text/xml", world->one->xmlrpc_body);
    }
  else
    test_http_server_answer (message, 404, "text/html", "<p>No.</p>");
}

static FeuFoundSite *
make_found (const char *origin, gboolean offers_passwords)
{
  g_autofree char *index = g_strdup_printf (
      "{\"name\":\"B\",\"url\":\"%sb\",\"home\":\"%sb\",\"namespaces\":[\"wp/v2\"],"
      "\"authentication\":%s%s%s}",
      origin,
      origin,
      offers_passwords ? "{\"application-passwords\":{\"endpoints\":{"
                         "\"authorization\":\""
                       : "[]",
      offers_passwords ? origin : "",
      offers_passwords ? "b/wp-admin/authorize-application.php\"}}}" : "");
  g_autofree char *address = g_strconcat (origin, "b/wp-json/?x=1", NULL);
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GBytes) body = g_bytes_new (index, strlen (index));
  SoupMessageHeaders *headers =
      soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_autoptr (FeuHttpResponse) response =
      feu_http_response_new (uri, 200, headers, body);
  soup_message_headers_unref (headers);
  return feu_found_site_new (response);
}

static void
test_accepts (void)
{
  const Case one = { .me_status = 200,
                     .me_body = "{\"id\":7,\"name\":\"\\u00c8ve &amp; Co\"}" };
  World      world = { .one = &one };
  g_autoptr (GError) error = NULL;
  gint64           id = 0;
  g_autofree char *name = NULL;
  TestHttpServer  *server = test_http_server_new (NULL, handle_cb, &world);
  g_autoptr (FeuFoundSite) found = make_found (server->url, TRUE);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new (server->url, "eve & co", PASSWORD);

  g_assert_true (feu_site_account_check (http, found, login, &id, &name, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpstr (name, ==, "Ève & Co");
  test_http_server_free (server);
}

static void
test_diagnoses (void)
{
  static const Case cases[] = {
    { 401, NOBODY, REFUSED, NULL, FALSE, FEU_SITE_FINDER_ERROR_WRONG_LOGIN },
    { 401, NOBODY, ACCEPTED, NULL, FALSE, FEU_SITE_FINDER_ERROR_HEADER_STRIPPED },
    { 401, NOBODY, ACCEPTED, "hunter2", FALSE, FEU_SITE_FINDER_ERROR_LOGIN_PASSWORD },
    { 401,
      NOBODY,
      "<html>XML-RPC is off</html>",
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_WRONG_LOGIN },
    { 401, NOBODY, NULL, NULL, FALSE, FEU_SITE_FINDER_ERROR_WRONG_LOGIN },
    { 401, NOBODY, ACCEPTED, NULL, TRUE, FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF },
    { 401,
      "{\"code\":\"incorrect_password\"}",
      NULL,
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_WRONG_PASSWORD },
    { 401,
      "Notice: x\n{\"code\":\"invalid_username\"}",
      NULL,
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_WRONG_USER },
    { 401,
      "{\"code\":\"invalid_email\"}",
      NULL,
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_WRONG_USER },
    { 401,
      "{\"code\":\"application_passwords_disabled_for_user\"}",
      NULL,
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF },
    { 403,
      "{\"code\":\"rest_forbidden\"}",
      NULL,
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_FORBIDDEN },
    { 403, "<h1>Forbidden</h1>", NULL, NULL, FALSE, FEU_SITE_FINDER_ERROR_FIREWALL },
    { 401,
      "<h1>Unauthorized</h1>",
      NULL,
      NULL,
      FALSE,
      FEU_SITE_FINDER_ERROR_PROTECTED },
    { 500, "", NULL, NULL, FALSE, FEU_SITE_FINDER_ERROR_SERVER },
    { 307, "", NULL, NULL, FALSE, FEU_SITE_FINDER_ERROR_REDIRECT },
    { 200, "[]", NULL, NULL, FALSE, FEU_SITE_FINDER_ERROR_NO_API },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      World       world = { .one = one };
      g_autoptr (GError) error = NULL;
      TestHttpServer *server = test_http_server_new (NULL, handle_cb, &world);
      g_autoptr (FeuFoundSite) found =
          make_found (server->url, !one->offers_no_passwords);
      g_autoptr (FeuHttp) http = feu_http_new (NULL);
      const char *password = one->password != NULL ? one->password : PASSWORD;
      g_autoptr (FeuHttpLogin) login =
          feu_http_login_new (server->url, "eve & co", password);

      g_assert_false (
          feu_site_account_check (http, found, login, NULL, NULL, NULL, &error));
      g_assert_error (error, FEU_SITE_FINDER_ERROR, (int) one->code);
      g_assert_null (strstr (error->message, password));
      test_http_server_free (server);
    }
}

/* The older interface is asked only at the origin that the login is for. */
static void
test_xmlrpc_stays_home (void)
{
  const Case one = { .me_status = 401, .me_body = NOBODY };
  const Case other = { .xmlrpc_body = ACCEPTED };
  World      world = { .one = &one };
  World      elsewhere = { .one = &other };
  g_autoptr (GError) error = NULL;
  TestHttpServer *server = test_http_server_new (NULL, handle_cb, &world);
  TestHttpServer *stranger = test_http_server_new (NULL, handle_cb, &elsewhere);
  g_autoptr (FeuFoundSite) found = make_found (server->url, TRUE);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autoptr (FeuHttpLogin) login = feu_http_login_new (server->url, "eve", PASSWORD);

  g_free (found->url);
  found->url = test_http_server_dup_url (stranger, "b");
  g_assert_false (
      feu_site_account_check (http, found, login, NULL, NULL, NULL, &error));
  g_assert_error (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_WRONG_LOGIN);
  g_assert_cmpuint (stranger->log->len, ==, 0);
  test_http_server_free (stranger);
  test_http_server_free (server);
}

static void
test_revokes (void)
{
  static const struct
  {
    guint         introspect_status;
    const char   *introspect_body;
    guint         delete_status;
    FeuSiteRevoke result;
  } cases[] = {
    { 200, "{\"uuid\":\"" UUID "\"}", 200, FEU_SITE_REVOKE_DONE },
    { 200, "{\"uuid\":\"" UUID "\"}", 403, FEU_SITE_REVOKE_FAILED },
    { 200, "{\"uuid\":\"../../posts/1\"}", 200, FEU_SITE_REVOKE_FAILED },
    { 200, "<p>hello</p>", 200, FEU_SITE_REVOKE_FAILED },
    { 401, NOBODY, 200, FEU_SITE_REVOKE_INVALID },
    { 401, "<p>The server's own</p>", 200, FEU_SITE_REVOKE_FAILED },
    { 404,
      "{\"code\":\"rest_no_authenticated_app_password\"}",
      200,
      FEU_SITE_REVOKE_NOT_ONE },
    { 404, "<p>Nothing</p>", 200, FEU_SITE_REVOKE_FAILED },
    { 500, "", 200, FEU_SITE_REVOKE_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case one = { 0 };
      World      world = { &one,
                           cases[i].introspect_status,
                           cases[i].introspect_body,
                           cases[i].delete_status,
                           0 };
      g_autoptr (GError) error = NULL;
      TestHttpServer  *server = test_http_server_new (NULL, handle_cb, &world);
      g_autofree char *root = test_http_server_dup_url (server, "b/wp-json/");
      g_autoptr (FeuHttp) http = feu_http_new (NULL);
      g_autoptr (FeuHttpLogin) login =
          feu_http_login_new (server->url, "eve", PASSWORD);

      g_assert_cmpint (feu_site_account_revoke (http, root, login, NULL, &error),
                       ==,
                       (int) cases[i].result);
      g_assert_true ((error != NULL) == (cases[i].result == FEU_SITE_REVOKE_FAILED));
      test_http_server_free (server);
    }
}

/* (transfer full): what stands behind "state=" in the approval's addresses */
static char *
dup_state (const FeuSiteApproval *approval)
{
  const char *address = feu_site_approval_get_address (approval);
  const char *at = strstr (address, "state%3D");
  return g_strndup (at + strlen ("state%3D"), 64);
}

static void
test_approval_address (void)
{
  g_autoptr (FeuFoundSite) found = make_found ("https://b.example/", TRUE);
  g_autoptr (FeuSiteApproval) approval = feu_site_approval_new (found, UUID);
  g_autoptr (FeuSiteApproval) other = feu_site_approval_new (found, UUID);
  g_autofree char *state = dup_state (approval);
  g_autofree char *other_state = dup_state (other);
  g_autoptr (GUri) uri = g_uri_parse (
      feu_site_approval_get_address (approval), G_URI_FLAGS_ENCODED_QUERY, NULL);
  g_autoptr (GHashTable) query =
      g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL);
  g_autofree char *granted = g_strconcat ("feuillet://approved/?state=", state, NULL);
  g_autofree char *rejected = g_strconcat ("feuillet://rejected/?state=", state, NULL);

  g_assert_cmpstr (state, !=, other_state);
  g_assert_cmpstr (g_uri_get_path (uri), ==, "/b/wp-admin/authorize-application.php");
  g_assert_cmpstr (g_hash_table_lookup (query, "app_id"), ==, UUID);
  g_assert_true (
      g_str_has_prefix (g_hash_table_lookup (query, "app_name"), "Feuillet"));
  g_assert_cmpstr (g_hash_table_lookup (query, "success_url"), ==, granted);
  g_assert_cmpstr (g_hash_table_lookup (query, "reject_url"), ==, rejected);
  g_autofree char *browser = feu_site_approval_dup_browser_address (approval);
  g_assert_null (strstr (browser, "success_url"));
  g_assert_nonnull (strstr (browser, "app_id=" UUID));
}

static void
test_approval_answers (void)
{
  /* %s is the state. */
  static const struct
  {
    const char           *before;
    const char           *after;
    FeuSiteApprovalAnswer answer;
  } cases[] = {
    { "feuillet://approved/?state=",
      "&site_url=https%3A%2F%2Fb.example%2Fb&user_login=eve+%26+co%40x&password="
      "abcd%20EFGH%20ijkl%20MNOP%20qrst%20UVWX",
      FEU_SITE_APPROVAL_GRANTED },
    { "feuillet://rejected/?state=", "", FEU_SITE_APPROVAL_REJECTED },
    { "feuillet://rejected/?state=", "&error=disabled", FEU_SITE_APPROVAL_REJECTED },
    { "feuillet://approved/?state=", "&success=false", FEU_SITE_APPROVAL_REJECTED },
    { "feuillet://approved/?state=", "", FEU_SITE_APPROVAL_FORGED },
    { "feuillet://approved/?state=",
      "&site_url=https%3A%2F%2Fevil.example&user_login=eve&password=x",
      FEU_SITE_APPROVAL_FORGED },
    { "feuillet://approved/?state=x",
      "&site_url=https%3A%2F%2Fb.example&user_login=eve&password=x",
      FEU_SITE_APPROVAL_FORGED },
    { "feuillet://approved/?stat=",
      "&site_url=https%3A%2F%2Fb.example&user_login=eve&password=x",
      FEU_SITE_APPROVAL_FORGED },
    { "FEUILLET:approved?state=", "", FEU_SITE_APPROVAL_FORGED },
    { "https://b.example/b/wp-login.php?redirect_to=feuillet&x=",
      "",
      FEU_SITE_APPROVAL_NONE },
    { "about:blank?", "", FEU_SITE_APPROVAL_NONE },
  };
  g_autoptr (FeuFoundSite) found = make_found ("https://b.example/", TRUE);
  g_autoptr (FeuSiteApproval) approval = feu_site_approval_new (found, UUID);
  g_autofree char *state = dup_state (approval);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *user = NULL;
      g_autofree char *password = NULL;
      g_autofree char *address =
          g_strconcat (cases[i].before, state, cases[i].after, NULL);
      g_assert_cmpint (feu_site_approval_read (approval, address, &user, &password),
                       ==,
                       (int) cases[i].answer);
      if (cases[i].answer == FEU_SITE_APPROVAL_GRANTED)
        {
          g_assert_cmpstr (user, ==, "eve & co@x");
          g_assert_cmpstr (password, ==, PASSWORD);
        }
      else
        g_assert_null (password);
    }
}

static void
test_installation (void)
{
  char *folder = test_folder_new ();
  g_autoptr (GFile) place = g_file_new_build_filename (folder, "feuillet", NULL);
  g_autofree char *first = feu_installation_dup_id (place);
  g_autofree char *again = feu_installation_dup_id (place);
  g_autofree char *lower = g_ascii_strdown (first, -1);

  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, ==, lower);
  test_folder_write (folder, "feuillet/installation-id", "junk", -1);
  g_autofree char *anew = feu_installation_dup_id (place);
  g_assert_true (g_uuid_string_is_valid (anew));
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/site-account/accepts", test_accepts);
  g_test_add_func ("/core/site-account/diagnoses", test_diagnoses);
  g_test_add_func ("/core/site-account/xmlrpc-stays-home", test_xmlrpc_stays_home);
  g_test_add_func ("/core/site-account/revokes", test_revokes);
  g_test_add_func ("/core/site-approval/address", test_approval_address);
  g_test_add_func ("/core/site-approval/answers", test_approval_answers);
  g_test_add_func ("/core/installation/id", test_installation);
  return g_test_run ();
}
