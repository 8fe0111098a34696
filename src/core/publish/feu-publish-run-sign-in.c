/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first step: who this is, what is wished, and whether the post is there already.
 * Only reading.
 */
#include "config.h"

#include "feu-publish-run.h"

#include "feu-json.h"

#include <glib/gi18n.h>
#include <string.h>

/* A post scheduled for less than a minute ahead is published at once by WordPress. */
#define MIN_AHEAD_S 120

static gpointer
ask_account (FeuPublishRun *run, gpointer data, GError **error)
{
  return feu_publisher_get_account (run->publisher, run->cancellable, error);
}

static gpointer
ask_post (FeuPublishRun *run, gpointer data, GError **error)
{
  return feu_publisher_get_post (
      run->publisher, run->row->post_id, run->cancellable, error);
}

static gboolean
plan (FeuPublishRun *run, GError **error)
{
  gsize            length = 0;
  const char      *text = g_bytes_get_data (run->row->text, &length);
  g_autofree char *copy = g_strndup (text != NULL ? text : "", length);

  run->article = feu_article_new (g_steal_pointer (&copy), length, 0);
  g_autoptr (FeuPublishWish) found =
      feu_publish_wish_new_from_article (run->article, run->site->time_zone);
  run->wish = feu_publish_wish_copy (run->row->wish);
  run->has_own_date = run->wish->date != NULL;
  feu_publish_wish_complete (run->wish, found);

  FeuPostStatus status = FEU_POST_DRAFT;
  if (feu_post_status_from_name (feu_json_get_string (run->row->answers, "status"),
                                 &status))
    {
      run->wish->has_status = TRUE;
      run->wish->status = status;
    }
  if (run->wish->title == NULL || *run->wish->title == '\0')
    {
      feu_publish_error_set (error,
                             FEU_PUBLISH_ERROR_LOCAL,
                             0,
                             0,
                             _ ("The article has no title. Give it one first."));
      return FALSE;
    }
  return TRUE;
}

static gint64
get_site_time_s (const FeuPublishRun *run)
{
  return g_get_real_time () / G_USEC_PER_SEC + run->site->clock_skew_s;
}

static gboolean
is_ahead (const FeuPublishRun *run, GDateTime *date, gint64 seconds)
{
  return date != NULL && g_date_time_to_unix (date) >= get_site_time_s (run) + seconds;
}

/* "Publish" with a time that was asked for and lies ahead means "schedule"; a time that
 * the front matter merely has gives way to it. */
static gboolean
check_date (FeuPublishRun *run, GError **error)
{
  FeuPublishWish *wish = run->wish;

  if (wish->has_status && wish->status == FEU_POST_PUBLISHED && run->has_own_date &&
      is_ahead (run, wish->date, MIN_AHEAD_S))
    wish->status = FEU_POST_SCHEDULED;
  if (!wish->has_status || wish->status != FEU_POST_SCHEDULED ||
      is_ahead (run, wish->date, MIN_AHEAD_S))
    return TRUE;
  feu_publish_error_set (
      error,
      FEU_PUBLISH_ERROR_LOCAL,
      0,
      0,
      wish->date == NULL
          ? _ ("Choose when the article is to be published.")
          : _ ("The time at which the article is to be published has to be at least "
               "two "
               "minutes ahead."));
  return FALSE;
}

static gboolean
check_rights (FeuPublishRun *run)
{
  if ((run->account->rights & FEU_RIGHT_WRITE) == 0)
    return feu_publish_run_ask (
        run,
        FEU_QUESTION_PERMISSION,
        _ ("Your account may not write articles on this site. Whoever looks after the "
           "site can give it the right."));
  if (!run->wish->has_status || !feu_post_status_needs_publishing (run->wish->status) ||
      (run->account->rights & FEU_RIGHT_PUBLISH) != 0)
    return TRUE;
  return feu_publish_run_ask (run,
                              FEU_QUESTION_PERMISSION,
                              _ ("Your account may not publish on this site. You can "
                                 "submit the article for review instead."));
}

/* Which post this article is: the job's own, what the file says, or what the journal
 * remembers because the file was not told yet. */
static gboolean
find_post (FeuPublishRun *run, GError **error)
{
  FeuJobRow *row = run->row;
  g_autoptr (GError) local_error = NULL;

  if (row->post_id == 0 && row->remote_id != 0 &&
      !json_object_has_member (row->answers, "gone"))
    row->post_id = row->remote_id;
  if (row->post_id != 0)
    run->record =
        feu_journal_get_post (run->journal, row->root, row->post_id, &local_error);
  else
    run->record =
        feu_journal_find_post (run->journal, row->root, row->article, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (row->post_id == 0 && run->record != NULL)
    row->post_id = run->record->post_id;
  return TRUE;
}

/* The writer agreed to a new post in place of one that is gone. */
static gboolean
start_anew (FeuPublishRun *run, GError **error)
{
  g_clear_pointer (&run->live, feu_post_unref);
  g_clear_pointer (&run->record, feu_post_record_free);
  json_object_set_boolean_member (run->row->answers, "gone", FALSE);
  return feu_journal_forget_post (run->journal, run->row, error) &&
         feu_journal_save_answers (run->journal, run->row, error);
}

static gboolean
read_post (FeuPublishRun *run, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  run->live = feu_publish_run_try (run, ask_post, NULL, &local_error);
  gboolean is_gone =
      g_error_matches (local_error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_GONE);
  if (local_error != NULL && !is_gone)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!is_gone && run->live->status != FEU_POST_TRASHED)
    return TRUE;
  if (feu_json_get_boolean (run->row->answers, "gone"))
    return start_anew (run, error);
  return feu_publish_run_ask (
      run,
      FEU_QUESTION_GONE,
      is_gone ? _ ("The post of this article is not on the site any more.")
              : _ ("The post of this article is in the site’s trash."));
}

gboolean
feu_publish_run_sign_in (FeuPublishRun *run, GError **error)
{
  run->account = feu_publish_run_try (run, ask_account, NULL, error);
  if (run->account == NULL || !feu_publish_run_need_site (run, error) ||
      !plan (run, error) || !check_date (run, error) || !check_rights (run) ||
      !find_post (run, error))
    return FALSE;
  return run->row->post_id == 0 || read_post (run, error);
}
