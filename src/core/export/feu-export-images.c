/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each address is looked at once per export (known). A copy is named after its source;
 * where that name is taken by other content, in this export or on the disk, the
 * content's hash is added. So a file that is there is never overwritten, and the names
 * are the same every time.
 */
#include "config.h"

#include "feu-export-images-private.h"

#include "feu-block.h"
#include "feu-export-file-private.h"
#include "feu-image-header.h"
#include "feu-image-path.h"
#include "feu-slug.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_IMAGE_BYTES ((gsize) 100 * 1000 * 1000)
#define HEAVY_IMAGE_BYTES ((gsize) 20 * 1000 * 1000)
#define MAX_NAME_CHARACTERS 60
#define N_HASH_CHARACTERS 8
#define N_SNIFFED_BYTES 4096

typedef struct
{
  const char *mime;
  const char *suffix;
} ImageType;

struct _FeuExportImages
{
  /* owned */
  GFile      *article_folder; /* (nullable) */
  char       *images_folder;  /* (nullable) */
  GHashTable *known;          /* (element-type utf8 FeuExportImage), values nullable */
  GPtrArray  *files;          /* (element-type filename) */
  GError     *error;          /* (nullable): the first one */

  /* borrowed */
  GPtrArray *warnings; /* (element-type FeuExportWarning) (nullable) */
};

static void
export_image_free (FeuExportImage *image)
{
  if (image == NULL)
    return;
  g_free (image->url);
  g_free (image);
}

static void G_GNUC_PRINTF (3, 4)
    warn (FeuExportImages *self, int line, const char *format, ...)
{
  if (self->warnings == NULL)
    return;
  va_list arguments;
  va_start (arguments, format);
  FeuExportWarning *warning = g_new0 (FeuExportWarning, 1);
  warning->message = g_strdup_vprintf (format, arguments);
  warning->line = line;
  va_end (arguments);
  g_ptr_array_add (self->warnings, warning);
}

/* Goes by content. Only the many ways to begin an SVG need the name as a second word.
 */
static const ImageType *
sniff (const char *path, const char *data, gsize length)
{
  static const ImageType types[] = {
    { "image/svg+xml", ".svg" }, { "image/png", ".png" },   { "image/jpeg", ".jpg" },
    { "image/webp", ".webp" },   { "image/avif", ".avif" }, { "image/gif", ".gif" },
  };
  g_autofree char *content_type = g_content_type_guess (
      NULL, (const guchar *) data, MIN (length, N_SNIFFED_BYTES), NULL);
  g_autofree char *mime = g_content_type_get_mime_type (content_type);

  if (mime == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].mime, mime))
      return &types[i];
  if (g_str_has_suffix (path, ".svg") &&
      g_content_type_is_a (content_type, "text/plain"))
    return &types[0];
  return NULL;
}

/* Reading these needs a loader that not every system has. */
static gboolean
is_svg (const ImageType *type)
{
  return g_str_equal (type->suffix, ".svg");
}

static char *
dup_data_url (const ImageType *type, const char *data, gsize length)
{
  g_autofree char *base64 = g_base64_encode ((const guchar *) data, length);
  return g_strconcat ("data:", type->mime, ";base64,", base64, NULL);
}

static gboolean
has_content (const char *path, const char *data, gsize length)
{
  g_autofree char *other = NULL;
  gsize            other_length = 0;
  GStatBuf         status;

  return g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) &&
         (gsize) status.st_size == length &&
         g_file_get_contents (path, &other, &other_length, NULL) &&
         other_length == length && memcmp (other, data, length) == 0;
}

/* The name for the copy; @out_exists says whether the very same file is there. */
static char *
choose_name (FeuExportImages *self,
             const ImageType *type,
             const char      *source,
             const char      *data,
             gsize            length,
             gboolean        *out_exists)
{
  g_autofree char *base = g_path_get_basename (source);
  char            *dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  g_autofree char *slug = feu_slug_new (valid, MAX_NAME_CHARACTERS);
  const char      *stem = *slug != '\0' ? slug : "image";

  g_autofree char *name = g_strconcat (stem, type->suffix, NULL);
  g_autofree char *path = g_build_filename (self->images_folder, name, NULL);
  *out_exists = has_content (path, data, length);
  if (*out_exists || !(g_file_test (path, G_FILE_TEST_EXISTS) ||
                       g_file_test (path, G_FILE_TEST_IS_SYMLINK)))
    return g_steal_pointer (&name);

  g_autofree char *hash =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  g_autofree char *hashed_name =
      g_strdup_printf ("%s-%.*s%s", stem, N_HASH_CHARACTERS, hash, type->suffix);
  g_autofree char *hashed_path =
      g_build_filename (self->images_folder, hashed_name, NULL);
  *out_exists = has_content (hashed_path, data, length);
  return g_steal_pointer (&hashed_name);
}

/* A link in the place of the folder could lead anywhere. */
static gboolean
prepare_folder (FeuExportImages *self)
{
  if (!g_file_test (self->images_folder, G_FILE_TEST_IS_SYMLINK))
    return feu_export_file_make_folder (self->images_folder, &self->error);
  g_autofree char *name = g_filename_display_name (self->images_folder);
  g_set_error (&self->error,
               G_FILE_ERROR,
               G_FILE_ERROR_LOOP,
               _ ("“%s” is a link to another place. Remove it, or export to another "
                  "folder."),
               name);
  return FALSE;
}

static void
remember_file (FeuExportImages *self, char *path)
{
  if (g_ptr_array_find_with_equal_func (self->files, path, g_str_equal, NULL))
    g_free (path);
  else
    g_ptr_array_add (self->files, path);
}

/* Returns: (nullable): the copy's address; NULL with the error set */
static char *
copy_beside (FeuExportImages *self,
             const ImageType *type,
             const char      *source,
             const char      *data,
             gsize            length)
{
  gboolean exists = FALSE;

  if (self->error != NULL || !prepare_folder (self))
    return NULL;
  g_autofree char *name = choose_name (self, type, source, data, length, &exists);
  g_autofree char *path = g_build_filename (self->images_folder, name, NULL);
  if (!exists && !feu_export_file_write (path, data, length, &self->error))
    return NULL;
  remember_file (self, g_steal_pointer (&path));
  g_autofree char *escaped = g_uri_escape_string (name, NULL, /* allow_utf8= */ TRUE);
  return g_strconcat ("images/", escaped, NULL);
}

/* Returns: FALSE, having warned, for a file that has no business in a page */
static gboolean
load (FeuExportImages *self,
      const char      *path,
      const char      *src,
      int              line,
      char           **out_data,
      gsize           *out_length)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  if (g_stat (path, &status) == 0 && (guint64) status.st_size > MAX_IMAGE_BYTES)
    {
      g_autofree char *size = g_format_size ((guint64) status.st_size);
      warn (self, line, _ ("The image “%s” is too large for a page (%s)."), src, size);
      return FALSE;
    }
  if (g_file_get_contents (path, out_data, out_length, &error))
    return TRUE;
  warn (self, line, _ ("The image “%s” could not be read: %s"), src, error->message);
  return FALSE;
}

static FeuExportImage *
take_in (FeuExportImages *self, const char *path, const char *src, int line)
{
  g_autofree char *data = NULL;
  gsize            length = 0;
  FeuImageHeader   header = { 0 };

  if (!load (self, path, src, line, &data, &length))
    return NULL;
  const ImageType *type = sniff (path, data, length);
  gboolean         is_readable = feu_image_header_read (path, &header);
  if (type == NULL || !(is_readable || is_svg (type)))
    {
      warn (self,
            line,
            _ ("“%s” is broken, or no image that browsers show. Use PNG, JPEG, GIF, "
               "WebP, AVIF or SVG."),
            src);
      return NULL;
    }
  if (self->images_folder == NULL && length > HEAVY_IMAGE_BYTES)
    {
      g_autofree char *size = g_format_size (length);
      warn (self,
            line,
            _ ("The image “%s” adds %s to the page, which will open slowly. Make it "
               "smaller, or export the page with a folder."),
            src,
            size);
    }
  g_autofree char *url = self->images_folder != NULL
                             ? copy_beside (self, type, path, data, length)
                             : dup_data_url (type, data, length);
  if (url == NULL)
    return NULL;
  FeuExportImage *image = g_new0 (FeuExportImage, 1);
  image->url = g_steal_pointer (&url);
  image->width = header.width;
  image->height = header.height;
  return image;
}

static FeuExportImage *
find (FeuExportImages *self, const char *src, int line)
{
  g_autoptr (GFile) file = NULL;

  if (feu_image_ref_is_inline (src))
    {
      FeuExportImage *image = g_new0 (FeuExportImage, 1);
      image->url = g_strdup (src);
      return image;
    }
  switch (feu_image_resolve (self->article_folder, src, &file))
    {
    case FEU_IMAGE_OK:
      break;
    case FEU_IMAGE_OUTSIDE:
      warn (self,
            line,
            _ ("The image “%s” is outside the article's folder and was left out. Copy "
               "it beside the article."),
            src);
      return NULL;
    case FEU_IMAGE_REMOTE:
      feu_export_images_warn_remote (self, src, line);
      return NULL;
    case FEU_IMAGE_MISSING:
    case FEU_IMAGE_BROKEN:
      warn (self, line, _ ("The image “%s” was not found."), src);
      return NULL;
    }
  g_autofree char *path = g_file_get_path (file);
  return take_in (self, path, src, line);
}

FeuExportImages *
feu_export_images_new (GFile      *article_folder,
                       const char *images_folder,
                       GPtrArray  *warnings)
{
  FeuExportImages *self = g_new0 (FeuExportImages, 1);

  g_set_object (&self->article_folder, article_folder);
  self->images_folder = g_strdup (images_folder);
  self->known = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) export_image_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->warnings = warnings;
  return self;
}

void
feu_export_images_free (FeuExportImages *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->article_folder);
  g_free (self->images_folder);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->files);
  g_clear_error (&self->error);
  g_free (self);
}

const FeuExportImage *
feu_export_images_get (FeuExportImages *self, const char *src, int line)
{
  g_return_val_if_fail (self != NULL && src != NULL, NULL);
  gpointer image = NULL;

  if (g_hash_table_lookup_extended (self->known, src, NULL, &image))
    return image;
  image = find (self, src, line);
  g_hash_table_insert (self->known, g_strdup (src), image);
  return image;
}

const FeuExportImage *
feu_export_images_get_photo (FeuExportImages *self, const char *path)
{
  g_return_val_if_fail (self != NULL && path != NULL, NULL);
  /* No image of an article is known by an absolute path. */
  g_autofree char *key = g_strconcat ("photo:", path, NULL);
  gpointer         image = NULL;

  if (g_hash_table_lookup_extended (self->known, key, NULL, &image))
    return image;
  g_autofree char *name = g_filename_display_basename (path);
  image = take_in (self, path, name, -1);
  g_hash_table_insert (self->known, g_steal_pointer (&key), image);
  return image;
}

void
feu_export_images_warn_remote (FeuExportImages *self, const char *src, int line)
{
  g_return_if_fail (self != NULL && src != NULL);

  warn (
      self,
      line,
      _ ("The image “%s” is on another site: the page has a link in its place. Copy it "
         "beside the article to show it."),
      src);
}

const GError *
feu_export_images_get_error (const FeuExportImages *self)
{
  return self->error;
}

const GPtrArray *
feu_export_images_get_files (const FeuExportImages *self)
{
  return self->files;
}
