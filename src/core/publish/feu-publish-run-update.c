/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text and fields first, the status after them, then a look at what became of it. Both
 * updates may be repeated; still the journal knows of them before, so that what they
 * changed is not taken for somebody else's change after a crash.
 */
#include "config.h"

#include "feu-post-diff.h"
#include "feu-post-fields.h"
#include "feu-publish-run.h"

#include "feu-json.h"

typedef struct
{
  FeuPost      *post;
  FeuPostFields fields;
} UpdateData;

static gpointer
send_update (FeuPublishRun *run, gpointer data, GError **error)
{
  const UpdateData *update = data;
  return feu_publisher_update_post (
      run->publisher, update->post, update->fields, run->cancellable, error);
}

static gpointer
read_post (FeuPublishRun *run, gpointer data, GError **error)
{
  return feu_publisher_get_post (
      run->publisher, run->row->post_id, run->cancellable, error);
}

/* The text on the site is not the article's: as long as the article does not say what
 * it says, it counts as changed there, or the next version would overwrite it. */
static FeuPost *
dup_old_baseline (FeuPublishRun *run)
{
  FeuPost       *baseline = feu_post_copy (run->live);
  const FeuPost *old = run->record != NULL && run->record->baseline != NULL
                           ? run->record->baseline
                           : run->mine;
  const char    *content = old->content;

  if (old == run->mine && run->own_content != NULL)
    content = run->own_content;
  g_free (baseline->content);
  baseline->content = g_strdup (content);
  return baseline;
}

/* What we sent, or left to the site knowingly, and what the site has now: the two sides
 * of the next comparison. What is still to be sent, @pending, counts as not yet asked
 * for: should the job end here, it has to be sent by the next run. */
static gboolean
record (FeuPublishRun *run, FeuPostFields pending, GError **error)
{
  g_autoptr (FeuPostRecord) next = g_new0 (FeuPostRecord, 1);
  next->post_id = run->row->post_id;
  next->article = g_strdup (run->row->article);
  next->baseline = run->keeps_text ? dup_old_baseline (run) : feu_post_ref (run->live);
  next->sent = feu_post_copy (run->mine);
  if (run->record != NULL)
    next->source = g_strdup (run->record->source);
  if (run->own_content != NULL)
    {
      g_free (next->sent->content);
      next->sent->content = g_strdup (run->own_content);
    }
  if (run->own_footnotes != NULL)
    {
      g_free (next->sent->footnotes);
      next->sent->footnotes = g_strdup (run->own_footnotes);
    }
  feu_post_take_fields (next->sent, run->live, pending);
  return feu_journal_set_post (run->journal, run->row->root, next, error);
}

static void
take_live (FeuPublishRun *run, FeuPost *take_post)
{
  feu_post_unref (run->live);
  run->live = take_post;
}

/* Sends @fields of what is wanted; @pending follow later. The record is written before
 * the result: between the two the intent still says that the change is ours. */
static gboolean
update (FeuPublishRun *run,
        const char    *kind,
        FeuPostFields  fields,
        FeuPostFields  pending,
        GError       **error)
{
  g_autoptr (FeuPost) sending = feu_post_copy (run->mine);
  g_autofree char *detail = g_strdup_printf ("%u", (guint) fields);
  sending->id = run->row->post_id;
  /* A site without footnotes must not be bothered with them. */
  if (*sending->footnotes == '\0' && *run->live->footnotes == '\0')
    g_clear_pointer (&sending->footnotes, g_free);

  if (!feu_journal_add_intent (run->journal, run->row, kind, "", detail, error))
    return FALSE;
  UpdateData data = { sending, fields };
  FeuPost   *now = feu_publish_run_try (run, send_update, &data, error);
  if (now == NULL)
    return FALSE;
  take_live (run, now);
  run->has_sent = TRUE;
  return record (run, pending, error) &&
         feu_journal_add_result (
             run->journal, run->row, kind, "", FEU_JOURNAL_DONE, detail, error);
}

static FeuPostFields
get_status_fields (FeuPublishRun *run)
{
  FeuPostFields fields = FEU_POST_FIELD_STATUS;

  /* The time of what is not published is set in one with its status. */
  if ((run->wanted & FEU_POST_FIELD_STATUS) != 0 &&
      run->mine->status != run->live->status)
    fields |= FEU_POST_FIELD_DATE;
  return fields;
}

gboolean
feu_publish_run_update (FeuPublishRun *run, GError **error)
{
  FeuPostFields pending = get_status_fields (run);
  FeuPostFields fields =
      feu_post_get_differences (run->mine, run->live, run->wanted) & ~pending;

  if (fields != 0)
    return update (run, "update", fields, pending, error);
  feu_publish_run_tell (run, FEU_STEP_SKIPPED, 0, 0, NULL);
  return TRUE;
}

/* A post that was to be published later keeps that time unless it is given another. */
static void
publish_now (FeuPublishRun *run)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC + run->site->clock_skew_s;

  if (run->mine->status != FEU_POST_PUBLISHED ||
      (run->wanted & FEU_POST_FIELD_DATE) != 0 ||
      run->live->status != FEU_POST_SCHEDULED)
    return;
  g_clear_pointer (&run->mine->date, g_date_time_unref);
  run->mine->date = g_date_time_new_from_unix_utc (now_s);
  run->wanted |= FEU_POST_FIELD_DATE;
}

gboolean
feu_publish_run_promote (FeuPublishRun *run, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  if ((run->wanted & FEU_POST_FIELD_STATUS) == 0 ||
      run->mine->status == run->live->status)
    {
      feu_publish_run_tell (run, FEU_STEP_SKIPPED, 0, 0, NULL);
      return TRUE;
    }
  publish_now (run);
  if (update (run,
              "promote",
              FEU_POST_FIELD_STATUS | (run->wanted & FEU_POST_FIELD_DATE),
              0,
              &local_error))
    return TRUE;
  if (!g_error_matches (local_error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_PERMISSION))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return feu_publish_run_ask (run, FEU_QUESTION_PERMISSION, local_error->message);
}

/* A draft that was asked for twice may have come late: it still has the job's slug. */
static gboolean
remove_late_drafts (FeuPublishRun *run, GError **error)
{
  g_auto (FeuJournalStep) step = { 0 };
  if (!feu_journal_get_step (run->journal, run->row, "create", "", &step, error))
    return FALSE;
  if (step.attempts < 2)
    return TRUE;

  g_autofree char *slug = g_strconcat ("feuillet-", run->row->nonce, NULL);
  g_autoptr (GPtrArray) found =
      feu_publisher_find_drafts (run->publisher, slug, run->cancellable, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const FeuPost *post = g_ptr_array_index (found, i);
      if (post->id == run->row->post_id)
        continue;
      g_autoptr (FeuPost) trashed =
          feu_publisher_trash_post (run->publisher, post->id, run->cancellable, error);
      if (trashed == NULL)
        return FALSE;
    }
  return found != NULL;
}

/* What the site left out or changed without a word. */
static void
note_changes (FeuPublishRun *run)
{
  g_autoptr (GPtrArray) terms = feu_publish_run_dup_known_terms (run);
  g_autoptr (GPtrArray) sentences = feu_post_diff_describe (
      run->mine, run->wanted, run->live, run->live->rights, terms);

  for (guint i = 0; i < sentences->len; i++)
    feu_publish_run_take_note (run, g_strdup (g_ptr_array_index (sentences, i)));
}

gboolean
feu_publish_run_verify (FeuPublishRun *run, GError **error)
{
  if (!remove_late_drafts (run, error))
    return FALSE;
  if (!run->has_sent)
    {
      feu_publish_run_tell (run, FEU_STEP_SKIPPED, 0, 0, NULL);
      return run->record == NULL || run->wanted == 0 || record (run, 0, error);
    }
  FeuPost *now = feu_publish_run_try (run, read_post, NULL, error);
  if (now == NULL)
    return FALSE;
  take_live (run, now);
  note_changes (run);
  return record (run, 0, error);
}
