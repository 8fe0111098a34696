/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For feu-merge.c: the text in passages.
 */
#pragma once

#include "feu-merge.h"
#include "feu-post-source.h"

/* From piece @start up to @end of one text. */
typedef struct
{
  guint start;
  guint end;
} FeuMergeRange;

typedef struct
{
  FeuMergePassage public;
  FeuMergeRange mine;
  FeuMergeRange theirs;
  char         *note_id; /* owned, nullable: of the passages that are notes */
} FeuMergeRealPassage;

/** (transfer full) (element-type FeuMergeRealPassage): @sent and @baseline: (nullable),
 * both or none of them. */
GPtrArray *feu_merge_text_compare (const FeuPostSource *sent,
                                   const FeuPostSource *baseline,
                                   const FeuPostSource *mine,
                                   const FeuPostSource *theirs);

/** (transfer full): the JSON of the notes that @content refers to. */
char *feu_merge_notes_dup (const GPtrArray     *passages,
                           const FeuPostSource *mine,
                           const FeuPostSource *theirs,
                           const char          *content);

/** What is taken of something in @state unless the writer chooses otherwise. */
FeuMergeChoice feu_merge_get_usual_choice (FeuMergeState state);

void feu_merge_real_passage_free (FeuMergeRealPassage *self);
