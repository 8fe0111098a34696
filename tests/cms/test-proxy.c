/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The proxy that later tests rely on: each fault does what it says, to both sides.
 */
#include "config.h"

#include "test-certificates.h"
#include "test-proxy.h"
#include "test-wordpress.h"

#include <libsoup/soup.h>
#include <signal.h>

#define DRAFT "{\"title\": \"One\", \"status\": \"draft\"}"

typedef struct
{
  const char *name;
  const char *fault;
  guint       status; /* what the client sees; 0 for a broken connection */
  guint       n_posts;
} FaultCase;

static const FaultCase fault_cases[] = {
  { "none", "", 201, 1 },
  { "cut-before", "\"what\": \"cut-before\"", 0, 0 },
  { "cut-body", "\"what\": \"cut-body\"", 0, 0 },
  { "cut-after", "\"what\": \"cut-after\"", 0, 1 },
  { "cut-answer", "\"what\": \"cut-answer\"", 0, 1 },
  { "late", "\"what\": \"late\", \"ms\": 50", 0, 1 },
  { "status", "\"what\": \"status\", \"status\": 503", 503, 0 },
  { "status-after", "\"what\": \"status-after\", \"status\": 500", 500, 1 },
  { "garbage", "\"what\": \"garbage\"", 201, 1 },
  { "delay", "\"what\": \"delay\", \"ms\": 50", 201, 1 },
  { "slow-answer", "\"what\": \"slow-answer\", \"ms\": 50", 201, 1 },
  { "refuse", "\"what\": \"refuse\", \"after\": 0, \"ms\": 500", 0, 0 },
};

/* One for all cases: each makes the site new. */
static TestWordPress *site;
static TestProxy     *proxy;

/** The status; 0 and the error if there was no answer. */
static guint
post_draft (const char *base, GTlsDatabase *authorities, GError **error)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strconcat (base, "/wp-json/wp/v2/posts", NULL);
  g_autofree char *login =
      g_strconcat ("author:", test_wordpress_get_password (site, "author"), NULL);
  g_autofree char *coded = g_base64_encode ((const guchar *) login, strlen (login));
  g_autofree char *credentials = g_strconcat ("Basic ", coded, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GBytes) body = g_bytes_new_static (DRAFT, strlen (DRAFT));

  if (authorities != NULL)
    soup_session_set_tls_database (session, authorities);
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  soup_message_headers_replace (
      soup_message_get_request_headers (message), "Authorization", credentials);
  g_autoptr (GBytes) answer =
      soup_session_send_and_read (session, message, NULL, error);
  return answer == NULL ? 0 : soup_message_get_status (message);
}

static void
test_fault (gconstpointer data)
{
  const FaultCase *fault_case = data;
  g_autofree char *faults = g_strdup_printf ("[{%s}]", fault_case->fault);
  g_autoptr (GError) error = NULL;

  test_wordpress_reset (site);
  test_proxy_set_faults (proxy, *fault_case->fault != '\0' ? faults : "[]", 0);
  guint status = post_draft (test_proxy_get_url (proxy), NULL, &error);
  g_assert_cmpuint (status, ==, fault_case->status);
  g_assert_true ((error == NULL) == (status != 0));
  test_proxy_settle (proxy);
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, fault_case->n_posts);
}

static void
test_nth (void)
{
  const char *faults = "[{\"what\": \"status\", \"status\": 429, \"method\": \"POST\","
                       " \"path\": \"/posts$\", \"nth\": 2, \"times\": 2}]";
  guint       expected[] = { 201, 429, 429, 201 };

  test_wordpress_reset (site);
  test_proxy_set_faults (proxy, faults, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (
        post_draft (test_proxy_get_url (proxy), NULL, NULL), ==, expected[i]);
  g_autoptr (GPtrArray) requests = test_proxy_dup_requests (proxy);
  g_assert_cmpuint (requests->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpstr (
      json_object_get_string_member (requests->pdata[1], "fault"), ==, "status");
}

static void
test_kills (void)
{
  GError *error = NULL;

  test_wordpress_reset (site);
  g_autoptr (GSubprocess) victim =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "cat", NULL);
  g_assert_no_error (error);
  test_proxy_set_faults (proxy,
                         "[{\"what\": \"kill-after\"}]",
                         atoi (g_subprocess_get_identifier (victim)));
  g_assert_cmpuint (post_draft (test_proxy_get_url (proxy), NULL, NULL), ==, 0);
  g_assert_true (g_subprocess_wait (victim, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (victim));
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, 1);
}

static void
test_tls (void)
{
  const char      *names[] = { "good", "expired", "wrong-host", "self-signed" };
  TestCertificates certificates;

  test_certificates_set_up (&certificates);
  test_wordpress_reset (site);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) refusal = NULL;
      g_autofree char *file =
          g_strdup_printf ("%s/%s.pem", certificates.folder, names[i]);
      g_autoptr (TestProxy) front =
          test_proxy_new_tls (test_wordpress_get_url (site), file);
      guint status =
          post_draft (test_proxy_get_url (front), certificates.authority, &refusal);
      g_assert_cmpuint (status, ==, i == 0 ? 201 : 0);
      if (i > 0)
        g_assert_error (refusal, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
    }
  g_autofree char *link = test_wordpress_query_text (
      site, "SELECT guid FROM wp_posts WHERE post_type = 'post'");
  g_assert_true (g_str_has_prefix (link, "https://"));
  test_certificates_tear_down (&certificates);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  site = test_wordpress_new ("61");
  g_assert_nonnull (site);
  proxy = test_proxy_new (test_wordpress_get_url (site));
  for (guint i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cms/proxy/", fault_cases[i].name, NULL);
      g_test_add_data_func (path, &fault_cases[i], test_fault);
    }
  g_test_add_func ("/cms/proxy/nth", test_nth);
  g_test_add_func ("/cms/proxy/kills", test_kills);
  g_test_add_func ("/cms/proxy/tls", test_tls);
  int status = g_test_run ();
  test_proxy_free (proxy);
  test_wordpress_free (site);
  return status;
}
