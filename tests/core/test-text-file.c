/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes to text and back; loading and saving real files, with what can go wrong.
 */
#include "config.h"

#include "feu-text-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define NOBODY 65534

/* ---- format ---- */

static const struct
{
  const char *name;
  const char *bytes;
  const char *text;
  gboolean    has_bom;
  FeuNewlines newlines;
} formats[] = {
  { "empty", "", "", FALSE, FEU_NEWLINES_LF },
  { "one-byte", "a", "a", FALSE, FEU_NEWLINES_LF },
  { "one-newline", "\n", "\n", FALSE, FEU_NEWLINES_LF },
  { "lf", "a\nb\n", "a\nb\n", FALSE, FEU_NEWLINES_LF },
  { "no-final-newline", "a\nb", "a\nb", FALSE, FEU_NEWLINES_LF },
  { "crlf", "a\r\nb\r\n", "a\nb\n", FALSE, FEU_NEWLINES_CRLF },
  { "crlf-no-final-newline", "a\r\nb", "a\nb", FALSE, FEU_NEWLINES_CRLF },
  { "mixed", "a\r\nb\nc", "a\r\nb\nc", FALSE, FEU_NEWLINES_KEPT },
  { "cr", "a\rb\r", "a\rb\r", FALSE, FEU_NEWLINES_KEPT },
  { "cr-crlf", "a\r\r\nb", "a\r\r\nb", FALSE, FEU_NEWLINES_KEPT },
  { "bom",
    "\xEF\xBB\xBF"
    "a\n",
    "a\n",
    TRUE,
    FEU_NEWLINES_LF },
  { "bom-only", "\xEF\xBB\xBF", "", TRUE, FEU_NEWLINES_LF },
  { "bom-crlf",
    "\xEF\xBB\xBF"
    "a\r\n",
    "a\n",
    TRUE,
    FEU_NEWLINES_CRLF },
  { "two-boms", "\xEF\xBB\xBF\xEF\xBB\xBF", "\xEF\xBB\xBF", TRUE, FEU_NEWLINES_LF },
  { "bom-inside", "a\xEF\xBB\xBF", "a\xEF\xBB\xBF", FALSE, FEU_NEWLINES_LF },
};

static void
assert_round_trip (const char *bytes, gsize length)
{
  FeuTextFormat format = { 0 };
  gsize         text_length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      feu_text_format_decode ("x", bytes, length, &format, &text_length, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, text_length);
  g_autoptr (GBytes) encoded = feu_text_format_encode (&format, text, text_length);
  gsize       encoded_length = 0;
  const char *data = g_bytes_get_data (encoded, &encoded_length);
  g_assert_cmpmem (data, encoded_length, bytes, length);
}

static void
test_format (gconstpointer user_data)
{
  gsize         i = GPOINTER_TO_SIZE (user_data);
  FeuTextFormat format = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = feu_text_format_decode (
      "x", formats[i].bytes, strlen (formats[i].bytes), &format, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, formats[i].text);
  g_assert_cmpint (format.has_bom, ==, formats[i].has_bom);
  g_assert_cmpint (format.newlines, ==, formats[i].newlines);
  assert_round_trip (formats[i].bytes, strlen (formats[i].bytes));
}

static void
test_any_text_round_trips (void)
{
  static const char *const pieces[] = { "a", "é", "\n", "\r", "\r\n", "\xEF\xBB\xBF",
                                        "🎉", " " };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      /* Few kinds of pieces, so that each newline style comes up pure as well. */
      int n_kinds = g_test_rand_int_range (1, 4);
      int first = g_test_rand_int_range (0, G_N_ELEMENTS (pieces));
      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (bytes,
                         pieces[(first + g_test_rand_int_range (0, n_kinds)) %
                                (int) G_N_ELEMENTS (pieces)]);
      assert_round_trip (bytes->str, bytes->len);
    }
}

static void
test_pasted_newlines (void)
{
  const FeuTextFormat format = { .newlines = FEU_NEWLINES_CRLF };
  g_autoptr (GBytes) bytes = feu_text_format_encode (&format, "a\nb\r\nc", 6);
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (data, length, "a\r\nb\r\nc", 7);
}

static void
test_places (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    int         code;
    guint       line;
    guint       column;
    const char *part;
  } cases[] = {
    { "a\nb\nd\xC3\xA9j\xE0 vu",
      10,
      FEU_TEXT_FILE_ERROR_NOT_UTF8,
      2,
      3,
      "byte 0xE0 at line 3, column 4" },
    { "\xFF\xFE"
      "a\0",
      4,
      FEU_TEXT_FILE_ERROR_NOT_UTF8,
      0,
      0,
      "line 1, column 1" },
    { "ab\r\nc\0d", 7, FEU_TEXT_FILE_ERROR_NUL, 1, 1, "line 2, column 2" },
    { "\0", 1, FEU_TEXT_FILE_ERROR_NUL, 0, 0, "NUL" },
    { "\xED\xA0\x80", 3, FEU_TEXT_FILE_ERROR_NOT_UTF8, 0, 0, "0xED" },
    { "a\xC3", 2, FEU_TEXT_FILE_ERROR_NOT_UTF8, 0, 1, "0xC3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FeuTextFormat format = { 0 };
      guint         line = 99, column = 99;
      g_autoptr (GError) error = NULL;
      char *text = feu_text_format_decode (
          "post.md", cases[i].bytes, cases[i].length, &format, NULL, &error);
      g_assert_null (text);
      g_assert_error (error, FEU_TEXT_FILE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_nonnull (strstr (error->message, "“post.md”"));
      g_assert_true (feu_text_file_error_get_place (error, &line, &column));
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
      g_autoptr (GError) copy = g_error_copy (error);
      g_assert_true (feu_text_file_error_get_place (copy, &line, &column));
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

/* ---- files ---- */

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = g_dir_make_tmp ("feuillet-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "post.md", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      /* Nothing temporary may be left behind. */
      g_assert_false (g_str_has_prefix (name, ".goutput"));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
write_file (const char *path, const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, contents, -1, &error);
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
assert_file (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;
  gsize            length = 0;
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, expected, strlen (expected));
}

static gboolean
save (GFile *file, const char *text, const char *etag, char **out_etag, GError **error)
{
  return feu_text_file_save (
      file, text, strlen (text), NULL, etag, NULL, out_etag, error);
}

static void
test_load_and_save (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *next_etag = NULL;

  write_file (fixture->path, "\xEF\xBB\xBFun\r\ndeux\r\n");
  g_autoptr (FeuTextFile) loaded = feu_text_file_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->text, ==, "un\ndeux\n");
  g_assert_nonnull (loaded->etag);

  g_assert_true (feu_text_file_save (
      fixture->file, "trois\n", 6, &loaded->format, loaded->etag, NULL, &etag, &error));
  g_assert_no_error (error);
  assert_file (fixture->path, "\xEF\xBB\xBFtrois\r\n");
  g_assert_true (save (fixture->file, "", etag, &next_etag, &error));
  assert_file (fixture->path, "");
  g_autoptr (FeuTextFile) again = feu_text_file_load (fixture->file, NULL, &error);
  g_assert_cmpstr (again->text, ==, "");
  g_assert_cmpstr (again->etag, ==, next_etag);
}

static void
test_foreign_change (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture->path, "un");
  g_autoptr (FeuTextFile) loaded = feu_text_file_load (fixture->file, NULL, &error);
  write_file (fixture->path, "by somebody else");
  age_file (fixture->path);
  g_assert_false (save (fixture->file, "mine", loaded->etag, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_file (fixture->path, "by somebody else");
  g_clear_error (&error);
  g_assert_true (save (fixture->file, "mine", NULL, NULL, &error));
  assert_file (fixture->path, "mine");
}

static void
test_deleted_file_is_written_again (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture->path, "un");
  g_autoptr (FeuTextFile) loaded = feu_text_file_load (fixture->file, NULL, &error);
  g_remove (fixture->path);
  g_assert_true (save (fixture->file, "deux", loaded->etag, NULL, &error));
  assert_file (fixture->path, "deux");
}

/* A reader that opened the old file keeps the old text: the new one was written beside
 * it and renamed. */
static void
test_save_is_atomic (Fixture *fixture, gconstpointer user_data)
{
  GStatBuf         before, after;
  g_autofree char *contents = NULL;

  write_file (fixture->path, "old");
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  FILE *reader = g_fopen (fixture->path, "r");
  g_assert_true (save (fixture->file, "new", NULL, NULL, NULL));
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino);
  char old[8] = "";
  g_assert_cmpuint (fread (old, 1, sizeof old - 1, reader), ==, 3);
  g_assert_cmpstr (old, ==, "old");
  fclose (reader);
}

static void
test_link_and_mode_stay (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.md", NULL);
  GStatBuf         before, after;

  write_file (target, "old");
  g_assert_cmpint (g_chmod (target, 0640), ==, 0);
  g_assert_cmpint (g_stat (target, &before), ==, 0);
  g_assert_cmpint (symlink ("target.md", fixture->path), ==, 0);
  g_autoptr (FeuTextFile) loaded = feu_text_file_load (fixture->file, NULL, NULL);
  g_assert_true (save (fixture->file, "new", loaded->etag, NULL, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_file (target, "new");
  g_assert_cmpint (g_stat (target, &after), ==, 0);
  g_assert_cmpuint (after.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
}

static void
test_hard_link_keeps_old_text (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.md", NULL);

  write_file (other, "old");
  g_assert_cmpint (link (other, fixture->path), ==, 0);
  g_assert_true (save (fixture->file, "new", NULL, NULL, NULL));
  assert_file (fixture->path, "new");
  assert_file (other, "old");
}

static void
assert_load_error (GFile *file, int code)
{
  g_autoptr (GError) error = NULL;
  guint line, column;

  g_assert_null (feu_text_file_load (file, NULL, &error));
  g_assert_error (error, FEU_TEXT_FILE_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (feu_text_file_error_get_place (error, &line, &column));
}

static void
assert_save_error (GFile *file, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, "x", NULL, NULL, &error));
  g_assert_error (error, FEU_TEXT_FILE_ERROR, code);
}

static void
test_bad_places (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) homeless = g_file_get_child (folder, "none/post.md");
  g_autoptr (GFile) below_file = g_file_get_child (fixture->file, "post.md");

  assert_load_error (fixture->file, FEU_TEXT_FILE_ERROR_MISSING);
  assert_load_error (folder, FEU_TEXT_FILE_ERROR_IS_FOLDER);
  assert_load_error (homeless, FEU_TEXT_FILE_ERROR_MISSING);
  assert_save_error (folder, FEU_TEXT_FILE_ERROR_IS_FOLDER);
  assert_save_error (homeless, FEU_TEXT_FILE_ERROR_MISSING);
  write_file (fixture->path, "a file");
  assert_load_error (below_file, FEU_TEXT_FILE_ERROR_MISSING);
  assert_save_error (below_file, FEU_TEXT_FILE_ERROR_MISSING);
}

static void
test_pipe (Fixture *fixture, gconstpointer user_data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_load_error (fixture->file, FEU_TEXT_FILE_ERROR_NOT_REGULAR);
}

static void
test_too_large (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture->path, "");
  g_assert_cmpint (truncate (fixture->path, FEU_TEXT_FILE_MAX_BYTES + 1), ==, 0);
  g_assert_null (feu_text_file_load (fixture->file, NULL, &error));
  g_assert_error (error, FEU_TEXT_FILE_ERROR, FEU_TEXT_FILE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "10 MiB"));
}

/* Root may read and write anything, so a child gives its rights up first. */
static void
test_permissions (Fixture *fixture, gconstpointer user_data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_autofree char *secret_path = g_build_filename (fixture->folder, "secret.md", NULL);
  g_autoptr (GFile) secret = g_file_new_for_path (secret_path);
  write_file (fixture->path, "old");
  write_file (secret_path, "secret");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (secret_path, 0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);

  pid_t child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (getuid () == 0)
        g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
      assert_save_error (fixture->file, FEU_TEXT_FILE_ERROR_NOT_WRITABLE);
      assert_load_error (secret, FEU_TEXT_FILE_ERROR_NOT_READABLE);
      assert_file (fixture->path, "old");
      _exit (0);
    }
  int status = -1;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  assert_file (fixture->path, "old");
}

/* ---- in a thread ---- */

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
test_async (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static ("un\n", 3);
  const FeuTextFormat format = { .newlines = FEU_NEWLINES_CRLF };
  g_autofree char    *etag = NULL;

  feu_text_file_save_async (
      fixture->file, text, &format, NULL, NULL, keep_result_cb, &saved);
  g_assert_true (feu_text_file_save_finish (wait_for (&saved), &etag, &error));
  g_assert_no_error (error);
  assert_file (fixture->path, "un\r\n");

  feu_text_file_load_async (fixture->file, NULL, keep_result_cb, &loaded);
  g_autoptr (FeuTextFile) file = feu_text_file_load_finish (wait_for (&loaded), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->text, ==, "un\n");
  g_assert_cmpstr (file->etag, ==, etag);
}

static void
test_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) save_error = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static ("new", 3);

  write_file (fixture->path, "old");
  g_cancellable_cancel (cancellable);
  feu_text_file_load_async (fixture->file, cancellable, keep_result_cb, &loaded);
  g_assert_null (feu_text_file_load_finish (wait_for (&loaded), &load_error));
  g_assert_error (load_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  feu_text_file_save_async (
      fixture->file, text, NULL, NULL, cancellable, keep_result_cb, &saved);
  g_assert_false (feu_text_file_save_finish (wait_for (&saved), NULL, &save_error));
  g_assert_error (save_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_file (fixture->path, "old");
}

static void
add_file_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/text-file/format/", formats[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_format);
    }
  g_test_add_func ("/core/text-file/any-text-round-trips", test_any_text_round_trips);
  g_test_add_func ("/core/text-file/pasted-newlines", test_pasted_newlines);
  g_test_add_func ("/core/text-file/places", test_places);
  add_file_test ("/core/text-file/load-and-save", test_load_and_save);
  add_file_test ("/core/text-file/foreign-change", test_foreign_change);
  add_file_test ("/core/text-file/deleted-file-is-written-again",
                 test_deleted_file_is_written_again);
  add_file_test ("/core/text-file/save-is-atomic", test_save_is_atomic);
  add_file_test ("/core/text-file/link-and-mode-stay", test_link_and_mode_stay);
  add_file_test ("/core/text-file/hard-link-keeps-old-text",
                 test_hard_link_keeps_old_text);
  add_file_test ("/core/text-file/bad-places", test_bad_places);
  add_file_test ("/core/text-file/pipe", test_pipe);
  add_file_test ("/core/text-file/too-large", test_too_large);
  add_file_test ("/core/text-file/permissions", test_permissions);
  add_file_test ("/core/text-file/async", test_async);
  add_file_test ("/core/text-file/cancelled", test_cancelled);
  return g_test_run ();
}
