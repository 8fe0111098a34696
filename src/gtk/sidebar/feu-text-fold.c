/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decomposes, drops the marks, folds the case.
 */
#include "config.h"

#include "feu-text-fold.h"

#include <string.h>

char *
feu_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = decomposed; at != NULL && *at != '\0';
       at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  return g_utf8_casefold (bare->str, -1);
}

gboolean
feu_text_has_word_prefix (const char *text, const char *folded_query)
{
  g_autofree char *folded = feu_text_fold (text);

  if (*folded_query == '\0')
    return FALSE;
  for (const char *at = folded; (at = strstr (at, folded_query)) != NULL;
       at = g_utf8_next_char (at))
    if (at == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}
