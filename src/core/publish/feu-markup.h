/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as a site stores it: what the writers of feu-block-markup.h and
 * feu-classic-html.h are told, and what they give back.
 */
#pragma once

#include "feu-article.h"
#include "feu-publish-types.h"

G_BEGIN_DECLS

/** What a note is called on the site; (nullable) (transfer none): NULL for one that is
 * not known there yet. @label: as written, without "[^" and "]" */
typedef const char *(*FeuNoteIdLookup) (const char *label, gpointer user_data);

/**
 * FeuMarkupOptions:
 * @rights: of the account, or of the post once it is there; FEU_RIGHT_RAW_HTML counts
 * @has_footnotes: whether the site knows the footnotes block
 * @find_image: (nullable): what the images of the article are on the site
 * @find_note_id: (nullable): ids that notes have there already; others are made from
 * the article's title and the label, so they are the same each time
 */
typedef struct
{
  FeuRights       rights;
  gboolean        has_footnotes;
  FeuImageLookup  find_image;
  gpointer        image_data;
  FeuNoteIdLookup find_note_id;
  gpointer        note_data;
} FeuMarkupOptions;

/**
 * FeuMarkupPiece:
 * @markup: complete in itself; "" for what the site does not show: comments, and what
 *     the account may not send
 * @start_line: 0-based, in the whole text
 * @end_line: the last line
 *
 * What one top-level part of the article became. Pieces are in the order of the text
 * and share no line, with two exceptions: the piece of all notes, which is the last
 * one, has the lines from the first definition to the last; and it may hold what stands
 * between.
 */
typedef struct
{
  char *markup;
  guint start_line;
  guint end_line;
} FeuMarkupPiece;

/**
 * FeuMarkupNote:
 * @text: a sentence on something that will be shown otherwise than written
 * @line: 0-based
 */
typedef struct
{
  char *text;
  guint line;
} FeuMarkupNote;

/**
 * FeuMarkup:
 * @pieces: (element-type FeuMarkupPiece)
 * @footnotes: what the site keeps beside the content for its footnotes block, JSON; ""
 *     when there is none
 * @notes: (element-type FeuMarkupNote): in the order of the text
 */
typedef struct
{
  GPtrArray *pieces;
  char      *footnotes;
  GPtrArray *notes;
} FeuMarkup;

FeuMarkup *feu_markup_new (void);
void       feu_markup_free (FeuMarkup *self);

/** Appends a piece. */
void feu_markup_add (FeuMarkup  *self,
                     const char *markup,
                     guint       start_line,
                     guint       end_line);

/** Appends a note that @text says. */
void feu_markup_take_note (FeuMarkup *self, char *text, guint line);

/** The content of a post: the pieces that are not empty, with blank lines between. */
char *feu_markup_dup_body (const FeuMarkup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuMarkup, feu_markup_free)

G_END_DECLS
