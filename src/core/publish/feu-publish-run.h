/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One run of a publishing job, from its row in the journal to an outcome. Internal to
 * FeuPublishJob. The order is in feu-publish-run.c, each group of steps in a file of
 * its own: sign-in, images, terms, draft, update.
 */
#pragma once

#include "feu-journal-private.h"
#include "feu-publish-outcome.h"
#include "feu-publish-timing.h"
#include "feu-publisher.h"

G_BEGIN_DECLS

/** How a step stands now; called in any thread, one at a time. */
typedef void (*FeuRunProgress) (FeuPublishStepKind    kind,
                                const FeuPublishStep *step,
                                gpointer              user_data);

/**
 * FeuRunImage:
 * @key: what identifies its content within the limits of the site
 * @remote: (nullable): what it is on the site
 * @is_new: has to be uploaded
 *
 * One distinct image of the article: its body's or the featured one.
 */
typedef struct
{
  char           *src;
  GFile          *file;
  char           *key;
  char           *alt;
  char           *caption;
  char           *title;
  FeuRemoteImage *remote;
  gboolean        is_new;
  guint64         size_bytes;
  guint64         sent_bytes;
} FeuRunImage;

/**
 * FeuPublishRun:
 * @wish: completed from the front matter
 * @has_own_date: whether the date was asked for, not only found in the front matter
 * @site: (nullable): known from when it is needed
 * @images: (element-type FeuRunImage)
 * @by_src: (element-type utf8 FeuRemoteImage): what the article's images are there
 * @terms: ids of what was wished, by taxonomy; NULL where nothing was wished
 * @record: (nullable): what the journal knows of the post
 * @live: (nullable): the post as it was read last
 * @mine: the post as it is to be, in the fields of @wanted
 * @own_content: (nullable): the article's content, where @mine has a merged one
 * @own_footnotes: (nullable): likewise
 * @keeps_text: the article was not what was sent: it is to be compared again next time
 * @outcome: (nullable): set by a step that stops with a question
 */
typedef struct
{
  /* borrowed */
  FeuJournal             *journal;
  FeuPublisher           *publisher;
  FeuJobRow              *row;
  const FeuPublishTiming *timing;
  GCancellable           *cancellable;
  gboolean                is_rehearsal; /* nothing is sent */
  FeuRunProgress          progress;
  gpointer                progress_data;

  /* owned */
  FeuArticle        *article;
  FeuPublishWish    *wish;
  gboolean           has_own_date;
  FeuAccount        *account;
  FeuSiteInfo       *site;
  GPtrArray         *images;
  GHashTable        *by_src;
  GArray            *terms[FEU_N_TAXONOMIES];
  FeuPostRecord     *record;
  FeuPost           *live;
  FeuPost           *mine;
  FeuPostFields      wanted;
  char              *own_content;
  char              *own_footnotes;
  gboolean           keeps_text;
  gboolean           has_sent;
  GPtrArray         *notes; /* (element-type utf8) */
  FeuPublishOutcome *outcome;

  FeuPublishStepKind current;
  FeuPublishStep     step;
  GMutex             mutex; /* of @step and what uploads share */
} FeuPublishRun;

/** Runs to the end. Returns: (transfer full) */
FeuPublishOutcome *feu_publish_run (FeuPublishRun *run);

/*
 * The steps. FALSE with an error, or with run->outcome set.
 */
gboolean feu_publish_run_sign_in (FeuPublishRun *run, GError **error);
gboolean feu_publish_run_images (FeuPublishRun *run, GError **error);
gboolean feu_publish_run_terms (FeuPublishRun *run, GError **error);
gboolean feu_publish_run_draft (FeuPublishRun *run, GError **error);
gboolean feu_publish_run_update (FeuPublishRun *run, GError **error);
gboolean feu_publish_run_promote (FeuPublishRun *run, GError **error);
gboolean feu_publish_run_verify (FeuPublishRun *run, GError **error);

/*
 * Shared by the steps.
 */

/** Sends what may be sent twice. Returns NULL with an error. */
typedef gpointer (*FeuRunAttempt) (FeuPublishRun *run, gpointer data, GError **error);

/** Repeats @attempt while waiting may help and patience lasts. */
gpointer feu_publish_run_try (FeuPublishRun *run,
                              FeuRunAttempt  attempt,
                              gpointer       data,
                              GError       **error);

/**
 * FeuRunCreation:
 * @kind: in the journal: "create", "upload"
 * @key: in the journal
 * @detail: of the intent
 * @create: sends the request that may not be sent twice
 * @find: asks the site for what it makes; NULL without an error when it is not there
 * @keep: puts the result into the journal
 */
typedef struct
{
  const char   *kind;
  const char   *key;
  const char   *detail;
  FeuRunAttempt create;
  FeuRunAttempt find;
  gboolean (*keep) (FeuPublishRun *run, gpointer result, gpointer data, GError **error);
  GDestroyNotify result_free;
} FeuRunCreation;

/**
 * feu_publish_run_create_once:
 *
 * Makes something on the site exactly once, also if an earlier run was cut off within:
 * an intent without a result is looked up first, and again until what was sent then can
 * no longer appear.
 *
 * Returns: (transfer full): what @create or @find gave
 */
gpointer feu_publish_run_create_once (FeuPublishRun        *run,
                                      const FeuRunCreation *creation,
                                      gpointer              data,
                                      GError              **error);

/** The site's description, from the journal or the site. */
gboolean feu_publish_run_need_site (FeuPublishRun *run, GError **error);

/** (transfer full) (element-type FeuTerm): those of the site that were read last. */
GPtrArray *feu_publish_run_dup_known_terms (FeuPublishRun *run);

/** Stops with a question. Returns: FALSE */
gboolean feu_publish_run_ask (FeuPublishRun     *run,
                              FeuPublishQuestion question,
                              const char        *message);

/** The current step has @n_total parts, of which @n_done are done. */
void feu_publish_run_tell (FeuPublishRun      *run,
                           FeuPublishStepState state,
                           guint               n_done,
                           guint               n_total,
                           const char         *detail);

/** The same with the parts as they are. */
void feu_publish_run_tell_state (FeuPublishRun      *run,
                                 FeuPublishStepState state,
                                 const char         *detail);

/** A note for the outcome; takes @note. */
void feu_publish_run_take_note (FeuPublishRun *run, char *note);

void feu_run_image_free (FeuRunImage *image);

G_END_DECLS
