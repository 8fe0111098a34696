/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One draft on the disk: a folder that holds the newest text of one article that is
 * being edited, and of an article that was never saved its images too.
 */
#pragma once

#include <gio/gio.h>

#include "feu-text-format.h"

G_BEGIN_DECLS

/**
 * FeuDraftInfo:
 * @file: (nullable): the article's file; NULL for one that was never saved
 * @etag: (nullable): the version of @file that the text began from
 * @format: of @file
 * @caret_bytes: where the caret was
 * @title: (nullable): the article's title
 * @time_s: when the draft was written, seconds since 1970
 *
 * What is known of the text besides itself.
 */
typedef struct
{
  GFile        *file; /* owned */
  char         *etag; /* owned */
  FeuTextFormat format;
  gsize         caret_bytes;
  char         *title; /* owned */
  gint64        time_s;
} FeuDraftInfo;

FeuDraftInfo *feu_draft_info_new (void);
void          feu_draft_info_free (FeuDraftInfo *self);

#define FEU_TYPE_DRAFT (feu_draft_get_type ())
G_DECLARE_FINAL_TYPE (FeuDraft, feu_draft, FEU, DRAFT, GObject)

/**
 * FeuDraft:
 *
 * Is locked against every other process and every other FeuDraft while it lives, so
 * that one folder has one writer. Its functions block and may be called from any
 * thread; they take turns. Made by FeuDraftStore.
 *
 * Releasing it keeps what is on the disk: that is found again by
 * feu_draft_store_take_left(). A folder without text or images is removed.
 */

/** (nullable): opens and locks the folder at @path, made if @create. NULL without
 * @error when somebody else has it. */
FeuDraft *feu_draft_open (const char *path, gboolean create, GError **error);

/**
 * feu_draft_write:
 * @text: UTF-8
 *
 * Makes @text and @info what would be found after a crash; on failure that is still
 * what was written before. Does nothing after feu_draft_discard().
 */
gboolean feu_draft_write (FeuDraft           *self,
                          const FeuDraftInfo *info,
                          GBytes             *text,
                          GError            **error);

/** Removes the text, which is safe elsewhere now; keeps the article's folder. */
gboolean feu_draft_clear (FeuDraft *self, GError **error);

/** Removes everything, images too, for good. */
void feu_draft_discard (FeuDraft *self);

/** Returns: (transfer full) (nullable): the text that was written last, or NULL with
 * G_IO_ERROR; *@out_info is then untouched. A text whose description is lost or of a
 * later version of Feuillet is still given, as one never saved. */
GBytes *feu_draft_read (FeuDraft *self, FeuDraftInfo **out_info, GError **error);

/** (transfer full): where the article's text is, for the writer to know. */
GFile *feu_draft_dup_text_file (FeuDraft *self);

/** (transfer none): the folder of an article that was never saved: where its images
 * go. Exists. */
GFile *feu_draft_get_article_folder (FeuDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuDraftInfo, feu_draft_info_free)

G_END_DECLS
