/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each name becomes a key for "the same" and one for "nearly the same"; names are
 * compared by those.
 */
#include "config.h"

#include "feu-term-match.h"

#include "feu-html-decode.h"
#include "feu-slug.h"

#include <string.h>

/* What typography writes otherwise than keyboards do. */
static gunichar
get_plain (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ ’ ʼ */
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x201c: /* “ ” */
    case 0x201d:
      return '"';
    case 0x2010: /* ‐ ‑ */
    case 0x2011:
      return '-';
    default:
      return c;
    }
}

/* Names that a reader takes for the same have the same key. */
static char *
dup_key (const char *name)
{
  g_autofree char *decoded = feu_html_decode_references (name);
  g_autofree char *composed = g_utf8_normalize (decoded, -1, G_NORMALIZE_NFC);
  GString         *plain = g_string_new (NULL);
  gboolean         is_after_space = FALSE;

  for (const char *at = composed != NULL ? composed : ""; *at != '\0';
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_iszerowidth (c) && g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (c))
        {
          is_after_space = plain->len > 0;
          continue;
        }
      if (is_after_space)
        g_string_append_c (plain, ' ');
      is_after_space = FALSE;
      g_string_append_unichar (plain, get_plain (c));
    }
  g_autofree char *folded = g_utf8_casefold (plain->str, (gssize) plain->len);
  g_string_free (plain, TRUE);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

/* Signs that make another word of a letter, as in "C++", "C#", "R&D". */
static gboolean
is_telling (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return strchr ("&#@*%", (int) MIN (c, 0x7f)) != NULL ||
         type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_CURRENCY_SYMBOL ||
         type == G_UNICODE_OTHER_SYMBOL;
}

/* Letters and digits without accents, then the signs that tell words apart. */
static char *
dup_near_key (const char *key)
{
  g_autofree char *slug = feu_slug_new (key, 0);
  GString         *near_key = g_string_new (NULL);

  for (const char *at = slug; *at != '\0'; at++)
    if (*at != '-')
      g_string_append_c (near_key, *at);
  g_string_append_c (near_key, ' ');
  for (const char *at = key; *at != '\0'; at = g_utf8_next_char (at))
    if (is_telling (g_utf8_get_char (at)))
      g_string_append_unichar (near_key, g_utf8_get_char (at));
  return g_string_free (near_key, FALSE);
}

/* The better of two terms that are the same as @name. */
static gboolean
is_better (const FeuTerm *term, const FeuTerm *than, const char *name)
{
  gboolean is_written_so = strcmp (term->name, name) == 0;

  if (than == NULL)
    return TRUE;
  if (is_written_so != (strcmp (than->name, name) == 0))
    return is_written_so;
  return term->count != than->count ? term->count > than->count : term->id < than->id;
}

static int
compare_use (gconstpointer a, gconstpointer b)
{
  const FeuTerm *first = *(const FeuTerm *const *) a;
  const FeuTerm *second = *(const FeuTerm *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static GPtrArray *
find_near (const char *key, FeuTaxonomy taxonomy, const GPtrArray *terms)
{
  GPtrArray *near_terms =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  g_autofree char *wanted = dup_near_key (key);

  for (guint i = 0; i < terms->len; i++)
    {
      FeuTerm *term = g_ptr_array_index (terms, i);
      if (term->taxonomy != taxonomy)
        continue;
      g_autofree char *term_key = dup_key (term->name);
      g_autofree char *term_near_key = dup_near_key (term_key);
      if (strcmp (wanted, " ") != 0 && g_str_equal (wanted, term_near_key))
        g_ptr_array_add (near_terms, feu_term_ref (term));
    }
  g_ptr_array_sort (near_terms, compare_use);
  return near_terms;
}

FeuTerm *
feu_term_match_find (const char      *name,
                     FeuTaxonomy      taxonomy,
                     const GPtrArray *terms,
                     GPtrArray      **out_near)
{
  g_return_val_if_fail (name != NULL && terms != NULL, NULL);
  g_autofree char *wanted = dup_key (name);
  FeuTerm         *best = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      FeuTerm *term = g_ptr_array_index (terms, i);
      if (term->taxonomy != taxonomy)
        continue;
      g_autofree char *key = dup_key (term->name);
      if (g_str_equal (key, wanted) && is_better (term, best, name))
        best = term;
    }
  if (out_near != NULL)
    *out_near = best == NULL
                    ? find_near (wanted, taxonomy, terms)
                    : g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  return best != NULL ? feu_term_ref (best) : NULL;
}

gboolean
feu_term_match_is_same (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  g_autofree char *first = dup_key (a);
  g_autofree char *second = dup_key (b);

  return g_str_equal (first, second);
}
