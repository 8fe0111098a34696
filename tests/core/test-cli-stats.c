/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet stats`, and what all commands share: usage errors and help.
 */
#include "config.h"

#include "test-cli.h"
#include "test-folder.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char article[] =
    "---\ntitle: T\nlang: fr\n---\nUn deux trois.\n\n## Quatre\n\nCinq.\n";

static void
test_table (void)
{
  char            *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.md", NULL);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  const char      *one[] = { "stats", path, NULL };
  const char      *two[] = { "stats", path, path, NULL };

  test_folder_write (folder, "a.md", article, -1);
  g_assert_cmpint (test_cli_run (one, &output, &errors), ==, FEU_CLI_OK);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (g_strchug (lines[1]), "5 "));
  g_assert_true (g_str_has_suffix (lines[1], path));
  g_assert_cmpstr (errors, ==, "");

  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (test_cli_run (two, &output, &errors), ==, FEU_CLI_OK);
  g_auto (GStrv) more_lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (more_lines), ==, 5);
  g_assert_true (g_str_has_prefix (g_strchug (more_lines[3]), "10 "));
  test_folder_remove (folder);
}

static void
test_json (void)
{
  char            *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.md", NULL);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  const char      *arguments[] = { "stats", "--json", path, "/nonexistent.md", NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  GError *error = NULL;

  test_folder_write (folder, "a.md", article, -1);
  g_assert_cmpint (test_cli_run (arguments, &output, &errors), ==, FEU_CLI_BAD_FILE);
  json_parser_load_from_data (parser, output, -1, &error);
  g_assert_no_error (error);
  JsonArray *array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  JsonObject *object = json_array_get_object_element (array, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, path);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "T");
  g_assert_cmpstr (json_object_get_string_member (object, "language"), ==, "fr");
  g_assert_cmpint (json_object_get_int_member (object, "words"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (object, "headings"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "paragraphs"), ==, 2);
  g_assert_nonnull (strstr (errors, "/nonexistent.md: error: "));
  test_folder_remove (folder);
}

static void
test_bad_files (void)
{
  static const struct
  {
    const char *name;
    const char *data;
    gssize      length;
    const char *message;
    int         status;
  } cases[] = {
    { "latin1.md", "ok\nd\xe9j\xe0\n", -1, "latin1.md:2:2: error: ", FEU_CLI_BAD_FILE },
    { "nul.md", "a\nb\0c\n", 6, "nul.md:2:2: error: ", FEU_CLI_BAD_FILE },
    { "bad-yaml.md", "---\ntitle: [a\n---\ntext\n", -1, ": warning: ", FEU_CLI_OK },
    { "folder.md/x", "", -1, "folder.md: error: ", FEU_CLI_BAD_FILE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char            *folder = test_folder_new ();
      g_autofree char *name = g_strndup (cases[i].name, strcspn (cases[i].name, "/"));
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;
      const char      *arguments[] = { "stats", path, NULL };
      test_folder_write (folder, cases[i].name, cases[i].data, cases[i].length);
      g_assert_cmpint (test_cli_run (arguments, &output, &errors), ==, cases[i].status);
      if (strstr (errors, cases[i].message) == NULL)
        g_error ("“%s” is not in “%s”", cases[i].message, errors);
      test_folder_remove (folder);
    }
}

static void
test_usage_errors (void)
{
  static const char *const cases[][5] = {
    { "stats", NULL },
    { "stats", "--no-such-option", "a.md", NULL },
    { "export", NULL },
    { "export", "--to", "pdf", "a.md", NULL },
    { "export", "-o", NULL },
    { "export", "--to=page-folder", "-o-", "a.md", NULL },
    { "export", "-o-", "a.md", "b.md", NULL },
    { "export", "-o", "/etc/hostname", "a.md", "b.md" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char      *arguments[6] = { NULL };
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;
      memcpy (arguments, cases[i], sizeof cases[i]);
      g_assert_cmpint (
          test_cli_run (arguments, &output, &errors), ==, FEU_CLI_BAD_USAGE);
      g_assert_cmpstr (output, ==, "");
      g_assert_nonnull (strstr (errors, "--help"));
    }
}

static void
test_commands_and_files (void)
{
  static const struct
  {
    const char *argument;
    gboolean    is_command;
  } cases[] = {
    { "export", TRUE },    { "stats", TRUE },     { "--help", TRUE },
    { "--version", TRUE }, { "./export", FALSE }, { "article.md", FALSE },
    { "exports", FALSE },  { "--other", FALSE },  { "", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *argv[] = { (char *) "feuillet", (char *) cases[i].argument, NULL };
      g_assert_cmpint (feu_cli_wants (2, argv), ==, cases[i].is_command);
    }
  g_assert_false (feu_cli_wants (1, (char *[]){ (char *) "feuillet", NULL }));
}

static void
test_help_and_version (void)
{
  const char      *help[] = { "--help", NULL };
  const char      *version[] = { "--version", NULL };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (test_cli_run (help, &output, &errors), ==, FEU_CLI_OK);
  g_assert_nonnull (strstr (output, "export"));
  g_assert_nonnull (strstr (output, "stats"));
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (test_cli_run (version, &output, &errors), ==, FEU_CLI_OK);
  g_assert_cmpstr (output, ==, "Feuillet " PACKAGE_VERSION "\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/cli-stats/table", test_table);
  g_test_add_func ("/core/cli-stats/json", test_json);
  g_test_add_func ("/core/cli-stats/bad-files", test_bad_files);
  g_test_add_func ("/core/cli-stats/usage-errors", test_usage_errors);
  g_test_add_func ("/core/cli-stats/commands-and-files", test_commands_and_files);
  g_test_add_func ("/core/cli-stats/help-and-version", test_help_and_version);
  return g_test_run ();
}
