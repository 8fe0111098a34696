/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * g_file_replace_contents() is not used, because it writes into the file itself where
 * it cannot rename (hard links, a folder that is read-only), and because it does not
 * flush the folder.
 */
#include "config.h"

#include "feu-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define MAX_ATTRIBUTES_BYTES 65536

void
feu_safe_file_set_error (GError **error, int error_number)
{
  GIOErrorEnum code = error_number == EDQUOT ? G_IO_ERROR_NO_SPACE
                                             : g_io_error_from_errno (error_number);

  g_set_error_literal (error, G_IO_ERROR, (int) code, g_strerror (error_number));
}

void
feu_safe_file_sync_folder (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* What was renamed is in place, whatever this says. */
  if (fsync (fd) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  close (fd);
}

/* Access lists are among the attributes. Not every one may be set by everybody. */
static void
copy_attributes (const char *path, int fd)
{
  g_autofree char *names = g_malloc (MAX_ATTRIBUTES_BYTES);
  g_autofree char *value = g_malloc (MAX_ATTRIBUTES_BYTES);
  ssize_t          length = listxattr (path, names, MAX_ATTRIBUTES_BYTES);

  for (const char *name = names; name < names + MAX (length, 0);
       name += strlen (name) + 1)
    {
      ssize_t size = getxattr (path, name, value, MAX_ATTRIBUTES_BYTES);
      if (size >= 0 && fsetxattr (fd, name, value, (size_t) size, 0) != 0)
        g_debug ("%s: %s: %s", path, name, g_strerror (errno));
    }
}

static gboolean
copy_owner_and_mode (const char *path, const struct stat *old, int fd)
{
  struct stat new;

  if (fstat (fd, &new) != 0)
    return FALSE;
  if ((new.st_uid != old->st_uid || new.st_gid != old->st_gid) &&
      fchown (fd, old->st_uid, old->st_gid) != 0 &&
      fchown (fd, (uid_t) -1, old->st_gid) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  copy_attributes (path, fd);
  return fchmod (fd, old->st_mode & 07777) == 0;
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Closes @fd in any case. */
static gboolean
fill (int fd, const char *path, const char *data, gsize length)
{
  struct stat old;
  gboolean    exists = lstat (path, &old) == 0;
  gboolean    ok = (!exists || copy_owner_and_mode (path, &old, fd)) &&
                write_all (fd, data, length) && fsync (fd) == 0;
  int problem = errno;

  /* Some file systems say only now that there is no room. */
  if (close (fd) != 0 && ok && errno != EINTR)
    return FALSE;
  errno = problem;
  return ok;
}

gboolean
feu_safe_file_write (const char      *path,
                     const char      *data,
                     gsize            length,
                     FeuSafeFileCheck check,
                     gpointer         user_data,
                     GError         **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_build_filename (folder, ".feuillet-XXXXXX", NULL);
  gboolean         exists = g_file_test (path, G_FILE_TEST_EXISTS);
  /* Nobody else may look into it before it has the old file's permissions. */
  int fd = g_mkstemp_full (aside, O_WRONLY | O_CLOEXEC, exists ? 0600 : 0666);

  if (fd < 0)
    {
      feu_safe_file_set_error (error, errno);
      return FALSE;
    }
  if (!fill (fd, path, data, length))
    feu_safe_file_set_error (error, errno);
  else if (check == NULL || check (path, user_data, error))
    {
      if (g_rename (aside, path) == 0)
        {
          feu_safe_file_sync_folder (folder);
          return TRUE;
        }
      feu_safe_file_set_error (error, errno);
    }
  g_unlink (aside);
  return FALSE;
}
