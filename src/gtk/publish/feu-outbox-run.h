/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A job of this process: running, waiting or stopped, with a dialog or without.
 */
#pragma once

#include "feu-publish-job.h"
#include "feu-site.h"

G_BEGIN_DECLS

#define FEU_TYPE_OUTBOX_RUN (feu_outbox_run_get_type ())
G_DECLARE_FINAL_TYPE (FeuOutboxRun, feu_outbox_run, FEU, OUTBOX_RUN, GObject)

/**
 * FeuOutboxRun:
 *
 * Signal `started`: it runs, for the first time or again.
 * Signal `finished`: it does not run any more, see feu_outbox_run_get_outcome().
 */

/** @article: the file's URI. */
FeuOutboxRun *feu_outbox_run_new (FeuPublishJob *job,
                                  FeuSite       *site,
                                  FeuPublisher  *publisher,
                                  const char    *article);

FeuPublishJob *feu_outbox_run_get_job (FeuOutboxRun *self);
FeuSite       *feu_outbox_run_get_site (FeuOutboxRun *self);
FeuPublisher  *feu_outbox_run_get_publisher (FeuOutboxRun *self);
const char    *feu_outbox_run_get_article (FeuOutboxRun *self);
gboolean       feu_outbox_run_is_running (FeuOutboxRun *self);

/** (nullable): of the last run; NULL while it runs or never ran. */
FeuPublishOutcome *feu_outbox_run_get_outcome (FeuOutboxRun *self);

/** Runs it; nothing happens when it runs already. */
void feu_outbox_run_start (FeuOutboxRun *self);

/** Stops it after what is just being asked; `finished` follows. */
void feu_outbox_run_stop (FeuOutboxRun *self);

G_END_DECLS
