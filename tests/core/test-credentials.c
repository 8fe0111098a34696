/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passwords in libsecret (its file backend stands in for a keyring) and without any.
 * libsecret chooses its backend once, so each case is a process of its own.
 */
#include "config.h"

#include "feu-credentials.h"
#include "test-folder.h"
#include "test-wait.h"

#include <string.h>

#define PASSWORD "Quai 17 — é \\ \" secret"

static FeuSite *
make_site (const char *id, const char *api_root, const char *user)
{
  FeuSite values = {
    .id = id, .address = "https://example.org", .api_root = api_root, .user = user
  };
  return feu_site_new (&values);
}

static void
assert_password (FeuCredentials *credentials, FeuSite *site, const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuHttpLogin) login =
      feu_credentials_lookup (credentials, site, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (feu_http_login_get_password (login), ==, password);
  g_assert_cmpstr (feu_http_login_get_user (login), ==, site->user);
}

static void
assert_unknown (FeuCredentials *credentials, FeuSite *site)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (feu_credentials_lookup (credentials, site, NULL, &error));
  g_assert_cmpuint (error->domain, ==, FEU_CREDENTIALS_ERROR);
  g_assert_nonnull (strstr (error->message, site->name));
  g_assert_null (strstr (error->message, PASSWORD));
}

/* What only this site, at this origin, with this user may see. */
static void
check_others_see_nothing (FeuCredentials *credentials)
{
  static const struct
  {
    const char *id;
    const char *api_root;
    const char *user;
  } others[] = {
    { "other", "https://example.org/wp-json/", "eve" },
    { "example", "http://example.org/wp-json/", "eve" },
    { "example", "https://example.org:8443/wp-json/", "eve" },
    { "example", "https://evil.example/wp-json/", "eve" },
    { "example", "https://example.org/wp-json/", "adam" },
    { "example", NULL, "eve" },
    { "example", "https://example.org/wp-json/", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (FeuSite) site =
          make_site (others[i].id, others[i].api_root, others[i].user);
      assert_unknown (credentials, site);
    }
}

static void
use_keyring (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
}

static void
test_keyring (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  char *folder = test_folder_new ();
  use_keyring (folder);
  g_autoptr (FeuSite) site =
      make_site ("example", "https://example.org/wp-json/", "eve");
  g_autoptr (FeuSite) same_origin =
      make_site ("example", "https://EXAMPLE.org:443/?rest_route=/", "eve");
  g_autoptr (FeuCredentials) credentials = feu_credentials_new ();

  assert_unknown (credentials, site);
  g_assert_cmpint (feu_credentials_store (credentials, site, "older", NULL),
                   ==,
                   FEU_CREDENTIALS_KEPT);
  g_assert_cmpint (feu_credentials_store (credentials, site, PASSWORD, NULL),
                   ==,
                   FEU_CREDENTIALS_KEPT);
  assert_password (credentials, site, PASSWORD);

  /* Another run of the program. */
  g_autoptr (FeuCredentials) again = feu_credentials_new ();
  assert_password (again, site, PASSWORD);
  assert_password (again, same_origin, PASSWORD);
  check_others_see_nothing (again);

  g_autofree char *keyring = test_folder_read (folder, "keyring");
  g_assert_nonnull (keyring);
  g_assert_null (strstr (keyring, "secret"));
  feu_credentials_clear (again, site, NULL);
  assert_unknown (credentials, site);
  test_folder_remove (folder);
}

static void
test_no_service (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_autoptr (FeuSite) site =
      make_site ("example", "https://example.org/wp-json/", "eve");
  g_autoptr (FeuCredentials) credentials = feu_credentials_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (feu_credentials_lookup (credentials, site, NULL, &error));
  g_assert_error (error, FEU_CREDENTIALS_ERROR, FEU_CREDENTIALS_ERROR_NO_SERVICE);
  g_assert_cmpint (feu_credentials_store (credentials, site, PASSWORD, NULL),
                   ==,
                   FEU_CREDENTIALS_KEPT_FOR_THIS_RUN);
  assert_password (credentials, site, PASSWORD);
  check_others_see_nothing (credentials);
  feu_credentials_clear (credentials, site, NULL);
  assert_unknown (credentials, site);
}

static void
test_in_memory (void)
{
  g_autoptr (FeuSite) site =
      make_site ("example", "https://example.org/wp-json/", "eve");
  g_autoptr (FeuSite) not_found = make_site ("example", NULL, "eve");
  FeuCredentials *credentials = feu_credentials_new_in_memory ();

  g_assert_cmpint (feu_credentials_store (credentials, site, PASSWORD, NULL),
                   ==,
                   FEU_CREDENTIALS_KEPT_FOR_THIS_RUN);
  g_assert_cmpint (feu_credentials_store (credentials, not_found, PASSWORD, NULL),
                   ==,
                   FEU_CREDENTIALS_NOT_KEPT);
  assert_password (credentials, site, PASSWORD);
  check_others_see_nothing (credentials);
  g_object_add_weak_pointer (G_OBJECT (credentials), (gpointer *) &credentials);
  g_object_unref (credentials);
  g_assert_null (credentials);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;
  *kept = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (FeuSite) site =
      make_site ("example", "https://example.org/wp-json/", "eve");
  g_autoptr (FeuCredentials) credentials = feu_credentials_new_in_memory ();

  feu_credentials_store_async (
      credentials, site, PASSWORD, NULL, keep_result_cb, &stored);
  TEST_WAIT_UNTIL (stored != NULL);
  g_assert_cmpint (feu_credentials_store_finish (credentials, stored, &error),
                   ==,
                   FEU_CREDENTIALS_KEPT_FOR_THIS_RUN);
  g_assert_no_error (error);
  feu_credentials_lookup_async (credentials, site, NULL, keep_result_cb, &found);
  TEST_WAIT_UNTIL (found != NULL);
  g_autoptr (FeuHttpLogin) login =
      feu_credentials_lookup_finish (credentials, found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (feu_http_login_get_password (login), ==, PASSWORD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/credentials/keyring", test_keyring);
  g_test_add_func ("/core/credentials/no-service", test_no_service);
  g_test_add_func ("/core/credentials/in-memory", test_in_memory);
  g_test_add_func ("/core/credentials/async", test_async);
  return g_test_run ();
}
