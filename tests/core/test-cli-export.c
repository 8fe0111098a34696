/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `feuillet export`: where it writes, what it refuses to replace, what it says.
 */
#include "config.h"

#include "test-cli.h"
#include "test-folder.h"

#include <string.h>

/* A folder with a.md, and b/a.md of the same name. */
typedef struct
{
  char *top;
  char *a;
  char *b;
  char *output;
  char *errors;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->top = test_folder_new ();
  fixture->a = g_build_filename (fixture->top, "a.md", NULL);
  fixture->b = g_build_filename (fixture->top, "b", "a.md", NULL);
  test_folder_write (fixture->top, "a.md", "# First\n\ntext\n", -1);
  test_folder_write (fixture->top, "b/a.md", "# Second\n\ntext\n", -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_folder_remove (fixture->top);
  g_free (fixture->a);
  g_free (fixture->b);
  g_free (fixture->output);
  g_free (fixture->errors);
}

static int
run (Fixture *fixture, const char *const *arguments)
{
  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  return test_cli_run (arguments, &fixture->output, &fixture->errors);
}

static void
assert_has (Fixture *fixture, const char *name, const char *part)
{
  g_autofree char *text = test_folder_read (fixture->top, name);

  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” is not in %s: %s", part, name, text);
}

static void
test_beside_the_source (Fixture *fixture, gconstpointer data)
{
  const char *page[] = { "export", fixture->a, NULL };
  const char *folder[] = { "export", "--to", "page-folder", fixture->a, NULL };
  const char *fragment[] = { "export", "--to=fragment", fixture->a, NULL };

  /* Twice: what Feuillet made it may replace. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (run (fixture, page), ==, FEU_CLI_OK);
      g_assert_cmpstr (fixture->errors, ==, "");
      assert_has (fixture, "a.html", "<h1 class=\"p-name\">First</h1>");
      g_assert_cmpint (run (fixture, folder), ==, FEU_CLI_OK);
      assert_has (fixture, "a/index.html", "First");
      assert_has (fixture, "a/style.css", ".h-entry");
      g_assert_cmpint (run (fixture, fragment), ==, FEU_CLI_OK);
      assert_has (fixture, "a.fragment.html", "<p>text</p>");
    }
}

static void
test_keeps_what_is_not_ours (Fixture *fixture, gconstpointer data)
{
  const char *page[] = { "export", fixture->a, fixture->b, NULL };
  const char *folder[] = { "export", "--to", "page-folder", fixture->a, NULL };

  test_folder_write (fixture->top, "a.html", "mine", -1);
  g_assert_cmpint (run (fixture, page), ==, FEU_CLI_BAD_FILE);
  g_assert_nonnull (strstr (fixture->errors, "a.md: error: "));
  assert_has (fixture, "a.html", "mine");
  assert_has (fixture, "b/a.html", "Second");

  test_folder_write (fixture->top, "a/style.css", "mine", -1);
  g_assert_cmpint (run (fixture, folder), ==, FEU_CLI_BAD_FILE);
  assert_has (fixture, "a/style.css", "mine");
}

static void
test_named_output (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->top, "x", "y.html", NULL);
  g_autofree char *existing = g_build_filename (fixture->top, "b", NULL);
  g_autofree char *folder = g_build_filename (fixture->top, "site", NULL);
  const char      *to_file[] = { "export", "-o", file, fixture->a, NULL };
  const char      *to_existing[] = { "export", "-o", existing, fixture->a, NULL };
  const char      *to_folder[] = { "export", "--to=page-folder", "-o",
                                   folder,   fixture->a,         NULL };

  g_assert_cmpint (run (fixture, to_file), ==, FEU_CLI_OK);
  assert_has (fixture, "x/y.html", "First");
  g_assert_cmpint (run (fixture, to_existing), ==, FEU_CLI_OK);
  assert_has (fixture, "b/a.html", "First");
  g_assert_cmpint (run (fixture, to_folder), ==, FEU_CLI_OK);
  assert_has (fixture, "site/index.html", "First");
}

static void
test_same_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->top, "out", NULL);
  const char      *arguments[] = { "export", "-o", out, fixture->a, fixture->b, NULL };

  g_assert_cmpint (run (fixture, arguments), ==, FEU_CLI_OK);
  assert_has (fixture, "out/a.html", "First");
  assert_has (fixture, "out/a-2.html", "Second");
  g_assert_nonnull (strstr (fixture->errors, "b/a.md: warning: "));
  g_assert_nonnull (strstr (fixture->errors, "a-2.html"));
}

static void
test_one_bad_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->top, "missing.md", NULL);
  const char      *arguments[] = { "export", missing, fixture->a, NULL };

  g_assert_cmpint (run (fixture, arguments), ==, FEU_CLI_BAD_FILE);
  g_assert_nonnull (strstr (fixture->errors, "missing.md: error: "));
  assert_has (fixture, "a.html", "First");
}

static void
test_never_onto_itself (Fixture *fixture, gconstpointer data)
{
  const char *arguments[] = { "export", "-o", fixture->a, fixture->a, NULL };

  g_assert_cmpint (run (fixture, arguments), ==, FEU_CLI_BAD_FILE);
  assert_has (fixture, "a.md", "# First\n\ntext\n");
}

static void
test_messages_have_places (Fixture *fixture, gconstpointer data)
{
  const char *arguments[] = { "export", fixture->a, NULL };

  test_folder_write (fixture->top,
                     "a.md",
                     "---\ntitle: [a\n---\n\n# Heading\n\n![x](missing.png)\n",
                     -1);
  g_assert_cmpint (run (fixture, arguments), ==, FEU_CLI_OK);
  assert_has (fixture, "a.html", "<h1 class=\"p-name\">Heading</h1>");
  g_assert_nonnull (strstr (fixture->errors, "a.md:7:1: warning: "));
  g_assert_cmpuint (
      g_regex_match_simple ("a\\.md:[23]:\\d+: warning: ", fixture->errors, 0, 0),
      ==,
      TRUE);
}

static void
test_standard_output (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      const char *arguments[] = {
        "export", "--to=fragment", "-o", "-", fixture->a, NULL
      };
      g_assert_cmpint (run (fixture, arguments), ==, FEU_CLI_OK);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*<p>text</p>*");
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *out = g_build_filename (fixture->top, "out", NULL);

  g_ptr_array_add (arguments, g_strdup ("export"));
  g_ptr_array_add (arguments, g_strdup ("-o"));
  g_ptr_array_add (arguments, g_strdup (out));
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%03u.md", i);
      g_autofree char *text = g_strdup_printf ("# Title %u\n", i);
      test_folder_write (fixture->top, name, text, -1);
      g_ptr_array_add (arguments, g_build_filename (fixture->top, name, NULL));
    }
  g_ptr_array_add (arguments, NULL);
  g_assert_cmpint (
      run (fixture, (const char *const *) arguments->pdata), ==, FEU_CLI_OK);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("out/%03u.html", i);
      g_autofree char *title = g_strdup_printf (">Title %u</h1>", i);
      assert_has (fixture, name, title);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/core/cli-export/beside-the-source", test_beside_the_source },
    { "/core/cli-export/keeps-what-is-not-ours", test_keeps_what_is_not_ours },
    { "/core/cli-export/named-output", test_named_output },
    { "/core/cli-export/same-names", test_same_names },
    { "/core/cli-export/one-bad-file", test_one_bad_file },
    { "/core/cli-export/never-onto-itself", test_never_onto_itself },
    { "/core/cli-export/messages-have-places", test_messages_have_places },
    { "/core/cli-export/standard-output", test_standard_output },
    { "/core/cli-export/many", test_many },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  return g_test_run ();
}
