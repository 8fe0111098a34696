/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree of an article: what is in it, and where in the text it comes from.
 */
#include "config.h"

#include "feu-node.h"

#include <string.h>

static FeuNodeTree *
make_tree (const char *text)
{
  g_autoptr (FeuArticle) article = feu_article_new (g_strdup (text), strlen (text), 1);
  return feu_node_tree_new (article);
}

static const char *const names[] = {
  "doc",  "p",    "h",    "quote", "list", "item", "pre",  "table",
  "row",  "cell", "rule", "html",  "note", "text", "code", "em",
  "bold", "del",  "link", "img",   "raw",  "soft", "br",   "ref",
};

static void
dump (const FeuNode *node, GString *out)
{
  g_string_append_printf (out, "(%s", names[node->type]);
  if (node->number != 0)
    g_string_append_printf (out, " %u", node->number);
  if (node->occurrence > 1)
    g_string_append_printf (out, ".%u", node->occurrence);
  if (node->is_title)
    g_string_append (out, " title");
  if (node->is_ordered)
    g_string_append (out, " ordered");
  if (node->is_tight)
    g_string_append (out, " tight");
  if (node->is_task)
    g_string_append (out, node->is_checked ? " done" : " todo");
  if (node->is_header)
    g_string_append (out, " header");
  if (node->alignment != FEU_ALIGNMENT_NONE)
    g_string_append_printf (out, " a%d", (int) node->alignment);
  if (node->id != NULL && *node->id != '\0')
    g_string_append_printf (out, " #%s", node->id);
  if (node->address != NULL)
    g_string_append_printf (out, " <%s>", node->address);
  if (node->text != NULL)
    g_string_append_printf (out, " %s", node->text);
  if (node->title != NULL)
    g_string_append_printf (out, " '%s'", node->title);
  for (const FeuNode *child = node->first_child; child != NULL; child = child->next)
    {
      g_assert_true (child->parent == node);
      g_assert_true (child->next != NULL || node->last_child == child);
      dump (child, out);
    }
  g_string_append_c (out, ')');
}

static const struct
{
  const char *path;
  const char *text;
  const char *tree;
} cases[] = {
  { "empty", "", "(doc)" },
  { "text-is-one-node", "a & b \\* [c] _d", "(doc(p(text a & b * [c] _d)))" },
  { "inline",
    "*a* **b** ~~c~~ `d<` <kbd>e  \nf\ng",
    "(doc(p(em(text a))(text  )(bold(text b))(text  )(del(text c))(text  )(code "
    "d<)(text "
    " )(raw <kbd>)(text e)(br)(text f)(soft)(text g)))" },
  { "bare-address",
    "https://e.org",
    "(doc(p(link <https://e.org>(text https://e.org))))" },
  { "link-with-title",
    "[a](u?x=1&y=2 \"T\")",
    "(doc(p(link <u?x=1&y=2> 'T'(text a))))" },
  { "image",
    "![a *b* <br> `c`](my%20i.jpg 'C')",
    "(doc(p(img <my%20i.jpg> a b   c 'C')))" },
  { "title-and-levels",
    "# T\n\n# A\n\n## B\n\n###### C\n",
    "(doc(h 1 title(text T))(h 2 #a(text A))(h 3 #b(text B))(h 6 #c(text C)))" },
  { "levels-without-a-title",
    "## A\n\n# B\n",
    "(doc(h 2 #a(text A))(h 1 #b(text B)))" },
  { "title-of-the-front-matter",
    "---\ntitle: T\n---\n# A\n\n## A\n",
    "(doc(h 2 #a(text A))(h 3 #a-2(text A)))" },
  { "lists",
    "3. a\n4. b\n\n- [x] c\n- [ ] d\n\n  e\n",
    "(doc(list 3 ordered tight(item(p(text a)))(item(p(text b))))(list(item "
    "done(p(text c)))(item todo(p(text d))(p(text e)))))" },
  { "table",
    "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | *3* |\n",
    "(doc(table 3(row header(cell(text a))(cell a2(text b))(cell a3(text "
    "c)))(row(cell(text 1))(cell a2(text 2))(cell a3(em(text 3))))))" },
  { "blocks",
    "> q\n\n```c x\n\ty\n```\n\n---\n\n<div>\nz\n</div>\n",
    "(doc(quote(p(text q)))(pre \ty\n 'c x')(rule)(html <div>\nz\n</div>\n))" },
  { "notes",
    "a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n\n    Z\n[^unused]: U\n",
    "(doc(p(text a)(ref 1 x)(text  b)(ref 2 y)(text  c)(ref 1.2 x))(note 1 x(p(text "
    "X))(p(text Z)))(note 2 y(p(text Y))))" },
};

static void
test_tree (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FeuNodeTree) tree = make_tree (cases[i].text);
  g_autoptr (GString) dumped = g_string_new (NULL);

  dump (feu_node_tree_get_root (tree), dumped);
  g_assert_cmpstr (dumped->str, ==, cases[i].tree);
}

static void
test_lines (void)
{
  g_autoptr (FeuNodeTree) tree = make_tree ("---\ntitle: T\n---\n\n"
                                            "a\nb\n\n"
                                            "- c\n- d\n\n"
                                            "```\ne\n```\n"
                                            "<!-- f\n-->\n"
                                            "g[^1]\n"
                                            "*i*\n| j |\n|---|\n| k |\n\n"
                                            "[^1]: h\n");
  static const guint lines[][2] = {
    { 4, 5 }, { 7, 8 }, { 10, 12 }, { 13, 14 }, { 15, 16 }, { 17, 19 }, { 21, 21 },
  };
  guint i = 0;

  for (const FeuNode *at = feu_node_tree_get_root (tree)->first_child; at != NULL;
       at = at->next, i++)
    {
      g_assert_cmpuint (i, <, G_N_ELEMENTS (lines));
      g_assert_cmpuint (at->start_line, ==, lines[i][0]);
      g_assert_cmpuint (at->end_line, ==, lines[i][1]);
    }
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (lines));
}

static guint
get_depth (const FeuNode *node)
{
  guint depth = 0;

  for (const FeuNode *at = node->first_child; at != NULL; at = at->next)
    {
      guint below = get_depth (at);
      depth = MAX (depth, below);
    }
  return depth + 1;
}

/* Depth is bounded whatever is nested, and nothing of the text is lost by that. */
static void
check_deep (const char *unit, const char *end, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, "deep");
  for (guint i = 0; i < n; i++)
    g_string_append (text, end);
  g_autoptr (FeuNodeTree) tree = make_tree (text->str);
  g_autoptr (GString) seen = g_string_new (NULL);
  const FeuNode *root = feu_node_tree_get_root (tree);

  feu_node_append_text (root, seen);
  g_assert_nonnull (strstr (seen->str, "deep"));
  g_assert_cmpuint (get_depth (root), <=, 3 * FEU_NODE_MAX_DEPTH + 4);
}

static void
test_deep (void)
{
  check_deep ("> ", "", 20000);
  check_deep ("- ", "", 2000);
  check_deep ("> - 1. ", "", 500);
  check_deep ("*", "*", 5000);
  check_deep ("**a *b ", "* **", 2000);
  check_deep ("[", "](u)", 2000);
}

static void
test_outlives_the_article (void)
{
  g_autoptr (FeuNodeTree) tree = make_tree ("a");
  const FeuNode *paragraph = feu_node_tree_get_root (tree)->first_child;

  g_assert_cmpstr (paragraph->first_child->text, ==, "a");
  g_assert_false (feu_node_is_inline (paragraph));
  g_assert_true (feu_node_is_inline (paragraph->first_child));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/node/tree/", cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tree);
    }
  g_test_add_func ("/core/node/lines", test_lines);
  g_test_add_func ("/core/node/deep", test_deep);
  g_test_add_func ("/core/node/outlives-the-article", test_outlives_the_article);
  return g_test_run ();
}
