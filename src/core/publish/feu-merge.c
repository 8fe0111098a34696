/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-merge.h"

#include "feu-merge-private.h"
#include "feu-post-diff.h"
#include "feu-post-reader.h"

struct _FeuMerge
{
  FeuPostSource *mine;     /* owned */
  FeuPostSource *theirs;   /* owned */
  GPtrArray     *passages; /* (element-type FeuMergeRealPassage), owned */
  GArray        *fields;   /* (element-type FeuMergeField), owned */
};

static FeuPostSource *
read_source (const FeuPost *post)
{
  return post != NULL ? feu_post_read (post->content != NULL ? post->content : "",
                                       post->footnotes != NULL ? post->footnotes : "",
                                       NULL,
                                       NULL)
                      : NULL;
}

static FeuMergeState
find_field_state (FeuPostFields field,
                  FeuPostFields changed_by_me,
                  FeuPostFields changed_by_them,
                  FeuPostFields different)
{
  gboolean is_mine = (changed_by_me & field) != 0;
  gboolean is_theirs = (changed_by_them & field) != 0;

  if (is_mine && is_theirs)
    return (different & field) != 0 ? FEU_MERGE_CONFLICT : FEU_MERGE_BOTH;
  if (is_mine)
    return FEU_MERGE_MINE;
  return is_theirs ? FEU_MERGE_THEIRS : FEU_MERGE_UNCHANGED;
}

/* There is one for each flag, in their order. */
static FeuMergeField *
get_field (const FeuMerge *self, FeuPostFields field)
{
  guint index = (guint) g_bit_nth_lsf (field, -1);

  return &g_array_index (self->fields, FeuMergeField, index);
}

static FeuMergeState
find_text_state (const FeuMerge *self)
{
  gboolean has[FEU_MERGE_CONFLICT + 1] = { FALSE };

  for (guint i = 0; i < self->passages->len; i++)
    has[((FeuMergePassage *) g_ptr_array_index (self->passages, i))->state] = TRUE;
  if (has[FEU_MERGE_CONFLICT] || (has[FEU_MERGE_MINE] && has[FEU_MERGE_THEIRS]))
    return FEU_MERGE_CONFLICT;
  if (has[FEU_MERGE_MINE])
    return FEU_MERGE_MINE;
  if (has[FEU_MERGE_THEIRS])
    return FEU_MERGE_THEIRS;
  return has[FEU_MERGE_BOTH] ? FEU_MERGE_BOTH : FEU_MERGE_UNCHANGED;
}

/* What the choices of the passages make of the whole. */
static FeuMergeChoice
find_text_choice (const FeuMerge *self)
{
  gboolean has[FEU_MERGE_TAKE_BOTH + 1] = { FALSE };

  for (guint i = 0; i < self->passages->len; i++)
    {
      const FeuMergePassage *passage = g_ptr_array_index (self->passages, i);
      if (passage->state != FEU_MERGE_UNCHANGED && passage->state != FEU_MERGE_BOTH)
        has[passage->choice] = TRUE;
    }
  if (has[FEU_MERGE_UNDECIDED])
    return FEU_MERGE_UNDECIDED;
  if (has[FEU_MERGE_TAKE_BOTH] ||
      (has[FEU_MERGE_TAKE_MINE] && has[FEU_MERGE_TAKE_THEIRS]))
    return FEU_MERGE_TAKE_BOTH;
  return has[FEU_MERGE_TAKE_MINE] ? FEU_MERGE_TAKE_MINE : FEU_MERGE_TAKE_THEIRS;
}

static void
update_text_choice (FeuMerge *self)
{
  get_field (self, FEU_POST_FIELD_CONTENT)->choice = find_text_choice (self);
}

static void
compare_fields (FeuMerge      *self,
                const FeuPost *sent,
                const FeuPost *baseline,
                const FeuPost *mine,
                FeuPostFields  mine_fields,
                const FeuPost *theirs)
{
  FeuPostFields different = feu_post_diff_find (mine, theirs) & mine_fields;
  FeuPostFields by_me = different;
  FeuPostFields by_them = different;

  if (baseline != NULL)
    {
      by_me = feu_post_diff_find (sent != NULL ? sent : baseline, mine) & mine_fields;
      by_them = feu_post_diff_find (baseline, theirs);
    }
  for (guint bit = 1; bit <= FEU_POST_FIELD_FORMAT; bit <<= 1)
    {
      FeuMergeField field = { .field = (FeuPostFields) bit };
      field.state = find_field_state (field.field, by_me, by_them, different);
      field.choice = feu_merge_get_usual_choice (field.state);
      g_array_append_val (self->fields, field);
    }
}

FeuMerge *
feu_merge_new (const FeuPost *sent,
               const FeuPost *baseline,
               const FeuPost *mine,
               FeuPostFields  mine_fields,
               const FeuPost *theirs)
{
  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);
  FeuMerge *self = g_new0 (FeuMerge, 1);
  gboolean  has_text = (mine_fields & FEU_POST_FIELD_CONTENT) != 0;
  g_autoptr (FeuPostSource) baseline_source = read_source (baseline);
  g_autoptr (FeuPostSource) sent_source =
      baseline != NULL && sent != NULL ? read_source (sent) : NULL;

  self->fields = g_array_new (FALSE, FALSE, sizeof (FeuMergeField));
  self->mine = read_source (has_text ? mine : theirs);
  self->theirs = read_source (theirs);
  self->passages = feu_merge_text_compare (
      has_text ? sent_source : NULL,
      has_text || baseline == NULL ? baseline_source : self->theirs,
      self->mine,
      self->theirs);
  compare_fields (self, sent, baseline, mine, mine_fields, theirs);
  if (has_text)
    {
      get_field (self, FEU_POST_FIELD_CONTENT)->state = find_text_state (self);
      update_text_choice (self);
    }
  return self;
}

void
feu_merge_free (FeuMerge *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->passages);
  g_array_unref (self->fields);
  feu_post_source_free (self->mine);
  feu_post_source_free (self->theirs);
  g_free (self);
}

const GPtrArray *
feu_merge_get_passages (const FeuMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->passages;
}

const GArray *
feu_merge_get_fields (const FeuMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->fields;
}

FeuPostFields
feu_merge_get_fields_in_state (const FeuMerge *self, FeuMergeState state)
{
  g_return_val_if_fail (self != NULL, 0);
  FeuPostFields fields = 0;

  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, FeuMergeField, i).state == state)
      fields |= g_array_index (self->fields, FeuMergeField, i).field;
  return fields;
}

static void
choose (FeuMergePassage *passage, FeuMergeChoice choice)
{
  if (passage->state != FEU_MERGE_UNCHANGED)
    passage->choice = choice;
}

void
feu_merge_choose_passage (FeuMerge *self, guint index, FeuMergeChoice choice)
{
  g_return_if_fail (self != NULL && index < self->passages->len);
  choose (g_ptr_array_index (self->passages, index), choice);
  update_text_choice (self);
}

void
feu_merge_choose_fields (FeuMerge *self, FeuPostFields fields, FeuMergeChoice choice)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; i < self->fields->len; i++)
    {
      FeuMergeField *field = &g_array_index (self->fields, FeuMergeField, i);
      if ((fields & field->field) != 0 && field->field != FEU_POST_FIELD_CONTENT)
        field->choice = choice;
    }
  if ((fields & FEU_POST_FIELD_CONTENT) == 0)
    return;
  for (guint i = 0; i < self->passages->len; i++)
    choose (g_ptr_array_index (self->passages, i), choice);
  update_text_choice (self);
}

gboolean
feu_merge_is_decided (const FeuMerge *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, FeuMergeField, i).choice == FEU_MERGE_UNDECIDED)
      return FALSE;
  return TRUE;
}

gboolean
feu_merge_is_mixed (const FeuMerge *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return find_text_choice (self) == FEU_MERGE_TAKE_BOTH;
}

FeuPostFields
feu_merge_get_take_theirs (const FeuMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);
  FeuPostFields fields = 0;

  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, FeuMergeField, i).choice == FEU_MERGE_TAKE_THEIRS)
      fields |= g_array_index (self->fields, FeuMergeField, i).field;
  return fields;
}

static void
append_piece (GString *content, const FeuPostPiece *piece)
{
  if (content->len > 0 && !g_ascii_isspace (content->str[content->len - 1]))
    g_string_append (content, "\n\n");
  g_string_append (content, piece->raw);
  g_string_append (content, piece->after);
}

static void
append_pieces (GString *content, const FeuPostSource *source, FeuMergeRange range)
{
  for (guint i = range.start; i < range.end; i++)
    append_piece (content, g_ptr_array_index (source->pieces, i));
}

static char *
compose (const FeuMerge *self)
{
  GString *content = g_string_new (self->theirs->lead);

  for (guint i = 0; i < self->passages->len; i++)
    {
      const FeuMergeRealPassage *passage = g_ptr_array_index (self->passages, i);
      if (passage->public.choice != FEU_MERGE_TAKE_THEIRS)
        append_pieces (content, self->mine, passage->mine);
      if (passage->public.choice == FEU_MERGE_TAKE_THEIRS ||
          passage->public.choice == FEU_MERGE_TAKE_BOTH)
        append_pieces (content, self->theirs, passage->theirs);
    }
  while (content->len > 0 && g_ascii_isspace (content->str[content->len - 1]))
    g_string_truncate (content, content->len - 1);
  return g_string_free (content, FALSE);
}

char *
feu_merge_dup_content (const FeuMerge *self, char **out_footnotes)
{
  g_return_val_if_fail (self != NULL, NULL);
  FeuMergeChoice       choice = find_text_choice (self);
  const FeuPostSource *source =
      choice == FEU_MERGE_TAKE_THEIRS ? self->theirs : self->mine;
  gboolean is_one = choice == FEU_MERGE_TAKE_THEIRS || choice == FEU_MERGE_TAKE_MINE;
  char    *content = is_one ? feu_post_source_dup_content (source) : compose (self);

  if (out_footnotes != NULL)
    *out_footnotes =
        is_one
            ? g_strdup (source->footnotes)
            : feu_merge_notes_dup (self->passages, self->mine, self->theirs, content);
  return content;
}

char *
feu_merge_dup_markdown (const FeuMerge *self)
{
  g_autofree char *footnotes = NULL;
  g_autofree char *content = feu_merge_dup_content (self, &footnotes);
  g_autoptr (FeuPostSource) source = feu_post_read (content, footnotes, NULL, NULL);

  return feu_post_source_dup_body (source);
}
