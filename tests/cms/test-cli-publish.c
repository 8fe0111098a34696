/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet publish` against a real WordPress: what it prints, its exit status, and
 * what it writes into the file.
 */
#include "config.h"

#include "feu-json.h"
#include "feu-site-store.h"
#include "test-cli.h"
#include "test-folder.h"
#include "test-wordpress.h"

#include <string.h>

#define ARTICLE "---\ntitle: A day\ntags: [Sea]\n---\n\nText. # kept\n"

typedef struct
{
  TestWordPress *site;
  char          *folder;
  char          *path;
} Fixture;

/* The configuration of this test program, which has its own. */
static void
add_site (const char *id, const char *address, const char *user)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = feu_site_store_dup_default_folder ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (folder);
  g_autofree char *root = g_strconcat (address, "/wp-json/", NULL);
  FeuSite          values = {
             .id = id, .name = id, .address = address, .api_root = root, .user = user
  };
  g_autoptr (FeuSite) site = feu_site_new (&values);
  g_assert_true (feu_site_store_save (store, site, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "article.md", NULL);
  test_folder_write (fixture->folder, "article.md", ARTICLE, -1);
  fixture->site = test_wordpress_new ("61");
  if (fixture->site == NULL)
    return;
  add_site ("mine", test_wordpress_get_url (fixture->site), "admin");
  add_site ("guest", test_wordpress_get_url (fixture->site), "contributor");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->site, test_wordpress_free);
  g_free (fixture->path);
  test_folder_remove (fixture->folder);
}

/* Returns: the exit status; @out_result: (nullable): the first object of the JSON */
static int
run (Fixture *fixture, const char *user, const char *options, JsonNode **out_root)
{
  g_autofree char *errors = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (options, " ", 0);

  g_ptr_array_add (arguments, (char *) "publish");
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, words[i]);
  g_ptr_array_add (arguments, (char *) "--json");
  g_ptr_array_add (arguments, fixture->path);
  g_ptr_array_add (arguments, NULL);
  g_setenv (
      "FEUILLET_PASSWORD", test_wordpress_get_password (fixture->site, user), TRUE);
  int status = test_cli_run ((const char *const *) arguments->pdata, &output, &errors);
  g_assert_null (g_getenv ("FEUILLET_PASSWORD"));
  g_test_message ("%d %s %s", status, output, errors);
  *out_root = feu_json_parse (output, strlen (output));
  return status;
}

static JsonObject *
get_first (JsonNode *root)
{
  g_assert_nonnull (root);
  return feu_json_get_element_object (json_node_get_array (root), 0);
}

static void
test_publishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  if (fixture->site == NULL)
    return;

  g_assert_cmpint (
      run (fixture, "admin", "--site mine --status publish", &first), ==, 0);
  JsonObject *result = get_first (first);
  g_assert_cmpstr (feu_json_get_string (result, "outcome"), ==, "done");
  g_assert_cmpstr (feu_json_get_string (result, "status"), ==, "publish");
  g_assert_cmpstr (feu_json_get_string (result, "slug"), ==, "a-day");

  g_autofree char *text = test_folder_read (fixture->folder, "article.md");
  g_assert_nonnull (strstr (text, "remote:"));
  g_assert_nonnull (strstr (text, "slug: a-day\n"));
  g_assert_nonnull (strstr (text, "tags: [Sea]\n"));
  g_assert_true (g_str_has_suffix (text, "\n---\n\nText. # kept\n"));

  test_wordpress_forget_requests (fixture->site);
  g_assert_cmpint (run (fixture, "admin", "--site mine", &second), ==, 0);
  g_assert_true (feu_json_get_boolean (get_first (second), "unchanged"));
  g_assert_cmpuint (test_wordpress_count_requests (fixture->site, "POST", NULL), ==, 0);
  g_assert_cmpuint (test_wordpress_count_requests (fixture->site, NULL, NULL), <=, 4);
  g_assert_cmpuint (test_wordpress_count_posts (fixture->site), ==, 1);
  g_autofree char *same = test_folder_read (fixture->folder, "article.md");
  g_assert_cmpstr (same, ==, text);
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) pending = NULL;
  if (fixture->site == NULL)
    return;

  g_assert_cmpint (
      run (fixture, "contributor", "--site guest --status publish", &root), ==, 1);
  JsonObject *result = get_first (root);
  g_assert_cmpstr (feu_json_get_string (result, "outcome"), ==, "needs-user");
  g_assert_cmpstr (feu_json_get_string (result, "question"), ==, "permission");
  g_assert_cmpuint (test_wordpress_count_posts (fixture->site), ==, 0);
  g_autofree char *text = test_folder_read (fixture->folder, "article.md");
  g_assert_cmpstr (text, ==, ARTICLE);

  g_assert_cmpint (
      run (fixture, "contributor", "--site guest --status pending", &pending), ==, 0);
  g_assert_cmpstr (feu_json_get_string (get_first (pending), "status"), ==, "pending");
}

static void
test_rehearses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  if (fixture->site == NULL)
    return;

  test_wordpress_forget_requests (fixture->site);
  g_assert_cmpint (run (fixture, "admin", "--site mine --dry-run", &root), ==, 0);
  JsonArray *notes = feu_json_get_array (get_first (root), "notes");
  g_assert_cmpuint (json_array_get_length (notes), ==, 1);
  g_assert_cmpuint (test_wordpress_count_requests (fixture->site, "POST", NULL), ==, 0);
  g_autofree char *text = test_folder_read (fixture->folder, "article.md");
  g_assert_cmpstr (text, ==, ARTICLE);
}

static void
test_schedules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  if (fixture->site == NULL)
    return;

  g_assert_cmpint (run (fixture,
                        "admin",
                        "--site mine --status future --date 2031-05-06T07:08:09+02:00",
                        &root),
                   ==,
                   0);
  g_autofree char *date = test_wordpress_query_text (
      fixture->site,
      "SELECT post_status, post_date_gmt FROM wp_posts WHERE "
      "post_type = 'post'");
  g_assert_nonnull (strstr (date, "future\t2031-05-06 05:08:09"));
}

/* A site that cannot be reached: the job waits, and the same command goes on. */
static void
test_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) waiting = NULL;
  g_autoptr (JsonNode) done = NULL;
  if (fixture->site == NULL)
    return;

  /* Port 9 is nobody's here. */
  add_site ("mine", "http://127.0.0.1:9", "admin");
  g_assert_cmpint (run (fixture, "admin", "--site mine", &waiting), ==, 3);
  g_assert_cmpstr (feu_json_get_string (get_first (waiting), "outcome"), ==, "waiting");
  add_site ("mine", test_wordpress_get_url (fixture->site), "admin");
  g_assert_cmpint (run (fixture, "admin", "--site mine", &done), ==, 0);
}

static void
test_refuses_bad_usage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) nothing = NULL;
  if (fixture->site == NULL)
    return;

  g_assert_cmpint (run (fixture, "admin", "--site nowhere", &nothing), ==, 1);
  g_assert_cmpint (run (fixture, "admin", "--status nonsense", &nothing), ==, 2);
  g_assert_cmpint (run (fixture, "admin", "--date tomorrow", &nothing), ==, 2);
}

#define ADD(name, function)                                                            \
  g_test_add ("/cms/cli-publish/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  /* Before anybody asks for them. */
  g_autofree char *home = test_folder_new ();
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("publishes", test_publishes);
  ADD ("refuses", test_refuses);
  ADD ("rehearses", test_rehearses);
  ADD ("schedules", test_schedules);
  ADD ("waits", test_waits);
  ADD ("refuses-bad-usage", test_refuses_bad_usage);
  int status = g_test_run ();
  test_folder_remove (g_steal_pointer (&home));
  return status;
}
