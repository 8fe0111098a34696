/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder of all drafts: makes new ones, and finds those that a crash left behind.
 */
#pragma once

#include "feu-draft.h"

G_BEGIN_DECLS

#define FEU_TYPE_DRAFT_STORE (feu_draft_store_get_type ())
G_DECLARE_FINAL_TYPE (FeuDraftStore, feu_draft_store, FEU, DRAFT_STORE, GObject)

/**
 * FeuDraftStore:
 *
 * May be shared by threads, and its folder by any number of processes.
 */

/** @folder: (transfer none): local; need not exist yet. */
FeuDraftStore *feu_draft_store_new (GFile *folder);

/** (transfer full): a new, empty draft, locked; NULL with G_IO_ERROR. Blocks. */
FeuDraft *feu_draft_store_create (FeuDraftStore *self, GError **error);

/**
 * FeuLeftDraft:
 * @draft: locked: nobody else is offered it
 * @text: what was written last
 * @file_text: (nullable): what the file has now
 * @is_newer_file: the article's file is not the version any more that @text began from
 * @title: (nullable): of the article as @text has it
 * @n_words: of @text
 *
 * An article that somebody was writing when the program ended.
 */
typedef struct
{
  FeuDraft     *draft;     /* owned */
  FeuDraftInfo *info;      /* owned */
  GBytes       *text;      /* owned */
  char         *file_text; /* owned */
  gboolean      is_newer_file;
  char         *title; /* owned */
  guint         n_words;
} FeuLeftDraft;

void feu_left_draft_free (FeuLeftDraft *self);

/**
 * feu_draft_store_take_left_async:
 *
 * Looks for drafts that no process holds. One whose text is in its file by now is
 * removed on the way.
 */
void feu_draft_store_take_left_async (FeuDraftStore      *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);

/** Returns: (transfer full) (element-type FeuLeftDraft): the newest first; NULL only
 * when cancelled */
GPtrArray *feu_draft_store_take_left_finish (FeuDraftStore *self,
                                             GAsyncResult  *result,
                                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuLeftDraft, feu_left_draft_free)

G_END_DECLS
