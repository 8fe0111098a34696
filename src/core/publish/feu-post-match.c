/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A longest common subsequence of texts, after the common beginning and end. A piece
 * may be several units (HTML with blank lines in it), so each unit knows which texts
 * begin with it and how many units those are.
 */
#include "config.h"

#include "feu-post-match.h"

#include "feu-post-units.h"

#include <string.h>

/* Beyond this many pairs of a piece and a unit, what follows what is taken as found. */
#define MAX_PAIRS (4 * 1000 * 1000)

typedef struct
{
  guint text; /* a piece's text, by number */
  guint n_units;
} Start;

typedef struct
{
  const FeuPostSource *source; /* borrowed */
  const GPtrArray     *units;  /* borrowed */
  GArray              *texts; /* (element-type guint): for each piece its text, owned */
  GPtrArray *starts;  /* (element-type GArray), of Start, for each unit, owned */
  GArray    *matches; /* (element-type FeuPostMatch), owned */
} Matcher;

static const char *
get_markdown (const Matcher *self, guint piece)
{
  return ((const FeuPostPiece *) g_ptr_array_index (self->source->pieces, piece))
      ->markdown;
}

static const char *
get_text (const Matcher *self, guint unit)
{
  return ((const FeuPostUnit *) g_ptr_array_index (self->units, unit))->text;
}

/* How many units from @unit on are @text; 0 when they are not. */
static guint
count_units (const Matcher *self, guint unit, const char *text)
{
  for (guint i = unit; i < self->units->len; i++)
    {
      const FeuPostUnit *at = g_ptr_array_index (self->units, i);
      gsize              length = strlen (at->text);
      if (strncmp (text, at->text, length) != 0)
        return 0;
      text += length;
      if (*text == '\0')
        return i - unit + 1;
      if (i + 1 == self->units->len)
        return 0;
      /* Only the blank lines that are between the two. */
      const FeuPostUnit *next = g_ptr_array_index (self->units, i + 1);
      for (guint line = at->end_line; line < next->start_line; line++)
        if (*text++ != '\n')
          return 0;
    }
  return 0;
}

static char *
dup_first_line (const char *text)
{
  return g_strndup (text, strcspn (text, "\n"));
}

/* Numbers the texts, and finds where each begins. */
static void
index_texts (Matcher *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_line = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->source->pieces->len; i++)
    {
      const char *text = get_markdown (self, i);
      guint       number = i;
      gpointer    found = NULL;
      if (g_hash_table_lookup_extended (numbers, text, NULL, &found))
        number = GPOINTER_TO_UINT (found);
      else
        {
          g_autofree char *line = dup_first_line (text);
          GArray          *same = g_hash_table_lookup (by_line, line);
          g_hash_table_insert (numbers, (gpointer) text, GUINT_TO_POINTER (number));
          if (same == NULL)
            {
              same = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (by_line, g_steal_pointer (&line), same);
            }
          g_array_append_val (same, number);
        }
      g_array_append_val (self->texts, number);
    }
  for (guint i = 0; i < self->units->len; i++)
    {
      g_autofree char *line = dup_first_line (get_text (self, i));
      const GArray    *same = g_hash_table_lookup (by_line, line);
      GArray          *starts = g_array_new (FALSE, FALSE, sizeof (Start));
      for (guint n = 0; same != NULL && n < same->len; n++)
        {
          Start start = { .text = g_array_index (same, guint, n) };
          start.n_units = count_units (self, i, get_markdown (self, start.text));
          if (start.n_units > 0)
            g_array_append_val (starts, start);
        }
      g_ptr_array_add (self->starts, starts);
    }
}

/* How many units from @unit on piece @piece is; 0 when it is not there. */
static guint
get_length (const Matcher *self, guint unit, guint piece)
{
  const GArray *starts = g_ptr_array_index (self->starts, unit);
  guint         text = g_array_index (self->texts, guint, piece);

  for (guint i = 0; i < starts->len; i++)
    if (g_array_index (starts, Start, i).text == text)
      return g_array_index (starts, Start, i).n_units;
  return 0;
}

static void
add_match (Matcher *self, guint unit, guint n_units, int piece)
{
  FeuPostMatch match = {
    .unit = unit, .n_units = n_units, .piece = piece, .place = piece
  };
  g_array_append_val (self->matches, match);
}

/* The longest row of pieces among @n_pieces from @piece on that are, in order, in the
 * @n_units units from @unit on. */
static void
match_middle (Matcher *self, guint unit, guint n_units, guint piece, guint n_pieces)
{
  gsize             width = (gsize) n_pieces + 1;
  g_autofree guint *best = g_new0 (guint, ((gsize) n_units + 1) * width);

  for (guint u = n_units; u-- > 0;)
    for (guint p = n_pieces; p-- > 0;)
      {
        guint  length = get_length (self, unit + u, piece + p);
        guint *here = &best[u * width + p];
        *here = MAX (best[(u + 1) * width + p], best[u * width + p + 1]);
        if (length > 0 && u + length <= n_units)
          *here = MAX (*here, 1 + best[(u + length) * width + p + 1]);
      }
  for (guint u = 0, p = 0; u < n_units;)
    {
      guint length = p < n_pieces ? get_length (self, unit + u, piece + p) : 0;
      guint here = best[u * width + p];
      if (length > 0 && u + length <= n_units &&
          here == 1 + best[(u + length) * width + p + 1])
        {
          add_match (self, unit + u, length, (int) (piece + p));
          u += length;
          p++;
        }
      else if (p < n_pieces && here == best[u * width + p + 1])
        p++;
      else
        {
          add_match (self, unit + u, 1, -1);
          u++;
        }
    }
}

/* The same for what is too long for that: each piece where it is next found. */
static void
match_greedily (Matcher *self, guint unit, guint n_units, guint piece, guint n_pieces)
{
  guint p = 0;

  for (guint u = 0; u < n_units;)
    {
      guint length = p < n_pieces ? get_length (self, unit + u, piece + p) : 0;
      guint found = p;
      for (; length == 0 && found < n_pieces && found < p + 64; found++)
        {
          length = get_length (self, unit + u, piece + found);
          if (length > 0)
            break;
        }
      gboolean is_found = length > 0 && u + length <= n_units;
      add_match (
          self, unit + u, is_found ? length : 1, is_found ? (int) (piece + found) : -1);
      u += is_found ? length : 1;
      p = is_found ? found + 1 : p;
    }
}

static void
match_all (Matcher *self)
{
  guint n_units = self->units->len;
  guint n_pieces = self->source->pieces->len;
  guint unit = 0;
  guint piece = 0;
  guint tail = 0;

  for (guint length = 1; unit < n_units && piece < n_pieces && length > 0;)
    {
      length = get_length (self, unit, piece);
      if (length > 0)
        add_match (self, unit, length, (int) piece++);
      unit += length;
    }
  /* Pieces of several units are left to the search. */
  while (unit + tail < n_units && piece + tail < n_pieces &&
         get_length (self, n_units - 1 - tail, n_pieces - 1 - tail) == 1)
    tail++;
  guint left_units = n_units - unit - tail;
  guint left_pieces = n_pieces - piece - tail;
  if ((guint64) (left_units + 1) * (left_pieces + 1) <= MAX_PAIRS)
    match_middle (self, unit, left_units, piece, left_pieces);
  else
    match_greedily (self, unit, left_units, piece, left_pieces);
  for (guint i = tail; i > 0; i--)
    add_match (self, n_units - i, 1, (int) (n_pieces - i));
}

static FeuPostMatch *
get_match (const Matcher *self, guint i)
{
  return &g_array_index (self->matches, FeuPostMatch, i);
}

/* As many new texts in a row as there were pieces stand in their places. */
static void
place_changed (Matcher *self)
{
  int last = -1;

  for (guint i = 0; i < self->matches->len;)
    {
      guint end = i;
      while (end < self->matches->len && get_match (self, end)->piece < 0)
        end++;
      int next = end < self->matches->len ? get_match (self, end)->piece
                                          : (int) self->source->pieces->len;
      if ((int) (end - i) == next - last - 1)
        for (guint n = i; n < end; n++)
          get_match (self, n)->place = last + 1 + (int) (n - i);
      last = next;
      i = end + 1;
    }
}

/* A text that is elsewhere now is still the same block. */
static void
find_moved (Matcher *self)
{
  g_autofree gboolean *is_used = g_new0 (gboolean, self->source->pieces->len + 1);

  for (guint i = 0; i < self->matches->len; i++)
    if (get_match (self, i)->piece >= 0)
      is_used[get_match (self, i)->piece] = TRUE;
  g_autoptr (GHashTable) unused = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = self->source->pieces->len; i-- > 0;)
    if (!is_used[i])
      g_hash_table_insert (
          unused, (gpointer) get_markdown (self, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->matches->len; i++)
    {
      FeuPostMatch *match = get_match (self, i);
      gpointer      piece = NULL;
      const char   *text = get_text (self, match->unit);
      if (match->piece >= 0 ||
          !g_hash_table_lookup_extended (unused, text, NULL, &piece))
        continue;
      match->piece = GPOINTER_TO_INT (piece);
      g_hash_table_remove (unused, text);
    }
}

GArray *
feu_post_match (const FeuPostSource *source, const GPtrArray *units)
{
  Matcher self = { .source = source, .units = units };

  self.texts = g_array_new (FALSE, FALSE, sizeof (guint));
  self.starts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.matches = g_array_new (FALSE, FALSE, sizeof (FeuPostMatch));
  index_texts (&self);
  match_all (&self);
  place_changed (&self);
  find_moved (&self);
  g_array_unref (self.texts);
  g_ptr_array_unref (self.starts);
  return self.matches;
}
