/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A temporary file beside the wanted one, then rename().
 */
#include "config.h"

#include "feu-export-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

static void
set_errno_error (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error,
               G_FILE_ERROR,
               (int) g_file_error_from_errno (number),
               _ ("“%s” could not be written: %s"),
               name,
               g_strerror (number));
}

static gboolean
write_all (int file, const char *data, gsize length_bytes)
{
  while (length_bytes > 0)
    {
      ssize_t n_written = write (file, data, length_bytes);
      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return FALSE;
      data += n_written;
      length_bytes -= (gsize) n_written;
    }
  return TRUE;
}

gboolean
feu_export_file_write (const char *path,
                       const char *data,
                       gsize       length_bytes,
                       GError    **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int              file = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0)
    {
      set_errno_error (error, path, errno);
      return FALSE;
    }

  gboolean is_written = write_all (file, data, length_bytes);
  int      saved_errno = errno;
  if (close (file) != 0 && is_written)
    {
      is_written = FALSE;
      saved_errno = errno;
    }
  if (is_written && g_rename (temporary, path) == 0)
    return TRUE;
  if (is_written)
    saved_errno = errno;
  g_unlink (temporary);
  set_errno_error (error, path, saved_errno);
  return FALSE;
}

gboolean
feu_export_file_make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  set_errno_error (error, path, errno);
  return FALSE;
}
