/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The job as an object: holds the row in the journal, keeps answers, tells of steps in
 * the main context it was made in, and lends itself to one run at a time.
 */
#include "config.h"

#include "feu-publish-job.h"

#include "feu-json.h"
#include "feu-post-fields.h"
#include "feu-publish-run.h"

struct _FeuPublishJob
{
  GObject parent_instance;

  /* owned */
  FeuJournal     *journal;
  FeuPublisher   *publisher;
  FeuJobRow      *row;
  FeuPublishWish *wish;
  GMainContext   *context;

  /* borrowed */
  const FeuPublishTiming *timing;

  gint is_running; /* atomic */

  /* guarded by the mutex */
  GMutex         mutex;
  FeuPublishStep steps[FEU_N_PUBLISH_STEPS];
  guint          changed; /* bits of kinds that were not told yet */
  gboolean       is_telling;
};

enum
{
  SIGNAL_STEP_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FeuPublishJob, feu_publish_job, G_TYPE_OBJECT)

static void
feu_publish_job_dispose (GObject *object)
{
  FeuPublishJob *self = FEU_PUBLISH_JOB (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->publisher);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (feu_publish_job_parent_class)->dispose (object);
}

static void
feu_publish_job_finalize (GObject *object)
{
  FeuPublishJob *self = FEU_PUBLISH_JOB (object);

  g_clear_pointer (&self->row, feu_job_row_free);
  g_clear_pointer (&self->wish, feu_publish_wish_free);
  g_mutex_clear (&self->mutex);
  for (guint i = 0; i < FEU_N_PUBLISH_STEPS; i++)
    feu_publish_step_clear (&self->steps[i]);
  G_OBJECT_CLASS (feu_publish_job_parent_class)->finalize (object);
}

static void
feu_publish_job_class_init (FeuPublishJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_publish_job_dispose;
  object_class->finalize = feu_publish_job_finalize;
  signals[SIGNAL_STEP_CHANGED] = g_signal_new ("step-changed",
                                               FEU_TYPE_PUBLISH_JOB,
                                               G_SIGNAL_RUN_LAST,
                                               0,
                                               NULL,
                                               NULL,
                                               NULL,
                                               G_TYPE_NONE,
                                               1,
                                               G_TYPE_INT);
}

static void
feu_publish_job_init (FeuPublishJob *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->timing = feu_publish_timing_get_usual ();
}

/* The wish with what the front matter says, as the job will take it. */
static FeuPublishWish *
complete_wish (const FeuJobRow *row, const FeuArticle *article)
{
  FeuPublishWish *wish = feu_publish_wish_copy (row->wish);
  g_autoptr (FeuPublishWish) found = feu_publish_wish_new_from_article (article, NULL);

  feu_publish_wish_complete (wish, found);
  return wish;
}

static FeuArticle *
read_article (GBytes *text)
{
  gsize       length = 0;
  const char *data = g_bytes_get_data (text, &length);
  return feu_article_new (g_strndup (data != NULL ? data : "", length), length, 0);
}

/* Takes @row. */
static FeuPublishJob *
new_for_row (FeuJournal       *journal,
             FeuPublisher     *publisher,
             FeuJobRow        *row,
             const FeuArticle *article)
{
  FeuPublishJob *self = g_object_new (FEU_TYPE_PUBLISH_JOB, NULL);
  self->journal = g_object_ref (journal);
  self->publisher = g_object_ref (publisher);
  self->row = row;
  self->wish = complete_wish (row, article);
  return self;
}

FeuPublishJob *
feu_publish_job_new (FeuJournal            *journal,
                     FeuPublisher          *publisher,
                     const FeuPublishOrder *order,
                     GError               **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (FEU_IS_PUBLISHER (publisher), NULL);
  g_return_val_if_fail (order != NULL && order->text != NULL, NULL);
  g_return_val_if_fail (order->wish != NULL, NULL);

  g_autoptr (FeuArticle) article = read_article (order->text);
  FeuJobRow *row =
      feu_journal_put_job (journal, order, feu_article_get_title (article), error);
  return row != NULL ? new_for_row (journal, publisher, row, article) : NULL;
}

FeuPublishJob *
feu_publish_job_open (FeuJournal   *journal,
                      FeuPublisher *publisher,
                      const char   *id,
                      GError      **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (FEU_IS_PUBLISHER (publisher), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  FeuJobRow *row = feu_journal_take_job (journal, id, error);
  if (row == NULL)
    return NULL;
  g_autoptr (FeuArticle) article = read_article (row->text);
  return new_for_row (journal, publisher, row, article);
}

const char *
feu_publish_job_get_id (FeuPublishJob *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), NULL);

  return self->row->id;
}

const FeuPublishWish *
feu_publish_job_get_wish (FeuPublishJob *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), NULL);

  return self->wish;
}

void
feu_publish_job_set_timing (FeuPublishJob *self, const FeuPublishTiming *timing)
{
  g_return_if_fail (FEU_IS_PUBLISH_JOB (self));

  self->timing = timing;
}

static void
copy_step (const FeuPublishStep *from, FeuPublishStep *to)
{
  *to = *from;
  to->detail = g_strdup (from->detail);
}

static gboolean
step_changed_fired_cb (gpointer data)
{
  FeuPublishJob *self = data;

  g_mutex_lock (&self->mutex);
  guint changed = self->changed;
  self->changed = 0;
  self->is_telling = FALSE;
  g_mutex_unlock (&self->mutex);
  for (int kind = 0; kind < (int) FEU_N_PUBLISH_STEPS; kind++)
    if ((changed & (1u << kind)) != 0)
      g_signal_emit (self, signals[SIGNAL_STEP_CHANGED], 0, kind);
  return G_SOURCE_REMOVE;
}

/* In the thread of the run, or of an upload. What changes meanwhile goes along. */
static void
on_progress (FeuPublishStepKind kind, const FeuPublishStep *step, gpointer data)
{
  FeuPublishJob *self = data;

  g_mutex_lock (&self->mutex);
  feu_publish_step_clear (&self->steps[kind]);
  copy_step (step, &self->steps[kind]);
  self->changed |= 1u << kind;
  gboolean is_telling = self->is_telling;
  self->is_telling = TRUE;
  g_mutex_unlock (&self->mutex);
  if (is_telling)
    return;
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (
      source, step_changed_fired_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
forget_steps (FeuPublishJob *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  for (guint i = 0; i < FEU_N_PUBLISH_STEPS; i++)
    {
      feu_publish_step_clear (&self->steps[i]);
      self->steps[i] = (FeuPublishStep){ .state = FEU_STEP_TO_DO };
    }
}

static void
clear_run (FeuPublishRun *run)
{
  g_clear_pointer (&run->article, feu_article_unref);
  g_clear_pointer (&run->wish, feu_publish_wish_free);
  g_clear_pointer (&run->account, feu_account_unref);
  g_clear_pointer (&run->site, feu_site_info_unref);
  g_ptr_array_unref (run->images);
  g_hash_table_unref (run->by_src);
  for (guint i = 0; i < FEU_N_TAXONOMIES; i++)
    g_clear_pointer (&run->terms[i], g_array_unref);
  g_clear_pointer (&run->record, feu_post_record_free);
  g_clear_pointer (&run->live, feu_post_unref);
  g_clear_pointer (&run->mine, feu_post_unref);
  g_free (run->own_content);
  g_free (run->own_footnotes);
  g_ptr_array_unref (run->notes);
  feu_publish_step_clear (&run->step);
  g_mutex_clear (&run->mutex);
}

static FeuPublishOutcome *
run_job (FeuPublishJob *self, gboolean is_rehearsal, GCancellable *cancellable)
{
  gboolean was_running = !g_atomic_int_compare_and_exchange (&self->is_running, 0, 1);
  g_return_val_if_fail (!was_running, NULL);

  FeuPublishRun run = {
    .journal = self->journal,
    .publisher = self->publisher,
    .row = self->row,
    .timing = self->timing,
    .cancellable = cancellable,
    .is_rehearsal = is_rehearsal,
    .progress = on_progress,
    .progress_data = self,
    .images = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_run_image_free),
    .by_src = g_hash_table_new_full (
        g_str_hash, g_str_equal, g_free, (GDestroyNotify) feu_remote_image_unref),
    .notes = g_ptr_array_new_with_free_func (g_free),
  };
  g_mutex_init (&run.mutex);
  forget_steps (self);
  FeuPublishOutcome *outcome = feu_publish_run (&run);
  clear_run (&run);
  g_atomic_int_set (&self->is_running, 0);
  return outcome;
}

FeuPublishOutcome *
feu_publish_job_rehearse (FeuPublishJob *self, GCancellable *cancellable)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), NULL);

  return run_job (self, /* is_rehearsal= */ TRUE, cancellable);
}

FeuPublishOutcome *
feu_publish_job_run (FeuPublishJob *self, GCancellable *cancellable)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), NULL);

  return run_job (self, /* is_rehearsal= */ FALSE, cancellable);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_task_return_pointer (task,
                         feu_publish_job_run (FEU_PUBLISH_JOB (source), cancellable),
                         (GDestroyNotify) feu_publish_outcome_unref);
}

void
feu_publish_job_run_async (FeuPublishJob      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISH_JOB (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, feu_publish_job_run_async);
  /* Being cancelled is an outcome that says what is on the site. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

FeuPublishOutcome *
feu_publish_job_run_finish (FeuPublishJob *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
feu_publish_job_get_step (FeuPublishJob     *self,
                          FeuPublishStepKind kind,
                          FeuPublishStep    *out_step)
{
  g_return_if_fail (FEU_IS_PUBLISH_JOB (self));
  g_return_if_fail (kind < FEU_N_PUBLISH_STEPS);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  copy_step (&self->steps[kind], out_step);
}

/* The object @name of the answers, made when missing. (transfer none) */
static JsonObject *
need_object (JsonObject *parent, const char *name)
{
  if (feu_json_get_object (parent, name) == NULL)
    json_object_set_object_member (parent, name, json_object_new ());
  return json_object_get_object_member (parent, name);
}

static gboolean
save_answers (FeuPublishJob *self, GError **error)
{
  return feu_journal_save_answers (self->journal, self->row, error);
}

gboolean
feu_publish_job_answer_status (FeuPublishJob *self,
                               FeuPostStatus  status,
                               GError       **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), FALSE);

  json_object_set_string_member (
      self->row->answers, "status", feu_post_status_get_name (status));
  return save_answers (self, error);
}

gboolean
feu_publish_job_answer_image (FeuPublishJob *self,
                              const char    *src,
                              FeuImageAnswer answer,
                              gint64         id,
                              const char    *url,
                              GError       **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), FALSE);
  g_return_val_if_fail (src != NULL, FALSE);
  g_return_val_if_fail (answer == FEU_IMAGE_LEAVE_OUT || url != NULL, FALSE);

  JsonObject *object = json_object_new ();
  if (answer == FEU_IMAGE_USE_LIBRARY)
    json_object_set_int_member (object, "id", id);
  if (answer != FEU_IMAGE_LEAVE_OUT)
    json_object_set_string_member (object, "url", url);
  json_object_set_object_member (
      need_object (self->row->answers, "images"), src, object);
  return save_answers (self, error);
}

gboolean
feu_publish_job_answer_term (FeuPublishJob *self,
                             FeuTaxonomy    taxonomy,
                             const char    *name,
                             FeuTermAnswer  answer,
                             gint64         id,
                             GError       **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  g_autofree char *value = NULL;
  switch (answer)
    {
    case FEU_TERM_USE:
      value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      break;
    case FEU_TERM_CREATE:
      value = g_strdup ("create");
      break;
    case FEU_TERM_LEAVE_OUT:
      value = g_strdup ("leave");
      break;
    }
  json_object_set_string_member (
      need_object (need_object (self->row->answers, "terms"),
                   taxonomy == FEU_TAXONOMY_CATEGORY ? "category" : "tag"),
      name,
      value);
  return save_answers (self, error);
}

static gboolean
answer_conflict (FeuPublishJob *self,
                 const FeuPost *theirs,
                 FeuPostFields  take_theirs,
                 const char    *merged_content,
                 const char    *merged_footnotes,
                 GError       **error)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *fingerprint = feu_post_dup_fingerprint (theirs);

  json_object_set_string_member (object, "theirs", fingerprint);
  json_object_set_int_member (object, "take", take_theirs);
  if (merged_content != NULL)
    json_object_set_string_member (object, "merged", merged_content);
  if (merged_footnotes != NULL)
    json_object_set_string_member (object, "merged_footnotes", merged_footnotes);
  json_object_set_object_member (self->row->answers, "conflict", object);
  return save_answers (self, error);
}

gboolean
feu_publish_job_answer_conflict (FeuPublishJob *self,
                                 const FeuPost *theirs,
                                 FeuPostFields  take_theirs,
                                 const char    *merged_content,
                                 GError       **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), FALSE);
  g_return_val_if_fail (theirs != NULL, FALSE);

  return answer_conflict (self, theirs, take_theirs, merged_content, NULL, error);
}

gboolean
feu_publish_job_answer_merge (FeuPublishJob  *self,
                              const FeuPost  *theirs,
                              const FeuMerge *merge,
                              GError        **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), FALSE);
  g_return_val_if_fail (theirs != NULL && merge != NULL, FALSE);
  FeuPostFields    take_theirs = feu_merge_get_take_theirs (merge);
  g_autofree char *footnotes = NULL;
  g_autofree char *content = NULL;

  if (feu_merge_is_mixed (merge))
    content = feu_merge_dup_content (merge, &footnotes);
  return answer_conflict (self, theirs, take_theirs, content, footnotes, error);
}

gboolean
feu_publish_job_answer_gone (FeuPublishJob *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_JOB (self), FALSE);

  json_object_set_boolean_member (self->row->answers, "gone", TRUE);
  return save_answers (self, error);
}
