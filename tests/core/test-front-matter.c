/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where front matter begins and ends, what it says, where each value stands, and what
 * is told of one that cannot be read.
 */
#include "config.h"

#include "feu-front-matter.h"

#include <string.h>

static FeuFrontMatter *
parse (const char *text)
{
  return feu_front_matter_parse (text, strlen (text));
}

typedef struct
{
  const char        *name;
  const char        *text;
  FeuFrontMatterKind kind;
  const char        *content; /* NULL: none */
  const char        *body;
} ExtentCase;

static const ExtentCase extent_cases[] = {
  { "none", "Hello\n", FEU_FRONT_MATTER_NONE, NULL, "Hello\n" },
  { "empty-text", "", FEU_FRONT_MATTER_NONE, NULL, "" },
  { "one-byte", "-", FEU_FRONT_MATTER_NONE, NULL, "-" },
  { "fence-alone", "---", FEU_FRONT_MATTER_NONE, NULL, "---" },
  { "empty", "---\n---\n", FEU_FRONT_MATTER_YAML, "", "" },
  { "only-a-comment", "---\n# x\n---\n", FEU_FRONT_MATTER_YAML, "# x\n", "" },
  { "simple", "---\na: 1\n---\nB\n", FEU_FRONT_MATTER_YAML, "a: 1\n", "B\n" },
  { "no-final-newline", "---\na: 1\n---", FEU_FRONT_MATTER_YAML, "a: 1\n", "" },
  { "crlf", "---\r\na: 1\r\n---\r\nB", FEU_FRONT_MATTER_YAML, "a: 1\r\n", "B" },
  { "mixed-newlines", "---\r\na: 1\n---\nB", FEU_FRONT_MATTER_YAML, "a: 1\n", "B" },
  { "lone-cr", "---\ra: 1\r---\rB", FEU_FRONT_MATTER_YAML, "a: 1\r", "B" },
  { "dots", "---\na: 1\n...\nB", FEU_FRONT_MATTER_YAML, "a: 1\n", "B" },
  { "spaces-after-fence",
    "--- \na: 1\n---\t\nB",
    FEU_FRONT_MATTER_YAML,
    "a: 1\n",
    "B" },
  { "four-dashes",
    "----\na: 1\n----\n",
    FEU_FRONT_MATTER_NONE,
    NULL,
    "----\na: 1\n----\n" },
  { "not-on-first-line",
    "\n---\na: 1\n---\n",
    FEU_FRONT_MATTER_NONE,
    NULL,
    "\n---\na: 1\n---\n" },
  { "thematic-break", "---\nHello\n", FEU_FRONT_MATTER_NONE, NULL, "---\nHello\n" },
  { "two-thematic-breaks",
    "---\n\nHello\n\n---\n",
    FEU_FRONT_MATTER_NONE,
    NULL,
    "---\n\nHello\n\n---\n" },
  { "blank-line-first", "---\n\na: 1\n---\nB", FEU_FRONT_MATTER_YAML, "\na: 1\n", "B" },
  { "unclosed",
    "---\ntitle: x\n\nBody",
    FEU_FRONT_MATTER_INVALID,
    "title: x\n",
    "\nBody" },
  { "list", "---\n- a\n---\nB", FEU_FRONT_MATTER_INVALID, "- a\n", "B" },
  { "toml", "+++\na = 1\n+++\nB", FEU_FRONT_MATTER_TOML, "a = 1\n", "B" },
  { "plus-signs", "+++\nHello\n", FEU_FRONT_MATTER_NONE, NULL, "+++\nHello\n" },
  { "toml-unclosed", "+++\na = 1\n", FEU_FRONT_MATTER_INVALID, "a = 1\n", "" },
};

static void
test_extent (gconstpointer data)
{
  const ExtentCase *test = data;
  g_autoptr (FeuFrontMatter) front_matter = parse (test->text);
  gsize start = 0;
  gsize end = 0;

  g_assert_cmpint (feu_front_matter_get_kind (front_matter), ==, test->kind);
  g_assert_cmpstr (
      test->text + feu_front_matter_get_body_start (front_matter), ==, test->body);
  feu_front_matter_get_content (front_matter, &start, &end);
  g_autofree char *content = g_strndup (test->text + start, end - start);
  g_assert_cmpstr (content, ==, test->content != NULL ? test->content : "");
  gboolean is_readable =
      test->kind == FEU_FRONT_MATTER_YAML || test->kind == FEU_FRONT_MATTER_TOML;
  g_assert_true ((feu_front_matter_get_root (front_matter) != NULL) == is_readable);
  const GError *error = feu_front_matter_get_error (front_matter, NULL, NULL);
  g_assert_true ((error != NULL) == (test->kind == FEU_FRONT_MATTER_INVALID));
}

typedef struct
{
  const char         *name;
  const char         *text;
  FeuFrontMatterError code;
  guint               line;
  guint               column;
} ErrorCase;

static const ErrorCase error_cases[] = {
  { "unclosed", "---\ntitle: x\n", FEU_FRONT_MATTER_ERROR_UNCLOSED, 0, 0 },
  { "not-a-mapping",
    "---\n# c\nhello\n---\n",
    FEU_FRONT_MATTER_ERROR_NOT_A_MAPPING,
    2,
    0 },
  { "missing-colon",
    "---\na: 1\nbé c\nd: 2\n---\n",
    FEU_FRONT_MATTER_ERROR_SYNTAX,
    2,
    0 },
  { "second-colon", "---\na: 1\né: è: x\n---\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 2, 4 },
  { "quote-open",
    "---\r\nt: 1\r\na: \"x\r\nb: 2\r\n---\r\n",
    FEU_FRONT_MATTER_ERROR_SYNTAX,
    2,
    3 },
  { "bracket-open",
    "---\nx: é\na: [x\nb: 2\n---\n",
    FEU_FRONT_MATTER_ERROR_SYNTAX,
    2,
    3 },
  { "bad-first-character", "---\né: @x\n---\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 1, 3 },
  { "control-character", "---\na: é\x01\n---\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 1, 4 },
  { "unknown-alias", "---\na: *b\n---\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 1, 3 },
  { "alias-of-itself", "---\na: &a [*a]\n---\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 1, 7 },
  { "second-document", "---\na: 1\n--- b\n---\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 2, 0 },
  { "toml-no-value", "+++\na = \n+++\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 1, 4 },
  { "toml-no-quotes",
    "+++\na = 1\nb = two words\n+++\n",
    FEU_FRONT_MATTER_ERROR_SYNTAX,
    2,
    8 },
  { "toml-open-string", "+++\na = \"x\n+++\n", FEU_FRONT_MATTER_ERROR_SYNTAX, 1, 4 },
  { "toml-table-of-value",
    "+++\na = 1\n[a.b]\n+++\n",
    FEU_FRONT_MATTER_ERROR_SYNTAX,
    2,
    4 },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *test = data;
  g_autoptr (FeuFrontMatter) front_matter = parse (test->text);
  guint         line = 99;
  guint         column = 99;
  const GError *error = feu_front_matter_get_error (front_matter, &line, &column);

  g_assert_cmpint (
      feu_front_matter_get_kind (front_matter), ==, FEU_FRONT_MATTER_INVALID);
  g_assert_error (error, FEU_FRONT_MATTER_ERROR, (int) test->code);
  g_assert_cmpuint (line, ==, test->line);
  g_assert_cmpuint (column, ==, test->column);
  g_assert_null (feu_front_matter_get_root (front_matter));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *path;
  const char *value;  /* what it says; NULL: no scalar */
  const char *source; /* what stands there */
} ValueCase;

static const ValueCase value_cases[] = {
  { "plain", "---\na: x y # c\n---\n", "a", "x y", "x y" },
  { "accents-and-emoji", "---\né: à 😀 # ï\nb: ü\n---\n", "b", "ü", "ü" },
  { "after-emoji-key", "---\n😀é: z\n---\n", "😀é", "z", "z" },
  { "double-quoted",
    "---\na: \"x\\té\\u00e9\" \n---\n",
    "a",
    "x\téé",
    "\"x\\té\\u00e9\"" },
  { "single-quoted", "---\na: 'it''s'\n---\n", "a", "it's", "'it''s'" },
  { "empty", "---\na: # c\nb: 1\n---\n", "a", "", "" },
  { "folded", "---\na: >-\n  x\n  y\n\nb: 1\n---\n", "a", "x y", ">-\n  x\n  y" },
  { "literal-crlf",
    "---\r\na: |\r\n  x\r\n  y\r\nb: 1\r\n---\r\n",
    "a",
    "x\ny\n",
    "|\r\n  x\r\n  y" },
  { "several-lines", "---\na: x\n  y\nb: 1\n---\n", "a", "x y", "x\n  y" },
  { "tag", "---\na: !!str 12\n---\n", "a", "12", "12" },
  { "anchor", "---\na: &x y\nb: *x\n---\n", "a", "y", "y" },
  { "alias", "---\na: &x y\nb: *x\n---\n", "b", "y", "*x" },
  { "alias-of-mapping", "---\na: &x {q: z}\nb: *x\n---\n", "b.q", "z", "z" },
  { "alias-of-key", "---\n&k a: 1\nb: *k\n---\n", "b", "a", "*k" },
  { "flow-list", "---\na: [x, \"y\" , z]\n---\n", "a", NULL, "[x, \"y\" , z]" },
  { "flow-item", "---\na: [x, \"y\" , z]\n---\n", "a.[1]", "y", "\"y\"" },
  { "block-list", "---\na:\n  - x\n  - y # c\nb: 1\n---\n", "a", NULL, "- x\n  - y" },
  { "flush-list", "---\na:\n- x\n-\nb: 1\n---\n", "a", NULL, "- x\n-" },
  { "item-by-value",
    "---\nr:\n  - {src: a, t: 1}\n  - src: b\n    t: 2\n---\n",
    "r.[src=b].t",
    "2",
    "2" },
  { "nested", "---\na:\n  b:\n    c: d\n---\n", "a.b.c", "d", "d" },
  { "dotted-key", "---\na.b: 1\na: {b: 2}\n---\n", "a.b", "1", "1" },
  { "repeated-key", "---\na: 1\na: 2\n---\n", "a", "2", "2" },
  { "json", "---\n{\"a\": \"b\"}\n---\n", "a", "b", "\"b\"" },
  { "toml-dotted", "+++\na.b = \"c\"\n+++\n", "a.b", "c", "\"c\"" },
  { "toml-table",
    "+++\n[a.\"b c\"]\nd = 2026-01-02 03:04:05\n+++\n",
    "a.b c.d",
    "2026-01-02 03:04:05",
    "2026-01-02 03:04:05" },
  { "toml-array-of-tables",
    "+++\n[[a]]\nx = 1\n[[a]]\nx = 2\ny = 'q'\n+++\n",
    "a.[x=2].y",
    "q",
    "'q'" },
  { "toml-escapes",
    "+++\na = \"\\u00e9\\n\\\"\"\n+++\n",
    "a",
    "é\n\"",
    "\"\\u00e9\\n\\\"\"" },
  { "toml-multiline",
    "+++\na = \"\"\"\nx \\\n   y\"\"\"\n+++\n",
    "a",
    "x y",
    "\"\"\"\nx \\\n   y\"\"\"" },
};

static void
test_value (gconstpointer data)
{
  const ValueCase *test = data;
  g_autoptr (FeuFrontMatter) front_matter = parse (test->text);
  const FeuMetaNode *root = feu_front_matter_get_root (front_matter);
  g_assert_nonnull (root);
  const FeuMetaNode *node = feu_meta_node_find_dotted (root, test->path);
  g_assert_nonnull (node);
  if (test->value != NULL)
    g_assert_cmpstr (node->text, ==, test->value);
  else
    g_assert_cmpint (node->type, !=, FEU_META_SCALAR);
  g_autofree char *source =
      g_strndup (test->text + node->start_bytes, node->end_bytes - node->start_bytes);
  g_assert_cmpstr (source, ==, test->source);
  g_auto (GStrv) path = feu_meta_node_split_dotted (root, test->path);
  g_assert_true (feu_meta_node_find (root, (const char *const *) path) == node);
}

static void
test_key_places (void)
{
  const char *text = "---\né: 1\nlist:\n  - a: x\n    b: [c, d]\n---\n";
  g_autoptr (FeuFrontMatter) front_matter = parse (text);
  const FeuMetaNode *root = feu_front_matter_get_root (front_matter);
  const char *const  names[] = { "é", "list", "list.[0].a", "list.[0].b", NULL };
  const char *const  starts[] = { "é: 1", "list:", "a: x", "b: [" };

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (
        text + feu_meta_node_find_dotted (root, names[i])->key_start_bytes, starts[i]));
  g_assert_true (g_str_has_prefix (
      text + feu_meta_node_find_dotted (root, "list.[0]")->key_start_bytes, "- a"));
  g_assert_true (g_str_has_prefix (
      text + feu_meta_node_find_dotted (root, "list.[0].b.[1]")->key_start_bytes,
      "d]"));
}

static void
assert_too_deep (const char *text)
{
  g_autoptr (FeuFrontMatter) front_matter = parse (text);
  g_assert_error (feu_front_matter_get_error (front_matter, NULL, NULL),
                  FEU_FRONT_MATTER_ERROR,
                  FEU_FRONT_MATTER_ERROR_TOO_DEEP);
}

static void
test_billion_laughs (void)
{
  g_autoptr (GString) text =
      g_string_new ("---\nl0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "l%u: &l%u [", i, i);
      for (guint j = 0; j < 9; j++)
        g_string_append_printf (text, "%s*l%u", j > 0 ? ", " : "", i - 1);
      g_string_append (text, "]\n");
    }
  g_string_append (text, "---\n");
  assert_too_deep (text->str);
}

static void
test_long_chain_of_aliases (void)
{
  g_autoptr (GString) text = g_string_new ("---\nl0: &l0 [x]\n");
  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, "l%u: &l%u [*l%u]\n", i, i, i - 1);
  g_string_append (text, "---\n");
  assert_too_deep (text->str);
}

static char *
repeat (const char *before, const char *part, guint n, const char *after)
{
  GString *text = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_deep_and_large (void)
{
  g_autofree char  *brackets = repeat ("---\na: ", "[", 10000, "\n---\n");
  g_autofree char  *dashes = repeat ("---\na:\n ", "- ", 5000, "x\n---\n");
  g_autofree char  *keys = repeat ("---\n", "a: 1\n", 30000, "---\n");
  g_autofree char  *bytes = repeat ("---\na: ", "0123456789", 200000, "\n---\n");
  g_autofree char  *toml = repeat ("+++\na = ", "[", 10000, "\n+++\n");
  g_autofree char  *tables = repeat ("+++\n", "a.b = [1]\n", 30000, "+++\n");
  const char *const texts[] = { brackets, dashes, keys, bytes, toml, tables };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_too_deep (texts[i]);
}

static void
test_long_line (void)
{
  g_autofree char *text = repeat ("---\na: ", "é", 100000, "\nb: c\n---\nx");
  g_autoptr (FeuFrontMatter) front_matter = parse (text);
  const FeuMetaNode *b =
      feu_meta_node_find_dotted (feu_front_matter_get_root (front_matter), "b");
  g_assert_true (g_str_has_prefix (text + b->start_bytes, "c\n---\nx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (extent_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/front-matter/extent/", extent_cases[i].name, NULL);
      g_test_add_data_func (path, &extent_cases[i], test_extent);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/front-matter/error/", error_cases[i].name, NULL);
      g_test_add_data_func (path, &error_cases[i], test_error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (value_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/front-matter/value/", value_cases[i].name, NULL);
      g_test_add_data_func (path, &value_cases[i], test_value);
    }
  g_test_add_func ("/core/front-matter/places-of-keys", test_key_places);
  g_test_add_func ("/core/front-matter/billion-laughs", test_billion_laughs);
  g_test_add_func ("/core/front-matter/long-chain-of-aliases",
                   test_long_chain_of_aliases);
  g_test_add_func ("/core/front-matter/deep-and-large", test_deep_and_large);
  g_test_add_func ("/core/front-matter/long-line", test_long_line);
  return g_test_run ();
}
