/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file found at a place that the user did not name is replaced only if Feuillet made
 * it, which its generator element tells.
 */
#include "config.h"

#include "feu-cli-target.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define GENERATOR "<meta name=\"generator\" content=\"Feuillet "
#define GENERATOR_WITHIN_BYTES 2048

struct _FeuCliTargets
{
  /* owned */
  char       *output; /* (nullable) */
  GHashTable *taken;  /* (element-type filename): canonical paths, a set */

  FeuExportFormat format;
  gboolean        is_folder;
};

static const char *
get_suffix (FeuExportFormat format)
{
  switch (format)
    {
    case FEU_EXPORT_PAGE:
      return ".html";
    case FEU_EXPORT_PAGE_FOLDER:
      return "";
    case FEU_EXPORT_FRAGMENT:
      return ".fragment.html";
    }
  g_return_val_if_reached ("");
}

static gboolean
is_made_by_us (const char *path)
{
  char  start[GENERATOR_WITHIN_BYTES + 1] = { 0 };
  FILE *file = fopen (path, "rbe");

  if (file == NULL)
    return FALSE;
  gsize n_read = fread (start, 1, GENERATOR_WITHIN_BYTES, file);
  fclose (file);
  return g_strstr_len (start, (gssize) n_read, GENERATOR) != NULL;
}

static gboolean
may_replace (FeuExportFormat format, const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  switch (format)
    {
    case FEU_EXPORT_PAGE:
      return is_made_by_us (path);
    case FEU_EXPORT_FRAGMENT:
      return g_file_test (path, G_FILE_TEST_IS_REGULAR);
    case FEU_EXPORT_PAGE_FOLDER:
      break;
    }
  g_autofree char *page = g_build_filename (path, "index.html", NULL);
  g_autofree char *style = g_build_filename (path, "style.css", NULL);
  return g_file_test (path, G_FILE_TEST_IS_DIR) &&
         (is_made_by_us (page) || !(g_file_test (page, G_FILE_TEST_EXISTS) ||
                                    g_file_test (style, G_FILE_TEST_EXISTS)));
}

/* The first of "stem.html", "stem-2.html" … that no other input has. */
static char *
dup_free_path (FeuCliTargets *self, const char *folder, const char *stem)
{
  const char      *suffix = get_suffix (self->format);
  g_autofree char *name = g_strconcat (stem, suffix, NULL);
  g_autofree char *path = g_canonicalize_filename (name, folder);

  for (guint number = 2; g_hash_table_contains (self->taken, path); number++)
    {
      g_free (name);
      g_free (path);
      name = g_strdup_printf ("%s-%u%s", stem, number, suffix);
      path = g_canonicalize_filename (name, folder);
    }
  return g_steal_pointer (&path);
}

static void
warn_if_renamed (FeuCliTargets *self,
                 const char    *stem,
                 const char    *path,
                 FeuCliReport  *report)
{
  g_autofree char *wanted = g_strconcat (stem, get_suffix (self->format), NULL);
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_equal (wanted, name))
    return;
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message =
      g_strdup_printf (_ ("Another file of that name is exported too; this one is "
                          "written to “%s”."),
                       shown);
  feu_cli_report_warning (report, -1, -1, message);
}

static char *
refuse (const char *path, FeuCliReport *report)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *message = g_strdup_printf (
      _ ("“%s” is there already and was not made by Feuillet. Say where to write with "
         "“-o”."),
      shown);

  feu_cli_report_error (report, -1, -1, message);
  return NULL;
}

static gboolean
is_same_file (const char *path, const char *other)
{
  g_autofree char *real_path = realpath (path, NULL);
  g_autofree char *real_other = realpath (other, NULL);

  return real_path != NULL && real_other != NULL && g_str_equal (real_path, real_other);
}

FeuCliTargets *
feu_cli_targets_new (FeuExportFormat format, const char *output, gboolean is_folder)
{
  FeuCliTargets *self = g_new0 (FeuCliTargets, 1);

  self->output = g_strdup (output);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->format = format;
  self->is_folder = is_folder;
  return self;
}

void
feu_cli_targets_free (FeuCliTargets *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->output);
  g_hash_table_unref (self->taken);
  g_free (self);
}

char *
feu_cli_targets_take (FeuCliTargets *self, const char *input, FeuCliReport *report)
{
  g_return_val_if_fail (self != NULL && input != NULL && report != NULL, NULL);
  g_autofree char *path = NULL;

  if (self->output != NULL && !self->is_folder)
    path = g_canonicalize_filename (self->output, NULL);
  else
    {
      g_autofree char *beside = g_path_get_dirname (input);
      g_autofree char *folder =
          g_canonicalize_filename (self->output != NULL ? self->output : beside, NULL);
      g_autofree char *stem = feu_cli_target_dup_stem (input);
      path = dup_free_path (self, folder, stem);
      warn_if_renamed (self, stem, path, report);
    }
  g_hash_table_add (self->taken, g_strdup (path));
  if (is_same_file (path, input) ||
      (self->output == NULL && !may_replace (self->format, path)))
    return refuse (path, report);
  return g_steal_pointer (&path);
}

char *
feu_cli_target_dup_stem (const char *input)
{
  static const char *const suffixes[] = {
    ".md", ".markdown", ".mdown", ".mkd", ".txt"
  };
  g_autofree char *name = g_path_get_basename (input);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize stem_length = strlen (name) - MIN (strlen (suffixes[i]), strlen (name));
      if (stem_length > 0 && g_ascii_strcasecmp (name + stem_length, suffixes[i]) == 0)
        name[stem_length] = '\0';
    }
  return g_steal_pointer (&name);
}
