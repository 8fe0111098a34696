/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet meta`: what it prints, what it changes in the file, and how it fails.
 */
#include "config.h"

#include "test-cli.h"
#include "test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *file;
  char *output;
  char *errors;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->file = g_build_filename (fixture->folder, "a.md", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_folder_remove (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->output);
  g_free (fixture->errors);
}

/* @options: (nullable): with "\n" between */
static int
run (Fixture *fixture, const char *options)
{
  g_autofree char *line =
      g_strconcat ("meta\n", fixture->file, options != NULL ? "\n" : "", options, NULL);
  g_auto (GStrv) arguments = g_strsplit (line, "\n", -1);
  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  return test_cli_run (
      (const char *const *) arguments, &fixture->output, &fixture->errors);
}

static void
assert_file (Fixture *fixture, const char *wanted)
{
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (fixture->file, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, wanted);
}

static void
test_prints (Fixture *fixture, gconstpointer data)
{
  test_folder_write (fixture->folder,
                     "a.md",
                     "---\ntitle: Été\ntags: [a, b c]\ncomments: false\n---\nBody\n",
                     -1);
  g_assert_cmpint (run (fixture, NULL), ==, FEU_CLI_OK);
  g_assert_cmpstr (fixture->output,
                   ==,
                   "title        Été\ncomments     false\ntags         a, b c\n");
  g_assert_cmpint (
      run (fixture, "--get\ntags\n--get\ntitle\n--get\nslug"), ==, FEU_CLI_OK);
  g_assert_cmpstr (fixture->output, ==, "a\nb c\nÉté\n");
  g_assert_cmpint (run (fixture, "--json\n--get\ntags"), ==, FEU_CLI_OK);
  g_assert_cmpstr (fixture->output, ==, "[\n  \"a\",\n  \"b c\"\n]\n");
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  test_folder_write (fixture->folder,
                     "a.md",
                     "---\ntitle: \"é \\\" 😀\"\nweight: 10\nratio: 1.5\ndraft: "
                     "false\nempty:\nzip: \"01\"\nweight: 11\n---\n",
                     -1);
  g_assert_cmpint (run (fixture, "--json"), ==, FEU_CLI_OK);
  static const char *const wanted[] = {
    "\"title\" : \"é \\\" 😀\"", "\"slug\" : null",  "\"tags\" : []",
    "\"weight\" : 11",          "\"ratio\" : 1.5",  "\"draft\" : false",
    "\"empty\" : null",         "\"zip\" : \"01\"",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (fixture->output, wanted[i]) == NULL)
      g_error ("%s is not in %s", wanted[i], fixture->output);
}

static void
test_toml (Fixture *fixture, gconstpointer data)
{
  const char *text = "+++\ntitle = \"x\"\n+++\nBody\n";
  test_folder_write (fixture->folder, "a.md", text, -1);
  g_assert_cmpint (run (fixture, "--get\ntitle"), ==, FEU_CLI_OK);
  g_assert_cmpstr (fixture->output, ==, "x\n");
  g_assert_cmpint (run (fixture, "--set\ntitle=y"), ==, FEU_CLI_BAD_FILE);
  g_assert_true (strstr (fixture->errors, "a.md:2:1: error: ") != NULL);
  assert_file (fixture, text);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *options;
  const char *after;
} ChangeCase;

static const ChangeCase change_cases[] = {
  { "bytes-kept",
    "\xef\xbb\xbf---\r\ntitle:  x # c\r\nz:   1\r\n---\r\nBody  \r\nend",
    "--set\ntitle=é: «w»",
    "\xef\xbb\xbf---\r\ntitle:  \"é: «w»\" # c\r\nz:   1\r\n---\r\nBody  \r\nend" },
  { "mixed-newlines",
    "---\r\ntitle: x\ntags: [a]\r\n---\nB\r\nC\n",
    "--set\ntitle=w\n--add\ntags=b",
    "---\r\ntitle: w\ntags: [a, b]\r\n---\nB\r\nC\n" },
  { "several",
    "---\ntitle: x\ntags: [a, b]\n---\n",
    "--set\ntitle=w\n--set\nslug=s\n--add\ntags=c\n--add\ntags=d e\n--remove\ntags=a",
    "---\ntitle: w\ntags: [b, c, d e]\nslug: s\n---\n" },
  { "new-front-matter",
    "Body\n",
    "--set\ntitle=w\n--set\nlang=fr",
    "---\ntitle: w\nlang: fr\n---\n\nBody\n" },
  { "list-by-commas",
    "---\na: 1\n---\n",
    "--set\ntags=x, z w",
    "---\na: 1\ntags: [x, z w]\n---\n" },
  { "removes", "---\ntitle: x\na: 1\n---\n", "--set\ntitle=", "---\na: 1\n---\n" },
  { "spelling-found",
    "---\nexcerpt: x\n---\n",
    "--set\ndescription=w",
    "---\nexcerpt: w\n---\n" },
  { "spelling-asked",
    "---\na: 1\n---\n",
    "--set\nexcerpt=w",
    "---\na: 1\nexcerpt: w\n---\n" },
  { "spelling-beside",
    "---\ndescription: x\nsummary: s\n---\n",
    "--set\nsummary=w",
    "---\ndescription: x\nsummary: w\n---\n" },
  { "any-key",
    "---\na: 1\n---\n",
    "--set\nmenu.main.weight=10\n--set\ndraft=true\n--set\nnote=so: so",
    "---\na: 1\nmenu:\n  main:\n    weight: 10\ndraft: true\nnote: \"so: so\"\n---\n" },
  { "string-stays-string",
    "---\nzip: \"1\"\n---\n",
    "--set\nzip=2",
    "---\nzip: \"2\"\n---\n" },
  { "any-list",
    "---\naliases: [a]\n---\n",
    "--add\naliases=b\n--remove\naliases=a",
    "---\naliases: [b]\n---\n" },
  { "image",
    "---\nresources:\n  - src: a.jpg\n    title: x\n---\n",
    "--set\nresources.[src=a.jpg].title=w\n--set\nresources.[src=b.jpg].params.alt=B",
    "---\nresources:\n  - src: a.jpg\n    title: w\n  - src: b.jpg\n    params:\n      "
    "alt: B\n---\n" },
  { "comments",
    "---\ncomments: true\n---\n",
    "--set\ncomments=closed",
    "---\ncomments: false\n---\n" },
  { "present-and-missing-items",
    "---\ntags: [a]\n---\n",
    "--add\ntags=a\n--remove\ntags=q",
    "---\ntags: [a]\n---\n" },
};

static void
test_change (Fixture *fixture, gconstpointer data)
{
  const ChangeCase *test = data;
  test_folder_write (fixture->folder, "a.md", test->before, -1);
  g_assert_cmpint (run (fixture, test->options), ==, FEU_CLI_OK);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpstr (fixture->output, ==, "");
  assert_file (fixture, test->after);
}

static void
test_mode_and_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.md", NULL);
  GStatBuf         info;
  test_folder_write (fixture->folder, "target.md", "---\ntitle: x\n---\n", -1);
  g_assert_cmpint (g_chmod (target, 0640), ==, 0);
  g_assert_cmpint (symlink ("target.md", fixture->file), ==, 0);
  g_assert_cmpint (run (fixture, "--set\ntitle=w"), ==, FEU_CLI_OK);
  g_assert_cmpint (g_lstat (fixture->file, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
  g_assert_cmpint (g_stat (target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  assert_file (fixture, "---\ntitle: w\n---\n");
}

typedef struct
{
  const char *name;
  const char *content; /* NULL: no file */
  const char *options;
  int         status;
  const char *error;
} FailureCase;

static const FailureCase failure_cases[] = {
  { "missing", NULL, NULL, FEU_CLI_BAD_FILE, "a.md: error: " },
  { "not-utf8",
    "---\ntitle: \xff\n---\n",
    NULL,
    FEU_CLI_BAD_FILE,
    "a.md:2:8: error: " },
  { "invalid",
    "---\ntitle: \"x\n---\n",
    "--json",
    FEU_CLI_BAD_FILE,
    "a.md:2:8: error: " },
  { "invalid-edited",
    "---\na: b: c\n---\n",
    "--set\ntitle=x",
    FEU_CLI_BAD_FILE,
    "a.md:2:5: error: " },
  { "behind-alias",
    "---\na: &x q\ntitle: *x\n---\n",
    "--set\ntitle=w",
    FEU_CLI_BAD_FILE,
    "a.md:3:1: error: " },
  { "one-of-two",
    "---\na: {b: 1}\n---\n",
    "--set\ntitle=w\n--set\na=1",
    FEU_CLI_BAD_FILE,
    "a.md:2:1: error: " },
  { "no-value", "---\n---\n", "--set\ntitle", FEU_CLI_BAD_USAGE, "KEY=VALUE" },
  { "no-list", "---\n---\n", "--add\ntitle=x", FEU_CLI_BAD_USAGE, "--set" },
  { "no-boolean",
    "---\n---\n",
    "--set\ncomments=perhaps",
    FEU_CLI_BAD_USAGE,
    "perhaps" },
  { "no-such-option", "---\n---\n", "--put\nx", FEU_CLI_BAD_USAGE, "--put" },
  { "two-files", "---\n---\n", "b.md", FEU_CLI_BAD_USAGE, "--help" },
};

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const FailureCase *test = data;
  if (test->content != NULL)
    test_folder_write (fixture->folder, "a.md", test->content, -1);
  g_assert_cmpint (run (fixture, test->options), ==, test->status);
  g_assert_cmpstr (fixture->output, ==, "");
  if (strstr (fixture->errors, test->error) == NULL)
    g_error ("%s is not in %s", test->error, fixture->errors);
  if (test->content != NULL)
    assert_file (fixture, test->content);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/cli-meta/prints", Fixture, NULL, set_up, test_prints, tear_down);
  g_test_add ("/core/cli-meta/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/core/cli-meta/toml", Fixture, NULL, set_up, test_toml, tear_down);
  g_test_add ("/core/cli-meta/mode-and-link",
              Fixture,
              NULL,
              set_up,
              test_mode_and_link,
              tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (change_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/cli-meta/change/", change_cases[i].name, NULL);
      g_test_add (path, Fixture, &change_cases[i], set_up, test_change, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (failure_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/cli-meta/failure/", failure_cases[i].name, NULL);
      g_test_add (path, Fixture, &failure_cases[i], set_up, test_failure, tear_down);
    }
  return g_test_run ();
}
