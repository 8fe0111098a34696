/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file of `feuillet publish`: from its name to an outcome, and back into its front
 * matter.
 */
#pragma once

#include "feu-cli-report.h"
#include "feu-publish-job.h"
#include "feu-site.h"

G_BEGIN_DECLS

/** What is done where the window would ask. */
typedef enum
{
  FEU_CLI_ASK,         /* the file is refused, with the question */
  FEU_CLI_SIMILAR_USE, /* the term that is nearly the same */
  FEU_CLI_SIMILAR_CREATE,
  FEU_CLI_SIMILAR_SKIP,
  FEU_CLI_CONFLICT_MINE,
  FEU_CLI_CONFLICT_THEIRS,
} FeuCliDecision;

/** What all files of one call share. */
typedef struct
{
  FeuSite              *site;
  FeuPublisher         *publisher;
  FeuJournal           *journal;
  const FeuPublishWish *wish;
  FeuCliDecision        similar;
  FeuCliDecision        conflict;
  gboolean              skip_images;
  gboolean              make_new;
  gboolean              is_rehearsal;
  GCancellable         *cancellable;
} FeuCliPublishing;

/**
 * feu_cli_publish_job_run:
 * @path: of the file
 * @report: gets errors and warnings
 *
 * Returns: (transfer full) (nullable): NULL when there is an error in @report
 */
FeuPublishOutcome *feu_cli_publish_job_run (const FeuCliPublishing *publishing,
                                            const char             *path,
                                            FeuCliReport           *report);

G_END_DECLS
