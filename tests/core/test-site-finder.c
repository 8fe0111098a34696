/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the interface of sites that are set up in every way that is found on the web,
 * and the diagnosis of those that cannot be used. The servers are made up; real ones
 * are in tests/cms.
 */
#include "config.h"

#include "feu-site-finder.h"
#include "test-certificates.h"
#include "test-http-server.h"
#include "test-threads.h"

#define PASSWORD "abcd EFGH ijkl MNOP qrst UVWX"
#define INDEX                                                                          \
  "{\"name\":\"L&#039;\\u00c9cho &amp; Co\",\"url\":\"http:\\/\\/x.example\","         \
  "\"home\":\"nonsense\",\"gmt_offset\":\"5.5\",\"timezone_string\":\"\","             \
  "\"namespaces\":[\"oembed\\/1.0\",\"wp\\/v2\"],\"authentication\":[]}"
#define REFUSAL "{\"code\":\"rest_not_logged_in\",\"message\":\"No.\"}"
#define PAGE "<!DOCTYPE html><html><head><title>A site</title>"

/* How one site behaves. What is not set is as a stock WordPress has it. */
typedef struct
{
  const char *folder; /* "blog/"; NULL: the site is at the top */

  /* where the interface is, and who says so */
  const char *root; /* below the folder; NULL: "wp-json/" */
  const char *link_header;
  const char *link_html;
  const char *link_rsd;
  gboolean    refuses_head;

  /* what answers instead of, or before, the index */
  guint       index_status;
  const char *index_body;
  const char *index_header; /* name */
  gboolean    is_private;
  guint       page_status;
} Site;

typedef struct
{
  const char        *address; /* behind the server's, without slash at the beginning */
  Site               site;
  FeuSiteFinderError code; /* where root is NULL */
  const char        *root; /* what is to be found */
} Case;

typedef struct
{
  const Site *site;
  gint        n_signed; /* atomic: requests that came with the login */
} World;

static char *
expand (TestHttpServer *server, const Site *site, const char *link)
{
  return strstr (link, "://") != NULL || *link == '/'
             ? g_strdup (link)
             : g_strconcat (server->url, site->folder ? site->folder : "", link, NULL);
}

static void
answer_page (TestHttpServer *server, SoupServerMessage *message, const Site *site)
{
  g_autoptr (GString) page = g_string_new (PAGE);

  if (site->link_header != NULL)
    {
      g_autofree char *target = expand (server, site, site->link_header);
      g_autofree char *link =
          g_strdup_printf ("<%s>; rel=\"https://api.w.org/\"", target);
      test_http_server_set_header (message, "Link", link);
    }
  if (site->link_html != NULL)
    {
      g_autofree char *target = expand (server, site, site->link_html);
      g_string_append_printf (
          page, "<link href='%s' rel='https://api.w.org/' />", target);
    }
  if (site->link_rsd != NULL)
    g_string_append (page,
                     "<link rel=\"EditURI\" type=\"application/rsd+xml\" "
                     "href=\"/rsd.xml?rsd&amp;x\">");
  test_http_server_answer (message,
                           site->page_status != 0 ? site->page_status : 200,
                           "text/html",
                           page->str);
}

static void
answer_rsd (TestHttpServer *server, SoupServerMessage *message, const Site *site)
{
  g_autofree char *target = expand (server, site, site->link_rsd);
  g_autofree char *text = g_markup_printf_escaped (
      "<?xml version=\"1.0\"?><rsd version=\"1.0\" "
      "xmlns=\"http://archipelago.phrasewise"
      ".com/rsd\"><service><apis><api name=\"WordPress\" apiLink=\"/x\" />"
      "<api name=\"WP-API\" blogID=\"1\" apiLink=\"%s\" /></apis></service></rsd>",
      target);
  test_http_server_answer (message, 200, "application/rsd+xml", text);
}

static void
answer_index (World *world, SoupServerMessage *message)
{
  const Site *site = world->site;
  const char *header = test_http_server_get_header (message, "Authorization");

  if (site->is_private && header == NULL)
    {
      test_http_server_answer (message, 401, "application/json", REFUSAL);
      return;
    }
  if (site->index_header != NULL)
    test_http_server_set_header (message, site->index_header, "1");
  test_http_server_answer (message,
                           site->index_status != 0 ? site->index_status : 200,
                           "application/json",
                           site->index_body != NULL ? site->index_body : INDEX);
}

/* Whether the request is for the interface: path, or the query of plain permalinks. */
static gboolean
is_index (SoupServerMessage *message, const char *path, const Site *site)
{
  const char      *query = g_uri_get_query (soup_server_message_get_uri (message));
  g_autofree char *root = g_strconcat ("/",
                                       site->folder ? site->folder : "",
                                       site->root ? site->root : "wp-json/",
                                       NULL);
  char            *mark = strchr (root, '?');

  if (mark == NULL)
    return g_str_equal (path, root);
  *mark = '\0';
  return g_str_equal (path, root) && query != NULL &&
         g_str_has_prefix (query, mark + 1);
}

static void
handle_cb (TestHttpServer    *server,
           SoupServerMessage *message,
           const char        *path,
           gpointer           user_data)
{
  World      *world = user_data;
  const Site *site = world->site;

  if (test_http_server_get_header (message, "Authorization") != NULL)
    g_atomic_int_inc (&world->n_signed);
  if (is_index (message, path, site))
    answer_index (world, message);
  else if (site->refuses_head &&
           g_str_equal (soup_server_message_get_method (message), "HEAD"))
    test_http_server_answer (message, 405, "text/html", "");
  else if (g_str_equal (path, "/rsd.xml") && site->link_rsd != NULL)
    answer_rsd (server, message, site);
  else if (g_str_equal (path, "/loop/"))
    {
      test_http_server_set_header (message, "Location", "/loop/");
      test_http_server_answer (message, 302, "text/html", "");
    }
  else if (g_str_equal (path, "/moved/"))
    {
      test_http_server_set_header (message, "Location", "/blog/");
      test_http_server_answer (message, 301, "text/html", "");
    }
  else
    answer_page (server, message, site);
}

static void
check_case (const Case *one)
{
  g_autoptr (GError) error = NULL;
  World            world = { .site = &one->site };
  TestHttpServer  *server = test_http_server_new (NULL, handle_cb, &world);
  g_autofree char *address = test_http_server_dup_url (server, one->address);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  g_autoptr (FeuFoundSite) found = feu_site_finder_find (
      http, address, NULL, NULL, FEU_SITE_FINDER_DEFAULT, NULL, &error);
  if (one->root != NULL)
    {
      g_autofree char *root = test_http_server_dup_url (server, one->root);
      g_assert_no_error (error);
      g_assert_cmpstr (found->api_root, ==, root);
      g_assert_cmpstr (found->name, ==, "L'Écho & Co");
      g_assert_cmpint (found->offset_min, ==, 330);
      g_assert_null (found->time_zone);
      g_assert_null (found->authorization);
      g_assert_true (found->is_plain_http);
    }
  else
    {
      g_assert_error (error, FEU_SITE_FINDER_ERROR, (int) one->code);
      g_assert_nonnull (strstr (error->message, "127.0.0.1"));
    }
  test_http_server_free (server);
}

static void
test_finds (void)
{
  static const Case cases[] = {
    { "", { .link_header = "wp-json/" }, 0, "wp-json/" },
    { "", { .link_header = "/wp-json/", .refuses_head = TRUE }, 0, "wp-json/" },
    { "", { .link_html = "wp-json/" }, 0, "wp-json/" },
    { "", { .link_rsd = "wp-json/" }, 0, "wp-json/" },
    { "", { .page_status = 403 }, 0, "wp-json/" },
    { "", { .root = "custom/", .link_header = "custom/" }, 0, "custom/" },
    /* a link without slash at its end, or with a query of somebody's */
    { "", { .link_header = "wp-json?lang=fr" }, 0, "wp-json/" },
    /* plain permalinks: /wp-json/ is then the front page, 200 and text/html */
    { "", { .root = "?rest_route=/" }, 0, "?rest_route=/" },
    { "", { .root = "index.php?rest_route=/" }, 0, "index.php?rest_route=/" },
    { "",
      { .root = "index.php?rest_route=/", .link_header = "index.php?rest_route=/" },
      0,
      "index.php?rest_route=/" },
    { "?p=12", { .link_header = "wp-json/" }, 0, "wp-json/" },
    /* in a folder, from any page in it */
    { "blog", { .folder = "blog/" }, 0, "blog/wp-json/" },
    { "blog/2026/11/a-day/", { .folder = "blog/" }, 0, "blog/wp-json/" },
    { "blog/wp-admin/post.php?post=3&action=edit",
      { .folder = "blog/" },
      0,
      "blog/wp-json/" },
    { "blog/wp-login.php", { .folder = "blog/" }, 0, "blog/wp-json/" },
    { "blog/wp-json/wp/v2/posts", { .folder = "blog/" }, 0, "blog/wp-json/" },
    { "moved/#top", { .folder = "blog/" }, 0, "blog/wp-json/" },
    /* the link names a server that nobody can reach */
    { "", { .link_header = "http://127.0.0.1:1/wp-json/" }, 0, "wp-json/" },
    /* what PHP and editors put before JSON */
    { "", { .index_body = "\xEF\xBB\xBF" INDEX }, 0, "wp-json/" },
    { "",
      { .index_body = "<br />\n<b>Notice</b>: $x [0] on line 3\n" INDEX },
      0,
      "wp-json/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_diagnoses (void)
{
  static const Case cases[] = {
    { "", { .root = "elsewhere/" }, FEU_SITE_FINDER_ERROR_NO_API, NULL },
    { "", { .index_body = "<html>A page</html>" }, FEU_SITE_FINDER_ERROR_NO_API, NULL },
    { "", { .index_body = "[]" }, FEU_SITE_FINDER_ERROR_NO_API, NULL },
    { "",
      { .index_body = "{\"namespaces\":[\"oembed/1.0\"]}" },
      FEU_SITE_FINDER_ERROR_TOO_OLD,
      NULL },
    { "loop/", { .root = "elsewhere/" }, FEU_SITE_FINDER_ERROR_REDIRECT, NULL },
    { "", { .is_private = TRUE }, FEU_SITE_FINDER_ERROR_LOGIN_NEEDED, NULL },
    { "",
      { .index_status = 403, .index_body = "<h1>Forbidden</h1>" },
      FEU_SITE_FINDER_ERROR_FIREWALL,
      NULL },
    { "",
      { .index_status = 503, .index_header = "CF-RAY", .index_body = "<p>Wait</p>" },
      FEU_SITE_FINDER_ERROR_FIREWALL,
      NULL },
    { "",
      { .index_status = 429, .index_body = "<p>Solve this captcha</p>" },
      FEU_SITE_FINDER_ERROR_FIREWALL,
      NULL },
    { "",
      { .index_status = 503, .index_body = "<p>Briefly unavailable</p>" },
      FEU_SITE_FINDER_ERROR_SERVER,
      NULL },
    { "",
      { .index_status = 500, .index_body = "" },
      FEU_SITE_FINDER_ERROR_SERVER,
      NULL },
    { "",
      { .index_status = 401, .index_body = "<p>Authorization required</p>" },
      FEU_SITE_FINDER_ERROR_PROTECTED,
      NULL },
    { "",
      { .root = "elsewhere/", .page_status = 511 },
      FEU_SITE_FINDER_ERROR_PORTAL,
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_bad_addresses (void)
{
  static const struct
  {
    const char        *address;
    FeuSiteFinderError code;
  } cases[] = {
    { "", FEU_SITE_FINDER_ERROR_ADDRESS },
    { "my site", FEU_SITE_FINDER_ERROR_ADDRESS },
    { "eve@example.org", FEU_SITE_FINDER_ERROR_ADDRESS },
    { "https://eve:secret@example.org", FEU_SITE_FINDER_ERROR_ADDRESS },
    { "file:///etc/passwd", FEU_SITE_FINDER_ERROR_ADDRESS },
    { "http://127.0.0.1:1/", FEU_SITE_FINDER_ERROR_UNREACHABLE },
    { "127.0.0.1:1", FEU_SITE_FINDER_ERROR_UNREACHABLE },
  };
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (feu_site_finder_find (
          http, cases[i].address, NULL, NULL, FEU_SITE_FINDER_DEFAULT, NULL, &error));
      g_assert_error (error, FEU_SITE_FINDER_ERROR, (int) cases[i].code);
    }
  /* Either there is no such name, or no network to ask. */
  g_autoptr (GError) error = NULL;
  g_assert_null (feu_site_finder_find (http,
                                       "https://nobody.invalid/",
                                       NULL,
                                       NULL,
                                       FEU_SITE_FINDER_DEFAULT,
                                       NULL,
                                       &error));
  g_assert_true (
      g_error_matches (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_ADDRESS) ||
      g_error_matches (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_OFFLINE));
}

static void
test_no_scheme (void)
{
  const Site site = { .link_header = "wp-json/" };
  World      world = { .site = &site };
  g_autoptr (GError) error = NULL;
  TestHttpServer *server = test_http_server_new (NULL, handle_cb, &world);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  /* A server without encryption waits for more when it is greeted with it. */
  feu_http_set_timeout_s (http, 2);
  g_autoptr (FeuFoundSite) found =
      feu_site_finder_find (http,
                            server->url + strlen ("http://"),
                            NULL,
                            NULL,
                            FEU_SITE_FINDER_DEFAULT,
                            NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (found->api_root, server->url));
  test_http_server_free (server);
}

static void
test_private_index (void)
{
  const Site site = { .is_private = TRUE };
  World      world = { .site = &site };
  g_autoptr (GError) error = NULL;
  TestHttpServer *server = test_http_server_new (NULL, handle_cb, &world);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  g_autoptr (FeuFoundSite) found = feu_site_finder_find (
      http, server->url, "eve", PASSWORD, FEU_SITE_FINDER_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (found->needs_login);
  g_assert_cmpint (world.n_signed, ==, 1);
  test_http_server_free (server);
}

/* A site with an open interface never sees the login while it is looked for. */
static void
test_shows_login_to_nobody (void)
{
  const Site site = { .link_header = "wp-json/" };
  World      world = { .site = &site };
  g_autoptr (GError) error = NULL;
  TestHttpServer *server = test_http_server_new (NULL, handle_cb, &world);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  g_autoptr (FeuFoundSite) found = feu_site_finder_find (
      http, server->url, "eve", PASSWORD, FEU_SITE_FINDER_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (world.n_signed, ==, 0);
  test_http_server_free (server);
}

/* Sends everybody to the address in the user data. */
static void
send_away_cb (TestHttpServer    *server,
              SoupServerMessage *message,
              const char        *path,
              gpointer           user_data)
{
  if (test_http_server_get_header (message, "Authorization") != NULL)
    g_assert_not_reached ();
  test_http_server_set_header (message, "Location", *(const char **) user_data);
  test_http_server_answer (message, 302, "text/html", "");
}

/* Wants a login for its own index, then sends who gives it to the user data's address
 */
static void
lure_cb (TestHttpServer    *server,
         SoupServerMessage *message,
         const char        *path,
         gpointer           user_data)
{
  if (test_http_server_get_header (message, "Authorization") == NULL)
    {
      test_http_server_answer (message, 401, "application/json", REFUSAL);
      return;
    }
  test_http_server_set_header (message, "Location", *(const char **) user_data);
  test_http_server_answer (message, 307, "text/html", "");
}

static void
test_login_is_not_passed_on (void)
{
  const Site site = { .is_private = TRUE };
  World      world = { .site = &site };
  g_autoptr (GError) error = NULL;
  TestHttpServer  *thief = test_http_server_new (NULL, handle_cb, &world);
  g_autofree char *bait = test_http_server_dup_url (thief, "wp-json/");
  TestHttpServer  *lure = test_http_server_new (NULL, lure_cb, &bait);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  g_assert_null (feu_site_finder_find (
      http, lure->url, "eve", PASSWORD, FEU_SITE_FINDER_DEFAULT, NULL, &error));
  g_assert_error (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_REDIRECT);
  g_assert_cmpint (world.n_signed, ==, 0);
  test_http_server_free (lure);
  test_http_server_free (thief);
}

static void
test_encryption (void)
{
  const Site       site = { .link_header = "wp-json/" };
  World            world = { .site = &site };
  TestCertificates certificates;
  g_autoptr (GError) error = NULL;
  test_certificates_set_up (&certificates);
  g_autoptr (GTlsCertificate) good = test_certificates_load (&certificates, "good");
  TestHttpServer *safe = test_http_server_new (good, handle_cb, &world);
  TestHttpServer *plain = test_http_server_new (NULL, send_away_cb, &safe->url);
  g_autoptr (FeuHttp) http = feu_http_new (certificates.authority);

  /* from http to https: taken */
  g_autoptr (FeuFoundSite) found = feu_site_finder_find (
      http, plain->url, "eve", PASSWORD, FEU_SITE_FINDER_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (found->api_root, safe->url));
  g_assert_false (found->is_plain_http);

  /* from https to http: refused */
  TestHttpServer *back = test_http_server_new (good, send_away_cb, &plain->url);
  g_assert_null (feu_site_finder_find (
      http, back->url, NULL, NULL, FEU_SITE_FINDER_ALLOW_PLAIN_HTTP, NULL, &error));
  g_assert_error (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_REDIRECT);
  g_clear_error (&error);

  /* a refused certificate is the diagnosis, also where no scheme was typed */
  g_autoptr (FeuHttp) stranger = feu_http_new (NULL);
  const char *const addresses[] = { safe->url, safe->url + strlen ("https://") };
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_assert_null (feu_site_finder_find (
          stranger, addresses[i], NULL, NULL, FEU_SITE_FINDER_DEFAULT, NULL, &error));
      g_assert_error (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_TLS);
      g_assert_nonnull (strstr (error->message, "issuer"));
      g_clear_error (&error);
    }
  test_http_server_free (back);
  test_http_server_free (plain);
  test_http_server_free (safe);
  test_certificates_tear_down (&certificates);
}

static void
test_cancels (void)
{
  const Site site = { .root = "elsewhere/" };
  World      world = { .site = &site };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TestHttpServer *server = test_http_server_new (NULL, handle_cb, &world);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);

  g_cancellable_cancel (cancellable);
  g_assert_null (feu_site_finder_find (
      http, server->url, NULL, NULL, FEU_SITE_FINDER_DEFAULT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_http_server_free (server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/site-finder/finds", test_finds);
  g_test_add_func ("/core/site-finder/diagnoses", test_diagnoses);
  g_test_add_func ("/core/site-finder/bad-addresses", test_bad_addresses);
  g_test_add_func ("/core/site-finder/no-scheme", test_no_scheme);
  g_test_add_func ("/core/site-finder/private-index", test_private_index);
  g_test_add_func ("/core/site-finder/shows-login-to-nobody",
                   test_shows_login_to_nobody);
  g_test_add_func ("/core/site-finder/login-is-not-passed-on",
                   test_login_is_not_passed_on);
  g_test_add_func ("/core/site-finder/encryption", test_encryption);
  g_test_add_func ("/core/site-finder/cancels", test_cancels);
  return test_threads_run ();
}
