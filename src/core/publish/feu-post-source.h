/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A post's content as it was on the site, piece by piece, and the Markdown that each
 * piece became. Kept beside the article, so that what its writer did not change can be
 * sent back byte for byte (feu-post-restore.h).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuPostPiece:
 * @raw: one block, or one passage of a post of the time before blocks
 * @after: what stands between it and the next piece: white space, and blocks that show
 * nothing in an article
 * @markdown: what it became: one or more blocks, no line end after the last, never ""
 */
typedef struct
{
  char *raw;
  char *after;
  char *markdown;
} FeuPostPiece;

/**
 * FeuPostNote:
 * @id: on the site
 * @label: in the article: "1"
 * @markdown: its text, on one line
 */
typedef struct
{
  char *id;
  char *label;
  char *markdown;
} FeuPostNote;

/**
 * FeuPostSource:
 * @is_classic: whether the post has no blocks at all
 * @lead: what stands before the first piece
 * @pieces: (element-type FeuPostPiece)
 * @notes: (element-type FeuPostNote): those the pieces refer to, in that order
 * @footnotes: what the site kept beside the content for them; "" when nothing
 *
 * Filled by feu-post-reader.h, read by all others.
 */
typedef struct
{
  gboolean   is_classic;
  char      *lead;
  GPtrArray *pieces;
  GPtrArray *notes;
  char      *footnotes;
} FeuPostSource;

FeuPostSource *feu_post_source_new (void);
void           feu_post_source_free (FeuPostSource *self);

/** Appends one. */
FeuPostPiece *feu_post_source_add_piece (FeuPostSource *self,
                                         char          *take_raw,
                                         char          *take_markdown);
FeuPostNote  *feu_post_source_add_note (FeuPostSource *self,
                                        const char    *id,
                                        const char    *label,
                                        const char    *markdown);

/** (transfer full): the article's body: pieces with blank lines between, then the
 * notes; ends with a line end unless it is "". */
char *feu_post_source_dup_body (const FeuPostSource *self);

/** (transfer full): the content, byte for byte. */
char *feu_post_source_dup_content (const FeuPostSource *self);

/** (transfer full): for the journal. */
char *feu_post_source_to_json (const FeuPostSource *self);

/** (transfer full) (nullable): NULL for text that is none. */
FeuPostSource *feu_post_source_new_from_json (const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPostSource, feu_post_source_free)

G_END_DECLS
