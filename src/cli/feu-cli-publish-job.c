/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A job stops with a question; here the options have answered it beforehand, or the
 * file is refused. So a job is run again after each set of answers.
 */
#include "config.h"

#include "feu-cli-publish-job.h"

#include "feu-cli-article.h"
#include "feu-post-fields.h"
#include "feu-publish-record.h"
#include "feu-text-file.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Each round answers at least one question of another kind. */
#define MAX_ROUNDS 8

typedef struct
{
  FeuPublishJob     *job;
  FeuPublishOutcome *outcome;
  GMainLoop         *loop;
} Round;

/* By its real path, so that it is the same article from whichever folder it is named.
 */
static GFile *
resolve_file (const char *path)
{
  char  *real = realpath (path, NULL);
  GFile *file = g_file_new_for_path (real != NULL ? real : path);

  free (real);
  return file;
}

/* Each state of a step is printed once. */
static void
on_job_step_changed_cb (FeuPublishJob *job, int kind, gpointer user_data)
{
  FeuPublishStepState *printed = user_data;
  const char          *title = feu_publish_step_get_title ((FeuPublishStepKind) kind);
  FeuPublishStep       step = { 0 };

  feu_publish_job_get_step (job, (FeuPublishStepKind) kind, &step);
  gboolean is_new = step.state != printed[kind];
  if (is_new && step.state == FEU_STEP_WAITING)
    g_printerr ("  %s: %s\n", title, step.detail != NULL ? step.detail : "…");
  else if (is_new && step.state == FEU_STEP_DONE && step.n_total > 0)
    g_printerr ("  %s: %u/%u\n", title, step.n_done, step.n_total);
  else if (is_new && step.state == FEU_STEP_DONE)
    g_printerr ("  %s\n", title);
  printed[kind] = step.state;
  feu_publish_step_clear (&step);
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Round *round = user_data;
  round->outcome = feu_publish_job_run_finish (round->job, result);
  g_main_loop_quit (round->loop);
}

static FeuPublishOutcome *
run_once (const FeuCliPublishing *publishing, FeuPublishJob *job)
{
  if (publishing->is_rehearsal)
    return feu_publish_job_rehearse (job, publishing->cancellable);

  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Round round = { .job = job, .loop = loop };
  feu_publish_job_run_async (job, publishing->cancellable, run_cb, &round);
  g_main_loop_run (loop);
  return round.outcome;
}

static gboolean
answer_images (FeuPublishJob *job, const FeuPublishOutcome *outcome, GError **error)
{
  for (guint i = 0; i < outcome->images->len; i++)
    {
      const FeuImageQuestion *image = g_ptr_array_index (outcome->images, i);
      if (!feu_publish_job_answer_image (
              job, image->src, FEU_IMAGE_LEAVE_OUT, 0, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
answer_terms (const FeuCliPublishing  *publishing,
              FeuPublishJob           *job,
              const FeuPublishOutcome *outcome,
              GError                 **error)
{
  for (guint i = 0; i < outcome->terms->len; i++)
    {
      const FeuTermQuestion *term = g_ptr_array_index (outcome->terms, i);
      FeuTermAnswer          answer = FEU_TERM_LEAVE_OUT;
      gint64                 id = 0;
      if (publishing->similar == FEU_CLI_SIMILAR_USE && term->candidates->len > 0)
        {
          const FeuTerm *candidate = g_ptr_array_index (term->candidates, 0);
          answer = FEU_TERM_USE;
          id = candidate->id;
        }
      else if (publishing->similar == FEU_CLI_SIMILAR_CREATE && term->can_create)
        answer = FEU_TERM_CREATE;
      if (!feu_publish_job_answer_term (
              job, term->taxonomy, term->name, answer, id, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the options answer the question of @outcome, and the job may go on. */
static gboolean
answer (const FeuCliPublishing  *publishing,
        FeuPublishJob           *job,
        const FeuPublishOutcome *outcome,
        GError                 **error)
{
  switch (outcome->question)
    {
    case FEU_QUESTION_IMAGES:
      return publishing->skip_images && answer_images (job, outcome, error);
    case FEU_QUESTION_TERMS:
      return publishing->similar != FEU_CLI_ASK &&
             answer_terms (publishing, job, outcome, error);
    case FEU_QUESTION_CONFLICT:
      return publishing->conflict != FEU_CLI_ASK &&
             feu_publish_job_answer_conflict (
                 job,
                 outcome->theirs,
                 publishing->conflict == FEU_CLI_CONFLICT_THEIRS ? outcome->conflicts
                                                                 : 0,
                 NULL,
                 error);
    case FEU_QUESTION_GONE:
      return publishing->make_new && feu_publish_job_answer_gone (job, error);
    case FEU_QUESTION_NONE:
    case FEU_QUESTION_SIGN_IN:
    case FEU_QUESTION_PERMISSION:
      return FALSE;
    }
  return FALSE;
}

static FeuPublishOutcome *
run_rounds (const FeuCliPublishing *publishing, FeuPublishJob *job, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FeuPublishOutcome *outcome = run_once (publishing, job);

  for (guint i = 0; i < MAX_ROUNDS && outcome->kind == FEU_OUTCOME_NEEDS_USER; i++)
    {
      gboolean goes_on = answer (publishing, job, outcome, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          g_clear_pointer (&outcome, feu_publish_outcome_unref);
          return NULL;
        }
      if (!goes_on)
        break;
      feu_publish_outcome_unref (outcome);
      outcome = run_once (publishing, job);
    }
  return outcome;
}

static char **
dup_addresses (const FeuSite *site)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *end = g_strrstr (site->api_root, "wp-json/");

  g_strv_builder_add (builder, site->address);
  if (end != NULL)
    {
      g_autofree char *home =
          g_strndup (site->api_root, (gsize) (end - site->api_root));
      g_strv_builder_add (builder, home);
    }
  return g_strv_builder_end (builder);
}

/* What the site gives posts that say nothing else. */
static FeuPublishWish *
dup_wish (const FeuCliPublishing *publishing,
          const FeuArticle       *article,
          gboolean                is_new)
{
  FeuPublishWish    *wish = feu_publish_wish_copy (publishing->wish);
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  const FeuSite     *site = publishing->site;

  if (!is_new)
    return wish;
  if (wish->author == 0)
    wish->author = site->default_author;
  if (wish->categories == NULL && site->default_categories != NULL &&
      feu_metadata_get_spelling (metadata, FEU_FIELD_CATEGORIES) == NULL)
    wish->categories = g_strdupv ((char **) site->default_categories);
  return wish;
}

/* (nullable): the job for the article in @file */
static FeuPublishJob *
make_job (const FeuCliPublishing *publishing,
          GFile                  *file,
          const FeuArticle       *article,
          char                  **addresses,
          GError                **error)
{
  const FeuSite   *site = publishing->site;
  gsize            length = 0;
  const char      *text = feu_article_get_text (article, &length);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  gint64 remote_id = feu_publish_record_find (
      feu_article_get_metadata (article), (const char *const *) addresses, NULL);
  g_autoptr (FeuPublishWish) wish = dup_wish (publishing, article, remote_id == 0);
  FeuPublishOrder order = {
    .site_id = site->id,
    .root = site->api_root,
    .article = uri,
    .text = bytes,
    .folder = folder,
    .wish = wish,
    .remote_id = remote_id,
    .max_image_px = site->max_image_px,
    .max_image_bytes = site->max_image_bytes,
    .jpeg_quality = site->jpeg_quality,
    .parallel_uploads = site->parallel_uploads,
  };
  return feu_publish_job_new (
      publishing->journal, publishing->publisher, &order, error);
}

/* As one change of the text that is there now: the writer may have gone on meanwhile.
 */
static gboolean
write_back (const FeuCliPublishing  *publishing,
            GFile                   *file,
            char                   **addresses,
            const FeuPublishOutcome *outcome,
            GError                 **error)
{
  g_autoptr (FeuTextFile) content = feu_text_file_load (file, NULL, error);
  if (content == NULL)
    return FALSE;
  g_autoptr (FeuArticle) article = feu_article_new (
      g_strndup (content->text, content->length_bytes), content->length_bytes, 0);
  g_autofree char *text = feu_publish_record_post (article,
                                                   publishing->site->address,
                                                   (const char *const *) addresses,
                                                   outcome->post,
                                                   outcome->time_zone,
                                                   error);
  if (text == NULL)
    return FALSE;
  if (!g_str_equal (text, content->text) && !feu_text_file_save (file,
                                                                 text,
                                                                 strlen (text),
                                                                 &content->format,
                                                                 content->etag,
                                                                 NULL,
                                                                 NULL,
                                                                 error))
    return FALSE;
  return feu_journal_set_written_back (
      publishing->journal, publishing->site->api_root, outcome->post->id, error);
}

static void
report_notes (const FeuPublishOutcome *outcome, FeuCliReport *report)
{
  for (guint i = 0; i < outcome->notes->len; i++)
    feu_cli_report_warning (report, -1, -1, g_ptr_array_index (outcome->notes, i));
}

FeuPublishOutcome *
feu_cli_publish_job_run (const FeuCliPublishing *publishing,
                         const char             *path,
                         FeuCliReport           *report)
{
  FeuPublishStepState printed[FEU_N_PUBLISH_STEPS] = { FEU_STEP_TO_DO };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = resolve_file (path);
  g_auto (GStrv) addresses = dup_addresses (publishing->site);
  g_autoptr (FeuArticle) article = feu_cli_article_load (path, report);
  if (article == NULL)
    return NULL;
  g_autoptr (FeuPublishJob) job =
      make_job (publishing, file, article, addresses, &error);
  if (job != NULL)
    g_signal_connect (
        job, "step-changed", G_CALLBACK (on_job_step_changed_cb), printed);
  FeuPublishOutcome *outcome =
      job != NULL ? run_rounds (publishing, job, &error) : NULL;
  if (outcome == NULL)
    {
      feu_cli_report_error (report, -1, -1, error->message);
      return NULL;
    }
  /* The job may still have something to tell. */
  g_signal_handlers_disconnect_by_data (job, printed);
  report_notes (outcome, report);
  if (outcome->kind == FEU_OUTCOME_DONE && !publishing->is_rehearsal &&
      outcome->post != NULL &&
      !write_back (publishing, file, addresses, outcome, &error))
    feu_cli_report_warning (report, -1, -1, error->message);
  return outcome;
}
