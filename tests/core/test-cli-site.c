/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet site`: what needs no server.
 */
#include "config.h"

#include "test-cli.h"
#include "test-folder.h"

#include <string.h>

static void
assert_status (const char *const *arguments, int wanted, const char *said)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (test_cli_run (arguments, &output, &errors), ==, wanted);
  if (said != NULL)
    g_assert_nonnull (strstr (*output != '\0' ? output : errors, said));
}

static void
test_usage (void)
{
  const char *const wrong[][6] = {
    { "site", NULL },
    { "site", "dance", NULL },
    { "site", "test", NULL },
    { "site", "list", "more", NULL },
    { "site", "add", "https://example.org", NULL },
    { "site", "add", "https://example.org", "--user=eve", "--id=../x", NULL },
    { "site", "add", "--password=secret", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_status (wrong[i], FEU_CLI_BAD_USAGE, NULL);
}

static void
test_carries (void)
{
  char             *folder = test_folder_new ();
  g_autofree char  *file = g_build_filename (folder, "a.site", NULL);
  g_autofree char  *copy = g_build_filename (folder, "b.site", NULL);
  const char *const import[] = { "site", "import", file, NULL };
  const char *const list[] = { "site", "list", NULL };
  const char *const json[] = { "site", "list", "--json", NULL };
  const char *const export[] = { "site", "export", "Écho", "-o", copy, NULL };
  const char *const remove[] = { "site", "remove", "echo", NULL };
  const char *const unknown[] = { "site", "remove", "echo", NULL };

  test_folder_write (folder,
                     "a.site",
                     "[Site]\nName=Écho\nAddress=https://echo.example\nUser=eve\n"
                     "ApiRoot=https://evil.example/wp-json/\n",
                     -1);
  assert_status (import, FEU_CLI_OK, "echo\n");
  assert_status (list, FEU_CLI_OK, "echo\tÉcho\teve\thttps://echo.example\n");
  assert_status (json, FEU_CLI_OK, "\"api_root\" : null");
  assert_status (export, FEU_CLI_OK, NULL);
  g_autofree char *text = test_folder_read (folder, "b.site");
  g_assert_nonnull (strstr (text, "Name=Écho"));
  /* It was never signed in to, so there is nothing to revoke. */
  assert_status (remove, FEU_CLI_OK, NULL);
  assert_status (unknown, FEU_CLI_BAD_FILE, "feuillet site list");
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/cli-site/usage", test_usage);
  g_test_add_func ("/core/cli-site/carries", test_carries);
  return g_test_run ();
}
