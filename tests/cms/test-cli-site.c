/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet site` from add to remove, with a real WordPress and libsecret's file
 * backend in place of a keyring.
 */
#include "config.h"

#include "test-cli.h"
#include "test-folder.h"
#include "test-wordpress.h"

#include <string.h>

#define WRONG "aaaa bbbb cccc dddd eeee ffff"

/* Returns: what was printed; @password: (nullable) */
static char *
run (const char *password, int wanted_status, char **out_errors, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *errors = NULL;
  char            *output = NULL;
  va_list          list;

  va_start (list, out_errors);
  for (char *word = va_arg (list, char *); word != NULL; word = va_arg (list, char *))
    g_ptr_array_add (arguments, word);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  if (password != NULL)
    g_setenv ("FEUILLET_PASSWORD", password, TRUE);
  int status = test_cli_run ((const char *const *) arguments->pdata, &output, &errors);
  g_assert_cmpint (status, ==, wanted_status);
  g_assert_null (g_getenv ("FEUILLET_PASSWORD"));
  if (password != NULL)
    {
      g_assert_null (strstr (output, password));
      g_assert_null (strstr (errors, password));
    }
  if (out_errors != NULL)
    *out_errors = g_steal_pointer (&errors);
  return output;
}

/* An application password of the test's own, that may be revoked. */
static char *
make_password (TestWordPress *wordpress)
{
  g_autoptr (JsonNode) made =
      test_wordpress_call (wordpress,
                           "author",
                           "POST",
                           "/wp/v2/users/me/application-passwords",
                           "{\"name\":\"Feuillet\"}",
                           NULL);
  return g_strdup (
      json_object_get_string_member (json_node_get_object (made), "password"));
}

static void
test_life (void)
{
  g_autoptr (TestWordPress) wordpress = test_wordpress_new ("61");
  if (wordpress == NULL)
    return;
  const char      *url = test_wordpress_get_url (wordpress);
  g_autofree char *password = make_password (wordpress);
  g_autofree char *refusal = NULL;

  g_autofree char *refused =
      run (WRONG, 1, &refusal, "site", "add", url, "--user", "author", NULL);
  g_assert_cmpstr (refused, ==, "");
  g_assert_nonnull (strstr (refusal, "error: "));
  g_autofree char *added = run (
      password, 0, NULL, "site", "add", url, "--user", "author", "--id", "echo", NULL);
  g_assert_cmpstr (added, ==, "echo\n");
  g_autofree char *list = run (NULL, 0, NULL, "site", "list", "--json", NULL);
  g_assert_nonnull (strstr (list, "\"id\" : \"echo\""));
  g_assert_nonnull (strstr (list, "/wp-json/"));

  /* The password comes from the keyring from here on. */
  g_autofree char *works = run (NULL, 0, NULL, "site", "test", "echo", "--json", NULL);
  g_assert_nonnull (strstr (works, "\"ok\" : true"));
  test_wordpress_switch (wordpress, "drop_auth=on");
  g_autofree char *stripped =
      run (NULL, 1, NULL, "site", "test", "echo", "--json", NULL);
  g_assert_nonnull (strstr (stripped, "\"header-stripped\""));
  test_wordpress_switch (wordpress, "");

  g_autofree char *exported = run (NULL, 0, NULL, "site", "export", "echo", NULL);
  g_assert_null (strstr (exported, password));
  g_autofree char *removed = run (NULL, 0, NULL, "site", "remove", "echo", NULL);
  g_assert_cmpstr (removed, ==, "");
  g_autofree char *gone = run (NULL, 1, NULL, "site", "test", "echo", NULL);
  g_assert_cmpstr (gone, ==, "");

  /* Revoked: the site does not take it any more. */
  g_autofree char *again =
      run (password, 1, NULL, "site", "add", url, "--user", "author", NULL);
  g_assert_cmpstr (again, ==, "");
}

static void
test_kept_when_not_revoked (void)
{
  g_autoptr (TestWordPress) wordpress = test_wordpress_new ("61");
  if (wordpress == NULL)
    return;
  const char      *url = test_wordpress_get_url (wordpress);
  g_autofree char *password = make_password (wordpress);
  g_autofree char *reason = NULL;

  g_free (run (
      password, 0, NULL, "site", "add", url, "--user", "author", "--id", "far", NULL));
  g_clear_pointer (&wordpress, test_wordpress_free);
  g_free (run (NULL, 1, &reason, "site", "remove", "far", NULL));
  g_assert_nonnull (strstr (reason, "--force"));
  g_autofree char *list = run (NULL, 0, NULL, "site", "list", NULL);
  g_assert_nonnull (strstr (list, "far\t"));
  g_free (run (NULL, 0, NULL, "site", "remove", "--force", "far", NULL));
  g_autofree char *empty = run (NULL, 0, NULL, "site", "list", NULL);
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  char            *folder = test_folder_new ();
  g_autofree char *keyring = g_build_filename (folder, "keyring", NULL);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  g_unsetenv ("FEUILLET_PASSWORD");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cms/cli-site/life", test_life);
  g_test_add_func ("/cms/cli-site/kept-when-not-revoked", test_kept_when_not_revoked);
  int status = g_test_run ();
  test_folder_remove (folder);
  return status;
}
