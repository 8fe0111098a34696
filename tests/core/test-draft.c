/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts: what is on the disk while somebody writes, and what is found after a crash.
 */
#include "config.h"

#include "feu-draft-writer.h"
#include "feu-string-source.h"

#include "test-folder.h"
#include "test-wait.h"

#define DELAY_MS 5

typedef struct
{
  char            *folder;
  GFile           *file;
  FeuDraftStore   *store;
  FeuStringSource *source;
  FeuDocument     *document;
  FeuDraftWriter  *writer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = test_folder_new ();
  g_autoptr (GFile) drafts =
      g_file_new_build_filename (fixture->folder, "drafts", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "post.md", NULL);
  fixture->store = feu_draft_store_new (drafts);
  fixture->source = feu_string_source_new ("");
  fixture->document = feu_document_new (FEU_TEXT_SOURCE (fixture->source));
  fixture->writer = feu_draft_writer_new (fixture->document, fixture->store, DELAY_MS);
  g_object_add_weak_pointer (G_OBJECT (fixture->writer), (gpointer *) &fixture->writer);
}

/* As a crash ends it: nothing is tidied up, but the locks are gone. */
static void
crash (Fixture *fixture)
{
  g_object_unref (fixture->writer);
  TEST_WAIT_UNTIL (fixture->writer == NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  if (fixture->writer != NULL)
    crash (fixture);
  g_object_unref (fixture->document);
  g_object_unref (fixture->source);
  g_object_unref (fixture->store);
  g_object_unref (fixture->file);
  test_folder_remove (fixture->folder);
}

static void
type (Fixture *fixture, const char *text)
{
  feu_string_source_set_text (fixture->source, text);
}

static void
wait_for_draft (Fixture *fixture)
{
  TEST_WAIT_UNTIL (feu_draft_writer_is_current (fixture->writer));
}

static void
keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
take_left (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  feu_draft_store_take_left_async (fixture->store, NULL, keep_result_cb, &result);
  TEST_WAIT_UNTIL (result != NULL);
  GPtrArray *left = feu_draft_store_take_left_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  return left;
}

static void
assert_n_left (Fixture *fixture, guint expected)
{
  g_autoptr (GPtrArray) left = take_left (fixture);
  g_assert_cmpuint (left->len, ==, expected);
}

static guint
count_folders (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
save_as (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  feu_document_save_as_async (
      fixture->document, fixture->file, NULL, keep_result_cb, &result);
  TEST_WAIT_UNTIL (result != NULL);
  feu_document_save_finish (fixture->document, result, &error);
  g_assert_no_error (error);
}

static void
test_left_after_crash (Fixture *fixture, gconstpointer user_data)
{
  type (fixture, "---\ntitle: Été\n---\n\nUn deux trois.\n");
  wait_for_draft (fixture);
  crash (fixture);
  g_autoptr (GPtrArray) left = take_left (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  FeuLeftDraft *draft = g_ptr_array_index (left, 0);
  g_assert_cmpstr (draft->title, ==, "Été");
  g_assert_cmpuint (draft->n_words, ==, 3);
  g_assert_null (draft->info->file);
  g_assert_cmpmem (g_bytes_get_data (draft->text, NULL),
                   g_bytes_get_size (draft->text),
                   "---\ntitle: Été\n---\n\nUn deux trois.\n",
                   strlen ("---\ntitle: Été\n---\n\nUn deux trois.\n"));
  /* Whoever holds it keeps others from being offered it too. */
  assert_n_left (fixture, 0);
}

static void
test_not_offered_while_open (Fixture *fixture, gconstpointer user_data)
{
  type (fixture, "text");
  wait_for_draft (fixture);
  assert_n_left (fixture, 0);
  g_assert_cmpuint (count_folders (fixture), ==, 1);
}

static void
describe (FeuDraftInfo *info, gpointer user_data)
{
  info->caret_bytes = 7;
  info->title = g_strdup ("A \"title\"\nwith\ttricks = [x] # ;");
}

static void
test_description (Fixture *fixture, gconstpointer user_data)
{
  test_folder_write (fixture->folder, "post.md", "\xEF\xBB\xBFun\r\ndeux\r\n", -1);
  g_autoptr (GAsyncResult) result = NULL;
  feu_document_load_async (
      fixture->document, fixture->file, NULL, keep_result_cb, &result);
  TEST_WAIT_UNTIL (result != NULL);
  feu_draft_writer_set_describe (fixture->writer, describe, NULL);
  type (fixture, "un\ndeux\ntrois\n");
  wait_for_draft (fixture);
  crash (fixture);
  g_autoptr (GPtrArray) left = take_left (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  FeuLeftDraft *draft = g_ptr_array_index (left, 0);
  g_assert_true (g_file_equal (draft->info->file, fixture->file));
  g_assert_cmpstr (draft->info->etag, ==, feu_document_get_etag (fixture->document));
  g_assert_true (draft->info->format.has_bom);
  g_assert_cmpint (draft->info->format.newlines, ==, FEU_NEWLINES_CRLF);
  g_assert_cmpuint (draft->info->caret_bytes, ==, 7);
  g_assert_cmpstr (draft->info->title, ==, "A \"title\"\nwith\ttricks = [x] # ;");
  g_assert_false (draft->is_newer_file);
}

static void
test_gone_after_save (Fixture *fixture, gconstpointer user_data)
{
  type (fixture, "text");
  wait_for_draft (fixture);
  save_as (fixture);
  wait_for_draft (fixture);
  crash (fixture);
  g_assert_cmpuint (count_folders (fixture), ==, 0);
}

static void
test_kept_when_save_fails (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) nowhere =
      g_file_new_build_filename (fixture->folder, "no", "where.md", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  type (fixture, "text");
  wait_for_draft (fixture);
  feu_document_save_as_async (
      fixture->document, nowhere, NULL, keep_result_cb, &result);
  TEST_WAIT_UNTIL (result != NULL);
  g_assert_false (feu_document_save_finish (fixture->document, result, NULL));
  wait_for_draft (fixture);
  crash (fixture);
  assert_n_left (fixture, 1);
}

/* The program ended after saving and before the draft was removed. */
static void
test_saved_draft_is_not_offered (Fixture *fixture, gconstpointer user_data)
{
  save_as (fixture);
  type (fixture, "text");
  wait_for_draft (fixture);
  crash (fixture);
  test_folder_write (fixture->folder, "post.md", "text", -1);
  assert_n_left (fixture, 0);
  g_assert_cmpuint (count_folders (fixture), ==, 0);
}

static void
test_newer_file_is_told (Fixture *fixture, gconstpointer user_data)
{
  save_as (fixture);
  type (fixture, "text");
  wait_for_draft (fixture);
  crash (fixture);
  test_folder_write (fixture->folder, "post.md", "somebody else", -1);
  g_autoptr (GPtrArray) left = take_left (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (((FeuLeftDraft *) g_ptr_array_index (left, 0))->is_newer_file);
}

static void
test_discard (Fixture *fixture, gconstpointer user_data)
{
  type (fixture, "text");
  wait_for_draft (fixture);
  type (fixture, "text that is being written just now");
  feu_draft_writer_discard (fixture->writer);
  g_assert_cmpuint (count_folders (fixture), ==, 0);
  type (fixture, "more");
  test_wait_for_ms (4 * DELAY_MS);
  g_assert_cmpuint (count_folders (fixture), ==, 0);
}

static void
test_empty_leaves_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_assert_nonnull (feu_draft_writer_get_article_folder (fixture->writer));
  g_assert_cmpuint (count_folders (fixture), ==, 1);
  crash (fixture);
  g_assert_cmpuint (count_folders (fixture), ==, 0);
}

static void
test_adopt_goes_on (Fixture *fixture, gconstpointer user_data)
{
  type (fixture, "before");
  wait_for_draft (fixture);
  crash (fixture);
  g_autoptr (GPtrArray) left = take_left (fixture);
  FeuLeftDraft *draft = g_ptr_array_index (left, 0);
  fixture->writer = feu_draft_writer_new (fixture->document, fixture->store, DELAY_MS);
  g_object_add_weak_pointer (G_OBJECT (fixture->writer), (gpointer *) &fixture->writer);
  feu_draft_writer_adopt (fixture->writer, draft->draft);
  g_ptr_array_set_size (left, 0);
  type (fixture, "after");
  wait_for_draft (fixture);
  g_assert_cmpuint (count_folders (fixture), ==, 1);
  crash (fixture);
  g_autoptr (GPtrArray) again = take_left (fixture);
  g_assert_cmpuint (again->len, ==, 1);
  draft = g_ptr_array_index (again, 0);
  g_assert_cmpstr (g_bytes_get_data (draft->text, NULL), ==, "after");
}

static void
test_problem_is_told_and_ends (Fixture *fixture, gconstpointer user_data)
{
  /* A file where the folder should be: fails for every user. */
  test_folder_write (fixture->folder, "drafts", "", 0);
  type (fixture, "text");
  TEST_WAIT_UNTIL (feu_draft_writer_get_problem (fixture->writer) != NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "drafts", NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
  type (fixture, "text again");
  TEST_WAIT_UNTIL (feu_draft_writer_get_problem (fixture->writer) == NULL);
  wait_for_draft (fixture);
  crash (fixture);
  assert_n_left (fixture, 1);
}

static void
test_removed_folder_is_made_again (Fixture *fixture, gconstpointer user_data)
{
  type (fixture, "text");
  wait_for_draft (fixture);
  test_folder_remove (g_build_filename (fixture->folder, "drafts", NULL));
  type (fixture, "more");
  TEST_WAIT_UNTIL (feu_draft_writer_get_problem (fixture->writer) != NULL);
  type (fixture, "and more");
  wait_for_draft (fixture);
  g_assert_cmpuint (count_folders (fixture), ==, 1);
}

static void
test_unreadable_is_kept (Fixture *fixture, gconstpointer user_data)
{
  test_folder_write (fixture->folder, "drafts/a/text.md", "\xFF\xFE", -1);
  test_folder_write (fixture->folder, "drafts/b/text.md", "text", -1);
  test_folder_write (fixture->folder, "drafts/b/draft", "[Draft]\nVersion=99\n", -1);
  g_autoptr (GPtrArray) left = take_left (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpuint (count_folders (fixture), ==, 2);
}

#define ADD(name, func)                                                                \
  g_test_add ("/core/draft/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("left-after-crash", test_left_after_crash);
  ADD ("not-offered-while-open", test_not_offered_while_open);
  ADD ("description", test_description);
  ADD ("gone-after-save", test_gone_after_save);
  ADD ("kept-when-save-fails", test_kept_when_save_fails);
  ADD ("saved-is-not-offered", test_saved_draft_is_not_offered);
  ADD ("newer-file-is-told", test_newer_file_is_told);
  ADD ("discard", test_discard);
  ADD ("empty-leaves-nothing", test_empty_leaves_nothing);
  ADD ("adopt-goes-on", test_adopt_goes_on);
  ADD ("problem-is-told-and-ends", test_problem_is_told_and_ends);
  ADD ("removed-folder-is-made-again", test_removed_folder_is_made_again);
  ADD ("unreadable-is-kept", test_unreadable_is_kept);
  return g_test_run ();
}
