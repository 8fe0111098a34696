/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pieces of each text become numbers, the same for pieces that differ in spelling
 * only. What mine and theirs both have of the base stands fast; what is between is
 * compared with what was between there.
 */
#include "config.h"

#include "feu-merge-private.h"

#include "feu-post-normal.h"
#include "feu-sequence.h"

#include <string.h>

typedef struct
{
  const FeuPostSource *source;  /* borrowed, nullable */
  GArray              *numbers; /* (element-type guint), owned */
} Text;

typedef struct
{
  Text       sent;
  Text       base;
  Text       mine;
  Text       theirs;
  gboolean   has_base;
  GPtrArray *passages; /* (element-type FeuMergeRealPassage), borrowed */
} Comparison;

/* Ranges between what stands fast. */
typedef struct
{
  FeuMergeRange base;
  FeuMergeRange mine;
  FeuMergeRange theirs;
} Gap;

static guint
get_length (FeuMergeRange range)
{
  return range.end - range.start;
}

static GArray *
number_pieces (const FeuPostSource *source, GHashTable *known)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; source != NULL && i < source->pieces->len; i++)
    {
      const FeuPostPiece *piece = g_ptr_array_index (source->pieces, i);
      char *normal = feu_post_normal_dup (piece->raw, strlen (piece->raw));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, normal));
      if (number == 0)
        {
          number = g_hash_table_size (known) + 1;
          g_hash_table_insert (
              known, g_steal_pointer (&normal), GUINT_TO_POINTER (number));
        }
      g_free (normal);
      g_array_append_val (numbers, number);
    }
  return numbers;
}

static gboolean
is_same (const Text *a, FeuMergeRange a_range, const Text *b, FeuMergeRange b_range)
{
  guint length = get_length (a_range);

  if (length != get_length (b_range))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (g_array_index (a->numbers, guint, a_range.start + i) !=
        g_array_index (b->numbers, guint, b_range.start + i))
      return FALSE;
  return TRUE;
}

static char *
dup_markdown (const Text *text, FeuMergeRange range)
{
  GString *markdown = g_string_new (NULL);

  for (guint i = range.start; text->source != NULL && i < range.end; i++)
    {
      const FeuPostPiece *piece = g_ptr_array_index (text->source->pieces, i);
      if (markdown->len > 0)
        g_string_append (markdown, "\n\n");
      g_string_append (markdown, piece->markdown);
    }
  return g_string_free (markdown, FALSE);
}

static FeuMergeState
find_state (const Comparison *all, const Gap *gap)
{
  gboolean mine_is_old = is_same (&all->mine, gap->mine, &all->sent, gap->base);
  gboolean theirs_is_old = is_same (&all->theirs, gap->theirs, &all->base, gap->base);

  if (is_same (&all->mine, gap->mine, &all->theirs, gap->theirs))
    return mine_is_old && theirs_is_old ? FEU_MERGE_UNCHANGED : FEU_MERGE_BOTH;
  /* Where nothing is known of before, each difference is one to be asked about. */
  if (all->has_base && theirs_is_old)
    return mine_is_old ? FEU_MERGE_UNCHANGED : FEU_MERGE_MINE;
  return all->has_base && mine_is_old ? FEU_MERGE_THEIRS : FEU_MERGE_CONFLICT;
}

FeuMergeChoice
feu_merge_get_usual_choice (FeuMergeState state)
{
  if (state == FEU_MERGE_CONFLICT)
    return FEU_MERGE_UNDECIDED;
  return state == FEU_MERGE_MINE ? FEU_MERGE_TAKE_MINE : FEU_MERGE_TAKE_THEIRS;
}

static void
add_passage (Comparison *all, const Gap *gap, FeuMergeState state)
{
  FeuMergeRealPassage *passage = g_new0 (FeuMergeRealPassage, 1);

  passage->public.state = state;
  passage->public.choice = feu_merge_get_usual_choice (state);
  passage->public.baseline = dup_markdown (&all->base, gap->base);
  passage->public.mine = dup_markdown (&all->mine, gap->mine);
  passage->public.theirs = dup_markdown (&all->theirs, gap->theirs);
  passage->mine = gap->mine;
  passage->theirs = gap->theirs;
  g_ptr_array_add (all->passages, passage);
}

static FeuMergeRange
get_one (FeuMergeRange range, guint index)
{
  return (FeuMergeRange){ range.start + index, range.start + index + 1 };
}

/* Where there are as many pieces in each text, each has its own place, so that changes
 * of neighbours are not taken for changes of the same. */
static void
add_even_gap (Comparison *all, const Gap *gap)
{
  guint length = get_length (gap->base);

  if (length == 0 && get_length (gap->mine) == 0 && get_length (gap->theirs) == 0)
    return;
  if (length == 0 || length != get_length (gap->mine) ||
      length != get_length (gap->theirs))
    {
      add_passage (all, gap, find_state (all, gap));
      return;
    }
  for (guint i = 0; i < length; i++)
    {
      Gap one = { get_one (gap->base, i),
                  get_one (gap->mine, i),
                  get_one (gap->theirs, i) };
      add_passage (all, &one, find_state (all, &one));
    }
}

/* Where one text has all of the base and more before or behind it (a paragraph added at
 * the end), the other's changes of the base are beside that. Cuts what is more off
 * @range: what is before into @out_before, what is behind into @out_behind. */
static void
cut_additions (const Text    *base,
               FeuMergeRange  base_range,
               const Text    *text,
               FeuMergeRange *range,
               FeuMergeRange *out_before,
               FeuMergeRange *out_behind)
{
  guint         length = get_length (base_range);
  FeuMergeRange start = { range->start, range->start + length };
  FeuMergeRange end = { range->end - length, range->end };

  *out_before = (FeuMergeRange){ range->start, range->start };
  *out_behind = (FeuMergeRange){ range->end, range->end };
  if (length == 0 || get_length (*range) <= length)
    return;
  if (is_same (base, base_range, text, start))
    {
      out_behind->start = start.end;
      *range = start;
    }
  else if (is_same (base, base_range, text, end))
    {
      out_before->end = end.start;
      *range = end;
    }
}

static void
add_gap (Comparison *all, const Gap *gap)
{
  Gap whole = *gap;
  Gap before = { { gap->base.start, gap->base.start }, { 0 }, { 0 } };
  Gap behind = { { gap->base.end, gap->base.end }, { 0 }, { 0 } };

  if (all->has_base)
    {
      cut_additions (
          &all->sent, gap->base, &all->mine, &whole.mine, &before.mine, &behind.mine);
      cut_additions (&all->base,
                     gap->base,
                     &all->theirs,
                     &whole.theirs,
                     &before.theirs,
                     &behind.theirs);
      add_even_gap (all, &before);
    }
  add_even_gap (all, &whole);
  if (all->has_base)
    add_even_gap (all, &behind);
}

static int *
match (const Text *base, const Text *text)
{
  int *matches = g_new (int, base->numbers->len + 1);

  feu_sequence_match ((const guint *) (void *) base->numbers->data,
                      base->numbers->len,
                      (const guint *) (void *) text->numbers->data,
                      text->numbers->len,
                      matches);
  return matches;
}

static void
compare (Comparison *all)
{
  g_autofree int *in_mine = match (&all->sent, &all->mine);
  g_autofree int *in_theirs = match (&all->base, &all->theirs);
  Gap             gap = { { 0 }, { 0 }, { 0 } };

  for (guint i = 0; i < all->base.numbers->len; i++)
    {
      if (in_mine[i] < 0 || in_theirs[i] < 0)
        continue;
      gap.base.end = i;
      gap.mine.end = (guint) in_mine[i];
      gap.theirs.end = (guint) in_theirs[i];
      add_gap (all, &gap);
      Gap fast = { { i, i + 1 },
                   { gap.mine.end, gap.mine.end + 1 },
                   { gap.theirs.end, gap.theirs.end + 1 } };
      add_passage (all, &fast, FEU_MERGE_UNCHANGED);
      gap.base.start = fast.base.end;
      gap.mine.start = fast.mine.end;
      gap.theirs.start = fast.theirs.end;
    }
  gap.base.end = all->base.numbers->len;
  gap.mine.end = all->mine.numbers->len;
  gap.theirs.end = all->theirs.numbers->len;
  add_gap (all, &gap);
}

/* In place of a base that is not known: what mine and theirs have in common. */
static GArray *
find_common (const Text *mine, const Text *theirs)
{
  g_autofree int *in_theirs = match (mine, theirs);
  GArray         *common = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < mine->numbers->len; i++)
    if (in_theirs[i] >= 0)
      g_array_append_val (common, g_array_index (mine->numbers, guint, i));
  return common;
}

static const FeuPostNote *
find_note (const FeuPostSource *source, const char *id)
{
  for (guint i = 0; source != NULL && i < source->notes->len; i++)
    {
      const FeuPostNote *note = g_ptr_array_index (source->notes, i);
      if (g_str_equal (note->id, id))
        return note;
    }
  return NULL;
}

/* A note that only one has comes and goes with the passage that refers to it. */
static void
compare_notes (Comparison *all)
{
  for (guint i = 0; i < all->mine.source->notes->len; i++)
    {
      const FeuPostNote *mine = g_ptr_array_index (all->mine.source->notes, i);
      const FeuPostNote *theirs = find_note (all->theirs.source, mine->id);
      if (theirs == NULL || g_str_equal (mine->markdown, theirs->markdown))
        continue;
      const FeuPostNote   *base = find_note (all->base.source, mine->id);
      const FeuPostNote   *sent = find_note (all->sent.source, mine->id);
      FeuMergeRealPassage *passage = g_new0 (FeuMergeRealPassage, 1);
      passage->public.state = FEU_MERGE_CONFLICT;
      if (base != NULL && g_str_equal (base->markdown, theirs->markdown))
        passage->public.state = FEU_MERGE_MINE;
      else if (sent != NULL && g_str_equal (sent->markdown, mine->markdown))
        passage->public.state = FEU_MERGE_THEIRS;
      passage->public.choice = feu_merge_get_usual_choice (passage->public.state);
      passage->public.baseline = g_strdup (base != NULL ? base->markdown : "");
      passage->public.mine = g_strdup (mine->markdown);
      passage->public.theirs = g_strdup (theirs->markdown);
      passage->note_id = g_strdup (mine->id);
      g_ptr_array_add (all->passages, passage);
    }
}

GPtrArray *
feu_merge_text_compare (const FeuPostSource *sent,
                        const FeuPostSource *baseline,
                        const FeuPostSource *mine,
                        const FeuPostSource *theirs)
{
  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Comparison all = {
    .mine = { mine, number_pieces (mine, known) },
    .theirs = { theirs, number_pieces (theirs, known) },
    .has_base = baseline != NULL,
    .passages =
        g_ptr_array_new_with_free_func ((GDestroyNotify) feu_merge_real_passage_free),
  };

  all.base.source = baseline;
  all.base.numbers = baseline != NULL ? number_pieces (baseline, known)
                                      : find_common (&all.mine, &all.theirs);
  all.sent.source = sent;
  all.sent.numbers = number_pieces (sent, known);
  /* Each piece that was sent has become one of the baseline, in most cases. If not, it
   * is not known which is which. */
  if (all.sent.numbers->len != all.base.numbers->len)
    {
      g_array_unref (all.sent.numbers);
      all.sent = (Text){ baseline, g_array_ref (all.base.numbers) };
    }
  compare (&all);
  compare_notes (&all);
  g_array_unref (all.sent.numbers);
  g_array_unref (all.base.numbers);
  g_array_unref (all.mine.numbers);
  g_array_unref (all.theirs.numbers);
  return all.passages;
}

void
feu_merge_real_passage_free (FeuMergeRealPassage *self)
{
  g_free (self->public.baseline);
  g_free (self->public.mine);
  g_free (self->public.theirs);
  g_free (self->note_id);
  g_free (self);
}
