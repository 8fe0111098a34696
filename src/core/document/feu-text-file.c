/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocking functions do the work; the others call them in a thread, because one job
 * is several calls (look, read, decode) and decoding must not be in the main loop
 * either.
 */
#include "config.h"

#include "feu-text-file.h"

#include "feu-safe-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

void
feu_text_file_free (FeuTextFile *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->etag);
  g_free (self);
}

char *
feu_text_file_dup_name (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/* ---- errors ---- */

typedef struct
{
  GIOErrorEnum     io_code;
  FeuTextFileError code;
  const char      *message; /* with %s for the file's name */
} Explanation;

static const Explanation load_explanations[] = {
  { G_IO_ERROR_NOT_FOUND, FEU_TEXT_FILE_ERROR_MISSING, N_ ("There is no file “%s”.") },
  { G_IO_ERROR_NOT_DIRECTORY,
    FEU_TEXT_FILE_ERROR_MISSING,
    N_ ("There is no file “%s”.") },
  { G_IO_ERROR_PERMISSION_DENIED,
    FEU_TEXT_FILE_ERROR_NOT_READABLE,
    N_ ("“%s” may not be read. Ask its owner for permission, or open a copy.") },
  { G_IO_ERROR_IS_DIRECTORY,
    FEU_TEXT_FILE_ERROR_IS_FOLDER,
    N_ ("“%s” is a folder, not an article.") },
  { G_IO_ERROR_NOT_REGULAR_FILE,
    FEU_TEXT_FILE_ERROR_NOT_REGULAR,
    N_ ("“%s” is a device or a pipe, not an article.") },
};

static const Explanation save_explanations[] = {
  { G_IO_ERROR_NOT_FOUND,
    FEU_TEXT_FILE_ERROR_MISSING,
    N_ ("“%s” cannot be saved: its folder does not exist any more.") },
  { G_IO_ERROR_NOT_DIRECTORY,
    FEU_TEXT_FILE_ERROR_MISSING,
    N_ ("“%s” cannot be saved: its folder does not exist any more.") },
  { G_IO_ERROR_PERMISSION_DENIED,
    FEU_TEXT_FILE_ERROR_NOT_WRITABLE,
    N_ ("“%s” cannot be saved: the file or its folder is read-only.") },
  { G_IO_ERROR_READ_ONLY,
    FEU_TEXT_FILE_ERROR_NOT_WRITABLE,
    N_ ("“%s” cannot be saved: its disk is read-only.") },
  { G_IO_ERROR_IS_DIRECTORY,
    FEU_TEXT_FILE_ERROR_IS_FOLDER,
    N_ ("“%s” cannot be saved: a folder has this name.") },
  { G_IO_ERROR_NOT_REGULAR_FILE,
    FEU_TEXT_FILE_ERROR_NOT_REGULAR,
    N_ ("“%s” cannot be saved: it is a device or a pipe.") },
  { G_IO_ERROR_NO_SPACE,
    FEU_TEXT_FILE_ERROR_NO_SPACE,
    N_ ("“%s” cannot be saved: there is no space left on its disk.") },
};

static char *
dup_message (const char *message, const char *name)
{
  GString *text = g_string_new (_ (message));

  g_string_replace (text, "%s", name, 1);
  return g_string_free (text, FALSE);
}

static void
take_io_error (GError           **error,
               GError            *io_error,
               GFile             *file,
               const Explanation *explanations,
               gsize              n_explanations)
{
  g_autofree char *name = feu_text_file_dup_name (file);

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, io_error);
      return;
    }
  for (gsize i = 0; i < n_explanations; i++)
    if (g_error_matches (io_error, G_IO_ERROR, (int) explanations[i].io_code))
      {
        g_autofree char *message = dup_message (explanations[i].message, name);
        g_set_error_literal (
            error, FEU_TEXT_FILE_ERROR, (int) explanations[i].code, message);
        g_error_free (io_error);
        return;
      }
  g_propagate_prefixed_error (error, io_error, "“%s”: ", name);
}

static void
take_load_error (GError **error, GError *io_error, GFile *file)
{
  take_io_error (
      error, io_error, file, load_explanations, G_N_ELEMENTS (load_explanations));
}

static void
take_save_error (GError **error, GError *io_error, GFile *file)
{
  g_autofree char *name = feu_text_file_dup_name (file);

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      g_set_error (
          error,
          G_IO_ERROR,
          G_IO_ERROR_WRONG_ETAG,
          _ ("“%s” was changed by another program since it was opened or saved here."),
          name);
      g_error_free (io_error);
      return;
    }
  take_io_error (
      error, io_error, file, save_explanations, G_N_ELEMENTS (save_explanations));
}

/* ---- loading ---- */

/* Looked at before reading: a pipe would block, a huge file fill the memory. */
static gboolean
check_readable_file (GFile *file, GCancellable *cancellable, GError **error)
{
  GError *io_error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE,
                                                  cancellable,
                                                  &io_error);

  if (info == NULL)
    {
      take_load_error (error, io_error, file);
      return FALSE;
    }
  GFileType type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_DIRECTORY)
    io_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else if (type == G_FILE_TYPE_SPECIAL)
    io_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
  if (io_error != NULL)
    {
      take_load_error (error, io_error, file);
      return FALSE;
    }
  g_autofree char *name = feu_text_file_dup_name (file);
  return feu_text_format_check_size (
      name, (guint64) g_file_info_get_size (info), error);
}

/* GLib's etag is the time alone, whose ticks are some milliseconds long. */
static char *
dup_local_etag (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT
                          ":%" G_GUINT64_FORMAT,
                          (gint64) info.st_mtim.tv_sec,
                          (long) info.st_mtim.tv_nsec,
                          (gint64) info.st_size,
                          (guint64) info.st_ino);
}

char *
feu_text_file_query_etag (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_peek_path (file) != NULL)
    return dup_local_etag (g_file_peek_path (file));
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

FeuTextFile *
feu_text_file_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_autofree char *contents = NULL;
  g_autofree char *name = feu_text_file_dup_name (file);
  gsize            length = 0;
  GError          *io_error = NULL;
  g_autoptr (FeuTextFile) self = g_new0 (FeuTextFile, 1);

  if (!check_readable_file (file, cancellable, error))
    return NULL;
  /* Before reading: a change in between is then seen as one that came later. */
  self->etag = feu_text_file_query_etag (file);
  if (!g_file_load_contents (file, cancellable, &contents, &length, NULL, &io_error))
    {
      take_load_error (error, io_error, file);
      return NULL;
    }
  self->text = feu_text_format_decode (
      name, contents, length, &self->format, &self->length_bytes, error);
  return self->text != NULL ? g_steal_pointer (&self) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError      *error = NULL;
  FeuTextFile *loaded = feu_text_file_load (task_data, cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) feu_text_file_free);
  else
    g_task_return_error (task, error);
}

void
feu_text_file_load_async (GFile              *file,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (G_IS_FILE (file));
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, feu_text_file_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

FeuTextFile *
feu_text_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, feu_text_file_load_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- saving ---- */

/* A symbolic link stays one. A link to nothing, and what is no local file, is left to
 * GLib. */
static GFile *
dup_link_target (GFile *file)
{
  const char *path = g_file_peek_path (file);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_object_ref (file);
  char  *real = realpath (path, NULL);
  GFile *target = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
  free (real);
  return target;
}

static gboolean
check_etag (const char *path, gpointer user_data, GError **error)
{
  const char      *expected = user_data;
  g_autofree char *etag = expected != NULL ? dup_local_etag (path) : NULL;

  if (etag == NULL || g_str_equal (etag, expected))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
  return FALSE;
}

/* What replacing would not mind: a folder moved away, a file that is not to be written.
 */
static gboolean
check_target (const char *path, const char *etag, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      feu_safe_file_set_error (error, errno);
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else if (!S_ISREG (info.st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
  else if (access (path, W_OK) != 0)
    feu_safe_file_set_error (error, errno);
  else
    return check_etag (path, (gpointer) etag, error);
  return FALSE;
}

static gboolean
save_local (const char *path,
            const char *data,
            gsize       length,
            const char *etag,
            char      **out_etag,
            GError    **error)
{
  /* Looked at twice: now to write nothing in vain, and when it gets serious. */
  if (!check_target (path, etag, error) ||
      !feu_safe_file_write (path, data, length, check_etag, (gpointer) etag, error))
    return FALSE;
  if (out_etag != NULL)
    *out_etag = dup_local_etag (path);
  return TRUE;
}

gboolean
feu_text_file_save (GFile               *file,
                    const char          *text,
                    gsize                length_bytes,
                    const FeuTextFormat *format,
                    const char          *etag,
                    GCancellable        *cancellable,
                    char               **out_etag,
                    GError             **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  const FeuTextFormat new_format = { 0 };
  g_autoptr (GBytes) contents = feu_text_format_encode (
      format != NULL ? format : &new_format, text, length_bytes);
  g_autoptr (GFile) target = dup_link_target (file);
  const char *path = g_file_peek_path (target);
  gsize       length = 0;
  const char *data = g_bytes_get_data (contents, &length);
  GError     *io_error = NULL;
  gboolean    ok = FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (path != NULL && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    ok = save_local (path, data, length, etag, out_etag, &io_error);
  else
    ok = g_file_replace_contents (target,
                                  data != NULL ? data : "",
                                  length,
                                  etag,
                                  /* make_backup= */ FALSE,
                                  G_FILE_CREATE_NONE,
                                  out_etag,
                                  cancellable,
                                  &io_error);
  if (!ok)
    take_save_error (error, io_error, file);
  return ok;
}

typedef struct
{
  GFile        *file; /* owned */
  GBytes       *text; /* owned */
  FeuTextFormat format;
  char         *etag; /* owned */
} SaveData;

static void
save_data_free (SaveData *data)
{
  g_object_unref (data->file);
  g_bytes_unref (data->text);
  g_free (data->etag);
  g_free (data);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  SaveData   *data = task_data;
  gsize       length = 0;
  const char *text = g_bytes_get_data (data->text, &length);
  char       *etag = NULL;
  GError     *error = NULL;

  if (feu_text_file_save (data->file,
                          text,
                          length,
                          &data->format,
                          data->etag,
                          cancellable,
                          &etag,
                          &error))
    g_task_return_pointer (task, etag, g_free);
  else
    g_task_return_error (task, error);
}

void
feu_text_file_save_async (GFile               *file,
                          GBytes              *text,
                          const FeuTextFormat *format,
                          const char          *etag,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file) && text != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SaveData *data = g_new0 (SaveData, 1);

  data->file = g_object_ref (file);
  data->text = g_bytes_ref (text);
  if (format != NULL)
    data->format = *format;
  data->etag = g_strdup (etag);
  g_task_set_source_tag (task, feu_text_file_save_async);
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  /* A file that was written was written, even if that was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
feu_text_file_save_finish (GAsyncResult *result, char **out_etag, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, feu_text_file_save_async),
                        FALSE);
  GError          *problem = NULL;
  g_autofree char *etag = g_task_propagate_pointer (G_TASK (result), &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (out_etag != NULL)
    *out_etag = g_steal_pointer (&etag);
  return TRUE;
}
