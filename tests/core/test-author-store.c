/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Profiles of authors: found by name, saved, and never trusted.
 */
#include "config.h"

#include "feu-author-store.h"
#include "test-folder.h"

#include <unistd.h>

typedef struct
{
  char  *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = test_folder_new ();
  fixture->folder = g_file_new_for_path (fixture->path);
  test_folder_write (fixture->path,
                     "eve.author",
                     "[Author]\nName=Ève Lemaître\nRole=Contributrice\nBio=Écrit.\n"
                     "Url=https://example.org/eve\nPhoto=eve.png\n",
                     -1);
  test_folder_write (fixture->path, "eve.png", "photo", -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->folder);
  test_folder_remove (fixture->path);
}

static void
test_finds_by_name (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Ève Lemaître", "eve lemaitre", "EVE LEMAÎTRE", "eve" };
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (fixture->folder);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FeuAuthor) author =
          feu_author_store_dup_author (store, names[i], NULL);
      g_assert_cmpstr (author->name, ==, "Ève Lemaître");
      g_assert_cmpstr (author->id, ==, "eve");
      g_assert_cmpstr (author->role, ==, "Contributrice");
      g_assert_cmpstr (author->bio, ==, "Écrit.");
      g_assert_cmpstr (author->url, ==, "https://example.org/eve");
      g_autofree char *photo = g_file_get_basename (author->photo);
      g_assert_cmpstr (photo, ==, "eve.png");
    }
}

static void
test_unknown_is_only_a_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (fixture->folder);
  g_autoptr (FeuAuthor) author =
      feu_author_store_dup_author (store, " Jean Ø ", fixture->folder);

  g_assert_cmpstr (author->name, ==, "Jean Ø");
  g_assert_cmpstr (author->id, ==, "jean-o");
  g_assert_null (author->role);
  g_assert_null (author->photo);
}

static void
test_name_without_letters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FeuAuthor) first = feu_author_new ("🐈", NULL, NULL, NULL, NULL);
  g_autoptr (FeuAuthor) second = feu_author_new ("🐕", NULL, NULL, NULL, NULL);

  g_assert_cmpstr (first->id, !=, "");
  g_assert_cmpstr (first->id, !=, second->id);
}

static void
test_travels_with_article (Fixture *fixture, gconstpointer data)
{
  char            *elsewhere = test_folder_new ();
  g_autofree char *authors = g_build_filename (elsewhere, "authors", NULL);
  g_autoptr (GFile) article_folder = g_file_new_for_path (elsewhere);
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (fixture->folder);

  test_folder_write (authors, "jo.author", "[Author]\nName=Jo\nRole=Guest\n", -1);
  test_folder_write (authors, "eve.author", "[Author]\nName=Ève Lemaître\n", -1);
  g_autoptr (FeuAuthor) guest =
      feu_author_store_dup_author (store, "Jo", article_folder);
  g_assert_cmpstr (guest->role, ==, "Guest");
  g_autoptr (FeuAuthor) known =
      feu_author_store_dup_author (store, "Ève Lemaître", article_folder);
  g_assert_cmpstr (known->role, ==, "Contributrice");
  test_folder_remove (elsewhere);
}

static void
test_skips_broken (Fixture *fixture, gconstpointer data)
{
  test_folder_write (fixture->path, "empty.author", "", -1);
  test_folder_write (fixture->path, "noise.author", "\0\xff\n[", 4);
  test_folder_write (fixture->path, "nameless.author", "[Author]\nName=  \n", -1);
  test_folder_write (fixture->path, "latin1.author", "[Author]\nName=\xc8ve\n", -1);
  test_folder_write (fixture->path, "folder.author/x", "", -1);
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (fixture->folder);
  g_autoptr (GPtrArray) authors = feu_author_store_list (store);

  g_assert_cmpuint (authors->len, ==, 1);
}

static void
test_photo_stays_in_folder (Fixture *fixture, gconstpointer data)
{
  const char *const photos[] = {
    "../secret.png", "/etc/hostname", "link.png", "missing.png", "."
  };
  char            *outside = test_folder_new ();
  g_autofree char *secret = g_build_filename (outside, "secret.png", NULL);
  g_autofree char *link = g_build_filename (fixture->path, "link.png", NULL);

  test_folder_write (outside, "secret.png", "secret", -1);
  g_assert_cmpint (symlink (secret, link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (photos); i++)
    {
      g_autofree char *profile =
          g_strdup_printf ("[Author]\nName=X\nPhoto=%s\n", photos[i]);
      test_folder_write (fixture->path, "x.author", profile, -1);
      g_autoptr (FeuAuthorStore) store = feu_author_store_new (fixture->folder);
      g_autoptr (FeuAuthor) author = feu_author_store_dup_author (store, "X", NULL);
      g_assert_null (author->photo);
    }
  test_folder_remove (outside);
}

static void
count_cb (FeuAuthorStore *store, guint *n_times)
{
  *n_times += 1;
}

static void
test_saves (Fixture *fixture, gconstpointer data)
{
  GError          *error = NULL;
  guint            n_changed = 0;
  char            *outside = test_folder_new ();
  g_autofree char *new_path = g_build_filename (fixture->path, "a", "b", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (new_path);
  g_autofree char *photo_path = g_build_filename (outside, "Portrait Été.JPG", NULL);
  g_autoptr (GFile) photo = g_file_new_for_path (photo_path);
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (folder);
  g_autoptr (FeuAuthor) author =
      feu_author_new ("Zoé = [x]\\n", "R;ôle", "Une.\nDeux.", NULL, photo);

  test_folder_write (outside, "Portrait Été.JPG", "jpeg", -1);
  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (feu_author_store_save (store, author, &error));
  g_assert_no_error (error);
  g_assert_true (feu_author_store_save (store, author, &error));
  g_assert_cmpuint (n_changed, ==, 2);

  g_autoptr (FeuAuthorStore) again = feu_author_store_new (folder);
  g_autoptr (FeuAuthor) read = feu_author_store_dup_author (again, author->name, NULL);
  g_assert_cmpstr (read->name, ==, author->name);
  g_assert_cmpstr (read->role, ==, author->role);
  g_assert_cmpstr (read->bio, ==, author->bio);
  g_assert_true (g_file_has_prefix (read->photo, folder));
  g_autoptr (GPtrArray) list = feu_author_store_list (store);
  g_assert_cmpuint (list->len, ==, 1);
  test_folder_remove (outside);
}

static void
test_failed_save_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/nonexistent/no.jpg");
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (fixture->folder);
  g_autoptr (FeuAuthor) author = feu_author_new ("New", NULL, NULL, NULL, elsewhere);

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_false (feu_author_store_save (store, author, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (n_changed, ==, 0);
  g_autoptr (GPtrArray) list = feu_author_store_list (store);
  g_assert_cmpuint (list->len, ==, 1);
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent/authors");
  FeuAuthorStore *store = feu_author_store_new (folder);
  g_autoptr (GPtrArray) authors = feu_author_store_list (store);

  g_assert_cmpuint (authors->len, ==, 0);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  g_assert_null (store);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/core/author-store/finds-by-name", test_finds_by_name },
    { "/core/author-store/unknown-is-only-a-name", test_unknown_is_only_a_name },
    { "/core/author-store/name-without-letters", test_name_without_letters },
    { "/core/author-store/travels-with-article", test_travels_with_article },
    { "/core/author-store/skips-broken", test_skips_broken },
    { "/core/author-store/photo-stays-in-folder", test_photo_stays_in_folder },
    { "/core/author-store/saves", test_saves },
    { "/core/author-store/failed-save", test_failed_save_changes_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  g_test_add_func ("/core/author-store/no-folder", test_no_folder);
  return g_test_run ();
}
