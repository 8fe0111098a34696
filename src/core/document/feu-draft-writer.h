/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the draft of one document up to date while it is written in.
 */
#pragma once

#include "feu-document.h"
#include "feu-draft-store.h"

G_BEGIN_DECLS

/* How long after a change the text is written: together with the time that writing
 * takes, less than a second is ever missing. */
#define FEU_DRAFT_DELAY_MS 500

#define FEU_TYPE_DRAFT_WRITER (feu_draft_writer_get_type ())
G_DECLARE_FINAL_TYPE (FeuDraftWriter, feu_draft_writer, FEU, DRAFT_WRITER, GObject)

/** Fills in what the document does not know: caret and title. Main thread. */
typedef void (*FeuDraftDescribe) (FeuDraftInfo *info, gpointer user_data);

/**
 * FeuDraftWriter:
 *
 * While the document is modified, its text is in the draft store @delay_ms after each
 * change, typing or not; once it is not modified any more, because it was saved or the
 * change was undone, the draft's text goes. Nothing is done in the keystroke itself.
 * Main thread; writing happens in another, one at a time.
 *
 * When released, the draft stays as it is on the disk: only feu_draft_writer_discard()
 * says that it is not needed.
 *
 * Property `problem` (string, nullable, read-only): why the text could not be written;
 * NULL again once it could. It is tried again every few seconds and with each change.
 */
FeuDraftWriter *feu_draft_writer_new (FeuDocument   *document,
                                      FeuDraftStore *store,
                                      guint          delay_ms);

/** @describe: called with @user_data, which has to outlive @self. */
void feu_draft_writer_set_describe (FeuDraftWriter  *self,
                                    FeuDraftDescribe describe,
                                    gpointer         user_data);

const char *feu_draft_writer_get_problem (FeuDraftWriter *self);

/** Goes on with @draft, which a crash left behind, in place of a new one. */
void feu_draft_writer_adopt (FeuDraftWriter *self, FeuDraft *draft);

/** Whether the draft is what the document has now. */
gboolean feu_draft_writer_is_current (FeuDraftWriter *self);

/** (transfer none) (nullable): where an article that was never saved has its images:
 * NULL if no draft can be made. */
GFile *feu_draft_writer_get_article_folder (FeuDraftWriter *self);

/** The text is safe or was given up: removes the draft, and writes none again. */
void feu_draft_writer_discard (FeuDraftWriter *self);

G_END_DECLS
