/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form says goes into the front matter, the article to the job, and what the
 * job says to the pages.
 */
#include "config.h"

#include "feu-publish-dialog-private.h"

#include "feu-publish-record.h"

#include <glib/gi18n.h>

/* ---- showing a run ---- */

static void
on_step_changed_cb (FeuPublishDialog *self, int kind)
{
  FeuPublishStep step = { 0 };

  feu_publish_job_get_step (
      feu_outbox_run_get_job (self->run), (FeuPublishStepKind) kind, &step);
  feu_publish_steps_set_step (self->steps, (FeuPublishStepKind) kind, &step);
  feu_publish_step_clear (&step);
}

static void
show_steps (FeuPublishDialog *self)
{
  FeuSite         *site = feu_outbox_run_get_site (self->run);
  g_autofree char *heading = g_strdup_printf (
      /* Translators: the title of an article and the name of a site. */
      _ ("Sending “%s” to %s"),
      self->title,
      site->name);

  feu_publish_steps_start (self->steps, heading);
  feu_publish_steps_set_hint (
      self->steps, _ ("You may close this window and go on writing: it continues."));
  for (int i = 0; i < FEU_N_PUBLISH_STEPS; i++)
    on_step_changed_cb (self, i);
  feu_publish_dialog_show_page (self, "steps", NULL);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
}

static const char *
get_action (const FeuPublishOutcome *outcome)
{
  switch (outcome->kind)
    {
    case FEU_OUTCOME_DONE:
      return NULL;
    case FEU_OUTCOME_WAITING:
      return _ ("_Try Now");
    case FEU_OUTCOME_FAILED:
      return _ ("_Retry");
    case FEU_OUTCOME_CANCELLED:
      return _ ("_Go On");
    case FEU_OUTCOME_NEEDS_USER:
      return outcome->question == FEU_QUESTION_PERMISSION ? _ ("Submit for _Review")
             : outcome->question == FEU_QUESTION_GONE     ? _ ("Make a _New Post")
                                                          : _ ("_Retry");
    }
  g_return_val_if_reached (NULL);
}

static void
show_result (FeuPublishDialog *self, FeuPublishOutcome *outcome)
{
  FeuSite *site = feu_outbox_run_get_site (self->run);
  gboolean is_sign_in = outcome->question == FEU_QUESTION_SIGN_IN ||
                        outcome->code == FEU_PUBLISH_ERROR_AUTH;

  feu_publish_result_show (
      self->result, outcome, site->name, g_str_equal (site->kind, FEU_SITE_WORDPRESS));
  feu_publish_dialog_show_page (self, "result", get_action (outcome));
  gtk_widget_set_visible (self->sites_button,
                          outcome->kind != FEU_OUTCOME_DONE && is_sign_in);
}

static void
show_outcome (FeuPublishDialog *self, FeuPublishOutcome *outcome)
{
  gboolean is_asked = outcome->kind == FEU_OUTCOME_NEEDS_USER;

  if (is_asked && outcome->question == FEU_QUESTION_CONFLICT)
    {
      feu_publish_conflict_show (self->conflict,
                                 outcome,
                                 self->session != NULL ? self->session->profile : NULL);
      feu_publish_dialog_show_page (self, "conflict", _ ("_Continue"));
    }
  else if (is_asked && (outcome->question == FEU_QUESTION_TERMS ||
                        outcome->question == FEU_QUESTION_IMAGES))
    {
      feu_publish_questions_show (self->questions, outcome);
      feu_publish_dialog_show_page (self, "questions", _ ("_Continue"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->action_button),
                                feu_publish_questions_is_answered (self->questions));
    }
  else
    show_result (self, outcome);
}

static void
on_run_finished_cb (FeuPublishDialog *self)
{
  show_outcome (self, feu_outbox_run_get_outcome (self->run));
}

void
feu_publish_dialog_show_run (FeuPublishDialog *self, FeuOutboxRun *run)
{
  g_return_if_fail (FEU_IS_PUBLISH_DIALOG (self) && FEU_IS_OUTBOX_RUN (run));
  if (self->run != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->run, self);
      g_signal_handlers_disconnect_by_data (feu_outbox_run_get_job (self->run), self);
    }
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->run, run);
  g_signal_connect_object (
      run, "started", G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      run, "finished", G_CALLBACK (on_run_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (feu_outbox_run_get_job (run),
                           "step-changed",
                           G_CALLBACK (on_step_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  if (feu_outbox_run_get_outcome (run) != NULL)
    show_outcome (self, feu_outbox_run_get_outcome (run));
  else
    show_steps (self);
}

/* ---- sending ---- */

/* What the form says, as one change of the text that can be undone. */
static gboolean
record_wish (FeuPublishDialog *self, const FeuPublishWish *wish, GError **error)
{
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (self->pipeline);
  g_auto (GStrv) names = feu_publish_form_dup_category_names (self->form);
  g_autofree char *text =
      feu_publish_record_wish (article,
                               wish,
                               (const char *const *) names,
                               self->site->id,
                               self->session->profile->info->time_zone,
                               error);

  if (text == NULL)
    return FALSE;
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  FeuTextEdit *edit =
      feu_publish_record_get_edit (feu_article_get_text (article, NULL), text);
  if (edit != NULL)
    g_ptr_array_add (edits, edit);
  feu_text_source_apply (feu_document_get_source (self->document), edits);
  return TRUE;
}

static FeuPublishJob *
make_job (FeuPublishDialog *self, const FeuPublishWish *wish, GError **error)
{
  FeuPublishing *publishing = feu_outbox_get_publishing (self->outbox);
  FeuJournal    *journal = feu_publishing_get_journal (publishing, error);
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (self->pipeline);
  gsize            length = 0;
  const char      *text = feu_article_get_text (article, &length);
  GFile           *file = feu_document_get_file (self->document);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_auto (GStrv) addresses = feu_publish_dialog_dup_addresses (self->site);

  if (journal == NULL)
    return NULL;
  FeuPublishOrder order = {
    .site_id = self->site->id,
    .root = self->site->api_root,
    .article = uri,
    .text = bytes,
    .folder = folder,
    .wish = wish,
    .remote_id = feu_publish_record_find (
        feu_article_get_metadata (article), (const char *const *) addresses, NULL),
    .max_image_px = self->site->max_image_px,
    .max_image_bytes = self->site->max_image_bytes,
    .jpeg_quality = self->site->jpeg_quality,
    .parallel_uploads = self->site->parallel_uploads,
  };
  return feu_publish_job_new (journal, self->session->publisher, &order, error);
}

/* Front matter that cannot be edited is no reason not to send: the form counts. */
void
feu_publish_dialog_send (FeuPublishDialog *self)
{
  g_autofree char *problem = feu_publish_form_check (self->form);
  g_autoptr (FeuPublishWish) wish = NULL;
  g_autoptr (GError) error = NULL;

  feu_publish_dialog_show_problem (self, problem);
  if (problem != NULL)
    return;
  wish = feu_publish_form_dup_wish (self->form);
  if (record_wish (self, wish, NULL))
    feu_publish_dialog_emit_save (self);
  g_autoptr (FeuPublishJob) job = make_job (self, wish, &error);
  if (job == NULL)
    {
      feu_publish_dialog_show_problem (self, error->message);
      return;
    }
  GFile           *file = feu_document_get_file (self->document);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (FeuOutboxRun) run =
      feu_outbox_run_new (job, self->site, self->session->publisher, uri);
  feu_publish_dialog_show_run (self, run);
  feu_outbox_add (self->outbox, run);
}

/* ---- the button, after the form ---- */

static gboolean
answer (FeuPublishDialog *self, const FeuPublishOutcome *outcome, GError **error)
{
  FeuPublishJob *job = feu_outbox_run_get_job (self->run);

  if (outcome == NULL || outcome->kind != FEU_OUTCOME_NEEDS_USER)
    return TRUE;
  switch (outcome->question)
    {
    case FEU_QUESTION_PERMISSION:
      return feu_publish_job_answer_status (job, FEU_POST_PENDING, error);
    case FEU_QUESTION_GONE:
      return feu_publish_job_answer_gone (job, error);
    case FEU_QUESTION_TERMS:
    case FEU_QUESTION_IMAGES:
      return feu_publish_questions_apply (self->questions, job, error);
    case FEU_QUESTION_CONFLICT:
      return feu_publish_conflict_apply (self->conflict, job, error);
    case FEU_QUESTION_NONE:
    case FEU_QUESTION_SIGN_IN:
      return TRUE;
    }
  g_return_val_if_reached (TRUE);
}

void
feu_publish_dialog_act (FeuPublishDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!answer (self, feu_outbox_run_get_outcome (self->run), &error))
    {
      g_autoptr (FeuPublishOutcome) failed =
          feu_publish_outcome_new (FEU_OUTCOME_FAILED, error->message);
      failed->code = error->code;
      show_result (self, failed);
      return;
    }
  feu_outbox_add (self->outbox, self->run);
}
