/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Certificates: the good one passes, the others are refused with their reason and
 * before a byte of the request is sent.
 */
#include "config.h"

#include "feu-http.h"
#include "test-certificates.h"
#include "test-http-server.h"
#include "test-threads.h"

typedef struct
{
  const char  *certificate;
  gboolean     is_trusting; /* the test's authority, or else the computer's */
  FeuHttpError code;
  const char  *reason;
} Case;

static void
handle_cb (TestHttpServer    *server,
           SoupServerMessage *message,
           const char        *path,
           gpointer           user_data)
{
  test_http_server_answer (message, 200, "text/plain", "hello");
}

static void
check_refusal (TestCertificates *certificates, const Case *one)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate =
      test_certificates_load (certificates, one->certificate);
  TestHttpServer *server = test_http_server_new (certificate, handle_cb, NULL);
  g_autoptr (FeuHttp) http =
      feu_http_new (one->is_trusting ? certificates->authority : NULL);
  g_autoptr (FeuHttpLogin) login = feu_http_login_new (server->url, "eve", "secret");

  g_assert_null (feu_http_get (http, server->url, login, NULL, &error));
  g_assert_error (error, FEU_HTTP_ERROR, (int) one->code);
  g_assert_true (feu_http_error_is_not_sent (error));
  g_assert_true (feu_http_error_is_tls (error));
  g_assert_false (feu_http_error_is_offline (error));
  g_assert_nonnull (strstr (error->message, one->reason));
  g_assert_null (strstr (error->message, "secret"));
  test_http_server_free (server);
}

static void
test_refuses (TestCertificates *certificates, gconstpointer data)
{
  const Case cases[] = {
    { "expired", TRUE, FEU_HTTP_ERROR_TLS_EXPIRED, "expired on" },
    { "not-yet", TRUE, FEU_HTTP_ERROR_TLS_EXPIRED, "valid from" },
    { "wrong-host", TRUE, FEU_HTTP_ERROR_TLS_WRONG_HOST, "“127.0.0.1”" },
    { "self-signed", TRUE, FEU_HTTP_ERROR_TLS_SELF_SIGNED, "self-signed" },
    { "unknown-issuer", TRUE, FEU_HTTP_ERROR_TLS_UNKNOWN_CA, "issuer" },
    { "good", FALSE, FEU_HTTP_ERROR_TLS_UNKNOWN_CA, "issuer" },
    { "expired", FALSE, FEU_HTTP_ERROR_TLS_EXPIRED, "issuer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_refusal (certificates, &cases[i]);
}

static void
test_accepts (TestCertificates *certificates, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate =
      test_certificates_load (certificates, "good");
  TestHttpServer *server = test_http_server_new (certificate, handle_cb, NULL);
  g_autoptr (FeuHttp) http = feu_http_new (certificates->authority);

  g_autoptr (FeuHttpResponse) response =
      feu_http_get (http, server->url, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feu_http_response_get_status (response), ==, 200);
  test_http_server_free (server);
}

/* https:// in front of a server that knows no encryption. */
static void
test_no_encryption (TestCertificates *certificates, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TestHttpServer *server = test_http_server_new (NULL, handle_cb, NULL);
  g_autoptr (FeuHttp) http = feu_http_new (certificates->authority);
  g_autofree char *url = g_strconcat ("https", server->url + strlen ("http"), NULL);

  /* That server waits for the rest of what it takes for a request. */
  feu_http_set_timeout_s (http, 2);
  g_assert_null (feu_http_get (http, url, NULL, NULL, &error));
  g_assert_error (error, FEU_HTTP_ERROR, FEU_HTTP_ERROR_TLS);
  g_assert_true (feu_http_error_is_not_sent (error));
  test_http_server_free (server);
}

static void
set_up (TestCertificates *certificates, gconstpointer data)
{
  test_certificates_set_up (certificates);
}

static void
tear_down (TestCertificates *certificates, gconstpointer data)
{
  test_certificates_tear_down (certificates);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (TestCertificates *certificates, gconstpointer data);
  } cases[] = {
    { "/core/http-tls/refuses", test_refuses },
    { "/core/http-tls/accepts", test_accepts },
    { "/core/http-tls/no-encryption", test_no_encryption },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, TestCertificates, NULL, set_up, cases[i].run, tear_down);
  return test_threads_run ();
}
