/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the steps, and what their end means to the writer.
 */
#include "config.h"

#include "feu-publish-run.h"

#include "feu-json.h"

#include <glib/gi18n.h>
#include <string.h>

/* For how long what a site said of itself is believed. */
#define SITE_MAX_AGE_S (24 * 60 * 60)

static const struct
{
  FeuPublishStepKind kind;
  gboolean (*run) (FeuPublishRun *run, GError **error);
} steps[] = {
  { FEU_PUBLISH_STEP_SIGN_IN, feu_publish_run_sign_in },
  { FEU_PUBLISH_STEP_IMAGES, feu_publish_run_images },
  { FEU_PUBLISH_STEP_TERMS, feu_publish_run_terms },
  { FEU_PUBLISH_STEP_DRAFT, feu_publish_run_draft },
  { FEU_PUBLISH_STEP_CONTENT, feu_publish_run_update },
  { FEU_PUBLISH_STEP_STATUS, feu_publish_run_promote },
  { FEU_PUBLISH_STEP_VERIFY, feu_publish_run_verify },
};
G_STATIC_ASSERT (G_N_ELEMENTS (steps) == FEU_N_PUBLISH_STEPS);

void
feu_run_image_free (FeuRunImage *image)
{
  g_free (image->src);
  g_clear_object (&image->file);
  g_free (image->key);
  g_free (image->alt);
  g_free (image->caption);
  g_free (image->title);
  g_clear_pointer (&image->remote, feu_remote_image_unref);
  g_free (image);
}

void
feu_publish_run_tell (FeuPublishRun      *run,
                      FeuPublishStepState state,
                      guint               n_done,
                      guint               n_total,
                      const char         *detail)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&run->mutex);

  run->step.state = state;
  run->step.n_done = n_done;
  run->step.n_total = n_total;
  g_free (run->step.detail);
  run->step.detail = g_strdup (detail);
  run->progress (run->current, &run->step, run->progress_data);
}

void
feu_publish_run_tell_state (FeuPublishRun      *run,
                            FeuPublishStepState state,
                            const char         *detail)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&run->mutex);

  run->step.state = state;
  g_free (run->step.detail);
  run->step.detail = g_strdup (detail);
  run->progress (run->current, &run->step, run->progress_data);
}

void
feu_publish_run_take_note (FeuPublishRun *run, char *note)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&run->mutex);
  g_ptr_array_add (run->notes, note);
}

gboolean
feu_publish_run_ask (FeuPublishRun     *run,
                     FeuPublishQuestion question,
                     const char        *message)
{
  g_assert (run->outcome == NULL);
  run->outcome = feu_publish_outcome_new (FEU_OUTCOME_NEEDS_USER, message);
  run->outcome->question = question;
  return FALSE;
}

static char *
site_to_text (const FeuSiteInfo *site)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *formats = json_array_new ();

  json_object_set_string_member (object, "name", site->name);
  json_object_set_string_member (object, "home", site->home);
  json_object_set_string_member (
      object, "time_zone", g_time_zone_get_identifier (site->time_zone));
  json_object_set_boolean_member (object, "has_footnotes", site->has_footnotes);
  json_object_set_int_member (object, "clock_skew_s", site->clock_skew_s);
  for (guint i = 0; site->formats[i] != NULL; i++)
    json_array_add_string_element (formats, site->formats[i]);
  json_object_set_array_member (object, "formats", formats);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, object);
  return feu_json_to_text (root);
}

/* (nullable) */
static FeuSiteInfo *
site_from_text (const char *text)
{
  g_autoptr (JsonNode) root = feu_json_parse (text, strlen (text));
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  JsonObject  *object = json_node_get_object (root);
  FeuSiteInfo *site = feu_site_info_new (feu_json_get_string (object, "name"),
                                         feu_json_get_string (object, "home"));
  const char  *zone = feu_json_get_string (object, "time_zone");
  GTimeZone   *time_zone = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  if (time_zone != NULL)
    {
      g_time_zone_unref (site->time_zone);
      site->time_zone = time_zone;
    }
  site->has_footnotes = feu_json_get_boolean (object, "has_footnotes");
  site->clock_skew_s = feu_json_get_int (object, "clock_skew_s");
  return site;
}

static gpointer
ask_site (FeuPublishRun *run, gpointer data, GError **error)
{
  return feu_publisher_get_site_info (run->publisher, run->cancellable, error);
}

gboolean
feu_publish_run_need_site (FeuPublishRun *run, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (run->site != NULL)
    return TRUE;
  g_autofree char *text =
      feu_journal_get_site (run->journal, run->row->root, SITE_MAX_AGE_S, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  run->site = text != NULL ? site_from_text (text) : NULL;
  if (run->site != NULL)
    return TRUE;
  run->site = feu_publish_run_try (run, ask_site, NULL, error);
  if (run->site == NULL)
    return FALSE;
  g_autofree char *fresh = site_to_text (run->site);
  return feu_journal_set_site (run->journal, run->row->root, fresh, error);
}

static FeuPublishOutcomeKind
judge (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FEU_OUTCOME_CANCELLED;
  if (feu_publish_error_is_passing (error))
    return FEU_OUTCOME_WAITING;
  if (g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_AUTH))
    return FEU_OUTCOME_NEEDS_USER;
  return FEU_OUTCOME_FAILED;
}

static FeuPublishOutcome *
outcome_from_error (const GError *error)
{
  FeuPublishOutcomeKind kind = judge (error);
  FeuPublishOutcome    *outcome = feu_publish_outcome_new (
      kind,
      kind == FEU_OUTCOME_CANCELLED ? _ ("Publishing was stopped.") : error->message);

  if (kind == FEU_OUTCOME_NEEDS_USER)
    outcome->question = FEU_QUESTION_SIGN_IN;
  if (error->domain == FEU_PUBLISH_ERROR)
    outcome->code = error->code;
  outcome->retry_after_s = feu_publish_error_get_retry_after (error);
  return outcome;
}

static const char *
get_done_message (const FeuPublishRun *run)
{
  if (run->is_rehearsal)
    return run->row->post_id != 0
               ? _ ("Nothing was sent. The post on the site would be updated.")
               : _ ("Nothing was sent. A new post would be made.");
  if (!run->has_sent)
    return _ ("Nothing had changed: the site has the article as it is.");
  switch (run->live->status)
    {
    case FEU_POST_DRAFT:
      return _ ("The article is a draft on the site.");
    case FEU_POST_PENDING:
      return _ ("The article waits for review.");
    case FEU_POST_PUBLISHED:
      return _ ("The article is published.");
    case FEU_POST_SCHEDULED:
      return _ ("The article will be published at the set time.");
    case FEU_POST_PRIVATE:
      return _ ("The article is on the site, visible to its members only.");
    case FEU_POST_TRASHED:
    case FEU_POST_OTHER:
      return _ ("The article is on the site.");
    }
  return "";
}

/* What is there although the job is not done: the writer must not have to guess. */
static char *
dup_on_site (const FeuPublishRun *run)
{
  guint n_images = 0;
  for (guint i = 0; i < run->images->len; i++)
    {
      const FeuRunImage *image = g_ptr_array_index (run->images, i);
      n_images += image->is_new && image->remote != NULL ? 1 : 0;
    }
  if (run->row->post_id != 0 && run->live != NULL &&
      run->live->status == FEU_POST_DRAFT)
    return g_strdup_printf (_ ("A draft is on the site: %s"), run->live->edit_link);
  if (run->row->post_id != 0 && run->live != NULL)
    return g_strdup_printf (_ ("The post is on the site: %s"), run->live->edit_link);
  if (n_images == 0)
    return g_strdup (_ ("Nothing of this article was put on the site."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u image is in the site’s media library; it will be used.",
                   "%u images are in the site’s media library; they will be used.",
                   n_images),
      n_images);
}

static void
complete_outcome (FeuPublishRun *run, FeuPublishOutcome *outcome)
{
  for (guint i = 0; i < run->notes->len; i++)
    g_ptr_array_add (outcome->notes, g_strdup (g_ptr_array_index (run->notes, i)));
  if (outcome->post == NULL && run->live != NULL)
    outcome->post = feu_post_ref (run->live);
  if (run->site != NULL)
    outcome->time_zone = g_time_zone_ref (run->site->time_zone);
  outcome->is_unchanged = outcome->kind == FEU_OUTCOME_DONE && !run->has_sent;
  if (outcome->kind != FEU_OUTCOME_DONE && outcome->on_site == NULL)
    outcome->on_site = dup_on_site (run);
}

static gboolean
run_steps (FeuPublishRun *run, GError **error)
{
  /* What follows the terms cannot be done without having sent them. */
  guint n = run->is_rehearsal ? FEU_PUBLISH_STEP_TERMS + 1 : G_N_ELEMENTS (steps);

  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      run->current = steps[i].kind;
      run->step.bytes_sent = 0;
      run->step.bytes_total = 0;
      feu_publish_run_tell (run, FEU_STEP_RUNNING, 0, 0, NULL);
      if (!steps[i].run (run, error))
        {
          feu_publish_run_tell_state (run, FEU_STEP_STOPPED, NULL);
          return FALSE;
        }
      if (run->step.state != FEU_STEP_SKIPPED)
        feu_publish_run_tell (
            run, FEU_STEP_DONE, run->step.n_total, run->step.n_total, NULL);
    }
  return TRUE;
}

/* A record that cannot be written at the end leaves the job open: it is run again, and
 * then finds that nothing is to be done. */
static FeuPublishOutcome *
end_run (FeuPublishRun *run, FeuPublishOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  const char *link = run->live != NULL ? run->live->edit_link : NULL;

  complete_outcome (run, outcome);
  if (feu_journal_save_outcome (run->journal,
                                run->row,
                                feu_publish_outcome_get_kind_name (outcome),
                                outcome->message,
                                link,
                                outcome->kind == FEU_OUTCOME_DONE,
                                &error))
    return outcome;
  feu_publish_outcome_unref (outcome);
  outcome = outcome_from_error (error);
  complete_outcome (run, outcome);
  return outcome;
}

FeuPublishOutcome *
feu_publish_run (FeuPublishRun *run)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = feu_journal_save_outcome (
      run->journal, run->row, "interrupted", NULL, NULL, FALSE, &error);

  if (ok)
    ok = run_steps (run, &error);
  if (run->outcome != NULL)
    return end_run (run, g_steal_pointer (&run->outcome));
  if (!ok)
    return end_run (run, outcome_from_error (error));
  return end_run (run,
                  feu_publish_outcome_new (FEU_OUTCOME_DONE, get_done_message (run)));
}
