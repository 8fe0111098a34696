/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sites: as values, saved, found by what front matter calls them, carried elsewhere.
 */
#include "config.h"

#include "feu-site-store.h"
#include "test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char  *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = test_folder_new ();
  fixture->folder = g_file_new_build_filename (fixture->path, "new", "sites", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->folder);
  test_folder_remove (fixture->path);
}

static FeuSite *
make_full_site (void)
{
  static const char *const categories[] = { "Actualités", "À la une; et [plus]", NULL };
  FeuSite                  values = {
                     .id = "gazette",
                     .name = " La Gazette = [x] ",
                     .color = "#3584E4",
                     .address = "https://gazette.example/blog",
                     .api_root = "https://gazette.example/blog/wp-json/",
                     .user = "ève@example.org",
                     .user_id = 12,
                     .default_author = 4,
                     .default_categories = categories,
                     .theme = "magazine",
                     .format = FEU_SITE_CLASSIC,
                     .max_image_px = 1600,
                     .max_image_bytes = 2000000,
                     .jpeg_quality = 70,
                     .parallel_uploads = 1,
                     .allows_plain_http = TRUE,
  };
  return feu_site_new (&values);
}

static void
assert_full (const FeuSite *site)
{
  g_assert_cmpstr (site->id, ==, "gazette");
  g_assert_cmpstr (site->name, ==, "La Gazette = [x]");
  g_assert_cmpstr (site->color, ==, "#3584e4");
  g_assert_cmpstr (site->kind, ==, FEU_SITE_WORDPRESS);
  g_assert_cmpstr (site->address, ==, "https://gazette.example/blog");
  g_assert_cmpstr (site->user, ==, "ève@example.org");
  g_assert_cmpint (site->default_author, ==, 4);
  g_assert_cmpuint (g_strv_length ((char **) site->default_categories), ==, 2);
  g_assert_cmpstr (site->default_categories[1], ==, "À la une; et [plus]");
  g_assert_cmpstr (site->theme, ==, "magazine");
  g_assert_cmpint (site->format, ==, FEU_SITE_CLASSIC);
  g_assert_cmpuint (site->max_image_px, ==, 1600);
  g_assert_cmpuint (site->max_image_bytes, ==, 2000000);
  g_assert_cmpuint (site->jpeg_quality, ==, 70);
  g_assert_cmpuint (site->parallel_uploads, ==, 1);
}

static void
test_defaults (void)
{
  FeuSite values = { .address = " https://www.example.org/ " };
  g_autoptr (FeuSite) site = feu_site_new (&values);

  g_assert_cmpstr (site->name, ==, "www.example.org");
  g_assert_cmpstr (site->id, ==, "www-example-org");
  g_assert_cmpstr (site->address, ==, "https://www.example.org/");
  g_assert_cmpint (site->format, ==, FEU_SITE_BLOCKS);
  g_assert_cmpuint (site->max_image_px, ==, 2560);
  g_assert_cmpuint (site->parallel_uploads, ==, 3);
  g_assert_null (site->color);
}

static void
test_refuses_addresses (void)
{
  const char *const addresses[] = {
    NULL,
    "",
    "example.org",
    "ftp://example.org",
    "https://eve:secret@example.org/",
    "https://eve@example.org/",
    "https:///x",
    "javascript:alert(1)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      FeuSite values = { .address = addresses[i] };
      g_assert_null (feu_site_new (&values));
    }

  FeuSite values = { .address = "https://example.org",
                     .id = "../../etc",
                     .color = "red; }",
                     .api_root = "file:///etc/passwd",
                     .jpeg_quality = 4000,
                     .parallel_uploads = 4000 };
  g_autoptr (FeuSite) site = feu_site_new (&values);
  g_assert_true (feu_site_is_id (site->id));
  g_assert_null (site->color);
  g_assert_null (site->api_root);
  g_assert_cmpuint (site->jpeg_quality, ==, 100);
  g_assert_cmpuint (site->parallel_uploads, ==, 8);
}

static void
count_cb (FeuSiteStore *store, guint *n_times)
{
  *n_times += 1;
}

static void
test_saves (Fixture *fixture, gconstpointer data)
{
  GError          *error = NULL;
  guint            n_changed = 0;
  GStatBuf         status;
  g_autofree char *path =
      g_build_filename (fixture->path, "new", "sites", "gazette.site", NULL);
  g_autoptr (FeuSite) site = make_full_site ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (fixture->folder);

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (feu_site_store_save (store, site, &error));
  g_assert_no_error (error);
  g_assert_true (feu_site_store_save (store, site, &error));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);

  g_autoptr (FeuSiteStore) again = feu_site_store_new (fixture->folder);
  g_autoptr (FeuSite) read = feu_site_store_dup_site (again, "gazette");
  assert_full (read);
  g_assert_cmpstr (read->api_root, ==, site->api_root);
  g_assert_cmpint (read->user_id, ==, 12);
  g_assert_true (read->allows_plain_http);

  g_assert_true (feu_site_store_remove (store, "gazette", &error));
  g_assert_true (feu_site_store_remove (store, "gazette", &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (feu_site_store_dup_site (store, "gazette"));
  g_assert_cmpuint (n_changed, ==, 4);
}

static void
test_finds (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = {
    "gazette",
    "la gazette = [x]",
    "https://gazette.example/blog",
    "https://gazette.example/blog/",
    "http://GAZETTE.example/blog",
    "gazette.example/blog",
  };
  const char *const others[] = {
    "", "🐈", "https://gazette.example", "https://gazette.example/blog/2", "/", "../x"
  };
  g_autoptr (FeuSite) site = make_full_site ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (fixture->folder);

  g_assert_true (feu_site_store_save (store, site, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FeuSite) found = feu_site_store_dup_site (store, names[i]);
      g_assert_true (found == site);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (feu_site_store_dup_site (store, others[i]));
  g_autofree char *taken = feu_site_store_dup_free_id (store, "Gazette");
  g_assert_cmpstr (taken, ==, "gazette-2");
  g_autofree char *nameless = feu_site_store_dup_free_id (store, "🐈");
  g_assert_cmpstr (nameless, ==, "site");
}

static void
test_skips_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_file_get_path (fixture->folder);
  g_autofree char *huge = g_strnfill (100000, '#');
  const char       address[] = "[Site]\nAddress=https://example.org\n";

  test_folder_write (folder, "empty.site", "", -1);
  test_folder_write (folder, "noise.site", "\0\xff\n[", 4);
  test_folder_write (folder, "nowhere.site", "[Site]\nName=X\n", -1);
  test_folder_write (folder, "huge.site", huge, -1);
  test_folder_write (folder, "a b.site", address, -1);
  test_folder_write (folder, ".site", address, -1);
  test_folder_write (folder, "folder.site/x", "", -1);
  test_folder_write (folder, "good.site", address, -1);
  test_folder_write (folder,
                     "odd.site",
                     "[Site]\nAddress=https://o.example\nUserId=-3\nFormat=x\n",
                     -1);
  g_autoptr (FeuSiteStore) store = feu_site_store_new (fixture->folder);
  g_autoptr (GPtrArray) sites = feu_site_store_list (store);

  g_assert_cmpuint (sites->len, ==, 2);
  const FeuSite *good = g_ptr_array_index (sites, 0);
  g_assert_cmpstr (good->id, ==, "good");
  const FeuSite *odd = g_ptr_array_index (sites, 1);
  g_assert_cmpint (odd->user_id, ==, 0);
}

static void
test_travels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->path, "out.site", NULL);
  g_autoptr (FeuSite) site = make_full_site ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (fixture->folder);

  g_assert_true (feu_site_store_export (site, file, &error));
  g_assert_no_error (error);
  g_autoptr (FeuSite) arrived = feu_site_store_import (store, file, &error);
  g_assert_no_error (error);
  assert_full (arrived);
  g_assert_null (arrived->api_root);
  g_assert_cmpint (arrived->user_id, ==, 0);
  g_assert_false (arrived->allows_plain_http);

  g_autoptr (FeuSite) second = feu_site_store_import (store, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->id, !=, arrived->id);

  test_folder_write (fixture->path, "out.site", "# An article\n", -1);
  g_assert_null (feu_site_store_import (store, file, &error));
  g_assert_error (error, FEU_SITE_ERROR, FEU_SITE_ERROR_NOT_A_SITE);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/core/site-store/saves", test_saves },
    { "/core/site-store/finds", test_finds },
    { "/core/site-store/skips-broken", test_skips_broken },
    { "/core/site-store/travels", test_travels },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  g_test_add_func ("/core/site/defaults", test_defaults);
  g_test_add_func ("/core/site/refuses-addresses", test_refuses_addresses);
  return g_test_run ();
}
