/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a fuzz target as an ordinary test: once for each file of the folders and files
 * given, and once for each of their prefixes of 1, 2, 4, 8 … bytes.
 */
#include "config.h"

#include <gio/gio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
run_bytes (const char *contents, gsize length)
{
  for (gsize prefix = 1; prefix < length; prefix *= 2)
    LLVMFuzzerTestOneInput ((const uint8_t *) contents, prefix);
  LLVMFuzzerTestOneInput ((const uint8_t *) contents, length);
}

static guint
run_path (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      guint       n_run = 0;
      const char *name;
      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          n_run += run_path (child);
        }
      return n_run;
    }
  g_autofree char *contents = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;
  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  run_bytes (contents, length);
  return 1;
}

int
main (int argc, char **argv)
{
  guint n_run = 0;
  for (int i = 1; i < argc; i++)
    n_run += run_path (argv[i]);
  g_print ("%u inputs\n", n_run);
  return n_run > 0 ? 0 : 1;
}
