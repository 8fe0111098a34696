/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A post that was changed both here and on its site: what is mine, what is theirs, what
 * cannot be both, passage by passage in the text and field by field in the rest.
 */
#pragma once

#include "feu-post.h"

G_BEGIN_DECLS

/** Who changed something since both were the same. */
typedef enum
{
  FEU_MERGE_UNCHANGED,
  FEU_MERGE_MINE,
  FEU_MERGE_THEIRS,
  FEU_MERGE_BOTH, /* both, in the same way */
  FEU_MERGE_CONFLICT,
} FeuMergeState;

typedef enum
{
  FEU_MERGE_UNDECIDED,
  FEU_MERGE_TAKE_MINE,
  FEU_MERGE_TAKE_THEIRS,
  FEU_MERGE_TAKE_BOTH, /* of passages only: mine, then theirs */
} FeuMergeChoice;

/**
 * FeuMergePassage:
 * @choice: of an undisputed passage, the one that loses nothing; of a conflict,
 * UNDECIDED at first
 * @baseline: Markdown to be shown, as it was; "" where it has none, as something that
 * was added since
 * @mine: as it is in the article; "" where I took it out
 * @theirs: as it is on the site; "" where they took it out
 *
 * One or more blocks of the text that stand together, or, behind those, the text of a
 * note that both have.
 */
typedef struct
{
  FeuMergeState  state;
  FeuMergeChoice choice;
  char          *baseline;
  char          *mine;
  char          *theirs;
} FeuMergePassage;

/** One field of the post. The content is what its passages are together: CONFLICT, too,
 * when both changed different ones, as then neither text has everything; then TAKE_BOTH
 * says that some passages are mine and some theirs. */
typedef struct
{
  FeuPostFields  field;
  FeuMergeState  state;
  FeuMergeChoice choice;
} FeuMergeField;

typedef struct _FeuMerge FeuMerge;

/**
 * feu_merge_new:
 * @sent: (nullable): the post as it was last sent from here
 * @baseline: (nullable): the post as the site had it after that; without it, whatever
 * differs is a conflict
 * @mine: the post as it would be sent now
 * @mine_fields: those of @mine that are filled; all others are theirs
 * @theirs: the post as it is on the site
 *
 * What I changed is told by @sent, what they changed by @baseline: what a site made of
 * the post when it took it is nobody's change. Spelling that makes no difference is not
 * looked at (feu-post-normal.h), nor is that a scheduled post was published meanwhile.
 *
 * Callable from any thread. Returns: (transfer full)
 */
FeuMerge *feu_merge_new (const FeuPost *sent,
                         const FeuPost *baseline,
                         const FeuPost *mine,
                         FeuPostFields  mine_fields,
                         const FeuPost *theirs);
void      feu_merge_free (FeuMerge *self);

/** (transfer none) (element-type FeuMergePassage): the whole text in order. */
const GPtrArray *feu_merge_get_passages (const FeuMerge *self);

/** (transfer none) (element-type FeuMergeField): all fields, in the order of their
 * flags. */
const GArray *feu_merge_get_fields (const FeuMerge *self);

/** The fields in state @state. */
FeuPostFields feu_merge_get_fields_in_state (const FeuMerge *self, FeuMergeState state);

/** @index: of feu_merge_get_passages(). Does nothing to an unchanged passage. */
void feu_merge_choose_passage (FeuMerge *self, guint index, FeuMergeChoice choice);

/** @fields: one or more; of the content, chooses so for all its passages. */
void feu_merge_choose_fields (FeuMerge      *self,
                              FeuPostFields  fields,
                              FeuMergeChoice choice);

/** Whether nothing is UNDECIDED. */
gboolean feu_merge_is_decided (const FeuMerge *self);

/** Whether the text is neither mine nor theirs, but some passages of each. */
gboolean feu_merge_is_mixed (const FeuMerge *self);

/** The fields that are to stay as they are on the site. Of the content, only when all
 * of it is. */
FeuPostFields feu_merge_get_take_theirs (const FeuMerge *self);

/**
 * feu_merge_dup_content:
 * @out_footnotes: (out) (optional) (transfer full): the notes that it refers to, as the
 * site keeps them beside it
 *
 * The text as it was chosen, as a site stores it; what is undecided is mine. All mine,
 * or all theirs, are that very content byte for byte; blocks that nobody changed have
 * the bytes that the site has.
 */
char *feu_merge_dup_content (const FeuMerge *self, char **out_footnotes);

/** As feu_merge_dup_content(), as Markdown. */
char *feu_merge_dup_markdown (const FeuMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuMerge, feu_merge_free)

G_END_DECLS
