/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the job writes into the journal. Each function is one transaction.
 */
#pragma once

#include "feu-journal.h"

#include <json-glib/json-glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** The connection, for the journal's own files, with the lock that transactions need.
 */
sqlite3 *feu_journal_lock_db (FeuJournal *self);
void     feu_journal_unlock_db (FeuJournal *self);
gboolean feu_journal_begin (FeuJournal *self, GError **error);
/** Commits when @ok, else rolls back. Returns: whether it was committed */
gboolean feu_journal_end (FeuJournal *self, gboolean ok, GError **error);
/** Returns: a file descriptor that holds the job until it is closed; -1 with
 * FEU_PUBLISH_ERROR_RUNNING when somebody else holds it */
int feu_journal_hold_job (FeuJournal *self, gint64 number, GError **error);
/** Emits `changed` in the main context that made the journal. */
void feu_journal_notify (FeuJournal *self);

/**
 * FeuJournalHook:
 * @record: "intent upload", "result create" …
 * @is_after: whether the record is on the disk already
 *
 * For tests that end the process there.
 */
typedef void (*FeuJournalHook) (const char *record, gboolean is_after, gpointer data);
void feu_journal_set_hook (FeuJournal *self, FeuJournalHook hook, gpointer data);
void feu_journal_call_hook (FeuJournal *self,
                            const char *phase,
                            const char *kind,
                            gboolean    is_after);

/**
 * FeuJobRow:
 * @number: names its lock and its steps
 * @nonce: 8 hex digits, found in no other job
 * @wish: as ordered
 * @answers: what the writer answered: an object, see feu-publish-answers.h
 * @lock: file descriptor that holds the job
 *
 * A job as it was put into the journal.
 */
typedef struct
{
  gint64          number;
  char           *id;
  char           *site_id;
  char           *root;
  char           *article;
  char           *nonce;
  GBytes         *text;
  GFile          *folder;
  FeuPublishWish *wish;
  JsonObject     *answers;
  gint64          remote_id;
  guint           max_image_px;
  guint64         max_image_bytes;
  guint           jpeg_quality;
  guint           parallel_uploads;
  gint64          post_id;
  gint64          created_s;
  int             lock;
} FeuJobRow;

/** Both hold the job until the row is freed: FEU_PUBLISH_ERROR_RUNNING when somebody
 * else does. put: adds the job, or renews the open one of this article. */
FeuJobRow *feu_journal_put_job (FeuJournal            *self,
                                const FeuPublishOrder *order,
                                const char            *title,
                                GError               **error);
FeuJobRow *feu_journal_take_job (FeuJournal *self, const char *id, GError **error);
void       feu_job_row_free (FeuJobRow *row);

gboolean feu_journal_save_answers (FeuJournal      *self,
                                   const FeuJobRow *row,
                                   GError         **error);

/** @is_done: the job came to its end and is not listed any more. */
gboolean feu_journal_save_outcome (FeuJournal      *self,
                                   const FeuJobRow *row,
                                   const char      *kind,
                                   const char      *message,
                                   const char      *link,
                                   gboolean         is_done,
                                   GError         **error);

typedef enum
{
  FEU_JOURNAL_NONE,
  FEU_JOURNAL_INTENT, /* a request was about to be sent */
  FEU_JOURNAL_DONE,
  FEU_JOURNAL_FAILED, /* it certainly did nothing */
} FeuJournalState;

/**
 * FeuJournalStep:
 * @detail: (nullable): what the intent was, or the result
 * @time_us: of the last intent, as g_get_real_time()
 * @attempts: intents so far
 */
typedef struct
{
  FeuJournalState state;
  char           *detail;
  gint64          time_us;
  guint           attempts;
} FeuJournalStep;

void feu_journal_step_clear (FeuJournalStep *step);

gboolean feu_journal_get_step (FeuJournal      *self,
                               const FeuJobRow *row,
                               const char      *kind,
                               const char      *key,
                               FeuJournalStep  *out_step,
                               GError         **error);
gboolean feu_journal_add_intent (FeuJournal      *self,
                                 const FeuJobRow *row,
                                 const char      *kind,
                                 const char      *key,
                                 const char      *detail,
                                 GError         **error);
gboolean feu_journal_add_result (FeuJournal      *self,
                                 const FeuJobRow *row,
                                 const char      *kind,
                                 const char      *key,
                                 FeuJournalState  state,
                                 const char      *detail,
                                 GError         **error);

/** The result of making the draft; remembers it as the article's post. */
gboolean feu_journal_add_post (FeuJournal *self,
                               FeuJobRow  *row,
                               gint64      post_id,
                               const char *link,
                               GError    **error);
/** The post is not there any more; a new one is to be made, under a new nonce. */
gboolean feu_journal_forget_post (FeuJournal *self, FeuJobRow *row, GError **error);

/** The result of an upload, for all articles of this site. */
gboolean feu_journal_add_image (FeuJournal           *self,
                                const FeuJobRow      *row,
                                const char           *key,
                                const char           *file_name,
                                const FeuRemoteImage *image,
                                GError              **error);
gboolean feu_journal_forget_image (FeuJournal *self,
                                   const char *root,
                                   gint64      id,
                                   GError    **error);
/** Other texts for an image that is there; under all its keys. */
gboolean feu_journal_set_image_texts (FeuJournal           *self,
                                      const char           *root,
                                      const FeuRemoteImage *image,
                                      GError              **error);
/** (nullable): by key, or by file name where @key is not known. */
FeuRemoteImage *feu_journal_get_image (FeuJournal *self,
                                       const char *root,
                                       const char *key,
                                       const char *file_name,
                                       GError    **error);

/** What a site said of itself, kept for @max_age_s: any JSON. (nullable) */
char    *feu_journal_get_site (FeuJournal *self,
                               const char *root,
                               guint       max_age_s,
                               GError    **error);
gboolean feu_journal_set_site (FeuJournal *self,
                               const char *root,
                               const char *json,
                               GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuJobRow, feu_job_row_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FeuJournalStep, feu_journal_step_clear)

G_END_DECLS
