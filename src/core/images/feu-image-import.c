/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All work is in one thread function: load, look for the same content, write under a
 * temporary name, rename. A crash leaves at most a hidden file, never half an image.
 */
#include "config.h"

#include "feu-image-import.h"

#include "feu-image-path.h"
#include "feu-slug.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_IMAGE_BYTES ((gsize) 100 * 1000 * 1000)
#define MAX_NAME_CHARACTERS 60
#define MAX_NAMESAKES 10000
#define SVG_SEARCH_BYTES 8192

G_DEFINE_QUARK (feu - image - error - quark, feu_image_error)

typedef struct
{
  GFile  *file; /* NULL when @bytes is set */
  GBytes *bytes;
  char   *name;
  GFile  *folder;
} Import;

static void
import_free (Import *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_clear_object (&self->folder);
  g_free (self);
}

/* With a comment before its first element, an SVG is only XML to the guessing. */
static gboolean
looks_like_svg (const char *data, gsize length)
{
  return length > 0 && data[0] == '<' &&
         g_strstr_len (data, (gssize) MIN (length, SVG_SEARCH_BYTES), "<svg") != NULL;
}

/* The extension for what the content is, NULL when pages do not show it. */
static const char *
find_extension (GBytes *bytes)
{
  static const struct
  {
    const char *type;
    const char *extension;
  } known[] = {
    { "image/jpeg", "jpg" },    { "image/png", "png" },   { "image/gif", "gif" },
    { "image/svg+xml", "svg" }, { "image/webp", "webp" }, { "image/avif", "avif" },
    { "image/bmp", "bmp" },
  };
  gsize            length = 0;
  const guchar    *data = g_bytes_get_data (bytes, &length);
  g_autofree char *content_type = g_content_type_guess (NULL, data, length, NULL);

  if (looks_like_svg ((const char *) data, length))
    return "svg";
  g_autofree char *type = g_content_type_get_mime_type (content_type);
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (type, known[i].type))
      return known[i].extension;
  return NULL;
}

static char *
dup_stem (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char            *dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  g_autofree char *slug = feu_slug_new (valid, MAX_NAME_CHARACTERS);
  return *slug != '\0' ? g_steal_pointer (&slug) : g_strdup ("image");
}

static GBytes *
load (Import *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  if (self->bytes != NULL)
    return g_bytes_ref (self->bytes);
  info = g_file_query_info (self->file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE
                            "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE,
                            cancellable,
                            error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error,
                   FEU_IMAGE_ERROR,
                   FEU_IMAGE_ERROR_NOT_AN_IMAGE,
                   _ ("“%s” is not a file. Choose a picture, such as a JPEG or PNG."),
                   self->name);
      return NULL;
    }
  if ((guint64) g_file_info_get_size (info) > MAX_IMAGE_BYTES)
    {
      g_set_error (error,
                   FEU_IMAGE_ERROR,
                   FEU_IMAGE_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than 100 MB. Save a smaller version for the web "
                      "and add that one."),
                   self->name);
      return NULL;
    }
  return g_file_load_bytes (self->file, cancellable, NULL, error);
}

static char *
dup_digest (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* A file of images/ with this very content. Only files of the same size are read. */
static GFile *
find_same (GFile *images, GBytes *bytes, GCancellable *cancellable)
{
  g_autofree char *wanted = NULL;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      images,
      G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                     "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
      cancellable,
      NULL);
  GFileInfo *info = NULL;
  GFile     *child = NULL;

  while (children != NULL &&
         g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) &&
         info != NULL)
    {
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
          (gsize) g_file_info_get_size (info) != g_bytes_get_size (bytes) ||
          g_file_info_get_name (info)[0] == '.')
        continue;
      g_autoptr (GBytes) other = g_file_load_bytes (child, cancellable, NULL, NULL);
      if (other == NULL)
        continue;
      if (wanted == NULL)
        wanted = dup_digest (bytes);
      g_autofree char *digest = dup_digest (other);
      if (g_str_equal (digest, wanted))
        return g_object_ref (child);
    }
  return NULL;
}

/* Gives @written the first free name; several imports may run at once, so taking the
 * name and finding it free are one step. */
static GFile *
move_to_free_name (GFile        *written,
                   GFile        *images,
                   const char   *stem,
                   const char   *extension,
                   GCancellable *cancellable,
                   GError      **error)
{
  for (int number = 1; number <= MAX_NAMESAKES; number++)
    {
      g_autofree char *name =
          number == 1 ? g_strdup_printf ("%s.%s", stem, extension)
                      : g_strdup_printf ("%s-%d.%s", stem, number, extension);
      g_autoptr (GFile) target = g_file_get_child (images, name);
      g_autoptr (GError) move_error = NULL;
      if (g_file_move (written,
                       target,
                       G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                       cancellable,
                       NULL,
                       NULL,
                       &move_error))
        return g_steal_pointer (&target);
      if (!g_error_matches (move_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&move_error));
          return NULL;
        }
    }
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_EXISTS,
               _ ("There are too many images called “%s” already."),
               stem);
  return NULL;
}

static GFile *
write_new (GFile        *images,
           const char   *stem,
           const char   *extension,
           GBytes       *bytes,
           GCancellable *cancellable,
           GError      **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *hidden = g_strdup_printf (".%s.part", unique);
  g_autoptr (GFile) part = g_file_get_child (images, hidden);
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  GFile      *target = NULL;

  if (g_file_replace_contents (part,
                               data != NULL ? data : "",
                               length,
                               NULL,
                               /* make_backup= */ FALSE,
                               G_FILE_CREATE_NONE,
                               NULL,
                               cancellable,
                               error))
    target = move_to_free_name (part, images, stem, extension, cancellable, error);
  if (target == NULL)
    g_file_delete (part, NULL, NULL); /* the error at hand is the one to tell */
  return target;
}

static gboolean
prepare_images_folder (GFile *folder, GFile *images, GError **error)
{
  g_autoptr (GError) make_error = NULL;

  if (!g_file_make_directory_with_parents (images, NULL, &make_error) &&
      !g_error_matches (make_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&make_error));
      return FALSE;
    }
  g_autofree char *below = feu_image_dup_src (folder, images);
  if (below != NULL)
    return TRUE;
  g_set_error_literal (error,
                       FEU_IMAGE_ERROR,
                       FEU_IMAGE_ERROR_OUTSIDE,
                       _ ("The “images” folder beside the article is a link to another "
                          "place. Replace it "
                          "with a real folder, then add the image again."));
  return FALSE;
}

static char *
import (Import *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = load (self, cancellable, error);
  if (bytes == NULL)
    return NULL;
  const char *extension = find_extension (bytes);
  if (extension == NULL)
    {
      g_set_error (
          error,
          FEU_IMAGE_ERROR,
          FEU_IMAGE_ERROR_NOT_AN_IMAGE,
          _ ("“%s” is not an image that web pages can show. Choose a JPEG, PNG, "
             "GIF, WebP or SVG file."),
          self->name);
      return NULL;
    }
  char *in_place =
      self->file != NULL ? feu_image_dup_src (self->folder, self->file) : NULL;
  if (in_place != NULL)
    return in_place;

  g_autoptr (GFile) images = g_file_get_child (self->folder, "images");
  if (!prepare_images_folder (self->folder, images, error))
    return NULL;
  g_autoptr (GFile) target = find_same (images, bytes, cancellable);
  if (target == NULL)
    {
      g_autofree char *stem = dup_stem (self->name);
      target = write_new (images, stem, extension, bytes, cancellable, error);
    }
  return target != NULL ? feu_image_dup_src (self->folder, target) : NULL;
}

static void
import_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  char *src = import (task_data, cancellable, &error);

  if (src != NULL)
    g_task_return_pointer (task, src, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
run_import (Import             *data,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, run_import);
  g_task_set_task_data (task, data, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, import_in_thread);
}

void
feu_image_import_file_async (GFile              *file,
                             GFile              *article_folder,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (G_IS_FILE (file) && G_IS_FILE (article_folder));
  Import *data = g_new0 (Import, 1);

  data->file = g_object_ref (file);
  data->name = g_file_get_basename (file);
  data->folder = g_object_ref (article_folder);
  run_import (data, cancellable, callback, user_data);
}

void
feu_image_import_bytes_async (GBytes             *bytes,
                              const char         *suggested_name,
                              GFile              *article_folder,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (bytes != NULL && suggested_name != NULL);
  g_return_if_fail (G_IS_FILE (article_folder));
  Import *data = g_new0 (Import, 1);

  data->bytes = g_bytes_ref (bytes);
  data->name = g_strdup (suggested_name);
  data->folder = g_object_ref (article_folder);
  run_import (data, cancellable, callback, user_data);
}

char *
feu_image_import_bytes (GBytes       *bytes,
                        const char   *suggested_name,
                        GFile        *article_folder,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_return_val_if_fail (bytes != NULL && suggested_name != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (article_folder), NULL);
  Import data = { .bytes = bytes,
                  .name = (char *) suggested_name,
                  .folder = article_folder };
  return import (&data, cancellable, error);
}

char *
feu_image_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
