/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was published where, and what is on its way: an SQLite database that knows
 * before each request what is about to be asked, and after it what came of it. No
 * secrets.
 */
#pragma once

#include "feu-publish-error.h"
#include "feu-publish-wish.h"

G_BEGIN_DECLS

#define FEU_TYPE_JOURNAL (feu_journal_get_type ())
G_DECLARE_FINAL_TYPE (FeuJournal, feu_journal, FEU, JOURNAL, GObject)

/**
 * FeuJournal:
 *
 * May be used from any thread, and by several processes at once. Every change is on the
 * disk when its function returns. All functions fail with FEU_PUBLISH_ERROR_JOURNAL.
 *
 * A site is known here by its root: the address of its interface, canonical, one per
 * site (FeuSite's api_root).
 *
 * Signal `changed`: a job was added, went on or came to an end in this process; in the
 * main context that made the journal.
 */

/**
 * feu_journal_new:
 * @file: normally $XDG_DATA_HOME/feuillet/publish.db; made with its folder when missing
 *
 * Returns: (nullable): NULL when it cannot be used, or was written by a later version
 */
FeuJournal *feu_journal_new (GFile *file, GError **error);

/** A copy in memory, as it is now, that goes with the object: for rehearsals. */
FeuJournal *feu_journal_new_copy (FeuJournal *self, GError **error);

/**
 * FeuPublishOrder:
 * @site_id: FeuSite's
 * @root: the site's, see FeuJournal
 * @article: the file's URI, or whatever else stays the same for this article
 * @text: the article, valid UTF-8
 * @folder: (nullable): where its images are
 * @wish: what was asked for; the front matter is read besides
 * @remote_id: the post that the front matter names for this site; 0 for none
 * @max_image_px: longest side of an uploaded image; 0 for no limit
 * @max_image_bytes: heaviest uploaded image; 0 for no limit
 * @parallel_uploads: how many at a time
 *
 * What a job is made of.
 */
typedef struct
{
  const char           *site_id;
  const char           *root;
  const char           *article;
  GBytes               *text;
  GFile                *folder;
  const FeuPublishWish *wish;
  gint64                remote_id;
  guint                 max_image_px;
  guint64               max_image_bytes;
  guint                 jpeg_quality;
  guint                 parallel_uploads;
} FeuPublishOrder;

/**
 * FeuJobInfo:
 * @title: the article's
 * @kind: of its last outcome ("waiting" …), "interrupted" when it ended without one, or
 * "new"
 * @message: (nullable): of the last outcome
 * @post_id: 0 while nothing is known to be on the site
 * @link: (nullable): the post's page in the site's editor
 * @is_running: in this or another process
 */
typedef struct
{
  char      *id;
  char      *site_id;
  char      *root;
  char      *article;
  char      *title;
  char      *kind;
  char      *message;
  gint64     post_id;
  char      *link;
  GDateTime *created;
  GDateTime *changed;
  gboolean   is_running;
} FeuJobInfo;

void feu_job_info_free (FeuJobInfo *self);

/** (transfer full) (element-type FeuJobInfo): jobs that did not come to their end, the
 * oldest first. */
GPtrArray *feu_journal_list_jobs (FeuJournal *self, GError **error);

/** Forgets that the job was to be done. What it left on the site stays there.
 * FEU_PUBLISH_ERROR_RUNNING: not while it runs. */
gboolean feu_journal_abandon_job (FeuJournal *self, const char *id, GError **error);

/**
 * FeuPostRecord:
 * @sent: the post as we sent it
 * @baseline: the post as the site had it afterwards
 * @source: (nullable): what the reader of posts keeps to send unchanged parts back
 * byte for byte
 */
typedef struct
{
  gint64   post_id;
  char    *article;
  FeuPost *sent;
  FeuPost *baseline;
  char    *source;
} FeuPostRecord;

void feu_post_record_free (FeuPostRecord *self);

/** (nullable): what is known of the post @post_id of @root. NULL without an error when
 * nothing is. */
FeuPostRecord *feu_journal_get_post (FeuJournal *self,
                                     const char *root,
                                     gint64      post_id,
                                     GError    **error);

/** (nullable): the post that @article became on @root, if its file was not told yet. */
FeuPostRecord *feu_journal_find_post (FeuJournal *self,
                                      const char *root,
                                      const char *article,
                                      GError    **error);

/** Adds or replaces what is known of a post, as after bringing it in. */
gboolean feu_journal_set_post (FeuJournal          *self,
                               const char          *root,
                               const FeuPostRecord *record,
                               GError             **error);

/** The article's file names its post now: from here on only the file counts. */
gboolean feu_journal_set_written_back (FeuJournal *self,
                                       const char *root,
                                       gint64      post_id,
                                       GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuJobInfo, feu_job_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuPostRecord, feu_post_record_free)

G_END_DECLS
