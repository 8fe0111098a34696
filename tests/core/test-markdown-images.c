/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the images of an article are: in the text, so that they can be edited there,
 * and in the HTML, so that it can be said what is shown in their place.
 */
#include "config.h"

#include "feu-article.h"

#include <string.h>

#define MAX_IMAGES 4

/* For each image: its markup as found in the text, "" where it must not be found. */
static const struct
{
  const char *path;
  const char *markdown;
  const char *markup[MAX_IMAGES + 1];
} markup_cases[] = {
  { "figure", "a\n\n![b](c.png \"d\")\n", { "![b](c.png \"d\")" } },
  { "after-front-matter",
    "---\ntitle: ![b](c.png)\n---\n![b](c.png)",
    { "![b](c.png)" } },
  { "in-text", "é ![b](c.png) d", { "![b](c.png)" } },
  { "in-heading", "## a ![b](c.png)", { "![b](c.png)" } },
  { "in-setext-heading", "a\n![b](c.png)\n---", { "![b](c.png)" } },
  { "in-link", "[![b](c.png)](d.html)", { "![b](c.png)" } },
  { "in-emphasis", "**![b](c.png)**", { "![b](c.png)" } },
  { "in-list", "- ![b](c.png)\n  1. d ![e](f.png)", { "![b](c.png)", "![e](f.png)" } },
  { "in-quote",
    "> a\n> ![b](c.png)\n> > ![d](e.png)",
    { "![b](c.png)", "![d](e.png)" } },
  { "lazy-quote", "> a\n![b](c.png)", { "![b](c.png)" } },
  { "in-footnote", "a[^1]\n\n[^1]: ![b](c.png)", { "![b](c.png)" } },
  { "in-table",
    "| ![a](b.png) | ![c](d.png) |\n|-|-|\n| e | ![f](d.png) |",
    { "![a](b.png)", "![c](d.png)", "![f](d.png)" } },
  { "same-in-neighbour-cells",
    "|a|b|\n|-|-|\n|![c](d.png)|![c](d.png)|",
    { "![c](d.png)", "![c](d.png)" } },
  { "wrapped-description", "![a\nb](c.png)", { "![a\nb](c.png)" } },
  { "wrapped-in-quote", "> ![a\n> b](c.png)", { "![a\n> b](c.png)" } },
  { "wrapped-target", "![a](\nb.png\n\"c\"\n)", { "![a](\nb.png\n\"c\"\n)" } },
  { "wrapped-target-in-quote", "> ![a](b.png\n> \"c\")", { "" } },
  { "crlf", "a\r\n\r\n![b\r\nc](d.png)\r\n", { "![b\r\nc](d.png)" } },
  { "duplicates",
    "![a](b.png) ![c](b.png)\n![a](b.png)",
    { "![a](b.png)", "![c](b.png)", "![a](b.png)" } },
  { "escaped-bracket", "![a \\] b](c.png)", { "![a \\] b](c.png)" } },
  { "nested-brackets", "![a [b] c](d.png)", { "![a [b] c](d.png)" } },
  { "open-bracket-before", "[a ![b](c.png)", { "![b](c.png)" } },
  { "open-bracket-inside", "![a [b](c.png)", { NULL } },
  { "image-in-description",
    "![a ![b](c.png) d](e.png)",
    { "![a ![b](c.png) d](e.png)" } },
  { "angle-brackets", "![a](<b c.png>)", { "![a](<b c.png>)" } },
  { "parentheses", "![a](b_(c).png)", { "![a](b_(c).png)" } },
  { "escaped-parenthesis", "![a](b\\).png)", { "![a](b\\).png)" } },
  { "percent", "![a](b%20c.png)", { "![a](b%20c.png)" } },
  { "title-in-parentheses", "![a](b.png (c \"d\"))", { "![a](b.png (c \"d\"))" } },
  { "title-with-bracket", "![a](b.png '](c)')", { "![a](b.png '](c)')" } },
  { "escaped-image-before", "\\![a](b.png) ![c](b.png)", { "![c](b.png)" } },
  { "escaped-bracket-before", "!\\[a](b.png) ![c](b.png)", { "![c](b.png)" } },
  { "code-before", "`![a](b.png)` ![c](b.png)", { "![c](b.png)" } },
  { "code-with-backtick-before", "`` ` ![a](b.png)`` ![c](b.png)", { "![c](b.png)" } },
  { "lone-backtick-before", "a ` ![c](b.png)", { "![c](b.png)" } },
  { "by-reference", "![a][r]\n\n[r]: b.png", { "" } },
  { "by-reference-beside-inline",
    "![a][r] ![c](d.png)\n\n[r]: b.png",
    { "", "![c](d.png)" } },
  { "by-reference-to-the-same", "![a][r] ![c](b.png)\n\n[r]: b.png", { "", "" } },
  { "in-attribute-of-raw-html", "<i title=\"![a](b.png)\">x</i> ![c](b.png)", { "" } },
  { "raw-html", "<img src=\"a.png\">", { "" } },
  { "raw-html-beside",
    "<img src=\"a.png\"> ![b](c.png) <img src=\"c.png\">",
    { "", "![b](c.png)", "" } },
  { "in-raw-group",
    "<div>\n\n![a](b.png)\n\n</div>\n\n![c](d.png)",
    { "![a](b.png)", "![c](d.png)" } },
  { "remote", "![a](https://b.org/c.png)", { "![a](https://b.org/c.png)" } },
  { "remote-in-raw-group",
    "<div>\n\n![a](https://b.org/c.png)\n\n</div>",
    { "![a](https://b.org/c.png)" } },
};

static void
check_image (const FeuArticle *article, const FeuImageRef *image, const char *markup)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);
  const char      *text = feu_article_get_text (article, NULL);
  g_autofree char *found =
      g_strndup (text + image->start_bytes, image->end_bytes - image->start_bytes);

  g_assert_cmpstr (found, ==, markup);
  g_assert_cmpuint (image->block, <, blocks->len);
  const FeuBlock *block = g_ptr_array_index (blocks, image->block);
  g_assert_cmpuint (image->html_start, <, image->html_end);
  g_assert_cmpuint (image->html_end, <=, block->html_length);
  g_assert_cmpuint (image->line, >=, block->start_line);
  g_assert_cmpuint (image->line, <=, block->end_line);
  const char *html = block->html + image->html_start;
  g_assert_true (g_str_has_prefix (
      html, image->is_remote ? "<a class=\"remote-image\" " : "<img src=\""));
  g_assert_true (block->html[image->html_end - 1] == '>');
}

static void
test_markup (gconstpointer data)
{
  guint       i = GPOINTER_TO_UINT (data);
  const char *text = markup_cases[i].markdown;
  g_autoptr (FeuArticle) article = feu_article_new (g_strdup (text), strlen (text), 1);
  const GPtrArray *images = feu_article_get_images (article);

  g_assert_cmpuint (images->len, ==, g_strv_length ((char **) markup_cases[i].markup));
  for (guint j = 0; j < images->len; j++)
    check_image (article, g_ptr_array_index (images, j), markup_cases[i].markup[j]);
}

static void
test_fields (void)
{
  static const char        text[] = "a\n\n![b *c*](d%20é.png \"e & f\")\n\n"
                                    "g ![](<h i.png>) ![](%ff.png) ![](%zz)\n"
                                    "![](HTTP://j.org/k)\n![](data:image/png,l) ![]()";
  static const FeuImageRef expected[] = {
    { .src = (char *) "d é.png",
      .alt = (char *) "b c",
      .caption = (char *) "e & f",
      .block = 1,
      .line = 2,
      .is_figure = TRUE },
    { .src = (char *) "h i.png", .alt = (char *) "", .block = 2, .line = 4 },
    { .src = (char *) "%ff.png", .alt = (char *) "", .block = 2, .line = 4 },
    { .src = (char *) "%zz", .alt = (char *) "", .block = 2, .line = 4 },
    { .src = (char *) "HTTP://j.org/k",
      .alt = (char *) "",
      .block = 2,
      .line = 5,
      .is_remote = TRUE },
    { .src = (char *) "data:image/png,l", .alt = (char *) "", .block = 2, .line = 6 },
    { .src = (char *) "", .alt = (char *) "", .block = 2, .line = 6 },
  };
  g_autoptr (FeuArticle) article = feu_article_new (g_strdup (text), strlen (text), 1);
  const GPtrArray *images = feu_article_get_images (article);

  g_assert_cmpuint (images->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef *image = g_ptr_array_index (images, i);
      g_assert_cmpstr (image->src, ==, expected[i].src);
      g_assert_cmpstr (image->alt, ==, expected[i].alt);
      g_assert_cmpstr (image->caption, ==, expected[i].caption);
      g_assert_cmpuint (image->block, ==, expected[i].block);
      g_assert_cmpuint (image->line, ==, expected[i].line);
      g_assert_cmpint (image->is_remote, ==, expected[i].is_remote);
      g_assert_cmpint (image->is_figure, ==, expected[i].is_figure);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (markup_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/markdown-images/markup/", markup_cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_markup);
    }
  g_test_add_func ("/core/markdown-images/fields", test_fields);
  return g_test_run ();
}
