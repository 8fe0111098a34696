/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The jobs on their way: keeps them going when their dialog is closed, and takes those
 * that wait up again when the network returns.
 */
#pragma once

#include "feu-outbox-run.h"
#include "feu-publishing.h"

G_BEGIN_DECLS

#define FEU_TYPE_OUTBOX (feu_outbox_get_type ())
G_DECLARE_FINAL_TYPE (FeuOutbox, feu_outbox, FEU, OUTBOX, GObject)

/**
 * FeuOutbox:
 *
 * Signal `changed`: feu_outbox_list() says something else.
 * Signal `run-finished` (FeuOutboxRun *run): a run of this process ended, well or not.
 */
FeuOutbox *feu_outbox_new (FeuPublishing *publishing);

FeuPublishing *feu_outbox_get_publishing (FeuOutbox *self);

/** Takes @run in and starts it. */
void feu_outbox_add (FeuOutbox *self, FeuOutboxRun *run);

/** (transfer none) (nullable): the run of the job @id in this process. */
FeuOutboxRun *feu_outbox_find (FeuOutbox *self, const char *id);

/** (transfer full) (element-type FeuJobInfo): jobs that did not come to their end; NULL
 * with FEU_PUBLISH_ERROR_JOURNAL. Opens no journal that is not there. */
GPtrArray *feu_outbox_list (FeuOutbox *self, GError **error);

/**
 * feu_outbox_resume_async:
 * @info: a job of the list
 *
 * Opens the job and starts it.
 */
void          feu_outbox_resume_async (FeuOutbox          *self,
                                       const FeuJobInfo   *info,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
FeuOutboxRun *feu_outbox_resume_finish (FeuOutbox    *self,
                                        GAsyncResult *result,
                                        GError      **error);

/** Forgets the job; what it left on the site stays there. */
gboolean feu_outbox_abandon (FeuOutbox *self, const char *id, GError **error);

G_END_DECLS
