/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page is read, every root that it names or that is usual is tried in turn, and the
 * first that answers as an index does is taken.
 */
#include "config.h"

#include "feu-site-finder.h"

#include "feu-http-address.h"
#include "feu-json.h"
#include "feu-rest-address.h"
#include "feu-site-page.h"
#include "feu-site-probe-private.h"

#include <string.h>

#define API_RELATION "https://api.w.org/"
#define RSD_RELATION "EditURI"
#define RSD_API "WP-API"
#define MAX_BASES 5

/* Parts of a WordPress below its own folder: what stands before them is the site. */
static const char *const inner_paths[] = {
  "/wp-admin", "/wp-login.php", "/wp-json", "/xmlrpc.php", "/wp-content", "/index.php",
};

static const char *const usual_roots[] = {
  "wp-json/",
  "?rest_route=/",
  "index.php?rest_route=/",
};

static GUri *
resolve (GUri *base, const char *reference)
{
  return g_uri_parse_relative (base, reference, SOUP_HTTP_URI_FLAGS, NULL);
}

/* Cuts "/blog/wp-admin/post.php?post=1" to "/blog/". */
static GUri *
cut_to_site (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  for (gsize i = 0; i < G_N_ELEMENTS (inner_paths); i++)
    {
      const char *found = strstr (path, inner_paths[i]);
      if (found == NULL)
        continue;
      g_autofree char *outer = g_strndup (path, (gsize) (found - path) + 1);
      return soup_uri_copy (uri,
                            SOUP_URI_PATH,
                            outer,
                            SOUP_URI_QUERY,
                            NULL,
                            SOUP_URI_FRAGMENT,
                            NULL,
                            SOUP_URI_NONE);
    }
  return soup_uri_copy (uri, SOUP_URI_FRAGMENT, NULL, SOUP_URI_NONE);
}

/* Returns: (transfer full) (nullable): what the writer typed, with https:// where they
 * typed no scheme */
static GUri *
read_address (const char *text, gboolean *out_has_scheme, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gboolean         has_scheme = strstr (trimmed, "://") != NULL;
  g_autofree char *full = g_strconcat (has_scheme ? "" : "https://", trimmed, NULL);
  g_autoptr (GUri) uri = feu_http_address_parse (full, NULL);

  if (uri == NULL)
    {
      feu_site_finder_error_set (error, FEU_SITE_FINDER_ERROR_ADDRESS, trimmed);
      return NULL;
    }
  *out_has_scheme = has_scheme;
  return cut_to_site (uri);
}

/* Whether @response is the JSON in which the interface refuses; not a page. */
static gboolean
is_refusal (FeuHttpResponse *response)
{
  guint status = feu_http_response_get_status (response);
  if (status != SOUP_STATUS_UNAUTHORIZED && status != SOUP_STATUS_FORBIDDEN)
    return FALSE;
  g_autoptr (JsonNode) node = feu_http_response_parse_json (response);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) &&
         feu_json_get_string (json_node_get_object (node), "code") != NULL;
}

static gboolean
is_old_index (FeuHttpResponse *response)
{
  g_autoptr (JsonNode) node = feu_http_response_parse_json (response);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) &&
         feu_json_get_array (json_node_get_object (node), "namespaces") != NULL;
}

static void
note_answer (FeuSiteProbe *probe, FeuHttpResponse *response, gboolean with_login)
{
  GUri *uri = feu_http_response_get_uri (response);

  if (is_refusal (response))
    feu_site_probe_note_code (probe,
                              with_login ? FEU_SITE_FINDER_ERROR_WRONG_LOGIN
                                         : FEU_SITE_FINDER_ERROR_LOGIN_NEEDED,
                              uri);
  else if (is_old_index (response))
    feu_site_probe_note_code (probe, FEU_SITE_FINDER_ERROR_TOO_OLD, uri);
  else
    feu_site_probe_note_code (probe, feu_site_finder_error_judge (response), uri);
}

static FeuFoundSite *
try_index (FeuSiteProbe *probe, GUri *root, gboolean with_login)
{
  GError          *error = NULL;
  g_autofree char *address = feu_rest_address_normalize (root);
  g_autofree char *index = feu_rest_address_new (address, "", FEU_FOUND_SITE_FIELDS);
  g_autoptr (GUri) uri = feu_http_address_parse (index, NULL);
  if (uri == NULL)
    return NULL;

  g_autoptr (FeuHttpResponse) response =
      feu_site_probe_fetch (probe, "GET", uri, with_login, &error);
  if (response == NULL)
    {
      feu_site_probe_note (probe, error);
      return NULL;
    }
  FeuFoundSite *found = feu_found_site_new (response);
  if (found != NULL)
    {
      found->needs_login = with_login;
      return found;
    }
  if (!with_login && probe->user != NULL && is_refusal (response) &&
      feu_site_probe_may_sign_in (probe, feu_http_response_get_uri (response)))
    return try_index (probe, feu_http_response_get_uri (response), TRUE);
  note_answer (probe, response, with_login);
  return NULL;
}

/* @page: which says that @root is it. A root elsewhere is first looked for at the
 * server that we were sent to: proxies and wrong settings name others. */
static FeuFoundSite *
try_named_root (FeuSiteProbe *probe, GUri *page, const char *reference)
{
  g_autoptr (GUri) root = reference != NULL ? resolve (page, reference) : NULL;
  if (root == NULL || g_uri_get_host (root) == NULL ||
      g_strcmp0 (g_uri_get_userinfo (root), NULL) != 0)
    return NULL;

  if (!feu_http_address_is_same_origin (page, root))
    {
      g_autoptr (GUri) here = soup_uri_copy (page,
                                             SOUP_URI_PATH,
                                             g_uri_get_path (root),
                                             SOUP_URI_QUERY,
                                             g_uri_get_query (root),
                                             SOUP_URI_NONE);
      FeuFoundSite *found = try_index (probe, here, FALSE);
      if (found != NULL)
        return found;
      if (feu_http_address_is_https (page) && !feu_http_address_is_https (root))
        return NULL;
    }
  feu_site_probe_trust (probe, page, root);
  return try_index (probe, root, FALSE);
}

/* Really Simple Discovery: a document that the page names. */
static FeuFoundSite *
try_rsd (FeuSiteProbe *probe, GUri *page, GBytes *html)
{
  g_autofree char *reference = feu_site_page_dup_link (html, RSD_RELATION);
  g_autoptr (GUri) uri = reference != NULL ? resolve (page, reference) : NULL;
  g_autofree char *address = uri != NULL ? g_uri_to_string (uri) : NULL;
  g_autoptr (GUri) checked =
      address != NULL ? feu_http_address_parse (address, NULL) : NULL;
  /* One way of many: its own failure says nothing. */
  g_autoptr (FeuHttpResponse) response =
      checked != NULL ? feu_site_probe_fetch (probe, "GET", checked, FALSE, NULL)
                      : NULL;
  if (response == NULL)
    return NULL;
  g_autofree char *root =
      feu_site_page_dup_rsd_api (feu_http_response_get_body (response), RSD_API);
  return try_named_root (probe, page, root);
}

/* A page's own address as a folder: "/blog" may be the site as well as a page. */
static GUri *
make_folder (GUri *page)
{
  const char      *path = g_uri_get_path (page);
  g_autofree char *folder =
      g_strconcat (path, g_str_has_suffix (path, "/") ? "" : "/", NULL);
  return soup_uri_copy (
      page, SOUP_URI_PATH, folder, SOUP_URI_QUERY, NULL, SOUP_URI_NONE);
}

/* The usual roots in the folder of @page and in those above it. */
static FeuFoundSite *
try_usual_roots (FeuSiteProbe *probe, GUri *page)
{
  g_autoptr (GUri) base = make_folder (page);

  for (guint n = 0; n < MAX_BASES && base != NULL; n++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (usual_roots); i++)
        {
          g_autoptr (GUri) root = resolve (base, usual_roots[i]);
          FeuFoundSite *found = root != NULL ? try_index (probe, root, FALSE) : NULL;
          if (found != NULL || g_cancellable_is_cancelled (probe->cancellable))
            return found;
        }
      GUri *above =
          g_str_equal (g_uri_get_path (base), "/") ? NULL : resolve (base, "../");
      g_uri_unref (base);
      base = above;
    }
  return NULL;
}

/* What a HEAD says. Many servers refuse it, some by silence, which means nothing: so
 * only failures that a GET would meet too are an @error. */
static FeuFoundSite *
try_head (FeuSiteProbe *probe, GUri *address, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (FeuHttpResponse) head =
      feu_site_probe_fetch (probe, "HEAD", address, FALSE, &cause);
  if (head == NULL)
    {
      if (!g_error_matches (
              cause, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_UNREACHABLE))
        g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  g_autofree char *root = feu_http_response_dup_link (head, API_RELATION);
  return try_named_root (probe, feu_http_response_get_uri (head), root);
}

/* Returns: (nullable): NULL with @error only where no server answered at all */
static FeuFoundSite *
look_around (FeuSiteProbe *probe, GUri *address, GError **error)
{
  g_autoptr (GError) cause = NULL;
  FeuFoundSite *found = try_head (probe, address, &cause);
  if (found != NULL)
    return found;
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }

  g_autoptr (FeuHttpResponse) page =
      feu_site_probe_fetch (probe, "GET", address, FALSE, error);
  if (page == NULL)
    return NULL;
  GUri            *uri = feu_http_response_get_uri (page);
  GBytes          *html = feu_http_response_get_body (page);
  g_autofree char *header_root = feu_http_response_dup_link (page, API_RELATION);
  g_autofree char *html_root = feu_site_page_dup_link (html, API_RELATION);

  found = try_named_root (probe, uri, header_root);
  if (found == NULL && g_strcmp0 (header_root, html_root) != 0)
    found = try_named_root (probe, uri, html_root);
  if (found == NULL)
    found = try_rsd (probe, uri, html);
  if (found == NULL)
    found = try_usual_roots (probe, uri);
  if (found == NULL && !feu_http_response_is_success (page) && !is_refusal (page))
    note_answer (probe, page, FALSE);
  return found;
}

/* What was found unencrypted: tried with encryption, and kept as it is only where that
 * is harmless or the writer agreed. Takes @found. */
static FeuFoundSite *
secure (FeuSiteProbe *probe, FeuFoundSite *found)
{
  g_autoptr (FeuFoundSite) plain = found;
  g_autoptr (GUri) root = feu_http_address_parse (plain->api_root, NULL);

  if (!plain->is_plain_http || feu_http_address_is_loopback (root))
    return g_steal_pointer (&plain);
  g_autoptr (GUri) safe_root = feu_rest_address_secure (root);
  FeuFoundSite *safe = try_index (probe, safe_root, FALSE);
  if (safe != NULL)
    return safe;
  if (probe->allows_plain_http)
    return g_steal_pointer (&plain);
  feu_site_probe_note_code (probe, FEU_SITE_FINDER_ERROR_UNSAFE, root);
  return NULL;
}

/* Whether the server only lacks encryption, so that a writer who typed no scheme may
 * have meant http. A refused certificate is no such case. */
static gboolean
may_be_plain (const FeuSiteProbe *probe, const GError *error)
{
  return !probe->had_bad_certificate &&
         (g_error_matches (
              error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_UNREACHABLE) ||
          g_error_matches (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_TLS));
}

static FeuFoundSite *
find (FeuSiteProbe *probe, GUri *address, gboolean has_scheme)
{
  GError       *error = NULL;
  FeuFoundSite *found = look_around (probe, address, &error);

  if (found == NULL && error != NULL && !has_scheme && may_be_plain (probe, error))
    {
      g_autoptr (GUri) plain =
          soup_uri_copy (address, SOUP_URI_SCHEME, "http", SOUP_URI_NONE);
      g_autoptr (GError) plain_error = NULL;
      found = look_around (probe, plain, &plain_error);
    }
  if (found != NULL)
    {
      g_clear_error (&error);
      return secure (probe, found);
    }
  if (error != NULL)
    feu_site_probe_note (probe, error);
  else if (probe->reason == NULL || g_error_matches (probe->reason,
                                                     FEU_SITE_FINDER_ERROR,
                                                     FEU_SITE_FINDER_ERROR_NO_API))
    feu_site_probe_note_code (probe,
                              probe->was_led_away ? FEU_SITE_FINDER_ERROR_PORTAL
                                                  : FEU_SITE_FINDER_ERROR_NO_API,
                              address);
  return NULL;
}

FeuFoundSite *
feu_site_finder_find (FeuHttp           *http,
                      const char        *address,
                      const char        *user,
                      const char        *password,
                      FeuSiteFinderFlags flags,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_return_val_if_fail (FEU_IS_HTTP (http), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  gboolean has_scheme = FALSE;
  g_autoptr (GUri) uri = read_address (address, &has_scheme, error);
  if (uri == NULL)
    return NULL;

  FeuSiteProbe probe = {
    .http = http,
    .cancellable = cancellable,
    .user = password != NULL ? user : NULL,
    .password = password,
    .allows_plain_http = (flags & FEU_SITE_FINDER_ALLOW_PLAIN_HTTP) != 0,
  };
  feu_site_probe_init (&probe, uri);
  FeuFoundSite *found = find (&probe, uri, has_scheme);
  if (found == NULL)
    g_propagate_error (error, g_steal_pointer (&probe.reason));
  feu_site_probe_clear (&probe);
  return found;
}
