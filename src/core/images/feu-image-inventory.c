/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the article says comes from its snapshot; what the file is, from the cache or
 * from feu-image-header.h. The cache is the only shared state and has the lock.
 */
#include "config.h"

#include "feu-image-inventory.h"

#include "feu-image-header.h"

#include <string.h>

/* More files than any article has; the cache is emptied when it is full. */
#define MAX_CACHED_FILES 4096

typedef struct
{
  guint64        mtime_us;
  guint64        bytes;
  FeuImageHeader header;
  gboolean       is_image;
} CachedFile;

struct _FeuImageInventory
{
  GObject parent_instance;

  GMutex      lock;   /* guards what follows */
  GHashTable *cached; /* (element-type filename CachedFile), owned */
  guint       n_reads;
};

G_DEFINE_FINAL_TYPE (FeuImageInventory, feu_image_inventory, G_TYPE_OBJECT)

G_DEFINE_BOXED_TYPE (FeuImageInfo,
                     feu_image_info,
                     feu_image_info_ref,
                     feu_image_info_unref)

FeuImageInfo *
feu_image_info_ref (FeuImageInfo *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_image_info_unref (FeuImageInfo *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->src);
  g_clear_object (&self->file);
  g_free (self->alt);
  g_free (self->caption);
  g_free (self->credit);
  g_free (self);
}

gboolean
feu_image_info_equal (const FeuImageInfo *a, const FeuImageInfo *b)
{
  return strcmp (a->src, b->src) == 0 && a->state == b->state &&
         (a->file == b->file ||
          (a->file != NULL && b->file != NULL && g_file_equal (a->file, b->file))) &&
         a->width == b->width && a->height == b->height && a->bytes == b->bytes &&
         a->mtime_us == b->mtime_us && strcmp (a->alt, b->alt) == 0 &&
         g_strcmp0 (a->caption, b->caption) == 0 &&
         g_strcmp0 (a->credit, b->credit) == 0 && a->start_bytes == b->start_bytes &&
         a->n_uses == b->n_uses && a->is_lead == b->is_lead &&
         a->is_editable == b->is_editable;
}

static FeuImageInfo *
info_new (const char *src)
{
  FeuImageInfo *self = g_new0 (FeuImageInfo, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->src = g_strdup (src);
  return self;
}

static FeuImageInfo *
find_info (const GPtrArray *infos, const char *src)
{
  for (guint i = 0; i < infos->len; i++)
    {
      FeuImageInfo *info = g_ptr_array_index (infos, i);
      if (feu_image_src_equal (info->src, src))
        return info;
    }
  return NULL;
}

static void
add_lead (GPtrArray *infos, const FeuMetadata *metadata)
{
  const char *src = feu_metadata_get_string (metadata, FEU_FIELD_IMAGE);
  if (src == NULL)
    return;
  FeuImageInfo *info = info_new (src);
  info->is_lead = TRUE;
  info->is_editable = feu_metadata_is_editable (metadata);
  g_ptr_array_add (infos, info);
}

static void
add_use (GPtrArray *infos, const FeuImageRef *image)
{
  FeuImageInfo *info = find_info (infos, image->src);

  if (info == NULL)
    {
      info = info_new (image->src);
      g_ptr_array_add (infos, info);
    }
  if (info->n_uses++ == 0)
    {
      g_free (info->src);
      info->src = g_strdup (image->src);
      info->start_bytes = image->start_bytes;
      info->is_editable = FALSE;
    }
  if (image->end_bytes > image->start_bytes)
    info->is_editable = TRUE;
  if (info->alt == NULL || *info->alt == '\0')
    {
      g_free (info->alt);
      info->alt = g_strdup (image->alt);
    }
  if (info->caption == NULL)
    info->caption = g_strdup (image->caption);
}

/* An image of the body is described in the text, a lead image alone by its params. */
static void
add_params (FeuImageInfo *info, const FeuMetadata *metadata)
{
  const char *alt =
      feu_metadata_get_image_param (metadata, info->src, FEU_IMAGE_PARAM_ALT);
  const char *caption =
      feu_metadata_get_image_param (metadata, info->src, FEU_IMAGE_PARAM_CAPTION);

  if (info->n_uses == 0)
    {
      info->alt = g_strdup (alt);
      info->caption = g_strdup (caption);
    }
  if (info->alt == NULL)
    info->alt = g_strdup ("");
  info->credit = g_strdup (
      feu_metadata_get_image_param (metadata, info->src, FEU_IMAGE_PARAM_CREDIT));
}

static gboolean
look_up (FeuImageInventory  *self,
         const char         *path,
         const FeuImageInfo *info,
         CachedFile         *out_file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const CachedFile *cached = g_hash_table_lookup (self->cached, path);

  if (cached == NULL || cached->mtime_us != info->mtime_us ||
      cached->bytes != info->bytes)
    return FALSE;
  *out_file = *cached;
  return TRUE;
}

static void
remember (FeuImageInventory *self, const char *path, const CachedFile *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (g_hash_table_size (self->cached) >= MAX_CACHED_FILES)
    g_hash_table_remove_all (self->cached);
  g_hash_table_insert (self->cached, g_strdup (path), g_memdup2 (file, sizeof *file));
  self->n_reads++;
}

static void
measure_file (FeuImageInventory *self, FeuImageInfo *info)
{
  const char *path = g_file_peek_path (info->file);
  CachedFile  file = { .mtime_us = info->mtime_us, .bytes = info->bytes };

  if (!look_up (self, path, info, &file))
    {
      file.is_image = feu_image_header_read (path, &file.header);
      remember (self, path, &file);
    }
  info->width = file.header.width;
  info->height = file.header.height;
  if (!file.is_image)
    info->state = FEU_IMAGE_BROKEN;
}

static void
examine_file (FeuImageInventory *self, FeuImageInfo *info, GFile *folder)
{
  info->state = feu_image_resolve (folder, info->src, &info->file);
  if (info->state != FEU_IMAGE_OK)
    return;
  g_autoptr (GFileInfo) attributes = g_file_query_info (
      info->file,
      G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                     "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
      G_FILE_QUERY_INFO_NONE,
      NULL,
      NULL);
  if (attributes == NULL)
    {
      /* It went away between two calls. */
      info->state = FEU_IMAGE_MISSING;
      g_clear_object (&info->file);
      return;
    }
  info->bytes = (guint64) g_file_info_get_size (attributes);
  info->mtime_us =
      g_file_info_get_attribute_uint64 (attributes, G_FILE_ATTRIBUTE_TIME_MODIFIED) *
          G_USEC_PER_SEC +
      g_file_info_get_attribute_uint32 (attributes,
                                        G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  measure_file (self, info);
}

GPtrArray *
feu_image_inventory_list (FeuImageInventory *self,
                          const FeuArticle  *article,
                          GFile             *article_folder)
{
  g_return_val_if_fail (FEU_IS_IMAGE_INVENTORY (self) && article != NULL, NULL);
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  const GPtrArray   *images = feu_article_get_images (article);
  GPtrArray         *infos =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_image_info_unref);

  add_lead (infos, metadata);
  for (guint i = 0; i < images->len; i++)
    add_use (infos, g_ptr_array_index (images, i));
  for (guint i = 0; i < infos->len; i++)
    {
      add_params (g_ptr_array_index (infos, i), metadata);
      examine_file (self, g_ptr_array_index (infos, i), article_folder);
    }
  return infos;
}

typedef struct
{
  FeuArticle *article;
  GFile      *folder;
} ListData;

static void
list_data_free (ListData *data)
{
  feu_article_unref (data->article);
  g_clear_object (&data->folder);
  g_free (data);
}

static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  ListData *data = task_data;
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (
      task,
      feu_image_inventory_list (source_object, data->article, data->folder),
      (GDestroyNotify) g_ptr_array_unref);
}

void
feu_image_inventory_list_async (FeuImageInventory  *self,
                                FeuArticle         *article,
                                GFile              *article_folder,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (FEU_IS_IMAGE_INVENTORY (self) && article != NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ListData *data = g_new0 (ListData, 1);

  data->article = feu_article_ref (article);
  g_set_object (&data->folder, article_folder);
  g_task_set_source_tag (task, feu_image_inventory_list_async);
  g_task_set_task_data (task, data, (GDestroyNotify) list_data_free);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
feu_image_inventory_list_finish (FeuImageInventory *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
feu_image_inventory_get_n_reads (FeuImageInventory *self)
{
  g_return_val_if_fail (FEU_IS_IMAGE_INVENTORY (self), 0);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  return self->n_reads;
}

static void
feu_image_inventory_finalize (GObject *object)
{
  FeuImageInventory *self = FEU_IMAGE_INVENTORY (object);
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->cached);
  G_OBJECT_CLASS (feu_image_inventory_parent_class)->finalize (object);
}

static void
feu_image_inventory_class_init (FeuImageInventoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_image_inventory_finalize;
}

static void
feu_image_inventory_init (FeuImageInventory *self)
{
  g_mutex_init (&self->lock);
  self->cached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

FeuImageInventory *
feu_image_inventory_new (void)
{
  return g_object_new (FEU_TYPE_IMAGE_INVENTORY, NULL);
}
