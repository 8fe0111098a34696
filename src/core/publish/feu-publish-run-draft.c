/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the post is to be, and the post it is to be: made as a draft with a slug that
 * only this job has; or compared with how we left it.
 */
#include "config.h"

#include "feu-publish-run.h"

#include "feu-json.h"
#include "feu-merge.h"
#include "feu-post-diff.h"
#include "feu-post-fields.h"
#include "feu-post-front.h"

#include <glib/gi18n.h>

/* How long after it was sent a request may still change a post. */
#define MAX_LATE_S 180

static const FeuRemoteImage *
look_up_image (const char *src, gpointer data)
{
  FeuPublishRun *run = data;
  return g_hash_table_lookup (run->by_src, src);
}

static void
take_text (char **place, char *take_value)
{
  g_free (*place);
  *place = take_value;
}

static void
set_terms (FeuPublishRun *run, FeuTaxonomy taxonomy, FeuPostFields field)
{
  const GArray *ids = run->terms[taxonomy];

  if (ids == NULL)
    return;
  feu_post_set_terms (run->mine, taxonomy, (const gint64 *) ids->data, ids->len);
  run->wanted |= field;
}

static void
set_featured (FeuPublishRun *run)
{
  const FeuPublishWish *wish = run->wish;
  const FeuRemoteImage *image =
      wish->featured != NULL ? look_up_image (wish->featured, run) : NULL;

  if (wish->featured_id != 0)
    run->mine->featured = wish->featured_id;
  else if (image != NULL && image->id != 0)
    run->mine->featured = image->id;
  else if (wish->featured == NULL || *wish->featured != '\0')
    return;
  run->wanted |= FEU_POST_FIELD_FEATURED;
}

/* A date goes with what is or will be published; a draft has one only if it was asked
 * for: else it would keep that date when it is published later. */
static void
set_date (FeuPublishRun *run)
{
  const FeuPublishWish *wish = run->wish;
  FeuPostStatus         status = wish->has_status    ? wish->status
                                 : run->live != NULL ? run->live->status
                                                     : FEU_POST_DRAFT;
  if (wish->date == NULL)
    return;
  gint64   now_s = g_get_real_time () / G_USEC_PER_SEC + run->site->clock_skew_s;
  gboolean is_past = g_date_time_to_unix (wish->date) <= now_s;
  gboolean is_for_now = status == FEU_POST_PUBLISHED || status == FEU_POST_PRIVATE;
  if (is_for_now && !is_past)
    {
      feu_publish_run_take_note (
          run,
          g_strdup (_ ("The article’s date is in the future; it was not used, because "
                       "the article is published now.")));
      return;
    }
  if (!run->has_own_date && !is_for_now && status != FEU_POST_SCHEDULED)
    return;
  run->mine->date = g_date_time_to_utc (wish->date);
  run->wanted |= FEU_POST_FIELD_DATE;
}

static void
set_wishes (FeuPublishRun *run)
{
  const FeuPublishWish *wish = run->wish;
  FeuPost              *mine = run->mine;

  if (wish->excerpt != NULL)
    {
      take_text (&mine->excerpt, g_strdup (wish->excerpt));
      run->wanted |= FEU_POST_FIELD_EXCERPT;
    }
  if (wish->slug != NULL)
    {
      take_text (&mine->slug, g_strdup (wish->slug));
      run->wanted |= FEU_POST_FIELD_SLUG;
    }
  if (wish->author != 0)
    {
      mine->author = wish->author;
      run->wanted |= FEU_POST_FIELD_AUTHOR;
    }
  if (wish->comments != FEU_COMMENTS_UNSET)
    {
      mine->comments = wish->comments;
      run->wanted |= FEU_POST_FIELD_COMMENTS;
    }
  if (wish->sticky >= 0)
    {
      mine->sticky = wish->sticky != 0;
      run->wanted |= FEU_POST_FIELD_STICKY;
    }
  if (wish->format != NULL)
    {
      take_text (&mine->format, g_strdup (wish->format));
      run->wanted |= FEU_POST_FIELD_FORMAT;
    }
  if (wish->has_status)
    {
      mine->status = wish->status;
      run->wanted |= FEU_POST_FIELD_STATUS;
    }
}

/* The post as this article and wish want it; other fields are as on the site. */
static void
make_mine (FeuPublishRun *run)
{
  FeuRights   rights = run->live != NULL ? run->live->rights : run->account->rights;
  FeuContent *content =
      feu_publisher_build_content (run->publisher,
                                   run->article,
                                   rights,
                                   run->site,
                                   run->record != NULL ? run->record->source : NULL,
                                   look_up_image,
                                   run);

  run->mine = run->live != NULL ? feu_post_copy (run->live) : feu_post_new ();
  run->wanted = FEU_POST_FIELD_TITLE | FEU_POST_FIELD_CONTENT;
  take_text (&run->mine->title, g_strdup (run->wish->title));
  take_text (&run->mine->content, g_steal_pointer (&content->body));
  take_text (&run->mine->footnotes, g_steal_pointer (&content->footnotes));
  for (guint i = 0; i < content->notes->len; i++)
    feu_publish_run_take_note (run, g_strdup (g_ptr_array_index (content->notes, i)));
  feu_content_free (content);
  set_wishes (run);
  if (run->live != NULL)
    feu_post_front_keep_spelling (run->mine, run->live);
  set_date (run);
  set_featured (run);
  set_terms (run, FEU_TAXONOMY_CATEGORY, FEU_POST_FIELD_CATEGORIES);
  set_terms (run, FEU_TAXONOMY_TAG, FEU_POST_FIELD_TAGS);
}

static char *
dup_nonce_slug (FeuPublishRun *run)
{
  return g_strconcat ("feuillet-", run->row->nonce, NULL);
}

static gpointer
create_draft (FeuPublishRun *run, gpointer data, GError **error)
{
  return feu_publisher_create_draft (run->publisher,
                                     run->mine->title,
                                     run->mine->content,
                                     data,
                                     run->cancellable,
                                     error);
}

static gpointer
find_draft (FeuPublishRun *run, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) found =
      feu_publisher_find_drafts (run->publisher, data, run->cancellable, error);

  if (found == NULL || found->len == 0)
    return NULL;
  /* The same request came through twice: the later ones are of no use to anybody. */
  for (guint i = 1; i < found->len; i++)
    {
      const FeuPost *extra = g_ptr_array_index (found, i);
      g_autoptr (FeuPost) trashed =
          feu_publisher_trash_post (run->publisher, extra->id, run->cancellable, error);
      if (trashed == NULL)
        return NULL;
    }
  return feu_post_ref (g_ptr_array_index (found, 0));
}

static gboolean
keep_draft (FeuPublishRun *run, gpointer result, gpointer data, GError **error)
{
  FeuPost *draft = result;
  return feu_journal_add_post (
      run->journal, run->row, draft->id, draft->edit_link, error);
}

/* What was sent is the title and the text; the rest is as the site made it. */
static gboolean
record_draft (FeuPublishRun *run, GError **error)
{
  FeuPostRecord *record = g_new0 (FeuPostRecord, 1);

  record->post_id = run->live->id;
  record->article = g_strdup (run->row->article);
  record->baseline = feu_post_ref (run->live);
  record->sent = feu_post_copy (run->live);
  feu_post_take_fields (
      record->sent, run->mine, FEU_POST_FIELD_TITLE | FEU_POST_FIELD_CONTENT);
  run->record = record;
  return feu_journal_set_post (run->journal, run->row->root, record, error);
}

/* A draft is made under a slug of the job's; it gets the wished one, or none so that
 * the site makes it from the title. */
static void
want_final_slug (FeuPublishRun *run)
{
  g_autofree char *nonce_slug = dup_nonce_slug (run);

  if ((run->wanted & FEU_POST_FIELD_SLUG) != 0 ||
      g_strcmp0 (run->live->slug, nonce_slug) != 0)
    return;
  take_text (&run->mine->slug, g_strdup (""));
  run->wanted |= FEU_POST_FIELD_SLUG;
}

static gboolean
make_draft (FeuPublishRun *run, GError **error)
{
  static const FeuRunCreation creation = {
    .kind = "create",
    .key = "",
    .create = create_draft,
    .find = find_draft,
    .keep = keep_draft,
    .result_free = (GDestroyNotify) feu_post_unref,
  };
  g_autofree char *nonce_slug = dup_nonce_slug (run);
  FeuRunCreation   mine = creation;
  mine.detail = nonce_slug;

  run->live = feu_publish_run_create_once (run, &mine, nonce_slug, error);
  if (run->live == NULL)
    return FALSE;
  run->has_sent = TRUE;
  /* What was not wished is as the site made it. */
  FeuPost *complete = feu_post_copy (run->live);
  feu_post_take_fields (complete, run->mine, run->wanted);
  feu_post_unref (run->mine);
  run->mine = complete;
  want_final_slug (run);
  return record_draft (run, error);
}

/* Fields that an update of ours may have changed whose answer was never seen. */
static gboolean
get_unseen (FeuPublishRun *run, const char *kind, FeuPostFields *fields, GError **error)
{
  g_auto (FeuJournalStep) step = { 0 };

  if (!feu_journal_get_step (run->journal, run->row, kind, "", &step, error))
    return FALSE;
  if (step.state != FEU_JOURNAL_INTENT || step.detail == NULL)
    return TRUE;
  gint64 latest_s =
      step.time_us / G_USEC_PER_SEC + run->site->clock_skew_s + MAX_LATE_S;
  if (run->live->modified == NULL ||
      g_date_time_to_unix (run->live->modified) <= latest_s)
    *fields |= (FeuPostFields) g_ascii_strtoull (step.detail, NULL, 10);
  return TRUE;
}

/* The answer to a conflict holds for the very state that was shown. */
static JsonObject *
get_answer (FeuPublishRun *run)
{
  JsonObject      *answer = feu_json_get_object (run->row->answers, "conflict");
  g_autofree char *fingerprint = feu_post_dup_fingerprint (run->live);

  return g_strcmp0 (feu_json_get_string (answer, "theirs"), fingerprint) == 0 ? answer
                                                                              : NULL;
}

static void
apply_answer (FeuPublishRun *run, JsonObject *answer)
{
  FeuPostFields take = (FeuPostFields) feu_json_get_int (answer, "take");
  const char   *merged = feu_json_get_string (answer, "merged");
  const char   *notes = feu_json_get_string (answer, "merged_footnotes");

  run->keeps_text =
      merged != NULL || (take & run->wanted & FEU_POST_FIELD_CONTENT) != 0;
  if (merged != NULL)
    {
      run->own_content = g_steal_pointer (&run->mine->content);
      run->mine->content = g_strdup (merged);
    }
  if (merged != NULL && notes != NULL)
    {
      run->own_footnotes = g_steal_pointer (&run->mine->footnotes);
      run->mine->footnotes = g_strdup (notes);
    }
  run->wanted &= ~take;
}

static gboolean
ask_conflict (FeuPublishRun *run, FeuPostFields conflicts)
{
  feu_publish_run_ask (
      run,
      FEU_QUESTION_CONFLICT,
      run->record != NULL && run->record->baseline != NULL
          ? _ ("The post was changed on the site since you last published it.")
          : _ ("The post on the site differs, and this computer does not know what was "
               "published last."));
  FeuPublishOutcome *outcome = run->outcome;
  outcome->conflicts = conflicts;
  outcome->mine = feu_post_ref (run->mine);
  outcome->theirs = feu_post_ref (run->live);
  if (run->record != NULL && run->record->baseline != NULL)
    outcome->baseline = feu_post_ref (run->record->baseline);
  if (run->record != NULL && run->record->sent != NULL)
    outcome->sent = feu_post_ref (run->record->sent);
  return FALSE;
}

static void
note_kept (FeuPublishRun *run, FeuPostFields kept)
{
  static const struct
  {
    FeuPostFields field;
    const char   *name;
  } names[] = {
    { FEU_POST_FIELD_EXCERPT, N_ ("excerpt") },
    { FEU_POST_FIELD_SLUG, N_ ("slug") },
    { FEU_POST_FIELD_STATUS, N_ ("status") },
    { FEU_POST_FIELD_DATE, N_ ("date") },
    { FEU_POST_FIELD_AUTHOR, N_ ("author") },
    { FEU_POST_FIELD_CATEGORIES, N_ ("categories") },
    { FEU_POST_FIELD_TAGS, N_ ("tags") },
    { FEU_POST_FIELD_FEATURED, N_ ("featured image") },
    { FEU_POST_FIELD_COMMENTS, N_ ("comments") },
    { FEU_POST_FIELD_STICKY, N_ ("sticky") },
    { FEU_POST_FIELD_FORMAT, N_ ("format") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((kept & names[i].field) != 0)
      g_string_append_printf (
          list, "%s%s", list->len > 0 ? ", " : "", _ (names[i].name));
  if (list->len > 0)
    feu_publish_run_take_note (
        run,
        g_strdup_printf (_ ("Changed on the site since, and left as it is there: %s."),
                         list->str));
}

/* Whether the site's text says something that mine does not. */
static gboolean
has_other_text (FeuPublishRun *run)
{
  const FeuPostRecord *record = run->record;
  g_autoptr (FeuMerge) merge = feu_merge_new (record != NULL ? record->sent : NULL,
                                              record != NULL ? record->baseline : NULL,
                                              run->mine,
                                              FEU_POST_FIELD_CONTENT,
                                              run->live);
  FeuPostFields other = feu_merge_get_fields_in_state (merge, FEU_MERGE_THEIRS) |
                        feu_merge_get_fields_in_state (merge, FEU_MERGE_CONFLICT);

  return (other & FEU_POST_FIELD_CONTENT) != 0;
}

/* Text and title that were changed there are always shown; of the other fields those
 * that both sides changed. */
static gboolean
compare (FeuPublishRun *run, GError **error)
{
  const FeuPost *baseline = run->record != NULL ? run->record->baseline : NULL;
  const FeuPost *sent = run->record != NULL ? run->record->sent : NULL;
  FeuPostFields  text = FEU_POST_FIELD_TITLE | FEU_POST_FIELD_CONTENT;
  FeuPostFields  unseen = 0;
  FeuPostFields  looked_at = run->wanted | text;

  /* What is not published has no date of its own that could be told from the time at
   * which it is read. */
  if (!feu_post_status_needs_publishing (run->live->status))
    looked_at &= ~FEU_POST_FIELD_DATE;
  if (!get_unseen (run, "update", &unseen, error) ||
      !get_unseen (run, "promote", &unseen, error))
    return FALSE;
  FeuPostFields to_send = feu_post_get_differences (run->mine, run->live, run->wanted);
  FeuPostFields mine_changed =
      sent != NULL ? feu_post_get_differences (run->mine, sent, run->wanted)
                   : run->wanted;
  FeuPostFields theirs_changed =
      baseline != NULL ? feu_post_diff_find (baseline, run->live) & looked_at & ~unseen
                       : to_send & looked_at & ~unseen;
  JsonObject *answer = get_answer (run);
  if (answer != NULL)
    {
      apply_answer (run, answer);
      run->wanted &= mine_changed | unseen | theirs_changed;
      return TRUE;
    }
  FeuPostFields conflicts = theirs_changed & to_send & (mine_changed | text) &
                            feu_post_diff_find (run->mine, run->live);
  if ((conflicts & FEU_POST_FIELD_CONTENT) != 0 && !has_other_text (run))
    conflicts &= ~FEU_POST_FIELD_CONTENT;
  if (conflicts != 0)
    return ask_conflict (run, conflicts);
  note_kept (run, theirs_changed & to_send & ~mine_changed);
  run->wanted &= (mine_changed | unseen) & ~(theirs_changed & ~mine_changed);
  return TRUE;
}

gboolean
feu_publish_run_draft (FeuPublishRun *run, GError **error)
{
  gboolean is_ours =
      run->record == NULL || run->record->baseline == NULL
          ? run->row->post_id != 0 && run->row->post_id != run->row->remote_id
          : FALSE;

  make_mine (run);
  if (run->live == NULL)
    return make_draft (run, error);
  want_final_slug (run);
  /* A draft of this job whose first record was not written any more. */
  if (is_ours)
    return record_draft (run, error);
  return compare (run, error);
}
