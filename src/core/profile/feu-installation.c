/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line in one file.
 */
#include "config.h"

#include "feu-installation.h"

#include <string.h>

#define FILE_NAME "installation-id"

static char *
load_id (GFile *file)
{
  g_autofree char *text = NULL;

  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, NULL))
    return NULL;
  g_strstrip (text);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  return g_uuid_string_is_valid (lower) ? g_steal_pointer (&lower) : NULL;
}

char *
feu_installation_dup_id (GFile *folder)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  g_autoptr (GFile) file = g_file_get_child (folder, FILE_NAME);
  char *id = load_id (file);
  if (id != NULL)
    return id;

  id = g_uuid_string_random ();
  /* Failures are harmless, see the header. */
  g_file_make_directory_with_parents (folder, NULL, NULL);
  g_file_replace_contents (
      file, id, strlen (id), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, NULL);
  return id;
}
