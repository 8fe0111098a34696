/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files a format is made of, and the thread to write them in.
 */
#include "config.h"

#include "feu-export.h"

#include "feu-export-file-private.h"
#include "feu-export-page-private.h"
#include "feu-page.h"

#include <string.h>

/* What feu_export_write_async() takes to its thread. */
typedef struct
{
  FeuArticle      *article;
  FeuExportFormat  format;
  FeuExportOptions options;
  char            *path;
} WriteData;

static void
write_data_free (WriteData *data)
{
  feu_article_unref (data->article);
  g_ptr_array_unref ((GPtrArray *) data->options.authors);
  g_clear_object (&data->options.article_folder);
  g_free ((char *) data->options.fallback_title);
  g_free (data->path);
  g_free (data);
}

static GPtrArray *
copy_authors (const GPtrArray *authors)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_author_unref);

  for (guint i = 0; authors != NULL && i < authors->len; i++)
    g_ptr_array_add (copy, feu_author_ref (g_ptr_array_index (authors, i)));
  return copy;
}

static void
warning_free (FeuExportWarning *self)
{
  g_free (self->message);
  g_free (self);
}

static FeuExportResult *
result_new (void)
{
  FeuExportResult *self = g_new0 (FeuExportResult, 1);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->warnings = feu_export_warnings_new ();
  return self;
}

/* Writes @text, which is taken, as the result's HTML file. */
static gboolean
write_html (FeuExportResult *result, const char *path, char *text, GError **error)
{
  g_autofree char *html = text;

  if (!feu_export_file_write (path, html, strlen (html), error))
    return FALSE;
  result->path = g_strdup (path);
  g_ptr_array_insert (result->files, 0, g_strdup (path));
  return TRUE;
}

static gboolean
write_file (FeuExportResult        *result,
            const FeuArticle       *article,
            FeuExportFormat         format,
            const FeuExportOptions *options,
            const char             *path,
            GError                **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!feu_export_file_make_folder (folder, error))
    return FALSE;
  char *html = format == FEU_EXPORT_PAGE
                   ? feu_export_dup_page (article, options, result->warnings)
                   : feu_export_dup_fragment (article);
  return write_html (result, path, html, error);
}

/* The page is written last: where it is, all that it shows is there. */
static gboolean
write_folder (FeuExportResult        *result,
              const FeuArticle       *article,
              const FeuExportOptions *options,
              const char             *path,
              GCancellable           *cancellable,
              GError                **error)
{
  g_autofree char *images_folder = g_build_filename (path, "images", NULL);
  g_autofree char *style_path = g_build_filename (path, "style.css", NULL);
  g_autofree char *page_path = g_build_filename (path, "index.html", NULL);
  g_autoptr (FeuExportImages) images =
      feu_export_images_new (options->article_folder, images_folder, result->warnings);
  const char *css = feu_page_get_theme_css ();

  if (!feu_export_file_make_folder (path, error))
    return FALSE;
  g_autofree char *html =
      feu_export_page_dup (article, options, /* style_is_inline= */ FALSE, images);
  if (feu_export_images_get_error (images) != NULL)
    {
      g_propagate_error (error, g_error_copy (feu_export_images_get_error (images)));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !feu_export_file_write (style_path, css, strlen (css), error))
    return FALSE;
  g_ptr_array_add (result->files, g_steal_pointer (&style_path));
  const GPtrArray *copies = feu_export_images_get_files (images);
  for (guint i = 0; i < copies->len; i++)
    g_ptr_array_add (result->files, g_strdup (g_ptr_array_index (copies, i)));
  return write_html (result, page_path, g_steal_pointer (&html), error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  WriteData       *data = task_data;
  GError          *error = NULL;
  FeuExportResult *result = feu_export_write (
      data->article, data->format, &data->options, data->path, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) feu_export_result_free);
  else
    g_task_return_error (task, error);
}

void
feu_export_result_free (FeuExportResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

GPtrArray *
feu_export_warnings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);
}

char *
feu_export_dup_page (const FeuArticle       *article,
                     const FeuExportOptions *options,
                     GPtrArray              *warnings)
{
  g_return_val_if_fail (article != NULL && options != NULL, NULL);

  g_autoptr (FeuExportImages) images =
      feu_export_images_new (options->article_folder, NULL, warnings);
  return feu_export_page_dup (article, options, /* style_is_inline= */ TRUE, images);
}

char *
feu_export_dup_fragment (const FeuArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);

  GString *html = g_string_new (NULL);
  feu_export_body_append_fragment (html, article);
  return g_string_free (html, FALSE);
}

FeuExportResult *
feu_export_write (const FeuArticle       *article,
                  FeuExportFormat         format,
                  const FeuExportOptions *options,
                  const char             *path,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_return_val_if_fail (article != NULL && options != NULL && path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_autoptr (FeuExportResult) result = result_new ();
  gboolean is_written =
      format == FEU_EXPORT_PAGE_FOLDER
          ? write_folder (result, article, options, path, cancellable, error)
          : write_file (result, article, format, options, path, error);
  return is_written ? g_steal_pointer (&result) : NULL;
}

void
feu_export_write_async (FeuArticle             *article,
                        FeuExportFormat         format,
                        const FeuExportOptions *options,
                        const char             *path,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data)
{
  g_return_if_fail (article != NULL && options != NULL && path != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, feu_export_write_async);
  WriteData *data = g_new0 (WriteData, 1);
  data->article = feu_article_ref (article);
  data->format = format;
  data->options.authors = copy_authors (options->authors);
  g_set_object (&data->options.article_folder, options->article_folder);
  data->options.fallback_title = g_strdup (options->fallback_title);
  data->path = g_strdup (path);
  g_task_set_task_data (task, data, (GDestroyNotify) write_data_free);
  g_task_run_in_thread (task, write_in_thread);
}

FeuExportResult *
feu_export_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
