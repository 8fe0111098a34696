/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The test server itself: it starts in every version, is made new, and tells the truth.
 */
#include "config.h"

#include "test-wordpress.h"

#define NEW_POST "{\"title\": \"One\", \"content\": \"Text\", \"status\": \"draft\"}"

static void
test_starts (gconstpointer version)
{
  g_autoptr (TestWordPress) site = test_wordpress_new (version);
  guint status = 0;

  if (site == NULL)
    return;
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, 0);
  g_autoptr (JsonNode) post =
      test_wordpress_call (site, "author", "POST", "/wp/v2/posts", NEW_POST, &status);
  g_assert_cmpuint (status, ==, 201);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (post), "author"),
                   ==,
                   test_wordpress_get_user_id (site, "author"));
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, 1);
  g_assert_cmpuint (test_wordpress_count_media (site), ==, 0);
  g_assert_cmpuint (test_wordpress_count_terms (site, "category"), ==, 1);
  test_wordpress_run_cron (site);
}

static void
test_starts_on_mariadb (void)
{
  g_autoptr (TestWordPress) site = test_wordpress_new_on_mariadb ("61");
  guint status = 0;

  if (site == NULL)
    return;
  g_autoptr (JsonNode) post =
      test_wordpress_call (site, "editor", "POST", "/wp/v2/posts", NEW_POST, &status);
  g_assert_cmpuint (status, ==, 201);
}

static void
test_resets (void)
{
  g_autoptr (TestWordPress) site = test_wordpress_new ("61");

  if (site == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonNode) post =
          test_wordpress_call (site, "admin", "POST", "/wp/v2/posts", NEW_POST, NULL);
      g_assert_cmpuint (test_wordpress_count_posts (site), ==, 1);
      g_assert_cmpuint (test_wordpress_count_requests (site, "POST", "/posts$"), ==, 1);
      g_assert_cmpuint (test_wordpress_count_requests (site, "GET", NULL), ==, 0);
      test_wordpress_reset (site);
      g_assert_cmpuint (test_wordpress_count_posts (site), ==, 0);
      g_assert_cmpuint (test_wordpress_count_requests (site, NULL, NULL), ==, 0);
    }
}

static void
test_switches (void)
{
  g_autoptr (TestWordPress) site = test_wordpress_new ("61");
  guint status = 0;

  if (site == NULL)
    return;
  test_wordpress_switch (site, "drop_auth=on permalinks=plain");
  g_autoptr (JsonNode) nobody =
      test_wordpress_call (site, "admin", "GET", "/wp/v2/users/me", NULL, &status);
  g_assert_cmpuint (status, ==, 401);
  test_wordpress_switch (site, "");
  g_autoptr (JsonNode) admin =
      test_wordpress_call (site, "admin", "GET", "/wp/v2/users/me", NULL, &status);
  g_assert_cmpuint (status, ==, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cms/wordpress/starts/6.1", "61", test_starts);
  g_test_add_data_func ("/cms/wordpress/starts/6.8", "68", test_starts);
  g_test_add_data_func ("/cms/wordpress/starts/7.1", "71", test_starts);
  g_test_add_func ("/cms/wordpress/starts/mariadb", test_starts_on_mariadb);
  g_test_add_func ("/cms/wordpress/resets", test_resets);
  g_test_add_func ("/cms/wordpress/switches", test_switches);
  return g_test_run ();
}
