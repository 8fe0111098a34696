/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pool of two threads, so that a hundred photos do not take the whole machine.
 */
#include "config.h"

#include "feu-thumbnails.h"

#include <glib/gi18n.h>

#define MAX_KEPT 100
#define MAX_THREADS 2
#define MAX_PIXELS (200.0 * 1000 * 1000)

struct _FeuThumbnails
{
  GObject parent_instance;

  /* owned */
  GHashTable  *kept;  /* (element-type utf8 GdkPixbuf) */
  GQueue       order; /* (element-type utf8), borrowed keys of @kept, oldest first */
  GThreadPool *pool;  /* of GTask */
};

G_DEFINE_FINAL_TYPE (FeuThumbnails, feu_thumbnails, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  char *key;
  int   size;
} Request;

static void
request_free (Request *request)
{
  g_free (request->path);
  g_free (request->key);
  g_free (request);
}

static char *
make_key (const FeuImageInfo *info, int size)
{
  return g_strdup_printf ("%d %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s",
                          size,
                          info->mtime_us,
                          info->bytes,
                          g_file_peek_path (info->file));
}

static void
load_in_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_autoptr (GdkPixbuf) stored = gdk_pixbuf_new_from_file_at_size (
      request->path, request->size, request->size, &error);
  if (stored == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (
        task, gdk_pixbuf_apply_embedded_orientation (stored), g_object_unref);
}

static void
keep (FeuThumbnails *self, const char *key, GdkPixbuf *pixbuf)
{
  if (g_hash_table_contains (self->kept, key))
    return;
  char *own_key = g_strdup (key);
  g_hash_table_insert (self->kept, own_key, g_object_ref (pixbuf));
  g_queue_push_tail (&self->order, own_key);
  if (self->order.length > MAX_KEPT)
    g_hash_table_remove (self->kept, g_queue_pop_head (&self->order));
}

GdkPixbuf *
feu_thumbnails_peek (FeuThumbnails *self, const FeuImageInfo *info, int size)
{
  g_return_val_if_fail (FEU_IS_THUMBNAILS (self) && info != NULL, NULL);
  if (info->file == NULL)
    return NULL;
  g_autofree char *key = make_key (info, size);
  GdkPixbuf       *pixbuf = g_hash_table_lookup (self->kept, key);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

void
feu_thumbnails_load_async (FeuThumbnails      *self,
                           const FeuImageInfo *info,
                           int                 size,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (FEU_IS_THUMBNAILS (self) && info != NULL && info->file != NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->path = g_file_get_path (info->file);
  request->key = make_key (info, size);
  request->size = size;
  g_task_set_source_tag (task, feu_thumbnails_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  if ((double) info->width * info->height > MAX_PIXELS)
    g_task_return_new_error (task,
                             G_IO_ERROR,
                             G_IO_ERROR_NOT_SUPPORTED,
                             _ ("The image is too large to be shown."));
  else
    g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

GdkPixbuf *
feu_thumbnails_load_finish (FeuThumbnails *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  const Request *request = g_task_get_task_data (G_TASK (result));
  GdkPixbuf     *pixbuf = g_task_propagate_pointer (G_TASK (result), error);
  if (pixbuf != NULL)
    keep (self, request->key, pixbuf);
  return pixbuf;
}

static void
feu_thumbnails_finalize (GObject *object)
{
  FeuThumbnails *self = FEU_THUMBNAILS (object);
  g_queue_clear (&self->order);
  g_hash_table_unref (self->kept);
  /* Tasks hold a reference to self, so none is left to run. */
  g_thread_pool_free (self->pool, /* immediate= */ FALSE, /* wait_= */ FALSE);
  G_OBJECT_CLASS (feu_thumbnails_parent_class)->finalize (object);
}

static void
feu_thumbnails_class_init (FeuThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_thumbnails_finalize;
}

static void
feu_thumbnails_init (FeuThumbnails *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_queue_init (&self->order);
  self->pool = g_thread_pool_new (load_in_thread, NULL, MAX_THREADS, FALSE, NULL);
}

FeuThumbnails *
feu_thumbnails_new (void)
{
  return g_object_new (FEU_TYPE_THUMBNAILS, NULL);
}
