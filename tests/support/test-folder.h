/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder that a test case has to itself: made empty, removed with all it holds.
 */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/** Returns: (transfer full): path of a new folder */
static inline char *
test_folder_new (void)
{
  GError *error = NULL;
  char   *path = g_dir_make_tmp ("feuillet-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/** Removes the folder at @path, which is freed. Symbolic links are not followed. */
static inline void
test_folder_remove (char *path)
{
  GDir *dir =
      g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);

  if (dir != NULL)
    {
      for (const char *name = g_dir_read_name (dir); name != NULL;
           name = g_dir_read_name (dir))
        test_folder_remove (g_build_filename (path, name, NULL));
      g_dir_close (dir);
    }
  g_remove (path);
  g_free (path);
}

/** Writes @length bytes (-1: a string) to @name, which may have folders, in @folder. */
static inline void
test_folder_write (const char *folder,
                   const char *name,
                   const char *data,
                   gssize      length)
{
  GError          *error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0777), ==, 0);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

/** Returns: (transfer full) (nullable): the text of @name in @folder */
static inline char *
test_folder_read (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}
