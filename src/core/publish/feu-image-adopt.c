/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry is what an upload by the publishing job would have left.
 */
#include "config.h"

#include "feu-image-adopt.h"

#include "feu-image-upload.h"
#include "feu-journal-private.h"
#include "feu-journal-store-private.h"

/* (nullable): the first use of @src in the text. */
static const FeuImageRef *
find_ref (const FeuArticle *article, const char *src)
{
  const GPtrArray *images = feu_article_get_images (article);

  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef *ref = g_ptr_array_index (images, i);
      if (g_strcmp0 (ref->src, src) == 0)
        return ref;
    }
  return NULL;
}

static const char *
get_text (const FeuArticle *article, const char *src, FeuImageParam param)
{
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  return feu_metadata_get_image_param (metadata, src, param);
}

/* @image with the texts of @article. */
static FeuRemoteImage *
with_texts (const FeuArticle *article, const char *src, const FeuRemoteImage *image)
{
  const FeuImageRef *ref = find_ref (article, src);
  const char        *alt = ref != NULL && ref->alt != NULL && *ref->alt != '\0'
                               ? ref->alt
                               : get_text (article, src, FEU_IMAGE_PARAM_ALT);
  const char     *caption = ref != NULL && ref->caption != NULL && *ref->caption != '\0'
                                ? ref->caption
                                : get_text (article, src, FEU_IMAGE_PARAM_CAPTION);
  FeuRemoteImage *copy = feu_remote_image_new (image->id, image->url);

  copy->large_url = g_strdup (image->large_url);
  copy->width = image->width;
  copy->height = image->height;
  g_free (copy->alt);
  copy->alt = g_strdup (alt != NULL ? alt : "");
  copy->caption = g_strdup (caption);
  copy->title = g_strdup (image->title);
  copy->mime_type = g_strdup (image->mime_type);
  return copy;
}

gboolean
feu_image_adopt (FeuJournal           *journal,
                 const FeuSite        *site,
                 const FeuArticle     *article,
                 const char           *src,
                 GFile                *file,
                 const FeuRemoteImage *image,
                 GError              **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (journal) && G_IS_FILE (file), FALSE);
  FeuJobRow row = {
    .max_image_px = site->max_image_px,
    .max_image_bytes = site->max_image_bytes,
    .jpeg_quality = site->jpeg_quality,
  };
  g_autofree char *key = NULL;

  if (!feu_image_upload_get_key (file, &row, &key, error))
    return FALSE;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *valid = g_filename_display_name (name);
  g_autoptr (FeuRemoteImage) kept = with_texts (article, src, image);
  sqlite3 *db = feu_journal_lock_db (journal);
  gboolean is_stored =
      feu_journal_store_image (db, site->api_root, key, valid, kept, error);
  feu_journal_unlock_db (journal);
  return is_stored;
}
