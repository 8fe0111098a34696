/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A writer at work: an article with three images in a folder, a journal beside it, an
 * account on a site, and jobs that publish the one there. Patience is counted in
 * milliseconds.
 */
#pragma once

#include "feu-publish-job.h"

#define TEST_PUBLISHING_TITLE "Le marché de Noël & ses secrets"
#define TEST_PUBLISHING_SLUG "le-marche-de-noel"
#define TEST_PUBLISHING_EXCERPT "Deux allées, trente chalets."
#define TEST_PUBLISHING_N_IMAGES 3
#define TEST_PUBLISHING_N_CATEGORIES 2
#define TEST_PUBLISHING_N_TAGS 3

typedef struct
{
  /* owned */
  char         *folder;
  char         *root;
  FeuJournal   *journal;
  FeuPublisher *publisher;
} TestPublishing;

/**
 * test_publishing_write_article:
 * @folder: an empty one
 *
 * Writes article.md: title, slug, description, two categories ("Actualités", "Culture &
 * loisirs"), three tags ("noël", "marché", "R&D"), comments closed, a featured image
 * and two in the text, one of which has a caption.
 */
void test_publishing_write_article (const char *folder);

/** Replaces @old in article.md, which must be there, by @new. */
void test_publishing_edit_article (const char *folder,
                                   const char *old,
                                   const char *new);

/** Draws another picture of @width × @height over images/@name; noise, so of weight. */
void test_publishing_draw (const char *folder,
                           const char *name,
                           int         width,
                           int         height,
                           guint32     seed);

/**
 * test_publishing_new:
 * @folder: (transfer none): of test_publishing_write_article(); the journal is in it,
 * too
 * @site: the site's address, without a slash at its end
 * @timeout_s: how long a server may be silent; 0: as usual
 */
TestPublishing *test_publishing_new (const char *folder,
                                     const char *site,
                                     const char *user,
                                     const char *password,
                                     guint       timeout_s);

void test_publishing_free (TestPublishing *self);

/** (transfer full): a job for article.md as it is now. */
FeuPublishJob *test_publishing_new_job (TestPublishing       *self,
                                        const FeuPublishWish *wish);

/** (transfer full): makes a job for article.md and runs it. */
FeuPublishOutcome *test_publishing_run (TestPublishing       *self,
                                        const FeuPublishWish *wish);

/** (transfer full): to have @status. */
FeuPublishWish *test_publishing_wish (FeuPostStatus status);

/** (transfer none): pauses that a test can wait for, two seconds in all. */
const FeuPublishTiming *test_publishing_get_timing (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPublishing, test_publishing_free)
