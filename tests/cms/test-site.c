/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a real WordPress, signing in to it as each role, the diagnoses of one that is
 * set up badly, and giving a password back.
 */
#include "config.h"

#include "feu-site-account.h"
#include "feu-site-finder.h"
#include "test-wordpress.h"

typedef struct
{
  TestWordPress *wordpress; /* NULL: the version cannot be had here */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer version)
{
  fixture->wordpress = test_wordpress_new (version);
}

static void
tear_down (Fixture *fixture, gconstpointer version)
{
  g_clear_pointer (&fixture->wordpress, test_wordpress_free);
}

static FeuFoundSite *
find (TestWordPress *wordpress, const char *path, const char *user, GError **error)
{
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autofree char *address =
      g_strconcat (test_wordpress_get_url (wordpress), path, NULL);
  return feu_site_finder_find (
      http,
      address,
      user,
      user != NULL ? test_wordpress_get_password (wordpress, user) : NULL,
      FEU_SITE_FINDER_DEFAULT,
      NULL,
      error);
}

static gboolean
check (TestWordPress *wordpress,
       FeuFoundSite  *found,
       const char    *user,
       const char    *password,
       GError       **error)
{
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autoptr (FeuHttpLogin) login = feu_http_login_new (found->api_root, user, password);
  gint64 id = 0;

  if (!feu_site_account_check (http, found, login, &id, NULL, NULL, error))
    return FALSE;
  g_assert_cmpint (id, ==, test_wordpress_get_user_id (wordpress, user));
  return TRUE;
}

static void
assert_found (TestWordPress *wordpress,
              const char    *path,
              const char    *user,
              const char    *root)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuFoundSite) found = find (wordpress, path, user, &error);
  g_autofree char *wanted =
      g_strconcat (test_wordpress_get_url (wordpress), root, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (found->api_root, ==, wanted);
  g_assert_nonnull (found->authorization);
  g_assert_cmpstr (found->time_zone, ==, "Europe/Stockholm");
  g_assert_true (check (wordpress,
                        found,
                        "author",
                        test_wordpress_get_password (wordpress, "author"),
                        &error));
  g_assert_no_error (error);
}

static void
test_finds (Fixture *fixture, gconstpointer version)
{
  TestWordPress *wordpress = fixture->wordpress;
  if (wordpress == NULL)
    return;
  assert_found (wordpress, "", NULL, "/wp-json/");
  assert_found (wordpress, "/wp-admin/edit.php?post_type=page", NULL, "/wp-json/");
  assert_found (wordpress, "/wp-json/wp/v2/posts", NULL, "/wp-json/");
  assert_found (wordpress, "/no/such/page/", NULL, "/wp-json/");

  test_wordpress_switch (wordpress, "permalinks=plain");
  assert_found (wordpress, "/", NULL, "/index.php?rest_route=/");
  assert_found (wordpress, "/?p=1", NULL, "/index.php?rest_route=/");

  test_wordpress_switch (wordpress, "hide_api=on");
  assert_found (wordpress, "/", NULL, "/?rest_route=/");
  test_wordpress_switch (wordpress, "noise=on");
  assert_found (wordpress, "/", NULL, "/wp-json/");
  test_wordpress_switch (wordpress, "login_only=on");
  assert_found (wordpress, "/", "editor", "/wp-json/");
}

static void
test_roles (Fixture *fixture, gconstpointer version)
{
  TestWordPress    *wordpress = fixture->wordpress;
  const char *const users[] = {
    "admin", "editor", "author", "contributor", "subscriber"
  };
  g_autoptr (GError) error = NULL;

  if (wordpress == NULL)
    return;
  g_autoptr (FeuFoundSite) found = find (wordpress, "", NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_assert_true (check (wordpress,
                            found,
                            users[i],
                            test_wordpress_get_password (wordpress, users[i]),
                            &error));
      g_assert_no_error (error);
    }
}

static void
test_diagnoses (Fixture *fixture, gconstpointer version)
{
  TestWordPress *wordpress = fixture->wordpress;
  static const struct
  {
    const char        *switches;
    const char        *user;
    const char        *password; /* NULL: the right one */
    FeuSiteFinderError code;
  } cases[] = {
    { "",
      "author",
      "aaaa bbbb cccc dddd eeee ffff",
      FEU_SITE_FINDER_ERROR_WRONG_LOGIN },
    { "",
      "nobody",
      "aaaa bbbb cccc dddd eeee ffff",
      FEU_SITE_FINDER_ERROR_WRONG_LOGIN },
    { "drop_auth=on", "author", NULL, FEU_SITE_FINDER_ERROR_HEADER_STRIPPED },
    { "app_passwords=off", "author", NULL, FEU_SITE_FINDER_ERROR_APP_PASSWORDS_OFF },
    { "eager_user=on",
      "author",
      "aaaa bbbb cccc dddd eeee ffff",
      FEU_SITE_FINDER_ERROR_WRONG_PASSWORD },
    { "eager_user=on",
      "nobody",
      "aaaa bbbb cccc dddd eeee ffff",
      FEU_SITE_FINDER_ERROR_WRONG_USER },
    { "permalinks=plain drop_auth=on",
      "author",
      NULL,
      FEU_SITE_FINDER_ERROR_HEADER_STRIPPED },
  };

  if (wordpress == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      test_wordpress_reset (wordpress);
      test_wordpress_switch (wordpress, cases[i].switches);
      g_autoptr (FeuFoundSite) found = find (wordpress, "", NULL, &error);
      g_assert_no_error (error);
      const char *password =
          cases[i].password != NULL
              ? cases[i].password
              : test_wordpress_get_password (wordpress, cases[i].user);
      g_assert_false (check (wordpress, found, cases[i].user, password, &error));
      g_assert_error (error, FEU_SITE_FINDER_ERROR, (int) cases[i].code);
    }
}

static void
test_private_index (Fixture *fixture, gconstpointer version)
{
  TestWordPress *wordpress = fixture->wordpress;
  g_autoptr (GError) error = NULL;

  if (wordpress == NULL)
    return;
  test_wordpress_switch (wordpress, "login_only=on");
  g_assert_null (find (wordpress, "", NULL, &error));
  g_assert_error (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_LOGIN_NEEDED);
}

/* Finding shows the password to nobody, and costs little. */
static void
test_cost (Fixture *fixture, gconstpointer version)
{
  TestWordPress *wordpress = fixture->wordpress;
  g_autoptr (GError) error = NULL;

  if (wordpress == NULL)
    return;
  g_autoptr (FeuFoundSite) found = find (wordpress, "", "author", &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) requests = test_wordpress_dup_requests (wordpress);
  g_assert_cmpuint (requests->len, ==, 2);
  for (guint i = 0; i < requests->len; i++)
    {
      JsonObject *request = g_ptr_array_index (requests, i);
      g_assert_false (json_object_get_boolean_member (request, "signed"));
    }
}

static void
test_revokes (Fixture *fixture, gconstpointer version)
{
  TestWordPress *wordpress = fixture->wordpress;
  g_autoptr (GError) error = NULL;

  if (wordpress == NULL)
    return;
  g_autoptr (FeuFoundSite) found = find (wordpress, "", NULL, &error);
  g_assert_no_error (error);
  g_autoptr (JsonNode) made =
      test_wordpress_call (wordpress,
                           "editor",
                           "POST",
                           "/wp/v2/users/me/application-passwords",
                           "{\"name\":\"Feuillet on test\"}",
                           NULL);
  const char *password =
      json_object_get_string_member (json_node_get_object (made), "password");
  g_assert_true (check (wordpress, found, "editor", password, &error));

  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new (found->api_root, "editor", password);
  g_assert_cmpint (feu_site_account_revoke (http, found->api_root, login, NULL, &error),
                   ==,
                   FEU_SITE_REVOKE_DONE);
  g_assert_no_error (error);
  g_assert_false (check (wordpress, found, "editor", password, NULL));
  g_assert_cmpint (feu_site_account_revoke (http, found->api_root, login, NULL, &error),
                   ==,
                   FEU_SITE_REVOKE_INVALID);
  /* The others stay. */
  g_assert_true (check (wordpress,
                        found,
                        "editor",
                        test_wordpress_get_password (wordpress, "editor"),
                        &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  static const char *const versions[] = { "61", "68", "71" };
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer version);
  } cases[] = {
    { "finds", test_finds },         { "roles", test_roles },
    { "diagnoses", test_diagnoses }, { "private-index", test_private_index },
    { "cost", test_cost },           { "revokes", test_revokes },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize v = 0; v < G_N_ELEMENTS (versions); v++)
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autofree char *path =
            g_strdup_printf ("/cms/site/%s/%s", versions[v], cases[i].name);
        g_test_add (path, Fixture, versions[v], set_up, cases[i].run, tear_down);
      }
  return g_test_run ();
}
