/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Myers' greedy algorithm ("An O(ND) difference algorithm", 1986) on tokens, each of
 * which is a number: equal text, equal number. The furthest points of each round are
 * kept to walk back from the end, which is what the limit on rounds bounds.
 */
#include "config.h"

#include "feu-text-diff.h"

#include <string.h>

#define MAX_ROUNDS 1500

typedef gsize (*NextToken) (const char *text);

typedef struct
{
  guint       id;
  const char *start;
  gsize       length;
} Token;

static gsize
get_line_length (const char *text)
{
  const char *end = strchr (text, '\n');
  return end != NULL ? (gsize) (end - text) + 1 : strlen (text);
}

/* A word, or one character between words. */
static gsize
get_word_length (const char *text)
{
  const char *at = text;

  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at > text ? (gsize) (at - text) : (gsize) (g_utf8_next_char (text) - text);
}

static GArray *
split (const char *text, NextToken get_length, GHashTable *ids)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *at = text; *at != '\0';)
    {
      Token            token = { 0, at, get_length (at) };
      g_autofree char *key = g_strndup (at, token.length);
      token.id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, key));
      if (token.id == 0)
        {
          token.id = g_hash_table_size (ids) + 1;
          g_hash_table_insert (
              ids, g_steal_pointer (&key), GUINT_TO_POINTER (token.id));
        }
      g_array_append_val (tokens, token);
      at += token.length;
    }
  return tokens;
}

/* ---- the result ---- */

static void
add (GArray *parts, FeuTextDiffKind kind, const char *start, gsize length)
{
  FeuTextDiffPart *last =
      parts->len > 0 ? &g_array_index (parts, FeuTextDiffPart, parts->len - 1) : NULL;

  if (length == 0)
    return;
  if (last != NULL && last->kind == kind && last->start + last->length_bytes == start)
    {
      last->length_bytes += length;
      return;
    }
  FeuTextDiffPart part = { kind, start, length };
  g_array_append_val (parts, part);
}

/* @steps: kinds from the last to the first. */
static void
add_steps (GArray *parts, const GArray *steps, const Token *old, const Token *new)
{
  for (guint i = steps->len; i-- > 0;)
    {
      FeuTextDiffKind kind = g_array_index (steps, FeuTextDiffKind, i);
      const Token    *token = kind == FEU_TEXT_DIFF_ADDED ? new : old;
      add (parts, kind, token->start, token->length);
      old += kind != FEU_TEXT_DIFF_ADDED;
      new += kind != FEU_TEXT_DIFF_REMOVED;
    }
}

/* ---- the search ---- */

/* Where diagonal @k of the round before @d leads to: down adds, right removes. */
static gboolean
comes_from_above (const int *furthest, int d, int k)
{
  return k == -d || (k != d && furthest[k - 1] < furthest[k + 1]);
}

static void
push (GArray *steps, FeuTextDiffKind kind)
{
  g_array_append_val (steps, kind);
}

static GArray *
walk_back (const GPtrArray *rounds, int x, int y)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (FeuTextDiffKind));

  for (int d = (int) rounds->len - 1; d >= 0; d--)
    {
      const int *before = d > 0 ? (int *) rounds->pdata[d - 1] + d : NULL;
      int        k = x - y;
      gboolean   is_added = d > 0 && comes_from_above (before, d, k);
      int        from_x = d == 0 ? 0 : is_added ? before[k + 1] : before[k - 1] + 1;
      while (x > from_x)
        {
          push (steps, FEU_TEXT_DIFF_SAME);
          x--, y--;
        }
      if (d == 0)
        break;
      push (steps, is_added ? FEU_TEXT_DIFF_ADDED : FEU_TEXT_DIFF_REMOVED);
      x -= !is_added;
      y -= is_added;
    }
  return steps;
}

/* (nullable): NULL when it would take too long. Round d keeps diagonals -d-1 … d+1. */
static GArray *
search (const Token *old, int n_old, const Token *new, int n_new)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);

  for (int d = 0; d <= MIN (n_old + n_new, MAX_ROUNDS); d++)
    {
      int       *furthest = g_new (int, 2 * d + 3);
      const int *before = d > 0 ? (int *) rounds->pdata[d - 1] + d : NULL;
      int       *at = furthest + d + 1;
      at[-d - 1] = at[d + 1] = -1;
      g_ptr_array_add (rounds, furthest);
      for (int k = -d; k <= d; k++)
        {
          if ((k + d) % 2 != 0)
            {
              at[k] = -1;
              continue;
            }
          int x = d == 0                            ? 0
                  : comes_from_above (before, d, k) ? before[k + 1]
                                                    : before[k - 1] + 1;
          int y = x - k;
          while (x < n_old && y < n_new && x >= 0 && y >= 0 && old[x].id == new[y].id)
            x++, y++;
          at[k] = x;
          if (x >= n_old && y >= n_new)
            return walk_back (rounds, x, y);
        }
    }
  return NULL;
}

/* ---- by words, by lines, or not at all ---- */

static gboolean
compare (GArray *parts, const char *old_text, const char *new_text, NextToken next)
{
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) old = split (old_text, next, ids);
  g_autoptr (GArray) new = split (new_text, next, ids);
  const Token *a = (const Token *) (gpointer) old->data;
  const Token *b = (const Token *) (gpointer) new->data;
  guint        n_a = old->len, n_b = new->len, start = 0, end = 0;

  while (start < MIN (n_a, n_b) && a[start].id == b[start].id)
    add (parts, FEU_TEXT_DIFF_SAME, a[start].start, a[start].length), start++;
  while (end < MIN (n_a, n_b) - start && a[n_a - 1 - end].id == b[n_b - 1 - end].id)
    end++;
  g_autoptr (GArray) steps = search (
      a + start, (int) (n_a - start - end), b + start, (int) (n_b - start - end));
  if (steps == NULL)
    {
      g_array_set_size (parts, 0);
      return FALSE;
    }
  add_steps (parts, steps, a + start, b + start);
  for (guint i = n_a - end; i < n_a; i++)
    add (parts, FEU_TEXT_DIFF_SAME, a[i].start, a[i].length);
  return TRUE;
}

GArray *
feu_text_diff (const char *old_text, const char *new_text)
{
  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (FeuTextDiffPart));

  if (!compare (parts, old_text, new_text, get_word_length) &&
      !compare (parts, old_text, new_text, get_line_length))
    {
      add (parts, FEU_TEXT_DIFF_REMOVED, old_text, strlen (old_text));
      add (parts, FEU_TEXT_DIFF_ADDED, new_text, strlen (new_text));
    }
  return parts;
}
