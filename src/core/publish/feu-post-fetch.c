/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry for each image: by its id where the post gives one, so that sizes of one
 * picture are one file, else by its address. A pool of threads fetches; each works on
 * an entry of its own.
 */
#include "config.h"

#include "feu-post-fetch.h"

#include "feu-http-reach.h"
#include "feu-image-import.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_IMAGES 500
#define MAX_IMAGE_BYTES ((gsize) 64 * 1024 * 1024)
#define MAX_ALL_BYTES ((guint64) 1024 * 1024 * 1024)
#define MAX_REDIRECTS 5

typedef struct
{
  char           *url;
  gint64          id;
  FeuRemoteImage *remote; /* owned (nullable) */
  char           *name;   /* owned (nullable) */
  char           *reason; /* owned (nullable): why there is no name */
} Entry;

struct _FeuPostFetch
{
  FeuHttp    *http;    /* owned */
  char       *home;    /* a host; owned (nullable) */
  GUri       *base;    /* owned (nullable) */
  GPtrArray  *entries; /* (element-type Entry), owned */
  GHashTable *by_key;  /* (element-type utf8 Entry), owned */
};

/* One run, shared by its threads. */
typedef struct
{
  FeuPostFetch        *fetch;
  GFile               *folder;
  GCancellable        *cancellable;
  FeuPostFetchProgress progress;
  gpointer             progress_data;

  GMutex  mutex; /* of what follows, and of calling progress */
  guint   n_done;
  guint64 n_bytes;
} Run;

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_free (entry->url);
  g_clear_pointer (&entry->remote, feu_remote_image_unref);
  g_free (entry->name);
  g_free (entry->reason);
  g_free (entry);
}

FeuPostFetch *
feu_post_fetch_new (FeuHttp *http, const char *home)
{
  FeuPostFetch *self = g_new0 (FeuPostFetch, 1);
  self->http = g_object_ref (http);
  self->base = g_uri_parse (home, G_URI_FLAGS_ENCODED, NULL);
  self->home = g_strdup (self->base != NULL ? g_uri_get_host (self->base) : NULL);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
feu_post_fetch_free (FeuPostFetch *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->http);
  g_free (self->home);
  g_clear_pointer (&self->base, g_uri_unref);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_key);
  g_free (self);
}

static Entry *
find_entry (const FeuPostFetch *self, const char *url, gint64 id)
{
  g_autofree char *key =
      id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup (url);
  return g_hash_table_lookup (self->by_key, key);
}

void
feu_post_fetch_add (FeuPostFetch *self, const char *url, gint64 id)
{
  if (self->entries->len >= MAX_IMAGES || find_entry (self, url, id) != NULL)
    return;
  Entry *entry = g_new0 (Entry, 1);
  entry->url = g_strdup (url);
  entry->id = id;
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_key,
                       id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id)
                               : g_strdup (url),
                       entry);
}

GArray *
feu_post_fetch_dup_ids (const FeuPostFetch *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->id != 0)
        g_array_append_val (ids, entry->id);
    }
  return ids;
}

void
feu_post_fetch_add_remote (FeuPostFetch *self, FeuRemoteImage *image)
{
  Entry *entry = find_entry (self, image->url, image->id);

  if (entry == NULL)
    return;
  g_clear_pointer (&entry->remote, feu_remote_image_unref);
  entry->remote = feu_remote_image_ref (image);
}

/* ---- fetching ---- */

static GUri *
parse_url (const FeuPostFetch *self, const char *url)
{
  const GUriFlags flags = G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED;

  if (self->base != NULL)
    return g_uri_parse_relative (self->base, url, flags, NULL);
  return g_uri_parse (url, flags, NULL);
}

/* (nullable): the answer at @url or where that leads. */
static FeuHttpResponse *
get (const Run *run, const char *url, char **out_reason)
{
  g_autoptr (GUri) uri = parse_url (run->fetch, url);

  for (guint i = 0; i <= MAX_REDIRECTS && uri != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      if (!feu_http_may_reach (uri, run->fetch->home, run->cancellable))
        {
          *out_reason = g_strdup (_ ("its address is not on the web"));
          return NULL;
        }
      g_autofree char *text = g_uri_to_string (uri);
      FeuHttpRequest   request = { .method = "GET",
                                   .uri = text,
                                   .max_answer_bytes = MAX_IMAGE_BYTES };
      g_autoptr (FeuHttpResponse) response =
          feu_http_send (run->fetch->http, &request, run->cancellable, &error);
      if (response == NULL)
        {
          *out_reason = g_strdup (error->message);
          return NULL;
        }
      if (feu_http_response_is_success (response))
        return g_steal_pointer (&response);
      g_clear_pointer (&uri, g_uri_unref);
      uri = feu_http_response_dup_redirect (response);
      if (uri == NULL)
        {
          *out_reason = g_strdup_printf (_ ("the server answered with %u"),
                                         feu_http_response_get_status (response));
          return NULL;
        }
    }
  *out_reason = g_strdup (_ ("its address is not on the web"));
  return NULL;
}

/* What the file is called on the server. */
static char *
dup_file_name (const char *url)
{
  g_autofree char *path = g_strndup (url, strcspn (url, "?#"));
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_uri_unescape_string (base, "/");
  return name != NULL ? g_steal_pointer (&name) : g_steal_pointer (&base);
}

static gboolean
count_bytes (Run *run, gsize n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&run->mutex);
  run->n_bytes += n_bytes;
  return run->n_bytes <= MAX_ALL_BYTES;
}

static void
fetch_entry (Run *run, Entry *entry)
{
  const char *url = entry->remote != NULL ? entry->remote->url : entry->url;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuHttpResponse) response = get (run, url, &entry->reason);

  /* The size that the post shows may be there where the full one is not. */
  if (response == NULL && url != entry->url &&
      !g_cancellable_is_cancelled (run->cancellable))
    {
      g_clear_pointer (&entry->reason, g_free);
      url = entry->url;
      response = get (run, url, &entry->reason);
    }
  if (response == NULL)
    return;
  GBytes *body = feu_http_response_get_body (response);
  if (!count_bytes (run, g_bytes_get_size (body)))
    {
      entry->reason = g_strdup (_ ("the images of this post are too large together"));
      return;
    }
  g_autofree char *file_name = dup_file_name (url);
  entry->name =
      feu_image_import_bytes (body, file_name, run->folder, run->cancellable, &error);
  if (entry->name == NULL)
    entry->reason = g_strdup (error->message);
}

static void
fetch_in_thread (gpointer data, gpointer user_data)
{
  Run   *run = user_data;
  Entry *entry = data;

  if (!g_cancellable_is_cancelled (run->cancellable) && entry->name == NULL)
    fetch_entry (run, entry);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&run->mutex);
  run->n_done++;
  if (run->progress != NULL)
    run->progress (run->n_done, run->fetch->entries->len, run->progress_data);
}

gboolean
feu_post_fetch_run (FeuPostFetch        *self,
                    GFile               *article_folder,
                    guint                n_threads,
                    FeuPostFetchProgress progress,
                    gpointer             progress_data,
                    GPtrArray           *notes,
                    GCancellable        *cancellable,
                    GError             **error)
{
  Run run = { .fetch = self,
              .folder = article_folder,
              .cancellable = cancellable,
              .progress = progress,
              .progress_data = progress_data };

  g_mutex_init (&run.mutex);
  GThreadPool *pool = g_thread_pool_new (
      fetch_in_thread, &run, (int) CLAMP (n_threads, 1, 8), FALSE, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (self->entries, i), NULL);
  g_thread_pool_free (pool, /* immediate= */ FALSE, /* wait= */ TRUE);
  g_mutex_clear (&run.mutex);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->name == NULL)
        g_ptr_array_add (notes,
                         g_strdup_printf (_ ("The image %s stays where it is: %s."),
                                          entry->url,
                                          entry->reason != NULL ? entry->reason : ""));
    }
  return TRUE;
}

/* ---- afterwards ---- */

const char *
feu_post_fetch_get_name (const char *url, gint64 id, gpointer user_data)
{
  const FeuPostFetch *self = user_data;
  const Entry        *entry = find_entry (self, url, id);
  return entry != NULL ? entry->name : NULL;
}

const FeuRemoteImage *
feu_post_fetch_get_remote (const FeuPostFetch *self, gint64 id)
{
  const Entry *entry = id != 0 ? find_entry (self, "", id) : NULL;
  return entry != NULL ? entry->remote : NULL;
}

void
feu_post_fetch_foreach_remote (const FeuPostFetch *self,
                               void (*func) (const char           *name,
                                             const FeuRemoteImage *image,
                                             gpointer              user_data),
                               gpointer user_data)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->name != NULL && entry->remote != NULL)
        func (entry->name, entry->remote, user_data);
    }
}
