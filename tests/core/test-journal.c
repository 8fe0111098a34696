/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal: one open job for each article and site, one holder for each job, and
 * everything still there when it is opened again.
 */
#include "config.h"

#include "feu-journal-private.h"
#include "test-folder.h"

#include <string.h>

#define ROOT "https://example.org/wp-json/"
#define ARTICLE "file:///home/eve/article.md"

typedef struct
{
  char           *path;
  GFile          *file;
  FeuJournal     *journal;
  FeuPublishWish *wish;
  FeuPublishOrder order;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = test_folder_new ();
  g_autofree char *path = g_build_filename (fixture->path, "sub", "publish.db", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->journal = feu_journal_new (fixture->file, &error);
  g_assert_no_error (error);
  fixture->wish = feu_publish_wish_new ();
  fixture->wish->slug = g_strdup ("a-slug");
  fixture->order = (FeuPublishOrder){
    .site_id = "site",
    .root = ROOT,
    .article = ARTICLE,
    .text = g_bytes_new_static ("# Text\n", 7),
    .wish = fixture->wish,
    .remote_id = 9,
    .max_image_px = 2560,
    .parallel_uploads = 3,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What tells of changes holds the journal until it has told. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->journal);
  g_bytes_unref (fixture->order.text);
  feu_publish_wish_free (fixture->wish);
  g_object_unref (fixture->file);
  test_folder_remove (fixture->path);
}

static FeuJobRow *
put (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FeuJobRow *row =
      feu_journal_put_job (fixture->journal, &fixture->order, "Title", &error);
  g_assert_no_error (error);
  return row;
}

static void
test_keeps_what_was_put (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJobRow) row = put (fixture);
  g_autofree char *id = g_strdup (row->id);
  json_object_set_string_member (row->answers, "x", "y");
  g_assert_true (feu_journal_save_answers (fixture->journal, row, &error));
  g_clear_pointer (&row, feu_job_row_free);

  g_autoptr (FeuJournal) again = feu_journal_new (fixture->file, &error);
  g_assert_no_error (error);
  row = feu_journal_take_job (again, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (row->root, ==, ROOT);
  g_assert_cmpstr (row->article, ==, ARTICLE);
  g_assert_cmpmem (
      g_bytes_get_data (row->text, NULL), g_bytes_get_size (row->text), "# Text\n", 7);
  g_assert_cmpstr (row->wish->slug, ==, "a-slug");
  g_assert_cmpint (row->remote_id, ==, 9);
  g_assert_cmpuint (row->max_image_px, ==, 2560);
  g_assert_cmpstr (json_object_get_string_member (row->answers, "x"), ==, "y");
  g_assert_cmpuint (strlen (row->nonce), ==, 8);
}

static void
test_one_open_job (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJobRow) first = put (fixture);
  g_assert_true (
      feu_journal_add_intent (fixture->journal, first, "create", "", "n", &error));
  g_autofree char *id = g_strdup (first->id);
  g_autofree char *nonce = g_strdup (first->nonce);
  g_clear_pointer (&first, feu_job_row_free);

  g_autoptr (GBytes) newer = g_bytes_new_static ("New\n", 4);
  GBytes *older = fixture->order.text;
  fixture->order.text = newer;
  g_autoptr (FeuJobRow) second = put (fixture);
  fixture->order.text = older;
  g_assert_cmpstr (second->id, ==, id);
  g_assert_cmpstr (second->nonce, ==, nonce);
  g_assert_cmpuint (g_bytes_get_size (second->text), ==, 4);
  g_auto (FeuJournalStep) step = { 0 };
  g_assert_true (
      feu_journal_get_step (fixture->journal, second, "create", "", &step, &error));
  g_assert_cmpint (step.state, ==, FEU_JOURNAL_INTENT);
}

static void
test_one_holder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJournal) other = feu_journal_new (fixture->file, &error);
  g_autoptr (FeuJobRow) row = put (fixture);

  g_assert_null (feu_journal_take_job (fixture->journal, row->id, &error));
  g_assert_error (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_RUNNING);
  g_clear_error (&error);
  g_assert_null (feu_journal_take_job (other, row->id, &error));
  g_assert_error (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_RUNNING);
  g_clear_error (&error);
  g_assert_null (feu_journal_put_job (other, &fixture->order, "Title", &error));
  g_assert_error (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_RUNNING);
  g_clear_error (&error);
  g_assert_false (feu_journal_abandon_job (other, row->id, &error));
  g_assert_error (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_RUNNING);
  g_clear_error (&error);

  g_autofree char *id = g_strdup (row->id);
  g_clear_pointer (&row, feu_job_row_free);
  row = feu_journal_take_job (other, id, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_lists_open_jobs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJobRow) row = put (fixture);
  g_assert_true (feu_journal_add_post (fixture->journal, row, 12, "edit", &error));
  g_assert_true (feu_journal_save_outcome (
      fixture->journal, row, "waiting", "No network.", NULL, FALSE, &error));

  g_autoptr (GPtrArray) jobs = feu_journal_list_jobs (fixture->journal, &error);
  g_assert_cmpuint (jobs->len, ==, 1);
  FeuJobInfo *info = g_ptr_array_index (jobs, 0);
  g_assert_cmpstr (info->kind, ==, "waiting");
  g_assert_cmpstr (info->message, ==, "No network.");
  g_assert_cmpstr (info->title, ==, "Title");
  g_assert_cmpint (info->post_id, ==, 12);
  g_assert_cmpstr (info->link, ==, "edit");
  g_assert_true (info->is_running);

  g_autofree char *id = g_strdup (row->id);
  g_clear_pointer (&row, feu_job_row_free);
  g_assert_true (feu_journal_abandon_job (fixture->journal, id, &error));
  g_autoptr (GPtrArray) none = feu_journal_list_jobs (fixture->journal, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJobRow) row = put (fixture);

  for (guint i = 1; i <= 2; i++)
    {
      g_auto (FeuJournalStep) step = { 0 };
      g_assert_true (feu_journal_add_intent (
          fixture->journal, row, "upload", "key", "name.jpg", &error));
      g_assert_true (
          feu_journal_get_step (fixture->journal, row, "upload", "key", &step, &error));
      g_assert_cmpint (step.state, ==, FEU_JOURNAL_INTENT);
      g_assert_cmpuint (step.attempts, ==, i);
      g_assert_cmpstr (step.detail, ==, "name.jpg");
    }
  g_autoptr (FeuRemoteImage) image = feu_remote_image_new (7, "https://x/name.jpg");
  image->caption = g_strdup ("Légende");
  g_assert_true (
      feu_journal_add_image (fixture->journal, row, "key", "name.jpg", image, &error));
  g_autoptr (FeuRemoteImage) copy =
      feu_journal_get_image (fixture->journal, ROOT, NULL, "name.jpg", &error);
  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpstr (copy->caption, ==, "Légende");
  g_assert_cmpstr (copy->alt, ==, "");
  g_assert_true (feu_journal_forget_image (fixture->journal, ROOT, 7, &error));
  g_assert_null (feu_journal_get_image (fixture->journal, ROOT, "key", NULL, &error));
}

static void
test_posts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJobRow) row = put (fixture);
  g_assert_true (feu_journal_add_post (fixture->journal, row, 12, "edit", &error));

  g_autoptr (FeuPostRecord) found =
      feu_journal_find_post (fixture->journal, ROOT, ARTICLE, &error);
  g_assert_cmpint (found->post_id, ==, 12);
  g_assert_null (found->baseline);
  found->baseline = feu_post_new ();
  found->sent = feu_post_new ();
  found->source = g_strdup ("map");
  g_assert_true (feu_journal_set_post (fixture->journal, ROOT, found, &error));
  g_autoptr (FeuPostRecord) again =
      feu_journal_get_post (fixture->journal, ROOT, 12, &error);
  g_assert_nonnull (again->baseline);
  g_assert_cmpstr (again->source, ==, "map");

  g_assert_true (feu_journal_set_written_back (fixture->journal, ROOT, 12, &error));
  g_assert_null (feu_journal_find_post (fixture->journal, ROOT, ARTICLE, &error));
  g_assert_no_error (error);

  g_autofree char *nonce = g_strdup (row->nonce);
  g_assert_true (feu_journal_forget_post (fixture->journal, row, &error));
  g_assert_cmpint (row->post_id, ==, 0);
  g_assert_cmpstr (row->nonce, !=, nonce);
  g_assert_null (feu_journal_get_post (fixture->journal, ROOT, 12, &error));
}

static void
test_done_job_is_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuJobRow) row = put (fixture);
  g_autofree char *id = g_strdup (row->id);
  g_assert_true (feu_journal_save_outcome (
      fixture->journal, row, "done", "Done.", "edit", TRUE, &error));
  g_clear_pointer (&row, feu_job_row_free);

  g_assert_null (feu_journal_take_job (fixture->journal, id, &error));
  g_assert_error (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_JOURNAL);
  row = put (fixture);
  g_assert_cmpstr (row->id, !=, id);
}

static void
test_refuses_what_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  test_folder_write (fixture->path, "other.db", "This is no database at all.", -1);
  g_autofree char *path = g_build_filename (fixture->path, "other.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_null (feu_journal_new (file, &error));
  g_assert_error (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_JOURNAL);
  g_autofree char *text = test_folder_read (fixture->path, "other.db");
  g_assert_cmpstr (text, ==, "This is no database at all.");
}

static void
test_is_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FeuJobRow) row = put (fixture);
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };
  g_autofree char         *path = g_file_get_path (fixture->file);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      GStatBuf         status;
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_assert_cmpint (g_stat (name, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0077, ==, 0);
    }
}

#define ADD(name, function)                                                            \
  g_test_add ("/core/journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-what-was-put", test_keeps_what_was_put);
  ADD ("one-open-job", test_one_open_job);
  ADD ("one-holder", test_one_holder);
  ADD ("lists-open-jobs", test_lists_open_jobs);
  ADD ("steps", test_steps);
  ADD ("posts", test_posts);
  ADD ("done-job-is-over", test_done_job_is_over);
  ADD ("refuses-what-is-none", test_refuses_what_is_none);
  ADD ("is-private", test_is_private);
  return g_test_run ();
}
