/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the headers of an answer say.
 */
#include "config.h"

#include "feu-http-response.h"

static FeuHttpResponse *
make_response (guint status, const char *name, const char *value)
{
  g_autoptr (GUri) uri =
      g_uri_parse ("https://example.org/blog/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("", 0);
  SoupMessageHeaders *headers =
      soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  if (value != NULL)
    soup_message_headers_append (headers, name, value);
  FeuHttpResponse *response = feu_http_response_new (uri, status, headers, body);
  soup_message_headers_unref (headers);
  return response;
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *value;
    int         seconds;
  } cases[] = {
    { NULL, -1 },
    { "0", 0 },
    { "120", 120 },
    { "99999999", 24 * 60 * 60 },
    { "99999999999999999999", -1 },
    { "-5", -1 },
    { "soon", -1 },
    { "Fri, 31 Dec 1999 23:59:59 GMT", 0 },
    { "Fri, 31 Dec 2199 23:59:59 GMT", 24 * 60 * 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FeuHttpResponse) response =
          make_response (503, "Retry-After", cases[i].value);
      g_assert_cmpint (
          feu_http_response_get_retry_after_s (response), ==, cases[i].seconds);
    }

  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, 90);
  g_autofree char *text = soup_date_time_to_string (later, SOUP_DATE_HTTP);
  g_autoptr (FeuHttpResponse) response = make_response (429, "Retry-After", text);
  g_assert_cmpint (feu_http_response_get_retry_after_s (response), >, 60);
  g_assert_cmpint (feu_http_response_get_retry_after_s (response), <=, 90);
}

static void
test_link (void)
{
  static const struct
  {
    const char *value;
    const char *target;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "<https://example.org/wp-json/>; rel=\"https://api.w.org/\"",
      "https://example.org/wp-json/" },
    { "<x>; rel=next, </wp-json/>; title=\"a, <b>; c\"; REL=https://api.w.org/",
      "https://example.org/wp-json/" },
    { "<https://example.org/a,b/>; rel=\"up https://api.w.org/\"",
      "https://example.org/a,b/" },
    { "<https://example.org/index.php?rest_route=/>; rel=\"https://api.w.org/\"",
      "https://example.org/index.php?rest_route=/" },
    { "<https://example.org/>; rel=\"shortlink\"", NULL },
    { "<https://example.org/", NULL },
    { "; rel=\"https://api.w.org/\"", NULL },
    { ",,,<>,<;>;\"", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FeuHttpResponse) response =
          make_response (200, "Link", cases[i].value);
      g_autofree char *target =
          feu_http_response_dup_link (response, "https://api.w.org/");
      g_assert_cmpstr (target, ==, cases[i].target);
    }
}

static void
test_redirect (void)
{
  static const struct
  {
    guint       status;
    const char *value;
    const char *target;
  } cases[] = {
    { 301, "https://www.example.org/blog/", "https://www.example.org/blog/" },
    { 308, "../x?y=1", "https://example.org/x?y=1" },
    { 302, "//other.example/", "https://other.example/" },
    { 302, NULL, NULL },
    { 200, "https://www.example.org/", NULL },
    { 302, "http://[", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FeuHttpResponse) response =
          make_response (cases[i].status, "Location", cases[i].value);
      g_autoptr (GUri) target = feu_http_response_dup_redirect (response);
      g_autofree char *text = target != NULL ? g_uri_to_string (target) : NULL;
      g_assert_cmpstr (text, ==, cases[i].target);
    }
}

static void
test_media_type (void)
{
  g_autoptr (FeuHttpResponse) response =
      make_response (200, "Content-Type", "Application/JSON; charset=UTF-8");
  g_autoptr (FeuHttpResponse) none = make_response (200, "Content-Type", NULL);

  g_assert_true (feu_http_response_has_media_type (response, "application/json"));
  g_assert_false (feu_http_response_has_media_type (response, "text/html"));
  g_assert_false (feu_http_response_has_media_type (none, "text/html"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/http-response/retry-after", test_retry_after);
  g_test_add_func ("/core/http-response/link", test_link);
  g_test_add_func ("/core/http-response/redirect", test_redirect);
  g_test_add_func ("/core/http-response/media-type", test_media_type);
  return g_test_run ();
}
