/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests against a server in the test that behaves, or does not.
 */
#include "config.h"

#include "feu-http.h"
#include "test-http-server.h"

#include <gio/gio.h>

#define USER "ève"
#define PASSWORD "Zk 4: secret é"

typedef struct
{
  TestHttpServer *server;
  FeuHttp        *http;
  gint            n_paused; /* atomic */
} Fixture;

static void
answer_request (SoupServerMessage *message)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char            *name = NULL;
  const char            *value = NULL;

  soup_message_headers_iter_init (&iter,
                                  soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "%s: %s\n", name, value);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " bytes\n", (gsize) body->length);
  test_http_server_answer (message, 200, "text/plain", text->str);
}

static void
answer_big (SoupServerMessage *message)
{
  g_autofree char *big = g_strnfill (1 << 20, 'x');
  test_http_server_answer (message, 200, "text/plain", big);
}

static void
handle_cb (TestHttpServer    *server,
           SoupServerMessage *message,
           const char        *path,
           gpointer           user_data)
{
  Fixture *fixture = user_data;

  if (g_str_equal (path, "/request"))
    answer_request (message);
  else if (g_str_equal (path, "/big"))
    answer_big (message);
  else if (g_str_equal (path, "/silent"))
    {
      g_atomic_int_inc (&fixture->n_paused);
      soup_server_message_pause (message);
    }
  else if (g_str_equal (path, "/cut"))
    test_http_server_cut (message, "");
  else if (g_str_equal (path, "/cut-body"))
    test_http_server_cut (message, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf");
  else if (g_str_equal (path, "/noise"))
    test_http_server_cut (message, "\1\2SSH-2.0 something else\r\n\r\n");
  else if (g_str_equal (path, "/login"))
    {
      test_http_server_set_header (message, "WWW-Authenticate", "Basic realm=\"x\"");
      test_http_server_set_header (message, "Set-Cookie", "wordpress_logged_in=1");
      test_http_server_answer (message, 401, "application/json", "{\"code\":\"no\"}");
    }
  else if (g_str_equal (path, "/moved"))
    {
      test_http_server_set_header (message, "Location", "/request?x=1");
      test_http_server_answer (message, 301, "text/html", "");
    }
  else
    test_http_server_answer (message, 404, "text/html", "<p>No.</p>");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_http_server_new (NULL, handle_cb, fixture);
  fixture->http = feu_http_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_http_server_free (fixture->server);
  g_object_add_weak_pointer (G_OBJECT (fixture->http), (gpointer *) &fixture->http);
  g_object_unref (fixture->http);
  g_assert_null (fixture->http);
}

static FeuHttpResponse *
send (Fixture *fixture, const char *path, FeuHttpRequest request, GError **error)
{
  g_autofree char *url = test_http_server_dup_url (fixture->server, path);
  request.uri = url;
  return feu_http_send (fixture->http, &request, NULL, error);
}

static char *
dup_body (FeuHttpResponse *response)
{
  GBytes *body = feu_http_response_get_body (response);
  return g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

static void
add_up_cb (gsize sent_bytes, gsize total_bytes, gpointer user_data)
{
  gsize *last = user_data;

  g_assert_cmpuint (total_bytes, ==, 300000);
  g_assert_cmpuint (sent_bytes, >, *last);
  *last = sent_bytes;
}

static void
test_sends_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new (fixture->server->url, USER, PASSWORD);
  g_autofree char *filler = g_strnfill (300000, 'y');
  g_autoptr (GBytes) body = g_bytes_new (filler, 300000);
  const char *const headers[] = { "Content-Disposition",
                                  "attachment; filename=\"a.jpg\"",
                                  NULL };
  gsize             sent_bytes = 0;

  g_autoptr (FeuHttpResponse) response =
      send (fixture,
            "request",
            (FeuHttpRequest){ .method = "POST",
                              .login = login,
                              .headers = headers,
                              .body = body,
                              .content_type = "image/jpeg",
                              .progress = add_up_cb,
                              .progress_data = &sent_bytes },
            &error);
  g_assert_no_error (error);
  g_autofree char *text = dup_body (response);
  g_assert_nonnull (strstr (text, "Content-Type: image/jpeg\n"));
  g_assert_nonnull (
      strstr (text, "Content-Disposition: attachment; filename=\"a.jpg\"\n"));
  g_assert_nonnull (strstr (text, "Content-Length: 300000\n"));
  g_assert_nonnull (strstr (text, "\n300000 bytes\n"));
  g_assert_nonnull (strstr (text, "User-Agent: Feuillet/"));
  g_autofree char *plain = g_strconcat (USER, ":", PASSWORD, NULL);
  g_autofree char *coded = g_base64_encode ((const guchar *) plain, strlen (plain));
  g_autofree char *wanted = g_strconcat ("Authorization: Basic ", coded, "\n", NULL);
  g_assert_nonnull (strstr (text, wanted));
  g_assert_cmpuint (sent_bytes, ==, 300000);
}

static void
test_keeps_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new (fixture->server->url, USER, PASSWORD);

  g_autoptr (FeuHttpResponse) refused = send (
      fixture, "login", (FeuHttpRequest){ .method = "GET", .login = login }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feu_http_response_get_status (refused), ==, 401);
  g_autoptr (JsonNode) json = feu_http_response_parse_json (refused);
  g_assert_nonnull (json);
  g_autoptr (FeuHttpResponse) next =
      send (fixture, "request", (FeuHttpRequest){ .method = "GET" }, &error);
  g_assert_no_error (error);
  g_autofree char *text = dup_body (next);
  g_assert_null (strstr (text, "Cookie"));
  g_assert_null (strstr (text, "Authorization"));
  g_autofree char *log = test_http_server_dup_log (fixture->server);
  g_assert_cmpstr (log, ==, "GET /login\nGET /request\n");
}

static void
test_follows_nothing (Fixture *fixture, gconstpointer data)
{
  const char *const methods[] = { "GET", "POST", "PUT", "DELETE" };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FeuHttpResponse) response =
          send (fixture, "moved", (FeuHttpRequest){ .method = methods[i] }, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (feu_http_response_get_status (response), ==, 301);
      g_autoptr (GUri) target = feu_http_response_dup_redirect (response);
      g_autofree char *text = g_uri_to_string (target);
      g_autofree char *wanted =
          test_http_server_dup_url (fixture->server, "request?x=1");
      g_assert_cmpstr (text, ==, wanted);
    }
  g_autofree char *log = test_http_server_dup_log (fixture->server);
  g_assert_cmpstr (log, ==, "GET /moved\nPOST /moved\nPUT /moved\nDELETE /moved\n");
}

/* What fails after the request went out is told apart, and is not sent again. */
static void
test_unknown_outcome (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char  *path;
    FeuHttpError code;
  } cases[] = {
    { "cut", FEU_HTTP_ERROR_UNKNOWN_OUTCOME },
    { "cut-body", FEU_HTTP_ERROR_UNKNOWN_OUTCOME },
    { "silent", FEU_HTTP_ERROR_UNKNOWN_OUTCOME },
    { "noise", FEU_HTTP_ERROR_BAD_ANSWER },
  };

  feu_http_set_timeout_s (fixture->http, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const methods[] = { "POST", "DELETE" };
      for (gsize m = 0; m < G_N_ELEMENTS (methods); m++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (FeuHttpResponse) response = send (
              fixture, cases[i].path, (FeuHttpRequest){ .method = methods[m] }, &error);
          g_assert_null (response);
          g_assert_error (error, FEU_HTTP_ERROR, (int) cases[i].code);
          g_assert_false (feu_http_error_is_not_sent (error));
          g_assert_false (feu_http_error_is_offline (error));
        }
    }
  g_assert_cmpuint (fixture->server->log->len, ==, 2 * G_N_ELEMENTS (cases));
}

static void
test_not_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  g_assert_no_error (error);
  g_socket_listener_close (listener);
  g_autofree char *closed = g_strdup_printf ("http://127.0.0.1:%u/", port);

  g_assert_null (feu_http_get (fixture->http, closed, NULL, NULL, &error));
  g_assert_error (error, FEU_HTTP_ERROR, FEU_HTTP_ERROR_CONNECT);
  g_assert_true (feu_http_error_is_not_sent (error));
  g_assert_true (feu_http_error_is_offline (error));
  g_clear_error (&error);

  g_assert_null (
      feu_http_get (fixture->http, "http://nobody.invalid/", NULL, NULL, &error));
  g_assert_cmpint ((int) error->domain, ==, (int) FEU_HTTP_ERROR);
  g_assert_true (feu_http_error_is_not_sent (error));
  g_assert_true (feu_http_error_is_offline (error));
  g_assert_nonnull (strstr (error->message, "nobody.invalid"));
}

static void
test_bad_request (Fixture *fixture, gconstpointer data)
{
  const char *const addresses[] = {
    "",
    "example.org",
    "ftp://example.org/",
    "file:///etc/passwd",
    "http://",
    "http:///x",
    "https://u:p@example.org/",
    "http://a b",
    "http://[::1",
    "http://example.org:99999/",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (feu_http_get (fixture->http, addresses[i], NULL, NULL, &error));
      g_assert_error (error, FEU_HTTP_ERROR, FEU_HTTP_ERROR_BAD_REQUEST);
      g_assert_true (feu_http_error_is_not_sent (error));
      g_assert_null (feu_http_login_new (addresses[i], "a", "b"));
    }

  g_autoptr (GError) error = NULL;
  const char *const headers[] = { "X-Name", "a\r\nX-Other: b", NULL };
  g_assert_null (send (fixture,
                       "request",
                       (FeuHttpRequest){ .method = "GET", .headers = headers },
                       &error));
  g_assert_error (error, FEU_HTTP_ERROR, FEU_HTTP_ERROR_BAD_REQUEST);
}

static void
test_login_stays_home (Fixture *fixture, gconstpointer data)
{
  const char *const others[] = {
    "https://127.0.0.1/",
    "http://127.0.0.1:1/",
    "http://127.0.0.2/",
    "http://localhost/",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FeuHttpLogin) login = feu_http_login_new (others[i], USER, PASSWORD);
      g_assert_null (send (fixture,
                           "request",
                           (FeuHttpRequest){ .method = "GET", .login = login },
                           &error));
      g_assert_error (error, FEU_HTTP_ERROR, FEU_HTTP_ERROR_FOREIGN_ORIGIN);
      g_assert_null (strstr (error->message, PASSWORD));
    }
  g_assert_cmpuint (fixture->server->log->len, ==, 0);

  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new ("https://Example.org/blog/", USER, PASSWORD);
  g_autoptr (GUri) same =
      g_uri_parse ("https://example.ORG:443/wp-json/", SOUP_HTTP_URI_FLAGS, NULL);
  g_assert_true (feu_http_login_is_for (login, same));
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FeuHttpRequest request = { .method = "GET", .max_answer_bytes = (1 << 20) - 1 };

  g_assert_null (send (fixture, "big", request, &error));
  g_assert_error (error, FEU_HTTP_ERROR, FEU_HTTP_ERROR_TOO_LARGE);
  g_clear_error (&error);
  request.max_answer_bytes++;
  g_autoptr (FeuHttpResponse) response = send (fixture, "big", request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
      g_bytes_get_size (feu_http_response_get_body (response)), ==, 1 << 20);
}

static gpointer
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return NULL;
}

static void
test_cancels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = test_http_server_dup_url (fixture->server, "silent");
  GThread         *thread = g_thread_new ("cancel", cancel_cb, cancellable);

  g_assert_null (feu_http_get (fixture->http, url, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (feu_http_error_is_not_sent (error));
  g_thread_join (thread);
}

static gpointer
send_many_cb (gpointer user_data)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FeuHttpResponse) response =
          send (fixture,
                "request",
                (FeuHttpRequest){ .method = i % 2 == 0 ? "GET" : "POST" },
                &error);
      g_assert_no_error (error);
      g_assert_cmpuint (feu_http_response_get_status (response), ==, 200);
    }
  return NULL;
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sender", send_many_cb, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (fixture->server->log->len, ==, 50 * G_N_ELEMENTS (threads));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/core/http/sends-all", test_sends_all },
    { "/core/http/keeps-nothing", test_keeps_nothing },
    { "/core/http/follows-nothing", test_follows_nothing },
    { "/core/http/unknown-outcome", test_unknown_outcome },
    { "/core/http/not-sent", test_not_sent },
    { "/core/http/bad-request", test_bad_request },
    { "/core/http/login-stays-home", test_login_stays_home },
    { "/core/http/too-large", test_too_large },
    { "/core/http/cancels", test_cancels },
    { "/core/http/threads", test_threads },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  return g_test_run ();
}
