/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of front matter: exact results by table; and by property, over real-looking
 * and generated front matters, that only the lines of the key change.
 */
#include "config.h"

#include "feu-front-matter-edit.h"
#include "feu-text-edit.h"

#include <string.h>

/* What is to be done: "=text", "*bare", "[a|b", or "-" to remove. */
static gboolean
edit (const char *text,
      const char *name,
      const char *action,
      GPtrArray  *edits,
      GError    **error)
{
  gsize length = strlen (text);
  g_autoptr (FeuFrontMatter) front_matter = feu_front_matter_parse (text, length);
  g_auto (GStrv) steps =
      feu_meta_node_split_dotted (feu_front_matter_get_root (front_matter), name);
  const char *const *path = (const char *const *) steps;

  if (action[0] == '[')
    {
      g_auto (GStrv) items = g_strsplit (action + 1, "|", -1);
      return feu_front_matter_edit_list (front_matter,
                                         text,
                                         length,
                                         path,
                                         (const char *const *) items,
                                         "",
                                         edits,
                                         error);
    }
  if (action[0] == '*')
    return feu_front_matter_edit_bare (
        front_matter, text, length, path, action + 1, edits, error);
  return feu_front_matter_edit_string (front_matter,
                                       text,
                                       length,
                                       path,
                                       action[0] == '=' ? action + 1 : NULL,
                                       edits,
                                       error);
}

/* (nullable): NULL if the edit is refused */
static char *
apply (const char *text, const char *name, const char *action)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  g_autoptr (GError) error = NULL;
  if (!edit (text, name, action, edits, &error))
    {
      g_assert_error (error, FEU_FRONT_MATTER_ERROR, FEU_FRONT_MATTER_ERROR_READ_ONLY);
      g_assert_cmpuint (edits->len, ==, 0);
      return NULL;
    }
  return feu_text_edit_list_apply (edits, text, strlen (text), NULL);
}

typedef struct
{
  const char *name;
  const char *before; /* between the fences */
  const char *path;
  const char *action;
  const char *after; /* NULL: refused */
} EditCase;

static const EditCase edit_cases[] = {
  { "plain", "a: 1\nt: x # c\nb: 2\n", "t", "=y z", "a: 1\nt: y z # c\nb: 2\n" },
  { "same", "t:   'x'   # c\n", "t", "=x", "t:   'x'   # c\n" },
  { "double-quotes-stay", "t: \"x\"\n", "t", "=y", "t: \"y\"\n" },
  { "single-quotes-stay", "t: 'x'\n", "t", "=it's", "t: 'it''s'\n" },
  { "single-quotes-cannot", "t: 'x'\n", "t", "=a\tb", "t: \"a\\tb\"\n" },
  { "quotes-needed", "t: x\n", "t", "=a: b", "t: \"a: b\"\n" },
  { "empty-string", "t: x\n", "t", "=", "t: \"\"\n" },
  { "fill-empty", "t:\nb: 2\n", "t", "=x", "t: x\nb: 2\n" },
  { "fill-empty-comment", "t: # c\nb: 2\n", "t", "=x", "t: x # c\nb: 2\n" },
  { "null-word", "t: null\n", "t", "=null", "t: \"null\"\n" },
  { "bare", "d: 2020-01-01\n", "d", "*2021-02-03", "d: 2021-02-03\n" },
  { "several-lines",
    "t: x # c\nb: 2\n",
    "t",
    "=l1\n\n l2",
    "t: |- # c\n  l1\n\n   l2\nb: 2\n" },
  { "several-lines-in-brackets", "{t: x}\n", "t", "=l1\nl2", "{t: \"l1\\nl2\"}\n" },
  { "literal-stays",
    "t: | # c\n    x\n    y\n\nb: 2\n",
    "t",
    "=z",
    "t: |- # c\n    z\n\nb: 2\n" },
  { "literal-cannot", "t: | # c\n  x\nb: 2\n", "t", "= z", "t: \" z\" # c\nb: 2\n" },
  { "folded-stays", "t: >-\n  x\n  y\nb: 2\n", "t", "=z", "t: >-\n  z\nb: 2\n" },
  { "long-plain", "t: x\n  y\nb: 2\n", "t", "=z", "t: z\nb: 2\n" },
  { "anchor-and-tag-stay",
    "t: &x !!str y\nb: *x\n",
    "t",
    "=z",
    "t: &x !!str z\nb: *x\n" },
  { "anchor-still-needed", "t: &x y\nb: *x\n", "t", "-", NULL },
  { "behind-alias", "t: &x {q: 1}\nb: *x\n", "b.q", "=2", NULL },
  { "last-of-repeated", "t: x\nt: y\n", "t", "=z", "t: x\nt: z\n" },
  { "remove-repeated", "t: x\na: 1\nt: y\n", "t", "-", "a: 1\n" },
  { "remove",
    "a: 1\n# about t\nt: x # c\nb: 2\n",
    "t",
    "-",
    "a: 1\n# about t\nb: 2\n" },
  { "remove-block", "t:\n  - a\n  - b\n\nb: 2\n", "t", "-", "\nb: 2\n" },
  { "remove-last", "t: x\n", "t", "-", "" },
  { "remove-missing", "a: 1\n", "t", "-", "a: 1\n" },
  { "remove-with-parents",
    "a: 1\nx:\n  y:\n    z: 1\nb: 2\n",
    "x.y.z",
    "-",
    "a: 1\nb: 2\n" },
  { "remove-in-brackets", "x: {a: 1, b: 2, c: 3}\n", "x.b", "-", "x: {a: 1, c: 3}\n" },
  { "remove-first-of-item",
    "x:\n  - a: 1\n    b: 2\n",
    "x.[0].a",
    "-",
    "x:\n  - b: 2\n" },
  { "add", "a: 1\n# end\n\n", "t", "=x", "a: 1\n# end\nt: x\n\n" },
  { "add-to-empty", "", "t", "=x", "t: x\n" },
  { "add-to-comment", "# c\n", "t", "=x", "# c\nt: x\n" },
  { "add-to-indented", "  a: 1\n", "t", "=x", "  a: 1\n  t: x\n" },
  { "add-after-kept-lines", "a: |+\n  x\n\n", "t", "=x", "a: |+\n  x\n\nt: x\n" },
  { "add-to-brackets", "{a: 1}\n", "t", "=x, y", "{a: 1, t: \"x, y\"}\n" },
  { "add-to-empty-brackets", "{}\n", "t", "=x", "{t: x}\n" },
  { "add-nested",
    "x:\n    y: 1\nb: 2\n",
    "x.z",
    "=w",
    "x:\n    y: 1\n    z: w\nb: 2\n" },
  { "add-parents", "a: 1\n", "x.p.z", "=w", "a: 1\nx:\n  p:\n    z: w\n" },
  { "add-below-null", "x: # c\nb: 2\n", "x.p", "=w", "x: # c\n  p: w\nb: 2\n" },
  { "through-text", "x: y\n", "x.z", "=w", NULL },
  { "text-for-list", "x: [y]\n", "x", "=w", NULL },
  { "explicit-key", "? t\n: x\nb: 2\n", "t", "=w", "? t\n: w\nb: 2\n" },
  { "odd-key", "a: 1\n", "x y: z", "=w", "a: 1\n\"x y: z\": w\n" },
  { "json", "{\"t\":\"x\",\n \"b\": 2}\n", "t", "=y", "{\"t\": \"y\",\n \"b\": 2}\n" },

  { "list-new", "a: 1\n", "t", "[x|y, z|2", "a: 1\nt: [x, \"y, z\", \"2\"]\n" },
  { "list-same", "t: [ x,'y' ] # c\n", "t", "[x|y", "t: [ x,'y' ] # c\n" },
  { "list-add-flow", "t: [x, 'y'] # c\n", "t", "[x|y|z", "t: [x, 'y', z] # c\n" },
  { "list-add-first-flow", "t: [x]\n", "t", "[w|x", "t: [w, x]\n" },
  { "list-remove-flow", "t: [x, 'y', z]\n", "t", "[x|z", "t: [x, z]\n" },
  { "list-remove-last-flow", "t: [x, y, z]\n", "t", "[x", "t: [x]\n" },
  { "list-rename-flow", "t: [x, 'y', z]\n", "t", "[x|w|z", "t: [x, 'w', z]\n" },
  { "list-lines-flow",
    "t: [\n  x, # 1\n  y, # 2\n  z # 3\n]\n",
    "t",
    "[x|y",
    "t: [\n  x, # 1\n  y, # 2\n]\n" },
  { "list-fill-flow", "t: []\n", "t", "[x|w", "t: [x, w]\n" },
  { "list-fill-null", "t: # c\n", "t", "[x|w", "t: [x, w] # c\n" },
  { "list-empty", "a: 1\nt: [x]\n", "t", "[", "a: 1\n" },
  { "list-add-block",
    "t:\n  - x # c\n  - y\nb: 2\n",
    "t",
    "[x|y|z",
    "t:\n  - x # c\n  - y\n  - z\nb: 2\n" },
  { "list-add-flush", "t:\n- x\nb: 2\n", "t", "[x|w", "t:\n- x\n- w\nb: 2\n" },
  { "list-add-first-block", "t:\n  - x\n", "t", "[v|w|x", "t:\n  - v\n  - w\n  - x\n" },
  { "list-remove-block",
    "t:\n  - x # 1\n  # about y\n  - y\n  - z\n",
    "t",
    "[x|z",
    "t:\n  - x # 1\n  # about y\n  - z\n" },
  { "list-rename-block",
    "t:\n  - x # 1\n  - \"y\" # 2\n",
    "t",
    "[x|z",
    "t:\n  - x # 1\n  - \"z\" # 2\n" },
  { "list-two-gone",
    "t:\n  - a\n  - b # c\n  - d\n  - e\n",
    "t",
    "[b|e",
    "t:\n  - b # c\n  - e\n" },
  { "list-nested",
    "t:\n  - - a\n    - b\n",
    "t.[0]",
    "[a|b|c",
    "t:\n  - - a\n    - b\n    - c\n" },
  { "list-from-text", "t: 'x' # c\n", "t", "[x|w", "t: [x, w] # c\n" },
  { "list-text-stays", "t: 'x' # c\n", "t", "[y", "t: 'y' # c\n" },
  { "list-unnamed-stay",
    "t: [x, {id: 1}, y]\n",
    "t",
    "[x|y|z",
    "t: [x, {id: 1}, y, z]\n" },
  { "list-of-names",
    "t: [{name: x}]\n",
    "t",
    "[x|y",
    "t: [{name: x}, {name: \"y\"}]\n" },
  { "list-for-mapping", "t: {x: 1}\n", "t", "[x", NULL },
};

static char *
fence (const char *content, gboolean is_crlf)
{
  g_autofree char *text = g_strdup_printf ("---\n%s---\nBody: x\n---\n", content);
  if (!is_crlf)
    return g_steal_pointer (&text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  return g_strjoinv ("\r\n", lines);
}

static void
test_edit (gconstpointer data)
{
  const EditCase *test = data;
  for (int is_crlf = 0; is_crlf <= 1; is_crlf++)
    {
      g_autofree char *before = fence (test->before, is_crlf);
      g_autofree char *wanted =
          test->after != NULL ? fence (test->after, is_crlf) : NULL;
      g_autofree char *after = apply (before, test->path, test->action);
      g_assert_cmpstr (after, ==, wanted);
    }
}

/* Texts that one reader of YAML or another takes for something else, or that need care
 * for their form. */
static const char *const difficult[] = {
  "yes",
  "No",
  "ON",
  "y",
  "n",
  "true",
  "False",
  "null",
  "~",
  "Null",
  "2020-01-01",
  "1e3",
  "0x1F",
  "0o17",
  "017",
  "1_000",
  "1,000",
  "12:30:45",
  ".5",
  "-.inf",
  ".NaN",
  "+1",
  "2001-12-14t21:59:43.10-05:00",
  "=",
  "<<",
  ":symbol",
  "- dash",
  "-dash",
  "---",
  "...",
  "? q",
  "# hash",
  "a # b",
  "a: b",
  "a:",
  ": a",
  "a:b",
  "http://example.org/?q=1#x",
  "[x]",
  "{x}",
  "x, y",
  "&a",
  "*a",
  "!t",
  "|",
  ">",
  "%x",
  "@x",
  "`x`",
  "'",
  "\"",
  "it's",
  "say \"x\"",
  "back\\slash",
  " leading",
  "trailing ",
  "tab\tin",
  "\ttab",
  "a\nb",
  "a\n\nb\n",
  "\na",
  "  a\nb",
  "a\n  b",
  "a\n---\nb",
  "a \nb ",
  "é à ü",
  "😀 emoji",
  "«\u00a0guillemets\u00a0»",
  "line\u2028sep",
  "nel\xc2\x85x",
  "\ufeff"
  "bom",
  "bell\x07",
  "del\x7f",
  "日本語：テスト",
  "x\r\ny",
  "-",
  "1",
  "0",
  "1.",
  "e",
  "0b1",
  "1st",
  "3 ways: how",
};

static void
assert_reads (const char *text, const char *name, const char *value)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (text, strlen (text));
  g_assert_cmpint (feu_front_matter_get_kind (front_matter), ==, FEU_FRONT_MATTER_YAML);
  const FeuMetaNode *node =
      feu_meta_node_find_dotted (feu_front_matter_get_root (front_matter), name);
  g_assert_nonnull (node);
  g_assert_cmpstr (node->text, ==, value);
}

static void
test_difficult_texts (void)
{
  static const char *const befores[] = {
    "a: 1\n",         "t: x # c\nb: 2\n",  "t: 'x'\nb: 2\n",
    "t: \"x\"\n",     "t: |\n  x\nb: 2\n", "t: >-\n  x\n",
    "{t: x, b: 2}\n", "{a: 1}\n",          "t:\nb: 2\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (befores); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (difficult); j++)
      for (int is_crlf = 0; is_crlf <= 1; is_crlf++)
        {
          g_autofree char *before = fence (befores[i], is_crlf);
          g_autofree char *action = g_strconcat ("=", difficult[j], NULL);
          g_autofree char *after = apply (before, "t", action);
          g_autofree char *again = after != NULL ? apply (after, "t", action) : NULL;
          g_assert_nonnull (after);
          assert_reads (after, "t", difficult[j]);
          g_assert_cmpstr (again, ==, after);
          g_assert_true (strstr (after, "\nBody: x") != NULL);
        }
}

static void
test_difficult_items (void)
{
  static const char *const befores[] = {
    "t: [x, z]\n", "t:\n  - x\n  - z\nb: 2\n", "t: x\n", "a: 1\n"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (befores); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (difficult); j++)
      {
        if (strchr (difficult[j], '|') != NULL)
          continue;
        g_autofree char *before = fence (befores[i], FALSE);
        g_autofree char *trimmed = g_strstrip (g_strdup (difficult[j]));
        g_autofree char *action = g_strconcat ("[x|", trimmed, "|z", NULL);
        g_autofree char *after = apply (before, "t", action);
        g_assert_nonnull (after);
        assert_reads (after, "t.[1]", trimmed);
      }
}

/* The words that a plain scalar may not be, whoever reads it. */
static void
test_strings_are_quoted (void)
{
  for (gsize j = 0; j < 28; j++)
    {
      g_autofree char *before = fence ("t: x\n", FALSE);
      g_autofree char *action = g_strconcat ("=", difficult[j], NULL);
      g_autofree char *after = apply (before, "t", action);
      g_assert_true (g_str_has_prefix (after, "---\nt: \""));
    }
}

/* That all @edits of @text are on lines of the top key @name, or only add a line if it
 * was not there. */
static void
assert_only_lines_of_key (const char *text, const char *name, const GPtrArray *edits)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (text, strlen (text));
  const FeuMetaNode *node =
      feu_meta_node_get (feu_front_matter_get_root (front_matter), name);

  for (guint i = 0; i < edits->len; i++)
    {
      const FeuTextEdit *one = g_ptr_array_index (edits, i);
      if (node == NULL)
        {
          g_assert_cmpuint (one->start_bytes, ==, one->end_bytes);
          continue;
        }
      gsize line_end = node->end_bytes + strcspn (text + node->end_bytes, "\n") + 1;
      gsize line_start = node->key_start_bytes;
      while (text[line_start - 1] != '\n')
        line_start--;
      g_assert_cmpuint (one->start_bytes, >=, line_start);
      g_assert_cmpuint (one->end_bytes, <=, line_end);
    }
}

/* As apply(), and checks that property. */
static char *
apply_checked (const char *text, const char *name, const char *action)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  if (!edit (text, name, action, edits, NULL))
    return NULL;
  assert_only_lines_of_key (text, name, edits);
  return feu_text_edit_list_apply (edits, text, strlen (text), NULL);
}

static char *
generate (GRand *rand)
{
  static const char *const lines[] = {
    "# comment\n",
    "\n",
    "k%u: plain text\n",
    "k%u: \"quoted: é\" # c\n",
    "k%u: 'single'\n",
    "k%u: |\n  literal\n\n  text\n",
    "k%u: >-\n  folded\n  text\n",
    "k%u: [a, 'b', \"c\"] # c\n",
    "k%u:\n  - a # 1\n  # in between\n  - \"b\"\n  - c\n",
    "k%u:\n- a\n- b\n",
    "k%u: {x: 1, y: [2, 3]}\n",
    "k%u:\n  x: 1\n  y:\n    z: 2\n",
    "k%u:\n",
    "k%u: ~ # c\n",
    "k%u: !!str 12\n",
    "\"k%u\": 2020-01-01\n",
    "k%u: [\n  a, # 1\n  b\n]\n",
    "k%u: \xf0\x9f\x98\x80 \xc3\xa9\n",
    "k%u: long\n  plain\n  text\n",
  };
  g_autoptr (GString) content = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 12);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("k%d", g_rand_int_range (rand, 0, 12));
      g_autoptr (GString) line =
          g_string_new (lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))]);
      g_string_replace (line, "k%u", number, 0);
      g_string_append (content, line->str);
    }
  return fence (content->str, g_rand_boolean (rand));
}

static char *
pick_action (GRand *rand)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    return g_strdup ("-");
  if (g_rand_boolean (rand))
    return g_strconcat (
        "=", difficult[g_rand_int_range (rand, 0, G_N_ELEMENTS (difficult))], NULL);
  GString *action = g_string_new ("[");
  guint    n = (guint) g_rand_int_range (rand, 1, 6);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (action,
                            "%s%c%s",
                            i > 0 ? "|" : "",
                            'a' + g_rand_int_range (rand, 0, 6),
                            g_rand_boolean (rand) ? "" : ": x");
  return g_string_free (action, FALSE);
}

/* What would bring back the value of @name; NULL where that is not a text or a list of
 * texts. */
static char *
dup_inverse (const char *text, const char *name)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (text, strlen (text));
  const FeuMetaNode *node =
      feu_meta_node_get (feu_front_matter_get_root (front_matter), name);
  if (node == NULL || feu_meta_node_is_null (node) || node->type == FEU_META_MAPPING)
    return NULL;
  if (node->type == FEU_META_SCALAR)
    return g_strconcat ("=", node->text, NULL);
  g_autoptr (GString) action = g_string_new ("[");
  for (guint i = 0; i < node->children->len; i++)
    {
      const char *item = feu_meta_node_get_name (g_ptr_array_index (node->children, i));
      if (item == NULL)
        return NULL;
      g_string_append_printf (action, "%s%s", i > 0 ? "|" : "", item);
    }
  return g_strdup (action->str);
}

static void
check_inverse (const char *before, const char *after, const char *name)
{
  g_autofree char *inverse = dup_inverse (before, name);
  g_autofree char *restored =
      inverse != NULL ? apply_checked (after, name, inverse) : NULL;
  if (restored == NULL)
    return;
  g_autofree char *value = dup_inverse (restored, name);
  g_assert_cmpstr (value, ==, inverse);
}

static void
check_random_edit (GRand *rand, const char *before, const char *name, guint *n_done)
{
  g_autofree char *action = pick_action (rand);
  g_autofree char *after = apply_checked (before, name, action);
  if (after == NULL)
    return;
  (*n_done)++;
  if (action[0] == '=')
    assert_reads (after, name, action + 1);
  g_autoptr (GPtrArray) again = feu_text_edit_list_new ();
  g_assert_true (edit (after, name, action, again, NULL));
  g_assert_cmpuint (again->len, ==, 0);
  check_inverse (before, after, name);
}

/* Repeated keys are in the table above: their removal is on several places. */
static gboolean
has_repeated_key (const char *text)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (text, strlen (text));
  const FeuMetaNode *root = feu_front_matter_get_root (front_matter);
  for (guint i = 0; i < root->children->len; i++)
    {
      const FeuMetaNode *child = g_ptr_array_index (root->children, i);
      if (feu_meta_node_get (root, child->key) != child)
        return TRUE;
    }
  return FALSE;
}

static void
test_generated (void)
{
  GRand *rand = g_rand_new_with_seed (20260803);
  guint  n_done = 0;
  for (guint i = 0; i < 8000; i++)
    {
      g_autofree char *text = generate (rand);
      g_autofree char *name = g_strdup_printf ("k%d", g_rand_int_range (rand, 0, 12));
      if (!has_repeated_key (text))
        check_random_edit (rand, text, name, &n_done);
    }
  g_assert_cmpuint (n_done, >, 2500);
  g_rand_free (rand);
}

static void
test_real (void)
{
  static const char *const files[] = {
    "hugo.md", "jekyll.md", "chirpy.md", "ghost.md", "eleventy.md"
  };
  static const char *const names[] = { "title",   "description", "tags",
                                       "authors", "categories",  "slug",
                                       "new key", "resources",   "date",
                                       "draft",   "excerpt" };
  GRand                   *rand = g_rand_new_with_seed (4);
  guint                    n_done = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "data", "front-matter", files[i], NULL);
      g_autofree char *text = NULL;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      for (gsize j = 0; j < 400; j++)
        check_random_edit (rand, text, names[j % G_N_ELEMENTS (names)], &n_done);
    }
  g_assert_cmpuint (n_done, >, 1000);
  g_rand_free (rand);
}

static void
test_mixed_newlines (void)
{
  g_autofree char *after = apply ("---\r\na: 1\nt: x\r\nb: 2\n---\nB\r\n", "t", "=z");
  g_assert_cmpstr (after, ==, "---\r\na: 1\nt: z\r\nb: 2\n---\nB\r\n");
}

static void
test_new_front_matter (void)
{
  static const char *const cases[][2] = {
    { "", "---\nt: x\n---\n" },
    { "Body", "---\nt: x\n---\n\nBody" },
    { "\nBody", "---\nt: x\n---\n\nBody" },
    { "A\r\nB\r\n", "---\r\nt: x\r\n---\r\n\r\nA\r\nB\r\n" },
    { "---\nA\n", "---\nt: x\n---\n\n---\nA\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = apply (cases[i][0], "t", "=x");
      g_autofree char *removed = apply (cases[i][0], "t", "-");
      g_assert_cmpstr (after, ==, cases[i][1]);
      g_assert_cmpstr (removed, ==, cases[i][0]);
    }
}

static void
test_several_edits (void)
{
  g_autofree char *text = fence ("t: x\nu: [a]\n", FALSE);
  g_autofree char *wanted = fence ("t: \"z: y\"\nu: [a, b]\n", FALSE);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  g_assert_true (edit (text, "u", "[a|b", edits, NULL));
  g_assert_true (edit (text, "t", "=z: y", edits, NULL));
  g_autofree char *after = feu_text_edit_list_apply (edits, text, strlen (text), NULL);
  g_assert_cmpstr (after, ==, wanted);
}

static void
test_long_lists (void)
{
  g_autoptr (GString) before = g_string_new ("---\nt:\n");
  g_autoptr (GString) action = g_string_new ("[");
  for (guint i = 0; i < 2500; i++)
    {
      g_string_append_printf (before, "  - old %u\n", i);
      g_string_append_printf (action, "%snew %u", i > 0 ? "|" : "", i);
    }
  g_string_append (before, "---\n");
  g_autofree char *after = apply (before->str, "t", action->str);
  g_assert_nonnull (after);
  assert_reads (after, "t.[2499]", "new 2499");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (edit_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/front-matter-edit/", edit_cases[i].name, NULL);
      g_test_add_data_func (path, &edit_cases[i], test_edit);
    }
  g_test_add_func ("/core/front-matter-edit/difficult-texts", test_difficult_texts);
  g_test_add_func ("/core/front-matter-edit/difficult-items", test_difficult_items);
  g_test_add_func ("/core/front-matter-edit/strings-are-quoted",
                   test_strings_are_quoted);
  g_test_add_func ("/core/front-matter-edit/property/generated", test_generated);
  g_test_add_func ("/core/front-matter-edit/property/real", test_real);
  g_test_add_func ("/core/front-matter-edit/mixed-newlines", test_mixed_newlines);
  g_test_add_func ("/core/front-matter-edit/new-front-matter", test_new_front_matter);
  g_test_add_func ("/core/front-matter-edit/several-edits", test_several_edits);
  g_test_add_func ("/core/front-matter-edit/long-lists", test_long_lists);
  return g_test_run ();
}
