/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article on its way to one site: exactly one post, each image once, whatever
 * happens between.
 */
#pragma once

#include "feu-journal.h"
#include "feu-merge.h"
#include "feu-publish-outcome.h"
#include "feu-publish-timing.h"
#include "feu-publisher.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_JOB (feu_publish_job_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishJob, feu_publish_job, FEU, PUBLISH_JOB, GObject)

/**
 * FeuPublishJob:
 *
 * Works from a snapshot in the journal: text, wish, images. What it is about to do and
 * what came of it is there before and after each request, so that the job can end at
 * any point, with the computer if need be, and be run again; only one of all processes
 * and windows runs it at a time. It never asks while it runs: it ends with
 * FEU_OUTCOME_NEEDS_USER, takes answers (which the journal keeps), and is run again.
 *
 * Made, answered, run and listened to in one main context. A job that was not run does
 * nothing and stays in the journal.
 *
 * Signal `step-changed` (int kind): see feu_publish_job_get_step(). Not more than some
 * twenty times a second for progress of bytes.
 */

/**
 * feu_publish_job_new:
 * @order: see feu-journal.h; copied into the journal
 *
 * Takes a snapshot. A job of the same article for the same site that did not come to
 * its end is taken up with the new text and wish, so that what it left on the site is
 * used.
 *
 * Returns: (transfer full): NULL with FEU_PUBLISH_ERROR_JOURNAL
 */
FeuPublishJob *feu_publish_job_new (FeuJournal            *journal,
                                    FeuPublisher          *publisher,
                                    const FeuPublishOrder *order,
                                    GError               **error);

/** Takes up the job @id (FeuJobInfo) as it is in the journal. */
FeuPublishJob *feu_publish_job_open (FeuJournal   *journal,
                                     FeuPublisher *publisher,
                                     const char   *id,
                                     GError      **error);

const char *feu_publish_job_get_id (FeuPublishJob *self);

/** The wish in the journal, completed from the front matter. (transfer none) */
const FeuPublishWish *feu_publish_job_get_wish (FeuPublishJob *self);

/** Before it runs; the arrays must outlive the job. */
void feu_publish_job_set_timing (FeuPublishJob *self, const FeuPublishTiming *timing);

/**
 * feu_publish_job_rehearse:
 *
 * As feu_publish_job_run(), but only reads from the site. What would be sent is in the
 * outcome's notes; questions come as they would. For a job in a journal of its own,
 * see feu_journal_new_copy().
 */
FeuPublishOutcome *feu_publish_job_rehearse (FeuPublishJob *self,
                                             GCancellable  *cancellable);

/**
 * feu_publish_job_run:
 * @cancellable: (nullable): heeded between requests and during pauses and uploads
 *
 * Runs the job in the calling thread until it is done or stops.
 *
 * Returns: (transfer full): never NULL
 */
FeuPublishOutcome *feu_publish_job_run (FeuPublishJob *self, GCancellable *cancellable);

/** Runs it in a thread of its own; not while it is running. */
void feu_publish_job_run_async (FeuPublishJob      *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);

/** Returns: (transfer full): never NULL; a cancelled one is an outcome, too */
FeuPublishOutcome *feu_publish_job_run_finish (FeuPublishJob *self,
                                               GAsyncResult  *result);

/** Copies how @kind stands to @out_step; then feu_publish_step_clear() it. */
void feu_publish_job_get_step (FeuPublishJob     *self,
                               FeuPublishStepKind kind,
                               FeuPublishStep    *out_step);

/*
 * Answers, between runs. All are kept in the journal at once; FALSE with
 * FEU_PUBLISH_ERROR_JOURNAL.
 */

/** FEU_QUESTION_PERMISSION: the status to be content with. */
gboolean feu_publish_job_answer_status (FeuPublishJob *self,
                                        FeuPostStatus  status,
                                        GError       **error);

typedef enum
{
  FEU_IMAGE_LEAVE_OUT,   /* its alt text stays in its place */
  FEU_IMAGE_USE_LIBRARY, /* @id of an image on the site */
  FEU_IMAGE_USE_URL,     /* @url where it can be seen */
} FeuImageAnswer;

/** FEU_QUESTION_IMAGES, for each. */
gboolean feu_publish_job_answer_image (FeuPublishJob *self,
                                       const char    *src,
                                       FeuImageAnswer answer,
                                       gint64         id,
                                       const char    *url,
                                       GError       **error);

typedef enum
{
  FEU_TERM_USE, /* the term with @id */
  FEU_TERM_CREATE,
  FEU_TERM_LEAVE_OUT,
} FeuTermAnswer;

/** FEU_QUESTION_TERMS, for each. */
gboolean feu_publish_job_answer_term (FeuPublishJob *self,
                                      FeuTaxonomy    taxonomy,
                                      const char    *name,
                                      FeuTermAnswer  answer,
                                      gint64         id,
                                      GError       **error);

/**
 * feu_publish_job_answer_conflict:
 * @theirs: the outcome's: the answer holds for the post as it is there; if it changes
 * again, the question comes again
 * @take_theirs: fields that are left as they are on the site; the others become mine
 * @merged_content: (nullable): for FEU_POST_FIELD_CONTENT: neither, but this
 */
gboolean feu_publish_job_answer_conflict (FeuPublishJob *self,
                                          const FeuPost *theirs,
                                          FeuPostFields  take_theirs,
                                          const char    *merged_content,
                                          GError       **error);

/** The same from a comparison of the outcome's posts, once it is decided
 * (feu_merge_is_decided()). What is theirs is not brought into the article: as long as
 * it does not say what the site's text says, the question comes again. */
gboolean feu_publish_job_answer_merge (FeuPublishJob  *self,
                                       const FeuPost  *theirs,
                                       const FeuMerge *merge,
                                       GError        **error);

/** FEU_QUESTION_GONE: make a new post instead. The other answer is to abandon. */
gboolean feu_publish_job_answer_gone (FeuPublishJob *self, GError **error);

G_END_DECLS
