/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An address is tried in up to four readings. Each has to pass two gates: by name (it
 * does not climb out, so that nothing outside is even looked at), then by place (its
 * real path, links resolved, is below the real path of the folder).
 */
#include "config.h"

#include "feu-image-path.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The length of a scheme with its colon, 0 without. Control characters and white space
 * are skipped as browsers do, so that "ht\ttps:" is no file name. */
static gsize
scheme_length (const char *src, char *out_first)
{
  gsize n_letters = 0;

  for (gsize i = 0; src[i] != '\0'; i++)
    {
      if ((guchar) src[i] <= ' ')
        continue;
      if (src[i] == ':')
        return n_letters;
      if (n_letters == 0)
        *out_first = src[i];
      if (!g_ascii_isalpha (src[i]) &&
          (n_letters == 0 || (!g_ascii_isdigit (src[i]) && !strchr ("+-.", src[i]))))
        return 0;
      n_letters++;
    }
  return 0;
}

/* TRUE when @src is no relative path; then @out_state says what it is. */
static gboolean
is_not_relative (const char *src, FeuImageState *out_state)
{
  char  first = '\0';
  gsize n_scheme = scheme_length (src, &first);

  while ((guchar) *src <= ' ' && *src != '\0')
    src++;
  if (n_scheme == 1 || (n_scheme > 0 && g_ascii_strncasecmp (src, "file:", 5) == 0))
    *out_state = FEU_IMAGE_OUTSIDE; /* a drive letter, a local file */
  else if (n_scheme > 0 || g_str_has_prefix (src, "//") ||
           g_str_has_prefix (src, "\\\\"))
    *out_state = FEU_IMAGE_REMOTE;
  else if (*src == '/' || *src == '\\')
    *out_state = FEU_IMAGE_OUTSIDE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
climbs_out (const char *relative)
{
  g_auto (GStrv) steps = g_strsplit (relative, "/", -1);
  int depth = 0;

  for (char **step = steps; *step != NULL; step++)
    {
      if (strcmp (*step, "..") == 0)
        depth--;
      else if (**step != '\0' && strcmp (*step, ".") != 0)
        depth++;
      if (depth < 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_real_path (GFile *file)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  char       *real = path != NULL ? realpath (path, NULL) : NULL;
  char       *copy = g_strdup (real);
  free (real);
  return copy;
}

/* What of @path comes below @folder, both real paths; NULL if it is not below. */
static const char *
path_below (const char *folder, const char *path)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == '/')
    length--;
  if (strncmp (folder, path, length) != 0 || path[length] != '/' ||
      path[length + 1] == '\0')
    return NULL;
  return path + length + 1;
}

static FeuImageState
try_reading (const char *real_folder, const char *relative, GFile **out_file)
{
  FeuImageState state = FEU_IMAGE_MISSING;

  if (is_not_relative (relative, &state))
    return state;
  if (climbs_out (relative))
    return FEU_IMAGE_OUTSIDE;
  if (real_folder == NULL || *relative == '\0')
    return FEU_IMAGE_MISSING;
  g_autofree char *path = g_build_filename (real_folder, relative, NULL);
  g_autoptr (GFile) named = g_file_new_for_path (path);
  g_autofree char *real = dup_real_path (named);
  if (real == NULL || strcmp (real, real_folder) == 0)
    return FEU_IMAGE_MISSING;
  if (path_below (real_folder, real) == NULL)
    return FEU_IMAGE_OUTSIDE;
  struct stat info;
  if (stat (real, &info) != 0 || !S_ISREG (info.st_mode))
    return FEU_IMAGE_MISSING;
  if (out_file != NULL)
    *out_file = g_file_new_for_path (real);
  return FEU_IMAGE_OK;
}

static char *
dup_decoded (const char *src)
{
  g_autofree char *decoded = g_uri_unescape_string (src, NULL);
  if (decoded == NULL || !g_utf8_validate (decoded, -1, NULL))
    return g_strdup (src);
  return g_steal_pointer (&decoded);
}

static char *
dup_without_query (const char *src)
{
  return g_strndup (src, strcspn (src, "?#"));
}

FeuImageState
feu_image_resolve (GFile *article_folder, const char *src, GFile **out_file)
{
  g_return_val_if_fail (src != NULL, FEU_IMAGE_MISSING);
  FeuImageState state = FEU_IMAGE_MISSING;

  if (is_not_relative (src, &state))
    return state;
  g_autofree char *real_folder = dup_real_path (article_folder);
  g_autofree char *decoded = dup_decoded (src);
  g_autofree char *bare = dup_without_query (src);
  g_autofree char *bare_decoded = dup_decoded (bare);
  const char      *readings[] = { src, decoded, bare, bare_decoded };
  FeuImageState    first_refusal = FEU_IMAGE_MISSING;
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      state = try_reading (real_folder, readings[i], out_file);
      if (state == FEU_IMAGE_OK)
        return state;
      if (first_refusal == FEU_IMAGE_MISSING)
        first_refusal = state;
    }
  return first_refusal;
}

char *
feu_image_dup_src (GFile *article_folder, GFile *file)
{
  g_autofree char *real_folder = dup_real_path (article_folder);
  g_autofree char *real_file = dup_real_path (file);
  if (real_folder == NULL || real_file == NULL)
    return NULL;
  const char *below = path_below (real_folder, real_file);
  return below != NULL && g_utf8_validate (below, -1, NULL) ? g_strdup (below) : NULL;
}

static const char *
skip_dot_slash (const char *src)
{
  while (src[0] == '.' && src[1] == '/')
    src += 2;
  return src;
}

gboolean
feu_image_src_equal (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (strcmp (a, b) == 0)
    return TRUE;
  g_autofree char *decoded_a = dup_decoded (a);
  g_autofree char *decoded_b = dup_decoded (b);
  return strcmp (skip_dot_slash (decoded_a), skip_dot_slash (decoded_b)) == 0;
}
