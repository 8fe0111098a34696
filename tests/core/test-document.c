/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document and its file: what counts as modified, and that nothing is lost when
 * something fails or changes at the wrong moment.
 */
#include "config.h"

#include "feu-document.h"
#include "feu-string-source.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

typedef struct
{
  char            *folder;
  char            *path;
  GFile           *file;
  FeuStringSource *source;
  FeuDocument     *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("feuillet-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "post.md", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->source = feu_string_source_new ("");
  fixture->document = feu_document_new (FEU_TEXT_SOURCE (fixture->source));
  g_object_add_weak_pointer (G_OBJECT (fixture->source), (gpointer *) &fixture->source);
  g_object_add_weak_pointer (G_OBJECT (fixture->document),
                             (gpointer *) &fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_object_unref (fixture->document);
  g_assert_null (fixture->document);
  g_object_unref (fixture->source);
  g_assert_null (fixture->source);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
write_file (Fixture *fixture, const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_file_set_contents (fixture->path, contents, -1, &error);
  g_assert_no_error (error);
}

/* Two writes within one tick of the clock would look like one version of the file. */
static void
age_file (const char *path)
{
  struct utimbuf times = { .actime = 1000000000, .modtime = 1000000000 };
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static void
assert_file (Fixture *fixture, const char *expected)
{
  g_autofree char *contents = NULL;
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text =
      feu_text_source_dup_text (FEU_TEXT_SOURCE (fixture->source), NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
wait_until_unmodified (Fixture *fixture)
{
  while (feu_document_is_modified (fixture->document))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
load (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  feu_document_load_async (
      fixture->document, fixture->file, NULL, keep_result_cb, &result);
  g_assert_true (feu_document_is_busy (fixture->document));
  return feu_document_load_finish (fixture->document, wait_for (&result), error);
}

static gboolean
save (Fixture *fixture, FeuSaveFlags flags, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  feu_document_save_async (fixture->document, flags, NULL, keep_result_cb, &result);
  return feu_document_save_finish (fixture->document, wait_for (&result), error);
}

static gboolean
save_as (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  feu_document_save_as_async (
      fixture->document, fixture->file, NULL, keep_result_cb, &result);
  return feu_document_save_finish (fixture->document, wait_for (&result), error);
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *n_notified = user_data;
  ++*n_notified;
}

static void
test_new (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *name = feu_document_dup_display_name (fixture->document);

  g_assert_null (feu_document_get_file (fixture->document));
  g_assert_false (feu_document_is_modified (fixture->document));
  g_assert_false (feu_document_is_busy (fixture->document));
  g_assert_cmpstr (name, !=, "");
}

static void
test_load (Fixture *fixture, gconstpointer user_data)
{
  guint n_file = 0, n_modified = 0, n_busy = 0;

  write_file (fixture, "\xEF\xBB\xBFun\r\ndeux\r\n");
  g_signal_connect (
      fixture->document, "notify::file", G_CALLBACK (count_notify_cb), &n_file);
  g_signal_connect (
      fixture->document, "notify::modified", G_CALLBACK (count_notify_cb), &n_modified);
  g_signal_connect (
      fixture->document, "notify::busy", G_CALLBACK (count_notify_cb), &n_busy);
  g_assert_true (load (fixture, NULL));
  g_autofree char *name = feu_document_dup_display_name (fixture->document);
  assert_text (fixture, "un\ndeux\n");
  g_assert_true (
      g_file_equal (feu_document_get_file (fixture->document), fixture->file));
  g_assert_false (feu_document_is_modified (fixture->document));
  g_assert_false (feu_document_is_busy (fixture->document));
  g_assert_cmpuint (n_file, ==, 1);
  g_assert_cmpuint (n_modified, ==, 0);
  g_assert_cmpuint (n_busy, ==, 2);
  g_assert_cmpstr (name, ==, "post.md");
}

static void
test_failed_load_binds_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) invalid = NULL;

  feu_string_source_set_text (fixture->source, "mine");
  g_assert_false (load (fixture, &missing));
  g_assert_error (missing, FEU_TEXT_FILE_ERROR, FEU_TEXT_FILE_ERROR_MISSING);
  write_file (fixture, "\xFF");
  g_assert_false (load (fixture, &invalid));
  g_assert_error (invalid, FEU_TEXT_FILE_ERROR, FEU_TEXT_FILE_ERROR_NOT_UTF8);
  g_assert_null (feu_document_get_file (fixture->document));
  g_assert_true (feu_document_is_modified (fixture->document));
  assert_text (fixture, "mine");
}

static void
test_text_changed_while_loading_stays (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "from the file");
  feu_document_load_async (
      fixture->document, fixture->file, NULL, keep_result_cb, &result);
  feu_string_source_set_text (fixture->source, "typed meanwhile");
  g_assert_false (
      feu_document_load_finish (fixture->document, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  assert_text (fixture, "typed meanwhile");
  g_assert_null (feu_document_get_file (fixture->document));
}

static void
test_modified_and_back (Fixture *fixture, gconstpointer user_data)
{
  guint n_modified = 0;

  write_file (fixture, "un");
  g_assert_true (load (fixture, NULL));
  g_signal_connect (
      fixture->document, "notify::modified", G_CALLBACK (count_notify_cb), &n_modified);
  feu_string_source_set_text (fixture->source, "un deux");
  g_assert_true (feu_document_is_modified (fixture->document));
  feu_string_source_set_text (fixture->source, "un");
  wait_until_unmodified (fixture);
  g_assert_cmpuint (n_modified, ==, 2);
}

static void
test_save_keeps_format (Fixture *fixture, gconstpointer user_data)
{
  write_file (fixture, "\xEF\xBB\xBFun\r\n");
  g_assert_true (load (fixture, NULL));
  feu_string_source_set_text (fixture->source, "un\ndeux\n");
  g_assert_true (save (fixture, FEU_SAVE_NONE, NULL));
  assert_file (fixture, "\xEF\xBB\xBFun\r\ndeux\r\n");
  g_assert_false (feu_document_is_modified (fixture->document));
  feu_string_source_set_text (fixture->source, "trois\n");
  g_assert_true (save (fixture, FEU_SAVE_NONE, NULL));
  assert_file (fixture, "\xEF\xBB\xBFtrois\r\n");
}

static void
test_save_as (Fixture *fixture, gconstpointer user_data)
{
  guint n_file = 0;

  g_signal_connect (
      fixture->document, "notify::file", G_CALLBACK (count_notify_cb), &n_file);
  feu_string_source_set_text (fixture->source, "un");
  g_assert_true (save_as (fixture, NULL));
  assert_file (fixture, "un");
  g_assert_cmpuint (n_file, ==, 1);
  g_assert_false (feu_document_is_modified (fixture->document));
  feu_string_source_set_text (fixture->source, "deux");
  g_assert_true (save (fixture, FEU_SAVE_NONE, NULL));
  assert_file (fixture, "deux");
}

static void
test_failed_save_keeps_modified (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) homeless = g_file_get_child (fixture->file, "none.md");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  feu_string_source_set_text (fixture->source, "un");
  feu_document_save_as_async (
      fixture->document, homeless, NULL, keep_result_cb, &result);
  g_assert_false (
      feu_document_save_finish (fixture->document, wait_for (&result), &error));
  g_assert_error (error, FEU_TEXT_FILE_ERROR, FEU_TEXT_FILE_ERROR_MISSING);
  g_assert_true (feu_document_is_modified (fixture->document));
  g_assert_null (feu_document_get_file (fixture->document));
}

static void
test_change_during_save_stays_modified (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;

  write_file (fixture, "");
  g_assert_true (load (fixture, NULL));
  feu_string_source_set_text (fixture->source, "un");
  feu_document_save_async (
      fixture->document, FEU_SAVE_NONE, NULL, keep_result_cb, &result);
  feu_string_source_set_text (fixture->source, "un deux");
  g_assert_true (
      feu_document_save_finish (fixture->document, wait_for (&result), NULL));
  assert_file (fixture, "un");
  g_assert_true (feu_document_is_modified (fixture->document));
  feu_string_source_set_text (fixture->source, "un");
  wait_until_unmodified (fixture);
}

static void
test_second_save_waits (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) loading = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "");
  g_assert_true (load (fixture, NULL));
  feu_string_source_set_text (fixture->source, "un");
  feu_document_save_async (
      fixture->document, FEU_SAVE_NONE, NULL, keep_result_cb, &first);
  feu_string_source_set_text (fixture->source, "deux");
  feu_document_save_async (
      fixture->document, FEU_SAVE_NONE, NULL, keep_result_cb, &second);
  feu_document_load_async (
      fixture->document, fixture->file, NULL, keep_result_cb, &loading);
  g_assert_false (
      feu_document_load_finish (fixture->document, wait_for (&loading), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_true (feu_document_save_finish (fixture->document, wait_for (&first), NULL));
  g_assert_true (
      feu_document_save_finish (fixture->document, wait_for (&second), NULL));
  assert_file (fixture, "deux");
  g_assert_false (feu_document_is_modified (fixture->document));
  g_assert_false (feu_document_is_busy (fixture->document));
}

static void
test_foreign_change (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "un");
  g_assert_true (load (fixture, NULL));
  feu_string_source_set_text (fixture->source, "mine");
  write_file (fixture, "theirs");
  age_file (fixture->path);
  g_assert_false (save (fixture, FEU_SAVE_NONE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_nonnull (strstr (error->message, "post.md"));
  assert_file (fixture, "theirs");
  g_assert_true (feu_document_is_modified (fixture->document));
  g_assert_true (save (fixture, FEU_SAVE_OVERWRITE_FOREIGN, NULL));
  assert_file (fixture, "mine");
  feu_string_source_set_text (fixture->source, "mine again");
  g_assert_true (save (fixture, FEU_SAVE_NONE, NULL));
  assert_file (fixture, "mine again");
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/core/document/new", test_new);
  add_test ("/core/document/load", test_load);
  add_test ("/core/document/failed-load-binds-nothing", test_failed_load_binds_nothing);
  add_test ("/core/document/text-changed-while-loading-stays",
            test_text_changed_while_loading_stays);
  add_test ("/core/document/modified-and-back", test_modified_and_back);
  add_test ("/core/document/save-keeps-format", test_save_keeps_format);
  add_test ("/core/document/save-as", test_save_as);
  add_test ("/core/document/failed-save-keeps-modified",
            test_failed_save_keeps_modified);
  add_test ("/core/document/change-during-save-stays-modified",
            test_change_during_save_stays_modified);
  add_test ("/core/document/second-save-waits", test_second_save_waits);
  add_test ("/core/document/foreign-change", test_foreign_change);
  return g_test_run ();
}
