/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a publishing job stands: its steps while it runs, and what came of it.
 */
#pragma once

#include "feu-post.h"

G_BEGIN_DECLS

/** The steps in their order. */
typedef enum
{
  FEU_PUBLISH_STEP_SIGN_IN, /* who am I, what may I do, is the post as it was */
  FEU_PUBLISH_STEP_IMAGES,
  FEU_PUBLISH_STEP_TERMS,
  FEU_PUBLISH_STEP_DRAFT,   /* make it, or compare the one there */
  FEU_PUBLISH_STEP_CONTENT, /* text and all fields */
  FEU_PUBLISH_STEP_STATUS,  /* review, publish, schedule … */
  FEU_PUBLISH_STEP_VERIFY,
} FeuPublishStepKind;

#define FEU_N_PUBLISH_STEPS (FEU_PUBLISH_STEP_VERIFY + 1)

typedef enum
{
  FEU_STEP_TO_DO,
  FEU_STEP_RUNNING,
  FEU_STEP_WAITING, /* for the site or the network, see @detail */
  FEU_STEP_DONE,
  FEU_STEP_SKIPPED, /* there was nothing to do */
  FEU_STEP_STOPPED, /* the job ended here before its end */
} FeuPublishStepState;

/**
 * FeuPublishStep:
 * @n_total: parts it has: images, terms; 0 when it has none
 * @bytes_total: of what is uploaded; 0 when not known
 * @detail: (nullable): a sentence: what is waited for, or what is being uploaded
 */
typedef struct
{
  FeuPublishStepState state;
  guint               n_done;
  guint               n_total;
  guint64             bytes_sent;
  guint64             bytes_total;
  char               *detail;
} FeuPublishStep;

/** "Sign in", "Images" …, translated. */
const char *feu_publish_step_get_title (FeuPublishStepKind kind);
/** "sign-in", "images" …, for machines. */
const char *feu_publish_step_get_name (FeuPublishStepKind kind);
void        feu_publish_step_clear (FeuPublishStep *step);

typedef enum
{
  FEU_OUTCOME_DONE,
  FEU_OUTCOME_NEEDS_USER, /* see @question; the job goes on when run again */
  FEU_OUTCOME_WAITING,    /* for the network or the site; run it again later */
  FEU_OUTCOME_FAILED,     /* see @message; may be run again once that is mended */
  FEU_OUTCOME_CANCELLED,
} FeuPublishOutcomeKind;

/**
 * FeuPublishQuestion:
 * @FEU_QUESTION_SIGN_IN: name or password are not accepted (any more)
 * @FEU_QUESTION_PERMISSION: the account may not give the post the wished status:
 * feu_publish_job_answer_status()
 * @FEU_QUESTION_IMAGES: these images cannot be uploaded, no right to or not an image or
 * not there: @images, feu_publish_job_answer_image()
 * @FEU_QUESTION_TERMS: @terms, feu_publish_job_answer_term()
 * @FEU_QUESTION_CONFLICT: the post was changed on the site since: @baseline, @mine and
 * @theirs, feu_publish_job_answer_conflict()
 * @FEU_QUESTION_GONE: the post is not there or in the trash:
 * feu_publish_job_answer_gone()
 */
typedef enum
{
  FEU_QUESTION_NONE,
  FEU_QUESTION_SIGN_IN,
  FEU_QUESTION_PERMISSION,
  FEU_QUESTION_IMAGES,
  FEU_QUESTION_TERMS,
  FEU_QUESTION_CONFLICT,
  FEU_QUESTION_GONE,
} FeuPublishQuestion;

/** An image that is asked about. */
typedef struct
{
  char *src;
  char *reason; /* a sentence */
} FeuImageQuestion;

/**
 * FeuTermQuestion:
 * @candidates: (element-type FeuTerm): terms of the site that are nearly the same;
 * empty when the term is new and the account may not create it
 */
typedef struct
{
  FeuTaxonomy taxonomy;
  char       *name;
  GPtrArray  *candidates;
  gboolean    can_create;
} FeuTermQuestion;

/**
 * FeuPublishOutcome:
 * @message: a sentence for the writer, never NULL: what happened or what is missing
 * @on_site: (nullable): a sentence on what is on the site already, when not DONE
 * @code: FeuPublishError behind @message; -1 where there is none
 * @retry_after_s: WAITING: when the site wants to be asked again; 0 when it did not say
 * @post: (nullable): as it is on the site, as far as known
 * @notes: (element-type utf8): sentences worth reading although all went well
 * @is_unchanged: DONE: nothing had to be sent
 * @images: (element-type FeuImageQuestion)
 * @terms: (element-type FeuTermQuestion)
 * @time_zone: (nullable): the site's
 * @sent: (nullable): the post as it was last sent from here
 * @baseline: (nullable): the post as the site had it after that; NULL when this
 * computer never did
 * @mine: (nullable): the post as it would become
 * @theirs: (nullable): the post as it is
 * @conflicts: in which fields mine and theirs cannot both be
 */
#define FEU_TYPE_PUBLISH_OUTCOME (feu_publish_outcome_get_type ())
typedef struct
{
  FeuPublishOutcomeKind kind;
  FeuPublishQuestion    question;
  char                 *message;
  char                 *on_site;
  int                   code;
  guint                 retry_after_s;
  FeuPost              *post;
  GPtrArray            *notes;
  gboolean              is_unchanged;
  GPtrArray            *images;
  GPtrArray            *terms;
  GTimeZone            *time_zone;
  FeuPost              *sent;
  FeuPost              *baseline;
  FeuPost              *mine;
  FeuPost              *theirs;
  FeuPostFields         conflicts;
} FeuPublishOutcome;

GType              feu_publish_outcome_get_type (void);
FeuPublishOutcome *feu_publish_outcome_new (FeuPublishOutcomeKind kind,
                                            const char           *message);
FeuPublishOutcome *feu_publish_outcome_ref (FeuPublishOutcome *self);
void               feu_publish_outcome_unref (FeuPublishOutcome *self);

/** "done", "needs-user", "waiting", "failed", "cancelled". */
const char *feu_publish_outcome_get_kind_name (const FeuPublishOutcome *self);

/** "none", "sign-in", "permission", "images", "terms", "conflict", "gone". */
const char *feu_publish_question_get_name (FeuPublishQuestion question);

void             feu_publish_outcome_add_image (FeuPublishOutcome *self,
                                                const char        *src,
                                                const char        *reason);
FeuTermQuestion *feu_publish_outcome_add_term (FeuPublishOutcome *self,
                                               FeuTaxonomy        taxonomy,
                                               const char        *name,
                                               gboolean           can_create);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPublishOutcome, feu_publish_outcome_unref)

G_END_DECLS
