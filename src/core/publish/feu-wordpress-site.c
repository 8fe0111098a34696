/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts are asked for one by one: a version number is often hidden, and says little.
 */
#include "config.h"

#include "feu-wordpress-site.h"

#include "feu-html-decode.h"
#include "feu-json.h"
#include "feu-wordpress-json.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#define MAX_PAGES 200

static JsonObject *
get_answer_object (JsonNode *answer)
{
  return answer != NULL && JSON_NODE_HOLDS_OBJECT (answer)
             ? json_node_get_object (answer)
             : NULL;
}

static void
fail_unclear (GError **error)
{
  feu_publish_error_set (error,
                         FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
                         0,
                         0,
                         _ ("The site’s answer does not say what was asked."));
}

FeuAccount *
feu_wordpress_site_get_account (const FeuWordPressSite *site,
                                GCancellable           *cancellable,
                                GError                **error)
{
  static const char *const query[] = {
    "context", "edit", "_fields", FEU_WORDPRESS_ACCOUNT_FIELDS, NULL
  };
  FeuWordPressCall call = { .route = "wp/v2/users/me", .query = query };
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, NULL, cancellable, error);
  if (answer == NULL)
    return NULL;

  FeuAccount *account = feu_wordpress_read_account (get_answer_object (answer));
  if (account == NULL)
    fail_unclear (error);
  return account;
}

/* Seconds that the site's clock is ahead of ours. */
static gint64
read_skew (FeuHttpResponse *response)
{
  const char *text = feu_http_response_get_header (response, "Date");
  g_autoptr (GDateTime) date =
      text != NULL ? soup_date_time_new_from_http_string (text) : NULL;
  return date != NULL ? g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC
                      : 0;
}

static GTimeZone *
read_time_zone (JsonObject *index)
{
  const char *name = feu_json_get_string (index, "timezone_string");
  GTimeZone  *zone =
      name != NULL && *name != '\0' ? g_time_zone_new_identifier (name) : NULL;
  double hours = feu_json_get_double (index, "gmt_offset");

  if (zone != NULL)
    return zone;
  return g_time_zone_new_offset ((gint32) (CLAMP (hours, -14.0, 14.0) * 3600.0));
}

/* What only some sites have: refusals mean that it is not there. Returns: FALSE if the
 * site could not be asked. */
static gboolean
ask (const FeuWordPressSite *site,
     const char             *route,
     const char *const      *query,
     JsonNode              **out_answer,
     GCancellable           *cancellable,
     GError                **error)
{
  FeuWordPressCall call = { .route = route, .query = query };
  g_autoptr (GError) local_error = NULL;

  *out_answer = feu_wordpress_call (site, &call, NULL, cancellable, &local_error);
  if (*out_answer != NULL || (local_error->domain == FEU_PUBLISH_ERROR &&
                              !feu_publish_error_is_passing (local_error) &&
                              local_error->code != FEU_PUBLISH_ERROR_AUTH))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
ask_footnotes (const FeuWordPressSite *site,
               FeuSiteInfo            *info,
               GCancellable           *cancellable,
               GError                **error)
{
  static const char *const query[] = { "_fields", "name", NULL };
  g_autoptr (JsonNode) answer = NULL;

  if (!ask (
          site, "wp/v2/block-types/core/footnotes", query, &answer, cancellable, error))
    return FALSE;
  info->has_footnotes =
      feu_json_get_string (get_answer_object (answer), "name") != NULL;
  return TRUE;
}

static gboolean
ask_formats (const FeuWordPressSite *site,
             FeuSiteInfo            *info,
             GCancellable           *cancellable,
             GError                **error)
{
  static const char *const query[] = {
    "status", "active", "_fields", "theme_supports.formats", NULL
  };
  g_autoptr (JsonNode) answer = NULL;
  if (!ask (site, "wp/v2/themes", query, &answer, cancellable, error))
    return FALSE;

  JsonArray  *themes = answer != NULL && JSON_NODE_HOLDS_ARRAY (answer)
                           ? json_node_get_array (answer)
                           : NULL;
  JsonObject *theme = feu_json_get_element_object (themes, 0);
  JsonArray  *formats =
      feu_json_get_array (feu_json_get_object (theme, "theme_supports"), "formats");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_strv_builder_add (builder, "standard");
  for (guint i = 0; formats != NULL && i < json_array_get_length (formats); i++)
    {
      const char *format = feu_json_get_element_string (formats, i);
      if (format != NULL && !g_str_equal (format, "standard"))
        g_strv_builder_add (builder, format);
    }
  g_strfreev (info->formats);
  info->formats = g_strv_builder_end (builder);
  return TRUE;
}

FeuSiteInfo *
feu_wordpress_site_get_info (const FeuWordPressSite *site,
                             char                  **out_url,
                             GCancellable           *cancellable,
                             GError                **error)
{
  static const char *const query[] = { "_fields",
                                       "name,url,home,gmt_offset,timezone_string",
                                       NULL };
  FeuWordPressCall         call = { .route = "", .query = query };
  g_autoptr (FeuHttpResponse) response = NULL;
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, &response, cancellable, error);
  JsonObject *index = get_answer_object (answer);
  if (answer == NULL)
    return NULL;
  if (feu_json_get_string (index, "url") == NULL)
    {
      fail_unclear (error);
      return NULL;
    }

  const char      *name = feu_json_get_string (index, "name");
  g_autofree char *plain = name != NULL ? feu_html_decode_text (name) : NULL;
  g_autoptr (FeuSiteInfo) info =
      feu_site_info_new (plain, feu_json_get_string (index, "home"));
  g_time_zone_unref (info->time_zone);
  info->time_zone = read_time_zone (index);
  info->clock_skew_s = read_skew (response);
  if (!ask_footnotes (site, info, cancellable, error) ||
      !ask_formats (site, info, cancellable, error))
    return NULL;
  *out_url = g_strdup (feu_json_get_string (index, "url"));
  return g_steal_pointer (&info);
}

static const char *
get_terms_route (FeuTaxonomy taxonomy)
{
  return taxonomy == FEU_TAXONOMY_CATEGORY ? "wp/v2/categories" : "wp/v2/tags";
}

/* One page of a list; appends its objects' nodes. Returns: pages there are, 0 on error
 */
static guint
get_page (const FeuWordPressSite *site,
          const char             *route,
          const char *const      *extra,
          const char             *fields,
          guint                   page,
          JsonNode              **out_answer,
          GCancellable           *cancellable,
          GError                **error)
{
  g_autofree char *page_text = g_strdup_printf ("%u", page);
  const char      *query[] = { "page",   page_text, "per_page", "100",   "_fields",
                               fields,   "orderby", "name",     "order", "asc",
                               extra[0], extra[1],  NULL };
  FeuWordPressCall call = { .route = route, .query = query };
  g_autoptr (FeuHttpResponse) response = NULL;

  *out_answer = feu_wordpress_call (site, &call, &response, cancellable, error);
  if (*out_answer == NULL)
    return 0;
  return MAX (feu_wordpress_get_count (response, "X-WP-TotalPages"), 1);
}

typedef gpointer (*ReadFunc) (JsonObject *object, gpointer data);

/* All pages of a list. */
static GPtrArray *
get_all (const FeuWordPressSite *site,
         const char             *route,
         const char *const      *extra,
         const char             *fields,
         ReadFunc                read,
         gpointer                read_data,
         GDestroyNotify          item_free,
         GCancellable           *cancellable,
         GError                **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  guint n_pages = 1;

  for (guint page = 1; page <= n_pages && page <= MAX_PAGES; page++)
    {
      g_autoptr (JsonNode) answer = NULL;
      n_pages =
          get_page (site, route, extra, fields, page, &answer, cancellable, error);
      if (n_pages == 0)
        return NULL;
      JsonArray *array =
          JSON_NODE_HOLDS_ARRAY (answer) ? json_node_get_array (answer) : NULL;
      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          gpointer item = read (feu_json_get_element_object (array, i), read_data);
          if (item != NULL)
            g_ptr_array_add (items, item);
        }
    }
  return g_steal_pointer (&items);
}

static gpointer
read_term (JsonObject *object, gpointer data)
{
  return feu_wordpress_read_term (object, (FeuTaxonomy) GPOINTER_TO_INT (data));
}

GPtrArray *
feu_wordpress_site_list_terms (const FeuWordPressSite *site,
                               FeuTaxonomy             taxonomy,
                               GCancellable           *cancellable,
                               GError                **error)
{
  static const char *const extra[] = { "hide_empty", "false" };
  return get_all (site,
                  get_terms_route (taxonomy),
                  extra,
                  FEU_WORDPRESS_TERM_FIELDS,
                  read_term,
                  GINT_TO_POINTER ((int) taxonomy),
                  (GDestroyNotify) feu_term_unref,
                  cancellable,
                  error);
}

FeuTerm *
feu_wordpress_site_create_term (const FeuWordPressSite *site,
                                FeuTaxonomy             taxonomy,
                                const char             *name,
                                gint64                  parent,
                                GCancellable           *cancellable,
                                GError                **error)
{
  static const char *const query[] = { "_fields", FEU_WORDPRESS_TERM_FIELDS, NULL };
  g_autoptr (JsonObject) json = json_object_new ();
  json_object_set_string_member (json, "name", name);
  if (parent != 0)
    json_object_set_int_member (json, "parent", parent);

  FeuWordPressCall call = { .route = get_terms_route (taxonomy),
                            .query = query,
                            .json = json };
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, NULL, cancellable, error);
  if (answer == NULL)
    return NULL;
  FeuTerm *term = feu_wordpress_read_term (get_answer_object (answer), taxonomy);
  if (term == NULL)
    fail_unclear (error);
  return term;
}

static gpointer
read_person (JsonObject *object, gpointer data)
{
  return feu_wordpress_read_account (object);
}

GPtrArray *
feu_wordpress_site_list_authors (const FeuWordPressSite *site,
                                 GCancellable           *cancellable,
                                 GError                **error)
{
  static const char *const extra[] = { "who", "authors" };
  return get_all (site,
                  "wp/v2/users",
                  extra,
                  "id,name",
                  read_person,
                  NULL,
                  (GDestroyNotify) feu_account_unref,
                  cancellable,
                  error);
}
