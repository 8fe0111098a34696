/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The object, and posts. Answers are asked for without what WordPress renders, which
 * costs it most of the time.
 */
#include "config.h"

#include "feu-wordpress.h"

#include "feu-json.h"
#include "feu-wordpress-content.h"
#include "feu-wordpress-images.h"
#include "feu-wordpress-json.h"
#include "feu-wordpress-site.h"

#include <glib/gi18n.h>
#include <string.h>

#define POSTS_ROUTE "wp/v2/posts"

struct _FeuWordPress
{
  GObject parent_instance;

  /* owned */
  FeuHttp           *http;
  FeuHttpLogin      *login;
  char              *api_root;
  FeuWordPressFormat format;

  /* owned, guarded by the mutex: learnt on the way */
  GMutex mutex;
  char  *admin;
  gint64 account_id;
};

static void feu_wordpress_iface_init (FeuPublisherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FeuWordPress,
                               feu_wordpress,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FEU_TYPE_PUBLISHER,
                                                      feu_wordpress_iface_init))

static void
feu_wordpress_dispose (GObject *object)
{
  FeuWordPress *self = FEU_WORDPRESS (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->login, feu_http_login_unref);
  G_OBJECT_CLASS (feu_wordpress_parent_class)->dispose (object);
}

static void
feu_wordpress_finalize (GObject *object)
{
  FeuWordPress *self = FEU_WORDPRESS (object);

  g_free (self->api_root);
  g_mutex_clear (&self->mutex);
  g_free (self->admin);
  G_OBJECT_CLASS (feu_wordpress_parent_class)->finalize (object);
}

static void
feu_wordpress_class_init (FeuWordPressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_wordpress_dispose;
  object_class->finalize = feu_wordpress_finalize;
}

static void
feu_wordpress_init (FeuWordPress *self)
{
  g_mutex_init (&self->mutex);
}

/* Until the site has told where its administration is: where it is on nearly all. */
static char *
guess_admin (const char *api_root)
{
  static const char *const ends[] = {
    "index.php?rest_route=/", "?rest_route=/", "index.php/wp-json/", "wp-json/"
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (api_root, ends[i]))
      {
        g_autofree char *base =
            g_strndup (api_root, strlen (api_root) - strlen (ends[i]));
        return g_strconcat (base, "wp-admin/", NULL);
      }
  return g_strconcat (api_root, "wp-admin/", NULL);
}

FeuWordPress *
feu_wordpress_new (FeuHttp           *http,
                   const char        *api_root,
                   FeuHttpLogin      *login,
                   FeuWordPressFormat format)
{
  g_return_val_if_fail (FEU_IS_HTTP (http), NULL);
  g_return_val_if_fail (api_root != NULL, NULL);

  FeuWordPress *self = g_object_new (FEU_TYPE_WORDPRESS, NULL);
  self->http = g_object_ref (http);
  self->login = login != NULL ? feu_http_login_ref (login) : NULL;
  self->api_root = g_str_has_suffix (api_root, "/") ? g_strdup (api_root)
                                                    : g_strconcat (api_root, "/", NULL);
  self->format = format;
  self->admin = guess_admin (self->api_root);
  return self;
}

static FeuWordPressSite
get_site (FeuPublisher *publisher)
{
  FeuWordPress *self = FEU_WORDPRESS (publisher);
  return (FeuWordPressSite){ self->http, self->api_root, self->login };
}

static FeuAccount *
get_account (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  FeuWordPress    *self = FEU_WORDPRESS (publisher);
  FeuWordPressSite site = get_site (publisher);
  FeuAccount      *account = feu_wordpress_site_get_account (&site, cancellable, error);

  g_mutex_lock (&self->mutex);
  if (account != NULL)
    self->account_id = account->id;
  g_mutex_unlock (&self->mutex);
  return account;
}

static FeuSiteInfo *
get_site_info (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  FeuWordPress    *self = FEU_WORDPRESS (publisher);
  FeuWordPressSite site = get_site (publisher);
  g_autofree char *url = NULL;
  FeuSiteInfo     *info = feu_wordpress_site_get_info (&site, &url, cancellable, error);

  if (info == NULL)
    return NULL;
  g_mutex_lock (&self->mutex);
  g_free (self->admin);
  self->admin =
      g_strconcat (url, g_str_has_suffix (url, "/") ? "" : "/", "wp-admin/", NULL);
  g_mutex_unlock (&self->mutex);
  return info;
}

static GPtrArray *
list_terms (FeuPublisher *publisher,
            FeuTaxonomy   taxonomy,
            GCancellable *cancellable,
            GError      **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_site_list_terms (&site, taxonomy, cancellable, error);
}

static FeuTerm *
create_term (FeuPublisher *publisher,
             FeuTaxonomy   taxonomy,
             const char   *name,
             gint64        parent,
             GCancellable *cancellable,
             GError      **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_site_create_term (
      &site, taxonomy, name, parent, cancellable, error);
}

static GPtrArray *
list_authors (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_site_list_authors (&site, cancellable, error);
}

static FeuRemoteImage *
upload_image (FeuPublisher         *publisher,
              const FeuImageUpload *upload,
              GCancellable         *cancellable,
              GError              **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_images_upload (&site, upload, cancellable, error);
}

static FeuRemoteImage *
update_image (FeuPublisher         *publisher,
              const FeuRemoteImage *image,
              GCancellable         *cancellable,
              GError              **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_images_update (&site, image, cancellable, error);
}

static GPtrArray *
get_images (FeuPublisher *publisher,
            const gint64 *ids,
            gsize         n_ids,
            GCancellable *cancellable,
            GError      **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_images_get (&site, ids, n_ids, cancellable, error);
}

static GPtrArray *
find_images (FeuPublisher *publisher,
             const char   *file_name,
             GCancellable *cancellable,
             GError      **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_images_find (&site, file_name, cancellable, error);
}

static GPtrArray *
list_images (FeuPublisher *publisher,
             const char   *search,
             guint         page,
             guint        *out_n_pages,
             GCancellable *cancellable,
             GError      **error)
{
  FeuWordPressSite site = get_site (publisher);
  return feu_wordpress_images_list (
      &site, search, page, out_n_pages, cancellable, error);
}

static FeuPost *
read_post (FeuWordPress *self, JsonObject *object)
{
  g_mutex_lock (&self->mutex);
  FeuPost *post = feu_wordpress_read_post (object, self->admin);
  g_mutex_unlock (&self->mutex);
  return post;
}

/* A call whose answer is one post. */
static FeuPost *
call_for_post (FeuPublisher           *publisher,
               const FeuWordPressCall *call,
               GCancellable           *cancellable,
               GError                **error)
{
  FeuWordPressSite site = get_site (publisher);
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (&site, call, NULL, cancellable, error);
  if (answer == NULL)
    return NULL;

  FeuPost *post =
      JSON_NODE_HOLDS_OBJECT (answer)
          ? read_post (FEU_WORDPRESS (publisher), json_node_get_object (answer))
          : NULL;
  if (post == NULL)
    feu_publish_error_set (error,
                           FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
                           0,
                           0,
                           _ ("The site does not say what became of the post."));
  return post;
}

/* A call whose answer is a list of posts. */
static GPtrArray *
call_for_posts (FeuPublisher           *publisher,
                const FeuWordPressCall *call,
                guint                  *out_n_pages,
                GCancellable           *cancellable,
                GError                **error)
{
  FeuWordPressSite site = get_site (publisher);
  g_autoptr (FeuHttpResponse) response = NULL;
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (&site, call, &response, cancellable, error);
  if (answer == NULL)
    return NULL;

  GPtrArray *posts = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_post_unref);
  JsonArray *array =
      JSON_NODE_HOLDS_ARRAY (answer) ? json_node_get_array (answer) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      FeuPost *post =
          read_post (FEU_WORDPRESS (publisher), feu_json_get_element_object (array, i));
      if (post != NULL)
        g_ptr_array_add (posts, post);
    }
  if (out_n_pages != NULL)
    *out_n_pages = feu_wordpress_get_count (response, "X-WP-TotalPages");
  return posts;
}

static char *
dup_post_route (gint64 id)
{
  return g_strdup_printf (POSTS_ROUTE "/%" G_GINT64_FORMAT, id);
}

static FeuPost *
create_draft (FeuPublisher *publisher,
              const char   *title,
              const char   *content,
              const char   *nonce_slug,
              GCancellable *cancellable,
              GError      **error)
{
  static const char *const query[] = { "_fields", FEU_WORDPRESS_POST_FIELDS, NULL };
  g_autoptr (JsonObject) json = json_object_new ();
  json_object_set_string_member (json, "title", title);
  json_object_set_string_member (json, "content", content);
  json_object_set_string_member (json, "slug", nonce_slug);
  json_object_set_string_member (json, "status", "draft");

  FeuWordPressCall call = { .route = POSTS_ROUTE, .query = query, .json = json };
  return call_for_post (publisher, &call, cancellable, error);
}

static GPtrArray *
find_drafts (FeuPublisher *publisher,
             const char   *nonce_slug,
             GCancellable *cancellable,
             GError      **error)
{
  const char *const query[] = { "slug",     nonce_slug,
                                "status",   "any",
                                "context",  "edit",
                                "orderby",  "id",
                                "order",    "asc",
                                "per_page", "100",
                                "_fields",  FEU_WORDPRESS_POST_FIELDS,
                                NULL };
  FeuWordPressCall  call = { .route = POSTS_ROUTE, .query = query };
  return call_for_posts (publisher, &call, NULL, cancellable, error);
}

static FeuPost *
get_post (FeuPublisher *publisher, gint64 id, GCancellable *cancellable, GError **error)
{
  static const char *const query[] = {
    "context", "edit", "_fields", FEU_WORDPRESS_POST_FIELDS, NULL
  };
  g_autofree char *route = dup_post_route (id);
  FeuWordPressCall call = { .route = route, .query = query };
  return call_for_post (publisher, &call, cancellable, error);
}

static FeuPost *
update_post (FeuPublisher  *publisher,
             const FeuPost *post,
             FeuPostFields  fields,
             GCancellable  *cancellable,
             GError       **error)
{
  static const char *const query[] = { "_fields", FEU_WORDPRESS_POST_FIELDS, NULL };
  g_autofree char         *route = dup_post_route (post->id);
  g_autoptr (JsonObject) json = feu_wordpress_write_post (post, fields);
  FeuWordPressCall call = { .route = route, .query = query, .json = json };
  return call_for_post (publisher, &call, cancellable, error);
}

static FeuPost *
trash_post (FeuPublisher *publisher,
            gint64        id,
            GCancellable *cancellable,
            GError      **error)
{
  static const char *const query[] = { "_fields", FEU_WORDPRESS_POST_FIELDS, NULL };
  g_autofree char         *route = dup_post_route (id);
  FeuWordPressCall         call = { .route = route, .query = query, .is_delete = TRUE };
  return call_for_post (publisher, &call, cancellable, error);
}

/* The account's own posts are told by its id. Returns: 0 on error */
static gint64
get_account_id (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  FeuWordPress *self = FEU_WORDPRESS (publisher);

  g_mutex_lock (&self->mutex);
  gint64 id = self->account_id;
  g_mutex_unlock (&self->mutex);
  if (id != 0)
    return id;
  g_autoptr (FeuAccount) account = get_account (publisher, cancellable, error);
  return account != NULL ? account->id : 0;
}

static GPtrArray *
list_posts (FeuPublisher       *publisher,
            const FeuPostQuery *wanted,
            guint              *out_n_pages,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autofree char *page = g_strdup_printf ("%u", MAX (wanted->page, 1));
  g_autofree char *per_page =
      g_strdup_printf ("%u", wanted->per_page == 0 ? 20 : MIN (wanted->per_page, 100));
  g_autofree char *author = NULL;
  if (wanted->mine_only)
    {
      gint64 id = get_account_id (publisher, cancellable, error);
      if (id == 0)
        return NULL;
      author = g_strdup_printf ("%" G_GINT64_FORMAT, id);
    }

  g_autoptr (GPtrArray) query = g_ptr_array_new ();
  const char *const fixed[] = {
    "page",     page,
    "per_page", per_page,
    "context",  "edit",
    "orderby",  "modified",
    "order",    "desc",
    "status",   wanted->has_status ? feu_post_status_get_name (wanted->status) : "any",
    "_fields",  FEU_WORDPRESS_POST_LIST_FIELDS,
  };
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_ptr_array_add (query, (char *) fixed[i]);
  if (author != NULL)
    {
      g_ptr_array_add (query, (char *) "author");
      g_ptr_array_add (query, author);
    }
  if (wanted->search != NULL && *wanted->search != '\0')
    {
      g_ptr_array_add (query, (char *) "search");
      g_ptr_array_add (query, (char *) wanted->search);
    }
  g_ptr_array_add (query, NULL);

  FeuWordPressCall call = { .route = POSTS_ROUTE,
                            .query = (const char *const *) query->pdata };
  return call_for_posts (publisher, &call, out_n_pages, cancellable, error);
}

static FeuContent *
build_content (FeuPublisher      *publisher,
               const FeuArticle  *article,
               FeuRights          rights,
               const FeuSiteInfo *site,
               const char        *source,
               FeuImageLookup     lookup,
               gpointer           lookup_data)
{
  return feu_wordpress_content_new (article,
                                    FEU_WORDPRESS (publisher)->format ==
                                        FEU_WORDPRESS_CLASSIC,
                                    rights,
                                    site->has_footnotes,
                                    source,
                                    lookup,
                                    lookup_data);
}

static void
feu_wordpress_iface_init (FeuPublisherInterface *iface)
{
  iface->get_account = get_account;
  iface->get_site_info = get_site_info;
  iface->list_terms = list_terms;
  iface->create_term = create_term;
  iface->list_authors = list_authors;
  iface->upload_image = upload_image;
  iface->update_image = update_image;
  iface->get_images = get_images;
  iface->find_images = find_images;
  iface->list_images = list_images;
  iface->create_draft = create_draft;
  iface->find_drafts = find_drafts;
  iface->get_post = get_post;
  iface->update_post = update_post;
  iface->trash_post = trash_post;
  iface->list_posts = list_posts;
  iface->build_content = build_content;
}
