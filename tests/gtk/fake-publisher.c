/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One lock around everything: called from worker threads and from the test.
 */
#include "config.h"

#include "fake-publisher.h"

#include <string.h>

struct _FakePublisher
{
  GObject parent_instance;

  GMutex      lock;
  GCond       released;
  FeuRights   rights;
  GPtrArray  *posts;  /* (element-type FeuPost), owned */
  GPtrArray  *terms;  /* (element-type FeuTerm), owned */
  GPtrArray  *images; /* (element-type FeuRemoteImage), owned */
  GHashTable *counts; /* name → number, owned */
  gint64      next_id;

  const char     *failing; /* static strings of the test */
  guint           n_failures;
  FeuPublishError failure;
  const char     *failure_message;
  const char     *held;
};

static void implement (FeuPublisherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakePublisher,
                               fake_publisher,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FEU_TYPE_PUBLISHER, implement))

/* Takes the lock. Returns: FALSE, without it, when this call is to fail */
static gboolean
begin (FakePublisher *self,
       const char    *function,
       GCancellable  *cancellable,
       GError       **error)
{
  g_mutex_lock (&self->lock);
  gpointer count = g_hash_table_lookup (self->counts, function);
  g_hash_table_insert (self->counts,
                       (gpointer) function,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
  while (self->held != NULL && g_str_equal (self->held, function) &&
         !g_cancellable_is_cancelled (cancellable))
    g_cond_wait_until (
        &self->released, &self->lock, g_get_monotonic_time () + 20 * 1000);
  gboolean fails = FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    fails = TRUE;
  else if (self->n_failures > 0 && g_str_equal (self->failing, function))
    {
      self->n_failures--;
      g_set_error_literal (
          error, FEU_PUBLISH_ERROR, (int) self->failure, self->failure_message);
      fails = TRUE;
    }
  if (fails)
    g_mutex_unlock (&self->lock);
  return !fails;
}

#define BEGIN(name)                                                                    \
  FakePublisher *self = FAKE_PUBLISHER (publisher);                                    \
  if (!begin (self, name, cancellable, error))                                         \
    return NULL;                                                                       \
  g_autoptr (GMutexLocker) locker = adopt_lock (&self->lock);                          \
  (void) locker

static GMutexLocker *
adopt_lock (GMutex *lock)
{
  return (GMutexLocker *) lock;
}

static FeuAccount *
get_account (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  BEGIN ("get_account");
  FeuAccount *account = feu_account_new (7, "Inès Valmorin");
  account->login = g_strdup ("ines");
  account->rights = self->rights;
  return account;
}

static FeuSiteInfo *
get_site_info (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  static const char *const formats[] = { "standard", "aside", "gallery", NULL };
  BEGIN ("get_site_info");
  FeuSiteInfo *info = feu_site_info_new ("The Coast Review", "https://coast.example/");
  g_clear_pointer (&info->time_zone, g_time_zone_unref);
  info->time_zone = g_time_zone_new_identifier ("Europe/Stockholm");
  g_strfreev (info->formats);
  info->formats = g_strdupv ((char **) formats);
  info->has_footnotes = TRUE;
  return info;
}

static GPtrArray *
list_terms (FeuPublisher *publisher,
            FeuTaxonomy   taxonomy,
            GCancellable *cancellable,
            GError      **error)
{
  BEGIN ("list_terms");
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  for (guint i = 0; i < self->terms->len; i++)
    {
      FeuTerm *term = g_ptr_array_index (self->terms, i);
      if (term->taxonomy == taxonomy)
        g_ptr_array_add (found, feu_term_ref (term));
    }
  return found;
}

static void
add_term (FakePublisher *self, FeuTaxonomy taxonomy, const char *name, gint64 parent)
{
  FeuTerm *term = feu_term_new (taxonomy, self->next_id++, name, name);

  term->parent = parent;
  g_ptr_array_add (self->terms, term);
}

static FeuTerm *
create_term (FeuPublisher *publisher,
             FeuTaxonomy   taxonomy,
             const char   *name,
             gint64        parent,
             GCancellable *cancellable,
             GError      **error)
{
  BEGIN ("create_term");
  add_term (self, taxonomy, name, parent);
  return feu_term_ref (g_ptr_array_index (self->terms, self->terms->len - 1));
}

static GPtrArray *
list_authors (FeuPublisher *publisher, GCancellable *cancellable, GError **error)
{
  BEGIN ("list_authors");
  GPtrArray *found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_account_unref);
  g_ptr_array_add (found, feu_account_new (7, "Inès Valmorin"));
  g_ptr_array_add (found, feu_account_new (8, "Quentin Ferrand"));
  return found;
}

static FeuRemoteImage *
upload_image (FeuPublisher         *publisher,
              const FeuImageUpload *upload,
              GCancellable         *cancellable,
              GError              **error)
{
  gsize total = g_bytes_get_size (upload->bytes);
  if (upload->progress != NULL)
    upload->progress (total / 2, total, upload->progress_data);
  BEGIN ("upload_image");
  g_autofree char *url =
      g_strconcat ("https://coast.example/media/", upload->file_name, NULL);
  FeuRemoteImage *image = feu_remote_image_new (self->next_id++, url);
  image->width = 1200;
  image->height = 800;
  g_free (image->alt);
  image->alt = g_strdup (upload->alt != NULL ? upload->alt : "");
  image->caption = g_strdup (upload->caption);
  image->title = g_strdup (upload->title);
  g_ptr_array_add (self->images, image);
  return feu_remote_image_ref (image);
}

static FeuRemoteImage *
update_image (FeuPublisher         *publisher,
              const FeuRemoteImage *wanted,
              GCancellable         *cancellable,
              GError              **error)
{
  BEGIN ("update_image");
  return feu_remote_image_ref ((FeuRemoteImage *) wanted);
}

static GPtrArray *
get_images (FeuPublisher *publisher,
            const gint64 *ids,
            gsize         n_ids,
            GCancellable *cancellable,
            GError      **error)
{
  BEGIN ("get_images");
  GPtrArray *found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);
  for (guint i = 0; i < self->images->len; i++)
    for (gsize j = 0; j < n_ids; j++)
      {
        FeuRemoteImage *image = g_ptr_array_index (self->images, i);
        if (image->id == ids[j])
          g_ptr_array_add (found, feu_remote_image_ref (image));
      }
  return found;
}

static GPtrArray *
find_images (FeuPublisher *publisher,
             const char   *name,
             GCancellable *cancellable,
             GError      **error)
{
  BEGIN ("find_images");
  GPtrArray *found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);
  for (guint i = 0; i < self->images->len; i++)
    {
      FeuRemoteImage *image = g_ptr_array_index (self->images, i);
      if (g_str_has_suffix (image->url, name))
        g_ptr_array_add (found, feu_remote_image_ref (image));
    }
  return found;
}

static GPtrArray *
list_images (FeuPublisher *publisher,
             const char   *search,
             guint         page,
             guint        *out_n_pages,
             GCancellable *cancellable,
             GError      **error)
{
  BEGIN ("list_images");
  GPtrArray *found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);
  for (guint i = 0; i < self->images->len; i++)
    {
      FeuRemoteImage *image = g_ptr_array_index (self->images, i);
      if (search == NULL || strstr (image->url, search) != NULL)
        g_ptr_array_add (found, feu_remote_image_ref (image));
    }
  *out_n_pages = 1;
  return found;
}

static FeuPost *
find_post (FakePublisher *self, gint64 id)
{
  for (guint i = 0; i < self->posts->len; i++)
    if (((FeuPost *) g_ptr_array_index (self->posts, i))->id == id)
      return g_ptr_array_index (self->posts, i);
  return NULL;
}

static FeuPost *
copy_post (FeuPost *post)
{
  g_autofree char *json = feu_post_to_json (post);
  return feu_post_from_json (json);
}

static FeuPost *
set_derived (FakePublisher *self, FeuPost *post)
{
  g_free (post->link);
  g_free (post->edit_link);
  g_free (post->permalink_template);
  post->link = g_strdup_printf ("https://coast.example/%s/", post->slug);
  post->edit_link =
      g_strdup_printf ("https://coast.example/edit?post=%" G_GINT64_FORMAT, post->id);
  post->permalink_template = g_strdup ("https://coast.example/%postname%/");
  g_clear_pointer (&post->modified, g_date_time_unref);
  post->modified = g_date_time_new_now_utc ();
  post->rights = self->rights;
  return post;
}

static FeuPost *
create_draft (FeuPublisher *publisher,
              const char   *title,
              const char   *content,
              const char   *nonce_slug,
              GCancellable *cancellable,
              GError      **error)
{
  BEGIN ("create_draft");
  FeuPost *post = feu_post_new ();
  g_free (post->title);
  g_free (post->content);
  g_free (post->slug);
  post->id = self->next_id++;
  post->title = g_strdup (title);
  post->content = g_strdup (content);
  post->slug = g_strdup (nonce_slug);
  post->author = 7;
  post->comments = FEU_COMMENTS_OPEN;
  g_ptr_array_add (self->posts, set_derived (self, post));
  return copy_post (post);
}

static GPtrArray *
find_drafts (FeuPublisher *publisher,
             const char   *slug,
             GCancellable *cancellable,
             GError      **error)
{
  BEGIN ("find_drafts");
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_post_unref);
  for (guint i = 0; i < self->posts->len; i++)
    {
      FeuPost *post = g_ptr_array_index (self->posts, i);
      if (g_str_equal (post->slug, slug))
        g_ptr_array_add (found, copy_post (post));
    }
  return found;
}

static FeuPost *
get_post (FeuPublisher *publisher, gint64 id, GCancellable *cancellable, GError **error)
{
  BEGIN ("get_post");
  FeuPost *post = find_post (self, id);
  if (post == NULL)
    g_set_error_literal (
        error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_GONE, "The post is not there.");
  return post != NULL ? copy_post (post) : NULL;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

static FeuPost *
update_post (FeuPublisher  *publisher,
             const FeuPost *sent,
             FeuPostFields  fields,
             GCancellable  *cancellable,
             GError       **error)
{
  BEGIN ("update_post");
  FeuPost *post = find_post (self, sent->id);
  if (post == NULL)
    return NULL;
  if ((fields & FEU_POST_FIELD_TITLE) != 0)
    set_text (&post->title, sent->title);
  if ((fields & FEU_POST_FIELD_CONTENT) != 0)
    set_text (&post->content, sent->content);
  if ((fields & FEU_POST_FIELD_EXCERPT) != 0)
    set_text (&post->excerpt, sent->excerpt);
  if ((fields & FEU_POST_FIELD_SLUG) != 0)
    set_text (&post->slug, sent->slug);
  if ((fields & FEU_POST_FIELD_STATUS) != 0)
    post->status = sent->status;
  if ((fields & FEU_POST_FIELD_FEATURED) != 0)
    post->featured = sent->featured;
  if ((fields & FEU_POST_FIELD_COMMENTS) != 0)
    post->comments = sent->comments;
  if ((fields & FEU_POST_FIELD_AUTHOR) != 0)
    post->author = sent->author;
  if ((fields & FEU_POST_FIELD_STICKY) != 0)
    post->sticky = sent->sticky;
  if ((fields & FEU_POST_FIELD_FORMAT) != 0)
    set_text (&post->format, sent->format);
  if ((fields & FEU_POST_FIELD_DATE) != 0 && sent->date != NULL)
    {
      g_clear_pointer (&post->date, g_date_time_unref);
      post->date = g_date_time_ref (sent->date);
    }
  if ((fields & FEU_POST_FIELD_CATEGORIES) != 0)
    feu_post_set_terms (post,
                        FEU_TAXONOMY_CATEGORY,
                        (const gint64 *) sent->categories->data,
                        sent->categories->len);
  if ((fields & FEU_POST_FIELD_TAGS) != 0)
    feu_post_set_terms (
        post, FEU_TAXONOMY_TAG, (const gint64 *) sent->tags->data, sent->tags->len);
  return copy_post (set_derived (self, post));
}

static FeuPost *
trash_post (FeuPublisher *publisher,
            gint64        id,
            GCancellable *cancellable,
            GError      **error)
{
  BEGIN ("trash_post");
  FeuPost *post = find_post (self, id);
  if (post != NULL)
    post->status = FEU_POST_TRASHED;
  return post != NULL ? copy_post (post) : NULL;
}

static GPtrArray *
list_posts (FeuPublisher       *publisher,
            const FeuPostQuery *query,
            guint              *out_n_pages,
            GCancellable       *cancellable,
            GError            **error)
{
  BEGIN ("list_posts");
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_post_unref);
  for (guint i = 0; i < self->posts->len; i++)
    {
      FeuPost *post = g_ptr_array_index (self->posts, i);
      if ((!query->has_status || post->status == query->status) &&
          (query->search == NULL || strstr (post->title, query->search) != NULL))
        g_ptr_array_add (found, copy_post (post));
    }
  *out_n_pages = 1;
  return found;
}

static FeuContent *
build_content (FeuPublisher      *publisher,
               const FeuArticle  *article,
               FeuRights          rights,
               const FeuSiteInfo *site,
               const char        *source,
               FeuImageLookup     lookup,
               gpointer           data)
{
  return feu_content_new (g_strdup (feu_article_get_text (article, NULL)),
                          g_strdup (""));
}

static void
implement (FeuPublisherInterface *iface)
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

static void
fake_publisher_finalize (GObject *object)
{
  FakePublisher *self = FAKE_PUBLISHER (object);

  g_ptr_array_unref (self->posts);
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->images);
  g_hash_table_unref (self->counts);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->released);
  G_OBJECT_CLASS (fake_publisher_parent_class)->finalize (object);
}

static void
fake_publisher_class_init (FakePublisherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_publisher_finalize;
}

static void
fake_publisher_init (FakePublisher *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->released);
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_post_unref);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  self->images =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->next_id = 101;
}

FeuPublisher *
fake_publisher_new (FeuRights rights)
{
  FakePublisher *self = g_object_new (FAKE_TYPE_PUBLISHER, NULL);

  self->rights = rights;
  add_term (self, FEU_TAXONOMY_CATEGORY, "Culture", 0);
  add_term (self, FEU_TAXONOMY_CATEGORY, "Travel", 0);
  add_term (self, FEU_TAXONOMY_CATEGORY, "By rail", 102);
  add_term (self, FEU_TAXONOMY_CATEGORY, "By sea", 102);
  add_term (self, FEU_TAXONOMY_CATEGORY, "Food & drink", 0);
  add_term (self, FEU_TAXONOMY_TAG, "night trains", 0);
  add_term (self, FEU_TAXONOMY_TAG, "côast", 0);
  FeuRemoteImage *image =
      feu_remote_image_new (self->next_id++, "https://coast.example/media/harbour.jpg");
  image->width = 1600;
  image->height = 1067;
  g_ptr_array_add (self->images, image);
  return FEU_PUBLISHER (self);
}

void
fake_publisher_fail (FakePublisher  *self,
                     const char     *function,
                     guint           times,
                     FeuPublishError code,
                     const char     *message)
{
  g_mutex_lock (&self->lock);
  self->failing = function;
  self->n_failures = times;
  self->failure = code;
  self->failure_message = message;
  g_mutex_unlock (&self->lock);
}

void
fake_publisher_hold (FakePublisher *self, const char *function)
{
  g_mutex_lock (&self->lock);
  self->held = function;
  g_mutex_unlock (&self->lock);
}

void
fake_publisher_release (FakePublisher *self)
{
  g_mutex_lock (&self->lock);
  self->held = NULL;
  g_cond_broadcast (&self->released);
  g_mutex_unlock (&self->lock);
}

guint
fake_publisher_count (FakePublisher *self, const char *function)
{
  g_mutex_lock (&self->lock);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, function));
  g_mutex_unlock (&self->lock);
  return count;
}

FeuPost *
fake_publisher_get (FakePublisher *self, gint64 id)
{
  g_mutex_lock (&self->lock);
  FeuPost *post = find_post (self, id);
  g_mutex_unlock (&self->lock);
  return post;
}

void
fake_publisher_put (FakePublisher *self, FeuPost *take_post)
{
  g_mutex_lock (&self->lock);
  FeuPost *old = find_post (self, take_post->id);
  if (old != NULL)
    g_ptr_array_remove (self->posts, old);
  g_ptr_array_add (self->posts, set_derived (self, take_post));
  g_mutex_unlock (&self->lock);
}

guint
fake_publisher_count_posts (FakePublisher *self)
{
  g_mutex_lock (&self->lock);
  guint count = self->posts->len;
  g_mutex_unlock (&self->lock);
  return count;
}
